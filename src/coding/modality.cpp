#include "coding/modality.h"

#include "coding/cameo_refinement.h"

#include <algorithm>

namespace attache::coding {
namespace {

MoodMask mood_of(const std::vector<Cue>& cues, const SentenceView& view, Index token) {
  for (const Cue& cue : cues) {
    if (view.is_word(token, cue.word)) return cue.moods;
  }
  return 0;
}

/// "Chad to leave bloc": a headline's infinitive with a subject, under nothing.
bool is_bare_infinitive_clause(const SentenceView& view, Index token) {
  const Tree& tree = view.tree();
  if (view.token(token).xpos != "VB" || tree.governor(token) != none || tree.subject(token) == none) return false;
  for (const Index child : tree.children(token)) {
    const Relation relation = tree.relation(child);
    if ((relation == Relation::mark || relation == Relation::aux) && view.token(child).text == "to") return true;
  }
  return false;
}

/// "Sent troops *to retake* the town", "an operation *to free* hostages": what is meant to happen.
bool is_purpose(const SentenceView& view, Index token) {
  const Tree& tree = view.tree();
  if (view.token(token).xpos != "VB" || (tree.relation(token) != Relation::advcl && tree.relation(token) != Relation::acl)) return false;
  const Index to = tree.child(token, {Relation::mark, Relation::aux});
  return to != none && view.token(to).text == "to";
}

/// "Attacked him *shortly* after": of what has been, such words say nothing.
bool is_past(const SentenceView& view, Index token) {
  if (view.token(token).xpos == "VBD") return true;
  const auto& children = view.tree().children(token);
  return std::any_of(children.begin(), children.end(), [&](Index child) {
    const Relation relation = view.tree().relation(child);
    return (relation == Relation::aux || relation == Relation::aux_pass) && view.token(child).xpos == "VBD";
  });
}

/// "A bill that would *have* allowed it": what was not, not what was to be.
bool is_perfect(const SentenceView& view, Index token) {
  const auto& children = view.tree().children(token);
  return std::any_of(children.begin(), children.end(), [&](Index child) { return view.tree().relation(child) == Relation::aux && view.token(child).lemma == "have"; });
}

/// "*Has to* be ratified", "would *need to* leave": what one is bound to do is not done yet. "Had to leave" tells that it was.
bool is_bound_to(const SentenceView& view, Index token) {
  const Tree& tree = view.tree();
  const Index above = tree.governor(token);
  if (above == none || tree.relation(token) != Relation::xcomp || view.token(token).xpos != "VB" || !tree.has_child(token, Relation::mark)) return false;
  const std::string_view lemma = view.token(above).lemma;
  return (lemma == "need" || lemma == "have") && view.token(above).xpos != "VBD" && view.token(above).xpos != "VBN" && tree.object(above) == none;
}

/// "Neither *would* endorse the result": who would not, refused, where nothing is said to depend on anything.
bool is_refusal(const SentenceView& view, Index token, MoodMask moods) {
  constexpr MoodMask both = bit(Mood::negation) | bit(Mood::hypothetical);
  const Tree& tree = view.tree();
  if (moods != both || view.token(token).xpos != "VB" || tree.subject(token) == none) return false;
  bool would = false;
  for (const Index child : tree.children(token)) {
    if (tree.relation(child) == Relation::aux) would = would || view.token(child).lemma == "would" || view.token(child).text == "would";
    if (tree.relation(child) == Relation::advcl && tree.marker(child) == "if") return false;
  }
  return would;
}

}  // namespace

MoodFound mood_at(const SentenceView& view, const FrameLexicon& lexicon, Index token, bool reported) {
  const Tree& tree = view.tree();
  const ModalityWords& words = lexicon.modality();
  MoodFound found;
  const auto add = [&](MoodMask moods, Index cue) {
    if (moods == 0) return;
    found.moods |= moods;
    if (found.cue == none) found.cue = cue;
  };
  const bool nominal = view.token(token).upos == Upos::noun || view.token(token).upos == Upos::propn;
  const bool past = is_past(view, token);
  for (const Index child : tree.children(token)) {
    switch (tree.relation(child)) {
      case Relation::aux: case Relation::aux_pass:
        if (reported && !is_perfect(view, token) && view.is_one_of(child, words.reported_future)) {
          add(bit(Mood::future), child);
        } else if (view.is_one_of(child, words.reported_future)) {
          add(bit(Mood::hypothetical), child);
        } else {
          add(mood_of(words.auxiliaries, view, child), child);
        }
        break;
      case Relation::advmod: case Relation::cc_preconj: 
        // "*Shortly* after the release" has been.
        add(nominal || past ? mood_of(words.adverbs, view, child) & static_cast<MoodMask>(~bit(Mood::future)) : mood_of(words.adverbs, view, child), child);
        break;
      case Relation::mark: add(mood_of(words.markers, view, child), child); break;
      case Relation::det: add(mood_of(words.determiners, view, child), child); break;
      case Relation::amod: case Relation::compound:
        if (nominal) add(mood_of(words.modifiers, view, child), child);
        break;
      case Relation::nsubj: case Relation::nsubj_pass: case Relation::obj:
        // "No soldier attacked", "none of the soldiers", "not a single soldier", "neither Chad nor Niger".
        add(mood_of(words.determiners, view, child), child);
        for (const Index below : tree.children(child)) {
          const Relation part = tree.relation(below);
          if (part == Relation::det || part == Relation::cc_preconj || part == Relation::advmod) add(mood_of(words.determiners, view, below) | (mood_of(words.adverbs, view, below) & bit(Mood::negation)), below);
        }
        break;
      default: break;
    }
    // "Is due to visit", with "due to" taken for a preposition or adverb of the verb's own.
    if (child + 1 < token && view.token(child + 1).text == "to") add(mood_of(words.before_infinitive, view, child), child);
  }
  // "Is going to visit".
  const Index above = tree.governor(token);
  if (above != none && tree.relation(token) == Relation::xcomp && view.token(above).xpos == "VBG" && view.form(above) != view.lemma(above)) add(mood_of(words.before_infinitive, view, above), above);
  if (is_bound_to(view, token)) add(bit(Mood::hypothetical), above);
  if (is_refusal(view, token, found.moods)) found.moods = bit(Mood::negation) | bit(Mood::future);
  if (is_purpose(view, token)) add(bit(Mood::hypothetical), tree.child(token, {Relation::mark, Relation::aux}));
  if (is_bare_infinitive_clause(view, token)) add(bit(Mood::future), tree.child(token, {Relation::mark, Relation::aux}));
  return found;
}

void add_mood(Draft& draft, const SentenceView& view, const MoodFound& found) {
  if (found.moods == 0) return;
  draft.moods |= found.moods;
  if (draft.cue.empty() && found.cue != none) draft.cue = std::string(view.token(found.cue).text);
  draft.trace.steps.push_back(mood_names(found.moods) + (found.cue == none ? std::string{} : ": \"" + std::string(view.token(found.cue).text) + "\""));
}

void make_plain(Draft& draft, const SentenceView& view, const FrameLexicon& lexicon) {
  for (const PlainType& plain : lexicon.modality().plain) {
    // What is denied is no such event, unless the entry says what the denial is.
    if ((draft.moods & bit(Mood::negation)) != (plain.moods & bit(Mood::negation))) continue;
    if ((plain.over_types >> static_cast<unsigned>(draft.kind.type) & 1u) == 0 || (draft.moods & plain.moods) != plain.moods) continue;
    if (!plain.over_modes.empty() && std::find(plain.over_modes.begin(), plain.over_modes.end(), draft.kind.mode) == plain.over_modes.end()) continue;
    // "*Nairobi* protests", "protests in Nairobi": where a noun's protest is held, nobody says who holds it.
    const bool held_there = plain.actor != 0 && draft.trigger->word_class == WordClass::noun && std::any_of(draft.actor.begin(), draft.actor.end(), [&](const Participant& actor) {
      return actor.token != none && view.tree().is_within(actor.token, draft.match.head()) && view.tree().relation(actor.token) != Relation::nmod_poss;
    });
    if (held_there) continue;
    if (plain.actor != 0 && (draft.actor.empty() || !std::all_of(draft.actor.begin(), draft.actor.end(), [&](const Participant& actor) { 
          // "Hungarians rallied": people, though their country is all that is known of them.
          return is_known(*actor.entity) && actor.entity->via != "demonym" && ParticipantFinder::fits(actor, plain.actor, {});
        }))) continue;
    draft.trace.steps.push_back(mood_names(plain.moods) + " " + std::string(name_of(draft.kind.type)) + " is " + std::string(name_of(plain.give.type)));
    auto contexts = std::move(draft.kind.contexts);
    const std::string deed = std::move(draft.kind.cameo);
    draft.kind = plain.give;
    draft.kind.cameo = cameo_over(lexicon.cameo_detail(), draft.kind.cameo, deed, lexicon.ontology());
    draft.kind.contexts = std::move(contexts);
    draft.moods &= static_cast<MoodMask>(~plain.moods);
    if (draft.moods == 0) draft.cue.clear();
    return;
  }
}

std::string mood_names(MoodMask moods) {
  std::string names;
  const auto add = [&](Mood mood, const char* name) {
    if ((moods & bit(mood)) == 0) return;
    if (!names.empty()) names += '+';
    names += name;
  };
  add(Mood::negation, "negation");
  add(Mood::future, "future");
  add(Mood::hypothetical, "hypothetical");
  add(Mood::historical, "historical");
  return names.empty() ? "asserted" : names;
}

}  // namespace attache::coding
