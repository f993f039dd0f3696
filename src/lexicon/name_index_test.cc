#include "lexicon/name_index.h"

#include <gtest/gtest.h>

namespace rapporteur {
namespace {

NameIndex Index() {
  NameIndex index({{"turkey", true}, {"march", true}});
  uint32_t id = 0;
  for (const char* name : {"United States", "US", "IS", "The Gambia", "People's Republic of China", "Turkey",
                           "Bashar al-Assad", "Ansar Allah", "Ansar", "Nagorno-Karabakh", "Sana'a", "March 14 Alliance",
                           "China", "is", "New March", "The March", "America", "Americas", "Levi's"}) {
    index.Add(name, {EntryKind::kOrganization, id++});
  }
  return index;
}

int IdOf(const std::vector<NameEntry>* entries) {
  return entries == nullptr ? -1 : static_cast<int>(entries->front().index);
}

TEST(NameIndex, FindsWholeNames) {
  const NameIndex index = Index();
  EXPECT_EQ(IdOf(index.Find("united states")), 0);
  EXPECT_EQ(IdOf(index.Find("the United States")), 0);
  EXPECT_EQ(IdOf(index.Find("Gambia")), 3);
  EXPECT_EQ(IdOf(index.Find("the Gambia's")), 3);
  EXPECT_EQ(IdOf(index.Find("Peoples Republic of China")), 4);
  EXPECT_EQ(IdOf(index.Find("Bashar Al Assad")), 6);
  EXPECT_EQ(IdOf(index.Find("Sanaa")), 10);
  EXPECT_EQ(IdOf(index.Find("Sana\u2019a's")), 10);
  EXPECT_EQ(IdOf(index.Find("United")), -1);
  EXPECT_EQ(IdOf(index.Find("the")), -1);
  EXPECT_EQ(IdOf(index.Find("")), -1);
  EXPECT_EQ(IdOf(index.Find("China, Turkey")), -1);
}

TEST(NameIndex, WantsTheCapitalsOfCommonAndShortNames) {
  const NameIndex index = Index();
  EXPECT_EQ(IdOf(index.Find("US")), 1);
  EXPECT_EQ(IdOf(index.Find("U.S.")), 1);
  EXPECT_EQ(IdOf(index.Find("us")), -1);
  EXPECT_EQ(IdOf(index.Find("Us")), -1);
  EXPECT_EQ(IdOf(index.Find("Turkey")), 5);
  EXPECT_EQ(IdOf(index.Find("TURKEY")), 5);
  EXPECT_EQ(IdOf(index.Find("turkey")), -1);
  EXPECT_EQ(IdOf(index.Find("china")), 12);
  EXPECT_EQ(IdOf(index.Find("New March")), 14);
  EXPECT_EQ(IdOf(index.Find("the New March's")), 14);
  EXPECT_EQ(IdOf(index.Find("NEW MARCH")), 14);
  EXPECT_EQ(IdOf(index.Find("New march")), -1);
  EXPECT_EQ(IdOf(index.Find("America's")), 16);
  EXPECT_EQ(IdOf(index.Find("Americas")), 17);
  EXPECT_EQ(IdOf(index.Find("Americas'")), 17);
  EXPECT_EQ(IdOf(index.Find("Levi's")), 18);
  EXPECT_EQ(IdOf(index.Find("The March")), 15);
  EXPECT_EQ(IdOf(index.Find("the March")), -1);
  EXPECT_EQ(IdOf(index.Find("March")), -1);
  EXPECT_EQ(IdOf(index.Find("united states")), 0);  // not all of its words are common here
}

TEST(NameIndex, KeepsTheReadingsOfEachWayToWriteAName) {
  const NameIndex index = Index();
  ASSERT_NE(index.Find("is"), nullptr);
  EXPECT_EQ(index.Find("is")->size(), 1U);
  ASSERT_NE(index.Find("IS"), nullptr);
  EXPECT_EQ(index.Find("IS")->size(), 2U);
  EXPECT_EQ(IdOf(index.Find("IS")), 2);
}

using Words = std::vector<std::string_view>;

TEST(NameIndex, FindsTheLongestNameAtAWord) {
  const NameIndex index = Index();
  const auto words_of = [&](const Words& words) { return index.Longest(words).words; };
  EXPECT_EQ(words_of({"the", "United", "States", "said"}), 3);
  EXPECT_EQ(words_of({"Ansar", "Allah", "'s", "men"}), 2);
  EXPECT_EQ(words_of({"Ansar", "fighters"}), 1);
  EXPECT_EQ(words_of({"Ansar"}), 1);
  EXPECT_EQ(words_of({"Bashar", "al", "-", "Assad", ","}), 4);
  EXPECT_EQ(words_of({"Bashar", "al-Assad's", "army"}), 2);
  EXPECT_EQ(words_of({"Nagorno", "-", "Karabakh"}), 3);
  EXPECT_EQ(words_of({"Nagorno-Karabakh"}), 1);
  EXPECT_EQ(words_of({"People", "'s", "Republic", "of", "China"}), 5);
  EXPECT_EQ(words_of({"People's", "Republic", "of", "China"}), 4);
  EXPECT_EQ(words_of({"US", "-", "led", "strikes"}), 1);
  EXPECT_EQ(words_of({"China's", "army"}), 1);
  EXPECT_EQ(words_of({"The", "United"}), 0);
  EXPECT_EQ(words_of({"the"}), 0);
  EXPECT_EQ(words_of({","}), 0);
  EXPECT_EQ(words_of({"Ansar", ",", "Allah"}), 3);
  EXPECT_EQ(words_of({"Ansar", ",", "he"}), 1);
  EXPECT_EQ(words_of({}), 0);
  EXPECT_EQ(words_of({"March", "14", "Alliance"}), 3);
  EXPECT_EQ(words_of({"march", "14", "Alliance"}), 3);  // "alliance" is no common word here
  EXPECT_EQ(words_of({"New", "March", "said"}), 2);
  EXPECT_EQ(words_of({"New", "March's", "men"}), 2);
  EXPECT_EQ(words_of({"New", "march"}), 0);
  EXPECT_EQ(words_of({"America", "'s", "army"}), 1);
  EXPECT_EQ(IdOf(index.Longest({"America", "'s", "army"}).entries), 16);
  EXPECT_EQ(IdOf(index.Longest({"America's", "army"}).entries), 16);
  EXPECT_EQ(words_of({"Levi", "'s", "jeans"}), 2);
  EXPECT_EQ(words_of({"The", "March", "said"}), 2);
  EXPECT_EQ(words_of({"the", "March", "said"}), 0);
  EXPECT_EQ(words_of({"The", "March", "14", "Alliance"}), 4);
}

// A plain reference: try every prefix of the words, joined by blanks, with Find.
TEST(NameIndex, AgreesWithTryingEveryPrefix) {
  const NameIndex index = Index();
  const Words parts = {"the", "United", "States", "US", "Ansar", "Allah", "al", "Assad", "Bashar", "China"};
  for (std::string_view a : parts) {
    for (std::string_view b : parts) {
      for (std::string_view c : parts) {
        const Words words = {a, b, c};
        int expected = 0;
        std::string prefix;
        for (int n = 0; n < 3; ++n) {
          if (n > 0) prefix += ' ';
          prefix += words[static_cast<size_t>(n)];
          if (index.Find(prefix) != nullptr) expected = n + 1;
        }
        EXPECT_EQ(index.Longest(words).words, expected) << prefix;
      }
    }
  }
}

}  // namespace
}  // namespace rapporteur
