// Who does what: a predicate's subject, object, voice and negation, spoken or understood.
#include "language/tree.h"
#include "language/word_list.h"

#include <algorithm>

namespace attache {
namespace {

using language::word_list;

/// A walk up the governors never takes more steps than this; deeper control chains do not occur.
constexpr int most_steps = 16;

/// Verbs whose infinitive is controlled by their subject although they have an object: "promised them to leave".
constexpr auto subject_control = word_list({"promise", "threaten", "vow", "pledge", "swear", "use", "take", "spend"});

/// Nouns whose infinitive is done by whoever holds the noun, not by the noun: "Ruritania's plan to attack".
constexpr auto intention_nouns = word_list({
    "plan", "decision", "attempt", "effort", "agreement", "offer", "promise", "pledge", "vow", "threat", "refusal", "bid", "move", "intention",
    "willingness", "readiness", "desire", "ability", "right", "power", "promises", "proposal", "failure", "resolve", "commitment", "determination",
    "campaign", "mission", "operation", "opportunity", "chance", "reluctance", "deal", "need", "authority", "capacity", "obligation", "preparation",
    "vote", "steps", "step", "measure", "program", "programme", "pact", "urge", "wish", "will", "order",
});

constexpr auto negators = word_list({"not", "n't", "n\xE2\x80\x99t", "never", "hardly", "scarcely", "barely", "neither", "nor", "nt"});
constexpr auto negative_determiners = word_list({"no", "neither", "none", "nobody", "nothing"});

bool is_relative_pronoun(const Token& token) {
  static constexpr auto pronouns = word_list({"who", "whom", "which", "that", "whose", "whoever"});
  return (token.upos == Upos::pron || token.upos == Upos::det || token.upos == Upos::sconj) && pronouns.contains(token.text);
}

/// Verbs that stand between a quotation and its speaker: `"…," said Smith`.
constexpr auto speech_verbs = word_list({
    "say", "add", "ask", "write", "warn", "explain", "declare", "note", "insist", "reply", "continue", "argue", "claim", "comment", "conclude",
    "observe", "remark", "respond", "shout", "state", "stress", "tweet", "recall", "announce", "admit", "acknowledge", "suggest",
});

/// Verbs whose object is another's plan: "opposed the plan to attack".
constexpr auto others_plans = word_list({
    "reject", "oppose", "criticize", "criticise", "condemn", "denounce", "thwart", "foil", "block", "halt", "defeat", "welcome", "support", "back",
    "praise", "dismiss", "deplore", "protest", "veto", "resist", "hail", "endorse", "approve", "decry", "slam", "blast", "discuss", "stop", "prevent",
});

/// Forms of one tense in a coordination. Taggers confuse the past with the participle.
bool same_tense(std::string_view first, std::string_view second) {
  const auto past = [](std::string_view tag) { return tag == "VBD" || tag == "VBN"; };
  return first == second || (past(first) && past(second));
}

bool is_relative_clause(Relation relation) { return relation == Relation::acl_relcl; }

}  // namespace

Tree::Index Tree::subject(Index predicate) const {
  for (const Index child : children(predicate)) {
    if (is_subject(token(child).relation)) return child;
  }
  if (const Index dummy = personal_dummy(predicate); dummy != none) return dummy;
  return inverted_speaker(predicate);
}

/// Parsers take the "it" of "Chad said it was ready to talk" for a dummy. One without a clause to stand for is somebody.
Tree::Index Tree::personal_dummy(Index predicate) const {
  const Index dummy = child(predicate, Relation::expl);
  if (dummy == none || lemma_of(token(dummy)) == "there" || (token(dummy).text != "it" && token(dummy).text != "It")) return none;
  const bool stands_for_clause = child(predicate, {Relation::csubj, Relation::csubj_pass, Relation::ccomp}) != none;
  return stands_for_clause || relation(predicate) == Relation::root ? none : dummy;
}

Tree::Index Tree::inverted_speaker(Index predicate) const {
  const Token& verb = token(predicate);
  if (verb.xpos != "VBD" && verb.xpos != "VBZ" && verb.xpos != "VBN") return none;
  if (!speech_verbs.contains(lemma_of(verb)) || has_child(predicate, Relation::aux) || has_child(predicate, Relation::aux_pass)) return none;
  const Index speaker = child(predicate, Relation::obj);
  if (speaker == none || speaker < predicate) return none;
  if (verb.relation == Relation::parataxis) return speaker;
  for (const Relation said : {Relation::ccomp, Relation::parataxis}) {
    if (const Index clause = child(predicate, said); clause != none && clause < predicate) return speaker;
  }
  return none;
}

/// Headlines and captions, which leave auxiliaries out, end without a full stop.
bool Tree::ends_as_sentence() const { return size() > 0 && token(size() - 1).text == "."; }

bool Tree::is_passive(Index predicate) const {
  for (int steps = 0; steps < most_steps; ++steps) {
    bool auxiliary = false, own_subject = false, passive_subject = false;
    for (const Index child : children(predicate)) {
      switch (token(child).relation) {
        case Relation::aux_pass: return true;
        case Relation::nsubj_pass: case Relation::csubj_pass: passive_subject = true; break;
        case Relation::aux: case Relation::cop: auxiliary = true; break;
        case Relation::nsubj: case Relation::csubj: own_subject = true; break;
        default: break;
      }
    }
    const Token& word = token(predicate);
    // A past tense is no passive, whatever the subject's label says: "the leader called on him to go".
    if (passive_subject) return auxiliary || (word.xpos != "VBD" && word.xpos != "VBZ" && word.xpos != "VBP" && !(word.relation == Relation::root && ends_as_sentence() && word.text.ends_with("ed")));
    // Headlines leave the auxiliary out: "Peacekeepers taken hostage". Only participles that are no past tense show it.
    if ((word.xpos == "VBN" || word.xpos == "VBD") && own_subject && !auxiliary && (word.text.ends_with("en") || word.text.ends_with("wn"))) return true;
    if (word.xpos != "VBN" || auxiliary || own_subject) return false;
    switch (word.relation) {
      case Relation::acl: case Relation::advcl: case Relation::xcomp: return true;
      case Relation::conj: predicate = governor(predicate); break;
      default: return false;
    }
    if (predicate == none) return false;
  }
  return false;
}

Tree::Index Tree::agent(Index predicate) const {
  if (!is_passive(predicate)) return none;
  for (const Index child : children(predicate, Relation::obl_agent)) {
    if (preposition(child) == "by") return child;
  }
  return oblique(predicate, "by");
}

bool Tree::is_negated(Index predicate) const {
  for (const Index child : children(predicate)) {
    const Token& word = token(child);
    if ((word.relation == Relation::advmod || word.relation == Relation::cc_preconj) && (negators.contains(word.text) || negators.contains(lemma_of(word)))) return true;
    if (word.relation == Relation::advmod && lemma_of(word) == "long") {
      for (const Index below : children(child)) {
        if (language::equals_ignoring_case(token(below).text, "no")) return true;  // "no longer"
      }
    }
    if (is_subject(word.relation) || word.relation == Relation::obj) {
      if (negative_determiners.contains(word.text)) return true;
      if (const Index determiner = this->child(child, Relation::det); determiner != none && negative_determiners.contains(token(determiner).text)) return true;
    }
  }
  return false;
}

Tree::Index Tree::antecedent(Index i) const {
  if (!is_relative_pronoun(token(i))) return i;
  const Index clause = nearest(governor(i), [&](Index above) { return is_relative_clause(token(above).relation); });
  if (clause == none || governor(clause) == none || i > clause) return i;
  // A second clause in between has the pronoun for its own: "who said that …".
  return governor(clause) < i ? governor(clause) : i;
}

Tree::Index Tree::understood_subject(Index predicate) const { return subject_or_controller(predicate, 0); }

Tree::Index Tree::subject_or_controller(Index predicate, int steps) const {
  if (steps > most_steps) return none;
  if (const Index own = subject(predicate); own != none) return antecedent(own);
  return controller(predicate, steps + 1);
}

Tree::Index Tree::controller(Index predicate, int steps) const {
  const Index above = governor(predicate);
  if (above == none) return none;
  switch (token(predicate).relation) {
    case Relation::conj: return subject_or_controller(above, steps);
    case Relation::xcomp: {
      const Index object = child(above, {Relation::obj, Relation::iobj});
      const bool nominal = object != none && (token(object).upos == Upos::noun || token(object).upos == Upos::propn || token(object).upos == Upos::pron ||
                                              token(object).upos == Upos::num || token(object).upos == Upos::det);
      if (nominal && object < predicate && !subject_control.contains(lemma_of(token(above)))) return antecedent(object);
      return subject_or_controller(above, steps);
    }
    case Relation::advcl: {
      const bool verbal = token(above).upos == Upos::verb || token(above).upos == Upos::aux || subject(above) != none;
      if (!verbal) return none;
      // "was used by the attacker to gain entry": a purpose is the agent's.
      const Index by = token(predicate).xpos == "VB" ? agent(above) : none;
      return by != none ? by : subject_or_controller(above, steps);
    }
    case Relation::acl: {
      if (token(predicate).xpos == "VB" && intention_nouns.contains(lemma_of(token(above)))) {
        if (const Index holder = child(above, Relation::nmod_poss); holder != none) return holder;
        const Index clause = governor(above);
        const bool held = token(above).relation == Relation::obj ? !others_plans.contains(lemma_of(token(clause)))
                                                                 : token(above).relation == Relation::obl && preposition(above).starts_with("in");
        return held ? subject_or_controller(clause, steps) : none;
      }
      // "took a step toward improving ties": whose step it is, does it.
      if (const std::string by = marker(predicate); !by.empty() && by != "to" && by != "as" && token(predicate).xpos == "VBG") {
        if (const Index holder = child(above, Relation::nmod_poss); holder != none) return holder;
        const Index clause = governor(above);
        return clause != none && token(above).relation == Relation::obj ? subject_or_controller(clause, steps) : none;
      }
      return above;
    }
    case Relation::ccomp: {
      // A participle or infinitive complement parsed as a full clause: "denied firing".
      const std::string_view form = token(predicate).xpos;
      return form == "VBG" || form == "VB" ? subject_or_controller(above, steps) : none;
    }
    case Relation::acl_relcl: return above;  // without a subject of its own, it is the subject that is relative
    default: return none;
  }
}

Tree::Index Tree::logical_subject(Index predicate) const { return is_passive(predicate) ? agent(predicate) : understood_subject(predicate); }

Tree::Index Tree::logical_object(Index predicate) const {
  if (is_passive(predicate)) return understood_subject(predicate);
  if (const Index own = object(predicate); own != none) return own == inverted_speaker(predicate) ? none : antecedent(own);
  if (is_relative_clause(token(predicate).relation)) {
    // "the man they arrested": the antecedent is the object when the clause has a subject of its own and no other place for a gap.
    const Index own_subject = subject(predicate);
    if (own_subject == none || antecedent(own_subject) != own_subject || token(predicate).upos != Upos::verb) return none;
    for (const Index child : children(predicate)) {
      switch (token(child).relation) {
        case Relation::advmod: case Relation::obl:
          if (token(child).xpos == "WRB" || token(child).upos == Upos::adp || is_relative_pronoun(token(child))) return none;
          break;
        case Relation::ccomp: case Relation::xcomp: return none;
        default: break;
      }
    }
    return governor(predicate);
  }
  return shared_object(predicate);
}

Tree::Index Tree::shared_object(Index predicate) const {
  if (token(predicate).relation == Relation::conj) {
    const Index first = first_conjunct(predicate);
    const Index shared = object(first);
    return shared > predicate && !is_passive(first) ? antecedent(shared) : none;
  }
  // Parsers also hang it on the last of two verbs that stand close together.
  const Index next = child(predicate, Relation::conj);
  if (next == none || next - predicate > 2 || subject(next) != none || !same_tense(token(next).xpos, token(predicate).xpos)) return none;
  for (const Relation complement : {Relation::obl, Relation::ccomp, Relation::xcomp}) {
    if (has_child(predicate, complement)) return none;
  }
  const Index shared = object(next);
  return shared == none ? none : antecedent(shared);
}

}  // namespace attache
