#pragma once
/// The people and bodies that a page names, so that "Garang" and "the RLF" are understood behind, or before, the full name.

#include "knowledge/actors/actor_lexicon.h"
#include "knowledge/actors/draft.h"
#include "language/tree.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attache::knowledge {

/// Somebody the page names in full, with the best that any of its sentences says of them.
struct NamedActor {
  std::vector<std::string> words;   ///< Of the name, as compared.
  Entity entity;
  std::uint32_t actor = ActorDraft::no_actor;
  DraftKind kind = DraftKind::person;
  Gender gender = Gender::unknown;
  std::string lemma, office;
  float certainty = 0;
  std::uint32_t sequence = 0;       ///< The sentence that names them first.
};

/// Learns the names of all sentences first and is asked afterwards.
class DocumentNames {
 public:
  DocumentNames(const ActorLexicon& lexicon, std::optional<std::int32_t> day) : lexicon_(lexicon), day_(day) {}

  /// Notes a person, body or unknown name.
  void learn(const ActorDraft& draft, std::uint32_t sequence);

  /// Notes the acronyms that a sentence explains: "the National Transitional Council (NTC)".
  void learn_acronyms(const Tree& tree, std::span<const ActorDraft> drafts, std::uint32_t sequence);

  /// Adds drafts for capitalised words that no name was found in and that are the surname or acronym of somebody the page names in full.
  void add_known_words(const Tree& tree, std::vector<ActorDraft>& drafts, std::uint32_t sequence) const;

  /// Understands a draft that only has a name: by the page, by a title and the lexicon, or as the one person of note so called.
  /// Fills the entity of those it understands and leaves the others alone.
  void resolve(ActorDraft& draft, std::uint32_t sequence) const;

  /// A person whom the page names and who holds that office for that country; nothing when there is none or more than one.
  const NamedActor* holder(std::string_view office, std::string_view code) const;

 private:
  NamedActor* same_name(const std::vector<std::string>& words, DraftKind kind);
  const NamedActor* by_part(const std::vector<std::string>& words, std::uint32_t sequence) const;
  const NamedActor* other_bearer(const ActorDraft& draft, const std::vector<std::string>& words, std::uint32_t sequence) const;
  const NamedActor* unknown_bearer(const std::vector<std::string>& words) const;
  const NamedActor* namesake(const std::vector<std::uint32_t>& entries) const;
  const NamedActor* by_initials(std::string_view acronym) const;
  void take_what_is_shared(const std::vector<std::uint32_t>& people, Entity& entity) const;
  void by_lexicon(ActorDraft& draft, const std::vector<std::string>& words) const;
  bool bears_surname(const NamedActor& named, const std::string& word) const;

  const ActorLexicon& lexicon_;
  std::optional<std::int32_t> day_;
  std::vector<NamedActor> named_;
};

}  // namespace attache::knowledge
