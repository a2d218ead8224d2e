#include "outputs/document_json.h"

#include "outputs/json.h"

namespace attache::outputs {
namespace {

void write_source(JsonWriter& json, const Place& source) {
  json.key("source");
  json.begin_object();
  json.field("file", source.file);
  if (source.line) json.number("line", *source.line);
  if (source.offset) json.number("offset", *source.offset);
  if (source.record) json.number("record", *source.record);
  json.end_object();
}

}  // namespace

void append_document_json(const Document& document, std::string& out) {
  JsonWriter json;
  json.begin_object();
  json.field("id", document.id);
  json.field("kind", name_of(document.kind));
  json.field("url", document.url);
  json.field("short_url", document.short_url);
  json.field("title", document.title);
  json.field("published", document.published);
  json.field("published_from", document.published_from);
  json.field("title_from", document.title_from);
  json.field("modified_from", document.modified_from);
  json.field("byline_from", document.byline_from);
  json.field("modified", document.modified);
  json.field("language", document.language);
  json.field("byline", document.byline);
  json.field("publication", document.publication);
  json.field("section", document.section);
  json.field("agencies", document.agencies);
  json.field("image_credits", document.image_credits);
  json.key("blocks");
  json.begin_array();
  for (const auto& block : document.blocks) {
    json.begin_object();
    json.field("kind", name_of(block.kind));
    json.field("text", block.text);
    json.end_object();
  }
  json.end_array();
  write_source(json, document.source);
  std::vector<std::string> notices;
  for (const auto& notice : document.notices) notices.push_back(to_string(notice));
  json.field("notices", notices);
  json.end_object();
  out += json.line();
  out += '\n';
}

}  // namespace attache::outputs
