#pragma once
/// The compiled frames, operators and word lists, and the index from words to triggers.

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
  /// Reads `ontology/`, `frames/` and `composition/` of the lexicon folder. The same folder gives the same lexicon whatever the file system's order.
  /// `examples`, when given, receives the example sentences of frames and operators. `mistakes`, when given, receives what is wrong with
  /// single entries, which are then left out; otherwise the first such mistake is the result. Errors: `not_found`, `malformed` with file and line.
  static Result<FrameLexicon> read(const std::string& lexicon_folder, std::vector<FrameExample>* examples = nullptr, std::vector<Error>* mistakes = nullptr);

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
  const std::vector<Trigger>& triggers() const { return triggers_; }
  const Trigger& trigger(std::uint32_t index) const { return triggers_[index]; }
  std::size_t trigger_count() const { return triggers_.size(); }

  /// The triggers whose head can be that word, those with more words first.
  std::span<const std::uint32_t> triggers_of(WordId head) const {
    if (head == unknown_word || head + 1 >= offsets_.size()) return {};
    return {by_head_.data() + offsets_[head], offsets_[head + 1] - offsets_[head]};
  }

 private:
  friend class FrameReader;
  template <typename Archive>
  friend void fields(Archive& archive, FrameLexicon& lexicon) {
    archive(lexicon.ontology_, lexicon.vocabulary_, lexicon.frames_, lexicon.operators_, lexicon.triggers_, lexicon.transparent_, lexicon.modality_, lexicon.speech_);
  }
  void build_index();

  Ontology ontology_;
  Vocabulary vocabulary_;
  std::vector<Frame> frames_;
  std::vector<Operator> operators_;
  std::vector<Trigger> triggers_;
  WordSet transparent_;
  ModalityWords modality_;
  SpeechWords speech_;
  std::vector<std::uint32_t> offsets_;  ///< Where each word's triggers begin in `by_head_`.
  std::vector<std::uint32_t> by_head_;
};

}  // namespace attache::coding
