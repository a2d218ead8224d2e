"""The lexicon's names of persons, organisations and places, cut into words: to stand where training sentences have other names.

A few hundred names of their time make up most of what the sets annotate. With other names in their place a network learns what stands around a name and how
names are made, and not those few ("mention replacement": Dai and Adel 2020).
"""
import csv
import dataclasses
import pathlib
import re

from treebanks import IGNORED_TAG, NAME_TAGS, UNKNOWN

LEXICON = pathlib.Path(__file__).resolve().parent.parent / "lexicon"
KIND_FOLDERS = {"PER": ("people",), "ORG": ("organisations", "armed_groups", "parties", "companies", "government_bodies", "media"), "LOC": ("countries",)}
LARGE_PLACE = 200000   # people; places are drawn from those that news is written of
LONGEST_NAME = 8       # words
PREPOSITIONS = {"of", "for", "on", "in", "against", "to", "at"}
SMALL = PREPOSITIONS | {"and", "the", "de", "&"}


def cut(name):
    """Words as the treebanks have them: hyphens apart, and clitics."""
    name = re.sub(r"\s*\(.*?\)", "", name)
    name = re.sub(r"(?<=\w)([-–])(?=\w)", r" \1 ", name)
    return re.sub(r"(?<=\w)('s?|’s?)(?= |$)", r" \1", name).split()


def _yaml_names(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        for match in re.finditer(r"^- *\{name: *([^,}\[]+)|^- *name: *(.+)$", line):
            yield (match.group(1) or match.group(2)).strip(" \"'")
        for match in re.finditer(r"(?:^|[ {])(?:short_)?names: *\[([^\]]*)\]", line):
            for name in match.group(1).split(","):
                yield name.strip(" \"'")


def read_lexicon_names():
    """Kind → list of names, each a list of words; in the order of the files, which is that of the alphabet."""
    names = {}
    for kind, folders in KIND_FOLDERS.items():
        texts = (n for f in folders for path in sorted((LEXICON / "actors" / f).glob("*.yaml")) for n in _yaml_names(path))
        names[kind] = [words for words in map(cut, dict.fromkeys(texts)) if words and words[0][:1].isupper() and len(words) <= LONGEST_NAME]
    ordinary = {line.strip().lower() for line in (LEXICON / "gazetteer" / "ordinary_words.tsv").read_text(encoding="utf-8").splitlines()}
    with (LEXICON / "gazetteer" / "places.tsv").open(encoding="utf-8") as file:
        for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row and not row[0].startswith("#") and int(row[6] or 0) >= LARGE_PLACE and row[1].lower() not in ordinary:
                names["LOC"].append(cut(row[1]))
    return names


def _spans(names):
    """(first, end, kind) of every name of several tags."""
    spans, first = [], None
    for i, tag in enumerate([NAME_TAGS[t] for t in names] + ["O"]):
        if first is not None and not tag.startswith("I-"):
            spans.append((first, i, NAME_TAGS[names[first]][2:]))
            first = None
        if tag.startswith("B-"):
            first = i
    return spans


def _head_of(words):
    """Where a name hangs: at the last word before a preposition, or the last of all."""
    for i, word in enumerate(words):
        if i and word in PREPOSITIONS:
            return i - 1
    return len(words) - 1


def _replaced(sentence, first, end, kind, words):
    """The sentence with `words` for the words `first` to `end`. What governs what within the new name is not said, but of persons."""
    shift = len(words) - (end - first)
    new_head = first + (0 if kind == "PER" else _head_of(words))
    tags = [NAME_TAGS.index("B-" + kind)] + [NAME_TAGS.index("I-" + kind)] * (len(words) - 1)
    lay = lambda values, inner: None if values is None else values[:first] + inner + values[end:]
    changes = {"forms": lay(sentence.forms, words), "names": lay(sentence.names, tags)}
    if sentence.heads is not None:
        outer = [i for i in range(first, end) if not first <= sentence.heads[i] < end]
        if len(outer) != 1 or sentence.heads[outer[0]] == UNKNOWN:
            return sentence
        place = lambda h: h if h < first else new_head if h < end else h + shift
        heads = [place(h) for h in sentence.heads]
        within, relation = (first, "flat") if kind == "PER" else (UNKNOWN, "")
        inner_heads, inner_labels = [within] * len(words), [relation] * len(words)
        inner_heads[new_head - first], inner_labels[new_head - first] = place(sentence.heads[outer[0]]), sentence.labels[outer[0]]
        proper = [("PROPN|NNP" if w[:1].isupper() else IGNORED_TAG) for w in words]
        changes.update(heads=lay(heads, inner_heads), labels=lay(sentence.labels, inner_labels), tags=lay(sentence.tags, proper), lemmas=None)
    return dataclasses.replace(sentence, **changes)


class NameReplacement:
    """Puts names of the lexicon in the place of a sentence's names."""

    def __init__(self):
        self.names = read_lexicon_names()
        self.single = {kind: [n for n in names if len(n) == 1] for kind, names in self.names.items()}
        self.single["PER"] = [n[-1:] for n in self.names["PER"] if n[-1][:1].isupper()]

    def __call__(self, sentence, random):
        if sentence.names is None or not any(sentence.names):
            return sentence
        for first, end, kind in reversed(_spans(sentence.names)):
            if sentence.forms[first].lower() == "the" and end - first > 1:
                continue
            # A word is mostly replaced by a word, or the sentence would say more than its author did.
            alone = end - first == 1 and (kind == "PER" or random.random() < 0.6)
            words = random.choice((self.single if alone else self.names)[kind])
            sentence = _replaced(sentence, first, end, kind, list(words))
        return sentence
