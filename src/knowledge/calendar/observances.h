#pragma once
/// Feasts and anniversaries that news reports date things by, and the days they fall on.

#include <attache/date.h>
#include <attache/sentence.h>

#include <optional>
#include <span>
#include <string_view>

namespace attache::knowledge {

/// The days of one observance.
struct ObservedDays {
  Day first;
  Day last;  ///< Equal to `first` for a single day.
};

/// The observance whose name begins at the token, the longest one; -1 and 0 tokens when none does.
struct ObservanceName {
  int index = -1;
  std::uint32_t tokens = 0;
};
ObservanceName observance_at(std::span<const Token> tokens, std::uint32_t at);

/// Its canonical name: "Good Friday".
std::string_view observance_name(int index);

/// The days on which it falls within a Gregorian year. An Islamic feast can fall twice in one; the first is given.
/// Nothing for years outside 1900–2100, and for a year before the observance began or without it.
std::optional<ObservedDays> observed_in(int index, int year);

/// True for a day of one year only, such as "9/11".
bool happened_once(int index);

}  // namespace attache::knowledge
