# The functions' jars, for the scripts that run them. To be sourced, in the project's folder, after jdk.sh.

# What a function runs from. It is a copy: a build meanwhile would pull the classes from under it.
function_jar() {
  printf '.oceanid/%s.jar\n' "$1"
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

function_is_out_of_date() {
  local jar folders folder
  jar=$(function_jar "$1")
  [ -f "$jar" ] || return 0
  folders=()
  while read -r folder; do folders+=("$folder"); done < <(module_folders "$1")
  [ -n "$(find pom.xml .mvn "${folders[@]}" \( -name target -o -path '*/src/test' \) -prune -o -newer "$jar" \
    \( -name pom.xml -o -path '.mvn/*' -o -path '*/src/*' \) -print 2>/dev/null | head -n 1)" ]
}

# Builds the jars of functions, those whose last one is older than something that goes into it. Fails with the end of what
# Maven says.
build_functions() {
  local log=.oceanid/log/build.log modules='' names=() name jars jar
  for name in "$@"; do
    if function_is_out_of_date "$name"; then
      names+=("$name")
      modules="$modules,functions/$name"
    fi
  done
  [ ${#names[@]} -gt 0 ] || return 0
  echo "building ${names[*]}, which takes a minute or more" >&2
  # what changes from here on is for the next build
  : >.oceanid/functions-build.begin
  if ! ./mvnw -B -pl "${modules#,}" -am -DskipTests -Dformat=skip package >"$log" 2>&1 </dev/null; then
    grep -vE '^(\[INFO\]|Download|Progress)|^$' "$log" | tail -n 30 >&2
    return 1
  fi
  for name in "${names[@]}"; do
    jars=(functions/"$name"/target/"$name"-*-exec.jar)
    [ "$name" != local ] || jars=(functions/local/target/oceanid-local.jar)
    jar=$(function_jar "$name")
    cp "${jars[0]}" "$jar.new" && touch -r .oceanid/functions-build.begin "$jar.new" && mv -f "$jar.new" "$jar" || return 1
  done
}
