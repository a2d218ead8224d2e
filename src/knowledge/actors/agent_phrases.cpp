#include "knowledge/actors/agent_phrases.h"

#include "knowledge/actors/body_phrases.h"
#include "knowledge/actors/entities.h"
#include "knowledge/actors/name_words.h"
#include "knowledge/actors/nation_focus.h"
#include "knowledge/actors/noun_phrases.h"
#include "language/word_list.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace attache::knowledge {
namespace {

using language::word_list;

/// Sectors whose people belong to the place that a sentence names: "arrested 12 demonstrators in Nairobi".
bool is_domestic(std::string_view sector) {
  static constexpr std::array<std::string_view, 14> sectors{"CVL", "COP", "SOC", "EDU", "LAB", "MED", "REL", "JRN", "CRM", "OPP", "AGR", "BUS", "LEG", "JUD"};
  return std::find(sectors.begin(), sectors.end(), sector) != sectors.end();
}

/// The agent that two tokens spell together, in any number; nothing when the lexicon has none.
const AgentRecord* agent_of(const ActorLexicon& lexicon, const Token& modifier, const Token& noun) {
  const std::array<Token, 2> pair{modifier, noun};
  std::vector<NameWord> words;
  name_words(pair, words);
  std::uint32_t node = 0, uses = 0;
  for (const NameWord& word : words) {
    const auto next = lexicon.follow(node, word.hash);
    node = next.node;
    uses = next.uses;
    if (node == 0) break;
  }
  if (node == 0 || uses == 0) return nullptr;
  const auto all = lexicon.uses_at(uses);
  const auto agent = std::find_if(all.begin(), all.end(), [](const Use& use) { return use.kind == UseKind::agent || use.kind == UseKind::agents; });
  return agent == all.end() ? nullptr : &lexicon.agent(agent->target);
}

/// "Political and military leaders", "police and army officers": what stands before "and" with the same head.
void add_coordinated_kinds(const PhraseView& phrase, Entity& entity) {
  const Token& head = phrase.tree.token(static_cast<Tree::Index>(phrase.unit.last - 1));
  std::vector<std::string_view> found;
  for (auto i = static_cast<Tree::Index>(phrase.unit.first); i >= 2; i -= 2) {
    const Token& joint = phrase.tree.token(i - 1);
    const Token& kind = phrase.tree.token(i - 2);
    if (joint.upos != Upos::cconj && joint.text != ",") break;
    if (kind.upos != Upos::adj && kind.upos != Upos::noun && kind.upos != Upos::propn) break;
    const AgentRecord* agent = agent_of(phrase.lexicon(), kind, head);
    if (!agent) break;
    found.push_back(agent->sector.view());
  }
  if (found.empty()) return;
  const std::string own = entity.sector;
  entity.sector = found.back();
  for (auto kind = found.rbegin() + 1; kind != found.rend(); ++kind) add_sector(entity, *kind);
  add_sector(entity, own);
  add_step(entity, "several kinds joined by \"and\"");
}

/// A body by name, also one that the lexicon does not know ("the Human Rights League"), or by its kind ("the teachers' union").
bool is_organised(const ActorDraft& owner, const Code& sector) {
  if (owner.kind == DraftKind::body || (owner.kind == DraftKind::name && !sector.empty())) return true;
  return owner.kind == DraftKind::agent && owner.collective && !(sector == "GOV");
}

/// Rebels' and parties' own people: "rebel spokesman", "a top official from the Workers' Party", "the president of the Human Rights League".
void take_sector_of_owner(const PhraseView& phrase, Entity& base) {
  const AgentRecord& agent = phrase.agent();
  for (const Belonging& b : phrase.all) {
    if (b.draft < 0 || b.sector.empty() || b.link == Link::in) continue;
    const ActorDraft& owner = phrase.drafts[static_cast<std::size_t>(b.draft)];
    const bool rebels_own = b.link == Link::before && b.sector == "REB" && (base.sector == "MIL" || base.sector == "GOV" || base.sector == "UAF");
    const bool body = is_organised(owner, b.sector) && (b.link == Link::before || b.link == Link::possessive || b.link == Link::of);
    // "The president of the Human Rights League", "the IMF managing director"; but NATO's secretary general is no soldier.
    const bool between_states = base.sector == "GOV" && !b.code.empty() && !is_state_code(b.code.view()) && !(b.code == "NGO");
    const bool leads = agent.of_body && !between_states && (base.sector == "BUS" || base.sector == "GOV" || base.sector == "PTY") && (body || (b.link == Link::of && owner.kind != DraftKind::person));
    const bool partys_own = body && b.sector == "PTY" && (base.sector == "LAB" || base.sector == "CVL" || base.sector == "SOC");  // "Congress workers"
    const bool polices = body && base.sector == "SPY" && b.sector == "COP";                                       // "FBI agents"
    if ((!agent.general && !leads && !rebels_own && !partys_own && !polices) || b.sector == "CVL") continue;
    base.sector = b.sector.view();
    base.other_sectors.clear();
    for (const auto& other : owner.mention.entities.front().other_sectors) add_sector(base, other);
    add_step(base, "sector of \"" + b.words + "\"");
    return;
  }
}

bool is_called_opposition(const PhraseView& phrase) {
  for (const Tree::Index child : phrase.tree.children(phrase.unit.head)) {
    const std::string_view lemma = lemma_of(phrase.tree.token(child));
    if (child < static_cast<Tree::Index>(phrase.unit.first) && (lemma == "opposition" || lemma == "dissident")) return true;
  }
  return false;
}

/// "The premier of Canada's Alberta province" is not Canada's.
bool is_of_a_region(const PhraseView& phrase) {
  return std::any_of(phrase.all.begin(), phrase.all.end(), [&](const Belonging& b) {
    if (b.atom < 0 || b.link == Link::in) return false;
    const Atom& a = phrase.units.atom(b.atom);
    return a.kind == AtomKind::place || ((a.kind == AtomKind::nation || a.kind == AtomKind::demonym) && a.use && phrase.lexicon().actor(a.use->target).kind == ActorKind::region);
  });
}

/// Whose office it is when not a state's: the body's, the region's, the city's or the place's that owns the words.
std::string office_of(const PhraseView& phrase, bool of_a_region) {
  if (phrase.owners.empty()) {  // of a body whose country nobody says: no state's in any case
    const auto body = std::find_if(phrase.all.begin(), phrase.all.end(), [&](const Belonging& b) {
      return b.draft >= 0 && (b.link == Link::before || b.link == Link::possessive || b.link == Link::of) && is_organised(phrase.drafts[static_cast<std::size_t>(b.draft)], b.sector);
    });
    return body == phrase.all.end() ? std::string() : body->entry.empty() ? body->words : body->entry;
  }
  if (phrase.owners.size() != 1) return {};
  const Belonging& owner = *phrase.owners.front();
  const bool body = owner.draft >= 0 && phrase.drafts[static_cast<std::size_t>(owner.draft)].kind == DraftKind::body;
  const bool city = owner.atom >= 0 && phrase.units.atom(owner.atom).kind == AtomKind::capital;
  return owner.link != Link::in && (body || city || (owner.nation && of_a_region)) ? owner.entry : std::string();
}

/// "The Bush administration": the owner whom the words alone do not make known.
std::int64_t unknown_owner(const PhraseView& phrase) {
  for (const Belonging& b : phrase.all) {
    if (b.draft < 0 || !b.code.empty() || (b.link != Link::before && b.link != Link::possessive && b.link != Link::of)) continue;
    const ActorDraft& owner = phrase.drafts[static_cast<std::size_t>(b.draft)];
    if (owner.kind == DraftKind::person) return owner.mention.head;
    if (owner.kind == DraftKind::agent && owner.owner_head >= 0) return owner.owner_head;  // "officials of the Bush administration"
  }
  return -1;
}

/// The office that the agent names, for whoever asks who holds it; former holders hold none.
void fill_office(const PhraseView& phrase, Entity& entity, const ActorDraft& draft) {
  if (!phrase.title().plural && entity.sector != "ELI") entity.office = draft.office;
}

/// What the agent is by itself and by those around it, without whose it is.
Entity kind_of_people(const PhraseView& phrase, const ActorDraft& draft, Tree::Span span) {
  const AgentRecord& agent = phrase.agent();
  Entity base;
  place_entity(phrase.tree, base, span);
  base.sector = agent.sector.view();
  for (const Code& other : agent.other_sectors) add_sector(base, other.view());
  base.code = agent.code.view();
  base.via = "agent";
  base.reason = agent.sector.empty() ? "\"" + draft.lemma + "\" is whoever's it is" : "\"" + draft.lemma + "\" is " + std::string(agent.sector.view());
  add_coordinated_kinds(phrase, base);
  take_sector_of_owner(phrase, base);
  if (is_called_opposition(phrase)) add_sector(base, "OPP");
  if (can_be_former(base) && is_former(phrase.tree, phrase.unit.first)) make_former(base);
  return base;
}

/// The noun says again what the body before it is.
void become(const ActorDraft& named, Tree::Span span, const Tree& tree, ActorDraft& draft) {
  Entity entity = named.mention.entities.front();
  place_entity(tree, entity, span);
  add_step(entity, "with the noun \"" + draft.lemma + "\"");
  draft.kind = named.kind;
  draft.actor = named.actor;
  draft.name = named.name;
  draft.collective = true;
  draft.namesakes = named.namesakes;
  draft.mention.certainty = named.mention.certainty;
  draft.mention.entities.push_back(std::move(entity));
}

}  // namespace

bool is_nobody_alone(const PhraseView& phrase) {
  // "Former Soviet republics" are nobody's any more.
  static constexpr auto lands = word_list({"republic", "colony", "territory", "protectorate", "satellite state"});
  const AgentRecord& agent = phrase.agent();
  // "In exile", "on guard": one noun behind such a preposition, with nothing to say which or whose, is a state and no person.
  const auto first = static_cast<Tree::Index>(phrase.unit.first);
  const bool bare = first > 0 && phrase.unit.last - phrase.unit.first == 1 && !phrase.title().plural && !agent.collective && phrase.owners.empty();
  static constexpr auto states = word_list({"in", "into", "on", "at"});
  if (bare && states.contains(phrase.tree.token(first - 1).text)) return true;
  if (lands.contains(phrase.lexicon().text(agent.lemma)) && is_former(phrase.tree, phrase.unit.first)) return true;
  if (!agent.needs_owner) return false;
  return std::none_of(phrase.all.begin(), phrase.all.end(), [](const Belonging& b) { return b.link != Link::in && (b.nation || !b.code.empty() || !b.sector.empty()); });
}

void compose_agent(const PhraseView& phrase, ActorDraft& draft) {
  const Unit& unit = phrase.unit;
  const AgentRecord& agent = phrase.agent();
  const auto& owners = phrase.owners;
  const Tree::Span span = extent(phrase.tree, unit.head, unit.first, unit.last);
  place_mention(draft, span, unit.head);
  draft.kind = DraftKind::agent;
  draft.plural = phrase.title().plural;
  draft.collective = agent.collective;
  draft.general = agent.general;
  draft.relational = agent.relational;
  draft.head = agent.head;
  draft.definite = is_definite(phrase.tree, unit.head);
  draft.owned = !owners.empty();
  draft.lemma = phrase.lexicon().text(agent.lemma);
  draft.office = phrase.lexicon().text(agent.office);
  draft.gender = agent.gender;
  draft.domestic = is_domestic(agent.sector.view());
  draft.mention.certainty = owners.empty() ? 0.5F : 0.95F;
  Entity base = kind_of_people(phrase, draft, span);
  if (const int body = described_body(phrase, base); body >= 0) return become(phrase.drafts[static_cast<std::size_t>(body)], span, phrase.tree, draft);
  if (owners.empty()) {
    draft.office_of = office_of(phrase, false);
    draft.owner_head = unknown_owner(phrase);
    if (draft.definite) fill_office(phrase, base, draft);
    draft.mention.entities.push_back(std::move(base));
    return;
  }
  const bool of_a_region = is_of_a_region(phrase);
  draft.office_of = office_of(phrase, of_a_region);
  for (std::size_t i = 0; i < owners.size(); ++i) {
    const Belonging& owner = *owners[i];
    Entity entity = base;
    if (agent.relational && owner.nation) {
      // "Iran's allies" are whoever, but not Iranian.
      entity.code.clear();
      add_step(entity, "beside \"" + owner.words + "\" and not of it");
    } else {
      entity.code = owner.code.view();
      if (!owner.sector.empty() && owner.nation) add_sector(entity, owner.sector.view());
      add_step(entity, "of \"" + owner.words + "\", " + entity.code);
    }
    if (owners.size() > 1) {
      // Each keeps its own words; the last has the noun as well.
      const Atom& nation = owner.atom >= 0 ? phrase.units.atom(owner.atom) : phrase.title();
      place_entity(phrase.tree, entity, {static_cast<Tree::Index>(nation.first), static_cast<Tree::Index>(i + 1 == owners.size() ? std::max(unit.last, nation.last) : nation.last)});
    }
    if (!of_a_region) fill_office(phrase, entity, draft);
    draft.mention.entities.push_back(std::move(entity));
  }
}

}  // namespace attache::knowledge
