#pragma once
/// A sentence as words and a Universal Dependencies tree.

#include <attache/document.h>

#include <cstdint>
#include <string_view>
#include <vector>

namespace attache {

/// Universal part-of-speech tags, in the guidelines' order.
enum class Upos : std::uint8_t { adj, adp, adv, aux, cconj, det, intj, noun, num, part, pron, propn, punct, sconj, sym, verb, x };

/// `NOUN`, `VERB` …
std::string_view name_of(Upos upos);

/// Dependency relations of the English Universal Dependencies treebanks, subtypes written with `_` for `:`.
enum class Relation : std::uint8_t {
  root, acl, acl_relcl, advcl, advcl_relcl, advmod, amod, appos, aux, aux_pass, case_, cc, cc_preconj, ccomp, compound, compound_prt,
  conj, cop, csubj, csubj_outer, csubj_pass, dep, det, det_predet, discourse, dislocated, expl, fixed, flat, goeswith, iobj, list, mark,
  nmod, nmod_desc, nmod_poss, nmod_unmarked, nsubj, nsubj_outer, nsubj_pass, nummod, obj, obl, obl_agent, obl_unmarked, orphan,
  parataxis, punct, reparandum, vocative, xcomp, other
};

/// `nsubj:pass`, `acl:relcl` …
std::string_view name_of(Relation relation);

/// The relation of that name; an unknown subtype falls back to its main relation, an unknown relation to `other`.
Relation relation_from(std::string_view name);

/// What the name finder says of a token, in begin–inside form.
enum class NameTag : std::uint8_t { none, begin_person, inside_person, begin_organisation, inside_organisation, begin_place, inside_place };

/// A syntactic word. Views point into the block's text, the document's arena, or a model; see `Sentence`.
struct Token {
  std::string_view text;
  std::string_view lemma;      ///< Lower-case except for names; empty until parsed.
  std::string_view xpos;       ///< Penn tag, such as `VBD`; empty until parsed.
  std::uint32_t start = 0;     ///< Code points into the block's text.
  std::uint32_t end = 0;       ///< End-exclusive.
  std::int32_t head = -1;      ///< Index of the governor in the sentence, -1 for the root.
  Upos upos = Upos::x;
  Relation relation = Relation::other;
  NameTag name = NameTag::none;
  bool space_after = true;     ///< White space, or the end of the sentence, follows.
  bool joined = false;         ///< Written together with the token before as one multi-word token ("do" + "n't").
};

/// A sentence of a block. Valid as long as its document's blocks and arena and the model live.
struct Sentence {
  std::uint32_t block = 0;          ///< Index into `Document::blocks`.
  BlockKind kind = BlockKind::body;
  std::uint32_t sequence = 0;       ///< Number of the sentence in the document, from 0.
  std::uint32_t start = 0;          ///< Code points into the block's text.
  std::uint32_t end = 0;
  std::string_view text;
  std::vector<Token> tokens;
  bool parsed = false;              ///< Tags, lemmas and tree are filled.
  float margin = 0;                 ///< The parser's mean margin over its second choice; larger is surer.
};

}  // namespace attache
