#pragma once
/// How two reports stand to each other, told from their fingerprints.

#include "stories/fingerprint.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace attache::stories {

/// From the closest to none.
enum class Likeness : std::uint8_t {
  reprint,     ///< The same text, whole or cut, under whatever headline and byline.
  update,      ///< The same text brought up to date or corrected: figures or names replaced, a new beginning.
  same_story,  ///< The same happening in other words.
  different,   ///< Another happening, however alike the words.
};

/// `reprint`, `update`, `same story`, `different`.
std::string_view name_of(Likeness likeness);

/// What two fingerprints have in common. Shares are 0–1 and estimated, but for names, numbers and titles, which are counted.
struct Overlap {
  double runs = 0;       ///< Of the runs of words of both (Jaccard).
  double contained = 0;  ///< Of the shorter body's runs, how many the longer has.
  double lead = 0;       ///< Of the runs of both beginnings, of the one with fewer.
  double content = 0;    ///< Of the content words of the one with fewer.
  double content_jaccard = 0;
  double names = 0;  ///< Of the names of the one with fewer and one more.
  double title = 0;  ///< Of the title words of the one with fewer.
  int names_shared = 0;
  int foremost_shared = 0;  ///< Of each one's five foremost names, those among all names of the other, the smaller count of both ways.
  int names_replaced = 0;   ///< Names among the foremost that only one has, where the other has one of its own instead.
  int numbers_shared = 0;
  int numbers_replaced = 0;  ///< Figures that only one has, where the other has one of its own instead.
  int title_shared = 0;
  int days = 0;  ///< Between the days of publication; 0 where one is unknown.
  bool days_known = false;
  bool same_page = false;  ///< One address.
  bool same_publication = false;
};

/// A judgement with what it rests on.
struct Comparison {
  Likeness likeness = Likeness::different;
  bool correction = false;   ///< Of an update: one says that it corrects.
  double strength = 0;       ///< 0–1: how much they share; of two comparisons of one likeness the stronger is the closer.
  std::string_view because;  ///< The rule in words: "the shorter text stands in the longer".
  Overlap overlap;
};

Overlap overlap_of(const Fingerprint& one, const Fingerprint& other);

/// Symmetric: the order of the two does not matter. docs/stories.md has the rules.
Comparison compare(const Fingerprint& one, const Fingerprint& other);

}  // namespace attache::stories
