#pragma once
/// What is counted: the user's choice when data is asked for, over what `StoryBook` decided. Nothing is ever dropped from the store.

#include "stories/compare.h"

#include <attache/event.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attache::stories {

/// How often a happening counts that was reported more than once.
enum class Policy : std::uint8_t {
  none,       ///< As often as it was reported: every record.
  one_a_day,  ///< Once a day for each combination of actor, recipient and code, the field's one-a-day filter (Schrodt's KEDS project): also
              ///< two events that are alike.
  reports,    ///< Once for each page that reports it in words of its own: neither reprints nor a page's second mention.
  events,     ///< Once.
};

/// `none`, `one-a-day`, `reports`, `events`.
std::string_view name_of(Policy policy);
std::optional<Policy> policy_named(std::string_view name);

/// What a policy looks at.
struct CountedReport {
  std::string_view report;                  ///< Its id.
  std::string_view event;                   ///< Id of the event it was joined to.
  std::uint64_t day_key = 0;                ///< See `one_a_day_key`.
  bool told_again = false;                  ///< Its page has told the event before (`same_as`).
  Likeness likeness = Likeness::different;  ///< Of its document to the one it was joined to.
};

/// One number for each combination of day, sides and code, and how real the report makes it: date, countries and sectors of both sides
/// whatever their order, CAMEO code (type and mode where there is none), modality. An event without a date takes the day of publication.
std::uint64_t one_a_day_key(const Event& event, std::optional<Day> published);

/// Reports with one key count once; a report without one does not count under the policy. As text, so that a database can group by it.
std::optional<std::string> policy_key(Policy policy, const CountedReport& report);

/// Indices of the reports that count, of those with one key the first. In order.
std::vector<std::size_t> counted(Policy policy, std::span<const CountedReport> reports);

}  // namespace attache::stories
