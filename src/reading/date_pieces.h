#pragma once
/// Text cut where days are looked for in it: figures, words, and the names of months among them.

#include <cstddef>
#include <string_view>
#include <vector>

namespace attache::reading {

/// A run of digits or of letters.
struct Piece {
  std::string_view text;
  std::size_t start = 0;
  bool number = false;
  std::size_t end() const { return start + text.size(); }
};

/// The runs of digits and of letters in the text at and behind `from`, as far as 20,000 of them.
std::vector<Piece> split_pieces(std::string_view text, std::size_t from);

/// The month of that name, whole or shortened, from 1 to 12; 0 when it is none. English and the languages of Europe and its neighbours that news pages are
/// often in, in the form that stands beside a day.
unsigned month_named(std::string_view word);

}  // namespace attache::reading
