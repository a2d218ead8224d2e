#include "knowledge/actors/actor_lexicon.h"

#include "knowledge/actors/nation_focus.h"
#include "knowledge/actors/word_tree.h"

#include <algorithm>
#include <bit>

namespace attache::knowledge {

Result<ActorLexicon> ActorLexicon::open(const ImageReader& image) {
  ActorLexicon lexicon;
  lexicon.text_ = as_text(image.section("actors.text"));
  lexicon.actors_ = as_array<ActorRecord>(image.section("actors.actors"));
  lexicon.roles_ = as_array<RoleRecord>(image.section("actors.roles"));
  lexicon.agents_ = as_array<AgentRecord>(image.section("actors.agents"));
  lexicon.offices_ = as_array<OfficeRecord>(image.section("actors.offices"));
  lexicon.states_ = as_array<StateRecord>(image.section("actors.states"));
  lexicon.holders_ = as_array<HolderRecord>(image.section("actors.holders"));
  lexicon.edges_ = as_array<WordEdge>(image.section("actors.edges"));
  lexicon.uses_ = as_array<Use>(image.section("actors.uses"));
  lexicon.spellings_ = as_array<SpellingRecord>(image.section("actors.spellings"));
  lexicon.spelling_starts_ = as_array<std::uint32_t>(image.section("actors.spelling_starts"));
  lexicon.sounds_ = as_array<SoundRecord>(image.section("actors.sounds"));
  lexicon.words_ = as_array<TextRef>(image.section("actors.words"));
  if (!lexicon.sound()) return tl::make_unexpected(Error{ErrorKind::internal, "the lexicon image's actors are damaged", {}, ""});
  return lexicon;
}

bool ActorLexicon::sound() const {
  const auto inside = [&](TextRef reference) { return std::uint64_t{reference.offset} + reference.size <= text_.size(); };
  if (!std::has_single_bit(edges_.size())) return false;
  bool free_place = false;
  for (const auto& actor : actors_) {
    if (!inside(actor.name) || !inside(actor.id) || std::uint64_t{actor.first_role} + actor.role_count > roles_.size()) return false;
  }
  for (const auto& role : roles_) {
    if (!inside(role.office) || !inside(role.organisation)) return false;
  }
  for (const auto& agent : agents_) {
    if (!inside(agent.lemma) || !inside(agent.office)) return false;
  }
  for (const auto& office : offices_) {
    if (!inside(office.name)) return false;
  }
  for (const auto& state : states_) {
    if (!inside(state.led_by) || !inside(state.called)) return false;
  }
  for (const auto& holder : holders_) {
    if (holder.actor >= actors_.size() || holder.role >= roles_.size()) return false;
  }
  for (const auto& edge : edges_) {
    if (edge.uses > uses_.size()) return false;
    free_place |= edge.key == 0;
  }
  for (const auto& use : uses_) {
    const bool agent = use.kind == UseKind::agent || use.kind == UseKind::agents;
    if (use.target >= (agent ? agents_.size() : actors_.size())) return false;
  }
  for (const auto& sound : sounds_) {
    if (sound.actor >= actors_.size() || !inside(sound.sound)) return false;
  }
  for (const auto& spelling : spellings_) {
    if (spelling.word >= words_.size()) return false;
  }
  const bool buckets = spelling_starts_.size() == spelling_buckets(spellings_.size()) + 1 && std::is_sorted(spelling_starts_.begin(), spelling_starts_.end());
  if (!buckets || spelling_starts_.back() != spellings_.size()) return false;
  return free_place && (uses_.empty() || uses_.back().last) && std::all_of(words_.begin(), words_.end(), inside);
}

const StateRecord* ActorLexicon::state(std::string_view code) const {
  const auto found = std::lower_bound(states_.begin(), states_.end(), code, [](const StateRecord& a, std::string_view b) { return a.code.view() < b; });
  return found != states_.end() && found->code == code ? &*found : nullptr;
}

std::string_view ActorLexicon::led_by(std::string_view code) const {
  const StateRecord* known = state(code);
  return known ? text(known->led_by) : std::string_view();
}

bool ActorLexicon::is_called(std::string_view code, std::string_view noun) const {
  const StateRecord* known = state(code);
  if (!known) return false;
  const std::string_view nouns = text(known->called);
  for (std::size_t begin = 0; begin < nouns.size();) {
    const std::size_t end = std::min(nouns.find(' ', begin), nouns.size());
    if (nouns.substr(begin, end - begin) == noun) return true;
    begin = end + 1;
  }
  return false;
}

std::uint16_t ActorLexicon::office_traits(std::string_view office) const {
  const auto known = std::find_if(offices_.begin(), offices_.end(), [&](const OfficeRecord& record) { return text(record.name) == office; });
  return known == offices_.end() ? std::uint16_t{0} : known->traits;
}

std::span<const HolderRecord> ActorLexicon::holders(std::string_view office, std::string_view code) const {
  const auto [first, last] = std::equal_range(holders_.begin(), holders_.end(), HolderRecord{holder_key(office, code), 0, 0},
                                              [](const HolderRecord& a, const HolderRecord& b) { return a.key < b.key; });
  return {first, last};
}

template <typename Fits>
std::optional<std::uint32_t> ActorLexicon::sole_holder(std::string_view office, std::string_view code, std::int32_t day, Fits fits) const {
  std::optional<std::uint32_t> found;
  for (const HolderRecord& holder : holders(office, code)) {
    const RoleRecord& role = roles_[holder.role];
    if (day < role.from || day > role.to || text(role.office) != office || !(role.code == code) || !fits(role)) continue;
    if (found && *found != holder.actor) return std::nullopt;
    found = holder.actor;
  }
  return found;
}

std::optional<std::uint32_t> ActorLexicon::holder_on(std::string_view office, std::string_view code, std::int32_t day) const {
  // The governor of Jakarta is not Indonesia's.
  const bool state = is_state_code(code);
  return sole_holder(office, code, day, [&](const RoleRecord& role) { return role.organisation.size == 0 || !state; });
}

std::optional<std::uint32_t> ActorLexicon::holder_on(std::string_view office, std::string_view code, std::string_view organisation, std::int32_t day) const {
  return sole_holder(office, code, day, [&](const RoleRecord& role) { return text(role.organisation) == organisation; });
}

std::optional<std::uint32_t> ActorLexicon::holder_in_any_body(std::string_view office, std::string_view code, std::int32_t day) const {
  return sole_holder(office, code, day, [](const RoleRecord&) { return true; });
}

ActorLexicon::Node ActorLexicon::follow(std::uint32_t node, std::uint64_t word) const {
  const std::uint64_t key = word_edge_key(node, word);
  const std::size_t mask = edges_.size() - 1;
  for (std::size_t place = key & mask; edges_[place].key != 0; place = (place + 1) & mask) {
    if (edges_[place].key == key) return {edges_[place].node, edges_[place].uses};
  }
  return {};
}

std::span<const Use> ActorLexicon::uses_at(std::uint32_t uses) const {
  if (uses == 0) return {};
  std::size_t end = uses - 1;
  while (!uses_[end].last) ++end;
  return uses_.subspan(uses - 1, end + 2 - uses);
}

std::span<const SpellingRecord> ActorLexicon::spelled(std::uint32_t hash) const {
  const std::size_t bucket = spelling_bucket(hash, spelling_starts_.size() - 1);
  std::size_t first = spelling_starts_[bucket], end = spelling_starts_[bucket + 1];
  while (first < end && spellings_[first].hash < hash) ++first;
  std::size_t last = first;
  while (last < end && spellings_[last].hash == hash) ++last;
  return spellings_.subspan(first, last - first);
}

std::span<const SoundRecord> ActorLexicon::sounding(std::uint32_t hash) const {
  const auto [first, last] = std::equal_range(sounds_.begin(), sounds_.end(), SoundRecord{hash, 0, {}},
                                              [](const SoundRecord& a, const SoundRecord& b) { return a.hash < b.hash; });
  return {first, last};
}

namespace {

/// Beside such an office others are only held as well: a prime minister who is foreign minister besides is the prime minister.
bool rules(const RoleRecord& role) { return has(role.office_traits, OfficeTrait::rules); }

bool is_held(const RoleRecord& role, std::optional<std::int32_t> day) { return !day || (role.from <= *day && *day <= role.to); }

}  // namespace

bool ActorLexicon::holds(const ActorRecord& actor, std::string_view office, std::optional<std::int32_t> day) const {
  const auto held = roles(actor);
  return std::any_of(held.begin(), held.end(), [&](const RoleRecord& role) { return role.organisation.size == 0 && text(role.office) == office && is_held(role, day); });
}

const RoleRecord* ActorLexicon::last_role(const ActorRecord& actor, std::string_view office) const {
  const auto held = roles(actor);
  const auto found = std::find_if(held.rbegin(), held.rend(), [&](const RoleRecord& role) { return text(role.office) == office; });
  return found == held.rend() ? nullptr : &*found;
}

Standing ActorLexicon::standing(const ActorRecord& actor, std::optional<std::int32_t> day) const {
  Standing standing{actor.code, actor.sector, actor.other_sectors, {}, {}, nullptr, nullptr};
  const auto held = roles(actor);
  const RoleRecord* role = nullptr;
  const RoleRecord* former = nullptr;
  for (const RoleRecord& candidate : held) {  // ordered by `from`: the latest that fits wins, but for what is held beside a state's highest office
    const bool beside = day && role && candidate.sector == "GOV" && (candidate.code.empty() || candidate.code == actor.code) && rules(*role) && !rules(candidate);
    if (is_held(candidate, day) && !beside) role = &candidate;
    if (day && candidate.to < *day && (!former || candidate.to >= former->to)) former = &candidate;
  }
  if (role) {
    standing.role = role;
    if (!role->code.empty()) standing.code = role->code;
    standing.sector = role->sector.empty() ? actor.sector : role->sector;
    // A prime minister is not in opposition any more: what the entry adds to its own sector says nothing of another one.
    if (!role->other_sectors[0].empty() || standing.sector != actor.sector) standing.other_sectors = role->other_sectors;
    standing.office = text(role->office);
    standing.organisation = text(role->organisation);
  } else if (former) {
    standing.former = former;
    if (standing.sector.empty() && actor.kind == ActorKind::person) standing.sector = code_from("ELI");
  }
  return standing;
}

}  // namespace attache::knowledge
