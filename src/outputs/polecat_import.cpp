#include "outputs/country_names.h"
#include "outputs/data_set_import.h"
#include "outputs/polecat_export.h"

#include <algorithm>
#include <array>

namespace attache::outputs {
namespace {

constexpr std::array<std::string_view, 8> bodies = {"UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC", "KOS"};

bool is_code(std::string_view code) { return !country_name(code).empty() || std::find(bodies.begin(), bodies.end(), code) != bodies.end(); }

/// The part of a list that stands for the entity of that place; of a list of one, the same for all.
std::string part(const std::vector<std::string>& list, std::size_t at) {
  if (list.empty()) return {};
  return list.size() == 1 ? list.front() : at < list.size() ? list[at] : std::string();
}

void read_side(const RowCells& row, const std::string& side_name, std::vector<Entity>& side) {
  const auto names = row.list(side_name + " Name", ';'), raw = row.list(side_name + " Name Raw", ';'),
             codes = row.list(side_name + " Country", ';');
  const auto titles = row.list(side_name + " Title", ';'), ids = row.list("Wikipedia " + side_name + " ID", ';');
  const auto sectors = row.list(side_name + " Sectors", ';');
  const std::size_t count = std::max({names.size(), raw.empty() ? 0 : std::size_t{1}, codes.empty() ? 0 : std::size_t{1}});
  for (std::size_t i = 0; i < count; ++i) {
    Entity entity;
    entity.via = "polecat";
    entity.identifier_text = part(names, i);
    entity.text = part(raw, i);
    if (entity.text.empty()) entity.text = entity.identifier_text;
    const std::string code = part(codes, i);
    entity.code = is_code(code) ? code : std::string(country_named(code));
    entity.office = part(titles, i);
    entity.identifier_id = part(ids, i);
    entity.sector = row.text("Primary " + side_name + " Sector");
    for (const std::string& sector : sectors) {
      if (entity.sector.empty()) entity.sector = sector;
      if (sector != entity.sector) entity.other_sectors.push_back(sector);
    }
    side.push_back(std::move(entity));
  }
}

std::optional<Location> place_of(const RowCells& row) {
  Location place;
  place.name = row.text("Placename");
  const std::string city = row.text("City"), district = row.text("District"), province = row.text("Province"),
                    country = row.text("Country");
  place.resolution = !city.empty() ? "city" : !district.empty() ? "district" : !province.empty() ? "region" : "country";
  for (const std::string* name : {&city, &district, &province, &country}) {
    if (place.name.empty()) place.name = *name;
  }
  if (place.name.empty()) return std::nullopt;
  place.region = province;
  place.country = is_code(country) ? country : std::string(country_named(country));
  place.latitude = row.number("Latitude", -90, 90);
  place.longitude = row.number("Longitude", -180, 180);
  if (const auto id = row.count("GeoNames ID"); id <= UINT32_MAX) place.geonames_id = static_cast<std::uint32_t>(id);
  return place;
}

/// ISO 639-1 where POLECAT writes the language out.
std::string language_of(const std::string& language) {
  static constexpr std::pair<std::string_view, std::string_view> kLanguages[] = {
      {"english", "en"}, {"arabic", "ar"}, {"spanish", "es"}, {"french", "fr"}, {"portuguese", "pt"}, {"russian", "ru"}, {"chinese", "zh"}};
  std::string lower = language;
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  for (const auto& [name, code] : kLanguages) {
    if (lower == name) return std::string(code);
  }
  return lower;
}

}  // namespace

void import_polecat(const RowCells& row, const coding::Ontology& ontology, Report& report) {
  Event& event = report.event;
  const std::string id = row.text("Event ID");
  if (id.empty()) row.wrong("Event ID", "is missing");
  event.id = "polecat-" + id;
  event.date = row.day("Event Date");
  const coding::EventType type = coding::event_type_from(row.text("Event Type"));
  if (type == coding::EventType::none) return row.wrong("Event Type", "is no PLOVER type");
  event.type = name_of(type);
  for (const std::string& name : row.list("Event Mode", ';')) {
    if (const auto* mode = ontology.mode(type, name)) event.modes.push_back(mode->name);
  }
  const std::string mode = event.modes.empty() ? std::string() : event.modes.front();
  for (const std::string& name : row.list("Contexts", ';')) {
    if (const auto context = ontology.context(name); !context.empty()) event.contexts.emplace_back(context);
  }
  event.quad_code = quad_of_words(row.text("Quad Code"));
  if (event.quad_code == 0) event.quad_code = ontology.type(type).quad;
  event.event_scale = row.number("Event Intensity", -10, 10);
  if (!event.event_scale) event.event_scale = ontology.score(type, mode);
  event.cameo = ontology.cameo_for(type, mode);
  event.goldstein = ontology.goldstein(event.cameo);
  read_side(row, "Actor", event.actors);
  read_side(row, "Recipient", event.recipients);
  event.location = place_of(row);
  report.citation.document = row.text("Story ID");
  if (report.citation.document.empty()) report.citation.document = event.id;
  report.citation.title = row.text("Headline");
  event.text = row.text("Event Text");
  report.citation.publication = row.text("Source");
  report.citation.published = row.day("Publication Date");
  report.citation.language = language_of(row.text("Language"));
  report.coder.version = row.text("Version");
}

}  // namespace attache::outputs
