#pragma once
/// What is kept of a report's text to tell whether another tells the same: a few hundred bytes of fixed size.

#include <attache/date.h>
#include <attache/document.h>

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attache::stories {

/// A set's sketch: every member falls by its hash into one of the slots, and each slot keeps the least (one-permutation MinHash; Li, Owen
/// and Zhang 2012). 0 is an empty slot.
template <std::size_t slots>
using Sketch = std::array<std::uint16_t, slots>;

/// A report's text in brief. The hashes are the same on every machine.
struct Fingerprint {
  static constexpr std::int32_t no_day = INT32_MIN;

  Sketch<96> runs{};                        ///< Of the body's runs of three words.
  Sketch<32> lead{};                        ///< Of those among the body's first fifty words.
  Sketch<64> content{};                     ///< Of the stems of title and body that are not common words.
  std::array<std::uint32_t, 16> names{};    ///< The words that names are made of, the most frequent first; 0 behind the last.
  std::array<std::uint32_t, 12> numbers{};  ///< The first figures, as they come: hashes of those that count, `measure_of` others; 0 behind the last.
  std::array<std::uint16_t, 12> title{};    ///< Stems of the title that are not common words; 0 behind the last.
  std::uint16_t run_count = 0;              ///< Distinct runs of the body.
  std::uint16_t lead_count = 0;
  std::uint16_t content_count = 0;  ///< Distinct stems.
  std::uint16_t marks = 0;          ///< See `Mark`.
  std::int32_t published = no_day;  ///< Days since 1970-01-01.
  std::uint32_t opening = 0;        ///< Hash of the body's first eight words; 0 for shorter ones.
  std::uint32_t page = 0;           ///< Hash of the address without its query; 0 when unknown.
  std::uint32_t publication = 0;    ///< Hash of the publication, else of the address's host; 0 when unknown.

  /// What the page says of itself.
  enum Mark : std::uint16_t {
    corrected = 1,  ///< "Correction:", "CORRECTED", "an earlier version of this article".
    updated = 2,    ///< "UPDATE 2-", "(Updates with …)", "Updated:".
  };

  std::optional<Day> day() const;
  bool operator==(const Fingerprint&) const = default;
};

/// What a fingerprint is taken of, where there is no whole document: the sentences of records that were coded before.
struct ReportText {
  std::string_view title;
  std::string_view url;
  std::string_view publication;
  std::optional<Day> published;
  std::vector<std::string_view> paragraphs;  ///< Without the headline.
};

/// The report's fingerprint. Words beyond `most_words_printed` are left out.
Fingerprint fingerprint(const ReportText& report);
Fingerprint fingerprint(const Document& document);

/// Words of a report that are looked at: the first ones. Longer texts are rarely reports of one happening.
inline constexpr std::size_t most_words_printed = 4000;

/// The keys under which a near-duplicate of the report is found: pairs of its sketches' slots, its opening words, its address. Of two texts
/// that share half of their runs 97 in 100 share a pair of the whole text's slots alone. In no order; each at most once.
std::vector<std::uint64_t> bands(const Fingerprint& print);

/// The keys under which another report of the same happening is found: pairs of its foremost names, but for those of two of the `everyday`
/// ones.
std::vector<std::uint64_t> name_pairs(const Fingerprint& print, std::span<const std::uint32_t> everyday = {});

/// The fingerprint as bytes for a database, the same on every machine, and back; nothing for bytes that are none.
std::string to_bytes(const Fingerprint& print);
std::optional<Fingerprint> fingerprint_from_bytes(std::string_view bytes);

/// How many bytes a stored fingerprint of this version has, and the first of them. Others are of another version and cannot be compared with.
struct FingerprintBytes {
  std::size_t size = 0;
  std::uint8_t first = 0;
};
FingerprintBytes fingerprint_bytes();

}  // namespace attache::stories
