#include "reading/html_metadata.h"

#include "base/utf8.h"
#include "reading/date_text.h"
#include "reading/language_id.h"
#include "reading/text.h"

#include <simdjson.h>

#include <algorithm>
#include <initializer_list>

namespace attache::reading {
namespace {

namespace dom = simdjson::dom;

constexpr std::size_t kMaxScriptBytes = 2 * 1024 * 1024;
constexpr std::size_t kMaxObjects = 5000;

/// The first of the tags, in the order of their names, that has a value.
std::string first_meta(const HtmlTree& tree, std::initializer_list<std::string_view> names) {
  for (const auto name : names) {
    for (const auto& meta : tree.metas()) {
      if (meta.name == name) return meta.value;
    }
  }
  return {};
}

/// The value of the first of the tags, in the order of their names, that holds a day; else of the first that holds one that no calendar has.
std::string_view first_meta_with_day(const HtmlTree& tree, std::initializer_list<std::string_view> names, NumericOrder order) {
  std::string_view impossible;
  for (const auto name : names) {
    for (const auto& meta : tree.metas()) {
      if (meta.name != name) continue;
      if (day_from_attribute(meta.value, order)) return meta.value;
      if (impossible.empty() && !find_impossible_day(meta.value).empty()) impossible = meta.value;
    }
  }
  return impossible;
}

/// Types of schema.org that are articles.
bool is_article_type(std::string_view type) {
  return type.ends_with("Article") || type.ends_with("BlogPosting") || type.ends_with("Report") || type.ends_with("NewsStory");
}

/// The names of an object's types.
std::vector<std::string> types_of(dom::object object) {
  std::vector<std::string> types;
  dom::element type;
  if (object["@type"].get(type) != simdjson::SUCCESS) return types;
  std::string_view name;
  dom::array names;
  if (type.get(name) == simdjson::SUCCESS) types.emplace_back(name);
  if (type.get(names) == simdjson::SUCCESS) {
    for (const dom::element entry : names) {
      if (entry.get(name) == simdjson::SUCCESS && types.size() < 8) types.emplace_back(name);
    }
  }
  return types;
}

/// Text as JSON-LD gives it: sites put markup and entities there too.
std::string plain(std::string_view text) {
  if (find_either(text, '<', '&') == std::string_view::npos) return fold_space(text);
  const HtmlTree tree(text);
  std::string joined;
  for (const auto& block : tree.texts()) {
    if (!joined.empty()) joined += '\n';
    joined += block.text;
  }
  return joined;
}

/// Likewise, with a line for each paragraph.
std::string plain_lines(std::string_view text) {
  if (find_either(text, '<', '&') != std::string_view::npos) return plain(text);
  std::string lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    if (const auto line = fold_space(text.substr(0, end)); !line.empty()) lines += (lines.empty() ? "" : "\n") + line;
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return lines;
}

std::string string_field(dom::object object, std::string_view name) {
  std::string_view text;
  return object[name].get(text) == simdjson::SUCCESS ? plain(text) : std::string();
}

/// A name given as text, as an object with a name, or as a list of either.
void append_names(dom::element element, std::vector<std::string>& names) {
  std::vector<dom::element> queue{element};
  while (!queue.empty() && names.size() < 20) {
    const auto item = queue.back();
    queue.pop_back();
    std::string_view text;
    dom::object object;
    dom::array array;
    if (item.get(text) == simdjson::SUCCESS) {
      names.push_back(plain(text));
    } else if (item.get(object) == simdjson::SUCCESS) {
      dom::element name;
      if (object["name"].get(name) == simdjson::SUCCESS) queue.push_back(name);
    } else if (item.get(array) == simdjson::SUCCESS) {
      std::vector<dom::element> items(array.begin(), array.end());
      if (items.size() > 20) items.resize(20);
      queue.insert(queue.end(), items.rbegin(), items.rend());
    }
  }
}

std::string address_field(dom::object object, std::string_view name) {
  dom::element element;
  if (object[name].get(element) != simdjson::SUCCESS) return {};
  std::string_view text;
  dom::object inner;
  if (element.get(inner) == simdjson::SUCCESS && inner["@id"].get(element) != simdjson::SUCCESS) return {};
  return element.get(text) == simdjson::SUCCESS && text.starts_with("http") ? std::string(text) : std::string();
}

/// The first of the names that a field gives.
std::string first_name(dom::object object, std::string_view field) {
  dom::element element;
  std::vector<std::string> names;
  if (object[field].get(element) == simdjson::SUCCESS) append_names(element, names);
  return names.empty() ? std::string() : names.front();
}

void fill(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

void take_published(std::string_view value, NumericOrder order, PageMetadata& metadata) {
  metadata.published = day_from_attribute(value, order);
  metadata.published_hour = hour_in_utc(value);
  if (!metadata.published && metadata.impossible_day.empty()) metadata.impossible_day = find_impossible_day(value.substr(0, 100));
}

void read_article_object(dom::object object, NumericOrder order, PageMetadata& metadata) {
  fill(metadata.headline, string_field(object, "headline"));
  fill(metadata.description, string_field(object, "description"));
  fill(metadata.section, first_name(object, "articleSection"));
  bool free = true;
  std::string_view said;
  if (object["isAccessibleForFree"].get(free) == simdjson::SUCCESS) metadata.walled = !free;
  if (object["isAccessibleForFree"].get(said) == simdjson::SUCCESS) metadata.walled = equal_ignoring_case(said, "false");
  std::string_view body;
  if (metadata.article_text.empty() && object["articleBody"].get(body) == simdjson::SUCCESS) metadata.article_text = plain_lines(body);
  fill(metadata.url, address_field(object, "mainEntityOfPage"));
  fill(metadata.url, address_field(object, "url"));
  fill(metadata.language, language_code(string_field(object, "inLanguage")));
  if (!metadata.published) take_published(string_field(object, "datePublished"), order, metadata);
  if (!metadata.modified) metadata.modified = day_from_attribute(string_field(object, "dateModified"), order);
  dom::element element;
  if (metadata.byline.empty() && object["author"].get(element) == simdjson::SUCCESS) {
    std::vector<std::string> names;
    append_names(element, names);
    metadata.byline = join_authors(names);
  }
  if (metadata.site.empty() && object["publisher"].get(element) == simdjson::SUCCESS) {
    std::vector<std::string> names;
    append_names(element, names);
    if (!names.empty()) metadata.site = names.front();
  }
}

/// Looks for articles in a script's objects, breadth first: the page's own article comes before those that it lists.
void read_script(std::string_view script, dom::parser& parser, NumericOrder order, PageMetadata& metadata) {
  if (script.size() > kMaxScriptBytes) return;
  // Line breaks within strings are no JSON, and common.
  std::string json(trim(script));
  for (char& c : json) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  dom::element root;
  if (parser.parse(json).get(root) != simdjson::SUCCESS) return;
  std::vector<dom::element> queue{root};
  for (std::size_t i = 0; i < queue.size() && i < kMaxObjects; ++i) {
    dom::object object;
    dom::array array;
    if (queue[i].get(array) == simdjson::SUCCESS) {
      for (const dom::element item : array) queue.push_back(item);
    } else if (queue[i].get(object) == simdjson::SUCCESS) {
      const auto types = types_of(object);
      if (metadata.types.size() < 40) metadata.types.insert(metadata.types.end(), types.begin(), types.end());
      if (std::any_of(types.begin(), types.end(), [](const std::string& type) { return is_article_type(type); })) return read_article_object(object, order, metadata);
      for (const std::string_view name : {"@graph", "mainEntity", "mainEntityOfPage", "hasPart"}) {
        dom::element inner;
        if (object[name].get(inner) == simdjson::SUCCESS) queue.push_back(inner);
      }
    }
  }
}

bool is_address(std::string_view text) { return text.starts_with("http") || text.starts_with("www.") || text.find('@') != std::string_view::npos; }

}  // namespace

std::string join_authors(const std::vector<std::string>& names) {
  std::string joined;
  for (const auto& entry : names) {
    std::string_view name = strip(entry, " ,;");
    if (starts_ignoring_case(name, "by ")) name = trim(name.substr(3));
    if (name.empty() || is_address(name) || joined.find(name) != std::string::npos) continue;
    if (!joined.empty()) joined += ", ";
    joined += name;
  }
  return joined;
}

std::string stated_address(const HtmlTree& tree) {
  auto address = first_meta(tree, {"canonical"});
  if (!address.starts_with("http")) address = first_meta(tree, {"og:url", "twitter:url", "parsely-link"});
  if (!address.starts_with("http")) address.clear();
  return address;
}

PageMetadata read_metadata(const HtmlTree& tree, NumericOrder order) {
  PageMetadata metadata;
  dom::parser parser;
  for (const auto script : tree.json_ld()) read_script(script, parser, order, metadata);
  fill(metadata.headline, first_meta(tree, {"og:title", "twitter:title", "headline", "dc.title", "parsely-title", "sailthru.title"}));
  auto description = first_meta(tree, {"og:description", "description", "twitter:description", "dc.description"});
  if (!description.empty()) metadata.description = std::move(description);
  if (auto address = stated_address(tree); !address.empty()) metadata.url = std::move(address);
  if (auto shorter = first_meta(tree, {"shortlink", "shorturl", "short_url"}); shorter.starts_with("http") && shorter != metadata.url) metadata.short_url = std::move(shorter);
  fill(metadata.section, first_meta(tree, {"article:section", "og:article:section", "section", "parsely-section", "sailthru.section", "cxenseparse:section"}));
  if (const auto type = first_meta(tree, {"og:type"}); !type.empty()) metadata.types.push_back(type);
  if (const auto tier = first_meta(tree, {"article:content_tier"}); tier == "locked" || tier == "metered") metadata.walled = true;
  auto site = first_meta(tree, {"og:site_name", "application-name", "dc.publisher", "publisher"});
  if (!site.empty() && !is_address(site)) metadata.site = std::move(site);
  fill(metadata.language, language_code(tree.language()));
  fill(metadata.language, language_code(first_meta(tree, {"og:locale", "content-language", "language", "dc.language"})));
  if (!metadata.published) {
    take_published(first_meta_with_day(tree, {"article:published_time", "og:published_time", "datepublished", "article:published", "og:article:published_time", "parsely-pub-date",
                                               "sailthru.date", "pubdate", "publishdate", "publish_date", "publish-date", "date_published", "date", "dc.date.issued", "dcterms.created", "dc.date.created", "dcterms.date", "dc.date",
                                               "publication_date", "article_date_original", "originalpublicationdate", "cxenseparse:recs:publishtime", "displaydate", "ptime", "article.published", "citation_publication_date",
                                               "eomportal-timestamp", "date.release", "rnews:datepublished", "bt:pubdate", "timestamp"}, order), order, metadata);
  }
  if (!metadata.modified) {
    metadata.modified = day_from_attribute(first_meta_with_day(tree, {"article:modified_time", "og:updated_time", "datemodified", "dateupdate", "dateupdated", "dcterms.modified", "dc.date.modified", "lastmod", "last-modified", "revision_date", "lastmodified", "article:modified"}, order), order);
  }
  metadata.pictured = day_from_url(first_meta(tree, {"og:image", "twitter:image"}));
  if (metadata.byline.empty()) {
    std::vector<std::string> names;
    for (const std::string_view name : {"author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator", "article:author_name", "cxenseparse:author", "twitter:creator:name"}) {
      for (const auto& meta : tree.metas()) {
        if (meta.name == name) names.push_back(meta.value);
      }
      metadata.byline = join_authors(names);
      if (!metadata.byline.empty()) break;
    }
  }
  if (metadata.byline == metadata.site) metadata.byline.clear();
  return metadata;
}

}  // namespace attache::reading
