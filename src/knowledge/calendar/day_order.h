#pragma once
/// Which number is the day in dates like 5/6/2013, as a page and its outlet tell.

#include <attache/document.h>

#include <optional>
#include <string_view>

namespace attache::knowledge {

/// The order of day and month in a page's figures, and how it is known; without `day_first` it is not.
struct DayOrder {
  std::optional<bool> day_first;
  std::string_view known_by;  ///< Completes "day first, …" in a date's reason.
};

/// The page's own figures decide first: a date that can be read in one way only (13/5/2013), or one that is the page's date when read in one of the two.
/// Where they disagree, nothing is known. Then the habit of the outlet's country, an ISO alpha-3, empty when unknown. Countries that write either order, or
/// the year first, decide nothing. Without any date in figures on the page nothing is looked up.
DayOrder read_day_order(const Document& document, std::string_view outlet_country);

}  // namespace attache::knowledge
