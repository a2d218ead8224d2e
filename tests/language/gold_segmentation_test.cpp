/// Words and sentences against the public treebanks, where they are at hand beside the project; skipped elsewhere.

#include "base/image.h"
#include "base/mapped_file.h"
#include "language/parse_scores.h"

#include <gtest/gtest.h>

namespace attache {
namespace {

struct Floor {
  const char* file;
  double words;      ///< F1 that must be reached.
  double sentences;
};

class GoldSegmentation : public testing::TestWithParam<Floor> {};

TEST_P(GoldSegmentation, ReachesTheFiguresOfTheGuide) {
  const std::string path = std::string(ATTACHE_SOURCE_DIR) + "/../shared/gold/parse/" + GetParam().file;
  const auto file = MappedFile::open(path);
  if (!file) GTEST_SKIP() << path << " is not there";
  const auto gold = read_conllu(as_text(file->bytes()), path, [](const Error& error) { ADD_FAILURE() << to_string(error); });
  const auto evaluation = evaluate_parse(gold, ParseInput::raw_text, nullptr);
  ASSERT_TRUE(evaluation) << to_string(evaluation.error());
  EXPECT_GE(100 * evaluation->total.words.f1(), GetParam().words);
  EXPECT_GE(100 * evaluation->total.sentences.f1(), GetParam().sentences);
}

INSTANTIATE_TEST_SUITE_P(Treebanks, GoldSegmentation,
                         testing::Values(Floor{"pud/test.half.conllu", 99.9, 99.0}, Floor{"gum-open/dev.conllu", 99.8, 95.0}, Floor{"ewt/dev.conllu", 99.0, 86.0}),
                         [](const auto& parameters) { return std::string(parameters.param.file).substr(0, 3); });

}  // namespace
}  // namespace attache
