#include "reading/html_tree.h"

#include "reading/html_entities.h"
#include "reading/text.h"

#include <algorithm>
#include <array>

namespace attache::reading {
namespace {

/// Elements that begin and end a line in print.
bool is_block(HtmlTag tag) { return tag != HtmlTag::span && tag != HtmlTag::time; }

/// Spans that sites set apart by style: a picture's text and its credit do not run into each other, nor a subhead into the text.
bool is_set_apart(std::string_view names) {
  constexpr std::string_view words[] = {" caption ", " credit ", " copyright ", " credits ", " cross head ", " crosshead "};
  if (names.size() < words[1].size()) return false;
  return std::any_of(std::begin(words), std::end(words), [&](std::string_view word) { return names.find(word) != std::string_view::npos; });
}

/// The words of an element's class, id, role and the like.
class Names {
 public:
  void clear() { size_ = 1; }

  /// Adds the words of one attribute: "articleBody main-text" gives "article body main text", and "articlebody" stays as it is.
  void add(std::string_view value) {
    value = value.substr(0, kLookedAt);
    char before = ' ';
    for (const char c : value) {
      if (!is_letter(c) && !is_digit(c)) {
        if (bytes_[size_ - 1] != ' ') bytes_[size_++] = ' ';
      } else {
        if (is_upper(c) && is_lower(before)) bytes_[size_++] = ' ';
        bytes_[size_++] = is_upper(c) ? static_cast<char>(c + 32) : c;
      }
      before = c;
    }
    if (bytes_[size_ - 1] != ' ') bytes_[size_++] = ' ';
  }

  std::string_view words() const { return {bytes_.data(), size_}; }

 private:
  static constexpr std::size_t kLookedAt = 512;
  static constexpr std::size_t kAttributes = 5;
  std::array<char, kAttributes * (2 * kLookedAt + 1) + 1> bytes_{' '};
  std::size_t size_ = 1;
};

}  // namespace

/// Writes down elements and texts as the page gives them.
class HtmlTree::Builder final : public HtmlSink {
 public:
  Builder(HtmlTree& tree, std::size_t page_bytes) : tree_(tree) {
    // Most pages take no more room than this.
    constexpr std::size_t kBytesOfElement = 64;
    constexpr std::size_t kTextsOfElement = 4;
    tree_.texts_.reserve(page_bytes / kBytesOfElement / kTextsOfElement);
    tree_.elements_.reserve(page_bytes / kBytesOfElement);
    HtmlElement root;
    root.names = " ";
    root.block = true;
    tree_.elements_.push_back(root);
  }

  void open(HtmlTag tag, const HtmlAttributes& attributes, bool hidden) override {
    HtmlElement element;
    element.tag = tag;
    element.parent = element_;
    element.hidden = hidden;
    element.names = " ";
    if (!attributes.empty()) {
      using enum HtmlAttribute;
      add_names(attributes, element);
      element.itemprop = kept(attributes[itemprop]);
      // Microdata may be in any element: what readers see in it and what it says are two things.
      if (!element.itemprop.empty() && !attributes[content].empty()) add_meta(attributes, {itemprop}, content);
      if (tag == HtmlTag::time) element.datetime = kept(attributes[datetime]);
    }
    element.block = is_block(tag) || is_set_apart(element.names);
    if (element.block) flush();
    element.first_text = static_cast<std::uint32_t>(tree_.texts_.size());
    const auto index = static_cast<std::uint32_t>(tree_.elements_.size());
    if (element.block) block_ = index;
    tree_.elements_.push_back(element);
    element_ = index;
  }

  void close() override {
    auto& element = tree_.elements_[element_];
    if (element.block) flush();
    end(element);
    if (!element.block) element.end_text += has_text_;
    if (element.block) {
      block_ = element.parent;
      while (!tree_.elements_[block_].block) block_ = tree_.elements_[block_].parent;
    }
    element_ = element.parent;
  }

  void text(std::string_view text, LinkKind link) override {
    const auto size = trim(text).size();
    if (size > 0) {
      constexpr std::size_t kMost = 1u << 30;
      breaks_ = 0;
      has_text_ = true;
      if (link != LinkKind::none) pending_linked_ += static_cast<std::uint32_t>(std::min(size, kMost));
      author_link_ = author_link_ || link == LinkKind::author;
    }
    append_without_entities(text, pending_);
  }

  /// One break folds into a space; two in a row part paragraphs.
  void line_break() override {
    if (++breaks_ >= 2) {
      flush();
    } else {
      pending_ += '\n';
    }
  }

  void rule() override { flush(); }

  void meta(const HtmlAttributes& attributes) override {
    add_meta(attributes, {HtmlAttribute::property, HtmlAttribute::name, HtmlAttribute::itemprop}, HtmlAttribute::content);
  }

  void linked(const HtmlAttributes& attributes) override { add_meta(attributes, {HtmlAttribute::rel, HtmlAttribute::itemprop}, HtmlAttribute::href); }

  void title(std::string_view text) override {
    std::string decoded;
    append_without_entities(text, decoded);
    tree_.title_ = fold_space(decoded);
  }

  void language(std::string_view tag) override {
    constexpr std::size_t kLongest = 32;
    if (tree_.language_.empty()) tree_.language_ = std::string(tag.substr(0, kLongest));
  }

  void json_ld(std::string_view script) override { tree_.json_ld_.push_back(script); }

  void finish() {
    flush();
    end(tree_.elements_.front());
  }

 private:
  void add_names(const HtmlAttributes& attributes, HtmlElement& element) {
    using enum HtmlAttribute;
    names_.clear();
    for (const auto attribute : {class_names, id, role, data_component, data_testid}) {
      if (!attributes[attribute].empty()) names_.add(attributes[attribute]);
    }
    if (names_.words().size() > element.names.size()) element.names = tree_.arena_.copy(names_.words());
  }

  std::string_view kept(std::string_view value) { return value.empty() ? value : tree_.arena_.copy(attribute_without_entities(value)); }

  void end(HtmlElement& element) const {
    element.end = static_cast<std::uint32_t>(tree_.elements_.size());
    element.end_text = static_cast<std::uint32_t>(tree_.texts_.size());
  }

  void add_meta(const HtmlAttributes& attributes, std::initializer_list<HtmlAttribute> names, HtmlAttribute value) {
    for (const auto attribute : names) {
      auto name = ascii_lower(trim(attributes[attribute]));
      if (name.empty()) continue;
      auto folded = fold_space(attribute_without_entities(attributes[value]));
      if (!folded.empty()) tree_.metas_.push_back({std::move(name), std::move(folded)});
      return;
    }
  }

  void flush() {
    auto text = fold_space(pending_);
    if (!text.empty()) {
      const auto linked = std::min(pending_linked_, static_cast<std::uint32_t>(text.size()));
      tree_.texts_.push_back({std::move(text), block_, linked, author_link_});
    }
    pending_.clear();
    pending_linked_ = 0;
    author_link_ = has_text_ = false;
  }

  HtmlTree& tree_;
  Names names_;
  std::string pending_;
  std::uint32_t pending_linked_ = 0;
  std::uint32_t element_ = 0;
  std::uint32_t block_ = 0;
  unsigned breaks_ = 0;
  bool has_text_ = false;  ///< More than white space is pending.
  bool author_link_ = false;
};

HtmlTree::HtmlTree(std::string_view page, Scripts scripts) {
  Builder builder(*this, page.size());
  trouble_ = tidy_html(page, builder, scripts);
  builder.finish();
}

std::string HtmlTree::text_of(std::uint32_t element, std::size_t limit) const {
  std::string text;
  const auto& range = elements_[element];
  for (auto i = range.first_text; i < range.end_text && i < texts_.size() && text.size() < limit; ++i) {
    if (!text.empty()) text += ' ';
    text += texts_[i].text;
  }
  if (text.size() > limit) {
    while (limit > 0 && (text[limit] & 0xC0) == 0x80) --limit;
    text.resize(limit);
  }
  return text;
}

bool has_name(const HtmlElement& element, std::string_view word) {
  if (element.names.size() < word.size() + 2) return false;
  for (auto at = element.names.find(word); at != std::string_view::npos; at = element.names.find(word, at + 1)) {
    if (element.names[at - 1] == ' ' && element.names[at + word.size()] == ' ') return true;
  }
  return false;
}

bool are_alike(const HtmlElement& a, const HtmlElement& b) {
  if (a.tag != b.tag) return false;
  if (a.names == b.names) return true;
  const auto is_same = [](char x, char y) { return x == y || (is_digit(x) && is_digit(y)); };
  return std::equal(a.names.begin(), a.names.end(), b.names.begin(), b.names.end(), is_same);
}

}  // namespace attache::reading
