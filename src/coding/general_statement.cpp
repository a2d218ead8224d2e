#include "coding/general_statement.h"

#include "base/contains.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace attache::coding {
namespace {

bool is_noun(const Token& token) { return token.upos == Upos::noun || token.upos == Upos::propn; }

bool is_present(std::string_view tag) { return tag == "VBZ" || tag == "VBP"; }

/// Told as what is, not as what was or will be: "is removed", "impeaches", "can be removed".
bool is_told_in_present(const SentenceView& view, Index verb) {
  bool auxiliary = false;
  for (const Index child : view.tree().children(verb)) {
    const Relation relation = view.tree().relation(child);
    if (relation != Relation::aux && relation != Relation::aux_pass && relation != Relation::cop) continue;
    auxiliary = true;
    const std::string_view lemma = view.token(child).lemma;
    // A perfect tells what was, a progressive what is being done.
    if (lemma == "have" || (relation == Relation::aux && lemma == "be")) return false;
    if (!is_present(view.token(child).xpos)) return false;
  }
  return auxiliary || is_present(view.token(verb).xpos);
}

/// "The *constitution* requires", "under the *law*": what lays down rules.
bool lays_down_rules(const SentenceView& view, Index noun) {
  static constexpr std::array<std::string_view, 10> rules = {"law", "constitution", "statute", "legislation", "directive", "rule", "regulation", "charter", "code", "treaty"};
  if (noun == none) return false;
  // "The Constitution".
  std::string lemma(view.token(noun).lemma);
  if (!lemma.empty() && lemma.front() >= 'A' && lemma.front() <= 'Z') lemma.front() = static_cast<char>(lemma.front() - 'A' + 'a');
  return contains(rules, lemma);
}

/// "The law forbids …", "the constitution requires the Senate *to confirm* judges", "a majority required by the constitution *to impeach*".
bool is_ruled(const SentenceView& view, Index trigger) {
  const Tree& tree = view.tree();
  constexpr int most_steps = 4;
  Index at = trigger;
  for (int step = 0; step < most_steps && at != none; ++step) {
    if (view.token(at).upos == Upos::verb) {
      if (lays_down_rules(view, tree.subject(at)) && is_told_in_present(view, at)) return true;
      if (at != trigger && tree.is_passive(at) && lays_down_rules(view, tree.agent(at))) return true;
    }
    // Up through what is said in infinitives and clauses only.
    switch (tree.relation(at)) {
      case Relation::xcomp: case Relation::ccomp: case Relation::acl: case Relation::advcl: case Relation::conj: at = tree.governor(at); break;
      default: return false;
    }
  }
  return false;
}

/// "A *policy of not charging* presidents", "the *power to dismiss* ministers": what may be done, unless the power is used.
bool is_power(const SentenceView& view, Index trigger) {
  static constexpr std::array<std::string_view, 10> powers = {"policy", "power", "right", "authority", "practice", "ability", "duty", "responsibility", "prerogative", "mandate"};
  static constexpr std::array<std::string_view, 7> uses = {"use", "exercise", "invoke", "adopt", "introduce", "announce", "reverse"};
  const Tree& tree = view.tree();
  const std::string_view tag = view.token(trigger).xpos;
  const Index noun = tree.governor(trigger);
  const Relation relation = tree.relation(trigger);
  if (noun == none || !is_noun(view.token(noun)) || (tag != "VB" && tag != "VBG")) return false;
  if ((relation != Relation::acl && relation != Relation::nmod && relation != Relation::advcl) || !contains(powers, view.token(noun).lemma)) return false;
  const Index verb = tree.governor(noun);
  return verb == none || !contains(uses, view.token(verb).lemma);
}

/// "*Only* Congress *may allocate* funds".
bool is_reserved(const SentenceView& view, Index trigger) {
  const Tree& tree = view.tree();
  const Index subject = tree.subject(trigger), modal = tree.child(trigger, Relation::aux);
  if (subject == none || modal == none || (view.token(modal).lemma != "may" && view.token(modal).lemma != "can")) return false;
  const auto says_only = [&](Index token) {
    const auto& children = tree.children(token);
    return std::any_of(children.begin(), children.end(), [&](Index child) { return view.token(child).lemma == "only" && child < trigger; });
  };
  return says_only(subject) || says_only(trigger);
}

/// "The speaker *succeeds* if the president *is killed*": one thing always follows from another.
bool is_condition_of_a_rule(const SentenceView& view, Index trigger) {
  static constexpr std::array<std::string_view, 3> conditions = {"if", "unless", "when"};
  const Tree& tree = view.tree();
  const Index main = tree.governor(trigger);
  if (tree.relation(trigger) != Relation::advcl || main == none || !contains(conditions, tree.marker(trigger))) return false;
  return view.token(main).upos == Upos::verb && is_present(view.token(main).xpos) && tree.child(main, {Relation::aux, Relation::ccomp}) == none && is_told_in_present(view, trigger);
}

/// Somebody in particular has a name, a number, an article or a nation.
bool is_anybody(const SentenceView& view, const Participant& participant) {
  if (participant.token == none || participant.entity->via != "agent" || participant.inside) return false;
  const auto& children = view.tree().children(participant.token);
  return std::all_of(children.begin(), children.end(), [&](Index child) {
    const std::string_view word = view.token(child).lemma;
    switch (view.tree().relation(child)) {
      case Relation::det: return word == "a" || word == "an" || word == "any" || word == "every" || word == "no";
      case Relation::nummod: case Relation::nmod_poss: case Relation::acl: case Relation::acl_relcl: return false;
      default: return true;
    }
  });
}

/// "To extradite *people accused of crimes*".
bool describes_anybody(const Draft& draft, const SentenceView& view) {
  static constexpr std::array<std::string_view, 6> anybody = {"people", "person", "those", "anyone", "anybody", "individual"};
  const Tree& tree = view.tree();
  const Index trigger = draft.match.head();
  const Relation clause = tree.relation(trigger);
  const Index above = tree.governor(trigger);
  if ((clause != Relation::acl && clause != Relation::acl_relcl) || above == none) return false;
  // "To find *a person wanted* by a court": with whoever.
  if (const Index article = tree.child(above, Relation::det); view.token(above).xpos == "NN" && article != none && contains(anybody, view.token(above).lemma) && !tree.has_child(above, Relation::amod) &&
      (view.token(article).lemma == "a" || view.token(article).lemma == "any")) {
    return true;
  }
  if (!draft.actor.empty()) return false;
  const bool undetermined = !tree.has_child(above, Relation::nummod) && !tree.has_child(above, Relation::amod) && !tree.has_child(above, Relation::compound);
  const Index determiner = tree.child(above, Relation::det);
  const bool indefinite = determiner == none || view.token(determiner).lemma == "a" || view.token(determiner).lemma == "any";
  return undetermined && indefinite && contains(anybody, view.token(above).lemma);
}

/// "It was unusual *for a minister to speak*": what is said of it is not that it was done, unless it was good or bad that it was.
bool is_judged_in_general(const SentenceView& view, Index trigger) {
  const Tree& tree = view.tree();
  const Index judged = tree.governor(trigger);
  if (tree.relation(trigger) != Relation::csubj || view.token(trigger).xpos != "VB" || judged == none || view.token(judged).upos != Upos::adj) return false;
  return tree.child(judged, Relation::expl) != none && tree.child(trigger, Relation::mark) != none;
}

}  // namespace

bool is_asked(const SentenceView& view) {
  for (Index last = view.size() - 1; last >= 0; --last) {
    const std::string_view text = view.token(last).text;
    if (text == "?") return true;
    if (view.token(last).upos != Upos::punct) return false;
  }
  return false;
}

bool is_general_statement(const Draft& draft, const SentenceView& view) {
  const Tree& tree = view.tree();
  const Index trigger = draft.match.head();
  // "*Abusing minors* can carry a sentence": only named.
  if (view.token(trigger).xpos == "VBG" && tree.relation(trigger) == Relation::csubj) return true;
  if (is_ruled(view, trigger) || is_power(view, trigger)) return true;
  if (view.sentence().kind == BlockKind::headline) return false;
  if (is_judged_in_general(view, trigger)) return true;
  if (is_reserved(view, trigger) || is_condition_of_a_rule(view, trigger)) return true;
  if (!tree.is_passive(trigger)) return false;
  if (describes_anybody(draft, view)) return true;
  // "A federal official *can be removed* from office by Congress", "officials *are removed* after a trial".
  bool present = false;
  for (const Index child : tree.children(trigger)) {
    const Relation relation = tree.relation(child);
    if (relation == Relation::aux && view.token(child).lemma == "can") present = true;
    if (relation == Relation::aux && view.token(child).lemma != "can") return false;
    if (relation == Relation::aux_pass && is_present(view.token(child).xpos)) present = true;
  }
  return present && !draft.recipient.empty() && std::all_of(draft.recipient.begin(), draft.recipient.end(), [&](const Participant& participant) { return is_anybody(view, participant); });
}

}  // namespace attache::coding
