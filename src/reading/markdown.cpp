#include "reading/markdown.h"

#include "reading/credits.h"
#include "reading/date_lines.h"
#include "reading/date_text.h"
#include "reading/document_builder.h"
#include "reading/language_id.h"
#include "reading/text.h"

#include <algorithm>
#include <string>

namespace attache::reading {
namespace {

constexpr auto npos = std::string_view::npos;

/// The text of a line without Markdown's marks: `**bold**`, `_slanted_`, `[words](address)`, `` `code` ``, `\*`.
std::string without_marks(std::string_view line) {
  std::string text;
  // Behind the last closing sign no address can end: it is looked for once.
  const auto last_address = line.rfind(')');
  const auto last_label = line.rfind(']');
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (c == '\\' && i + 1 < line.size() && std::string_view("\\`*_{}[]()#+-.!<>|").find(line[i + 1]) != npos) {
      text += line[++i];
    } else if (c == '!' && i + 1 < line.size() && line[i + 1] == '[') {
      continue;
    } else if (c == '[') {
      continue;
    } else if (c == ']' && i + 1 < line.size() && line[i + 1] == '(') {
      if (last_address != npos && last_address > i) i = line.find(')', i);
    } else if (c == ']' && i + 1 < line.size() && line[i + 1] == '[') {
      if (last_label > i) i = line.find(']', i + 1);
    } else if (c == '*' || c == '`' || c == ']') {
      continue;
    } else if (c == '_') {
      // Within a word it is part of it.
      const bool inside = i > 0 && i + 1 < line.size() && is_letter(line[i - 1]) && is_letter(line[i + 1]);
      if (inside) text += c;
    } else {
      text += c;
    }
  }
  return fold_space(text);
}

class MarkdownReader {
 public:
  explicit MarkdownReader(Document& document) : document_(document) {}

  void read(std::string_view text) {
    text = read_fields(trim(text));
    bool in_code = false;
    while (!text.empty()) {
      const auto end = text.find('\n');
      const auto line = trim(text.substr(0, end));
      text = end == npos ? std::string_view() : text.substr(end + 1);
      if (line.starts_with("```") || line.starts_with("~~~")) {
        end_paragraph();
        in_code = !in_code;
      } else if (!in_code) {
        read_line(line);
      }
    }
    end_paragraph();
    if (!document_.title.empty()) document_.blocks.insert(document_.blocks.begin(), {BlockKind::headline, document_.title});
  }

 private:
  /// Reads the fields between two lines of hyphens; what follows.
  std::string_view read_fields(std::string_view text) {
    if (!text.starts_with("---")) return text;
    const auto end = text.find("\n---", 3);
    if (end == npos) return text;
    auto fields = text.substr(3, end - 3);
    while (!fields.empty()) {
      const auto line_end = fields.find('\n');
      const auto line = trim(fields.substr(0, line_end));
      fields = line_end == npos ? std::string_view() : fields.substr(line_end + 1);
      const auto colon = line.find(':');
      if (colon == npos) continue;
      const auto name = ascii_lower(trim(line.substr(0, colon)));
      const std::string value(strip(trim(line.substr(colon + 1)), "\"'[]"));
      if (name == "title") document_.title = value;
      else if (name == "date" || name == "published") document_.published = day_from_attribute(value);
      else if (name == "updated" || name == "modified" || name == "lastmod") document_.modified = day_from_attribute(value);
      else if (name == "author" || name == "authors" || name == "byline") document_.byline = value;
      else if (name == "url" || name == "link" || name == "canonical") document_.url = value;
      else if (name == "publication" || name == "source") document_.publication = value;
      else if (name == "language" || name == "lang") document_.language = language_code(value);
      else if (name == "description" || name == "summary" || name == "subtitle") add_block(document_, BlockKind::lead, value);
    }
    const auto behind = text.find('\n', end + 1);
    return behind == npos ? std::string_view() : text.substr(behind + 1);
  }

  void read_line(std::string_view line) {
    if (line.empty()) return end_paragraph();
    if (line.find_first_not_of("-*_= ") == npos && line.size() >= 3) return end_rule(line);
    if (line.starts_with('#')) {
      end_paragraph();
      const auto heading = without_marks(strip(line, "# "));
      if (document_.title.empty() && document_.blocks.empty()) document_.title = heading;
      else if (heading != document_.title) add_block(document_, BlockKind::body, heading);
      return;
    }
    if (line.starts_with("![")) {
      end_paragraph();
      const auto caption = split_caption(without_marks(line));
      add_once(document_.image_credits, caption.credit);
      return add_block(document_, BlockKind::caption, caption.text);
    }
    if (line.starts_with('|')) return;
    while (line.starts_with('>')) line = trim(line.substr(1));
    const bool bullet = line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ");
    const auto number = line.find_first_not_of("0123456789");
    const bool numbered = number != npos && number > 0 && number < 4 && line.substr(number).starts_with(". ");
    if (bullet || numbered) {
      end_paragraph();
      line = trim(line.substr(bullet ? 2 : number + 2));
    }
    paragraph_.append(paragraph_.empty() ? "" : " ").append(line);
  }

  /// A line of equals signs or hyphens below a text makes it a heading.
  void end_rule(std::string_view line) {
    if (line.front() == '=' && document_.title.empty()) {
      document_.title = without_marks(paragraph_);
      paragraph_.clear();
    }
    end_paragraph();
  }

  void end_paragraph() {
    const auto text = without_marks(paragraph_);
    paragraph_.clear();
    if (text.empty()) return;
    const bool any_body = std::any_of(document_.blocks.begin(), document_.blocks.end(), [](const Block& block) { return block.kind == BlockKind::body; });
    if (!any_body) {
      if (is_date_line(text)) {
        if (const auto found = find_day(text); found && !document_.published) document_.published = found->day;
        return;
      }
      if (const auto credit = read_byline(text); credit && !ends_sentence(text)) {
        if (document_.byline.empty()) document_.byline = credit->byline;
        for (const auto& agency : credit->agencies) add_once(document_.agencies, agency);
        if (const auto found = find_day(text); found && !document_.published) document_.published = found->day;
        return;
      }
      add_once(document_.agencies, agency_in_dateline(text));
    }
    add_block(document_, BlockKind::body, text);
  }

  Document& document_;
  std::string paragraph_;
};

}  // namespace

void read_markdown(std::string_view text, Document& document) { MarkdownReader(document).read(text); }

}  // namespace attache::reading
