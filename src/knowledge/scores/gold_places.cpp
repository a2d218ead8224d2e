#include "knowledge/scores/gold_places.h"

#include <simdjson.h>

#include <algorithm>

namespace attache::knowledge {
namespace {

namespace dom = simdjson::dom;

/// "https://…/wiki/Nueva_Ecija" as "Nueva Ecija".
std::string title_in(std::string_view address) {
  const std::size_t slash = address.rfind('/');
  std::string title(slash == std::string_view::npos ? address : address.substr(slash + 1));
  std::replace(title.begin(), title.end(), '_', ' ');
  return title;
}

bool read_toponym(const dom::element& object, GoldToponym& toponym) {
  std::uint64_t begin = 0, end = 0;
  std::string_view text, wiki;
  if (object["begin"].get(begin) != simdjson::SUCCESS || object["end"].get(end) != simdjson::SUCCESS || object["text"].get(text) != simdjson::SUCCESS) return false;
  if (object["lat"].get(toponym.latitude) != simdjson::SUCCESS || object["lon"].get(toponym.longitude) != simdjson::SUCCESS) return false;
  toponym.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  toponym.text = text;
  if (object["wiki"].get(wiki) == simdjson::SUCCESS) toponym.article = title_in(wiki);
  return true;
}

}  // namespace

std::vector<LocatedText> read_located_texts(std::string_view bytes, const std::string& path, const std::function<void(const Error&)>& report) {
  std::vector<LocatedText> texts;
  dom::parser parser;
  for (const NumberedLine& numbered : lines_of(bytes)) {
    const simdjson::padded_string padded(numbered.text);
    dom::element line;
    dom::array toponyms;
    std::string_view id, text;
    if (parser.parse(padded).get(line) != simdjson::SUCCESS || line["text"].get(text) != simdjson::SUCCESS || line["toponyms"].get(toponyms) != simdjson::SUCCESS) {
      report(malformed_line(path, numbered.number, "line is not a text with toponyms"));
      continue;
    }
    if (line["id"].get(id) != simdjson::SUCCESS) id = {};
    LocatedText located{document_of_text(std::string(id), text), {}};
    for (const dom::element object : toponyms) {
      GoldToponym toponym;
      if (read_toponym(object, toponym)) {
        located.toponyms.push_back(std::move(toponym));
      } else {
        report(malformed_line(path, numbered.number, "a toponym lacks its place in the text or on earth"));
      }
    }
    texts.push_back(std::move(located));
  }
  return texts;
}

}  // namespace attache::knowledge
