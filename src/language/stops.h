#pragma once
/// Whether a full stop behind a word belongs to an abbreviation, ends the sentence, or both.

#include "language/abbreviations.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace attache::language {

/// What stands behind a full stop.
struct Following {
  enum class Kind : std::uint8_t { nothing, upper, lower, digit, mark } kind = Kind::nothing;
  std::string_view word;   ///< Its letters, at most 24 bytes; empty unless upper or lower.
  bool attached = false;   ///< No blank lies between.
  bool closed = false;     ///< Closing quotation marks or brackets lie between.
};

/// Looks behind a full stop, past closing marks and blanks. `byte` is just behind the stop.
Following what_follows(std::string_view text, std::size_t byte);

enum class StopRole : std::uint8_t {
  sentence,      ///< The word is an ordinary one, and the stop a token of its own.
  abbreviation,  ///< The stop belongs to the word, and the sentence goes on.
  both,          ///< The stop belongs to the word and ends the sentence.
};

/// The role of the stop behind `word` (given without it), after the token `previous` (empty at the text's beginning).
StopRole role_of_stop(std::string_view word, std::string_view previous, const Following& following);

}  // namespace attache::language
