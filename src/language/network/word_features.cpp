#include "language/network/word_features.h"

#include "base/utf8.h"

#include <algorithm>
#include <string>
#include <unicode/uchar.h>
#include <zlib.h>

namespace attache::language {
namespace {

constexpr std::size_t kMostNgrams = 40;

std::uint32_t hash_of(char seed, std::string_view text) {
  const auto start = crc32(0, reinterpret_cast<const Bytef*>(&seed), 1);
  return static_cast<std::uint32_t>(crc32(start, reinterpret_cast<const Bytef*>(text.data()), static_cast<uInt>(text.size())));
}

/// Byte offsets at which the text's code points begin, and its end.
std::vector<std::size_t> starts_of(std::string_view text) {
  std::vector<std::size_t> starts;
  for (std::size_t byte = 0; byte < text.size(); ++byte) {
    if ((text[byte] & 0xC0) != 0x80) starts.push_back(byte);
  }
  starts.push_back(text.size());
  return starts;
}

}  // namespace

std::uint32_t form_hash(std::string_view lower) { return hash_of('1', lower); }

std::string shape_of(std::string_view form) {
  std::string shape;
  char32_t last = 0;
  int run = 0;
  for (std::size_t byte = 0; byte < form.size();) {
    const char32_t c = next_code_point(form, byte);
    const auto u = static_cast<UChar32>(c);
    const char32_t kind = u_isupper(u) ? U'X' : u_islower(u) ? U'x' : u_isdigit(u) ? U'd' : c;
    run = kind == last ? run + 1 : 0;
    last = kind;
    if (run <= 2) append_code_point(shape, kind);
  }
  return shape;
}

WordFeatures features_of(std::string_view form, const FeatureTables& tables) {
  WordFeatures features;
  const std::string lower = to_lower(form);
  const auto at = starts_of(lower);
  const std::size_t length = at.size() - 1;
  const auto first = [&](std::size_t n) { return std::string_view(lower).substr(0, at[std::min(n, length)]); };
  const auto last = [&](std::size_t n) { return std::string_view(lower).substr(at[length - std::min(n, length)]); };
  const std::uint32_t hash = form_hash(lower);
  const auto known = std::lower_bound(tables.form_hashes.begin(), tables.form_hashes.end(), hash);
  if (known != tables.form_hashes.end() && *known == hash) {
    features.form = tables.form_rows[static_cast<std::size_t>(known - tables.form_hashes.begin())];
  }
  features.affix[0] = hash_of('3', first(3)) % tables.affixes;
  features.affix[1] = hash_of('4', last(3)) % tables.affixes;
  features.affix[2] = hash_of('6', last(2)) % tables.affixes;
  features.affix[3] = hash_of('5', shape_of(form)) % tables.affixes;

  const std::string bracketed = '<' + lower + '>';
  const auto points = starts_of(bracketed);
  for (std::size_t n = 3; n <= 5; ++n) {
    for (std::size_t i = 0; i + n < points.size() && features.ngrams.size() < kMostNgrams; ++i) {
      const std::string_view ngram(bracketed.data() + points[i], points[i + n] - points[i]);
      features.ngrams.push_back(hash_of(static_cast<char>('0' + n), ngram) % tables.ngrams);
    }
  }
  if (features.ngrams.empty()) features.ngrams.push_back(0);
  return features;
}

}  // namespace attache::language
