#pragma once
/// What the knowledge layer finds in a sentence: who, where, when and how many.

#include <attache/date.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace attache {

/// One participant, resolved as far as the lexicon, the document and the date allow. Field names follow the event record.
struct Entity {
  std::string text;                        ///< As written; for "US and British officials" each entity keeps its own words.
  std::uint32_t start = 0;                 ///< Code points into the block's text.
  std::uint32_t end = 0;
  std::string code;                        ///< ISO alpha-3 or UNO EUR IGO NGO ISM IMG MNC; empty when unknown.
  std::string sector;                      ///< PLOVER sector such as `GOV`; empty when unknown.
  std::vector<std::string> other_sectors;  ///< Further ones, such as `OPP` beside `PTY`.
  std::string identifier_id;               ///< Wikidata id where certain.
  std::string identifier_text;             ///< Canonical name: `Kim Jong Un`.
  std::string office;                      ///< The office held at the date, in lower case: `foreign minister`.
  std::string via;                         ///< How it was resolved: name, office, demonym, capital, metonym, agent, pronoun, acronym, spelling, apposition, coreference.
  std::string reason;                      ///< The steps in words, for `explain`.
};

/// A noun phrase that can act or be acted upon. Several entities when the phrase names a compound.
struct ActorMention {
  std::uint32_t first = 0;   ///< First token.
  std::uint32_t last = 0;    ///< One past the last token.
  std::uint32_t head = 0;    ///< The token whose governor is outside the phrase.
  std::vector<Entity> entities;
  bool place_name = false;   ///< The words can also name a place ("Beijing", "France"); grammar decides.
  bool pronoun = false;
  float certainty = 1;       ///< 0–1, how sure the resolution is.
};

/// A place, PLOVER's location object. `resolution` says how precise it is: `country`, `region`, `city`, `site`.
struct Location {
  std::string name;          ///< Canonical name.
  std::string country;       ///< ISO alpha-3.
  std::string region;        ///< First-order division's name, where known.
  std::string region_code;   ///< GeoNames admin-1 code, where known.
  std::optional<double> latitude;   ///< WGS 84 degrees.
  std::optional<double> longitude;
  std::uint32_t geonames_id = 0;    ///< 0 when unknown.
  std::string resolution;
  std::string reason;               ///< Why this place and not another of its name.
};

struct PlaceMention {
  std::uint32_t first = 0, last = 0, head = 0;
  std::string text;
  Location location;
  std::vector<Location> alternatives;  ///< Other places of that name, likeliest first.
};

/// A step along the calendar: -2 weeks, 1 day. The unit is also the precision of the day it leads to.
struct DateShift {
  int count = 0;
  DatePrecision unit = DatePrecision::day;
};

/// A calendar expression, resolved against the page's date.
struct DateMention {
  std::uint32_t first = 0, last = 0, head = 0;
  std::string text;
  std::optional<Day> start;            ///< Nothing when it cannot be resolved (no page date, a bare duration).
  std::optional<Day> end;              ///< Last day of a range, inclusive; nothing for a point.
  DatePrecision precision = DatePrecision::unknown;
  enum class Kind : std::uint8_t { point, range, duration, set } kind = Kind::point;
  /// Counted from another event ("a day after the vote", "two weeks earlier"). `start` is then provisional, from the last
  /// date named, or empty; whoever knows the other event's day settles it (`resolve_relative` in knowledge/calendar/relative.h).
  /// When `text` ends in "after" or "before", the other event is the one that follows.
  std::optional<DateShift> shift;
  /// How the date bounds what happened. For `until`, `before` and `after` the date is the limit, not the event's own date.
  enum class Bound : std::uint8_t { at, since, until, before, after } bound = Bound::at;
  std::string reason;                  ///< "Wednesday on or before 2013-05-22", for `explain`.
};

/// A count with its noun: "at least 12 people".
struct QuantityMention {
  std::uint32_t first = 0, last = 0, head = 0;
  double low = 0;
  double high = 0;                     ///< Equal to `low` for an exact figure.
  bool open_above = false;             ///< "at least", "more than".
  std::string unit;                    ///< The counted noun's lemma, or a currency code such as `USD`.
};

/// All that was found in one sentence. Each list is ordered by first token.
struct SentenceMentions {
  std::vector<ActorMention> actors;
  std::vector<PlaceMention> places;
  std::vector<DateMention> dates;
  std::vector<QuantityMention> quantities;
};

}  // namespace attache
