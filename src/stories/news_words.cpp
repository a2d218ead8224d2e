#include "stories/news_words.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "language/characters.h"
#include "stories/measures.h"
#include "stories/word_table.h"

#include <array>
#include <charconv>
#include <optional>
#include <string>

namespace attache::stories {
namespace {

/// A dateline ends within so many bytes.
constexpr std::size_t longest_dateline = 90;

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_foreign(char c) { return static_cast<unsigned char>(c) >= 0x80; }
constexpr bool is_word_byte(char c) { return is_digit(c) || is_upper(c) || (c >= 'a' && c <= 'z') || is_foreign(c); }

/// Words that say nothing of what a report is about. Verbs of saying are among them: every report has them.
constexpr auto common_words = listed_words({
    "a",        "about",   "above",  "according", "added",   "after",     "again",   "against",  "ago",     "all",   "along", "also",
    "although", "among",   "an",     "and",       "another", "any",       "are",     "around",   "as",      "at",    "away",  "back",
    "be",       "because", "been",   "before",    "being",   "below",     "between", "both",     "but",     "by",    "came",  "can",
    "come",     "could",   "day",    "days",      "did",     "do",        "does",    "down",     "during",  "each",  "early", "either",
    "even",     "ever",    "every",  "few",       "for",     "from",      "further", "get",      "go",      "got",   "had",   "has",
    "have",     "he",      "her",    "here",      "him",     "his",       "how",     "however",  "i",       "if",    "in",    "into",
    "is",       "it",      "its",    "just",      "last",    "late",      "later",   "least",    "less",    "made",  "make",  "many",
    "may",      "me",      "might",  "more",      "most",    "much",      "must",    "my",       "near",    "new",   "next",  "no",
    "nor",      "not",     "now",    "of",        "off",     "on",        "once",    "one",      "only",    "or",    "other", "our",
    "out",      "over",    "own",    "part",      "per",     "put",       "quite",   "reported", "reports", "s",     "said",  "same",
    "say",      "saying",  "says",   "set",       "several", "she",       "should",  "since",    "so",      "some",  "still", "such",
    "t",        "take",    "taken",  "than",      "that",    "the",       "their",   "them",     "then",    "there", "these", "they",
    "this",     "those",   "though", "through",   "time",    "to",        "today",   "told",     "too",     "took",  "two",   "under",
    "until",    "up",      "upon",   "us",        "used",    "very",      "was",     "way",      "we",      "week",  "well",  "went",
    "were",     "what",    "when",   "where",     "which",   "while",     "who",     "whom",     "whose",   "why",   "will",  "with",
    "within",   "without", "would",  "year",      "years",   "yesterday", "yet",     "you",      "your",    "mr",    "mrs",   "ms",
    "dr",       "percent",
});

constexpr auto weekday_words = listed_words({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue",
                                                "tues", "wed", "thu", "thurs", "fri", "gmt", "am", "pm"});

constexpr auto month_words = listed_words({"january",   "february", "march",    "april",    "may",  "june", "july", "august",
                                              "september", "october",  "november", "december", "jan",  "feb",  "mar",  "apr",
                                              "jun",       "jul",      "aug",      "sep",      "sept", "oct",  "nov",  "dec"});

struct NumberWord {
  std::string_view word;
  int value;
};
constexpr WordTable number_words(std::array<NumberWord, 29>{
    {{"two", 2},       {"three", 3},    {"four", 4},     {"five", 5},       {"six", 6},       {"seven", 7},
     {"eight", 8},     {"nine", 9},     {"ten", 10},     {"eleven", 11},    {"twelve", 12},   {"thirteen", 13},
     {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19},
     {"twenty", 20},   {"thirty", 30},  {"forty", 40},   {"fifty", 50},     {"sixty", 60},    {"seventy", 70},
     {"eighty", 80},   {"ninety", 90},  {"dozen", 12},   {"dozens", 24},    {"hundreds", 100}}});

/// Forms that no ending gives away, of verbs that tell what happened. In the spelling of `one_spelling`.
struct IrregularForm {
  std::string_view word;
  std::string_view verb;
};
constexpr WordTable irregular_forms(std::array<IrregularForm, 61>{{
    {"shot", "shoot"},
    {"met", "meet"},
    {"fought", "fight"},
    {"struck", "strike"},
    {"stricken", "strike"},
    {"slain", "slay"},
    {"held", "hold"},
    {"broke", "break"},
    {"broken", "break"},
    {"fled", "flee"},
    {"sent", "send"},
    {"led", "lead"},
    {"won", "win"},
    {"began", "begin"},
    {"begun", "begin"},
    {"found", "find"},
    {"gave", "give"},
    {"given", "give"},
    {"left", "leave"},
    {"spoke", "speak"},
    {"spoken", "speak"},
    {"stole", "steal"},
    {"stolen", "steal"},
    {"drove", "drive"},
    {"driven", "drive"},
    {"sank", "sink"},
    {"sunk", "sink"},
    {"tore", "tear"},
    {"torn", "tear"},
    {"blew", "blow"},
    {"blown", "blow"},
    {"fell", "fall"},
    {"fallen", "fall"},
    {"rose", "rise"},
    {"risen", "rise"},
    {"swore", "swear"},
    {"sworn", "swear"},
    {"threw", "throw"},
    {"thrown", "throw"},
    {"withdrew", "withdraw"},
    {"withdrawn", "withdraw"},
    {"overthrew", "overthrow"},
    {"overthrown", "overthrow"},
    {"sought", "seek"},
    {"bought", "buy"},
    {"caught", "catch"},
    {"brought", "bring"},
    {"built", "build"},
    {"lost", "lose"},
    {"paid", "pay"},
    {"kept", "keep"},
    {"stood", "stand"},
    {"died", "die"},
    {"dying", "die"},
    {"dealt", "deal"},
    {"forbade", "forbid"},
    {"forbidden", "forbid"},
    {"frose", "freese"},
    {"frosen", "freese"},
    {"rode", "ride"},
    {"fed", "feed"},
}});

/// Without the endings of plurals, pasts and participles. Coarse on purpose: it is applied to both texts.
std::string stem_of(std::string_view word, std::uint64_t hash) {
  if (const IrregularForm* irregular = irregular_forms.find(word, hash)) word = irregular->verb;
  const auto drop = [&](std::string_view ending, std::size_t least) {
    if (word.size() < least + ending.size() || !word.ends_with(ending)) return false;
    word.remove_suffix(ending.size());
    return true;
  };
  if (!word.ends_with("ss") && !word.ends_with("us")) drop("s", 3);
  const bool cut = drop("ing", 3) || drop("ed", 3);
  std::string stem(word);
  // "stabbed", "stab"; "carried", "carry"; "forces", "force".
  const std::size_t size = stem.size();
  if (cut && size > 3 && stem[size - 1] == stem[size - 2] && stem[size - 1] != 's') stem.pop_back();
  if (stem.size() > 3 && stem.back() == 'e') stem.pop_back();
  if (stem.size() > 2 && stem.back() == 'y') stem.back() = 'i';
  return stem;
}

/// British and American spellings made one, in a spelling that is neither: "defence" and "defense", "organise" and "organize", "labour" and
/// "labor", "centre" and "center".
std::string one_spelling(std::string_view word) {
  std::string spelled;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char next = i + 1 < word.size() ? word[i + 1] : ' ';
    if (word[i] == 'z' || (word[i] == 'c' && i > 2 && next == 'e')) {
      spelled += 's';
    } else if (word[i] == 'u' && next == 'r' && i > 2 && word[i - 1] == 'o') {
      continue;
    } else if (word[i] == 'l' && next == 'l') {
      continue;
    } else {
      spelled += word[i];
    }
  }
  if (spelled.size() > 4 && spelled.ends_with("tre")) spelled.replace(spelled.size() - 2, 2, "er");
  return spelled;
}

/// A character of several bytes that is no letter: typographic quotes, dashes, blanks, signs of currency and the like. Its length, or 0.
std::size_t foreign_mark_at(std::string_view text, std::size_t byte) {
  const auto at = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  if (at(byte) == 0xE2) return 3;                          // General punctuation, arrows, symbols.
  if (at(byte) == 0xC2) return 2;                          // Latin-1 signs and the no-break space.
  if (at(byte) == 0xE3 && at(byte + 1) == 0x80) return 3;  // CJK punctuation.
  return 0;
}

bool ends_a_sentence(std::string_view text, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to; ++i) {
    if (text[i] == '.' || text[i] == '!' || text[i] == '?' || text[i] == ':' || text[i] == '"' || text[i] == '(') return true;
    if (text.substr(i, 3) == "\xE2\x80\x9C" || text.substr(i, 3) == "\xE2\x80\x98") return true;
  }
  return false;
}

/// Cuts one text into words.
class Cutter {
 public:
  Cutter(std::string_view text, bool headline, std::vector<NewsWord>& words) : text_(text), headline_(headline), words_(words) {}

  void run() {
    std::size_t byte = 0;
    std::size_t behind_last = 0;
    bool first = true;
    while (byte < text_.size()) {
      if (const std::size_t mark = foreign_mark_at(text_, byte)) {
        byte += mark;
      } else if (!is_word_byte(text_[byte])) {
        ++byte;
      } else {
        starts_sentence_ = first || ends_a_sentence(text_, behind_last, byte);
        first = false;
        byte = is_digit(text_[byte]) ? take_figure(byte) : take_word(byte);
        behind_last = byte;
      }
    }
  }

 private:
  std::size_t take_figure(std::size_t begin) {
    std::string figure;
    std::size_t end = begin;
    bool time = false;
    for (; end < text_.size(); ++end) {
      const char c = text_[end];
      const bool digit_follows = end + 1 < text_.size() && is_digit(text_[end + 1]);
      if (is_digit(c) || (c == '.' && digit_follows)) {
        figure += c;
      } else if (c == ':' && digit_follows) {
        time = true;
        figure += c;
      } else if (c != ',' || !digit_follows) {
        break;
      }
    }
    const bool year = end - begin == 4 && (figure.starts_with("19") || figure.starts_with("20"));
    const bool of_month = after_month_;
    const bool before_month = is_month_at(end);
    // "1st", "2nd" and the like are ranks and days.
    const std::size_t behind = end;
    while (end < text_.size() && is_word_byte(text_[end]) && !foreign_mark_at(text_, end)) ++end;
    figure += text_.substr(behind, end - behind);
    add_number(figure, !time && !year && !of_month && !before_month && behind == end);
    return end;
  }

  std::size_t take_word(std::size_t begin) {
    std::size_t end = begin;
    bool foreign = false;
    std::size_t capitals = 0;
    while (end < text_.size() && is_word_byte(text_[end]) && !foreign_mark_at(text_, end)) {
      foreign = foreign || is_foreign(text_[end]);
      capitals += is_upper(text_[end]);
      ++end;
    }
    const std::string_view word = text_.substr(begin, end - begin);
    const std::string lower = foreign ? fold(word) : ascii_lower(word);
    // "U.S." and other initials are cut at their stops; single letters say nothing but to the runs of words.
    const std::uint64_t hash = stable_hash(lower);
    if (const NumberWord* number = number_words.find(lower, hash)) {
      add_count(number->value, begin);
      return end;
    }
    pending_tens_ = 0;
    if (!words_.empty() && words_.back().number) words_.back().measure = measure_of(last_figure_, lower);
    NewsWord entry;
    const std::string spelled = one_spelling(lower);
    entry.form = spelled == lower ? hash : stable_hash(spelled);
    const std::string stem = stem_of(spelled, entry.form);
    entry.stem = stem == spelled ? entry.form : stable_hash(stem);
    const bool day = weekday_words.contains(lower, hash);
    const bool month = capitals > 0 && month_words.contains(lower, hash);
    const bool common = common_words.contains(lower, hash);
    after_month_ = month;
    entry.content = lower.size() > 2 && !day && !month && !common;
    const bool capital = capitals > 0 || (foreign && lower != word && is_foreign(word.front()));
    if (capital && !day && !month && lower.size() > 1 && !common) {
      entry.maybe_name = true;
      entry.name = !headline_ && !starts_sentence_;
    }
    words_.push_back(entry);
    return end;
  }

  /// A number in words: "twenty" and "three" are 23 together when nothing but a hyphen or blank stands between.
  void add_count(int value, std::size_t begin) {
    if (pending_tens_ >= 20 && value < 10 && begin > 0 && text_[begin - 1] == '-' && !words_.empty()) {
      words_.pop_back();
      value += pending_tens_;
    }
    add_number(std::to_string(value), true);
    pending_tens_ = value >= 20 && value % 10 == 0 ? value : 0;
  }

  void add_number(std::string_view figure, bool counts) {
    pending_tens_ = 0;
    after_month_ = false;
    NewsWord entry;
    entry.form = entry.stem = stable_hash(figure);
    entry.number = counts;
    last_figure_ = 0;
    std::from_chars(figure.data(), figure.data() + figure.size(), last_figure_);
    words_.push_back(entry);
  }

  bool is_month_at(std::size_t byte) const {
    while (byte < text_.size() && text_[byte] == ' ') ++byte;
    std::size_t end = byte;
    while (end < text_.size() && is_word_byte(text_[end])) ++end;
    if (end == byte || !is_upper(text_[byte])) return false;
    const std::string lower = ascii_lower(text_.substr(byte, end - byte));
    return month_words.contains(lower, stable_hash(lower));
  }

  static std::string ascii_lower(std::string_view word) {
    std::string lower(word);
    for (char& c : lower) c = language::lower_ascii(c);
    return lower;
  }

  std::string_view text_;
  bool headline_;
  std::vector<NewsWord>& words_;
  bool starts_sentence_ = true;
  bool after_month_ = false;
  int pending_tens_ = 0;
  double last_figure_ = 0;
};

}  // namespace

void append_news_words(std::string_view text, bool headline, std::vector<NewsWord>& words) { Cutter(text, headline, words).run(); }

std::string_view without_dateline(std::string_view text) {
  const std::string_view beginning = text.substr(0, longest_dateline);
  // The place is in capitals, or an agency stands in brackets before the dash.
  std::size_t capitals = 0;
  while (capitals < beginning.size() && (is_upper(beginning[capitals]) || beginning[capitals] == ' ' || is_foreign(beginning[capitals])))
    ++capitals;
  for (const std::string_view dash : {" - ", " -- ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", "\xE2\x80\x94", ") "}) {
    const std::size_t at = beginning.find(dash);
    if (at == std::string_view::npos || beginning.substr(0, at).find(". ") != std::string_view::npos) continue;
    const bool agency = beginning.substr(0, at + 1).find('(') != std::string_view::npos;
    const bool closes = dash == ") " && !agency;
    if ((capitals >= 3 || agency) && !closes) return text.substr(at + dash.size());
  }
  return text;
}

}  // namespace attache::stories
