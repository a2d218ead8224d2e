"""The best tree with one root, as src/language/network/tree_decoder.cpp finds it."""
import numpy

ROOT_PENALTY = 1e7  # more than all scores of a sentence together: a second root never pays
_FORBIDDEN = 1e18


def _cycle(heads):
    state = [0] * len(heads)
    for start in range(1, len(heads)):
        path, node = [], start
        while node and not state[node]:
            state[node] = start
            path.append(node)
            node = heads[node]
        if node and state[node] == start:
            return path[path.index(node):]
    return None


def _maximum_tree(scores):
    """Chu and Liu 1965, Edmonds 1967. scores[dependent, head]; node 0 is the root."""
    nodes = len(scores)
    heads = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = set(cycle)
    outside = [n for n in range(nodes) if n not in inside]
    merged = len(outside)
    smaller = numpy.full((merged + 1, merged + 1), -_FORBIDDEN)
    total = sum(scores[n, heads[n]] for n in cycle)
    smaller[:merged, :merged] = scores[numpy.ix_(outside, outside)]
    leaves = [cycle[i] for i in scores[numpy.ix_(outside, cycle)].argmax(1)]
    entries = scores[cycle][:, outside] - numpy.array([[scores[n, heads[n]]] for n in cycle])
    enters = entries.argmax(0)
    for i, node in enumerate(outside):
        smaller[i, merged] = scores[node, leaves[i]] if i else -_FORBIDDEN
        smaller[merged, i] = total + entries[enters[i], i]
    smaller[0, :] = -_FORBIDDEN
    smaller[merged, merged] = -_FORBIDDEN
    found = _maximum_tree(smaller)
    for i, node in enumerate(outside[1:], 1):
        heads[node] = leaves[i] if found[i] == merged else outside[found[i]]
    heads[cycle[enters[found[merged]]]] = outside[found[merged]]
    return heads


def decode(scores):
    """Heads (0 the root, words from 1) from scores of shape words × (words + 1)."""
    words = len(scores)
    square = numpy.full((words + 1, words + 1), -_FORBIDDEN)
    square[1:] = scores
    square[range(1, words + 1), range(1, words + 1)] = -_FORBIDDEN
    heads = square.argmax(1)
    heads[0] = 0
    if (heads[1:] == 0).sum() == 1 and _cycle(heads) is None:
        return heads[1:]
    square[1:, 0] -= ROOT_PENALTY
    return _maximum_tree(square)[1:]
