#pragma once
/// A panel written out: for people, as CSV, as JSON lines.

#include "store/panel.h"

#include <string>

namespace attache::store {

/// Columns side by side, numbers to the right; two decimals.
std::string table_text(const Table& table);
/// One row a cell, quoted as RFC 4180 asks; what is not known is empty.
std::string table_csv(const Table& table);
/// One object a row; what is not known is left out.
std::string table_jsonl(const Table& table);
/// A line that says what the columns are, their names and whether they hold `text`, `whole` numbers or any `number`, for the program that makes
/// files in columns of `table_jsonl`.
std::string table_heading(const Table& table);

}  // namespace attache::store
