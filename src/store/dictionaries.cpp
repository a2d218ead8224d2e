#include "store/dictionaries.h"

#include "base/hash.h"
#include "store/lines.h"

#include <cstring>

namespace attache::store {
namespace {

/// Parts of a content are kept apart by a character that no field has.
constexpr char kBetween = '\x1f';

void add_number(std::string& content, double number) {
  char bytes[sizeof number];
  std::memcpy(bytes, &number, sizeof number);
  content.append(bytes, sizeof number);
}

std::int64_t key_of(const std::string& content) { return static_cast<std::int64_t>(stable_hash(content)); }

}  // namespace

Dictionaries::Dictionaries(Connection& connection)
    : connection_(connection),
      find_entity_(connection, "SELECT number FROM entities WHERE key = ?1 AND code = ?2 AND sector = ?3 AND other_sectors = ?4 AND identifier_id = ?5 "
                               "AND identifier_text = ?6 AND office = ?7"),
      add_entity_(connection, "INSERT INTO entities (key, code, sector, other_sectors, identifier_id, identifier_text, office) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"),
      find_place_(connection, "SELECT number FROM places WHERE key = ?1 AND name = ?2 AND country = ?3 AND region = ?4 AND region_code = ?5 "
                              "AND latitude IS ?6 AND longitude IS ?7 AND geonames = ?8 AND resolution = ?9"),
      add_place_(connection, "INSERT INTO places (key, name, country, region, region_code, latitude, longitude, geonames, resolution) "
                             "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"),
      find_term_(connection, "SELECT number FROM terms WHERE term = ?1"),
      add_term_(connection, "INSERT INTO terms (term) VALUES (?1)"),
      find_coder_(connection, "SELECT number FROM coders WHERE name = ?1 AND version = ?2 AND lexicon = ?3 AND model = ?4"),
      add_coder_(connection, "INSERT INTO coders (name, version, lexicon, model) VALUES (?1, ?2, ?3, ?4)") {}

namespace {

/// Asks `find`, else runs `add`; both have been bound by `bind`.
template <typename Bind>
std::int64_t find_or_add(const Connection& connection, Statement& find, Statement& add, const Bind& bind) {
  bind(find);
  std::int64_t number = find.step() ? find.number(0) : 0;
  find.reset();
  if (number != 0) return number;
  bind(add);
  add.run();
  return connection.last_row();
}

}  // namespace

std::int64_t Dictionaries::entity(const Entity& entity) {
  const std::string other_sectors = to_lines(entity.other_sectors);
  content_.clear();
  for (const std::string* part : {&entity.code, &entity.sector, &other_sectors, &entity.identifier_id, &entity.identifier_text, &entity.office}) {
    (content_ += *part) += kBetween;
  }
  if (const auto known = entities_.find(content_)) return known;
  const auto key = key_of(content_);
  const auto number = find_or_add(connection_, find_entity_, add_entity_, [&](Statement& statement) {
    statement.bind(1, key).bind(2, entity.code).bind(3, entity.sector).bind(4, other_sectors);
    statement.bind(5, entity.identifier_id).bind(6, entity.identifier_text).bind(7, entity.office);
  });
  entities_.remember(content_, number);
  return number;
}

std::int64_t Dictionaries::place(const Location& location) {
  content_.clear();
  for (const std::string* part : {&location.name, &location.country, &location.region, &location.region_code, &location.resolution}) (content_ += *part) += kBetween;
  // A coordinate that is not known differs from all that are: no place lies at a thousand degrees.
  add_number(content_, location.latitude.value_or(1000));
  add_number(content_, location.longitude.value_or(1000));
  add_number(content_, location.geonames_id);
  if (const auto known = places_.find(content_)) return known;
  const auto key = key_of(content_);
  const auto number = find_or_add(connection_, find_place_, add_place_, [&](Statement& statement) {
    statement.bind(1, key).bind(2, location.name).bind(3, location.country).bind(4, location.region).bind(5, location.region_code);
    statement.bind(6, location.latitude).bind(7, location.longitude).bind(8, std::int64_t{location.geonames_id}).bind(9, location.resolution);
  });
  places_.remember(content_, number);
  return number;
}

std::int64_t Dictionaries::term(std::string_view term) {
  content_ = term;
  if (const auto known = terms_.find(content_)) return known;
  const auto number = find_or_add(connection_, find_term_, add_term_, [&](Statement& statement) { statement.bind(1, term); });
  terms_.remember(content_, number);
  return number;
}

std::int64_t Dictionaries::coder(std::string_view name, std::string_view version, std::string_view lexicon, std::string_view model) {
  content_.clear();
  for (const std::string_view part : {name, version, lexicon, model}) (content_ += part) += kBetween;
  if (const auto known = coders_.find(content_)) return known;
  const auto number = find_or_add(connection_, find_coder_, add_coder_,
                                  [&](Statement& statement) { statement.bind(1, name).bind(2, version).bind(3, lexicon).bind(4, model); });
  coders_.remember(content_, number);
  return number;
}

void Dictionaries::forget() {
  for (auto* memory : {&entities_, &places_, &terms_, &coders_}) memory->forget();
}

}  // namespace attache::store
