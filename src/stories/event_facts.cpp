#include "stories/event_facts.h"

#include "base/hash.h"
#include "coding/ontology.h"
#include "stories/bytes.h"
#include "stories/news_words.h"

#include <algorithm>
#include <span>

namespace attache::stories {
namespace {

std::uint32_t hash_32(std::string_view text) {
  return text.empty() ? 0 : std::max<std::uint32_t>(1, static_cast<std::uint32_t>(stable_hash(text) >> 32));
}

std::uint32_t hash_words(std::span<const std::uint64_t> stems) {
  std::uint64_t hash = 0;
  for (const std::uint64_t stem : stems) hash = (hash ^ stem) * 0x9e3779b97f4a7c15u;
  return stems.empty() ? 0 : std::max<std::uint32_t>(1, static_cast<std::uint32_t>(hash >> 32));
}

/// Stems of the words that say something; of all words when none does ("he", "they").
std::vector<std::uint64_t> stems_of(std::string_view text) {
  thread_local std::vector<NewsWord> words;
  words.clear();
  append_news_words(text, false, words);
  std::vector<std::uint64_t> stems;
  for (const NewsWord& word : words) {
    if (word.content) stems.push_back(word.stem);
  }
  return stems;
}

bool has_capital(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

Party party_of(const Entity& entity) {
  Party party;
  party.code = short_code(entity.code);
  party.sector = short_code(entity.sector);
  party.identity = hash_32(entity.identifier_text);
  const std::vector<std::uint64_t> stems = stems_of(entity.text);
  party.words = hash_words(stems);
  party.head = stems.empty() ? 0 : hash_words(std::span(stems).last(1));
  party.person = !entity.office.empty() || (!entity.identifier_text.empty() && !entity.sector.empty());
  party.nameless = entity.identifier_text.empty() && !has_capital(entity.text);
  const bool elsewhere = entity.via == "coreference" || entity.via == "pronoun" || entity.via == "event";
  party.code_inferred = !entity.code.empty() && (elsewhere || party.nameless);
  return party;
}

std::uint8_t level_of(std::string_view resolution) {
  if (resolution == "country") return 1;
  if (resolution == "region") return 2;
  if (resolution == "district") return 3;
  if (resolution == "city") return 4;
  if (resolution == "site") return 5;
  return 0;
}

Where where_of(const Location& location) {
  Where where;
  where.country = short_code(location.country);
  where.region = hash_32(location.region);
  where.level = level_of(location.resolution);
  if (where.level != 1) where.name = hash_32(location.name);
  if (location.latitude && location.longitude) {
    where.has_point = true;
    where.latitude = static_cast<float>(*location.latitude);
    where.longitude = static_cast<float>(*location.longitude);
  }
  return where;
}

std::int32_t number_of(Day day) { return static_cast<std::int32_t>(day.time_since_epoch().count()); }

/// The last day that a date of that precision can mean.
Day last_day_of(Day first, DatePrecision precision) {
  const std::chrono::year_month_day date(first);
  switch (precision) {
    case DatePrecision::week:
      return first + std::chrono::days(6);
    case DatePrecision::month:
      return std::chrono::sys_days(date.year() / date.month() / std::chrono::last);
    case DatePrecision::year:
      return std::chrono::sys_days(date.year() / std::chrono::December / 31);
    case DatePrecision::decade:
      return std::chrono::sys_days((date.year() + std::chrono::years(9)) / std::chrono::December / 31);
    default:
      return first;
  }
}

}  // namespace

ShortCode short_code(std::string_view code) {
  ShortCode brief{};
  std::copy_n(code.begin(), std::min<std::size_t>(code.size(), 3), brief.begin());
  return brief;
}

EventFacts facts_of(const Event& event) {
  EventFacts facts;
  facts.type = static_cast<std::uint8_t>(coding::event_type_from(event.type));
  facts.modality = static_cast<std::uint8_t>(event.modality.negation | event.modality.future << 1 | event.modality.hypothetical << 2 |
                                             event.modality.historical << 3);
  facts.precision = static_cast<std::uint8_t>(event.date_precision);
  facts.dated_by_text = !event.date_text.empty();
  facts.sums_up = event.block == BlockKind::headline || event.block == BlockKind::lead;
  facts.told_again = !event.same_as.empty();
  if (!event.modes.empty()) facts.mode = hash_32(event.modes.front());
  const std::vector<std::uint64_t> trigger = stems_of(event.trigger);
  for (std::size_t i = 0; i < std::min(trigger.size(), facts.trigger.size()); ++i)
    facts.trigger[i] = hash_words(std::span(trigger).subspan(i, 1));
  facts.sentence = hash_32(event.text);
  if (event.date) {
    facts.first_day = number_of(*event.date);
    facts.last_day = number_of(event.end_date ? std::max(*event.end_date, *event.date) : last_day_of(*event.date, event.date_precision));
  }
  facts.confidence = static_cast<float>(event.confidence);
  if (event.location) facts.where = where_of(*event.location);
  for (const Entity& entity : event.actors) facts.actors.push_back(party_of(entity));
  for (const Entity& entity : event.recipients) facts.recipients.push_back(party_of(entity));
  for (const Magnitude& magnitude : event.size) {
    facts.counts.push_back({hash_32(magnitude.what), static_cast<float>(magnitude.low), static_cast<float>(magnitude.high)});
  }
  return facts;
}

namespace {

/// The first byte of stored facts; another number when the fields or hashes change.
constexpr std::uint8_t layout = 1;

/// Parties and counts of one event beyond this many are not kept in stored facts.
constexpr std::size_t most_listed = 255;

template <typename Visit>
void visit_code(ShortCode& code, Visit& visit) {
  for (std::size_t i = 0; i < 3; ++i) visit(code[i]);
}

template <typename Visit>
void visit_flags(std::initializer_list<bool*> flags, Visit& visit) {
  std::uint8_t bits = 0;
  std::uint8_t bit = 1;
  for (const bool* flag : flags) {
    if (*flag) bits |= bit;
    bit = static_cast<std::uint8_t>(bit << 1);
  }
  visit(bits);
  bit = 1;
  for (bool* flag : flags) {
    *flag = (bits & bit) != 0;
    bit = static_cast<std::uint8_t>(bit << 1);
  }
}

template <typename List, typename Visit, typename VisitOne>
void visit_list(List& list, Visit& visit, const VisitOne& visit_one) {
  std::uint8_t length = static_cast<std::uint8_t>(std::min(list.size(), most_listed));
  visit(length);
  list.resize(length);
  for (auto& one : list) visit_one(one);
}

/// Writes or reads every field, in one order for both.
template <typename Visit>
void visit_facts(EventFacts& facts, Visit& visit) {
  visit(facts.type);
  visit(facts.modality);
  visit(facts.precision);
  visit_flags({&facts.dated_by_text, &facts.sums_up, &facts.told_again, &facts.where.has_point}, visit);
  visit(facts.mode);
  for (std::uint32_t& stem : facts.trigger) visit(stem);
  visit(facts.sentence);
  visit(facts.first_day);
  visit(facts.last_day);
  visit(facts.confidence);
  visit_code(facts.where.country, visit);
  visit(facts.where.region);
  visit(facts.where.name);
  visit(facts.where.level);
  if (facts.where.has_point) {
    visit(facts.where.latitude);
    visit(facts.where.longitude);
  }
  const auto visit_party = [&](Party& party) {
    visit_code(party.code, visit);
    visit_code(party.sector, visit);
    visit(party.identity);
    visit(party.words);
    visit(party.head);
    visit_flags({&party.person, &party.nameless, &party.code_inferred}, visit);
  };
  visit_list(facts.actors, visit, visit_party);
  visit_list(facts.recipients, visit, visit_party);
  visit_list(facts.counts, visit, [&](Count& count) {
    visit(count.what);
    visit(count.low);
    visit(count.high);
  });
}

}  // namespace

std::string to_bytes(const EventFacts& facts) {
  std::string bytes;
  ByteWriter write(bytes);
  write(layout);
  EventFacts copy = facts;
  visit_facts(copy, write);
  return bytes;
}

std::optional<EventFacts> facts_from_bytes(std::string_view bytes) {
  ByteReader read(bytes);
  std::uint8_t first = 0;
  read(first);
  if (first != layout) return std::nullopt;
  EventFacts facts;
  visit_facts(facts, read);
  if (!read.ok() || !read.at_end()) return std::nullopt;
  return facts;
}

}  // namespace attache::stories
