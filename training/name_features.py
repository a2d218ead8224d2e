"""What the names' linear model knows of a word in its sentence: the same rows that src/language/network/name_features.cpp looks up.

Words, shapes, tags and relations are 32-bit hashes; a feature is the mixture of a template's number and up to three of them. So whole sentences are worked out with
a few products of arrays.
"""
import zlib

import numpy

from word_features import form_hash, shape_of

ROWS = 1 << 17
LONGEST_PHRASE = 6      # words of a lexicon name that is looked for
AROUND = 2              # a word this near to a capital may belong to a name
# Kinds of the lexicon's names: whole ones, and words that are part of a person's.
PERSON, ORGANISATION, PLACE, SURNAME, FORENAME, DEMONYM = range(6)


def text_hash(text):
    return zlib.crc32(text.encode())


def mixed(values):
    """One 32-bit hash of several arrays of them."""
    hashed = numpy.uint32(0x811C9DC5)
    with numpy.errstate(over="ignore"):
        for value in values:
            hashed = (hashed ^ value) * numpy.uint32(0x9E3779B1)
            hashed = hashed ^ (hashed >> numpy.uint32(15))
        hashed = hashed * numpy.uint32(0x85EBCA77)
        return hashed ^ (hashed >> numpy.uint32(13))


class Words:
    """Hashes of word forms, remembered."""

    def __init__(self):
        self.known = {}

    def __call__(self, form):
        found = self.known.get(form)
        if found is None:
            lower = form.lower()
            found = self.known[form] = (form_hash(lower), text_hash(shape_of(form)), text_hash(lower[:3]), text_hash(lower[-3:]), any(c.isupper() for c in form))
        return found


class Gazetteer:
    """The lexicon's names: hash of their lower-cased words → kinds."""

    def __init__(self, names, demonyms, ordinary):
        self.kinds = {}
        for kind, entries in ((PERSON, names["PER"]), (ORGANISATION, names["ORG"]), (PLACE, names["LOC"]), (DEMONYM, demonyms)):
            for words in entries:
                words = [w.lower() for w in words if w.lower() != "the" or w is not words[0]]
                if not words or len(words) > LONGEST_PHRASE or (len(words) == 1 and (len(words[0]) < 2 or words[0] in ordinary)):
                    continue
                self._add(words, kind)
                if kind == PERSON and len(words) > 1:
                    self._add(words[:1], FORENAME)
                    self._add(words[-1:], SURNAME)

    def _add(self, words, kind):
        hashed = self.phrase_hash(words)
        self.kinds[hashed] = self.kinds.get(hashed, 0) | 1 << kind

    @staticmethod
    def phrase_hash(words):
        hashed = 0
        for word in words:
            hashed = (hashed * 0x01000193 ^ form_hash(word)) & 0xFFFFFFFF
        return hashed

    def marks(self, hashes, capital):
        """For each word a number that says of which names it is a part: two bits a kind (1 alone, 2 first, 3 behind) for whole names, then one
        for each part of a person's name and for demonyms."""
        marks = [0] * len(hashes)
        free = [0, 0, 0]
        for first in range(len(hashes)):
            if not capital[first]:
                continue
            hashed, longest = 0, [0, 0, 0]
            for length in range(1, min(LONGEST_PHRASE, len(hashes) - first) + 1):
                hashed = (hashed * 0x01000193 ^ hashes[first + length - 1]) & 0xFFFFFFFF
                kinds = self.kinds.get(hashed, 0)
                for kind in (PERSON, ORGANISATION, PLACE):
                    if kinds >> kind & 1:
                        longest[kind] = length
                if length == 1:
                    marks[first] |= (kinds >> SURNAME) << 6
            for kind, length in enumerate(longest):
                if length and free[kind] <= first:
                    free[kind] = first + length
                    for i in range(first, free[kind]):
                        marks[i] |= (1 if length == 1 else 2 if i == first else 3) << 2 * kind
        return marks


def features(words, gazetteer, forms, tags, heads, labels):
    """(places of the words that may belong to names, their feature rows: words × templates). `tags` are hashes of UPOS, `labels` of relations, heads -1 for the root."""
    known = [words(f) for f in forms]
    count = len(forms)
    capital = [k[4] for k in known]
    candidates = numpy.array([i for i in range(count) if any(capital[max(0, i - AROUND):i + AROUND + 1])], numpy.int64)
    if not len(candidates):
        return candidates, None
    column = lambda values: numpy.concatenate([numpy.zeros(2, numpy.uint32), numpy.array(values, numpy.uint32), numpy.zeros(2, numpy.uint32)])
    form, shape, prefix, suffix = (column([k[n] for k in known]) for n in range(4))
    tag, mark = column(tags), column(gazetteer.marks([k[0] for k in known], capital))
    flat, compound, case = text_hash("flat"), text_hash("compound"), text_hash("case")
    # The word that the whole name hangs by, and what it hangs by.
    top = []
    for i in range(count):
        at = i
        for _ in range(4):
            if heads[at] < 0 or labels[at] not in (flat, compound):
                break
            at = heads[at]
        top.append(at)
    case_of = [0] * count
    for i in range(count):
        if labels[i] == case and heads[i] >= 0 and not case_of[heads[i]]:
            case_of[heads[i]] = known[i][0]
    governor, relation = column([known[heads[t]][0] if heads[t] >= 0 else 1 for t in top]), column([labels[t] for t in top])
    marker, phrase = column([case_of[t] for t in top]), column([known[t][0] for t in top])
    at = lambda values, offset=0: values[candidates + 2 + offset]
    w, s, g, t = lambda o=0: at(form, o), lambda o=0: at(shape, o), lambda o=0: at(mark, o), lambda o=0: at(tag, o)
    start = numpy.array(candidates == 0, numpy.uint32)
    templates = [
        (), (w(),), (w(-1),), (w(1),), (w(-2),), (w(2),), (w(-1), w()), (w(), w(1)), (s(),), (s(-1), s()), (s(), s(1)), (s(-1), s(), s(1)),
        (at(prefix),), (at(suffix),), (t(),), (t(-1), t()), (t(), t(1)), (g(),), (g(-1), g()), (g(), g(1)), (g(), w(1)), (g(), w(-1)), (g(), s()),
        (g(), t(), start), (at(relation),), (at(relation), at(governor)), (at(governor),), (at(marker),), (at(marker), g()), (at(phrase),),
        (w(), s()), (w(-1), s()), (w(1), s()), (at(phrase), s()), (g(-1), g(), g(1)),
    ]
    rows = [numpy.broadcast_to(mixed((numpy.uint32(n),) + values) % numpy.uint32(ROWS), len(candidates)) for n, values in enumerate(templates)]
    return candidates, numpy.stack(rows, 1).astype(numpy.int64)
