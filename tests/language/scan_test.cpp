#include "language/scan.h"

#include "language/inflections.h"
#include "language/segmenter.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace attache {
namespace {

/// The reasons for the sentences of a page, one block a line, separated by blanks.
std::string reasons(const LexicalScan& scan, const std::vector<std::string>& blocks) {
  Document document;
  for (const std::string& block : blocks) document.blocks.push_back({BlockKind::body, block});
  Arena arena;
  std::vector<Sentence> sentences;
  segment(document, arena, sentences);
  std::string out;
  for (const ScanReason reason : scan.select(sentences)) out.append(out.empty() ? "" : " ").append(name_of(reason));
  return out;
}

LexicalScan scan() {
  ScanVocabulary vocabulary;
  vocabulary.triggers = {"attack", "withdraw", "crack down", "meet", "take into custody"};
  vocabulary.agents = {"rebel", "aid worker"};
  vocabulary.names = {"Ruritania", "US", "Red Lantern Front", "al-Sapt", "Győr"};
  return LexicalScan::compile(vocabulary);
}

TEST(LexicalScan, WantsATriggerAndAnActor) {
  EXPECT_EQ(reasons(scan(), {"Ruritania attacked at dawn. It was cold. Rebels slept. An attack came."}), "event none none none");
}

TEST(LexicalScan, FindsEntriesOfSeveralWordsByTwoOfThem) {
  EXPECT_EQ(reasons(scan(), {"The Red Lantern Front withdrew. A red front withdrew. Aid workers met. Workers met."}),
            "event none event none");
  EXPECT_EQ(reasons(scan(), {"The followers of al-Sapt met."}), "event");
}

TEST(LexicalScan, FindsTriggersWhosePartsStandApart) {
  EXPECT_EQ(reasons(scan(), {"Rebels took two men into custody. Rebels took a bus. In custody, rebels slept."}), "event none none");
  EXPECT_EQ(reasons(scan(), {"Custody was what rebels were taken into."}), "event");
  EXPECT_EQ(reasons(scan(), {"They cracked hard down on rebels."}), "event");
}

TEST(LexicalScan, LetsASentencePassThatHasTooManyPartsToTry) {
  std::string parts;
  for (int i = 0; i < 40; ++i) parts += "take ";
  EXPECT_EQ(reasons(scan(), {parts + "rebels."}), "event");
}

TEST(LexicalScan, ReadsShortAcronymsAsWritten) {
  EXPECT_EQ(reasons(scan(), {"US jets attacked."}), "event");
  EXPECT_EQ(reasons(scan(), {"Nobody attacked us."}), "none");
}

TEST(LexicalScan, TakesLettersOfAnyCase) { EXPECT_EQ(reasons(scan(), {"GYŐR WITHDREW. Cold day."}), "event none"); }

TEST(LexicalScan, KeepsAntecedentsOfPronouns) {
  EXPECT_EQ(reasons(scan(), {"Ruritania is large. The sun shone. It attacked yesterday."}), "antecedent none pronoun");
  EXPECT_EQ(reasons(scan(), {"Ruritania is large. A. day. Sun. Rain. Snow. They attacked."}).substr(0, 4), "none");
  EXPECT_EQ(reasons(scan(), {"They attacked."}), "none");
  EXPECT_EQ(reasons(scan(), {"Ruritania is large. Rebels know it. They slept. They attacked."}), "antecedent antecedent none pronoun")
      << "whom a pronoun means may be a pronoun there too";
  EXPECT_EQ(reasons(scan(), {"Ruritania is large. Whoever it was, who attacked, slept."}), "antecedent pronoun");
  EXPECT_EQ(reasons(scan(), {"Ruritania is large. Men who attacked slept."}), "none none") << "a relative word means somebody of its own sentence";
}

TEST(LexicalScan, KeepsTheSpeakerOfAQuotation) {
  EXPECT_EQ(reasons(scan(), {"\u201CThe plan stands. Rebels attacked.\u201D The sun shone, the mayor said."}), "none event speaker");
  EXPECT_EQ(reasons(scan(), {"Rebels attacked. The sun shone, the mayor said."}), "event none");
  EXPECT_EQ(reasons(scan(), {"\u201CRebels attacked.\u201D", "The sun shone, the mayor said."}), "event none");
}

TEST(LexicalScan, KeepsWhoIntroducesALaterSurname) {
  EXPECT_EQ(reasons(scan(), {"Anna Hentzau runs a bakery. Bread is cheap. Rebels met Hentzau."}), "introduction none event");
  EXPECT_EQ(reasons(scan(), {"Anna Hentzau runs a bakery. Bread is cheap. Rebels met Paul Hentzau."}), "none none event")
      << "named in full again";
  EXPECT_EQ(reasons(scan(), {"Hentzau runs a bakery. Bread is cheap. Rebels met Hentzau."}), "none none event")
      << "nothing is learnt from the surname alone";
}

TEST(LexicalScan, MayTakeAnyNameForAnActor) {
  ScanVocabulary vocabulary;
  vocabulary.triggers = {"meet"};
  EXPECT_EQ(reasons(LexicalScan::compile(vocabulary), {"Later Ann Vey met someone."}), "none");
  vocabulary.names_are_actors = true;
  EXPECT_EQ(reasons(LexicalScan::compile(vocabulary), {"Later Ann Vey met someone.", "Later someone met."}), "event none");
}

TEST(LexicalScan, ImagesGiveTheSameAnswersAndDamageIsAnError) {
  const std::string image = scan().to_image();
  std::vector<std::uint32_t> aligned(image.size() / 4 + 1);
  std::copy(image.begin(), image.end(), reinterpret_cast<char*>(aligned.data()));
  const std::span<const std::byte> bytes(reinterpret_cast<const std::byte*>(aligned.data()), image.size());
  const auto opened = LexicalScan::open(bytes);
  ASSERT_TRUE(opened);
  EXPECT_EQ(reasons(*opened, {"Ruritania attacked at dawn. It was cold."}), "event none");
  EXPECT_EQ(opened->to_image(), image);
  EXPECT_FALSE(LexicalScan::open(bytes.subspan(0, bytes.size() - 4)));
  EXPECT_FALSE(LexicalScan::open({}));
  aligned[0] ^= 1;
  EXPECT_FALSE(LexicalScan::open(bytes));
}

TEST(LexicalScan, TheSameVocabularyInAnyOrderGivesTheSameImage) {
  ScanVocabulary one, other;
  one.triggers = {"attack", "meet"};
  other.triggers = {"meet", "attack"};
  one.names = {"Ruritania", "Sapt"};
  other.names = {"Sapt", "Ruritania"};
  EXPECT_EQ(LexicalScan::compile(one).to_image(), LexicalScan::compile(other).to_image());
}

TEST(LexicalScan, AWordMayBeTriggerAndActorAtOnce) {
  ScanVocabulary vocabulary;
  vocabulary.triggers = {"strike", "strike"};
  vocabulary.agents = {"strike"};
  EXPECT_EQ(reasons(LexicalScan::compile(vocabulary), {"Someone struck."}), "event");
}

struct Inflection {
  const char* lemma;
  std::vector<const char*> forms;
};

TEST(Inflections, CoverTheFormsOfALemma) {
  for (const Inflection& inflection : std::vector<Inflection>{{"attack", {"attack", "attacks", "attacked", "attacking"}},
                                                              {"seize", {"seizes", "seized", "seizing"}},
                                                              {"ban", {"bans", "banned", "banning"}},
                                                              {"deny", {"denies", "denied", "denying"}},
                                                              {"withdraw", {"withdrew", "withdrawn", "withdraws", "withdrawing"}},
                                                              {"overthrow", {"overthrew", "overthrown"}},
                                                              {"gunman", {"gunmen"}},
                                                              {"picket", {"picketed", "picketing"}},
                                                              {"panic", {"panicked"}},
                                                              {"veto", {"vetoes", "vetoed"}},
                                                              {"call off", {"called off", "calls off"}},
                                                              {"Meet", {"met", "meets"}}}) {
    const auto forms = inflected_forms(inflection.lemma);
    EXPECT_TRUE(std::is_sorted(forms.begin(), forms.end()));
    for (const char* form : inflection.forms) EXPECT_NE(std::find(forms.begin(), forms.end(), form), forms.end()) << form;
  }
  const auto plain = inflected_forms("attack");
  EXPECT_EQ(std::find(plain.begin(), plain.end(), "attackked"), plain.end());
}

}  // namespace
}  // namespace attache
