#include "store/filter.h"

#include "store/day_span.h"
#include "store/record_id.h"
#include "store/schema.h"
#include "store/sqlite.h"

#include <array>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <optional>

namespace attache::store {
namespace {

tl::unexpected<Error> wrong(std::string message) { return tl::make_unexpected(Error{ErrorKind::malformed, std::move(message), {}, {}}); }

struct Sign {
  std::string_view text;
  Comparison comparison;
};
/// Longer signs first.
constexpr Sign kSigns[] = {{"!=", Comparison::is_not}, {"<=", Comparison::at_most}, {">=", Comparison::at_least}, {"=", Comparison::is},
                           {"<", Comparison::less},     {">", Comparison::more},     {"~", Comparison::has}};

std::string_view sign_of(Comparison comparison) {
  for (const auto& sign : kSigns) {
    if (sign.comparison == comparison) return sign.text;
  }
  return "=";
}

std::optional<double> number_in(std::string_view text) {
  double number = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || stop != text.data() + text.size() || !std::isfinite(number)) return std::nullopt;
  return number;
}

constexpr std::array<std::string_view, 6> kPrecisions = {"day", "week", "month", "year", "decade", "unknown"};
constexpr std::array<std::string_view, 4> kBlocks = {"headline", "lead", "body", "caption"};
constexpr std::array<std::string_view, 5> kModalities = {"asserted", "negation", "future", "hypothetical", "historical"};

template <std::size_t size>
std::optional<std::size_t> place_in(const std::array<std::string_view, size>& names, std::string_view name) {
  for (std::size_t i = 0; i < size; ++i) {
    if (names[i] == name) return i;
  }
  return std::nullopt;
}

bool ordered(FieldKind kind) {
  return kind == FieldKind::number || kind == FieldKind::day || kind == FieldKind::thousandths || kind == FieldKind::hundredths || kind == FieldKind::size;
}

/// What is wrong with a value; empty when nothing is.
std::string complaint(const Condition& condition, const std::string& value) {
  const auto kind = condition.field->kind;
  const auto name = condition.field->name;
  if (value.empty()) return kind == FieldKind::size || kind == FieldKind::match || kind == FieldKind::either ? fmt::format("{} needs a value", name) : std::string();
  if (kind == FieldKind::day) return span_of(value) ? "" : fmt::format("{} is a day, month or year such as 2013-05-22, 2013-05 or 2013, not `{}`", name, value);
  if (ordered(kind)) return number_in(value) ? "" : fmt::format("{} is a number, not `{}`", name, value);
  if (kind == FieldKind::precision && !place_in(kPrecisions, value)) return fmt::format("{} is day, week, month, year, decade or unknown, not `{}`", name, value);
  if (kind == FieldKind::block && !place_in(kBlocks, value)) return fmt::format("{} is headline, lead, body or caption, not `{}`", name, value);
  if (kind == FieldKind::modality && !place_in(kModalities, value)) return fmt::format("{} is asserted, negation, future, hypothetical or historical, not `{}`", name, value);
  return {};
}

std::string term_number(std::string_view term) {
  if (!term.empty() && term.back() == '*') {
    term.remove_suffix(1);
    return fmt::format("(SELECT number FROM terms WHERE substr(term, 1, {}) = {})", term.size(), quoted(term));
  }
  return fmt::format("(SELECT number FROM terms WHERE term = {})", quoted(term));
}

/// `FRA/GOV` on the side `actor` or `recipient`.
std::string party_sql(std::string_view side, std::string_view value) {
  const auto slash = value.find('/');
  const auto code = value.substr(0, slash);
  if (slash == std::string_view::npos) return fmt::format("f.{} IN {}", side, term_number(code));
  const auto sector = fmt::format("f.{}_sector IN {}", side, term_number(value.substr(slash + 1)));
  return code.empty() ? sector : fmt::format("(f.{} IN {} AND {})", side, term_number(code), sector);
}

std::string like_pattern(std::string_view part) {
  std::string pattern = "%";
  for (const char c : part) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return quoted(pattern + "%") + " ESCAPE '\\'";
}

std::string number_sql(std::string_view column, Comparison comparison, double number) { return fmt::format("{} {} {}", column, comparison == Comparison::is_not ? "=" : sign_of(comparison), number); }

std::string day_sql(const Field& field, Comparison comparison, const std::string& value) {
  const auto span = *span_of(value);
  const auto known = field.scope == Scope::facts ? fmt::format(" AND {} > {}", field.column, kNoDay) : std::string();
  switch (comparison) {
    case Comparison::less: return fmt::format("({} < {}{})", field.column, span.first, known);
    case Comparison::at_most: return fmt::format("({} <= {}{})", field.column, span.last, known);
    case Comparison::more: return fmt::format("{} > {}", field.column, span.last);
    case Comparison::at_least: return fmt::format("{} >= {}", field.column, span.first);
    default: return fmt::format("{} BETWEEN {} AND {}", field.column, span.first, span.last);
  }
}

/// What an unknown value looks like.
std::string unknown_sql(const Field& field) {
  if (field.kind == FieldKind::day && field.scope == Scope::facts) return fmt::format("{} = {}", field.column, kNoDay);
  if (field.kind == FieldKind::party) return party_sql(field.column, "");
  if (field.kind == FieldKind::term) return fmt::format("{} IN {}", field.column, term_number(""));
  if (field.kind == FieldKind::text || field.kind == FieldKind::list) return fmt::format("coalesce({}, '') = ''", field.column);
  return fmt::format("{} IS NULL", field.column);
}

/// A condition for one value, as if it were asked for what is so: `is_not` is turned around by the caller.
std::string value_sql(const Condition& condition, const std::string& value) {
  const auto& field = *condition.field;
  if (value.empty()) return unknown_sql(field);
  switch (field.kind) {
    case FieldKind::text:
      return condition.comparison == Comparison::has ? fmt::format("{} LIKE {}", field.column, like_pattern(value)) : fmt::format("{} = {}", field.column, quoted(value));
    case FieldKind::list:
      if (condition.comparison == Comparison::has) return fmt::format("{} LIKE {}", field.column, like_pattern(value));
      return fmt::format("instr(char(10) || {} || char(10), char(10) || {} || char(10)) > 0", field.column, quoted(value));
    case FieldKind::number: return number_sql(field.column, condition.comparison, *number_in(value));
    case FieldKind::hundredths: return number_sql(field.column, condition.comparison, std::round(*number_in(value) * 100));
    case FieldKind::thousandths: return number_sql(field.column, condition.comparison, *number_in(value) * 1000);
    case FieldKind::day: return day_sql(field, condition.comparison, value);
    case FieldKind::id: {
      const auto number = number_of_id(value);
      return fmt::format("{} = {}", field.column, number ? std::to_string(*number) : quoted(value));
    }
    case FieldKind::term: return fmt::format("{} IN {}", field.column, term_number(value));
    case FieldKind::party: return party_sql(field.column, value);
    case FieldKind::either: return fmt::format("({} OR {})", party_sql("actor", value), party_sql("recipient", value));
    case FieldKind::modality: {
      const auto place = *place_in(kModalities, value);
      return place == 0 ? fmt::format("{} = 0", field.column) : fmt::format("({} & {}) <> 0", field.column, 1U << (place - 1));
    }
    case FieldKind::precision: return fmt::format("{} = {}", field.column, *place_in(kPrecisions, value));
    case FieldKind::block: return fmt::format("{} = {}", field.column, *place_in(kBlocks, value));
    case FieldKind::match: return quoted(value);
    case FieldKind::size: return fmt::format("m.what = {} AND {}", quoted(condition.part), number_sql(field.column, condition.comparison, *number_in(value)));
  }
  return {};
}

/// `$` in the condition's beginning is the report's number.
std::string within_sql(const Field& field, const std::string& inner) {
  std::string sql(field.within);
  if (sql.front() == '$') sql.replace(0, 1, "r.number");
  return sql + inner + ")";
}

std::string condition_sql(const Condition& condition) {
  const auto& field = *condition.field;
  std::string any;
  for (const auto& value : condition.values) {
    const auto sql = value_sql(condition, value);
    if (!any.empty()) any += " OR ";
    any += field.within.empty() ? sql : within_sql(field, sql);
  }
  // What is unknown is not the value either.
  return condition.comparison == Comparison::is_not ? fmt::format("NOT coalesce(({}), 0)", any) : fmt::format("({})", any);
}

}  // namespace

Result<Condition> parse_condition(std::string_view text) {
  const auto at = text.find_first_of("=!<>~");
  if (at == std::string_view::npos || at == 0) return wrong(fmt::format("`{}` is no condition: a field, one of = != < <= > >= ~, and values", text));
  Condition condition;
  const auto name = text.substr(0, at);
  condition.field = field_named(name);
  if (!condition.field) return wrong(fmt::format("no field is called `{}`", name));
  if (condition.field->kind == FieldKind::size) {
    if (name.size() <= 5) return wrong("size needs what was counted, as in size.dead>=5");
    condition.part = std::string(name.substr(5));
  }
  std::string_view values;
  for (const auto& sign : kSigns) {
    if (!text.substr(at).starts_with(sign.text)) continue;
    condition.comparison = sign.comparison;
    values = text.substr(at + sign.text.size());
    break;
  }
  const auto kind = condition.field->kind;
  const bool compares = condition.comparison != Comparison::is && condition.comparison != Comparison::is_not && condition.comparison != Comparison::has;
  if (compares && !ordered(kind)) return wrong(fmt::format("{} has no order: ask with =, != or ~", condition.field->name));
  if (condition.comparison == Comparison::has && kind != FieldKind::text && kind != FieldKind::list && kind != FieldKind::match) return wrong(fmt::format("{} is no text: ask with =", condition.field->name));
  // A full-text query has commas of its own.
  while (kind != FieldKind::match && values.find(',') != std::string_view::npos) {
    condition.values.emplace_back(values.substr(0, values.find(',')));
    values.remove_prefix(values.find(',') + 1);
  }
  condition.values.emplace_back(values);
  for (const auto& value : condition.values) {
    if (auto message = complaint(condition, value); !message.empty()) return wrong(std::move(message));
    if (value.empty() && compares) return wrong(fmt::format("{} needs a value to compare with", condition.field->name));
  }
  return condition;
}

FilterSql to_sql(const std::vector<Condition>& conditions) {
  FilterSql sql;
  for (const auto& condition : conditions) {
    const auto scope = condition.field->scope;
    auto& target = scope == Scope::facts ? sql.facts : sql.others;
    if (!target.empty()) target += " AND ";
    target += condition_sql(condition);
    sql.report |= scope != Scope::facts;
    sql.document |= scope == Scope::document;
    sql.sentence |= scope == Scope::sentence;
    sql.place |= scope == Scope::place;
  }
  return sql;
}

}  // namespace attache::store
