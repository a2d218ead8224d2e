#include "knowledge/actors/survey.h"

#include <algorithm>
#include <map>
#include <utility>

namespace attache::knowledge {
namespace {

/// Successors follow each other within this, where dates are known by the month.
constexpr std::int32_t tolerated_days = 31;

using Term = std::pair<std::int32_t, std::int32_t>;

/// Whoever is at the head of each state, by its code.
struct Terms {
  std::map<std::string, std::vector<Term>, std::less<>> of_state, of_government;
};

bool heads(const LexiconSource& source, std::string_view office, OfficeTrait whom) {
  const auto known = std::find_if(source.offices.begin(), source.offices.end(), [&](const OfficeSource& candidate) { return candidate.office == office; });
  return known != source.offices.end() && has(known->traits, whom);
}

Terms terms_of(const LexiconSource& source) {
  Terms terms;
  for (const auto& actor : source.actors) {
    if (actor.kind != ActorKind::person) continue;
    for (const auto& role : actor.roles) {
      if (!role.organisation.empty()) continue;
      const std::string& code = role.code.empty() ? actor.code : role.code;
      if (heads(source, role.office, OfficeTrait::heads_state)) terms.of_state[code].emplace_back(role.from, role.to);
      if (heads(source, role.office, OfficeTrait::heads_government)) terms.of_government[code].emplace_back(role.from, role.to);
    }
  }
  return terms;
}

/// The stretches between two days that no term covers, but for short ones.
std::vector<Term> uncovered(std::vector<Term> terms, std::int32_t first, std::int32_t last) {
  std::sort(terms.begin(), terms.end());
  std::vector<Term> gaps;
  std::int32_t covered_to = first - 1;
  const auto note = [&](std::int32_t until) {
    if (until - covered_to > tolerated_days) gaps.emplace_back(covered_to + 1, until);
  };
  for (const auto& [from, to] : terms) {
    if (from > last) break;
    if (from > covered_to + 1) note(from - 1);
    covered_to = std::max(covered_to, to);
    if (covered_to >= last) return gaps;
  }
  note(last);
  return gaps;
}

}  // namespace

std::string_view name_of(ActorKind kind) {
  static constexpr std::array<std::string_view, 9> names{"country", "region", "special", "organisation", "group", "party", "company", "media", "person"};
  return names[static_cast<std::size_t>(kind)];
}

EntryCounts count_entries(const LexiconSource& source) {
  EntryCounts counts;
  for (const auto& actor : source.actors) {
    auto& kind = counts.kinds[static_cast<std::size_t>(actor.kind)];
    ++kind.entries;
    kind.names += 1 + actor.names.size() + actor.short_names.size() + actor.demonyms.size() + actor.people.size() + actor.metonyms.size() + (actor.capital.empty() ? 0 : 1);
  }
  counts.agents = static_cast<std::size_t>(std::count_if(source.agents.begin(), source.agents.end(), [](const AgentSource& agent) { return !agent.sector.empty(); }));
  return counts;
}

std::vector<Vacancy> find_vacancies(const LexiconSource& source, std::int32_t first, std::int32_t last) {
  const Terms terms = terms_of(source);
  std::vector<Vacancy> vacancies;
  for (const auto& actor : source.actors) {
    if (actor.kind != ActorKind::country || actor.from > last || actor.to < first) continue;
    const auto of_state = terms.of_state.find(actor.code), of_government = terms.of_government.find(actor.code);
    if (of_state == terms.of_state.end() && of_government == terms.of_government.end()) continue;
    const std::int32_t from = std::max({first, actor.from, actor.sovereign_since}), to = std::min(last, actor.to);
    std::vector<Term> heads = of_state == terms.of_state.end() ? std::vector<Term>() : of_state->second;
    for (const auto& [begin, end] : actor.vacant) heads.emplace_back(begin, end);
    for (const auto& [begin, end] : uncovered(heads, from, to)) vacancies.push_back({actor.name, actor.code, false, begin, end});
    if (of_government != terms.of_government.end()) heads.insert(heads.end(), of_government->second.begin(), of_government->second.end());
    for (const auto& [begin, end] : uncovered(heads, from, to)) vacancies.push_back({actor.name, actor.code, true, begin, end});
  }
  std::stable_sort(vacancies.begin(), vacancies.end(), [](const Vacancy& a, const Vacancy& b) { return a.code < b.code; });
  return vacancies;
}

}  // namespace attache::knowledge
