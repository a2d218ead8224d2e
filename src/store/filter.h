#pragma once
/// Which reports are meant: conditions on fields, all of which must hold.
///
///     type=COERCE,SANCTION   one of them              confidence>=0.6   numbers and days: = != < <= > >=
///     actor=FRA/GOV          one participant is both  date=2013-05      every day of May 2013
///     title~visa             has the words            recipient=        unknown
///     mode!=arrest           not so, or unknown       text~"talks failed" OR boycott      full text

#include "store/fields.h"

#include <attache/error.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace attache::store {

enum class Comparison : std::uint8_t { is, is_not, has, less, at_most, more, at_least };

struct Condition {
  const Field* field = nullptr;
  std::string part;                 ///< `dead` of `size.dead`.
  Comparison comparison = Comparison::is;
  std::vector<std::string> values;  ///< One of them must fit. An empty one stands for what is unknown.
};

/// Reads a condition. Errors: `malformed` for what is none, for an unknown field, and for a value that the field cannot have.
Result<Condition> parse_condition(std::string_view text);

/// Conditions as SQL. `facts` speaks of the table as `f`; `others` of reports as `r`, and where so said documents as `d`, sentences as `s`, places as `l`.
struct FilterSql {
  std::string facts;   ///< Empty, or conditions joined by AND.
  std::string others;
  bool report = false, document = false, sentence = false, place = false;
};

FilterSql to_sql(const std::vector<Condition>& conditions);

}  // namespace attache::store
