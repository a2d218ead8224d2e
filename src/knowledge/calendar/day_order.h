#pragma once
/// Which number is the day in dates like 5/6/2013, as a page and its outlet tell.

#include "base/day_order.h"

#include <attache/document.h>

namespace attache::knowledge {

/// The page's own figures decide first (base/day_order.h). Where they disagree, nothing is known. Then the habit of the outlet's country, an ISO alpha-3,
/// empty when unknown. Countries that write either order, or the year first, decide nothing. Without any date in figures on the page nothing is looked up.
DayOrder read_day_order(const Document& document, std::string_view outlet_country);

}  // namespace attache::knowledge
