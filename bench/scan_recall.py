#!/usr/bin/env python3
"""How many of the sentences that hold an event the lexical scan lets through to the parser.

    bench/scan_recall.py --attache build/attache --relations PLV_TRAIN.jsonl

Counts sentences of two sets: the needed events of the project's golden pages (tests/pages), and, where it is given, a file of sentences with a
known event (relations/plv_train.jsonl), each sentence by itself. A sentence counts as lost when an event is coded in it with every sentence
parsed and none with the scan; what the coder finds in neither is no loss of the scan.
"""
import argparse
import json
import pathlib
import subprocess
import tempfile

PAGES = pathlib.Path(__file__).resolve().parent.parent / "tests" / "pages"


def sentences(attache, files, *options):
    output = subprocess.run([attache, "code", "--profile", "recall", *options, *map(str, files)], capture_output=True, check=False).stdout
    return {(e["cite_info"].get("citation"), e["text"]) for e in map(json.loads, output.decode().splitlines())}


def report(title, attache, files):
    full = sentences(attache, files, "--parse-every-sentence")
    lost = full - sentences(attache, files)
    print(f"{title}: {len(full)} sentences with events, {len(lost)} lost by the scan, recall {100 * (1 - len(lost) / max(1, len(full))):.2f} %")
    for _, text in sorted(lost)[:5]:
        print("   ", text[:160])


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--attache", required=True)
    options.add_argument("--relations", type=pathlib.Path)
    given = options.parse_args()
    pages = [p for p in sorted(PAGES.rglob("*")) if p.suffix in (".html", ".txt")]
    report("golden pages", given.attache, pages)
    if given.relations and given.relations.exists():
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "sentences.jsonl"
            rows = [json.loads(line) for line in given.relations.read_text(encoding="utf-8").splitlines()]
            path.write_text("".join(json.dumps({"id": str(i), "language": "en", "text": row["text"]}) + "\n" for i, row in enumerate(rows)))
            report(given.relations.name, given.attache, [path])


if __name__ == "__main__":
    main()
