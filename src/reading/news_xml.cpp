#include "reading/news_xml.h"

#include "reading/credits.h"
#include "reading/date_text.h"
#include "reading/document_builder.h"
#include "reading/furniture.h"
#include "reading/html_fragment.h"
#include "reading/html_metadata.h"
#include "reading/language_id.h"
#include "reading/news_item.h"
#include "reading/text.h"
#include "reading/xml_tree.h"

#include <algorithm>
#include <initializer_list>

namespace attache::reading {
namespace {

/// The first of the children that has text.
std::string_view first_text(pugi::xml_node node, std::initializer_list<std::string_view> names) {
  for (const auto name : names) {
    if (const auto text = raw_text_of(node, name); !text.empty()) return text;
  }
  return {};
}

/// `jane.roe@zendatimes.example (Jane Roe)` names its writer in brackets.
std::string writer_named(std::string_view author) {
  auto name = fragment_line(author);
  const auto open = name.find(" (");
  if (name.find('@') < open && open != std::string::npos) name = std::string(strip(std::string_view(name).substr(open + 2), " )"));
  return join_authors({name});
}

/// Puts title, summary and full text in order. Without a full text the document is the beginning of one that is elsewhere.
void add_item_text(Document& document, std::string_view summary, std::string_view full) {
  add_block(document, BlockKind::headline, document.title);
  // What says little more than its summary is one.
  constexpr std::size_t kFewestParagraphs = 2;
  auto paragraphs = fragment_paragraphs(full);
  std::erase_if(paragraphs, [&](const std::string& line) { return is_furniture(line) || is_site_notice(line) || is_inline_link(line) || line == document.title; });
  const auto lead = fragment_paragraphs(summary);
  if (paragraphs.size() < kFewestParagraphs && count_words(paragraphs.empty() ? "" : paragraphs.front()) < 80) {
    document.kind = PageKind::stub;
    const auto& said = paragraphs.empty() ? lead : paragraphs;
    for (const auto& line : said) {
      if (!is_furniture(line) && !is_site_notice(line) && line != document.title) add_block(document, BlockKind::lead, line);
    }
    return;
  }
  const bool repeats = !lead.empty() && paragraphs.front().starts_with(std::string_view(lead.front()).substr(0, 40));
  if (!lead.empty() && !repeats) add_block(document, BlockKind::lead, lead.front());
  for (const auto& paragraph : paragraphs) {
    if (const auto caption = split_caption(paragraph); mentions_image_credit(paragraph) && !caption.credit.empty() && !is_news_agency(caption.text)) {
      add_once(document.image_credits, caption.credit);
      add_block(document, BlockKind::caption, caption.text);
    } else {
      add_block(document, BlockKind::body, paragraph);
    }
  }
  for (const auto& block : document.blocks) {
    if (block.kind != BlockKind::body) continue;
    add_once(document.agencies, agency_in_dateline(block.text));
    break;
  }
}

void take_writer(Document& document, std::string_view author) {
  document.byline = writer_named(author);
  if (is_news_agency(document.byline)) add_once(document.agencies, document.byline);
}

void read_rss_item(pugi::xml_node item, Document& document) {
  document.title = fragment_line(raw_text_of(item, "title"));
  document.url = std::string(trim(first_text(item, {"origLink", "link"})));
  if (document.url.empty()) {
    const auto guid = trim(raw_text_of(item, "guid"));
    if (guid.starts_with("http")) document.url = std::string(guid);
  }
  document.published = day_from_attribute(first_text(item, {"pubDate", "date", "published", "issued"}));
  document.modified = day_from_attribute(first_text(item, {"updated", "modified"}));
  take_writer(document, first_text(item, {"creator", "author"}));
  add_item_text(document, raw_text_of(item, "description"), raw_text_of(item, "encoded"));
}

std::string content_of(pugi::xml_node node) {
  const std::string_view type = node.attribute("type").value();
  if (type == "xhtml") return markup_in(node);
  return node.text().get();
}

void read_atom_entry(pugi::xml_node entry, Document& document) {
  document.title = fragment_line(content_of(child_named(entry, "title")));
  for (const auto link : entry.children()) {
    if (local_name(link) != "link") continue;
    const std::string_view rel = link.attribute("rel").value();
    if (rel.empty() || rel == "alternate") document.url = link.attribute("href").value();
  }
  document.published = day_from_attribute(first_text(entry, {"published", "issued", "created", "updated", "modified"}));
  document.modified = day_from_attribute(first_text(entry, {"updated", "modified"}));
  std::vector<std::string> names;
  for (const auto author : entry.children()) {
    if (local_name(author) == "author") names.push_back(fragment_line(raw_text_of(author, "name")));
  }
  document.byline = join_authors(names);
  add_item_text(document, content_of(child_named(entry, "summary")), content_of(child_named(entry, "content")));
}

void read_sitemap_entry(pugi::xml_node entry, Document& document) {
  const auto news = child_named(entry, "news");
  document.url = std::string(trim(raw_text_of(entry, "loc")));
  document.title = fragment_line(raw_text_of(news, "title"));
  document.published = day_from_attribute(raw_text_of(news, "publication_date"));
  document.modified = day_from_attribute(raw_text_of(entry, "lastmod"));
  const auto publication = child_named(news, "publication");
  document.publication = fragment_line(raw_text_of(publication, "name"));
  document.language = language_code(raw_text_of(publication, "language"));
  document.kind = PageKind::stub;
  add_block(document, BlockKind::headline, document.title);
}

class XmlReader {
 public:
  XmlReader(const Document& blank, const XmlSink& sink) : blank_(blank), sink_(sink) {}

  void read(std::string_view xml) {
    pugi::xml_document tree;
    const auto result = tree.load_buffer(xml.data(), xml.size(), pugi::parse_default, pugi::encoding_utf8);
    read_root(tree.document_element());
    if (!result) {
      Place here = blank_.source;
      here.line = 1 + static_cast<std::uint64_t>(std::count(xml.begin(), xml.begin() + std::min<std::ptrdiff_t>(result.offset, static_cast<std::ptrdiff_t>(xml.size())), '\n'));
      sink_.on_error({ErrorKind::malformed, std::string("the XML is damaged: ") + result.description(), std::move(here), items_ ? "kept the items before" : "skipped it"});
    } else if (items_ == 0) {
      sink_.on_error({ErrorKind::empty, "no article in the XML", blank_.source, "skipped it"});
    }
  }

 private:
  void read_root(pugi::xml_node root) {
    const auto name = local_name(root);
    if (name == "rss" || name == "RDF") return read_rss(root);
    if (name == "feed") return read_atom(root);
    if (name == "urlset") return read_sitemap(root);
    if (name == "sitemapindex") {
      ++items_;
      return sink_.on_passed_over("lists of sitemaps");
    }
    read_news_items(root, blank_, [this](Document&& document) { hand_on(std::move(document)); });
  }

  void hand_on(Document&& document) {
    ++items_;
    if (!document.source.record || items_ > 1) document.source.record = items_;
    sink_.on_document(std::move(document));
  }

  /// Hands the document on unless it says nothing.
  void hand_on_item(Document&& document) {
    if (document.title.empty() && document.blocks.empty()) {
      ++items_;
      return sink_.on_passed_over("items without title and text");
    }
    hand_on(std::move(document));
  }

  void read_rss(pugi::xml_node root) {
    const auto channel = child_named(root, "channel");
    Document blank = blank_;
    blank.publication = fragment_line(raw_text_of(channel, "title"));
    blank.language = language_code(first_text(channel, {"language"}));
    for (const auto holder : {channel, root}) {
      for (const auto item : holder.children()) {
        if (local_name(item) != "item") continue;
        Document document = blank;
        read_rss_item(item, document);
        hand_on_item(std::move(document));
      }
    }
  }

  void read_atom(pugi::xml_node feed) {
    Document blank = blank_;
    blank.publication = fragment_line(content_of(child_named(feed, "title")));
    blank.language = language_code(feed.attribute("xml:lang").value());
    for (const auto entry : feed.children()) {
      if (local_name(entry) != "entry") continue;
      Document document = blank;
      read_atom_entry(entry, document);
      hand_on_item(std::move(document));
    }
  }

  void read_sitemap(pugi::xml_node list) {
    for (const auto entry : list.children()) {
      if (local_name(entry) != "url") continue;
      Document document = blank_;
      read_sitemap_entry(entry, document);
      if (document.title.empty()) {
        ++items_;
        sink_.on_passed_over("addresses without a title");
      } else {
        hand_on(std::move(document));
      }
    }
  }

  const Document& blank_;
  const XmlSink& sink_;
  std::uint64_t items_ = 0;
};

}  // namespace

void read_news_xml(std::string_view xml, const Document& blank, const XmlSink& sink) { XmlReader(blank, sink).read(xml); }

}  // namespace attache::reading
