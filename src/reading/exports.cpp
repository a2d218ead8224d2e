#include "reading/exports.h"

#include "reading/charset.h"
#include "reading/limits.h"
#include "reading/text.h"

#include <algorithm>

namespace attache::reading {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_number(std::string_view word) { return !word.empty() && word.size() < 8 && std::all_of(word.begin(), word.end(), is_digit); }

/// What a line is between articles.
enum class Boundary { none, before_article, behind_article };

/// "LBA0000020120303e8330001": a source's letters, zeros, the day, and a number.
bool is_factiva_number(std::string_view word) {
  constexpr std::size_t kShortest = 20;
  if (word.size() < kShortest || word.size() > 30 || !is_upper(word[0])) return false;
  const auto digits = std::count_if(word.begin(), word.end(), is_digit);
  return digits >= 14 && std::all_of(word.begin(), word.end(), [](char c) { return is_digit(c) || is_upper(c) || is_lower(c); });
}

Boundary boundary_of(std::string_view line) {
  constexpr std::size_t kLongest = 120;
  line = trim(line);
  if (line.empty() || line.size() > kLongest) return Boundary::none;
  if (equal_ignoring_case(line, "End of Document")) return Boundary::behind_article;
  const auto words = split_words(line);
  if (words.size() == 4 && is_number(words[0]) && words[1] == "of" && is_number(words[2]) && (words[3] == "DOCUMENTS" || words[3] == "DOCUMENT")) return Boundary::before_article;
  if (words.size() == 4 && words[0] == "Document" && is_number(words[1]) && words[2] == "of" && is_number(words[3])) return Boundary::before_article;
  if (words.size() == 2 && words[0] == "Document" && is_factiva_number(words[1])) return Boundary::behind_article;
  if (words.size() == 3 && words[0] == "AN" && words[1] == "Document" && is_factiva_number(words[2])) return Boundary::behind_article;
  return Boundary::none;
}

/// A rule of underscores, as stands between articles.
bool is_rule(std::string_view line) { return line.size() >= 20 && line.find_first_not_of('_') == npos; }

}  // namespace

bool is_export(std::string_view text) {
  while (!text.empty()) {
    const auto end = text.find('\n');
    if (boundary_of(text.substr(0, end)) != Boundary::none) return true;
    text = end == npos ? std::string_view() : text.substr(end + 1);
  }
  return false;
}

void ExportReader::hand_on() {
  // What stands before the first article, or behind the last, is the search that was made.
  constexpr std::size_t kFewestWords = 15;
  if (count_words(std::string_view(article_).substr(0, 4096)) >= kFewestWords) {
    Record record;
    record.kind = RecordKind::article;
    record.place = place_;
    record.place.record = ++record_;
    record.place.line = first_line_;
    if (cut_) record.notices.push_back({ErrorKind::too_large, "an article larger than " + std::to_string(kMaxPageBytes >> 20) + " MiB", record.place, "read the beginning only"});
    record.bytes = to_utf8(article_, {}, record.place, record.notices);
    sink_.on_record(std::move(record));
  }
  article_.clear();
  cut_ = false;
}

void ExportReader::read() {
  std::string line;
  while (reader_.read_line(line, kMaxLineBytes)) {
    if (article_.empty()) first_line_ = reader_.line_number();
    const auto boundary = is_rule(trim(line)) ? Boundary::before_article : boundary_of(line);
    if (boundary == Boundary::none) {
      cut_ = cut_ || reader_.cut() || article_.size() + line.size() > kMaxPageBytes;
      if (!cut_) article_.append(line).append("\n");
      continue;
    }
    hand_on();
  }
  hand_on();
  if (reader_.trouble()) {
    Place here = place_;
    here.line = reader_.line_number() + 1;
    sink_.on_error({reader_.trouble()->kind, reader_.trouble()->message, std::move(here), "kept the articles before"});
  } else if (record_ == 0) {
    sink_.on_error({ErrorKind::empty, "an export without an article in it", place_, "skipped it"});
  }
}

}  // namespace attache::reading
