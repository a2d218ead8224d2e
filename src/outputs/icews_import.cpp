#include "outputs/country_names.h"
#include "outputs/data_set_import.h"
#include "outputs/icews_export.h"

#include <algorithm>

namespace attache::outputs {
namespace {

bool has(const std::vector<std::string>& words, std::string_view part) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return word.find(part) != std::string::npos; });
}

/// A body of no country, by its name or its sectors.
std::string_view body_of(const std::string& name, const std::vector<std::string>& sectors) {
  if (name == "United Nations" || name.starts_with("UN ") || name.starts_with("United Nations ")) return "UNO";
  if (name == "European Union" || name.starts_with("European Commission") || name.starts_with("European Parliament")) return "EUR";
  if (has(sectors, "International Government Organization") || has(sectors, "Regional ") || has(sectors, "Global ")) return "IGO";
  if (has(sectors, "Nongovernmental Organization") || has(sectors, "NGO")) return "NGO";
  if (has(sectors, "Multinational Corporation")) return "MNC";
  if (has(sectors, "International Dissident")) return "IMG";
  return {};
}

void read_actor(const RowCells& row, const std::string& prefix, std::vector<Entity>& side) {
  Entity entity;
  entity.text = row.text(prefix + " Name");
  if (entity.text.empty()) return;
  entity.via = "icews";
  entity.identifier_text = entity.text;
  entity.code = country_named(row.text(prefix + " Country"));
  const auto words = row.list(prefix + " Sectors", ',');
  if (entity.code.empty()) entity.code = body_of(entity.text, words);
  // ICEWS names the wider sector first and the narrower ones behind it: the narrowest decides.
  const auto rank = [](std::string_view sector) {
    static constexpr std::string_view kNarrowFirst[] = {"MIL", "COP", "SPY", "JUD", "LEG", "REB", "CRM", "UAF", "JRN", "OPP", "BUS",
                                                        "EDU", "REL", "LAB", "MED", "REF", "AGR", "PTY", "GOV", "ELI", "CVL", "SOC"};
    return std::find(std::begin(kNarrowFirst), std::end(kNarrowFirst), sector) - std::begin(kNarrowFirst);
  };
  std::vector<std::string> sectors;
  for (const std::string& word : words) {
    const auto sector = sector_of_icews(word);
    if (!sector.empty() && std::find(sectors.begin(), sectors.end(), sector) == sectors.end()) sectors.emplace_back(sector);
  }
  std::stable_sort(sectors.begin(), sectors.end(), [&](const std::string& a, const std::string& b) { return rank(a) < rank(b); });
  if (!sectors.empty()) {
    entity.sector = sectors.front();
    // Every service is its government's; that says nothing more.
    for (std::size_t i = 1; i < sectors.size(); ++i) {
      if (sectors[i] != "GOV" && sectors[i] != "SOC") entity.other_sectors.push_back(sectors[i]);
    }
  }
  side.push_back(std::move(entity));
}

std::optional<Location> place_of(const RowCells& row) {
  const std::string city = row.text("City"), district = row.text("District"), province = row.text("Province"),
                    country = row.text("Country");
  Location place;
  place.country = country_named(country);
  place.region = province;
  if (!city.empty()) {
    place.name = city;
    place.resolution = "city";
  } else if (!district.empty()) {
    place.name = district;
    place.resolution = "district";
  } else if (!province.empty()) {
    place.name = province;
    place.resolution = "region";
  } else if (!country.empty()) {
    place.name = country;
    place.resolution = "country";
  } else {
    return std::nullopt;
  }
  place.latitude = row.number("Latitude", -90, 90);
  place.longitude = row.number("Longitude", -180, 180);
  return place;
}

}  // namespace

void import_icews(const RowCells& row, const coding::Ontology& ontology, Report& report) {
  Event& event = report.event;
  const std::string id = row.text("Event ID");
  if (id.empty()) row.wrong("Event ID", "is missing");
  event.date = row.day("Event Date");
  // ICEWS gives some ids twice, on different days.
  if (event.date) event.id = "icews-" + id + "-" + to_iso(*event.date);
  const std::string code = mended_cameo(row.text("CAMEO Code"), {}, ontology);
  if (code.empty()) return row.wrong("CAMEO Code", "is no CAMEO code");
  set_cameo(code, ontology, event);
  if (const auto intensity = row.number("Intensity", -10, 10)) event.goldstein = intensity;
  event.trigger = row.text("Event Text");
  read_actor(row, "Source", event.actors);
  read_actor(row, "Target", event.recipients);
  event.location = place_of(row);
  if (const auto sentence = row.count("Sentence Number"); sentence > 0)
    event.sequence = static_cast<std::uint32_t>(std::min<std::uint64_t>(sentence - 1, UINT32_MAX));
  const std::string story = row.text("Story ID");
  report.citation.document = story.empty() ? event.id : "icews-story-" + story;
  report.citation.publication = row.text("Publisher");
}

}  // namespace attache::outputs
