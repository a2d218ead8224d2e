#include "outputs/gdelt_export.h"

#include "knowledge/places/country_codes.h"
#include "outputs/country_names.h"
#include "outputs/directed_events.h"
#include "outputs/tab_row.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cmath>

namespace attache::outputs {
namespace {

enum class Version { one, two };

std::string upper(const std::string& text) {
  std::string result;
  icu::UnicodeString::fromUTF8(text).toUpper(icu::Locale::getRoot()).toUTF8String(result);
  return result;
}

/// GDELT names actors in capitals: persons and bodies by their name, countries by theirs, others by their words.
std::string actor_name(const Entity& entity) {
  if (!entity.identifier_text.empty()) return upper(entity.identifier_text);
  if (entity.sector.empty() && !country_name(entity.code).empty()) return upper(std::string(country_name(entity.code)));
  return upper(entity.text);
}

void write_actor(TabRow& row, const Entity* entity, const CameoActor& code) {
  if (!entity) {
    row.nothing(10);
    return;
  }
  row.text(code.code).text(actor_name(*entity)).text(code.country).text(code.group).nothing().text(code.religion).nothing();
  for (std::size_t i = 0; i < 3; ++i) row.text(i < code.types.size() ? code.types[i] : std::string());
}

std::string fips_of(const std::string& country) {
  const auto* codes = knowledge::country_codes(country == "KOS" ? "XKX" : country);
  return codes ? std::string(codes->fips) : std::string();
}

/// 1 a country, 2 a state of the United States, 3 a place in one, 4 a place elsewhere, 5 a first-order division elsewhere; 0 nowhere.
int place_type(const Location& place) {
  const bool american = place.country == "USA";
  if (place.resolution == "country") return 1;
  if (place.resolution == "region") return american ? 2 : 5;
  return american ? 3 : 4;
}

/// "Lyon, Auvergne-Rhone-Alpes, France": from the smallest to the largest, each once.
std::string full_name(const Location& place) {
  std::string name = place.name;
  if (!place.region.empty() && place.region != place.name) name += ", " + place.region;
  const auto country = country_name(place.country);
  if (!country.empty() && country != place.name) name += ", " + std::string(country);
  return name;
}

/// GDELT's own numbers of features are not GeoNames'; the letters keep the two apart. Countries have their FIPS code.
std::string feature_of(const Location& place) {
  if (place.resolution == "country") return fips_of(place.country);
  return place.geonames_id ? "GN" + std::to_string(place.geonames_id) : std::string();
}

void write_place(TabRow& row, const std::optional<Location>& place, Version version) {
  if (!place) {
    row.whole(0).nothing(version == Version::two ? 7 : 6);
    return;
  }
  Location known = *place;
  if (known.country == "KOS") known.country = "XKX";
  row.whole(static_cast<std::uint64_t>(place_type(*place)))
      .text(full_name(*place))
      .text(fips_of(place->country))
      .text(knowledge::admin1_code(known));
  if (version == Version::two) row.nothing();
  row.number(place->latitude).number(place->longitude).text(feature_of(*place));
}

/// The year and how much of it is over, with months of thirty days counted from nought, as GDELT reckons.
double fraction_date(Day day) {
  const std::chrono::year_month_day date(day);
  return static_cast<int>(date.year()) + ((static_cast<unsigned>(date.month()) - 1) * 30 + static_cast<unsigned>(date.day())) / 365.0;
}

/// Told at the head of the report: in the headline, the lead or the first paragraph.
bool is_root(const Event& event) { return event.block == BlockKind::headline || event.block == BlockKind::lead || event.sequence <= 1; }

/// The day the event was first told; where no report has one, the event's own.
Day added(const Report& report, const ExportOptions& options) {
  if (options.merged_events && report.mentions && report.mentions->first) return *report.mentions->first;
  return report.citation.published ? *report.citation.published : *report.event.date;
}

std::uint64_t at_midnight(Day day) { return compact_day(day) * 1000000; }

/// Where the report can be found: its address, or else what it is known by.
const std::string& address_of(const Citation& citation) { return citation.url.empty() ? citation.document : citation.url; }

void append_events(const Report& report, const ExportOptions& options, std::string& out, LeftOut& left_out, Version version) {
  if (!fits_cameo_format(report, options, left_out)) return;
  const Event& event = report.event;
  const std::uint64_t day = compact_day(*event.date);
  const EventMentions once{{}, {}, 1, 1, 1, {}, {}};
  const EventMentions& counts = options.merged_events && report.mentions ? *report.mentions : once;
  for (const DirectedEvent& directed : directed_events(event, row_id(report, options))) {
    TabRow row(out, "");
    row.whole(directed.number).whole(day).whole(day / 100).whole(day / 10000).fixed(fraction_date(*event.date), 4);
    write_actor(row, directed.source, directed.source_code);
    write_actor(row, directed.target, directed.target_code);
    row.whole(is_root(event)).text(directed.cameo).text(directed.cameo.substr(0, 3)).text(cameo_root(directed.cameo));
    row.whole(static_cast<std::uint64_t>(cameo_quad(directed.cameo))).number(goldstein_for(report, directed.cameo, options));
    for (const auto count : {counts.reports, counts.sources, counts.articles}) row.whole(std::max<std::uint64_t>(1, count));
    row.nothing();  // The tone of a text is not measured.
    write_place(row, std::nullopt, version);
    write_place(row, std::nullopt, version);
    write_place(row, event.location, version);
    row.whole(version == Version::two ? at_midnight(added(report, options)) : compact_day(added(report, options)))
        .text(address_of(report.citation));
    row.end();
  }
}

/// The host of an address without `www.`; the publication where there is no address.
std::string source_name(const Citation& citation) {
  std::string_view host = citation.url;
  const auto scheme = host.find("://");
  if (scheme == std::string_view::npos) return citation.publication;
  host.remove_prefix(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#:"));
  if (host.starts_with("www.")) host.remove_prefix(4);
  return std::string(host);
}

void write_offset(TabRow& row, const Entity* entity) {
  if (entity) {
    row.whole(entity->start);
  } else {
    row.text("-1");
  }
}

}  // namespace

void append_gdelt(const Report& report, const ExportOptions& options, std::string& out, LeftOut& left_out) {
  append_events(report, options, out, left_out, Version::two);
}

void append_gdelt1(const Report& report, const ExportOptions& options, std::string& out, LeftOut& left_out) {
  append_events(report, options, out, left_out, Version::one);
}

void append_gdelt_mentions(const Report& report, const ExportOptions& options, std::string& out, LeftOut& left_out) {
  if (!fits_cameo_format(report, options, left_out)) return;
  const Event& event = report.event;
  const Day published = report.citation.published ? *report.citation.published : *event.date;
  const bool web = !report.citation.url.empty();
  for (const DirectedEvent& directed : directed_events(event, row_id(report, options))) {
    TabRow row(out, "");
    row.whole(directed.number).whole(at_midnight(added(report, options))).whole(at_midnight(published)).whole(web ? 1 : 2);
    row.text(source_name(report.citation)).text(address_of(report.citation)).whole(std::uint64_t{event.sequence} + 1);
    write_offset(row, directed.source);
    write_offset(row, directed.target);
    row.whole(event.trigger_start).whole(1).whole(static_cast<std::uint64_t>(std::lround(std::max(event.confidence, 0.1) * 10)) * 10);
    row.nothing(4);  // Length, tone and translation of the text are not known here.
    row.end();
  }
}

}  // namespace attache::outputs
