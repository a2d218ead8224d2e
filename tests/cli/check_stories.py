#!/usr/bin/env python3
"""`attache stories`: pages put into stories and reports into events, the same with any number of threads."""
import json

from program import Checks, Program, arguments_of

BODY = [
    "Gunmen killed seven Kenyan soldiers near Garissa on Tuesday, the defence ministry said.",
    "The attackers fled towards the Somali border in two pick-up trucks, a shepherd named Hassan Abdi told reporters in Garissa.",
    "President Uhuru Kenyatta promised to hunt the attackers down and sent helicopters to the border.",
]
RISEN = [BODY[0].replace("seven", "nine"), *BODY[1:], "Two of the wounded died in hospital overnight."]
ELSEWHERE = ["France recalled its ambassador to Mali on Tuesday.", "Bamako called the step a misunderstanding, its foreign ministry said."]


def page(name, published, publication, title, paragraphs):
    blocks = [{"kind": "headline", "text": title}] + [{"kind": "body", "text": text} for text in paragraphs]
    return {"id": name, "published": published, "publication": publication, "title": title, "language": "en", "blocks": blocks}


PAGES = [
    page("first", "2015-07-14", "Coast Herald", "Seven soldiers killed near Garissa", BODY),
    page("other", "2015-07-14", "Paris Letter", "France recalls its envoy", ELSEWHERE),
    page("reprint", "2015-07-15", "Hill Press", "Ambush at dusk", BODY[:2]),
    page("update", "2015-07-15", "Coast Herald", "Nine soldiers killed near Garissa", RISEN),
]


def main():
    options = arguments_of(__doc__).parse_args()
    attache, checks = Program(options.attache), Checks()
    given = "".join(json.dumps(document) + "\n" for document in PAGES).encode()

    run = attache("stories", "--documents", "-", input=given)
    documents = {line["citation"]: line for line in map(json.loads, run.lines)}
    checks.expect(run.status == 0, "ends well", run.messages)
    checks.expect([json.loads(line)["citation"] for line in run.lines] == [document["id"] for document in PAGES], "documents come in the order of the input")
    told = {name: (line["likeness"], line.get("like")) for name, line in documents.items()}
    checks.expect(told == {"first": ("first", None), "other": ("first", None), "reprint": ("reprint", "first"), "update": ("update", "first")},
                  "how the pages stand to each other", told)

    run = attache("stories", "-", input=given)
    events = [json.loads(line) for line in run.lines]
    deaths = [event for event in events if "dead" in event.get("size", {})]
    checks.expect(len(deaths) == 1, "the ambush is one event", run.output.decode())
    if deaths:
        ambush, dead = deaths[0], deaths[0]["size"]["dead"]
        checks.expect({report["citation"] for report in ambush["reports"]} == {"first", "reprint", "update"}, "all three pages report it")
        checks.expect((dead["low"], dead["high"]) == (7, 9), "its toll is a range", dead)
        checks.expect((dead["latest"]["low"], dead["best_sourced"]["low"]) == (9, 9) and dead["sources"] == 1, "latest and best-sourced figures", dead)
        checks.expect(ambush["sources"] == 2 and ambush["documents"] == 3 and ambush["publications"] == 2, "a reprint is no source of its own", ambush)
        checks.expect(all(report.get("rule") for report in ambush["reports"] if "with" in report), "every join names its rule", ambush["reports"])
        checks.expect(ambush["record"]["event"] == ["ASSAULT"] and ambush["record"]["id"] == ambush["event"], "the record of the whole")
    checks.expect(all(event["story"] == documents["other"]["story"] for event in events if event["record"]["cite_info"]["citation"] == "other"), "stories agree in both forms")

    many = given * 40
    many = b"".join(line.replace(b'"id": "', b'"id": "%d ' % number) + b"\n" for number, line in enumerate(many.splitlines()))
    outputs = {threads: attache("stories", "--threads", threads, "-", input=many).output for threads in (1, 2, 5)}
    checks.expect(outputs[1] and outputs[1] == outputs[2] == outputs[5], "the number of threads changes nothing")
    checks.expect(attache("stories", "no such file").status == 1, "nothing to read is status 1")
    checks.finish()


if __name__ == "__main__":
    main()
