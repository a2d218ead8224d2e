#include "language/scan.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "language/characters.h"
#include "language/inflections.h"
#include "language/tokenizer.h"
#include "language/word_list.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace attache {
namespace {

/// What a word or a sentence can be; five bits of a slot. A `part` is a trigger together with another.
enum Class : std::uint32_t { trigger = 1, actor = 2, pronoun = 4, speech = 8, part = 16, all_classes = 31 };
constexpr int class_bits = 5;

/// Of a sentence only: it begins within a quotation, or has one in it.
constexpr std::uint32_t quoted = 32;

constexpr std::uint32_t image_magic = 0x4E435341, image_version = 1, flag_names_are_actors = 1;
enum Header : std::size_t { magic_slot, version_slot, flags_slot, count_slot, header_slots };

constexpr std::uint64_t word_seed = 0x9e3779b97f4a7c15u;
constexpr std::uint64_t acronym_seed = 0xd1b54a32d192ed03u;

/// Words that may mean somebody named in another sentence.
constexpr const char* pronouns[] = {"he",      "she",        "they",   "it",   "we",  "i",    "him",   "her",    "them", "us",
                                    "me",      "his",        "their",  "its",  "our", "my",   "hers",  "theirs", "ours", "himself",
                                    "herself", "themselves", "itself", "both", "those", "each"};
constexpr const char* speech_words[] = {"said",    "says",      "say",      "saying",    "told",      "tells",     "tell",
                                        "telling", "added",     "adds",     "adding",    "according", "stated",    "states",
                                        "stating", "announced", "warned",   "claimed",   "claims",    "declared",  "insisted",
                                        "wrote",   "tweeted",   "asked",    "replied",   "responded", "explained", "noted",
                                        "argued",  "quoted",    "reported", "statement", "interview", "confirmed"};

constexpr auto commonest_words = language::word_list({
    "a",       "an",    "the",  "of",    "to",      "in",  "into", "on",  "onto",  "out",     "up",   "down", "off",
    "over",    "for",   "from", "with",  "without", "at",  "by",   "as",  "under", "against", "back", "away", "through",
    "between", "about", "its",  "their", "his",     "not", "no",   "one", "be",    "have",    "-",
});
constexpr auto common_verbs =
    language::word_list({"go", "come", "do", "take", "make", "give", "get", "put", "say", "tell", "call", "want"});

constexpr std::array<unsigned char, 256> lower_table = [] {
  std::array<unsigned char, 256> table{};
  for (std::size_t c = 0; c < table.size(); ++c) table[c] = static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
  return table;
}();

/// SplitMix64's finishing step.
constexpr std::uint64_t mix(std::uint64_t h) {
  h = (h ^ (h >> 30)) * 0xbf58476d1ce4e5b9u;
  h = (h ^ (h >> 27)) * 0x94d049bb133111ebu;
  return h ^ (h >> 31);
}

/// Hash of ASCII in any case, eight bytes at a time.
inline std::uint64_t hash_ascii(std::string_view word) {
  std::uint64_t hash = word_seed ^ word.size(), chunk = 0;
  std::size_t i = 0;
  for (const char c : word) {
    chunk = (chunk << 8) | lower_table[static_cast<unsigned char>(c)];
    if ((++i & 7) == 0) {
      hash = mix(hash ^ chunk);
      chunk = 0;
    }
  }
  return mix(hash ^ chunk);
}

bool is_ascii(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Hash of a word whatever its case.
inline std::uint64_t hash_word(std::string_view word) { return is_ascii(word) ? hash_ascii(word) : hash_ascii(to_lower(word)); }

/// "US", "WHO", "IS": in lower case they are other words, so they are looked up as written.
bool is_short_acronym(std::string_view word) {
  return word.size() >= 2 && word.size() <= 4 && std::all_of(word.begin(), word.end(), language::is_upper_ascii);
}

/// Of two neighbours.
constexpr std::uint64_t hash_pair(std::uint64_t first, std::uint64_t second) { return mix(first * 3 + second); }

/// Of two words of a trigger, whichever comes first.
constexpr std::uint64_t hash_parts(std::uint64_t one, std::uint64_t other) { return mix((one + other) ^ 0xa0761d6478bd642fu); }

/// A slot: the hash's upper 27 bits above the classes. An empty slot is zero, which no entry is, having a class.
constexpr std::uint32_t slot_of(std::uint64_t hash, std::uint32_t classes) {
  return (static_cast<std::uint32_t>(hash >> (32 + class_bits)) << class_bits) | classes;
}

std::vector<std::string_view> words_of(std::string_view entry) {
  Arena arena;
  std::pmr::vector<language::Piece> pieces(arena.resource());
  language::tokenize(entry, pieces);
  std::vector<std::string_view> words;
  for (const language::Piece& piece : pieces) words.push_back(entry.substr(piece.begin, piece.end - piece.begin));
  return words;
}

/// The hash under which an entry is found: that of its word, or of the two neighbouring words with most letters.
std::uint64_t hash_entry(const std::vector<std::string_view>& words) {
  if (words.size() == 1) return is_short_acronym(words[0]) ? hash_word(words[0]) ^ acronym_seed : hash_word(words[0]);
  std::size_t best = 0;
  const auto weight = [&](std::size_t i) { return words[i].size() + words[i + 1].size(); };
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    if (weight(i) > weight(best)) best = i;
  }
  return hash_pair(hash_word(words[best]), hash_word(words[best + 1]));
}

/// The word behind the first that tells most: the least common, of these the longest, of these the first. There are two or more.
std::string_view weightiest_behind_first(const std::vector<std::string_view>& words) {
  std::string_view best = words[1];
  for (const std::string_view word : std::span(words).subspan(2)) {
    const auto weight = [](std::string_view w) { return std::pair(-commonness_in_text(w), w.size()); };
    if (weight(word) > weight(best)) best = word;
  }
  return best;
}

/// The entry with every inflection of its last word.
std::vector<std::string> with_inflected_end(std::string_view entry) {
  const std::size_t blank = entry.rfind(' ');
  const std::size_t begin = blank == std::string_view::npos ? 0 : blank + 1;
  std::vector<std::string> forms = inflected_forms(entry.substr(begin));
  for (std::string& form : forms) form.insert(0, entry.substr(0, begin));
  return forms;
}

/// A hash with what it stands for, collected before the table is built.
struct Entry {
  std::uint64_t hash;
  std::uint32_t classes;
};

void add_entry(std::vector<Entry>& entries, std::string_view text, std::uint32_t classes) {
  if (const auto words = words_of(text); !words.empty()) entries.push_back({hash_entry(words), classes});
}

/// A trigger's word in all its forms, or of several words the forms of two, each a part, and all their pairs.
void add_trigger(std::vector<Entry>& entries, std::string_view lemma) {
  const auto words = words_of(lemma);
  if (words.empty()) return;
  const auto forms = inflected_forms(words[0]);
  if (words.size() == 1) {
    for (const std::string& form : forms) entries.push_back({hash_word(form), Class::trigger});
    return;
  }
  const auto others = inflected_forms(weightiest_behind_first(words));
  for (const std::string& form : forms) entries.push_back({hash_word(form), Class::part});
  for (const std::string& other : others) entries.push_back({hash_word(other), Class::part});
  for (const std::string& form : forms) {
    for (const std::string& other : others) entries.push_back({hash_parts(hash_word(form), hash_word(other)), Class::trigger});
  }
}

/// The image: header and slots, filled by linear probing in the order of the hashes, so that the same vocabulary gives the same bytes.
std::vector<std::uint32_t> build_image(std::vector<Entry>& entries, std::uint32_t flags) {
  std::sort(entries.begin(), entries.end(), [](const Entry& one, const Entry& other) { return one.hash < other.hash; });
  std::size_t count = 64;
  while (count < 2 * entries.size()) count *= 2;
  std::vector<std::uint32_t> image(header_slots + count, 0);
  image[magic_slot] = image_magic;
  image[version_slot] = image_version;
  image[flags_slot] = flags;
  image[count_slot] = static_cast<std::uint32_t>(count);
  for (const Entry& entry : entries) {
    std::size_t i = entry.hash & (count - 1);
    const auto taken = [&](std::uint32_t slot) { return slot != 0 && (slot & ~all_classes) != slot_of(entry.hash, 0); };
    while (taken(image[header_slots + i])) i = (i + 1) & (count - 1);
    image[header_slots + i] |= slot_of(entry.hash, entry.classes);
  }
  return image;
}

/// Opening and closing marks of quotations seen so far in a block.
class Quotation {
 public:
  /// True for a quotation mark, which is then counted.
  bool see(std::string_view mark) {
    if (mark == "\"") {
      open_ = !open_;
    } else if (mark == "\u201C" || mark == "\u00AB" || mark == "``") {
      open_ = true;
    } else if (mark == "\u201D" || mark == "\u00BB" || mark == "''") {
      open_ = false;
    } else {
      return false;
    }
    return true;
  }
  bool open() const { return open_; }
  void reset() { open_ = false; }

 private:
  bool open_ = false;
};

}  // namespace

int commonness_in_text(std::string_view lemma) { return commonest_words.contains(lemma) ? 2 : common_verbs.contains(lemma) ? 1 : 0; }

std::string_view name_of(ScanReason reason) {
  static constexpr std::string_view names[] = {"none", "event", "pronoun", "antecedent", "speaker", "introduction"};
  return names[static_cast<std::size_t>(reason)];
}

LexicalScan LexicalScan::compile(const ScanVocabulary& vocabulary) {
  std::vector<Entry> entries;
  for (const std::string& lemma : vocabulary.triggers) add_trigger(entries, lemma);
  for (const std::string& lemma : vocabulary.agents) {
    for (const std::string& form : with_inflected_end(lemma)) add_entry(entries, form, Class::actor);
  }
  for (const std::string& name : vocabulary.names) add_entry(entries, name, Class::actor);
  for (const char* word : pronouns) add_entry(entries, word, Class::pronoun);
  for (const char* word : speech_words) add_entry(entries, word, Class::speech);
  return LexicalScan(build_image(entries, vocabulary.names_are_actors ? flag_names_are_actors : 0));
}

Result<LexicalScan> LexicalScan::open(std::span<const std::byte> image) {
  const auto damaged = [] { return tl::unexpected(Error{ErrorKind::internal, "the lexical scan's image is damaged", {}, ""}); };
  if (image.size() < header_slots * sizeof(std::uint32_t) || reinterpret_cast<std::uintptr_t>(image.data()) % alignof(std::uint32_t) != 0)
    return damaged();
  const std::span<const std::uint32_t> table(reinterpret_cast<const std::uint32_t*>(image.data()), image.size() / sizeof(std::uint32_t));
  const std::size_t count = table[count_slot];
  if (table[magic_slot] != image_magic || table[version_slot] != image_version) return damaged();
  if (count == 0 || (count & (count - 1)) != 0 || image.size() != (header_slots + count) * sizeof(std::uint32_t)) return damaged();
  // A look-up ends at an empty slot.
  if (std::find(table.begin() + header_slots, table.end(), 0u) == table.end()) return damaged();
  return LexicalScan(table);
}

std::string LexicalScan::to_image() const {
  std::string bytes(table_.size_bytes(), '\0');
  std::memcpy(bytes.data(), table_.data(), bytes.size());
  return bytes;
}

std::uint32_t LexicalScan::classes_of(std::uint64_t hash) const {
  const std::size_t mask = table_[count_slot] - 1;
  const std::uint32_t wanted = slot_of(hash, 0);
  for (std::size_t i = hash & mask;; i = (i + 1) & mask) {
    const std::uint32_t slot = table_[header_slots + i];
    if (slot == 0) return 0;
    if ((slot & ~all_classes) == wanted) return slot & all_classes;
  }
}

std::uint32_t LexicalScan::classes_of(const Sentence& sentence) const {
  constexpr std::size_t most_parts = 24;
  const bool names_are_actors = (table_[flags_slot] & flag_names_are_actors) != 0;
  std::array<std::uint64_t, most_parts> parts;
  std::size_t part_count = 0;
  std::uint32_t classes = 0;
  std::uint64_t previous = 0;
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    const std::string_view word = sentence.tokens[i].text;
    const std::uint64_t hash = hash_word(word);
    const std::uint32_t found = classes_of(hash);
    classes |= found | classes_of(hash_pair(previous, hash));
    previous = hash;
    if ((found & Class::part) != 0) {
      if (part_count < most_parts)
        parts[part_count++] = hash;
      else
        classes |= Class::trigger;  // too many to try all pairs: let it pass
    }
    if (is_short_acronym(word)) classes |= classes_of(hash ^ acronym_seed);
    if (names_are_actors && i > 0 && language::is_upper_at(word, 0)) classes |= Class::actor;
  }
  for (std::size_t one = 0; one < part_count && (classes & Class::trigger) == 0; ++one) {
    for (std::size_t other = one + 1; other < part_count; ++other) classes |= classes_of(hash_parts(parts[one], parts[other]));
  }
  return classes;
}

std::vector<ScanReason> LexicalScan::select(std::span<const Sentence> sentences) const {
  constexpr std::size_t antecedent_distance = 3, antecedent_links = 3, speaker_distance = 2;
  std::vector<std::uint32_t> classes(sentences.size());
  Quotation quotation;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if (i > 0 && sentences[i].block != sentences[i - 1].block) quotation.reset();
    classes[i] = classes_of(sentences[i]) | (quotation.open() ? quoted : 0);
    for (const Token& token : sentences[i].tokens) {
      if (quotation.see(token.text)) classes[i] |= quoted;
    }
  }
  const auto has = [&](std::size_t i, std::uint32_t wanted) { return (classes[i] & wanted) == wanted; };

  std::vector<ScanReason> reasons(sentences.size(), ScanReason::none);
  const auto give = [&](std::size_t i, ScanReason reason) {
    if (reasons[i] == ScanReason::none) reasons[i] = reason;
  };
  // The nearest earlier sentence with an actor, for one with a pronoun; `i` for none.
  const auto antecedent_of = [&](std::size_t i) {
    if (!has(i, Class::pronoun)) return i;
    for (std::size_t j = i; j > 0 && i - j < antecedent_distance; --j) {
      if (has(j - 1, Class::actor)) return j - 1;
    }
    return i;
  };
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if (!has(i, Class::trigger)) continue;
    const std::size_t before = antecedent_of(i);
    if (has(i, Class::actor)) {
      reasons[i] = ScanReason::event;
    } else if (before != i) {
      reasons[i] = ScanReason::pronoun;
    } else {
      continue;
    }
    // Whom a pronoun means may be a pronoun there too: "She …", "She …", back to her name.
    for (std::size_t link = 0, at = before, from = i; link < antecedent_links && at != from; ++link) {
      give(at, ScanReason::antecedent);
      from = at;
      at = antecedent_of(at);
    }
    if (!has(i, quoted) || has(i, Class::speech)) continue;
    for (std::size_t distance = 1; distance <= speaker_distance; ++distance) {
      const auto speaks = [&](std::size_t j) { return sentences[j].block == sentences[i].block && has(j, Class::speech); };
      if (i >= distance && speaks(i - distance)) {
        give(i - distance, ScanReason::speaker);
        break;
      }
      if (i + distance < sentences.size() && speaks(i + distance)) {
        give(i + distance, ScanReason::speaker);
        break;
      }
    }
  }
  keep_introductions(sentences, reasons);
  return reasons;
}

void LexicalScan::keep_introductions(std::span<const Sentence> sentences, std::vector<ScanReason>& reasons) const {
  const auto capital = [](const Sentence& sentence, std::size_t token) {
    return token < sentence.tokens.size() && sentence.tokens[token].text.size() > 1 &&
           language::is_upper_at(sentence.tokens[token].text, 0);
  };
  // Words that stand beside another capital, with the first sentence that was not kept where they do.
  std::vector<std::pair<std::uint64_t, std::size_t>> introduced;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    for (std::size_t k = 1; k < sentences[i].tokens.size(); ++k) {
      if (capital(sentences[i], k) && capital(sentences[i], k - 1)) introduced.emplace_back(hash_word(sentences[i].tokens[k].text), i);
    }
  }
  std::sort(introduced.begin(), introduced.end());
  const std::size_t count = sentences.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (reasons[i] == ScanReason::none || reasons[i] == ScanReason::introduction) continue;
    for (std::size_t k = 0; k < sentences[i].tokens.size(); ++k) {
      if (!capital(sentences[i], k) || capital(sentences[i], k + 1) || (k > 0 && capital(sentences[i], k - 1))) continue;
      const std::uint64_t hash = hash_word(sentences[i].tokens[k].text);
      const auto first = std::lower_bound(introduced.begin(), introduced.end(), std::pair(hash, std::size_t{0}));
      if (first == introduced.end() || first->first != hash || first->second >= i || reasons[first->second] != ScanReason::none) continue;
      if ((classes_of(hash) & Class::actor) == 0) reasons[first->second] = ScanReason::introduction;
    }
  }
}

}  // namespace attache
