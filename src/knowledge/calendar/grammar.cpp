#include "knowledge/calendar/grammar.h"

#include "knowledge/calendar/observances.h"
#include "knowledge/calendar/word_shapes.h"
#include "knowledge/quantities/numerals.h"

#include <algorithm>
#include <array>
#include <string>

/// The reader's front: which expressions can begin with a word.
namespace attache::knowledge {
namespace {

using Form = Expression::Form;
using enum WordKind;

/// The expression with the article before it.
std::optional<Expression> with_article(std::optional<Expression> expression, std::uint32_t at) {
  if (expression) expression->first = at;
  return expression;
}

}  // namespace

const Word& Grammar::word(std::uint32_t at) const {
  static const Word nothing;
  return at < words_.size() ? words_[at] : nothing;
}

bool Grammar::is_text(std::uint32_t at, std::string_view lower) const { return at < tokens_.size() && equals(tokens_[at].text, lower); }

bool Grammar::event_follows(std::uint32_t at) const {
  if (at >= tokens_.size()) return false;
  const std::string_view text = tokens_[at].text;
  const bool closed = text == "," || text == "." || text == ";" || text == ":" || text == ")" || text == "!" || text == "?" || text == "\"" || text == "”";
  return !closed;
}

Expression Grammar::begin(std::uint32_t first, Form form) const {
  Expression expression;
  expression.first = first;
  expression.form = form;
  return expression;
}

bool Grammar::joins(std::uint32_t at) const {
  const WordKind joiner = kind(at);
  return joiner == to || joiner == and_ || joiner == dash || (joiner == until && word(at).value == 0);
}

std::optional<Expression> Grammar::read(std::uint32_t at) const {
  Found longest;
  const auto offer = [&](Found found) {
    if (found && (!longest || found->last > longest->last)) longest = found;
  };
  switch (kind(at)) {
    case none: return std::nullopt;
    case weekday: offer(read_weekday(at)); break;
    case weekdays:
    case each:
    case adverb: offer(read_repeated(at)); break;
    case month: offer(read_month_first(at)); break;
    case month_pair: offer(read_month_pair(at)); break;
    case earlier:
    case later: offer(read_by_page(at)); break;
    case unit: offer(read_unit_end(at)); break;
    case composite:
      offer(read_composite(at));
      offer(read_day_first(at));
      break;
    case number:
      offer(read_spaced_composite(at));
      offer(read_day_first(at));
      offer(read_year(at));
      offer(read_counted(at));
      offer(read_ordinal(at));
      offer(read_century(at));
      break;
    case decade:
    case apostrophe: offer(read_decade(at)); break;
    case deictic: offer(read_deictic(at)); break;
    case joined_part: offer(read_joined_part(at)); break;
    case early:
    case late:
    case mid:
    case beginning:
    case WordKind::end:
    case rest:
    case middle: offer(read_part(at)); break;
    case the:
      offer(read_weekend(at));
      if (kind(at + 1) == joined_part) offer(with_article(read_joined_part(at + 1), at));
      offer(read_unit_end(at));
      offer(read_day_first(at));
      offer(read_bare_day(at));
      offer(read_year(at));
      offer(read_decade(at));
      offer(read_century(at));
      offer(read_pointed(at));
      offer(read_anchored_noun(at));
      offer(read_part(at));
      offer(read_ordinal(at));
      offer(read_span(at));
      offer(read_counted(at));
      offer(read_observance(at));
      break;
    case this_:
    case that:
    case next:
    case last:
    case coming:
    case past:
    case previous:
    case following:
    case same:
    case recent:
      offer(read_pointed(at));
      offer(read_ordinal(at));
      break;
    case article:
    case few:
    case half:
    case unit_length: offer(read_counted(at)); break;
    case season:
    case quarter:
    case half_year: offer(read_span(at)); break;
    case observance: offer(read_observance(at)); break;
    default: break;
  }
  return longest;
}

std::optional<Expression> Grammar::read_repeated(std::uint32_t at) const {
  Expression expression = begin(at, Form::repeated);
  expression.last = at + 1;
  if (kind(at) == weekdays) {
    expression.weekday = word(at).value;
    return expression;
  }
  if (kind(at) == adverb) {
    expression.unit = static_cast<Unit>(word(at).value);
    return expression;
  }
  std::uint32_t noun = at + 1;
  if (is_text(noun, "other")) ++noun;
  switch (kind(noun)) {
    case unit: expression.unit = static_cast<Unit>(word(noun).value); break;
    case weekday: expression.weekday = word(noun).value; break;
    case month: expression.month = word(noun).value; break;
    case season:
    case daypart: break;
    case few:
    case number: {
      const auto counted = read_count_and_unit(noun);
      if (!counted) return std::nullopt;
      expression.unit = counted->unit;
      noun = counted->last - 1;
      break;
    }
    default: return std::nullopt;
  }
  expression.last = noun + 1;
  return expression;
}

}  // namespace attache::knowledge
