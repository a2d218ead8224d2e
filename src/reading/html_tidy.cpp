#include "reading/html_tidy.h"

#include "reading/html_tokenizer.h"
#include "reading/limits.h"
#include "reading/text.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

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
  preformatted,  ///< `pre`: a block in which empty lines part paragraphs.
  phrase,
  link,
  line_break,
  quotation,       ///< `q`: browsers print its marks.
  thematic_break,  ///< `hr`.
  frames,          ///< `frameset`.
  no_frames,       ///< `noframes`: what a set of frames shows where there are none; it goes where there is no such set.
  no_script,      ///< `noscript`: it goes where scripts run, and its tags alone where they are blocked.
  metadata,       ///< `meta`.
  metadata_link,  ///< `link`.
  title,
  root,         ///< `html`: only its language is kept.
};

struct ElementRule {
  Treatment treatment;
  HtmlTag written_as = HtmlTag::div;  ///< For those that stay as elements.
};

struct NamedRule {
  std::string_view name;
  ElementRule rule;
};

using enum Treatment;

constexpr NamedRule kRules[] = {
    {"script", {raw_remove}}, {"style", {raw_remove}}, {"noscript", {no_script}}, {"template", {remove}}, {"svg", {remove}},
    {"math", {remove}}, {"iframe", {raw_remove}}, {"object", {remove}}, {"select", {remove}}, {"textarea", {raw_remove}},
    {"canvas", {remove}}, {"audio", {remove}}, {"video", {remove}}, {"map", {remove}}, {"applet", {remove}}, {"noframes", {no_frames}},
    {"xmp", {raw_remove}}, {"noembed", {raw_remove}}, {"button", {remove}}, {"datalist", {remove}}, {"optgroup", {remove}}, {"option", {remove}},
    {"div", {block, HtmlTag::div}}, {"section", {block, HtmlTag::section}}, {"article", {block, HtmlTag::article}}, {"main", {block, HtmlTag::main}}, {"aside", {block, HtmlTag::aside}},
    {"header", {block, HtmlTag::header}}, {"footer", {block, HtmlTag::footer}}, {"nav", {block, HtmlTag::nav}}, {"figure", {block, HtmlTag::figure}}, {"figcaption", {block, HtmlTag::figcaption}},
    {"blockquote", {block, HtmlTag::blockquote}}, {"ul", {block, HtmlTag::ul}}, {"ol", {block, HtmlTag::ol}}, {"menu", {block, HtmlTag::ul}}, {"dir", {block, HtmlTag::ul}}, {"dl", {block, HtmlTag::ul}},
    {"table", {block, HtmlTag::table}}, {"h1", {block, HtmlTag::h1}}, {"h2", {block, HtmlTag::h2}}, {"h3", {block, HtmlTag::h3}}, {"h4", {block, HtmlTag::h4}}, {"h5", {block, HtmlTag::h5}}, {"h6", {block, HtmlTag::h6}},
    {"pre", {preformatted, HtmlTag::div}}, {"details", {block, HtmlTag::div}}, {"summary", {block, HtmlTag::div}}, {"address", {block, HtmlTag::div}}, {"fieldset", {block, HtmlTag::div}}, {"form", {block, HtmlTag::div}},
    {"center", {block, HtmlTag::div}}, {"dialog", {block, HtmlTag::div}}, {"hgroup", {block, HtmlTag::div}}, {"caption", {block, HtmlTag::div}}, {"legend", {block, HtmlTag::div}},
    {"li", {item, HtmlTag::li}}, {"dt", {item, HtmlTag::li}}, {"dd", {item, HtmlTag::li}},
    {"tr", {row, HtmlTag::tr}}, {"td", {cell, HtmlTag::td}}, {"th", {cell, HtmlTag::td}}, {"tbody", {section, HtmlTag::tbody}}, {"thead", {section, HtmlTag::tbody}}, {"tfoot", {section, HtmlTag::tbody}},
    {"p", {paragraph, HtmlTag::p}},
    {"span", {phrase, HtmlTag::span}}, {"time", {phrase, HtmlTag::time}}, {"cite", {phrase, HtmlTag::span}}, {"small", {phrase, HtmlTag::span}}, {"em", {phrase, HtmlTag::span}}, {"strong", {phrase, HtmlTag::span}},
    {"b", {phrase, HtmlTag::span}}, {"i", {phrase, HtmlTag::span}}, {"label", {phrase, HtmlTag::span}},
    {"a", {link}}, {"br", {line_break}}, {"q", {quotation}}, {"hr", {thematic_break}},
    {"frameset", {frames}}, {"meta", {metadata}}, {"link", {metadata_link}}, {"title", {title}}, {"html", {root}}, {"body", {transparent}},
};

/// The rules by their elements' names, which are looked up for every tag: a table that few names share a place of.
class RuleTable {
 public:
  RuleTable() {
    for (const auto& entry : kRules) {
      auto at = place_of(entry.name);
      while (slots_[at]) at = (at + 1) % slots_.size();
      slots_[at] = &entry;
    }
  }

  /// Null for elements that have no rule.
  const ElementRule* find(std::string_view name) const {
    for (auto at = place_of(name); slots_[at]; at = (at + 1) % slots_.size()) {
      if (slots_[at]->name == name) return &slots_[at]->rule;
    }
    return nullptr;
  }

 private:
  static std::size_t place_of(std::string_view name) {
    const auto byte = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(name[i])); };
    return (byte(0) * 31 + byte(name.size() / 2) * 7 + byte(name.size() - 1) * 57 + name.size() * 101) % 1024;
  }

  std::array<const NamedRule*, 1024> slots_{};
};

/// An element that is open in what is given.
struct OpenElement {
  HtmlTag tag;
  Treatment treatment;
  const ElementRule* rule;  ///< Of its own name: what is written as one element in what is given is not so in the page.
};

/// An element of the site's own making, whose name has a hyphen. What stands in two of them does not run together.
bool is_sites_own(std::string_view name) { return name.find('-') != npos; }

/// One that is called after a part of pages that is not the article.
bool is_named_part(std::string_view name) {
  if (!is_sites_own(name)) return false;
  for (const std::string_view part : {"-footer", "-menu", "-nav", "-navigation", "-sidebar", "-ad", "-ads", "-comments", "-related", "-newsletter", "-consent"}) {
    if (name.ends_with(part)) return true;
  }
  return false;
}

bool is_list(HtmlTag tag) { return tag == HtmlTag::ul || tag == HtmlTag::ol; }

class Tidier {
 public:
  Tidier(std::string_view page, HtmlSink& sink, Scripts scripts) : tokenizer_(page), page_(page), sink_(sink), scripts_(scripts) {}

  TidyTrouble run() {
    HtmlToken tag;
    std::size_t tags = 0;
    while (!tokenizer_.done()) {
      give_text(tokenizer_.read_text());
      if (tokenizer_.done()) break;
      if (!tokenizer_.read_tag(tag)) continue;
      if (++tags > kMaxTags) {
        trouble_.too_many_tags = true;
        continue;
      }
      read_element(tag);
    }
    close_down_to(0);
    return trouble_;
  }

 private:
  void read_element(HtmlToken& tag) {
    static const RuleTable rules;
    if (const auto* rule = rules.find(tag.name)) return tag.end ? end(*rule) : start(tag, *rule);
    if (!is_named_part(tag.name)) {
      space_needed_ = space_needed_ || is_sites_own(tag.name);
      return;
    }
    static const ElementRule part{block, HtmlTag::div};
    if (tag.end) return end(part);
    if (tag.self_closing) return;
    // What it is called says what it is for.
    const std::string name = tag.name;
    tag.attributes.set(HtmlAttribute::role, name);
    start(tag, part);
  }

  void give_text(std::string_view text) {
    if (text.empty()) return;
    if (space_needed_) {
      sink_.text(" ", LinkKind::none);
      space_needed_ = false;
    }
    if (preformatted_ > 0) return give_lines(text);
    sink_.text(text, link_);
  }

  /// Preformatted text: lines run on, as they do in mail, and an empty one ends the paragraph.
  void give_lines(std::string_view text) {
    while (true) {
      auto at = text.find('\n');
      while (at != npos) {
        const auto next = text.find_first_not_of(" \t\r", at + 1);
        if (next != npos && text[next] == '\n') break;
        at = text.find('\n', at + 1);
      }
      sink_.text(text.substr(0, at), link_);
      if (at == npos) return;
      sink_.rule();
      text.remove_prefix(at + 1);
    }
  }

  void close_down_to(std::size_t size) {
    while (open_.size() > size) {
      sink_.close();
      preformatted_ -= open_.back().treatment == preformatted;
      open_.pop_back();
    }
  }

  /// Closes phrases and a paragraph, which no block can be within.
  void close_phrases() {
    std::size_t size = open_.size();
    while (size > 0 && (open_[size - 1].treatment == phrase || open_[size - 1].treatment == paragraph)) --size;
    close_down_to(size);
  }

  /// Where the innermost open element of the treatment is, not looking out of the list or table that one is in; npos when there is none.
  std::size_t find_open(Treatment treatment) const {
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i].treatment == treatment) return i;
      if (treatment == item && (is_list(open_[i].tag) || open_[i].treatment == cell)) return npos;
      if (open_[i].tag == HtmlTag::table) return npos;
    }
    return npos;
  }

  /// Opens an element, unless too many are open: then its tags are ignored.
  void open(const ElementRule& rule, const HtmlAttributes& attributes, bool hidden) {
    if (open_.size() >= kMaxOpenElements) {
      trouble_.too_deep = true;
      if (rule.treatment != phrase) ++ignored_;
      return;
    }
    sink_.open(rule.written_as, attributes, hidden);
    open_.push_back({rule.written_as, rule.treatment, &rule});
    preformatted_ += rule.treatment == preformatted;
  }

  void close_implied(const ElementRule& rule) {
    if (rule.treatment == item || rule.treatment == cell || rule.treatment == row || rule.treatment == section) {
      if (const auto at = find_open(rule.treatment); at != npos) close_down_to(at);
    }
    // No heading stands within another.
    if (is_heading_tag(rule.written_as) && !open_.empty() && is_heading_tag(open_.back().tag)) close_down_to(open_.size() - 1);
  }

  void start(const HtmlToken& tag, const ElementRule& rule) {
    switch (rule.treatment) {
      case transparent: break;
      case raw_remove: read_raw(tag); break;
      case remove: skip(tag); break;
      case frames: trouble_.frames = true; break;
      case no_frames:
        if (!trouble_.frames) skip(tag);
        break;
      case no_script:
        if (scripts_ == Scripts::run) skip(tag);
        break;
      case metadata: sink_.meta(tag.attributes); break;
      case metadata_link: sink_.linked(tag.attributes); break;
      case title: read_title(tag); break;
      case root: sink_.language(tag.attributes[HtmlAttribute::lang]); break;
      case line_break: sink_.line_break(); break;
      case quotation: give_text("“"); break;
      case thematic_break:
        close_phrases();
        sink_.rule();
        break;
      case link: start_link(tag); break;
      case phrase: start_phrase(tag, rule); break;
      case paragraph: case block: case preformatted: case item: case row: case cell: case section:
        // Invisible content keeps its place, with a mark: where it ends is known only when its parts are.
        if (tag.hidden && tag.self_closing) break;
        close_phrases();
        close_implied(rule);
        open(rule, tag.hidden ? HtmlAttributes() : tag.attributes, tag.hidden);
        break;
    }
  }

  /// Only what its class says makes a phrase worth keeping.
  void start_phrase(const HtmlToken& tag, const ElementRule& rule) {
    if (tag.hidden) {
      skip(tag);
    } else if (rule.written_as == HtmlTag::time || !tag.attributes.empty()) {
      open(rule, tag.attributes, false);
    } else {
      // It is not given, and its end tag must not close another.
      unmarked_phrases_.push_back(open_.size());
    }
  }

  /// Only that it is a link matters, and whether it names a writer.
  void start_link(const HtmlToken& tag) {
    link_ = LinkKind::none;
    if (tag.attributes[HtmlAttribute::href].empty()) return;
    link_ = find_ignoring_case(tag.attributes[HtmlAttribute::rel], "author") != npos ? LinkKind::author : LinkKind::other;
  }

  void end(const ElementRule& rule) {
    switch (rule.treatment) {
      case link: link_ = LinkKind::none; break;
      case quotation: give_text("”"); break;
      case phrase: end_phrase(rule); break;
      case line_break: sink_.line_break(); break;
      case paragraph: end_paragraph(); break;
      case block: case preformatted: case item: case row: case cell: case section: end_block(rule); break;
      default: break;
    }
  }

  void end_phrase(const ElementRule& rule) {
    if (rule.written_as == HtmlTag::span && !unmarked_phrases_.empty() && unmarked_phrases_.back() >= open_.size()) {
      unmarked_phrases_.pop_back();
      return;
    }
    for (std::size_t i = open_.size(); i-- > 0 && open_[i].treatment == phrase;) {
      if (open_[i].tag != rule.written_as) continue;
      close_down_to(i);
      return;
    }
  }

  /// An end tag of a paragraph that is not open stands for an empty one, which parts the texts about it.
  void end_paragraph() {
    const auto before = open_.size();
    close_phrases();
    if (open_.size() == before) sink_.rule();
  }

  /// True when the end tag is the element's own; one of a heading ends any heading.
  static bool ends(const ElementRule& rule, const OpenElement& element) {
    return element.rule == &rule || (is_heading_tag(rule.written_as) && is_heading_tag(element.tag));
  }

  void end_block(const ElementRule& rule) {
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (ends(rule, open_[i])) {
        if (ignored_ > 0) {
          --ignored_;
          return;
        }
        close_down_to(i);
        while (!unmarked_phrases_.empty() && unmarked_phrases_.back() > open_.size()) unmarked_phrases_.pop_back();
        return;
      }
      // A cell's content cannot close what the table is in.
      const bool closes_table = rule.written_as == HtmlTag::table;
      if (open_[i].tag == HtmlTag::table && !closes_table) return;
      if (open_[i].treatment == cell && rule.treatment != cell && rule.treatment != row && rule.treatment != section && !closes_table) return;
    }
  }

  void read_raw(const HtmlToken& tag) {
    if (tag.self_closing && tag.name == "iframe") return;
    const auto content = tokenizer_.skip_raw(tag.name);
    if (tag.name == "script" && find_ignoring_case(tag.attributes[HtmlAttribute::type], "ld+json") != npos) sink_.json_ld(content);
  }

  /// Skips an element with its content, if its end is near: one that is never closed must not swallow the page. Once an element had no
  /// end, others of its name are not skipped either, so that no page has the same stretch looked through again and again.
  void skip(const HtmlToken& tag) {
    if (tag.self_closing || std::find(unclosed_.begin(), unclosed_.end(), tag.name) != unclosed_.end()) return;
    constexpr std::size_t kFarthestEnd = 64 * 1024;
    const auto start = tokenizer_.at();
    const std::string_view near = page_.substr(start, kFarthestEnd);
    HtmlTokenizer ahead(near);
    HtmlToken inner;
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

  void read_title(const HtmlToken& tag) {
    const auto content = tokenizer_.skip_raw(tag.name);
    if (title_given_ || !open_.empty()) return;
    title_given_ = true;
    sink_.title(content.substr(0, kMaxAttributeBytes));
  }

  HtmlTokenizer tokenizer_;
  std::string_view page_;
  HtmlSink& sink_;
  Scripts scripts_;
  TidyTrouble trouble_;
  std::vector<OpenElement> open_;
  std::vector<std::size_t> unmarked_phrases_;
  std::vector<std::string> unclosed_;
  std::size_t ignored_ = 0;
  std::size_t preformatted_ = 0;  ///< Open elements of preformatted text.
  LinkKind link_ = LinkKind::none;
  bool space_needed_ = false;
  bool title_given_ = false;
};

}  // namespace

TidyTrouble tidy_html(std::string_view page, HtmlSink& sink, Scripts scripts) { return Tidier(page, sink, scripts).run(); }

}  // namespace attache::reading
