#include "outputs/report_json.h"

#include "outputs/json.h"

#include <cmath>

namespace attache::outputs {
namespace {

void write_entity(JsonWriter& json, const Entity& entity) {
  json.begin_object();
  json.field("entity_text", entity.text);
  json.number("start", entity.start);
  json.number("end", entity.end);
  json.field("code", entity.code);
  json.field("sector", entity.sector);
  json.field("other_sectors", entity.other_sectors);
  json.field("identifier_id", entity.identifier_id);
  json.field("identifier_text", entity.identifier_text);
  json.field("office", entity.office);
  json.field("via", entity.via);
  json.end_object();
}

void write_entities(JsonWriter& json, std::string_view name, const std::vector<Entity>& entities) {
  json.key(name);
  json.begin_array();
  for (const auto& entity : entities) write_entity(json, entity);
  json.end_array();
}

void write_modality(JsonWriter& json, const Modality& modality) {
  json.key("modality");
  if (modality.asserted()) {
    json.value("asserted");
    return;
  }
  json.begin_array();
  if (modality.negation) json.value("negation");
  if (modality.future) json.value("future");
  if (modality.hypothetical) json.value("hypothetical");
  if (modality.historical) json.value("historical");
  json.end_array();
}

void write_location(JsonWriter& json, const Location& location, const std::vector<Location>& others) {
  json.key("event_loc");
  json.begin_object();
  json.field("name", location.name);
  json.field("country", location.country);
  json.field("region", location.region);
  json.field("region_code", location.region_code);
  json.field("lat", location.latitude);
  json.field("lon", location.longitude);
  if (location.geonames_id) json.number("geonames_id", location.geonames_id);
  json.field("resolution", location.resolution);
  json.field("reason", location.reason);
  if (!others.empty()) {
    json.key("alternatives");
    json.begin_array();
    for (const Location& other : others) {
      json.begin_object();
      json.field("name", other.name);
      json.field("country", other.country);
      json.field("region", other.region);
      if (other.geonames_id) json.number("geonames_id", other.geonames_id);
      json.end_object();
    }
    json.end_array();
  }
  json.end_object();
}

void write_size(JsonWriter& json, const std::vector<Magnitude>& size) {
  json.key("size");
  json.begin_object();
  for (const auto& magnitude : size) {
    json.key(magnitude.what);
    json.begin_object();
    json.key("low");
    json.value(magnitude.low);
    json.key("high");
    json.value(magnitude.high);
    json.end_object();
  }
  json.end_object();
}

void write_text_info(JsonWriter& json, const Event& event) {
  json.key("text_info");
  json.begin_object();
  json.number("sequence", event.sequence);
  json.number("start", event.start);
  json.number("end", event.end);
  json.field("block", name_of(event.block));
  json.number("block_index", event.block_index);
  json.end_object();
}

void write_cite_info(JsonWriter& json, const Citation& citation) {
  json.key("cite_info");
  json.begin_object();
  json.field("citation", citation.document);
  json.field("url", citation.url);
  json.field("title", citation.title);
  json.field("publication", citation.publication);
  json.field("language", citation.language);
  json.field("agencies", citation.agencies);
  json.field("published", citation.published);
  json.end_object();
}

void write_coder(JsonWriter& json, const CoderVersion& coder) {
  json.key("coder");
  json.begin_object();
  json.field("name", coder.name);
  json.field("version", coder.version);
  json.field("lexicon", coder.lexicon);
  json.field("model", coder.model);
  json.end_object();
}

void write_mentions(JsonWriter& json, const EventMentions& mentions) {
  json.key("mentions");
  json.begin_object();
  json.field("event", mentions.event);
  json.field("story", mentions.story);
  if (mentions.reports) json.number("reports", mentions.reports);
  if (mentions.sources) json.number("sources", mentions.sources);
  if (mentions.articles) json.number("articles", mentions.articles);
  json.field("first", mentions.first);
  json.field("last", mentions.last);
  json.end_object();
}

void append_record(const Event& event, const Citation& citation, const CoderVersion& coder, const EventMentions* mentions, std::string& out) {
  JsonWriter json;
  json.begin_object();
  json.field("id", event.id);
  json.field("same_as", event.same_as);
  json.field("date", event.date);
  json.field("enddate", event.end_date);
  json.field("date_precision", name_of(event.date_precision));
  json.field("date_text", event.date_text);
  if (!event.type.empty()) json.field("event", std::vector<std::string>{event.type});
  json.field("own_type", event.own_type);
  json.field("mode", event.modes);
  json.field("context", event.contexts);
  write_entities(json, "actor", event.actors);
  write_entities(json, "recipient", event.recipients);
  json.field("cameo", event.cameo);
  if (event.quad_code > 0) json.number("quad_code", static_cast<std::uint32_t>(event.quad_code));
  json.field("event_scale", event.event_scale);
  json.field("goldstein", event.goldstein);
  write_modality(json, event.modality);
  json.field("modality_cue", event.modality.cue);
  if (event.attribution) {
    json.key("attribution");
    write_entity(json, *event.attribution);
  }
  json.field("event_text", event.trigger);
  json.number("trigger_start", event.trigger_start);
  json.number("trigger_end", event.trigger_end);
  if (event.location) write_location(json, *event.location, event.other_locations);
  if (!event.size.empty()) write_size(json, event.size);
  json.field("text", event.text);
  write_text_info(json, event);
  write_cite_info(json, citation);
  json.key("confidence");
  json.value(std::round(event.confidence * 1000) / 1000);
  json.field("reason", event.reason);
  write_coder(json, coder);
  if (mentions) write_mentions(json, *mentions);
  json.end_object();
  out += json.line();
  out += '\n';
}

}  // namespace

void append_report_json(const Event& event, const Citation& citation, const CoderVersion& coder, std::string& out) {
  append_record(event, citation, coder, nullptr, out);
}

void append_report_json(const Report& report, std::string& out) {
  append_record(report.event, report.citation, report.coder, report.mentions ? &*report.mentions : nullptr, out);
}

}  // namespace attache::outputs
