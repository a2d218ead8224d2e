#pragma once
/// Events and stories as rows: found by id or made, with how many reports they have and from which days.

#include "store/dictionaries.h"
#include "store/sqlite.h"

#include <cstdint>
#include <optional>
#include <string>

namespace attache::store {

class EventRows {
 public:
  explicit EventRows(Connection& connection);

  /// Makes the report one of the event's, and the event where it is new; its number. `report` need not be in the tables yet.
  std::int64_t join(const std::string& id, std::int64_t report, std::optional<std::int64_t> day);
  /// Takes a report out again; an event that loses the report that stood for it gets the next of its reports.
  void leave(std::int64_t event, std::int64_t report);

  /// Makes the document one of the story's, and the story where it is new; its number. `first_day` is
  /// that of the story's first document, `day` of this one.
  std::int64_t join_story(const std::string& id, std::optional<std::int64_t> first_day, std::optional<std::int64_t> day);

  void forget();

 private:
  Connection& connection_;
  Statement find_event_, add_event_, grow_event_, shrink_event_, next_first_, find_story_, add_story_, grow_story_;
  NumberMemory events_, stories_;
};

}  // namespace attache::store
