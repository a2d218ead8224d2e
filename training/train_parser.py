#!/usr/bin/env python3
"""Trains the parser's network: tags, trees and names over one encoder (docs/language.md).

    training/train_parser.py --gold GOLD --out CHECKPOINT [--epochs N]

GOLD is the folder of treebanks and named spans, laid out as models/README.md lists them. The seed is fixed; with the same library versions,
threads and processor family the same checkpoint comes out. Everything is kept beside it after each epoch, in CHECKPOINT with the ending
.run: started again with the same arguments, a run that was cut off goes on from there. Progress and the development sets' figures go to standard error.
"""
import argparse
import collections
import dataclasses
import pathlib
import random
import sys
import time

import numpy
import torch
from torch import nn
from torch.nn import functional

import augmentation
import warm_start
from lexicon_names import NameReplacement
from network import Network
from news_grammar import NewsGrammar
from treebanks import NAME_TAGS, ROOT, add_names, read_names, read_treebank
from tree_decoding import decode
from vocabulary import Vocabulary
from word_features import FeatureTable

SEED = 1
LONGEST = 120            # words of a training sentence
BATCH_WORDS = 1400
LEARNING_RATE = 2e-3
WARM_UP = 300            # steps
COOL_DOWN = 1 / 2        # of all steps, the last, in which the rate falls to nothing
AVERAGING = 0.999        # of the weights, over the steps
RAREST_TAG = 3           # sightings below which a tag is not learned
SMOOTHING = 0.03         # of tags and relations
UNMARKED = 0.2           # share of the words whose lists are hidden: the lexicon does not hold every name
IGNORED = -100
NAME_WEIGHTS = 0.5, 1.5  # of the names' loss beside the others, in the first epochs and when the rate falls
OTHER_NAMES = 0.35       # share of the sentences whose names are replaced, and
NEWS_SENTENCES = 1200    # made by rule that each epoch has, when the rate falls
SOURCES = {"ewt": 0, "gum": 1, "wiki": 2}


def read_training_sets(gold):
    ewt = read_treebank(gold / "parse/ewt/train.conllu")
    gum = read_treebank(gold / "parse/gum-open/train.conllu")
    rest = add_names(ewt, read_names(gold / "ner/uner-ewt/train.bio", SOURCES["ewt"]))
    rest += add_names(gum, read_names(gold / "ner/gum-open/train.derived.bio", SOURCES["gum"]))
    rest += read_names(gold / "ner/wikigold/wikigold.half.bio", SOURCES["wiki"])
    return [s for s in ewt + gum + rest if len(s.forms) <= LONGEST]


def read_development_sets(gold):
    sets = {"ewt": read_treebank(gold / "parse/ewt/dev.conllu"), "gum": read_treebank(gold / "parse/gum-open/dev.conllu")}
    add_names(sets["ewt"], read_names(gold / "ner/uner-ewt/dev.bio", SOURCES["ewt"]))
    add_names(sets["gum"], read_names(gold / "ner/gum-open/dev.derived.bio", SOURCES["gum"]))
    return sets


def tags_and_labels(training):
    counts = collections.Counter(tag for s in training for tag in s.tags or [])
    return sorted(t for t, n in counts.items() if n >= RAREST_TAG), sorted({name for s in training for name in s.labels or []})


@dataclasses.dataclass
class Batch:
    """Sentences as tensors. Each distinct (form, what is hidden of it) is computed once and then laid out by `word_of_token`."""

    form_rows: torch.Tensor
    unlearned_forms: torch.Tensor  # 1 where the form is treated as one that training never met
    unmarked_forms: torch.Tensor   # 1 where it is treated as one that is on no list
    affix_rows: torch.Tensor
    ngram_rows: torch.Tensor
    ngram_starts: torch.Tensor
    word_of_token: torch.Tensor
    reversal: torch.Tensor
    mask: torch.Tensor
    tags: torch.Tensor
    heads: torch.Tensor
    labels: torch.Tensor
    names: torch.Tensor
    sources: torch.Tensor


class Batcher:
    def __init__(self, features, tags, labels):
        self.features = features
        self.tag_index = {t: i for i, t in enumerate(tags)}
        self.label_index = {name: i for i, name in enumerate(labels)}

    def batch(self, sentences, chance=None):
        """With `chance`, a numpy generator, words are hidden: rare ones often, frequent ones seldom."""
        count, longest = len(sentences), max(len(s.forms) for s in sentences)
        numbers = numpy.zeros((count, longest), numpy.int64)
        mask = numpy.zeros((count, longest), bool)
        reversal = numpy.tile(numpy.arange(longest), (count, 1))
        tags, heads, labels, names = (numpy.full((count, longest), IGNORED, numpy.int64) for _ in range(4))
        for i, s in enumerate(sentences):
            n = len(s.forms)
            numbers[i, :n] = [self.features.number(f) for f in s.forms]
            mask[i, :n] = True
            reversal[i, :n] = numpy.arange(n)[::-1]
            if s.heads is not None:
                tags[i, :n] = [self.tag_index.get(t, IGNORED) for t in s.tags]
                heads[i, :n] = [h + 1 for h in s.heads]
                labels[i, :n] = [self.label_index.get(name, IGNORED) for name in s.labels]
            if s.names is not None:
                names[i, :n] = s.names
        hidden = numpy.zeros_like(numbers)
        if chance is not None:
            rows = numpy.array(self.features.forms)[numbers]
            seen = self.features.vocabulary.counts[rows]
            draw = chance.random(numbers.shape)
            hidden += draw < 0.3 / (1 + 0.5 * seen) + 0.05
            hidden += 2 * (chance.random(numbers.shape) < UNMARKED)
        distinct, word_of_token = numpy.unique(numbers * 4 + hidden, return_inverse=True)
        forms, how = distinct // 4, distinct % 4
        ngrams = [self.features.ngrams[f] for f in forms]
        tensor = torch.from_numpy
        return Batch(
            form_rows=torch.tensor([self.features.forms[f] for f in forms]), unlearned_forms=tensor((how % 2).astype("float32")),
            unmarked_forms=tensor((how // 2).astype("float32")), affix_rows=torch.tensor([self.features.affixes[f] for f in forms]),
            ngram_rows=tensor(numpy.concatenate(ngrams)), ngram_starts=tensor(numpy.cumsum([0] + [len(g) for g in ngrams[:-1]])),
            word_of_token=tensor(word_of_token.reshape(numbers.shape)), reversal=tensor(reversal), mask=tensor(mask), tags=tensor(tags),
            heads=tensor(heads), labels=tensor(labels), names=tensor(names), sources=torch.tensor([s.names_source for s in sentences]))


def batches_of(sentences, rng):
    """Sentences of like length together, in a new order each time."""
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i].forms) + rng.random() * 4)
    batches, batch, words = [], [], 0
    for i in order:
        batch.append(sentences[i])
        words += len(sentences[i].forms)
        if words >= BATCH_WORDS:
            batches.append(batch)
            batch, words = [], 0
    if batch:
        batches.append(batch)
    rng.shuffle(batches)
    return batches


def loss_of(network, batch, name_weight):
    known = batch.heads != IGNORED
    names = []
    with torch.autocast("cpu", dtype=torch.bfloat16):
        states, tag_scores = network(batch)
        if known.any():
            arcs = network.arcs(states, batch.mask)
            relations = network.label_scores(states, batch.heads.clamp(min=0))
        for source in SOURCES.values():
            rows = batch.sources == source
            marked = batch.names[rows] != IGNORED
            if marked.any():
                names.append((network.name_scores(states[rows], source)[marked].float(), batch.names[rows][marked]))
    total = 0
    if known.any():
        total = functional.cross_entropy(tag_scores[known].float(), batch.tags[known], ignore_index=IGNORED, label_smoothing=SMOOTHING)
        total = total + functional.cross_entropy(arcs[known], batch.heads[known])
        total = total + functional.cross_entropy(relations[known].float(), batch.labels[known], ignore_index=IGNORED, label_smoothing=SMOOTHING)
    for scores, gold in names:
        # The mean over the whole batch, whatever its parts.
        total = total + name_weight * functional.cross_entropy(scores, gold, reduction="sum") / batch.mask.sum()
    return total


def rate_at(step, steps, highest):
    """The learning rate: rising, constant, falling. All of the constant part is the same for any number of epochs."""
    return highest * max(0.0, min(1.0, (step + 1) / WARM_UP, (steps - step) / (COOL_DOWN * steps)))


def spans(tags):
    found, start, kind = set(), None, None
    for i, tag in enumerate([NAME_TAGS[t] for t in tags] + ["O"]):
        if start is not None and tag != "I-" + kind:
            found.add((start, i, kind))
            start = None
        if tag.startswith("B-"):
            start, kind = i, tag[2:]
    return found


def evaluate(network, batcher, sentences, batch_size=48):
    """Percentages over gold words in 32-bit floats: UPOS, UAS, LAS of main relations, and F1 of names where they are annotated."""
    network.eval()
    words = upos = attached = labelled = 0
    right = said = true = 0
    root = network.labels.index("root")
    order = sorted(sentences, key=lambda s: len(s.forms))
    with torch.no_grad():
        for first in range(0, len(order), batch_size):
            group = order[first:first + batch_size]
            batch = batcher.batch(group)
            states, tag_scores = network(batch)
            arcs = network.arcs(states, batch.mask).numpy()
            heads = torch.zeros_like(batch.heads)
            for i, s in enumerate(group):
                heads[i, :len(s.forms)] = torch.from_numpy(decode(arcs[i, :len(s.forms), :len(s.forms) + 1]).copy())
            relations = network.label_scores(states, heads)
            relations[..., root] = -1e9
            relations, best_tags = relations.argmax(-1), tag_scores.argmax(-1)
            names = network.name_scores(states, 0).argmax(-1)
            for i, s in enumerate(group):
                for t in range(len(s.forms)):
                    head = int(heads[i, t]) - 1
                    label = "root" if head == ROOT else network.labels[relations[i, t]]
                    words += 1
                    upos += network.tags[best_tags[i, t]].split("|")[0] == s.tags[t].split("|")[0]
                    attached += head == s.heads[t]
                    labelled += head == s.heads[t] and label.split(":")[0] == s.labels[t].split(":")[0]
                if s.names is not None:
                    gold, system = spans(s.names), spans(names[i, :len(s.forms)].tolist())
                    right, said, true = right + len(gold & system), said + len(system), true + len(gold)
    network.train()
    share = lambda n: round(100 * n / words, 2)
    return {"UPOS": share(upos), "UAS": share(attached), "LAS": share(labelled), "names": round(200 * right / max(1, said + true), 2)}


class Average:
    """The running mean of a network's weights, which parses better than the last ones."""

    def __init__(self, network):
        self.network = network
        self.values = {k: v.detach().clone() for k, v in network.named_parameters()}

    def update(self, step):
        decay = min(AVERAGING, (1 + step) / (10 + step))
        torch._foreach_lerp_(list(self.values.values()), [p.detach() for p in self.network.parameters()], 1 - decay)

    def swap(self):
        """Exchanges the network's weights with the average's."""
        with torch.no_grad():
            for name, parameter in self.network.named_parameters():
                kept = parameter.detach().clone()
                parameter.copy_(self.values[name])
                self.values[name] = kept


def blended(network, at_start, share):
    """The network's tensors, its weights mixed with those it started from. Where both are good, a point between them mostly is better
    than either (Wortsman et al. 2022, "Model soups"), and less far from what the start could do that the new training lacks."""
    weights = dict(network.state_dict())
    for name, parameter in network.named_parameters():
        weights[name] = share * parameter.detach() + (1 - share) * at_start[name]
    return weights


def save(path, weights, network, vocabulary):
    partial = path.with_suffix(".partial")
    torch.save({"weights": weights, "tags": network.tags, "labels": network.labels, "hashes": vocabulary.hashes}, partial)
    partial.rename(path)


def keep(path, run):
    """Writes what a run that was cut off needs to go on as if nothing had happened."""
    partial = path.with_suffix(".partial")
    torch.save(run, partial)
    partial.rename(path)


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--gold", type=pathlib.Path, required=True, help="folder of the training data")
    options.add_argument("--out", type=pathlib.Path, required=True, help="checkpoint to write")
    options.add_argument("--epochs", type=int, default=40)
    options.add_argument("--start", type=pathlib.Path, help="a model file to go on from, instead of from nothing")
    options.add_argument("--blend", type=float, default=1.0, help="with --start: the new weights' share in the result, the rest being those of the start")
    options.add_argument("--rate", type=float, default=LEARNING_RATE, help="highest learning rate")
    options.add_argument("--threads", type=int, default=1)
    options.add_argument("--evaluate", type=pathlib.Path, nargs="*", help="train nothing: the checkpoint's figures on these CoNLL-U files")
    options.add_argument("--sentences", type=int, help="train on this many sentences only, to try the path")
    given = options.parse_args()
    torch.manual_seed(SEED)
    rng, chance = random.Random(SEED), numpy.random.default_rng(SEED)
    torch.set_num_threads(given.threads)

    training = read_training_sets(given.gold)
    vocabulary = Vocabulary(training)
    tags, labels = tags_and_labels(training)
    if given.start:
        tags, labels = warm_start.names_of(given.start)
    network = Network(vocabulary, tags, labels)
    if given.start:
        warm_start.start_from(given.start, network, vocabulary)
    batcher = Batcher(FeatureTable(vocabulary), tags, labels)
    if given.evaluate is not None:
        network.load_state_dict(torch.load(given.out, weights_only=False)["weights"])
        for path in given.evaluate:
            print(path, evaluate(network, batcher, read_treebank(path)))
        return

    if given.sentences:
        training = rng.sample(training, given.sentences)
    development = read_development_sets(given.gold)
    if given.start:
        for name, sentences in development.items():
            print(f"  {name} dev at the start {evaluate(network, batcher, sentences)}", file=sys.stderr, flush=True)
    replace_names = NameReplacement()
    write_news = NewsGrammar(replace_names.names)
    plain_epochs = round((1 - COOL_DOWN) * given.epochs)
    count = lambda sentences: len(batches_of(sentences, random.Random(SEED)))
    steps = given.epochs * count(training) + (given.epochs - plain_epochs) * count([write_news(random.Random(i)) for i in range(NEWS_SENTENCES)])
    words = sum(len(s.forms) for s in training)
    print(f"{len(training)} sentences, {words} words, vocabulary {len(vocabulary.words)}, {steps} steps", file=sys.stderr)
    optimizer = torch.optim.Adam(network.parameters(), lr=LEARNING_RATE, betas=(0.9, 0.95), fused=True)
    average = Average(network)
    at_start = {name: parameter.detach().clone() for name, parameter in network.named_parameters()}
    network.train()
    step, done, began = 0, 0, time.time()
    run_path = given.out.with_suffix(".run")
    if run_path.exists():
        run = torch.load(run_path, weights_only=False)
        network.load_state_dict(run["network"])
        optimizer.load_state_dict(run["optimizer"])
        average.values, at_start, step, done = run["average"], run["at_start"], run["step"], run["epoch"]
        rng.setstate(run["rng"])
        chance.bit_generator.state = run["chance"]
        torch.set_rng_state(run["torch"])
        print(f"going on behind epoch {done}", file=sys.stderr)
    for epoch in range(done + 1, given.epochs + 1):
        losses = 0.0
        sentences_now = training
        if epoch > plain_epochs:
            sentences_now = [replace_names(s, rng) if rng.random() < OTHER_NAMES else s for s in training] + [write_news(rng) for _ in range(NEWS_SENTENCES)]
        batches = batches_of([augmentation.augmented(s, rng) for s in sentences_now], rng)
        for sentences in batches:
            for group in optimizer.param_groups:
                group["lr"] = rate_at(step, steps, given.rate)
            loss = loss_of(network, batcher.batch(sentences, chance), NAME_WEIGHTS[epoch > plain_epochs])
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimizer.step()
            step += 1
            average.update(step)
            losses += float(loss.detach())
        print(f"epoch {epoch}: loss {losses / len(batches):.4f}, {time.time() - began:.0f} s", file=sys.stderr, flush=True)
        if epoch % 6 == 0 or epoch == given.epochs:
            average.swap()
            for name, sentences in development.items():
                print(f"  {name} dev {evaluate(network, batcher, sentences)}", file=sys.stderr, flush=True)
            save(given.out, blended(network, at_start, given.blend), network, vocabulary)
            average.swap()
        keep(run_path, {"network": network.state_dict(), "optimizer": optimizer.state_dict(), "average": average.values, "at_start": at_start,
                        "step": step, "epoch": epoch, "rng": rng.getstate(), "chance": chance.bit_generator.state, "torch": torch.get_rng_state()})


if __name__ == "__main__":
    main()
