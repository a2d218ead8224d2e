#include "language/tokenizer.h"

#include "language/addresses.h"
#include "language/characters.h"
#include "language/contractions.h"
#include "language/stops.h"
#include "language/word_list.h"

#include <algorithm>
#include <array>

namespace attache::language {
namespace {

constexpr std::size_t longest_token = 1024;

/// First parts after which a hyphen does not cut: the prefixes that the treebanks keep.
constexpr auto prefixes = word_list({
    "anti", "bi", "co", "counter", "cross", "cyber", "de", "e", "ex", "extra", "hyper", "inter", "intra", "mega", "meta", "micro", "mid",
    "mini", "mis", "multi", "neo", "non", "over", "pan", "para", "post", "pre", "pro", "proto", "pseudo", "psycho", "quasi", "re", "semi",
    "sub", "super", "trans", "tri", "ultra", "un", "under", "uber", "socio", "vice",
});

/// Short forms whose slash does not cut.
constexpr auto slashed = word_list({"n/a", "w/o", "c/o", "b/c", "s/he", "a/c", "i/o", "i/c", "l/c", "o/c"});

/// What is cut off behind a figure: measures, money and the time of day.
constexpr auto units = word_list({
    "km", "m", "cm", "mm", "nm", "mi", "ft", "yd", "yds", "in", "kg", "g", "mg", "lb", "lbs", "oz", "t", "l", "ml", "cc", "ha", "sq",
    "mph", "kph", "kmh", "kmph", "knots", "mw", "gw", "kw", "kwh", "mwh", "tw", "hz", "khz", "mhz", "ghz", "kb", "mb", "gb", "tb",
    "kbps", "mbps", "gbps", "am", "pm", "a.m", "p.m", "bn", "mn", "mln", "bln", "trn", "tn", "k", "mm", "mil", "million", "billion", "trillion",
    "hrs", "hr", "min", "mins", "sec", "secs", "yrs", "yr", "x", "v", "kv", "bpd", "ppm", "psi", "euro", "euros", "usd", "eur", "gbp", "rmb",
    "pct", "pc", "c", "f", "gmt", "utc", "est", "edt", "pst", "pdt", "cet", "bst", "ist",
});

class Tokenizer {
 public:
  Tokenizer(std::string_view text, std::pmr::vector<Piece>& pieces) : text_(text), pieces_(pieces) {}

  void run() {
    while (at_ < text_.size()) {
      const Character character = character_at(text_, at_);
      switch (character.kind) {
        case CharacterClass::blank:
          space_ = true;
          at_ += character.length;
          break;
        case CharacterClass::letter: case CharacterClass::digit: take_word(); break;
        case CharacterClass::symbol: take_symbol(character.length); break;
      }
    }
  }

 private:
  bool letter_at(std::size_t i) const { return i < text_.size() && character_at(text_, i).kind == CharacterClass::letter; }
  bool digit_at(std::size_t i) const { return i < text_.size() && is_digit_ascii(text_[i]); }
  bool word_at(std::size_t i) const {
    return i < text_.size() && (character_at(text_, i).kind == CharacterClass::letter || character_at(text_, i).kind == CharacterClass::digit);
  }
  bool blank_at(std::size_t i) const { return i >= text_.size() || character_at(text_, i).kind == CharacterClass::blank; }
  char byte_at(std::size_t i) const { return i < text_.size() ? text_[i] : '\0'; }

  void add(std::size_t end, PieceKind kind, bool joined = false) {
    while (end - at_ > longest_token) {
      std::size_t cut = at_ + longest_token;
      while ((static_cast<unsigned char>(text_[cut]) & 0xC0) == 0x80) --cut;
      add_piece(cut, kind, joined);
    }
    add_piece(end, kind, joined);
  }

  void add_piece(std::size_t end, PieceKind kind, bool joined) {
    pieces_.push_back({static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end), kind, space_ && !joined, joined, false});
    at_ = end;
    space_ = false;
  }

  /// The end of the letters, digits and inner marks that make one word from `at_`.
  std::size_t end_of_word() const {
    std::size_t i = at_;
    bool after_digit = false;
    const std::size_t limit = std::min(text_.size(), at_ + longest_token);
    while (i < limit) {
      const Character character = character_at(text_, i);
      if (character.kind == CharacterClass::letter || character.kind == CharacterClass::digit) {
        after_digit = character.kind == CharacterClass::digit;
        i += character.length;
        continue;
      }
      if (character.kind == CharacterClass::blank) break;
      const std::size_t inner = inner_mark(i, after_digit);
      if (inner == 0) break;
      i += inner;
      if (text_[i - 1] == '$') break;  // "US$" before its figure
    }
    return i;
  }

  /// Length of a mark at `i` that does not end the word begun at `at_`; 0 when it does.
  std::size_t inner_mark(std::size_t i, bool after_digit) const {
    if (const std::size_t apostrophe = apostrophe_at(text_, i)) return letter_at(i + apostrophe) ? apostrophe : 0;
    switch (text_[i]) {
      case '.': return inner_stop(i, after_digit);
      case ',': return after_digit && thousands_at(i + 1) ? 1 : 0;
      case ':': return after_digit && digit_at(i + 1) ? 1 : 0;
      case '/': return (after_digit && digit_at(i + 1)) || slashed.contains(text_.substr(at_, i - at_ + 1 + letters_from(i + 1))) ? 1 : 0;
      case '-': return inner_hyphen(i, after_digit) ? 1 : 0;
      case '&': return is_upper_ascii(text_[i - 1]) && is_upper_ascii(byte_at(i + 1)) ? 1 : 0;
      case '_': return word_at(i + 1) ? 1 : 0;
      case '*': return letter_at(i + 1) && !after_digit ? 1 : 0;
      case '$': return is_upper_ascii(text_[i - 1]) && i - at_ <= 3 && digit_at(i + 1) ? 1 : 0;
      default: return 0;
    }
  }

  /// A full stop between letters or digits: "U.S", "1.5", "report.doc", but not the missing space of "end.The" or "No.5".
  std::size_t inner_stop(std::size_t i, bool after_digit) const {
    if (!word_at(i + 1)) return 0;
    const bool before_digit = digit_at(i + 1);
    if (after_digit) return before_digit || is_lower_at(text_, i + 1) ? 1 : 0;
    const std::string_view before = text_.substr(at_, i - at_);
    if (before_digit) return abbreviation_of(before) == Abbreviation::none && !is_sentence_opener(before) && before.size() < 3 ? 1 : 0;
    if (before.size() == 1 || byte_at(i - 2) == '.') return 1;
    if (!is_upper_at(text_, i + 1)) return 1;
    return abbreviation_of(text_.substr(at_, i + 2 - at_)) != Abbreviation::none || is_upper_ascii(text_[i - 1]) ? 1 : 0;
  }

  /// Three digits and no fourth.
  bool thousands_at(std::size_t i) const { return digit_at(i) && digit_at(i + 1) && digit_at(i + 2) && !digit_at(i + 3); }

  bool inner_hyphen(std::size_t i, bool after_digit) const {
    const std::string_view before = text_.substr(at_, i - at_);
    if (after_digit) return is_digit_ascii(text_[at_]) && digit_at(i + 1) && is_telephone_or_date(text_.substr(at_, i - at_ + 16));
    return word_at(i + 1) && prefixes.contains(before);
  }

  /// Letters (ASCII) from `i`, at most three.
  std::size_t letters_from(std::size_t i) const {
    std::size_t count = 0;
    while (count < 3 && is_letter_ascii(byte_at(i + count))) ++count;
    return count;
  }

  void take_word() {
    const bool begins = space_ || pieces_.empty() || pieces_.back().kind == PieceKind::opening || text_[at_ - 1] == '<';
    if (const std::size_t length = begins ? address_at(text_, at_) : 0) return add(at_ + length, PieceKind::word);
    const PieceKind kind = is_digit_ascii(text_[at_]) ? PieceKind::number : PieceKind::word;
    const std::size_t end = end_of_word();
    if (byte_at(end - 1) == '$') return add(end, PieceKind::symbol);
    if (kind == PieceKind::number) return take_number(end);
    if (byte_at(end) == '.' && byte_at(end + 1) != '.') return take_word_before_stop(end);
    take_letters(end);
  }

  /// A word of letters, cut into its clitics.
  void take_letters(std::size_t end) {
    std::array<std::size_t, most_clitics> cuts;
    const std::size_t count = contraction_cuts(text_.substr(at_, end - at_), cuts);
    const std::size_t begin = at_;
    bool joined = false;
    for (std::size_t c = 0; c < count; ++c) {
      add(begin + cuts[c], PieceKind::word, joined);
      joined = true;
    }
    add(end, PieceKind::word, joined);
    if (const std::size_t apostrophe = apostrophe_at(text_, end)) take_plural_possessive(end, apostrophe);
  }

  /// The apostrophe of "the workers' party", unless it closes a quotation.
  void take_plural_possessive(std::size_t end, std::size_t apostrophe) {
    const char last = lower_ascii(text_[end - 1]);
    if ((last != 's' && last != 'x' && last != 'z') || single_quote_open_ || !blank_at(end + apostrophe)) return;
    add(end + apostrophe, PieceKind::word, true);
  }

  /// A figure, cut from its unit: "30|km", "7:30|pm", "5|bn".
  void take_number(std::size_t end) {
    std::size_t unit = end;
    while (unit > at_ && (is_letter_ascii(text_[unit - 1]) || (text_[unit - 1] == '.' && unit < end && is_letter_ascii(text_[unit])))) --unit;
    if (unit < end && text_[unit] == '.') ++unit;
    const bool plain = unit > at_ && is_digit_ascii(text_[unit - 1]);
    if (plain && unit < end && units.contains(text_.substr(unit, end - unit))) {
      add(unit, PieceKind::number);
      if (byte_at(end) == '.' && byte_at(end + 1) != '.') return take_word_before_stop(end);
      return add(end, PieceKind::word);
    }
    // "2019's budget" has a clitic, "the 1990's" a plural.
    const std::size_t apostrophe = text_.substr(at_, end - at_).find_first_of("'\xE2");
    const bool decade = apostrophe != std::string_view::npos && apostrophe > 0 && text_[at_ + apostrophe - 1] == '0';
    if (apostrophe == std::string_view::npos || decade) return add(end, PieceKind::number);
    take_letters(end);
  }

  /// A word and the single full stop behind it, which may belong to it.
  void take_word_before_stop(std::size_t end) {
    const std::string_view word = text_.substr(at_, end - at_);
    const std::string_view previous = pieces_.empty() ? std::string_view{} : text_.substr(pieces_.back().begin, pieces_.back().end - pieces_.back().begin);
    switch (role_of_stop(word, previous, what_follows(text_, end + 1))) {
      case StopRole::sentence: take_letters(end); break;
      case StopRole::abbreviation: add(end + 1, PieceKind::word); break;
      case StopRole::both:
        add(end + 1, PieceKind::word);
        pieces_.back().stop_ends = true;
        break;
    }
    take_possessive();
  }

  /// The clitic of "the U.S.'s" or "Acme Inc.'s".
  void take_possessive() {
    const std::size_t apostrophe = apostrophe_at(text_, at_);
    if (apostrophe == 0 || lower_ascii(byte_at(at_ + apostrophe)) != 's' || word_at(at_ + apostrophe + 1)) return;
    add(at_ + apostrophe + 1, PieceKind::word, true);
  }

  void take_symbol(std::size_t length) {
    const char c = text_[at_];
    if (const std::size_t address = c == '@' || c == '#' ? handle_at(text_, at_) : 0) return add(at_ + address, PieceKind::word);
    if (c == '.' && digit_at(at_ + 1) && (space_ || at_ == 0)) return take_decimal();
    if (c == '[' && is_letter_ascii(byte_at(at_ + 1)) && byte_at(at_ + 2) == ']' && is_letter_ascii(byte_at(at_ + 3))) return take_amended_word();
    if (text_.substr(at_, 5) == "[...]") return add(at_ + 5, PieceKind::symbol);
    if (c == '+' && digit_at(at_ + 1) && space_) return take_decimal();
    if (const std::size_t emoticon = space_ ? emoticon_at(text_, at_) : 0) return add(at_ + emoticon, PieceKind::closing);
    if (c == '.' || c == '!' || c == '?') return take_stops();
    if (apostrophe_at(text_, at_) != 0 || text_.substr(at_, 3) == "\u2018" || c == '`') return take_single_quote(length);
    const std::size_t end = end_of_run(length);
    add(end, kind_of_symbol(text_.substr(at_, length)));
  }

  /// "[T]he", a quoted word whose first letter an editor changed.
  void take_amended_word() {
    std::size_t end = at_ + 3;
    while (end - at_ < longest_token && letter_at(end)) end += character_at(text_, end).length;
    add(end, PieceKind::word);
  }

  /// A figure that begins with a mark: ".5", "+1".
  void take_decimal() {
    std::size_t end = at_ + 1;
    while (digit_at(end) || (byte_at(end) == '.' && digit_at(end + 1))) ++end;
    add(end, PieceKind::number);
  }

  /// "...", "?!", "." and the like.
  void take_stops() {
    std::size_t end = at_;
    while (end < text_.size() && (text_[end] == '.' || text_[end] == '!' || text_[end] == '?')) ++end;
    const std::string_view run = text_.substr(at_, end - at_);
    const bool dots = run.find_first_not_of('.') == std::string_view::npos;
    add(end, dots && run.size() > 1 ? PieceKind::ellipsis : PieceKind::stop);
  }

  void take_single_quote(std::size_t length) {
    const std::size_t end = end_of_run(length);
    const bool opens = text_.substr(at_, length) == "\u2018" || text_[at_] == '`' || space_ || at_ == 0 ||
                       (!pieces_.empty() && pieces_.back().kind == PieceKind::opening);
    if (opens && end == at_ + length) {
      if (const std::size_t elided = elision_at(text_, end)) return add(end + elided, digit_at(end) ? PieceKind::number : PieceKind::word);
    }
    const bool opening = opens && !blank_at(end);
    if (end == at_ + length) single_quote_open_ = opening;
    add(end, opening ? PieceKind::opening : PieceKind::closing);
  }

  /// The end of a run of the same mark; brackets and currencies are not run together.
  std::size_t end_of_run(std::size_t length) const {
    const std::string_view mark = text_.substr(at_, length);
    static constexpr std::string_view single = "()[]{}\"$%,;:/#&@";
    std::size_t end = at_ + length;
    if (length == 1 && single.find(mark[0]) != std::string_view::npos) return end;
    while (text_.substr(end, length) == mark) end += length;
    return end;
  }

  PieceKind kind_of_symbol(std::string_view mark) {
    static constexpr std::string_view dashes[] = {"-", "_", "\u2013", "\u2014", "\u2012", "\u2015", "\u2212"};
    static constexpr std::string_view openings[] = {"(", "[", "{", "\u201C", "\u00AB", "\u201E"};
    static constexpr std::string_view closings[] = {")", "]", "}", "\u201D", "\u00BB"};
    if (mark == "\"") return kind_of_double_quote();
    if (std::find(std::begin(dashes), std::end(dashes), mark) != std::end(dashes)) return PieceKind::dash;
    if (std::find(std::begin(openings), std::end(openings), mark) != std::end(openings)) return PieceKind::opening;
    if (std::find(std::begin(closings), std::end(closings), mark) != std::end(closings)) return PieceKind::closing;
    if (mark == "\u2026") return PieceKind::ellipsis;
    return PieceKind::symbol;
  }

  /// A straight quotation mark opens after a space and closes before one; between, or alone, it alternates.
  PieceKind kind_of_double_quote() {
    const bool before = space_ || at_ == 0, after = blank_at(at_ + 1);
    double_quote_open_ = before == after ? !double_quote_open_ : before;
    return double_quote_open_ ? PieceKind::opening : PieceKind::closing;
  }

  std::string_view text_;
  std::pmr::vector<Piece>& pieces_;
  std::size_t at_ = 0;
  bool space_ = true;
  bool single_quote_open_ = false;
  bool double_quote_open_ = false;
};

}  // namespace

void tokenize(std::string_view text, std::pmr::vector<Piece>& pieces) { Tokenizer(text, pieces).run(); }

}  // namespace attache::language
