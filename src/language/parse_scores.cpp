#include "language/parse_scores.h"

#include "language/characters.h"
#include "language/segmenter.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

namespace attache {
namespace {

using language::CharacterClass;

/// A word's place in the text without blanks, and its sentence.
struct PlacedWord {
  std::uint64_t start = 0;
  std::uint64_t end = 0;
  const Token* token = nullptr;
  std::int64_t head = -1;  ///< Index of the governor among all words; -1 for a root.
};

struct Range {
  std::uint64_t start = 0;
  std::uint64_t end = 0;
  auto operator<=>(const Range&) const = default;
};

/// Words, surface tokens and sentences of one side, placed.
struct Side {
  std::vector<PlacedWord> words;
  std::vector<Range> tokens;
  std::vector<Range> sentences;
  std::uint64_t characters = 0;
};

std::uint64_t count_characters(std::string_view text) {
  std::uint64_t count = 0;
  for (std::size_t i = 0; i < text.size();) {
    const auto character = language::character_at(text, i);
    count += character.kind != CharacterClass::blank ? 1 : 0;
    i += character.length;
  }
  return count;
}

Side place(std::span<const Sentence* const> sentences) {
  Side side;
  for (const Sentence* sentence : sentences) {
    const auto first = static_cast<std::int64_t>(side.words.size());
    const std::uint64_t start = side.characters;
    for (const Token& token : sentence->tokens) {
      const std::uint64_t begin = side.characters;
      side.characters += count_characters(token.text);
      side.words.push_back({begin, side.characters, &token, token.head < 0 ? -1 : first + token.head});
      if (token.joined) {
        side.tokens.back().end = side.characters;
      } else {
        side.tokens.push_back({begin, side.characters});
      }
    }
    side.sentences.push_back({start, side.characters});
  }
  return side;
}

Agreement agreement_of(const std::vector<Range>& gold, const std::vector<Range>& system) {
  std::vector<Range> common;
  std::set_intersection(gold.begin(), gold.end(), system.begin(), system.end(), std::back_inserter(common));
  return {gold.size(), system.size(), common.size()};
}

Relation without_subtype(Relation relation) { return relation_from(name_of(relation).substr(0, name_of(relation).find(':'))); }

bool is_content(Relation relation) {
  switch (without_subtype(relation)) {
    case Relation::aux: case Relation::case_: case Relation::cc: case Relation::cop: case Relation::det: case Relation::mark: case Relation::punct:
      return false;
    default: return true;
  }
}

/// For each gold word the index of the system's word at the same place; -1 without one.
std::vector<std::int64_t> align(const Side& gold, const Side& system) {
  std::vector<std::int64_t> partners(gold.words.size(), -1);
  std::size_t s = 0;
  for (std::size_t g = 0; g < gold.words.size(); ++g) {
    while (s < system.words.size() && system.words[s].start < gold.words[g].start) ++s;
    if (s < system.words.size() && system.words[s].start == gold.words[g].start && system.words[s].end == gold.words[g].end) partners[g] = static_cast<std::int64_t>(s);
  }
  return partners;
}

void score_words(const Side& gold, const Side& system, ParseScores& scores) {
  const std::vector<std::int64_t> partners = align(gold, system);
  const Agreement none{gold.words.size(), system.words.size(), 0};
  for (Agreement* measure : {&scores.words, &scores.upos, &scores.xpos, &scores.lemmas, &scores.uas, &scores.las, &scores.las_subtypes}) *measure = none;
  for (const PlacedWord& word : gold.words) {
    ++scores.relations[static_cast<std::size_t>(word.token->relation)].gold;
    scores.clas.gold += is_content(word.token->relation) ? 1 : 0;
  }
  for (const PlacedWord& word : system.words) {
    ++scores.relations[static_cast<std::size_t>(word.token->relation)].system;
    scores.clas.system += is_content(word.token->relation) ? 1 : 0;
  }
  for (std::size_t g = 0; g < gold.words.size(); ++g) {
    if (partners[g] < 0) continue;
    const PlacedWord& theirs = system.words[static_cast<std::size_t>(partners[g])];
    const Token& right = *gold.words[g].token;
    const Token& given = *theirs.token;
    ++scores.words.correct;
    scores.upos.correct += right.upos == given.upos ? 1 : 0;
    scores.xpos.correct += right.xpos == given.xpos ? 1 : 0;
    scores.lemmas.correct += right.lemma.empty() || right.lemma == given.lemma ? 1 : 0;
    const std::int64_t head = gold.words[g].head;
    const bool head_right = head < 0 ? theirs.head < 0 : theirs.head >= 0 && partners[static_cast<std::size_t>(head)] == theirs.head;
    if (!head_right) continue;
    ++scores.uas.correct;
    if (right.relation == given.relation) {
      ++scores.las_subtypes.correct;
      ++scores.relations[static_cast<std::size_t>(right.relation)].correct;
    }
    if (without_subtype(right.relation) != without_subtype(given.relation)) continue;
    ++scores.las.correct;
    scores.clas.correct += is_content(right.relation) ? 1 : 0;
  }
}

}  // namespace

Agreement& Agreement::operator+=(const Agreement& other) {
  gold += other.gold;
  system += other.system;
  correct += other.correct;
  return *this;
}

ParseScores& ParseScores::operator+=(const ParseScores& other) {
  tokens += other.tokens;
  sentences += other.sentences;
  words += other.words;
  upos += other.upos;
  xpos += other.xpos;
  lemmas += other.lemmas;
  uas += other.uas;
  las += other.las;
  las_subtypes += other.las_subtypes;
  clas += other.clas;
  for (std::size_t i = 0; i < relations.size(); ++i) relations[i] += other.relations[i];
  return *this;
}

Result<ParseScores> score_parse(std::span<const Sentence* const> gold, std::span<const Sentence* const> system) {
  const Side right = place(gold), given = place(system);
  if (right.characters != given.characters) {
    return tl::unexpected(Error{ErrorKind::malformed, fmt::format("the gold text has {} characters, the system's {}", right.characters, given.characters), {}, ""});
  }
  ParseScores scores;
  scores.tokens = agreement_of(right.tokens, given.tokens);
  scores.sentences = agreement_of(right.sentences, given.sentences);
  score_words(right, given, scores);
  return scores;
}

std::vector<Document> documents_of(std::span<const OwnedSentence> gold) {
  std::vector<Document> documents;
  bool space = false;
  for (const OwnedSentence& owned : gold) {
    if (documents.empty() || owned.begins_document) documents.emplace_back();
    std::vector<Block>& blocks = documents.back().blocks;
    if (blocks.empty() || owned.begins_paragraph) {
      blocks.push_back({BlockKind::body, {}});
    } else if (space) {
      blocks.back().text += ' ';
    }
    blocks.back().text += owned.sentence.text;
    space = owned.space_after;
  }
  return documents;
}

Result<ParseScores> evaluate_parse(std::span<const OwnedSentence> gold, ParseInput input, const ParseFunction& parse) {
  std::vector<Sentence> parsed;
  std::vector<Document> documents;
  Arena arena;
  if (input == ParseInput::raw_text) {
    documents = documents_of(gold);
    for (const Document& document : documents) segment(document, arena, parsed);
  } else {
    for (const OwnedSentence& owned : gold) {
      parsed.push_back(owned.sentence);
      parsed.back().parsed = false;
      for (Token& token : parsed.back().tokens) {
        token.lemma = token.xpos = {};
        token.head = -1;
        token.upos = Upos::x;
        token.relation = Relation::other;
        token.name = NameTag::none;
      }
    }
  }
  std::vector<Sentence*> work;
  for (Sentence& sentence : parsed) work.push_back(&sentence);
  if (parse) parse(work, arena);
  std::vector<const Sentence*> right;
  for (const OwnedSentence& owned : gold) right.push_back(&owned.sentence);
  return score_parse(right, std::vector<const Sentence*>(work.begin(), work.end()));
}

std::string to_table(const ParseScores& scores) {
  std::string table = fmt::format("{:<16}{:>10}{:>10}{:>10}{:>10}\n", "measure", "precision", "recall", "F1", "gold");
  const auto add = [&](std::string_view name, const Agreement& measure) {
    table += fmt::format("{:<16}{:>10.2f}{:>10.2f}{:>10.2f}{:>10}\n", name, 100 * measure.precision(), 100 * measure.recall(), 100 * measure.f1(), measure.gold);
  };
  add("tokens", scores.tokens);
  add("sentences", scores.sentences);
  add("words", scores.words);
  add("UPOS", scores.upos);
  add("XPOS", scores.xpos);
  add("lemmas", scores.lemmas);
  add("UAS", scores.uas);
  add("LAS", scores.las);
  add("LAS, subtypes", scores.las_subtypes);
  add("CLAS", scores.clas);
  table += '\n';
  for (std::size_t i = 0; i < scores.relations.size(); ++i) {
    if (scores.relations[i].gold + scores.relations[i].system > 0) add(name_of(static_cast<Relation>(i)), scores.relations[i]);
  }
  return table;
}

}  // namespace attache
