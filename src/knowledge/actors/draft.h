#pragma once
/// A mention on its way: what is known of it before the rest of the document has been looked at.

#include "knowledge/actors/actor_records.h"

#include <attache/mention.h>

#include <cstdint>
#include <string>
#include <vector>

namespace attache::knowledge {

enum class DraftKind : std::uint8_t { nation, person, body, agent, pronoun, place, name };

struct ActorDraft {
  ActorMention mention;
  DraftKind kind = DraftKind::agent;
  bool plural = false;
  bool collective = false;
  bool definite = false;         ///< "the", "this", "both": may mean somebody named before.
  bool owned = false;            ///< A nation, place or body says whose it is.
  bool modifier = false;         ///< A nation before or beside a noun that is no actor: "Chinese aid".
  bool domestic = false;         ///< Ordinary people and police, who belong to the place where they are named.
  bool public_body = false;      ///< A body of some state by its name: "the Department of Education".
  bool general = false;          ///< "official", "leader": the sector is that of whom they belong to.
  bool relational = false;       ///< Somebody else's, and not one of them: "ally", "neighbour".
  bool head = false;             ///< Whoever stands at the head of the body that owns it: "chief", "chairwoman".
  bool named_in_full = false;    ///< A surname of somebody whom the page names in full and of whom nothing else is known: nobody else's.
  bool titled_name = false;      ///< A person's name with title or apposition: worth remembering.
  Gender gender = Gender::unknown;
  std::string lemma;             ///< Of an agent.
  std::string office;
  std::string office_of;         ///< Of an agent: the body, region or place whose office it is, by canonical name; empty for those of states.
  std::string name;              ///< A person's or body's name as written, without title.
  std::uint32_t actor = no_actor;  ///< The lexicon's entry.
  std::vector<std::uint32_t> namesakes;  ///< Entries that share the name, of which the page must say which is meant.
  std::int64_t owner_head = -1;  ///< The head of the person whose it is and whom only the page may make known: "the Bush administration"; -1 for nobody.
  bool only_if_meant = false;    ///< A short name that is an ordinary word too: nobody, unless the page says that it is meant.

  static constexpr std::uint32_t no_actor = 0xffffffffu;

  bool resolved() const { return !mention.entities.empty() && !mention.entities.front().code.empty(); }
};

}  // namespace attache::knowledge
