#include "store/health.h"
#include "store/record_id.h"
#include "store/writer.h"
#include "stories/undo.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

namespace attache::store {

namespace {

/// A report of an event, or a document of a story, and the one it was joined to.
struct Member {
  std::int64_t number = 0;
  std::string id, with;
  std::optional<std::int64_t> day;
};

/// The member of that id and all that lean on it.
std::vector<Member> moving(const std::vector<Member>& members, const std::string& id) {
  std::vector<stories::Join> joins;
  for (const auto& member : members) joins.push_back({member.id, member.with});
  const auto followers = stories::followers(id, joins);
  std::vector<Member> moving;
  std::ranges::copy_if(members, std::back_inserter(moving), [&](const Member& member) { return std::ranges::find(followers, member.id) != followers.end(); });
  return moving;
}

/// Members by a query for number, id, the one joined to, day.
std::vector<Member> members_of(Connection& connection, const char* sql, std::int64_t whole) {
  std::vector<Member> members;
  Statement rows(connection, sql);
  for (rows.bind(1, whole); rows.step();) {
    members.push_back({rows.number(0), id_in(rows, 1), id_in(rows, 2), rows.is_null(3) ? std::nullopt : std::optional(rows.number(3))});
  }
  return members;
}

Failure joined_to_none(const char* what, const std::string& id, const Connection& connection) {
  return {{ErrorKind::malformed, fmt::format("the {} {} was not joined to another", what, id), Place{connection.path()}, "nothing was changed"}};
}

/// Nothing when no report has the id.
std::optional<std::uint64_t> split_report(Connection& connection, const std::string& id) {
  Statement find(connection, "SELECT event, merged_with IS NULL FROM reports WHERE id = ?1 AND retired IS NULL LIMIT 1");
  bind_id(find, 1, id);
  if (!find.step()) return std::nullopt;
  const auto event = find.number(0);
  if (find.number(1) != 0) throw joined_to_none("report", id, connection);
  find.reset();
  Dictionaries dictionaries(connection);
  ReportRows reports(connection, dictionaries, setting(connection, kKeepsText, 1) != 0);
  EventRows events(connection);
  const auto members = moving(members_of(connection, "SELECT number, id, merged_with, date FROM reports WHERE event = ?1 AND retired IS NULL ORDER BY number", event), id);
  for (const auto& member : members) {
    events.leave(event, member.number);
    reports.move(member.number, events.join(id, member.number, member.day));
  }
  Statement mark(connection, "UPDATE reports SET merged_with = NULL, merge_rule = 'taken back' WHERE id = ?1 AND retired IS NULL");
  bind_id(mark, 1, id);
  mark.run();
  return members.size();
}

std::optional<std::uint64_t> split_document(Connection& connection, const std::string& id) {
  Statement find(connection, "SELECT story, alike IS NULL FROM documents WHERE id = ?1 AND story IS NOT NULL ORDER BY number DESC LIMIT 1");
  find.bind(1, std::string_view(id));
  if (!find.step()) return std::nullopt;
  const auto story = find.number(0);
  if (find.number(1) != 0) throw joined_to_none("document", id, connection);
  find.reset();
  EventRows events(connection);
  const auto members = moving(members_of(connection, "SELECT d.number, d.id, a.id, d.published FROM documents d LEFT JOIN documents a ON a.number = d.alike WHERE d.story = ?1 ORDER BY d.number", story), id);
  Statement leave(connection, "UPDATE stories SET documents = documents - 1 WHERE number = ?1");
  Statement join(connection, "UPDATE documents SET story = ?2, original = iif(original = ?3, number, original) WHERE number = ?1");
  const auto original = connection.number("SELECT original FROM documents WHERE id = " + quoted(id) + " AND story IS NOT NULL ORDER BY number DESC LIMIT 1").value_or(0);
  for (const auto& member : members) {
    leave.bind(1, story).run();
    join.bind(1, member.number).bind(2, events.join_story(stories::story_id(id), members.front().day, member.day)).bind(3, original).run();
  }
  Statement mark(connection, "UPDATE documents SET alike = NULL, relation = NULL, rule = 'taken back', strength = NULL WHERE number = ?1");
  mark.bind(1, members.front().number).run();
  return members.size();
}

}  // namespace

Result<std::uint64_t> split(const std::string& path, const std::string& id) {
  return guarded([&] {
    const Connection must_be_there(path, Connection::Mode::write);
    const WriterLock lock(path);
    auto connection = open_for_writing(path);
    Transaction transaction(connection);
    auto moved = split_report(connection, id);
    if (!moved) moved = split_document(connection, id);
    if (!moved) throw Failure{{ErrorKind::not_found, "no report and no document has the id " + id, Place{path}, {}}};
    transaction.commit();
    return *moved;
  });
}

}  // namespace attache::store
