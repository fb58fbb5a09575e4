# The adapter's jar, for the scripts that run it. To be sourced, in the project's folder, after jdk.sh.

ADAPTER_MODULE=functions/ls-triton-adapter
# It runs on a copy: a build meanwhile would pull the classes from under it.
ADAPTER_COPY=.oceanid/ls-triton-adapter.jar

adapter_is_out_of_date() {
  [ -f "$ADAPTER_COPY" ] || return 0
  [ -n "$(find pom.xml .mvn events functions/function-support functions/label-studio-client "$ADAPTER_MODULE" \
    \( -name target -o -path '*/src/test' \) -prune -o -newer "$ADAPTER_COPY" \
    \( -name pom.xml -o -path '.mvn/*' -o -path '*/src/*' \) -print 2>/dev/null | head -n 1)" ]
}

# Builds the jar if something that goes into it is newer than the last one. Fails with the end of what Maven says.
build_adapter() {
  local log=.oceanid/log/build.log jars
  adapter_is_out_of_date || return 0
  echo 'building the adapter, which takes a minute or more' >&2
  # what changes from here on is for the next build
  : >.oceanid/adapter-build.begin
  if ! ./mvnw -B -pl "$ADAPTER_MODULE" -am -DskipTests -Dformat=skip package >"$log" 2>&1 </dev/null; then
    grep -vE '^(\[INFO\]|Download|Progress)|^$' "$log" | tail -n 30 >&2
    return 1
  fi
  jars=("$ADAPTER_MODULE"/target/ls-triton-adapter-*-exec.jar)
  cp "${jars[0]}" "$ADAPTER_COPY.new" && touch -r .oceanid/adapter-build.begin "$ADAPTER_COPY.new" \
    && mv -f "$ADAPTER_COPY.new" "$ADAPTER_COPY"
}
