#include "base/arena.h"
#include "knowledge/places/places.h"
#include "language/segmenter.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace attache::knowledge {
namespace {

const Gazetteer& gazetteer() {
  static const Gazetteer loaded = [] {
    auto compiled = Gazetteer::compile(std::string(ATTACHE_SOURCE_DIR) + "/lexicon");
    EXPECT_TRUE(compiled) << to_string(compiled.error());
    return std::move(*compiled);
  }();
  return loaded;
}

/// All places of a text, read as one page of unparsed sentences.
std::vector<PlaceMention> places_in(const std::string& text, BlockKind kind = BlockKind::body) {
  Document document;
  document.blocks.push_back({kind, text});
  Arena arena;
  std::vector<Sentence> sentences;
  segment(document, arena, sentences);
  const PlaceContext context = read_place_context(gazetteer(), document, sentences);
  std::vector<PlaceMention> places;
  for (std::size_t i = 0; i < sentences.size(); ++i) find_places(gazetteer(), sentences[i], context.names[i], context, places);
  return places;
}

std::string described(const std::vector<PlaceMention>& places) {
  std::string text;
  for (const PlaceMention& place : places) {
    if (!text.empty()) text += "; ";
    text += place.text + "=" + place.location.country;
    if (place.location.resolution != "country") text += "/" + place.location.region;
  }
  return text;
}

/// tests/knowledge/places/places.tsv: a text, and "name=COUNTRY/region" of each place in it.
TEST(FindPlaces, ResolvesTheTableOfTexts) {
  std::ifstream file(std::string(ATTACHE_SOURCE_DIR) + "/tests/knowledge/places/places.tsv");
  ASSERT_TRUE(file);
  std::string line;
  for (std::size_t number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line.front() == '#') continue;
    const std::size_t tab = line.find('\t');
    ASSERT_NE(tab, std::string::npos) << "line " << number;
    EXPECT_EQ(described(places_in(line.substr(0, tab))), line.substr(tab + 1)) << "places.tsv:" << number << ": " << line.substr(0, tab);
  }
}

TEST(Gazetteer, KeepsEverythingThroughItsImage) {
  const std::string_view bytes = gazetteer().to_bytes();
  // The image wants to lie on a multiple of 64, as it does in the lexicon's own image.
  std::vector<std::byte> memory(bytes.size() + 64);
  void* start = memory.data();
  std::size_t room = memory.size();
  ASSERT_NE(std::align(64, bytes.size(), start, room), nullptr);
  std::copy_n(reinterpret_cast<const std::byte*>(bytes.data()), bytes.size(), static_cast<std::byte*>(start));
  const auto opened = Gazetteer::open({static_cast<const std::byte*>(start), bytes.size()});
  ASSERT_TRUE(opened) << to_string(opened.error());
  EXPECT_EQ(opened->size(), gazetteer().size());
  ASSERT_FALSE(opened->find("kyiv").empty());
  EXPECT_EQ(opened->location(opened->find("kyiv").front().place).country, "UKR");
  EXPECT_LE(bytes.size(), 40u << 20);
}

TEST(Gazetteer, RefusesADamagedImage) {
  const std::string_view bytes = gazetteer().to_bytes();
  std::vector<std::byte> memory(bytes.size() + 64);
  void* start = memory.data();
  std::size_t room = memory.size();
  std::align(64, bytes.size(), start, room);
  std::copy_n(reinterpret_cast<const std::byte*>(bytes.data()), bytes.size(), static_cast<std::byte*>(start));
  EXPECT_FALSE(Gazetteer::open({static_cast<const std::byte*>(start), bytes.size() / 2}));
  EXPECT_FALSE(Gazetteer::open({}));
}

TEST(Gazetteer, NamesTheMissingTable) {
  const auto compiled = Gazetteer::compile("/nonexistent");
  ASSERT_FALSE(compiled);
  EXPECT_EQ(compiled.error().kind, ErrorKind::not_found);
  EXPECT_EQ(compiled.error().place.file, "/nonexistent/gazetteer/countries.tsv");
}

TEST(DistanceKm, IsThatOfTheGreatCircle) {
  // London Heathrow to New York JFK is some 5,540 km.
  EXPECT_NEAR(distance_km(5147, -45, 4064, -7378), 5540, 25);
  EXPECT_EQ(distance_km(100, 100, 100, 100), 0);
}

}  // namespace
}  // namespace attache::knowledge
