#include "resolve/where.h"

#include <gtest/gtest.h>

#include "resolve/cast.h"
#include "resolve/when_fixture.h"

namespace rapporteur {
namespace {

PlaceMention At(int word, const std::string& name) {
  PlaceMention mention;
  mention.first = mention.last = mention.head = word;
  mention.name = name;
  return mention;
}

std::string NameOf(const TreeFixture& fixture, int predicate, const std::vector<PlaceMention>& mentions) {
  const std::vector<Tree> trees = fixture.trees();
  const std::optional<PlaceAnswer> answer = PlaceOf(trees[0], 0, predicate, mentions);
  if (!answer) return "";
  return answer->place.name + (answer->from_dateline ? " (dateline)" : "");
}

TEST(Where, TakesALocativePhrase) {
  TreeFixture fixture;
  fixture.Add(R"(They they PRON PRP 2 nsubj
met meet VERB VBD 0 root
on on ADP IN 5 case
the the DET DT 5 det
outskirts outskirts NOUN NNS 2 obl
of of ADP IN 7 case
Velbor velbor PROPN NNP 5 nmod
)");
  EXPECT_EQ(NameOf(fixture, 1, {At(6, "Velbor")}), "Velbor");
}

TEST(Where, TakesTheObjectOfAnAttack) {
  TreeFixture fixture;
  fixture.Add(R"(Troops troop NOUN NNS 2 nsubj
shelled shell VERB VBD 0 root
Velbor velbor PROPN NNP 2 obj
, , PUNCT , 5 punct
killing kill VERB VBG 2 advcl
two two NUM CD 5 obj
)");
  EXPECT_EQ(NameOf(fixture, 1, {At(2, "Velbor")}), "Velbor");
  EXPECT_EQ(NameOf(fixture, 4, {At(2, "Velbor")}), "Velbor");
}

TEST(Where, TakesThePassiveSubjectAndACompound) {
  TreeFixture passive;
  passive.Add("Velbor velbor PROPN NNP 3 nsubj:pass\nwas be AUX VBD 3 aux:pass\nshelled shell VERB VBN 0 root\n");
  EXPECT_EQ(NameOf(passive, 2, {At(0, "Velbor")}), "Velbor");
  TreeFixture compound;
  compound.Add(
      "The the DET DT 3 det\nVelbor velbor PROPN NNP 3 compound\ntalks talk NOUN NNS 4 nsubj\nfailed fail VERB VBD 0 "
      "root\n");
  EXPECT_EQ(NameOf(compound, 2, {At(1, "Velbor")}), "Velbor");
}

TEST(Where, DoesNotTakeAPlaceThatActsOrBelongsToAnother) {
  TreeFixture fixture;
  fixture.Add(R"(Velbor velbor PROPN NNP 2 nsubj
said say VERB VBD 0 root
rebels rebel NOUN NNS 4 nsubj
fought fight VERB VBD 2 ccomp
in in ADP IN 6 case
Harn harn PROPN NNP 4 obl
)");
  const std::vector<PlaceMention> mentions{At(0, "Velbor"), At(5, "Harn")};
  EXPECT_EQ(NameOf(fixture, 1, mentions), "");
  EXPECT_EQ(NameOf(fixture, 3, mentions), "Harn");
}

TEST(Where, TakesAPlaceThatTheParseHungOnTheDate) {
  TreeFixture fixture;
  fixture.Add(R"(They they PRON PRP 2 nsubj
met meet VERB VBD 0 root
on on ADP IN 4 case
Friday friday PROPN NNP 2 obl
in in ADP IN 6 case
Velbor velbor PROPN NNP 4 nmod
)");
  EXPECT_EQ(NameOf(fixture, 1, {At(5, "Velbor")}), "Velbor");
}

TEST(Where, FallsBackOnTheDatelineAndSaysSo) {
  TreeFixture fixture;
  fixture.Add("Rebels rebel NOUN NNS 2 nsubj\nfought fight VERB VBD 0 root\n");
  PlaceMention dateline = At(0, "Harn");
  dateline.sentence = 5;
  dateline.dateline = true;
  EXPECT_EQ(NameOf(fixture, 1, {dateline}), "Harn (dateline)");
}

class WhereInTheWorld : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { lexicon_ = new Result<Lexicon>(Lexicon::Open({"lexicon"})); }
  static void TearDownTestSuite() { delete lexicon_; }

  static std::vector<PlaceMention> Find(const TreeFixture& fixture) {
    if (!lexicon_->ok()) return {};
    const std::vector<Tree> trees = fixture.trees();
    return ResolveCast(trees, lexicon_->value(), Date{2015, 3, 3}).places;
  }

  static Result<Lexicon>* lexicon_;
};

Result<Lexicon>* WhereInTheWorld::lexicon_ = nullptr;

TEST_F(WhereInTheWorld, FindsCapitalsAndTheCapital) {
  ASSERT_TRUE(lexicon_->ok()) << lexicon_->error().message;
  TreeFixture fixture;
  fixture.Add(R"(They they PRON PRP 2 nsubj
met meet VERB VBD 0 root
in in ADP IN 4 case
Damascus damascus PROPN NNP 2 obl
)");
  fixture.Add(R"(They they PRON PRP 2 nsubj
left leave VERB VBD 0 root
the the DET DT 5 det
Malian malian ADJ JJ 5 amod
capital capital NOUN NN 2 obj
)");
  fixture.Add(R"(Troops troop NOUN NNS 2 nsubj
entered enter VERB VBD 0 root
the the DET DT 4 det
capital capital NOUN NN 2 obj
)");
  const std::vector<PlaceMention> places = Find(fixture);
  ASSERT_EQ(places.size(), 3U);
  EXPECT_EQ(places[0].name, "Damascus");
  EXPECT_EQ(places[0].country, "SYR");
  EXPECT_EQ(places[1].name, "Bamako");
  EXPECT_EQ(places[2].name, "Bamako");
  EXPECT_EQ(places[2].span.of(fixture.text()), "capital");
}

TEST_F(WhereInTheWorld, TellsPlacesOfOneNameApartByTheStateBesideThem) {
  ASSERT_TRUE(lexicon_->ok()) << lexicon_->error().message;
  constexpr const char* kPlain =
      "They they PRON PRP 2 nsubj\nmet meet VERB VBD 0 root\nin in ADP IN 4 case\n"
      "Tripoli tripoli PROPN NNP 2 obl\n";
  TreeFixture alone;
  alone.Add(kPlain);
  const std::vector<PlaceMention> libyan = Find(alone);
  ASSERT_EQ(libyan.size(), 1U);
  EXPECT_EQ(libyan[0].country, "LBY");
  TreeFixture told;
  told.Add(std::string(kPlain) + ", , PUNCT , 6 punct\nLebanon lebanon PROPN NNP 4 nmod:unmarked\n");
  told.Add(kPlain);
  const std::vector<PlaceMention> lebanese = Find(told);
  ASSERT_EQ(lebanese.size(), 3U);
  EXPECT_EQ(lebanese[0].country, "LBN");
  EXPECT_EQ(lebanese[2].country, "LBN");
  EXPECT_TRUE(lebanese[0].has_coordinates);
}

TEST_F(WhereInTheWorld, GivesAnUnknownTownTheStateBesideIt) {
  ASSERT_TRUE(lexicon_->ok()) << lexicon_->error().message;
  TreeFixture fixture;
  fixture.Add(R"(They they PRON PRP 2 nsubj
met meet VERB VBD 0 root
in in ADP IN 6 case
the the DET DT 6 det
Malian malian ADJ JJ 6 amod
town town NOUN NN 2 obl
of of ADP IN 8 case
Velbor velbor PROPN NNP 6 nmod
)");
  fixture.sentences()[0].mentions.push_back({7, 7, MentionType::kPlace});
  const std::vector<PlaceMention> places = Find(fixture);
  ASSERT_EQ(places.size(), 1U);
  EXPECT_EQ(places[0].name, "Velbor");
  EXPECT_EQ(places[0].country, "MLI");
}

TEST_F(WhereInTheWorld, KeepsWhatOnlyTheModelKnowsByItsName) {
  ASSERT_TRUE(lexicon_->ok()) << lexicon_->error().message;
  TreeFixture fixture;
  fixture.Add(
      "They they PRON PRP 2 nsubj\nmet meet VERB VBD 0 root\nin in ADP IN 4 case\nVelbor velbor PROPN NNP 2 obl\n");
  fixture.sentences()[0].mentions.push_back({3, 3, MentionType::kPlace});
  const std::vector<PlaceMention> places = Find(fixture);
  ASSERT_EQ(places.size(), 1U);
  EXPECT_EQ(places[0].name, "Velbor");
  EXPECT_EQ(places[0].country, "");
  EXPECT_FALSE(places[0].has_coordinates);
}

}  // namespace
}  // namespace rapporteur
