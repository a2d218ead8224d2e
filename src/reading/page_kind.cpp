#include "reading/page_kind.h"

#include "reading/text.h"

#include <algorithm>

namespace attache::reading {
namespace {

bool has_type(const PageMetadata& metadata, std::initializer_list<std::string_view> names) {
  return std::any_of(metadata.types.begin(), metadata.types.end(), [&](const std::string& type) { return std::find(names.begin(), names.end(), type) != names.end(); });
}

bool says_article(const PageMetadata& metadata) {
  return std::any_of(metadata.types.begin(), metadata.types.end(), [](const std::string& type) { return type.ends_with("Article") || type.ends_with("BlogPosting") || type == "article"; });
}

bool mentions(std::string_view text, std::initializer_list<std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) { return find_ignoring_case(text, part) != std::string_view::npos; });
}

std::size_t words_in(const Document& document, BlockKind kind) {
  std::size_t words = 0;
  for (const auto& block : document.blocks) words += block.kind == kind ? count_words(block.text) : 0;
  return words;
}

std::size_t count_of(const Document& document, BlockKind kind) {
  return static_cast<std::size_t>(std::count_if(document.blocks.begin(), document.blocks.end(), [&](const Block& block) { return block.kind == kind; }));
}

bool is_live_blog(const HtmlTree& tree, const PageMetadata& metadata, const Document& document) {
  if (has_type(metadata, {"LiveBlogPosting"})) return true;
  constexpr std::size_t kFewestPosts = 4;
  const auto times = static_cast<std::size_t>(std::count_if(tree.elements().begin(), tree.elements().end(), [](const HtmlElement& element) { return element.tag == HtmlTag::time; }));
  const bool called_so = mentions(document.url, {"/live/", "-live-updates", "/liveblog"}) || mentions(document.title, {"live updates", "as it happened", "live blog", "liveblog"});
  return called_so && times >= kFewestPosts;
}

bool is_gallery(const PageMetadata& metadata, const Document& document) {
  const auto captions = count_of(document, BlockKind::caption);
  constexpr std::size_t kFewestPictures = 4;
  constexpr std::size_t kFewWords = 200;
  if (has_type(metadata, {"ImageGallery", "MediaGallery"}) && words_in(document, BlockKind::body) < kFewWords && captions >= 2) return true;
  return captions >= kFewestPictures && words_in(document, BlockKind::body) < kFewWords && words_in(document, BlockKind::caption) > 2 * words_in(document, BlockKind::body);
}

/// An element that stands where the text is kept back, or a call to pay for it.
bool has_wall(const HtmlTree& tree) {
  for (const auto& element : tree.elements()) {
    for (const std::string_view name : {"paywall", "regwall", "metered", "subscriber wall", "premium wall", "paygate", "paid wall"}) {
      if (has_name(element, name)) return true;
    }
  }
  return std::any_of(tree.texts().begin(), tree.texts().end(), [](const TextBlock& text) {
    return text.text.size() < 200 && mentions(text.text, {"to continue reading", "to read the full", "to read the rest", "to keep reading", "subscribers only", "for subscribers", "already a subscriber", "to unlock this"});
  });
}

/// Texts that are links with as many words as headlines have, but for those in menus and footers.
std::size_t count_teasers(const HtmlTree& tree, const std::vector<Area>& areas) {
  constexpr std::size_t kFewestWords = 4;
  std::size_t teasers = 0;
  for (const auto& text : tree.texts()) {
    if (areas[text.element] == Area::outside || text.linked * 10 < text.text.size() * 8) continue;
    teasers += count_words(text.text) >= kFewestWords;
  }
  return teasers;
}

/// True when the page shows the title, as long as headlines are, and not as a link: lists are headed by a name.
bool shows_headline(const HtmlTree& tree, const Document& document) {
  constexpr std::size_t kFewestWords = 4;
  return count_words(document.title) >= kFewestWords &&
         std::any_of(tree.texts().begin(), tree.texts().end(), [&](const TextBlock& text) { return text.linked == 0 && text.text == document.title; });
}

/// The address of a site itself, or of nothing below it.
bool is_front_address(std::string_view url) {
  const auto host = url.find("://");
  if (host == std::string_view::npos) return false;
  const auto path = url.find('/', host + 3);
  const auto rest = path == std::string_view::npos ? std::string_view() : url.substr(path + 1);
  return rest.empty() || rest == "index.html" || rest == "home" || rest == "en" || rest == "en/";
}

}  // namespace

PageKind kind_of_page(const HtmlTree& tree, const std::vector<Area>& areas, const PageMetadata& metadata, const Document& document) {
  if (is_live_blog(tree, metadata, document)) return PageKind::live_blog;
  if (is_gallery(metadata, document)) return PageKind::gallery;
  constexpr std::size_t kFewestWords = 130;
  const auto words = words_in(document, BlockKind::body);
  if (words < kFewestWords && (metadata.walled || has_wall(tree) || tree.trouble().frames)) return PageKind::stub;
  if (says_article(metadata)) return PageKind::article;
  constexpr std::size_t kFewestTeasers = 8;
  constexpr std::size_t kWordsOfTeaser = 40;
  if (shows_headline(tree, document) && !is_front_address(document.url)) return PageKind::article;
  const auto teasers = count_teasers(tree, areas);
  const bool says_list = has_type(metadata, {"CollectionPage", "SearchResultsPage", "ItemList", "WebSite", "website"}) || is_front_address(document.url);
  if (teasers >= kFewestTeasers && words < teasers * kWordsOfTeaser * (says_list ? 2 : 1)) return PageKind::listing;
  return PageKind::article;
}

}  // namespace attache::reading
