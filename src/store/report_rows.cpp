#include "store/report_rows.h"

#include "base/hash.h"
#include "store/lines.h"
#include "store/pairs.h"
#include "store/record_id.h"
#include "store/schema.h"
#include "stories/policy.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace attache::store {
namespace {

std::optional<std::int64_t> hundredths(const std::optional<double>& score) {
  if (!score) return std::nullopt;
  return std::llround(*score * 100);
}

/// So many rows of `facts` are held back at most.
constexpr std::size_t kMostHeldBack = 100'000;

/// So many of them are written by one statement, which opens the table and its four indices once for all.
constexpr std::size_t kFactsAtOnce = 16;
constexpr int kFactColumns = 19;

std::string add_facts_sql(std::size_t rows) {
  std::string sql = "INSERT INTO facts (actor, recipient, day, report, pair, pairs, actor_sector, recipient_sector, type, cameo, quad, scale, goldstein, modality, confidence, event, original, "
                    "country, one_a_day) VALUES ";
  for (std::size_t row = 0; row < rows; ++row) {
    sql += row == 0 ? "(?" : ", (?";
    for (int column = 1; column < kFactColumns; ++column) sql += ", ?";
    sql += ')';
  }
  return sql;
}

}  // namespace

/// A row of `facts`.
struct ReportRows::Fact {
  std::int64_t actor = 0, recipient = 0, day = 0, report = 0, pair = 0, pairs = 0, actor_sector = 0, recipient_sector = 0, type = 0, cameo = 0, quad = 0;
  std::optional<std::int64_t> scale, goldstein;
  std::int64_t modality = 0, confidence = 0, event = 0, original = 0, country = 0, one_a_day = 0;
};

std::int64_t modality_bits(const Modality& modality) {
  return (modality.negation ? 1 : 0) | (modality.future ? 2 : 0) | (modality.hypothetical ? 4 : 0) | (modality.historical ? 8 : 0);
}

Modality modality_from(std::int64_t bits, std::string_view cue) {
  return {(bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0, std::string(cue)};
}

ReportRows::ReportRows(Connection& connection, Dictionaries& dictionaries, bool keep_text)
    : dictionaries_(dictionaries),
      connection_(connection),
      keep_text_(keep_text),
      add_report_(connection, "INSERT INTO reports (document, id, same_as, date, end_date, date_precision, date_text, type, modes, contexts, cameo, quad, scale, goldstein, modality, "
                              "modality_cue, trigger_text, trigger_first, trigger_past, place, place_reason, sentence, confidence, reason, event, merge_rule, run, coder, number, told, told_sources, told_articles, merged_with, beside, contradiction, facts, own_type) "
                              "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33, ?34, ?35, ?36, ?37)"),
      add_participant_(connection, "INSERT INTO participants (report, side, position, entity, text, first, past, via) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"),
      add_magnitude_(connection, "INSERT INTO magnitudes (report, position, what, low, high) VALUES (?1, ?2, ?3, ?4, ?5)"),
      add_alternative_(connection, "INSERT INTO alternatives (report, position, place) VALUES (?1, ?2, ?3)"),
      add_sentence_(connection, "INSERT INTO sentences (sequence, block, block_index, first, past, hash, text) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"),
      add_evidence_(connection, "INSERT INTO evidence (rowid, text) VALUES (?1, ?2)"),
      add_fact_(connection, add_facts_sql(1)),
      add_facts_(connection, add_facts_sql(kFactsAtOnce)),
      retire_(connection, "UPDATE reports SET retired = ?2 WHERE number = ?1"),
      pairs_of_(connection, kPairsSql),
      remove_fact_(connection, "DELETE FROM facts WHERE actor = ?1 AND recipient = ?2 AND day = ?3 AND report = ?4"),
      move_(connection, "UPDATE reports SET event = ?2 WHERE number = ?1"),
      move_fact_(connection, "UPDATE facts SET event = ?5 WHERE actor = ?1 AND recipient = ?2 AND day = ?3 AND report = ?4") {}

ReportRows::~ReportRows() = default;

void ReportRows::add(const Event& event, const ReportPlacement& placement) {
  const auto sentence_number = sentence(event);
  const auto modes = to_lines(event.modes);
  const auto contexts = to_lines(event.contexts);
  const auto reason = to_lines(event.reason);
  auto& row = add_report_;
  row.bind(1, placement.document);
  bind_id(row, 2, event.id);
  bind_id(row, 3, event.same_as);
  row.bind(4, days(event.date)).bind(5, days(event.end_date)).bind(6, static_cast<std::int64_t>(event.date_precision)).bind_known(7, event.date_text);
  row.bind(8, std::string_view(event.type)).bind_known(9, modes).bind_known(10, contexts).bind_known(11, event.cameo);
  row.bind(12, std::int64_t{event.quad_code}).bind(13, event.event_scale).bind(14, event.goldstein);
  row.bind(15, modality_bits(event.modality)).bind_known(16, event.modality.cue);
  row.bind_known(17, event.trigger).bind(18, std::int64_t{event.trigger_start}).bind(19, std::int64_t{event.trigger_end});
  if (event.location) {
    row.bind(20, dictionaries_.place(*event.location)).bind_known(21, event.location->reason);
  } else {
    row.bind_null(20).bind_null(21);
  }
  row.bind(22, sentence_number).bind(23, event.confidence).bind_known(24, reason);
  row.bind(25, placement.event).bind_known(26, placement.merge_rule).bind(27, placement.run).bind(28, placement.coder).bind(29, placement.number);
  if (const auto* told = placement.told) {
    row.bind(30, static_cast<std::int64_t>(told->reports)).bind(31, static_cast<std::int64_t>(told->sources)).bind(32, static_cast<std::int64_t>(told->articles));
  } else {
    row.bind_null(30).bind_null(31).bind_null(32);
  }
  bind_id(row, 33, placement.merged_with);
  bind_id(row, 34, placement.beside);
  row.bind_known(35, placement.contradiction);
  placement.facts.empty() ? row.bind_null(36) : row.bind_blob(36, std::as_bytes(std::span(placement.facts)));
  row.bind_known(37, event.own_type);
  row.run();
  const auto report = placement.number;
  add_participants(report, event);
  for (std::size_t i = 0; i < event.size.size(); ++i) {
    const auto& magnitude = event.size[i];
    add_magnitude_.bind(1, report).bind(2, static_cast<std::int64_t>(i)).bind(3, std::string_view(magnitude.what)).bind(4, magnitude.low).bind(5, magnitude.high).run();
  }
  for (std::size_t i = 0; i < event.other_locations.size(); ++i) {
    const auto place = dictionaries_.place(event.other_locations[i]);
    add_alternative_.bind(1, report).bind(2, static_cast<std::int64_t>(i)).bind(3, place).run();
  }
  add_facts(report, event, placement);
}

std::int64_t ReportRows::sentence(const Event& event) {
  const bool same = last_sentence_ != 0 && last_place_.sequence == event.sequence && last_place_.block_index == event.block_index && last_place_.start == event.start &&
                    last_place_.end == event.end && last_place_.block == event.block && last_place_.text == event.text;
  if (same) return last_sentence_;
  const auto hash = event.text.empty() ? std::int64_t{0} : static_cast<std::int64_t>(stable_hash(event.text));
  auto& row = add_sentence_;
  row.bind(1, std::int64_t{event.sequence}).bind(2, static_cast<std::int64_t>(event.block)).bind(3, std::int64_t{event.block_index});
  row.bind(4, std::int64_t{event.start}).bind(5, std::int64_t{event.end}).bind(6, hash).bind_known(7, keep_text_ ? std::string_view(event.text) : std::string_view());
  row.run();
  last_sentence_ = connection_.last_row();
  if (keep_text_ && !event.text.empty()) add_evidence_.bind(1, last_sentence_).bind(2, std::string_view(event.text)).run();
  last_place_.sequence = event.sequence;
  last_place_.block_index = event.block_index;
  last_place_.start = event.start;
  last_place_.end = event.end;
  last_place_.block = event.block;
  last_place_.text = event.text;
  return last_sentence_;
}

void ReportRows::add_participants(std::int64_t report, const Event& event) {
  for (std::size_t i = 0; i < event.actors.size(); ++i) add_participant(report, 0, i, event.actors[i]);
  for (std::size_t i = 0; i < event.recipients.size(); ++i) add_participant(report, 1, i, event.recipients[i]);
  if (event.attribution) add_participant(report, 2, 0, *event.attribution);
}

void ReportRows::add_participant(std::int64_t report, int side, std::size_t position, const Entity& entity) {
  const auto number = dictionaries_.entity(entity);
  auto& row = add_participant_;
  row.bind(1, report).bind(2, std::int64_t{side}).bind(3, static_cast<std::int64_t>(position)).bind(4, number).bind(5, std::string_view(entity.text));
  row.bind(6, std::int64_t{entity.start}).bind(7, std::int64_t{entity.end}).bind(8, std::string_view(entity.via)).run();
}

void ReportRows::add_facts(std::int64_t report, const Event& event, const ReportPlacement& placement) {
  const auto actors = parties_of(event.actors);
  const auto recipients = parties_of(event.recipients);
  const auto pairs = static_cast<std::int64_t>(actors.size() * recipients.size());
  const auto type = dictionaries_.term(event.type);
  const auto cameo = dictionaries_.term(event.cameo);
  const auto country = dictionaries_.term(event.location ? std::string_view(event.location->country) : std::string_view());
  const auto one_a_day = static_cast<std::int64_t>(stories::one_a_day_key(event, placement.published));
  Fact fact{.day = days(event.date).value_or(kNoDay), .report = report, .pairs = pairs, .type = type, .cameo = cameo, .quad = event.quad_code,
            .scale = hundredths(event.event_scale), .goldstein = hundredths(event.goldstein), .modality = modality_bits(event.modality),
            .confidence = std::llround(event.confidence * 1000), .event = placement.event, .original = placement.original, .country = country, .one_a_day = one_a_day};
  for (const auto& actor : actors) {
    for (const auto& recipient : recipients) {
      fact.actor = dictionaries_.term(actor.code);
      fact.recipient = dictionaries_.term(recipient.code);
      fact.actor_sector = dictionaries_.term(actor.sector);
      fact.recipient_sector = dictionaries_.term(recipient.sector);
      facts_.push_back(fact);
      ++fact.pair;
    }
  }
  if (facts_.size() >= kMostHeldBack) flush();
}

/// Binds the fact's columns behind the parameter of that number.
void ReportRows::bind_fact(Statement& row, int behind, const Fact& fact) {
  for (const auto number : {fact.actor, fact.recipient, fact.day, fact.report, fact.pair, fact.pairs, fact.actor_sector, fact.recipient_sector, fact.type, fact.cameo, fact.quad}) row.bind(++behind, number);
  row.bind(behind + 1, fact.scale).bind(behind + 2, fact.goldstein);
  behind += 2;
  for (const auto number : {fact.modality, fact.confidence, fact.event, fact.original, fact.country, fact.one_a_day}) row.bind(++behind, number);
}

void ReportRows::flush() {
  std::ranges::sort(facts_, {}, [](const Fact& fact) { return std::tie(fact.actor, fact.recipient, fact.day, fact.report, fact.pair); });
  std::size_t at = 0;
  for (; at + kFactsAtOnce <= facts_.size(); at += kFactsAtOnce) {
    for (std::size_t i = 0; i < kFactsAtOnce; ++i) bind_fact(add_facts_, static_cast<int>(i) * kFactColumns, facts_[at + i]);
    add_facts_.run();
  }
  for (; at < facts_.size(); ++at) {
    bind_fact(add_fact_, 0, facts_[at]);
    add_fact_.run();
  }
  facts_.clear();
}

void ReportRows::retire(std::int64_t report, std::int64_t run) {
  flush();
  pairs_of_.bind(1, report);
  while (pairs_of_.step()) {
    const auto day = pairs_of_.is_null(2) ? kNoDay : pairs_of_.number(2);
    remove_fact_.bind(1, dictionaries_.term(pairs_of_.text(0))).bind(2, dictionaries_.term(pairs_of_.text(1))).bind(3, day).bind(4, report).run();
  }
  pairs_of_.reset();
  retire_.bind(1, report).bind(2, run).run();
}

void ReportRows::move(std::int64_t report, std::int64_t event) {
  flush();
  pairs_of_.bind(1, report);
  while (pairs_of_.step()) {
    const auto day = pairs_of_.is_null(2) ? kNoDay : pairs_of_.number(2);
    move_fact_.bind(1, dictionaries_.term(pairs_of_.text(0))).bind(2, dictionaries_.term(pairs_of_.text(1))).bind(3, day).bind(4, report).bind(5, event).run();
  }
  pairs_of_.reset();
  move_.bind(1, report).bind(2, event).run();
}

}  // namespace attache::store
