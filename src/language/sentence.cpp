#include <attache/sentence.h>

#include <algorithm>
#include <array>

namespace attache {
namespace {

constexpr std::array<std::string_view, 17> kUposNames = {"ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM",
                                                         "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};

constexpr std::array<std::string_view, 52> kRelationNames = {
    "root", "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "cc:preconj",
    "ccomp", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:outer", "csubj:pass", "dep", "det", "det:predet", "discourse",
    "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked",
    "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl", "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct",
    "reparandum", "vocative", "xcomp", "other"};
static_assert(kRelationNames.size() == static_cast<std::size_t>(Relation::other) + 1);

}  // namespace

std::string_view name_of(Upos upos) { return kUposNames[static_cast<std::size_t>(upos)]; }

std::string_view name_of(Relation relation) { return kRelationNames[static_cast<std::size_t>(relation)]; }

Relation relation_from(std::string_view name) {
  const auto found = std::find(kRelationNames.begin(), kRelationNames.end(), name);
  if (found != kRelationNames.end()) return static_cast<Relation>(found - kRelationNames.begin());
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? Relation::other : relation_from(name.substr(0, colon));
}

}  // namespace attache
