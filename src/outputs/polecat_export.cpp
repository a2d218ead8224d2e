#include "outputs/polecat_export.h"

#include "knowledge/places/country_codes.h"
#include "outputs/country_names.h"
#include "outputs/directed_events.h"
#include "outputs/tab_row.h"
#include "reading/event_table_columns.h"

#include <algorithm>
#include <array>

namespace attache::outputs {
namespace {

constexpr std::array<std::string_view, 4> quads = {"VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT"};

/// In capitals as POLECAT writes them; empty for none.
std::string sectors_of(const Entity& entity) {
  std::string list = entity.sector;
  for (const std::string& sector : entity.other_sectors) {
    if (!list.empty()) list += "; ";
    list += sector;
  }
  return list;
}

void write_actor(TabRow& row, const Entity* entity) {
  if (!entity) {
    row.nothing(8);
    return;
  }
  const auto* codes = knowledge::country_codes(entity->code == "KOS" ? "XKX" : entity->code);
  row.text(entity->identifier_text.empty() ? entity->text : entity->identifier_text).text(entity->code);
  if (codes && codes->cow_number > 0) {
    row.whole(static_cast<std::uint64_t>(codes->cow_number));
  } else {
    row.nothing();
  }
  row.text(entity->sector).text(sectors_of(*entity)).text(entity->office).text(entity->text).text(entity->identifier_id);
}

/// GeoNames' feature codes, as far as the record's resolution tells them apart.
std::string_view feature_of(const std::string& resolution) {
  if (resolution == "country") return "PCLI";
  if (resolution == "region") return "ADM1";
  if (resolution == "district") return "ADM2";
  if (resolution == "city") return "PPL";
  return {};
}

void write_place(TabRow& row, const std::optional<Location>& place) {
  if (!place) {
    row.nothing(10);
    return;
  }
  const bool country = place->resolution == "country", region = place->resolution == "region", district = place->resolution == "district";
  row.text(place->name).text(country || region || district ? std::string() : place->name).text(district ? place->name : std::string());
  row.text(region    ? place->name
           : country ? std::string()
                     : place->region)
      .text(place->country)
      .number(place->latitude)
      .number(place->longitude);
  if (place->geonames_id) {
    row.whole(place->geonames_id);
  } else {
    row.nothing();
  }
  row.text(place->name).text(feature_of(place->resolution));
}

std::string joined(const std::vector<std::string>& items) {
  std::string list;
  for (const auto& item : items) {
    if (!list.empty()) list += "; ";
    list += item;
  }
  return list;
}

/// Names of the people and of the bodies that the event itself has; what else its story speaks of is not in a record.
void write_story(TabRow& row, const Event& event) {
  std::vector<std::string> people, bodies;
  for (const auto* side : {&event.actors, &event.recipients}) {
    for (const Entity& entity : *side) {
      if (entity.identifier_text.empty() || entity.identifier_text == country_name(entity.code)) continue;
      auto& names = entity.office.empty() ? bodies : people;
      if (std::find(names.begin(), names.end(), entity.identifier_text) == names.end()) names.push_back(entity.identifier_text);
    }
  }
  row.text(joined(people)).text(joined(bodies)).text(event.location ? event.location->name : std::string());
}

/// POLECAT's own words for the context are PLOVER's.
bool fits(const Report& report, const ExportOptions& options, LeftOut& left_out) {
  const Modality& modality = report.event.modality;
  if (!options.every_modality && (modality.negation || modality.future || modality.hypothetical)) return ++left_out.not_asserted, false;
  if (report.event.type.empty()) return ++left_out.uncoded, false;
  if (!report.event.date) return ++left_out.undated, false;
  return true;
}

}  // namespace

std::string_view quad_words(int quad) { return quad >= 1 && quad <= 4 ? quads[static_cast<std::size_t>(quad - 1)] : std::string_view{}; }

int quad_of_words(std::string_view words) {
  const auto found = std::find(quads.begin(), quads.end(), words);
  return found == quads.end() ? 0 : static_cast<int>(found - quads.begin()) + 1;
}

const std::vector<std::string_view>& polecat_columns() {
  static const std::vector<std::string_view> kColumns(reading::polecat_event_columns.begin(), reading::polecat_event_columns.end());
  return kColumns;
}

void append_polecat(const Report& report, const ExportOptions& options, std::string& out, LeftOut& left_out) {
  if (!fits(report, options, left_out)) return;
  const Event& event = report.event;
  std::size_t pair_number = 0;
  for (const EntityPair& pair : entity_pairs(event)) {
    TabRow row(out, "None");
    row.text(row_id(report, options) + "-" + std::to_string(++pair_number)).iso(event.date).text(event.type).text(joined(event.modes));
    row.number(event.event_scale).text(quad_words(event.quad_code)).texts(event.contexts, "; ");
    write_actor(row, pair.source);
    write_actor(row, pair.target);
    write_place(row, event.location);
    row.text(report.citation.publication).iso(report.citation.published);
    write_story(row, event);
    row.text(report.citation.language).text(report.coder.name + " " + report.coder.version);
    row.end();
  }
}

}  // namespace attache::outputs
