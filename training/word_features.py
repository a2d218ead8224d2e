"""What the network knows of a word form: the same rows that src/language/network/word_features.cpp looks up."""
import zlib

import numpy

AFFIX_ROWS, NGRAM_ROWS = 4000, 24000
MOST_NGRAMS = 40


def form_hash(lower):
    """By which a lower-cased form is found in the model's vocabulary."""
    return zlib.crc32(b"1" + lower.encode())


def _hashed(seed, text, rows):
    return zlib.crc32(seed.encode() + text.encode()) % rows


def shape_of(form):
    """"Beijing-based" → "Xxx-xxx": runs of capitals, small letters and digits, each cut at three."""
    shape, last, run = [], "", 0
    for letter in form:
        kind = "X" if letter.isupper() else "x" if letter.islower() else "d" if letter.isdigit() else letter
        run = run + 1 if kind == last else 0
        last = kind
        if run <= 2:
            shape.append(kind)
    return "".join(shape)


class FeatureTable:
    """Rows for every form met so far, looked up by the form's number in this table."""

    def __init__(self, vocabulary):
        self.vocabulary = vocabulary
        self.number_of = {}
        self.forms, self.affixes, self.ngrams = [], [], []

    def number(self, form):
        known = self.number_of.get(form)
        if known is not None:
            return known
        lower = form.lower()
        self.forms.append(self.vocabulary.row(lower))
        self.affixes.append((_hashed("3", lower[:3], AFFIX_ROWS), _hashed("4", lower[-3:], AFFIX_ROWS), _hashed("6", lower[-2:], AFFIX_ROWS),
                             _hashed("5", shape_of(form), AFFIX_ROWS)))
        bracketed = "<" + lower + ">"
        ngrams = [_hashed(str(n), bracketed[i:i + n], NGRAM_ROWS) for n in (3, 4, 5) for i in range(len(bracketed) - n + 1)]
        self.ngrams.append(numpy.array(ngrams[:MOST_NGRAMS] or [0], numpy.int64))
        self.number_of[form] = len(self.number_of)
        return self.number_of[form]
