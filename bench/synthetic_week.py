#!/usr/bin/env python3
"""A week of the world's news as event records: what a store is measured with.

    bench/synthetic_week.py [--reports 500000] [--days 7] [--first-day 2021-03-01] [--seed 1] > week.jsonl

Happenings take place between states, offices, armed groups and the like; few are told by many outlets and most by one or two (a Zipf law). An agency's report is reprinted
word for word, or cut, by about a third of the outlets that carry it, brought up to date by some, and told in their own words by others; every page tells two or three
events, some of them twice. Names, towns and sentences are made up; the shape of the records (lengths, how many participants, places and reasons) is that of coded news.
The same arguments give the same bytes. Standard library only.
"""
import argparse
import datetime
import itertools
import json
import random
import sys

STATES = ("USA CHN RUS IND FRA GBR DEU JPN BRA TUR IRN IRQ ISR PSE SYR EGY SAU YEM LBN JOR UKR POL ITA ESP GRC SRB KOR PRK PAK AFG BGD MMR THA VNM PHL IDN MYS AUS NZL CAN MEX COL "
          "VEN PER CHL ARG BOL ECU CUB HTI NGA GHA KEN ETH SDN SSD SOM UGA RWA COD ZAF ZWE MOZ AGO MLI NER TCD CMR LBY TUN DZA MAR KAZ UZB AZE ARM GEO BLR MDA ROU HUN").split()
OFFICES = {"GOV": ["president", "prime minister", "foreign minister", "interior minister", "government", "finance minister"], "MIL": ["army", "defence minister", "troops", "soldiers"],
           "COP": ["police", "riot police"], "REB": ["rebels", "militants", "insurgents"], "LEG": ["parliament", "lawmakers"], "JUD": ["supreme court", "a court"],
           "OPP": ["opposition", "protesters"], "CVL": ["residents", "workers", "civilians"], "JRN": ["journalists"], "": [""]}
SECTOR_WEIGHTS = [44, 12, 8, 7, 4, 4, 6, 8, 2, 5]
# type, CAMEO, quad, PLOVER score, Goldstein, modes, verbs, weight
TYPES = [("CONSULT", "040", 1, 1.5, 1.0, ["visit", "meet", "third-party"], ["met", "visited", "held talks with"], 20), ("SUPPORT", "050", 1, 3, 3.5, [], ["praised", "backed", "congratulated"], 9),
         ("AGREE", "030", 1, 4, 4.0, [], ["agreed to work with", "promised to help"], 6), ("COOPERATE", "060", 2, 5, 6.0, ["economic", "military"], ["signed an accord with", "shared data with"], 6),
         ("AID", "070", 2, 7, 7.0, ["economic", "humanitarian"], ["sent relief to", "granted a loan to"], 4), ("CONCEDE", "080", 2, 6, 5.0, [], ["gave way to", "eased curbs on"], 3),
         ("REQUEST", "020", 3, -1, -0.3, ["assist", "change"], ["urged", "called on", "appealed to"], 8), ("ACCUSE", "110", 3, -3, -2.0, ["disapprove", "allege"], ["accused", "criticised", "condemned"], 14),
         ("REJECT", "120", 3, -4, -4.0, [], ["rejected an offer by", "refused to meet"], 5), ("THREATEN", "130", 3, -5, -4.4, [], ["threatened", "warned"], 4),
         ("PROTEST", "140", 4, -6, -6.5, ["demo", "riot", "strike"], ["marched against", "rallied against"], 5), ("MOBILIZE", "150", 4, -7, -7.2, ["troops"], ["massed forces near"], 2),
         ("SANCTION", "160", 4, -6, -6.0, ["expel", "convict"], ["expelled envoys of", "imposed sanctions on"], 3), ("COERCE", "170", 4, -7, -7.0, ["arrest", "restrict", "seize"], ["arrested", "detained", "banned"], 8),
         ("ASSAULT", "190", 4, -9, -10.0, ["beat", "explosives", "firearms"], ["attacked", "shelled", "fired on"], 9)]
SYLLABLES = "ba be bo da de do fa ga go ka ke ko la le lo ma me mi mo na ne no pa pe ra re ro sa se so ta te to va ve vo za zo".split()
LITTLE_WORDS = "the of a in to and on for at with after over as from by near its their his under".split()
AGENCIES = ["Reuters", "AP", "AFP", "Xinhua", "dpa"]


class World:
    """The week's outlets, towns, people and happenings."""

    def __init__(self, random_, days, first_day=datetime.date(2021, 3, 1)):
        self.random = random_
        self.first_day = first_day
        self.days = days
        self.outlets = [self.word(3) + random_.choice([" Times", " Herald", " Post", " Gazette", " News"]) for _ in range(900)]
        self.outlet_weights = [1 / (rank + 8) for rank in range(900)]
        self.people = [f"{self.word(2)} {self.word(3)}" for _ in range(4000)]
        self.towns = [(self.word(3), random_.choice(STATES), round(random_.uniform(-55, 65), 2), round(random_.uniform(-180, 180), 2), random_.randrange(10**5, 10**7)) for _ in range(3000)]
        self.words = [self.word(random_.choice([2, 2, 3])).lower() for _ in range(6000)]
        self.word_sums = list(itertools.accumulate(1 / (rank + 20) for rank in range(6000)))
        self.state_weights = [1 / (rank + 3) for rank in range(len(STATES))]

    def word(self, syllables):
        return "".join(self.random.choice(SYLLABLES) for _ in range(syllables)).capitalize()

    def phrase(self):
        """Some words as prose has them: every second or third a little one, the others by Zipf's law."""
        draw = self.random
        longer = iter(draw.choices(self.words, cum_weights=self.word_sums, k=draw.randrange(4, 9)))
        return " ".join(f"{draw.choice(LITTLE_WORDS)} {word}" if draw.random() < 0.6 else word for word in longer)

    def party(self):
        draw = self.random
        code = draw.choices(STATES, self.state_weights)[0]
        sector = draw.choices(list(OFFICES), SECTOR_WEIGHTS)[0]
        office = draw.choice(OFFICES[sector])
        entity = {"entity_text": f"the {code} {office}".strip() if office else code.capitalize(), "start": 0, "end": 0, "code": code}
        if sector:
            entity["sector"] = sector
        if sector == "GOV" and draw.random() < 0.5:
            person = self.people[hash_of(code, office, draw.randrange(3)) % len(self.people)]
            entity.update(entity_text=person, identifier_id=f"Q{hash_of(person) % 10**7}", identifier_text=person, office=office)
        entity["via"] = "name" if "identifier_text" in entity else "agent" if sector else "name"
        return entity

    def event(self, day):
        """One event of a happening, as the first report tells it."""
        draw = self.random
        name, cameo, quad, scale, goldstein, modes, verbs, _ = draw.choices(TYPES, [kind[-1] for kind in TYPES])[0]
        verb = draw.choice(verbs)
        record = {"date": str(day - datetime.timedelta(days=draw.choice([0, 0, 0, 1, 1, 2, 7]))), "date_precision": "day", "event": [name]}
        if draw.random() < 0.4:
            record["date_text"] = draw.choice(["Monday", "Tuesday", "on Friday", "yesterday"])
        if modes and draw.random() < 0.6:
            record["mode"] = [draw.choice(modes)]
        record["context"] = draw.sample(["military", "diplomatic", "economic", "legal", "terrorism", "election", "health"], draw.choice([0, 1, 1, 2]))
        record["actor"] = [self.party() for _ in range(draw.choice([1, 1, 1, 1, 1, 1, 1, 2, 0]))]
        record["recipient"] = [self.party() for _ in range(draw.choice([1, 1, 1, 1, 1, 1, 2, 0, 0]))]
        record.update(cameo=cameo, quad_code=quad, event_scale=scale, goldstein=goldstein, modality="asserted" if draw.random() < 0.8 else [draw.choice(["future", "negation", "hypothetical"])])
        record["event_text"] = verb
        if draw.random() < 0.3:
            town, country, latitude, longitude, number = draw.choice(self.towns)
            record["event_loc"] = {"name": town, "country": country, "region": town + " Region", "region_code": str(number % 90), "lat": latitude, "lon": longitude, "geonames_id": number, "resolution": "city",
                                   "reason": "named in a clause around the event; the only place of that name"}
        record["words"] = (self.phrase(), self.phrase())
        if name == "ASSAULT" and draw.random() < 0.6:
            dead = draw.randrange(1, 30)
            record["size"] = {"dead": {"low": dead, "high": dead + draw.choice([0, 0, 3])}}
        return record

    def sentence(self, record, own_words):
        """The event's sentence: the agency's, or one that shares no more than who, whom and what."""
        actor = record["actor"][0]["entity_text"] if record["actor"] else "Somebody"
        recipient = record["recipient"][0]["entity_text"] if record["recipient"] else "those in charge"
        place = f" in {record['event_loc']['name']}" if "event_loc" in record else ""
        before, behind = (self.phrase(), self.phrase()) if own_words else record["words"]
        told = f"{actor} {record['event_text']} {recipient}{place}"
        return f"{before.capitalize()}, {told} {behind}." if len(before) % 2 else f"{told[0].upper()}{told[1:]} {behind}, {before}."


def hash_of(*parts):
    """A hash that is the same in every run, unlike the built-in one."""
    value = 1469598103934665603
    for part in parts:
        for byte in str(part).encode():
            value = (value ^ byte) * 1099511628211 % 2**64
    return value


def records_of_page(world, page, events, own_words, title, outlet, agency, day):
    """The page's records: its events in its own words, some told twice."""
    draw = world.random
    url = f"https://www.{outlet.split()[0].lower()}.example/{day:%Y/%m/%d}/{title.lower().replace(' ', '-')}-{page}"
    document = f"{hash_of(url):016x}"
    cite = {"citation": document, "url": url, "title": title, "publication": outlet, "language": "en", "agencies": [agency] if agency else [], "published": str(day)}
    if not agency:
        del cite["agencies"]
    for sequence, event in enumerate(events):
        text = world.sentence(event, own_words)
        start = 0
        for side in ("actor", "recipient"):
            for entity in event[side]:
                found = max(text.find(entity["entity_text"]), 0)
                entity["start"], entity["end"] = found, found + len(entity["entity_text"])
        trigger = max(text.find(event["event_text"]), 0)
        record = {"id": f"{hash_of(document, sequence):016x}", **{name: value for name, value in event.items() if name != "words"}, "trigger_start": trigger, "trigger_end": trigger + len(event["event_text"]), "text": text,
                  "text_info": {"sequence": sequence * 3 + 1, "start": start, "end": len(text), "block": "body", "block_index": sequence + 1},
                  "cite_info": cite, "confidence": round(draw.uniform(0.2, 0.98), 3),
                  "reason": [f"frame {event['event'][0].lower()}_{event['event_text'].split()[0]} ({event['event'][0].lower()}.yaml:{len(text)}), trigger \"{event['event_text']}\"",
                             *(f"actor from subject: {entity['entity_text']} ({entity['code']} {entity.get('sector', '?')})" for entity in event["actor"]),
                             *(f"recipient from object: {entity['entity_text']} ({entity['code']} {entity.get('sector', '?')})" for entity in event["recipient"])],
                  "coder": {"name": "attache", "version": "0.1.0", "lexicon": "00000000000000aa", "model": "00000000000000bb"}}
        yield record


def pages(world):
    """Pages without end: happening after happening, each with its reprints, updates and tellings in other words."""
    draw = world.random
    page = 0
    while True:
        day = world.first_day + datetime.timedelta(days=draw.randrange(world.days))
        events = [world.event(day) for _ in range(draw.choice([1, 2, 2, 3, 3]))]
        told = min(int(draw.paretovariate(1.1)), 150)
        agency = draw.choice(AGENCIES) if told > 1 else None
        title = f"{world.word(3)} {events[0]['event_text']} {world.word(3)} {draw.choice(['row', 'talks', 'crisis', 'vote', 'raid'])}"
        for telling in range(told):
            kind = draw.choices(["reprint", "cut", "update", "own words"], [25, 10, 15, 50])[0] if telling else "reprint"
            own_words = kind == "own words"
            kept = events[:max(1, len(events) - 1)] if kind == "cut" else events + [world.event(day)] if kind == "update" else events
            outlet = draw.choices(world.outlets, world.outlet_weights)[0]
            published = min(day + datetime.timedelta(days=draw.choice([0, 0, 0, 1])), world.first_day + datetime.timedelta(days=world.days - 1))
            page += 1
            yield records_of_page(world, page, kept, own_words, f"{world.phrase().capitalize()} {title}" if own_words else title, outlet, None if own_words else agency, published)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--reports", type=int, default=500_000, help="how many records")
    options.add_argument("--days", type=int, default=7)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--first-day", type=datetime.date.fromisoformat, default=datetime.date(2021, 3, 1))
    arguments = options.parse_args()
    left = arguments.reports
    for page in pages(World(random.Random(arguments.seed), arguments.days, arguments.first_day)):
        for record in page:
            sys.stdout.write(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n")
            left -= 1
            if left == 0:
                return


if __name__ == "__main__":
    main()
