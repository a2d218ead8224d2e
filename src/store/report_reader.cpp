#include "store/report_reader.h"

#include "store/lines.h"
#include "store/record_id.h"
#include "store/report_rows.h"

#include <algorithm>

namespace attache::store {
namespace {

std::optional<Day> day_in(const Statement& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return Day(std::chrono::days(row.number(column)));
}

std::optional<double> real_in(const Statement& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return row.real(column);
}

std::string text_in(const Statement& row, int column) { return std::string(row.text(column)); }
std::uint32_t count_in(const Statement& row, int column) { return static_cast<std::uint32_t>(row.number(column)); }

/// The place whose columns begin there: name, country, region, region_code, latitude, longitude, geonames, resolution.
Location location_in(const Statement& row, int column) {
  return {text_in(row, column),     text_in(row, column + 1), text_in(row, column + 2),  text_in(row, column + 3), real_in(row, column + 4),
          real_in(row, column + 5), count_in(row, column + 6), text_in(row, column + 7), {}};
}

constexpr std::string_view kReportSql =
    "SELECT r.id, r.same_as, r.date, r.end_date, r.date_precision, r.date_text, r.type, r.modes, r.contexts, r.cameo, r.quad, r.scale, r.goldstein, "  // 0
    "r.modality, r.modality_cue, r.trigger_text, r.trigger_first, r.trigger_past, r.place_reason, r.confidence, r.reason, "                             // 13
    "s.sequence, s.block, s.block_index, s.first, s.past, s.text, "                                                                                  // 21
    "d.id, d.url, d.title, d.publication, d.language, d.agencies, d.published, "                                                                     // 27
    "c.name, c.version, c.lexicon, c.model, "                                                                                                        // 34
    "r.place, l.name, l.country, l.region, l.region_code, l.latitude, l.longitude, l.geonames, l.resolution, "                                        // 38
    "r.document, r.event, e.id, r.merge_rule, t.id, r.run, r.retired, r.told, r.told_sources, r.told_articles, r.merged_with, r.beside, r.contradiction "                                                                           // 47
    "FROM reports r JOIN documents d ON d.number = r.document JOIN sentences s ON s.number = r.sentence JOIN events e ON e.number = r.event "
    // A report that holds is what the document's last coder says; one that was retired is what its own said.
    "JOIN coders c ON c.number = iif(r.retired IS NULL, d.coder, r.coder) LEFT JOIN places l ON l.number = r.place LEFT JOIN stories t ON t.number = d.story "
    "WHERE r.number = ?1";

}  // namespace

ReportReader::ReportReader(const Connection& connection)
    : report_(connection, kReportSql),
      participants_(connection, "SELECT p.side, p.text, p.first, p.past, p.via, e.code, e.sector, e.other_sectors, e.identifier_id, e.identifier_text, e.office "
                                "FROM participants p JOIN entities e ON e.number = p.entity WHERE p.report = ?1 ORDER BY p.side, p.position"),
      magnitudes_(connection, "SELECT what, low, high FROM magnitudes WHERE report = ?1 ORDER BY position"),
      alternatives_(connection, "SELECT l.name, l.country, l.region, l.region_code, l.latitude, l.longitude, l.geonames, l.resolution "
                                "FROM alternatives a JOIN places l ON l.number = a.place WHERE a.report = ?1 ORDER BY a.position"),
      mentions_(connection, "SELECT count(*), count(DISTINCT r.document), count(DISTINCT coalesce(d.publication, d.id)), min(d.published), max(d.published) "
                            "FROM reports r JOIN documents d ON d.number = r.document WHERE r.event = ?1 AND r.retired IS NULL") {}

bool ReportReader::read(std::int64_t number, StoredReport& stored) {
  const auto& row = report_;
  report_.bind(1, number);
  if (!report_.step()) {
    report_.reset();
    return false;
  }
  stored = {};
  stored.number = number;
  Event& event = stored.report.event;
  event.id = id_in(row, 0);
  event.same_as = id_in(row, 1);
  event.date = day_in(row, 2);
  event.end_date = day_in(row, 3);
  event.date_precision = static_cast<DatePrecision>(row.number(4));
  event.date_text = text_in(row, 5);
  event.type = text_in(row, 6);
  event.modes = from_lines(row.text(7));
  event.contexts = from_lines(row.text(8));
  event.cameo = text_in(row, 9);
  event.quad_code = static_cast<int>(row.number(10));
  event.event_scale = real_in(row, 11);
  event.goldstein = real_in(row, 12);
  event.modality = modality_from(row.number(13), row.text(14));
  event.trigger = text_in(row, 15);
  event.trigger_start = count_in(row, 16);
  event.trigger_end = count_in(row, 17);
  event.confidence = row.real(19);
  event.reason = from_lines(row.text(20));
  event.sequence = count_in(row, 21);
  event.block = static_cast<BlockKind>(row.number(22));
  event.block_index = count_in(row, 23);
  event.start = count_in(row, 24);
  event.end = count_in(row, 25);
  event.text = text_in(row, 26);
  if (!row.is_null(38)) {
    event.location = location_in(row, 39);
    event.location->reason = text_in(row, 18);
  }
  Citation& citation = stored.report.citation;
  citation.document = text_in(row, 27);
  citation.url = text_in(row, 28);
  citation.title = text_in(row, 29);
  citation.publication = text_in(row, 30);
  citation.language = text_in(row, 31);
  citation.agencies = from_lines(row.text(32));
  citation.published = day_in(row, 33);
  stored.report.coder = {text_in(row, 34), text_in(row, 35), text_in(row, 36), text_in(row, 37)};
  stored.document = row.number(47);
  stored.event = row.number(48);
  stored.merge_rule = text_in(row, 50);
  auto& mentions = stored.report.mentions.emplace();
  mentions.event = id_in(row, 49);
  mentions.story = id_in(row, 51);
  mentions.reports = count_in(row, 54);
  mentions.sources = count_in(row, 55);
  mentions.articles = count_in(row, 56);
  stored.run = row.number(52);
  stored.merged_with = id_in(row, 57);
  stored.beside = id_in(row, 58);
  stored.contradiction = text_in(row, 59);
  stored.retired = row.number(53);
  report_.reset();

  read_participants(number, event);
  for (magnitudes_.bind(1, number); magnitudes_.step();) event.size.push_back({text_in(magnitudes_, 0), magnitudes_.real(1), magnitudes_.real(2)});
  magnitudes_.reset();
  for (alternatives_.bind(1, number); alternatives_.step();) event.other_locations.push_back(location_in(alternatives_, 0));
  alternatives_.reset();
  read_mentions(stored);
  return true;
}

void ReportReader::read_mentions(StoredReport& stored) {
  auto& mentions = *stored.report.mentions;
  mentions_.bind(1, stored.event);
  if (mentions_.step()) {
    // A data set that counts knows more than the one record that it gives.
    mentions.reports = std::max<std::uint64_t>(mentions.reports, count_in(mentions_, 0));
    mentions.articles = std::max<std::uint64_t>(mentions.articles, count_in(mentions_, 1));
    mentions.sources = std::max<std::uint64_t>(mentions.sources, count_in(mentions_, 2));
    mentions.first = day_in(mentions_, 3);
    mentions.last = day_in(mentions_, 4);
  }
  mentions_.reset();
}

void ReportReader::read_participants(std::int64_t number, Event& event) {
  const auto& row = participants_;
  for (participants_.bind(1, number); participants_.step();) {
    Entity entity;
    entity.text = text_in(row, 1);
    entity.start = count_in(row, 2);
    entity.end = count_in(row, 3);
    entity.via = text_in(row, 4);
    entity.code = text_in(row, 5);
    entity.sector = text_in(row, 6);
    entity.other_sectors = from_lines(row.text(7));
    entity.identifier_id = text_in(row, 8);
    entity.identifier_text = text_in(row, 9);
    entity.office = text_in(row, 10);
    switch (row.number(0)) {
      case 0: event.actors.push_back(std::move(entity)); break;
      case 1: event.recipients.push_back(std::move(entity)); break;
      default: event.attribution = std::move(entity);
    }
  }
  participants_.reset();
}

}  // namespace attache::store
