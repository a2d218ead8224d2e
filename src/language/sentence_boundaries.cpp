#include "language/sentence_boundaries.h"

#include "language/characters.h"
#include "language/dateline.h"
#include "language/word_list.h"

#include <algorithm>

namespace attache::language {
namespace {

/// Verbs that follow a quotation with its speaker: `"Will they come?" Mr Smith asked.`
constexpr auto speech_verbs = word_list({
    "said", "says", "say", "asked", "asks", "told", "tells", "added", "adds", "wrote", "writes", "replied", "replies", "declared", "shouted",
    "tweeted", "warned", "announced", "explained", "insisted", "continued", "cried", "exclaimed", "wondered", "quipped", "yelled", "responded",
    "chanted", "demanded", "noted", "recalled", "stated",
});

class Boundaries {
 public:
  Boundaries(std::string_view text, std::span<const Piece> pieces) : text_(text), pieces_(pieces) {}

  void run(std::pmr::vector<std::uint32_t>& first_tokens) {
    if (pieces_.empty()) return;
    begin_sentence(0, first_tokens);
    const std::size_t dateline = dateline_length(text_, pieces_);
    if (dateline > 0 && dateline < pieces_.size()) begin_sentence(dateline, first_tokens);
    for (std::size_t i = first_; i < pieces_.size();) {
      const std::size_t end = end_after(i);
      if (end == 0) {
        ++i;
        if (i - first_ >= longest_sentence && i < pieces_.size()) i = cut_before(i, first_tokens);
        continue;
      }
      i = end;
      if (end < pieces_.size()) begin_sentence(end, first_tokens);
    }
  }

 private:
  std::string_view word(std::size_t i) const { return text_.substr(pieces_[i].begin, pieces_[i].end - pieces_[i].begin); }
  PieceKind kind(std::size_t i) const { return pieces_[i].kind; }

  void begin_sentence(std::size_t i, std::pmr::vector<std::uint32_t>& first_tokens) {
    first_ = i;
    first_tokens.push_back(static_cast<std::uint32_t>(i));
  }

  /// Cuts an overlong sentence before token `i` or, if one of the last hundred tokens is a mark between clauses, behind that.
  std::size_t cut_before(std::size_t i, std::pmr::vector<std::uint32_t>& first_tokens) {
    for (std::size_t back = 1; back <= 100; ++back) {
      const std::string_view mark = word(i - back);
      if (mark == ";" || mark == "," || mark == ":") {
        begin_sentence(i - back + 1, first_tokens);
        return i;
      }
    }
    begin_sentence(i, first_tokens);
    return i;
  }

  /// If token `i` ends a sentence, the index behind the sentence's last token; else 0.
  std::size_t end_after(std::size_t i) const {
    if (pieces_[i].stop_ends) return behind_closing(i + 1);
    if (kind(i) != PieceKind::stop && kind(i) != PieceKind::ellipsis) return 0;
    const std::size_t end = behind_closing(i + 1);
    if (end == pieces_.size()) return end;
    if (kind(i) == PieceKind::stop && is_enumerator(i)) return 0;
    if (!pieces_[end].space_before) return is_missing_space(i, end) ? end : 0;
    const bool closed = end > i + 1;
    const std::size_t begin = behind_opening(end);
    if (begin == pieces_.size()) return end;
    if (kind(begin) == PieceKind::word && is_lower_at(text_, pieces_[begin].begin)) return lower_case_can_begin(i, end, begin, closed) ? end : 0;
    if (!can_begin(begin, kind(i), closed)) return 0;
    if (closed && word(i) != "." && kind(begin) == PieceKind::word && is_spoken_first(i) && speaker_follows(begin)) return 0;
    return end;
  }

  /// True when the quotation that ends behind `stop` began with the sentence or before it: its speaker is still to come.
  /// In `Smith asked, "Why?" Jones said` the next words are another's.
  bool is_spoken_first(std::size_t stop) const {
    for (std::size_t i = stop; i > first_; --i) {
      if (kind(i) == PieceKind::opening && word(i) != "(" && word(i) != "[") return false;
    }
    return true;
  }

  /// Before lower case a lone stop ends the sentence of a careless writer ("it broke. we left"), but not behind an exclamation in a name
  /// ("Yahoo! said"), a quotation (`"Why?" he asked`), dots, or what looks like an abbreviation not in our lists ("Govt. offices").
  bool lower_case_can_begin(std::size_t stop, std::size_t end, std::size_t begin, bool closed) const {
    const std::size_t byte = pieces_[begin].begin;
    if (pieces_[begin].end - byte > 1 && is_upper_at(text_, byte + 1)) return true;  // "iPhone", "eBay"
    if (kind(stop) == PieceKind::ellipsis || stop == first_) return false;
    if (begin > end && !closed) return word(stop) == "." && word(end) == "(";
    if (closed) return word(end - 1) == ")" || word(end - 1) == "]";
    if (word(stop) == "!") return !is_upper_at(text_, pieces_[stop - 1].begin);
    return word(stop) != "." || !looks_abbreviated(stop - 1);
  }

  /// A few letters without a vowel, or with a capital inside the sentence: "Govt.", "Pak."
  bool looks_abbreviated(std::size_t i) const {
    constexpr std::size_t longest = 5;
    const std::string_view letters = word(i);
    if (kind(i) != PieceKind::word || letters.size() > longest || pieces_[i].joined) return false;
    return letters.find_first_of("aeiouyAEIOUY") == std::string_view::npos || (i > first_ && letters.size() > 1 && letters.size() < longest && is_upper_at(text_, pieces_[i].begin));
  }

  /// Past further stops, closing marks, emoticons and numbers of footnotes ("[12]") that belong to the sentence ended before `i`.
  std::size_t behind_closing(std::size_t i) const {
    constexpr std::size_t most_marks = 32;
    const std::size_t limit = std::min({pieces_.size(), first_ + longest_sentence, i + most_marks});
    while (i < limit) {
      const bool attached = !pieces_[i].space_before;
      if (kind(i) == PieceKind::closing && (attached || i + 1 == pieces_.size() || pieces_[i + 1].space_before)) {
        ++i;
      } else if (attached && (kind(i) == PieceKind::stop || kind(i) == PieceKind::ellipsis)) {
        ++i;
      } else if (i + 2 < limit && word(i) == "[" && kind(i + 1) == PieceKind::number && word(i + 2) == "]") {
        i += 3;
      } else {
        break;
      }
    }
    return i;
  }

  std::size_t behind_opening(std::size_t i) const {
    while (i < pieces_.size() && kind(i) == PieceKind::opening) ++i;
    return i;
  }

  /// "end.The": a stop that the writer forgot to put a space behind.
  bool is_missing_space(std::size_t stop, std::size_t next) const {
    return stop > 0 && pieces_[stop - 1].end - pieces_[stop - 1].begin > 1 && kind(stop - 1) == PieceKind::word && is_upper_at(text_, pieces_[next].begin);
  }

  /// "1." or "b." at the sentence's beginning.
  bool is_enumerator(std::size_t stop) const {
    if (stop != first_ + 1) return false;
    const std::string_view mark = word(first_);
    return (kind(first_) == PieceKind::number && mark.size() <= 3) || (mark.size() == 1 && is_letter_ascii(mark[0]) && mark != "I");
  }

  /// True when token `i`, which is no word in lower case, can begin a sentence after a stop of that kind.
  bool can_begin(std::size_t i, PieceKind stop, bool closed) const {
    switch (kind(i)) {
      case PieceKind::word: return true;
      case PieceKind::number: return stop != PieceKind::ellipsis;
      case PieceKind::symbol: return true;
      case PieceKind::dash: return !closed;
      default: return false;
    }
  }

  /// True when a speaker and a verb of speech stand at `i`: "Smith asked", "said Mr. Lopez".
  bool speaker_follows(std::size_t i) const {
    constexpr std::size_t longest_speaker = 6;
    for (std::size_t j = i; j < pieces_.size() && j < i + longest_speaker; ++j) {
      if (kind(j) != PieceKind::word) return false;
      if (speech_verbs.contains(word(j))) return true;
    }
    return false;
  }

  std::string_view text_;
  std::span<const Piece> pieces_;
  std::size_t first_ = 0;
};

}  // namespace

void find_sentences(std::string_view text, std::span<const Piece> pieces, std::pmr::vector<std::uint32_t>& first_tokens) {
  Boundaries(text, pieces).run(first_tokens);
}

}  // namespace attache::language
