#pragma once
/// The community's dictionaries, PETRARCH's (and Phoenix') and TABARI's actors and agents, as entries of our lexicon.

#include <attache/error.h>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace attache::knowledge {

/// What became of a dictionary file.
struct ImportedDictionary {
  std::string actors;            ///< YAML for `actors/` of an overlay; empty when there were none.
  std::string agents;            ///< YAML for `agents/`.
  std::size_t actor_count = 0;
  std::size_t agent_count = 0;
  std::vector<Error> notices;    ///< Every line that was left out, and every part of one that our lexicon cannot hold, with file and line.
};

/// Reads a dictionary. The kind is found from its lines: agents have `~` in their codes. `is_country` says which three letters are codes of
/// ours; others are kept as they are and noted. CAMEO's role codes become PLOVER's sectors (MED is JRN, HLH is MED, INS and SEP are REB).
/// TABARI's stems (no final `_`) are taken as whole words and their plurals. Two-digit years from 30 on are of the last century.
/// A file without codes of actors or agents, or with more codes of verbs than of them, is left out as a whole, with one notice.
/// Bytes that are not UTF-8 are decoded as a page's would be, with a notice.
ImportedDictionary import_dictionary(std::string_view text, const std::string& file, const std::function<bool(std::string_view)>& is_country);

}  // namespace attache::knowledge
