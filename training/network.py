"""The network of docs/language.md as it is trained: src/language/network computes the same with bytes.

Everything that inference holds within limits is held within them here too, so that bytes can stand for it.
"""
import torch
from torch import nn
from torch.nn import functional

from treebanks import NAME_TAGS
from vocabulary import LEAST_SEEN, LISTS
from word_features import AFFIX_ROWS, NGRAM_ROWS

CLAMP = 4.0
LEAK = 0.1
WORD_SIZE, UNITS, TAG_SIZE, ARC_SIZE, LABEL_SIZE, NAME_SIZE = 128, 160, 48, 192, 192, 96
NAME_SOURCES = 3


def same_over_time(values, share):
    """Drop-out with one mask a sentence: values are sentences × time × features."""
    mask = torch.empty_like(values[:, :1]).bernoulli_(1 - share).div_(1 - share)
    return values * mask


class RecurrentLayer(nn.Module):
    """A forward and a backward long short-term memory. Two of one direction over left-aligned sentences need no packing, and so
    use the library's fused kernels."""

    def __init__(self, inputs, units):
        super().__init__()
        self.forward_direction = nn.LSTM(inputs, units, batch_first=True)
        self.backward_direction = nn.LSTM(inputs, units, batch_first=True)

    def forward(self, values, reversal):
        """`reversal`: for each sentence the places of its words from last to first, then the padding's."""
        turn = lambda x: x.gather(1, reversal.unsqueeze(-1).expand(-1, -1, x.shape[-1]))
        onward, _ = self.forward_direction(values)
        back, _ = self.backward_direction(turn(values))
        return torch.cat([onward, turn(back)], -1)


class Network(nn.Module):
    def __init__(self, vocabulary, tags, labels, dropout=0.3):
        super().__init__()
        self.tags, self.labels, self.dropout = tags, labels, dropout
        # Nothing is learned of words that training met too seldom (row 0): at work they are like the words it never met.
        learnable = vocabulary.counts >= LEAST_SEEN
        self.register_buffer("learned_rows", torch.from_numpy(learnable.cumsum() * learnable))
        self.learned = nn.Embedding(int(learnable.sum()) + 1, WORD_SIZE, padding_idx=0)
        # What a word's being on a list of the lexicon says, added to what is learned of the word itself.
        self.register_buffer("marks", torch.from_numpy(vocabulary.marks))
        self.lists = nn.Linear(len(LISTS), WORD_SIZE, bias=False)
        self.affixes = nn.Embedding(AFFIX_ROWS, WORD_SIZE)
        self.ngrams = nn.EmbeddingBag(NGRAM_ROWS, WORD_SIZE, mode="mean")
        for table in (self.learned, self.affixes, self.ngrams):
            nn.init.normal_(table.weight, 0, 0.1)
        nn.init.zeros_(self.learned.weight[0])
        self.word = nn.Linear(6 * WORD_SIZE, 2 * WORD_SIZE)
        self.norm = nn.LayerNorm(WORD_SIZE)
        self.recurrent1 = RecurrentLayer(WORD_SIZE, UNITS)
        self.recurrent2 = RecurrentLayer(2 * UNITS, UNITS)
        state = 2 * UNITS + TAG_SIZE
        self.tag = nn.Linear(2 * UNITS, len(tags))
        self.tag_embedding = nn.Linear(len(tags), TAG_SIZE, bias=False)
        self.arc_head, self.arc_dependent = nn.Linear(state, ARC_SIZE), nn.Linear(state, ARC_SIZE)
        self.arc_query = nn.Linear(ARC_SIZE, ARC_SIZE, bias=False)
        self.head_bias = nn.Parameter(torch.zeros(ARC_SIZE))
        nn.init.normal_(self.arc_query.weight, 0, 0.02)
        self.label_head, self.label_dependent = nn.Linear(state, LABEL_SIZE), nn.Linear(state, LABEL_SIZE)
        self.label = nn.Linear(LABEL_SIZE, len(labels))
        self.name_hidden = nn.Linear(state, NAME_SIZE)
        self.name = nn.ModuleList(nn.Linear(NAME_SIZE, len(NAME_TAGS)) for _ in range(NAME_SOURCES))
        # The root as a head: of arcs, held within limits as other heads are, and of labels.
        self.root_arc, self.root_label = nn.Parameter(torch.randn(ARC_SIZE) * 0.1), nn.Parameter(torch.randn(LABEL_SIZE) * 0.1)

    def drop(self, values):
        return same_over_time(values, self.dropout) if self.training else values

    def word_vectors(self, batch):
        learned = self.learned(self.learned_rows[batch.form_rows]) * (1 - batch.unlearned_forms).unsqueeze(1)
        form = learned + self.lists(self.marks[batch.form_rows]) * (1 - batch.unmarked_forms).unsqueeze(1)
        parts = [form, *self.affixes(batch.affix_rows).unbind(1), self.ngrams(batch.ngram_rows, batch.ngram_starts)]
        wide = self.word(functional.dropout(torch.cat(parts, 1), self.dropout, self.training))
        return self.norm(torch.maximum(*wide.chunk(2, -1))).clamp(-CLAMP, CLAMP)

    def forward(self, batch):
        """States of all words and the scores of their tags: sentences × time × …"""
        words = self.word_vectors(batch)[batch.word_of_token]
        encoded = self.recurrent1(self.drop(words), batch.reversal)
        encoded = self.recurrent2(self.drop(encoded), batch.reversal)
        encoded = self.drop(encoded)
        tags = self.tag(encoded)
        tag_state = torch.tanh(self.tag_embedding(tags.softmax(-1)))
        return torch.cat([encoded, tag_state], -1), tags

    def arcs(self, states, mask):
        """Scores of heads, sentences × dependents × (root and heads). The products are summed in 32 bits whatever the rest is computed in."""
        rectified = lambda layer, values: self.drop(functional.leaky_relu(layer(values), LEAK).clamp(-CLAMP, CLAMP))
        root = self.root_arc.clamp(-CLAMP, CLAMP).expand(len(states), 1, -1)
        heads = torch.cat([root, rectified(self.arc_head, states)], 1)
        query = self.arc_query(rectified(self.arc_dependent, states)).clamp(-2 * CLAMP, 2 * CLAMP)
        with torch.autocast("cpu", enabled=False):
            scores = query.float() @ heads.float().transpose(1, 2) + (heads.float() @ self.head_bias).unsqueeze(1)
        allowed = torch.cat([torch.ones_like(mask[:, :1]), mask], 1)
        return scores.masked_fill(~allowed.unsqueeze(1), -1e9)

    def label_scores(self, states, heads):
        """Scores of relations to the given heads (0 the root), sentences × dependents × labels."""
        of_heads = torch.cat([self.root_label.expand(len(states), 1, -1), self.label_head(states)], 1)
        of_heads = of_heads.gather(1, heads.unsqueeze(-1).expand(-1, -1, of_heads.shape[-1]))
        mixed = functional.leaky_relu(of_heads + self.label_dependent(states), LEAK).clamp(-CLAMP, CLAMP)
        return self.label(self.drop(mixed))

    def name_scores(self, states, source):
        return self.name[source](self.drop(functional.relu(self.name_hidden(states))))
