#pragma once
/// What of a coded event decides whether another report tells the same event; small enough to keep many.

#include <attache/event.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attache::stories {

/// A code of up to three letters; all 0 when unknown.
using ShortCode = std::array<char, 4>;
ShortCode short_code(std::string_view code);
inline std::string_view to_text(const ShortCode& code) { return std::string_view(code.data()); }

/// One participant. Hashes are 0 when there is nothing to hash.
struct Party {
  ShortCode code{};            ///< Country, or `UNO`, `IGO` ….
  ShortCode sector{};          ///< `GOV`, `REB` ….
  std::uint32_t identity = 0;  ///< Of the canonical name.
  std::uint32_t words = 0;     ///< Of the words as written, without articles and quantities, each stemmed.
  std::uint32_t head = 0;      ///< Of the last of these.
  bool person = false;         ///< Somebody by name.
  bool nameless = false;       ///< Described, not named: "gunmen", "the police", "a man".
  bool code_inferred = false;  ///< The words do not say the country; the page does.

  bool operator==(const Party&) const = default;
};

/// Where, as far as merging asks.
struct Where {
  ShortCode country{};
  std::uint32_t region = 0;  ///< Of the first-order division's name.
  std::uint32_t name = 0;    ///< Of the place's own name; 0 for a country.
  std::uint8_t level = 0;    ///< 0 unknown, 1 country, 2 region, 3 district, 4 city, 5 site.
  bool has_point = false;
  float latitude = 0;
  float longitude = 0;

  bool operator==(const Where&) const = default;
};

/// A magnitude, such as 3 dead.
struct Count {
  std::uint32_t what = 0;  ///< Of the kind's name.
  float low = 0;
  float high = 0;

  bool operator==(const Count&) const = default;
};

/// The event in brief.
struct EventFacts {
  static constexpr std::int32_t no_day = INT32_MIN;

  std::uint8_t type = 16;                  ///< `coding::EventType`.
  std::uint8_t modality = 0;               ///< Bits: 1 negation, 2 future, 4 hypothetical, 8 historical.
  std::uint8_t precision = 5;              ///< `DatePrecision`.
  bool dated_by_text = false;              ///< The day is from the words, not the page's.
  bool sums_up = false;                    ///< Told in headline or lead.
  bool told_again = false;                 ///< The page has told it before.
  std::uint32_t mode = 0;                  ///< Of the mode's name; 0 for none.
  std::array<std::uint32_t, 4> trigger{};  ///< Of the first words of the trigger that say something, each stemmed; 0 behind the last.
  std::uint32_t sentence = 0;              ///< Of the sentence.
  std::int32_t first_day = no_day;         ///< Since 1970-01-01, first and last possible.
  std::int32_t last_day = no_day;
  float confidence = 0;
  Where where;
  std::vector<Party> actors;
  std::vector<Party> recipients;
  std::vector<Count> counts;

  bool operator==(const EventFacts&) const = default;
};

/// The event's facts.
EventFacts facts_of(const Event& event);

/// As bytes for a database, the same on every machine, and back; nothing for bytes that are none.
std::string to_bytes(const EventFacts& facts);
std::optional<EventFacts> facts_from_bytes(std::string_view bytes);

}  // namespace attache::stories
