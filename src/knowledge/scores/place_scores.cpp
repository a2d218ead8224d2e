#include "knowledge/scores/place_scores.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace attache::knowledge {
namespace {

constexpr double farthest_city_km = 500;

std::int32_t hundredths(double degrees) { return static_cast<std::int32_t>(std::lround(degrees * 100)); }

std::string described(const Location& location) {
  return fmt::format("{} ({} {}, {:.2f} {:.2f}; {})", location.name, location.country, location.resolution, location.latitude.value_or(0), location.longitude.value_or(0),
                     location.reason);
}

}  // namespace

std::string country_of(const Gazetteer& gazetteer, const GoldToponym& toponym) {
  std::string key;
  append_name_key(key, toponym.article.empty() ? toponym.text : toponym.article);
  for (const NameRow& row : gazetteer.find(key)) {
    if (row.kind == NameKind::main && gazetteer.place(row.place).kind == PlaceKind::country) return std::string(gazetteer.code(gazetteer.place(row.place)));
  }
  double nearest = farthest_city_km;
  std::string country;
  for (std::uint32_t i = 0; i < gazetteer.size(); ++i) {
    const Place& place = gazetteer.place(i);
    if (place.kind != PlaceKind::city || place.country == no_place) continue;
    const double away = distance_km(place.latitude, place.longitude, hundredths(toponym.latitude), hundredths(toponym.longitude));
    if (away < nearest) {
      nearest = away;
      country = gazetteer.code(gazetteer.place(place.country));
    }
  }
  return country;
}

void score_places(const Gazetteer& gazetteer, const LocatedText& text, std::span<const Sentence> sentences, std::span<const SentenceMentions> mentions,
                  TallyTable& table, std::vector<std::string>& wrong) {
  for (const GoldToponym& toponym : text.toponyms) {
    const PlaceMention* best = nullptr;
    const Sentence* around = nullptr;
    std::uint32_t shared = 0;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      const std::uint32_t base = text.gold.in_text(sentences[i].block, 0);
      if (base + sentences[i].start <= toponym.span.begin && toponym.span.begin < base + sentences[i].end) around = &sentences[i];
      for (const PlaceMention& place : mentions[i].places) {
        const std::uint32_t begin = std::max(toponym.span.begin, base + sentences[i].tokens[place.first].start);
        const std::uint32_t end = std::min(toponym.span.end, base + sentences[i].tokens[place.last - 1].end);
        if (begin < end && end - begin > shared) {
          shared = end - begin;
          best = &place;
        }
      }
    }
    const std::string country = country_of(gazetteer, toponym);
    double away = 0;
    bool near = false, same_country = false;
    if (best && best->location.latitude) {
      away = distance_km(hundredths(*best->location.latitude), hundredths(*best->location.longitude), hundredths(toponym.latitude), hundredths(toponym.longitude));
      near = away <= found_within_km;
    }
    if (best) same_country = best->location.country == country || (best->location.country.empty() && near);
    const auto count = [&](const std::string& name, bool right) {
      Tally& tally = table.of(name);
      ++tally.asked;
      tally.answered += best != nullptr;
      tally.right += right;
    };
    count("within 161 km", near);
    count("right country", same_country);
    if (best) {
      count("of those found: 161 km", near);
      count("of those found: country", same_country);
    }
    if (near && same_country) continue;
    wrong.push_back(fmt::format("{} [{}] is {} in {} ({:.2f} {:.2f}); {}\n    {}", text.gold.document.id, toponym.text, toponym.article, country, toponym.latitude,
                                toponym.longitude, best ? fmt::format("given [{}] {}, {:.0f} km off", best->text, described(best->location), away) : std::string("not found"),
                                around ? around->text : std::string_view()));
  }
}

}  // namespace attache::knowledge
