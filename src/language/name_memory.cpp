#include "language/names.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

namespace attache {
namespace {

/// A majority that overrules single readings: so many times, and this share of all.
constexpr unsigned kLeastSeen = 3;
constexpr double kLeastShare = 0.66;
constexpr std::size_t kShortestAcronym = 2, kLongestAcronym = 8;

bool is_capital(std::string_view text) { return !text.empty() && text.front() >= 'A' && text.front() <= 'Z'; }

bool is_acronym(std::string_view text) {
  return text.size() >= kShortestAcronym && text.size() <= kLongestAcronym &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '.'; });
}

/// How often a text was a name of each kind.
struct Readings {
  std::array<unsigned, kNameKinds> count{};

  unsigned total() const { return count[0] + count[1] + count[2]; }
  NameKind most() const { return static_cast<NameKind>(std::max_element(count.begin(), count.end()) - count.begin()); }
  unsigned of(NameKind kind) const { return count[static_cast<std::size_t>(kind)]; }
};

std::string text_of(std::span<const Token> tokens, const NameSpan& span) {
  std::string text;
  for (std::size_t i = span.first; i < span.end; ++i) {
    if (i > span.first) text += ' ';
    text += tokens[i].text;
  }
  return text;
}

/// What a document says of its names.
class NameMemory {
 public:
  void learn(const Sentence& sentence) {
    const auto& tokens = sentence.tokens;
    for (const NameSpan& span : name_spans(tokens)) {
      ++by_text_[text_of(tokens, span)].count[static_cast<std::size_t>(span.kind)];
      if (span.kind == NameKind::person && span.end - span.first > 1 && is_capital(tokens[span.end - 1].text)) {
        ++surnames_[std::string(tokens[span.end - 1].text)];
      }
      const bool acronym_follows = span.kind == NameKind::organisation && span.end - span.first > 1 && span.end + 2 < tokens.size() &&
                                   tokens[span.end].text == "(" && tokens[span.end + 2].text == ")" && is_acronym(tokens[span.end + 1].text);
      if (acronym_follows) ++acronyms_[std::string(tokens[span.end + 1].text)];
    }
  }

  void apply(Sentence& sentence) const {
    auto& tokens = sentence.tokens;
    for (const NameSpan& span : name_spans(tokens)) {
      const NameKind kind = kind_of(text_of(tokens, span), span.kind);
      if (kind == span.kind) continue;
      tokens[span.first].name = begin_tag(kind);
      for (std::size_t i = span.first + 1; i < span.end; ++i) tokens[i].name = inside_tag(kind);
    }
    // Single words that the network took for no names.
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      Token& token = tokens[i];
      if (token.name != NameTag::none || token.upos != Upos::propn) continue;
      const bool beside_name = (i > 0 && tokens[i - 1].upos == Upos::propn) || (i + 1 < tokens.size() && tokens[i + 1].upos == Upos::propn);
      if (beside_name) continue;
      const std::string text(token.text);
      if (acronyms_.count(text) != 0) token.name = NameTag::begin_organisation;
      else if (surnames_.count(text) != 0) token.name = NameTag::begin_person;
    }
  }

 private:
  NameKind kind_of(const std::string& text, NameKind found) const {
    if (acronyms_.count(text) != 0) return NameKind::organisation;
    const auto& readings = by_text_.at(text);
    const unsigned most = readings.of(readings.most());
    if (most >= kLeastSeen && most >= kLeastShare * readings.total()) return readings.most();
    if (const auto surname = surnames_.find(text); surname != surnames_.end() && surname->second >= readings.of(found)) return NameKind::person;
    return found;
  }

  std::map<std::string, Readings> by_text_;
  std::map<std::string, unsigned> surnames_;  ///< Last words of full names of persons.
  std::map<std::string, unsigned> acronyms_;  ///< In brackets behind an organisation.
};

}  // namespace

void agree_on_names(std::span<Sentence> sentences) {
  NameMemory memory;
  for (const auto& sentence : sentences) memory.learn(sentence);
  for (auto& sentence : sentences) memory.apply(sentence);
}

}  // namespace attache
