#include "store/schema.h"

#include <fmt/format.h>

namespace attache::store {
namespace {

constexpr std::string_view kVersion1 = R"sql(
CREATE TABLE settings (name TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;

-- What made the records.
CREATE TABLE coders (
  number INTEGER PRIMARY KEY, name TEXT NOT NULL, version TEXT NOT NULL, lexicon TEXT NOT NULL, model TEXT NOT NULL,
  UNIQUE (name, version, lexicon, model)) STRICT;
-- Every ingest: seconds since 1970; `ended` is null where it was cut off.
CREATE TABLE runs (
  number INTEGER PRIMARY KEY, started INTEGER NOT NULL, ended INTEGER, command TEXT NOT NULL, program TEXT NOT NULL,
  documents INTEGER NOT NULL DEFAULT 0, reports INTEGER NOT NULL DEFAULT 0) STRICT;

-- `day` is that of the story's first document; the others are those of all.
CREATE TABLE stories (number INTEGER PRIMARY KEY, id ANY NOT NULL, day INTEGER, documents INTEGER NOT NULL DEFAULT 0, first_day INTEGER, last_day INTEGER) STRICT;
CREATE UNIQUE INDEX stories_id ON stories (id);

-- `key` is a hash of `id`; `content` one of the page's text, 0 where only its records came. `alike` is the document of whose story it was found to be, `relation` what it
-- is to that one, `rule` and `strength` why; `original` is the document that it reprints, itself else. `fingerprint` is kept where later ones are compared with it.
CREATE TABLE documents (
  number INTEGER PRIMARY KEY, key INTEGER NOT NULL, id TEXT NOT NULL, content INTEGER NOT NULL,
  url TEXT, title TEXT, publication TEXT, language TEXT, agencies TEXT, published INTEGER,
  run INTEGER NOT NULL REFERENCES runs, coder INTEGER REFERENCES coders,
  fingerprint BLOB, story INTEGER REFERENCES stories, original INTEGER NOT NULL REFERENCES documents,
  alike INTEGER REFERENCES documents, relation TEXT, rule TEXT, strength REAL) STRICT;
CREATE INDEX documents_key ON documents (key);
CREATE INDEX documents_published ON documents (published);
CREATE INDEX documents_story ON documents (story);
-- The page as read, packed; absent where only its records came or no text is kept.
CREATE TABLE pages (document INTEGER PRIMARY KEY REFERENCES documents, page BLOB NOT NULL) STRICT;
-- What a newer coder made of a document that was there.
CREATE TABLE recodings (
  document INTEGER NOT NULL REFERENCES documents, run INTEGER NOT NULL REFERENCES runs,
  before INTEGER NOT NULL REFERENCES coders, after INTEGER NOT NULL REFERENCES coders,
  kept INTEGER NOT NULL, added INTEGER NOT NULL, retired INTEGER NOT NULL, PRIMARY KEY (document, run)) STRICT, WITHOUT ROWID;

CREATE TABLE entities (
  number INTEGER PRIMARY KEY, key INTEGER NOT NULL, code TEXT NOT NULL, sector TEXT NOT NULL, other_sectors TEXT NOT NULL,
  identifier_id TEXT NOT NULL, identifier_text TEXT NOT NULL, office TEXT NOT NULL) STRICT;
CREATE INDEX entities_key ON entities (key);
CREATE TABLE places (
  number INTEGER PRIMARY KEY, key INTEGER NOT NULL, name TEXT NOT NULL, country TEXT NOT NULL, region TEXT NOT NULL, region_code TEXT NOT NULL,
  latitude REAL, longitude REAL, geonames INTEGER NOT NULL, resolution TEXT NOT NULL) STRICT;
CREATE INDEX places_key ON places (key);
-- Words of short lists: country codes, sectors, event types, CAMEO codes.
CREATE TABLE terms (number INTEGER PRIMARY KEY, term TEXT NOT NULL UNIQUE) STRICT;
-- `text` is null where no text is kept.
CREATE TABLE sentences (
  number INTEGER PRIMARY KEY, sequence INTEGER NOT NULL, block INTEGER NOT NULL, block_index INTEGER NOT NULL,
  first INTEGER NOT NULL, past INTEGER NOT NULL, hash INTEGER NOT NULL, text TEXT) STRICT;

-- `first_report` stands for the event; days are those of its reports.
CREATE TABLE events (
  number INTEGER PRIMARY KEY, id ANY NOT NULL, first_report INTEGER NOT NULL, reports INTEGER NOT NULL DEFAULT 0, first_day INTEGER, last_day INTEGER) STRICT;
CREATE UNIQUE INDEX events_id ON events (id);
CREATE INDEX events_first_day ON events (first_day);

-- One report of one event. `merged_with` is the report that it leans on and `merge_rule` why; `beside` one that contradicts it in a single field; `facts` are kept where
-- later reports are compared with them. `told`… is how often a data set that counts says that it was. `run` and `coder` said it first; `retired` is the run that said otherwise, null while the report holds.
CREATE TABLE reports (
  number INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents, id ANY NOT NULL, same_as ANY,
  date INTEGER, end_date INTEGER, date_precision INTEGER NOT NULL, date_text TEXT,
  type TEXT NOT NULL, modes TEXT, contexts TEXT, cameo TEXT, quad INTEGER NOT NULL, scale REAL, goldstein REAL,
  modality INTEGER NOT NULL, modality_cue TEXT, trigger_text TEXT, trigger_first INTEGER NOT NULL, trigger_past INTEGER NOT NULL,
  place INTEGER REFERENCES places, place_reason TEXT, sentence INTEGER NOT NULL REFERENCES sentences, confidence REAL NOT NULL, reason TEXT,
  event INTEGER NOT NULL REFERENCES events, merge_rule TEXT, merged_with ANY, beside ANY, contradiction TEXT, facts BLOB,
  told INTEGER, told_sources INTEGER, told_articles INTEGER,
  run INTEGER NOT NULL REFERENCES runs, coder INTEGER NOT NULL REFERENCES coders, retired INTEGER REFERENCES runs) STRICT;
CREATE INDEX reports_id ON reports (document, id);
CREATE INDEX reports_event ON reports (event);
CREATE INDEX reports_sentence ON reports (sentence);
-- `side`: 0 actor, 1 recipient, 2 who says so.
CREATE TABLE participants (
  report INTEGER NOT NULL REFERENCES reports, side INTEGER NOT NULL, position INTEGER NOT NULL, entity INTEGER NOT NULL REFERENCES entities,
  text TEXT NOT NULL, first INTEGER NOT NULL, past INTEGER NOT NULL, via TEXT NOT NULL, PRIMARY KEY (report, side, position)) STRICT, WITHOUT ROWID;
CREATE INDEX participants_entity ON participants (entity, side);
CREATE TABLE magnitudes (
  report INTEGER NOT NULL REFERENCES reports, position INTEGER NOT NULL, what TEXT NOT NULL, low REAL NOT NULL, high REAL NOT NULL,
  PRIMARY KEY (report, position)) STRICT, WITHOUT ROWID;
CREATE TABLE alternatives (
  report INTEGER NOT NULL REFERENCES reports, position INTEGER NOT NULL, place INTEGER NOT NULL REFERENCES places,
  PRIMARY KEY (report, position)) STRICT, WITHOUT ROWID;
)sql";

/// One row for each pair of actor and recipient, by code and sector, of a report that holds; with what panels count, so that they read nothing else.
/// `modality` has the report's bits, 1 negation, 2 future, 4 hypothetical, 8 historical; `pairs` is how many rows the report has; scores are in hundredths,
/// confidence in thousandths; `one_a_day` is the key of the one-a-day filter; `actor`, `recipient`, sectors, `type`, `cameo` and `country` are numbers of `terms`.
constexpr std::string_view kDerived = R"sql(
CREATE TABLE facts (
  actor INTEGER NOT NULL, recipient INTEGER NOT NULL, day INTEGER NOT NULL, report INTEGER NOT NULL, pair INTEGER NOT NULL,
  pairs INTEGER NOT NULL, actor_sector INTEGER NOT NULL, recipient_sector INTEGER NOT NULL, type INTEGER NOT NULL, cameo INTEGER NOT NULL,
  quad INTEGER NOT NULL, scale INTEGER, goldstein INTEGER, modality INTEGER NOT NULL, confidence INTEGER NOT NULL,
  event INTEGER NOT NULL, original INTEGER NOT NULL, country INTEGER NOT NULL, one_a_day INTEGER NOT NULL,
  PRIMARY KEY (actor, recipient, day, report, pair)) STRICT, WITHOUT ROWID;
CREATE INDEX facts_recipient ON facts (recipient, day);
CREATE INDEX facts_type ON facts (type, day);
CREATE INDEX facts_country ON facts (country, day);
CREATE INDEX facts_day ON facts (day);
CREATE VIRTUAL TABLE evidence USING fts5 (text, content = 'sentences', content_rowid = 'number', tokenize = 'porter unicode61 remove_diacritics 2');
)sql";

/// The facts of reports that hold no longer, as far as conditions ask for them.
constexpr std::string_view kRetiredFacts = R"sql(
SELECT ta.number AS actor, tb.number AS recipient, coalesce(r.date, -1000000) AS day, r.number AS report, sa.number AS actor_sector, sb.number AS recipient_sector,
  ty.number AS type, tc.number AS cameo, r.quad AS quad, round(r.scale * 100) AS scale, round(r.goldstein * 100) AS goldstein, r.modality AS modality,
  round(r.confidence * 1000) AS confidence, r.event AS event, tp.number AS country
FROM reports r LEFT JOIN places l ON l.number = r.place
  LEFT JOIN participants pa ON pa.report = r.number AND pa.side = 0 LEFT JOIN entities a ON a.number = pa.entity
  LEFT JOIN participants pb ON pb.report = r.number AND pb.side = 1 LEFT JOIN entities b ON b.number = pb.entity
  JOIN terms ta ON ta.term = coalesce(a.code, '') JOIN terms tb ON tb.term = coalesce(b.code, '') JOIN terms sa ON sa.term = coalesce(a.sector, '')
  JOIN terms sb ON sb.term = coalesce(b.sector, '') JOIN terms ty ON ty.term = r.type JOIN terms tc ON tc.term = coalesce(r.cameo, '') JOIN terms tp ON tp.term = coalesce(l.country, '')
WHERE r.retired IS NOT NULL
)sql";

/// Types of event of the user's own stand beside PLOVER's.
constexpr std::string_view kVersion2 = "ALTER TABLE reports ADD COLUMN own_type TEXT;";

const std::string& version_1() {
  static const std::string sql = std::string(kVersion1) + std::string(kDerived);
  return sql;
}

void expect_ours(Connection& connection, std::int64_t version) {
  const auto application = connection.number("PRAGMA application_id").value_or(0);
  const bool blank = version == 0 && application == 0 && connection.number("SELECT count(*) FROM sqlite_schema") == 0;
  if (blank || application == kApplicationId) return;
  throw Failure{{ErrorKind::malformed, "a database, but not one of attache", Place{connection.path()}, "left it as it is"}};
}

std::int64_t version_of(Connection& connection) { return connection.number("PRAGMA user_version").value_or(0); }

void expect_not_newer(Connection& connection, std::int64_t version, std::int64_t newest) {
  if (version <= newest) return;
  throw Failure{{ErrorKind::unsupported, fmt::format("the database has layout {}, this program knows layouts up to {}", version, newest), Place{connection.path()},
                 "use a newer attache"}};
}

}  // namespace

std::span<const std::string_view> migrations() {
  static const std::string_view steps[] = {version_1(), kVersion2};
  return steps;
}

void migrate(Connection& connection, std::span<const std::string_view> steps) {
  const auto newest = static_cast<std::int64_t>(steps.size());
  auto version = version_of(connection);
  expect_ours(connection, version);
  expect_not_newer(connection, version, newest);
  if (version == newest) return;
  Transaction transaction(connection);
  // Another program may have been here meanwhile.
  for (version = version_of(connection); version < newest; ++version) connection.run(std::string(steps[static_cast<std::size_t>(version)]));
  connection.run(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", kApplicationId, newest));
  transaction.commit();
}

void expect_current(Connection& connection) {
  const auto version = version_of(connection);
  expect_ours(connection, version);
  if (version == 0) throw Failure{{ErrorKind::empty, "nothing in the database", Place{connection.path()}, "`attache ingest --db` fills it"}};
  expect_not_newer(connection, version, schema_version());
  if (version == schema_version()) return;
  throw Failure{{ErrorKind::unsupported, fmt::format("the database has layout {}, this program reads layout {}", version, schema_version()), Place{connection.path()},
                 "`attache doctor --mend --db` brings it up to date"}};
}

std::string_view retired_facts_sql() { return kRetiredFacts; }
std::string_view derived_tables_sql() { return kDerived; }
std::string_view drop_derived_tables_sql() { return "DROP TABLE IF EXISTS facts; DROP TABLE IF EXISTS evidence;"; }

}  // namespace attache::store
