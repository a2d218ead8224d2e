#pragma once
/// What a user may choose about files in other data sets' formats, and what such a file could not hold.

#include "coding/ontology.h"

#include <attache/report.h>

#include <cstdint>
#include <optional>
#include <string>

namespace attache::outputs {

struct ExportOptions {
  bool every_modality = false;  ///< Also events denied, planned or supposed, which the format then shows as if they had happened.
  bool merged_events = false;   ///< Each report stands for the merged event it belongs to: rows have that event's id and its counts.
  const coding::Ontology* ontology = nullptr;  ///< CAMEO's tables; without them a row has the record's own Goldstein value.
  coding::GoldsteinTable goldstein = coding::GoldsteinTable::icews;
};

/// Reports that were left out of a file, by why.
struct LeftOut {
  std::uint64_t undated = 0;       ///< The format cannot do without a day.
  std::uint64_t not_asserted = 0;  ///< Denied, planned or supposed; the format would show them as facts.
  std::uint64_t uncoded = 0;       ///< Without the code that the format is built on: CAMEO's, or PLOVER's type.

  LeftOut& operator+=(const LeftOut& other) {
    undated += other.undated;
    not_asserted += other.not_asserted;
    uncoded += other.uncoded;
    return *this;
  }
  std::uint64_t total() const { return undated + not_asserted + uncoded; }
};

/// The id that a row is known by: of the merged event, else of the report.
inline const std::string& row_id(const Report& report, const ExportOptions& options) {
  return options.merged_events && report.mentions && !report.mentions->event.empty() ? report.mentions->event : report.event.id;
}

/// True for a report that a format of dated facts in CAMEO's codes can hold; counts it otherwise.
inline bool fits_cameo_format(const Report& report, const ExportOptions& options, LeftOut& left_out) {
  const Event& event = report.event;
  const Modality& modality = event.modality;
  if (!options.every_modality && (modality.negation || modality.future || modality.hypothetical)) return ++left_out.not_asserted, false;
  if (event.cameo.size() < 2) return ++left_out.uncoded, false;
  if (!event.date) return ++left_out.undated, false;
  return true;
}

/// The Goldstein value of a row, whose code can be another than the record's: a visit is also told from the host's side.
inline std::optional<double> goldstein_for(const Report& report, const std::string& cameo, const ExportOptions& options) {
  return options.ontology ? options.ontology->goldstein(cameo, options.goldstein) : report.event.goldstein;
}

}  // namespace attache::outputs
