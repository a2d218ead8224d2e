#include "reading/html_tidy.h"

#include "reading/limits.h"
#include "reading/text.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace attache::reading {
namespace {

constexpr auto npos = std::string_view::npos;

/// What is done with an element.
enum class Treatment : std::uint8_t {
  transparent,  ///< Its tags go, its content stays.
  remove,       ///< It goes with its content.
  raw_remove,   ///< Likewise, and its content is no markup: it ends at its own end tag alone.
  block,
  item,         ///< A list's item: closed by the next item of the same list.
  row,          ///< Parts of tables, closed by the next of their kind.
  cell,
  section,
  paragraph,
  phrase,
  link,
  line_break,
  metadata,     ///< `meta` and `link`.
  title,
  root,         ///< `html` and `body`: kept once.
};

struct ElementRule {
  Treatment treatment;
  std::string_view written_as;
};

const std::unordered_map<std::string_view, ElementRule>& element_rules() {
  using enum Treatment;
  static const std::unordered_map<std::string_view, ElementRule> rules = {
      {"script", {raw_remove, "script"}}, {"style", {raw_remove, "style"}}, {"noscript", {remove, ""}}, {"template", {remove, ""}}, {"svg", {remove, ""}},
      {"math", {remove, ""}}, {"iframe", {raw_remove, ""}}, {"object", {remove, ""}}, {"select", {remove, ""}}, {"textarea", {raw_remove, ""}},
      {"canvas", {remove, ""}}, {"audio", {remove, ""}}, {"video", {remove, ""}}, {"map", {remove, ""}}, {"applet", {remove, ""}}, {"noframes", {remove, ""}},
      {"xmp", {raw_remove, ""}}, {"noembed", {raw_remove, ""}}, {"button", {remove, ""}}, {"datalist", {remove, ""}}, {"optgroup", {remove, ""}}, {"option", {remove, ""}},
      {"div", {block, "div"}}, {"section", {block, "section"}}, {"article", {block, "article"}}, {"main", {block, "main"}}, {"aside", {block, "aside"}},
      {"header", {block, "header"}}, {"footer", {block, "footer"}}, {"nav", {block, "nav"}}, {"figure", {block, "figure"}}, {"figcaption", {block, "figcaption"}},
      {"blockquote", {block, "blockquote"}}, {"ul", {block, "ul"}}, {"ol", {block, "ol"}}, {"menu", {block, "ul"}}, {"dir", {block, "ul"}}, {"dl", {block, "ul"}},
      {"table", {block, "table"}}, {"h1", {block, "h1"}}, {"h2", {block, "h2"}}, {"h3", {block, "h3"}}, {"h4", {block, "h4"}}, {"h5", {block, "h5"}}, {"h6", {block, "h6"}},
      {"pre", {block, "div"}}, {"details", {block, "div"}}, {"summary", {block, "div"}}, {"address", {block, "div"}}, {"fieldset", {block, "div"}}, {"form", {block, "div"}},
      {"center", {block, "div"}}, {"dialog", {block, "div"}}, {"hgroup", {block, "div"}}, {"caption", {block, "div"}}, {"legend", {block, "div"}},
      {"li", {item, "li"}}, {"dt", {item, "li"}}, {"dd", {item, "li"}},
      {"tr", {row, "tr"}}, {"td", {cell, "td"}}, {"th", {cell, "td"}}, {"tbody", {section, "tbody"}}, {"thead", {section, "tbody"}}, {"tfoot", {section, "tbody"}},
      {"p", {paragraph, "p"}},
      {"span", {phrase, "span"}}, {"time", {phrase, "time"}}, {"cite", {phrase, "span"}}, {"small", {phrase, "span"}}, {"em", {phrase, "span"}}, {"strong", {phrase, "span"}},
      {"b", {phrase, "span"}}, {"i", {phrase, "span"}}, {"label", {phrase, "span"}},
      {"a", {link, "a"}}, {"br", {line_break, "br"}}, {"hr", {line_break, "hr"}},
      {"meta", {metadata, "meta"}}, {"link", {metadata, "link"}}, {"title", {title, "title"}}, {"html", {root, "html"}}, {"body", {root, "body"}},
  };
  return rules;
}

/// Attributes that tell what an element is for.
bool is_kept_attribute(std::string_view name) {
  constexpr std::string_view kept[] = {"class", "id", "itemprop", "property", "name", "content", "href", "rel", "datetime", "lang", "role", "data-component", "data-testid", "pubdate"};
  return std::find(std::begin(kept), std::end(kept), name) != std::end(kept);
}

struct Attribute {
  std::string name;
  std::string_view value;
};

struct Tag {
  std::string name;
  bool end = false;
  bool self_closing = false;
  bool hidden = false;  ///< `hidden`, `display: none`.
  std::vector<Attribute> attributes;
};

bool is_name_byte(char c) { return is_letter(c) || is_digit(c) || c == '-' || c == ':' || c == '_'; }

/// Reads tags as the HTML standard's tokenizer does, as far as matters here.
class Tokenizer {
 public:
  explicit Tokenizer(std::string_view page) : page_(page) {}

  std::size_t at() const { return at_; }
  void move_to(std::size_t at) { at_ = at; }
  bool done() const { return at_ >= page_.size(); }

  /// The text up to the next tag, comment or the end.
  std::string_view read_text() {
    const auto start = at_;
    while (at_ < page_.size()) {
      const auto open = page_.find('<', at_);
      if (open == npos || open + 1 >= page_.size()) {
        at_ = page_.size();
        break;
      }
      const char next = page_[open + 1];
      if (is_upper(next) || is_lower(next) || next == '/' || next == '!' || next == '?') {
        at_ = open;
        break;
      }
      at_ = open + 1;
    }
    return page_.substr(start, at_ - start);
  }

  /// Reads the tag at the place, which holds `<`; false when it was a comment, a declaration or broken.
  bool read_tag(Tag& tag) {
    const char next = page_[at_ + 1];
    if (next == '!' || next == '?') {
      skip_comment();
      return false;
    }
    tag.attributes.clear();
    tag.name.clear();
    tag.end = next == '/';
    tag.self_closing = tag.hidden = false;
    at_ += tag.end ? 2 : 1;
    while (at_ < page_.size() && is_name_byte(page_[at_])) tag.name += is_upper(page_[at_]) ? static_cast<char>(page_[at_] + 32) : page_[at_], ++at_;
    if (tag.name.empty() || tag.name.size() > 64) {
      const auto close = page_.find('>', at_);
      at_ = close == npos ? page_.size() : close + 1;
      return false;
    }
    read_attributes(tag);
    return true;
  }

  /// Skips to behind the end tag of the element; the content. The rest of the page when it has no end.
  std::string_view skip_raw(std::string_view name) {
    const auto start = at_;
    for (auto open = page_.find("</", at_); open != npos; open = page_.find("</", open + 2)) {
      if (!starts_ignoring_case(page_.substr(open + 2), name)) continue;
      const auto behind = open + 2 + name.size();
      if (behind < page_.size() && is_name_byte(page_[behind])) continue;
      const auto close = page_.find('>', behind);
      at_ = close == npos ? page_.size() : close + 1;
      return page_.substr(start, open - start);
    }
    at_ = page_.size();
    return page_.substr(start);
  }

 private:
  void skip_comment() {
    if (page_.substr(at_).starts_with("<!--")) {
      const auto close = page_.find("-->", at_ + 4);
      at_ = close == npos ? page_.size() : close + 3;
      return;
    }
    const auto close = page_.find('>', at_);
    at_ = close == npos ? page_.size() : close + 1;
  }

  void skip_space() {
    while (at_ < page_.size() && is_space(page_[at_])) ++at_;
  }

  void read_attributes(Tag& tag) {
    std::size_t seen = 0;
    while (at_ < page_.size()) {
      skip_space();
      if (at_ >= page_.size()) return;
      if (page_[at_] == '>') {
        ++at_;
        return;
      }
      if (page_[at_] == '/') {
        ++at_;
        tag.self_closing = at_ < page_.size() && page_[at_] == '>';
        continue;
      }
      const auto name_start = at_++;
      while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '=' && page_[at_] != '>' && page_[at_] != '/') ++at_;
      const auto name = page_.substr(name_start, at_ - name_start);
      skip_space();
      std::string_view value;
      if (at_ < page_.size() && page_[at_] == '=') {
        ++at_;
        value = read_value();
      }
      if (++seen <= kMaxAttributes && name.size() <= 32) keep(tag, name, value);
    }
  }

  std::string_view read_value() {
    skip_space();
    if (at_ >= page_.size()) return {};
    const char quote = page_[at_];
    if (quote == '"' || quote == '\'') {
      const auto start = ++at_;
      const auto close = page_.find(quote, at_);
      at_ = close == npos ? page_.size() : close + 1;
      return page_.substr(start, close == npos ? npos : close - start);
    }
    const auto start = at_;
    while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '>') ++at_;
    return page_.substr(start, at_ - start);
  }

  static void keep(Tag& tag, std::string_view name, std::string_view value) {
    auto lower = ascii_lower(name);
    if (lower == "hidden") tag.hidden = true;
    if (lower == "style") {
      const auto display = find_ignoring_case(value.substr(0, 512), "display");
      if (display != npos && starts_ignoring_case(strip(value.substr(display + 7), " :"), "none")) tag.hidden = true;
    }
    if (value.size() > kMaxAttributeBytes || (tag.name != "script" && !is_kept_attribute(lower)) || (tag.name == "script" && lower != "type")) return;
    tag.attributes.push_back({std::move(lower), value});
  }

  std::string_view page_;
  std::size_t at_ = 0;
};

/// An element that is open in what is written.
struct OpenElement {
  std::string_view name;
  Treatment treatment;
};

class Tidier {
 public:
  explicit Tidier(std::string_view page) : tokenizer_(page), page_(page) { result_.html.reserve(page.size() / 3); }

  TidyPage run() {
    Tag tag;
    std::size_t tags = 0;
    while (!tokenizer_.done()) {
      write_text(tokenizer_.read_text());
      if (tokenizer_.done()) break;
      if (!tokenizer_.read_tag(tag)) continue;
      if (++tags > kMaxTags) {
        result_.too_many_tags = true;
        continue;
      }
      const auto rule = element_rules().find(tag.name);
      if (rule == element_rules().end() && is_named_part(tag.name)) {
        const ElementRule part{block, "div"};
        if (tag.end) {
          end(part);
        } else if (!tag.self_closing) {
          // What it is called says what it is for.
          tag.attributes.push_back({"id", tag.name});
          start(tag, part);
        }
        continue;
      }
      if (rule == element_rules().end()) {
        space_needed_ = space_needed_ || is_block_like_unknown(tag.name);
        continue;
      }
      if (tag.end) {
        end(rule->second);
      } else {
        start(tag, rule->second);
      }
    }
    close_down_to(0);
    return std::move(result_);
  }

 private:
  using enum Treatment;

  /// Elements with a hyphen are the site's own; what stands in two of them does not run together.
  static bool is_block_like_unknown(std::string_view name) { return name.find('-') != npos; }

  /// An element of the site's own making that is called after a part of pages that is not the article.
  static bool is_named_part(std::string_view name) {
    if (!is_block_like_unknown(name)) return false;
    for (const std::string_view part : {"-footer", "-menu", "-nav", "-navigation", "-sidebar", "-ad", "-ads", "-comments", "-related", "-newsletter", "-consent"}) {
      if (name.ends_with(part)) return true;
    }
    return false;
  }

  void write_text(std::string_view text) {
    if (text.empty()) return;
    if (space_needed_) {
      result_.html += ' ';
      space_needed_ = false;
    }
    if (link_wanted_ && !link_written_ && !trim(text).empty()) {
      result_.html += "<a href=\"";
      result_.html += link_wanted_address_;
      result_.html += "\">";
      link_written_ = true;
    }
    result_.html += text;
  }

  void close_link() {
    if (link_written_) result_.html += "</a>";
    link_written_ = false;
  }

  void write_start(std::string_view name, const Tag& tag) {
    result_.html += '<';
    result_.html += name;
    for (const auto& attribute : tag.attributes) {
      result_.html += ' ';
      result_.html += attribute.name;
      result_.html += "=\"";
      if (attribute.value.find('"') == npos) {
        result_.html += attribute.value;
      } else {
        for (const char c : attribute.value) c == '"' ? result_.html += "&quot;" : result_.html += c;
      }
      result_.html += '"';
    }
    result_.html += '>';
  }

  void write_end(std::string_view name) {
    result_.html += "</";
    result_.html += name;
    result_.html += '>';
  }

  void close_down_to(std::size_t size) {
    close_link();
    while (open_.size() > size) {
      write_end(open_.back().name);
      open_.pop_back();
    }
  }

  /// Closes phrases and a paragraph, which no block can be within.
  void close_phrases() {
    std::size_t size = open_.size();
    while (size > 0 && (open_[size - 1].treatment == phrase || open_[size - 1].treatment == paragraph)) --size;
    close_down_to(size);
  }

  static bool is_list(std::string_view name) { return name == "ul" || name == "ol"; }

  /// Where the innermost open element of the treatment is, not looking out of the list or table that one is in; npos when there is none.
  std::size_t find_open(Treatment treatment) const {
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i].treatment == treatment) return i;
      if (treatment == item && (is_list(open_[i].name) || open_[i].treatment == cell)) return npos;
      if (open_[i].name == "table") return npos;
    }
    return npos;
  }

  /// Opens an element, unless too many are open: then its tags are ignored.
  void open(std::string_view name, Treatment treatment, const Tag& tag) {
    if (open_.size() >= kMaxOpenElements) {
      result_.too_deep = true;
      if (treatment != phrase) ++ignored_;
      return;
    }
    write_start(name, tag);
    open_.push_back({name, treatment});
  }

  void close_implied(Treatment treatment) {
    const auto close_to = [&](Treatment kind) {
      if (const auto at = find_open(kind); at != npos) close_down_to(at);
    };
    if (treatment == item) close_to(item);
    if (treatment == cell) close_to(cell);
    if (treatment == row) close_to(row);
    if (treatment == section) close_to(section);
  }

  void start(const Tag& tag, const ElementRule& rule) {
    switch (rule.treatment) {
      case transparent: break;
      case raw_remove: read_raw(tag); break;
      case remove: skip(tag); break;
      case metadata: write_start(rule.written_as, tag); break;
      case title: read_title(tag); break;
      case root: write_root(tag, rule.written_as); break;
      case line_break:
        if (rule.written_as == "hr") close_phrases();
        result_.html += rule.written_as == "hr" ? "<hr>" : "<br>";
        break;
      case link: start_link(tag); break;
      case phrase:
        // Only what its class says makes a phrase worth keeping.
        if (tag.hidden) {
          skip(tag);
        } else if (rule.written_as == "time" || !tag.attributes.empty()) {
          close_link();
          open(rule.written_as, phrase, tag);
        } else {
          // It is not written, and its end tag must not close another.
          unmarked_phrases_.push_back(open_.size());
        }
        break;
      case paragraph: case block: case item: case row: case cell: case section:
        if (tag.hidden && !tag.self_closing) {
          hide(tag);
          break;
        }
        close_phrases();
        close_implied(rule.treatment);
        open(rule.written_as, rule.treatment, tag);
        break;
    }
  }

  /// Invisible content keeps its place, with a mark: where it ends is known only when the tree is built.
  void hide(const Tag& tag) {
    close_phrases();
    Tag marked = tag;
    marked.attributes.clear();
    marked.attributes.push_back({"class", "hidden-by-page"});
    const auto rule = element_rules().find(tag.name);
    const ElementRule kept = rule == element_rules().end() ? ElementRule{block, "div"} : rule->second;
    close_implied(kept.treatment);
    open(kept.written_as, kept.treatment, marked);
  }

  void start_link(const Tag& tag) {
    close_link();
    link_wanted_ = false;
    const auto href = std::find_if(tag.attributes.begin(), tag.attributes.end(), [](const Attribute& a) { return a.name == "href"; });
    if (href == tag.attributes.end()) return;
    link_wanted_ = true;
    // Only that it is a link matters, and whether it names a writer.
    const auto rel = std::find_if(tag.attributes.begin(), tag.attributes.end(), [](const Attribute& a) { return a.name == "rel"; });
    link_wanted_address_ = rel != tag.attributes.end() && find_ignoring_case(rel->value, "author") != npos ? "#author" : "#";
  }

  void end(const ElementRule& rule) {
    switch (rule.treatment) {
      case link:
        close_link();
        link_wanted_ = false;
        break;
      case phrase: end_phrase(rule); break;
      case paragraph: close_phrases(); break;
      case block: case item: case row: case cell: case section: end_block(rule); break;
      default: break;
    }
  }

  void end_phrase(const ElementRule& rule) {
    if (rule.written_as == "span" && !unmarked_phrases_.empty() && unmarked_phrases_.back() >= open_.size()) {
      unmarked_phrases_.pop_back();
      return;
    }
    for (std::size_t i = open_.size(); i-- > 0 && open_[i].treatment == phrase;) {
      if (open_[i].name != rule.written_as) continue;
      close_down_to(i);
      return;
    }
  }

  void end_block(const ElementRule& rule) {
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i].name == rule.written_as) {
        if (ignored_ > 0) {
          --ignored_;
          return;
        }
        close_down_to(i);
        while (!unmarked_phrases_.empty() && unmarked_phrases_.back() > open_.size()) unmarked_phrases_.pop_back();
        return;
      }
      // A cell's content cannot close what the table is in.
      if (open_[i].name == "table" && rule.written_as != "table") return;
      if (open_[i].treatment == cell && rule.treatment != cell && rule.treatment != row && rule.treatment != section && rule.written_as != "table") return;
    }
  }

  void read_raw(const Tag& tag) {
    if (tag.self_closing && tag.name == "iframe") return;
    const auto content = tokenizer_.skip_raw(tag.name);
    if (tag.name != "script") return;
    for (const auto& attribute : tag.attributes) {
      if (attribute.name == "type" && find_ignoring_case(attribute.value, "ld+json") != npos) result_.json_ld.push_back(content);
    }
  }

  /// Skips an element with its content, if its end is near: one that is never closed must not swallow the page. Once an element had no
  /// end, others of its name are not skipped either, so that no page has the same stretch looked through again and again.
  void skip(const Tag& tag) {
    if (tag.self_closing || std::find(unclosed_.begin(), unclosed_.end(), tag.name) != unclosed_.end()) return;
    constexpr std::size_t kFarthestEnd = 64 * 1024;
    const auto start = tokenizer_.at();
    const std::string_view near = page_.substr(start, kFarthestEnd);
    Tokenizer ahead(near);
    Tag inner;
    std::size_t depth = 1;
    while (!ahead.done()) {
      ahead.read_text();
      if (ahead.done()) break;
      if (!ahead.read_tag(inner)) continue;
      if (!inner.end && (inner.name == "script" || inner.name == "style")) ahead.skip_raw(inner.name);
      if (inner.name != tag.name || inner.self_closing) continue;
      inner.end ? --depth : ++depth;
      if (depth > 0) continue;
      tokenizer_.move_to(start + ahead.at());
      space_needed_ = true;
      return;
    }
    unclosed_.push_back(tag.name);
  }

  void read_title(const Tag& tag) {
    const auto content = tokenizer_.skip_raw(tag.name);
    if (title_written_ || !open_.empty()) return;
    title_written_ = true;
    result_.html += "<title>";
    result_.html += content.substr(0, kMaxAttributeBytes);
    result_.html += "</title>";
  }

  void write_root(const Tag& tag, std::string_view name) {
    bool& written = name == "html" ? html_written_ : body_written_;
    if (written || !open_.empty()) return;
    written = true;
    write_start(name, tag);
  }

  Tokenizer tokenizer_;
  std::string_view page_;
  TidyPage result_;
  std::vector<OpenElement> open_;
  std::vector<std::size_t> unmarked_phrases_;
  std::vector<std::string> unclosed_;
  std::size_t ignored_ = 0;
  std::string_view link_wanted_address_ = "#";
  bool link_wanted_ = false;
  bool link_written_ = false;
  bool space_needed_ = false;
  bool title_written_ = false;
  bool html_written_ = false;
  bool body_written_ = false;
};

}  // namespace

TidyPage tidy_html(std::string_view page) { return Tidier(page).run(); }

}  // namespace attache::reading
