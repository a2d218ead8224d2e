#include "coding/event_notation.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace attache::coding {
namespace {

struct NamedModality {
  std::string_view name;
  bool Modality::* flag;
};
constexpr std::array<NamedModality, 4> modalities = {{{"negation", &Modality::negation},
                                                      {"future", &Modality::future},
                                                      {"hypothetical", &Modality::hypothetical},
                                                      {"historical", &Modality::historical}}};

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// The parts between separators, trimmed.
std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const auto end = text.find(separator);
    parts.push_back(trim(text.substr(0, end)));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string side_notation(const std::vector<Entity>& side) {
  std::string text;
  for (const auto& entity : side) {
    if (!text.empty()) text += '+';
    text += entity.code.empty() ? "-" : entity.code;
    if (!entity.sector.empty()) text += ":" + entity.sector;
  }
  return text.empty() ? "-" : text;
}

std::optional<ExpectedSide> parse_side(std::string_view text) {
  ExpectedSide side;
  if (text == "?") {
    side.anybody = true;
    return side;
  }
  for (const auto part : split(text, '+')) {
    const auto colon = part.find(':');
    const auto code = part.substr(0, colon);
    if (code.empty()) return std::nullopt;
    side.participants.push_back({code == "-" ? std::string() : std::string(code), colon == std::string_view::npos ? std::string() : std::string(part.substr(colon + 1))});
  }
  return side;
}

bool fits(const ExpectedParticipant& expected, const Entity& entity) {
  return expected.code == entity.code && (expected.sector.empty() || expected.sector == entity.sector);
}

/// Whether expected and found can be paired off, each once. Both lists are short; every pairing is tried until one fits.
template <typename Expected, typename Found, typename Fits>
bool pair_off(const std::vector<Expected>& expected, std::vector<const Found*> found, std::size_t next, const Fits& fit) {
  if (next == expected.size()) return found.empty();
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (!fit(expected[next], *found[i])) continue;
    auto rest = found;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
    if (pair_off(expected, std::move(rest), next + 1, fit)) return true;
  }
  return false;
}

template <typename Found>
std::vector<const Found*> pointers(const std::vector<Found>& list) {
  std::vector<const Found*> result;
  for (const auto& item : list) result.push_back(&item);
  return result;
}

bool fits(const ExpectedSide& expected, const std::vector<Entity>& side) {
  if (expected.anybody) return true;
  const bool nobody = expected.participants.size() == 1 && expected.participants.front().code.empty() && expected.participants.front().sector.empty();
  if (nobody) return std::all_of(side.begin(), side.end(), [](const Entity& entity) { return entity.code.empty(); });
  if (expected.participants.size() != side.size()) return false;
  return pair_off(expected.participants, pointers(side), 0, [](const ExpectedParticipant& one, const Entity& other) { return fits(one, other); });
}

}  // namespace

std::string notation(const Event& event) {
  std::string text = event.type;
  if (!event.modes.empty()) text += "/" + event.modes.front();
  text += " " + side_notation(event.actors) + " > " + side_notation(event.recipients);
  const char* separator = ", ";
  for (const auto& [name, flag] : modalities) {
    if (!(event.modality.*flag)) continue;
    text += separator;
    text += name;
    separator = "+";
  }
  return text;
}

std::optional<ExpectedEvent> parse_expected_event(std::string_view text) {
  ExpectedEvent expected;
  const auto comma = text.find(',');
  if (comma != std::string_view::npos) {
    for (const auto word : split(text.substr(comma + 1), '+')) {
      const auto found = std::find_if(modalities.begin(), modalities.end(), [&](const NamedModality& known) { return known.name == word; });
      if (found == modalities.end()) return std::nullopt;
      expected.modality.*(found->flag) = true;
    }
  }
  const auto event = trim(text.substr(0, comma));
  const auto space = event.find(' '), arrow = event.find('>');
  if (space == std::string_view::npos || arrow == std::string_view::npos || arrow < space) return std::nullopt;
  const auto type = event.substr(0, space);
  const auto slash = type.find('/');
  expected.type = std::string(type.substr(0, slash));
  if (slash != std::string_view::npos) expected.mode = std::string(type.substr(slash + 1));
  auto actor = parse_side(trim(event.substr(space, arrow - space)));
  auto recipient = parse_side(trim(event.substr(arrow + 1)));
  if (!actor || !recipient) return std::nullopt;
  expected.actor = std::move(*actor);
  expected.recipient = std::move(*recipient);
  return expected;
}

bool fits(const ExpectedEvent& expected, const Event& event) {
  if (expected.type != event.type) return false;
  if (!expected.mode.empty() && (event.modes.empty() || event.modes.front() != expected.mode)) return false;
  for (const auto& [name, flag] : modalities) {
    if (expected.modality.*flag != event.modality.*flag) return false;
  }
  return fits(expected.actor, event.actors) && fits(expected.recipient, event.recipients);
}

bool same_events(const std::vector<ExpectedEvent>& expected, const std::vector<Event>& events) {
  return pair_off(expected, pointers(events), 0, [](const ExpectedEvent& one, const Event& other) { return fits(one, other); });
}

}  // namespace attache::coding
