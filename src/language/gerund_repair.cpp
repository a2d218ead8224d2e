#include "language/gerund_repair.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace attache::language {
namespace {

/// Verbs whose object names a deed far more often than people or things that are doing something.
constexpr std::array<std::string_view, 17> governs_gerunds = {"deny",   "admit",   "begin",  "start",   "resume",     "continue",    "cease",     "consider", "regret",
                                                              "risk",   "avoid",   "suggest", "propose", "contemplate", "acknowledge", "recommend", "quit"};

bool governs(std::string_view lemma) { return std::find(governs_gerunds.begin(), governs_gerunds.end(), lemma) != governs_gerunds.end(); }

}  // namespace

void repair_gerunds(Sentence& sentence) {
  auto& tokens = sentence.tokens;
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    Token& gerund = tokens[i];
    const auto verb = static_cast<std::int32_t>(i - 1), noun = gerund.head;
    if (gerund.xpos != "VBG" || gerund.relation != Relation::amod || noun <= static_cast<std::int32_t>(i) || !governs(tokens[i - 1].lemma)) continue;
    Token& object = tokens[static_cast<std::size_t>(noun)];
    if (object.head != verb || object.relation != Relation::obj) continue;
    gerund.head = verb;
    gerund.relation = Relation::xcomp;
    gerund.upos = Upos::verb;
    object.head = static_cast<std::int32_t>(i);
  }
}

}  // namespace attache::language
