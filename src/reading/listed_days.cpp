#include "reading/listed_days.h"

#include "reading/date_lines.h"
#include "reading/date_text.h"
#include "reading/text.h"

#include <algorithm>

namespace attache::reading {
namespace {

constexpr int kFewestDays = 4;
/// Elements looked at outwards from a day, and texts to each side of it.
constexpr int kFarthest = 6;
constexpr std::uint32_t kTextsLookedAt = 60;
constexpr std::size_t kLongestEntry = 400;

/// The range of texts in an element about the text at `i`.
struct Range {
  std::uint32_t from, to;
};

Range texts_around(const PageView& page, const HtmlElement& element, std::uint32_t i) {
  return {std::max(element.first_text, i > kTextsLookedAt ? i - kTextsLookedAt : 0), std::min({element.end_text, i + kTextsLookedAt, page.text_count()})};
}

/// An entry of a list or a row of a table, others of which have days too.
bool is_in_entry(const PageView& page, std::uint32_t i) {
  const auto& elements = page.tree.elements();
  const auto is_entry = [](HtmlTag tag) { return tag == HtmlTag::li || tag == HtmlTag::tr; };
  auto entry = page.text(i).element;
  for (int up = 0; up < kFarthest && !is_entry(elements[entry].tag); ++up) entry = elements[entry].parent;
  if (!is_entry(elements[entry].tag)) return false;
  const auto [from, to] = texts_around(page, elements[elements[entry].parent], i);
  int days = 0;
  for (auto text = from; text < to && days < kFewestDays; ++text) days += page.text(text).text.size() <= kLongestEntry && has_day(page.text(text).text);
  return days == kFewestDays;
}

/// The cell of a row that begins with what the day is of, unless that is a page's.
bool is_fact(const PageView& page, std::uint32_t i) {
  constexpr std::size_t kMostWords = 5;
  constexpr std::uint32_t kMostTexts = 3;
  const auto& elements = page.tree.elements();
  const auto& cell = page.element_of(i);
  if (cell.tag != HtmlTag::td || cell.first_text != i || elements[cell.parent].tag != HtmlTag::tr) return false;
  const auto& row = elements[cell.parent];
  if (row.first_text >= i || row.end_text - row.first_text > kMostTexts) return false;
  const std::string_view label = page.text(i - 1).text;
  const bool of_page = is_publication_line(label) || is_update_line(label) || find_ignoring_case(label, "date") != std::string_view::npos || has_day(label);
  return count_words(label) <= kMostWords && page.text(i - 1).linked == 0 && !of_page;
}

/// The child of `outer` that holds the element; 0, the page itself, where it is deeper in than such elements are.
std::uint32_t child_about(const HtmlTree& tree, std::uint32_t outer, std::uint32_t element) {
  constexpr int kDeepest = 12;
  for (int up = 0; up < kDeepest; ++up, element = tree.elements()[element].parent) {
    if (tree.elements()[element].parent == outer) return element;
  }
  return 0;
}

/// True when an element about the given one stands beside many alike in which there are days too; `places` are the elements of days about it.
bool is_one_of_many(const PageView& page, std::uint32_t element, const std::vector<std::uint32_t>& places) {
  const auto& elements = page.tree.elements();
  for (int up = 0; up < kFarthest && element != 0; ++up, element = elements[element].parent) {
    const bool named = elements[element].names.size() > 2 || elements[element].tag == HtmlTag::article;
    if (!named) continue;
    const auto outer = elements[element].parent;
    int alike = 0;
    std::uint32_t last = 0;
    for (const auto place : places) {
      if (place <= outer || place >= elements[outer].end) continue;
      const auto child = child_about(page.tree, outer, place);
      if (child != 0 && child != last && are_alike(elements[child], elements[element])) ++alike;
      last = child;
    }
    if (alike >= kFewestDays) return true;
  }
  return false;
}

bool is_in_one_of_many(const PageView& page, std::uint32_t i) {
  const auto [from, to] = texts_around(page, page.tree.elements().front(), i);
  std::vector<std::uint32_t> places;
  for (auto text = from; text < to; ++text) {
    if (is_date_line(page.text(text).text)) places.push_back(page.text(text).element);
  }
  return static_cast<int>(places.size()) >= kFewestDays && is_one_of_many(page, page.text(i).element, places);
}

}  // namespace

bool is_heading_of_chronicle(const PageView& page, std::uint32_t i) {
  constexpr int kFewestHeadings = 3;
  const auto tag = page.element_of(i).tag;
  if (!is_heading_tag(tag) || tag == HtmlTag::h1 || !is_date_line(page.text(i).text)) return false;
  int days = 0;
  for (std::uint32_t text = 0; text < page.text_count() && days < kFewestHeadings; ++text) days += page.element_of(text).tag == tag && is_date_line(page.text(text).text);
  return days == kFewestHeadings;
}

bool is_listed_day(const PageView& page, std::uint32_t i) { return is_in_entry(page, i) || is_fact(page, i) || is_heading_of_chronicle(page, i) || is_in_one_of_many(page, i); }

bool is_listed_time(const PageView& page, std::uint32_t element) {
  constexpr std::size_t kTimesLookedAt = 40;
  const auto& elements = page.tree.elements();
  std::vector<std::uint32_t> places;
  for (auto i = element; i < elements.size() && places.size() < kTimesLookedAt; ++i) {
    if (elements[i].tag == HtmlTag::time) places.push_back(i);
  }
  for (auto i = element; i-- > 0 && places.size() < 2 * kTimesLookedAt;) {
    if (elements[i].tag == HtmlTag::time) places.push_back(i);
  }
  std::sort(places.begin(), places.end());
  return static_cast<int>(places.size()) >= kFewestDays && is_one_of_many(page, element, places);
}

}  // namespace attache::reading
