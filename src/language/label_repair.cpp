#include "language/label_repair.h"

#include <vector>

namespace attache::language {
namespace {

/// What hangs from a word.
struct Dependents {
  bool particle = false, object = false, complement = false, case_marker = false, passive = false;
};

/// A verb that stands by itself in the past or present.
bool is_finite(const Token& token) { return token.xpos == "VBD" || token.xpos == "VBZ" || token.xpos == "VBP"; }

}  // namespace

void repair_labels(Sentence& sentence) {
  auto& tokens = sentence.tokens;
  std::vector<Dependents> of(tokens.size());
  for (const Token& token : tokens) {
    if (token.head < 0) continue;
    auto& governor = of[static_cast<std::size_t>(token.head)];
    switch (token.relation) {
      case Relation::compound_prt: governor.particle = true; break;
      case Relation::obj: governor.object = governor.complement = true; break;
      case Relation::ccomp: governor.complement = true; break;
      case Relation::case_: governor.case_marker = true; break;
      case Relation::aux_pass: governor.passive = true; break;
      default: break;
    }
  }
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    Token& token = tokens[i];
    if (token.head < 0) continue;
    const auto head = static_cast<std::size_t>(token.head);
    if (token.relation == Relation::obl && head < i && of[head].particle && !of[head].complement && !of[i].case_marker) {
      token.relation = Relation::obj;
      of[head].complement = true;
    } else if (token.relation == Relation::nsubj_pass && !of[head].passive && (of[head].object || is_finite(tokens[head]))) {
      token.relation = Relation::nsubj;
    }
  }
}

}  // namespace attache::language
