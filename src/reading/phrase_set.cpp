#include "reading/phrase_set.h"

#include "reading/text.h"

#include <algorithm>

namespace attache::reading {
namespace {

unsigned char lower(char c) { return static_cast<unsigned char>(is_upper(c) ? c + 32 : c); }

}  // namespace

PhraseSet::PhraseSet(std::span<const std::string_view> phrases) {
  for (const auto phrase : phrases) {
    by_first_[lower(phrase.front())].push_back(phrase);
    if (phrase.size() > 1) beginnings_.set(slot_of(lower(phrase[0]), lower(phrase[1])));
  }
}

bool PhraseSet::is(std::string_view line) const {
  if (line.empty()) return false;
  const auto& candidates = by_first_[lower(line.front())];
  return std::any_of(candidates.begin(), candidates.end(), [&](std::string_view phrase) { return equal_ignoring_case(phrase, line); });
}

bool PhraseSet::begins(std::string_view line) const {
  if (line.size() < 2 || !beginnings_.test(slot_of(lower(line[0]), lower(line[1])))) return false;
  const auto& candidates = by_first_[lower(line.front())];
  return std::any_of(candidates.begin(), candidates.end(), [&](std::string_view phrase) { return starts_ignoring_case(line, phrase); });
}

bool PhraseSet::is_within(std::string_view line) const {
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    if (begins(line.substr(i))) return true;
  }
  return false;
}

}  // namespace attache::reading
