/// The head and text of one article of an export.

#include "reading/credits.h"
#include "reading/date_lines.h"
#include "reading/date_text.h"
#include "reading/document_builder.h"
#include "reading/exports.h"
#include "reading/language_id.h"
#include "reading/text.h"
#include "reading/text_lines.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace attache::reading {
namespace {

constexpr auto npos = std::string_view::npos;

/// What a field of the head holds.
enum class Field { none, ignored, title, byline, published, loaded, publication, url, language, agency, lead, body, tail };

struct FieldName {
  std::string_view name;
  Field field;
};

/// Labels before a colon, in LexisNexis, Nexis Uni and ProQuest.
constexpr FieldName kLabels[] = {
    {"headline", Field::title}, {"title", Field::title}, {"byline", Field::byline}, {"author", Field::byline}, {"date", Field::published}, {"publication date", Field::published},
    {"load-date", Field::loaded}, {"last updated", Field::loaded}, {"publication title", Field::publication}, {"publication", Field::publication}, {"publication info", Field::ignored},
    {"source", Field::publication}, {"url", Field::url}, {"document url", Field::ignored}, {"language", Field::language}, {"language of publication", Field::language}, {"abstract", Field::lead},
    {"highlight", Field::lead}, {"body", Field::body}, {"full text", Field::body}, {"section", Field::ignored}, {"length", Field::ignored}, {"dateline", Field::ignored}, {"series", Field::ignored},
    {"type", Field::ignored}, {"links", Field::ignored}, {"copyright", Field::tail}, {"graphic", Field::tail}, {"correction", Field::tail}, {"correction-date", Field::tail}, {"publication-type", Field::tail},
    {"journal-code", Field::tail}, {"subject", Field::tail}, {"location", Field::tail}, {"people", Field::tail}, {"company", Field::tail}, {"classification", Field::tail}, {"industry", Field::tail},
    {"publication year", Field::tail}, {"publisher", Field::tail}, {"place of publication", Field::tail}, {"country of publication", Field::tail}, {"issn", Field::tail}, {"document type", Field::tail},
    {"source type", Field::tail}, {"proquest document id", Field::tail}, {"database", Field::tail}, {"credit", Field::tail}, {"first page", Field::tail}, {"pages", Field::tail}, {"notes", Field::tail},
};

/// Factiva's two and three letters.
constexpr FieldName kCodes[] = {
    {"HD", Field::title}, {"BY", Field::byline}, {"PD", Field::published}, {"SN", Field::publication}, {"LA", Field::language}, {"CR", Field::agency}, {"LP", Field::body}, {"TD", Field::body},
    {"SE", Field::ignored}, {"WC", Field::ignored}, {"ET", Field::ignored}, {"SC", Field::ignored}, {"ED", Field::ignored}, {"PG", Field::ignored}, {"CY", Field::ignored}, {"CT", Field::tail},
    {"RF", Field::tail}, {"CO", Field::tail}, {"IN", Field::tail}, {"NS", Field::tail}, {"RE", Field::tail}, {"IPD", Field::tail}, {"IPC", Field::tail}, {"PUB", Field::tail}, {"AN", Field::tail}, {"ART", Field::tail},
};

struct FieldLine {
  Field field = Field::none;
  std::string_view value;
};

FieldLine label_of(std::string_view line) {
  constexpr std::size_t kLongestLabel = 30;
  const auto colon = line.find(':');
  const auto name = trim(line.substr(0, colon));
  if (name.empty() || name.size() > kLongestLabel) return {};
  for (const auto& entry : kLabels) {
    if (!equal_ignoring_case(entry.name, name)) continue;
    // Nexis Uni sets two headings without a colon.
    if (colon != npos) return {entry.field, trim(line.substr(colon + 1))};
    const bool heading = name == "Body" || name == "Classification" || name == "Graphic" || name == "Notes";
    return heading ? FieldLine{entry.field, {}} : FieldLine{};
  }
  return {};
}

FieldLine code_of(std::string_view line) {
  const auto end = line.find_first_of(" \t");
  for (const auto& entry : kCodes) {
    if (line.substr(0, end) == entry.name) return {entry.field, end == npos ? std::string_view() : trim(line.substr(end))};
  }
  return {};
}

bool is_copyright(std::string_view line) { return starts_ignoring_case(line, "(c) ") || line.starts_with("©") || starts_ignoring_case(line, "copyright "); }
bool is_word_count(std::string_view line) {
  const auto words = split_words(line);
  return words.size() == 2 && equal_ignoring_case(words[1], "words") && is_digit(words[0].front());
}

/// A day on a line of its own, also with an edition behind it: "March 3, 2012 Saturday".
std::optional<Day> day_of_line(std::string_view line) {
  constexpr std::size_t kLongest = 70;
  if (line.size() > kLongest || ends_sentence(line)) return std::nullopt;
  const auto found = find_day(line, NumericOrder::day_first);
  if (!found || found->start > 12) return std::nullopt;
  return found->day;
}

struct Line {
  std::string_view text;  ///< Trimmed; empty for an empty line.
};

class ArticleReader {
 public:
  ArticleReader(std::string_view text, Document& document) : document_(document) {
    while (!text.empty()) {
      const auto end = text.find('\n');
      lines_.push_back({trim(text.substr(0, end))});
      text = end == npos ? std::string_view() : text.substr(end + 1);
    }
    const auto has_code = [&](std::string_view code) {
      return std::any_of(lines_.begin(), lines_.end(), [&](const Line& line) { return line.text == code || (line.text.starts_with(code) && line.text.substr(code.size()).starts_with(" ")); });
    };
    by_code_ = has_code("HD") && (has_code("LP") || has_code("TD"));
  }

  void read() {
    Field open = Field::none;
    Field last_label = Field::none;
    bool continues = false;
    for (const auto& line : lines_) {
      const auto label = by_code_ ? code_of(line.text) : label_of(line.text);
      const bool in_text = open == Field::body;
      // A paragraph may begin as a label does; the ones that end a text stand in every export.
      if (label.field != Field::none && !(in_text && !ends_text(label.field))) {
        if (!by_code_ && open == Field::none && !head_done_) read_head();
        open = last_label = label.field;
        take(open, label.value);
        continues = true;
        continue;
      }
      if (open == Field::body) {
        body_.append(line.text).append("\n");
      } else if (line.text.empty()) {
        continues = false;
        if (open == Field::none) head_.push_back({});
      } else if (open != Field::none && (continues || by_code_)) {
        append_to(open, line.text);
      } else if (head_done_ && body_.empty() && begins_unlabelled_text(last_label, line.text)) {
        open = Field::body;
        append_to(open, line.text);
      } else if (!head_done_ || body_.empty()) {
        head_.push_back(line);
        open = Field::none;
      }
    }
    if (!head_done_) read_head();
    finish();
  }

 private:
  /// Some exports of LexisNexis set the text behind the head's fields without a label of its own.
  static bool begins_unlabelled_text(Field last_label, std::string_view line) {
    constexpr std::size_t kFewestWords = 6;
    const bool in_head = last_label == Field::ignored || last_label == Field::byline || last_label == Field::title || last_label == Field::lead;
    return in_head && count_words(line) >= kFewestWords;
  }

  bool ends_text(Field field) const { return field == Field::tail || field == Field::loaded || field == Field::language || (by_code_ && field != Field::none) || field == Field::url; }

  void take(Field field, std::string_view value) {
    if (field == Field::body && !body_.empty()) body_ += "\n";
    append_to(field, value);
  }

  void append_to(Field field, std::string_view value) {
    if (value.empty()) return;
    const auto join = [&](std::string& target) { target.append(target.empty() ? "" : " ").append(value); };
    switch (field) {
      case Field::title: join(document_.title); break;
      case Field::byline: join(byline_); break;
      case Field::publication: join(document_.publication); break;
      case Field::url: if (document_.url.empty()) document_.url = std::string(value); break;
      case Field::language: if (document_.language.empty()) document_.language = language_code(value); break;
      case Field::agency: if (is_news_agency(value)) add_once(document_.agencies, value); break;
      case Field::lead: join(lead_); break;
      case Field::body: body_.append(value).append("\n"); break;
      case Field::published:
        if (const auto found = find_day(value, NumericOrder::day_first); found && !document_.published) document_.published = found->day;
        break;
      case Field::loaded:
        if (const auto found = find_day(value, NumericOrder::day_first)) loaded_ = found->day;
        break;
      default: break;
    }
  }

  /// Lines without a label, by their order around the day: "headline / publication / day" in Nexis Uni, "publication / day / headline" in
  /// LexisNexis, "headline / By … / words / day / publication / … / copyright / text" in Factiva.
  void read_head() {
    head_done_ = true;
    while (!head_.empty() && head_.front().text.empty()) head_.erase(head_.begin());
    std::size_t day_line = head_.size();
    for (std::size_t i = 0; i < head_.size() && day_line == head_.size(); ++i) {
      const auto day = day_of_line(head_[i].text);
      if (!day) continue;
      day_line = i;
      if (!document_.published) document_.published = day;
    }
    if (day_line == head_.size()) {
      if (document_.title.empty()) document_.title = run_from(0);
      return;
    }
    const auto words_line = std::find_if(head_.begin(), head_.begin() + static_cast<std::ptrdiff_t>(day_line), [](const Line& line) { return is_word_count(line.text); });
    if (words_line != head_.begin() + static_cast<std::ptrdiff_t>(day_line)) return read_factiva_head(day_line);
    const auto before = lines_before(day_line);
    const auto behind = headline_behind(day_line);
    if (before.size() >= 2 && document_.title.empty()) {
      if (document_.publication.empty()) document_.publication = std::string(before.back());
      for (std::size_t i = 0; i + 1 < before.size(); ++i) document_.title.append(i ? " " : "").append(before[i]);
      return;
    }
    if (!before.empty() && document_.publication.empty()) document_.publication = std::string(before.back());
    if (document_.title.empty()) document_.title = behind;
  }

  void read_factiva_head(std::size_t day_line) {
    std::string title;
    for (std::size_t i = 0; i < day_line; ++i) {
      const auto line = head_[i].text;
      if (line.empty() || is_word_count(line)) continue;
      if (const auto credit = read_byline(line)) {
        byline_ = std::string(line);
        continue;
      }
      title.append(title.empty() ? "" : " ").append(line);
    }
    document_.title = std::move(title);
    std::size_t i = day_line + 1;
    // A time may stand below the day.
    while (i < head_.size() && (head_[i].text.empty() || is_digit(head_[i].text.front()))) ++i;
    if (i < head_.size()) document_.publication = std::string(head_[i].text);
    std::size_t text_from = i + 1;
    for (std::size_t j = i; j < std::min(head_.size(), i + 10); ++j) {
      if (is_copyright(head_[j].text)) text_from = j + 1;
    }
    for (std::size_t j = text_from; j < head_.size(); ++j) body_.append(head_[j].text).append("\n");
  }

  /// Lines that are not empty before the day's.
  std::vector<std::string_view> lines_before(std::size_t day_line) const {
    std::vector<std::string_view> lines;
    for (std::size_t i = 0; i < day_line; ++i) {
      if (!head_[i].text.empty() && !is_copyright(head_[i].text)) lines.push_back(head_[i].text);
    }
    return lines;
  }

  /// The lines from `i` up to an empty one, joined.
  std::string run_from(std::size_t i) const {
    std::string run;
    for (; i < head_.size() && !head_[i].text.empty(); ++i) run.append(run.empty() ? "" : " ").append(head_[i].text);
    return run;
  }

  /// The first run of lines behind the one that holds the day and the edition.
  std::string headline_behind(std::size_t day_line) const {
    std::size_t i = day_line;
    while (i < head_.size() && !head_[i].text.empty()) ++i;
    while (i < head_.size() && (head_[i].text.empty() || is_copyright(head_[i].text) || head_[i].text.ends_with(" Edition"))) ++i;
    return run_from(i);
  }

  void finish() {
    if (!document_.published) document_.published = loaded_;
    document_.title = fold_space(document_.title);
    if (!byline_.empty()) {
      const auto credit = read_byline(starts_ignoring_case(byline_, "by ") ? byline_ : "By " + byline_);
      document_.byline = credit ? credit->byline : byline_;
      for (const auto& agency : credit ? credit->agencies : std::vector<std::string>()) add_once(document_.agencies, agency);
    }
    add_block(document_, BlockKind::headline, document_.title);
    const auto paragraphs = split_lines(body_);
    const bool repeats = !paragraphs.empty() && !lead_.empty() && paragraphs.front().text.starts_with(std::string_view(lead_).substr(0, 40));
    if (!repeats) add_block(document_, BlockKind::lead, fold_space(lead_));
    for (const auto& paragraph : paragraphs) {
      if (paragraph.text == document_.title || is_copyright(paragraph.text)) continue;
      add_block(document_, BlockKind::body, paragraph.text);
    }
    for (const auto& block : document_.blocks) {
      if (block.kind != BlockKind::body) continue;
      if (const auto agency = agency_in_dateline(block.text); !agency.empty()) add_once(document_.agencies, agency);
      if (!document_.published) document_.published = day_in_dateline(block.text);
      break;
    }
  }

  Document& document_;
  std::vector<Line> lines_;
  std::vector<Line> head_;
  std::string byline_;
  std::string lead_;
  std::string body_;
  std::optional<Day> loaded_;
  bool by_code_ = false;
  bool head_done_ = false;
};

}  // namespace

void read_exported_article(std::string_view text, Document& document) { ArticleReader(text, document).read(); }

}  // namespace attache::reading
