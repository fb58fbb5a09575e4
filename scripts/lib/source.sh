# The source's jar, for the scripts that run it. To be sourced, in the project's folder, after jdk.sh.

SOURCE_MODULE=functions/label-studio-source
# It runs on a copy: a build meanwhile would pull the classes from under it.
SOURCE_COPY=.oceanid/label-studio-source.jar

source_is_out_of_date() {
  [ -f "$SOURCE_COPY" ] || return 0
  [ -n "$(find pom.xml .mvn events functions/function-support "$SOURCE_MODULE" \
    \( -name target -o -path '*/src/test' \) -prune -o -newer "$SOURCE_COPY" \
    \( -name pom.xml -o -path '.mvn/*' -o -path '*/src/*' \) -print 2>/dev/null | head -n 1)" ]
}

# Builds the jar if something that goes into it is newer than the last one. Fails with the end of what Maven says.
build_source() {
  local log=.oceanid/log/build.log jars
  source_is_out_of_date || return 0
  echo 'building the source, which takes a minute or more' >&2
  # what changes from here on is for the next build
  : >.oceanid/source-build.begin
  if ! ./mvnw -B -pl "$SOURCE_MODULE" -am -DskipTests -Dformat=skip package >"$log" 2>&1 </dev/null; then
    grep -vE '^(\[INFO\]|Download|Progress)|^$' "$log" | tail -n 30 >&2
    return 1
  fi
  jars=("$SOURCE_MODULE"/target/label-studio-source-*-exec.jar)
  cp "${jars[0]}" "$SOURCE_COPY.new" && touch -r .oceanid/source-build.begin "$SOURCE_COPY.new" \
    && mv -f "$SOURCE_COPY.new" "$SOURCE_COPY"
}
