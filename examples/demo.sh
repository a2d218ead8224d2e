#!/bin/sh
# Codes the example pages and shows who did what to whom. The records go to demo.jsonl beside the program.
#   examples/demo.sh build/attache
set -eu
attache=$1
here=$(dirname "$0")
records=$(dirname "$attache")/demo.jsonl

"$attache" code "$here/pages" > "$records"
python3 "$here/show_events.py" "$records"
echo "The whole records, with the words that each field came from: $records"
