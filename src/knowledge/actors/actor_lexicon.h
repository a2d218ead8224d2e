#pragma once
/// The compiled actor lexicon, read in place.

#include "base/image.h"
#include "knowledge/actors/actor_records.h"

#include <attache/error.h>

#include <optional>
#include <span>
#include <string_view>

namespace attache::knowledge {

/// What an actor is on a day.
struct Standing {
  Code code;
  Code sector;
  std::array<Code, 2> other_sectors{};
  std::string_view office;         ///< Empty when none is held.
  std::string_view organisation;
  const RoleRecord* role = nullptr;  ///< The role held that day.
  const RoleRecord* former = nullptr;  ///< The last role before, for those who hold none and were something once.
};

/// Views into an image that must outlive it. Immutable; any number of threads may read.
class ActorLexicon {
 public:
  /// Error `internal` when the sections are missing or point outside themselves.
  static Result<ActorLexicon> open(const ImageReader& image);

  std::string_view text(TextRef reference) const { return text_.substr(reference.offset, reference.size); }
  const ActorRecord& actor(std::uint32_t index) const { return actors_[index]; }
  const AgentRecord& agent(std::uint32_t index) const { return agents_[index]; }
  std::size_t actor_count() const { return actors_.size(); }
  std::span<const RoleRecord> roles(const ActorRecord& actor) const { return roles_.subspan(actor.first_role, actor.role_count); }

  /// What the actor is on that day (days since 1970-01-01); without a day, what it was last. Persons without a role that day who held
  /// one before are `ELI`, unless the entry itself states a sector.
  Standing standing(const ActorRecord& actor, std::optional<std::int32_t> day) const;

  /// True when the actor held the office of a state, alone or beside another, on the day.
  bool holds(const ActorRecord& actor, std::string_view office, std::optional<std::int32_t> day) const;

  /// The office whose holder is called the state's leader, where that is not the highest one: "prime minister". Else empty.
  std::string_view led_by(std::string_view code) const;
  /// True for states that are called by that noun, of those that only some states are: kingdom, emirate, sultanate, island.
  bool is_called(std::string_view code, std::string_view noun) const;

  /// The last role in which the actor held the office, of a state or of a body; nothing when there was none.
  const RoleRecord* last_role(const ActorRecord& actor, std::string_view office) const;

  /// The offices in the order in which they weigh, and what is known of one: bits of `OfficeTrait`, none for an office that only people's roles name.
  std::span<const OfficeRecord> offices() const { return offices_; }
  std::uint16_t office_traits(std::string_view office) const;
  bool has_trait(std::string_view office, OfficeTrait trait) const { return has(office_traits(office), trait); }

  /// All who ever held the office for the country or organisation of that code, by `RoleRecord`'s own code.
  std::span<const HolderRecord> holders(std::string_view office, std::string_view code) const;
  /// The one person who held it on that day; nothing when there was none, or more than one that the lexicon knows of.
  std::optional<std::uint32_t> holder_on(std::string_view office, std::string_view code, std::int32_t day) const;
  /// The same for the office of a body, a region or a city, by its canonical name.
  std::optional<std::uint32_t> holder_on(std::string_view office, std::string_view code, std::string_view organisation, std::int32_t day) const;

  /// The same for an office of whatever body of that state.
  std::optional<std::uint32_t> holder_in_any_body(std::string_view office, std::string_view code, std::int32_t day) const;

  /// A node of the word tree; 0 is the root.
  struct Node {
    std::uint32_t node = 0;
    std::uint32_t uses = 0;      ///< For `uses_at`; 0 for none.
  };
  /// Where the word leads from a node; node 0 when nowhere.
  Node follow(std::uint32_t node, std::uint64_t word) const;
  std::span<const Use> uses_at(std::uint32_t uses) const;

  /// The words of names that share a spelling hash.
  std::span<const SpellingRecord> spelled(std::uint32_t hash) const;
  /// The names whose skeleton has that hash (`skeleton_hash`).
  std::span<const SoundRecord> sounding(std::uint32_t hash) const;
  std::string_view word(std::uint32_t index) const { return text(words_[index]); }

 private:
  bool sound() const;
  const StateRecord* state(std::string_view code) const;
  template <typename Fits>
  std::optional<std::uint32_t> sole_holder(std::string_view office, std::string_view code, std::int32_t day, Fits fits) const;

  std::string_view text_;
  std::span<const ActorRecord> actors_;
  std::span<const RoleRecord> roles_;
  std::span<const AgentRecord> agents_;
  std::span<const StateRecord> states_;
  std::span<const OfficeRecord> offices_;
  std::span<const HolderRecord> holders_;
  std::span<const WordEdge> edges_;
  std::span<const Use> uses_;
  std::span<const SpellingRecord> spellings_;
  std::span<const std::uint32_t> spelling_starts_;
  std::span<const SoundRecord> sounds_;
  std::span<const TextRef> words_;
};

}  // namespace attache::knowledge
