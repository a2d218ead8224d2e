#pragma once
/// Looks the actors and agents over: entries that are wrong, doubled, hidden behind others or never found.

#include "knowledge/actors/lexicon_files.h"

#include <vector>

namespace attache::knowledge {

/// Adds a finding, with file and line, for
/// - a code that is no state's of the lexicon and none of UNO EUR IGO NGO ISM IMG MNC;
/// - an entry that stands twice, and a name that stands twice in an entry or that another entry of the same kind, code and time bears;
/// - a name that also is an agent in the same capitals;
/// - an entry or name that is never found: with too many words, with no letters, or an agent that only puts a nation before another agent;
/// and a note, which may be as it should be, for one office of one nation that two people hold for more than a year at the same time, where
/// only one can, for a role that a person has twice, and for two people of one nation whose names sound alike and who held one office at the
/// same time, or none at all.
void lint_actors(const LexiconSource& source, std::vector<Error>& findings, std::vector<Error>& notes);

}  // namespace attache::knowledge
