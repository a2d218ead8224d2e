#include "knowledge/places/country_codes.h"
#include "outputs/cameo_actor.h"
#include "outputs/data_set_import.h"

#include <algorithm>
#include <charconv>

namespace attache::outputs {
namespace {

void read_actor(const RowCells& row, const std::string& prefix, std::vector<Entity>& side) {
  Entity entity;
  entity.text = row.text(prefix + "Name");
  const std::string code = row.text(prefix + "Code");
  if (entity.text.empty() && code.empty()) return;
  entity.via = "gdelt";
  // The columns say it more surely than the letters of the whole code.
  const std::string country_code = row.text(prefix + "CountryCode");
  if (const auto country = country_from_cameo(country_code); !country.empty()) entity.code = country;
  std::string parts = row.text(prefix + "KnownGroupCode");
  for (const char* type : {"Type1Code", "Type2Code", "Type3Code"}) parts += row.text(prefix + type);
  parts += row.text(prefix + "Religion1Code");
  const bool known = entity_from_cameo(parts, entity) || !entity.code.empty();
  if (!known) entity_from_cameo(code, entity);
  if (entity.text.empty()) entity.text = code;
  side.push_back(std::move(entity));
}

std::string country_of_fips(std::string_view fips) {
  if (fips.empty()) return {};
  const auto all = knowledge::all_country_codes();
  const auto found = std::find_if(all.begin(), all.end(), [&](const knowledge::CountryCodes& codes) { return codes.fips == fips; });
  if (found == all.end()) {
    // GDELT has the parts of Palestine apart.
    return fips == "WE" || fips == "GZ" ? "PSE" : std::string();
  }
  return found->iso3 == "XKX" ? "KOS" : std::string(found->iso3);
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

std::optional<Location> place_of(const RowCells& row) {
  const std::string full_name = row.text("ActionGeo_FullName");
  const std::string type = row.text("ActionGeo_Type");
  if (full_name.empty() || type.empty() || type == "0") return std::nullopt;
  Location place;
  const std::string_view name = full_name;
  const auto first = name.find(','), last = name.rfind(',');
  place.name = trimmed(name.substr(0, first));
  if (last != first) place.region = trimmed(name.substr(first + 1, last - first - 1));
  const std::string fips = row.text("ActionGeo_CountryCode"), division = row.text("ActionGeo_ADM1Code");
  place.country = country_of_fips(fips);
  if (division.size() > fips.size() && division.starts_with(fips)) place.region_code = division.substr(fips.size());
  place.latitude = row.number("ActionGeo_Lat", -90, 90);
  place.longitude = row.number("ActionGeo_Long", -180, 180);
  place.resolution = type == "1" ? "country" : type == "2" || type == "5" ? "region" : "city";
  const std::string feature = row.text("ActionGeo_FeatureID");
  // Our own files have GeoNames' numbers here.
  if (feature.starts_with("GN")) std::from_chars(feature.data() + 2, feature.data() + feature.size(), place.geonames_id);
  return place;
}

}  // namespace

void import_gdelt(const RowCells& row, const coding::Ontology& ontology, Report& report) {
  Event& event = report.event;
  const std::string id = row.text("GLOBALEVENTID");
  if (id.empty()) row.wrong("GLOBALEVENTID", "is missing");
  event.id = "gdelt-" + id;
  event.date = row.day("SQLDATE");
  const std::string code = mended_cameo(row.text("EventCode"), row.text("EventRootCode"), ontology);
  if (code.empty()) return row.wrong("EventCode", "is no CAMEO code");
  set_cameo(code, ontology, event);
  // GDELT's values are of an older numbering; what the file says is kept.
  if (const auto goldstein = row.number("GoldsteinScale", -10, 10)) event.goldstein = goldstein;
  read_actor(row, "Actor1", event.actors);
  read_actor(row, "Actor2", event.recipients);
  event.location = place_of(row);
  report.citation.url = row.text("SOURCEURL");
  report.citation.document = report.citation.url.empty() ? event.id : report.citation.url;
  report.citation.published = row.day("DATEADDED");
  EventMentions& mentions = report.mentions.emplace();
  mentions.reports = row.count("NumMentions");
  mentions.sources = row.count("NumSources");
  mentions.articles = row.count("NumArticles");
  mentions.first = report.citation.published;
}

}  // namespace attache::outputs
