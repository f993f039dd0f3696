// Which of the world's places a name is: the shipped tables and gazetteer, on sentences of our own.
#include <gtest/gtest.h>

#include <sstream>

#include "lexicon/fixture.h"
#include "resolve/cast.h"
#include "resolve/when_fixture.h"

namespace rapporteur {
namespace {

const Lexicon& World() {
  static const Result<Lexicon> lexicon = Lexicon::Open({"lexicon"});
  if (!lexicon.ok()) throw std::runtime_error(lexicon.error().message);
  return lexicon.value();
}

// "They met in …": words apart by blanks; the model takes each run of names for a mention of the type, if one is given.
void MetIn(TreeFixture& fixture, const std::string& rest, std::optional<MentionType> type = MentionType::kPlace) {
  std::string lines = "They they PRON PRP 2 nsubj\nmet meet VERB VBD 0 root\nin in ADP IN 4 case\n";
  std::istringstream words(rest);
  std::vector<NamedMention> mentions;
  int at = 3;
  for (std::string word; words >> word; ++at) {
    const bool name = word.front() >= 'A' && word.front() <= 'Z';
    const std::string rel = at == 3 ? " 2 obl\n" : name ? " 4 nmod:unmarked\n" : " 4 punct\n";
    lines += word + " " + LowerAscii(word) + (name ? " PROPN NNP" : word == "," ? " PUNCT ," : " NOUN NN") + rel;
    if (!name) continue;
    if (!mentions.empty() && mentions.back().last == at - 1) {
      mentions.back().last = at;
    } else if (type) {
      mentions.push_back({at, at, *type});
    }
  }
  fixture.Add(lines);
  fixture.sentences().back().mentions = std::move(mentions);
}

std::vector<PlaceMention> Find(const TreeFixture& fixture, const Lexicon& lexicon = World()) {
  const std::vector<Tree> trees = fixture.trees();
  return ResolveCast(trees, lexicon, Date{2015, 3, 3}).places;
}

std::vector<PlaceMention> FindIn(const std::string& rest, std::optional<MentionType> type = MentionType::kPlace) {
  TreeFixture fixture;
  MetIn(fixture, rest, type);
  return Find(fixture);
}

TEST(WhereWorld, KnowsTownsThatOnlyTheGazetteerHas) {
  ASSERT_EQ(World().FindName("Sarmin"), nullptr);
  TreeFixture fixture;
  MetIn(fixture, "Sarmin");
  MetIn(fixture, "Syria");
  const std::vector<PlaceMention> found = Find(fixture);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].name, "Sarmīn");
  EXPECT_EQ(found[0].country, "SYR");
  EXPECT_EQ(found[0].geonames, 164782);
  EXPECT_NEAR(found[0].lat, 35.90, 0.05);
  EXPECT_NEAR(found[0].lon, 36.73, 0.05);
}

// Half of all invented and misspelt names are the name of a village somewhere.
TEST(WhereWorld, BelievesAVillageOnlyWithItsState) {
  const std::vector<PlaceMention> alone = FindIn("Sarmin");
  ASSERT_EQ(alone.size(), 1U);
  EXPECT_EQ(alone[0].name, "Sarmin");
  EXPECT_EQ(alone[0].country, "");
  EXPECT_FALSE(alone[0].has_coordinates);
  EXPECT_TRUE(FindIn("Sarmin", std::nullopt).empty());
}

TEST(WhereWorld, GivesStatesAPoint) {
  const std::vector<PlaceMention> found = FindIn("France");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(found[0].state);
  ASSERT_TRUE(found[0].has_coordinates);
  EXPECT_NEAR(found[0].lat, 46, 1);
  EXPECT_NEAR(found[0].lon, 2, 1);
}

TEST(WhereWorld, ReadsATownByTheDivisionBesideIt) {
  const std::vector<PlaceMention> illinois = FindIn("Springfield , Illinois");
  ASSERT_EQ(illinois.size(), 2U);
  EXPECT_NEAR(illinois[0].lon, -89.6, 0.3);
  const std::vector<PlaceMention> oregon = FindIn("Springfield , Oregon");
  ASSERT_EQ(oregon.size(), 2U);
  EXPECT_NEAR(oregon[0].lon, -123.0, 0.3);
  EXPECT_TRUE(oregon[1].region);
}

TEST(WhereWorld, ReadsAbbreviatedDivisions) {
  for (const std::string text : {"Gainesville , Va.", "Gainesville , VA"}) {
    const std::vector<PlaceMention> found = FindIn(text, std::nullopt);
    ASSERT_EQ(found.size(), 2U) << text;
    EXPECT_NEAR(found[0].lat, 38.8, 0.2) << text;
    EXPECT_EQ(found[1].name, "Virginia") << text;
  }
  // A town that is an ordinary word, which the model takes for somebody.
  const std::vector<PlaceMention> surprise = FindIn("Surprise , Ariz.", MentionType::kPerson);
  ASSERT_EQ(surprise.size(), 2U);
  EXPECT_EQ(surprise[0].country, "USA");
  EXPECT_NEAR(surprise[0].lat, 33.6, 0.2);
  // Without a town before it the same letters are nothing.
  EXPECT_TRUE(FindIn("Va.", std::nullopt).empty());
}

TEST(WhereWorld, ReadsATownByTheOthersOfItsReport) {
  const std::vector<PlaceMention> alone = FindIn("Alexandria");
  ASSERT_EQ(alone.size(), 1U);
  EXPECT_EQ(alone[0].country, "EGY");
  TreeFixture virginia;
  MetIn(virginia, "Alexandria");
  MetIn(virginia, "Arlington");
  MetIn(virginia, "Fairfax , Va.");
  MetIn(virginia, "Manassas");
  const std::vector<PlaceMention> found = Find(virginia);
  ASSERT_EQ(found.size(), 5U);
  EXPECT_EQ(found[0].country, "USA");
  EXPECT_NEAR(found[0].lat, 38.8, 0.2);
  EXPECT_NEAR(found[1].lat, 38.9, 0.2);
}

TEST(WhereWorld, OneNameIsOnePlaceWhereNothingElseIsSaid) {
  TreeFixture fixture;
  MetIn(fixture, "Springfield");
  MetIn(fixture, "Springfield , Oregon");
  const std::vector<PlaceMention> found = Find(fixture);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_NEAR(found[0].lon, -123.0, 0.3);
}

TEST(WhereWorld, TellsAProvinceFromItsTown) {
  const std::vector<PlaceMention> province = FindIn("Kunar province");
  ASSERT_EQ(province.size(), 1U);
  EXPECT_TRUE(province[0].region);
  EXPECT_EQ(province[0].country, "AFG");
  const std::vector<PlaceMention> town = FindIn("Zaporizhzhya");
  ASSERT_EQ(town.size(), 1U);
  EXPECT_FALSE(town[0].region);
}

TEST(WhereWorld, KeepsRegionsThatSpanStates) {
  const std::vector<PlaceMention> found = FindIn("Middle East");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(found[0].region);
  EXPECT_EQ(found[0].country, "");
}

TEST(WhereWorld, KeepsAStateBeforeTheTownsOfItsName) {
  const std::vector<PlaceMention> lebanon = FindIn("Lebanon");
  ASSERT_EQ(lebanon.size(), 1U);
  EXPECT_EQ(lebanon[0].country, "LBN");
  const std::vector<PlaceMention> town = FindIn("Lebanon , Pa.");
  ASSERT_EQ(town.size(), 2U);
  EXPECT_EQ(town[0].country, "USA");
}

TEST(WhereWorld, FindsATownThatTheModelMissedWhereOnlyAPlaceStands) {
  const std::vector<PlaceMention> found = FindIn("Hilversum", std::nullopt);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].country, "NLD");
  for (const char* word : {"March", "May", "City", "Countryside"}) {
    EXPECT_TRUE(FindIn(word, std::nullopt).empty()) << word;
  }
}

TEST(WhereWorld, MakesNoPlaceOfPeopleAndBodies) {
  TreeFixture person;
  person.Add("Roy roy PROPN NNP 3 nsubj\nRavenel ravenel PROPN NNP 1 flat\nleft leave VERB VBD 0 root\n");
  person.sentences().back().mentions = {{0, 1, MentionType::kPerson}};
  person.Add("Ravenel ravenel PROPN NNP 2 nsubj\nleft leave VERB VBD 0 root\n");
  person.sentences().back().mentions = {{0, 0, MentionType::kPlace}};
  EXPECT_TRUE(Find(person).empty());
  TreeFixture body;
  body.Add("Nokia nokia PROPN NNP 2 nsubj\nrose rise VERB VBD 0 root\n");
  body.sentences().back().mentions = {{0, 0, MentionType::kOrganization}};
  EXPECT_TRUE(Find(body).empty());
}

TEST(WhereWorld, GivesABodyTheStateOfTheTownInItsName) {
  TreeFixture fixture;
  fixture.Add(R"(Hilversum hilversum PROPN NNP 3 compound
City city PROPN NNP 3 compound
Council council PROPN NNP 4 nsubj
met meet VERB VBD 0 root
)");
  fixture.sentences().back().mentions = {{0, 2, MentionType::kOrganization}};
  const std::vector<Tree> trees = fixture.trees();
  const Cast cast = ResolveCast(trees, World(), Date{2015, 3, 3});
  ASSERT_EQ(cast.actors.size(), 1U);
  EXPECT_EQ(cast.actors[0].code, "NLD");
  ASSERT_EQ(cast.places.size(), 1U);
  EXPECT_TRUE(cast.places[0].part);
  // Which does not make it the place where they met.
  EXPECT_FALSE(PlaceOf(trees[0], 0, 3, cast.places).has_value());
}

TEST(WhereWorld, AUsersLinesReplaceAddAndRemove) {
  const LexiconFixture user(
      "where_world",
      {{"places.tsv", "!Hilversum\nZaria\t-\tNGA\t10\t20\t2317765\t-\nVelbor\t-\tMLI\t15\t-3\t-\t900\n"}}, false);
  const Result<Lexicon> lexicon = Lexicon::Open({"lexicon", user.path()});
  ASSERT_TRUE(lexicon.ok()) << lexicon.error().message;
  TreeFixture fixture;
  MetIn(fixture, "Hilversum");
  MetIn(fixture, "Velbor");
  MetIn(fixture, "Zaria , Nigeria");
  const std::vector<PlaceMention> found = Find(fixture, *lexicon);
  ASSERT_EQ(found.size(), 4U);
  EXPECT_FALSE(found[0].has_coordinates);
  EXPECT_EQ(found[1].country, "MLI");
  EXPECT_DOUBLE_EQ(found[2].lat, 10);
}

}  // namespace
}  // namespace rapporteur
