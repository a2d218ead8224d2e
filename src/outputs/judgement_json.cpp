#include "outputs/judgement_json.h"

#include "outputs/json.h"

#include <cmath>

namespace attache::outputs {

void append_judgement_json(std::string_view id, const Judgement& judgement, std::string& out) {
  JsonWriter json;
  json.begin_object();
  json.field("id", id);
  json.field("event", judgement.event);
  json.field("mode", judgement.mode);
  json.key("scores");
  json.begin_object();
  for (const auto& [type, score] : judgement.scores) {
    json.key(type);
    json.value(std::round(score * 10000) / 10000);
  }
  json.end_object();
  json.end_object();
  out += json.line();
  out += '\n';
}

}  // namespace attache::outputs
