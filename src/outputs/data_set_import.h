#pragma once
/// Rows of GDELT, ICEWS and POLECAT as reports, tolerant of their known dirt. docs/formats.md says what becomes of each column.

#include "coding/ontology.h"
#include "outputs/json_fields.h"

#include <attache/report.h>

#include <string>
#include <string_view>
#include <vector>

namespace attache::outputs {

/// A row that reading/event_table.h made an object of. The report's coder is the data set, and its id the row's own behind the data set's
/// name. What the row does not say is unknown: it has no evidence and no confidence. Errors: `malformed` for a row without a day, with a
/// code that is none, or with a number that is none, each naming the column and what stands in it.
Result<Report> report_from_row(const JsonFields& row, const coding::Ontology& ontology, FieldTrouble& trouble);

/// Cells of a row by their column's name; what the data sets write for nothing known (`None`, `NA`, `NULL`, `nan`) is empty.
class RowCells {
 public:
  RowCells(const JsonFields& row, FieldTrouble& trouble) : row_(row), trouble_(trouble) {}

  std::string text(std::string_view column) const;
  /// Parts between separators, without blanks around them; no empty ones.
  std::vector<std::string> list(std::string_view column, char separator) const;
  std::optional<double> number(std::string_view column, double least, double most) const;
  std::uint64_t count(std::string_view column) const;
  /// `2013-05-22`, `20130522`, `5/22/2013`; a time behind it is passed over. Trouble for anything else.
  std::optional<Day> day(std::string_view column) const;
  /// Says that the cell is `what`: "is no CAMEO code".
  void wrong(std::string_view column, std::string_view what) const;

 private:
  const JsonFields& row_;
  FieldTrouble& trouble_;
};

/// A CAMEO code whose leading zero may have been lost on the way through a program that took it for a number; empty for what is none.
/// `root`, where known, are its first two digits.
std::string mended_cameo(std::string_view code, std::string_view root, const coding::Ontology& ontology);

/// Sets the code and with it type, mode, contexts, quad class and scores.
void set_cameo(const std::string& code, const coding::Ontology& ontology, Event& event);

// One for each data set.
void import_gdelt(const RowCells& row, const coding::Ontology& ontology, Report& report);
void import_icews(const RowCells& row, const coding::Ontology& ontology, Report& report);
void import_polecat(const RowCells& row, const coding::Ontology& ontology, Report& report);

}  // namespace attache::outputs
