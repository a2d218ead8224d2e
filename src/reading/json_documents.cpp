#include "reading/json_documents.h"

#include "base/utf8.h"
#include "reading/credits.h"
#include "reading/date_lines.h"
#include "reading/date_text.h"
#include "reading/document_builder.h"
#include "reading/language_id.h"
#include "reading/text.h"
#include "reading/text_lines.h"

#include <simdjson.h>

#include <algorithm>
#include <cmath>

namespace attache::reading {
namespace {

namespace ondemand = simdjson::ondemand;

/// What a field is for.
enum class Field {
  none, id, kind, section, url, short_url, published_from, title_from, modified_from, byline_from, title, published, modified, language, byline, publication, agencies, image_credits, lead, text, blocks
};

struct FieldName {
  std::string_view name;
  Field field;
};

constexpr FieldName kFieldNames[] = {
    {"id", Field::id}, {"doc_id", Field::id}, {"docid", Field::id}, {"document_id", Field::id}, {"story_id", Field::id}, {"_id", Field::id}, {"guid", Field::id},
    {"kind", Field::kind}, {"section", Field::section}, {"short_url", Field::short_url}, {"published_from", Field::published_from}, {"title_from", Field::title_from}, {"modified_from", Field::modified_from}, {"byline_from", Field::byline_from}, {"category", Field::section},
    {"url", Field::url}, {"link", Field::url}, {"canonical_url", Field::url}, {"source_url", Field::url}, {"web_url", Field::url},
    {"title", Field::title}, {"headline", Field::title}, {"head", Field::title}, {"heading", Field::title}, {"name", Field::none},
    {"published", Field::published}, {"date", Field::published}, {"date_published", Field::published}, {"date_publish", Field::published},
    {"published_at", Field::published}, {"publish_date", Field::published}, {"pubdate", Field::published}, {"pub_date", Field::published},
    {"publication_date", Field::published}, {"published_date", Field::published}, {"datepublished", Field::published}, {"timestamp", Field::published},
    {"created_at", Field::published}, {"publishedat", Field::published}, {"datetime", Field::published}, {"story_date", Field::published},
    {"modified", Field::modified}, {"date_modified", Field::modified}, {"date_modify", Field::modified}, {"updated", Field::modified}, {"updated_at", Field::modified},
    {"language", Field::language}, {"lang", Field::language},
    {"byline", Field::byline}, {"author", Field::byline}, {"authors", Field::byline}, {"creator", Field::byline},
    {"publication", Field::publication}, {"source_domain", Field::publication}, {"site_name", Field::publication}, {"sitename", Field::publication},
    {"publisher", Field::publication}, {"source", Field::publication}, {"outlet", Field::publication}, {"newspaper", Field::publication},
    {"agencies", Field::agencies}, {"agency", Field::agencies}, {"image_credits", Field::image_credits},
    {"lead", Field::lead}, {"standfirst", Field::lead}, {"description", Field::lead}, {"abstract", Field::lead}, {"summary", Field::lead}, {"subtitle", Field::lead},
    {"text", Field::text}, {"body", Field::text}, {"content", Field::text}, {"maintext", Field::text}, {"article", Field::text}, {"article_text", Field::text},
    {"fulltext", Field::text}, {"full_text", Field::text}, {"articlebody", Field::text}, {"story", Field::text},
    {"blocks", Field::blocks}, {"paragraphs", Field::blocks},
};

Field field_named(std::string_view name) {
  const auto lower = ascii_lower(name);
  for (const auto& entry : kFieldNames) {
    if (entry.name == lower) return entry.field;
  }
  return Field::none;
}

tl::unexpected<Error> trouble(ErrorKind kind, std::string message) { return tl::make_unexpected(Error{kind, std::move(message), {}, {}}); }

/// What an object says before it is put in order.
struct Fields {
  std::string lead;
  std::string text;
  std::vector<Block> blocks;
};

BlockKind kind_named(std::string_view name) {
  if (name == "headline") return BlockKind::headline;
  if (name == "lead") return BlockKind::lead;
  if (name == "caption") return BlockKind::caption;
  return BlockKind::body;
}

std::string_view string_in(ondemand::value value) {
  std::string_view text;
  if (value.get_string().get(text) != simdjson::SUCCESS) return {};
  return text;
}

/// A string, or the strings of an array joined, as authors are given.
std::string joined_strings(ondemand::value value, std::string_view separator) {
  ondemand::json_type type;
  if (value.type().get(type) != simdjson::SUCCESS) return {};
  if (type == ondemand::json_type::string) return fold_space(string_in(value));
  if (type != ondemand::json_type::array) return {};
  std::string joined;
  ondemand::array array;
  if (value.get_array().get(array) != simdjson::SUCCESS) return {};
  for (auto element : array) {
    ondemand::value item;
    if (element.get(item) != simdjson::SUCCESS) return joined;
    const auto text = fold_space(string_in(item));
    if (text.empty()) continue;
    if (!joined.empty()) joined += separator;
    joined += text;
  }
  return joined;
}

void read_list(ondemand::value value, std::vector<std::string>& list) {
  ondemand::json_type type;
  if (value.type().get(type) != simdjson::SUCCESS) return;
  if (type == ondemand::json_type::string) {
    add_once(list, fold_space(string_in(value)));
    return;
  }
  ondemand::array array;
  if (type != ondemand::json_type::array || value.get_array().get(array) != simdjson::SUCCESS) return;
  for (auto element : array) {
    ondemand::value item;
    if (element.get(item) != simdjson::SUCCESS) return;
    add_once(list, fold_space(string_in(item)));
  }
}

/// A date as text, or as seconds or milliseconds since 1970.
std::optional<Day> read_day(ondemand::value value) {
  ondemand::json_type type;
  if (value.type().get(type) != simdjson::SUCCESS) return std::nullopt;
  if (type == ondemand::json_type::string) return day_from_attribute(string_in(value));
  if (type != ondemand::json_type::number) return std::nullopt;
  double number = 0;
  if (value.get_double().get(number) != simdjson::SUCCESS || !std::isfinite(number) || number < 0) return std::nullopt;
  // A date in figures, 20130522, is far below the seconds of any year since 1971.
  if (number >= 18000101 && number < 22000101) return day_from_attribute(std::to_string(static_cast<std::int64_t>(number)));
  constexpr double kLastSecond = 7e9;
  if (number > kLastSecond) number /= 1000;
  if (number > kLastSecond) return std::nullopt;
  return std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(std::chrono::seconds(static_cast<std::int64_t>(number))));
}

/// Blocks as the program writes them, or paragraphs as strings.
void read_blocks(ondemand::value value, std::vector<Block>& blocks) {
  ondemand::array array;
  if (value.get_array().get(array) != simdjson::SUCCESS) return;
  for (auto element : array) {
    ondemand::value item;
    if (element.get(item) != simdjson::SUCCESS) return;
    ondemand::json_type type;
    if (item.type().get(type) != simdjson::SUCCESS) return;
    if (type == ondemand::json_type::string) {
      blocks.push_back({BlockKind::body, fold_space(string_in(item))});
      continue;
    }
    ondemand::object object;
    if (type != ondemand::json_type::object || item.get_object().get(object) != simdjson::SUCCESS) continue;
    Block block;
    for (auto field : object) {
      std::string_view name;
      ondemand::value content;
      if (field.unescaped_key().get(name) != simdjson::SUCCESS || field.value().get(content) != simdjson::SUCCESS) return;
      if (name == "kind") block.kind = kind_named(string_in(content));
      if (name == "text") block.text = fold_space(string_in(content));
    }
    blocks.push_back(std::move(block));
  }
}

void take(Field field, ondemand::value value, Document& document, Fields& fields) {
  ondemand::json_type type = ondemand::json_type::null;
  if (field == Field::none || value.type().get(type) != simdjson::SUCCESS) return;
  const auto text = [&] { return type == ondemand::json_type::string ? fold_space(string_in(value)) : std::string(); };
  const auto fill = [](std::string& target, std::string&& found) {
    if (target.empty()) target = std::move(found);
  };
  switch (field) {
    case Field::id:
      if (type == ondemand::json_type::number) {
        fill(document.id, std::string(trim(value.raw_json_token())));
      } else {
        fill(document.id, text());
      }
      break;
    case Field::kind: document.kind = page_kind_named(text()); break;
    case Field::section: fill(document.section, text()); break;
    case Field::short_url: fill(document.short_url, text()); break;
    case Field::published_from: fill(document.published_from, text()); break;
    case Field::title_from: fill(document.title_from, text()); break;
    case Field::modified_from: fill(document.modified_from, text()); break;
    case Field::byline_from: fill(document.byline_from, text()); break;
    case Field::url: fill(document.url, text()); break;
    case Field::title: fill(document.title, text()); break;
    case Field::published:
      if (!document.published) document.published = read_day(value);
      break;
    case Field::modified:
      if (!document.modified) document.modified = read_day(value);
      break;
    case Field::language: fill(document.language, language_code(text())); break;
    case Field::byline: fill(document.byline, joined_strings(value, ", ")); break;
    case Field::publication: fill(document.publication, text()); break;
    case Field::agencies: read_list(value, document.agencies); break;
    case Field::image_credits: read_list(value, document.image_credits); break;
    case Field::lead: fill(fields.lead, text()); break;
    case Field::text:
      if (type == ondemand::json_type::string && fields.text.empty()) fields.text = std::string(string_in(value));
      if (type == ondemand::json_type::array) read_blocks(value, fields.blocks);
      break;
    case Field::blocks:
      if (type == ondemand::json_type::array) read_blocks(value, fields.blocks);
      break;
    case Field::none: break;
  }
}

/// The text's paragraphs are the document's as they stand; only a dateline's day and agency are looked for.
void add_text(Document& document, Fields& fields) {
  if (!fields.blocks.empty()) {
    for (const auto& block : fields.blocks) add_block(document, block.kind, block.text);
  } else {
    const auto lines = split_lines(fields.text);
    // A description that begins as the text does is cut from it and adds nothing.
    const auto beginning = std::string_view(fields.lead).substr(0, 40);
    const bool repeats = !lines.empty() && lines.front().text.starts_with(beginning);
    if (!repeats) add_block(document, BlockKind::lead, fields.lead);
    for (const auto& line : lines) {
      if (line.text != document.title) add_block(document, BlockKind::body, line.text);
    }
  }
  for (const auto& block : document.blocks) {
    if (block.kind != BlockKind::body) continue;
    if (const auto agency = agency_in_dateline(block.text); document.agencies.empty()) add_once(document.agencies, agency);
    if (!document.published) document.published = day_in_dateline(block.text);
    break;
  }
}

}  // namespace

bool is_document_field(std::string_view name) { return field_named(name) != Field::none; }

bool is_text_field(std::string_view name) {
  const auto field = field_named(name);
  return field == Field::text || field == Field::title;
}

struct JsonDocumentReader::Parser {
  ondemand::parser parser;
  std::string padded;
};

JsonDocumentReader::JsonDocumentReader() : parser_(std::make_unique<Parser>()) {}
JsonDocumentReader::~JsonDocumentReader() = default;

Result<void> JsonDocumentReader::read(std::string_view object_text, Document& document) {
  auto& padded = parser_->padded;
  padded.assign(object_text);
  if (!is_valid_utf8(padded)) {
    padded = to_valid_utf8(padded);
    add_notice(document, ErrorKind::encoding, "some bytes are not valid UTF-8", "replaced them with U+FFFD");
  }
  const auto size = padded.size();
  padded.resize(size + simdjson::SIMDJSON_PADDING, ' ');
  ondemand::document json;
  ondemand::object object;
  if (parser_->parser.iterate(padded.data(), size, padded.size()).get(json) != simdjson::SUCCESS || json.get_object().get(object) != simdjson::SUCCESS) {
    return trouble(ErrorKind::malformed, "not a JSON object");
  }
  Fields fields;
  for (auto field : object) {
    std::string_view name;
    ondemand::value value;
    if (field.unescaped_key().get(name) != simdjson::SUCCESS) return trouble(ErrorKind::malformed, "not a JSON object");
    const Field known = field_named(name);
    if (field.value().get(value) != simdjson::SUCCESS) return trouble(ErrorKind::malformed, "not a JSON object");
    take(known, value, document, fields);
  }
  if (json.current_location().error() != simdjson::OUT_OF_BOUNDS) return trouble(ErrorKind::malformed, "not one JSON object");
  if (fields.text.empty() && fields.blocks.empty() && fields.lead.empty() && document.title.empty()) {
    return trouble(ErrorKind::empty, "the object has no text, body, content, blocks or title");
  }
  add_text(document, fields);
  return {};
}

}  // namespace attache::reading
