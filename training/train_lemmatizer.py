#!/usr/bin/env python3
"""Learns lemma rules from treebanks: for each Penn tag and word ending, what is cut off and what is added.

    training/train_lemmatizer.py RULES_OUT TREEBANK.conllu...

The longest ending with a rule decides; what the rules still get wrong becomes an exception (`^word`). Standard library only.
"""
import collections
import sys

LONGEST_ENDING = 6
NAMES = {"NNP", "NNPS"}


def words(paths):
    """Yields (Penn tag, word as the lemmatizer sees it, lemma)."""
    for path in paths:
        for line in open(path, encoding="utf-8"):
            fields = line.rstrip("\n").split("\t")
            if len(fields) != 10 or not fields[0].isdigit():
                continue
            form, lemma, upos, xpos = fields[1], fields[2], fields[3], fields[4]
            if lemma == "_" and form != "_":
                continue
            if xpos in NAMES or upos == "PROPN":
                yield xpos, form, lemma
            else:
                yield xpos, form.lower(), lemma.lower()


def edit(word, lemma):
    """What to cut (bytes) and to add."""
    common = 0
    while common < min(len(word), len(lemma)) and word[common] == lemma[common]:
        common += 1
    return len(word[common:].encode()), lemma[common:]


def endings(word):
    raw = word.encode()
    for length in range(0, min(LONGEST_ENDING, len(raw)) + 1):
        ending = raw[len(raw) - length:]
        if length == 0 or (ending[0] & 0xC0) != 0x80:
            yield ending.decode()


def apply(rules, tag, word):
    for ending in reversed(list(endings(word))):
        rule = rules.get((tag, ending))
        if rule:
            kept = word.encode()[: len(word.encode()) - rule[0]].decode(errors="ignore")
            return kept + rule[1]
    return word


def main():
    out, paths = sys.argv[1], sys.argv[2:]
    lemmas = collections.defaultdict(collections.Counter)
    for tag, word, lemma in words(paths):
        lemmas[tag, word][lemma] += 1
    best = {key: counter.most_common(1)[0] for key, counter in sorted(lemmas.items())}

    # Each distinct word votes once: what is regular shows in many words, not in frequent ones.
    votes = collections.defaultdict(collections.Counter)
    for (tag, word), (lemma, _) in best.items():
        for ending in endings(word):
            votes[tag, ending][edit(word, lemma)] += 1
    rules = {}
    for (tag, ending), counter in sorted(votes.items(), key=lambda item: (len(item[0][1]), item[0])):
        rule, count = min(counter.items(), key=lambda item: (-item[1], item[0]))
        total = sum(counter.values())
        # A longer ending earns its place by several words and by saying something else than the shorter ones.
        if ending and (total < 3 or count < 0.6 * total):
            continue
        shorter = next((rules[tag, e] for e in reversed(list(endings(ending))[:-1]) if (tag, e) in rules), None) if ending else None
        if rule != shorter:
            rules[tag, ending] = rule
    exceptions = {}
    for (tag, word), (lemma, count) in best.items():
        # A name met once and spelt oddly teaches nothing.
        if apply(rules, tag, word) != lemma and (tag not in NAMES or count > 2):
            exceptions[tag, "^" + word] = edit(word, lemma)
    with open(out, "w", encoding="utf-8") as file:
        for (tag, ending), (cut, added) in sorted({**rules, **exceptions}.items()):
            file.write(f"{tag}\t{ending}\t{cut}\t{added}\n")
    print(f"{len(rules)} rules, {len(exceptions)} exceptions")


if __name__ == "__main__":
    main()
