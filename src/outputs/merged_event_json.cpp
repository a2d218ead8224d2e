#include "outputs/merged_event_json.h"

#include "outputs/json.h"
#include "outputs/report_json.h"
#include "stories/magnitudes.h"
#include "stories/merged_event.h"

#include <algorithm>
#include <set>
#include <vector>

namespace attache::outputs {
namespace {

std::vector<stories::Figure> figures_of(std::span<const ToldReport> reports) {
  std::vector<stories::Figure> figures;
  for (const ToldReport& told : reports) {
    const Event& event = told.report.event;
    for (const Magnitude& magnitude : event.size) {
      const bool official = event.attribution && !event.attribution->code.empty();
      figures.push_back({magnitude, event.id, told.source, official, told.report.citation.published});
    }
  }
  return figures;
}

void write_figure(JsonWriter& json, std::string_view name, const stories::Figure& figure) {
  json.key(name);
  json.begin_object();
  json.key("low");
  json.value(figure.magnitude.low);
  json.key("high");
  json.value(figure.magnitude.high);
  json.field("report", figure.report);
  json.end_object();
}

void write_magnitudes(JsonWriter& json, std::span<const ToldReport> reports) {
  const auto combined = stories::combine(figures_of(reports));
  if (combined.empty()) return;
  json.key("size");
  json.begin_object();
  for (const stories::CombinedMagnitude& magnitude : combined) {
    json.key(magnitude.what);
    json.begin_object();
    json.key("low");
    json.value(magnitude.low);
    json.key("high");
    json.value(magnitude.high);
    json.number("reports", magnitude.reports);
    write_figure(json, "latest", magnitude.latest);
    write_figure(json, "best_sourced", magnitude.best_sourced);
    json.number("sources", magnitude.sources);
    json.end_object();
  }
  json.end_object();
}

void write_report(JsonWriter& json, const ToldReport& told) {
  const Event& event = told.report.event;
  json.begin_object();
  json.field("report", event.id);
  json.field("citation", told.report.citation.document);
  json.field("with", told.decision.with);
  if (!told.decision.with.empty()) json.field("rule", told.decision.rule.to_text());
  json.field("beside", told.decision.beside);
  json.field("contradiction", told.decision.contradiction);
  json.field("event_text", event.trigger);
  json.number("trigger_start", event.trigger_start);
  json.number("trigger_end", event.trigger_end);
  json.number("block_index", event.block_index);
  json.field("text", event.text);
  json.end_object();
}

/// Days of publication of the first and the last report, and in how many documents and publications the event is told.
void write_spread(JsonWriter& json, std::span<const ToldReport> reports) {
  std::set<std::string> documents, publications, sources;
  std::optional<Day> first, last;
  for (const ToldReport& told : reports) {
    const Citation& citation = told.report.citation;
    documents.insert(citation.document);
    sources.insert(told.source);
    if (!citation.publication.empty()) publications.insert(citation.publication);
    if (!citation.published) continue;
    first = first ? std::min(*first, *citation.published) : *citation.published;
    last = last ? std::max(*last, *citation.published) : *citation.published;
  }
  json.number("documents", documents.size());
  json.number("sources", sources.size());
  json.number("publications", publications.size());
  json.field("first_report", first);
  json.field("last_report", last);
}

}  // namespace

void append_merged_event_json(const std::string& story, std::span<const ToldReport> reports, std::string& out) {
  std::vector<Event> events;
  events.reserve(reports.size());
  for (const ToldReport& told : reports) events.push_back(told.report.event);
  JsonWriter json;
  json.begin_object();
  json.field("event", reports.front().decision.event);
  json.field("story", story);
  write_spread(json, reports);
  write_magnitudes(json, reports);
  json.key("reports");
  json.begin_array();
  for (const ToldReport& told : reports) write_report(json, told);
  json.end_array();
  json.end_object();
  // The record of the whole stands last, as any other record is written.
  Report whole = reports.front().report;
  whole.event = stories::merged_event(events);
  out += json.line().substr(0, json.line().size() - 1);
  out += ",\"record\":";
  append_report_json(whole, out);
  out.pop_back();
  out += "}\n";
}

void append_story_document_json(const stories::DocumentDecision& decision, const Citation& citation, std::string& out) {
  JsonWriter json;
  json.begin_object();
  json.field("citation", decision.document);
  json.field("story", decision.story);
  json.field("likeness", decision.like.empty() ? "first" : decision.correction ? "correction" : stories::name_of(decision.likeness));
  json.field("like", decision.like);
  json.field("rule", decision.because);
  if (!decision.like.empty()) {
    json.key("strength");
    json.value(decision.strength);
  }
  json.field("title", citation.title);
  json.field("url", citation.url);
  json.field("published", citation.published);
  json.end_object();
  out += json.line();
  out += '\n';
}

}  // namespace attache::outputs
