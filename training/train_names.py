#!/usr/bin/env python3
"""Trains the names' linear model (docs/language.md): a conditional random field over hashed features of words, tags, trees and the lexicon's names.

    training/train_names.py CHECKPOINT --gold GOLD --out NAMES

CHECKPOINT is the parser's, whose tags and trees the features are read from. The model is trained by itself, since on its training sentences the network is too sure of its
names to leave a second model anything to learn; then the network's scores are added with the weight that is best on the development sets. The seed is fixed.
"""
import argparse
import pathlib
import random
import sys

import numpy
import torch

import name_features
from lexicon_names import LEXICON, NameReplacement
from network import Network
from news_grammar import NewsGrammar
from train_parser import SEED, SOURCES, Batcher, read_training_sets, spans, tags_and_labels
from treebanks import NAME_TAGS, ROOT, Sentence, read_names
from tree_decoding import decode
from vocabulary import Vocabulary
from word_features import FeatureTable

COPIES = 1              # of each sentence with names, with other names in their places
NEWS_SENTENCES = 1000   # made by rule
EPOCHS, RATE, HIDDEN, SHRINKAGE = 2, 0.05, 0.3, 3e-3  # of training; HIDDEN is the features' share that each step leaves out
RUNS_AT_ONCE = 256
SHARES = (0.3, 0.45, 0.6, 0.8, 1.0, 1.3)  # of the network's scores that are tried
OWN_TEMPLATES = (0, 1, 2, 8, 14, 17)      # of which each set has weights of its own beside the common ones
TAGS = len(NAME_TAGS)
FORBIDDEN = -1e4


class NamedSentence:
    """A sentence as the network reads it."""

    def __init__(self, sentence, tags, heads, labels, scores):
        self.forms, self.names, self.source = sentence.forms, sentence.names, sentence.names_source
        self.tags, self.heads, self.labels, self.scores = tags, heads, labels, scores


def read_with(network, batcher, sentences, at_once=64):
    """What the network says of sentences."""
    upos = [name_features.text_hash(t.split("|")[0]) for t in network.tags]
    relations, root = [name_features.text_hash(name) for name in network.labels], network.labels.index("root")
    read = [None] * len(sentences)
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i].forms))
    with torch.no_grad():
        for first in range(0, len(order), at_once):
            places = order[first:first + at_once]
            batch = batcher.batch([sentences[i] for i in places])
            states, tag_scores = network(batch)
            arcs = network.arcs(states, batch.mask).numpy()
            heads = torch.zeros_like(batch.heads)
            for row, i in enumerate(places):
                count = len(sentences[i].forms)
                heads[row, :count] = torch.from_numpy(decode(arcs[row, :count, :count + 1]).copy())
            labels = network.label_scores(states, heads)
            labels[..., root] = FORBIDDEN
            labels, tags, heads = labels.argmax(-1).tolist(), tag_scores.argmax(-1).tolist(), heads.tolist()
            scores = network.name_scores(states, SOURCES["ewt"]).numpy()
            for row, i in enumerate(places):
                count = len(sentences[i].forms)
                governors = [h - 1 for h in heads[row][:count]]
                of = [relations[root] if h == ROOT else relations[name] for h, name in zip(governors, labels[row])]
                read[i] = NamedSentence(sentences[i], [upos[t] for t in tags[row][:count]], governors, of, scores[row, :count].copy())
    return read


class Run:
    """Neighbouring words of a sentence that may belong to names."""

    def __init__(self, sentence, places, rows):
        self.places, self.rows, self.source = places, rows, sentence.source
        self.tags = numpy.array(sentence.names)[places]


def runs_of(sentence, words, gazetteer):
    places, rows = name_features.features(words, gazetteer, sentence.forms, sentence.tags, sentence.heads, sentence.labels)
    if rows is None:
        return []
    cuts = numpy.flatnonzero(numpy.diff(places) > 1) + 1
    return [Run(sentence, p, r) for p, r in zip(numpy.split(places, cuts), numpy.split(rows, cuts))]


def with_own_rows(rows, source):
    """The rows and those of the set's own weights; the program has only the first set's."""
    own = (rows[:, OWN_TEMPLATES] * 2654435761 + 40503) % name_features.ROWS + (source + 1) * name_features.ROWS
    return numpy.concatenate([rows, own], 1)


def follows(before, tag):
    inside = tag != 0 and tag % 2 == 0
    return not inside or before in (tag, tag - 1)


class RandomField(torch.nn.Module):
    """Lafferty, McCallum and Pereira 2001."""

    def __init__(self):
        super().__init__()
        self.rows = torch.nn.EmbeddingBag((len(SOURCES) + 1) * name_features.ROWS, TAGS, mode="sum")
        torch.nn.init.zeros_(self.rows.weight)
        self.transitions = torch.nn.Parameter(torch.zeros(TAGS, TAGS))
        allowed = [[0.0 if follows(b, t) else FORBIDDEN for t in range(TAGS)] for b in range(TAGS)]
        self.register_buffer("allowed", torch.tensor(allowed))
        self.register_buffer("first", torch.tensor([0.0 if follows(0, t) else FORBIDDEN for t in range(TAGS)]))

    def loss(self, scores, tags, mask):
        """Of runs left-aligned: minus the logarithm of their tags' probability, summed."""
        transitions = self.transitions + self.allowed
        ways = scores[:, 0] + self.first
        right = scores[:, 0].gather(1, tags[:, :1]).squeeze(1)
        for t in range(1, scores.shape[1]):
            further = torch.logsumexp(ways.unsqueeze(2) + transitions, 1) + scores[:, t]
            ways = torch.where(mask[:, t:t + 1], further, ways)
            step = scores[:, t].gather(1, tags[:, t:t + 1]).squeeze(1) + transitions[tags[:, t - 1], tags[:, t]]
            right = right + torch.where(mask[:, t], step, torch.zeros_like(step))
        return (torch.logsumexp(ways, 1) - right).sum()

    def best(self, scores):
        """Viterbi; scores of one run."""
        transitions = (self.transitions + self.allowed).detach().numpy()
        reached, came_from = scores[0] + self.first.numpy(), []
        for t in range(1, len(scores)):
            ways = reached[:, None] + transitions
            came_from.append(ways.argmax(0))
            reached = ways.max(0) + scores[t]
        path = [int(reached.argmax())]
        for before in reversed(came_from):
            path.append(int(before[path[-1]]))
        return path[::-1]


def train(field, runs, rng):
    optimizer = torch.optim.Adagrad(field.parameters(), lr=RATE)
    for epoch in range(1, EPOCHS + 1):
        order = sorted(range(len(runs)), key=lambda i: len(runs[i].tags) + rng.random())
        batches = [order[i:i + RUNS_AT_ONCE] for i in range(0, len(order), RUNS_AT_ONCE)]
        rng.shuffle(batches)
        losses = 0.0
        for batch in batches:
            longest = max(len(runs[i].tags) for i in batch)
            rows = numpy.zeros((len(batch), longest, runs[0].rows.shape[1] + len(OWN_TEMPLATES)), numpy.int64)
            tags, mask = numpy.zeros((len(batch), longest), numpy.int64), numpy.zeros((len(batch), longest), bool)
            for place, i in enumerate(batch):
                count = len(runs[i].tags)
                rows[place, :count], tags[place, :count], mask[place, :count] = with_own_rows(runs[i].rows, runs[i].source), runs[i].tags, True
            flat = torch.from_numpy(rows.reshape(len(batch) * longest, -1))
            seen = (torch.rand(flat.shape) >= HIDDEN).float() / (1 - HIDDEN)
            scores = field.rows(flat, per_sample_weights=seen).view(len(batch), longest, TAGS)
            loss = field.loss(scores, torch.from_numpy(tags), torch.from_numpy(mask)) + SHRINKAGE * (field.rows(flat) ** 2).sum()
            optimizer.zero_grad()
            (loss / RUNS_AT_ONCE).backward()
            optimizer.step()
            losses += float(loss.detach())
        print(f"names, epoch {epoch}: loss {losses / len(runs):.4f}", file=sys.stderr, flush=True)


def f1(field, sentences, runs, share):
    """F1 over names, in percent, with so much of the network's scores."""
    right = said = true = 0
    for sentence, own in zip(sentences, runs):
        tags = [0] * len(sentence.forms)
        for run in own:
            with torch.no_grad():
                scores = field.rows(torch.from_numpy(with_own_rows(run.rows, run.source))).numpy()
            for place, tag in zip(run.places, field.best(scores + share * sentence.scores[run.places])):
                tags[place] = tag
        gold, system = spans(sentence.names), spans(tags)
        right, said, true = right + len(gold & system), said + len(system), true + len(gold)
    return 200 * right / max(1, said + true)


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("checkpoint", type=pathlib.Path)
    options.add_argument("--gold", type=pathlib.Path, required=True)
    options.add_argument("--out", type=pathlib.Path, required=True)
    options.add_argument("--threads", type=int, default=1)
    given = options.parse_args()
    torch.manual_seed(SEED)
    torch.set_num_threads(given.threads)
    rng = random.Random(SEED)

    training = read_training_sets(given.gold)
    vocabulary = Vocabulary(training)
    network = Network(vocabulary, *tags_and_labels(training))
    network.load_state_dict(torch.load(given.checkpoint, weights_only=False)["weights"])
    network.eval()
    batcher = Batcher(FeatureTable(vocabulary), network.tags, network.labels)
    replace_names = NameReplacement()
    write_news = NewsGrammar(replace_names.names)
    words_only = lambda s: Sentence(forms=s.forms, names=s.names, names_source=s.names_source)
    named = [words_only(s) for s in training if s.names is not None]
    sentences = named + [replace_names(s, rng) for _ in range(COPIES) for s in named if any(s.names)]
    sentences += [words_only(write_news(rng)) for _ in range(NEWS_SENTENCES)]
    ordinary = {line.strip().lower() for line in (LEXICON / "gazetteer" / "ordinary_words.tsv").read_text(encoding="utf-8").splitlines()}
    gazetteer, words = name_features.Gazetteer(replace_names.names, write_news.demonyms, ordinary), name_features.Words()
    field = RandomField()
    runs = [run for s in read_with(network, batcher, sentences) for run in runs_of(s, words, gazetteer)]
    print(f"names: {len(sentences)} sentences, {len(runs)} runs, {len(gazetteer.kinds)} names of the lexicon", file=sys.stderr)
    train(field, runs, rng)

    development = [("uner-ewt/dev.bio", SOURCES["ewt"]), ("gum-open/dev.derived.bio", SOURCES["gum"])]
    sets = [read_with(network, batcher, read_names(given.gold / "ner" / path, source)) for path, source in development]
    runs = [[runs_of(s, words, gazetteer) for s in sentences] for sentences in sets]
    scores = {share: [f1(field, s, r, share) for s, r in zip(sets, runs)] for share in SHARES}
    for share, figures in scores.items():
        print(f"  share {share}: F1 {figures[0]:.2f} (EWT dev), {figures[1]:.2f} (GUM dev)", file=sys.stderr)
    best = max(SHARES, key=lambda share: sum(scores[share]))
    torch.save({"rows": field.rows.weight.detach()[:2 * name_features.ROWS], "transitions": field.transitions.detach(), "network_share": best,
                "lexicon": gazetteer.kinds}, given.out)


if __name__ == "__main__":
    main()
