#pragma once
/// The compiled frames, operators and word lists, and the index from words to triggers.

#include "coding/cameo_detail.h"
#include "coding/context_lexicon.h"
#include "coding/frame.h"

#include <attache/error.h>

#include <span>
#include <string>
#include <vector>

namespace attache::coding {

/// An example sentence of a frame or operator with the events it must give.
struct FrameExample {
  std::string entry;                ///< The frame's or operator's name.
  std::string sentence;
  std::vector<std::string> events;  ///< In the README's notation.
  std::string file;
  std::uint32_t line = 0;
};

/// Everything that coding knows. Immutable once read; shared by all threads.
class FrameLexicon {
 public:
  /// Reads `ontology/`, `frames/`, `composition/` and `contexts/` of the lexicon folder. The same folder gives the same lexicon whatever the file system's order.
  /// `examples` and `context_examples`, when given, receive the example sentences of frames and operators, and of contexts. `mistakes`, when given, receives what is wrong with
  /// single entries, which are then left out; otherwise the first such mistake is the result. Errors: `not_found`, `malformed` with file and line.
  static Result<FrameLexicon> read(const std::string& lexicon_folder, std::vector<FrameExample>* examples = nullptr, std::vector<Error>* mistakes = nullptr,
                                   std::vector<ContextExample>* context_examples = nullptr);

  /// Error `internal` when the bytes are damaged.
  static Result<FrameLexicon> open(std::span<const std::byte> image);
  std::string to_image() const;

  const Ontology& ontology() const { return ontology_; }
  const Vocabulary& vocabulary() const { return vocabulary_; }
  const std::vector<Frame>& frames() const { return frames_; }
  const std::vector<Operator>& operators() const { return operators_; }
  /// Nouns that only portion or frame another: "a *series* of attacks".
  const WordSet& transparent() const { return transparent_; }
  const ModalityWords& modality() const { return modality_; }
  const SpeechWords& speech() const { return speech_; }
  const ContextLexicon& contexts() const { return contexts_; }
  const CameoDetail& cameo_detail() const { return cameo_detail_; }
  const std::vector<Trigger>& triggers() const { return triggers_; }
  const Trigger& trigger(std::uint32_t index) const { return triggers_[index]; }
  std::size_t trigger_count() const { return triggers_.size(); }

  /// A trigger under a word that can be its head, with what rules it out at a glance.
  struct Candidate {
    std::uint32_t trigger = 0;
    std::uint32_t first_need = 0;     ///< In the list of needs.
    std::uint16_t needs = 0;          ///< Words it has beside its head.
    WordClass word_class = WordClass::verb;
    TriggerOwner owner = TriggerOwner::frame;
  };

  /// The triggers whose head can be that word, those with more words first.
  std::span<const Candidate> triggers_of(WordId head) const {
    if (head == unknown_word || head + 1 >= offsets_.size()) return {};
    return {by_head_.data() + offsets_[head], offsets_[head + 1] - offsets_[head]};
  }

  /// The types of the frames that have a trigger with that head, as bits: the lexicon's opinion of a word by itself.
  std::uint32_t types_of(WordId head) const { return head == unknown_word || head >= types_by_head_.size() ? 0 : types_by_head_[head]; }

  /// What a word is known for by itself: the types of the frames that have it in a trigger, as head or beside it, by how many of these triggers are theirs.
  struct WordUse {
    std::uint32_t some = 0;     ///< Types with at least a tenth of them, as bits.
    std::uint32_t most = 0;     ///< The type with more than half of them.
    std::int32_t frame = -1;    ///< The frame with at least half of them.
    std::int32_t operation = -1;  ///< The operator that has it as head, if only one has.
  };
  const WordUse& use_of(WordId word) const { return uses_[word == unknown_word || word >= uses_.size() ? 0 : word]; }

  /// Each set of words that some trigger wants beside its head, or some frame around it, has a number below `set_count`. A trigger can only stand in
  /// a sentence that has a word of each of its sets: this is what keeps coding fast however many triggers share a head.
  std::uint32_t set_count() const { return set_count_; }
  std::span<const std::uint32_t> sets_of(WordId word) const {
    if (word == unknown_word || word + 1 >= set_offsets_.size()) return {};
    return {sets_by_word_.data() + set_offsets_[word], set_offsets_[word + 1] - set_offsets_[word]};
  }
  std::span<const std::uint32_t> needs(const Candidate& candidate) const { return {needs_.data() + candidate.first_need, candidate.needs}; }
  /// Of a frame's `with` and `without`; only where these are not empty.
  std::uint32_t with_set(std::uint32_t frame) const { return frame_sets_[frame].with; }
  std::uint32_t without_set(std::uint32_t frame) const { return frame_sets_[frame].without; }

 private:
  friend class FrameReader;
  template <typename Archive>
  friend void fields(Archive& archive, FrameLexicon& lexicon) {
    archive(lexicon.ontology_, lexicon.vocabulary_, lexicon.frames_, lexicon.operators_, lexicon.triggers_, lexicon.transparent_, lexicon.modality_, lexicon.speech_, lexicon.contexts_,
            lexicon.cameo_detail_);
  }
  void build_index();
  void number_sets();
  void count_uses();

  Ontology ontology_;
  Vocabulary vocabulary_;
  std::vector<Frame> frames_;
  std::vector<Operator> operators_;
  std::vector<Trigger> triggers_;
  WordSet transparent_;
  ModalityWords modality_;
  SpeechWords speech_;
  ContextLexicon contexts_;
  CameoDetail cameo_detail_;
  std::vector<std::uint32_t> offsets_;  ///< Where each word's triggers begin in `by_head_`.
  std::vector<Candidate> by_head_;
  std::vector<std::uint32_t> types_by_head_;
  std::vector<WordUse> uses_;           ///< By word; the first is that of no word.
  struct FrameSets {
    std::uint32_t with = 0, without = 0;
  };
  std::uint32_t set_count_ = 0;
  std::vector<std::uint32_t> set_offsets_, sets_by_word_;  ///< The sets that each word is in.
  std::vector<std::uint32_t> needs_;
  std::vector<FrameSets> frame_sets_;
};

}  // namespace attache::coding
