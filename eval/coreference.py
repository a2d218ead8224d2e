#!/usr/bin/env python3
"""How well events of many documents are put together, against documents in which mentions of one event are marked.

    eval/coreference.py ../shared/gold/events/ecbplus/ecbplus.jsonl --attache build/attache [--worst 10]

The file has one document a line: "id", "tokens", "sent" (each token's sentence), "coref_sentences" (the sentences that are marked), "mentions" with
"tag", "toks" and "coref" (an event's id across documents; none where it is mentioned once), "topic" and "subset". Documents are given to `attache stories` with a
sentence a paragraph: the marked sentences only, or with --whole all. A mention in a marked sentence counts as found when a report's trigger meets it; each is found by one
report at most. The found mentions are then put together in several ways, and each is scored by B-cubed, MUC and CEAF-e against the marks:

    alone        every mention by itself
    lemma        same lemma of the head, anywhere: the baseline
    lemma/topic  same lemma within the marked topic: a stronger one, which is told what it could not know
    lemma/story  same lemma within the program's own stories
    attache      the program's events

Every B-cubed figure comes with the 95 % interval of a bootstrap over topics. --worst names the largest wrong joins and the events most often torn.
"""
import argparse
import collections
import contextlib
import json
import pathlib
import random
import subprocess
import sys
import tempfile

SAMPLES = 1000


def read_documents(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


class Marked:
    """A document's sentences as paragraphs, the marked ones or all, and where each token stands."""

    def __init__(self, document, whole):
        self.id, self.topic, self.happening = document["id"], document["topic"], (document["topic"], document["subset"])
        self.paragraphs, self.places = [], {}
        marked = set(document["coref_sentences"])
        wanted = set(document["sent"]) if whole else marked
        for sentence in sorted(wanted):
            text = ""
            for number, (token, of) in enumerate(zip(document["tokens"], document["sent"])):
                if of != sentence:
                    continue
                token = token.strip()
                if text:
                    text += " "
                self.places[number] = (len(self.paragraphs), len(text), len(text) + len(token))
                text += token
            if text:
                self.paragraphs.append(text)
        self.mentions = [
            mention
            for mention in document["mentions"]
            if "ACTION" in mention["tag"] and all(document["sent"][token] in marked and token in self.places for token in mention["toks"])
        ]


@contextlib.contextmanager
def written(pieces):
    """A file of documents for the program, from (id, paragraphs)."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "documents.jsonl")
        with open(path, "w", encoding="utf-8") as out:
            for name, paragraphs in pieces:
                blocks = [{"kind": "body", "text": paragraph} for paragraph in paragraphs]
                out.write(json.dumps({"id": name, "language": "en", "blocks": blocks}) + "\n")
        yield str(path)


def run_stories(attache, documents, arguments):
    """The program's events, and each document's story."""
    results = []
    with written((document.id, document.paragraphs) for document in documents) as path:
        for more in ([], ["--documents"]):
            done = subprocess.run([attache, "stories", "--profile", "recall", *arguments, *more, path], capture_output=True, check=False)
            if done.returncode not in (0, 3):
                sys.exit(f"{attache} stories ended with status {done.returncode}: {done.stderr.decode(errors='replace')[-400:]}")
            results.append([json.loads(line) for line in done.stdout.decode().splitlines()])
    return results[0], {line["citation"]: line["story"] for line in results[1]}


def block_places(documents):
    """(document, block, start) spans of mentions, for the meeting with triggers: block n is paragraph n."""
    for document in documents:
        for number, mention in enumerate(document.mentions):
            spans = [document.places[token] for token in mention["toks"]]
            yield document, number, mention, spans


def align(documents, events):
    """From (document, mention number) to the program's event, for the mentions that it finds."""
    reports = collections.defaultdict(list)
    for event in events:
        for report in event["reports"]:
            reports[report["citation"], report["block_index"]].append((report["trigger_start"], report["trigger_end"], event["event"], report["report"]))
    met = collections.defaultdict(list)
    for document, number, _, spans in block_places(documents):
        for block, start, end in spans:
            for trigger_start, trigger_end, event, report in reports[document.id, block]:
                common = min(end, trigger_end) - max(start, trigger_start)
                if common > 0:
                    share = common / max(end - start, trigger_end - trigger_start)
                    met[report].append((start <= trigger_start < end, share, document.id, number, event))
    # "charged with the murder" is a report of the charge: where a mention has a trigger's first word, the others that the trigger meets are not what it reports.
    pairs = []
    for report, mentions in met.items():
        heads = [mention for mention in mentions if mention[0]]
        pairs += [(-share, document, number, report, event) for _, share, document, number, event in heads or mentions]
    found, used = {}, set()
    for _, document, number, report, event in sorted(pairs):
        if (document, number) not in found and report not in used:
            found[document, number] = event
            used.add(report)
    return found


def lemmas_of(attache, documents):
    """Lower-case lemma of each token of the marked sentences, by the program's own tagger: (document, paragraph, start)."""
    pieces = [(f"{document.id}#{number}", [paragraph]) for document in documents for number, paragraph in enumerate(document.paragraphs)]
    with written(pieces) as path:
        done = subprocess.run([attache, "parse", "--format", "jsonl", path], capture_output=True, check=False)
    lemmas = {}
    for sentence in map(json.loads, done.stdout.decode().splitlines()):
        document, _, number = sentence["document"].rpartition("#")
        for token in sentence["tokens"]:
            lemmas[document, int(number), token["start"]] = (token.get("lemma") or token["text"]).lower()
    return lemmas


def clusters(assignment):
    sets = collections.defaultdict(set)
    for mention, cluster in assignment.items():
        sets[cluster].add(mention)
    return sets


def f1(precision, recall):
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def b_cubed_items(truth, answer):
    """Precision and recall of each mention."""
    of_truth, of_answer = clusters(truth), clusters(answer)
    for mention in truth:
        right = len(of_truth[truth[mention]] & of_answer[answer[mention]])
        yield mention, right / len(of_answer[answer[mention]]), right / len(of_truth[truth[mention]])


def muc(truth, answer):
    def recall(one, other):
        links = found = 0
        for members in clusters(one).values():
            links += len(members) - 1
            found += len(members) - len({other[member] for member in members})
        return found / links if links else 0.0

    return f1(recall(answer, truth), recall(truth, answer))


def interval(items, topics):
    names = sorted(set(topics.values()))
    by_topic = collections.defaultdict(list)
    for mention, precision, recall in items:
        by_topic[topics[mention]].append((precision, recall))
    chance, values = random.Random(5), []
    for _ in range(SAMPLES):
        drawn = [pair for _ in names for pair in by_topic[chance.choice(names)]]
        if drawn:
            values.append(f1(sum(p for p, _ in drawn) / len(drawn), sum(r for _, r in drawn) / len(drawn)))
    values.sort()
    return values[int(0.025 * len(values))], values[int(0.975 * len(values))]


def show_worst(truth, answer, words, limit):
    print("\nlargest wrong joins")
    joins = sorted(clusters(answer).values(), key=lambda members: -sum(truth[a] != truth[b] for a in members for b in members))
    for members in joins[:limit]:
        print("  ", " | ".join(f"{m[0]}:{words[m]}[{truth[m][-5:]}]" for m in sorted(members)[:14]))
    print("most often torn")
    torn = sorted(clusters(truth).values(), key=lambda members: -sum(answer[a] != answer[b] for a in members for b in members))
    for members in torn[:limit]:
        print("  ", " | ".join(f"{m[0]}:{words[m]}<{answer[m][:4]}>" for m in sorted(members)[:14]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("--attache", default="build/attache")
    parser.add_argument("--worst", type=int, default=0)
    parser.add_argument("--whole", action="store_true", help="the program reads whole documents")
    parser.add_argument("--topics", help="only these, separated by commas")
    parser.add_argument("--arguments", default="", help="more arguments for `attache stories`")
    options = parser.parse_args()
    if not pathlib.Path(options.gold).exists():
        print("the marked documents are not there")
        return 77
    documents = [Marked(document, options.whole) for document in read_documents(options.gold)]
    if options.topics:
        documents = [document for document in documents if document.topic in options.topics.split(",")]
    documents = [document for document in documents if document.paragraphs]
    events, stories = run_stories(options.attache, documents, options.arguments.split())
    lemma_at = lemmas_of(options.attache, documents)
    found = align(documents, events)
    truth, heads, topics, words, total = {}, {}, {}, {}, 0
    for document, number, mention, spans in block_places(documents):
        total += 1
        key = document.id, number
        if key not in found:
            continue
        truth[key] = mention["coref"] or f"alone {key}"
        # The head of a phrase of several words is its first verb-like word for verbs with particles; nouns end with it. The first word decides, as most are verbs.
        heads[key] = lemma_at.get((document.id, spans[0][0], spans[0][1]), mention["text"].split()[0].lower())
        topics[key] = document.topic
        words[key] = mention["text"]
    print(f"{len(documents)} documents, {total} mentions marked, {len(truth)} found, {len(set(truth.values()))} events among them, {len(set(stories.values()))} stories")
    together = list(b_cubed_items({document.id: document.happening for document in documents}, stories))
    precision, recall = (sum(item[i] for item in together) / len(together) for i in (1, 2))
    print(f"documents by happening: B3 P {precision:.3f} R {recall:.3f} F1 {f1(precision, recall):.3f}")
    ways = {
        "alone": {key: key for key in truth},
        "lemma": heads,
        "lemma/topic": {key: (topics[key], heads[key]) for key in truth},
        "lemma/story": {key: (stories[key[0]], heads[key]) for key in truth},
        "attache": {key: found[key] for key in truth},
    }
    print(f"{'':12} {'B3 P':>6} {'R':>6} {'F1':>6}  {'95 %':>13} {'MUC':>6}")
    for name, answer in ways.items():
        items = list(b_cubed_items(truth, answer))
        precision = sum(p for _, p, _ in items) / len(items)
        recall = sum(r for _, _, r in items) / len(items)
        low, high = interval(items, topics)
        print(f"{name:12} {precision:6.3f} {recall:6.3f} {f1(precision, recall):6.3f}  {low:6.3f}-{high:.3f} {muc(truth, answer):6.3f}")
    if options.worst:
        show_worst(truth, ways["attache"], words, options.worst)
    return 0


if __name__ == "__main__":
    sys.exit(main())
