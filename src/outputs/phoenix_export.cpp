#include "outputs/phoenix_export.h"

#include "outputs/country_names.h"
#include "outputs/directed_events.h"
#include "outputs/tab_row.h"

namespace attache::outputs {
namespace {

/// Code, entity (country or body), role, and what else the code holds.
void write_actor(TabRow& row, const Entity* entity, const CameoActor& actor) {
  if (!entity || actor.code.empty()) {
    row.nothing(4);
    return;
  }
  const bool country = !actor.country.empty() && actor.group.empty();
  // Bodies are named by the first letters of their code, which repeat as their first type.
  const std::string body =
      country || actor.types.empty() || !actor.code.starts_with(actor.types.front()) ? actor.country : actor.code.substr(0, 3);
  const std::size_t first_role = !body.empty() && !actor.types.empty() && body == actor.types.front() ? 1 : 0;
  const std::string role = first_role < actor.types.size() ? actor.types[first_role] : std::string();
  std::vector<std::string> attributes;
  if (!actor.group.empty()) attributes.push_back(actor.group);
  if (!actor.religion.empty()) attributes.push_back(actor.religion);
  for (std::size_t i = first_role + 1; i < actor.types.size(); ++i) attributes.push_back(actor.types[i]);
  row.text(actor.code).text(body).text(role).texts(attributes, ";");
}

}  // namespace

int phoenix_quad(std::string_view cameo) {
  const auto root = cameo_root(cameo);
  if (root.empty() || root <= "02") return 0;
  if (root <= "05") return 1;
  if (root <= "08") return 2;
  return root <= "13" || root == "16" ? 3 : 4;
}

const std::vector<std::string_view>& phoenix_columns() {
  static const std::vector<std::string_view> kColumns = {"EventID",
                                                         "Date",
                                                         "Year",
                                                         "Month",
                                                         "Day",
                                                         "SourceActorFull",
                                                         "SourceActorEntity",
                                                         "SourceActorRole",
                                                         "SourceActorAttribute",
                                                         "TargetActorFull",
                                                         "TargetActorEntity",
                                                         "TargetActorRole",
                                                         "TargetActorAttribute",
                                                         "EventCode",
                                                         "EventRootCode",
                                                         "QuadClass",
                                                         "GoldsteinScore",
                                                         "Issues",
                                                         "Lat",
                                                         "Lon",
                                                         "LocationName",
                                                         "StateName",
                                                         "CountryCode",
                                                         "SentenceID",
                                                         "URLs",
                                                         "NewsSources"};
  return kColumns;
}

void append_phoenix(const Report& report, const ExportOptions& options, std::string& out, LeftOut& left_out) {
  if (!fits_cameo_format(report, options, left_out)) return;
  const Event& event = report.event;
  const std::uint64_t day = compact_day(*event.date);
  for (const DirectedEvent& directed : directed_events(report.event, row_id(report, options))) {
    TabRow row(out, "");
    row.whole(directed.number).whole(day).whole(day / 10000).whole(day / 100 % 100).whole(day % 100);
    write_actor(row, directed.source, directed.source_code);
    write_actor(row, directed.target, directed.target_code);
    row.text(directed.cameo).text(cameo_root(directed.cameo)).whole(static_cast<std::uint64_t>(phoenix_quad(directed.cameo)));
    row.number(goldstein_for(report, directed.cameo, options)).texts(event.contexts, ";");
    if (event.location) {
      row.number(event.location->latitude)
          .number(event.location->longitude)
          .text(event.location->name)
          .text(event.location->region)
          .text(event.location->country);
    } else {
      row.nothing(5);
    }
    row.text(report.citation.document + "_" + std::to_string(event.sequence + 1))
        .text(report.citation.url)
        .text(report.citation.publication);
    row.end();
  }
}

const std::vector<std::string_view>& dyad_columns() {
  static const std::vector<std::string_view> kColumns = {"Date", "Source", "Target", "CAMEO", "Goldstein"};
  return kColumns;
}

void append_dyads(const Report& report, const ExportOptions& options, std::string& out, LeftOut& left_out) {
  if (!fits_cameo_format(report, options, left_out)) return;
  bool any = false;
  for (const DirectedEvent& directed : directed_events(report.event, row_id(report, options))) {
    if (directed.source_code.code.empty() || directed.target_code.code.empty()) continue;
    any = true;
    TabRow row(out, "");
    row.iso(report.event.date).text(directed.source_code.code).text(directed.target_code.code).text(directed.cameo);
    row.number(goldstein_for(report, directed.cameo, options)).end();
  }
  if (!any) ++left_out.uncoded;
}

}  // namespace attache::outputs
