#include "knowledge/places/gazetteer.h"

#include "base/hash.h"
#include "base/image.h"
#include "base/utf8.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace attache::knowledge {
namespace {

constexpr std::size_t bucket_bits = 16;

}  // namespace

void append_name_key(std::string& key, std::string_view name) {
  const bool ascii = std::all_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  const auto append = [&](std::string_view text) {
    for (const char c : text) {
      if (c >= 'A' && c <= 'Z') {
        key += static_cast<char>(c + 32);
      } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        key += c;
      }
    }
  };
  if (ascii) return append(name);
  // Letters that have no base letter after folding (ı, ø in some forms, ʻ) are left out like hyphens.
  append(fold(name));
}

double distance_km(std::int32_t latitude_a, std::int32_t longitude_a, std::int32_t latitude_b, std::int32_t longitude_b) {
  // The haversine formula on a sphere with the earth's mean radius (IUGG).
  constexpr double radius_km = 6371.0088;
  constexpr double to_radians = std::numbers::pi / 18000.0;
  const double a = latitude_a * to_radians, b = latitude_b * to_radians;
  const double half_latitude = (b - a) / 2, half_longitude = (longitude_b - longitude_a) * to_radians / 2;
  const double square = std::sin(half_latitude) * std::sin(half_latitude) + std::cos(a) * std::cos(b) * std::sin(half_longitude) * std::sin(half_longitude);
  return 2 * radius_km * std::asin(std::min(1.0, std::sqrt(square)));
}

Result<Gazetteer> Gazetteer::open(std::span<const std::byte> image) {
  Gazetteer gazetteer;
  if (auto attached = gazetteer.attach(image); !attached) return tl::unexpected(attached.error());
  return gazetteer;
}

Result<void> Gazetteer::attach(std::span<const std::byte> image) {
  const auto damaged = [](const char* what) { return tl::unexpected(Error{ErrorKind::internal, std::string("the gazetteer's image is damaged: ") + what, {}, {}}); };
  auto reader = ImageReader::open(image);
  if (!reader) return tl::unexpected(reader.error());
  image_ = image;
  places_ = as_array<Place>(reader->section("places"));
  names_ = as_array<NameRow>(reader->section("names"));
  buckets_ = as_array<std::uint32_t>(reader->section("buckets"));
  text_ = as_text(reader->section("text"));
  if (buckets_.size() != (std::size_t{1} << bucket_bits) + 1 || buckets_.back() != names_.size()) return damaged("no index");
  for (std::size_t i = 0; i + 1 < buckets_.size(); ++i) {
    if (buckets_[i] > buckets_[i + 1]) return damaged("index out of order");
  }
  for (const NameRow& row : names_) {
    if (row.kind != NameKind::prefix && row.place >= places_.size()) return damaged("a name without a place");
  }
  for (const Place& place : places_) {
    const bool sound = std::size_t{place.name} + place.name_length <= text_.size() && (place.country == no_place || place.country < places_.size()) &&
                       (place.region == no_place || place.region < places_.size());
    if (!sound) return damaged("a place that points outside");
  }
  return {};
}

std::string_view Gazetteer::to_bytes() const { return {reinterpret_cast<const char*>(image_.data()), image_.size()}; }

std::span<const NameRow> Gazetteer::find(std::string_view key) const {
  const std::uint64_t hash = stable_hash(key);
  const std::size_t bucket = hash >> (64 - bucket_bits);
  std::size_t first = buckets_[bucket];
  const std::size_t end = buckets_[bucket + 1];
  while (first < end && names_[first].hash < hash) ++first;
  std::size_t last = first;
  while (last < end && names_[last].hash == hash) ++last;
  return names_.subspan(first, last - first);
}

std::string_view Gazetteer::code(const Place& place) const {
  const std::size_t length = static_cast<std::size_t>(std::find(place.code.begin(), place.code.end(), '\0') - place.code.begin());
  return {place.code.data(), length};
}

std::optional<std::uint32_t> Gazetteer::country(std::string_view iso3) const {
  // The countries stand first in the image.
  for (std::uint32_t i = 0; i < places_.size() && places_[i].kind == PlaceKind::country; ++i) {
    if (code(places_[i]) == iso3) return i;
  }
  return std::nullopt;
}

Location Gazetteer::location(std::uint32_t index) const {
  const Place& found = places_[index];
  Location location;
  location.name = name(found);
  if (found.country != no_place) location.country = code(places_[found.country]);
  if (found.region != no_place) {
    location.region = name(places_[found.region]);
    location.region_code = code(places_[found.region]);
  }
  location.latitude = found.latitude / 100.0;
  location.longitude = found.longitude / 100.0;
  location.geonames_id = found.geonames_id;
  switch (found.kind) {
    case PlaceKind::country: location.resolution = "country"; break;
    case PlaceKind::region:
    case PlaceKind::district: location.resolution = "region"; break;
    case PlaceKind::city: location.resolution = "city"; break;
    case PlaceKind::site: location.resolution = "site"; break;
  }
  return location;
}

}  // namespace attache::knowledge
