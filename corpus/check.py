#!/usr/bin/env python3
"""Checks the corpus and counts what is in it: corpus/check.py [FILE…]

Refuses unknown types, modes and modalities, pairs labelled twice, and sentences that share eight words in a row with another sentence of the corpus or with
the reference data in ../shared/gold. Ends with status 1 when anything is wrong. Standard library only.
"""
import collections
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
OVERLAP = 8
MODALITIES = {"negation", "future", "hypothetical", "historical"}


def plover():
    """Type → its modes, read from the lexicon's ontology line by line (no YAML library is needed for its plain form)."""
    modes = {}
    for line in (ROOT / "lexicon/ontology/plover.yaml").read_text(encoding="utf-8").splitlines():
        if match := re.match(r"\s*-?\s*(?:type:\s*)?([A-Z]{3,})\b", line.replace("{", "").replace("- ", "")):
            current = modes.setdefault(match.group(1), set())
        for name in re.findall(r"\b([a-z][a-z-]+): -?\d", line):
            if modes:
                current.add(name)
    return modes


def shingles(text):
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[i:i + OVERLAP]) for i in range(len(words) - OVERLAP + 1)}


def gold_texts():
    """Every string of the reference data that is long enough to share eight words."""
    def strings(value):
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            for item in value.values():
                yield from strings(item)
        elif isinstance(value, list):
            for item in value:
                yield from strings(item)

    folder = ROOT.parent / "shared" / "gold"
    for name in ("relations", "events", "news", "geo", "constructions"):
        for path in sorted((folder / name).rglob("*")) if (folder / name).exists() else []:
            if path.suffix not in (".jsonl", ".json", ".txt", ".xml", ".tsv"):
                continue
            text = path.read_text(encoding="utf-8", errors="replace")
            for line in text.splitlines():
                try:
                    yield from strings(json.loads(line))
                except ValueError:
                    yield line


class Checker:
    def __init__(self):
        self.wrong = 0
        self.seen = {}
        self.labels = collections.Counter()
        self.modalities = collections.Counter()
        self.sentences = 0
        self.codes = 0
        self.types = plover()

    def complain(self, place, what):
        self.wrong += 1
        print(f"{place}: {what}")

    def check_file(self, path):
        sentence, pairs = None, set()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            place = f"{path.name}:{number}"
            if not line.strip() or line.lstrip().startswith("#"):
                continue
            if line[0] in " \t":
                self.check_pair(place, line.strip(), sentence, pairs)
                continue
            if sentence is not None and not pairs:
                self.complain(place, "the sentence above has no pair")
            sentence, pairs = line, set()
            self.sentences += 1
            plain = re.sub(r"\[|\]\d", "", line)
            for shingle in shingles(plain):
                if shingle in self.seen:
                    self.complain(place, f"shares “{shingle}” with {self.seen[shingle]}")
                    break
            for shingle in shingles(plain):
                self.seen.setdefault(shingle, place)

    def check_pair(self, place, text, sentence, pairs):
        if re.fullmatch(r"[1-9]=[A-Z]{3}", text):
            self.codes += 1
            if sentence is None or f"]{text[0]}" not in sentence:
                self.complain(place, "gives a code to a participant that the sentence has not")
            return
        match = re.fullmatch(r"([1-9])>([1-9]) ([A-Z]+|none)(?:/([a-z-]+))?(?:, ([a-z+]+))?", text)
        if not match:
            return self.complain(place, f"not a pair such as `1>2 COERCE/arrest, future`: {text}")
        first, second, label, mode, modality = match.groups()
        if sentence is None or f"]{first}" not in sentence or f"]{second}" not in sentence or first == second:
            self.complain(place, "names a participant that the sentence has not")
        if (first, second, label) in pairs:
            self.complain(place, "stands twice")
        pairs.add((first, second, label))
        if label != "none" and label not in self.types:
            self.complain(place, f"no PLOVER type is called {label}")
        elif mode and mode not in self.types.get(label, ()):
            self.complain(place, f"{label} has no mode {mode}")
        if modality and not set(modality.split("+")) <= MODALITIES:
            self.complain(place, f"unknown modality {modality}")
        self.labels[label + (f"/{mode}" if mode else "")] += 1
        self.modalities[modality or "asserted"] += 1

    def check_against(self, texts):
        for text in texts:
            for shingle in shingles(text):
                if shingle in self.seen:
                    self.complain(self.seen.pop(shingle), f"shares “{shingle}” with the reference data")


def main():
    files = [pathlib.Path(name) for name in sys.argv[1:]] or sorted((ROOT / "corpus").glob("*.txt"))
    checker = Checker()
    for path in files:
        checker.check_file(path)
    checker.check_against(gold_texts())
    print(f"{checker.sentences} sentences, {sum(checker.labels.values())} pairs, {checker.codes} participants with the code that they should have")
    types = collections.Counter()
    for label, count in checker.labels.items():
        types[label.split("/")[0]] += count
    for label, count in sorted(types.items()):
        modes = {name.split("/")[1]: n for name, n in checker.labels.items() if name.startswith(label + "/")}
        print(f"  {label:<10} {count:>5}   " + ", ".join(f"{name} {n}" for name, n in sorted(modes.items())))
    print("  " + ", ".join(f"{name} {n}" for name, n in checker.modalities.most_common()))
    sys.exit(checker.wrong > 0)


if __name__ == "__main__":
    main()
