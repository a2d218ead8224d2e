#!/bin/sh
# Codes the example pages and shows the events as a table for people; the full records go beside the program.
#   examples/demo.sh PROGRAM
set -eu
program=$1
examples=$(dirname "$0")
records=$(dirname "$program")/demo.jsonl
"$program" code "$examples/pages" >"$records"
python3 "$examples/show_events.py" "$records"
echo
echo "The full records, each with the words it came from: $records"
echo "Why an event was coded: $program explain --date 2021-03-04 'France recalled its ambassador to Mali on Tuesday.'"
