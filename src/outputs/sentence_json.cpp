#include "outputs/sentence_json.h"

#include "outputs/json.h"

namespace attache::outputs {
namespace {

std::string_view name_of(NameTag tag) {
  switch (tag) {
    case NameTag::none: return "";
    case NameTag::begin_person: return "B-PER";
    case NameTag::inside_person: return "I-PER";
    case NameTag::begin_organisation: return "B-ORG";
    case NameTag::inside_organisation: return "I-ORG";
    case NameTag::begin_place: return "B-LOC";
    case NameTag::inside_place: return "I-LOC";
  }
  return "";
}

void write_token(JsonWriter& json, const Token& token) {
  json.begin_object();
  json.field("text", token.text);
  json.number("start", token.start);
  json.number("end", token.end);
  json.field("lemma", token.lemma);
  json.field("upos", attache::name_of(token.upos));
  json.field("xpos", token.xpos);
  json.key("head");
  json.value(static_cast<double>(token.head));
  json.field("relation", attache::name_of(token.relation));
  json.field("name", name_of(token.name));
  json.end_object();
}

}  // namespace

void append_sentence_json(const Sentence& sentence, const Document& document, std::string& out) {
  JsonWriter json;
  json.begin_object();
  json.field("document", document.id);
  json.number("sequence", sentence.sequence);
  json.field("block", attache::name_of(sentence.kind));
  json.number("start", sentence.start);
  json.number("end", sentence.end);
  json.field("text", sentence.text);
  json.key("tokens");
  json.begin_array();
  for (const auto& token : sentence.tokens) write_token(json, token);
  json.end_array();
  json.end_object();
  out += json.line();
  out += '\n';
}

}  // namespace attache::outputs
