#include "language/lemmatizer.h"

#include <gtest/gtest.h>

namespace attache::language {
namespace {

/// Rules as training learns them: tag, ending, letters cut, letters added.
constexpr std::string_view rules =
    "VBD\tbed\t3\t\n"
    "VBD\tked\t3\t\n"
    "VBD\ted\t2\t\n"
    "VBD\tied\t3\ty\n"
    "VBG\tbing\t4\t\n"
    "VBG\ting\t3\t\n"
    "VBD\t^quit\t0\t\n";

TEST(Lemmatizer, CutsAConsonantOnlyWhereItIsDoubled) {
  const Lemmatizer lemmatizer(rules);
  Arena arena;
  const auto lemma = [&](std::string_view form, std::string_view xpos) { return lemmatizer.lemma(form, Upos::verb, xpos, arena); };
  EXPECT_EQ(lemma("grabbed", "VBD"), "grab");
  EXPECT_EQ(lemma("bombed", "VBD"), "bomb");
  EXPECT_EQ(lemma("Climbed", "VBD"), "climb");
  EXPECT_EQ(lemma("robbing", "VBG"), "rob");
  EXPECT_EQ(lemma("bombing", "VBG"), "bomb");
  EXPECT_EQ(lemma("panicked", "VBD"), "panic");
  EXPECT_EQ(lemma("denied", "VBD"), "deny");
  EXPECT_EQ(lemma("attended", "VBD"), "attend");
  EXPECT_EQ(lemma("quit", "VBD"), "quit");
}

}  // namespace
}  // namespace attache::language
