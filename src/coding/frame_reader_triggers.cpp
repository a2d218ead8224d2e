// Triggers and lists of words, as the YAML files write them.
#include "coding/frame_reader.h"

#include <algorithm>
#include <array>
#include <sstream>

namespace attache::coding {
namespace {

/// Prepositions that end the head of a noun trigger: "state *of* emergency".
constexpr std::array<std::string_view, 16> prepositions = {"of", "in", "on", "to", "for", "from", "with", "against", "by", "at", "into", "over", "under", "between", "without", "as"};

bool is_preposition(std::string_view word) { return std::find(prepositions.begin(), prepositions.end(), word) != prepositions.end(); }

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, separator);) {
    if (!part.empty()) parts.push_back(part);
  }
  return parts;
}

std::string lower_ascii(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

/// A trigger with an alternative of several words, "close|shut_down office", as triggers without: "close office", "shut down office".
std::vector<std::string> spelled_out(const std::string& text) {
  const auto words = split(text, ' ');
  const auto long_word = std::find_if(words.begin(), words.end(), [](const std::string& word) { return word.find('_') != std::string::npos; });
  if (long_word == words.end()) return {text};
  std::string short_ones;
  std::vector<std::string> choices;
  for (auto alternative : split(*long_word, '|')) {
    if (alternative.find('_') == std::string::npos) {
      short_ones += (short_ones.empty() ? "" : "|") + alternative;
    } else {
      std::replace(alternative.begin(), alternative.end(), '_', ' ');
      choices.push_back(std::move(alternative));
    }
  }
  if (!short_ones.empty()) choices.push_back(std::move(short_ones));
  std::vector<std::string> variants;
  for (const auto& choice : choices) {
    std::string variant;
    for (auto word = words.begin(); word != words.end(); ++word) variant += (variant.empty() ? "" : " ") + (word == long_word ? choice : *word);
    const auto further = spelled_out(variant);
    variants.insert(variants.end(), further.begin(), further.end());
  }
  return variants;
}

/// Whether the alternatives of one word mix particles with other words: "out|hammer" of "thrash out|hammer out", where "thrash_out|hammer_out" was meant.
bool mixes_particles(const std::string& word) {
  static constexpr std::array<std::string_view, 9> particles = {"aside", "out", "up", "down", "off", "away", "through", "upon", "towards"};
  static constexpr std::array<std::string_view, 8> neither = {"back", "home", "together", "along", "alongside", "around", "round", "behind"};
  const auto among = [](const auto& list, const std::string& one) { return std::find(list.begin(), list.end(), one) != list.end(); };
  bool particle = false, other = false;
  for (const auto& alternative : split(word, '|')) {
    const bool is_particle = is_preposition(alternative) || among(particles, alternative);
    particle |= is_particle;
    other |= !is_particle && !among(neither, alternative);
  }
  return particle && other;
}

void sort_unique(WordSet& set) {
  std::sort(set.begin(), set.end());
  set.erase(std::unique(set.begin(), set.end()), set.end());
}

}  // namespace

void FrameReader::read_triggers(const YAML::Node& owner, TriggerOwner kind, std::uint32_t index) {
  const std::size_t before = lexicon_.triggers_.size();
  for (const auto& text : strings(owner["verbs"])) add_trigger(text, WordClass::verb, kind, index, owner["verbs"]);
  for (const auto& text : strings(owner["nouns"])) add_trigger(text, WordClass::noun, kind, index, owner["nouns"]);
  for (const auto& text : strings(owner["adjectives"])) add_trigger(text, WordClass::adjective, kind, index, owner["adjectives"]);
  if (lexicon_.triggers_.size() == before) fail(owner, "no trigger");
}

void FrameReader::add_trigger(const std::string& text, WordClass word_class, TriggerOwner owner, std::uint32_t index, const YAML::Node& node) {
  for (const auto& variant : spelled_out(text)) add_variant(variant, text, word_class, owner, index, node);
}

void FrameReader::add_variant(const std::string& variant, const std::string& text, WordClass word_class, TriggerOwner owner, std::uint32_t index, const YAML::Node& node) {
  Trigger trigger{word_class, owner, index, read_words(variant, word_class, node), text};
  // A hyphenated head is also found when the tokenizer took it apart: its last part governs the others.
  const auto words = split(variant, ' ');
  for (const auto& word : words) {
    const auto parts = split(word, '-');
    if (parts.size() < 2 || word.find('|') != std::string::npos || word.find('<') != std::string::npos) continue;
    std::string apart;
    for (const auto& other : words) {
      if (!apart.empty()) apart += ' ';
      if (other != word) {
        apart += other;
      } else if (word_class == WordClass::verb && &other == &words.front()) {
        apart += parts.back();
        for (std::size_t i = 0; i + 1 < parts.size(); ++i) apart += ' ' + parts[i];
      } else {
        for (std::size_t i = 0; i < parts.size(); ++i) apart += (i ? " " : "") + parts[i];
      }
    }
    lexicon_.triggers_.push_back({word_class, owner, index, read_words(apart, word_class, node), text});
    break;
  }
  lexicon_.triggers_.push_back(std::move(trigger));
}

std::vector<WordSet> FrameReader::read_words(const std::string& text, WordClass word_class, const YAML::Node& node) {
  const auto parts = split(text, ' ');
  if (parts.empty()) fail(node, "an empty trigger");
  std::size_t head = 0;
  if (word_class == WordClass::noun) {
    head = parts.size() - 1;
    for (std::size_t i = 1; i < parts.size(); ++i) {
      if (is_preposition(parts[i])) {
        head = i - 1;
        break;
      }
    }
  }
  std::vector<WordSet> words{read_alternatives(parts[head], node)};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i != head) words.push_back(read_alternatives(parts[i], node));
  }
  return words;
}

WordSet FrameReader::read_alternatives(const std::string& text, const YAML::Node& node) {
  if (mixes_particles(text)) fail(node, "\"" + text + "\" mixes particles and other words; join the words of one alternative with _");
  WordSet set;
  for (const auto& part : split(text, '|')) {
    if (part.front() == '<' && part.back() == '>') {
      const auto found = classes_.find(part.substr(1, part.size() - 2));
      if (found == classes_.end()) fail(node, "no class " + part);
      set.insert(set.end(), found->second.begin(), found->second.end());
    } else {
      set.push_back(lexicon_.vocabulary_.add(lower_ascii(part)));
    }
  }
  if (set.empty()) fail(node, "an empty word in a trigger");
  sort_unique(set);
  return set;
}

WordSet FrameReader::read_word_list(const YAML::Node& node) {
  WordSet set;
  for (const auto& word : strings(node)) {
    const auto alternatives = read_alternatives(word, node);
    set.insert(set.end(), alternatives.begin(), alternatives.end());
  }
  sort_unique(set);
  return set;
}

std::vector<WordId> FrameReader::read_phrase(const std::string& text) {
  std::vector<WordId> phrase;
  for (const auto& word : split(text, ' ')) phrase.push_back(lexicon_.vocabulary_.add(lower_ascii(word)));
  return phrase;
}

}  // namespace attache::coding
