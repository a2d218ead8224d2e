#pragma once
/// What reports of one event say of its size, put together: ranges, with the latest figure and the best-sourced one marked.

#include <attache/date.h>
#include <attache/event.h>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace attache::stories {

/// A figure as one report tells it.
struct Figure {
  Magnitude magnitude;
  std::string report;       ///< Id of the report.
  std::string source;       ///< Whose figure it is: reprints name the source of the text that they reprint.
  bool official = false;    ///< Told by a state, a court, an international organisation: an attribution with a code.
  std::optional<Day> told;  ///< Day of publication.
};

/// One kind of magnitude over all reports of an event.
struct CombinedMagnitude {
  std::string what;
  double low = 0;  ///< The lowest and highest that any report tells.
  double high = 0;
  std::size_t reports = 0;
  Figure latest;            ///< Of the last day; of several on that day the last given.
  Figure best_sourced;      ///< Told by most sources; of several those that an official tells, then the latest.
  std::size_t sources = 0;  ///< That tell the best-sourced figure.
};

/// Puts figures together by kind, kinds in the order of their first figure. Figures come in the order in which their reports came in.
std::vector<CombinedMagnitude> combine(std::span<const Figure> figures);

}  // namespace attache::stories
