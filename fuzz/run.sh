#!/bin/sh
# Runs every fuzzer for a while, each on a corpus that stays in the build folder and begins with the cases in fuzz/corpora: those written by hand in a folder
# NAME, and what earlier runs found that takes other ways through the code, made small, in NAME.tar.xz. Ends at the first finding.
#   fuzz/run.sh BUILD_FOLDER SECONDS
set -eu
build=$1
seconds=$2
found=0
for fuzzer in "$build"/*_fuzz; do
  [ -x "$fuzzer" ] || continue
  found=1
  name=$(basename "$fuzzer")
  corpus="$build/corpus/$name"
  found_before="$(dirname "$0")/corpora/$name.tar.xz"
  if [ ! -d "$corpus" ]; then
    mkdir -p "$corpus"
    [ ! -f "$found_before" ] || tar -xJf "$found_before" -C "$corpus"
  fi
  seeds="$(dirname "$0")/corpora/$name"
  [ -d "$seeds" ] || seeds=
  echo "== $name, $seconds seconds"
  "$fuzzer" "$corpus" ${seeds:+"$seeds"} -max_total_time="$seconds" -rss_limit_mb=2048 -timeout=10 -max_len=65536 -print_final_stats=1 \
    -artifact_prefix="$build/" 2>"$build/$name.log" || { tail -40 "$build/$name.log"; exit 1; }
  grep -E "number_of_executed_units|average_exec" "$build/$name.log"
done
[ "$found" = 1 ] || { echo "fuzz/run.sh: no fuzzers in $build" >&2; exit 2; }
