#pragma once
/// Which sentences are worth a parse: a scan for words that can name events and participants.
///
/// An event needs a trigger and someone to whom it happens. Reading for both costs tens of nanoseconds a word; a parse costs
/// thousands. The scan looks words up in one table of hashes and never says no to a sentence that holds a trigger and a
/// participant of its vocabulary.

#include <attache/error.h>
#include <attache/sentence.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attache {

/// The words that matter.
struct ScanVocabulary {
  /// Lemmas of triggers: "attack", "talk", "crack down", "take into custody". Any inflected form counts. Of several words two must
  /// stand in the sentence, in any order and with anything between: the first and the weightiest of the others ("took two men into
  /// custody"). A trigger that wants company is written as such: "seize prisoner".
  std::vector<std::string> triggers;
  /// Lemmas of common nouns that can be participants: "police", "minister", "aid worker". Any inflected form of the last word counts.
  std::vector<std::string> agents;
  /// Names and demonyms as written: "Ruritania", "Ruritanian", "Red Lantern Front". Of several words two neighbours are looked for.
  std::vector<std::string> names;
  /// Any capitalised word behind the first of a sentence may be a participant's name.
  bool names_are_actors = false;
};

/// How common a lemma is in any text: 2 for words such as "of", which stand in most sentences and tell nothing beside a trigger's other
/// words; 1 for verbs such as "make"; else 0.
int commonness_in_text(std::string_view lemma);

/// Why a sentence is parsed; `none` when it need not be.
enum class ScanReason : std::uint8_t {
  none,
  event,         ///< A trigger and an agent or name.
  pronoun,       ///< A trigger and a pronoun, with an agent or name in one of the sentences before.
  antecedent,    ///< The nearest agent or name for the pronoun of a later sentence, up to three links of such a chain.
  speaker,       ///< Says whose quotation a neighbouring sentence belongs to.
  introduction,  ///< The first to name in full whom a kept sentence names by one word.
};

/// `event`, `pronoun` …, for explanations.
std::string_view name_of(ScanReason reason);

/// Immutable; share it between threads.
class LexicalScan {
 public:
  static LexicalScan compile(const ScanVocabulary& vocabulary);

  /// Reads `to_image`'s bytes in place; they must outlive the scan and be aligned to 4. Error `internal` when they are damaged.
  static Result<LexicalScan> open(std::span<const std::byte> image);

  /// u32 magic, u32 version, u32 flags, u32 number of slots (a power of two), then the slots, little-endian.
  std::string to_image() const;

  /// For each sentence of one document, in order, why it is parsed. Looks three sentences back for an antecedent, two either way, within
  /// the block, for a speaker, and through the whole document for an introduction.
  std::vector<ScanReason> select(std::span<const Sentence> sentences) const;

 private:
  explicit LexicalScan(std::vector<std::uint32_t> slots) : owned_(std::move(slots)), table_(owned_) {}
  explicit LexicalScan(std::span<const std::uint32_t> table) : table_(table) {}

  std::uint32_t classes_of(std::uint64_t hash) const;
  std::uint32_t classes_of(const Sentence& sentence) const;
  void keep_introductions(std::span<const Sentence> sentences, std::vector<ScanReason>& reasons) const;

  std::vector<std::uint32_t> owned_;
  std::span<const std::uint32_t> table_;  ///< The image: header and slots.

 public:
  LexicalScan(LexicalScan&&) noexcept = default;
  LexicalScan& operator=(LexicalScan&&) noexcept = default;
  LexicalScan(const LexicalScan&) = delete;
  LexicalScan& operator=(const LexicalScan&) = delete;
};

}  // namespace attache
