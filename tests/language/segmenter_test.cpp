#include "language/segmenter.h"

#include "base/utf8.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace attache {
namespace {

/// The tokens of each sentence joined by a space, clitics marked by a `+` before them; sentences joined by " / ".
std::string segmented(const std::string& text, BlockKind kind = BlockKind::body) {
  Document document;
  document.blocks.push_back({kind, text});
  Arena arena;
  std::vector<Sentence> sentences;
  segment(document, arena, sentences);
  std::string out;
  for (const Sentence& sentence : sentences) {
    if (!out.empty()) out += " / ";
    for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
      if (i > 0) out += ' ';
      if (sentence.tokens[i].joined) out += '+';
      out += sentence.tokens[i].text;
    }
  }
  return out;
}

struct Case {
  const char* text;
  const char* expected;
};

class Segmenting : public testing::TestWithParam<Case> {};

TEST_P(Segmenting, GivesTheTreebanksWordsAndSentences) { EXPECT_EQ(segmented(GetParam().text), GetParam().expected); }

INSTANTIATE_TEST_SUITE_P(Words, Segmenting, testing::Values(
    Case{"They don't know Ruritania's plans.", "They do +n't know Ruritania +'s plans ."},
    Case{"We can\u2019t and won\u2019t, and it\u2019s final.", "We ca +n\u2019t and wo +n\u2019t , and it +\u2019s final ."},
    Case{"You cannot say she's gonna leave.", "You can +not say she +'s gon +na leave ."},
    Case{"I'd've gone.", "I +'d +'ve gone ."},
    Case{"the workers' party", "the workers +' party"},
    Case{"a US-led, anti-government force", "a US - led , anti-government force"},
    Case{"worth $1.5bn, or US$3 million, or 5% more", "worth $ 1.5 bn , or US$ 3 million , or 5 % more"},
    Case{"1,200 troops 30km away at 7:30pm", "1,200 troops 30 km away at 7:30 pm"},
    Case{"the 1980s, the 20th of May, on 5/22/2013", "the 1980s , the 20th of May , on 5/22/2013"},
    Case{"See https://example.org/a?b=1, or mail press.desk@example.org.", "See https://example.org/a?b=1 , or mail press.desk@example.org ."},
    Case{"visit example.com.", "visit example.com ."},
    Case{"AT&T and/or others", "AT&T and / or others"},
    Case{"in the '90s we told 'em", "in the '90s we told 'em"},
    Case{"between 3-4 and 2021-03-04", "between 3 - 4 and 2021-03-04"},
    Case{"\u201C[T]he plan [in short] failed\u201D", "\u201C [T]he plan [ in short ] failed \u201D"},
    Case{"call +44 20 or .5", "call +44 20 or .5"},
    Case{"Wait... what?!", "Wait ... what ?!"},
    Case{"the agreement\u2014signed in May\u2014failed", "the agreement \u2014 signed in May \u2014 failed"}));

INSTANTIATE_TEST_SUITE_P(Sentences, Segmenting, testing::Values(
    Case{"He left. She stayed.", "He left . / She stayed ."},
    Case{"Gen. J. R. Mora met Dr. Osei. They spoke.", "Gen. J. R. Mora met Dr. Osei . / They spoke ."},
    Case{"He lives in the U.S. The rest moved.", "He lives in the U.S. / The rest moved ."},
    Case{"The U.S. Senate met.", "The U.S. Senate met ."},
    Case{"It begins at 5 p.m. Monday. It ends at 6 p.m.", "It begins at 5 p.m. Monday . / It ends at 6 p.m ."},
    Case{"She works for Acme Inc. He does not.", "She works for Acme Inc . / He does not ."},
    Case{"No. 5 won. He said no. They left.", "No. 5 won . / He said no . / They left ."},
    Case{"On Jan. 5 he sat. Then he rose.", "On Jan. 5 he sat . / Then he rose ."},
    Case{"\u201CWe will go.\u201D They went.", "\u201C We will go . \u201D / They went ."},
    Case{"\"Who did it?\" Mr. Osei asked. \"We did!\" they said.", "\" Who did it ? \" Mr. Osei asked . / \" We did ! \" they said ."},
    Case{"Ms. Vey asked, \"Why now?\" Mr. Osei said he did not know.", "Ms. Vey asked , \" Why now ? \" / Mr. Osei said he did not know ."},
    Case{"\"Why?\" he asked. Yahoo! said no.", "\" Why ? \" he asked . / Yahoo ! said no ."},
    Case{"it broke. we left", "it broke . / we left"},
    Case{"It grew.[12] Then it fell. [3]", "It grew . [ 12 ] / Then it fell . [ 3 ]"},
    Case{"Mora (b. 1950) heads plan B. The rest follow.", "Mora ( b. 1950 ) heads plan B . / The rest follow ."},
    Case{"The U.S.'s and Acme Inc.'s plans for 2019's fair. It's the 1990's.", "The U.S. +'s and Acme Inc. +'s plans for 2019 +'s fair . / It +'s the 1990's ."},
    Case{"Rep. Vey (R-Mich.) of Reno, Nev., left. A Govt. office shut.", "Rep. Vey ( R - Mich. ) of Reno , Nev. , left . / A Govt . office shut ."},
    Case{"THE U.S. AND RURITANIA SIGN", "THE U.S. AND RURITANIA SIGN"},
    Case{"They had tea, etc. Guards stood by.", "They had tea , etc . / Guards stood by ."},
    Case{"He waited... and left. Really? Yes.", "He waited ... and left . / Really ? / Yes ."},
    Case{"1. Open the gate.", "1 . Open the gate ."},
    Case{"It ended.The guards left.", "It ended . / The guards left ."}));

INSTANTIATE_TEST_SUITE_P(Datelines, Segmenting, testing::Values(
    Case{"STRELSAU, May 22 (Reuters) - Ruritania freed two men.", "STRELSAU , May 22 ( Reuters ) - / Ruritania freed two men ."},
    Case{"Strelsau (AFP) \u2014 The king spoke.", "Strelsau ( AFP ) \u2014 / The king spoke ."},
    Case{"STRELSAU, Ruritania \u2013 The king spoke.", "STRELSAU , Ruritania \u2013 / The king spoke ."},
    Case{"STRELSAU: The king spoke.", "STRELSAU : / The king spoke ."},
    Case{"STRELSAU (AP) _ The king spoke.", "STRELSAU ( AP ) _ / The king spoke ."},
    Case{"STRELSAU, Ruritania (AP) -The king spoke.", "STRELSAU , Ruritania ( AP ) - / The king spoke ."},
    Case{"Strelsau, Ruritania \u2013 The king spoke.", "Strelsau , Ruritania \u2013 / The king spoke ."},
    Case{"22 May 2013 \u2013 The king spoke.", "22 May 2013 \u2013 / The king spoke ."},
    Case{"Strelsau, Ruritania \u2013 a city \u2013 fell.", "Strelsau , Ruritania \u2013 a city \u2013 fell ."},
    Case{"The king \u2014 an old man \u2014 spoke.", "The king \u2014 an old man \u2014 spoke ."}));

TEST(Segmenter, CountsOffsetsInCodePointsOfTheBlock) {
  Document document;
  document.blocks.push_back({BlockKind::headline, "Zażółć gęślą"});
  document.blocks.push_back({BlockKind::body, "\u201CÉlysée\u201D said no.  \u4E2D\u56FD agreed."});
  Arena arena;
  std::vector<Sentence> sentences;
  segment(document, arena, sentences);
  ASSERT_EQ(sentences.size(), 3u);
  for (const Sentence& sentence : sentences) {
    const std::string& text = document.blocks[sentence.block].text;
    for (const Token& token : sentence.tokens) {
      const std::size_t begin = byte_offset_of(text, token.start), end = byte_offset_of(text, token.end);
      EXPECT_EQ(text.substr(begin, end - begin), token.text);
    }
  }
  EXPECT_EQ(sentences[2].start, 19u);
  EXPECT_EQ(sentences[2].sequence, 2u);
  EXPECT_EQ(sentences[0].kind, BlockKind::headline);
}

}  // namespace
}  // namespace attache
