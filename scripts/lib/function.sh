# The functions' jars and executables, for the scripts that run them. To be sourced, in the project's folder, after jdk.sh.

# What a function runs from. It is a copy: a build meanwhile would pull the classes from under it.
function_jar() {
  printf '.oceanid/%s.jar\n' "$1"
}

# The same with what Spring does ahead of time, as native executables and quick starts have it.
function_aot_jar() {
  printf '.oceanid/%s-aot.jar\n' "$1"
}

# The native executable: where EXECUTABLES has it, or where it is built.
function_executable() {
  printf '%s/%s\n' "${EXECUTABLES:-functions/$1/target}" "$1"
}

# The files that the native executable of a function looks for in its own folder.
executable_company() {
  case $1 in ls-triton-adapter) echo libtokenizers.so ;; esac
}

# The folders of a module and of all modules of this project that it needs.
module_folders() {
  local todo=("functions/$1") seen=' ' artifact
  while [ ${#todo[@]} -gt 0 ]; do
    set -- "${todo[@]}"
    todo=("${@:2}")
    case $seen in *" $1 "*) continue ;; esac
    seen="$seen$1 "
    printf '%s\n' "$1"
    for artifact in $(sed -n 's|.*<artifactId>\(.*\)</artifactId>.*|\1|p' "$1/pom.xml"); do
      if [ -f "functions/$artifact/pom.xml" ]; then
        todo+=("functions/$artifact")
      elif [ -f "$artifact/pom.xml" ]; then
        todo+=("$artifact")
      fi
    done
  done
}

# Whether a file is missing that was built of a function, or something that goes into it is newer.
is_out_of_date() {
  local name=$1 file=$2 folders=() folder
  [ -f "$file" ] || return 0
  while read -r folder; do folders+=("$folder"); done < <(module_folders "$name")
  [ -n "$(find pom.xml .mvn "${folders[@]}" \( -name target -o -path '*/src/test' \) -prune -o -newer "$file" \
    \( -name pom.xml -o -path '.mvn/*' -o -path '*/src/*' \) -print 2>/dev/null | head -n 1)" ]
}

# Runs Maven. Fails with the end of what it says.
run_maven() {
  local log=.oceanid/log/build.log
  # what changes from here on is for the next build
  : >.oceanid/functions-build.begin
  if ! ./mvnw -B "$@" -DskipTests -Dformat=skip package >"$log" 2>&1 </dev/null; then
    grep -vE '^(\[INFO\]|Download|Progress)|^$' "$log" | tail -n 30 >&2
    return 1
  fi
}

# Takes away what Spring did ahead of time in a build before: a class of it that is not made anew would be built in.
forget_aot() {
  local name
  for name in "$@"; do
    [ ! -d "functions/$name/target/spring-aot" ] || rm -rf "functions/$name/target/spring-aot" "functions/$name/target/classes"
  done
}

# Builds those of some functions that are out of date, into the files that a function (of this script) names.
build_jars() {
  local file_of=$1 modules='' names=() name jars jar arguments=()
  shift
  while [ "$1" != -- ]; do
    arguments+=("$1")
    shift
  done
  shift
  for name in "$@"; do
    if is_out_of_date "$name" "$("$file_of" "$name")"; then
      names+=("$name")
      modules="$modules,functions/$name"
    fi
  done
  [ ${#names[@]} -gt 0 ] || return 0
  echo "building ${names[*]}, which takes a minute or more" >&2
  forget_aot "${names[@]}"
  run_maven "${arguments[@]}" -pl "${modules#,}" -am || return 1
  for name in "${names[@]}"; do
    jars=(functions/"$name"/target/"$name"-*-exec.jar)
    [ "$name" != local ] || jars=(functions/local/target/oceanid-local.jar)
    jar=$("$file_of" "$name")
    cp "${jars[0]}" "$jar.new" && touch -r .oceanid/functions-build.begin "$jar.new" && mv -f "$jar.new" "$jar" || return 1
  done
}

# PostgreSQL's JDBC driver, out of the jar of local.
jdbc_driver() {
  local jar driver
  jar=$PWD/$(function_jar local)
  driver=$("$JAVA_HOME/bin/jar" --list --file="$jar" | grep '^BOOT-INF/lib/postgresql-[0-9].*\.jar$') || return 1
  (cd .oceanid && "$JAVA_HOME/bin/jar" --extract --file="$jar" "$driver") || return 1
  printf '.oceanid/%s\n' "$driver"
}

build_functions() {
  build_jars function_jar -- "$@"
}

build_aot_functions() {
  build_jars function_aot_jar -Pnative -DskipNativeBuild -- "$@"
}

# Native executables, one after the other, since each takes gigabytes of memory. Maven runs on GraalVM for it. Those of
# EXECUTABLES are taken as they are.
build_executables() {
  local name executable
  [ -z "${EXECUTABLES:-}" ] || return 0
  for name in "$@"; do
    executable=$(function_executable "$name")
    is_out_of_date "$name" "$executable" || continue
    if [ -z "${GRAALVM_HOME:-}" ]; then
      echo "$executable is to be built, and GRAALVM_HOME names no GraalVM $JAVA_RELEASE" >&2
      return 1
    fi
    echo "building $name, which takes some minutes" >&2
    forget_aot "$name"
    JAVA_HOME=$GRAALVM_HOME run_maven -Pnative -pl "functions/$name" -am || return 1
    touch -r .oceanid/functions-build.begin "$executable" || return 1
  done
}
