#pragma once
/// The compiled actor lexicon's records, as they lie in the image. All are plain and read in place.

#include <array>
#include <cstdint>
#include <string_view>

namespace attache::knowledge {

/// A stretch of the lexicon's text section.
struct TextRef {
  std::uint32_t offset = 0;
  std::uint32_t size = 0;
};

/// A country or sector code, padded with zero bytes.
struct Code {
  std::array<char, 4> letters{};

  std::string_view view() const { return {letters.data(), letters[3] ? 4u : letters[2] ? 3u : letters[1] ? 2u : letters[0] ? 1u : 0u}; }
  bool empty() const { return letters[0] == 0; }
  bool operator==(const Code&) const = default;
  bool operator==(std::string_view text) const { return view() == text; }
};

/// The code written so. Longer texts are cut to four letters.
Code code_from(std::string_view text);

/// What sort of actor an entry is, as the YAML's `kind`.
enum class ActorKind : std::uint8_t { country, region, special, organisation, group, party, company, media, person };

enum class Gender : std::uint8_t { unknown, male, female };

/// Days since 1970-01-01; these two for "since always" and "until now".
constexpr std::int32_t since_always = INT32_MIN;
constexpr std::int32_t until_now = INT32_MAX;

/// What somebody was from one day to another.
struct RoleRecord {
  TextRef office;
  TextRef organisation;
  Code code;
  Code sector;
  std::array<Code, 2> other_sectors;
  std::int32_t from = since_always;
  std::int32_t to = until_now;
  std::uint16_t office_traits = 0;  ///< Of `office`: bits of `OfficeTrait`.
  std::uint16_t reserved = 0;
};

struct ActorRecord {
  TextRef name;
  TextRef id;
  Code code;
  Code sector;
  std::array<Code, 2> other_sectors;
  std::int32_t from = since_always;
  std::int32_t to = until_now;
  std::uint32_t first_role = 0;
  std::uint16_t role_count = 0;
  ActorKind kind = ActorKind::country;
  Gender gender = Gender::unknown;
};

/// What a state is besides its names, ordered by code.
struct StateRecord {
  Code code;
  TextRef led_by;                ///< The office whose holder is its leader, where that is not the highest; empty: the highest.
  TextRef called;                ///< Nouns that only such states are called by, joined by blanks: "kingdom island".
};

struct AgentRecord {
  TextRef lemma;
  TextRef office;
  Code code;
  Code sector;
  std::array<Code, 2> other_sectors;
  std::uint8_t collective = 0;
  std::uint8_t general = 0;  ///< Takes the sector of whom it belongs to: "party official".
  Gender gender = Gender::unknown;
  std::uint8_t relational = 0;  ///< Somebody else's, and not one of them: "Chad's rivals".
  std::uint8_t in_names = 0;    ///< Says what a body is only as the head of its name: "Department of Education", "Acme Inc".
  std::uint8_t needs_owner = 0; ///< Nobody in particular by itself: "the head of the World Bank", but not "the head".
  std::uint8_t of_body = 0;     ///< Has the sector of the body whose office it is: "the president of the Human Rights League".
  std::uint8_t head = 0;        ///< Whoever stands at the head of the body that owns it, whatever the office is called.
};

/// What is known of an office: bits of `OfficeRecord::traits`.
enum class OfficeTrait : std::uint16_t {
  one_holder = 1,               ///< Of a state one at a time.
  many_holders = 2,             ///< Many at a time: that the lexicon knows only one says nothing.
  rules = 4,                    ///< Whoever holds it rules; other offices are held beside it.
  of_note = 8,                  ///< Everybody knows its holders by surname.
  of_places = 16,               ///< A region's, city's or unit's, of which a state has many.
  of_services = 32,             ///< One of a state's services has it.
  heads_state = 64,
  heads_government = 128,
  heads_bodies = 256,
};

/// An office, in the order in which those who rule or head a body weigh.
struct OfficeRecord {
  TextRef name;
  std::uint16_t traits = 0;
  std::uint16_t reserved = 0;
};

constexpr bool has(std::uint16_t traits, OfficeTrait trait) { return (traits & static_cast<std::uint16_t>(trait)) != 0; }

/// Who held an office for somebody, in an array ordered by key.
struct HolderRecord {
  std::uint64_t key = 0;         ///< See `holder_key`.
  std::uint32_t actor = 0;
  std::uint32_t role = 0;
};

/// In what capacity a sequence of words stands for an entry.
enum class UseKind : std::uint8_t { name, demonym, people, capital, metonym, surname, short_name, agent, agents };

/// One meaning of a sequence of words.
struct Use {
  std::uint32_t target = 0;      ///< Index of the actor, or of the agent for `agent` and `agents` (its plural).
  std::uint16_t capitals = 0;    ///< Bit i: word i must begin with a capital.
  std::uint16_t uppers = 0;      ///< Bit i: word i must be all capitals.
  UseKind kind = UseKind::name;
  std::uint8_t words = 0;
  std::uint8_t last = 0;         ///< 1 on the last use of a sequence.
  std::uint8_t reserved = 0;
};

/// A word that may follow a node of the word tree, in an open-addressed table.
struct WordEdge {
  std::uint64_t key = 0;         ///< Of parent node and word; 0 for a free place.
  std::uint32_t node = 0;
  std::uint32_t uses = 0;        ///< One more than the index of the first use that ends here; 0 for none.
};

/// A name as it sounds (`sound_of`), ordered by the hash of its skeleton.
struct SoundRecord {
  std::uint32_t hash = 0;
  std::uint32_t actor = 0;
  TextRef sound;
};

/// A way to misspell a name's word by leaving out one letter, or the word itself; ordered by hash.
struct SpellingRecord {
  std::uint32_t hash = 0;
  std::uint32_t word = 0;        ///< Index into the words.
};

}  // namespace attache::knowledge
