"""The words that the model knows by themselves: those of the training sets and those on the lexicon's lists of names."""
import collections
import csv
import pathlib
import re

import numpy

from word_features import form_hash

LISTS = ("forenames", "surnames", "places", "place words", "organisations", "organisation words")
LEAST_SEEN = 2  # sightings in the training sets below which nothing is learned of a word by itself
LEAST_PEOPLE = 30000  # of a place whose name is a mark: small towns are called by every word there is
LEXICON = pathlib.Path(__file__).resolve().parent.parent / "lexicon"


def _name_words(text):
    return [w for w in re.findall(r"\w+", text.lower()) if len(w) > 2]


def _yaml_names(folder):
    """The `name:` and `names: [...]` of the lexicon's entries."""
    for path in sorted((LEXICON / "actors" / folder).glob("*.yaml")):
        for line in path.read_text(encoding="utf-8").splitlines():
            for match in re.finditer(r"\bname: *([^,}]+)", line):
                yield match.group(1)
            for match in re.finditer(r"\bnames: *\[([^\]]*)\]", line):
                yield from match.group(1).split(",")


def listed_words():
    """Words of the names in the lexicon, list → set: those that are names by themselves (Oslo, NATO) apart from those that only begin or make
    up longer ones. Places called by ordinary words (Nice, Reading) are left out."""
    lists = {name: set() for name in LISTS}
    for name in _yaml_names("people"):
        *first, last = _name_words(name) or [""]
        lists["surnames"].add(last)
        lists["forenames"].update(first)

    def add(name, whole, part):
        words = _name_words(name)
        lists[whole if len(words) == 1 else part].update(words)

    for folder in ("organisations", "armed_groups", "parties"):
        for name in _yaml_names(folder):
            add(name, "organisations", "organisation words")
    for name in _yaml_names("countries"):
        add(name, "places", "place words")
    for file, columns in (("places.tsv", (1, 7)), ("regions.tsv", (3,))):
        for row in csv.reader((LEXICON / "gazetteer" / file).open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE):
            if row and not row[0].startswith("#") and (file != "places.tsv" or int(row[6] or 0) >= LEAST_PEOPLE):
                for name in (n for c in columns if c < len(row) for n in row[c].split("|")):
                    add(name, "places", "place words")
    ordinary = {w for line in (LEXICON / "gazetteer" / "ordinary_words.tsv").read_text(encoding="utf-8").splitlines() for w in _name_words(line)}
    lists["places"] -= ordinary
    for words in lists.values():
        words.discard("")
    return lists


class Vocabulary:
    """Words in the order of their hashes, each with how often training meets it and the lists that it stands on."""

    def __init__(self, sentences):
        counts = collections.Counter(form.lower() for s in sentences for form in s.forms)
        lists = listed_words()
        chosen = {w for w, n in counts.items() if n >= LEAST_SEEN} | set().union(*lists.values())
        by_hash = {}
        for word in sorted(chosen, key=lambda w: (-counts[w], w)):
            by_hash.setdefault(form_hash(word), word)
        self.hashes = numpy.array(sorted(by_hash), numpy.uint32)
        self.words = [by_hash[h] for h in self.hashes.tolist()]
        self.rows = {word: i for i, word in enumerate(self.words)}
        self.unknown = len(self.words)
        self.counts = numpy.array([counts[w] for w in self.words] + [0], numpy.float32)
        self.marks = numpy.zeros((len(self.words) + 1, len(LISTS)), numpy.float32)
        for row, word in enumerate(self.words):
            self.marks[row] = [word in lists[name] for name in LISTS]

    def row(self, lower):
        """Its row; `unknown` for a word that the model does not know by itself."""
        return self.rows.get(lower, self.unknown)
