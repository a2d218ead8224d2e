#include "knowledge/calendar/resolve.h"

#include "knowledge/calendar/arithmetic.h"
#include "knowledge/calendar/observances.h"
#include "knowledge/calendar/word_shapes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace attache::knowledge {
namespace {

using std::chrono::days;
using Form = Expression::Form;
using Kind = DateMention::Kind;

constexpr std::array<std::string_view, 7> weekday_names = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 13> month_names = {"",     "January", "February",  "March",   "April",    "May",     "June",
                                                         "July", "August",  "September", "October", "November", "December"};

/// A page may be dated a day before the place it reports from.
constexpr days zone_slack{1};

/// A month named without a tense lies ahead when it is so near, and behind otherwise.
constexpr int near_months = 3;

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

/// A count in units as a count in units of precision.
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

bool in_calendar(Day day) {
  const int year = parts_of(day).year;
  return year >= 0 && year <= 9999;
}

class Resolver {
 public:
  Resolver(const Expression& expression, const CalendarContext& context, Direction direction, std::optional<int> narrative_year)
      : e_(expression), context_(context), direction_(direction), narrative_year_(narrative_year), reference_(context.reference()) {}

  Resolution run() {
    switch (e_.form) {
      case Form::date: date(); break;
      case Form::span: span(); break;
      case Form::step: step_from_page(); break;
      case Form::window: window(); break;
      case Form::anchored: anchored(); break;
      case Form::ordinal: ordinal(); break;
      case Form::observance: feast(); break;
      case Form::length:
        r_.kind = Kind::duration;
        r_.precision = precision_of(e_.unit);
        r_.reason = "a length of time";
        break;
      case Form::repeated:
        r_.kind = Kind::set;
        r_.reason = "repeated";
        break;
      case Form::impossible: r_.reason = e_.note; break;
    }
    if ((r_.start && !in_calendar(*r_.start)) || (r_.end && !in_calendar(*r_.end))) {
      r_.start.reset();
      r_.end.reset();
      r_.precision = DatePrecision::unknown;
      r_.reason = "outside the years 0 to 9999";
    }
    return r_;
  }

 private:
  void unresolved(std::string reason) {
    r_.start.reset();
    r_.end.reset();
    r_.precision = DatePrecision::unknown;
    r_.reason = std::move(reason);
  }

  void point(Day day, DatePrecision precision, std::string reason) {
    r_.start = day;
    r_.precision = precision;
    r_.reason = std::move(reason);
  }

  void range(Day start, Day end, DatePrecision precision, std::string reason) {
    point(start, precision, std::move(reason));
    r_.end = end;
    r_.kind = Kind::range;
  }

  std::string page() const { return reference_ ? to_iso(*reference_) : std::string("no page date"); }

  bool need_reference(std::string_view what) {
    if (reference_) return true;
    unresolved(fmt::format("{}: the page has no date", what));
    return false;
  }

  std::string_view direction_word() const {
    switch (direction_) {
      case Direction::past: return "on or before";
      case Direction::future: return "on or after";
      case Direction::timetable:
      case Direction::unknown: return "nearest";
    }
    return "";
  }

  /// A two-digit year in the hundred years around the page's date: not more than twenty ahead.
  std::optional<int> full_year(int short_year) const {
    if (!reference_) return std::nullopt;
    const int page_year = parts_of(*reference_).year;
    int year = page_year / 100 * 100 + short_year;
    if (year > page_year + 20) year -= 100;
    if (year <= page_year - 80) year += 100;
    return year;
  }

  /// The year said by the expression itself or by the span around it.
  std::optional<int> said_year() const {
    if (e_.year) return e_.short_year && e_.form == Form::date ? full_year(*e_.year) : e_.year;
    if (e_.outer_same && context_.last_date) return parts_of(*context_.last_date).year;
    if (e_.outer_step && e_.outer_unit == Unit::year && reference_) return parts_of(*reference_).year + *e_.outer_step;
    return std::nullopt;
  }

  /// Among candidates in rising order, the one that pointing word and tense choose.
  std::optional<Day> choose(const std::vector<Day>& candidates) const {
    const Day page = *reference_;
    const Day latest = direction_ == Direction::past ? page + zone_slack : page;
    std::optional<Day> before, after;
    for (const Day day : candidates) {
      const bool is_before = e_.pointing == Pointing::last ? day < page : day <= latest;
      if (is_before) before = day;
      const bool is_after = e_.pointing == Pointing::next ? day > page : day >= page;
      if (is_after && !after) after = day;
    }
    if (e_.pointing == Pointing::last) return before;
    if (e_.pointing == Pointing::next) return after;
    if (e_.pointing == Pointing::this_one) {
      for (const Day day : candidates) {
        if (parts_of(day).year == parts_of(page).year) return day;
      }
    }
    if (direction_ == Direction::past) return before ? before : after;
    if (direction_ == Direction::future) return after ? after : before;
    if (!before || !after) return before ? before : after;
    return page - *before <= *after - page ? before : after;
  }

  // --- dates ---

  void date() {
    if (e_.weekday && !e_.day && !e_.month) return weekday();
    if (e_.month && e_.day) return day_of_month();
    if (e_.month) return month();
    if (e_.year) return year();
    if (e_.day) return bare_day();
    unresolved("nothing said");
  }

  void day_of_month() {
    const auto year = said_year();
    const std::string what = fmt::format("{} {}", *e_.day, e_.month && *e_.month <= 12 ? month_names[static_cast<std::size_t>(*e_.month)] : "?");
    std::optional<Day> day;
    if (year) {
      day = make_day(*year, *e_.month, *e_.day);
      if (!day) return unresolved(fmt::format("{} {}: no such day", what, *year));
      point(*day, DatePrecision::day, e_.year && !e_.short_year ? "written out" : fmt::format("{} in the year reckoned from {}", what, page()));
      if (e_.weekday && *e_.weekday != weekday_of(*day)) r_.reason += fmt::format("; but it was a {}", weekday_names[static_cast<std::size_t>(weekday_of(*day))]);
    } else if (e_.year) {
      return unresolved(what + ": two-digit year and no page date");
    } else if (narrative_year_ && e_.pointing == Pointing::none) {
      day = make_day(*narrative_year_, *e_.month, *e_.day);
      if (!day) return unresolved(fmt::format("{} {}: no such day", what, *narrative_year_));
      point(*day, DatePrecision::day, fmt::format("{} in {}, the year told of", what, *narrative_year_));
    } else {
      if (!make_day(2000, *e_.month, *e_.day)) return unresolved(what + ": no such day");
      if (!need_reference(what)) return;
      const int page_year = parts_of(*reference_).year;
      std::vector<Day> candidates;
      // A weekday or 29 February may need a few years to come round.
      for (int candidate = page_year - 8; candidate <= page_year + 8; ++candidate) {
        const auto found = make_day(candidate, *e_.month, *e_.day);
        if (found && (!e_.weekday || weekday_of(*found) == *e_.weekday)) candidates.push_back(*found);
      }
      day = choose(candidates);
      if (!day) return unresolved(what + ": not found around " + page());
      point(*day, DatePrecision::day, fmt::format("{} {} {}", what, direction_word(), page()));
    }
    if (e_.end_day) {
      const Ymd parts = parts_of(*day);
      if (const auto end = make_day(parts.year, parts.month, *e_.end_day)) range(*day, *end, DatePrecision::day, r_.reason);
    }
  }

  /// The year of a month named without one.
  std::optional<int> year_of_month(int month) const {
    if (narrative_year_ && e_.pointing == Pointing::none) return narrative_year_;
    if (!reference_) return std::nullopt;
    const Ymd page = parts_of(*reference_);
    switch (e_.pointing) {
      case Pointing::last: return month < page.month ? page.year : page.year - 1;
      case Pointing::next: return month > page.month ? page.year : page.year + 1;
      case Pointing::this_one: return page.year;
      case Pointing::none: break;
    }
    if (direction_ == Direction::future) return month >= page.month ? page.year : page.year + 1;
    if (direction_ == Direction::past) return month <= page.month ? page.year : page.year - 1;
    const int ahead = (month - page.month + 12) % 12;
    if (ahead == 0) return page.year;
    const bool is_ahead = ahead <= near_months;
    return is_ahead ? (month > page.month ? page.year : page.year + 1) : (month < page.month ? page.year : page.year - 1);
  }

  void month() {
    const auto said = said_year();
    const auto year = said ? said : e_.year ? std::nullopt : year_of_month(*e_.month);
    const std::string_view name = month_names[static_cast<std::size_t>(*e_.month)];
    if (!year) {
      need_reference(name);
      return;
    }
    const std::string reason = e_.year && !e_.short_year ? "written out"
                               : narrative_year_ && !said ? fmt::format("{} in {}, the year told of", name, *year)
                                                          : fmt::format("{} {} {}", name, direction_word(), page());
    if (e_.end_month != 0) {  // "November-February 2017": the year is that of the second
      const bool turns = e_.end_month < *e_.month;
      const int first_of = turns && e_.year ? *year - 1 : *year;
      return range(month_start(first_of, *e_.month), month_end(turns ? first_of + 1 : first_of, e_.end_month), DatePrecision::month, reason);
    }
    point(month_start(*year, *e_.month), DatePrecision::month, reason);
    narrow(month_end(*year, *e_.month), Unit::month);
  }

  void year() {
    const auto year = said_year();
    if (!year) return unresolved("two-digit year and no page date");
    if (e_.end_year) return range(month_start(*year, 1), month_end(*e_.end_year, 12), DatePrecision::year, "written out");
    point(month_start(*year, 1), DatePrecision::year, "written out");
    narrow(month_end(*year, 12), Unit::year);
  }

  void bare_day() {
    const std::string what = fmt::format("the {}th", *e_.day);
    if (!need_reference(what)) return;
    const Ymd page_parts = parts_of(*reference_);
    if (e_.outer_step) {  // "the 21st of next month"
      const Ymd outer = parts_of(month_start(page_parts.year, page_parts.month + *e_.outer_step));
      const auto first = make_day(outer.year, outer.month, *e_.day);
      const auto end = make_day(outer.year, outer.month, e_.end_day.value_or(*e_.day));
      if (!first || !end) return unresolved(what + ": no such day in that month");
      const std::string reason = fmt::format("{} of the month {:+d} from that of {}", what, *e_.outer_step, page());
      return e_.end_day ? range(*first, *end, DatePrecision::day, reason) : point(*first, DatePrecision::day, reason);
    }
    std::vector<Day> candidates;
    for (int offset = -24; offset <= 24; ++offset) {
      const Day first = month_start(page_parts.year, page_parts.month + offset);
      const Ymd parts = parts_of(first);
      const auto day = make_day(parts.year, parts.month, *e_.day);
      if (day && (!e_.weekday || weekday_of(*day) == *e_.weekday)) candidates.push_back(*day);
    }
    const auto day = choose(candidates);
    if (!day) return unresolved(what + ": no such day");
    point(*day, DatePrecision::day, fmt::format("{} {} {}", what, direction_word(), page()));
  }

  void weekday() {
    const std::string_view name = weekday_names[static_cast<std::size_t>(*e_.weekday)];
    if (!need_reference(name)) return;
    const Day page_day = *reference_;
    if (e_.outer_step) {
      const Day monday = week_start(page_day) + days(7 * *e_.outer_step);
      return point(monday + days(*e_.weekday), DatePrecision::day, fmt::format("{} of the week {:+d} from that of {}", name, *e_.outer_step, page()));
    }
    switch (e_.pointing) {
      case Pointing::last: return point(weekday_on_or_before(page_day - days(1), *e_.weekday), DatePrecision::day, fmt::format("{} before {}", name, page()));
      case Pointing::next: return point(weekday_on_or_after(page_day + days(1), *e_.weekday), DatePrecision::day, fmt::format("{} after {}", name, page()));
      case Pointing::this_one:
        if (direction_ == Direction::unknown) {
          return point(week_start(page_day) + days(*e_.weekday), DatePrecision::day, fmt::format("{} of the week of {}", name, page()));
        }
        break;
      case Pointing::none: break;
    }
    const bool ahead = direction_ == Direction::future || direction_ == Direction::timetable;
    point(ahead ? weekday_on_or_after(page_day, *e_.weekday) : weekday_on_or_before(page_day, *e_.weekday), DatePrecision::day,
          fmt::format("{} {} {}", name, ahead ? "on or after" : "on or before", page()));
  }

  // --- parts of spans ---

  /// Cuts the span from `start` to `end` down to the part that is meant.
  void narrow(Day end, Unit unit) {
    if (e_.part == Part::whole || !r_.start) return;
    const Day start = *r_.start;
    if (e_.part == Part::so_far || e_.part == Part::to_come) {  // "earlier this month", "the rest of the year"
      if (!reference_ || *reference_ < start || *reference_ > end) return;
      const bool so_far = e_.part == Part::so_far;
      const Day first = so_far ? start : std::min(*reference_ + days(1), end), last = so_far ? std::max(*reference_ - days(1), start) : end;
      return range(first, last, r_.precision, r_.reason + (so_far ? ", before that day" : ", after that day"));
    }
    const auto by_months = [&](int total) {
      // Early, middle and late are thirds; beginning and end are quarters where a quarter has whole months.
      const Ymd parts = parts_of(start);
      const int third = total / 3, quarter = total >= 12 ? total / 4 : third;
      int from = 0, length = third;
      switch (e_.part) {
        case Part::early: break;
        case Part::middle: from = third; break;
        case Part::late: from = total - third; break;
        case Part::beginning: length = quarter; break;
        case Part::end: from = total - quarter, length = quarter; break;
        case Part::first_half: length = total / 2; break;
        case Part::second_half: from = total / 2, length = total - total / 2; break;
        case Part::so_far:
        case Part::to_come:
        case Part::whole: return;
      }
      const DatePrecision precision = total > 120 ? DatePrecision::decade : total > 12 ? DatePrecision::year : DatePrecision::month;
      range(month_start(parts.year, parts.month + from), month_end(parts.year, parts.month + from + length - 1), precision, r_.reason);
    };
    switch (unit) {
      case Unit::week: {
        const bool late = e_.part == Part::late || e_.part == Part::end;
        if (e_.part == Part::middle) return range(start + days(2), start + days(3), DatePrecision::day, r_.reason);
        return late ? range(start + days(4), end, DatePrecision::day, r_.reason) : range(start, start + days(1), DatePrecision::day, r_.reason);
      }
      case Unit::month:
        switch (e_.part) {
          case Part::middle: return range(start + days(10), start + days(19), DatePrecision::week, r_.reason);
          case Part::late:
          case Part::end: return range(start + days(20), end, DatePrecision::week, r_.reason);
          case Part::first_half: return range(start, start + days(14), DatePrecision::week, r_.reason);
          case Part::second_half: return range(start + days(15), end, DatePrecision::week, r_.reason);
          default: return range(start, start + days(9), DatePrecision::week, r_.reason);
        }
      case Unit::quarter:
      case Unit::season: return by_months(3);
      case Unit::half: return by_months(6);
      case Unit::year: return by_months(12);
      case Unit::decade:
        switch (e_.part) {  // 1990–93, 1994–96, 1997–99
          case Part::early: return range(start, month_end(parts_of(start).year + 3, 12), DatePrecision::year, r_.reason);
          case Part::middle: return range(month_start(parts_of(start).year + 4, 1), month_end(parts_of(start).year + 6, 12), DatePrecision::year, r_.reason);
          case Part::late: return range(month_start(parts_of(start).year + 7, 1), end, DatePrecision::year, r_.reason);
          default: return by_months(120);
        }
      case Unit::century: return by_months(1200);
      default: return;
    }
  }

  // --- spans ---

  void span() {
    switch (e_.unit) {
      case Unit::decade: {
        int year = e_.count;
        if (e_.short_year) {
          const int page_year = reference_ ? parts_of(*reference_).year : 1999;
          year = page_year / 100 * 100 + e_.count;
          if (year > page_year) year -= 100;
        }
        range(month_start(year, 1), month_end(year + 9, 12), DatePrecision::decade, "written out");
        return narrow(month_end(year + 9, 12), Unit::decade);
      }
      case Unit::century: {
        const int year = (e_.count - 1) * 100 + 1;
        range(month_start(year, 1), month_end(year + 99, 12), DatePrecision::decade, "written out");
        return narrow(month_end(year + 99, 12), Unit::century);
      }
      case Unit::season: return part_of_year(3 * e_.count + 3, 3, Unit::season);
      case Unit::quarter: return part_of_year(3 * (e_.count - 1) + 1, 3, Unit::quarter);
      case Unit::half: return part_of_year(6 * (e_.count - 1) + 1, 6, Unit::half);
      default: unresolved("nothing said");
    }
  }

  /// A run of months that comes round every year.
  void part_of_year(int first_month, int months, Unit unit) {
    if (const auto year = said_year()) {
      range(month_start(*year, first_month), month_end(*year, first_month + months - 1), DatePrecision::month, e_.year ? "written out" : "in the year reckoned from " + page());
      return narrow(*r_.end, unit);
    }
    if (narrative_year_ && e_.pointing == Pointing::none) {
      range(month_start(*narrative_year_, first_month), month_end(*narrative_year_, first_month + months - 1), DatePrecision::month, "in the year told of");
      return narrow(*r_.end, unit);
    }
    if (!need_reference(name_of_unit(unit))) return;
    const Day page_day = *reference_;
    const int page_year = parts_of(page_day).year;
    std::optional<int> chosen;
    for (int year = page_year - 2; year <= page_year + 2; ++year) {
      const Day start = month_start(year, first_month), end = month_end(year, first_month + months - 1);
      if (e_.pointing == Pointing::next) {
        if (start > page_day && !chosen) chosen = year;
      } else if (e_.pointing == Pointing::last) {
        if (end < page_day) chosen = year;
      } else if (e_.pointing == Pointing::this_one) {
        // The running one, else the nearer of this year's and, for a winter begun last year, that one.
        const bool running = start <= page_day && page_day <= end;
        if (running || (!chosen && year == page_year)) chosen = year;
      } else if (direction_ == Direction::future) {
        if (end >= page_day && !chosen) chosen = year;
      } else if (start <= page_day) {
        chosen = year;
      }
    }
    if (!chosen) return unresolved("not found around " + page());
    range(month_start(*chosen, first_month), month_end(*chosen, first_month + months - 1), DatePrecision::month,
          fmt::format("{} {} {}", name_of_unit(unit), direction_word(), page()));
    narrow(*r_.end, unit);
  }

  // --- counted from the page's date ---

  void step_from_page() {
    if (e_.vague) return unresolved(fmt::format("an uncounted number of {}s from {}", name_of_unit(e_.unit), page()));
    if (!need_reference(name_of_unit(e_.unit))) return;
    const Day page_day = *reference_;
    const DateShift shift = shift_of(e_.unit, e_.count);
    const std::string reason = fmt::format("{:+d} {} from {}", e_.count, name_of_unit(e_.unit), page());
    if (e_.unit == Unit::weekend) return weekend(page_day, reason);
    if (e_.plural_step && (e_.pointing == Pointing::this_one || e_.weekday)) {  // "a week ago today", "a year ago Tuesday"
      Day day = shift.unit == DatePrecision::week    ? page_day + days(7 * shift.count)
                : shift.unit == DatePrecision::month ? add_months(page_day, shift.count)
                : shift.unit == DatePrecision::year  ? add_months(page_day, 12 * shift.count)
                                                     : step(page_day, shift.count, shift.unit);
      if (e_.weekday) day = weekday_on_or_before(day + days(3), *e_.weekday);
      day += days(e_.extra_days);
      return point(day, DatePrecision::day, reason);
    }
    if (e_.unit == Unit::century) {
      const int year = (parts_of(page_day).year - 1) / 100 * 100 + 1 + 100 * e_.count;
      if (year < 0) return unresolved("outside the years 0 to 9999");
      return range(month_start(year, 1), month_end(year + 99, 12), DatePrecision::decade, reason);
    }
    if (e_.unit == Unit::quarter && !e_.plural_step) {
      const Ymd parts = parts_of(page_day);
      const int first = (parts.month - 1) / 3 * 3 + 1 + 3 * e_.count;
      range(month_start(parts.year, first), month_end(parts.year, first + 2), DatePrecision::month, reason);
      return narrow(*r_.end, Unit::quarter);
    }
    const Day start = e_.plural_step ? count_from(page_day, shift.count, shift.unit) : step(page_day, shift.count, shift.unit);
    point(start, shift.unit, reason);
    narrow(ceil_to(start, shift.unit), e_.unit);
  }

  void weekend(Day page_day, const std::string& reason) {
    constexpr int saturday = 5;
    Day first = week_start(page_day) + days(saturday + 7 * e_.count);
    if (e_.count == 0) first = direction_ == Direction::past || (direction_ == Direction::unknown && e_.pointing == Pointing::none && weekday_of(page_day) < 3) ? weekday_on_or_before(page_day, saturday) : weekday_on_or_after(page_day - days(1), saturday);
    range(first, first + days(1), DatePrecision::day, reason);
  }

  void window() {
    r_.kind = Kind::range;
    if (e_.vague) {
      unresolved(fmt::format("an uncounted number of {}s up to or from {}", name_of_unit(e_.unit), page()));
      return;
    }
    if (!need_reference(name_of_unit(e_.unit))) return;
    const DateShift shift = shift_of(e_.unit, e_.count);
    const Day page_day = *reference_;
    const Day other = shift.unit == DatePrecision::week     ? page_day + days(7 * shift.count)
                      : shift.unit == DatePrecision::month  ? add_months(page_day, shift.count)
                      : shift.unit == DatePrecision::year   ? add_months(page_day, 12 * shift.count)
                      : shift.unit == DatePrecision::decade ? add_months(page_day, 120 * shift.count)
                                                            : page_day + days(shift.count);
    range(std::min(page_day, other), std::max(page_day, other), shift.unit, fmt::format("{:+d} {} from {}", e_.count, name_of_unit(e_.unit), page()));
  }

  void anchored() {
    if (e_.vague) return unresolved("an uncounted time from another event");
    const auto anchor = e_.names_event ? std::nullopt : context_.last_date;
    if (e_.weekday || e_.month) {
      if (!anchor) return unresolved("counts from another event");
      if (e_.weekday) {
        const Day day = e_.count < 0 ? weekday_on_or_before(*anchor - days(1), *e_.weekday) : weekday_on_or_after(*anchor + days(e_.count > 0 ? 1 : 0), *e_.weekday);
        return point(day, DatePrecision::day, "counts from " + to_iso(*anchor));
      }
      const Ymd parts = parts_of(*anchor);
      int year = parts.year;
      if (e_.count < 0 && *e_.month >= parts.month) --year;
      if (e_.count > 0 && *e_.month <= parts.month) ++year;
      return point(month_start(year, *e_.month), DatePrecision::month, "counts from " + to_iso(*anchor));
    }
    r_.shift = shift_of(e_.unit, e_.count);
    r_.precision = r_.shift->unit;
    r_.reason = fmt::format("{:+d} {} from another event", e_.count, name_of_unit(e_.unit));
    if (!anchor) return;
    point(count_from(*anchor, r_.shift->count, r_.shift->unit), r_.shift->unit, fmt::format("{:+d} {} from {}", e_.count, name_of_unit(e_.unit), to_iso(*anchor)));
  }

  // --- one of several ---

  void ordinal() {
    int year = 0, month = 0;  // month 0: the whole year
    if (e_.outer_step) {
      if (!need_reference("one of several")) return;
      const Day outer = step(*reference_, *e_.outer_step, e_.outer_unit == Unit::month ? DatePrecision::month : DatePrecision::year);
      year = parts_of(outer).year;
      if (e_.outer_unit == Unit::month) month = parts_of(outer).month;
      if (e_.month) month = *e_.month;
    } else if (e_.month) {
      month = *e_.month;
      const auto found = e_.year ? e_.year : year_of_month(month);
      if (!found) {
        need_reference(month_names[static_cast<std::size_t>(month)]);
        return;
      }
      year = *found;
    } else if (e_.year) {
      year = *e_.year;
    } else {
      return unresolved("nothing said");
    }
    const Day start = month > 0 ? month_start(year, month) : month_start(year, 1);
    const Day end = month > 0 ? month_end(year, month) : month_end(year, 12);
    const std::string reason = fmt::format("{} {} of {}", e_.count < 0 ? "last" : fmt::format("number {}", e_.count), name_of_unit(e_.unit),
                                           month > 0 ? to_iso(start).substr(0, 7) : std::to_string(year));
    const auto within = [&](Day day) { return day >= start && day <= end; };
    const int saturday = 5;
    switch (e_.unit) {
      case Unit::day: {
        if (e_.run > 1) return run_of_days(start, end, e_.run, DatePrecision::day, reason);
        Day day = e_.count < 0 ? end : start + days(e_.count - 1);
        if (e_.weekday) day = e_.count < 0 ? weekday_on_or_before(end, *e_.weekday) : weekday_on_or_after(start, *e_.weekday) + days(7 * (e_.count - 1));
        return within(day) ? point(day, DatePrecision::day, reason) : unresolved(reason + ": no such day");
      }
      case Unit::weekend: {
        const Day day = e_.count < 0 ? weekday_on_or_before(end, saturday) : weekday_on_or_after(start, saturday) + days(7 * (e_.count - 1));
        return within(day) ? range(day, day + days(1), DatePrecision::day, reason) : unresolved(reason + ": no such day");
      }
      case Unit::week: {
        if (e_.run > 1) return run_of_days(start, end, 7 * e_.run, DatePrecision::week, reason);
        const Day first = e_.count < 0 ? end - days(6) : start + days(7 * (e_.count - 1));
        return within(first) ? range(first, std::min(first + days(6), end), DatePrecision::week, reason) : unresolved(reason + ": no such week");
      }
      case Unit::month: return pieces(year, 1, 12, DatePrecision::month, reason);
      case Unit::quarter: return pieces(year, 3, 4, DatePrecision::month, reason);
      case Unit::half:
        if (month > 0) {
          return e_.count == 1 ? range(start, start + days(14), DatePrecision::week, reason) : range(start + days(15), end, DatePrecision::week, reason);
        }
        return pieces(year, 6, 2, DatePrecision::month, reason);
      default: unresolved("nothing said");
    }
  }

  /// The first or last so many days of a span.
  void run_of_days(Day start, Day end, int length, DatePrecision precision, const std::string& reason) {
    if (end - start + days(1) < days(length)) return unresolved(reason + ": longer than what it is part of");
    if (e_.count < 0) return range(end - days(length - 1), end, precision, reason);
    range(start, start + days(length - 1), precision, reason);
  }

  void pieces(int year, int months, int count, DatePrecision precision, const std::string& reason) {
    if (e_.run > 1) {  // "the first six months of 2012"
      if (e_.run * months > months_in_year) return unresolved(reason + ": there are not so many");
      const int first = e_.count < 0 ? months_in_year + 1 - e_.run * months : 1;
      return range(month_start(year, first), month_end(year, first + e_.run * months - 1), precision, reason);
    }
    const int number = e_.count < 0 ? count : e_.count;
    if (number > count) return unresolved(reason + ": there is none such");
    const int first = (number - 1) * months + 1;
    if (months == 1) return point(month_start(year, first), precision, reason);
    range(month_start(year, first), month_end(year, first + months - 1), precision, reason);
  }

  // --- feasts ---

  void feast() {
    const std::string name(observance_name(e_.observance));
    const auto set = [&](const ObservedDays& observed, std::string reason) {
      if (observed.first == observed.last) return point(observed.first, DatePrecision::day, std::move(reason));
      range(observed.first, observed.last, DatePrecision::day, std::move(reason));
    };
    auto year = said_year();
    if (!year && e_.pointing == Pointing::none) year = narrative_year_;
    if (happened_once(e_.observance)) {
      for (int candidate = 1900; candidate <= 2100; ++candidate) {
        if (const auto observed = observed_in(e_.observance, candidate)) return set(*observed, name);
      }
    }
    if (year) {
      const auto observed = observed_in(e_.observance, *year);
      return observed ? set(*observed, name + " of that year") : unresolved(name + ": not reckoned for that year");
    }
    if (!need_reference(name)) return;
    const int page_year = parts_of(*reference_).year;
    std::vector<Day> firsts;
    std::vector<ObservedDays> found;
    for (int candidate = page_year - 1; candidate <= page_year + 1; ++candidate) {
      if (const auto observed = observed_in(e_.observance, candidate)) {
        firsts.push_back(observed->first);
        found.push_back(*observed);
      }
    }
    const auto first = choose(firsts);
    if (!first) return unresolved(name + ": not reckoned around " + page());
    const auto chosen = std::find_if(found.begin(), found.end(), [&](const ObservedDays& observed) { return observed.first == *first; });
    set(*chosen, fmt::format("{} {} {}", name, direction_word(), page()));
  }

  const Expression& e_;
  const CalendarContext& context_;
  Direction direction_;
  std::optional<int> narrative_year_;
  std::optional<Day> reference_;
  Resolution r_;
};

}  // namespace

Resolution resolve(const Expression& expression, const CalendarContext& context, Direction direction, std::optional<int> narrative_year) {
  return Resolver(expression, context, direction, narrative_year).run();
}

}  // namespace attache::knowledge
