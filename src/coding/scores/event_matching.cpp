#include "coding/scores/event_scores.h"

#include <algorithm>

namespace attache::coding {
namespace {

bool has_type(const GoldEvent& gold, const Event& event) {
  return std::find(gold.types.begin(), gold.types.end(), event.type) != gold.types.end();
}

std::set<std::string> codes_of(const std::vector<Entity>& side) {
  std::set<std::string> codes;
  for (const Entity& entity : side) {
    if (!entity.code.empty()) codes.insert(entity.code);
  }
  return codes;
}

bool side_fits(const std::vector<std::set<std::string>>& alternatives, const std::set<std::string>& codes) {
  return alternatives.empty() || std::find(alternatives.begin(), alternatives.end(), codes) != alternatives.end();
}

bool has_pair(const GoldEvent& gold, const Event& event) {
  const auto actors = codes_of(event.actors), recipients = codes_of(event.recipients);
  if (side_fits(gold.actors, actors) && side_fits(gold.recipients, recipients)) return true;
  if (!gold.mutual) return false;
  // Those who do it together may all stand on one side, or the two change places.
  if (side_fits(gold.actors, recipients) && side_fits(gold.recipients, actors)) return true;
  std::set<std::string> everybody = actors;
  everybody.insert(recipients.begin(), recipients.end());
  return std::any_of(gold.actors.begin(), gold.actors.end(), [&](std::set<std::string> wanted) {
    return std::any_of(gold.recipients.begin(), gold.recipients.end(), [&](const std::set<std::string>& others) {
      std::set<std::string> all = wanted;
      all.insert(others.begin(), others.end());
      return all == everybody;
    });
  });
}

}  // namespace

std::vector<int> match_events(const GoldText& gold, std::span<const Event> given, bool whole_pair) {
  std::vector<int> of_given(given.size(), -1);
  std::vector<bool> taken(gold.events.size());
  const auto pass = [&](bool with_pair, bool needed) {
    for (std::size_t i = 0; i < given.size(); ++i) {
      for (std::size_t k = 0; k < gold.events.size() && of_given[i] < 0; ++k) {
        const GoldEvent& wanted = gold.events[k];
        if (taken[k] || wanted.needed != needed || !has_type(wanted, given[i]) || given[i].text.find(wanted.in) == std::string::npos)
          continue;
        if (with_pair && !has_pair(wanted, given[i])) continue;
        of_given[i] = static_cast<int>(k);
        taken[k] = true;
      }
    }
  };
  for (const bool needed : {true, false}) pass(true, needed);
  if (whole_pair) return of_given;
  for (const bool needed : {true, false}) pass(false, needed);
  return of_given;
}

}  // namespace attache::coding
