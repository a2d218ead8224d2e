#include "knowledge/scores/gold_dates.h"

#include "base/utf8.h"
#include "knowledge/calendar/word_shapes.h"

#include <simdjson.h>

#include <algorithm>
#include <array>

namespace attache::knowledge {
namespace {

namespace dom = simdjson::dom;

std::string_view string_at(const dom::element& object, std::string_view key) {
  std::string_view text;
  if (object[key].get(text) != simdjson::SUCCESS) return {};
  return text;
}

std::optional<std::uint32_t> number_at(const dom::element& object, std::string_view key) {
  std::uint64_t value = 0;
  if (object[key].get(value) != simdjson::SUCCESS) return std::nullopt;
  return static_cast<std::uint32_t>(value);
}

/// The shape of a value with a digit for every digit: "9999-99-99".
std::string shape_of(std::string_view value) {
  std::string shape(value);
  for (char& c : shape) c = c >= '0' && c <= '9' ? '9' : c;
  return shape;
}

/// `day`, `month` or `year` for a plain value; empty for all others.
std::string form_of(std::string_view value) {
  const std::string shape = shape_of(value);
  if (shape == "9999-99-99") return "day";
  if (shape == "9999-99") return "month";
  if (shape == "9999") return "year";
  return {};
}

// --- GUM: sentences of words ---

/// Words that are written together with the word before or behind them.
bool joins_left(std::string_view word) {
  constexpr std::array<std::string_view, 16> list = {",", ".", ";", ":", "?", "!", ")", "]", "%", "'s", "’s", "n't", "n’t", "'", "’", "”"};
  return std::find(list.begin(), list.end(), word) != list.end();
}
bool joins_right(std::string_view word) { return word == "(" || word == "[" || word == "$" || word == "“" || word == "#"; }
bool joins_both(std::string_view word) { return word == "-" || word == "/"; }

std::optional<DatedText> read_gum(const dom::element& line) {
  dom::array sentences;
  if (line["sents"].get(sentences) != simdjson::SUCCESS) return std::nullopt;
  std::string text;
  std::uint32_t length = 0;
  std::vector<std::vector<GoldSpan>> words;
  bool close = true;  // begin a new line: the sentence before was a heading or the like
  for (const dom::element sentence : sentences) {
    dom::array tokens;
    if (sentence.get(tokens) != simdjson::SUCCESS) return std::nullopt;
    words.emplace_back();
    if (!text.empty()) {
      text += close ? '\n' : ' ';
      ++length;
    }
    std::string_view before;
    for (const dom::element token : tokens) {
      std::string_view word;
      if (token.get(word) != simdjson::SUCCESS) return std::nullopt;
      const bool together = before.empty() || joins_left(word) || joins_right(before) || joins_both(word) || joins_both(before);
      if (!together) {
        text += ' ';
        ++length;
      }
      const std::uint32_t size = static_cast<std::uint32_t>(count_code_points(word));
      words.back().push_back({length, length + size});
      text += word;
      length += size;
      before = word;
    }
    close = !(before == "." || before == "?" || before == "!" || before == "\"" || before == "”");
  }
  DatedText dated{document_of_text(std::string(string_at(line, "id")), text), std::string(string_at(line, "genre")), {}};
  dated.gold.document.published = day_from_iso(string_at(line, "dct"));
  dom::array dates;
  if (line["dates"].get(dates) != simdjson::SUCCESS) return std::nullopt;
  for (const dom::element date : dates) {
    const std::string_view when = string_at(date, "when");
    const auto sentence = number_at(date, "sent"), first = number_at(date, "start"), last = number_at(date, "end");
    const std::string form = form_of(when);
    if (form.empty() || string_at(date, "kind") != "date" || !sentence || !first || !last) continue;
    if (*sentence >= words.size() || *last >= words[*sentence].size() || *first > *last) return std::nullopt;
    const GoldSpan span{words[*sentence][*first].begin, words[*sentence][*last].end};
    dated.dates.push_back({span, std::string(string_at(date, "text")), form, {{std::string(when), {}, {}}}});
  }
  return dated;
}

// --- TIMEX ---

std::optional<DatedText> read_timex(const dom::element& line) {
  dom::array expressions;
  if (line["timex"].get(expressions) != simdjson::SUCCESS) return std::nullopt;
  DatedText dated{document_of_text(std::string(string_at(line, "id")), string_at(line, "text")), {}, {}};
  dated.gold.document.published = day_from_iso(string_at(line, "dct"));
  for (const dom::element expression : expressions) {
    const std::string_view value = string_at(expression, "value");
    const auto begin = number_at(expression, "begin"), end = number_at(expression, "end");
    const std::string form = form_of(value);
    if (form.empty() || !begin || !end) continue;
    dated.dates.push_back({{*begin, *end}, std::string(string_at(expression, "text")), form, {{std::string(value), {}, {}}}});
  }
  return dated;
}

// --- Recognizers-Text ---

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '\'' || static_cast<unsigned char>(c) >= 0x80;
    if (letter) {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

bool is_among(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::any_of(list.begin(), list.end(), [&](std::string_view item) {
    return item.size() == word.size() && std::equal(item.begin(), item.end(), word.begin(), [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b + 32 : b); });
  });
}

/// Weekdays and months: news writes them with a capital.
bool is_calendar_name(std::string_view word) {
  return is_among(word, {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "april", "june", "july", "august", "september",
                         "october", "november", "december", "mon", "tue", "wed", "thu", "fri", "jan", "feb", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "q1", "q2", "q3", "q4", "h1", "h2", "christmas", "easter",
                         "thanksgiving", "thanks", "patrick", "father's", "mother's", "presidents'", "ramadan", "yuandan"});
}

bool could_be_news(std::string_view input) {
  if (input.find('?') != std::string_view::npos || input.find('@') != std::string_view::npos) return false;
  const auto words = words_of(input);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (is_among(word, {"cortana", "alexa", "siri", "you", "your", "let's", "please", "schedule", "book", "find", "show", "remind", "query", "search", "set", "hi", "hello", "me", "tell",
                        "rows", "rating", "equals", "greater", "query", "list", "give", "add", "select", "filter", "sales", "reminder", "calendar", "skype", "clusters", "dinner", "lunch", "coffee", "chat"})) {
      return false;
    }
    if (is_among(word, {"am", "pm", "o'clock", "hour", "hours", "hr", "hrs", "minute", "minutes", "min", "mins", "second", "seconds", "noon", "now", "gmt", "est", "pst", "utc"})) return false;
    if (is_calendar_name(word) && word.front() >= 'a' && word.front() <= 'z') return false;
    const bool clock = word.size() > 2 && word.front() >= '0' && word.front() <= '9' && (word.ends_with("am") || word.ends_with("pm") || word.ends_with("AM") || word.ends_with("PM"));
    if (clock) return false;
  }
  for (std::size_t i = 1; i + 1 < input.size(); ++i) {
    const bool digits = input[i - 1] >= '0' && input[i - 1] <= '9' && input[i + 1] >= '0' && input[i + 1] <= '9';
    if (input[i] == ':' && digits) return false;
  }
  return true;
}

/// Months and feasts that are other words, too: only in the expression itself do they need their capital.
bool has_small_calendar_name(std::string_view written) {
  const auto words = words_of(written);
  return std::any_of(words.begin(), words.end(), [](const std::string& word) { return word == "may" || word == "march" || word == "august" || word == "independence"; }) ||
         written.find("new year") != std::string_view::npos;
}

/// An input that is the expression and little more is no sentence.
bool is_sentence(std::string_view input, std::string_view expression) { return words_of(input).size() >= words_of(expression).size() + 2; }

/// In words, or in figures as news writes them.
bool is_written_as_in_news(std::string_view text) {
  bool letters = false;
  for (const char c : text) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    const bool plain = letter || (c >= '0' && c <= '9') || c == ' ' || c == ',' || c == '.' || c == '\'' || c == '-' || c == '/';
    if (!plain) return false;
    letters = letters || letter;
  }
  // Month and day alone in figures: "10/25".
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    const bool digits = text[i] == '/' && is_digit(text[i - 1]) && is_digit(text[i + 1]);
    const std::size_t before = text.find_last_not_of("0123456789", i - 1), behind = text.find_first_not_of("0123456789", i + 1);
    const bool more = (before != std::string_view::npos && text[before] == '/') || (behind != std::string_view::npos && text[behind] == '/');
    if (digits && !more) return false;
  }
  for (const std::string& word : words_of(text)) {
    if (is_among(word, {"eoy", "eom", "eod", "ytd", "mtd", "otd", "cw", "tmr", "tmrw", "workweek"})) return false;
  }
  const std::string shape = shape_of(text);
  return letters || shape == "9999-99-99" || shape == "9999" || shape == "99/99/9999" || shape == "9/9/9999" || shape == "9/99/9999" || shape == "99/9/9999" ||
         shape == "99.99.9999" || shape == "9999-9999";
}

/// Adds a value with the resolution's fields under either of the corpus's spellings. An end is exclusive there.
void add_value(const dom::element& value, GoldDate& date) {
  for (const std::string_view key : {"value", "date"}) {
    const auto day = string_at(value, key);
    if (form_of(day) == "day") {
      date.form = "day";
      date.values.push_back({std::string(day), {}, {}});
      return;
    }
  }
  std::optional<Day> start, end;
  for (const std::string_view key : {"start", "startDate"}) {
    if (const auto day = day_from_iso(string_at(value, key))) start = day;
  }
  for (const std::string_view key : {"end", "endDate"}) {
    if (const auto day = day_from_iso(string_at(value, key))) end = *day - std::chrono::days(1);
  }
  if (!start && !end) return;
  date.form = start && end ? "range" : "bound";
  date.values.push_back({{}, start, end});
}

std::optional<DatedText> read_recognizers(const dom::element& line) {
  dom::array results;
  if (line["results"].get(results) != simdjson::SUCCESS) return std::nullopt;
  const std::string_view input = string_at(line, "input");
  DatedText dated{document_of_text(std::string(string_at(line, "id")), input), {}, {}};
  dated.gold.document.published = day_from_iso(string_at(line, "ref"));
  if (!dated.gold.document.published || !could_be_news(input)) return dated;
  for (const dom::element result : results) {
    std::string_view type = string_at(result, "type");
    constexpr std::string_view prefix = "datetimeV2.";
    if (type.starts_with(prefix)) type.remove_prefix(prefix.size());
    const auto begin = number_at(result, "start"), end = number_at(result, "end");
    if (!is_sentence(input, string_at(result, "text"))) continue;
    if (begin && end && *end < input.size() && has_small_calendar_name(input.substr(*begin, *end + 1 - *begin))) continue;
    if ((type != "date" && type != "daterange") || !begin || !end || !is_written_as_in_news(string_at(result, "text"))) continue;
    GoldDate date{{*begin, *end + 1}, std::string(string_at(result, "text")), {}, {}};
    dom::array list;
    dom::object object;
    if (result["values"].get(list) == simdjson::SUCCESS) {
      for (const dom::element value : list) add_value(value, date);
    } else if (result["values"].get(object) == simdjson::SUCCESS) {
      for (const std::string_view key : {"FutureResolution", "PastResolution"}) {
        dom::element value;
        if (object[key].get(value) == simdjson::SUCCESS) add_value(value, date);
      }
    }
    if (!date.values.empty()) dated.dates.push_back(std::move(date));
  }
  return dated;
}

}  // namespace

std::vector<DatedText> read_dated_texts(std::string_view bytes, const std::string& path, const std::function<void(const Error&)>& report) {
  std::vector<DatedText> texts;
  dom::parser parser;
  for (const NumberedLine& numbered : lines_of(bytes)) {
    dom::element line;
    const simdjson::padded_string padded(numbered.text);
    if (parser.parse(padded).get(line) != simdjson::SUCCESS) {
      report(malformed_line(path, numbered.number, "line is not a JSON object"));
      continue;
    }
    auto dated = read_gum(line);
    if (!dated) dated = read_timex(line);
    if (!dated) dated = read_recognizers(line);
    if (!dated) {
      report(malformed_line(path, numbered.number, "no dates are given in a shape that is known"));
    } else if (!dated->dates.empty()) {
      texts.push_back(std::move(*dated));
    }
  }
  return texts;
}

}  // namespace attache::knowledge
