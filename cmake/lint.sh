#!/bin/sh
# clang-tidy over every source file, warnings as errors, with the checks of .clang-tidy.
#   lint.sh BUILD_FOLDER
set -eu
build=$1
[ -f "$build/compile_commands.json" ] || { echo "lint.sh: no compile_commands.json in $build; run make build first" >&2; exit 2; }
# What is not built here, such as src/columns without Arrow C++, cannot be looked at.
columns=src/columns
grep -q "$columns/" "$build/compile_commands.json" && columns=-
find src tools -name '*.cpp' ! -name '*_avx2.cpp' ! -name '*_avx512.cpp' ! -path "$columns/*" -print0 |
  sort -z | xargs -0 -n 1 -P "$(nproc)" clang-tidy-16 -p "$build" --quiet --warnings-as-errors='*'
echo "lint: nothing to complain about"
