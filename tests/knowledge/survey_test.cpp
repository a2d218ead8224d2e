#include "knowledge/actors/survey.h"

#include <attache/date.h>

#include <gtest/gtest.h>

namespace attache::knowledge {
namespace {

constexpr std::string_view offices = "- {office: president, holders: one, head_of: [state]}\n- {office: prime minister, holders: one, head_of: [government]}\n";

LexiconSource source_of(std::string_view actors, std::string_view agents) {
  const std::vector<LexiconFile> files{{"a.yaml", "actors/a.yaml", std::string(actors)}, {"b.yaml", "agents/b.yaml", std::string(agents)}, {"c.yaml", "agents/offices.yaml", std::string(offices)}};
  auto source = parse_lexicon_files(files);
  EXPECT_TRUE(source) << to_string(source.error());
  return source ? std::move(*source) : LexiconSource();
}

std::int32_t day(std::string_view iso) { return static_cast<std::int32_t>(day_from_iso(iso)->time_since_epoch().count()); }

constexpr std::string_view freedonia =
    "- {name: Freedonia, names: [Republic of Freedonia], kind: country, code: FRE, demonyms: [Freedonian], capital: Fredville}\n"
    "- {name: Sylvania, kind: country, code: SYL, from: 1992-06-01}\n"
    "- {name: Rock Island, kind: country, code: ROC}\n"
    "- {name: Ann Lee, kind: person, code: FRE, roles: [{office: president, sector: GOV, from: 1988, to: 1993-03-31}]}\n"
    "- {name: Bo Ray, kind: person, code: FRE, roles: [{office: president, sector: GOV, from: 1993-08-01}, {office: mayor, organisation: Fredville, sector: GOV, from: 1990, to: 1993}]}\n"
    "- {name: Cy Dow, kind: person, code: FRE, roles: [{office: prime minister, sector: GOV, from: 1993-04-20, to: 1994}]}\n"
    "- {name: Di Fay, kind: person, code: SYL, roles: [{office: prime minister, sector: GOV, from: 1992-06-15}]}\n";

TEST(Survey, CountsEntriesAndNames) {
  const EntryCounts counts = count_entries(source_of(freedonia, "- {agent: guard, sector: MIL}\n- {agent: spokesman, general: true}\n"));
  EXPECT_EQ(counts.kinds[static_cast<std::size_t>(ActorKind::country)].entries, 3u);
  EXPECT_EQ(counts.kinds[static_cast<std::size_t>(ActorKind::country)].names, 6u);
  EXPECT_EQ(counts.kinds[static_cast<std::size_t>(ActorKind::person)].entries, 4u);
  EXPECT_EQ(counts.agents, 1u);
}

TEST(Survey, AsksForNobodyBeforeSovereigntyNorInAVacancy) {
  const std::string_view actors = "- {name: Sylvania, kind: country, code: SYL, sovereign_since: 1992-06-01, vacant: [{from: 1993-01-01, to: 1993-06-30}]}\n"
                                  "- {name: Di Fay, kind: person, code: SYL, roles: [{office: president, sector: GOV, from: 1992-06-01, to: 1992-12-31}, "
                                  "{office: president, sector: GOV, from: 1994-01-01}]}\n";
  const auto vacancies = find_vacancies(source_of(actors, ""), day("1990-01-01"), day("1995-12-31"));
  ASSERT_EQ(vacancies.size(), 2u);  // of state, and of government where there is no other head
  EXPECT_EQ(vacancies[0].first, day("1993-07-01"));
  EXPECT_EQ(vacancies[0].last, day("1993-12-31"));
}

TEST(Survey, FindsTheTimesWithoutAHead) {
  const auto vacancies = find_vacancies(source_of(freedonia, "- {agent: guard, sector: MIL}\n"), day("1990-01-01"), day("1995-12-31"));
  ASSERT_EQ(vacancies.size(), 2u);
  // Between two presidents; there was a prime minister, but for three weeks.
  EXPECT_EQ(vacancies[0].state, "Freedonia");
  EXPECT_FALSE(vacancies[0].of_government);
  EXPECT_EQ(vacancies[0].first, day("1993-04-01"));
  EXPECT_EQ(vacancies[0].last, day("1993-07-31"));
  // A state counts from its first day; a land without any such office is not looked at.
  EXPECT_EQ(vacancies[1].state, "Sylvania");
  EXPECT_FALSE(vacancies[1].of_government);
  EXPECT_EQ(vacancies[1].first, day("1992-06-01"));
  EXPECT_EQ(vacancies[1].last, day("1995-12-31"));
}

}  // namespace
}  // namespace attache::knowledge
