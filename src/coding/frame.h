#pragma once
/// Frames and operators as compiled from lexicon/frames and lexicon/composition; their READMEs say what each field means.

#include "coding/ontology.h"
#include "coding/vocabulary.h"

#include <cstdint>
#include <string>
#include <vector>

namespace attache::coding {

/// Words of which any will do, sorted by id.
using WordSet = std::vector<WordId>;

enum class WordClass : std::uint8_t { verb, noun, adjective };

/// What a trigger belongs to.
enum class TriggerOwner : std::uint8_t { frame, operation, carry, suffer, happen };

/// Words that name an event or an operator, or a light verb. The first is the head, the others hang below it.
struct Trigger {
  WordClass word_class = WordClass::verb;
  TriggerOwner owner = TriggerOwner::frame;
  std::uint32_t index = 0;          ///< Of the frame or operator; 0 for light verbs.
  std::vector<WordSet> words;
  std::string text;                 ///< As written in the lexicon.
};

/// Where in the grammar a participant stands.
enum class RolePlace : std::uint8_t { subject, object, indirect, clause, possessor, modifier, head, preposition, inner_actor, inner_recipient };

/// A place, with its preposition (one word or several) where it is one.
struct RoleSource {
  RolePlace place = RolePlace::subject;
  std::vector<WordId> preposition;
  std::string name;                 ///< As written: `subject`, `in front of`.
};
using RoleSources = std::vector<RoleSource>;

/// What a participant must be; the bits of a mask of which one must hold. 0 asks for nothing.
enum class Kind : std::uint16_t { any = 1, known = 2, person = 4, state = 8, organised = 16, armed = 32, official = 64, foreign = 128, place = 256 };
using KindMask = std::uint16_t;
constexpr bool has(KindMask mask, Kind kind) { return (mask & static_cast<KindMask>(kind)) != 0; }

/// Restriction on the verb's form.
enum class VerbForm : std::uint8_t { any, active, passive, intransitive, transitive };

/// What an event is before anything is said about it.
struct EventKind {
  EventType type = EventType::none;
  std::string mode;
  std::string cameo;
  std::vector<std::string> contexts;
  std::vector<std::string> further_modes;  ///< Beside `mode`: a beating with clubs is also primitive.
};

struct Frame {
  std::string name;
  EventKind kind;
  RoleSources actor, recipient;            ///< Of verbs.
  RoleSources noun_actor, noun_recipient;
  RoleSources adjective_actor, adjective_recipient;
  RoleSources joint_actor;                 ///< Who acts beside the actor: the winner of a court's order to pay.
  KindMask requires_actor = 0, requires_recipient = 0;
  bool needs_actor = false, needs_recipient = false;
  bool needs_subject = false;              ///< Who is told to do it must be an actor: no "storm killed", no "killed by a storm".
  bool reciprocal = false;
  VerbForm form = VerbForm::any;
  WordSet with, without;
  std::string counts, counts_actor;
  std::int32_t priority = 0;
  std::string file;                        ///< File name and line, for messages.
  std::uint32_t line = 0;
};

/// Modality as bits, as it travels through composition.
enum class Mood : std::uint8_t { negation = 1, future = 2, hypothetical = 4, historical = 8 };
using MoodMask = std::uint8_t;
constexpr MoodMask bit(Mood mood) { return static_cast<MoodMask>(mood); }

/// One line of an operator's result.
struct Outcome {
  std::uint32_t over_types = 0;            ///< Bit of each inner type it applies to.
  std::vector<std::string> over_modes;     ///< When not empty, the inner mode must be one of these.
  bool only_negated = false;               ///< Only when the operator is negated; then the negation is spent.
  enum class Effect : std::uint8_t { give, keep, drop } effect = Effect::keep;
  EventKind give;                          ///< For `give`.
  MoodMask moods = 0;                      ///< Added in either case.
  bool and_keep = false;                   ///< The inner event is yielded as well.
};

/// Where the event stands that an operator is said of.
enum class InnerPlace : std::uint8_t { clause, unreal, infinitive, subjunctive, obliged, object, subject, modifier, preposition };

/// Whether the inner event must be the operator's subject's own deed ("wants to leave") or another's ("wants them to leave").
enum class Whose : std::uint8_t { any, own, other };
struct InnerSource {
  InnerPlace place = InnerPlace::clause;
  std::vector<WordId> preposition;
};

struct Operator {
  std::string name;
  std::vector<InnerSource> inner;
  Whose whose = Whose::any;
  RolePlace doer = RolePlace::subject;     ///< Who does the inner event when the grammar leaves it open; `head` is nobody.
  bool subject_undergoes = false;          ///< The operator's subject is the inner event's recipient when that is open.
  RoleSources actor, recipient;            ///< Empty: the inner event's participants stay.
  std::vector<Outcome> results;
  std::int32_t alone = -1;                 ///< The frame of what it says by itself, when the lexicon does not know the deed it is said of (and it is none of that frame's `without`); -1 for nothing.
  std::string file;
  std::uint32_t line = 0;
};

/// A word that says how real an event is.
struct Cue {
  WordId word = unknown_word;
  MoodMask moods = 0;
};

/// What a type becomes in a modality where PLOVER has a plain type for it.
struct PlainType {
  std::uint32_t over_types = 0;
  std::vector<std::string> over_modes;     ///< When not empty, the mode must be one of these.
  KindMask actor = 0;                      ///< What every actor must be; 0 asks for nothing.
  MoodMask moods = 0;                      ///< All of these must hold; they are spent.
  EventKind give;
};

struct ModalityWords {
  WordSet reported_future;                 ///< Auxiliaries that are future in reported speech: "said it *would* leave".
  std::vector<Cue> auxiliaries;            ///< `will`, `may`.
  std::vector<Cue> before_infinitive;      ///< `due`, before "to".
  std::vector<Cue> adverbs;                ///< `not`, `possibly`, `formerly`.
  std::vector<Cue> markers;                ///< `if`, `unless`.
  std::vector<Cue> modifiers;              ///< Adjectives before a noun: `planned`, `alleged`, `former`.
  std::vector<Cue> determiners;            ///< `no`.
  std::vector<PlainType> plain;
  WordSet repetition;                      ///< Words that tell one more event of a kind: `another`, `again`.
};

/// Verbs and phrases that say whose words these are.
struct SpeechWords {
  WordSet verbs;                           ///< `say`, `tell`: subject is the source.
  std::vector<std::vector<WordId>> prepositions;  ///< `according to`: the phrase is the source.
};

template <typename A> void fields(A& a, Trigger& t) { a(t.word_class, t.owner, t.index, t.words, t.text); }
template <typename A> void fields(A& a, RoleSource& s) { a(s.place, s.preposition, s.name); }
template <typename A> void fields(A& a, EventKind& k) { a(k.type, k.mode, k.cameo, k.contexts, k.further_modes); }
template <typename A> void fields(A& a, Frame& f) {
  a(f.name, f.kind, f.actor, f.recipient, f.noun_actor, f.noun_recipient, f.adjective_actor, f.adjective_recipient, f.joint_actor, f.requires_actor, f.requires_recipient,
    f.needs_actor, f.needs_recipient, f.needs_subject, f.reciprocal, f.form, f.with, f.without, f.counts, f.counts_actor, f.priority, f.file, f.line);
}
template <typename A> void fields(A& a, Outcome& o) { a(o.over_types, o.over_modes, o.only_negated, o.effect, o.give, o.moods, o.and_keep); }
template <typename A> void fields(A& a, InnerSource& s) { a(s.place, s.preposition); }
template <typename A> void fields(A& a, Operator& o) { a(o.name, o.inner, o.whose, o.doer, o.subject_undergoes, o.actor, o.recipient, o.results, o.alone, o.file, o.line); }
template <typename A> void fields(A& a, Cue& c) { a(c.word, c.moods); }
template <typename A> void fields(A& a, PlainType& p) { a(p.over_types, p.over_modes, p.actor, p.moods, p.give); }
template <typename A> void fields(A& a, ModalityWords& m) { a(m.reported_future, m.auxiliaries, m.before_infinitive, m.adverbs, m.markers, m.modifiers, m.determiners, m.plain, m.repetition); }
template <typename A> void fields(A& a, SpeechWords& s) { a(s.verbs, s.prepositions); }

}  // namespace attache::coding
