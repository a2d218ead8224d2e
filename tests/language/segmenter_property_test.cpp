/// What must hold for any text: tokens cover it in order, offsets give the text back, and time grows with its length only.

#include "language/characters.h"
#include "language/segmenter.h"
#include "language/sentence_boundaries.h"

#include "base/utf8.h"

#include <gtest/gtest.h>

#include <chrono>
#include <random>
#include <string>

namespace attache {
namespace {

/// The text without blanks, as the tokenizer sees blanks.
std::string without_blanks(std::string_view text) {
  std::string kept;
  for (std::size_t i = 0; i < text.size();) {
    const auto character = language::character_at(text, i);
    if (character.kind != language::CharacterClass::blank) kept += text.substr(i, character.length);
    i += character.length;
  }
  return kept;
}

/// The byte at which each code point of the text begins, and its size.
std::vector<std::size_t> code_point_starts(std::string_view text) {
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) starts.push_back(i);
  }
  starts.push_back(text.size());
  return starts;
}

void expect_cover(const std::string& text) {
  Document document;
  document.blocks.push_back({BlockKind::body, text});
  Arena arena;
  std::vector<Sentence> sentences;
  segment(document, arena, sentences);
  const auto starts = code_point_starts(text);
  std::string covered;
  std::uint32_t last = 0;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    const Sentence& sentence = sentences[s];
    ASSERT_EQ(sentence.sequence, s);
    ASSERT_FALSE(sentence.tokens.empty());
    ASSERT_LE(sentence.tokens.size(), language::longest_sentence);
    ASSERT_EQ(sentence.start, sentence.tokens.front().start);
    ASSERT_EQ(sentence.end, sentence.tokens.back().end);
    ASSERT_EQ(sentence.text, std::string_view(text).substr(starts[sentence.start], starts[sentence.end] - starts[sentence.start]));
    ASSERT_FALSE(sentence.tokens.front().joined);
    for (std::size_t t = 0; t < sentence.tokens.size(); ++t) {
      const Token& token = sentence.tokens[t];
      ASSERT_GE(token.start, last);
      ASSERT_LT(token.start, token.end);
      ASSERT_LE(token.text.size(), 1024u);
      ASSERT_EQ(token.text, std::string_view(text).substr(starts[token.start], starts[token.end] - starts[token.start]));
      if (t + 1 < sentence.tokens.size()) {
        ASSERT_EQ(token.space_after, sentence.tokens[t + 1].start > token.end) << token.text;
      }
      last = token.end;
      covered += without_blanks(token.text);
    }
  }
  ASSERT_EQ(covered, without_blanks(text));
}

TEST(SegmenterProperties, TokensCoverAnyTextInOrder) {
  const char* const pieces[] = {"a",  "Mr.", "U.S.", "n't", "'", "\u2019", "\"", "\u201C", "\u201D", ".",  "..", "\u2026", "!", "?", " ",  "  ",
                                "1",  "3.5", "1,000", "km", "-", "\u2014", "(",  ")",      "[",      "]",  "[1]", "@",     "#", "$", "US$", ":",
                                "/",  "www.", "http://", ".com", "e-", "No", "I", "The", "said", "\u4E2D", "\u0301", "\u200B", "\u00A0", "\u0001", "\U0001F600", "&",
                                "cannot", "gonna", "dunno", "AP", "STRELSAU", "p.m.", ":)", "\u0416", ",", ";", "*", "+", "%", "\uFEFF", "_", "`"};
  std::mt19937 random(20210522);
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    const std::size_t length = 1 + random() % 24;
    for (std::size_t i = 0; i < length; ++i) text += pieces[random() % std::size(pieces)];
    SCOPED_TRACE(text);
    ASSERT_NO_FATAL_FAILURE(expect_cover(text));
  }
}

TEST(SegmenterProperties, TokensCoverAnyCodePoints) {
  std::mt19937 random(4);
  for (int round = 0; round < 3'000; ++round) {
    std::string text;
    for (std::size_t i = 0; i < 30; ++i) append_code_point(text, static_cast<char32_t>(random() % (round % 2 == 0 ? 0x2100 : 0x20000)));
    ASSERT_NO_FATAL_FAILURE(expect_cover(text));
  }
}

TEST(SegmenterProperties, HugeInputsTakeLinearTime) {
  for (const std::string& unit : {std::string("a"), std::string("."), std::string("'"), std::string("("), std::string("1"), std::string("a."), std::string("a "),
                                  std::string("x.,"), std::string("\""), std::string("\u4E2D"), std::string("a-"), std::string("\u0001"), std::string("a@a."),
                                  std::string("A. "), std::string("(a."), std::string("1,"), std::string("s' "), std::string("]."), std::string(".\"")}) {
    std::string text;
    while (text.size() < 1'000'000) text += unit;
    const auto begin = std::chrono::steady_clock::now();
    ASSERT_NO_FATAL_FAILURE(expect_cover(text)) << unit;
    // Quadratic time would be hours; the bound is loose for machines that are busy or instrumented.
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20)) << unit;
  }
}

TEST(SegmenterProperties, BlocksThatAreNotUtf8GiveNothing) {
  Document document;
  document.blocks.push_back({BlockKind::body, "broken \xC3\x28"});
  document.blocks.push_back({BlockKind::body, "Whole."});
  Arena arena;
  std::vector<Sentence> sentences;
  segment(document, arena, sentences);
  ASSERT_EQ(sentences.size(), 1u);
  EXPECT_EQ(sentences[0].block, 1u);
}

}  // namespace
}  // namespace attache
