#include "coding/scores/event_gold.h"

#include "coding/ontology.h"

#include <attache/date.h>

#include <simdjson.h>

#include <algorithm>

namespace attache::coding {
namespace {

namespace dom = simdjson::dom;

std::string string_at(const dom::object& object, const char* key) {
  std::string_view value;
  return object[key].get(value) == simdjson::SUCCESS ? std::string(value) : std::string{};
}

bool flag_at(const dom::object& object, const char* key, bool otherwise) {
  bool value = otherwise;
  return object[key].get(value) == simdjson::SUCCESS ? value : otherwise;
}

/// "A or B" → A, B.
std::vector<std::string> split_at(std::string_view text, std::string_view word) {
  std::vector<std::string> parts;
  for (;;) {
    const auto at = text.find(word);
    parts.emplace_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + word.size());
  }
}

std::vector<std::set<std::string>> read_side(std::string_view text) {
  std::vector<std::set<std::string>> alternatives;
  if (text.empty()) return alternatives;
  for (const auto& alternative : split_at(text, " or ")) {
    std::set<std::string> codes;
    for (auto& code : split_at(alternative, " and ")) {
      if (code != "none") codes.insert(std::move(code));
    }
    alternatives.push_back(std::move(codes));
  }
  return alternatives;
}

/// One event; an error message when it is none.
std::string read_event(const dom::element& element, GoldEvent& event) {
  dom::object object;
  if (element.get(object) != simdjson::SUCCESS) return "an event that is no object";
  const std::string types = string_at(object, "event");
  if (types.empty()) return "an event without `event`";
  event.types = split_at(types, " or ");
  for (const auto& type : event.types) {
    if (event_type_from(type) == EventType::none) return "no PLOVER type is called " + type;
  }
  event.in = string_at(object, "in");
  event.mode = string_at(object, "mode");
  event.actors = read_side(string_at(object, "actor"));
  event.recipients = read_side(string_at(object, "recipient"));
  event.actor_sector = string_at(object, "actor_sector");
  event.recipient_sector = string_at(object, "recipient_sector");
  event.modality = string_at(object, "modality");
  if (event.modality.empty()) event.modality = "asserted";
  event.by = string_at(object, "by");
  event.date = string_at(object, "date");
  event.mutual = flag_at(object, "mutual", false);
  event.needed = flag_at(object, "need", true);
  return {};
}

/// One line; an error message when it cannot be read.
std::string read_line(dom::parser& parser, std::string_view line, std::uint64_t number, GoldText& text) {
  dom::object object;
  if (parser.parse(line.data(), line.size()).get(object) != simdjson::SUCCESS) return "no JSON object";
  dom::array events;
  const std::string body = string_at(object, "text");
  if (body.empty()) return "no `text`";
  if (object["events"].get(events) != simdjson::SUCCESS) return "no list `events`";
  Document& document = text.document;
  document.id = string_at(object, "id");
  if (document.id.empty()) document.id = "line " + std::to_string(number);
  document.language = "en";
  document.title = string_at(object, "title");
  document.published = day_from_iso(string_at(object, "date"));
  if (!document.title.empty()) document.blocks.push_back({BlockKind::headline, document.title});
  document.blocks.push_back({BlockKind::body, body});
  for (const dom::element element : events) {
    GoldEvent event;
    if (auto message = read_event(element, event); !message.empty()) return message;
    text.events.push_back(std::move(event));
  }
  return {};
}

}  // namespace

std::vector<GoldText> read_gold_texts(std::string_view bytes, const std::string& file, const std::function<void(const Error&)>& on_error) {
  std::vector<GoldText> texts;
  dom::parser parser;
  for (std::uint64_t number = 1; !bytes.empty(); ++number) {
    const auto end = bytes.find('\n');
    const auto line = bytes.substr(0, end);
    bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    GoldText text;
    if (auto message = read_line(parser, line, number, text); !message.empty()) {
      on_error({ErrorKind::malformed, std::move(message), Place{file, {}, number, {}}, "left the line out"});
      continue;
    }
    texts.push_back(std::move(text));
  }
  return texts;
}

}  // namespace attache::coding
