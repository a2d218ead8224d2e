#include "coding/contexts.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace attache::coding {
namespace {

/// How many sentences before and behind belong to an event's surroundings, within its paragraph.
constexpr std::size_t surroundings = 3;

/// The governments and bodies that deal with each other as states do.
bool is_state_or_body(const Entity& entity) {
  static constexpr std::array<std::string_view, 4> no_states = {"NGO", "MNC", "ISM", "IMG"};
  return !entity.code.empty() && (entity.sector.empty() || entity.sector == "GOV") &&
         std::find(no_states.begin(), no_states.end(), entity.code) == no_states.end();
}

/// Two of different countries take part, on two sides or together.
bool is_between_states(const Event& event) {
  const Entity* first = nullptr;
  for (const auto* side : {&event.actors, &event.recipients}) {
    for (const Entity& entity : *side) {
      if (!is_state_or_body(entity)) continue;
      if (first && first->code != entity.code) return true;
      if (!first) first = &entity;
    }
  }
  return false;
}

/// Hyphens between words and marks of possession stand in no phrase: "cease - fire", "women 's rights".
bool is_between_words(const Token& token) {
  return token.text == "-" || token.text == "'s" || token.text == "'" || token.text == "\u2019s" || token.text == "\u2019";
}

/// The word's number by its form or its lemma; in a sentence that was not parsed, whose words have none, by its form without a plural's
/// "s".
std::array<WordId, 2> words_at(const Vocabulary& vocabulary, const Sentence& sentence, std::size_t token) {
  const Token& word = sentence.tokens[token];
  const WordId form = vocabulary.find_lower(word.text);
  WordId lemma = unknown_word;
  if (!word.lemma.empty() && word.lemma != word.text) {
    lemma = vocabulary.find_lower(word.lemma);
  } else if (!sentence.parsed && form == unknown_word && word.text.size() > 3 && word.text.back() == 's') {
    lemma = vocabulary.find_lower(word.text.substr(0, word.text.size() - 1));
  }
  return {form, lemma == form ? unknown_word : lemma};
}

}  // namespace

void ContextFinder::look_through(const Sentence& sentence, std::vector<Found>& found) const {
  std::vector<std::array<WordId, 2>> words;
  std::vector<std::uint32_t> tokens;
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    if (is_between_words(sentence.tokens[i])) continue;
    words.push_back(words_at(lexicon_.vocabulary(), sentence, i));
    tokens.push_back(static_cast<std::uint32_t>(i));
  }
  const std::size_t count = words.size();
  std::vector<std::uint32_t> covered(lexicon_.contexts().size());  // up to where a longer phrase has spoken
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::size_t before = found.size();
    for (const WordId first : words[i]) {
      for (const ContextPhrase& phrase : lexicon_.phrases_from(first)) {
        if (i + phrase.words.size() > count || covered[phrase.context] > i) continue;
        bool stands = true;
        for (std::size_t k = 1; k < phrase.words.size() && stands; ++k)
          stands = words[i + k][0] == phrase.words[k] || words[i + k][1] == phrase.words[k];
        if (!stands) continue;
        const Found here{&phrase, i, i + static_cast<std::uint32_t>(phrase.words.size())};
        const auto shorter = std::find_if(found.begin() + static_cast<std::ptrdiff_t>(before), found.end(),
                                          [&](const Found& other) { return other.phrase->context == phrase.context; });
        if (shorter == found.end()) {
          found.push_back(here);
        } else if (shorter->last < here.last) {
          *shorter = here;
        }
      }
    }
    for (std::size_t k = before; k < found.size(); ++k) covered[found[k].phrase->context] = found[k].last;
  }
  for (Found& one : found) {
    one.first = tokens[one.first];
    one.last = tokens[one.last - 1] + 1;
  }
  std::erase_if(found, [](const Found& one) { return one.phrase->weight == ContextWeight::other; });
}

const std::vector<ContextFinder::Found>& ContextFinder::phrases_in(std::size_t sentence) {
  auto& found = found_[sentence];
  if (!found) look_through(sentences_[sentence], found.emplace());
  return *found;
}

std::string ContextFinder::words_of(const Found& found, std::size_t sentence) const {
  std::string text;
  for (std::uint32_t i = found.first; i < found.last; ++i) {
    if (!text.empty()) text += ' ';
    text += sentences_[sentence].tokens[i].text;
  }
  return '"' + text + '"';
}

/// Another phrase of the context in the sentences around, or in the headline.
std::optional<std::string> ContextFinder::further_hint(std::uint16_t context, const ContextPhrase& but, std::size_t sentence) {
  const auto look = [&](std::size_t other) -> std::optional<std::string> {
    for (const Found& found : phrases_in(other)) {
      if (found.phrase->context == context && found.phrase != &but) return words_of(found, other);
    }
    return std::nullopt;
  };
  const std::size_t first = sentence > surroundings ? sentence - surroundings : 0;
  for (std::size_t other = first; other < std::min(sentences_.size(), sentence + surroundings + 1); ++other) {
    if (other == sentence || sentences_[other].block != sentences_[sentence].block) continue;
    if (auto words = look(other)) return *words + " near by";
  }
  for (std::size_t other = 0; other < sentences_.size() && sentences_[other].kind == BlockKind::headline; ++other) {
    if (other == sentence) continue;
    if (auto words = look(other)) return *words + " in the headline";
  }
  return std::nullopt;
}

/// Why the context holds; empty when it does not.
std::string ContextFinder::reason_for(std::uint16_t context, const Event& event, EventType type, std::size_t sentence) {
  const Context& entry = lexicon_.contexts()[context];
  const Found* hint = nullptr;
  for (const Found& found : phrases_in(sentence)) {
    if (found.phrase->context != context) continue;
    if (found.phrase->weight == ContextWeight::word) return words_of(found, sentence);
    if (hint && hint->phrase != found.phrase) return words_of(*hint, sentence) + " and " + words_of(found, sentence);
    hint = &found;
  }
  for (const auto* side : {&event.actors, &event.recipients}) {
    for (const Entity& entity : *side) {
      if (!entity.sector.empty() && std::find(entry.sectors.begin(), entry.sectors.end(), entity.sector) != entry.sectors.end())
        return entity.text + " (" + entity.sector + ")";
    }
  }
  if ((entry.between_states >> static_cast<unsigned>(type) & 1u) != 0 && is_between_states(event)) return "between states";
  if (!hint) return {};
  const auto further = further_hint(context, *hint->phrase, sentence);
  return further ? words_of(*hint, sentence) + " and " + *further : std::string{};
}

void ContextFinder::add_to(Event& event, EventType type, std::size_t sentence) {
  for (std::size_t number = 0; number < lexicon_.contexts().size(); ++number) {
    const auto context = static_cast<std::uint16_t>(number);
    const auto& name = lexicon_.contexts()[context].name;
    if (std::find(event.contexts.begin(), event.contexts.end(), name) != event.contexts.end()) continue;
    const std::string reason = reason_for(context, event, type, sentence);
    if (reason.empty()) continue;
    event.contexts.push_back(name);
    event.reason.push_back(fmt::format("context {}: {}", name, reason));
  }
}

}  // namespace attache::coding
