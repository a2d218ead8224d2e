#include "knowledge/calendar/words.h"

#include "knowledge/calendar/word_shapes.h"
#include "knowledge/quantities/numerals.h"

#include <algorithm>
#include <array>

namespace attache::knowledge {
namespace {

struct Entry {
  std::string_view word;
  WordKind kind;
  std::int16_t value = 0;
  bool plural = false;
  bool capital_only = false;  ///< Another word when written small: may, march, sun.
};

constexpr std::int16_t code(Unit of_time) { return static_cast<std::int16_t>(of_time); }

constexpr std::size_t longest_word = 13;

using enum WordKind;

/// Every word, sorted for binary search.
constexpr auto table = [] {
  // Not deduced by std::array: Clang gives up where there are more than 256.
  auto entries = std::to_array<Entry>({
      Entry{"january", month, 1}, Entry{"february", month, 2}, Entry{"march", month, 3, false, true}, Entry{"april", month, 4},
      Entry{"may", month, 5, false, true}, Entry{"june", month, 6}, Entry{"july", month, 7}, Entry{"august", month, 8, false, true},
      Entry{"september", month, 9}, Entry{"october", month, 10}, Entry{"november", month, 11}, Entry{"december", month, 12},
      Entry{"jan", month, 1, false, true}, Entry{"feb", month, 2, false, true}, Entry{"mar", month, 3, false, true},
      Entry{"apr", month, 4, false, true}, Entry{"jun", month, 6, false, true}, Entry{"jul", month, 7, false, true},
      Entry{"aug", month, 8, false, true}, Entry{"sep", month, 9, false, true}, Entry{"sept", month, 9, false, true},
      Entry{"oct", month, 10, false, true}, Entry{"nov", month, 11, false, true}, Entry{"dec", month, 12, false, true},

      Entry{"monday", weekday, 0}, Entry{"tuesday", weekday, 1}, Entry{"wednesday", weekday, 2}, Entry{"thursday", weekday, 3},
      Entry{"friday", weekday, 4}, Entry{"saturday", weekday, 5}, Entry{"sunday", weekday, 6},
      Entry{"mon", weekday, 0, false, true}, Entry{"tue", weekday, 1, false, true}, Entry{"tues", weekday, 1, false, true},
      Entry{"wed", weekday, 2, false, true}, Entry{"weds", weekday, 2, false, true}, Entry{"thu", weekday, 3, false, true},
      Entry{"thur", weekday, 3, false, true}, Entry{"thurs", weekday, 3, false, true}, Entry{"fri", weekday, 4, false, true},
      Entry{"sat", weekday, 5, false, true}, Entry{"sun", weekday, 6, false, true},
      Entry{"mondays", weekdays, 0}, Entry{"tuesdays", weekdays, 1}, Entry{"wednesdays", weekdays, 2}, Entry{"thursdays", weekdays, 3},
      Entry{"fridays", weekdays, 4}, Entry{"saturdays", weekdays, 5}, Entry{"sundays", weekdays, 6},

      Entry{"hour", unit, code(Unit::hour)}, Entry{"hours", unit, code(Unit::hour), true}, Entry{"minute", unit, code(Unit::hour)},
      Entry{"minutes", unit, code(Unit::hour), true}, Entry{"day", unit, code(Unit::day)}, Entry{"days", unit, code(Unit::day), true},
      Entry{"nights", unit, code(Unit::night), true}, Entry{"week", unit, code(Unit::week)}, Entry{"weeks", unit, code(Unit::week), true},
      Entry{"fortnight", unit, code(Unit::fortnight)}, Entry{"weekend", unit, code(Unit::weekend)}, Entry{"weekends", unit, code(Unit::weekend), true},
      Entry{"month", unit, code(Unit::month)}, Entry{"months", unit, code(Unit::month), true}, Entry{"quarter", unit, code(Unit::quarter)},
      Entry{"quarters", unit, code(Unit::quarter), true}, Entry{"year", unit, code(Unit::year)}, Entry{"years", unit, code(Unit::year), true},
      Entry{"decade", unit, code(Unit::decade)}, Entry{"decades", unit, code(Unit::decade), true}, Entry{"century", unit, code(Unit::century)},
      Entry{"centuries", unit, code(Unit::century), true},

      Entry{"morning", daypart}, Entry{"afternoon", daypart}, Entry{"evening", daypart}, Entry{"night", daypart}, Entry{"noon", daypart},
      Entry{"midnight", daypart}, Entry{"dawn", daypart}, Entry{"dusk", daypart}, Entry{"lunchtime", daypart},
      Entry{"spring", season, 0}, Entry{"summer", season, 1}, Entry{"autumn", season, 2}, Entry{"fall", season, 2}, Entry{"winter", season, 3},
      Entry{"today", deictic, 0}, Entry{"tonight", deictic, 0}, Entry{"yesterday", deictic, -1}, Entry{"tomorrow", deictic, 1},
      Entry{"q1", quarter, 1, false, true}, Entry{"q2", quarter, 2, false, true}, Entry{"q3", quarter, 3, false, true},
      Entry{"q4", quarter, 4, false, true}, Entry{"h1", half_year, 1, false, true}, Entry{"h2", half_year, 2, false, true},
      Entry{"twenties", decade, 20}, Entry{"thirties", decade, 30}, Entry{"forties", decade, 40}, Entry{"fifties", decade, 50},
      Entry{"sixties", decade, 60}, Entry{"seventies", decade, 70}, Entry{"eighties", decade, 80}, Entry{"nineties", decade, 90}, Entry{"noughties", decade, 2000},
      Entry{"hourly", adverb, code(Unit::hour)}, Entry{"daily", adverb, code(Unit::day)}, Entry{"nightly", adverb, code(Unit::night)},
      Entry{"weekly", adverb, code(Unit::week)}, Entry{"fortnightly", adverb, code(Unit::fortnight)}, Entry{"monthly", adverb, code(Unit::month)},
      Entry{"quarterly", adverb, code(Unit::quarter)}, Entry{"yearly", adverb, code(Unit::year)}, Entry{"annually", adverb, code(Unit::year)},
      Entry{"annual", adverb, code(Unit::year)},

      Entry{"a", article}, Entry{"an", article}, Entry{"the", the}, Entry{"this", this_}, Entry{"current", this_}, Entry{"that", that},
      Entry{"last", last}, Entry{"past", past}, Entry{"previous", previous, -1}, Entry{"preceding", previous, -1}, Entry{"prior", previous, -1},
      Entry{"next", next}, Entry{"coming", coming}, Entry{"upcoming", coming}, Entry{"following", following, 1}, Entry{"ensuing", following, 1},
      Entry{"subsequent", following, 1}, Entry{"same", same}, Entry{"recent", recent}, Entry{"each", each}, Entry{"every", each},
      Entry{"ago", ago}, Entry{"earlier", earlier}, Entry{"later", later}, Entry{"before", before}, Entry{"after", after},
      Entry{"early", early}, Entry{"late", late}, Entry{"mid", mid}, Entry{"beginning", beginning}, Entry{"start", beginning},
      Entry{"rest", rest}, Entry{"remainder", rest}, Entry{"end", end}, Entry{"close", end}, Entry{"middle", middle}, Entry{"of", WordKind::of}, Entry{"in", in}, Entry{"during", in},
      Entry{"within", in, 1}, Entry{"throughout", in}, Entry{"over", in}, Entry{"on", on}, Entry{"at", at}, Entry{"since", since},
      Entry{"until", until}, Entry{"till", until}, Entry{"by", until, 1}, Entry{"from", from}, Entry{"to", to}, Entry{"through", to},
      Entry{"between", between}, Entry{"and", and_}, Entry{"&", and_}, Entry{",", comma}, Entry{"-", dash}, Entry{"–", dash}, Entry{"—", dash},
      Entry{"--", dash}, Entry{"/", slash}, Entry{"'", apostrophe}, Entry{"’", apostrophe}, Entry{"‘", apostrophe}, Entry{"'s", apostrophe},
      Entry{"’s", apostrophe}, Entry{"few", few}, Entry{"several", few}, Entry{"many", few}, Entry{"couple", few, 2}, Entry{"dozens", few},
      Entry{"half", half}, Entry{"ad", year_word, 1, false, true}, Entry{"ce", year_word, 1, false, true},
      Entry{"bc", year_word, -1, false, true}, Entry{"bce", year_word, -1, false, true}, Entry{"eve", day_word}, Entry{"old", old},
      Entry{"about", approximately}, Entry{"around", approximately}, Entry{"some", approximately}, Entry{"nearly", approximately},
      Entry{"almost", approximately}, Entry{"roughly", approximately}, Entry{"exactly", approximately}, Entry{"more", approximately},
      Entry{"less", approximately}, Entry{"than", approximately}, Entry{"least", approximately}, Entry{"just", approximately},

      // First words of observances; the whole name is looked up when one is met.
      Entry{"christmas", observance}, Entry{"ramadan", observance}, Entry{"ramadhan", observance}, Entry{"eid", observance, 0, false, true}, Entry{"eidul", observance, 0, false, true},
      Entry{"easter", observance}, Entry{"good", observance, 0, false, true}, Entry{"palm", observance, 0, false, true},
      Entry{"ash", observance, 0, false, true}, Entry{"maundy", observance}, Entry{"pentecost", observance}, Entry{"orthodox", observance, 0, false, true},
      Entry{"thanksgiving", observance}, Entry{"halloween", observance}, Entry{"new", observance, 0, false, true},
      Entry{"chinese", observance, 0, false, true}, Entry{"lunar", observance, 0, false, true}, Entry{"tet", observance, 0, false, true},
      Entry{"nowruz", observance}, Entry{"norouz", observance}, Entry{"newroz", observance}, Entry{"passover", observance},
      Entry{"yom", observance, 0, false, true}, Entry{"rosh", observance, 0, false, true}, Entry{"hanukkah", observance},
      Entry{"purim", observance}, Entry{"sukkot", observance}, Entry{"shavuot", observance}, Entry{"ashura", observance},
      Entry{"mawlid", observance}, Entry{"boxing", observance, 0, false, true}, Entry{"labor", observance, 0, false, true},
      Entry{"labour", observance, 0, false, true}, Entry{"memorial", observance, 0, false, true}, Entry{"veterans", observance, 0, false, true},
      Entry{"armistice", observance, 0, false, true}, Entry{"remembrance", observance, 0, false, true}, Entry{"valentine", observance, 0, false, true},
      Entry{"bastille", observance, 0, false, true}, Entry{"independence", observance, 0, false, true}, Entry{"all", observance, 0, false, true},
      Entry{"epiphany", observance, 0, false, true}, Entry{"anzac", observance, 0, false, true}, Entry{"columbus", observance, 0, false, true},
      Entry{"martin", observance, 0, false, true}, Entry{"presidents", observance, 0, false, true}, Entry{"international", observance, 0, false, true},
      Entry{"saint", observance, 0, false, true}, Entry{"st", observance, 0, false, true}, Entry{"st.", observance, 0, false, true}, Entry{"ascension", observance, 0, false, true},
      Entry{"whit", observance, 0, false, true}, Entry{"black", observance, 0, false, true}, Entry{"juneteenth", observance},
      Entry{"arbaeen", observance}, Entry{"muharram", observance, 0, false, true}, Entry{"hogmanay", observance},
      Entry{"victory", observance, 0, false, true}, Entry{"world", observance, 0, false, true}, Entry{"earth", observance, 0, false, true},
      Entry{"9/11", observance}, Entry{"mother", observance, 0, false, true}, Entry{"mothers", observance, 0, false, true}, Entry{"father", observance, 0, false, true},
      Entry{"fathers", observance, 0, false, true}, Entry{"mlk", observance, 0, false, true}, Entry{"australia", observance, 0, false, true}, Entry{"canada", observance, 0, false, true},
      Entry{"guy", observance, 0, false, true}, Entry{"europe", observance, 0, false, true}, Entry{"human", observance, 0, false, true},
      Entry{"nakba", observance, 0, false, true},
  });
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.word < b.word; });
  return entries;
}();

/// Where the words with a given first byte begin in the table, so that a lookup compares a handful.
constexpr auto first_byte = [] {
  std::array<std::uint16_t, 257> begin{};
  std::size_t at = 0;
  for (std::size_t byte = 0; byte <= 256; ++byte) {
    while (at < table.size() && static_cast<unsigned char>(table[at].word.front()) < byte) ++at;
    begin[byte] = static_cast<std::uint16_t>(at);
  }
  return begin;
}();

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

const Entry* find(std::string_view word) {
  const auto byte = static_cast<unsigned char>(word.front());
  for (std::size_t i = first_byte[byte]; i < first_byte[byte + 1]; ++i) {
    if (table[i].word == word) return &table[i];
  }
  return nullptr;
}

/// "1970s", "70s", "1970's" and, behind an apostrophe, "'70s".
std::optional<Word> read_decade(std::string_view text) {
  for (const std::string_view mark : {"'", "’", "‘"}) {
    if (text.starts_with(mark)) text.remove_prefix(mark.size());
  }
  std::size_t digits = 0;
  int value = 0;
  while (digits < text.size() && digits < 5 && is_digit(text[digits])) value = value * 10 + (text[digits++] - '0');
  const std::string_view ending = text.substr(digits);
  if (ending != "s" && ending != "'s" && ending != "’s") return std::nullopt;
  if (value % 10 != 0 || (digits != 4 && digits != 2)) return std::nullopt;
  if (digits == 4 && (value < 1000 || value > 2100)) return std::nullopt;
  return Word{WordKind::decade, false, true, static_cast<std::int16_t>(value), 0};
}

/// Digits with two or three parts between hyphens, slashes or stops.
bool is_composite(std::string_view text) {
  if (text.size() > 20) return false;
  std::size_t parts = 1, digits = 0;
  char mark = 0;
  for (const char c : text) {
    if (is_digit(c)) {
      if (++digits > 4) return false;
    } else if (digits > 0 && (c == '-' || c == '/' || c == '.') && (mark == 0 || mark == c)) {
      mark = c;
      digits = 0;
      ++parts;
    } else {
      return false;
    }
  }
  return digits > 0 && parts <= 3 && (parts == 3 || (parts == 2 && mark != '.'));
}

/// "22-Jan-2019", "22/Jan/2019": a month's name between the marks.
bool is_named_composite(std::string_view text) {
  const std::size_t first = text.find_first_of("-/");
  if (first == 0 || first == std::string_view::npos || first > 2) return false;
  const std::size_t second = text.find(text[first], first + 1);
  if (second == std::string_view::npos || text.size() - second != 5) return false;
  const auto digits = [](std::string_view part) { return std::all_of(part.begin(), part.end(), is_digit); };
  return digits(text.substr(0, first)) && digits(text.substr(second + 1)) && classify(Token{.text = text.substr(first + 1, second - first - 1)}).kind == WordKind::month;
}

/// "three-day", "10-year" in one token.
std::optional<Word> read_unit_length(std::string_view text) {
  const std::size_t hyphen = text.rfind('-');
  if (hyphen == std::string_view::npos || hyphen == 0 || hyphen + 4 > text.size()) return std::nullopt;
  const Token unit_token{.text = text.substr(hyphen + 1)};
  const Token number_token{.text = text.substr(0, hyphen)};
  const Word unit_word = classify(unit_token);
  if (unit_word.kind != WordKind::unit) return std::nullopt;
  const auto numeral = read_numeral({&number_token, 1}, 0);
  if (!numeral || numeral->ordinal || numeral->value > 1000) return std::nullopt;
  return Word{WordKind::unit_length, false, false, unit_word.value, static_cast<std::int16_t>(numeral->value)};
}

/// "mid-2011", "mid-May", "early-1990s" in one token.
std::optional<Word> read_joined_part(std::string_view text) {
  const std::size_t hyphen = text.find('-');
  if (hyphen == std::string_view::npos || hyphen + 4 > text.size()) return std::nullopt;
  const Word part = classify(Token{.text = text.substr(0, hyphen)});
  const Word inner = classify(Token{.text = text.substr(hyphen + 1)});
  const bool carries = inner.kind == WordKind::month || inner.kind == WordKind::decade || inner.kind == WordKind::season || inner.kind == WordKind::number;
  if (!carries) return std::nullopt;
  const auto joined = [&](Part value) { return Word{WordKind::joined_part, part.capital, false, static_cast<std::int16_t>(value), 0}; };
  switch (part.kind) {
    case WordKind::mid: return joined(Part::middle);
    case WordKind::early: return joined(Part::early);
    case WordKind::late: return joined(Part::late);
    default: return std::nullopt;
  }
}

/// "May-June", "Nov–Feb" in one token.
std::optional<Word> read_month_pair(std::string_view text) {
  constexpr std::string_view en_dash = "–";
  const std::size_t dash = text.find(en_dash), hyphen = text.find('-');
  const std::size_t at = std::min(dash, hyphen), width = dash < hyphen ? en_dash.size() : 1;
  if (at == std::string_view::npos || at + width + 3 > text.size()) return std::nullopt;
  const Word left = classify(Token{.text = text.substr(0, at)}), right = classify(Token{.text = text.substr(at + width)});
  if (left.kind != WordKind::month || right.kind != WordKind::month || !left.capital || !right.capital) return std::nullopt;
  return Word{WordKind::month_pair, true, false, left.value, right.value};
}

/// "nineteen seventy-two", "two thousand and fifteen" begin or go on with one of these.
bool begins_worded_year(std::string_view text) {
  return text.size() > 5 && (text == "nineteen" || text == "eighteen" || text == "twenty" || text == "thousand" || text == "Nineteen" || text == "Eighteen");
}

/// A word of several parts with hyphens between.
std::optional<Word> read_hyphenated(std::string_view text) {
  if (const auto pair = read_month_pair(text)) return pair;
  if (const auto length = read_unit_length(text)) return length;
  return read_joined_part(text);
}

}  // namespace

Word classify(const Token& token) {
  const std::string_view text = token.text;
  if (text.empty()) return {};
  const char initial = text.front();
  if (is_digit(initial) || ((initial == '\'' || initial == '\xE2') && text.size() > 1)) {
    if (text == "9/11") return {WordKind::observance};
    if (const auto decade = read_decade(text)) return *decade;
    if (!is_digit(initial)) {
      const std::string_view digits = text.substr(initial == '\'' ? 1 : std::min<std::size_t>(3, text.size()));
      if (digits.size() == 2 && is_digit(digits[0]) && is_digit(digits[1])) return {WordKind::short_year, false, false, static_cast<std::int16_t>((digits[0] - '0') * 10 + digits[1] - '0')};
    }
    if (is_digit(initial)) {
      if (text.find_first_of("-/.") != std::string_view::npos) {
        if (is_composite(without_time(text)) || is_named_composite(text)) return {WordKind::composite};
        if (const auto length = read_unit_length(text)) return *length;
      }
      return {WordKind::number};
    }
  }
  const bool capital = initial >= 'A' && initial <= 'Z';
  std::string_view stem = text;
  if (stem.size() > 2 && stem.back() == '.') stem.remove_suffix(1);
  if (stem.size() > longest_word) {
    if (stem.size() < 24 && stem.find('-') != std::string_view::npos) {
      if (const auto joined = read_hyphenated(stem)) return *joined;
    }
    return {};
  }
  std::array<char, longest_word> buffer;
  for (std::size_t i = 0; i < stem.size(); ++i) buffer[i] = lower(stem[i]);
  const std::string_view key(buffer.data(), stem.size());
  if (const Entry* entry = find(key)) {
    if (entry->capital_only && !capital) return {};
    return {entry->kind, capital, entry->plural, entry->value, 0};
  }
  if (key.find('-') != std::string_view::npos) {
    if (const auto joined = read_hyphenated(stem)) return *joined;
  }
  if (number_word(key) || (key.size() > 8 && key.find('-') != std::string_view::npos && read_numeral({&token, 1}, 0))) {
    return {WordKind::number, capital};
  }
  return {};
}

void classify(const Sentence& sentence, std::vector<Word>& words) {
  words.clear();
  words.reserve(sentence.tokens.size());
  bool carries = false;
  for (const Token& token : sentence.tokens) {
    words.push_back(classify(token));
    const WordKind kind = words.back().kind;
    carries = carries || (kind >= WordKind::month && kind <= WordKind::observance) || (kind == WordKind::number && (token.text.size() == 4 || begins_worded_year(token.text)));
  }
  if (!carries) words.clear();
}

}  // namespace attache::knowledge
