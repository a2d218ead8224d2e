#pragma once
/// Ids of records, events and stories in the database: the program's own, sixteen hexadecimal digits, take eight bytes; others are kept as text.

#include "base/hash.h"
#include "store/sqlite.h"

#include <charconv>
#include <optional>
#include <string>
#include <string_view>

namespace attache::store {

/// The integer that the sixteen lower-case hexadecimal digits write; nothing for any other text.
inline std::optional<std::int64_t> number_of_id(std::string_view id) {
  if (id.size() != 16) return std::nullopt;
  for (const char c : id) {
    if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f')) return std::nullopt;
  }
  std::uint64_t number = 0;
  std::from_chars(id.data(), id.data() + id.size(), number, 16);
  return static_cast<std::int64_t>(number);
}

/// Binds the id; null when it is empty. `id` must live until the statement is reset.
inline void bind_id(Statement& statement, int at, std::string_view id) {
  if (const auto number = number_of_id(id)) {
    statement.bind(at, *number);
  } else {
    statement.bind_known(at, id);
  }
}

inline std::string id_in(const Statement& statement, int column) {
  return statement.is_integer(column) ? to_hex(static_cast<std::uint64_t>(statement.number(column))) : std::string(statement.text(column));
}

}  // namespace attache::store
