#pragma once
/// What the judge of a pair looks at: words, tree, lexicon and participants around an actor and a recipient.

#include "coding/draft.h"
#include "coding/frame_lexicon.h"
#include "coding/matcher.h"
#include "coding/sentence_view.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attache::coding {

/// A pair in question: who may have done something to whom. Spans of tokens of one sentence; an empty span when that participant
/// stands in another sentence of the text.
struct Pair {
  Tree::Span actor;
  Tree::Span recipient;
};

/// A feature as the hash of its description, with what training must know of it in its low bits. Words, which are many and rare, are held on a
/// shorter rein than what lexicon and grammar say: the lowest bit is set for them. And some features are votes: something that stands in a
/// certain place to the pair, the lexicon's event on the path between the two for one, speaks for a type of event. The place is the same
/// whatever the type; how much such a voice is worth is learnt for all types together, besides what is learnt for each.
using Feature = std::uint32_t;
inline constexpr Feature word_bit = 1;
inline constexpr unsigned vote_shift = 1, slot_shift = 6;
/// The type that a feature votes for; `none` when it is no vote.
constexpr EventType vote_of(Feature feature) {
  const Feature code = feature >> vote_shift & 31;
  return code == 0 ? EventType::none : static_cast<EventType>(code - 1);
}
/// The vote from the same place for that type.
constexpr Feature vote_for(Feature feature, EventType type) { return (feature >> slot_shift << slot_shift) | (static_cast<Feature>(type) + 1) << vote_shift; }

/// Where a participant stands: the words of its mention, or its token alone.
Tree::Span span_of(const SentenceView& view, const Participant& participant);

/// Describes pairs of one sentence after another.
class PairFeatures {
 public:
  explicit PairFeatures(const FrameLexicon& lexicon) : lexicon_(lexicon) {}

  /// Appends the pair's features, sorted and without repetition. `drafts` are the composer's for that sentence, coded or not.
  void describe(const SentenceView& view, const Matches& matches, std::span<const Draft> drafts, const Pair& pair, std::vector<Feature>& features);

 private:
  enum class Source : std::uint8_t { grammar, words };
  void add(Source source, std::initializer_list<std::string_view> parts);
  void vote(EventType type, std::initializer_list<std::string_view> parts);
  void vote(std::uint32_t types, std::initializer_list<std::string_view> parts);
  Feature hash(std::initializer_list<std::string_view> parts);
  void add_word_and_types(std::string_view where, Index token);
  void add_surface();
  void add_participants();
  void add_path();
  void add_predicate(std::string_view where, Index token);
  void add_speech();
  void add_deeds();
  void add_deed(std::string_view what, Index verb, std::string_view whose);
  std::string place_under(Index verb, Index participant) const;
  std::string_view who_is(Index token) const;
  void add_loose_triggers();
  void add_triggers(std::span<const Draft> drafts);
  std::string_view fate_of(const Match& match, std::span<const Draft> drafts) const;
  void add_answer(std::span<const Draft> drafts);
  void add_drafts(std::span<const Draft> drafts);
  void add_frame(const Match& match, std::string_view rank);
  std::string_view side_of(const Participants& participants) const;
  int distance_to(const Draft& draft) const;
  std::string_view place_of(Index token) const;
  std::string_view lemma(Index token) const;
  bool on_path(Index token) const;
  bool between(Index token) const;
  const Entity* entity_in(const Tree::Span& span) const;

  const FrameLexicon& lexicon_;
  const SentenceView* view_ = nullptr;
  const Matches* matches_ = nullptr;
  Pair pair_;
  Index actor_ = none, recipient_ = none, meeting_ = none;
  std::vector<Index> actor_path_, recipient_path_;  ///< From each head's governor up to where the two meet, the meeting token included.
  std::string_view order_;
  std::string text_;
  std::vector<Feature>* features_ = nullptr;
};

}  // namespace attache::coding
