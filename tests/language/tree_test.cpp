#include "language/tree.h"

#include "language/conllu.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <sstream>

namespace attache {
namespace {

/// A tree from one line a token: "form lemma upos xpos head relation".
class Planted {
 public:
  explicit Planted(const std::string& rows) {
    std::istringstream lines(rows);
    std::string form, lemma, upos, xpos, head, relation, text;
    for (int id = 1; lines >> form >> lemma >> upos >> xpos >> head >> relation; ++id) {
      text += std::to_string(id) + "\t" + form + "\t" + lemma + "\t" + upos + "\t" + xpos + "\t_\t" + head + "\t" + relation + "\t_\t_\n";
    }
    sentences_ = read_conllu(text, "planted", [](const Error& error) { ADD_FAILURE() << to_string(error); });
    tree_.rebuild(sentences_.at(0).sentence);
  }

  const Tree& operator*() const { return tree_; }
  const Tree* operator->() const { return &tree_; }

  /// The token's index; the first of that form.
  Tree::Index at(std::string_view form) const {
    for (Tree::Index i = 0; i < tree_.size(); ++i) {
      if (tree_.token(i).text == form) return i;
    }
    ADD_FAILURE() << "no token " << form;
    return Tree::none;
  }

  /// The form of a token, or "-" for none.
  std::string form(Tree::Index i) const { return i == Tree::none ? "-" : std::string(tree_.token(i).text); }

 private:
  std::vector<OwnedSentence> sentences_;
  Tree tree_;
};

// "The ministers of Ruritania met and promised rebels to free prisoners because of pressure"
Planted ministers() {
  return Planted(
      "The the DET DT 2 det\nministers minister NOUN NNS 5 nsubj\nof of ADP IN 4 case\nRuritania Ruritania PROPN NNP 2 nmod\n"
      "met meet VERB VBD 0 root\nand and CCONJ CC 7 cc\nurged urge VERB VBD 5 conj\nrebels rebel NOUN NNS 7 obj\nto to PART TO 10 mark\n"
      "free free VERB VB 7 xcomp\nprisoners prisoner NOUN NNS 10 obj\nbecause because ADP IN 14 case\nof of ADP IN 12 fixed\npressure pressure NOUN NN 10 obl\n");
}

TEST(Tree, LinksAndExtents) {
  const auto tree = ministers();
  EXPECT_EQ(tree.form(tree->root()), "met");
  EXPECT_EQ(tree->children(tree.at("met")).size(), 2u);
  EXPECT_EQ(tree->depth(tree.at("pressure")), 3);
  EXPECT_TRUE(tree->is_within(tree.at("pressure"), tree.at("urged")));
  EXPECT_FALSE(tree->is_within(tree.at("urged"), tree.at("pressure")));
  EXPECT_EQ(tree->text(tree->span(tree.at("ministers"))), "The ministers of Ruritania");
  EXPECT_EQ(tree.form(tree->head({0, 4})), "ministers");
  EXPECT_EQ(tree->head({3, 3}), Tree::none);
  EXPECT_EQ(tree->yield(tree.at("free")).size(), 6u);
  EXPECT_EQ(tree->governors(tree.at("prisoners")), (std::vector<Tree::Index>{tree.at("free"), tree.at("urged"), tree.at("met")}));
}

TEST(Tree, UnderstoodSubjects) {
  const auto tree = ministers();
  EXPECT_EQ(tree.form(tree->understood_subject(tree.at("met"))), "ministers");
  EXPECT_EQ(tree.form(tree->understood_subject(tree.at("urged"))), "ministers");
  EXPECT_EQ(tree.form(tree->understood_subject(tree.at("free"))), "rebels");
  EXPECT_EQ(tree.form(tree->logical_object(tree.at("free"))), "prisoners");
}

TEST(Tree, SpeakersBehindTheirQuotation) {
  const Planted tree("Talks talk NOUN NNS 2 nsubj\nfailed fail VERB VBD 3 ccomp\nsaid say VERB VBD 0 root\nVey Vey PROPN NNP 3 obj\n");
  EXPECT_EQ(tree.form(tree->logical_subject(tree.at("said"))), "Vey");
  EXPECT_EQ(tree.form(tree->logical_object(tree.at("said"))), "-");
  const Planted object("said say VERB VBD 0 root\nprayers prayer NOUN NNS 1 obj\n");
  EXPECT_EQ(object.form(object->logical_object(object.at("said"))), "prayers");
}

TEST(Tree, SubjectControlInSpiteOfAnObject) {
  const Planted tree("Ruritania R PROPN NNP 2 nsubj\npromised promise VERB VBD 0 root\nthem they PRON PRP 2 iobj\nto to PART TO 5 mark\nleave leave VERB VB 2 xcomp\n");
  EXPECT_EQ(tree.form(tree->understood_subject(tree.at("leave"))), "Ruritania");
}

TEST(Tree, PrepositionsOfSeveralWords) {
  const auto tree = ministers();
  EXPECT_EQ(tree->preposition(tree.at("pressure")), "because of");
  EXPECT_EQ(tree->oblique(tree.at("free"), "because of"), tree.at("pressure"));
  EXPECT_EQ(tree->oblique(tree.at("ministers"), "of"), tree.at("Ruritania"));
  EXPECT_EQ(tree->obliques(tree.at("free")).size(), 1u);
  EXPECT_EQ(tree->marker(tree.at("free")), "to");
}

// "Rebels arrested by police were tried and jailed ."
TEST(Tree, PassivesWithAndWithoutAuxiliary) {
  const Planted tree(
      "Rebels rebel NOUN NNS 6 nsubj:pass\narrested arrest VERB VBN 1 acl\nby by ADP IN 4 case\npolice police NOUN NN 2 obl\n"
      "were be AUX VBD 6 aux:pass\ntried try VERB VBN 0 root\nand and CCONJ CC 8 cc\njailed jail VERB VBN 6 conj\n");
  for (const char* verb : {"arrested", "tried", "jailed"}) {
    EXPECT_TRUE(tree->is_passive(tree.at(verb))) << verb;
    EXPECT_EQ(tree.form(tree->logical_object(tree.at(verb))), "Rebels") << verb;
  }
  EXPECT_EQ(tree.form(tree->logical_subject(tree.at("arrested"))), "police");
  EXPECT_EQ(tree.form(tree->logical_subject(tree.at("jailed"))), "-");
}

TEST(Tree, PurposesBelongToTheAgent) {
  const Planted tree(
      "Badges badge NOUN NNS 3 nsubj:pass\nwere be AUX VBD 3 aux:pass\nused use VERB VBN 0 root\nby by ADP IN 5 case\nrebels rebel NOUN NNS 3 obl:agent\n"
      "to to PART TO 7 mark\nenter enter VERB VB 3 advcl\nin in ADP IN 9 case\nMay May PROPN NNP 3 obl:agent\n");
  EXPECT_EQ(tree.form(tree->understood_subject(tree.at("enter"))), "rebels");
  EXPECT_EQ(tree.form(tree->agent(tree.at("used"))), "rebels");
}

TEST(Tree, PhrasesReachOverTheWholeName) {
  // "President Ann Vey left", the title hanging from the surname
  const Planted tree("President President PROPN NNP 3 nmod:desc\nAnn Ann PROPN NNP 4 nsubj\nVey Vey PROPN NNP 2 flat\nleft leave VERB VBD 0 root\n");
  EXPECT_EQ(tree->text(tree->phrase(tree.at("Ann"))), "President Ann Vey");
}

// "the envoy who met rebels" / "the envoy rebels killed"
TEST(Tree, RelativeClauses) {
  const Planted with("the the DET DT 2 det\nenvoy envoy NOUN NN 0 root\nwho who PRON WP 4 nsubj\nmet meet VERB VBD 2 acl:relcl\nrebels rebel NOUN NNS 4 obj\n");
  EXPECT_EQ(with.form(with->antecedent(with.at("who"))), "envoy");
  EXPECT_EQ(with.form(with->logical_subject(with.at("met"))), "envoy");
  EXPECT_EQ(with.form(with->antecedent(with.at("rebels"))), "rebels");
  const Planted lost("the the DET DT 2 det\nenvoy envoy NOUN NN 0 root\nwhich which PRON WDT 4 obl\nmet meet VERB VBD 2 acl:relcl\nrebels rebel NOUN NNS 4 obj\n");
  EXPECT_EQ(lost.form(lost->logical_subject(lost.at("met"))), "envoy");
  const Planted without("the the DET DT 2 det\nenvoy envoy NOUN NN 0 root\nrebels rebel NOUN NNS 4 nsubj\nkilled kill VERB VBD 2 acl:relcl\n");
  EXPECT_EQ(without.form(without->logical_subject(without.at("killed"))), "rebels");
  EXPECT_EQ(without.form(without->logical_object(without.at("killed"))), "envoy");
}

TEST(Tree, InfinitivesOfNounsOfIntention) {
  const Planted possessive("Ruritania R PROPN NNP 3 nmod:poss\n's 's PART POS 1 case\nplan plan NOUN NN 0 root\nto to PART TO 5 mark\nattack attack VERB VB 3 acl\n");
  EXPECT_EQ(possessive.form(possessive->understood_subject(possessive.at("attack"))), "Ruritania");
  const Planted object("Ruritania R PROPN NNP 2 nsubj\nmade make VERB VBD 0 root\nplans plan NOUN NNS 2 obj\nto to PART TO 5 mark\nattack attack VERB VB 3 acl\n");
  EXPECT_EQ(object.form(object->understood_subject(object.at("attack"))), "Ruritania");
}

TEST(Tree, PlansOfOthersAreNotTheSubjects) {
  const Planted tree("Ruritania R PROPN NNP 2 nsubj\nopposed oppose VERB VBD 0 root\nplans plan NOUN NNS 2 obj\nto to PART TO 5 mark\nattack attack VERB VB 3 acl\n");
  EXPECT_EQ(tree.form(tree->understood_subject(tree.at("attack"))), "-");
  const Planted bid("Ruritania R PROPN NNP 2 nsubj\nspoke speak VERB VBD 0 root\nin in ADP IN 5 case\na a DET DT 5 det\nbid bid NOUN NN 2 obl\nto to PART TO 7 mark\n"
                    "mediate mediate VERB VB 5 acl\n");
  EXPECT_EQ(bid.form(bid->understood_subject(bid.at("mediate"))), "Ruritania");
}

TEST(Tree, SharedObjects) {
  const Planted mistagged("Police police NOUN NNS 2 nsubj\narrested arrest VERB VBN 0 root\nand and CCONJ CC 4 cc\ncharged charge VERB VBD 2 conj\nmen man NOUN NNS 4 obj\n");
  EXPECT_EQ(mistagged.form(mistagged->logical_object(mistagged.at("arrested"))), "men");
  const Planted last("Rebels rebel NOUN NNS 2 nsubj\nshelled shell VERB VBD 0 root\nand and CCONJ CC 4 cc\ntook take VERB VBD 2 conj\ntowns town NOUN NNS 4 obj\n");
  EXPECT_EQ(last.form(last->logical_object(last.at("shelled"))), "towns");
  const Planted first("Rebels rebel NOUN NNS 2 nsubj\nshelled shell VERB VBD 0 root\nand and CCONJ CC 4 cc\ntook take VERB VBD 2 conj\ntowns town NOUN NNS 2 obj\n");
  EXPECT_EQ(first.form(first->logical_object(first.at("took"))), "towns");
  const Planted apart("Rebels rebel NOUN NNS 2 nsubj\nfled flee VERB VBD 0 root\neast east ADV RB 2 advmod\nand and CCONJ CC 5 cc\ntook take VERB VBD 2 conj\ntowns town NOUN NNS 5 obj\n");
  EXPECT_EQ(apart.form(apart->logical_object(apart.at("fled"))), "-");
}

TEST(Tree, Negation) {
  const Planted adverb("They they PRON PRP 4 nsubj\ndid do AUX VBD 4 aux\nnot not PART RB 4 advmod\nattack attack VERB VB 0 root\n");
  EXPECT_TRUE(adverb->is_negated(adverb.at("attack")));
  const Planted determiner("No no DET DT 2 det\ntroops troop NOUN NNS 3 nsubj\nattacked attack VERB VBD 0 root\n");
  EXPECT_TRUE(determiner->is_negated(determiner.at("attacked")));
  EXPECT_FALSE(ministers()->is_negated(ministers()->root()));
}

TEST(Tree, PhrasesLeaveOutWhatIsAttached) {
  // "with the foreign minister of Ruritania , who spoke"
  const Planted tree(
      "with with ADP IN 4 case\nthe the DET DT 4 det\nforeign foreign ADJ JJ 4 amod\nminister minister NOUN NN 0 root\nof of ADP IN 6 case\n"
      "Ruritania R PROPN NNP 4 nmod\n, , PUNCT , 4 punct\nwho who PRON WP 9 nsubj\nspoke speak VERB VBD 4 acl:relcl\n");
  EXPECT_EQ(tree->text(tree->phrase(tree.at("minister"))), "the foreign minister of Ruritania");
}

/// Any heads at all, also out of range and in circles: every walk ends, and subtrees partition the tokens.
TEST(Tree, AnyHeadsGiveAForest) {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    Sentence sentence;
    sentence.tokens.resize(1 + random() % 12);
    for (Token& token : sentence.tokens) {
      token.head = static_cast<std::int32_t>(random() % (sentence.tokens.size() + 3)) - 2;
      token.relation = static_cast<Relation>(random() % (static_cast<int>(Relation::other) + 1));
    }
    const Tree tree(sentence);
    std::size_t below_roots = 0;
    for (Tree::Index i = 0; i < tree.size(); ++i) {
      if (tree.governor(i) == Tree::none) below_roots += tree.yield(i).size();
      EXPECT_EQ(static_cast<Tree::Index>(tree.governors(i).size()), tree.depth(i));
      for (const Tree::Index above : tree.governors(i)) EXPECT_TRUE(tree.is_within(i, above));
      for (const Tree::Index child : tree.children(i)) EXPECT_EQ(tree.governor(child), i);
      EXPECT_TRUE(tree.span(i).contains(i));
      tree.understood_subject(i);
      tree.logical_object(i);
      EXPECT_LE(tree.conjuncts(i).size(), sentence.tokens.size());
    }
    EXPECT_EQ(below_roots, sentence.tokens.size());
  }
}

}  // namespace
}  // namespace attache
