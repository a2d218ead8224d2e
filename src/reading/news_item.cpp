#include "reading/news_item.h"

#include "reading/credits.h"
#include "reading/date_text.h"
#include "reading/document_builder.h"
#include "reading/html_fragment.h"
#include "reading/language_id.h"
#include "reading/text.h"
#include "reading/xml_tree.h"

#include <string>

namespace attache::reading {
namespace {

std::string text_below(pugi::xml_node node, std::string_view name) { return text_in(descendant_named(node, name)); }

std::optional<Day> first_day(std::initializer_list<std::string_view> values) {
  for (const auto value : values) {
    if (const auto day = day_from_attribute(value)) return day;
  }
  return std::nullopt;
}

void take_byline(std::string_view line, Document& document) {
  if (line.empty() || !document.byline.empty()) return;
  const auto credit = read_byline(starts_ignoring_case(line, "by ") ? std::string(line) : "By " + std::string(line));
  document.byline = credit ? credit->byline : std::string(line);
  if (!credit) return;
  for (const auto& agency : credit->agencies) add_once(document.agencies, agency);
}

void take_credit(std::string_view line, Document& document) {
  if (is_news_agency(line)) add_once(document.agencies, line);
}

/// The text's elements in order: paragraphs, subheads, list items, and what stands under pictures.
void add_content(pugi::xml_node content, Document& document) {
  std::vector<pugi::xml_node> waiting;
  const auto push_children = [&](pugi::xml_node node) {
    for (auto child = node.last_child(); child; child = child.previous_sibling()) waiting.push_back(child);
  };
  push_children(content);
  while (!waiting.empty()) {
    const auto node = waiting.back();
    waiting.pop_back();
    const auto name = local_name(node);
    if (name == "p" || name == "hl1" || name == "hl2" || name == "li" || name == "h2" || name == "h3" || name == "h4" || name == "pre") {
      const auto text = text_in(node);
      if (text != document.title) add_block(document, BlockKind::body, text);
    } else if (name == "media-caption") {
      const auto caption = split_caption(text_in(node));
      add_once(document.image_credits, caption.credit);
      add_block(document, BlockKind::caption, caption.text);
    } else if (name == "media-producer") {
      add_once(document.image_credits, text_in(node));
    } else if (name != "head" && name != "body.head" && name != "media-metadata" && name != "script" && name != "style") {
      push_children(node);
    }
  }
}

void read_nitf(pugi::xml_node nitf, Document& document) {
  const auto head = child_named(nitf, "head");
  const auto body = child_named(nitf, "body");
  const auto body_head = child_named(body, "body.head");
  const auto data = child_named(head, "docdata");
  auto title = text_in(descendant_named(body_head, "hl1"));
  if (title.empty()) title = text_in(child_named(body_head, "hedline"));
  if (title.empty()) title = text_in(child_named(head, "title"));
  if (document.title.empty()) document.title = title;
  if (document.id.empty()) document.id = child_named(data, "doc-id").attribute("id-string").value();
  const auto publication = descendant_named(head, "pubdata");
  if (document.publication.empty()) document.publication = publication.attribute("name").value();
  if (document.publication.empty()) document.publication = child_named(data, "doc.copyright").attribute("holder").value();
  if (!document.published) {
    document.published = first_day({child_named(data, "date.issue").attribute("norm").value(), publication.attribute("date.publication").value(), child_named(data, "date.release").attribute("norm").value(),
                                    descendant_named(body_head, "story.date").attribute("norm").value()});
  }
  const auto byline = child_named(body_head, "byline");
  const auto person = text_below(byline, "person");
  take_byline(person.empty() ? text_in(byline) : person, document);
  take_credit(text_below(body_head, "distributor"), document);
  add_block(document, BlockKind::headline, document.title);
  add_block(document, BlockKind::lead, text_in(child_named(body_head, "abstract")));
  const auto content = child_named(body, "body.content");
  add_content(content ? content : body, document);
}

/// The text of an item, in whichever of the forms it is carried.
void read_content(pugi::xml_node set, Document& document) {
  if (const auto nitf = descendant_named(set, "nitf")) return read_nitf(nitf, document);
  add_block(document, BlockKind::headline, document.title);
  const auto inner = descendant_named(set, "inlineXML");
  add_content(inner ? inner : set, document);
  if (document.blocks.size() > 1 || (document.title.empty() && !document.blocks.empty())) return;
  for (const std::string_view name : {"inlineData", "DataContent"}) {
    const auto data = descendant_named(set, name);
    if (!data) continue;
    for (const auto& paragraph : fragment_paragraphs(data.text().get())) add_block(document, BlockKind::body, paragraph);
  }
}

void read_g2_item(pugi::xml_node item, Document& document) {
  const auto meta = child_named(item, "itemMeta");
  const auto content = child_named(item, "contentMeta");
  document.id = item.attribute("guid").value();
  document.title = text_in(child_named(content, "headline"));
  document.published = first_day({raw_text_of(meta, "firstCreated"), raw_text_of(content, "contentCreated"), raw_text_of(meta, "versionCreated")});
  document.modified = first_day({raw_text_of(content, "contentModified"), raw_text_of(meta, "versionCreated")});
  document.language = language_code(child_named(content, "language").attribute("tag").value());
  if (document.language.empty()) document.language = language_code(item.attribute("xml:lang").value());
  const auto provider = child_named(meta, "provider");
  document.publication = text_in(child_named(provider, "name"));
  take_byline(text_in(child_named(content, "by")), document);
  take_credit(text_in(child_named(content, "creditline")), document);
  take_credit(document.publication, document);
  read_content(child_named(item, "contentSet"), document);
}

void read_newsml_item(pugi::xml_node item, Document& document) {
  document.title = text_below(item, "HeadLine");
  document.published = first_day({text_below(item, "FirstCreated"), text_below(item, "ThisRevisionCreated"), text_below(item, "DateId")});
  take_byline(text_below(item, "ByLine"), document);
  take_credit(text_below(item, "CreditLine"), document);
  read_content(item, document);
}

}  // namespace

void read_news_items(pugi::xml_node root, const Document& blank, const std::function<void(Document&&)>& on_document) {
  const auto hand_on = [&](pugi::xml_node item, void (*read)(pugi::xml_node, Document&)) {
    Document document = blank;
    read(item, document);
    if (document.modified && document.published && *document.modified <= *document.published) document.modified.reset();
    const bool any_text = document.blocks.size() > (document.title.empty() ? 0 : 1);
    if (any_text) on_document(std::move(document));
  };
  const auto name = local_name(root);
  if (name == "nitf") return hand_on(root, &read_nitf);
  if (name == "newsItem") return hand_on(root, &read_g2_item);
  if (name == "NewsML") {
    for (const auto item : descendants_named(root, "NewsItem")) hand_on(item, &read_newsml_item);
    return;
  }
  for (const auto item : descendants_named(root, "newsItem")) hand_on(item, &read_g2_item);
}

}  // namespace attache::reading
