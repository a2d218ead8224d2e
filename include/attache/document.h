#pragma once
/// A news page as read: the article's text in blocks, and what the page says about itself.

#include <attache/date.h>
#include <attache/error.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attache {

/// What part of the article a block is.
enum class BlockKind : std::uint8_t {
  headline,  ///< The article's title.
  lead,      ///< The standfirst between headline and body.
  body,      ///< A paragraph, list item or quotation of the article.
  caption,   ///< The text under a picture, without its credit.
};

/// `headline`, `lead`, `body`, `caption`, as in the event record.
std::string_view name_of(BlockKind kind);

/// What sort of page a document was taken from.
enum class PageKind : std::uint8_t {
  article,    ///< One article, whole as far as can be told.
  stub,       ///< The beginning of an article, or its title and summary: the rest is behind a wall, or elsewhere.
  live_blog,  ///< Many dated posts on one matter, the newest first.
  gallery,    ///< Pictures with captions and little else.
  listing,    ///< A front page, a section or a search: the beginnings of many articles.
};

/// `article`, `stub`, `live_blog`, `gallery`, `listing`.
std::string_view name_of(PageKind kind);

/// The kind of that name; `article` for any other.
PageKind page_kind_named(std::string_view name);

/// A paragraph of the article. UTF-8, valid, white space folded, no markup, no line breaks.
struct Block {
  BlockKind kind = BlockKind::body;
  std::string text;
};

/// A news page. A field that the page does not give is empty.
struct Document {
  std::string id;           ///< The input's own id where it has one, else derived from URL and content; stable.
  PageKind kind = PageKind::article;
  std::string url;          ///< Canonical address where known, else the short link.
  std::string short_url;    ///< A shorter address that the page gives for itself.
  std::string title;        ///< The headline; also the first block.
  std::string title_from;   ///< What said so, in a page: `shown`, `metadata`, `window`; empty where the input has a field for it. The others likewise.
  std::optional<Day> published;
  std::string published_from;  ///< What said so: `metadata`, `time element`, `shown`, `address`, `last change`, `dateline`, `picture`, `fetched`, `default`; empty where the input has a field for it.
  std::optional<Day> modified;
  std::string modified_from;   ///< `metadata`, `shown`.
  std::string language;     ///< ISO 639-1, such as `en`; empty when unknown.
  std::string byline;       ///< As printed, without "By".
  std::string byline_from;  ///< `metadata`, `shown`.
  std::string publication;  ///< Site or newspaper.
  std::string section;      ///< Of the site, as printed: `World`, `Politics`.
  std::vector<std::string> agencies;       ///< News agencies credited with the text, as printed: `Reuters`.
  std::vector<std::string> image_credits;  ///< As printed: `AFP/Getty Images`.
  std::vector<Block> blocks;               ///< In reading order: headline, lead, then captions and body as they come.
  Place source;                            ///< Where it was read.
  std::vector<Error> notices;              ///< Trouble met while reading that did not stop it.
};

}  // namespace attache
