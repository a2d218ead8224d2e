#include "coding/matcher.h"

#include <algorithm>
#include <array>

namespace attache::coding {
namespace {

/// How far below its head a trigger's word may hang: "put [the men] under [house arrest]".
constexpr int most_depth = 3;

/// A preposition that belongs to the trigger: of a phrase of the head itself or of another of the trigger's words, not of one deep inside a
/// participant: "demanded a ransom *of* two millions" is not "demand of", "miners *in* Oruro called" not "call in".
bool is_own_preposition(const SentenceView& view, const std::vector<Index>& found, Index word) {
  if (view.tree().relation(word) != Relation::case_) return true;
  const Index phrase = view.tree().governor(word);
  const Index above = phrase == none ? none : view.tree().governor(phrase);
  if (std::find(found.begin(), found.end(), phrase) != found.end()) return true;
  if (above == none || std::find(found.begin(), found.end(), above) == found.end()) {
    // "signed [a deal with Chad]": hung on the object by the parser, or by right.
    return view.tree().relation(phrase) == Relation::nmod && view.tree().relation(above == none ? phrase : above) == Relation::obj && view.token(word).text != "of" && view.token(word).text != "in";
  }
  return view.tree().relation(phrase) != Relation::nsubj && view.tree().relation(phrase) != Relation::nsubj_pass;
}

/// "Sent *the police* a plan" sends no police.
bool is_given_something(const SentenceView& view, Index word) {
  const Tree& tree = view.tree();
  return tree.relation(word) == Relation::iobj && tree.has_child(word, Relation::det) && tree.has_child(tree.governor(word), Relation::obj);
}

/// "Asked *that* same day" asks for nothing; only the "that" before a clause belongs to a trigger.
bool is_pointing_that(const SentenceView& view, Index word) { return view.tree().relation(word) == Relation::det && view.token(word).lemma == "that"; }

/// "Found *the order unlawful*", "said that *the deal was a disgrace*": a clause without a verb of its own says of its subject what the verb above says of an object,
/// unless it denies it or speaks of what may be.
bool is_predicate(const SentenceView& view, Index at) {
  if (view.tree().relation(at) != Relation::ccomp || view.token(at).upos == Upos::verb) return false;
  const auto& children = view.tree().children(at);
  return std::none_of(children.begin(), children.end(), [&](Index child) {
    const Relation relation = view.tree().relation(child);
    return relation == Relation::aux || relation == Relation::case_ || (relation == Relation::advmod && view.token(child).lemma == "not");
  });
}

/// "Called off the strike *after talks*": when or in spite of what something was done is no part of what was done.
bool is_circumstance(const SentenceView& view, Index phrase) {
  constexpr std::array<std::string_view, 10> prepositions = {"after", "before", "since", "during", "despite", "amid", "following", "follow", "until", "because of"};
  const Relation relation = view.tree().relation(phrase);
  if (relation != Relation::obl && relation != Relation::nmod) return false;
  return std::find(prepositions.begin(), prepositions.end(), view.tree().preposition(phrase)) != prepositions.end();
}

/// Collects the tokens among which a trigger's further words are looked for: below the head, not inside other clauses.
void collect(const SentenceView& view, Index at, int depth, std::vector<Index>& into) {
  for (const Index child : view.tree().children(at)) {
    const Relation relation = view.tree().relation(child);
    if (is_predicate(view, child)) into.push_back(child);
    // "Ordered the minister *to pay*": an infinitive that parsers hang on the object.
    const bool asked_of_object = relation == Relation::acl && view.token(child).xpos == "VB" && view.tree().relation(at) == Relation::obj && view.tree().has_child(child, Relation::mark);
    if (asked_of_object) {
      into.push_back(child);
      into.push_back(view.tree().child(child, {Relation::mark}));
    }
    // … or take for its purpose.
    const bool asked = relation == Relation::advcl && depth == 1 && view.token(child).xpos == "VB" && view.tree().has_child(at, Relation::obj) && view.tree().has_child(child, Relation::mark);
    // "Barred the activist *from entering*": what somebody is kept from.
    const bool kept_from = relation == Relation::advcl && depth == 1 && view.token(child).xpos == "VBG" && view.tree().marker(child) == "from";
    if (asked || kept_from) {
      into.push_back(child);
      into.push_back(view.tree().child(child, {Relation::mark}));
    }
    if (relation == Relation::punct || relation == Relation::conj || relation == Relation::acl || is_clause_relation(relation)) continue;
    // "Launched a rocket on Monday" is not "launched a rocket on Chad"; "gave them *48 hours*" gives time.
    if (view.in_date(child) && relation != Relation::obj) continue;
    into.push_back(child);
    if (depth < most_depth) collect(view, child, depth + 1, into);
  }
}

/// "Rebels *kidnap* engineers", "Germany *lent* Kenya …": a verb that a tagger takes for a noun or an adjective, though it has an object.
bool is_verb_taken_for_noun(const SentenceView& view, Index i) {
  const Upos upos = view.token(i).upos;
  return (upos == Upos::noun && view.tree().has_child(i, Relation::obj)) || (upos == Upos::adj && view.tree().has_child(i, Relation::obj) && view.tree().has_child(i, Relation::nsubj));
}

bool class_fits(const SentenceView& view, Index i, WordClass word_class) {
  const Token& token = view.token(i);
  if (is_verb_taken_for_noun(view, i)) return word_class == WordClass::verb;
  switch (word_class) {
    case WordClass::verb:
      // Participles before a noun describe it; they report nothing new.
      if (token.relation == Relation::amod) return false;
      // "*Fighting* broke out": a gerund that is the subject, without an object of its own, names it.
      if (token.xpos == "VBG" && (token.relation == Relation::nsubj || token.relation == Relation::nsubj_pass) && !view.tree().has_child(i, Relation::obj)) return false;
      return token.upos == Upos::verb || token.upos == Upos::aux || (token.upos == Upos::adj && (token.xpos == "VBN" || token.xpos == "VBG"));
    case WordClass::noun: return token.upos == Upos::noun || token.upos == Upos::propn || (token.upos == Upos::verb && token.xpos == "VBG" && token.relation != Relation::root && token.relation != Relation::amod);
    case WordClass::adjective: return token.upos == Upos::adj || token.upos == Upos::adv || token.xpos == "VBN";
  }
  return false;
}

bool form_fits(const SentenceView& view, Index head, VerbForm form) {
  switch (form) {
    case VerbForm::any: return true;
    case VerbForm::passive: return view.tree().is_passive(head);
    case VerbForm::active: return !view.tree().is_passive(head);
    case VerbForm::transitive: return view.tree().is_passive(head) || view.tree().logical_object(head) != none;
    case VerbForm::intransitive: return !view.tree().is_passive(head) && view.tree().logical_object(head) == none;
  }
  return false;
}

bool frame_fits(const SentenceView& view, Index head, WordClass word_class, std::uint32_t number, const FrameLexicon& lexicon, const std::vector<bool>& sets_present,
                const std::vector<bool>& claimed) {
  const Frame& frame = lexicon.frames()[number];
  if (word_class == WordClass::verb && !form_fits(view, head, frame.form)) return false;
  if (!frame.with.empty() && (!sets_present[lexicon.with_set(number)] || !clause_has(view, head, frame.with, {}))) return false;
  return frame.without.empty() || !sets_present[lexicon.without_set(number)] || !clause_has(view, head, frame.without, claimed);
}

/// Marks the sets of which the sentence has a word.
void mark_sets(const SentenceView& view, const FrameLexicon& lexicon, std::vector<bool>& present) {
  present.assign(lexicon.set_count(), false);
  for (Index i = 0; i < view.size(); ++i) {
    for (const std::uint32_t set : lexicon.sets_of(view.lemma(i))) present[set] = true;
    if (view.form(i) == view.lemma(i)) continue;
    for (const std::uint32_t set : lexicon.sets_of(view.form(i))) present[set] = true;
  }
}

bool is_noun(Upos upos) { return upos == Upos::noun || upos == Upos::propn; }

/// A word of somebody's name says nothing of events: "*Amnesty* International", "the *Peace* and *Security* Council".
bool is_part_of_name(const SentenceView& view, Index i) {
  if (view.token(i).upos != Upos::propn) return false;
  const std::int32_t mention = view.actor_mention(i);
  if (mention < 0) return false;
  const auto& entities = view.mentions().actors[static_cast<std::size_t>(mention)].entities;
  return !entities.empty() && (entities.front().via == "name" || entities.front().via == "acronym" || entities.front().via == "spelling");
}

/// Words below a verb that no trigger means: "allowed *to go*" does not go to anybody, "the *soldiers sent* a letter" sends no soldiers.
bool is_outside_trigger(const SentenceView& view, Index head, Index word) {
  if (is_part_of_name(view, word)) return true;
  Index below = word;
  while (view.tree().governor(below) != head && view.tree().governor(below) != none) below = view.tree().governor(below);
  const Relation relation = view.tree().relation(below);
  return (below == word && relation == Relation::mark) || (relation == Relation::nsubj && view.token(head).upos == Upos::verb);
}

/// How much a frame demands, to choose between two that fit at the same word.
int demand(const Frame& frame) {
  return (frame.with.empty() ? 0 : 2) + (frame.requires_actor ? 1 : 0) + (frame.requires_recipient ? 1 : 0) + (frame.form == VerbForm::any ? 0 : 1);
}

}  // namespace

bool goes_before(const Frame& one, const Frame& other) {
  if (demand(one) != demand(other)) return demand(one) > demand(other);
  if (one.priority != other.priority) return one.priority > other.priority;
  return one.name < other.name;
}

namespace {

/// "Declared it *terrorist*-related": what only says how another word is meant.
bool is_part_of_adjective(const SentenceView& view, Index i) {
  constexpr std::array<std::string_view, 6> endings = {"related", "linked", "based", "style", "inspired", "free"};
  // "*Police-free* zones were set up" sets nobody free.
  if (i > 1 && view.token(i - 1).text == "-" && std::find(endings.begin(), endings.end(), view.token(i).text) != endings.end()) return true;
  return i + 2 < view.size() && view.token(i + 1).text == "-" && std::find(endings.begin(), endings.end(), view.token(i + 2).text) != endings.end();
}

/// The tokens among which the further words of a trigger at that head are looked for.
void words_around(const SentenceView& view, Index head, std::vector<Index>& candidates) {
  candidates.clear();
  collect(view, head, 1, candidates);
  std::erase_if(candidates, [&](Index candidate) { return is_outside_trigger(view, head, candidate) || is_part_of_adjective(view, candidate); });
  // What a relative clause or participle is said of is its subject or object: "the sanctions it imposed", "talks held in Oslo".
  const Relation relation = view.tree().relation(head);
  if ((relation == Relation::acl || relation == Relation::acl_relcl) && view.tree().logical_object(head) == view.tree().governor(head)) {
    candidates.push_back(view.tree().governor(head));
    for (const Index child : view.tree().children(view.tree().governor(head))) {
      const Relation below = view.tree().relation(child);
      if (below == Relation::compound || below == Relation::amod) candidates.push_back(child);
    }
  } else if (relation == Relation::conj) {
    const Index shared = view.tree().is_passive(head) ? view.tree().understood_subject(head) : view.tree().logical_object(head);
    if (shared != none) candidates.push_back(shared);
  }
}

/// Whether a word stands in a phrase that only says when or in spite of what.
bool is_in_circumstance(const SentenceView& view, Index head, Index word) {
  for (Index at = word; at != head && at != none; at = view.tree().governor(at)) {
    if (is_circumstance(view, at)) return true;
  }
  return false;
}

std::optional<std::vector<Index>> match_among(const SentenceView& view, Index head, const std::vector<WordSet>& words, const std::vector<Index>& candidates) {
  std::vector<Index> found{head};
  for (std::size_t k = 1; k < words.size(); ++k) {
    Index place = none;
    for (const Index candidate : candidates) {
      if (!view.is_one_of(candidate, words[k]) || std::find(found.begin(), found.end(), candidate) != found.end()) continue;
      if (is_given_something(view, candidate) || is_pointing_that(view, candidate)) continue;
      // "Warned Chad *of sanctions*": the phrase may hang on the object when it is the trigger's own.
      const bool of_next = k + 1 < words.size() && view.tree().relation(candidate) == Relation::case_ && view.is_one_of(view.tree().governor(candidate), words[k + 1]);
      if (!of_next && !is_own_preposition(view, found, candidate)) continue;
      place = candidate;
      break;
    }
    if (place == none) return std::nullopt;
    found.push_back(place);
  }
  // A trigger that has the preposition itself means the phrase: "express solidarity after".
  const bool circumstance = std::any_of(found.begin() + 1, found.end(), [&](Index word) {
    if (!is_noun(view.token(word).upos) || !is_in_circumstance(view, head, word)) return false;
    return std::none_of(found.begin() + 1, found.end(), [&](Index other) { return view.tree().relation(other) == Relation::case_ && view.tree().governor(other) == word; });
  });
  if (circumstance) return std::nullopt;
  // "*Called* the election *for* Mensah" calls for nothing: what has a thing for its object means something else.
  if (found.size() == 2 && view.token(found[1]).text == "for" && view.token(head).upos == Upos::verb && view.tree().relation(found[1]) == Relation::case_) {
    const Index object = view.tree().child(head, Relation::obj);
    if (object != none && object < found[1] && view.actor_mention(object) < 0 && view.token(object).upos == Upos::noun) return std::nullopt;
    // "Called *Nevada* for Mensah" as well.
    if (object != none && object < found[1] && view.token(head).lemma == "call") return std::nullopt;
  }
  // "Called *the election for* Mensah" is not "call for election".
  for (std::size_t k = 1; k + 1 < found.size(); ++k) {
    const Index preposition = found[k], noun = found[k + 1];
    if (view.tree().relation(preposition) != Relation::case_ || view.tree().relation(noun) != Relation::obj || noun > preposition) continue;
    const Index phrase = view.tree().governor(preposition);
    if (view.tree().governor(noun) == head && phrase != noun && !view.tree().is_within(phrase, noun)) return std::nullopt;
  }
  // "Left for Kampala *for talks*" leaves no talks: what it was for is another matter.
  const bool purpose = view.token(head).upos == Upos::verb && std::any_of(found.begin() + 1, found.end(), [&](Index word) {
    if (!is_noun(view.token(word).upos)) return false;
    // "Detained for possession *of drugs*": also deep in what it was for.
    Index phrase = word;
    while (view.tree().governor(phrase) != head && view.tree().governor(phrase) != none && view.tree().relation(phrase) == Relation::nmod) phrase = view.tree().governor(phrase);
    if (view.tree().relation(phrase) != Relation::obl || view.tree().governor(phrase) != head) return false;
    const std::string preposition = view.tree().preposition(phrase);
    // "Took place *in the district*" takes no district.
    const bool where = phrase == word && words.size() == 2 && (preposition == "in" || preposition == "at" || preposition == "near") && view.tree().has_child(head, Relation::obj);
    if (preposition != "for" && !where) return false;
    if (phrase != word) return true;
    return std::none_of(found.begin() + 1, found.end(), [&](Index other) { return view.tree().relation(other) == Relation::case_ && view.tree().governor(other) == word; });
  });
  if (purpose) return std::nullopt;
  // "Sent jets *to* destroy" is not "sent jets to": an infinitive's word belongs to its own verb.
  const bool foreign_mark = std::any_of(found.begin() + 1, found.end(), [&](Index word) {
    return view.tree().relation(word) == Relation::mark && std::find(found.begin() + 1, found.end(), view.tree().governor(word)) == found.end();
  });
  if (foreign_mark) return std::nullopt;
  // "Cut *military* aid" cuts no military: a word of a class of things is not meant where it only describes another noun.
  constexpr std::size_t class_size = 4;
  for (std::size_t k = 1; k < found.size(); ++k) {
    const Relation place = view.tree().relation(found[k]);
    // "Called the plan *lousy*" says so of the plan.
    const bool before = found[k] < view.tree().governor(found[k]);
    const bool describes = (place == Relation::amod && before && view.token(found[k]).upos == Upos::adj && words[k].size() >= class_size) || place == Relation::compound;
    const Index above = view.tree().governor(found[k]);
    // "An attack on an *air* base" is no air attack.
    const bool of_other_noun = is_noun(view.token(head).upos) && place == Relation::compound && above != head;
    if ((!describes || is_noun(view.token(head).upos)) && !of_other_noun) continue;
    if (above == none || !is_noun(view.token(above).upos)) continue;
    if (std::find(found.begin(), found.end(), above) == found.end()) return std::nullopt;
  }
  return found;
}

}  // namespace

std::optional<std::vector<Index>> match_words(const SentenceView& view, Index head, const std::vector<WordSet>& words) {
  if (!view.is_one_of(head, words.front())) return std::nullopt;
  if (words.size() == 1) return std::vector<Index>{head};
  std::vector<Index> candidates;
  words_around(view, head, candidates);
  return match_among(view, head, words, candidates);
}

namespace {

/// "The Arab *League* condemned", "the *Union* Party": what a political body is called says nothing of what it does.
bool is_of_political_name(const SentenceView& view, Index i) {
  if (view.actor_mention(i) < 0 || view.token(i).upos != Upos::propn) return false;
  constexpr std::array<std::string_view, 7> sectors = {"GOV", "PTY", "LEG", "MIL", "REB", "JUD", "COP"};
  const auto& entities = view.mentions().actors[static_cast<std::size_t>(view.actor_mention(i))].entities;
  return std::any_of(entities.begin(), entities.end(), [&](const Entity& entity) {
    return !entity.identifier_text.empty() && std::find(sectors.begin(), sectors.end(), entity.sector) != sectors.end();
  });
}

}  // namespace

bool clause_has(const SentenceView& view, Index head, const WordSet& words, const std::vector<bool>& claimed) {
  std::vector<Index> candidates{head};
  collect(view, head, 1, candidates);
  if (const Index subject = view.tree().understood_subject(head); subject != none) candidates.push_back(subject);
  if (const Index object = view.tree().logical_object(head); object != none) candidates.push_back(object);
  return std::any_of(candidates.begin() + 1, candidates.end(), [&](Index candidate) {
    if (!view.is_one_of(candidate, words)) return false;
    return claimed.empty() || (!claimed[static_cast<std::size_t>(candidate)] && !is_of_political_name(view, candidate));
  });
}

namespace {

/// Marks words that only tell what kind of event a noun names: of a "*car* bombing" no car says anything.
void mark_claimed(const SentenceView& view, const FrameLexicon& lexicon, const std::vector<bool>& sets_present, std::vector<bool>& claimed) {
  claimed.assign(static_cast<std::size_t>(view.size()), false);
  std::vector<Index> around;
  for (Index i = 1; i < view.size(); ++i) {
    if (view.token(i).upos != Upos::noun || view.tree().relation(i - 1) != Relation::compound || view.tree().governor(i - 1) != i) continue;
    around.clear();
    for (const auto& candidate : lexicon.triggers_of(view.lemma(i))) {
      const auto needs = lexicon.needs(candidate);
      if (candidate.owner != TriggerOwner::frame || candidate.word_class != WordClass::noun || needs.empty()) continue;
      if (!std::all_of(needs.begin(), needs.end(), [&](std::uint32_t set) { return sets_present[set]; })) continue;
      if (around.empty()) words_around(view, i, around);
      const auto words = match_among(view, i, lexicon.trigger(candidate.trigger).words, around);
      if (!words) continue;
      for (const Index word : *words) {
        if (view.tree().relation(word) == Relation::compound && view.tree().governor(word) == i) claimed[static_cast<std::size_t>(word)] = true;
      }
    }
  }
}

}  // namespace

void find_matches(const SentenceView& view, const FrameLexicon& lexicon, Matches& matches) {
  /// More than so many frames at one word are never tried.
  constexpr std::size_t most_others = 4;
  matches.frames.clear();
  matches.others.clear();
  matches.operators.clear();
  matches.light_verbs.clear();
  mark_sets(view, lexicon, matches.sets_present);
  mark_claimed(view, lexicon, matches.sets_present, matches.claimed);
  std::vector<Match> candidates;
  std::vector<Index> around;
  for (Index i = 0; i < view.size(); ++i) {
    if (lexicon.triggers_of(view.lemma(i)).empty() && lexicon.triggers_of(view.form(i)).empty()) continue;
    if (view.in_date(i) || is_part_of_name(view, i)) continue;
    candidates.clear();
    bool around_known = false;
    const std::array<bool, 3> fits = {class_fits(view, i, WordClass::verb), class_fits(view, i, WordClass::noun), class_fits(view, i, WordClass::adjective)};
    const auto consider = [&](WordId word) {
      for (const auto& candidate : lexicon.triggers_of(word)) {
        if (!fits[static_cast<std::size_t>(candidate.word_class)]) continue;
        const auto needs = lexicon.needs(candidate);
        if (!std::all_of(needs.begin(), needs.end(), [&](std::uint32_t set) { return matches.sets_present[set]; })) continue;
        const Trigger& trigger = lexicon.trigger(candidate.trigger);
        if (!needs.empty() && !around_known) {
          words_around(view, i, around);
          around_known = true;
        }
        auto words = needs.empty() ? std::optional(std::vector<Index>{i}) : match_among(view, i, trigger.words, around);
        if (!words) continue;
        if (trigger.owner == TriggerOwner::operation) {
          matches.operators.push_back({candidate.trigger, std::move(*words)});
        } else if (trigger.owner != TriggerOwner::frame) {
          matches.light_verbs.push_back({candidate.trigger, std::move(*words)});
        } else if (frame_fits(view, i, trigger.word_class, trigger.index, lexicon, matches.sets_present, matches.claimed)) {
          candidates.push_back({candidate.trigger, std::move(*words)});
        }
      }
    };
    consider(view.lemma(i));
    if (view.form(i) != view.lemma(i)) consider(view.form(i));
    if (candidates.empty()) continue;
    std::stable_sort(candidates.begin(), candidates.end(), [&](const Match& one, const Match& other) {
      const Trigger& a = lexicon.trigger(one.trigger);
      const Trigger& b = lexicon.trigger(other.trigger);
      if (a.words.size() != b.words.size()) return a.words.size() > b.words.size();
      return goes_before(lexicon.frames()[a.index], lexicon.frames()[b.index]);
    });
    matches.frames.push_back(std::move(candidates.front()));
    const std::size_t last = std::min(candidates.size(), most_others + 1);
    for (std::size_t k = 1; k < last; ++k) {
      if (lexicon.trigger(candidates[k].trigger).index != lexicon.trigger(matches.frames.back().trigger).index) matches.others.push_back(std::move(candidates[k]));
    }
  }
}

}  // namespace attache::coding
