#include "coding/ontology.h"
#include "outputs/data_set_import.h"
#include "outputs/json_fields.h"
#include "outputs/report_json.h"

#include <array>
#include <functional>
#include <limits>

namespace attache::outputs {
namespace {

constexpr double unbounded = std::numeric_limits<double>::max();

Entity entity_in(const JsonFields& fields) {
  Entity entity;
  fields.text("entity_text", entity.text);
  fields.whole_number("start", entity.start);
  fields.whole_number("end", entity.end);
  fields.text("code", entity.code);
  fields.text("sector", entity.sector);
  fields.texts("other_sectors", entity.other_sectors);
  fields.text("identifier_id", entity.identifier_id);
  fields.text("identifier_text", entity.identifier_text);
  fields.text("office", entity.office);
  fields.text("via", entity.via);
  return entity;
}

void read_location(const JsonFields& fields, Location& location) {
  fields.text("name", location.name);
  fields.text("country", location.country);
  fields.text("region", location.region);
  fields.text("region_code", location.region_code);
  fields.number("lat", -90, 90, location.latitude);
  fields.number("lon", -180, 180, location.longitude);
  fields.whole_number("geonames_id", location.geonames_id);
  fields.text("resolution", location.resolution);
  fields.text("reason", location.reason);
}

void read_modality(const JsonFields& fields, Modality& modality) {
  std::vector<std::string> words;
  fields.texts("modality", words);
  for (const auto& word : words) {
    if (word == "negation") {
      modality.negation = true;
    } else if (word == "future") {
      modality.future = true;
    } else if (word == "hypothetical") {
      modality.hypothetical = true;
    } else if (word == "historical") {
      modality.historical = true;
    } else if (word != "asserted") {
      fields.wrong("modality", "knows no `" + word + "`");
    }
  }
  fields.text("modality_cue", modality.cue);
}

void read_sizes(const JsonFields& fields, std::vector<Magnitude>& sizes) {
  for (const std::string& what : fields.names()) {
    Magnitude magnitude{what, 0, 0};
    if (fields.field(what) && fields.field(what)->is_object()) {
      fields.object(what, [&](const JsonFields& range) {
        range.number("low", 0, unbounded, magnitude.low);
        magnitude.high = magnitude.low;
        range.number("high", 0, unbounded, magnitude.high);
      });
    } else {
      fields.number(what, 0, unbounded, magnitude.low);
      magnitude.high = magnitude.low;
    }
    sizes.push_back(std::move(magnitude));
  }
}

/// A field whose text is one of a few names.
template <typename Value, std::size_t size>
void read_named(const JsonFields& fields, std::string_view name, const std::array<Value, size>& values, Value& member) {
  std::string text;
  fields.text(name, text);
  if (text.empty()) return;
  for (const Value value : values) {
    if (name_of(value) == text) {
      member = value;
      return;
    }
  }
  fields.wrong(name, "knows no `" + text + "`");
}

void read_text_info(const JsonFields& fields, Event& event) {
  fields.whole_number("sequence", event.sequence);
  fields.whole_number("start", event.start);
  fields.whole_number("end", event.end);
  read_named(fields, "block", std::array{BlockKind::headline, BlockKind::lead, BlockKind::body, BlockKind::caption}, event.block);
  fields.whole_number("block_index", event.block_index);
}

void read_type(const JsonFields& fields, std::string& type) {
  std::vector<std::string> types;
  fields.texts("event", types);
  if (types.size() > 1) return fields.wrong("event", "has more than one type");
  if (types.empty()) return;
  if (coding::event_type_from(types.front()) == coding::EventType::none) return fields.wrong("event", "knows no `" + types.front() + "`");
  type = types.front();
}

void read_event(const JsonFields& fields, Event& event) {
  fields.text("id", event.id);
  fields.text("same_as", event.same_as);
  fields.day("date", event.date);
  fields.day("enddate", event.end_date);
  using enum DatePrecision;
  read_named(fields, "date_precision", std::array{day, week, month, year, decade, unknown}, event.date_precision);
  fields.text("date_text", event.date_text);
  read_type(fields, event.type);
  fields.text("own_type", event.own_type);
  fields.texts("mode", event.modes);
  fields.texts("context", event.contexts);
  fields.objects("actor", [&](const JsonFields& entity) { event.actors.push_back(entity_in(entity)); });
  fields.objects("recipient", [&](const JsonFields& entity) { event.recipients.push_back(entity_in(entity)); });
  fields.text("cameo", event.cameo);
  if (const auto quad = fields.count("quad_code", 4)) event.quad_code = static_cast<int>(*quad);
  fields.number("event_scale", -10, 10, event.event_scale);
  fields.number("goldstein", -10, 10, event.goldstein);
  read_modality(fields, event.modality);
  fields.object("attribution", [&](const JsonFields& entity) { event.attribution = entity_in(entity); });
  fields.text("event_text", event.trigger);
  fields.whole_number("trigger_start", event.trigger_start);
  fields.whole_number("trigger_end", event.trigger_end);
  fields.object("event_loc", [&](const JsonFields& place) {
    read_location(place, event.location.emplace());
    place.objects("alternatives", [&](const JsonFields& other) { read_location(other, event.other_locations.emplace_back()); });
  });
  fields.object("size", [&](const JsonFields& sizes) { read_sizes(sizes, event.size); });
  fields.text("text", event.text);
  fields.object("text_info", [&](const JsonFields& place) { read_text_info(place, event); });
  fields.number("confidence", 0, 1, event.confidence);
  fields.texts("reason", event.reason);
}

void read_citation(const JsonFields& fields, Citation& citation) {
  fields.text("citation", citation.document);
  fields.text("url", citation.url);
  fields.text("title", citation.title);
  fields.text("publication", citation.publication);
  fields.text("language", citation.language);
  fields.texts("agencies", citation.agencies);
  fields.day("published", citation.published);
}

void read_coder(const JsonFields& fields, CoderVersion& coder) {
  fields.text("name", coder.name);
  fields.text("version", coder.version);
  fields.text("lexicon", coder.lexicon);
  fields.text("model", coder.model);
}

void read_mentions(const JsonFields& fields, EventMentions& mentions) {
  fields.text("event", mentions.event);
  fields.text("story", mentions.story);
  fields.whole_number("reports", mentions.reports);
  fields.whole_number("sources", mentions.sources);
  fields.whole_number("articles", mentions.articles);
  fields.day("first", mentions.first);
  fields.day("last", mentions.last);
}

/// The name of a field, found in a line without looking at each of its many quotation marks.
class FieldFinder {
 public:
  explicit FieldFinder(std::string_view quoted_name) : length_(quoted_name.size()), search_(quoted_name.begin(), quoted_name.end()) {}

  /// True when the line has a field of that name on some level: within JSON's texts, quotes stand behind a backslash.
  bool stands_in(std::string_view line) const {
    for (auto from = line.begin(); from != line.end(); ++from) {
      from = search_(from, line.end()).first;
      if (from == line.end()) return false;
      const auto at = static_cast<std::size_t>(from - line.begin());
      const auto next = line.find_first_not_of(" \t", at + length_);
      if (next != std::string_view::npos && line[next] == ':' && (at == 0 || line[at - 1] != '\\')) return true;
    }
    return false;
  }

 private:
  std::size_t length_;
  std::boyer_moore_horspool_searcher<std::string_view::const_iterator> search_;
};

}  // namespace

struct ReportReader::Parser {
  simdjson::dom::parser parser;
};

ReportReader::ReportReader(const coding::Ontology* ontology) : parser_(std::make_unique<Parser>()), ontology_(ontology) {}
ReportReader::~ReportReader() = default;
ReportReader::ReportReader(ReportReader&&) noexcept = default;
ReportReader& ReportReader::operator=(ReportReader&&) noexcept = default;

Result<Report> ReportReader::read(std::string_view line) {
  FieldTrouble trouble;
  simdjson::dom::object object;
  if (parser_->parser.parse(line.data(), line.size()).get(object) != simdjson::SUCCESS) {
    trouble.say("the line is no JSON object");
    return tl::make_unexpected(*trouble.error());
  }
  const JsonFields fields(object, "", trouble);
  if (fields.has("data_set") && ontology_) return report_from_row(fields, *ontology_, trouble);
  if (!fields.has("event") && !fields.has("cameo")) trouble.say("the object is no event record: it has neither `event` nor `cameo`");
  Report report;
  read_event(fields, report.event);
  fields.object("cite_info", [&](const JsonFields& inner) { read_citation(inner, report.citation); });
  report.coder.name.clear();
  fields.object("coder", [&](const JsonFields& inner) { read_coder(inner, report.coder); });
  fields.object("mentions", [&](const JsonFields& inner) { read_mentions(inner, report.mentions.emplace()); });
  if (report.event.type.empty() && report.event.cameo.empty()) trouble.say("the object is no event record: its `event` and `cameo` are empty");
  if (trouble.error()) return tl::make_unexpected(*trouble.error());
  return report;
}

Result<Report> report_from_json(std::string_view line) { return ReportReader().read(line); }

bool looks_like_report(std::string_view line) {
  const auto start = line.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (start == std::string_view::npos || line[start] != '{') return false;
  if (line.substr(start).starts_with("{\"data_set\":")) return true;
  static const FieldFinder kCitation("\"cite_info\""), kEvent("\"event\""), kActor("\"actor\"");
  return kCitation.stands_in(line) || (kEvent.stands_in(line) && kActor.stands_in(line));
}

}  // namespace attache::outputs
