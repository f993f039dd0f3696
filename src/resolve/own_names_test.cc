#include "resolve/own_names.h"

#include <gtest/gtest.h>

#include "resolve/cast.h"
#include "resolve/parsed_text.h"

namespace rapporteur {
namespace {

using Strings = std::vector<std::string>;

struct Read {
  explicit Read(const std::string& given)
      : text(given), cast(ResolveCast(text.trees(), ShippedLexicon(), std::nullopt)) {}

  const CastActor* Find(const std::string& name) const {
    for (const CastActor& actor : cast.actors) {
      if (actor.name == name) return &actor;
    }
    return nullptr;
  }
  Strings Mentions(const std::string& name) const {
    Strings words;
    for (const ActorMention& mention : cast.mentions) {
      if (mention.actor >= 0 && cast.actors[static_cast<size_t>(mention.actor)].name == name)
        words.push_back(text.Words(mention.span));
    }
    return words;
  }

  ParsedText text;
  Cast cast;
};

TEST(OwnNames, KnowTheAdjectiveOfAState) {
  const struct {
    const char* name;
    const char* adjective;
    bool fits;
  } rows[] = {{"Norvia", "Norvian", true},   {"Selk", "Selkian", true},     {"Tarvos", "Tarvosi", true},
              {"Merrow", "Merrovian", true}, {"Ellend", "Ellendish", true}, {"Sandar", "Sandari", true},
              {"Norvia", "Norvians", true},  {"Selk", "Selk", false},       {"Selk", "Norvian", false},
              {"Norvia", "Norvest", false},  {"Islam", "Islamic", false},   {"Ko", "Koian", false},
              {"Marten", "Martinian", false}};
  for (const auto& row : rows)
    EXPECT_EQ(IsDemonymOf(ShippedLexicon(), row.name, row.adjective), row.fits) << row.name << " " << row.adjective;
}

TEST(OwnNames, AreOfOneKindInAReport) {
  const Read read(
      "Norvia accused Selk of piracy. A Selkian minister denied it. Norvia's parliament will meet in Velm on Friday.");
  for (const char* name : {"Norvia", "Selk"}) {
    ASSERT_NE(read.Find(name), nullptr) << name;
    EXPECT_EQ(read.Find(name)->type, ActorType::kState) << name;
    EXPECT_EQ(read.Find(name)->code, "") << name;
  }
  EXPECT_EQ(read.Mentions("Selk"), (Strings{"Selk", "Selkian"}));
  const CastActor* minister = read.Find("Selkian minister");
  ASSERT_NE(minister, nullptr);
  ASSERT_GE(minister->home, 0);
  EXPECT_EQ(read.cast.actors[static_cast<size_t>(minister->home)].name, "Selk");
}

TEST(OwnNames, TakeAcronymAndShortFormForTheBody) {
  const Read read(
      "The League of Coastal States (LCS) opened an inquiry in Brann. The LCS will report in May. Diplomats welcomed "
      "the "
      "League's decision.");
  EXPECT_EQ(read.Mentions("League of Coastal States"), (Strings{"League of Coastal States", "LCS", "LCS", "League"}));
  EXPECT_EQ(read.Find("LCS"), nullptr);
}

TEST(OwnNames, TellTwoOfASurnameByTheWordOfCourtesy) {
  const Read read(
      "President Goran Tavik of Tarvos met rebels on Monday. The arrest of Ilse Tavik angered the Tarvosi army. Mr "
      "Tavik "
      "apologised.");
  EXPECT_EQ(read.Mentions("Goran Tavik"), (Strings{"President Goran Tavik", "Mr Tavik"}));
  EXPECT_EQ(read.Mentions("Ilse Tavik"), Strings{"Ilse Tavik"});
  EXPECT_EQ(read.Mentions("Tarvos"), (Strings{"Tarvos", "Tarvosi"}));
}

TEST(Groups, MeanThoseNamedTogether) {
  const Read read("Norvia and Selk signed a treaty in Geneva. The two countries promised a truce.");
  const CastActor* both = read.Find("Norvia and Selk");
  ASSERT_NE(both, nullptr);
  Strings members;
  for (int member : both->members) members.push_back(read.cast.actors[static_cast<size_t>(member)].name);
  EXPECT_EQ(members, (Strings{"Norvia", "Selk"}));
  ASSERT_NE(read.Find("Norvia"), nullptr);
  EXPECT_EQ(read.Find("Norvia")->type, ActorType::kState);
}

TEST(Groups, MeanWhomAPronounOrNumberTakesUp) {
  const Read read(
      "President Tor Anders met Prime Minister Ilse Koch in Geneva. The pair discussed a dam. The rebels and the army "
      "exchanged fire. They blamed each other.");
  EXPECT_EQ(read.Mentions("Tor Anders and Ilse Koch"), Strings{"pair"});
  EXPECT_EQ(read.Mentions("rebels and army"), (Strings{"They", "each"}));
}

TEST(Groups, AreNotMadeOfTwoOfThree) {
  const Read read("France, Russia and Egypt signed a treaty. The two countries promised a truce.");
  EXPECT_EQ(read.Find("France and Russia"), nullptr);
  EXPECT_EQ(read.Find("Russia and Egypt"), nullptr);
}

TEST(Owners, GiveTheirCodeAndSectors) {
  const Read read(
      "The Norvian finance minister, Eda Kol, met her deputy, Mir Tan, and the chairman of the Russian central bank, "
      "Lars Holm. Eda Kol then saw her French counterpart, Ada Brenn.");
  ASSERT_NE(read.Find("Mir Tan"), nullptr);
  EXPECT_EQ(read.Find("Mir Tan")->sectors, Strings{"GOV"});
  ASSERT_NE(read.Find("Ada Brenn"), nullptr);
  EXPECT_EQ(read.Find("Ada Brenn")->code, "FRA");
  EXPECT_EQ(read.Find("Ada Brenn")->sectors, Strings{"GOV"});
  ASSERT_NE(read.Find("Lars Holm"), nullptr);
  EXPECT_EQ(read.Find("Lars Holm")->code, "RUS");
}

}  // namespace
}  // namespace rapporteur
