#include "knowledge/calendar/units.h"

namespace attache::knowledge {

DatePrecision precision_of(Unit unit) {
  switch (unit) {
    case Unit::hour:
    case Unit::day:
    case Unit::night:
    case Unit::weekend: return DatePrecision::day;
    case Unit::week:
    case Unit::fortnight: return DatePrecision::week;
    case Unit::month:
    case Unit::quarter:
    case Unit::season:
    case Unit::half: return DatePrecision::month;
    case Unit::year: return DatePrecision::year;
    case Unit::decade:
    case Unit::century: return DatePrecision::decade;
  }
  return DatePrecision::unknown;
}

std::string_view name_of_unit(Unit unit) {
  constexpr std::array<std::string_view, 13> names = {"hour",    "day",    "night",     "week", "fortnight", "weekend", "month",
                                                      "quarter", "season", "half year", "year", "decade",    "century"};
  return names[static_cast<std::size_t>(unit)];
}

DateShift shift_of(Unit unit, int count) {
  switch (unit) {
    case Unit::hour: return {count / 24, DatePrecision::day};
    case Unit::fortnight: return {2 * count, DatePrecision::week};
    case Unit::weekend: return {count, DatePrecision::week};
    case Unit::quarter:
    case Unit::season: return {3 * count, DatePrecision::month};
    case Unit::half: return {6 * count, DatePrecision::month};
    case Unit::century: return {10 * count, DatePrecision::decade};
    default: return {count, precision_of(unit)};
  }
}

}  // namespace attache::knowledge
