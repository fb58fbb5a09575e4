# The JDK that the scripts run on. To be sourced.

JAVA_RELEASE=25

is_jdk() {
  [ -x "$1/bin/javac" ] && grep -qE "^JAVA_VERSION=\"$JAVA_RELEASE[\".+-]" "$1/release" 2>/dev/null
}

# java.home of a java program; the one of macOS only opens a window where no Java is installed
home_of() {
  "$1" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
}

find_jdk() {
  local java home
  if [ -n "${JAVA_HOME:-}" ] && is_jdk "$JAVA_HOME"; then
    printf '%s\n' "$JAVA_HOME"
    return
  fi
  if java=$(command -v java) && home=$(home_of "$java") && [ -n "$home" ] && is_jdk "$home"; then
    printf '%s\n' "$home"
    return
  fi
  for home in /usr/lib/jvm/* "${HOME:-/}"/.sdkman/candidates/java/* "${HOME:-/}"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME:-/}"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if is_jdk "$home"; then
      printf '%s\n' "$home"
      return
    fi
  done
  return 1
}

NO_JDK="no JDK $JAVA_RELEASE found: install one, such as Temurin $JAVA_RELEASE (https://adoptium.net), or set JAVA_HOME to it"
