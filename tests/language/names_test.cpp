#include "language/name_scores.h"
#include "language/names.h"

#include "built_in_parser.h"

#include <gtest/gtest.h>

#include <string>

namespace attache {
namespace {

/// The text of gold data from sentences on lines, words apart by blanks, each with its tag behind a slash.
std::string gold_text(std::string_view lines) {
  std::string text;
  for (const char c : lines) {
    if (c == '\n') text += "\n\n";
    else text += c == '/' ? '\t' : c == ' ' ? '\n' : c;
  }
  return text + "\n";
}

/// The names of all sentences: "person:John Smith".
std::vector<std::string> listed(std::span<const Sentence> sentences) {
  std::vector<std::string> names;
  for (const auto& sentence : sentences) {
    for (const auto& span : name_spans(sentence.tokens)) {
      std::string name(name_of(span.kind));
      for (std::size_t i = span.first; i < span.end; ++i) name += (i == span.first ? ':' : ' ') + std::string(sentence.tokens[i].text);
      names.push_back(name);
    }
  }
  return names;
}

/// Tagged sentences of one document as the parser would leave them: capitalised words are proper nouns.
NamedDocument parsed(const std::string& text) {
  auto documents = read_names(text, "test", [](const Error& error) { FAIL() << error.message; });
  for (auto& sentence : documents.at(0)) {
    for (auto& token : sentence.tokens) token.upos = token.text[0] >= 'A' && token.text[0] <= 'Z' ? Upos::propn : Upos::noun;
  }
  return std::move(documents.at(0));
}

TEST(Names, SpansAreBeginsWithTheirInsides) {
  const std::string text = gold_text("John/B-PER Smith/I-PER Oslo/B-LOC Bergen/B-LOC of/O Foods/I-ORG United/B-ORG Nations/I-ORG");
  const auto documents = read_names(text, "test", [](const Error&) {});
  EXPECT_EQ(listed(documents.at(0)), (std::vector<std::string>{"person:John Smith", "place:Oslo", "place:Bergen", "organisation:United Nations"}));
}

TEST(Names, ReadsDocumentsAndSkipsBadSentences) {
  const std::string text = "# doc = a\nOslo\tB-LOC\r\nwon\tO\r\n\nbad line\nstill bad\n\nAlbum\tB-MISC\n\n# doc = b\nRome\tB-LOC\textra\n\nx\tQ-PER\n";
  std::vector<std::uint64_t> lines;
  const auto documents = read_names(text, "names.bio", [&](const Error& error) { lines.push_back(error.place.line.value()); });
  ASSERT_EQ(documents.size(), 2u);
  EXPECT_EQ(lines, (std::vector<std::uint64_t>{5, 13}));
  ASSERT_EQ(documents[0].size(), 2u);
  EXPECT_EQ(documents[0][0].tokens[1].text, "won");
  EXPECT_EQ(listed(documents[0]), (std::vector<std::string>{"place:Oslo"}));
  EXPECT_EQ(listed(documents[1]), (std::vector<std::string>{"place:Rome"}));
}

TEST(NameMemory, ASurnameIsAPersonWhereTheFullNameIs) {
  const std::string text = gold_text("Elsa/B-PER Tarlenheim/I-PER spoke/O\nthen/O Tarlenheim/O left/O\nangry/O Tarlenheim/B-LOC shouted/O");
  auto sentences = parsed(text);
  agree_on_names(sentences);
  EXPECT_EQ(listed(sentences), (std::vector<std::string>{"person:Elsa Tarlenheim", "person:Tarlenheim", "person:Tarlenheim"}));
}

TEST(NameMemory, ASurnameThatTheDocumentKnowsAsAPlaceStaysOne) {
  const std::string text = gold_text("Paris/B-LOC fell/O\nParis/B-LOC rose/O\nJohn/B-PER Paris/I-PER spoke/O\nParis/B-LOC slept/O");
  auto sentences = parsed(text);
  agree_on_names(sentences);
  EXPECT_EQ(listed(sentences), (std::vector<std::string>{"place:Paris", "place:Paris", "person:John Paris", "place:Paris"}));
}

TEST(NameMemory, WordsInsideLongerNamesAreNotTouched) {
  const std::string text = gold_text("Elsa/B-PER Hope/I-PER spoke/O\nthe/O Hope/O Foundation/O helped/O\nhope/O remained/O");
  auto sentences = parsed(text);
  agree_on_names(sentences);
  EXPECT_EQ(listed(sentences), (std::vector<std::string>{"person:Elsa Hope"}));
}

TEST(NameMemory, AnAcronymInBracketsIsItsOrganisation) {
  const std::string text =
      gold_text("the/O Ruritanian/B-ORG Rail/I-ORG Union/I-ORG (/O RRU/O )/O met/O\nangry/O RRU/B-PER members/O left/O\nlater/O RRU/O returned/O");
  auto sentences = parsed(text);
  agree_on_names(sentences);
  EXPECT_EQ(listed(sentences), (std::vector<std::string>{"organisation:Ruritanian Rail Union", "organisation:RRU", "organisation:RRU", "organisation:RRU"}));
}

TEST(NameMemory, TheMajorityDecidesTheKind) {
  const std::string text = gold_text("Zenda/B-ORG won/O\nZenda/B-ORG lost/O\nZenda/B-ORG drew/O\nZenda/B-PER played/O");
  auto sentences = parsed(text);
  agree_on_names(sentences);
  EXPECT_EQ(listed(sentences).back(), "organisation:Zenda");
}

TEST(NameScores, CountOnlyExactNames) {
  const std::string text = gold_text("John/B-PER Smith/I-PER saw/O Oslo/B-LOC and/O Rome/B-LOC");
  const auto gold = read_names(text, "test", [](const Error&) {});
  const auto evaluation = evaluate_names(gold, [](std::span<Sentence> sentences) {
    auto& tokens = sentences[0].tokens;
    for (const auto& token : tokens) EXPECT_EQ(token.name, NameTag::none) << "the finder must not see the gold names";
    tokens[1].name = NameTag::begin_person;        // wrong words
    tokens[3].name = NameTag::begin_organisation;  // wrong kind
    tokens[5].name = NameTag::begin_place;
  });
  EXPECT_EQ(evaluation.total.all.gold, 3u);
  EXPECT_EQ(evaluation.total.all.system, 3u);
  EXPECT_EQ(evaluation.total.all.correct, 1u);
  EXPECT_EQ(evaluation.total.kinds[static_cast<std::size_t>(NameKind::place)].correct, 1u);
  EXPECT_EQ(evaluation.total.kinds[static_cast<std::size_t>(NameKind::organisation)].system, 1u);
  EXPECT_NE(to_table(evaluation).find("organisation"), std::string::npos);
}

TEST(Names, TheParserFindsPlainOnes) {
  const std::string text = gold_text("President/O Barack/O Obama/O met/O Angela/O Merkel/O in/O Berlin/O ./O");
  auto documents = read_names(text, "test", [](const Error&) {});
  Sentence* work[] = {&documents.at(0).at(0)};
  Arena arena;
  built_in_parser().parse(work, arena);
  EXPECT_EQ(listed(documents[0]), (std::vector<std::string>{"person:Barack Obama", "person:Angela Merkel", "place:Berlin"}));
}

}  // namespace
}  // namespace attache
