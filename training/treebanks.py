"""Reads treebanks (CoNLL-U) and named spans (BIO columns) into sentences to learn from."""
import dataclasses

ROOT = -1
UNKNOWN = -101           # a governor that is not annotated
IGNORED_TAG = ""         # a tag that is not annotated
NAME_TAGS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"]  # in the order of attache::NameTag


@dataclasses.dataclass
class Sentence:
    """Words with what is known of them. Lists that are not annotated are None."""

    forms: list
    tags: list = None      # "UPOS|XPOS"
    heads: list = None     # index of the governor, ROOT for the root, or UNKNOWN
    labels: list = None    # relations with subtypes
    lemmas: list = None
    names: list = None     # indices into NAME_TAGS
    names_source: int = 0  # which set the names come from; sets differ in what they call a name


def read_treebank(path):
    """The sentences of a CoNLL-U file: syntactic words only, no empty nodes."""
    sentences, rows = [], []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line and line[0] != "#":
            fields = line.split("\t")
            if fields[0].isdigit():
                rows.append(fields)
        elif not line and rows:
            sentences.append(Sentence(
                forms=[r[1] for r in rows], tags=[r[3] + "|" + r[4] for r in rows], heads=[int(r[6]) - 1 for r in rows],
                labels=["root" if r[6] == "0" else r[7] for r in rows], lemmas=[r[2] for r in rows]))
            rows = []
    return sentences


def read_names(path, source):
    """The sentences of a file of `word<TAB>tag` lines. Kinds of name that the program does not know become ordinary words."""
    sentences, forms, names = [], [], []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line and "\t" in line:
            form, tag = line.split("\t")[:2]
            forms.append(form)
            names.append(NAME_TAGS.index(tag) if tag in NAME_TAGS else 0)
        elif not line and forms:
            sentences.append(Sentence(forms=forms, names=names, names_source=source))
            forms, names = [], []
    if forms:
        sentences.append(Sentence(forms=forms, names=names, names_source=source))
    return sentences


def add_names(sentences, named):
    """Writes the names of `named` into the sentences with the same words; returns the named sentences that found no partner."""
    by_words = {tuple(s.forms): s for s in named}
    found = set()
    for sentence in sentences:
        partner = by_words.get(tuple(sentence.forms))
        if partner:
            sentence.names, sentence.names_source = partner.names, partner.names_source
            found.add(tuple(sentence.forms))
    return [s for s in named if tuple(s.forms) not in found]
