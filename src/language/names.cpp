#include "language/names.h"

#include <array>

namespace attache {
namespace {

constexpr std::array<std::string_view, 3> kKindNames = {"person", "organisation", "place"};
/// In the order of `NameTag`.
constexpr std::array<std::string_view, 7> kTagNames = {"O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"};

constexpr bool begins(NameTag tag) { return static_cast<int>(tag) % 2 == 1; }
constexpr NameKind kind_of(NameTag tag) { return static_cast<NameKind>((static_cast<int>(tag) - 1) / 2); }

/// The tag of that name; of kinds that we do not know, none. Nothing for what is no tag.
bool read_tag(std::string_view text, NameTag& tag) {
  tag = NameTag::none;
  for (std::size_t i = 0; i < kTagNames.size(); ++i) {
    if (text == kTagNames[i]) {
      tag = static_cast<NameTag>(i);
      return true;
    }
  }
  return text.size() > 2 && (text[0] == 'B' || text[0] == 'I') && text[1] == '-';
}

}  // namespace

std::string_view name_of(NameKind kind) { return kKindNames[static_cast<std::size_t>(kind)]; }
NameTag begin_tag(NameKind kind) { return static_cast<NameTag>(2 * static_cast<int>(kind) + 1); }
NameTag inside_tag(NameKind kind) { return static_cast<NameTag>(2 * static_cast<int>(kind) + 2); }

std::vector<NameSpan> name_spans(std::span<const Token> tokens) {
  std::vector<NameSpan> spans;
  for (std::size_t i = 0; i < tokens.size();) {
    if (!begins(tokens[i].name)) {
      ++i;
      continue;
    }
    const NameKind kind = kind_of(tokens[i].name);
    std::size_t end = i + 1;
    while (end < tokens.size() && tokens[end].name == inside_tag(kind)) ++end;
    spans.push_back({i, end, kind});
    i = end;
  }
  return spans;
}

std::vector<NamedDocument> read_names(std::string_view text, const std::string& file, const std::function<void(const Error&)>& on_error) {
  std::vector<NamedDocument> documents;
  Sentence sentence;
  bool bad = false;
  const auto finish = [&] {
    if (!sentence.tokens.empty() && !bad) {
      if (documents.empty()) documents.emplace_back();
      documents.back().push_back(std::move(sentence));
    }
    sentence = {};
    bad = false;
  };
  std::uint64_t number = 0;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) {
      finish();
      continue;
    }
    const std::size_t tab = line.find('\t');
    if (line.starts_with('#') && tab == std::string_view::npos) {
      finish();
      if (line.starts_with("# doc")) documents.emplace_back();
      continue;
    }
    Token token;
    token.text = line.substr(0, tab);
    if (tab == std::string_view::npos || token.text.empty() || !read_tag(line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1), token.name)) {
      if (!bad) on_error({ErrorKind::malformed, "a line is a word, a tab and a name tag such as B-PER or O", {file, {}, number, {}}, "skipped the sentence"});
      bad = true;
    }
    sentence.tokens.push_back(token);
  }
  finish();
  return documents;
}

}  // namespace attache
