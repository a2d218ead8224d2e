#include "outputs/json_fields.h"

#include <fmt/format.h>

#include <cmath>

namespace attache::outputs {

namespace dom = simdjson::dom;

std::optional<dom::element> JsonFields::field(std::string_view name) const {
  dom::element value;
  if (object_.at_key(name).get(value) != simdjson::SUCCESS || value.is_null()) return std::nullopt;
  return value;
}

std::vector<std::string> JsonFields::names() const {
  std::vector<std::string> names;
  for (const auto& [name, value] : object_) names.emplace_back(name);
  return names;
}

std::string JsonFields::inner_path(std::string_view name) const {
  return path_.empty() ? std::string(name) : fmt::format("{}.{}", path_, name);
}

void JsonFields::wrong(std::string_view name, std::string_view how) const { trouble_->say(fmt::format("`{}` {}", inner_path(name), how)); }

void JsonFields::text(std::string_view name, std::string& member) const {
  const auto value = field(name);
  if (!value) return;
  std::string_view text;
  if (value->get(text) != simdjson::SUCCESS) return wrong(name, "is no text");
  member = text;
}

void JsonFields::texts(std::string_view name, std::vector<std::string>& member) const {
  const auto value = field(name);
  if (!value) return;
  std::string_view text;
  if (value->get(text) == simdjson::SUCCESS) {
    member.assign(1, std::string(text));
    return;
  }
  dom::array list;
  if (value->get(list) != simdjson::SUCCESS) return wrong(name, "is no list of texts");
  member.clear();
  for (const auto element : list) {
    if (element.get(text) != simdjson::SUCCESS) return wrong(name, "is no list of texts");
    member.emplace_back(text);
  }
}

void JsonFields::day(std::string_view name, std::optional<Day>& member) const {
  const auto value = field(name);
  if (!value) return;
  std::string_view text;
  if (value->get(text) == simdjson::SUCCESS) {
    if (const auto day = day_from_iso(text)) {
      member = day;
      return;
    }
  }
  wrong(name, "is no day of the form YYYY-MM-DD");
}

void JsonFields::number(std::string_view name, double least, double most, std::optional<double>& member) const {
  const auto value = field(name);
  if (!value) return;
  double number = 0;
  if (value->get(number) != simdjson::SUCCESS) return wrong(name, "is no number");
  if (!(number >= least && number <= most)) return wrong(name, fmt::format("is not between {} and {}", least, most));
  member = number;
}

void JsonFields::number(std::string_view name, double least, double most, double& member) const {
  std::optional<double> read;
  number(name, least, most, read);
  if (read) member = *read;
}

std::optional<std::uint64_t> JsonFields::count(std::string_view name, std::uint64_t most) const {
  const auto value = field(name);
  if (!value) return std::nullopt;
  std::uint64_t number = 0;
  if (value->get(number) != simdjson::SUCCESS) {
    // Other programs write whole numbers as 3.0.
    double real = 0;
    if (!value->is_double() || value->get(real) != simdjson::SUCCESS || real < 0 || real != std::trunc(real) || real > 9007199254740992.0) {
      wrong(name, "is no whole number");
      return std::nullopt;
    }
    number = static_cast<std::uint64_t>(real);
  }
  if (number > most) {
    wrong(name, fmt::format("is above {}", most));
    return std::nullopt;
  }
  return number;
}

}  // namespace attache::outputs
