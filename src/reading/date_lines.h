#pragma once
/// Lines of a page that say when it was published or changed.

#include <attache/date.h>

#include <optional>
#include <string_view>

namespace attache::reading {

/// The day in the dateline that begins a paragraph: `OSLO, March 3, 2021 (Reuters) - …`, `New Delhi, October 12, 1962. …`.
std::optional<Day> day_in_dateline(std::string_view paragraph);

/// True when the line says when the page was published and little else: weekday, time, zone and words such as "Published" or
/// "Last updated" do not count.
bool is_date_line(std::string_view line);

/// True when the line says that the page was published then, in words: "Published", "Erstellt am", "Publié le".
bool is_publication_line(std::string_view line);

/// True when the line says that the page was changed then: "Updated", "Last modified", "Mis à jour".
bool is_update_line(std::string_view line);

/// True for the foot of a page that anyone edits at any time, as wikis print it: "This page was last edited on 4 November 2020, at 19:23."
bool is_edit_line(std::string_view line);

/// True for an hour of the day alone, with the half or the zone that it is of: "11:45 A.M. EDT".
bool is_hour(std::string_view line);

/// True for a place, an outlet or both and a day: "Zenda, 4 March 2014", as statements and quarterlies date themselves.
bool is_place_and_day(std::string_view line);

}  // namespace attache::reading
