/// How many records a second are read, ours and rows of other data sets, and written in each format.

#include "outputs/export_formats.h"
#include "outputs/report_json.h"
#include "reading/input_records.h"

#include <benchmark/benchmark.h>

#include <string>
#include <vector>

namespace attache::outputs {
namespace {

constexpr int kRecords = 2000;

const coding::Ontology& ontology() {
  static const coding::Ontology kOntology = *coding::Ontology::read(ATTACHE_SOURCE_DIR "/lexicon/ontology");
  return kOntology;
}

Entity party(std::string name, std::string code, std::string sector) {
  Entity entity;
  entity.text = name;
  entity.identifier_text = std::move(name);
  entity.code = std::move(code);
  entity.sector = std::move(sector);
  return entity;
}

Report made_up(int number) {
  Report report;
  Event& event = report.event;
  event.id = "0123456789ab" + std::to_string(1000 + number);
  event.date = *day_from_iso("2014-03-09") + std::chrono::days(number % 28);
  event.type = "COERCE";
  event.modes = {"arrest"};
  event.cameo = "173";
  event.quad_code = 4;
  event.event_scale = -7;
  event.goldstein = -5;
  event.actors = {party("Interior Ministry", "EGY", "COP")};
  event.recipients = {party("Fatma Yilmaz", "TUR", "JRN")};
  event.location.emplace();
  event.location->name = "Alexandria";
  event.location->country = "EGY";
  event.location->latitude = 31.2;
  event.location->longitude = 29.92;
  event.location->geonames_id = 361058;
  event.location->resolution = "city";
  event.text = "Police in Alexandria arrested the Turkish journalist Fatma Yilmaz, the interior ministry said.";
  report.citation = {"doc" + std::to_string(number), "https://news.example/" + std::to_string(number), "Journalist held", "News Example", "en", {}, event.date};
  return report;
}

ExportOptions options() {
  ExportOptions chosen;
  chosen.ontology = &ontology();
  return chosen;
}

std::string file_in(const ExportFormat& format) {
  std::string lines;
  LeftOut left_out;
  format.heading(lines);
  for (int i = 0; i < kRecords; ++i) format.append(made_up(i), options(), lines, left_out);
  return lines;
}

void reads(benchmark::State& state, const std::string& name) {
  const std::string file = file_in(*export_format(name));
  ReportReader reader(&ontology());
  std::int64_t reports = 0;
  for (auto _ : state) {
    read_records(file, Place{"events"}, false, {[&](Record&& record) { reports += reader.read(record.bytes).has_value(); }, [](const Error&) {}, [](std::string_view) {}});
  }
  state.SetItemsProcessed(reports);
}
BENCHMARK_CAPTURE(reads, ours, "jsonl");
BENCHMARK_CAPTURE(reads, gdelt, "gdelt");
BENCHMARK_CAPTURE(reads, icews, "icews");
BENCHMARK_CAPTURE(reads, polecat, "polecat");

void writes(benchmark::State& state, const std::string& name) {
  const ExportFormat& format = *export_format(name);
  std::vector<Report> reports;
  for (int i = 0; i < kRecords; ++i) reports.push_back(made_up(i));
  std::string lines;
  LeftOut left_out;
  for (auto _ : state) {
    lines.clear();
    for (const Report& report : reports) format.append(report, options(), lines, left_out);
    benchmark::DoNotOptimize(lines.data());
  }
  state.SetItemsProcessed(state.iterations() * kRecords);
}
BENCHMARK_CAPTURE(writes, ours, "jsonl");
BENCHMARK_CAPTURE(writes, gdelt, "gdelt");
BENCHMARK_CAPTURE(writes, icews, "icews");
BENCHMARK_CAPTURE(writes, polecat, "polecat");

}  // namespace
}  // namespace attache::outputs
