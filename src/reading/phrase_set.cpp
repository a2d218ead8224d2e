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
    if (phrase.size() < 3) has_short_ = true;
    else beginnings_.set(place_of(phrase[0], phrase[1], phrase[2]));
  }
}

bool PhraseSet::is(std::string_view line) const {
  if (line.empty()) return false;
  const auto& candidates = by_first_[lower(line.front())];
  return std::any_of(candidates.begin(), candidates.end(), [&](std::string_view phrase) { return equal_ignoring_case(phrase, line); });
}

bool PhraseSet::begins_at(std::string_view rest) const {
  const auto& candidates = by_first_[lower(rest.front())];
  return std::any_of(candidates.begin(), candidates.end(), [&](std::string_view phrase) { return starts_ignoring_case(rest, phrase); });
}

bool PhraseSet::begins(std::string_view line) const {
  if (line.empty() || (!has_short_ && (line.size() < 3 || !beginnings_.test(place_of(line[0], line[1], line[2]))))) return false;
  return begins_at(line);
}

bool PhraseSet::is_within(std::string_view line) const {
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool may_begin = has_short_ || (i + 2 < line.size() && beginnings_.test(place_of(line[i], line[i + 1], line[i + 2])));
    if (may_begin && begins_at(line.substr(i))) return true;
  }
  return false;
}

}  // namespace attache::reading
