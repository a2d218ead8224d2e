#include "coding/participants.h"

#include "base/contains.h"
#include "knowledge/actors/nation_focus.h"

#include <algorithm>
#include <array>

namespace attache::coding {
namespace {

/// How deep inside a phrase somebody is looked for: "the decision of the court of Chad".
constexpr int most_depth = 3;
/// What being found inside a phrase leaves of the certainty.
constexpr float inside_factor = 0.8f;

bool is_organisation_code(std::string_view code) { return !code.empty() && !knowledge::is_state_code(code); }

bool is_personal_pronoun(const Token& token) { return token.upos == Upos::pron; }

/// Asks for people, and for no body that a thing could stand for.
bool wants_people(KindMask wanted) {
  constexpr KindMask bodies = static_cast<KindMask>(Kind::any) | static_cast<KindMask>(Kind::known) | static_cast<KindMask>(Kind::state) | static_cast<KindMask>(Kind::organised) |
                              static_cast<KindMask>(Kind::place);
  return has(wanted, Kind::person) && (wanted & bodies) == 0;
}

/// "Blamed *human error*": one of a thing has an article or an owner, but in headlines.
bool is_abstract(const SentenceView& view, Index noun) {
  if (view.token(noun).xpos != "NN" || view.sentence().kind == BlockKind::headline) return false;
  return view.tree().child(noun, {Relation::det, Relation::nmod_poss, Relation::nummod}) == none;
}

/// "Released the opinion *of the court*", "shot *the minister's* dog": done to the thing, not to whom it belongs. "A group *of protesters*" is protesters.
bool is_owner_of_thing(const SentenceView& view, Index thing, Index owner) {
  static constexpr std::array<std::string_view, 40> people = {"group", "number", "dozen", "hundred", "thousand", "score", "majority", "handful", "crowd", "team", "gang", "couple", "pair", "lot",
                                                              "wave", "bunch", "rest", "part", "member", "half", "body", "remains", "family", "series", "list", "column", "convoy",
                                                              "cell", "unit", "leader", "head", "percent", "million", "third", "quarter", "generation", "type", "kind", "sort", "deal"};
  const Tree& tree = view.tree();
  const Token& noun = view.token(thing);
  if (noun.upos != Upos::noun || std::find(people.begin(), people.end(), noun.lemma) != people.end()) return false;
  Index below = owner;
  while (below != none && tree.governor(below) != thing) below = tree.governor(below);
  if (below == none) return false;
  if (tree.relation(below) == Relation::nmod_poss) return true;
  if (tree.relation(below) != Relation::nmod) return false;
  const std::string preposition = tree.preposition(below);
  return preposition == "of" || preposition == "from";
}

}  // namespace

bool is_known(const Entity& entity) { return !entity.code.empty() || !entity.sector.empty(); }

bool is_bare_state(const Entity& entity) { return !entity.code.empty() && entity.sector.empty() && entity.office.empty() && !is_organisation_code(entity.code); }

bool ParticipantFinder::fits(const Participant& participant, KindMask wanted, const Participants& other) {
  if (wanted == 0 || has(wanted, Kind::any)) return true;
  const Entity& entity = *participant.entity;
  const std::string_view sector = entity.sector;
  // Who is only a name or words in the text can be anybody but a country.
  constexpr KindMask anybody = static_cast<KindMask>(Kind::known) | static_cast<KindMask>(Kind::person) | static_cast<KindMask>(Kind::organised) |
                               static_cast<KindMask>(Kind::armed) | static_cast<KindMask>(Kind::official);
  if (!is_known(entity) && (wanted & anybody) != 0) return true;
  if (has(wanted, Kind::known) && is_known(entity)) return true;
  if (has(wanted, Kind::person) && !is_bare_state(entity) && !(is_organisation_code(entity.code) && entity.office.empty() && sector.empty())) return true;
  if (has(wanted, Kind::state) && (sector == "GOV" || (!entity.code.empty() && sector.empty()))) return true;
  if (has(wanted, Kind::organised) && is_known(entity) && !is_one_of(sector, {"CVL", "AGR", "REF", "LAB", "UNK"})) return true;
  if (has(wanted, Kind::armed) && is_one_of(sector, {"MIL", "COP", "REB", "PRM", "UAF", "SPY", "CRM"})) return true;
  if (has(wanted, Kind::official) && (!entity.office.empty() || is_organisation_code(entity.code) || is_one_of(sector, {"GOV", "LEG", "JUD", "MIL", "PTY", "ELI", "COP", "OPP", "REL", "SPY"}))) return true;
  if (has(wanted, Kind::place) && (participant.place_name || participant.state)) return true;
  if (has(wanted, Kind::foreign) && !entity.code.empty()) {
    return std::none_of(other.begin(), other.end(), [&](const Participant& them) { return them.entity->code == entity.code; });
  }
  return false;
}

Participants ParticipantFinder::at(Index token, KindMask wanted, const Participants& other) const {
  Participants found;
  if (token == none) return found;
  collect(token, wanted, 0, false, found);
  if (wants_people(wanted)) std::erase_if(found, [&](const Participant& participant) { return participant.inside && is_owner_of_thing(view_, token, participant.token); });
  std::erase_if(found, [&](const Participant& participant) { return !fits(participant, wanted, other); });
  return found;
}

bool ParticipantFinder::add_mention(Index token, bool inside, Participants& found) const {
  const std::int32_t number = view_.actor_mention(token);
  if (number < 0) return false;
  const ActorMention& mention = view_.mentions().actors[static_cast<std::size_t>(number)];
  const Index head = static_cast<Index>(mention.head);
  // The mention must be the phrase, not something in front of its head: "[Chadian] cotton" is no Chadian.
  if (head != token && !view_.tree().is_within(token, head) && view_.tree().governor(head) != token) return false;
  if (view_.tree().governor(head) == token) {
    const Relation relation = view_.tree().relation(head);
    if (relation != Relation::flat && relation != Relation::compound && relation != Relation::appos && token < static_cast<Index>(mention.first)) return false;
    if (token < static_cast<Index>(mention.first) || token >= static_cast<Index>(mention.last)) return false;
  }
  for (const Entity& resolved : mention.entities) {
    const Entity* entity = mention.pronoun ? named_before(mention, resolved) : &resolved;
    const auto already = std::find_if(found.begin(), found.end(), [&](const Participant& other) { return other.entity->start == entity->start && other.entity->code == entity->code; });
    if (already != found.end()) continue;
    Participant participant{entity, token, mention.certainty * (inside ? inside_factor : 1.0f), inside, mention.place_name, is_bare_state(*entity)};
    participant.head = head;
    found.push_back(participant);
  }
  return !mention.entities.empty();
}

/// Where the sentence itself names whom a pronoun means, those words: "*The army* said it had …".
const Entity* ParticipantFinder::named_before(const ActorMention& pronoun, const Entity& entity) const {
  if (!is_known(entity) && entity.identifier_text.empty()) return &entity;
  const Entity* nearest = nullptr;
  for (const ActorMention& mention : view_.mentions().actors) {
    if (mention.pronoun || mention.first >= pronoun.first) continue;
    for (const Entity& other : mention.entities) {
      if (other.code != entity.code || other.sector != entity.sector || other.identifier_text != entity.identifier_text) continue;
      if (nearest == nullptr || other.start >= nearest->start) nearest = &other;
    }
  }
  if (nearest == nullptr) return &entity;
  Entity named = entity;
  named.text = nearest->text;
  named.start = nearest->start;
  named.end = nearest->end;
  store_.push_back(std::move(named));
  return &store_.back();
}

void ParticipantFinder::add_place(Index token, bool inside, Participants& found) const {
  const std::int32_t number = view_.place_mention(token);
  if (number < 0 || view_.in_date(token)) return;
  const PlaceMention& place = view_.mentions().places[static_cast<std::size_t>(number)];
  if (place.location.country.empty()) return;
  Entity entity;
  entity.text = place.text;
  entity.start = view_.token(static_cast<Index>(place.first)).start;
  entity.end = view_.token(static_cast<Index>(place.last) - 1).end;
  entity.code = place.location.country;
  entity.via = "place";
  entity.reason = place.location.name + " lies in " + place.location.country;
  store_.push_back(std::move(entity));
  found.push_back({&store_.back(), token, inside ? 0.7f : 0.85f, inside, true, true, false, token});
}

Participants ParticipantFinder::place_at(Index token) const {
  Participants found;
  add_place(token, true, found);
  return found;
}

Participants ParticipantFinder::people_of_place(Index token) const {
  Participants found;
  add_place(token, true, found);
  if (const Index owner = view_.tree().child(token, Relation::nmod_poss); found.empty() && owner != none) add_place(owner, true, found);
  for (Participant& participant : found) {
    Entity& people = store_.back();
    people.sector = "CVL";
    people.reason = "whoever is there: " + people.reason;
    participant.state = false;
  }
  return found;
}

Entity ParticipantFinder::words_of(Index token) const {
  const Tree::Span phrase = view_.tree().phrase(token);
  Entity entity;
  entity.text = std::string(view_.tree().text(phrase));
  entity.start = view_.token(phrase.first).start;
  entity.end = view_.token(phrase.last - 1).end;
  return entity;
}

void ParticipantFinder::add_unknown(Index token, Participants& found) const {
  const Token& word = view_.token(token);
  const bool named = word.upos == Upos::propn || word.name != NameTag::none;
  if (!named || view_.place_mention(token) >= 0 || view_.in_date(token)) return;
  Entity entity = words_of(token);
  entity.via = "name";
  entity.reason = "a name that the lexicon does not know";
  store_.push_back(std::move(entity));
  found.push_back({&store_.back(), token, 0.5f, false, false, false, false, token});
}

Participant ParticipantFinder::meant_by(Index token, const Participant& elsewhere) const {
  const Entity words = words_of(token);
  Entity entity = *elsewhere.entity;
  entity.reason = "\"" + words.text + "\" is the event of \"" + entity.text + "\"";
  entity.text = words.text;
  entity.start = words.start;
  entity.end = words.end;
  entity.via = "event";
  store_.push_back(std::move(entity));
  Participant participant = elsewhere;
  participant.entity = &store_.back();
  participant.token = participant.head = token;
  return participant;
}

Participants ParticipantFinder::phrase_at(Index token) const {
  Participants found;
  if (token == none) return found;
  for (const Index member : view_.tree().conjuncts(view_.tree().antecedent(token))) {
    const Token& word = view_.token(member);
    if ((word.upos != Upos::noun && word.upos != Upos::propn) || view_.in_date(member) || is_abstract(view_, member)) continue;
    Entity entity = words_of(member);
    entity.via = "words";
    entity.reason = "a phrase that the lexicon does not know";
    store_.push_back(std::move(entity));
    found.push_back({&store_.back(), member, 0.5f, false, false, false, true, member});
  }
  return found;
}

void ParticipantFinder::collect(Index token, KindMask wanted, int depth, bool inside, Participants& found) const {
  const Tree& tree = view_.tree();
  const Index stands_for = tree.antecedent(token);
  if (stands_for != token) {
    if (depth < most_depth) collect(stands_for, wanted, depth + 1, inside, found);
    return;
  }
  const std::size_t before = found.size();
  // "Demands *justice*", "true justice takes time": no judge.
  if (view_.token(token).text == "justice" && is_abstract(view_, token)) return;
  if (!add_mention(token, inside, found)) {
    if (has(wanted, Kind::place)) add_place(token, inside, found);
    if (found.size() == before && !is_personal_pronoun(view_.token(token)) && depth < most_depth) {
      // Nobody is named by the head: an apposition, then whoever owns, makes or belongs to the thing.
      const auto try_children = [&](auto&& test) {
        for (const Index child : tree.children(token)) {
          if (found.size() > before) return;
          if (test(child)) collect(child, wanted, depth + 1, true, found);
        }
      };
      const auto preposition_is = [&](Index child, std::initializer_list<std::string_view> list) {
        const Relation relation = tree.relation(child);
        if (relation != Relation::nmod && relation != Relation::obl) return false;
        for (const Index word : tree.children(child)) {
          if (tree.relation(word) == Relation::case_ && is_one_of(view_.token(word).lemma, list)) return true;
        }
        return false;
      };
      try_children([&](Index child) { return tree.relation(child) == Relation::appos; });
      try_children([&](Index child) { return tree.relation(child) == Relation::nmod_poss; });
      try_children([&](Index child) { return is_one_of(name_of(tree.relation(child)), {"compound", "amod", "nmod", "nmod:desc"}) && child < token; });
      // "The proclamation of the heights *by the president*": who made it goes before what it is about.
      try_children([&](Index child) { return preposition_is(child, {"by"}); });
      try_children([&](Index child) { return preposition_is(child, {"of", "from", "among", "between"}); });
      // "A bomb planted by rebels": who made the thing.
      for (const Index clause : tree.children(token)) {
        if (found.size() == before && tree.relation(clause) == Relation::acl) collect_agent(clause, wanted, depth, found);
      }
      if (found.size() == before && depth == 0) add_unknown(token, found);
    }
  }
  if (inside && depth > 1) return;
  for (const Index child : tree.children(token)) {
    if (tree.relation(child) != Relation::conj) continue;
    // A conjunct inside the same mention was split by the knowledge layer already.
    const bool same_mention = view_.actor_mention(child) >= 0 && view_.actor_mention(child) == view_.actor_mention(token);
    if (!same_mention) collect(child, wanted, depth, inside, found);
  }
}

void ParticipantFinder::collect_agent(Index participle, KindMask wanted, int depth, Participants& found) const {
  if (!view_.tree().is_passive(participle)) return;
  if (const Index agent = view_.tree().agent(participle); agent != none) collect(agent, wanted, depth + 1, true, found);
}

std::string describe(const Participants& participants) {
  std::string text;
  for (const auto& participant : participants) {
    if (!text.empty()) text += "; ";
    text += participant.entity->text + " (" + (participant.entity->code.empty() ? "?" : participant.entity->code);
    if (!participant.entity->sector.empty()) text += " " + participant.entity->sector;
    text += ")";
  }
  return text;
}

bool same_party(const Participants& a, const Participants& b) {
  for (const auto& mine : a) {
    for (const auto& its : b) {
      if (mine.entity == its.entity || (mine.entity->start < its.entity->end && its.entity->start < mine.entity->end)) return true;
    }
  }
  return false;
}

}  // namespace attache::coding
