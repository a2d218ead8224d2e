// Nouns that name an event and the verbs and nouns that only carry or frame them.
#include "coding/composer.h"

#include <algorithm>

namespace attache::coding {
namespace {

bool is_nominal(const Token& token) { return token.upos == Upos::noun || token.upos == Upos::propn; }

}  // namespace

const Match* Composer::light_verb_at(Index token) const {
  for (const Match& match : matches_->light_verbs) {
    if (match.head() == token) return &match;
  }
  return nullptr;
}

/// "the issue of abductions", "a wave of arrests": the outer noun only frames the event.
bool Composer::step_through_noun(Draft& draft) {
  const Tree& tree = view_.tree();
  const Index outer = tree.governor(draft.top);
  if (outer == none || tree.relation(draft.top) != Relation::nmod || !is_nominal(view_.token(outer))) return false;
  if (!view_.is_one_of(outer, lexicon_.transparent())) return false;
  draft.anchors.push_back(outer);
  move_up(draft, outer);
  return true;
}

/// "talks held in Oslo", "the sanctions it imposed": the light verb stands below the noun that it carries.
bool Composer::step_into_relative_clause(Draft& draft) {
  const Tree& tree = view_.tree();
  for (const Index clause : tree.children(draft.top)) {
    const Relation relation = tree.relation(clause);
    if (relation != Relation::acl && relation != Relation::acl_relcl) continue;
    const Match* light = light_verb_at(clause);
    if (!light) continue;
    const TriggerOwner kind = lexicon_.trigger(light->trigger).owner;
    const bool as_object = kind != TriggerOwner::happen && tree.logical_object(clause) == draft.top;
    const bool as_subject = kind == TriggerOwner::happen && tree.understood_subject(clause) == draft.top;
    if (!as_object && !as_subject) continue;
    draft.anchors.push_back(clause);
    draft.carried = true;
    carry(draft, *light, kind, draft.top);
    add_mood(draft, view_, mood_at(view_, lexicon_, clause, attribution_.is_reported(clause)));
    return false;  // the noun itself stays the top: its own governor goes on
  }
  return false;
}

/// "China is under pressure", "the town was under attack": a predicate with "under" is undergone by its subject.
bool Composer::step_through_copula(Draft& draft) {
  const Tree& tree = view_.tree();
  const Index subject = tree.subject(draft.top);
  if (subject == none || !tree.has_child(draft.top, Relation::cop) || tree.preposition(draft.top) != "under") return false;
  draft.carried = true;
  Participants who = finder_.at(subject, draft.frame->requires_recipient, {});
  draft.trace.steps.push_back("under \"" + std::string(view_.token(draft.top).text) + "\"");
  if (who.empty()) return true;
  draft.recipient = std::move(who);
  draft.trace.roles.push_back({"recipient", "subject under it", describe(draft.recipient)});
  return true;
}

/// "held talks", "came under attack", "talks began".
bool Composer::step_through_light_verb(Draft& draft) {
  const Tree& tree = view_.tree();
  const Index noun = tree.first_conjunct(draft.top);
  const Index verb = tree.governor(noun);
  if (verb == none) return false;
  const Relation relation = tree.relation(noun);
  for (const Match& light : matches_->light_verbs) {
    if (light.head() != verb) continue;
    const TriggerOwner kind = lexicon_.trigger(light.trigger).owner;
    // "*Called* the attack *an outrage*": who calls it something does not do it.
    if (relation == Relation::obj && view_.token(verb).lemma == "call" && tree.has_child(verb, Relation::xcomp)) continue;
    bool fits = false;
    switch (kind) {
      case TriggerOwner::carry:
      case TriggerOwner::suffer: {
        const bool passive_subject = relation == Relation::nsubj_pass;
        const bool prepositional = light.words.size() > 1 && (relation == Relation::obl || relation == Relation::xcomp);
        // A preposition in the verb's words must be the noun's own: "came under attack".
        const bool own_words = !prepositional || std::any_of(light.words.begin() + 1, light.words.end(), [&](Index word) {
          return tree.is_within(word, noun) || view_.token(word).relation == Relation::compound_prt;
        });
        fits = (relation == Relation::obj || passive_subject || prepositional) && own_words;
        break;
      }
      case TriggerOwner::happen:
        // "The test was followed by sanctions": of the two the later one is told, as an answer to the other.
        if (tree.is_passive(verb) && tree.agent(verb) == noun) {
          fits = true;
          draft.answers = tree.understood_subject(verb);
        } else {
          fits = (relation == Relation::nsubj || relation == Relation::nsubj_pass) && tree.agent(verb) == none;
        }
        break;
      default: break;
    }
    if (!fits) continue;
    draft.anchors.insert(draft.anchors.end(), light.words.begin(), light.words.end());
    draft.carried = true;
    carry(draft, light, kind, noun);
    move_up(draft, verb);
    return true;
  }
  return false;
}

void Composer::carry(Draft& draft, const Match& light, TriggerOwner kind, Index noun) {
  const Tree& tree = view_.tree();
  const Index verb = light.head();
  draft.trace.steps.push_back("\"" + joined_words(view_, light.words) + "\" carries \"" + std::string(view_.token(noun).text) + "\"");
  if (kind == TriggerOwner::happen) return;
  Participants who = finder_.at(tree.logical_subject(verb), 0, {});
  if (who.empty()) return;
  Participants& side = kind == TriggerOwner::carry ? draft.actor : draft.recipient;
  const KindMask wanted = kind == TriggerOwner::carry ? draft.frame->requires_actor : draft.frame->requires_recipient;
  std::erase_if(who, [&](const Participant& participant) { return !ParticipantFinder::fits(participant, wanted, {}); });
  if (who.empty()) return;
  side = std::move(who);
  draft.trace.roles.push_back({kind == TriggerOwner::carry ? "actor" : "recipient", "light verb's subject", describe(side)});
}

}  // namespace attache::coding
