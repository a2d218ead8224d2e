"""Takes a model file's weights as the start of training. Bytes are near enough to what they were rounded from.

Reads models of both versions: in version 1 a form was the sum of two hashed rows, in version 2 it has a row of its own.
"""
import struct
import zlib

import numpy
import torch

import model_file
from network import CLAMP
from word_features import form_hash

MIDDLE, REACH = 64, 63


def read_sections(path):
    data = open(path, "rb").read()
    sections, at = {}, len(model_file.MAGIC) + 8
    for _ in range(struct.unpack_from("<I", data, len(model_file.MAGIC))[0]):
        start, size, length = struct.unpack_from("<QQI", data, at)
        at += 20
        sections[data[at:at + length].decode()] = data[start:start + size]
        at += (length + 3) // 4 * 4
    return sections


class _Model:
    def __init__(self, path):
        self.sections = read_sections(path)
        numbers = struct.unpack(f"<{len(self.sections['configuration']) // 4 - 1}If", self.sections["configuration"])
        self.version = numbers[0]
        (self.forms, self.affixes, self.ngrams, self.word_size, self.units, self.tag_size, self.arc_size, self.label_size, self.name_size, self.tags,
         self.labels, _) = numbers[-12:]

    def floats(self, name):
        return numpy.frombuffer(self.sections[name], "<f4").copy()

    def rows(self, name):
        scale = self.floats(name + ".scale")
        return numpy.frombuffer(self.sections[name + ".rows"], numpy.int8).reshape(len(scale), -1) * scale[:, None]

    def matrix(self, name, outputs, inputs):
        wide_outputs, wide_inputs = (-(-outputs // 16) * 16, -(-inputs // 4) * 4)
        blocks = numpy.frombuffer(self.sections[name], numpy.int8).reshape(wide_outputs // 16, wide_inputs // 4, 16, 4)
        return blocks.transpose(0, 2, 1, 3).reshape(wide_outputs, wide_inputs)[:outputs, :inputs].astype(numpy.int64)

    def layer(self, name, outputs, inputs, unit, middle=MIDDLE):
        """(weight, bias) as they were before the activations became bytes."""
        rows, scale = self.matrix(name + ".weights", outputs, inputs), self.floats(name + ".scale")[:outputs]
        return rows * (scale / unit)[:, None], self.floats(name + ".bias")[:outputs] + middle * rows.sum(1) * scale

    def form(self, word):
        if self.version == 1:
            hashed = lambda seed: zlib.crc32(seed + word.encode()) % self.forms
            return self._table[hashed(b"1")] + self._table[hashed(b"2")]
        at = int(numpy.searchsorted(self._hashes, form_hash(word)))
        return self._table[self._rows[at]] if at < len(self._hashes) and self._hashes[at] == form_hash(word) else numpy.zeros(self.word_size)

    def open_forms(self):
        self._table = self.rows("forms")
        if self.version > 1:
            self._hashes = numpy.frombuffer(self.sections["forms.hashes"], "<u4")
            self._rows = numpy.frombuffer(self.sections["forms.row_of_word"], "<u4")


def names_of(path):
    """The model's tags and labels, in its order."""
    sections = read_sections(path)
    return sections["tag_names"].decode().split("\n"), sections["label_names"].decode().split("\n")


def start_from(path, network, vocabulary):
    """Writes the model's weights into the network, which has the same sizes, tags and labels."""
    model = _Model(path)
    model.open_forms()
    weights = {"affixes.weight": model.rows("affixes"), "ngrams.weight": model.rows("ngrams"),
               "word.weight": model.floats("word.weights").reshape(6 * model.word_size, -1).T, "word.bias": model.floats("word.bias"),
               "norm.weight": model.floats("norm.gain"), "norm.bias": model.floats("norm.bias"), "head_bias": model.floats("head_bias"),
               "root_arc": numpy.frombuffer(model.sections["root.arc"], numpy.int8) * (CLAMP / REACH), "root_label": model.floats("root.label")}
    learned = numpy.zeros(network.learned.weight.shape)
    for word, row in zip(vocabulary.words, network.learned_rows.tolist()):
        if row:
            learned[row] = model.form(word)
    weights["learned.weight"] = learned
    encoded, state = 2 * model.units, 2 * model.units + model.tag_size
    for number, inputs, unit in ((1, model.word_size, CLAMP / REACH), (2, encoded, 1 / REACH)):
        for direction in ("forward", "backward"):
            name, key = f"recurrent{number}.{direction}", f"recurrent{number}.{direction}_direction"
            from_input, from_state = model.matrix(name + ".from_input", 4 * model.units, inputs), model.matrix(name + ".from_state", 4 * model.units, model.units)
            input_scale, state_scale = model.floats(name + ".input_scale"), model.floats(name + ".state_scale")
            weights[key + ".weight_ih_l0"] = from_input * (input_scale / unit)[:, None]
            weights[key + ".weight_hh_l0"] = from_state * (state_scale * REACH)[:, None]
            weights[key + ".bias_ih_l0"] = model.floats(name + ".bias") + MIDDLE * (from_input.sum(1) * input_scale + from_state.sum(1) * state_scale)
            weights[key + ".bias_hh_l0"] = numpy.zeros(4 * model.units)
    for key, name, outputs, inputs, unit in (
            ("tag", "tags", model.tags, encoded, 1 / REACH), ("arc_head", "arc_head", model.arc_size, state, 1 / REACH),
            ("arc_dependent", "arc_dependent", model.arc_size, state, 1 / REACH), ("arc_query", "arc_query", model.arc_size, model.arc_size, CLAMP / REACH),
            ("label_head", "label_head", model.label_size, state, 1 / REACH), ("label_dependent", "label_dependent", model.label_size, state, 1 / REACH),
            ("label", "labels", model.labels, model.label_size, CLAMP / REACH), ("name_hidden", "names", model.name_size, state, 1 / REACH)):
        weights[key + ".weight"], weights[key + ".bias"] = model.layer(name, outputs, inputs, unit)
    del weights["arc_query.bias"]
    wide_tags = -(-model.tags // 16) * 16
    weights["tag_embedding.weight"] = model.layer("tag_embedding", model.tag_size, wide_tags, 1 / 127, middle=0)[0][:, :model.tags]
    for i in range(len(network.name)):
        weights[f"name.{i}.weight"] = model.floats("name_output.weights").reshape(model.name_size, -1).T
        weights[f"name.{i}.bias"] = model.floats("name_output.bias")
    own = network.state_dict()
    for key, value in weights.items():
        own[key].copy_(torch.from_numpy(numpy.array(value, numpy.float32).reshape(own[key].shape)))
    with torch.no_grad():
        network.lists.weight.zero_()
