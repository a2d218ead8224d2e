#pragma once
/// From what an expression says to the days that it means.

#include "knowledge/calendar/context.h"
#include "knowledge/calendar/expression.h"
#include "knowledge/calendar/tense.h"

#include <optional>
#include <string>

namespace attache::knowledge {

struct Resolution {
  std::optional<Day> start;
  std::optional<Day> end;
  DatePrecision precision = DatePrecision::unknown;
  DateMention::Kind kind = DateMention::Kind::point;
  std::optional<DateShift> shift;
  std::string reason;
};

/// The days of an expression in its context. `narrative_year` is the year that the text is telling of, where it has named one.
Resolution resolve(const Expression& expression, const CalendarContext& context, Direction direction, std::optional<int> narrative_year);

}  // namespace attache::knowledge
