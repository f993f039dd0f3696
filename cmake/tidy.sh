#!/bin/bash
# clang-tidy over all sources, on all cores; a file is checked again only when it, one of the project's headers that it
# includes, or .clang-tidy changed.
#   cmake/tidy.sh BUILD_DIR     (one that has compile_commands.json)
set -euo pipefail
cd "$(dirname "$0")/.."
build=$1
stamps=build/tidy
mkdir -p "$stamps"

tidy_one() {
  local build=$1 stamps=$2 file=$3 headers key stamp
  headers=$(g++ -std=c++20 $python_includes -Isrc -I"$build/src/text/generated" -MM -MG "$file" | tr -d '\\\n' | cut -d: -f2-)
  key=$(cat .clang-tidy $headers 2>/dev/null | sha256sum | cut -c1-32)
  stamp=$stamps/$(echo "$file" | tr / _).$key
  [ -e "$stamp" ] && return 0
  if clang-tidy -p "$build" --quiet "$file" 2>/dev/null; then
    rm -f "$stamps/$(echo "$file" | tr / _)".*
    touch "$stamp"
  else
    echo "clang-tidy: $file"
    return 1
  fi
}
# src/python includes Python's headers; without them its stamps would not see a change of pybind11's.
python_includes=$(/usr/bin/python3-config --includes 2>/dev/null || true)
export python_includes
export -f tidy_one

# Only what this build compiles: headers are checked with the files that include them.
sed -n 's/^ *"file": "\(.*\)",\{0,1\}$/\1/p' "$build/compile_commands.json" | sed "s#^$PWD/##" | grep '^\(src\|bench\|tests\|fuzz\)/' | sort -u |
  xargs -P "$(nproc)" -I{} bash -c 'tidy_one "$@"' tidy "$build" "$stamps" {}
