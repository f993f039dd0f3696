#include "resolve/tree.h"

#include <gtest/gtest.h>

#include "resolve/when_fixture.h"

namespace rapporteur {
namespace {

using ::testing::Test;

std::vector<int> List(std::span<const int> words) { return {words.begin(), words.end()}; }

// The(0) army(1) attacked(2) towns(3) and(4) bridges(5) because(6) of(7) orders(8)
class TreeTest : public Test {
 protected:
  void SetUp() override {
    fixture_.Add(R"(The the DET DT 2 det
                    army army NOUN NN 3 nsubj
                    attacked attack VERB VBD 0 root
                    towns town NOUN NNS 3 obj
                    and and CCONJ CC 6 cc
                    bridges bridge NOUN NNS 4 conj
                    Because because ADP IN 9 case
                    of of ADP IN 7 fixed
                    orders order NOUN NNS 3 obl)");
  }
  TreeFixture fixture_;
};

TEST_F(TreeTest, KnowsRootHeadsAndChildren) {
  const std::vector<Tree> trees = fixture_.trees();
  const Tree& tree = trees[0];
  EXPECT_EQ(tree.root(), 2);
  EXPECT_EQ(tree.size(), 9);
  EXPECT_EQ(tree.head(5), 3);
  EXPECT_EQ(List(tree.children(2)), (std::vector<int>{1, 3, 8}));
  EXPECT_EQ(List(tree.children(0)), std::vector<int>{});
  EXPECT_EQ(tree.child(2, {Rel::kObj, Rel::kIobj}), 3);
  EXPECT_EQ(tree.child(2, {Rel::kNsubjPass}), -1);
}

TEST_F(TreeTest, JoinsTheWordsOfAFixedPreposition) {
  const std::vector<Tree> trees = fixture_.trees();
  EXPECT_EQ(trees[0].preposition(8), "because of");
  EXPECT_EQ(trees[0].preposition(3), "");
}

TEST(Tree, TakesNoPossessiveForAPreposition) {
  TreeFixture fixture;
  fixture.Add("Iran Iran PROPN NNP 3 nmod:poss\n's 's PART POS 1 case\nreply reply NOUN NN 0 root");
  const std::vector<Tree> trees = fixture.trees();
  EXPECT_EQ(trees[0].preposition(0), "");
}

TEST_F(TreeTest, FindsCoordinations) {
  const std::vector<Tree> trees = fixture_.trees();
  EXPECT_EQ(trees[0].conjuncts(3), (std::vector<int>{3, 5}));
  EXPECT_EQ(trees[0].conjuncts(8), std::vector<int>{8});
  EXPECT_EQ(trees[0].coordination_head(5), 3);
  EXPECT_EQ(trees[0].coordination_head(3), 3);
}

TEST(Tree, FindsConjunctsOfConjuncts) {
  TreeFixture fixture;
  fixture.Add(R"(France France PROPN NNP 0 root
                 Spain Spain PROPN NNP 1 conj
                 and and CCONJ CC 4 cc
                 Italy Italy PROPN NNP 2 conj)");
  const std::vector<Tree> trees = fixture.trees();
  EXPECT_EQ(trees[0].conjuncts(0), (std::vector<int>{0, 1, 3}));
  EXPECT_EQ(trees[0].coordination_head(3), 0);
}

TEST_F(TreeTest, KnowsTheEdgesOfSubtrees) {
  const std::vector<Tree> trees = fixture_.trees();
  const Tree& tree = trees[0];
  EXPECT_EQ(tree.first(2), 0);
  EXPECT_EQ(tree.last(2), 8);
  EXPECT_EQ(tree.first(3), 3);
  EXPECT_EQ(tree.last(3), 5);
  EXPECT_EQ(tree.first(8), 6);
  EXPECT_EQ(tree.last(8), 8);
  EXPECT_TRUE(tree.dominates(3, 4));
  EXPECT_TRUE(tree.dominates(3, 3));
  EXPECT_FALSE(tree.dominates(3, 8));
  EXPECT_EQ(tree.span(3, 5).of(fixture_.text()), "towns and bridges");
}

TEST(Tree, HoldsAnEmptySentence) {
  const ParsedSentence empty;
  const Tree tree(empty);
  EXPECT_EQ(tree.size(), 0);
  EXPECT_EQ(tree.root(), -1);
}

// The parser makes no cycles and CoNLL-U with one is refused; a tree made otherwise must not hang.
TEST(Tree, EndsOnACycle) {
  TreeFixture fixture;
  fixture.Add("tick tick NOUN NN 2 conj\ntock tock NOUN NN 1 conj");
  const std::vector<Tree> trees = fixture.trees();
  EXPECT_EQ(trees[0].root(), -1);
  EXPECT_EQ(trees[0].conjuncts(0), (std::vector<int>{0, 1}));
  EXPECT_EQ(trees[0].first(1), 0);
  EXPECT_EQ(trees[0].last(0), 1);
  EXPECT_TRUE(trees[0].dominates(1, 0));
  EXPECT_FALSE(trees[0].dominates(7, 0));
  EXPECT_GE(trees[0].coordination_head(1), 0);
}

TEST(Tree, TakesSubtypesFromRelations) {
  EXPECT_EQ(BaseRel(Rel::kNsubjPass), Rel::kNsubj);
  EXPECT_EQ(BaseRel(Rel::kAclRelcl), Rel::kAcl);
  EXPECT_EQ(BaseRel(Rel::kOblAgent), Rel::kObl);
  EXPECT_EQ(BaseRel(Rel::kNmodPoss), Rel::kNmod);
  EXPECT_EQ(BaseRel(Rel::kCompoundPrt), Rel::kCompound);
  EXPECT_EQ(BaseRel(Rel::kConj), Rel::kConj);
}

TEST(Words, TellVerbsFromNominals) {
  ParsedWord word;
  word.upos = Upos::kAux;
  EXPECT_TRUE(IsVerbal(word));
  EXPECT_FALSE(IsNominal(word));
  word.upos = Upos::kNum;
  EXPECT_FALSE(IsVerbal(word));
  EXPECT_TRUE(IsNominal(word));
  word.upos = Upos::kAdj;
  EXPECT_FALSE(IsVerbal(word));
  EXPECT_FALSE(IsNominal(word));
}

TEST(Words, FindWholeFeaturesOnly) {
  ParsedWord word;
  word.feats = "Mood=Ind|Tense=Past|VerbForm=Fin";
  EXPECT_TRUE(HasFeature(word, "Mood=Ind"));
  EXPECT_TRUE(HasFeature(word, "VerbForm=Fin"));
  EXPECT_FALSE(HasFeature(word, "Tense=Pas"));
  EXPECT_FALSE(HasFeature(word, "Form=Fin"));
  word.feats = "_";
  EXPECT_FALSE(HasFeature(word, "VerbForm=Fin"));
}

TEST(Words, KnowCapitals) {
  for (const char* upper : {"Iran", "Élysée", "Østby", "Łódź", "Žarko", "Şahin", "İzmir", "Ńowak", "Ÿ", "Čapek"}) {
    EXPECT_TRUE(StartsUpper(upper)) << upper;
  }
  for (const char* lower : {"iran", "élysée", "øst", "łódź", "žarko", "şahin", "ıl", "ńowak", "×", "č", "7", "", "“"}) {
    EXPECT_FALSE(StartsUpper(lower)) << lower;
  }
  EXPECT_EQ(LowerAscii("The UN's ÉLAN"), "the un's Élan");
}

}  // namespace
}  // namespace rapporteur
