#pragma once
/// What the actors and agents hold and what they lack: entries by kind, and days on which nobody is known at the head of a state.

#include "knowledge/actors/lexicon_files.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace attache::knowledge {

/// The kind as YAML writes it.
std::string_view name_of(ActorKind kind);

/// The number of entries and of names by which they are found, by `ActorKind`.
struct EntryCounts {
  struct OfKind {
    std::size_t entries = 0;
    std::size_t names = 0;
  };
  std::array<OfKind, 9> kinds{};
  std::size_t agents = 0;
};

EntryCounts count_entries(const LexiconSource& source);

/// Days, first and last, on which a state has nobody in an office.
struct Vacancy {
  std::string state;             ///< By name.
  std::string code;
  bool of_government = false;    ///< Head of government; else head of state.
  std::int32_t first = 0;        ///< Days since 1970-01-01.
  std::int32_t last = 0;
};

/// The vacancies of more than a month, by state, between two days. Whom an office makes the head of, the lexicon's offices say; where a state has no
/// head of government it is the head of state. Of a country whose entry has dates only these count, and only days since it
/// has heads of its own; known vacancies are none. Those without any such office are dependencies and not looked at.
std::vector<Vacancy> find_vacancies(const LexiconSource& source, std::int32_t first, std::int32_t last);

}  // namespace attache::knowledge
