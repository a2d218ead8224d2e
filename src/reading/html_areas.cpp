#include "reading/html_areas.h"

#include "reading/area_hints.h"
#include "reading/text.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string>
#include <unordered_map>

namespace attache::reading {
namespace {

Area area_of(AreaHint hint) {
  switch (hint) {
    case AreaHint::outside: case AreaHint::maybe: case AreaHint::hidden: case AreaHint::comments: return Area::outside;
    case AreaHint::standfirst: return Area::standfirst;
    case AreaHint::byline: return Area::byline;
    case AreaHint::date: return Area::date;
    case AreaHint::caption: return Area::caption;
    case AreaHint::credit: return Area::credit;
    case AreaHint::picture: return Area::picture;
    default: return Area::content;
  }
}

/// A hash of names that looks at their length, beginning, middle and end, which tell nearly all of a page's apart.
struct NamesHash {
  std::size_t operator()(std::string_view names) const {
    constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15;
    std::uint64_t hash = names.size();
    const auto take = [&](std::size_t at) {
      std::uint64_t bytes = 0;
      std::memcpy(&bytes, names.data() + at, std::min<std::size_t>(sizeof bytes, names.size() - at));
      hash = (hash ^ bytes) * kOdd;
      hash ^= hash >> 29;
    };
    take(0);
    take(names.size() / 2);
    take(names.size() - std::min<std::size_t>(names.size(), sizeof hash));
    return hash;
  }
};

class AreaFinder {
 public:
  explicit AreaFinder(const HtmlTree& tree) : tree_(tree) {
    for (auto* sums : {&prose_, &bytes_, &linked_}) sums->assign(tree.texts().size() + 1, 0);
    for (std::size_t i = 0; i < tree.texts().size(); ++i) {
      const auto& text = tree.texts()[i];
      prose_[i + 1] = prose_[i] + (is_prose(text) ? text.text.size() : 0);
      bytes_[i + 1] = bytes_[i] + text.text.size();
      linked_[i + 1] = linked_[i] + text.linked;
    }
  }

  std::vector<Area> find() {
    const auto& elements = tree_.elements();
    std::vector<Area> areas(elements.size(), Area::content);
    for (std::size_t i = 0; i < elements.size(); ++i) {
      const auto inherited = areas[elements[i].parent];
      const auto own = own_area(elements[i]);
      areas[i] = combine(inherited, own);
    }
    return areas;
  }

 private:
  std::size_t prose_in(const HtmlElement& element) const {
    const auto end = std::min<std::size_t>(element.end_text, tree_.texts().size());
    return end > element.first_text ? prose_[end] - prose_[element.first_text] : 0;
  }

  /// True when so much of the page's prose is in the element that only the article can be.
  bool holds_article(const HtmlElement& element) const { return prose_in(element) * 5 > prose_.back() * 2; }

  bool holds_nearly_all(const HtmlElement& element) const { return prose_in(element) * 10 > prose_.back() * 9; }

  /// So much prose is more than a label or a teaser.
  static constexpr std::size_t kParagraphs = 400;

  double linked_share(const HtmlElement& element) const {
    const auto end = std::min<std::size_t>(element.end_text, tree_.texts().size());
    const auto all = bytes_[end] - bytes_[element.first_text];
    return all == 0 ? 0 : static_cast<double>(linked_[end] - linked_[element.first_text]) / static_cast<double>(all);
  }

  /// Names come back many times in a page.
  AreaHint known_hint_of(std::string_view names) {
    const auto [known, is_new] = hints_.try_emplace(names, AreaHint::none);
    if (is_new) known->second = area_hint_of(names);
    return known->second;
  }

  Area own_area(const HtmlElement& element) {
    switch (element.tag) {
      case HtmlTag::html: return Area::content;
      case HtmlTag::nav: return Area::outside;
      case HtmlTag::footer: return holds_nearly_all(element) ? Area::content : Area::outside;
      case HtmlTag::aside: return holds_article(element) ? Area::content : Area::outside;
      case HtmlTag::figure: return Area::picture;
      case HtmlTag::figcaption: return Area::caption;
      case HtmlTag::time: return Area::date;
      default: break;
    }
    if (element.itemprop == "description" || element.itemprop == "alternativeHeadline") return Area::standfirst;
    if (element.itemprop == "author") return Area::byline;
    if (element.itemprop == "articleBody") return Area::content;
    if (element.names.size() <= 2 && !element.hidden) return Area::content;
    const auto hint = element.hidden ? AreaHint::hidden : known_hint_of(element.names);
    if (hint == AreaHint::none || hint == AreaHint::embedded) return Area::content;
    if (hint == AreaHint::hidden || hint == AreaHint::comments) {
      // Comments may be many times the article that they are below.
      constexpr std::size_t kShortArticle = 200;
      const bool below_article = hint == AreaHint::comments && prose_[std::min<std::size_t>(element.first_text, prose_.size() - 1)] >= kShortArticle;
      return holds_nearly_all(element) && !below_article ? Area::content : Area::outside;
    }
    if (holds_article(element)) return Area::content;
    if (hint == AreaHint::maybe && prose_in(element) >= kParagraphs && linked_share(element) < 0.2) return Area::content;
    const auto area = area_of(hint);
    // A slide show may be the article.
    if (area == Area::picture && prose_in(element) > kParagraphs) return Area::content;
    // What is named after a small part and holds paragraphs is something else.
    constexpr std::size_t kLongestSmallPart = 1500;
    if ((area == Area::byline || area == Area::date || area == Area::credit) && prose_in(element) > kLongestSmallPart / 5) return Area::content;
    if ((area == Area::standfirst || area == Area::caption) && prose_in(element) > kLongestSmallPart) return Area::content;
    return area;
  }

  static Area combine(Area inherited, Area own) {
    if (inherited == Area::outside || own == Area::outside) return Area::outside;
    if (own == Area::content) return inherited;
    if (inherited == Area::credit) return inherited;
    if (inherited == Area::caption) return own == Area::credit ? own : inherited;
    if (inherited == Area::picture && own != Area::credit) return own == Area::caption || own == Area::picture ? own : Area::caption;
    return own;
  }

  const HtmlTree& tree_;
  std::vector<std::size_t> prose_;  ///< Bytes of prose before each text; the others likewise.
  std::vector<std::size_t> bytes_;
  std::vector<std::size_t> linked_;
  std::unordered_map<std::string_view, AreaHint, NamesHash> hints_;  ///< Of the names met so far.
};

}  // namespace

bool is_prose(const TextBlock& text) {
  constexpr std::size_t kLongText = 80;
  constexpr std::size_t kShortSentence = 30;
  if (text.linked * 2 > text.text.size()) return false;
  return text.text.size() >= kLongText || (text.text.size() >= kShortSentence && ends_sentence(text.text));
}

std::vector<Area> find_areas(const HtmlTree& tree) { return AreaFinder(tree).find(); }

}  // namespace attache::reading
