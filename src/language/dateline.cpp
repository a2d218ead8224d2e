#include "language/dateline.h"

#include "language/characters.h"
#include "language/word_list.h"

#include <algorithm>

namespace attache::language {
namespace {

constexpr std::size_t longest_dateline = 24;

/// Lower-case words that datelines and bylines contain.
constexpr auto small_words = word_list({"and", "of", "by", "the", "de", "la", "al", "el", "in", "du", "on", "upon", "for", "near", "aboard"});

/// Words that begin sentences and no dateline.
constexpr auto opening_words = word_list({"On", "In", "At", "After", "Before", "For", "By", "From", "As", "When", "While", "A", "An", "Since", "During"});

class Dateline {
 public:
  Dateline(std::string_view text, std::span<const Piece> pieces) : text_(text), pieces_(pieces) {}

  std::size_t length() const {
    // "On Thursday, the European Court of Justice (ECJ) –"
    if (!pieces_.empty() && opening_words.contains(word(0))) return 0;
    bool agency = false;  // the token before is the bracket behind an agency
    const std::size_t limit = std::min(pieces_.size(), longest_dateline);
    for (std::size_t i = 0; i < limit; ++i) {
      const PieceKind kind = pieces_[i].kind;
      if (kind == PieceKind::dash && agency) return i + 1;
      if (kind == PieceKind::dash && is_spaced(i)) return i > 0 && (place_in_capitals(i) || is_place_and_country(i) || is_date(i)) ? i + 1 : 0;
      if (word(i) == ":" && !agency) return i > 0 && i <= 4 && all_in_capitals(i) && is_spaced_behind(i) ? i + 1 : 0;
      agency = word(i) == ")";
      if (!may_stand_in_dateline(i)) return 0;
    }
    return 0;
  }

 private:
  std::string_view word(std::size_t i) const { return text_.substr(pieces_[i].begin, pieces_[i].end - pieces_[i].begin); }
  bool is_spaced_behind(std::size_t i) const { return i + 1 < pieces_.size() && pieces_[i + 1].space_before; }
  bool is_spaced(std::size_t i) const { return pieces_[i].space_before && (is_spaced_behind(i) || word(i) != "-"); }

  bool may_stand_in_dateline(std::size_t i) const {
    static constexpr std::string_view marks = ",()/-";
    switch (pieces_[i].kind) {
      case PieceKind::word: return is_upper_at(text_, pieces_[i].begin) || small_words.contains(word(i));
      case PieceKind::number: return true;
      default: return word(i).size() == 1 && marks.find(word(i)[0]) != std::string_view::npos;
    }
  }

  bool is_in_capitals(std::size_t i) const {
    const std::string_view letters = word(i);
    return pieces_[i].kind == PieceKind::word && std::none_of(letters.begin(), letters.end(), is_lower_ascii) && is_upper_at(letters, 0);
  }

  /// The first word is in capitals, of three letters or more, and a later one is not all that stands before the dash by chance:
  /// a headline wholly in capitals would go on in capitals behind it.
  bool place_in_capitals(std::size_t dash) const {
    // "LA PAZ", "EL ARISH": a short first word needs a second one.
    const bool short_first = word(0).size() < 3 && !(dash > 1 && is_in_capitals(1) && word(1).size() >= 3);
    if (!is_in_capitals(0) || short_first) return false;
    for (std::size_t i = dash + 1; i < std::min(pieces_.size(), dash + 8); ++i) {
      if (pieces_[i].kind == PieceKind::word && !is_in_capitals(i)) return true;
    }
    return false;
  }

  /// "Beirut, Lebanon –" before a capital.
  bool is_place_and_country(std::size_t dash) const {
    constexpr std::size_t longest_place = 6;
    if (dash > longest_place || dash + 1 >= pieces_.size() || !is_upper_at(text_, pieces_[dash + 1].begin)) return false;
    std::size_t commas = 0;
    for (std::size_t i = 0; i < dash; ++i) {
      const bool comma = word(i) == "," && i > 0 && i + 1 < dash;
      commas += comma ? 1 : 0;
      if (!comma && (pieces_[i].kind != PieceKind::word || !is_upper_at(text_, pieces_[i].begin))) return false;
    }
    return commas == 1;
  }

  /// "22 May 2013 –"
  bool is_date(std::size_t dash) const {
    return dash == 3 && pieces_[0].kind == PieceKind::number && word(0).size() <= 2 && is_upper_at(text_, pieces_[1].begin) &&
           pieces_[2].kind == PieceKind::number && word(2).size() == 4;
  }

  bool all_in_capitals(std::size_t end) const {
    std::size_t letters = 0;
    for (std::size_t i = 0; i < end; ++i) {
      if (!is_in_capitals(i) && word(i) != "/" && word(i) != ",") return false;
      letters += word(i).size();
    }
    return letters >= 4 && place_in_capitals(end);
  }

  std::string_view text_;
  std::span<const Piece> pieces_;
};

}  // namespace

std::size_t dateline_length(std::string_view text, std::span<const Piece> pieces) { return Dateline(text, pieces).length(); }

bool is_dateline(std::span<const Sentence> sentences, std::size_t index) {
  if (index + 1 >= sentences.size() || sentences[index + 1].block != sentences[index].block) return false;
  if (index > 0 && sentences[index - 1].block == sentences[index].block) return false;
  const std::string_view text = sentences[index].text;
  return text.ends_with('-') || text.ends_with(':') || text.ends_with("\xE2\x80\x94") || text.ends_with("\xE2\x80\x93");
}

}  // namespace attache::language
