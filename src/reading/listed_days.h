#pragma once
/// Days that a page gives of others: of the entries of a list, of the rows of a table of facts, of posts and comments.

#include "reading/page_view.h"

#include <cstdint>

namespace attache::reading {

/// True when the text is in an entry of a list or table in which other entries have days as well: references with the days on which they were looked up, the
/// events of a year; when it is a heading of a rank that has days in other places too; when its element is one of many alike that each give a day, such as
/// teasers and comments; and when it is a fact of a table: "Founded", "24 November 1994". Such days are not the page's.
bool is_listed_day(const PageView& page, std::uint32_t i);

/// True when the text is a day and a heading, and others of its rank on the page are days as well: the parts of a chronicle.
bool is_heading_of_chronicle(const PageView& page, std::uint32_t i);

/// True when a `time` element, by its index, stands beside others in elements alike.
bool is_listed_time(const PageView& page, std::uint32_t element);

}  // namespace attache::reading
