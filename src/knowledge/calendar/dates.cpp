#include "knowledge/calendar/dates.h"

#include "knowledge/calendar/arithmetic.h"
#include "knowledge/calendar/grammar.h"
#include "knowledge/calendar/resolve.h"
#include "knowledge/calendar/word_shapes.h"

#include <algorithm>

namespace attache::knowledge {
namespace {

using Form = Expression::Form;
using Bound = DateMention::Bound;
using Kind = DateMention::Kind;

/// How many sentences a year, once named, goes on to be the year of the months after it.
constexpr std::uint32_t narrative_reach = 5;

/// How many sentences on "two days later" still counts from a date; a page that tells history by years goes on from it.
constexpr std::uint32_t anchor_reach = 3;

/// A date as near as this to the page's says that the text is back in the present.
constexpr std::chrono::days present_reach{10};

/// How long before the page's date something that is still to end may have begun.
constexpr std::chrono::days running_reach{62};

/// What two expressions share, so that "and" makes a pair of them: the most precise field they name.
int shape_of(const Expression& expression) {
  if (expression.form != Form::date) return expression.form == Form::span ? 10 + static_cast<int>(expression.unit) : -1;
  if (expression.day && expression.month) return 1;
  if (expression.month) return 2;
  if (expression.year) return 3;
  if (expression.weekday) return 4;
  return -1;
}

/// Lends each of two joined expressions what only the other says: "May to June 2012", "the 1970s and 80s".
void share_fields(Expression& left, Expression& right) {
  if (left.form == Form::date && right.form == Form::date && left.month && right.month) {
    if (!left.year && right.year && !left.outer_step && left.pointing == Pointing::none) {
      left.year = *left.month > *right.month ? *right.year - 1 : *right.year;
    } else if (left.year && !right.year && !right.outer_step) {
      right.year = *right.month < *left.month ? *left.year + 1 : *left.year;
    }
    if (!left.year && !right.year) {
      if (right.outer_step && !left.outer_step) left.outer_step = right.outer_step;
      if (left.pointing != Pointing::none && right.pointing == Pointing::none) right.pointing = left.pointing;
    }
  }
  if (left.form == Form::span && right.form == Form::span && left.unit == right.unit) {
    if (left.unit == Unit::decade && !left.short_year && right.short_year) {
      right.count += left.count / 100 * 100;
      right.short_year = false;
    }
    if (!left.year && right.year) left.year = right.year;
  }
}

/// The token that joins the mention to the rest of the sentence.
std::uint32_t head_of(const Sentence& sentence, std::uint32_t first, std::uint32_t last) {
  if (sentence.parsed) {
    for (std::uint32_t i = first; i < last; ++i) {
      const std::int32_t head = sentence.tokens[i].head;
      if (head < static_cast<std::int32_t>(first) || head >= static_cast<std::int32_t>(last)) {
        if (sentence.tokens[i].relation != Relation::punct && sentence.tokens[i].relation != Relation::case_) return i;
      }
    }
  }
  return last - 1;
}

/// No tree is deeper in sensible text.
constexpr int deepest = 64;

/// The first word at or above `head` that joins its clause in one of these ways.
std::optional<std::uint32_t> clause_above(const Sentence& sentence, std::uint32_t head, std::initializer_list<Relation> relations) {
  std::int32_t at = static_cast<std::int32_t>(head);
  for (int steps = 0; at >= 0 && steps < deepest; ++steps) {
    const Token& word = sentence.tokens[static_cast<std::size_t>(at)];
    if (std::find(relations.begin(), relations.end(), word.relation) != relations.end()) return static_cast<std::uint32_t>(at);
    at = word.head;
  }
  return std::nullopt;
}

std::string text_of(const Sentence& sentence, std::uint32_t first, std::uint32_t last) {
  std::string text;
  for (std::uint32_t i = first; i < last; ++i) {
    text += sentence.tokens[i].text;
    if (i + 1 < last && sentence.tokens[i].space_after) text += ' ';
  }
  return text;
}

Bound bound_of(const Grammar& grammar, std::uint32_t first) {
  if (first == 0) return Bound::at;
  switch (grammar.word(first - 1).kind) {
    case WordKind::since: return Bound::since;
    case WordKind::until: return Bound::until;
    case WordKind::before: return Bound::before;
    case WordKind::after: return Bound::after;
    default: return Bound::at;
  }
}

class Finder {
 public:
  Finder(const Sentence& sentence, const CalendarContext& context, std::span<const Word> words)
      : sentence_(sentence), context_(context), grammar_(sentence, words, context.day_order) {
    context_.last_date = context.anchor_for(sentence.sequence);
  }

  void run(std::vector<DateMention>& dates) {
    const auto count = static_cast<std::uint32_t>(sentence_.tokens.size());
    const std::size_t before = dates.size();
    for (std::uint32_t at = 0; at < count;) {
      auto left = grammar_.read(at);
      if (!left) {
        ++at;
        continue;
      }
      std::optional<Expression> right = read_right(*left);
      dates.push_back(right ? joined(*left, *right) : single(*left));
      context_.remember(sentence_, {&dates.back(), 1});
      if (names_told_year(dates.back())) told_year_head_ = dates.back().head;
      if (!right && left->form == Form::date && left->weekday && !left->day && left->pointing == Pointing::none && !left->outer_step) weekdays_.push_back(dates.size() - 1);
      at = std::max(at + 1, dates.back().last);
    }
    for (const std::size_t weekday : weekdays_) put_before_saying(dates[weekday], std::span(dates).subspan(before));
  }

 private:
  bool names_told_year(const DateMention& date) const {
    return context_.last_year && context_.last_year_sequence == sentence_.sequence && date.text.find(std::to_string(*context_.last_year)) != std::string::npos;
  }

  /// "Said on Monday that troops had killed 15 men on Saturday": what is told of was before it was told, not the Saturday after that Monday.
  void put_before_saying(DateMention& date, std::span<const DateMention> all) const {
    if (!date.start || !sentence_.parsed || direction_at(sentence_, date.head) != Direction::past) return;
    const auto told = clause_above(sentence_, date.head, {Relation::ccomp});
    if (!told || sentence_.tokens[*told].head < 0) return;
    const std::int32_t saying = sentence_.tokens[*told].head;
    for (const DateMention& other : all) {
      const bool of_saying = other.start && other.precision == DatePrecision::day && other.kind == Kind::point && sentence_.tokens[other.head].head == saying;
      if (of_saying && *date.start > *other.start) {
        *date.start -= std::chrono::days(7);
        date.reason += ", and before it was told";
        return;
      }
    }
  }

  /// The year told of in a clause beside is not this one's: "Kenya, which sent troops in October 2011, accused its neighbour in February".
  bool is_told_beside(std::uint32_t head) const {
    if (!told_year_head_ || !sentence_.parsed) return false;
    const auto beside = clause_above(sentence_, *told_year_head_, {Relation::acl_relcl, Relation::acl});
    if (!beside) return false;
    for (std::int32_t at = static_cast<std::int32_t>(head), steps = 0; at >= 0 && steps < deepest; at = sentence_.tokens[static_cast<std::size_t>(at)].head, ++steps) {
      if (at == static_cast<std::int32_t>(*beside)) return false;
    }
    return true;
  }

  /// The expression that the given one is joined to, when there is one.
  std::optional<Expression> read_right(const Expression& left) const {
    if (!grammar_.joins(left.last)) return std::nullopt;
    switch (left.form) {
      case Form::date:
      case Form::span:
      case Form::step:
      case Form::observance: break;
      default: return std::nullopt;
    }
    if (left.end_day || left.end_year) return std::nullopt;
    auto right = grammar_.read(left.last + 1);
    if (!right || (right->form != Form::date && right->form != Form::span && right->form != Form::step && right->form != Form::observance)) return std::nullopt;
    const WordKind joiner = grammar_.word(left.last).kind;
    const WordKind before_left = left.first > 0 ? grammar_.word(left.first - 1).kind : WordKind::none;
    const bool same_shape = shape_of(left) >= 0 && shape_of(left) == shape_of(*right);
    if (joiner == WordKind::and_ && before_left != WordKind::between && !same_shape) return std::nullopt;
    if (joiner == WordKind::dash && !same_shape) return std::nullopt;
    const bool both_years = left.year && right->year && left.form == Form::date && right->form == Form::date;
    if (joiner == WordKind::to && before_left != WordKind::from && !same_shape && !both_years) return std::nullopt;
    return right;
  }

  std::optional<int> narrative_year(const Expression& expression) const {
    if (!context_.last_year || is_told_beside(head_of(sentence_, expression.first, expression.last))) return std::nullopt;
    const auto reference = context_.reference();
    if (reference && parts_of(*reference).year == *context_.last_year) return std::nullopt;
    if (context_.tells_history()) return context_.last_year;
    const bool near = context_.last_year_block == sentence_.block && sentence_.sequence - context_.last_year_sequence <= narrative_reach;
    const bool same_sentence = near && context_.last_year_sequence == sentence_.sequence;
    return near && (context_.last_year_with_month || same_sentence) ? context_.last_year : std::nullopt;
  }

  Direction direction_of(const Expression& expression) const {
    Direction direction = direction_at(sentence_, head_of(sentence_, expression.first, expression.last));
    // "since" looks back and "until" looks ahead whatever the verb.
    const Bound bound = bound_of(grammar_, expression.first);
    if (bound == Bound::since) direction = Direction::past;
    if (is_set_for(expression)) direction = Direction::future;
    const bool open = direction == Direction::unknown || direction == Direction::timetable;
    if (bound == Bound::until && open) direction = Direction::future;
    // "We play in Rome next month, in Paris in March": what follows a time ahead lies ahead too.
    const auto reference = context_.reference();
    if (open && seen_ahead_ && reference) direction = Direction::future;
    return direction;
  }

  /// "called a strike for Friday", "agreed on a truce for Eid": a day that something is set for lies ahead; not "held for Sunday's attack".
  bool is_set_for(const Expression& expression) const {
    const bool day = (expression.form == Form::date && (expression.day || expression.weekday) && !expression.year) || expression.form == Form::observance;
    if (!day || expression.pointing != Pointing::none || expression.first < 2 || sentence_.tokens[expression.first - 1].text != "for") return false;
    if (expression.last >= sentence_.tokens.size()) return true;
    const std::string_view behind = sentence_.tokens[expression.last].text;
    return is_one_of(behind, {".", ",", ";", ")", "and", "in", "at", "to", "after", "before", "when", "but", "with", "that", "which"});
  }

  DateMention mention(const Expression& expression, const Resolution& resolution) const {
    DateMention found;
    found.first = expression.first;
    found.last = expression.last;
    found.head = head_of(sentence_, found.first, found.last);
    found.text = text_of(sentence_, found.first, found.last);
    found.start = resolution.start;
    found.end = resolution.end;
    found.precision = resolution.precision;
    found.kind = resolution.kind;
    found.shift = resolution.shift;
    found.reason = resolution.reason;
    found.bound = bound_of(grammar_, found.first);
    if (found.bound == Bound::until && expression.part == Part::end && found.end) {  // "by the end of the year": the last day is the limit
      found.start = found.end;
      found.end.reset();
      found.precision = DatePrecision::day;
      found.kind = Kind::point;
    }
    return found;
  }

  /// "five days before Christmas", "a week after 3 May": counts from the day that is named behind it. Nothing when no day is.
  std::optional<DateMention> counted_from_day(const Expression& expression) const {
    if (expression.form != Form::anchored || !expression.names_event || expression.vague || expression.unit == Unit::hour) return std::nullopt;
    auto anchor = grammar_.read(expression.last);
    if (!anchor || (anchor->form != Form::date && anchor->form != Form::observance && anchor->form != Form::step)) return std::nullopt;
    const Resolution day = resolve(*anchor, context_, direction_of(expression), narrative_year(expression));
    if (!day.start || day.precision != DatePrecision::day) return std::nullopt;
    Expression counted = expression;
    counted.names_event = false;
    CalendarContext from_day = context_;
    from_day.last_date = expression.count > 0 && day.end ? day.end : day.start;
    from_day.last_precision = DatePrecision::day;
    DateMention found = mention(counted, resolve(counted, from_day, Direction::past, std::nullopt));
    found.shift.reset();
    found.last = anchor->last;
    found.head = head_of(sentence_, found.first, found.last);
    found.text = text_of(sentence_, found.first, found.last);
    return found;
  }

  DateMention single(Expression expression) const {
    if (auto counted = counted_from_day(expression)) return *counted;
    const Direction direction = direction_of(expression);
    // "over the next year": from the page's date where it lies ahead, from what was told where it does not.
    const bool next_one = expression.form == Form::anchored && expression.pointing == Pointing::next && expression.count == 1 && !expression.weekday && !expression.month;
    if (next_one && sentence_.tokens[expression.last - 2].text != "following" && direction == Direction::future && grammar_.word(expression.first + 1).kind == WordKind::next) {
      expression.form = expression.unit == Unit::decade || expression.unit == Unit::day ? Form::step : Form::window;
      if (expression.unit == Unit::day && context_.last_date) expression.form = Form::anchored;  // "on 2 July … the next day"
    }
    const bool after_within = expression.first > 0 && grammar_.word(expression.first - 1).kind == WordKind::in && grammar_.word(expression.first - 1).value == 1;
    if (expression.form == Form::length && after_within && direction != Direction::past && !expression.vague) expression.form = Form::window;  // "within nine months"
    // "in two weeks" is a length after a past verb and a step after a future one.
    const bool after_in = expression.first > 0 && grammar_.word(expression.first - 1).kind == WordKind::in && sentence_.tokens[expression.first - 1].text.size() == 2;
    if (expression.form == Form::length && after_in && direction == Direction::future && expression.plural_step) expression.form = Form::step;
    DateMention found = mention(expression, resolve(expression, context_, direction, narrative_year(expression)));
    if (const auto reference = context_.reference(); reference && found.start && *found.start > *reference) seen_ahead_ = true;
    if (found.bound == Bound::since && found.start && found.kind != Kind::duration) {
      if (const auto reference = context_.reference(); reference && *reference >= *found.start) {
        found.end = reference;
        found.kind = Kind::range;
      }
    }
    return found;
  }

  DateMention joined(Expression left, Expression right) const {
    share_fields(left, right);
    const Direction direction = direction_of(left);
    Resolution first = resolve(left, context_, direction, narrative_year(left));
    Resolution second = resolve(right, context_, direction, narrative_year(right));
    if (direction == Direction::future && left.form == Form::date && !left.year) {
      // "runs from 23 January to 9 March", reported on 28 January: begun, not yet ended.
      const Resolution begun = resolve(left, context_, Direction::past, narrative_year(left));
      const auto reference = context_.reference();
      if (begun.start && second.start && reference && *begun.start <= *reference && *reference - *begun.start <= running_reach && *second.start >= *reference &&
          second.start < first.start) {
        first = begun;
      }
    }
    DateMention found = mention(left, first);
    found.last = right.last;
    found.head = head_of(sentence_, found.first, found.last);
    found.text = text_of(sentence_, found.first, found.last);
    if (!first.start || !second.start) {
      found.start = first.start ? first.start : second.start;
      found.end.reset();
      return found;
    }
    // "from Saturday to Tuesday": the week turns between them.
    if (*second.start < *first.start && left.weekday && right.weekday && !right.day) {
      if (direction == Direction::future) {
        second.start = *second.start + std::chrono::days(7);
      } else {
        found.start = *first.start - std::chrono::days(7);
      }
    }
    const Day end = second.end ? *second.end : ceil_to(*second.start, second.precision);
    if (end < *found.start) return single(left);
    found.end = end;
    found.kind = Kind::range;
    found.reason = first.reason + " to " + second.reason;
    return found;
  }

  const Sentence& sentence_;
  CalendarContext context_;  ///< The page's, and what this sentence has said so far.
  Grammar grammar_;
  mutable bool seen_ahead_ = false;
  std::optional<std::uint32_t> told_year_head_;  ///< The head of the date in this sentence that wrote the year told of.
  std::vector<std::size_t> weekdays_;            ///< The dates that are a weekday and no more.
};

}  // namespace

void find_dates(const Sentence& sentence, const CalendarContext& context, std::vector<DateMention>& dates) {
  std::vector<Word> words;
  classify(sentence, words);
  if (words.empty()) return;
  Finder(sentence, context, words).run(dates);
}

std::optional<Day> CalendarContext::anchor_for(std::uint32_t sequence) const {
  const bool near = sequence - last_date_sequence <= anchor_reach;
  return near || tells_history() || !reference() ? last_date : std::nullopt;
}

void CalendarContext::remember(const Sentence& sentence, std::span<const DateMention> dates) {
  for (const DateMention& date : dates) {
    if (!date.start || date.kind == DateMention::Kind::set || date.kind == DateMention::Kind::duration) continue;
    last_date = date.start;
    last_precision = date.precision;
    last_date_sequence = sentence.sequence;
    const auto page = reference();
    const bool present = page && date.precision <= DatePrecision::week && *date.start >= *page - present_reach && *date.start <= *page + present_reach;
    if (present) {
      last_year.reset();
      ++present_dates;
    }
    const int year = parts_of(*date.start).year;
    const bool written_out = date.text.find(std::to_string(year)) != std::string::npos && date.precision <= DatePrecision::year;
    const bool past_year = written_out && page && year + 2 <= parts_of(*page).year;
    if (past_year) ++told_dates;
    if (written_out && page && !present && year == parts_of(*page).year) ++present_dates;
    // In history what follows counts from any date, also from "the following spring".
    if (!written_out && tells_history() && date.precision <= DatePrecision::year && !present) {
      last_year = year;
      last_year_with_month = true;
      continue;
    }
    if (!written_out) continue;
    last_year = year;
    last_year_with_month = date.precision != DatePrecision::year;
    last_year_block = sentence.block;
    last_year_sequence = sentence.sequence;
  }
}

}  // namespace attache::knowledge
