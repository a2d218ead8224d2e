#include "reading/html_tokenizer.h"

#include "reading/limits.h"
#include "reading/text.h"

#include <array>
#include <cstdint>

namespace attache::reading {
namespace {

constexpr auto npos = std::string_view::npos;
/// No element or attribute that matters has a longer name.
constexpr std::size_t kLongestTagName = 64;

struct NamedAttribute {
  std::string_view name;
  HtmlAttribute attribute;
};

constexpr NamedAttribute kAttributes[] = {
    {"class", HtmlAttribute::class_names}, {"id", HtmlAttribute::id}, {"href", HtmlAttribute::href}, {"rel", HtmlAttribute::rel}, {"itemprop", HtmlAttribute::itemprop},
    {"name", HtmlAttribute::name}, {"content", HtmlAttribute::content}, {"property", HtmlAttribute::property}, {"datetime", HtmlAttribute::datetime}, {"role", HtmlAttribute::role},
    {"lang", HtmlAttribute::lang}, {"type", HtmlAttribute::type}, {"data-component", HtmlAttribute::data_component}, {"data-testid", HtmlAttribute::data_testid},
};

/// What bytes may be in tags, by their value: a look-up is less than the comparisons, and this is asked of every byte of every tag.
enum : std::uint8_t { kInTagName = 1, kEndsAttributeName = 2, kEndsBareValue = 4 };

constexpr auto kBytes = [] {
  std::array<std::uint8_t, 256> bytes{};
  for (unsigned i = 0; i < bytes.size(); ++i) {
    const char c = static_cast<char>(i);
    const bool ends_value = is_space(c) || c == '>';
    bytes[i] |= is_letter(c) || is_digit(c) || c == '-' || c == ':' || c == '_' ? kInTagName : 0;
    bytes[i] |= ends_value || c == '=' || c == '/' ? kEndsAttributeName : 0;
    bytes[i] |= ends_value ? kEndsBareValue : 0;
  }
  return bytes;
}();

constexpr bool is(char c, unsigned what) { return (kBytes[static_cast<unsigned char>(c)] & what) != 0; }

constexpr bool is_name_byte(char c) { return is(c, kInTagName); }

bool is_style_hidden(std::string_view style) {
  constexpr std::size_t kLookedAt = 512;
  const auto display = find_ignoring_case(style.substr(0, kLookedAt), "display");
  return display != npos && starts_ignoring_case(strip(style.substr(display + 7), " :"), "none");
}

/// True when a comment that is open at the end of the script holds the beginning of another script.
bool writes_script(std::string_view script) {
  const auto comment = script.rfind("<!--");
  if (comment == npos) return false;
  const auto inside = script.substr(comment + 4);
  return inside.find("-->") == npos && find_ignoring_case(inside, "<script") != npos;
}

void keep(HtmlToken& tag, std::string_view name, std::string_view value) {
  if (name.empty()) return;
  const char first = static_cast<char>(name.front() | 0x20);
  if (first == 'h' && equal_ignoring_case(name, "hidden")) tag.hidden = true;
  if (first == 's' && equal_ignoring_case(name, "style") && is_style_hidden(value)) tag.hidden = true;
  if (value.size() > kMaxAttributeBytes) return;
  for (const auto& known : kAttributes) {
    if (known.name.size() == name.size() && known.name.front() == first && equal_ignoring_case(name, known.name)) return tag.attributes.set(known.attribute, value);
  }
}

}  // namespace

std::string_view HtmlTokenizer::read_text() {
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

bool HtmlTokenizer::read_tag(HtmlToken& tag) {
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
  const auto start = at_;
  while (at_ < page_.size() && is_name_byte(page_[at_])) ++at_;
  if (at_ == start || at_ - start > kLongestTagName) {
    const auto close = page_.find('>', at_);
    at_ = close == npos ? page_.size() : close + 1;
    return false;
  }
  tag.name.assign(page_, start, at_ - start);
  for (char& c : tag.name) c = is_upper(c) ? static_cast<char>(c + 32) : c;
  read_attributes(tag);
  return true;
}

std::string_view HtmlTokenizer::skip_raw(std::string_view name) {
  const auto start = at_;
  const bool script = name == "script";
  bool within = false;
  for (auto open = page_.find('<', at_); open != npos; open = page_.find('<', open + 1)) {
    if (open + 1 >= page_.size() || page_[open + 1] != '/') continue;
    if (!starts_ignoring_case(page_.substr(open + 2), name)) continue;
    const auto behind = open + 2 + name.size();
    if (behind < page_.size() && is_name_byte(page_[behind])) continue;
    // A script that writes another, both within a comment, as old pages have it: the first end tag is the other's.
    if (script && !within && writes_script(page_.substr(start, open - start))) {
      within = true;
      continue;
    }
    const auto close = page_.find('>', behind);
    at_ = close == npos ? page_.size() : close + 1;
    return page_.substr(start, open - start);
  }
  at_ = page_.size();
  return page_.substr(start);
}

void HtmlTokenizer::skip_comment() {
  if (page_.substr(at_).starts_with("<!--")) {
    // "<!-->" is a whole comment, and "--!>" ends one too.
    for (auto dashes = page_.find("--", at_ + 2); dashes != npos; dashes = page_.find("--", dashes + 1)) {
      const auto behind = page_.substr(dashes + 2, 2);
      const bool first = dashes == at_ + 2;
      if (!behind.starts_with('>') && (first || behind != "!>")) continue;
      at_ = dashes + (behind.starts_with('>') ? 3 : 4);
      return;
    }
    at_ = page_.size();
    return;
  }
  const auto close = page_.find('>', at_);
  at_ = close == npos ? page_.size() : close + 1;
}

void HtmlTokenizer::skip_space() {
  while (at_ < page_.size() && is_space(page_[at_])) ++at_;
}

void HtmlTokenizer::read_attributes(HtmlToken& tag) {
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
    while (at_ < page_.size() && !is(page_[at_], kEndsAttributeName)) ++at_;
    const auto name = page_.substr(name_start, at_ - name_start);
    skip_space();
    std::string_view value;
    if (at_ < page_.size() && page_[at_] == '=') {
      ++at_;
      value = read_value();
    }
    if (++seen <= kMaxAttributes) keep(tag, name, value);
  }
}

std::string_view HtmlTokenizer::read_value() {
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
  while (at_ < page_.size() && !is(page_[at_], kEndsBareValue)) ++at_;
  return page_.substr(start, at_ - start);
}

}  // namespace attache::reading
