#!/usr/bin/env python3
"""Does the coder handle the constructions that older coders test themselves with?

    eval/constructions.py --attache build/attache --gold ../shared/gold/constructions [--wrong] [--left-out]

The unit records of PETRARCH and TABARI have sentences about an invented world, with dictionaries of its people. These dictionaries are imported, as a user would
(`attache lexicon import`), and the sentences coded with them. A record is right when for each actor and recipient that it expects there is an event of ours from
the one to the other, or of both together, which is cooperation where theirs is and conflict where theirs is; and where it expects nothing, when nothing is coded
between two who are in the dictionaries. Codes of comments, appeals and proposals, which may be on either side of the line, and codes that are no code of the
scheme but only mark the dictionary entry that fired, fit both. Parties are compared by the part of their code that says whose they are, since their sectors are
of another scheme. A pair that stands in the list in both directions ("visit" and "receive a visit") is one event of ours.

Records that try a program's own syntax, options or dictionary and no construction of English do not count: `LEFT_OUT` has each with its reason. Status 0 when both
goals are met, 1 when not, 77 when the suites are not at hand. Standard library only.
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile

# Records, dictionaries, goal, and where the records' code for somebody is not the dictionary's or ours: their code → codes that mean the same.
SUITES = {
    "petrarch": ("petr_unit.jsonl", ["PETR.Validate.actors.txt", "PETR.Validate.agents.txt"], 0.75, {"ARN": {"FOR"}, "IGO": {"EUR"}, "RHO": {"ZWE"}, "KUW": {"KWT"}}),
    "tabari": ("tabari_validate.jsonl", ["TABARI.Demo.actors", "Validate.agents"], 0.70, {"RHO": {"ZWE"}}),
}

LEFT_OUT = {
    "a message to the program, no sentence": """
        TABARI-FRWD-Modify TABARI-DEFAULT-CMD04 TABARI-COMMA-Change#1 TABARI-COMMA-Change#2 TABARI-COMMA-Cancel TABARI-MINWRD-ACTIVATE TABARI-MINWRD-Cancel TABARI-FINAL-01""",
    "words are misspelt so that the program's dictionary misses them": """
        PETR-COMMA-05 PETR-COMMA-15 PETR-COMMA-16 PETR-SYNSET-06a PETR-VERB-21 TABARI-DEMO-05 TABARI-PATTERN-05a TABARI-PATTERN-08a TABARI-PATTERN-27 TABARI-VERBFORM-03b
        TABARI-VERBFORM-03c TABARI-VERBFORM-04a TABARI-SYNSET-06a TABARI-SYNSET-06b TABARI-COMPOUND-06 TABARI-DEFAULT-01 TABARI-DEFAULT-03 TABARI-DEFAULT-04 TABARI-DEFAULT-06a
        TABARI-DEFAULT-06b TABARI-COMMA-01B TABARI-COMMA-02A TABARI-COMMA-02C TABARI-COMMA-03D TABARI-COMMA-04A TABARI-COMMA-04B""",
    "an option that turns sentences or clauses away is tried: too short, too complex, of an unwanted topic, cut out by its commas": """
        PETR-DISCARD-02 PETR-DISCARD-03 PETR-ERROR-02 PETR-ERROR-03 PETR-COMMA-07 PETR-COMMA-08 PETR-COMMA-12 TABARI-MINWRD-03 TABARI-MINWRD-05 TABARI-CLAUSE-01 TABARI-COMPLEX-07
        TABARI-FBIS-003-001""",
    "the expected party is a placeholder, or made of the words themselves": "PETR-ACTOR-01 PETR-ACTOR-02 PETR-ABOUT-02",
    "one name of the dictionary stands for several actors at once": "PETR-COMPOUND-10 TABARI-COMPOUND-09",
    "who is meant stands only in the program's built-in list": "PETR-ACTOR-07 TABARI-TEXT-02",
    "a word in capitals is taken for no verb, or an ending of an entry is tried": "TABARI-DEMO-02 TABARI-NOUNEND-02 TABARI-NOUNEND-03 TABARI-NOUNEND-09 TABARI-NOUNEND-12#2",
    "marks of a wire service or of a word class stand in the text": "PETR-SYNSET-02 TABARI-SYNSET-02 TABARI-FBIS-001-001#2 TABARI-FBIS-002-003",
    "the words are in an order that is no English": """
        PETR-VERB-04 PETR-VERB-05a PETR-VERB-11 PETR-VERB-22 PETR-PATTERN-15 PETR-PATTERN-19 TABARI-PATTERN-12c TABARI-CONNECT-18 TABARI-CONNECT-23 TABARI-CONNECT-24 TABARI-CONNECT-29
        TABARI-MARK-04 TABARI-MARK-07 TABARI-MARK-08 TABARI-MARK-09 TABARI-VERBFORM-03 TABARI-VERBFORM-04 TABARI-SYNSET-19a#1 TABARI-SYNSET-19a#2 TABARI-COMPOUND-10
        TABARI-COMPOUND-20 TABARI-SKIP-01 TABARI-SKIP-03 TABARI-AGENTS-3 TABARI-DEBUG-19 PETR-COMPOUND-11""",
    "only the program's own verb dictionary makes an event of these words, against what they say": """
        PETR-PATTERN-10 PETR-PATTERN-11 PETR-PATTERN-12 PETR-PATTERN-13 PETR-PATTERN-14 PETR-VERB-07 PETR-VERB-08 PETR-VERB-10 PETR-VERB-12 PETR-VERB-14 PETR-VERB-15 PETR-COMPOUND-23
        TABARI-CONNECT-05 TABARI-CONNECT-07 TABARI-CONNECT-08 TABARI-CONNECT-09 TABARI-CONNECT-10 TABARI-CONNECT-19 TABARI-CONNECT-21 TABARI-CONNECT-27 TABARI-CONNECT-28
        TABARI-VERBFORM-03a TABARI-COMPLEX-06 TABARI-COMPLEX-C08 TABARI-COMPLEX-C09 TABARI-PATTERN-30c""",
    "the expected pair is an error that the program's authors note, or one that the sentence does not tell": """
        PETR-DEMO-10 TABARI-DEMO-10 PETR-SYNSET-07a PETR-SYNSET-07b PETR-SYNSET-08a PETR-SYNSET-08b PETR-SYNSET-11a PETR-SYNSET-11b TABARI-COMPOUND-17 TABARI-COMPOUND-18 TABARI-COMPOUND-19
        TABARI-COMPOUND-24 TABARI-DEBUG-12 PETR-PATTERN-08 TABARI-PATTERN-01""",
}


def reasons():
    """Record's id → why it does not count."""
    return {record: reason for reason, records in LEFT_OUT.items() for record in records.split()}


def expected_events(record):
    events = [e for e in record.get("events_cameo") or record.get("events") or [] if not e.get("disabled")]
    pairs = []
    for event in events:
        turned = next((e for e in pairs if e["source"] == event["target"] and e["target"] == event["source"]), None)
        if not turned:
            pairs.append(event)
    return pairs


def sign(code, cameo):
    """1 cooperation, -1 conflict, 0 either."""
    root = int(re.sub(r"\D", "", code)[:2] or 99)
    if root > (20 if cameo else 22) or root in ({1, 2} if cameo else {2, 9, 10}):
        return 0
    return 1 if root < 10 or (root == 10 and not cameo) else -1


def run(argv, text=""):
    done = subprocess.run(argv, input=text.encode(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode not in (0, 3):
        sys.exit(f"{argv[0]} ended with status {done.returncode}: {done.stderr.decode(errors='replace')}")
    return done.stdout.decode()


def date_of(record):
    day = re.sub(r"\D", "", record.get("date") or "")
    return f"{day[:4]}-{day[4:6]}-{day[6:8]}" if len(day) == 8 else "1995-01-01"


def page_of(number, record, story):
    """A record as a page; the records of one story before it stand before it, so that pronouns have somebody to mean."""
    text = " ".join(story + [record["text"]]).replace("_", " ")
    return json.dumps({"id": str(number), "date": date_of(record), "text": text, "language": "en"}) + "\n"


def story_of(record):
    part = re.match(r"(TABARI-FRWD-\d+)-\d+$", record["id"])
    return part.group(1) if part else None


def fits(expected, event, cameo, same):
    # "~REB": an agent without a country. Ours has that of the page, and is known by its sector.
    codes = {side: {e.get("code") for e in event[side]} | {"~" for e in event[side] if e.get("sector")} for side in ("actor", "recipient")}
    source, target = ({expected[side][:1] if expected[side].startswith("~") else expected[side][:3]} | same.get(expected[side][:3], set()) for side in ("source", "target"))
    directed = source & codes["actor"] and target & codes["recipient"]
    together = not codes["recipient"] and source & codes["actor"] and target & codes["actor"]
    given = 1 if event["quad_code"] <= 2 else -1
    denied = "negation" in event["modality"] and "negation" != event["modality"]
    return bool((directed or together) and sign(expected["code"], cameo) in (0, -given if denied else given))


def is_right(record, given, same, known):
    cameo = bool(record.get("events_cameo"))
    events = expected_events(record)
    if not events:
        return not [e for e in given if {x.get("code") for x in e["actor"]} & known and {x.get("code") for x in e["recipient"]} & known]
    return all(any(fits(wanted, event, cameo, same) for event in given) for wanted in events)


def measure(name, options):
    file, dictionaries, goal, same = SUITES[name]
    folder = options.gold / name
    records = [json.loads(line) for line in (folder / file).read_text(encoding="utf-8").splitlines()]
    dictionaries = [folder / "lexicon" / dictionary for dictionary in dictionaries]
    known = set()
    with tempfile.TemporaryDirectory() as overlay:
        run([options.attache, "lexicon", "import", "--output", overlay, *map(str, dictionaries)])
        for path in (pathlib.Path(overlay) / "actors").glob("*.yaml"):
            known |= set(re.findall(r"code: \"?(\w+)", path.read_text(encoding="utf-8")))
        pages, stories = "", collections.defaultdict(list)
        for number, record in enumerate(records):
            story = story_of(record)
            pages += page_of(number, record, stories[story] if story else [])
            if story:
                stories[story].append(record["text"])
        lines = run([options.attache, "code", "--profile", "recall", "--overlay", overlay, "-"], pages)
    given = [[] for _ in records]
    for line in lines.splitlines():
        event = json.loads(line)
        number = int(event["cite_info"]["citation"])
        if event["text"].strip() in records[number]["text"].replace("_", " "):
            given[number].append(event)
    why, left, right, wrong = reasons(), collections.Counter(), 0, []
    for record, events in zip(records, given):
        if record["id"] in why:
            left[why[record["id"]]] += 1
            if options.left_out:
                print(f"left out {record['id']}: {why[record['id']]}")
        elif is_right(record, events, same, known):
            right += 1
        else:
            wrong.append((record, events))
    if options.wrong:
        for record, events in wrong:
            print(f"{record['id']}: {record['text']}\n    wanted {[(e['source'], e['target'], e['code']) for e in expected_events(record)]}")
            for e in events:
                print("    given ", e["event"][0], *[[f"{x.get('code')}:{x.get('sector', '')}" for x in e[side]] for side in ("actor", "recipient")], f"[{e['event_text']}] {e['modality']}")
    counted = right + len(wrong)
    print(f"{name}: {right} of {counted} right, {right / counted:.3f} (goal {goal}); {sum(left.values())} of {len(records)} left out")
    for reason, count in left.most_common():
        print(f"    {count:4} {reason}")
    return right >= goal * counted


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--attache", default="build/attache", help="the program")
    parser.add_argument("--gold", type=pathlib.Path, default=pathlib.Path("../shared/gold/constructions"), help="the folder of the suites")
    parser.add_argument("--wrong", action="store_true", help="list the records that are not right")
    parser.add_argument("--left-out", action="store_true", help="list the records that are left out")
    options = parser.parse_args()
    if not options.gold.is_dir():
        print("the suites are not at hand")
        return 77
    return 0 if all([measure(name, options) for name in SUITES]) else 1


if __name__ == "__main__":
    sys.exit(main())
