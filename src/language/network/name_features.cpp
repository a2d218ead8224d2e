#include "language/network/name_features.h"

#include "base/utf8.h"
#include "language/network/word_features.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <unicode/uchar.h>
#include <zlib.h>

namespace attache::language {
namespace {

constexpr std::size_t kLongestName = 6;  // words of a lexicon name that is looked for
constexpr std::size_t kAround = 2;       // a word this near to a capital may belong to a name
constexpr int kMostSteps = 4;            // from a name's word up to the word that the name hangs by
constexpr std::size_t kWholeNames = 3;   // kinds of them: person, organisation, place
constexpr std::uint32_t kNoGovernor = 1;

/// One hash of several. The multipliers are those of Fibonacci hashing and of MurmurHash3's finishing step.
std::uint32_t mixed(std::initializer_list<std::uint32_t> values) {
  std::uint32_t hash = 0x811C9DC5u;
  for (const std::uint32_t value : values) {
    hash = (hash ^ value) * 0x9E3779B1u;
    hash ^= hash >> 15;
  }
  hash *= 0x85EBCA77u;
  return hash ^ (hash >> 13);
}

/// What of a sentence's words the templates ask for, with room for two beyond either end.
struct Columns {
  explicit Columns(std::size_t words) : form(words + 4), shape(words + 4), tag(words + 4), mark(words + 4) {}
  std::vector<std::uint32_t> form, shape, tag, mark;
};

/// For each word of a name: the word that the whole name hangs by.
std::size_t top_of(std::span<const TaggedWord> words, std::size_t word) {
  static const std::uint32_t flat = text_hash("flat"), compound = text_hash("compound");
  for (int step = 0; step < kMostSteps; ++step) {
    if (words[word].head < 0 || (words[word].relation != flat && words[word].relation != compound)) break;
    word = static_cast<std::size_t>(words[word].head);
  }
  return word;
}

}  // namespace

std::uint32_t text_hash(std::string_view text) {
  return static_cast<std::uint32_t>(crc32(0, reinterpret_cast<const Bytef*>(text.data()), static_cast<uInt>(text.size())));
}

WordHashes hashes_of(std::string_view form) {
  const std::string lower = to_lower(form);
  std::vector<std::size_t> starts;
  WordHashes hashes;
  for (std::size_t byte = 0; byte < lower.size();) {
    starts.push_back(byte);
    next_code_point(lower, byte);
  }
  starts.push_back(lower.size());
  const std::size_t length = starts.size() - 1, few = std::min<std::size_t>(3, length);
  hashes.form = form_hash(lower);
  hashes.shape = text_hash(shape_of(form));
  hashes.prefix = text_hash(std::string_view(lower).substr(0, starts[few]));
  hashes.suffix = text_hash(std::string_view(lower).substr(starts[length - few]));
  for (std::size_t byte = 0; byte < form.size() && !hashes.capital;) hashes.capital = u_isupper(static_cast<UChar32>(next_code_point(form, byte))) != 0;
  return hashes;
}

std::vector<std::uint32_t> NameList::marks(std::span<const TaggedWord> words) const {
  std::vector<std::uint32_t> marks(words.size());
  std::array<std::size_t, kWholeNames> free{};
  for (std::size_t first = 0; first < words.size(); ++first) {
    if (!words[first].hashes.capital) continue;
    std::uint32_t hash = 0;
    std::array<std::size_t, kWholeNames> longest{};
    for (std::size_t length = 1; length <= std::min(kLongestName, words.size() - first); ++length) {
      hash = (hash * 0x01000193u) ^ words[first + length - 1].hashes.form;
      const auto found = std::lower_bound(hashes.begin(), hashes.end(), hash);
      if (found == hashes.end() || *found != hash) continue;
      const std::uint32_t of = kinds[static_cast<std::size_t>(found - hashes.begin())];
      for (std::size_t kind = 0; kind < kWholeNames; ++kind) {
        if ((of >> kind & 1u) != 0) longest[kind] = length;
      }
      if (length == 1) marks[first] |= of >> kWholeNames << 2 * kWholeNames;
    }
    for (std::size_t kind = 0; kind < kWholeNames; ++kind) {
      if (longest[kind] == 0 || free[kind] > first) continue;
      free[kind] = first + longest[kind];
      for (std::size_t i = first; i < free[kind]; ++i) marks[i] |= (longest[kind] == 1 ? 1u : i == first ? 2u : 3u) << 2 * kind;
    }
  }
  return marks;
}

void find_name_runs(std::span<const TaggedWord> words, const NameList& lexicon, NameRuns& found) {
  static const std::uint32_t case_relation = text_hash("case");
  found.runs.clear();
  found.rows.clear();
  std::vector<bool> candidate(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].hashes.capital) continue;
    for (std::size_t k = i < kAround ? 0 : i - kAround; k < std::min(words.size(), i + kAround + 1); ++k) candidate[k] = true;
  }
  if (std::find(candidate.begin(), candidate.end(), true) == candidate.end()) return;

  Columns column(words.size());
  const auto marks = lexicon.marks(words);
  std::vector<std::uint32_t> case_of(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    column.form[i + 2] = words[i].hashes.form;
    column.shape[i + 2] = words[i].hashes.shape;
    column.tag[i + 2] = words[i].tag;
    column.mark[i + 2] = marks[i];
    if (words[i].relation != case_relation || words[i].head < 0) continue;
    auto& marker = case_of[static_cast<std::size_t>(words[i].head)];
    if (marker == 0) marker = words[i].hashes.form;
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!candidate[i]) continue;
    if (i == 0 || !candidate[i - 1]) found.runs.push_back({i, found.rows.size(), 0});
    ++found.runs.back().count;
    const std::size_t top = top_of(words, i);
    const std::uint32_t relation = words[top].relation, marker = case_of[top], phrase = words[top].hashes.form, start = i == 0 ? 1 : 0;
    const std::uint32_t governor = words[top].head < 0 ? kNoGovernor : words[static_cast<std::size_t>(words[top].head)].hashes.form;
    const std::uint32_t *w = &column.form[i + 2], *s = &column.shape[i + 2], *t = &column.tag[i + 2], *g = &column.mark[i + 2];
    const std::array<std::uint32_t, kNameTemplates> hashed = {
        mixed({0}), mixed({1, w[0]}), mixed({2, w[-1]}), mixed({3, w[1]}), mixed({4, w[-2]}), mixed({5, w[2]}), mixed({6, w[-1], w[0]}),
        mixed({7, w[0], w[1]}), mixed({8, s[0]}), mixed({9, s[-1], s[0]}), mixed({10, s[0], s[1]}), mixed({11, s[-1], s[0], s[1]}),
        mixed({12, words[i].hashes.prefix}), mixed({13, words[i].hashes.suffix}), mixed({14, t[0]}), mixed({15, t[-1], t[0]}), mixed({16, t[0], t[1]}),
        mixed({17, g[0]}), mixed({18, g[-1], g[0]}), mixed({19, g[0], g[1]}), mixed({20, g[0], w[1]}), mixed({21, g[0], w[-1]}), mixed({22, g[0], s[0]}),
        mixed({23, g[0], t[0], start}), mixed({24, relation}), mixed({25, relation, governor}), mixed({26, governor}), mixed({27, marker}),
        mixed({28, marker, g[0]}), mixed({29, phrase}), mixed({30, w[0], s[0]}), mixed({31, w[-1], s[0]}), mixed({32, w[1], s[0]}),
        mixed({33, phrase, s[0]}), mixed({34, g[-1], g[0], g[1]}),
    };
    NameRows rows{};
    for (std::size_t n = 0; n < kNameTemplates; ++n) rows[n] = hashed[n] % kNameRows;
    for (std::size_t n = 0; n < kOwnTemplates.size(); ++n) {
      rows[kNameTemplates + n] = static_cast<std::uint32_t>((std::uint64_t{rows[kOwnTemplates[n]]} * 2654435761u + 40503) % kNameRows) + kNameRows;
    }
    found.rows.push_back(rows);
  }
}

}  // namespace attache::language
