#include "outputs/judgement_json.h"

#include "outputs/json.h"

#include <cmath>

namespace attache::outputs {
namespace {

void write_scores(JsonWriter& json, const char* name, const std::vector<std::pair<std::string, double>>& scores) {
  json.key(name);
  json.begin_object();
  for (const auto& [type, score] : scores) {
    json.key(type);
    json.value(std::round(score * 10000) / 10000);
  }
  json.end_object();
}

}  // namespace

void append_judgement_json(std::string_view id, const Judgement& judgement, std::string& out) {
  JsonWriter json;
  json.begin_object();
  json.field("id", id);
  json.field("event", judgement.event);
  json.field("mode", judgement.mode);
  json.field("own_type", judgement.own_type);
  write_scores(json, "scores", judgement.scores);
  if (!judgement.own_scores.empty()) write_scores(json, "own_scores", judgement.own_scores);
  json.end_object();
  out += json.line();
  out += '\n';
}

}  // namespace attache::outputs
