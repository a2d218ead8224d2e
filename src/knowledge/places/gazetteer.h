#pragma once
/// The gazetteer: names of places and what is known about them, compiled from the tables under `lexicon/gazetteer`.

#include <attache/error.h>
#include <attache/mention.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attache::knowledge {

enum class PlaceKind : std::uint8_t { country, region, district, city, site };

/// A place as it lies in the image.
struct Place {
  std::uint32_t geonames_id;   ///< 0 when unknown.
  std::uint32_t name;          ///< Offset into the text section.
  std::int32_t latitude;       ///< Hundredths of a degree.
  std::int32_t longitude;
  std::uint32_t population;
  std::uint32_t country;       ///< Index of its country, itself for a country; `no_place` for waters and the like.
  std::uint32_t region;        ///< Index of its first-order division; `no_place` when unknown.
  std::uint16_t name_length;
  std::array<char, 4> code;    ///< Country: ISO alpha-3. Region: admin-1 code. Zero-padded.
  PlaceKind kind;
  std::uint8_t capital;        ///< 1 for the capital of its country.
};

constexpr std::uint32_t no_place = 0xffffffffu;

/// What a name is to its place.
enum class NameKind : std::uint8_t {
  main,      ///< The name in the table.
  other,     ///< Another name: spelling, exonym.
  abbreviation,  ///< "Calif.", "NSW": what lies around another place.
  demonym,   ///< "Pakistani": points to the country but is no place name.
  prefix,    ///< The beginning of a longer name only.
};

/// One name of one place; sorted by hash, then by kind and falling population.
struct NameRow {
  std::uint64_t hash;
  std::uint32_t place;
  NameKind kind;
  std::uint8_t ordinary;   ///< 1 when the name is also an ordinary word or a person's name: it needs grammar to be a place.
  std::uint16_t reserved;
};

/// Read-only and shared by all threads. Either owns its image or points into one that outlives it.
class Gazetteer {
 public:
  /// Reads `<lexicon_dir>/gazetteer/*.tsv` and the countries' names under `<lexicon_dir>/actors/countries`.
  /// Errors: `not_found` for a missing table, `malformed` naming file and line.
  static Result<Gazetteer> compile(const std::string& lexicon_dir);

  /// Opens what `to_bytes` gave; the bytes, aligned to 64, must outlive the gazetteer. Error `internal` when damaged.
  static Result<Gazetteer> open(std::span<const std::byte> image);

  std::string_view to_bytes() const;

  /// All rows of a name, best kinds and largest populations first. `key` as `append_name_key` makes it.
  std::span<const NameRow> find(std::string_view key) const;

  const Place& place(std::uint32_t index) const { return places_[index]; }
  std::size_t size() const { return places_.size(); }
  std::string_view name(const Place& place) const { return text_.substr(place.name, place.name_length); }
  std::string_view code(const Place& place) const;

  /// The country with that ISO alpha-3.
  std::optional<std::uint32_t> country(std::string_view iso3) const;

  /// The place as the event record has it, without a reason.
  Location location(std::uint32_t index) const;

 private:
  Result<void> attach(std::span<const std::byte> image);

  std::shared_ptr<const std::string> owned_;
  std::span<const std::byte> image_;
  std::span<const Place> places_;
  std::span<const NameRow> names_;
  std::span<const std::uint32_t> buckets_;
  std::string_view text_;
};

/// Appends the letters and digits of a name as names are compared: no case, diacritics, blanks, hyphens or stops.
void append_name_key(std::string& key, std::string_view name);

/// Great-circle distance in kilometres between two positions in hundredths of a degree.
double distance_km(std::int32_t latitude_a, std::int32_t longitude_a, std::int32_t latitude_b, std::int32_t longitude_b);

}  // namespace attache::knowledge
