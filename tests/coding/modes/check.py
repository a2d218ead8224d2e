#!/usr/bin/env python3
"""Codes five or more sentences for every mode of PLOVER, each as a page of its own, and asks for an event of that type and mode.

    check.py --attache build/attache            every sentence that gives another event or none, then totals
    check.py --attache build/attache --quiet    totals only
    check.py --attache build/attache --types    the same for files of whole types, without modes

`<type>.tsv` holds lines of mode, tab, sentence; `types.txt` lines of type, tab, sentence. The sentences were written for the project, in the plain manner of news from all regions.
Ends with status 1 when fewer than `--least` of a hundred give what they should, or when no sentence of some mode does. Standard library only.
"""
import argparse
import collections
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from coded_sentences import code_sentences  # noqa: E402, the path first

HERE = pathlib.Path(__file__).resolve().parent


def sentences_of_modes():
    for path in sorted(HERE.glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            mode, sentence = line.split("\t")
            yield (path.stem.upper(), mode), sentence


def sentences_of_types():
    for line in (HERE / "types.txt").read_text(encoding="utf-8").splitlines():
        event, sentence = line.split("\t")
        yield (event, None), sentence


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--attache", default="build/attache", help="the program")
    options.add_argument("--quiet", action="store_true", help="totals only")
    options.add_argument("--types", action="store_true", help="the sentences of types.txt")
    options.add_argument("--least", type=float, default=85, help="fewest of a hundred sentences that must give their type and mode")
    arguments = options.parse_args()

    wanted = list(sentences_of_types() if arguments.types else sentences_of_modes())
    right = collections.Counter()
    for (kind, sentence), events in zip(wanted, code_sentences(arguments.attache, [text for _, text in wanted])):
        found = any(event["event"] == [kind[0]] and (kind[1] is None or kind[1] in event.get("mode", [])) for event in events)
        right[kind] += found
        if not found and not arguments.quiet:
            given = ", ".join("/".join(event["event"] + event.get("mode", [])) for event in events)
            print(f"{'/'.join(filter(None, kind))}: {given or 'nothing'}  {sentence}")
    silent = ["/".join(filter(None, kind)) for kind, count in right.items() if count == 0]
    for kind in silent:
        print(f"{kind}: no sentence gives it")
    share = 100 * right.total() / len(wanted)
    print(f"{right.total()} of {len(wanted)} sentences give their type{'' if arguments.types else ' and mode'}: {share:.1f} in a hundred, least {arguments.least:g}")
    sys.exit(bool(silent) or share < arguments.least)


if __name__ == "__main__":
    main()
