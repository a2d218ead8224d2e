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

/// A column of a report's row, and what it is of the report.
struct Column {
  const char* sql;
  void (*take)(const Statement& row, int at, StoredReport& stored);
};

template <auto member>
void event_text(const Statement& row, int at, StoredReport& stored) {
  stored.report.event.*member = text_in(row, at);
}
template <auto member>
void event_texts(const Statement& row, int at, StoredReport& stored) {
  stored.report.event.*member = from_lines(row.text(at));
}
template <auto member>
void event_count(const Statement& row, int at, StoredReport& stored) {
  stored.report.event.*member = count_in(row, at);
}
template <auto member>
void event_real(const Statement& row, int at, StoredReport& stored) {
  stored.report.event.*member = real_in(row, at);
}
template <auto member>
void event_day(const Statement& row, int at, StoredReport& stored) {
  stored.report.event.*member = day_in(row, at);
}
template <auto member>
void event_id(const Statement& row, int at, StoredReport& stored) {
  stored.report.event.*member = id_in(row, at);
}
template <auto member>
void citation_text(const Statement& row, int at, StoredReport& stored) {
  stored.report.citation.*member = text_in(row, at);
}
template <auto member>
void coder_text(const Statement& row, int at, StoredReport& stored) {
  stored.report.coder.*member = text_in(row, at);
}
template <auto member>
void mentions_id(const Statement& row, int at, StoredReport& stored) {
  (*stored.report.mentions).*member = id_in(row, at);
}
template <auto member>
void mentions_count(const Statement& row, int at, StoredReport& stored) {
  (*stored.report.mentions).*member = count_in(row, at);
}
template <auto member>
void stored_number(const Statement& row, int at, StoredReport& stored) {
  stored.*member = row.number(at);
}
template <auto member>
void stored_text(const Statement& row, int at, StoredReport& stored) {
  stored.*member = text_in(row, at);
}
template <auto member>
void stored_id(const Statement& row, int at, StoredReport& stored) {
  stored.*member = id_in(row, at);
}
template <auto member>
void place_text(const Statement& row, int at, StoredReport& stored) {
  if (stored.report.event.location) (*stored.report.event.location).*member = text_in(row, at);
}
template <auto member>
void place_real(const Statement& row, int at, StoredReport& stored) {
  if (stored.report.event.location) (*stored.report.event.location).*member = real_in(row, at);
}

using Row = const Statement&;

/// In this order the columns are asked for and taken.
constexpr Column kColumns[] = {
    {"r.id", event_id<&Event::id>},
    {"r.same_as", event_id<&Event::same_as>},
    {"r.date", event_day<&Event::date>},
    {"r.end_date", event_day<&Event::end_date>},
    {"r.date_precision", [](Row row, int at, StoredReport& stored) { stored.report.event.date_precision = static_cast<DatePrecision>(row.number(at)); }},
    {"r.date_text", event_text<&Event::date_text>},
    {"r.type", event_text<&Event::type>},
    {"r.own_type", event_text<&Event::own_type>},
    {"r.modes", event_texts<&Event::modes>},
    {"r.contexts", event_texts<&Event::contexts>},
    {"r.cameo", event_text<&Event::cameo>},
    {"r.quad", [](Row row, int at, StoredReport& stored) { stored.report.event.quad_code = static_cast<int>(row.number(at)); }},
    {"r.scale", event_real<&Event::event_scale>},
    {"r.goldstein", event_real<&Event::goldstein>},
    {"r.modality", [](Row row, int at, StoredReport& stored) { stored.report.event.modality = modality_from(row.number(at), {}); }},
    {"r.modality_cue", [](Row row, int at, StoredReport& stored) { stored.report.event.modality.cue = text_in(row, at); }},
    {"r.trigger_text", event_text<&Event::trigger>},
    {"r.trigger_first", event_count<&Event::trigger_start>},
    {"r.trigger_past", event_count<&Event::trigger_end>},
    {"r.confidence", [](Row row, int at, StoredReport& stored) { stored.report.event.confidence = row.real(at); }},
    {"r.reason", event_texts<&Event::reason>},
    {"s.sequence", event_count<&Event::sequence>},
    {"s.block", [](Row row, int at, StoredReport& stored) { stored.report.event.block = static_cast<BlockKind>(row.number(at)); }},
    {"s.block_index", event_count<&Event::block_index>},
    {"s.first", event_count<&Event::start>},
    {"s.past", event_count<&Event::end>},
    {"s.text", event_text<&Event::text>},
    {"d.id", citation_text<&Citation::document>},
    {"d.url", citation_text<&Citation::url>},
    {"d.title", citation_text<&Citation::title>},
    {"d.publication", citation_text<&Citation::publication>},
    {"d.language", citation_text<&Citation::language>},
    {"d.agencies", [](Row row, int at, StoredReport& stored) { stored.report.citation.agencies = from_lines(row.text(at)); }},
    {"d.published", [](Row row, int at, StoredReport& stored) { stored.report.citation.published = day_in(row, at); }},
    {"c.name", coder_text<&CoderVersion::name>},
    {"c.version", coder_text<&CoderVersion::version>},
    {"c.lexicon", coder_text<&CoderVersion::lexicon>},
    {"c.model", coder_text<&CoderVersion::model>},
    // A place is there or not before what is known of it.
    {"r.place", [](Row row, int at, StoredReport& stored) { if (!row.is_null(at)) stored.report.event.location.emplace(); }},
    {"r.place_reason", place_text<&Location::reason>},
    {"l.name", place_text<&Location::name>},
    {"l.country", place_text<&Location::country>},
    {"l.region", place_text<&Location::region>},
    {"l.region_code", place_text<&Location::region_code>},
    {"l.latitude", place_real<&Location::latitude>},
    {"l.longitude", place_real<&Location::longitude>},
    {"l.geonames", [](Row row, int at, StoredReport& stored) { if (stored.report.event.location) stored.report.event.location->geonames_id = count_in(row, at); }},
    {"l.resolution", place_text<&Location::resolution>},
    {"r.document", stored_number<&StoredReport::document>},
    {"r.event", stored_number<&StoredReport::event>},
    {"r.run", stored_number<&StoredReport::run>},
    {"r.retired", stored_number<&StoredReport::retired>},
    {"r.merge_rule", stored_text<&StoredReport::merge_rule>},
    {"r.merged_with", stored_id<&StoredReport::merged_with>},
    {"r.beside", stored_id<&StoredReport::beside>},
    {"r.contradiction", stored_text<&StoredReport::contradiction>},
    {"e.id", mentions_id<&EventMentions::event>},
    {"t.id", mentions_id<&EventMentions::story>},
    {"r.told", mentions_count<&EventMentions::reports>},
    {"r.told_sources", mentions_count<&EventMentions::sources>},
    {"r.told_articles", mentions_count<&EventMentions::articles>},
};

std::string report_sql() {
  std::string sql = "SELECT ";
  for (const auto& column : kColumns) sql.append(&column == kColumns ? "" : ", ").append(column.sql);
  return sql +
         " FROM reports r JOIN documents d ON d.number = r.document JOIN sentences s ON s.number = r.sentence JOIN events e ON e.number = r.event "
         // A report that holds is what the document's last coder says; one that was retired is what its own said.
         "JOIN coders c ON c.number = iif(r.retired IS NULL, d.coder, r.coder) LEFT JOIN places l ON l.number = r.place LEFT JOIN stories t ON t.number = d.story "
         "WHERE r.number = ?1";
}

}  // namespace

ReportReader::ReportReader(const Connection& connection)
    : report_(connection, report_sql()),
      participants_(connection, "SELECT p.side, p.text, p.first, p.past, p.via, e.code, e.sector, e.other_sectors, e.identifier_id, e.identifier_text, e.office "
                                "FROM participants p JOIN entities e ON e.number = p.entity WHERE p.report = ?1 ORDER BY p.side, p.position"),
      magnitudes_(connection, "SELECT what, low, high FROM magnitudes WHERE report = ?1 ORDER BY position"),
      alternatives_(connection, "SELECT l.name, l.country, l.region, l.region_code, l.latitude, l.longitude, l.geonames, l.resolution "
                                "FROM alternatives a JOIN places l ON l.number = a.place WHERE a.report = ?1 ORDER BY a.position"),
      mentions_(connection, "SELECT count(*), count(DISTINCT r.document), count(DISTINCT coalesce(d.publication, d.id)), min(d.published), max(d.published) "
                            "FROM reports r JOIN documents d ON d.number = r.document WHERE r.event = ?1 AND r.retired IS NULL") {}

bool ReportReader::read(std::int64_t number, StoredReport& stored) {
  report_.bind(1, number);
  if (!report_.step()) {
    report_.reset();
    return false;
  }
  stored = {};
  stored.number = number;
  stored.report.mentions.emplace();
  int at = 0;
  for (const auto& column : kColumns) column.take(report_, at++, stored);
  report_.reset();

  Event& event = stored.report.event;
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
