#!/usr/bin/python3
"""Turns a trained checkpoint and the lemma rules into the program's model file.

    training/export_model.py CHECKPOINT LEMMA_RULES MODEL_OUT
"""
import struct
import sys

import numpy
import torch

import model_file

MIDDLE, REACH = 64, 63  # activations are bytes around the middle, as src/language/network/kernels.h has them


def main():
    checkpoint_path, rules_path, out_path = sys.argv[1:]
    checkpoint = torch.load(checkpoint_path, map_location="cpu")
    state = {k: v.float().numpy() for k, v in checkpoint["state"].items()}
    clamp = checkpoint.get("clamp", 4.0)
    units = checkpoint["h"]
    sections = {}

    def layer(name, weight, bias, unit, middle=MIDDLE):
        """A layer whose input bytes stand for (byte - middle) · unit."""
        rows, scale = model_file.quantised(weight)
        scale = scale * unit
        bias = bias - middle * rows.astype(numpy.int64).sum(axis=1) * scale
        sections[name + ".weights"] = model_file.packed(rows)
        sections[name + ".scale"] = model_file.floats(model_file.filled(scale))
        sections[name + ".bias"] = model_file.floats(model_file.filled(bias))

    for name, key in (("forms", "ef"), ("affixes", "ea"), ("ngrams", "eg")):
        rows, scale = model_file.quantised(state[key + ".weight"])
        sections[name + ".rows"] = rows.tobytes()
        sections[name + ".scale"] = model_file.floats(scale)
    sections["word.weights"] = model_file.floats(state["inp.weight"].T)
    sections["word.bias"] = model_file.floats(state["inp.bias"])
    sections["norm.gain"] = model_file.floats(state["iln.weight"])
    sections["norm.bias"] = model_file.floats(state["iln.bias"])

    for number, key, unit in ((1, "l1", clamp / REACH), (2, "l2", 1 / REACH)):
        for direction, suffix in (("forward", ""), ("backward", "_reverse")):
            name = f"recurrent{number}.{direction}"
            from_input, input_scale = model_file.quantised(state[f"{key}.weight_ih_l0{suffix}"])
            from_state, state_scale = model_file.quantised(state[f"{key}.weight_hh_l0{suffix}"])
            input_scale, state_scale = input_scale * unit, state_scale / REACH
            bias = state[f"{key}.bias_ih_l0{suffix}"] + state[f"{key}.bias_hh_l0{suffix}"]
            bias = bias - MIDDLE * (from_input.astype(int).sum(1) * input_scale + from_state.astype(int).sum(1) * state_scale)
            sections[name + ".from_input"] = model_file.packed(from_input)
            sections[name + ".from_state"] = model_file.packed(from_state)
            sections[name + ".input_scale"] = model_file.floats(input_scale)
            sections[name + ".state_scale"] = model_file.floats(state_scale)
            sections[name + ".bias"] = model_file.floats(bias)

    layer("tags", state["tag.weight"], state["tag.bias"], 1 / REACH)
    tags = len(checkpoint["tags"])
    wide_tags = (tags + model_file.LANES - 1) // model_file.LANES * model_file.LANES
    embedding = numpy.zeros((state["te.weight"].shape[0], wide_tags), numpy.float32)
    embedding[:, :tags] = state["te.weight"]
    layer("tag_embedding", embedding, numpy.zeros(len(embedding)), 1 / 127, middle=0)
    layer("arc_head", state["ha.weight"], state["ha.bias"], 1 / REACH)
    layer("arc_dependent", state["da.weight"], state["da.bias"], 1 / REACH)
    layer("arc_query", state["U"].T, numpy.zeros(state["U"].shape[1]), clamp / REACH)
    layer("label_head", state["hl.weight"], state["hl.bias"], 1 / REACH)
    layer("label_dependent", state["dl.weight"], state["dl.bias"], 1 / REACH)
    layer("labels", state["lo.weight"], state["lo.bias"], clamp / REACH)
    layer("names", state["n1.weight"], state["n1.bias"], 1 / REACH)
    sections["name_output.weights"] = model_file.floats(state["n2.weight"].T)
    sections["name_output.bias"] = model_file.floats(state["n2.bias"])

    root = numpy.tanh(state["root"])
    as_head = state["ha.weight"] @ root + state["ha.bias"]
    as_head = numpy.clip(numpy.where(as_head < 0, 0.1 * as_head, as_head), -clamp, clamp)
    sections["root.arc"] = numpy.rint(as_head * REACH / clamp).astype(numpy.int8).tobytes()
    sections["root.label"] = model_file.floats(state["hl.weight"] @ root + state["hl.bias"])
    sections["head_bias"] = model_file.floats(state["hb"])

    sections["tag_names"] = "\n".join(checkpoint["tags"]).encode()
    sections["label_names"] = "\n".join(checkpoint["labs"]).encode()
    sections["lemma_rules"] = open(rules_path, "rb").read()
    forms, affixes, ngrams = (state[k + ".weight"].shape[0] for k in ("ef", "ea", "eg"))
    sections["configuration"] = struct.pack(
        "<12If", 1, forms, affixes, ngrams, state["ef.weight"].shape[1], units, state["te.weight"].shape[0], state["ha.weight"].shape[0],
        state["hl.weight"].shape[0], state["n1.weight"].shape[0], tags, len(checkpoint["labs"]), clamp)
    model_file.write(out_path, sections)


if __name__ == "__main__":
    main()
