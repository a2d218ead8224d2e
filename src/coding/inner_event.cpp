#include "coding/inner_event.h"

#include <algorithm>

namespace attache::coding {
namespace {

bool is_nominal(const Token& token) { return token.upos == Upos::noun || token.upos == Upos::propn; }

bool is_verbal(const Token& token) { return token.upos == Upos::verb || token.upos == Upos::aux; }

/// Not told as a fact: an infinitive, a gerund, or under a modal.
bool is_unreal(const SentenceView& view, Index token) {
  bool finite = false;
  for (const Index child : view.tree().children(token)) {
    const Relation relation = view.tree().relation(child);
    if (relation != Relation::aux && relation != Relation::cop && relation != Relation::aux_pass) continue;
    const std::string_view tag = view.token(child).xpos;
    if (tag == "MD") return true;
    if (tag != "VB" && tag != "VBG" && tag != "VBN") finite = true;
  }
  const std::string_view tag = view.token(token).xpos;
  return !finite && (tag == "VB" || tag == "VBG" || !is_verbal(view.token(token)));
}

/// An infinitive or subjunctive: "to leave", "that it leave", "that it should leave".
bool is_infinitive(const SentenceView& view, Index token) {
  bool infinitive = view.token(token).xpos == "VB";
  for (const Index child : view.tree().children(token)) {
    const Relation relation = view.tree().relation(child);
    if (relation != Relation::aux && relation != Relation::cop && relation != Relation::aux_pass) continue;
    if (view.token(child).xpos == "MD") return view.token(child).lemma == "should";
    if (view.token(child).xpos == "VB") infinitive = true;
  }
  return infinitive;
}

/// A clause with "that" whose verb has no tense of its own: "demanded that the rebels stop", also where a tagger takes the bare form for a present.
bool is_subjunctive(const SentenceView& view, Index token) {
  // "Proposed *to set* limits" is one's own plan.
  if (view.tree().relation(token) == Relation::xcomp && view.tree().subject(token) == none && view.tree().object(view.tree().governor(token)) == none) return false;
  if (is_infinitive(view, token)) return true;
  if (view.token(token).xpos != "VBP" || view.tree().marker(token) != "that") return false;
  return view.tree().child(token, {Relation::aux, Relation::cop, Relation::aux_pass}) == none;
}

/// "Said that *Chad must leave*": what another is bound to do; "said that *it must leave*" binds the speaker.
bool is_obliged(const SentenceView& view, Index token) {
  const Index subject = view.tree().subject(token);
  if (subject == none || view.token(subject).upos == Upos::pron) return false;
  const auto& children = view.tree().children(token);
  return std::any_of(children.begin(), children.end(), [&](Index child) {
    const auto& lemma = view.token(child).lemma;
    return view.tree().relation(child) == Relation::aux && (lemma == "must" || lemma == "should" || lemma == "ought");
  });
}

}  // namespace

Index governor_of_inner(const SentenceView& view, Index inner) {
  const Tree& tree = view.tree();
  const Index above = tree.governor(inner);
  if (above == none || tree.relation(inner) != Relation::acl || view.token(inner).xpos == "VBN" || !tree.has_child(inner, Relation::mark)) return above;
  const Relation relation = tree.relation(above);
  const bool object = relation == Relation::obj || relation == Relation::iobj || relation == Relation::nsubj_pass || relation == Relation::obl;
  const Index verb = tree.governor(above);
  return object && verb != none && view.actor_mention(above) >= 0 && is_verbal(view.token(verb)) ? verb : above;
}

bool stands_in(const SentenceView& view, const Operator& operation, Index inner, Index outer) {
  const Tree& tree = view.tree();
  const Relation relation = tree.relation(inner);
  if (operation.whose != Whose::any) {
    const bool own = tree.subject(inner) == none && tree.child(outer, {Relation::obj, Relation::iobj}) == none;
    if (own != (operation.whose == Whose::own)) return false;
  }
  for (const InnerSource& source : operation.inner) {
    switch (source.place) {
      case InnerPlace::infinitive:
      case InnerPlace::subjunctive:
      case InnerPlace::obliged:
      case InnerPlace::unreal:
      case InnerPlace::clause:
        if (source.place == InnerPlace::infinitive && !is_infinitive(view, inner)) break;
        if (source.place == InnerPlace::subjunctive && !is_subjunctive(view, inner)) break;
        if (source.place == InnerPlace::obliged && !is_obliged(view, inner)) break;
        if (source.place == InnerPlace::unreal && !is_unreal(view, inner)) break;
        switch (relation) {
          case Relation::xcomp: case Relation::ccomp: return true;
          case Relation::csubj: case Relation::csubj_pass: return true;
          case Relation::acl: if (is_nominal(view.token(outer)) && (view.token(inner).xpos == "VB" || is_subjunctive(view, inner))) return true; break;
          case Relation::advcl: if (view.token(inner).xpos == "VB") return true; break;  // parsers take "threatened *to leave*" for a purpose
          default: break;
        }
        break;
      case InnerPlace::object:
        if (relation == Relation::obj || (relation == Relation::nsubj_pass && tree.is_passive(outer))) return true;
        break;
      case InnerPlace::subject:
        if (relation == Relation::nsubj || relation == Relation::csubj || (relation == Relation::nsubj_pass)) return true;
        break;
      case InnerPlace::modifier:
        if ((relation == Relation::compound || relation == Relation::amod || relation == Relation::nmod || relation == Relation::nmod_poss) && inner < outer) return true;
        break;
      case InnerPlace::preposition:
        switch (relation) {
          case Relation::obl: case Relation::nmod: case Relation::advcl: case Relation::acl: case Relation::xcomp: case Relation::ccomp:
            if (view.has_preposition(inner, source.preposition)) return true;
            break;
          default: break;
        }
        break;
    }
  }
  return false;
}

}  // namespace attache::coding
