/// The shipped parser: trees of plain sentences, and what must hold for any input whatever.

#include "language/conllu.h"
#include "language/network/kernels.h"
#include "language/segmenter.h"

#include "base/utf8.h"
#include "built_in_parser.h"

#include <gtest/gtest.h>

#include <chrono>
#include <random>
#include <string>

namespace attache {
namespace {

struct Parsed {
  Document document;
  Arena arena;
  std::vector<Sentence> sentences;
};

std::unique_ptr<Parsed> parse(std::string text, const Parser& parser = built_in_parser()) {
  auto parsed = std::make_unique<Parsed>();
  parsed->document.blocks.push_back({BlockKind::body, std::move(text)});
  segment(parsed->document, parsed->arena, parsed->sentences);
  std::vector<Sentence*> work;
  for (auto& sentence : parsed->sentences) work.push_back(&sentence);
  parser.parse(work, parsed->arena);
  return parsed;
}

/// One root and no cycle: every word reaches the root in at most as many steps as there are words.
void expect_tree(const Sentence& sentence) {
  ASSERT_TRUE(sentence.parsed);
  const auto words = static_cast<std::int32_t>(sentence.tokens.size());
  std::int32_t roots = 0;
  for (const Token& token : sentence.tokens) {
    ASSERT_GE(token.head, -1);
    ASSERT_LT(token.head, words);
    roots += token.head == -1 ? 1 : 0;
    EXPECT_EQ(token.head == -1, token.relation == Relation::root) << sentence.text.substr(0, 200);
    EXPECT_FALSE(token.lemma.empty());
    EXPECT_TRUE(is_valid_utf8(token.lemma)) << token.lemma;
  }
  ASSERT_EQ(roots, 1) << sentence.text.substr(0, 200);
  // Depths from the root down, each word once: linear even for a chain of thousands.
  std::vector<std::int32_t> depth(sentence.tokens.size(), -1);
  std::vector<std::size_t> path;
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    path.clear();
    std::int32_t at = static_cast<std::int32_t>(i);
    while (at >= 0 && depth[static_cast<std::size_t>(at)] < 0) {
      path.push_back(static_cast<std::size_t>(at));
      ASSERT_LE(path.size(), sentence.tokens.size()) << "a cycle in " << sentence.text.substr(0, 200);
      at = sentence.tokens[static_cast<std::size_t>(at)].head;
    }
    std::int32_t above = at < 0 ? -1 : depth[static_cast<std::size_t>(at)];
    for (auto node = path.rbegin(); node != path.rend(); ++node) depth[*node] = ++above;
  }
}

void expect_offsets(const Parsed& parsed) {
  const std::string& text = parsed.document.blocks[0].text;
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) starts.push_back(i);
  }
  starts.push_back(text.size());
  std::uint32_t last = 0;
  for (const auto& sentence : parsed.sentences) {
    for (const auto& token : sentence.tokens) {
      ASSERT_GE(token.start, last);
      ASSERT_EQ(token.text, std::string_view(text).substr(starts[token.start], starts[token.end] - starts[token.start]));
      last = token.end;
    }
  }
}

std::string drawn(const Sentence& sentence) {
  std::string text;
  for (const auto& token : sentence.tokens) {
    if (token.relation == Relation::punct) continue;
    if (!text.empty()) text += ' ';
    text += std::string(token.text) + '<' + std::string(name_of(token.relation)) + '<' +
            (token.head < 0 ? std::string("-") : std::string(sentence.tokens[static_cast<std::size_t>(token.head)].text));
  }
  return text;
}

TEST(Parser, FindsWhoDidWhatToWhom) {
  const std::pair<const char*, const char*> sentences[] = {
      {"The army attacked the village.", "The<det<army army<nsubj<attacked attacked<root<- the<det<village village<obj<attacked"},
      {"Ruritania was criticized by France.", "Ruritania<nsubj:pass<criticized was<aux:pass<criticized criticized<root<- by<case<France France<obl:agent<criticized"},
      {"The president met the minister in Paris.",
       "The<det<president president<nsubj<met met<root<- the<det<minister minister<obj<met in<case<Paris Paris<obl<met"},
      {"Rebels and soldiers signed a truce.",
       "Rebels<nsubj<signed and<cc<soldiers soldiers<conj<Rebels signed<root<- a<det<truce truce<obj<signed"},
  };
  for (const auto& [text, tree] : sentences) {
    const auto parsed = parse(text);
    ASSERT_EQ(parsed->sentences.size(), 1u);
    std::string found = drawn(parsed->sentences[0]);
    // The agent of a passive is an oblique in the older of the treebanks.
    if (const auto at = found.find("obl<criticized"); at != std::string::npos) found.insert(at + 3, ":agent");
    EXPECT_EQ(found, tree);
  }
}

TEST(Parser, GivesTheSameWithEveryKernel) {
  const char* const text =
      "STRELSAU, May 22 (Reuters) - Ruritania's foreign minister said on Wednesday that his government would not recall its ambassador, despite a border "
      "clash in which at least 12 soldiers were killed. “We don’t want a war,” Mr. Sapt told reporters. Gen. J. K. Bersonin, who leads the 5,000-strong "
      "force, arrived at 7:30 p.m. with Dr. Elsa Tarlenheim of the U.N. refugee agency.\n\nПривет, мир! 中文 text and 😀 words; POLICE KILL TEN IN RAID";
  const auto expected = parse(text, open_built_in_parser("portable"));
  std::size_t tried = 0;
  for (const auto* kernels : language::available_kernels()) {
    const auto parsed = parse(text, open_built_in_parser(kernels->name));
    ++tried;
    ASSERT_EQ(parsed->sentences.size(), expected->sentences.size());
    for (std::size_t s = 0; s < parsed->sentences.size(); ++s) {
      const auto &one = parsed->sentences[s], &other = expected->sentences[s];
      EXPECT_EQ(one.margin, other.margin) << kernels->name;
      for (std::size_t t = 0; t < one.tokens.size(); ++t) {
        EXPECT_EQ(one.tokens[t].head, other.tokens[t].head) << kernels->name << ' ' << one.tokens[t].text;
        EXPECT_EQ(one.tokens[t].relation, other.tokens[t].relation) << kernels->name << ' ' << one.tokens[t].text;
        EXPECT_EQ(one.tokens[t].xpos, other.tokens[t].xpos) << kernels->name << ' ' << one.tokens[t].text;
        EXPECT_EQ(one.tokens[t].name, other.tokens[t].name) << kernels->name << ' ' << one.tokens[t].text;
      }
    }
  }
  EXPECT_GE(tried, 1u);
}

TEST(Parser, RefusesKernelsAndModelsItDoesNotKnow) {
  const auto file = MappedFile::open(ATTACHE_SOURCE_DIR "/models/english.model");
  ASSERT_TRUE(file);
  const auto unknown = Parser::open(file->bytes(), "abacus");
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().kind, ErrorKind::unsupported);
  // Cut short anywhere, it is no model; and no cut crashes.
  for (std::size_t size = 0; size < file->bytes().size(); size += 97'003) {
    const auto cut = Parser::open(file->bytes().first(size));
    ASSERT_FALSE(cut) << size;
    EXPECT_EQ(cut.error().kind, ErrorKind::internal);
  }
}

TEST(Parser, WhatASentenceGetsDoesNotDependOnTheOthers) {
  const std::string one = "The two countries signed an agreement in 2014, ending a dispute over the frontier.";
  const auto alone = parse(one);
  const auto among = parse("No one was hurt. " + one + " Police arrested three men and seized weapons, documents and cash, officials said.");
  ASSERT_EQ(among->sentences.size(), 3u);
  EXPECT_EQ(drawn(among->sentences[1]), drawn(alone->sentences[0]));
  EXPECT_EQ(among->sentences[1].margin, alone->sentences[0].margin);
}

TEST(Parser, WhatASentenceGetsDoesNotDependOnTheWordsMetBefore) {
  const std::string text = "The Zimbabwean ambassador handed Ruritania's foreign minister a letter, and its contents were not disclosed.";
  const Parser fresh = open_built_in_parser();
  const auto expected = to_conllu(parse(text, fresh)->sentences.front());
  // More words than have their products remembered, and then more than have their vectors.
  const Parser used = open_built_in_parser();
  for (const int words : {2'000, 25'000}) {
    std::string others;
    for (int i = 0; i < words; ++i) others += "word" + std::to_string(i) + (i % 12 == 11 ? ". " : " ");
    parse(others, used);
    EXPECT_EQ(to_conllu(parse(text, used)->sentences.front()), expected) << words;
    EXPECT_EQ(to_conllu(parse(text, used)->sentences.front()), expected) << words << ", met again";
  }
}

TEST(ParserProperties, HostileInputGivesTreesInBoundedTime) {
  const auto repeated = [](std::string_view unit, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += unit;
    return text;
  };
  std::string mixed;
  for (int i = 0; i < 300; ++i) mixed += "Москва 北京 القاهرة Αθήνα Paris ไทย 😀 ";
  // Ten thousand tokens without an end; one character; scripts by turns; controls; halves of surrogate pairs and other broken UTF-8.
  for (const std::string& text :
       {repeated("the rebels, ", 40'000), repeated("word ", 50'000), repeated("a", 100'000), repeated(".", 100'000), repeated("(", 50'000), repeated("\" ", 50'000),
        repeated("中", 100'000), mixed, repeated("a\x01\x02\x1F b\x7F ", 20'000), to_valid_utf8(repeated("said \xED\xA0\x80\xED\xB0\x80 he \xFF\xFE. ", 20'000)),
        repeated("killed and ", 40'000), repeated("of the ", 40'000), std::string(2000, '\0') + "x", repeated("é\u0301\u200D ", 20'000)}) {
    const auto begin = std::chrono::steady_clock::now();
    const auto parsed = parse(text);
    for (const auto& sentence : parsed->sentences) ASSERT_NO_FATAL_FAILURE(expect_tree(sentence));
    ASSERT_NO_FATAL_FAILURE(expect_offsets(*parsed));
    // A second at most on an idle machine; the bound is loose for busy and instrumented ones.
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(60)) << text.substr(0, 20);
  }
}

TEST(ParserProperties, AnyWordsGiveATree) {
  const char* const pieces[] = {"the", "The", "attacked", "said", "U.S.", "n't", "'s", "’s", "’", "\"", "“", "”", ".", ",", "(", ")", "-", "—", "1,000", "km", "%",
                                "中", "\u0301", "\u200B", "😀", "Ж", "and", "that", "who", "killed", "by", "POLICE", "a", ":", ";", "http://a.b", "@x", "\u0001"};
  std::mt19937 random(20210523);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    const std::size_t length = 1 + random() % 60;
    for (std::size_t i = 0; i < length; ++i) text += std::string(pieces[random() % std::size(pieces)]) + (random() % 3 == 0 ? "" : " ");
    const auto parsed = parse(text);
    for (const auto& sentence : parsed->sentences) ASSERT_NO_FATAL_FAILURE(expect_tree(sentence)) << text;
    ASSERT_NO_FATAL_FAILURE(expect_offsets(*parsed)) << text;
  }
}

TEST(ParserProperties, WordsGivenByHandNeedNotBeText) {
  // The words may come from elsewhere than the segmenter: empty, huge, or no UTF-8 at all.
  const std::string huge(10'000, 'x');
  Sentence sentence;
  for (const std::string_view word : {std::string_view(""), std::string_view("\xED\xA0\x80"), std::string_view("\xFF\xC3"), std::string_view(huge), std::string_view("said")}) {
    Token token;
    token.text = word;
    sentence.tokens.push_back(token);
  }
  Sentence none;
  Sentence* work[] = {&sentence, &none};
  Arena arena;
  built_in_parser().parse(work, arena);
  EXPECT_TRUE(sentence.parsed);
  EXPECT_FALSE(none.parsed);
  std::size_t roots = 0;
  for (const auto& token : sentence.tokens) roots += token.head < 0;
  EXPECT_EQ(roots, 1u);
}

}  // namespace
}  // namespace attache
