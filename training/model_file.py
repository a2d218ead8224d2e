"""Writes the program's model files: named byte sections, each aligned to 64 bytes (docs/model_format.md)."""
import struct

import numpy

MAGIC = b"ATTIMG01"
ALIGNMENT = 64
LANES, STEP = 16, 4  # as src/language/network/kernels.h has them


def _aligned(offset, to):
    return (offset + to - 1) // to * to


def write(path, sections):
    """Writes a dictionary of name → bytes."""
    names = sorted(sections)
    offset = len(MAGIC) + 8 + sum(20 + _aligned(len(n.encode()), 4) for n in names)
    directory, body, at = b"", [], offset
    for name in names:
        start = _aligned(at, ALIGNMENT)
        body.append((start - at, sections[name]))
        raw = name.encode()
        directory += struct.pack("<QQI", start, len(sections[name]), len(raw)) + raw.ljust(_aligned(len(raw), 4), b"\0")
        at = start + len(sections[name])
    with open(path, "wb") as out:
        out.write(MAGIC + struct.pack("<II", len(names), 0) + directory)
        for padding, data in body:
            out.write(b"\0" * padding + data)


def floats(array):
    return numpy.ascontiguousarray(array, dtype="<f4").tobytes()


def quantised(weights):
    """A matrix's rows as bytes of ±127 and each row's scale."""
    weights = numpy.asarray(weights, dtype=numpy.float32)
    scale = numpy.maximum(numpy.abs(weights).max(axis=1), 1e-8) / 127
    return numpy.rint(weights / scale[:, None]).astype(numpy.int8), scale.astype(numpy.float32)


def packed(bytes_):
    """Outputs × inputs as the kernels want them: blocks of 16 outputs, within a block 4 inputs at a time, zeros to fill up."""
    outputs, inputs = bytes_.shape
    wide = numpy.zeros((_aligned(outputs, LANES), _aligned(inputs, STEP)), numpy.int8)
    wide[:outputs, :inputs] = bytes_
    blocks = wide.reshape(wide.shape[0] // LANES, LANES, wide.shape[1] // STEP, STEP)
    return numpy.ascontiguousarray(blocks.transpose(0, 2, 1, 3)).tobytes()


def filled(vector, to=LANES):
    out = numpy.zeros(_aligned(len(vector), to), numpy.float32)
    out[: len(vector)] = vector
    return out
