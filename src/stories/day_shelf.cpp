#include "stories/day_shelf.h"

#include "base/hash.h"

#include <algorithm>

namespace attache::stories {
namespace {

constexpr std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  std::uint64_t hash = (a ^ (a >> 29)) * 0xbf58476d1ce4e5b9u + b;
  hash = (hash ^ (hash >> 32)) * 0x94d049bb133111ebu;
  return hash ^ (hash >> 31);
}

std::uint64_t code_key(const ShortCode& code) {
  return (std::uint64_t{static_cast<unsigned char>(code[0])} << 16) | (std::uint64_t{static_cast<unsigned char>(code[1])} << 8) |
         static_cast<unsigned char>(code[2]);
}

/// Who does what to whom by country, as far as both are known: what reports of one event agree in most often.
std::optional<std::uint64_t> dyad_key(const EventFacts& facts) {
  if (facts.actors.empty() || facts.recipients.empty()) return std::nullopt;
  const auto party_key = [](const Party& party) { return party.code[0] != 0 ? code_key(party.code) : std::uint64_t{party.head} << 24; };
  const std::uint64_t actor = party_key(facts.actors.front());
  const std::uint64_t recipient = party_key(facts.recipients.front());
  if (actor == 0 || recipient == 0) return std::nullopt;
  return mix(mix(mix(5, facts.type), actor), mix(recipient, facts.where.name));
}

}  // namespace

std::vector<std::uint64_t> keys_of(const Fingerprint& print, std::span<const EventFacts* const> reports,
                                   std::span<const std::uint32_t> everyday) {
  std::vector<std::uint64_t> keys = bands(print);
  const std::vector<std::uint64_t> pairs = name_pairs(print, everyday);
  keys.insert(keys.end(), pairs.begin(), pairs.end());
  for (const EventFacts* facts : reports) {
    if (const auto key = dyad_key(*facts); key && std::find(keys.begin(), keys.end(), *key) == keys.end()) keys.push_back(*key);
  }
  return keys;
}

void DayShelf::add(RememberedDocument document) {
  std::vector<const EventFacts*> facts;
  for (const RememberedReport& report : document.reports) facts.push_back(&report.facts);
  const std::uint32_t number = static_cast<std::uint32_t>(documents_.size());
  for (const std::uint64_t key : keys_of(document.print, facts)) index_.add(key, number);
  for (std::uint32_t i = 0; i < document.reports.size(); ++i) {
    reports_.add(story_key(document.story, document.reports[i].facts.type), static_cast<std::uint32_t>(report_at_.size()));
    report_at_.push_back({number, i});
  }
  for (const std::uint32_t name : document.print.names) {
    if (name != 0) ++names_[name];
  }
  documents_.push_back(std::move(document));
  if (first() == 0) return;
  // One more is no longer looked at.
  for (const std::uint32_t name : documents_[first() - 1].print.names) {
    if (const auto known = names_.find(name); known != names_.end() && --known->second == 0) names_.erase(known);
  }
}

DayShelf DayShelf::without_stale() && {
  DayShelf fresh(*limits_);
  fresh.last_used = last_used;
  for (std::size_t i = first(); i < documents_.size(); ++i) fresh.add(std::move(documents_[i]));
  return fresh;
}

std::uint64_t DayShelf::story_key(std::string_view story, std::uint8_t type) { return mix(stable_hash(story), type); }

}  // namespace attache::stories
