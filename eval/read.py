#!/usr/bin/env python3
"""How well `attache read` finds the article in pages of a folder, and its date.

    eval/read.py FOLDER --attache build/attache [--worst 5]

The folder holds the pages and what is known of them, one JSON object a line, in one of three forms:
    truth.jsonl     {"id", "body"}                  the article's whole text: precision, recall and F1 of its runs of four words
    segments.jsonl  {"id", "must", "must_not"}      pieces of text that belong to the article and that do not: the share rightly kept or left out
    any other       {"id", "date"}                  the day of publication: the shares of pages with exactly this day, with another, with none
Pages are html/ID.html.gz, or what "file" says. Every figure comes with the 95 % interval of a bootstrap over pages. --worst names the pages that
lose most, with the paragraphs lost and added. Ends with status 2 where the folder holds no such file.
"""
import argparse
import collections
import gzip
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

RUN = 4
SAMPLES = 2000


def read_pages(attache, folder, rows):
    """What the program finds in each row's page: a list of documents for each id. One run for all pages, so that a slow start does not count."""
    with tempfile.TemporaryDirectory() as pages:
        for row in rows:
            packed = folder / row.get("file", f"html/{row['id']}.html.gz")
            pathlib.Path(pages, f"{row['id']}.html").write_bytes(gzip.decompress(packed.read_bytes()))
        done = subprocess.run([attache, "read", pages], capture_output=True, check=False)
    if done.returncode not in (0, 3):
        sys.exit(f"{attache} read ended with status {done.returncode}: {done.stderr.decode(errors='replace')[-400:]}")
    found = collections.defaultdict(list)
    for document in map(json.loads, done.stdout.decode().splitlines()):
        found[pathlib.Path(document["source"]["file"].split("#")[0]).stem].append(document)
    return found


def text_of(documents, kinds):
    return "\n".join(block["text"] for document in documents for block in document["blocks"] if block["kind"] in kinds)


def words_of(text):
    return re.findall(r"\w+", text.casefold())


def runs_of(text):
    """The text's runs of four words with their counts; a shorter text is one run."""
    words = words_of(text)
    return collections.Counter(tuple(words[i : i + RUN]) for i in range(max(1, len(words) - RUN + 1))) if words else collections.Counter()


def ratio(part, whole):
    return part / whole if whole else 1.0


def interval(pages, figure):
    """The figure over the pages and where 95 % of its values over resampled pages lie."""
    draw = random.Random(1)
    values = sorted(figure(draw.choices(pages, k=len(pages))) for _ in range(SAMPLES))
    return f"{figure(pages):.4f} [{values[int(0.025 * SAMPLES)]:.4f}, {values[int(0.975 * SAMPLES) - 1]:.4f}]"


def mean(pages, name):
    return sum(page[name] for page in pages) / len(pages)


def paragraphs_without(text, other):
    """The paragraphs of one text most of whose runs the other lacks."""
    words = words_of(other)
    known = {tuple(words[i : i + n]) for n in range(1, RUN + 1) for i in range(len(words) - n + 1)}
    lacking = []
    for line in filter(None, map(str.strip, text.split("\n"))):
        runs = runs_of(line)
        if runs and sum(n for run, n in runs.items() if run not in known) * 2 > sum(runs.values()):
            lacking.append(line)
    return lacking


def score_text(rows, found):
    pages = []
    for row in rows:
        got = text_of(found[row["id"]], ("lead", "body"))
        want_runs, got_runs = runs_of(row["body"]), runs_of(got)
        common = sum((want_runs & got_runs).values())
        pages.append({"id": row["id"], "precision": ratio(common, sum(got_runs.values())), "recall": ratio(common, sum(want_runs.values())),
                      "lost": paragraphs_without(row["body"], got), "added": paragraphs_without(got, row["body"])})
    for page in pages:
        page["score"] = min(page["precision"], page["recall"])

    def f1(sample):
        precision, recall = mean(sample, "precision"), mean(sample, "recall")
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    return pages, {"precision": lambda s: mean(s, "precision"), "recall": lambda s: mean(s, "recall"), "f1": f1}


def score_segments(rows, found):
    pages = []
    for row in rows:
        got = " ".join(text_of(found[row["id"]], ("lead", "body")).split())
        lost = [piece for piece in row["must"] if " ".join(piece.split()) not in got]
        added = [piece for piece in row["must_not"] if " ".join(piece.split()) in got]
        asked = len(row["must"]) + len(row["must_not"])
        pages.append({"id": row["id"], "must": len(row["must"]), "must_not": len(row["must_not"]), "lost": lost, "added": added,
                      "score": 1 - ratio(len(lost) + len(added), asked) if asked else 1.0})
    share = lambda sample, kind, asked: 1 - ratio(sum(len(p[kind]) for p in sample), sum(p[asked] for p in sample))
    return pages, {
        "accuracy": lambda s: 1 - ratio(sum(len(p["lost"]) + len(p["added"]) for p in s), sum(p["must"] + p["must_not"] for p in s)),
        "must kept": lambda s: share(s, "lost", "must"),
        "must_not left out": lambda s: share(s, "added", "must_not"),
    }


def score_dates(rows, found):
    pages = []
    for row in rows:
        days = [document.get("published") for document in found[row["id"]] if document.get("published")]
        day = days[0] if days else None
        pages.append({"id": row["id"], "exact": day == row["date"], "wrong": day not in (None, row["date"]), "score": float(day == row["date"]),
                      "lost": [f"{row['date']} of {row.get('url', '')}"], "added": days[:1]})
    return pages, {"exact": lambda s: mean(s, "exact"), "wrong": lambda s: mean(s, "wrong"), "none": lambda s: 1 - mean(s, "exact") - mean(s, "wrong")}


def form_of(row):
    if "body" in row:
        return score_text
    return score_segments if "must" in row else score_dates if "date" in row else None


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=pathlib.Path)
    options.add_argument("--attache", default="build/attache", help="the program")
    options.add_argument("--worst", type=int, default=0, help="show that many of the worst pages")
    given = options.parse_args()
    scored = 0
    for known in sorted(given.folder.glob("*.jsonl")):
        rows = [json.loads(line) for line in known.read_text(encoding="utf-8").splitlines() if line.strip()]
        score = form_of(rows[0]) if rows else None
        if score is None:
            continue
        scored += 1
        pages, figures = score(rows, read_pages(given.attache, given.folder, rows))
        print(f"{known.name}: {len(pages)} pages")
        for name, figure in figures.items():
            print(f"  {name:18} {interval(pages, figure)}")
        for page in sorted((p for p in pages if p["score"] < 1), key=lambda p: p["score"])[: given.worst]:
            print(f"  {page['id']}  {page['score']:.3f}")
            for sign, lines in (("-", page["lost"]), ("+", page["added"])):
                for line in lines[:12]:
                    print(f"    {sign} {line[:160]}")
    if not scored:
        print(f"{given.folder}: no truth.jsonl, segments.jsonl or list of dates", file=sys.stderr)
        sys.exit(2)


if __name__ == "__main__":
    main()
