#include "coding/attribution.h"

#include "base/contains.h"

#include <algorithm>

namespace attache::coding {
namespace {

/// Longest run of words that can name a speaker before or behind a headline's colon.
constexpr Index most_speaker_words = 6;

/// What may follow the speech verb at a sentence's end: "said on Monday in a statement."
constexpr Index most_words_behind = 8;

}  // namespace

bool Attribution::is_reported(Index token) const {
  const Tree& tree = view_.tree();
  for (Index at = token; at != none; at = tree.governor(at)) {
    const Relation relation = tree.relation(at);
    const Index above = tree.governor(at);
    if ((relation == Relation::ccomp || relation == Relation::parataxis) && above != none) {
      if (view_.is_one_of(above, lexicon_.speech().verbs)) return true;
      if (std::any_of(matches_->operators.begin(), matches_->operators.end(), [&](const Match& match) { return match.head() == above; })) return true;
    }
    for (const Index child : tree.children(at)) {
      if (tree.relation(child) == Relation::parataxis && view_.is_one_of(child, lexicon_.speech().verbs)) return true;
    }
    if (relation == Relation::advcl && tree.marker(at) == "if") return false;
  }
  return false;
}

/// Subject of the speech verb; of a passive ("was said by") its agent; of a noun ("a claim by") whoever it belongs to.
Participants Attribution::speaker_of(Index speech) const {
  const Index subject = view_.tree().logical_subject(speech);
  return subject == none ? Participants{} : finder_.at(subject, 0, {});
}

/// Speakers that hang on the clause itself: "…, the army said", "according to the army".
Participants Attribution::beside(Index at) const {
  const Tree& tree = view_.tree();
  for (const Index child : tree.children(at)) {
    switch (tree.relation(child)) {
      case Relation::parataxis: case Relation::ccomp: case Relation::advcl: case Relation::conj:
        // "A bomb exploded, police said": the speech comes behind, has a subject of its own and says nothing else.
        if (tree.relation(child) == Relation::conj && tree.subject(child) == none) continue;
        if (child > at && view_.is_one_of(child, lexicon_.speech().verbs) && !tree.has_child(child, Relation::ccomp) && (tree.relation(child) == Relation::parataxis || tree.child(child, {Relation::obj, Relation::mark, Relation::cc}) == none)) {
          if (Participants who = speaker_of(child); !who.empty()) return who;
        }
        [[fallthrough]];
      case Relation::obl: case Relation::nmod: case Relation::advmod: case Relation::dep:
        for (const auto& preposition : lexicon_.speech().prepositions) {
          if (!view_.has_preposition(child, preposition)) continue;
          if (Participants who = finder_.at(child, 0, {}); !who.empty()) return who;
        }
        break;
      default: break;
    }
  }
  return {};
}

/// "…, the army said on Monday.", "…, said the army.": by the words alone, since parsers hang such an end on anything.
Participants Attribution::at_the_end(Index token) const {
  for (Index speech = view_.size() - 1; speech > token + 1; --speech) {
    if (view_.size() - speech > most_words_behind) return {};
    const Token& word = view_.token(speech);
    if (word.upos != Upos::verb && word.upos != Upos::aux) continue;
    if (!view_.is_one_of(speech, lexicon_.speech().verbs) || (word.xpos != "VBD" && word.xpos != "VBZ" && word.xpos != "VBP" && word.xpos != "VBN")) return {};
    for (const ActorMention& mention : view_.mentions().actors) {
      const Index first = static_cast<Index>(mention.first), last = static_cast<Index>(mention.last);
      if (mention.entities.empty() || first <= token) continue;
      const bool before = last == speech && first > 0 && view_.token(first - 1).text == ",";
      const bool behind = first == speech + 1 && view_.token(speech - 1).text == ",";
      if (before || behind) return speaker(mention);
    }
    return {};
  }
  return {};
}

/// "According to the army, …", "…, according to the army.": likewise, at either end of the sentence.
Participants Attribution::according_to(Index token) const {
  for (const ActorMention& mention : view_.mentions().actors) {
    const Index first = static_cast<Index>(mention.first), last = static_cast<Index>(mention.last);
    if (mention.entities.empty() || (first <= token && token < last)) continue;
    for (const auto& preposition : lexicon_.speech().prepositions) {
      const Index begin = first - static_cast<Index>(preposition.size());
      if (begin < 0) continue;
      bool stands = true;
      for (std::size_t i = 0; i < preposition.size() && stands; ++i) stands = view_.is_word(begin + static_cast<Index>(i), preposition[i]);
      const bool opens = begin == 0, closes = begin > 0 && view_.token(begin - 1).text == ",";
      if (stands && (opens || closes)) return speaker(mention);
    }
  }
  return {};
}

Participants Attribution::speaker(const ActorMention& mention) const {
  Participant participant;
  participant.entity = &mention.entities.front();
  participant.token = participant.head = static_cast<Index>(mention.head);
  participant.certainty = mention.certainty;
  return {participant};
}

/// "Minister: Iran will sign the accord", "Iran will sign the accord: minister".
Participants Attribution::before_or_behind_colon(Index token) const {
  for (Index colon = 1; colon + 1 < view_.size(); ++colon) {
    if (view_.token(colon).text != ":") continue;
    const bool behind = token > colon;
    const Index first = behind ? 0 : colon + 1, last = behind ? colon : view_.size();
    if (last - first > most_speaker_words) continue;
    bool verb = false;
    for (Index i = first; i < last; ++i) verb = verb || view_.token(i).upos == Upos::verb;
    if (verb) continue;
    for (const ActorMention& mention : view_.mentions().actors) {
      const Index begin = static_cast<Index>(mention.first), end = static_cast<Index>(mention.last);
      if (begin < first || end > last || mention.entities.empty()) continue;
      // The speaker is all that stands there, but for marks: "UN chief: …", not "Attack in Iraq: …".
      if (begin > first + 1 || end + 1 < last) continue;
      return speaker(mention);
    }
  }
  return {};
}

Participants Attribution::source(Index token, const std::vector<Index>& composed) const {
  const Tree& tree = view_.tree();
  for (Index at = token; at != none; at = tree.governor(at)) {
    if (Participants who = beside(at); !who.empty()) return who;
    const Index above = tree.governor(at);
    if (above == none || contains(composed, above)) continue;
    switch (tree.relation(at)) {
      case Relation::ccomp: case Relation::parataxis: case Relation::xcomp: case Relation::csubj: case Relation::csubj_pass: case Relation::obj: case Relation::acl:
        // Objects of speech are events: "confirmed the attack", "a claim that …".
        if (!view_.is_one_of(above, lexicon_.speech().verbs)) break;
        if (tree.relation(at) == Relation::obj && view_.token(above).upos != Upos::verb) break;
        if (Participants who = speaker_of(above); !who.empty()) return who;
        break;
      default: break;
    }
  }
  if (Participants who = at_the_end(token); !who.empty()) return who;
  if (Participants who = according_to(token); !who.empty()) return who;
  return before_or_behind_colon(token);
}

}  // namespace attache::coding
