#include "language/parse_scores.h"

#include "language/characters.h"
#include "language/segmenter.h"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>
#include <utility>

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

/// Finds the gold sentence of growing places in the text.
class SentenceFinder {
 public:
  explicit SentenceFinder(const std::vector<Range>& sentences) : sentences_(sentences) {}

  std::size_t at(std::uint64_t start) {
    while (now_ + 1 < sentences_.size() && sentences_[now_].end <= start) ++now_;
    return now_;
  }

 private:
  const std::vector<Range>& sentences_;
  std::size_t now_ = 0;
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

/// Counts ranges that both sides have, each in the gold sentence where it begins.
void score_ranges(const std::vector<Range>& gold, const std::vector<Range>& system, const std::vector<Range>& sentences, Agreement ParseScores::*measure,
                  std::vector<ParseScores>& scores) {
  SentenceFinder finder(sentences), system_finder(sentences);
  std::size_t s = 0;
  for (const Range& range : gold) {
    Agreement& agreement = scores[finder.at(range.start)].*measure;
    ++agreement.gold;
    while (s < system.size() && system[s] < range) ++s;
    agreement.correct += s < system.size() && system[s] == range ? 1 : 0;
  }
  for (const Range& range : system) ++(scores[system_finder.at(range.start)].*measure).system;
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

/// The measures of which every word is one unit.
constexpr Agreement ParseScores::*word_measures[] = {&ParseScores::words, &ParseScores::upos, &ParseScores::xpos, &ParseScores::lemmas,
                                                     &ParseScores::uas,   &ParseScores::las,  &ParseScores::las_subtypes};

void count_words(const Side& side, const std::vector<Range>& sentences, std::uint64_t Agreement::*count, std::vector<ParseScores>& scores) {
  SentenceFinder finder(sentences);
  for (const PlacedWord& word : side.words) {
    ParseScores& here = scores[finder.at(word.start)];
    for (const auto measure : word_measures) (here.*measure).*count += 1;
    here.relations[static_cast<std::size_t>(word.token->relation)].*count += 1;
    here.clas.*count += is_content(word.token->relation) ? 1 : 0;
  }
}

void score_words(const Side& gold, const Side& system, std::vector<ParseScores>& scores) {
  count_words(gold, gold.sentences, &Agreement::gold, scores);
  count_words(system, gold.sentences, &Agreement::system, scores);
  const std::vector<std::int64_t> partners = align(gold, system);
  SentenceFinder finder(gold.sentences);
  for (std::size_t g = 0; g < gold.words.size(); ++g) {
    ParseScores& here = scores[finder.at(gold.words[g].start)];
    if (partners[g] < 0) continue;
    const PlacedWord& theirs = system.words[static_cast<std::size_t>(partners[g])];
    const Token& right = *gold.words[g].token;
    const Token& given = *theirs.token;
    ++here.words.correct;
    here.upos.correct += right.upos == given.upos ? 1 : 0;
    here.xpos.correct += right.xpos == given.xpos ? 1 : 0;
    here.lemmas.correct += right.lemma.empty() || right.lemma == given.lemma ? 1 : 0;
    const std::int64_t head = gold.words[g].head;
    const bool head_right = head < 0 ? theirs.head < 0 : theirs.head >= 0 && partners[static_cast<std::size_t>(head)] == theirs.head;
    if (!head_right) continue;
    ++here.uas.correct;
    if (right.relation == given.relation) {
      ++here.las_subtypes.correct;
      ++here.relations[static_cast<std::size_t>(right.relation)].correct;
    }
    if (without_subtype(right.relation) != without_subtype(given.relation)) continue;
    ++here.las.correct;
    here.clas.correct += is_content(right.relation) ? 1 : 0;
  }
}

constexpr std::size_t main_measures = 10;  ///< Those that are no relation's.

/// A measure's name and where it is found in the scores.
struct Measure {
  std::string_view name;
  std::function<const Agreement&(const ParseScores&)> of;
};

std::vector<Measure> measures_in(const ParseScores& total) {
  const auto member = [](Agreement ParseScores::*measure) { return [measure](const ParseScores& scores) -> const Agreement& { return scores.*measure; }; };
  std::vector<Measure> measures{{"tokens", member(&ParseScores::tokens)}, {"sentences", member(&ParseScores::sentences)}, {"words", member(&ParseScores::words)},
                                {"UPOS", member(&ParseScores::upos)},     {"XPOS", member(&ParseScores::xpos)},           {"lemmas", member(&ParseScores::lemmas)},
                                {"UAS", member(&ParseScores::uas)},       {"LAS", member(&ParseScores::las)},             {"LAS, subtypes", member(&ParseScores::las_subtypes)},
                                {"CLAS", member(&ParseScores::clas)}};
  for (std::size_t i = 0; i < total.relations.size(); ++i) {
    if (total.relations[i].gold + total.relations[i].system == 0) continue;
    measures.push_back({name_of(static_cast<Relation>(i)), [i](const ParseScores& scores) -> const Agreement& { return scores.relations[i]; }});
  }
  return measures;
}

}  // namespace

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

Result<ParseEvaluation> score_parse(std::span<const Sentence* const> gold, std::span<const Sentence* const> system) {
  const Side right = place(gold), given = place(system);
  if (right.characters != given.characters) {
    return tl::unexpected(Error{ErrorKind::malformed, fmt::format("the gold text has {} characters, the system's {}", right.characters, given.characters), {}, ""});
  }
  ParseEvaluation evaluation;
  if (gold.empty()) return evaluation;
  evaluation.sentences.resize(gold.size());
  score_ranges(right.tokens, given.tokens, right.sentences, &ParseScores::tokens, evaluation.sentences);
  score_ranges(right.sentences, given.sentences, right.sentences, &ParseScores::sentences, evaluation.sentences);
  score_words(right, given, evaluation.sentences);
  for (const ParseScores& sentence : evaluation.sentences) evaluation.total += sentence;
  return evaluation;
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

Result<ParseEvaluation> evaluate_parse(std::span<const OwnedSentence> gold, ParseInput input, const ParseFunction& parse) {
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

std::string to_table(const ParseEvaluation& evaluation) {
  std::string table = fmt::format("{:<16}{:>10}{:>10}{:>10}{:>18}{:>10}\n", "measure", "precision", "recall", "F1", "95 % interval", "gold");
  std::size_t row = 0;
  for (const Measure& measure : measures_in(evaluation.total)) {
    const Agreement& total = measure.of(evaluation.total);
    std::vector<Agreement> sentences;
    for (const ParseScores& scores : evaluation.sentences) sentences.push_back(measure.of(scores));
    const auto [low, high] = confidence_interval(sentences);
    if (row++ == main_measures) table += '\n';
    table += fmt::format("{:<16}{:>10.2f}{:>10.2f}{:>10.2f}{:>18}{:>10}\n", measure.name, 100 * total.precision(), 100 * total.recall(), 100 * total.f1(),
                         fmt::format("{:.2f}\u2013{:.2f}", 100 * low, 100 * high), total.gold);
  }
  return table;
}

std::string to_worst_list(const ParseEvaluation& evaluation, std::span<const OwnedSentence> gold, std::size_t count) {
  std::vector<std::size_t> order(std::min(gold.size(), evaluation.sentences.size()));
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto wrong = [&](std::size_t i) { return evaluation.sentences[i].las.gold - evaluation.sentences[i].las.correct; };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) { return wrong(one) > wrong(other); });
  std::string list;
  for (std::size_t rank = 0; rank < std::min(count, order.size()) && wrong(order[rank]) > 0; ++rank) {
    const std::size_t i = order[rank];
    list += fmt::format("{} of {} wrong: {} {}\n", wrong(i), evaluation.sentences[i].las.gold, gold[i].id, gold[i].sentence.text);
  }
  return list;
}

}  // namespace attache
