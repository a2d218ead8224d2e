#!/usr/bin/env python3
"""Breaks the lexicon in every way that `attache lexicon check` looks for, and sees that it says so: check_lexicon.py --attache build/attache"""
import os
import pathlib
import tempfile

from program import Checks, Program, arguments_of

LEXICON = pathlib.Path(__file__).resolve().parents[2] / "lexicon"

# What is written into one more frame file, and what must be said about it.
BROKEN = {
    "an example that gives another event": ("""
  - {frame: test_one, type: AID, verbs: [befriend], needs: [actor], examples: [{say: Kenya befriended Uganda., gives: ["AID UGA > KEN"]}]}""",
        ["expected  AID UGA > KEN", "coded     AID KEN > UGA"]),
    "an example that gives an event where none is": ("""
  - {frame: test_one, type: AID, verbs: [befriend], examples: [{say: Kenya befriended Uganda., gives: ["AID KEN > UGA"]}, {say: Togo befriended Ghana., gives: []}]}""",
        ["expected  nothing"]),
    "an expectation that cannot be read": ("""
  - {frame: test_one, type: AID, verbs: [befriend], examples: [{say: Kenya befriended Uganda., gives: ["AID KEN UGA"]}]}""",
        ["`AID KEN UGA` is not of the form"]),
    "an expected type and mode that do not exist": ("""
  - {frame: test_one, type: AID, verbs: [befriend], examples: [{say: Kenya befriended Uganda., gives: ["HELP KEN > UGA", "AID/visit KEN > UGA"]}]}""",
        ["no PLOVER type HELP", "AID has no mode visit"]),
    "a frame without an example": ("""
  - {frame: test_one, type: AID, verbs: [befriend]}""",
        ["frame test_one has no example with an event"]),
    "a trigger listed twice": ("""
  - {frame: test_one, type: AID, verbs: [befriend, befriend], examples: [{say: Kenya befriended Uganda., gives: ["AID KEN > UGA"]}]}""",
        ["`befriend` is listed twice"]),
    "a trigger within another": ("""
  - {frame: test_one, type: AID, verbs: [befriend|cheer, befriend], examples: [{say: Kenya befriended Uganda., gives: ["AID KEN > UGA"]}]}""",
        ["`befriend` is already covered by `befriend|cheer`"]),
    "a trigger that another frame always takes": ("""
  - {frame: test_one, type: AID, verbs: [befriend], examples: [{say: Kenya befriended Uganda., gives: ["AID KEN > UGA"]}]}
  - {frame: test_two, type: SUPPORT, verbs: [befriend], examples: [{say: Togo befriended Ghana., gives: ["AID TGO > GHA"]}]}""",
        ["frame test_two: `befriend` is never reached"]),
    "a code of another type": ("""
  - {frame: test_one, type: AID, cameo: "051", verbs: [befriend], examples: [{say: Kenya befriended Uganda., gives: ["AID KEN > UGA"]}]}""",
        ["CAMEO 051 stands for SUPPORT, not for AID"]),
    "alternatives of several words that are not joined": ("""
  - {frame: test_one, type: AID, verbs: [befriend|cheer on|befriend with]}""",
        ['"on|befriend" mixes particles and other words']),
    "a joined alternative": ("""
  - {frame: test_one, type: AID, verbs: [befriend|cheer_on], examples: [{say: Kenya cheered on Uganda., gives: []}]}""",
        ["coded     AID KEN > UGA"]),
    "two entries that cannot be read": ("""
  - {frame: test_one, type: HELP, verbs: [befriend]}
  - {frame: test_two, type: AID, cameo: "999", verbs: [befriend]}""",
        ['no PLOVER type "HELP" (left the entry out)', 'no CAMEO code "999" (left the entry out)']),
}

# Likewise for what is written instead of the entries of contexts/society.yaml.
BROKEN_CONTEXTS = {
    "a context that does not hold where it should, and one that holds where it should not": ("""
  - {context: health, words: [vaccine], has: [Kenya expelled two diplomats.], lacks: [China gave Kenya vaccines.]}""",
        ["wants context health", "does not want context health"]),
    "an example of a context without an event": ("""
  - {context: health, words: [vaccine], lacks: [The vaccine is cheap.]}""",
        ["nothing is coded"]),
    "a context that PLOVER does not have": ("""
  - {context: healing, words: [vaccine]}""",
        ['no PLOVER context "healing" (left the entry out)']),
    "a phrase listed twice": ("""
  - {context: health, words: [vaccine], hints: [vaccine]}""",
        ['"vaccine" is listed twice (left the entry out)']),
    "a context with two entries, and one that says nothing": ("""
  - {context: health, words: [vaccine]}
  - {context: health, words: [clinic]}
  - {context: environment, has: []}""",
        ['context "health" has an entry already', "nothing says when environment holds"]),
}


def broken_lexicon(folder, part, name, text):
    """The real lexicon with one file of one part added or written anew."""
    for other in LEXICON.iterdir():
        if other.name != part:
            os.symlink(other, folder / other.name)
    (folder / part).mkdir()
    for file in (LEXICON / part).iterdir():
        if file.name != name:
            os.symlink(file, folder / part / file.name)
    written = folder / part / name
    written.write_text(text + "\n")
    return written


def main():
    arguments = arguments_of(__doc__).parse_args()
    attache = Program(arguments.attache)
    checks = Checks()
    cases = [(what, "frames", "test.yaml", "frames:" + entries, said) for what, (entries, said) in BROKEN.items()]
    cases += [(what, "contexts", "society.yaml", "contexts:" + entries, said) for what, (entries, said) in BROKEN_CONTEXTS.items()]
    for what, part, file, text, said in cases:
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            added = broken_lexicon(folder, part, file, text)
            run = attache("lexicon", "check", "--lexicon", folder, added)
            output = run.output.decode()
            checks.expect(run.status == 3, f"{what}: ends with status 3", f"it is {run.status}: {output}{run.messages}")
            for words in said:
                checks.expect(words in output, f"{what}: says {words}", output)
            checks.expect(f"{added}:" in output, f"{what}: names the file", output)
    with tempfile.TemporaryDirectory() as name:
        run = attache("lexicon", "check", "--lexicon", name)
        checks.expect(run.status == 1 and run.messages, "an empty folder ends with status 1 and a message", f"{run.status}: {run.messages}")
    run = attache("lexicon", "check", "--lexicon", LEXICON / "nowhere")
    checks.expect(run.status == 2, "no such folder ends with status 2", str(run.status))
    checks.finish()


if __name__ == "__main__":
    main()
