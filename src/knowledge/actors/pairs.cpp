#include "knowledge/actors/pairs.h"

#include "language/word_list.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <string>

namespace attache::knowledge {
namespace {

using language::word_list;

/// Pairs that are people, and those that are states: "the two leaders", "both countries".
constexpr auto pairs_of_people = word_list({"leader", "president", "premier", "minister", "diplomat", "statesman", "counterpart", "official"});
constexpr auto pairs_of_states = word_list({"country", "nation", "state", "neighbor", "neighbour", "power", "government", "capital", "superpower", "korea", "ally", "rival"});

const std::string& code_of(const Antecedent& known) { return known.entities.front().code; }

bool can_be_one_of(std::string_view noun, const Antecedent& known) {
  if (known.entities.size() != 1 || code_of(known).empty()) return false;
  if (pairs_of_people.contains(noun)) return known.kind == DraftKind::person || known.kind == DraftKind::agent;
  if (pairs_of_states.contains(noun) && known.kind != DraftKind::nation) return false;
  return known.kind != DraftKind::place;
}

/// The two that the text joined last.
std::vector<const Antecedent*> joined_pair(const std::deque<Antecedent>& memory, std::string_view noun, Tree::Index token, std::uint32_t sequence) {
  for (auto known = memory.rbegin(); known != memory.rend(); ++known) {
    if (known->sequence == sequence && known->token > token) continue;
    if (known->sequence + Antecedents::pronoun_reach < sequence) break;
    if (known->entities.size() == 2 && known->entities[0].code != known->entities[1].code) return {&*known};
    if (!can_be_one_of(noun, *known)) continue;
    const auto other = std::find_if(std::next(known), memory.rend(), [&](const Antecedent& one) {
      return one.sequence == known->sequence && one.first_conjunct == known->first_conjunct && one.token != known->token && can_be_one_of(noun, one);
    });
    if (other != memory.rend()) return {&*other, &*known};
  }
  return {};
}

}  // namespace

bool is_pair_noun(std::string_view lemma) {
  static constexpr auto nouns = word_list({"side", "country", "nation", "state", "neighbor", "neighbour", "rival", "ally", "foe", "power", "government", "leader",
                                           "capital", "party", "president", "premier", "minister", "diplomat", "delegation", "adversary", "enemy", "army",
                                           "statesman", "superpower", "counterpart", "official", "korea"});
  return nouns.contains(lemma);
}

/// The two whom the text joined; failing that, and where the page speaks of two others far more, those whom it named most. Who speaks or acts in
/// the same sentence is none of them: "The Soviet Union urged both countries …".
std::vector<const Antecedent*> pair_meant(const Antecedents& antecedents, std::string_view noun, Tree::Index token, std::uint32_t sequence) {
  const auto& memory = antecedents.all();
  std::vector<const Antecedent*> pair = joined_pair(memory, noun, token, sequence);
  if (pair.size() == 1) return pair;
  std::map<std::string, int, std::less<>> times;
  for (const Antecedent& known : memory) {
    if (can_be_one_of(noun, known)) ++times[code_of(known)];
  }
  std::vector<const Antecedent*> main;
  for (auto known = memory.rbegin(); known != memory.rend(); ++known) {
    if (known->sequence == sequence || !can_be_one_of(noun, *known)) continue;
    const bool is_new = std::none_of(main.begin(), main.end(), [&](const Antecedent* one) { return code_of(*one) == code_of(*known); });
    if (is_new) main.push_back(&*known);
  }
  // Latest first among those named equally often.
  std::stable_sort(main.begin(), main.end(), [&](const Antecedent* one, const Antecedent* other) { return times[code_of(*one)] > times[code_of(*other)]; });
  if (main.size() < 2) return pair;
  if (pair.empty() || times[code_of(*main[1])] > 2 * std::min(times[code_of(*pair[0])], times[code_of(*pair[1])])) pair = {main[1], main[0]};
  return pair;
}

}  // namespace attache::knowledge
