#pragma once
/// What a page says about itself in tags and scripts that are not shown.

#include "reading/date_text.h"
#include "reading/html_tree.h"

#include <attache/date.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attache::reading {

/// A page's own statements. Each field is from the source that is right most often among those that give it.
struct PageMetadata {
  std::string headline;        ///< JSON-LD, then Open Graph.
  std::string description;     ///< Open Graph, meta, JSON-LD.
  std::string article_text;    ///< The article's text as JSON-LD has it, without markup; empty in most pages.
  std::string url;             ///< Canonical.
  std::string short_url;
  std::string section;
  std::vector<std::string> types;  ///< Of the page's objects by schema.org and Open Graph: `NewsArticle`, `LiveBlogPosting`, `website`.
  bool walled = false;         ///< The page says that it is not free to read.
  std::string site;
  std::string language;
  std::string byline;
  std::optional<Day> published;
  std::optional<unsigned> published_hour;  ///< Where `published` is given in Universal Time: the hour.
  std::string impossible_day;              ///< A day of publication that no calendar has, as the page gives it.
  std::optional<Day> modified;
  std::optional<Day> pictured;  ///< In the address of the page's own picture: about when it was put there.
};

/// Reads JSON-LD (schema.org articles, also within graphs and lists), Open Graph, and the meta tags that publishing systems use.
/// `order` is that of days in figures, as far as it is known before.
PageMetadata read_metadata(const HtmlTree& tree, NumericOrder order);

/// The page's own address, canonical or of Open Graph, in its tags; empty when they say none.
std::string stated_address(const HtmlTree& tree);

/// Names joined by commas, without "By" and without addresses.
std::string join_authors(const std::vector<std::string>& names);

}  // namespace attache::reading
