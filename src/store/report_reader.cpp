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

// A column as a field's kind has it.
using Row = const Statement&;
void take(Row row, int column, std::string& text) { text = row.text(column); }
void take(Row row, int column, std::vector<std::string>& items) { items = from_lines(row.text(column)); }
void take(Row row, int column, std::uint32_t& count) { count = count_in(row, column); }
void take(Row row, int column, std::uint64_t& count) { count = count_in(row, column); }
void take(Row row, int column, std::int64_t& number) { number = row.number(column); }
void take(Row row, int column, int& number) { number = static_cast<int>(row.number(column)); }
void take(Row row, int column, double& number) { number = row.real(column); }
void take(Row row, int column, std::optional<double>& number) { number = real_in(row, column); }
void take(Row row, int column, std::optional<Day>& day) { day = day_in(row, column); }
void take(Row row, int column, DatePrecision& precision) { precision = static_cast<DatePrecision>(row.number(column)); }
void take(Row row, int column, BlockKind& block) { block = static_cast<BlockKind>(row.number(column)); }
void take(Row row, int column, Modality& modality) { modality = modality_from(row.number(column), {}); }

/// What a row gives; the report is put together of it.
struct Taken {
  Event event;
  Citation citation;
  CoderVersion coder;
  std::int64_t place_number = 0;  ///< 0 where the report has no place.
  Location place;
  EventMentions mentions;
  StoredReport stored;
};

/// The column for the field that the members lead to.
template <auto... members>
void into(Row row, int column, Taken& taken) {
  take(row, column, (taken.*....*members));
}
/// Likewise, of an id.
template <auto... members>
void id_into(Row row, int column, Taken& taken) {
  (taken.*....*members) = id_in(row, column);
}

/// A column of a report's row, and what it is of the report.
struct Column {
  const char* sql;
  void (*take_from)(Row row, int column, Taken& taken);
};

/// In this order the columns are asked for and taken.
constexpr Column kColumns[] = {
    {"r.id", id_into<&Taken::event, &Event::id>},
    {"r.same_as", id_into<&Taken::event, &Event::same_as>},
    {"r.date", into<&Taken::event, &Event::date>},
    {"r.end_date", into<&Taken::event, &Event::end_date>},
    {"r.date_precision", into<&Taken::event, &Event::date_precision>},
    {"r.date_text", into<&Taken::event, &Event::date_text>},
    {"r.type", into<&Taken::event, &Event::type>},
    {"r.own_type", into<&Taken::event, &Event::own_type>},
    {"r.modes", into<&Taken::event, &Event::modes>},
    {"r.contexts", into<&Taken::event, &Event::contexts>},
    {"r.cameo", into<&Taken::event, &Event::cameo>},
    {"r.quad", into<&Taken::event, &Event::quad_code>},
    {"r.scale", into<&Taken::event, &Event::event_scale>},
    {"r.goldstein", into<&Taken::event, &Event::goldstein>},
    {"r.modality", into<&Taken::event, &Event::modality>},
    {"r.modality_cue", into<&Taken::event, &Event::modality, &Modality::cue>},
    {"r.trigger_text", into<&Taken::event, &Event::trigger>},
    {"r.trigger_first", into<&Taken::event, &Event::trigger_start>},
    {"r.trigger_past", into<&Taken::event, &Event::trigger_end>},
    {"r.confidence", into<&Taken::event, &Event::confidence>},
    {"r.reason", into<&Taken::event, &Event::reason>},
    {"s.sequence", into<&Taken::event, &Event::sequence>},
    {"s.block", into<&Taken::event, &Event::block>},
    {"s.block_index", into<&Taken::event, &Event::block_index>},
    {"s.first", into<&Taken::event, &Event::start>},
    {"s.past", into<&Taken::event, &Event::end>},
    {"s.text", into<&Taken::event, &Event::text>},
    {"d.id", into<&Taken::citation, &Citation::document>},
    {"d.url", into<&Taken::citation, &Citation::url>},
    {"d.title", into<&Taken::citation, &Citation::title>},
    {"d.publication", into<&Taken::citation, &Citation::publication>},
    {"d.language", into<&Taken::citation, &Citation::language>},
    {"d.agencies", into<&Taken::citation, &Citation::agencies>},
    {"d.published", into<&Taken::citation, &Citation::published>},
    {"c.name", into<&Taken::coder, &CoderVersion::name>},
    {"c.version", into<&Taken::coder, &CoderVersion::version>},
    {"c.lexicon", into<&Taken::coder, &CoderVersion::lexicon>},
    {"c.model", into<&Taken::coder, &CoderVersion::model>},
    {"r.place", into<&Taken::place_number>},
    {"r.place_reason", into<&Taken::place, &Location::reason>},
    {"l.name", into<&Taken::place, &Location::name>},
    {"l.country", into<&Taken::place, &Location::country>},
    {"l.region", into<&Taken::place, &Location::region>},
    {"l.region_code", into<&Taken::place, &Location::region_code>},
    {"l.latitude", into<&Taken::place, &Location::latitude>},
    {"l.longitude", into<&Taken::place, &Location::longitude>},
    {"l.geonames", into<&Taken::place, &Location::geonames_id>},
    {"l.resolution", into<&Taken::place, &Location::resolution>},
    {"r.document", into<&Taken::stored, &StoredReport::document>},
    {"r.event", into<&Taken::stored, &StoredReport::event>},
    {"r.run", into<&Taken::stored, &StoredReport::run>},
    {"r.retired", into<&Taken::stored, &StoredReport::retired>},
    {"r.merge_rule", into<&Taken::stored, &StoredReport::merge_rule>},
    {"r.merged_with", id_into<&Taken::stored, &StoredReport::merged_with>},
    {"r.beside", id_into<&Taken::stored, &StoredReport::beside>},
    {"r.contradiction", into<&Taken::stored, &StoredReport::contradiction>},
    {"e.id", id_into<&Taken::mentions, &EventMentions::event>},
    {"t.id", id_into<&Taken::mentions, &EventMentions::story>},
    {"r.told", into<&Taken::mentions, &EventMentions::reports>},
    {"r.told_sources", into<&Taken::mentions, &EventMentions::sources>},
    {"r.told_articles", into<&Taken::mentions, &EventMentions::articles>},
};

/// `mentions`: with the ids of event and story, whose tables are else not looked into.
std::string report_sql(bool mentions) {
  const auto is_mention = [](std::string_view column) { return column.starts_with("e.") || column.starts_with("t."); };
  std::string sql = "SELECT ";
  for (const auto& column : kColumns) sql.append(&column == kColumns ? "" : ", ").append(mentions || !is_mention(column.sql) ? column.sql : "NULL");
  sql +=
      " FROM reports r JOIN documents d ON d.number = r.document JOIN sentences s ON s.number = r.sentence "
      // A report that holds is what the document's last coder says; one that was retired is what its own said.
      "JOIN coders c ON c.number = iif(r.retired IS NULL, d.coder, r.coder) LEFT JOIN places l ON l.number = r.place ";
  if (mentions) sql += "JOIN events e ON e.number = r.event LEFT JOIN stories t ON t.number = d.story ";
  return sql + "WHERE r.number = ?1";
}

}  // namespace

ReportReader::ReportReader(const Connection& connection, bool mentions)
    : counts_mentions_(mentions),
      report_(connection, report_sql(mentions)),
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
  Taken taken;
  int at = 0;
  for (const auto& column : kColumns) column.take_from(report_, at++, taken);
  report_.reset();
  if (taken.place_number != 0) taken.event.location = std::move(taken.place);
  stored = std::move(taken.stored);
  stored.number = number;
  stored.report = {std::move(taken.event), std::move(taken.citation), std::move(taken.coder), std::move(taken.mentions)};

  Event& event = stored.report.event;
  read_participants(number, event);
  for (magnitudes_.bind(1, number); magnitudes_.step();) event.size.push_back({text_in(magnitudes_, 0), magnitudes_.real(1), magnitudes_.real(2)});
  magnitudes_.reset();
  for (alternatives_.bind(1, number); alternatives_.step();) event.other_locations.push_back(location_in(alternatives_, 0));
  alternatives_.reset();
  if (counts_mentions_) read_mentions(stored);
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
