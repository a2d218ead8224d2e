#!/usr/bin/env python3
"""How well two blind labellings of the same pairs agree: corpus/agreement.py [second_labelling.tsv]

Each line of the table: sentence, pair, the first labels (those of the corpus when the sample was drawn), the second labels; several labels of one pair stand
behind semicolons. Two labellings of a pair agree when they share a label. Prints the share that agrees and Cohen's kappa (Cohen 1960, on the shared label, else
on the first of each) for the type, the quad class and none-or-not, and the confusions that came up most. Standard library only.
"""
import collections
import pathlib
import sys

QUAD = {"AGREE": "Q1", "CONSULT": "Q1", "SUPPORT": "Q1", "CONCEDE": "Q1", "COOPERATE": "Q2", "AID": "Q2", "RETREAT": "Q2",
        "REQUEST": "Q3", "ACCUSE": "Q3", "REJECT": "Q3", "THREATEN": "Q3",
        "PROTEST": "Q4", "SANCTION": "Q4", "MOBILIZE": "Q4", "COERCE": "Q4", "ASSAULT": "Q4", "none": "none"}


def kind(label):
    return label.split(",")[0].split("/")[0].strip()


def choose(first, second, view):
    """The label that each labelling counts with: a shared one where there is one."""
    shared = [label for label in first if view(label) in {view(other) for other in second}]
    return (view(shared[0]), view(shared[0])) if shared else (view(first[0]), view(second[0]))


def agreement(pairs):
    """Share of equal pairs and Cohen's kappa."""
    total = len(pairs)
    seen = sum(a == b for a, b in pairs) / total
    left, right = collections.Counter(a for a, _ in pairs), collections.Counter(b for _, b in pairs)
    chance = sum(left[name] * right[name] for name in left) / total**2
    return seen, (seen - chance) / (1 - chance)


def main():
    path = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).with_name("second_labelling.tsv")
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            continue
        fields = line.split("\t")
        if len(fields) != 4:
            sys.exit(f"{path}:{number}: not sentence, pair, first labels, second labels")
        rows.append(([kind(label) for label in fields[2].split(";")], [kind(label) for label in fields[3].split(";")]))
    print(f"{len(rows)} pairs labelled twice")
    views = {"type": lambda label: label, "quad class": QUAD.get, "none or not": lambda label: label == "none"}
    for name, view in views.items():
        seen, kappa = agreement([choose(first, second, view) for first, second in rows])
        print(f"  {name:<12} agreement {seen:.3f}   kappa {kappa:.3f}")
    types = [choose(first, second, lambda label: label) for first, second in rows]
    confused = collections.Counter(" / ".join(sorted(pair)) for pair in types if pair[0] != pair[1])
    print("  " + ", ".join(f"{names} {count}" for names, count in confused.most_common(12)))


if __name__ == "__main__":
    main()
