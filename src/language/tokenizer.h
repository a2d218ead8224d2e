#pragma once
/// Words of a text by the conventions of the English Universal Dependencies treebanks (EWT, GUM).

#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <string_view>
#include <vector>

namespace attache::language {

/// What the search for sentence boundaries needs to know of a piece.
enum class PieceKind : std::uint8_t {
  word,      ///< Letters, digits, addresses: anything that is no mark of punctuation.
  number,    ///< Begins with a digit.
  stop,      ///< ".", "!", "?" and runs of them.
  ellipsis,  ///< Two or more full stops, or "…".
  opening,   ///< Brackets and quotation marks that open.
  closing,   ///< Brackets and quotation marks that close.
  dash,      ///< "-", "--", "–", "—".
  symbol,    ///< All other marks.
};

/// One token of a text, in bytes.
struct Piece {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  PieceKind kind = PieceKind::word;
  bool space_before = false;  ///< White space, or the text's beginning, stands before it.
  bool joined = false;        ///< Second or later word of a multi-word token: "n't" in "don't".
  bool stop_ends = false;     ///< An abbreviation whose stop also ends the sentence: "in the U.S."
};

/// Appends the tokens of a text, which is valid UTF-8 shorter than 4 GiB. Every character but blanks lies in exactly one
/// token, in order. Time is linear in the text; no token is longer than 1,024 bytes.
///
/// The conventions: clitics are words of their own ("do|n't", "China|'s", "can|not", "gon|na"); compounds are cut at hyphens
/// ("US|-|led") unless the first part is a prefix ("anti-government", "e-mail"); numbers are cut from units and currencies
/// ("$|5|bn", "30|km", "7:30|pm"), but not ordinals, decades, times, dates and telephone numbers; abbreviations keep their
/// stop within a sentence ("Mr.", "U.S."), web and mail addresses are whole, and runs of one mark are one token ("...", "--").
void tokenize(std::string_view text, std::pmr::vector<Piece>& pieces);

}  // namespace attache::language
