#!/usr/bin/env python3
"""Codes the small pages of documents.txt and sees which reports are linked as one event.

    check.py --attache build/attache

Ends with status 1 when a link is missing or too many, or an event that is asked for is not coded. Standard library only.
"""
import argparse
import json
import pathlib
import subprocess
import sys

DOCUMENTS = pathlib.Path(__file__).resolve().parent / "documents.txt"


def read_documents():
    documents = []
    for line in DOCUMENTS.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        key, _, rest = line.partition(" ")
        if key == "==":
            documents.append({"name": rest, "title": "", "paragraphs": [], "asked": []})
        elif key == "H":
            documents[-1]["title"] = rest
        elif key == "P":
            documents[-1]["paragraphs"].append(rest)
        elif key in ("same", "apart"):
            kind, *sentences = rest.split()
            documents[-1]["asked"].append((key, kind, [int(number) for number in sentences]))
        else:
            sys.exit(f"{DOCUMENTS.name}: cannot read {line!r}")
    return documents


def code(attache, documents):
    """The records of each document."""
    pages = "".join(json.dumps({"id": str(i), "date": "2015-06-12", "title": d["title"], "text": "\n\n".join(d["paragraphs"])}) + "\n" for i, d in enumerate(documents))
    done = subprocess.run([attache, "code", "--profile", "recall", "-"], input=pages.encode(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode not in (0, 3):
        sys.exit(f"{attache} ended with status {done.returncode}: {done.stderr.decode(errors='replace')}")
    records = [[] for _ in documents]
    for line in done.stdout.decode().splitlines():
        record = json.loads(line)
        records[int(record["cite_info"]["citation"])].append(record)
    return records


def wrong_in(document, records):
    """What is not as it should be, in words."""
    wrong = []
    for key, kind, sentences in document["asked"]:
        events = [next((r for r in records if r["event"] == [kind] and r["text_info"]["sequence"] == n), None) for n in sentences]
        if None in events:
            wrong.append(f"no {kind} in sentence {sentences[events.index(None)]}")
            continue
        told = [event.get("same_as", event["id"]) for event in events]
        if key == "same" and len(set(told)) != 1:
            wrong.append(f"{kind} in sentences {sentences} should be one event")
        if key == "apart" and len(set(told)) != len(told):
            wrong.append(f"{kind} in sentences {sentences} should be {len(sentences)} events")
    return wrong


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--attache", default="build/attache", help="the program")
    arguments = options.parse_args()
    documents = read_documents()
    count = 0
    for document, records in zip(documents, code(arguments.attache, documents)):
        wrong = wrong_in(document, records)
        count += len(wrong)
        if not wrong:
            continue
        print(document["name"])
        for line in wrong:
            print(f"    {line}")
        for r in records:
            sides = " > ".join("+".join(f"{e.get('code', '?')}:{e.get('sector', '')}" for e in r[side]) or "-" for side in ("actor", "recipient"))
            print(f"      {r['text_info']['sequence']} {r['id'][:4]} {r['event'][0]} {r.get('mode')} {sides} {r.get('date')} ({r.get('date_text')}) {r['modality']} {r.get('same_as', '')[:4]}")
    asked = sum(len(document["asked"]) for document in documents)
    print(f"{len(documents)} pages, {asked} questions, {count} wrong")
    sys.exit(count > 0)


if __name__ == "__main__":
    main()
