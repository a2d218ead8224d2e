#include "outputs/icews_export.h"

#include "outputs/cameo_words.h"
#include "outputs/country_names.h"
#include "outputs/directed_events.h"
#include "outputs/tab_row.h"

#include <algorithm>
#include <array>

namespace attache::outputs {
namespace {

struct Pair {
  std::string_view sector;
  std::string_view words;
};

constexpr std::array written = {Pair{"AGR", "Agricultural"},
                                Pair{"BUS", "Business"},
                                Pair{"COP", "Government,Police"},
                                Pair{"CRM", "Criminals / Gangs"},
                                Pair{"CVL", "General Population / Civilian / Social"},
                                Pair{"EDU", "Education"},
                                Pair{"ELI", "Elite"},
                                Pair{"GOV", "Government"},
                                Pair{"JRN", "Media"},
                                Pair{"JUD", "Government,Judicial"},
                                Pair{"LAB", "Labor"},
                                Pair{"LEG", "Government,Legislative / Parliamentary"},
                                Pair{"MED", "Medical / Health"},
                                Pair{"MIL", "Government,Military"},
                                Pair{"OPP", "Parties,Opposition"},
                                Pair{"PRM", "Unidentified Forces"},
                                Pair{"PTY", "Parties"},
                                Pair{"REB", "Dissident,Rebel"},
                                Pair{"REF", "Refugees / Displaced"},
                                Pair{"REL", "Religious"},
                                Pair{"SOC", "Social"},
                                Pair{"SPY", "Government,Intelligence"},
                                Pair{"UAF", "Unidentified Forces"}};

/// The more particular word decides, whatever stands beside it: the first of these that a list has.
constexpr std::array read = {Pair{"MIL", "Military"},
                             Pair{"COP", "Police"},
                             Pair{"SPY", "Intelligence"},
                             Pair{"JUD", "Judicial"},
                             Pair{"LEG", "Legislative / Parliamentary"},
                             Pair{"REB", "Rebel"},
                             Pair{"REB", "Insurgents"},
                             Pair{"REB", "Separatists"},
                             Pair{"REB", "Radicals / Extremists / Fundamentalists"},
                             Pair{"CRM", "Criminals / Gangs"},
                             Pair{"REB", "Dissident"},
                             Pair{"UAF", "Unidentified Forces"},
                             Pair{"JRN", "Media"},
                             Pair{"JRN", "News"},
                             Pair{"OPP", "Opposition"},
                             Pair{"BUS", "Business"},
                             Pair{"EDU", "Education"},
                             Pair{"REL", "Religious"},
                             Pair{"LAB", "Labor"},
                             Pair{"MED", "Medical / Health"},
                             Pair{"MED", "Health"},
                             Pair{"REF", "Refugees / Displaced"},
                             Pair{"AGR", "Agricultural"},
                             Pair{"PTY", "Parties"},
                             Pair{"GOV", "Government"},
                             Pair{"GOV", "Executive"},
                             Pair{"ELI", "Elite"},
                             Pair{"CVL", "General Population / Civilian / Social"},
                             Pair{"CVL", "Civilian"},
                             Pair{"SOC", "Social"}};

/// Bodies that belong to no country, as sectors.
std::string_view body_words(std::string_view code) {
  if (code == "UNO" || code == "IGO" || code == "EUR") return "International Government Organization";
  if (code == "NGO") return "Nongovernmental Organization (International)";
  if (code == "MNC") return "Business,Multinational Corporation";
  if (code == "IMG" || code == "ISM") return "Dissident,International Dissident";
  return {};
}

/// ICEWS' names are canonical, or say what kind of actor of which country it is: "Military (Egypt)".
std::string name_of(const Entity& entity) {
  if (!entity.identifier_text.empty()) return entity.identifier_text;
  const auto country = icews_country_name(entity.code);
  if (country.empty()) return entity.text;
  if (entity.sector.empty()) return std::string(country);
  const auto words = icews_sectors(entity.sector);
  if (words.empty()) return entity.text;
  const auto last = words.substr(words.rfind(',') + 1);
  return std::string(last) + " (" + std::string(country) + ")";
}

std::string sectors_of(const Entity& entity) {
  std::string list;
  const auto add = [&](std::string_view words) {
    if (words.empty()) return;
    if (!list.empty()) list += ',';
    list += words;
  };
  add(body_words(entity.code));
  add(icews_sectors(entity.sector));
  for (const std::string& sector : entity.other_sectors) add(icews_sectors(sector));
  return list;
}

void write_actor(TabRow& row, const Entity* entity) {
  if (!entity) {
    row.nothing(3);
    return;
  }
  row.text(name_of(*entity)).text(sectors_of(*entity)).text(icews_country_name(entity->code));
}

void write_place(TabRow& row, const std::optional<Location>& place) {
  if (!place) {
    row.nothing(6);
    return;
  }
  const bool country = place->resolution == "country", region = place->resolution == "region", district = place->resolution == "district";
  row.text(country || region || district ? std::string() : place->name).text(district ? place->name : std::string());
  row.text(region ? place->name : country ? std::string() : place->region).text(icews_country_name(place->country));
  row.number(place->latitude).number(place->longitude);
}

}  // namespace

const std::vector<std::string_view>& icews_columns() {
  static const std::vector<std::string_view> kColumns = {
      "Event ID",  "Event Date",  "Source Name",    "Source Sectors", "Source Country", "Event Text",      "CAMEO Code",
      "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID",       "Sentence Number", "Publisher",
      "City",      "District",    "Province",       "Country",        "Latitude",       "Longitude"};
  return kColumns;
}

std::string_view icews_sectors(std::string_view sector) {
  const auto found = std::find_if(written.begin(), written.end(), [&](const Pair& pair) { return pair.sector == sector; });
  return found == written.end() ? std::string_view{} : found->words;
}

std::string_view sector_of_icews(std::string_view word) {
  const auto found = std::find_if(read.begin(), read.end(), [&](const Pair& pair) { return pair.words == word; });
  return found == read.end() ? std::string_view{} : found->sector;
}

void append_icews(const Report& report, const ExportOptions& options, std::string& out, LeftOut& left_out) {
  if (!fits_cameo_format(report, options, left_out)) return;
  const Event& event = report.event;
  for (const DirectedEvent& directed : directed_events(report.event, row_id(report, options))) {
    TabRow row(out, "NA");
    row.whole(directed.number).iso(event.date);
    write_actor(row, directed.source);
    row.text(cameo_words(directed.cameo)).text(directed.cameo).number(goldstein_for(report, directed.cameo, options));
    write_actor(row, directed.target);
    row.whole(story_number(report)).whole(std::uint64_t{event.sequence} + 1).text(report.citation.publication);
    write_place(row, event.location);
    row.end();
  }
}

}  // namespace attache::outputs
