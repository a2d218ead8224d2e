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

}  // namespace

ArticleRoot find_article_root(const HtmlTree& tree, const std::vector<Area>& areas, const Headline& headline) {
  const auto& elements = tree.elements();
  const auto& texts = tree.texts();
  std::vector<double> weights(texts.size() + 1, 0);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const bool above = headline.shown && i < headline.end_text;
    weights[i + 1] = weights[i] + (above ? 0 : weight_of(texts[i], elements[texts[i].element], areas[texts[i].element]));
  }
  const auto weight_in = [&](const HtmlElement& element) {
    const auto end = std::min<std::size_t>(element.end_text, texts.size());
    return end > element.first_text ? weights[end] - weights[element.first_text] : 0.0;
  };
  // Pages that go on with the next article put each into an element of its own: the one with the headline counts.
  std::uint32_t from = 0;
  std::uint32_t end = static_cast<std::uint32_t>(elements.size());
  if (headline.shown) {
    constexpr double kEnough = 100;
    for (std::uint32_t i = 0; i < elements.size(); ++i) {
      const auto& element = elements[i];
      const bool holds_headline = element.first_text <= headline.first_text && element.end_text >= headline.end_text;
      if (element.tag == HtmlTag::article && holds_headline && weight_in(element) > kEnough && weight_in(element) > 0.25 * weight_in(elements[0])) {
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
    double weight = weight_in(elements[i]);
    if (weight * kCalledBody <= best_weight) continue;
    if (is_called_article_body(elements[i])) weight *= kCalledBody;
    else if (elements[i].tag == HtmlTag::article) weight *= 1.1;
    if (weight > best_weight) {
      best_weight = weight;
      best = i;
    }
  }
  if (best_weight <= 0) return {from, 0};
  constexpr double kNearlyAll = 0.9;
  const double all = std::max(0.0, weight_in(elements[best]));
  for (auto i = best + 1; i < elements[best].end; ++i) {
    if (can_be_root(elements[i].tag) && weight_in(elements[i]) >= kNearlyAll * all) best = i;
  }
  return {best, all};
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
