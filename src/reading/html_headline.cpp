#include "reading/html_headline.h"

#include "reading/text.h"

#include <algorithm>

namespace attache::reading {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t kLongestHeadline = 400;

/// Letters and digits only, lower case.
std::string essence(std::string_view text) {
  std::string letters;
  for (const char c : text) {
    if (is_letter(c) || is_digit(c)) letters += is_upper(c) ? static_cast<char>(c + 32) : c;
  }
  // Typographic quotes and dashes are bytes above ASCII; sites print them in one place and not in the other.
  for (const std::string_view sign : {"‘", "’", "“", "”", "–", "—", "…"}) {
    for (auto at = letters.find(sign); at != std::string::npos; at = letters.find(sign, at)) letters.erase(at, sign.size());
  }
  return letters;
}

std::vector<std::string> word_list(std::string_view text) {
  std::vector<std::string> words;
  for (const auto word : split_words(text)) {
    if (auto letters = essence(word); letters.size() > 2) words.push_back(std::move(letters));
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

/// How many of the shorter's words the longer has, from 0 to 1.
double likeness(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() || b.empty()) return 0;
  std::vector<std::string> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return static_cast<double>(both.size()) / static_cast<double>(std::min(a.size(), b.size()));
}

bool is_heading(const HtmlElement& element) {
  switch (element.tag) {
    case HtmlTag::h1: case HtmlTag::h2: case HtmlTag::h3: return true;
    default: return element.itemprop == "headline" || element.itemprop == "name" || has_name(element, "headline") || has_name(element, "title");
  }
}

class HeadlineFinder {
 public:
  HeadlineFinder(const HtmlTree& tree, const std::vector<Area>& areas, const PageMetadata& metadata) : tree_(tree), areas_(areas) {
    title_ = std::string(without_site(tree.title(), metadata.site));
    stated_ = std::string(without_site(metadata.headline, metadata.site));
    stated_essence_ = essence(stated_);
    title_essence_ = essence(title_);
    stated_words_ = word_list(stated_);
    title_words_ = word_list(title_);
    prose_.assign(tree.texts().size() + 1, 0);
    for (std::size_t i = 0; i < tree.texts().size(); ++i) {
      const auto& text = tree.texts()[i];
      prose_[i + 1] = prose_[i] + (is_prose(text) && areas[text.element] != Area::outside ? text.text.size() : 0);
    }
  }

  Headline find() {
    double best_score = 0;
    Headline best;
    constexpr std::size_t kMostCandidates = 400;
    std::size_t candidates = 0;
    for (std::uint32_t i = 0; i < tree_.elements().size() && candidates < kMostCandidates; ++i) {
      const auto& element = tree_.elements()[i];
      if (!is_heading(element) || element.end_text <= element.first_text || element.end_text - element.first_text > 6) continue;
      ++candidates;
      const auto text = tree_.text_of(i, kLongestHeadline);
      const double score = score_of(i, text);
      if (score > best_score) {
        best_score = score;
        best = {text, false, true, element.first_text, std::min<std::uint32_t>(element.end_text, static_cast<std::uint32_t>(tree_.texts().size()))};
      }
    }
    if (best.shown) return best;
    best.stated = !stated_.empty();
    best.text = best.stated ? stated_ : title_;
    find_plain_text(best);
    if (!best.shown && !best.stated) find_first_heading(best);
    return best;
  }

 private:
  /// 0 when the text cannot be the headline.
  double score_of(std::uint32_t index, const std::string& text) const {
    const auto& element = tree_.elements()[index];
    // What stands behind the article cannot be its headline.
    if (prose_ahead(element) < 0.1) return 0;
    const auto letters = essence(text);
    if (letters.size() < 3 || text.size() >= kLongestHeadline) return 0;
    const auto words = word_list(text);
    const bool first_rank = element.tag == HtmlTag::h1 || element.itemprop == "headline";
    const bool same = !stated_essence_.empty() && letters == stated_essence_;
    const bool begins = words.size() >= 3 && (stated_essence_.starts_with(letters) || title_essence_.find(letters) != std::string::npos);
    const double like = words.size() < 2 ? 0 : std::max(likeness(words, stated_words_), likeness(words, title_words_));
    double score = 0;
    if (same) score = 3;
    else if (begins) score = 2 + 0.5 * static_cast<double>(letters.size()) / static_cast<double>(std::max<std::size_t>({stated_essence_.size(), title_essence_.size(), 1}));
    else if (like >= 0.5) score = 1 + like;
    else if (first_rank && stated_.empty() && title_words_.size() < 3) score = words.size() >= 3 ? 0.9 : 0.3;
    else if (first_rank && words.size() >= 4 && prose_ahead(element) > 0.5) score = 0.5;
    if (score == 0) return 0;
    // Without anything to compare with, only headings of the first rank are trusted.
    if (!first_rank && score < 1.9) return 0;
    score += first_rank ? 0.4 : 0;
    if (areas_[index] == Area::outside) score -= 0.5;
    if (element.end_text > 0 && tree_.texts()[element.first_text].linked > 0) score -= 0.3;
    if (prose_ahead(element) < 0.3) score -= 1;
    return std::max(score, 0.0);
  }

  /// The share of the page's prose behind the element.
  double prose_ahead(const HtmlElement& element) const {
    if (prose_.back() == 0) return 1;
    const auto end = std::min<std::size_t>(element.end_text, tree_.texts().size());
    return static_cast<double>(prose_.back() - prose_[end]) / static_cast<double>(prose_.back());
  }

  /// Old pages print their headline in bold and call it nothing.
  void find_plain_text(Headline& headline) const {
    const auto letters = essence(headline.text);
    if (letters.size() < 8) return;
    for (std::uint32_t i = 0; i < tree_.texts().size(); ++i) {
      const auto& text = tree_.texts()[i].text;
      if (text.size() > kLongestHeadline) continue;
      const auto found = essence(text);
      const bool same = found == letters || (found.size() >= 12 && title_essence_.find(found) != std::string::npos && split_words(text).size() >= 4);
      if (!same || (prose_.back() - prose_[i + 1]) * 2 < prose_.back()) continue;
      headline = {text, false, true, i, i + 1};
      return;
    }
  }

  /// Where every window of a site is called after the site, the heading above the article is the headline, of whatever rank it is.
  void find_first_heading(Headline& headline) const {
    constexpr std::size_t kMostWordsOfName = 5;
    constexpr std::size_t kFewestWords = 4;
    constexpr double kNearlyAll = 0.9;
    if (count_words(title_) > kMostWordsOfName) return;
    for (std::uint32_t i = 0; i < tree_.elements().size(); ++i) {
      const auto& element = tree_.elements()[i];
      if (!is_heading_tag(element.tag) || areas_[i] == Area::outside || element.end_text <= element.first_text) continue;
      const auto text = tree_.text_of(i, kLongestHeadline);
      if (count_words(text) < kFewestWords || tree_.texts()[element.first_text].linked > 0) continue;
      if (prose_ahead(element) > kNearlyAll) headline = {text, false, true, element.first_text, element.end_text};
      return;
    }
  }

  const HtmlTree& tree_;
  const std::vector<Area>& areas_;
  std::string title_;
  std::string stated_;
  std::string stated_essence_;
  std::string title_essence_;
  std::vector<std::string> stated_words_;
  std::vector<std::string> title_words_;
  std::vector<std::size_t> prose_;
};

}  // namespace

bool says_the_same(std::string_view a, std::string_view b) {
  if (a == b) return true;
  // Most texts differ in their first letter, and this is asked of every text of a page.
  const auto first = [](std::string_view text) {
    const auto at = std::find_if(text.begin(), text.end(), [](char c) { return is_letter(c) || is_digit(c); });
    return at == text.end() ? ' ' : is_upper(*at) ? static_cast<char>(*at + 32) : *at;
  };
  const char in_a = first(a), in_b = first(b);
  const bool ascii = static_cast<unsigned char>(in_a) < 0x80 && static_cast<unsigned char>(in_b) < 0x80;
  if (ascii && in_a != in_b) return false;
  return essence(a) == essence(b);
}

std::string_view without_site(std::string_view title, std::string_view site) {
  title = trim(title);
  for (const std::string_view separator : {" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", ": "}) {
    const auto last = title.rfind(separator);
    if (last == npos || last == 0) continue;
    const auto before = title.substr(0, last);
    const auto behind = title.substr(last + separator.size());
    if (!site.empty() && says_the_same(behind, site)) return without_site(before, site);
    const auto first = title.find(separator);
    if (!site.empty() && says_the_same(title.substr(0, first), site)) return trim(title.substr(first + separator.size()));
    if (separator == ": ") continue;
    // An unknown site's name is short beside a headline; a hyphen may be part of either, so it must be shorter still.
    const std::size_t most = separator == " - " || separator == " – " || separator == " — " ? 4 : 6;
    if (count_words(behind) <= most && count_words(before) >= 4 && count_words(before) > count_words(behind)) return without_site(before, site);
  }
  return title;
}

Headline find_headline(const HtmlTree& tree, const std::vector<Area>& areas, const PageMetadata& metadata) { return HeadlineFinder(tree, areas, metadata).find(); }

}  // namespace attache::reading
