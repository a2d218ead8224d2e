#pragma once
/// What a lexicon's frames, operators and tables can give of CAMEO and PLOVER, and what no entry gives.

#include <attache/error.h>

#include <cstddef>
#include <string>
#include <vector>

namespace attache {

/// A CAMEO code with its meaning in words.
struct CodeMeaning {
  std::string code;
  std::string words;
};

/// A root and its general code (03 and 030) are one.
struct LexiconCoverage {
  std::size_t codes = 0, codes_given = 0;
  std::vector<CodeMeaning> codes_missing;           ///< Of those that PLOVER has a type for, and of appeals; by code.
  std::size_t codes_without_type = 0;               ///< Codes of public statements, which PLOVER does not record.
  std::size_t modes = 0;
  std::vector<std::string> modes_missing;           ///< `ASSAULT/drone`, in the ontology's order.
  std::size_t contexts = 0;
  std::vector<std::string> contexts_missing;        ///< In the ontology's order.
};

/// Reads the lexicon folder and follows every entry: a frame's code, what operators and modality make of events, CAMEO's third level, appeals beside demands.
/// Says what can be given, not how often news do. Errors: what keeps the lexicon from being read.
Result<LexiconCoverage> lexicon_coverage(const std::string& folder);

}  // namespace attache
