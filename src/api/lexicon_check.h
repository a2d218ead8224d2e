#pragma once
/// Looks a lexicon folder over: mistakes in entries, entries that are of no use, and example sentences that do not give what they should.

#include <attache/error.h>

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace attache {

/// How many entries a PLOVER type has. A trigger counts once as written, however many alternatives its words have.
struct TypeCount {
  std::string type;
  std::size_t frames = 0, triggers = 0, examples = 0;
};

/// What was found in a lexicon.
struct LexiconReport {
  std::vector<Error> findings;          ///< By file and line.
  std::vector<Error> notes;             ///< What may be meant so: two holders of one office at a time. By file and line.
  std::vector<TypeCount> types;         ///< In the ontology's order.
  std::size_t operators = 0;
  std::size_t examples_run = 0;         ///< Of frames, operators and contexts.
  std::size_t examples_failed = 0;
};

/// Checks every entry; with `files`, only those of these files. `model` is a parser model file, empty for the built-in one.
/// Errors: what keeps the whole lexicon from being read.
Result<LexiconReport> check_lexicon(const std::string& folder, const std::vector<std::string>& files = {}, const std::string& model = {});

}  // namespace attache
