#include "outputs/event_csv.h"

#include <fmt/format.h>

#include <functional>

namespace attache::outputs {
namespace {

constexpr std::string_view kSeparator = "; ";

void append_to_list(std::string& list, std::string_view item) {
  if (!list.empty()) list += kSeparator;
  list += item;
}

std::string joined(const std::vector<std::string>& items) {
  std::string list;
  for (const auto& item : items) append_to_list(list, item);
  return list;
}

/// One value an entity, so that the columns of one participant run in step; an unknown value keeps its place empty.
std::string each(const std::vector<Entity>& entities, const std::function<std::string(const Entity&)>& value) {
  std::string list;
  for (std::size_t i = 0; i < entities.size(); ++i) {
    if (i > 0) list += kSeparator;
    list += value(entities[i]);
  }
  return list;
}

std::string sectors_of(const Entity& entity) {
  std::string sectors = entity.sector;
  for (const auto& other : entity.other_sectors) sectors += "+" + other;
  return sectors;
}

std::string name_of_entity(const Entity& entity) { return entity.identifier_text.empty() ? entity.text : entity.identifier_text; }

std::string modality_of(const Modality& modality) {
  std::string list;
  if (modality.negation) append_to_list(list, "negation");
  if (modality.future) append_to_list(list, "future");
  if (modality.hypothetical) append_to_list(list, "hypothetical");
  if (modality.historical) append_to_list(list, "historical");
  return list.empty() ? "asserted" : list;
}

std::string number(const std::optional<double>& value) { return value ? fmt::format("{}", *value) : std::string(); }
std::string day(const std::optional<Day>& value) { return value ? to_iso(*value) : std::string(); }

std::string sizes_of(const std::vector<Magnitude>& sizes) {
  std::string list;
  for (const auto& size : sizes) {
    append_to_list(list, size.low == size.high ? fmt::format("{}={}", size.what, size.low)
                                               : fmt::format("{}={}..{}", size.what, size.low, size.high));
  }
  return list;
}

struct Column {
  std::string_view name;
  std::string (*value)(const Event&, const Citation&);
};

const Column kColumns[] = {
    {"id", [](const Event& e, const Citation&) { return e.id; }},
    {"same_as", [](const Event& e, const Citation&) { return e.same_as; }},
    {"date", [](const Event& e, const Citation&) { return day(e.date); }},
    {"enddate", [](const Event& e, const Citation&) { return day(e.end_date); }},
    {"date_precision", [](const Event& e, const Citation&) { return std::string(name_of(e.date_precision)); }},
    {"event", [](const Event& e, const Citation&) { return e.type; }},
    {"own_type", [](const Event& e, const Citation&) { return e.own_type; }},
    {"mode", [](const Event& e, const Citation&) { return joined(e.modes); }},
    {"context", [](const Event& e, const Citation&) { return joined(e.contexts); }},
    {"actor", [](const Event& e, const Citation&) { return each(e.actors, name_of_entity); }},
    {"actor_code", [](const Event& e, const Citation&) { return each(e.actors, [](const Entity& x) { return x.code; }); }},
    {"actor_sector", [](const Event& e, const Citation&) { return each(e.actors, sectors_of); }},
    {"recipient", [](const Event& e, const Citation&) { return each(e.recipients, name_of_entity); }},
    {"recipient_code", [](const Event& e, const Citation&) { return each(e.recipients, [](const Entity& x) { return x.code; }); }},
    {"recipient_sector", [](const Event& e, const Citation&) { return each(e.recipients, sectors_of); }},
    {"cameo", [](const Event& e, const Citation&) { return e.cameo; }},
    {"quad_code", [](const Event& e, const Citation&) { return e.quad_code ? fmt::format("{}", e.quad_code) : std::string(); }},
    {"event_scale", [](const Event& e, const Citation&) { return number(e.event_scale); }},
    {"goldstein", [](const Event& e, const Citation&) { return number(e.goldstein); }},
    {"modality", [](const Event& e, const Citation&) { return modality_of(e.modality); }},
    {"attribution", [](const Event& e, const Citation&) { return e.attribution ? name_of_entity(*e.attribution) : std::string(); }},
    {"size", [](const Event& e, const Citation&) { return sizes_of(e.size); }},
    {"place", [](const Event& e, const Citation&) { return e.location ? e.location->name : std::string(); }},
    {"place_country", [](const Event& e, const Citation&) { return e.location ? e.location->country : std::string(); }},
    {"lat", [](const Event& e, const Citation&) { return e.location ? number(e.location->latitude) : std::string(); }},
    {"lon", [](const Event& e, const Citation&) { return e.location ? number(e.location->longitude) : std::string(); }},
    {"confidence", [](const Event& e, const Citation&) { return fmt::format("{:.3f}", e.confidence); }},
    {"event_text", [](const Event& e, const Citation&) { return e.trigger; }},
    {"text", [](const Event& e, const Citation&) { return e.text; }},
    {"citation", [](const Event&, const Citation& c) { return c.document; }},
    {"url", [](const Event&, const Citation& c) { return c.url; }},
    {"title", [](const Event&, const Citation& c) { return c.title; }},
    {"published", [](const Event&, const Citation& c) { return day(c.published); }},
};

void append_cell(std::string_view cell, std::string& out) {
  const bool formula = !cell.empty() && std::string_view("=@\t\r").find(cell.front()) != std::string_view::npos;
  if (!formula && cell.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += cell;
    return;
  }
  out += '"';
  if (formula) out += '\'';
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

}  // namespace

void append_event_csv_header(std::string& out) {
  for (const auto& column : kColumns) {
    if (&column != kColumns) out += ',';
    out += column.name;
  }
  out += '\n';
}

void append_event_csv(const Event& event, const Citation& citation, std::string& out) {
  for (const auto& column : kColumns) {
    if (&column != kColumns) out += ',';
    append_cell(column.value(event, citation), out);
  }
  out += '\n';
}

}  // namespace attache::outputs
