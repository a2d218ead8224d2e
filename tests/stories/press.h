#pragma once
/// A made-up press for the tests: happenings, and outlets that report them in words of their own, reprint each other and add what is new.

#include "stories/story_book.h"

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace attache::stories {

/// Chance that is the same everywhere: distributions of the standard library are not.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : engine_(seed) {}
  std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(engine_() % limit); }
  bool once_in(std::uint32_t times) { return below(times) == 0; }

 private:
  std::mt19937_64 engine_;
};

/// A report as it comes in and the number of the happening it tells.
struct PressReport {
  Document document;
  std::vector<Event> events;
  std::uint32_t happening = 0;
};

/// Happenings far apart in words and in most names (but capitals and presidents are in the news every day), each reported `reports` times
/// within three days: first by an agency, then reprinted whole or cut.
inline std::vector<PressReport> press_of(std::uint32_t happenings, std::uint32_t reports, std::uint64_t seed) {
  static const std::vector<std::string> types = {"ASSAULT", "CONSULT", "AID", "PROTEST", "COERCE"};
  static const std::vector<std::string> codes = {"KEN", "PER", "NPL", "FIN", "MLI", "CHL", "LAO", "JOR", "GHA", "BOL"};
  static const std::vector<std::string> everywhere = {"Washington", "Beijing", "Moscow", "Brussels", "London",  "Paris",
                                                      "Obama",      "Putin",   "Merkel", "Xi",       "Cameron", "Hollande"};
  Chance chance(seed);
  std::vector<PressReport> press;
  const auto word = [&](bool name) {
    static const std::string consonants = "bdfgklmnprstvz";
    static const std::string vowels = "aeiou";
    std::string made;
    for (int syllable = 0; syllable < 3; ++syllable) {
      made += consonants[chance.below(14)];
      made += vowels[chance.below(5)];
    }
    if (name) made[0] = static_cast<char>(made[0] - 'a' + 'A');
    return made;
  };
  for (std::uint32_t happening = 0; happening < happenings; ++happening) {
    const std::string who = word(true), whom = word(true), town = word(true);
    std::vector<std::string> sentences;
    for (int i = 0; i < 8; ++i) {
      std::string sentence = "The " + word(false) + " of " + who + " and";
      for (int j = 0; j < 14; ++j) sentence += " " + word(false) + (j % 5 == 4 ? " " + whom : "") + (j % 7 == 6 ? " in " + town : "");
      sentences.push_back(sentence + " as " + everywhere[chance.below(12)] + " " + word(false) + ".");
    }
    const Day day = *day_from_iso("2021-03-01") + std::chrono::days(chance.below(20));
    Event event;
    event.type = types[chance.below(5)];
    event.actors.push_back({.text = who, .code = codes[chance.below(10)], .sector = "GOV"});
    event.recipients.push_back({.text = whom, .code = codes[chance.below(10)], .sector = "CVL"});
    event.date = day;
    event.date_precision = DatePrecision::day;
    event.trigger = "struck";
    event.text = sentences[0];
    for (std::uint32_t report = 0; report < reports; ++report) {
      PressReport told;
      told.happening = happening;
      told.document.id = "page " + std::to_string(happening) + "." + std::to_string(report);
      told.document.title = who + " and " + whom + " " + word(false);
      told.document.published = day + std::chrono::days(chance.below(3));
      const std::size_t kept = sentences.size() - chance.below(4);
      for (std::size_t i = 0; i < kept; ++i) told.document.blocks.push_back({BlockKind::body, sentences[i]});
      event.id = told.document.id + " event";
      told.events.push_back(event);
      press.push_back(told);
    }
  }
  // Everything comes in mixed, as in a crawl.
  for (std::size_t i = press.size(); i > 1; --i) std::swap(press[i - 1], press[chance.below(static_cast<std::uint32_t>(i))]);
  return press;
}

}  // namespace attache::stories
