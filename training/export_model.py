#!/usr/bin/python3
"""Turns a trained checkpoint, the names' model and the lemma rules into the program's model file.

    training/export_model.py CHECKPOINT NAMES LEMMA_RULES MODEL_OUT
"""
import struct
import sys

import numpy
import torch

import model_file
from network import CLAMP

VERSION = 3      # of the sections, as src/language/network/weights.cpp has it
NAME_SOURCE = 0  # the set whose notion of a name the program follows: UNER's
NAME_ROW_SIZE = 8  # bytes: seven tags' weights, and one to fill up
MIDDLE, REACH = 64, 63  # activations are bytes around the middle, as src/language/network/kernels.h has them


def main():
    checkpoint_path, names_path, rules_path, out_path = sys.argv[1:]
    checkpoint = torch.load(checkpoint_path, map_location="cpu", weights_only=False)
    state = {k: v.float().numpy() for k, v in checkpoint["weights"].items()}
    sections = {}

    def layer(name, key, unit, middle=MIDDLE, weight=None, bias=None):
        """A layer whose input bytes stand for (byte - middle) · unit."""
        weight = state[key + ".weight"] if weight is None else weight
        bias = state.get(key + ".bias", numpy.zeros(len(weight))) if bias is None else bias
        rows, scale = model_file.quantised(weight)
        scale = scale * unit
        bias = bias - middle * rows.astype(numpy.int64).sum(axis=1) * scale
        sections[name + ".weights"] = model_file.packed(rows)
        sections[name + ".scale"] = model_file.floats(model_file.filled(scale))
        sections[name + ".bias"] = model_file.floats(model_file.filled(bias))

    # The last row of the forms stands for all unknown ones in training; the program adds nothing for those. Of many words nothing is known
    # but the lists they are on: they share rows.
    by_word = (state["learned.weight"][state["learned_rows"].astype(int)] + state["marks"] @ state["lists.weight"].T)[:-1]
    forms, row_of_word = numpy.unique(by_word, axis=0, return_inverse=True)
    for name, table in (("forms", forms), ("affixes", state["affixes.weight"]), ("ngrams", state["ngrams.weight"])):
        rows, scale = model_file.quantised(table)
        sections[name + ".rows"] = rows.tobytes()
        sections[name + ".scale"] = model_file.floats(scale)
    sections["forms.hashes"] = numpy.ascontiguousarray(checkpoint["hashes"], dtype="<u4").tobytes()
    sections["forms.row_of_word"] = numpy.ascontiguousarray(row_of_word.reshape(-1), dtype="<u4").tobytes()
    sections["word.weights"] = model_file.floats(state["word.weight"].T)
    sections["word.bias"] = model_file.floats(state["word.bias"])
    sections["norm.gain"] = model_file.floats(state["norm.weight"])
    sections["norm.bias"] = model_file.floats(state["norm.bias"])

    for number, unit in ((1, CLAMP / REACH), (2, 1 / REACH)):
        for direction in ("forward", "backward"):
            name, key = f"recurrent{number}.{direction}", f"recurrent{number}.{direction}_direction"
            from_input, input_scale = model_file.quantised(state[key + ".weight_ih_l0"])
            from_state, state_scale = model_file.quantised(state[key + ".weight_hh_l0"])
            input_scale, state_scale = input_scale * unit, state_scale / REACH
            bias = state[key + ".bias_ih_l0"] + state[key + ".bias_hh_l0"]
            bias = bias - MIDDLE * (from_input.astype(int).sum(1) * input_scale + from_state.astype(int).sum(1) * state_scale)
            sections[name + ".from_input"] = model_file.packed(from_input)
            sections[name + ".from_state"] = model_file.packed(from_state)
            sections[name + ".input_scale"] = model_file.floats(input_scale)
            sections[name + ".state_scale"] = model_file.floats(state_scale)
            sections[name + ".bias"] = model_file.floats(bias)

    layer("tags", "tag", 1 / REACH)
    tags = len(checkpoint["tags"])
    wide_tags = (tags + model_file.LANES - 1) // model_file.LANES * model_file.LANES
    embedding = numpy.zeros((len(state["tag_embedding.weight"]), wide_tags), numpy.float32)
    embedding[:, :tags] = state["tag_embedding.weight"]
    layer("tag_embedding", "tag_embedding", 1 / 127, middle=0, weight=embedding)
    layer("arc_head", "arc_head", 1 / REACH)
    layer("arc_dependent", "arc_dependent", 1 / REACH)
    layer("arc_query", "arc_query", CLAMP / REACH)
    layer("label_head", "label_head", 1 / REACH)
    layer("label_dependent", "label_dependent", 1 / REACH)
    layer("labels", "label", CLAMP / REACH)
    layer("names", "name_hidden", 1 / REACH)
    sections["name_output.weights"] = model_file.floats(state[f"name.{NAME_SOURCE}.weight"].T)
    sections["name_output.bias"] = model_file.floats(state[f"name.{NAME_SOURCE}.bias"])

    names = torch.load(names_path, map_location="cpu", weights_only=False)
    rows = names["rows"].numpy()
    unit = numpy.abs(rows).max() / 127
    sections["names.rows"] = numpy.pad(numpy.rint(rows / unit).astype(numpy.int8), ((0, 0), (0, NAME_ROW_SIZE - rows.shape[1]))).tobytes()
    sections["names.configuration"] = struct.pack("<2f", unit, names["network_share"]) + model_file.floats(names["transitions"].numpy())
    lexicon = sorted(names["lexicon"].items())
    sections["names.lexicon.hashes"] = numpy.array([h for h, _ in lexicon], "<u4").tobytes()
    sections["names.lexicon.kinds"] = numpy.array([k for _, k in lexicon], numpy.uint8).tobytes()

    root = numpy.clip(state["root_arc"], -CLAMP, CLAMP)
    sections["root.arc"] = numpy.rint(root * REACH / CLAMP).astype(numpy.int8).tobytes()
    sections["root.label"] = model_file.floats(state["root_label"])
    sections["head_bias"] = model_file.floats(state["head_bias"])

    sections["tag_names"] = "\n".join(checkpoint["tags"]).encode()
    sections["label_names"] = "\n".join(checkpoint["labels"]).encode()
    sections["lemma_rules"] = open(rules_path, "rb").read()
    sections["configuration"] = struct.pack(
        "<13If", VERSION, len(by_word), len(forms), len(state["affixes.weight"]), len(state["ngrams.weight"]), forms.shape[1],
        state["recurrent1.forward_direction.weight_hh_l0"].shape[1], len(state["tag_embedding.weight"]), len(state["arc_head.weight"]),
        len(state["label_head.weight"]), len(state["name_hidden.weight"]), tags, len(checkpoint["labels"]), CLAMP)
    model_file.write(out_path, sections)


if __name__ == "__main__":
    main()
