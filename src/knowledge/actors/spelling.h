#pragma once
/// Names with typing errors, found by distance and never by listing them.

#include "knowledge/actors/actor_lexicon.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attache::knowledge {

/// The number of single-letter changes, insertions, deletions and swaps of neighbours that lead from one word to the other, each letter
/// touched once (optimal string alignment); `limit` + 1 as soon as it is more than `limit`. Words are compared byte by byte.
int edit_distance(std::string_view from, std::string_view to, int limit);

/// What a misspelt name was taken for.
struct Respelling {
  const Use* use = nullptr;        ///< Nothing when no name, or more than one, is near enough.
  int edits = 0;
  std::string name;                ///< The name's words as compared, joined by blanks.
  std::vector<std::string> rivals; ///< The canonical names between which the spelling does not decide.
};

/// What may be looked for.
struct RespellingRequest {
  bool people = false;
  bool nations = false;            ///< Countries, regions, capitals and demonyms.
  bool bodies = false;             ///< Organisations, parties, groups.
  bool substitutions = true;       ///< In single words, allow one letter for another and not only letters left out, doubled or swapped.
};

/// The one name of which these words (as compared, see `name_words`) are a misspelling. Every word must begin as it should. A single
/// word needs six letters and may have one error. In names of several words each word of three letters or more may have one, one
/// word must be right, and there may be one error for each four letters of the name, at most two, in a name of eight letters or more.
Respelling respell(const ActorLexicon& lexicon, std::span<const std::string> words, const RespellingRequest& request);

}  // namespace attache::knowledge
