#include "knowledge/actors/dictionary_import.h"

#include "base/utf8.h"
#include "knowledge/actors/lexicon_diff.h"
#include "knowledge/actors/lexicon_files.h"
#include "knowledge/actors/lint.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace attache::knowledge {
namespace {

ImportedDictionary imported(std::string_view text) {
  return import_dictionary(text, "words.txt", [](std::string_view code) { return code == "ISR" || code == "USA" || code == "FRA"; });
}

/// The entries of an import, as the lexicon itself reads them.
LexiconSource entries_of(const ImportedDictionary& dictionary) {
  const std::vector<LexiconFile> files{{"actors/a.yaml", "actors/a.yaml", dictionary.actors}, {"agents/a.yaml", "agents/a.yaml", dictionary.agents}};
  auto source = parse_lexicon_files(files);
  EXPECT_TRUE(source) << to_string(source.error());
  return source ? std::move(*source) : LexiconSource();
}

std::string messages(const std::vector<Error>& errors) {
  std::string text;
  for (const Error& error : errors) text += to_string(error) + "\n";
  return text;
}

TEST(ImportDictionary, DecodesOldCharsetsAndDropsControlCharacters) {
  const auto dictionary = imported("JOS\xc9_MU\xd1OZ_PE\xd1""A [FRAGOV]\nFRAN\xc7OIS\x01""DOE_ [FRAGOV]\n");
  entries_of(dictionary);
  EXPECT_TRUE(is_valid_utf8(dictionary.actors)) << dictionary.actors;
  EXPECT_EQ(dictionary.actor_count, 2u);
  EXPECT_EQ(dictionary.actors.find('\x01'), std::string::npos);
  EXPECT_NE(messages(dictionary.notices).find("decoded"), std::string::npos) << messages(dictionary.notices);
}

TEST(ImportDictionary, SkipsAgentsWithoutTilde) {
  const auto dictionary = imported("DIPLOMAT [~GOV]\nENVOY~S []\n!PERSON!_NAMED []\n");
  EXPECT_EQ(dictionary.agent_count, 1u);
  EXPECT_NE(messages(dictionary.notices).find("no `~`"), std::string::npos) << messages(dictionary.notices);
}

TEST(ImportDictionary, SkipsAgentsWhoseCodeIsNone) {
  const auto dictionary = imported("DIPLOMAT [~GOV]\nENVOY [\xC2\xA7[[~[]\n");
  EXPECT_EQ(dictionary.agent_count, 1u);
  EXPECT_NE(messages(dictionary.notices).find("is no agent's code (skipped the line)"), std::string::npos) << messages(dictionary.notices);
}

TEST(ImportDictionary, ReadsPetrarchActorsWithSynonymsAndDates) {
  const auto dictionary = imported(
      "<!-- a comment\n over two lines -->\n"
      "JANE_DOE_  # in office twice\n"
      "+DOE,_JANE\n"
      "\t[USAGOV 20010120-20090120]\n"
      "\t[USAELI >20090120]\n"
      "ISRAELI_TROOPS [ISRMIL]\n"
      "ISRAEL [ISR]\n");
  const auto source = entries_of(dictionary);
  ASSERT_EQ(source.actors.size(), 3u) << dictionary.actors;
  EXPECT_EQ(source.actors[0].name, "Jane Doe");
  EXPECT_EQ(source.actors[0].names, std::vector<std::string>{"Doe, Jane"});
  ASSERT_EQ(source.actors[0].roles.size(), 2u);
  EXPECT_EQ(source.actors[0].roles[0].sector, "GOV");
  EXPECT_EQ(source.actors[0].roles[1].sector, "ELI");
  EXPECT_EQ(source.actors[0].roles[1].to, until_now);
  EXPECT_EQ(source.actors[1].sector, "MIL");
  EXPECT_EQ(source.actors[2].kind, ActorKind::region);
  EXPECT_EQ(messages(dictionary.notices), "");
}

TEST(ImportDictionary, ReadsTabariActorsOnOneLine) {
  const auto dictionary = imported("<NOUN>\nBEES ; not people\n</NOUN>\nOLD_LAND_ [FRA <911226] [###] ; gone\nSOMEBODY_ [---]\n~~FINISH\nNEVER_READ_ [FRA]\n");
  const auto source = entries_of(dictionary);
  ASSERT_EQ(source.actors.size(), 1u) << dictionary.actors;
  EXPECT_EQ(source.actors[0].name, "Old Land");
  const std::string notices = messages(dictionary.notices);
  EXPECT_NE(notices.find("words.txt:2"), std::string::npos) << notices;
  EXPECT_NE(notices.find("`###` stands for nobody"), std::string::npos) << notices;
  EXPECT_NE(notices.find("words.txt:5"), std::string::npos) << notices;
}

TEST(ImportDictionary, ReadsAgentsWithPluralsAndSetsOfWords) {
  const auto dictionary = imported(
      "!PERSON! = MAN, WOMEN\nCONGRESS!PERSON! [~LEG]\nPOLICE {} [ ~COP]\nATTORNEY_GENERAL {ATTORNEYS_GENERAL} [~GOV]\nNEWSPAPER_ [~GOVMED] ; press\nHELPERS_ [NGO~]\n");
  const auto source = entries_of(dictionary);
  ASSERT_EQ(source.agents.size(), 6u) << dictionary.agents;
  EXPECT_EQ(source.agents[0].agent, "congressman");
  EXPECT_EQ(source.agents[2].plural, "police");
  EXPECT_EQ(source.agents[3].plural, "attorneys general");
  EXPECT_EQ(source.agents[4].sector, "GOV");
  EXPECT_EQ(source.agents[4].other_sectors, std::vector<std::string>{"JRN"});
  EXPECT_EQ(source.agents[5].code, "NGO");
}

/// Nothing is lost without a word about it: every line that gives no entry is named.
TEST(ImportDictionary, NamesEveryLineThatIsLeftOut) {
  const auto dictionary = imported("+ORPHAN\n[USAGOV]\nNO_CODE\nBAD_DATE_ [USAGOV 2001-2002x]\nUNCLOSED_ [USAGOV\n!UNSET!_MAN [~GOV]\nODD_ [U/S]\nBIRD_ [~XYZ]\nplain [usa]\n");
  const std::string notices = messages(dictionary.notices);
  for (const char* place : {"words.txt:1:", "words.txt:2:", "words.txt:3:", "words.txt:4:", "words.txt:5:", "words.txt:6:", "words.txt:7:", "words.txt:8:", "words.txt:9:"}) {
    EXPECT_NE(notices.find(place), std::string::npos) << place << "\n" << notices;
  }
  EXPECT_EQ(dictionary.actor_count, 1u) << dictionary.actors;
  EXPECT_EQ(dictionary.agent_count, 0u) << dictionary.agents;
}

TEST(ImportDictionary, LeavesOutDictionariesOfVerbsAsAWhole) {
  for (const char* text : {"--- DONATE [070] ---\n- * MONEY TO + [071]\nGIVE_UP [---]\nTHE_KING [USA]\n", "&TREES\n+OAK\n", "+BIRD\nFLOWER\n"}) {
    const auto dictionary = imported(text);
    EXPECT_EQ(dictionary.actors + dictionary.agents, "") << text;
    ASSERT_EQ(dictionary.notices.size(), 1u) << text << messages(dictionary.notices);
    EXPECT_NE(messages(dictionary.notices).find("words.txt: unsupported"), std::string::npos) << messages(dictionary.notices);
  }
}

LexiconSource source_of(std::string_view actors, std::string_view agents = {}) {
  const std::vector<LexiconFile> files{{"a.yaml", "actors/a.yaml", std::string(actors)}, {"b.yaml", "agents/b.yaml", std::string(agents)}, {"c.yaml", "agents/offices.yaml", "- {office: president, holders: one}\n"}};
  auto source = parse_lexicon_files(files);
  EXPECT_TRUE(source) << to_string(source.error());
  return source ? std::move(*source) : LexiconSource();
}

TEST(LintActors, NamesWhatIsWrongWithItsLine) {
  std::vector<Error> findings, notes;
  lint_actors(source_of("- {name: Freedonia, kind: country, code: FRE, demonyms: [Freedonian]}\n"
                        "- {name: Ann Lee, kind: person, code: XXX}\n"
                        "- {name: Bo Ray, names: [Bo R. Ray, Bo R. Ray], kind: person, code: FRE}\n"
                        "- {name: Red Front, kind: group, code: FRE}\n"
                        "- {name: Red Army Front, names: [Red Front], kind: group, code: FRE}\n"
                        "- {name: Al One, kind: person, code: FRE, roles: [{office: president, sector: GOV, from: 1990, to: 1999}]}\n"
                        "- {name: Al Two, kind: person, code: FRE, roles: [{office: president, sector: GOV, from: 1995, to: 2003}]}\n",
                        "- {agent: guard, sector: MIL}\n- {agent: guard, sector: COP}\n- {agent: Freedonian guard, sector: MIL}\n"),
              findings, notes);
  std::sort(findings.begin(), findings.end(), [](const Error& a, const Error& b) { return std::pair(a.place.file, a.place.line) < std::pair(b.place.file, b.place.line); });
  const std::string text = messages(findings);
  EXPECT_EQ(findings.size(), 5u) << text;
  for (const char* part : {"a.yaml:2: malformed: `Ann Lee` has the code `XXX`", "a.yaml:3: malformed: name `Bo R. Ray` stands twice", "a.yaml:5: malformed: name `red front`",
                           "b.yaml:2: malformed: agent `guard` stands twice, first in b.yaml:1", "b.yaml:3: malformed: agent `Freedonian guard`"}) {
    EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
  }
  ASSERT_EQ(notes.size(), 1u) << messages(notes);
  EXPECT_NE(messages(notes).find("`Al Two` and `Al One` are both president of FRE"), std::string::npos) << messages(notes);
}

/// Every kind of finding by itself: an entry that has it, beside a state that is in order.
TEST(LintActors, FindsEachKindOfMistake) {
  const std::string long_name = "One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen Sixteen Seventeen";
  const struct {
    std::string actors, agents;
    const char* said;
    bool note = false;
  } cases[] = {
      {"- {name: Ann Lee, kind: person, code: XXX}\n", "", "a.yaml:2: malformed: `Ann Lee` has the code `XXX`, which is no state's"},
      {"- name: Ann Lee\n  kind: person\n  code: FRE\n  roles:\n    - {office: envoy, code: XXX, sector: GOV}\n", "", "a.yaml:6: malformed: a role of `Ann Lee` has the code `XXX`"},
      {"", "- {agent: guard, sector: MIL, code: XXX}\n", "b.yaml:1: malformed: agent `guard` has the code `XXX`"},
      {"- {name: Ann Lee, kind: person, code:}\n", "", "a.yaml:2: malformed: `Ann Lee` has no `code` yet: it is left out"},
      {"- {name: \"--\", kind: group, code: FRE}\n", "", "a.yaml:2: malformed: name `--` of `--` has no letters: it is never found"},
      {"- {name: " + long_name + ", kind: group, code: FRE}\n", "", "has more than 16 words: it is never found"},
      {"- {name: Reds, names: [Red Front, Red Front], kind: group, code: FRE}\n", "", "a.yaml:2: malformed: name `Red Front` stands twice in `Reds`"},
      {"- {name: guard, kind: group, code: FRE}\n", "- {agent: guard, sector: MIL}\n", "a.yaml:2: malformed: name `guard` is an agent as well"},
      {"- {name: Reds, kind: group, code: FRE}\n- {name: Reds, kind: group, code: FRE}\n", "", "a.yaml:3: malformed: `Reds` stands twice, first in a.yaml:2"},
      {"- {name: Reds, kind: group, code: FRE}\n- {name: Greens, names: [Reds], kind: group, code: FRE}\n", "", "a.yaml:3: malformed: name `reds` of `Greens` is hidden behind `Reds` (a.yaml:2)"},
      {"", "- {agent: \"--\", sector: MIL}\n", "b.yaml:1: malformed: agent `--` has no letters: it is never found"},
      {"", "- {agent: guard, sector: MIL}\n- {agent: guard, sector: COP}\n", "b.yaml:2: malformed: agent `guard` stands twice, first in b.yaml:1"},
      {"", "- {agent: ship, general: true, needs_owner: true}\n- {agent: ship, sector: BUS}\n", "b.yaml:2: malformed: agent `ship` stands twice, first in b.yaml:1"},
      {"", "- {agent: guard, sector: MIL}\n- {agent: Freedonian guard, sector: MIL}\n", "b.yaml:2: malformed: agent `Freedonian guard` is `guard` with a nation or body before it"},
      {"- {name: Al One, kind: person, code: FRE, roles: [{office: president, sector: GOV, from: 1990, to: 1999}, {office: president, sector: GOV, from: 1995, to: 2003}]}\n", "",
       "a.yaml:2: malformed: `Al One` is `president` twice at the same time", true},
      {"- {name: Al One, kind: person, code: FRE, roles: [{office: president, sector: GOV, from: 1990, to: 1999}]}\n"
       "- {name: Al Two, kind: person, code: FRE, roles: [{office: president, sector: GOV, from: 1995, to: 2003}]}\n",
       "", "a.yaml:3: malformed: `Al Two` and `Al One` are both president of FRE", true},
      {"- {name: Adil Kasimaliev, kind: person, code: FRE, roles: [{office: envoy, sector: GOV, from: 2024}]}\n"
       "- {name: Adil Kasymaliyev, kind: person, code: FRE, roles: [{office: envoy, sector: GOV, from: 2024-12}]}\n",
       "", "a.yaml:3: malformed: `Adil Kasymaliyev` may be `Adil Kasimaliev` (a.yaml:2) written otherwise", true},
  };
  for (const auto& one : cases) {
    std::vector<Error> findings, notes;
    lint_actors(source_of("- {name: Freedonia, kind: country, code: FRE, demonyms: [Freedonian]}\n" + one.actors, one.agents), findings, notes);
    const auto& told = one.note ? notes : findings;
    ASSERT_EQ(told.size(), 1u) << one.said << "\n" << messages(told);
    EXPECT_NE(messages(told).find(one.said), std::string::npos) << one.said << "\n" << messages(told);
    EXPECT_TRUE((one.note ? findings : notes).empty()) << one.said;
  }
}

TEST(DiffLexicons, SaysWhatIsNewGoneAndChanged) {
  const auto lines = diff_lexicons(source_of("- {name: A, kind: group, code: FRA, sector: REB}\n- {name: B, kind: group, code: FRA}\n"),
                                   source_of("- {name: A, kind: group, code: FRA, sector: PTY}\n- {name: C, kind: group, code: ISR}\n", "- {agent: guard, sector: MIL}\n"));
  EXPECT_EQ(lines, (std::vector<std::string>{"+ agent guard, MIL", "~ group A: sector: REB -> PTY", "- group B", "+ group C, ISR"}));
}

TEST(LexiconFiles, TravelPackedAsTheyWere) {
  const std::vector<LexiconFile> files{{"x/actors/a.yaml", "actors/a.yaml", "- {name: A,\n kind: group, code: FRA}\n"}, {"x/agents/b.yaml", "agents/b.yaml", ""}};
  const auto back = unpack_lexicon_files(pack_lexicon_files(files));
  ASSERT_EQ(back.size(), 2u);
  EXPECT_EQ(back[0].name, "actors/a.yaml");
  EXPECT_EQ(back[0].text, files[0].text);
  EXPECT_TRUE(back[1].has_agents());
  EXPECT_TRUE(unpack_lexicon_files("a.yaml\n99\nshort").empty());
}

}  // namespace
}  // namespace attache::knowledge
