#pragma once
/// Documents given as JSON objects.

#include <attache/document.h>
#include <attache/error.h>

#include <memory>
#include <string_view>

namespace attache::reading {

/// True for the name of a field that documents have, whatever its case; and for one that holds a title or text.
bool is_document_field(std::string_view name);
bool is_text_field(std::string_view name);

/// Reads one document after another, reusing its memory. Known fields, in any order and whatever their case:
///   id, doc_id, docid, story_id · kind · section, category · url, link, canonical_url, source_url · title, headline, head, heading · published, date, date_published, date_publish,
///   published_at, publish_date, pubdate, publication_date, published_date, datepublished, timestamp, created_at · modified, date_modified, updated, updated_at · language, lang ·
///   byline, author, authors, creator · publication, source_domain, site_name, sitename, publisher, source, outlet · agencies · image_credits ·
///   lead, standfirst, description, abstract, summary, subtitle · text, body, content, maintext, article, article_text, fulltext, full_text · blocks, paragraphs.
/// Other fields are ignored. A document needs a text, blocks, or a title.
class JsonDocumentReader {
 public:
  JsonDocumentReader();
  ~JsonDocumentReader();

  /// Fills `document` from the object. Errors, without place: `malformed` for what is no JSON object, `empty` for an object without text.
  Result<void> read(std::string_view object, Document& document);

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace attache::reading
