#pragma once
/// What can be asked of a database: every field of the record, under the name the record gives it.

#include <cstdint>
#include <span>
#include <string_view>

namespace attache::store {

/// How a field's values are written and compared.
enum class FieldKind : std::uint8_t {
  text,       ///< Words; `~` finds a part of them.
  list,       ///< One of several items.
  number,
  day,        ///< `2013-05-22`, and `2013-05` or `2013` for all days of them.
  id,         ///< Of a record, event or story.
  term,       ///< A code of a short list, kept in `facts`.
  party,      ///< `FRA`, `FRA/GOV` or `/GOV`: a country and a sector of one participant, kept in `facts`.
  either,     ///< A party on either side.
  thousandths,///< A share, kept in `facts` as whole thousandths.
  hundredths, ///< A score, kept in `facts` as whole hundredths.
  modality,   ///< `asserted`, or what it is not.
  precision,  ///< Of a date.
  block,      ///< Part of the page.
  match,      ///< A full-text query.
  size,       ///< `size.dead`: people counted.
};

/// The table that holds a field.
enum class Scope : std::uint8_t { facts, report, document, sentence, place };

struct Field {
  std::string_view name;
  FieldKind kind;
  Scope scope;
  std::string_view column;  ///< SQL; with `within`, a column of that.
  std::string_view within;  ///< The beginning of a condition with a query inside, `$` for the report's number; else empty.
  std::string_view meaning; ///< One line for people.
};

/// All of them, in the record's order.
std::span<const Field> fields();

/// nullptr when there is no such field. `size.dead` and the like find the field `size`.
const Field* field_named(std::string_view name);

}  // namespace attache::store
