#include "reading/html_root.h"

#include "reading/furniture.h"
#include "reading/text.h"

#include <algorithm>

namespace attache::reading {
namespace {

/// An element whose own name or property says that it holds the article's text.
bool is_called_article_body(const HtmlElement& element) {
  if (element.itemprop == "articleBody") return true;
  if (element.names.size() <= 2) return false;
  constexpr std::string_view names[] = {"articlebody", "article body", "storybody", "story body", "entry content", "entrycontent", "post content", "postcontent", "article content", "articlecontent", "story content",
                                      "storycontent", "post body", "postbody", "article text", "articletext", "story text", "storytext", "body text", "bodytext", "body copy", "article copy", "articlecopy", "article main"};
  return std::any_of(std::begin(names), std::end(names), [&](std::string_view name) { return has_name(element, name); });
}

/// Elements that hold an article, not a paragraph of one.
bool can_be_root(HtmlTag tag) {
  switch (tag) {
    case HtmlTag::p: case HtmlTag::li: case HtmlTag::span: case HtmlTag::blockquote: case HtmlTag::figcaption: case HtmlTag::figure: case HtmlTag::h1:
    case HtmlTag::h2: case HtmlTag::h3: case HtmlTag::h4: case HtmlTag::h5: case HtmlTag::h6: return false;
    default: return true;
  }
}

double weight_of(const TextBlock& text, const HtmlElement& element, Area area) {
  switch (area) {
    case Area::outside: return -4;
    case Area::content: break;
    default: return 0;
  }
  const auto size = static_cast<double>(text.text.size());
  if (is_prose(text)) {
    constexpr double kTeaser = 140;
    constexpr double kMostForOne = 3000;
    const double unlinked = std::min(size - text.linked, kMostForOne);
    if (is_site_notice(text.text)) return -20;
    return size < kTeaser ? unlinked * 0.5 : unlinked;
  }
  if (text.linked * 2 > text.text.size()) return -25 - size / 2;
  if (is_furniture(text.text) || begins_page_end(text.text)) return -20;
  switch (element.tag) {
    case HtmlTag::p: case HtmlTag::h2: case HtmlTag::h3: case HtmlTag::h4: case HtmlTag::blockquote: return 0;
    default: return -3;
  }
}

/// What texts weigh, as sums of all before each, so that any run of them is weighed at once.
class Weights {
 public:
  Weights(const HtmlTree& tree, const std::vector<Area>& areas, const Headline& headline) : sums_(tree.texts().size() + 1, 0) {
    const auto& texts = tree.texts();
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const bool above = headline.shown && i < headline.end_text;
      sums_[i + 1] = sums_[i] + (above ? 0 : weight_of(texts[i], tree.elements()[texts[i].element], areas[texts[i].element]));
    }
  }

  double before(std::uint32_t text) const { return sums_[std::min<std::size_t>(text, sums_.size() - 1)]; }
  double of(std::uint32_t first_text, std::uint32_t end_text) const { return end_text > first_text ? before(end_text) - before(first_text) : 0; }
  double of(const HtmlElement& element) const { return of(element.first_text, element.end_text); }

 private:
  std::vector<double> sums_;
};

/// An element with a heading of an article in it.
bool is_headed(const HtmlTree& tree, std::uint32_t element) {
  const auto& elements = tree.elements();
  return std::any_of(elements.begin() + element, elements.begin() + elements[element].end, [](const HtmlElement& inner) { return inner.tag == HtmlTag::h1 || inner.tag == HtmlTag::h2; });
}

/// True when the element is one post of many: another beside it is like it, and each has its heading.
bool is_one_of_posts(const HtmlTree& tree, std::uint32_t element) {
  const auto& elements = tree.elements();
  if (!is_headed(tree, element)) return false;
  const auto outer = elements[element].parent;
  for (auto child = outer + 1; child < elements[outer].end; child = elements[child].end) {
    if (child != element && are_alike(elements[child], elements[element]) && is_headed(tree, child)) return true;
  }
  return false;
}

/// Takes in the root's neighbors where these make it much heavier, but no other article's.
void take_in_neighbors(const HtmlTree& tree, const Weights& weights, std::uint32_t outermost, ArticleRoot& root) {
  constexpr int kFarthest = 4;
  constexpr double kMuchHeavier = 1.25;
  const auto& elements = tree.elements();
  auto inner = root.element;
  for (int up = 0; up < kFarthest && inner != outermost && inner != 0; ++up) {
    if (elements[inner].tag == HtmlTag::article || is_one_of_posts(tree, inner)) return;
    const auto outer = elements[inner].parent;
    auto first = root.first_text, end = root.end_text;
    for (auto child = outer + 1; child < elements[outer].end; child = elements[child].end) {
      if (child < inner && weights.before(elements[child].first_text) < weights.before(first)) first = elements[child].first_text;
      if (child > inner && weights.before(elements[child].end_text) > weights.before(end)) end = elements[child].end_text;
    }
    if (const double weight = weights.of(first, end); weight > kMuchHeavier * root.weight) {
      root = {outer, first, end, weight};
      up = 0;
    }
    inner = outer;
  }
}

}  // namespace

ArticleRoot find_article_root(const HtmlTree& tree, const std::vector<Area>& areas, const Headline& headline) {
  const auto& elements = tree.elements();
  const Weights weights(tree, areas, headline);
  // Pages that go on with the next article put each into an element of its own: the one with the headline counts.
  std::uint32_t from = 0;
  std::uint32_t end = static_cast<std::uint32_t>(elements.size());
  if (headline.shown) {
    constexpr double kEnough = 100;
    for (std::uint32_t i = 0; i < elements.size(); ++i) {
      const auto& element = elements[i];
      const bool holds_headline = element.first_text <= headline.first_text && element.end_text >= headline.end_text;
      if (element.tag == HtmlTag::article && holds_headline && weights.of(element) > kEnough && weights.of(element) > 0.25 * weights.of(elements[0])) {
        from = i;
        end = element.end;
      }
    }
  }
  std::uint32_t best = from;
  double best_weight = 0;
  for (auto i = from; i < end; ++i) {
    if (!can_be_root(elements[i].tag)) continue;
    constexpr double kCalledBody = 1.3;
    double weight = weights.of(elements[i]);
    if (weight * kCalledBody <= best_weight) continue;
    if (is_called_article_body(elements[i])) weight *= kCalledBody;
    else if (elements[i].tag == HtmlTag::article) weight *= 1.1;
    if (weight > best_weight) {
      best_weight = weight;
      best = i;
    }
  }
  if (best_weight <= 0) return {from, elements[from].first_text, elements[from].end_text, 0};
  constexpr double kNearlyAll = 0.9;
  const double all = std::max(0.0, weights.of(elements[best]));
  for (auto i = best + 1; i < elements[best].end; ++i) {
    if (can_be_root(elements[i].tag) && weights.of(elements[i]) >= kNearlyAll * all) best = i;
  }
  ArticleRoot root{best, elements[best].first_text, elements[best].end_text, all};
  take_in_neighbors(tree, weights, from, root);
  return root;
}

ArticleRoot settle_article_root(const HtmlTree& tree, std::vector<Area>& areas, Headline& headline) {
  constexpr double kTooLittle = 200;
  constexpr double kMuchMore = 3;
  auto root = find_article_root(tree, areas, headline);
  if (root.weight >= kTooLittle) return root;
  if (headline.shown) {
    // The headline may be a link to this page from below the article.
    auto elsewhere = headline;
    elsewhere.shown = false;
    const auto other = find_article_root(tree, areas, elsewhere);
    if (other.weight > kTooLittle && other.weight > kMuchMore * root.weight) {
      headline = elsewhere;
      root = other;
    }
  }
  // A short article is none the less one; below it readers may write more.
  constexpr double kShortArticle = 100;
  if (root.weight >= (headline.shown ? kShortArticle : kTooLittle)) return root;
  std::vector<Area> nothing_outside = areas;
  std::replace(nothing_outside.begin(), nothing_outside.end(), Area::outside, Area::content);
  const auto other = find_article_root(tree, nothing_outside, headline);
  if (other.weight > kTooLittle && other.weight > kMuchMore * root.weight) {
    root = other;
    for (auto i = root.element; i < tree.elements()[root.element].end; ++i) areas[i] = nothing_outside[i];
  }
  return root;
}

}  // namespace attache::reading
