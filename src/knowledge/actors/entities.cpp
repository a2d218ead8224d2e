#include "knowledge/actors/entities.h"

#include <algorithm>
#include <array>

namespace attache::knowledge {

bool is_of_page_nation(const Entity& entity) { return entity.identifier_text.empty() && entity.reason.find(page_speaks_of) != std::string::npos; }

void add_step(Entity& entity, std::string_view step) {
  if (step.empty()) return;
  if (!entity.reason.empty()) entity.reason += "; ";
  entity.reason += step;
}

void add_sector(Entity& entity, std::string_view sector) {
  if (sector.empty()) return;
  if (entity.sector.empty()) {
    entity.sector = sector;
    return;
  }
  const auto& others = entity.other_sectors;
  if (entity.sector != sector && std::find(others.begin(), others.end(), sector) == others.end()) entity.other_sectors.emplace_back(sector);
}

Standing describe_actor(const ActorLexicon& lexicon, std::uint32_t index, std::optional<std::int32_t> day, Entity& entity) {
  const ActorRecord& actor = lexicon.actor(index);
  const Standing standing = lexicon.standing(actor, day);
  entity.code = standing.code.view();
  entity.sector = standing.sector.view();
  entity.other_sectors.clear();
  for (const Code& other : standing.other_sectors) add_sector(entity, other.view());
  entity.identifier_id = lexicon.text(actor.id);
  entity.identifier_text = lexicon.text(actor.name);
  entity.office = standing.office;
  return standing;
}

bool can_be_former(const Entity& entity) {
  static constexpr std::array<std::string_view, 8> elite{"GOV", "LEG", "JUD", "MIL", "SPY", "COP", "PTY", "PRM"};
  return std::find(elite.begin(), elite.end(), entity.sector) != elite.end();
}

void make_former(Entity& entity) {
  entity.sector = "ELI";
  entity.other_sectors.clear();
  entity.office.clear();
  add_step(entity, "no longer in office by the text");
}

}  // namespace attache::knowledge
