#include "stories/compare.h"

#include "stories/measures.h"

#include <algorithm>
#include <cmath>

namespace attache::stories {
namespace {

/// The names that say most of what a report is about.
constexpr std::size_t foremost = 5;

struct SetOverlap {
  double jaccard = 0;
  double contained = 0;
};

/// The share of the union from the slots that either set fills; from it and the sets' sizes how much of the smaller lies in the larger.
template <std::size_t slots>
SetOverlap sets_overlap(const Sketch<slots>& one, const Sketch<slots>& other, std::uint32_t one_count, std::uint32_t other_count) {
  // Counted in 16 bits so that compilers make vectors of it.
  std::uint16_t equal = 0;
  std::uint16_t filled = 0;
  for (std::size_t i = 0; i < slots; ++i) {
    equal = static_cast<std::uint16_t>(equal + (static_cast<unsigned>(one[i] == other[i]) & static_cast<unsigned>(one[i] != 0)));
    filled = static_cast<std::uint16_t>(filled + ((one[i] | other[i]) != 0));
  }
  SetOverlap overlap;
  if (filled == 0 || equal == 0) return overlap;
  overlap.jaccard = double{1} * equal / filled;
  const double shared = overlap.jaccard / (1 + overlap.jaccard) * (one_count + other_count);
  overlap.contained = std::min(1.0, shared / std::max<std::uint32_t>(1, std::min(one_count, other_count)));
  return overlap;
}

/// A list that ends where the first 0 stands.
template <typename List>
std::size_t length_of(const List& list) {
  return static_cast<std::size_t>(std::find(list.begin(), list.end(), 0) - list.begin());
}

template <typename List>
bool has(const List& list, typename List::value_type member) {
  return std::find(list.begin(), list.end(), member) != list.end();
}

/// Of the first `most` members of one list, those that the other has.
template <typename List>
int shared_of(const List& one, const List& other, std::size_t most) {
  int shared = 0;
  for (std::size_t i = 0; i < most && i < one.size() && one[i] != 0; ++i) shared += has(other, one[i]);
  return shared;
}

/// Of the figures of either those that the other has too; measures may be in other units, and rounded.
int figures_shared(const Fingerprint& one, const Fingerprint& other) {
  const int equal = shared_of(one.numbers, other.numbers, one.numbers.size());
  const auto measured_alike = [](const Fingerprint& here, const Fingerprint& there) {
    int alike = 0;
    for (const std::uint32_t figure : here.numbers) {
      if ((figure & is_measure) == 0 || has(there.numbers, figure)) continue;
      alike += std::any_of(there.numbers.begin(), there.numbers.end(), [&](std::uint32_t its) { return same_measure(figure, its) && !has(here.numbers, its); });
    }
    return alike;
  };
  // The smaller count of both ways: the order of the two must not matter.
  const int alike = measured_alike(one, other);
  return alike == 0 ? equal : equal + std::min(alike, measured_alike(other, one));
}

double share(int part, std::size_t whole) { return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole); }

}  // namespace

std::string_view name_of(Likeness likeness) {
  switch (likeness) {
    case Likeness::reprint:
      return "reprint";
    case Likeness::update:
      return "update";
    case Likeness::same_story:
      return "same story";
    case Likeness::different:
      break;
  }
  return "different";
}

Overlap overlap_of(const Fingerprint& one, const Fingerprint& other) {
  Overlap overlap;
  const SetOverlap runs = sets_overlap(one.runs, other.runs, one.run_count, other.run_count);
  overlap.runs = runs.jaccard;
  overlap.contained = runs.contained;
  overlap.lead = sets_overlap(one.lead, other.lead, one.lead_count, other.lead_count).contained;
  const SetOverlap content = sets_overlap(one.content, other.content, one.content_count, other.content_count);
  overlap.content = content.contained;
  overlap.content_jaccard = content.jaccard;

  const std::size_t names_of_one = length_of(one.names);
  const std::size_t names_of_other = length_of(other.names);
  overlap.names_shared = shared_of(one.names, other.names, one.names.size());
  // One more than there are: two names out of two say less than ten out of ten.
  overlap.names = share(overlap.names_shared, std::min(names_of_one, names_of_other) + 1);
  const int first_here = shared_of(one.names, other.names, foremost);
  const int first_there = shared_of(other.names, one.names, foremost);
  overlap.foremost_shared = std::min(first_here, first_there);
  overlap.names_replaced = std::min(static_cast<int>(std::min(names_of_one, foremost)) - first_here,
                                    static_cast<int>(std::min(names_of_other, foremost)) - first_there);

  overlap.numbers_shared = figures_shared(one, other);
  overlap.numbers_replaced =
      std::min(static_cast<int>(length_of(one.numbers)), static_cast<int>(length_of(other.numbers))) - overlap.numbers_shared;
  overlap.title_shared = shared_of(one.title, other.title, one.title.size());
  overlap.title = share(overlap.title_shared, std::min(length_of(one.title), length_of(other.title)));
  overlap.days_known = one.published != Fingerprint::no_day && other.published != Fingerprint::no_day;
  if (overlap.days_known)
    overlap.days = static_cast<int>(std::min<std::int64_t>(100000, std::abs(std::int64_t{one.published} - other.published)));
  overlap.same_page = one.page != 0 && one.page == other.page;
  overlap.same_publication = one.publication != 0 && one.publication == other.publication;
  return overlap;
}

namespace {

/// Runs of words that two texts share by chance or by the phrases of the trade: fewer.
constexpr double shares_text = 0.5;
/// Whoever takes over this much of a text has not written one.
constexpr double nearly_all = 0.8;
/// A publication that prints its own text again changes less than this only by accident.
constexpr double nearly_word_for_word = 0.95;

/// Days within which a happening is told anew; what comes later in like words is most often the next of its kind.
constexpr int days_of_news = 5;
/// Words of which so many are the same are a form that is filled in again.
constexpr double like_words = 0.6;
/// Two reports of one happening share so many of their words, whoever reports it.
constexpr double least_content = 0.2;
/// From this on two texts of different words tell one happening.
constexpr double one_happening = 0.62;

/// Reports that come again with other figures (markets, weather, results): most of their figures differ, and they have several.
bool is_recurring(const Overlap& overlap) {
  return overlap.numbers_replaced >= 3 && overlap.numbers_replaced > 2 * overlap.numbers_shared &&
         (!overlap.days_known || overlap.days > 0);
}

/// The same words about other places and people.
bool is_template(const Overlap& overlap) { return overlap.names_replaced >= 2 && overlap.foremost_shared <= 3; }

Comparison judged(Likeness likeness, std::string_view because, double strength, const Overlap& overlap) {
  Comparison comparison;
  comparison.likeness = likeness;
  comparison.because = because;
  comparison.strength = std::clamp(strength, 0.0, 1.0);
  comparison.overlap = overlap;
  return comparison;
}

Comparison compare_shared_text(const Overlap& overlap, std::uint16_t marks) {
  const bool one_page = overlap.same_page;
  if (!one_page && is_template(overlap)) return judged(Likeness::different, "the same words about others", 0, overlap);
  if (!one_page && is_recurring(overlap))
    return judged(Likeness::different, "the same words with other figures on another day", 0, overlap);
  if (!one_page && overlap.days > days_of_news && overlap.contained < nearly_all)
    return judged(Likeness::different, "like words too many days later", 0, overlap);
  if (marks & Fingerprint::corrected) {
    Comparison comparison = judged(Likeness::update, "one says that it corrects the other", overlap.contained, overlap);
    comparison.correction = true;
    return comparison;
  }
  if (overlap.numbers_replaced > 0) return judged(Likeness::update, "the same text with figures replaced", overlap.contained, overlap);
  if (overlap.names_replaced > 0) return judged(Likeness::update, "the same text with a name replaced", overlap.contained, overlap);
  if (marks & Fingerprint::updated)
    return judged(Likeness::update, "one says that it brings the other up to date", overlap.contained, overlap);
  if (overlap.lead < shares_text) return judged(Likeness::update, "the same text with a new beginning", overlap.contained, overlap);
  const bool brought_up_to_date = overlap.same_publication && overlap.days > 0 && overlap.contained < nearly_word_for_word;
  if (overlap.contained >= nearly_all && !brought_up_to_date)
    return judged(Likeness::reprint, "the shorter text stands in the longer", overlap.contained, overlap);
  if (one_page || overlap.same_publication)
    return judged(Likeness::update, "one publication's text, partly rewritten", overlap.contained, overlap);
  return judged(Likeness::same_story, "half of the text is the same", overlap.contained, overlap);
}

/// How alike two texts of different words are. Names weigh most, the foremost more; then what is told of them. Figures that differ are
/// evidence against one happening. The weights are set by the project's own pairs (tests/stories/near_duplicates).
double likeness_of_content(const Overlap& overlap) {
  const double names =
      0.75 * overlap.names + 0.07 * overlap.foremost_shared - 0.01 * overlap.names_replaced + 0.02 * std::min(overlap.names_shared, 8);
  const double numbers = 0.015 * std::min(overlap.numbers_shared, 3) - 0.1 * std::min(overlap.numbers_replaced, 3);
  return names + 0.3 * overlap.content + 0.01 * std::min(overlap.title_shared, 3) + numbers;
}

Comparison compare_told_anew(const Overlap& overlap) {
  const double strength = likeness_of_content(overlap);
  if (is_recurring(overlap) && overlap.content >= like_words) return judged(Likeness::different, "other figures in like words", 0, overlap);
  if (overlap.days > days_of_news) return judged(Likeness::different, "too many days between", 0, overlap);
  const bool others =
      overlap.foremost_shared <= 1 && (overlap.names_replaced >= 3 || (overlap.names_replaced >= 2 && overlap.content >= like_words));
  if (overlap.content < least_content) return judged(Likeness::different, "the same names in other matters", strength / 2, overlap);
  if (others) return judged(Likeness::different, "about others", strength / 2, overlap);
  if (overlap.names_shared >= 2 && strength >= one_happening)
    return judged(Likeness::same_story, "the same names and matters within days", strength, overlap);
  return judged(Likeness::different, "too little in common", strength, overlap);
}

}  // namespace

Comparison compare(const Fingerprint& one, const Fingerprint& other) {
  const Overlap overlap = overlap_of(one, other);
  const bool same_text = overlap.contained >= shares_text && overlap.runs > 0.04;
  return same_text ? compare_shared_text(overlap, one.marks | other.marks) : compare_told_anew(overlap);
}

}  // namespace attache::stories
