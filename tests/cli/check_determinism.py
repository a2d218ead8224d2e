#!/usr/bin/env python3
"""The same bytes come out on every run and for any number of threads: check_determinism.py --attache build/attache

Works on the golden pages and the examples, and on one JSONL file of many articles, so that several batches are under way at once.
"""
import hashlib
import json
import pathlib
import tempfile

from program import Checks, Program, arguments_of

ROOT = pathlib.Path(__file__).resolve().parents[2]
COMMANDS = [["read"], ["parse", "--format", "conllu"], ["parse", "--format", "jsonl"], ["code", "--format", "jsonl"], ["code", "--format", "csv"]]
COPIES = 12


def pages():
    return sorted(str(path) for pattern in ("tests/pages/*/page.*", "examples/pages/*.*") for path in ROOT.glob(pattern))


def many_articles(attache, files):
    """The pages' articles again and again as JSONL, each with an id of its own and its paragraphs turned round by some places."""
    documents = [json.loads(line) for line in attache("read", *files).lines]
    lines = []
    for copy in range(COPIES):
        for document in documents:
            heads = [block for block in document["blocks"] if block["kind"] == "headline"]
            rest = [block for block in document["blocks"] if block["kind"] != "headline"]
            turn = copy % max(1, len(rest))
            lines.append(json.dumps({**document, "id": f"{document['id']}-{copy}", "blocks": heads + rest[turn:] + rest[:turn]}))
    return "\n".join(lines) + "\n"


def main():
    arguments = arguments_of(__doc__).parse_args()
    attache = Program(arguments.attache, seconds=300)
    checks = Checks()
    files = pages()
    with tempfile.TemporaryDirectory() as folder:
        many = pathlib.Path(folder) / "many.jsonl"
        many.write_text(many_articles(attache, files), encoding="utf-8")
        for name, inputs in (("the pages", files), ("many articles", [str(many)])):
            for command in COMMANDS:
                seen = {}
                for threads in (1, 2, 1, 2, 5):
                    run = attache(*command, "--threads", threads, *inputs)
                    checks.expect(run.status in (0, 3), f"{' '.join(command)} on {name} with {threads} threads works", f"status {run.status}: {run.messages[-300:]}")
                    seen.setdefault((hashlib.sha256(run.output).hexdigest(), run.messages), []).append(threads)
                checks.expect(run.output, f"{' '.join(command)} on {name} gives something")
                checks.expect(len(seen) == 1, f"{' '.join(command)} on {name} gives the same bytes", f"runs with threads {list(seen.values())} differ")
    checks.finish()


if __name__ == "__main__":
    main()
