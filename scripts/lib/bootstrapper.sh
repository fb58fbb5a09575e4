# The bootstrapper's jar, for the scripts that run it. To be sourced, in the project's folder, after jdk.sh.

BOOTSTRAPPER_MODULE=functions/project-bootstrapper
# It runs on a copy: a build meanwhile would pull the classes from under it.
BOOTSTRAPPER_COPY=.oceanid/project-bootstrapper.jar

bootstrapper_is_out_of_date() {
  [ -f "$BOOTSTRAPPER_COPY" ] || return 0
  [ -n "$(find pom.xml .mvn events functions/function-support functions/label-studio-client functions/row-sources \
    functions/row-recipes "$BOOTSTRAPPER_MODULE" \
    \( -name target -o -path '*/src/test' \) -prune -o -newer "$BOOTSTRAPPER_COPY" \
    \( -name pom.xml -o -path '.mvn/*' -o -path '*/src/*' \) -print 2>/dev/null | head -n 1)" ]
}

# Builds the jar if something that goes into it is newer than the last one. Fails with the end of what Maven says.
build_bootstrapper() {
  local log=.oceanid/log/build.log jars
  bootstrapper_is_out_of_date || return 0
  echo 'building the bootstrapper, which takes a minute or more' >&2
  # what changes from here on is for the next build
  : >.oceanid/bootstrapper-build.begin
  if ! ./mvnw -B -pl "$BOOTSTRAPPER_MODULE" -am -DskipTests -Dformat=skip package >"$log" 2>&1 </dev/null; then
    grep -vE '^(\[INFO\]|Download|Progress)|^$' "$log" | tail -n 30 >&2
    return 1
  fi
  jars=("$BOOTSTRAPPER_MODULE"/target/project-bootstrapper-*-exec.jar)
  cp "${jars[0]}" "$BOOTSTRAPPER_COPY.new" && touch -r .oceanid/bootstrapper-build.begin "$BOOTSTRAPPER_COPY.new" \
    && mv -f "$BOOTSTRAPPER_COPY.new" "$BOOTSTRAPPER_COPY"
}
