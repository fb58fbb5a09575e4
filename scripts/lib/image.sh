# Images out of folders, for the scripts that make some. To be sourced, in the project's folder, after jdk.sh and function.sh.

# numeric, since a scratch image has no /etc/passwd
IMAGE_USER=65532

image_architecture() {
  case $(uname -m) in
    x86_64) echo amd64 ;;
    aarch64 | arm64) echo arm64 ;;
    *) uname -m ;;
  esac
}

# When the commit was made, so that its image is the same whenever it is built; without Git, what the build says.
image_created() {
  local seconds
  if seconds=$(git log -1 --format=%ct 2>/dev/null); then
    date -u -d "@$seconds" +%Y-%m-%dT%H:%M:%SZ
  else
    sed -n 's|.*<project.build.outputTimestamp>\(.*\)</project.build.outputTimestamp>|\1|p' pom.xml
  fi
}

# Copies into a folder what programs and libraries need of this machine's C library, each to where it is here. Nothing for
# what is linked statically.
copy_libraries() {
  local root=$1 library
  shift
  { ldd "$@" 2>/dev/null || true; } | sed -n 's/.* => \(\/[^ ]*\) (.*/\1/p; s/^\t\(\/[^ ]*ld-[^ ]*\) (.*/\1/p' | sort -u \
    | while read -r library; do
      case $library in "$root"/* | "${OWN_LIBRARIES:-/none}"/*) continue ;; esac
      mkdir -p "$root$(dirname "$library")"
      install -m 755 "$library" "$root$library"
    done
}

# Writes an image: what functions/image-archive is to be told. Prints the digest.
write_image() {
  # Zstandard is native
  "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -jar "$(function_jar image-archive)" \
    "--architecture=$(image_architecture)" "--user=$IMAGE_USER" "--created=$(image_created)" "$@"
}
