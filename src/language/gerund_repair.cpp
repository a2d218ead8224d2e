#include "language/gerund_repair.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace attache::language {
namespace {

/// Verbs whose object names a deed far more often than people or things that are doing something.
constexpr std::array<std::string_view, 17> governs_gerunds = {"deny",   "admit",   "begin",  "start",   "resume",     "continue",    "cease",     "consider", "regret",
                                                              "risk",   "avoid",   "suggest", "propose", "contemplate", "acknowledge", "recommend", "quit"};

/// Nothing is protested or advanced by somebody: what such people do has no object.
constexpr std::array<std::string_view, 14> has_no_object = {"protest", "advance", "retreat", "demonstrate", "riot", "march", "strike", "invade", "flee", "arrive", "return", "rebel", "dissent", "compete"};

/// "Interrupted *by protesting legislators*", with the gerund taken for how it was done.
void return_agent(Sentence& sentence, std::size_t gerund) {
  auto& tokens = sentence.tokens;
  if (gerund == 0 || gerund + 1 >= tokens.size()) return;
  Token& adjective = tokens[gerund];
  Token& by = tokens[gerund - 1];
  Token& agent = tokens[gerund + 1];
  const auto place = static_cast<std::int32_t>(gerund);
  if (adjective.relation != Relation::advcl || adjective.xpos != "VBG" || by.head != place || by.text != "by" || agent.head != place || agent.relation != Relation::obj) return;
  if (std::find(has_no_object.begin(), has_no_object.end(), adjective.lemma) == has_no_object.end()) return;
  agent.head = adjective.head;
  agent.relation = Relation::obl_agent;
  by.head = adjective.head = place + 1;
  by.relation = Relation::case_;
  adjective.relation = Relation::amod;
}

bool governs(std::string_view lemma) { return std::find(governs_gerunds.begin(), governs_gerunds.end(), lemma) != governs_gerunds.end(); }

}  // namespace

void repair_gerunds(Sentence& sentence) {
  auto& tokens = sentence.tokens;
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    return_agent(sentence, i);
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
