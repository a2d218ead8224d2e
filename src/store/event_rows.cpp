#include "store/event_rows.h"

#include "store/record_id.h"

namespace attache::store {
namespace {

std::int64_t find(Statement& statement, NumberMemory& memory, const std::string& id) {
  if (const auto known = memory.find(id)) return known;
  bind_id(statement, 1, id);
  const std::int64_t number = statement.step() ? statement.number(0) : 0;
  statement.reset();
  if (number != 0) memory.remember(id, number);
  return number;
}

}  // namespace

EventRows::EventRows(Connection& connection)
    : connection_(connection),
      find_event_(connection, "SELECT number FROM events WHERE id = ?1"),
      add_event_(connection, "INSERT INTO events (id, first_report, reports, first_day, last_day) VALUES (?1, ?2, 1, ?3, ?3)"),
      // The smaller of an unknown day and another would be unknown.
      grow_event_(connection, "UPDATE events SET reports = reports + 1, first_report = iif(reports = 0, ?2, first_report), first_day = min(coalesce(first_day, ?3), coalesce(?3, first_day)), "
                              "last_day = max(coalesce(last_day, ?3), coalesce(?3, last_day)) WHERE number = ?1"),
      shrink_event_(connection, "UPDATE events SET reports = reports - 1 WHERE number = ?1"),
      next_first_(connection, "UPDATE events SET first_report = coalesce((SELECT min(number) FROM reports WHERE event = ?1 AND retired IS NULL AND number <> ?2), first_report) "
                              "WHERE number = ?1 AND first_report = ?2"),
      find_story_(connection, "SELECT number FROM stories WHERE id = ?1"),
      add_story_(connection, "INSERT INTO stories (id, documents, first_day, last_day, day) VALUES (?1, 1, ?2, ?2, ?3)"),
      grow_story_(connection, "UPDATE stories SET documents = documents + 1, first_day = min(coalesce(first_day, ?2), coalesce(?2, first_day)), "
                              "last_day = max(coalesce(last_day, ?2), coalesce(?2, last_day)) WHERE number = ?1") {}

std::int64_t EventRows::join(const std::string& id, std::int64_t report, std::optional<std::int64_t> day) {
  if (const auto number = find(find_event_, events_, id)) {
    grow_event_.bind(1, number).bind(2, report).bind(3, day).run();
    return number;
  }
  bind_id(add_event_, 1, id);
  add_event_.bind(2, report).bind(3, day).run();
  const auto number = connection_.last_row();
  events_.remember(id, number);
  return number;
}

void EventRows::leave(std::int64_t event, std::int64_t report) {
  shrink_event_.bind(1, event).run();
  next_first_.bind(1, event).bind(2, report).run();
}

std::int64_t EventRows::join_story(const std::string& id, std::optional<std::int64_t> first_day, std::optional<std::int64_t> day) {
  if (const auto number = find(find_story_, stories_, id)) {
    grow_story_.bind(1, number).bind(2, day).run();
    return number;
  }
  bind_id(add_story_, 1, id);
  add_story_.bind(2, day).bind(3, first_day).run();
  const auto number = connection_.last_row();
  stories_.remember(id, number);
  return number;
}

void EventRows::forget() {
  events_.forget();
  stories_.forget();
}

}  // namespace attache::store
