#include "resolve/names.h"

#include <gtest/gtest.h>

#include "resolve/parsed_text.h"

namespace rapporteur {
namespace {

struct Found {
  explicit Found(const std::string& given) : text(given) {
    if (text.trees().empty()) return;
    names = FindNames(tree(), ShippedLexicon());
    descriptions = FindDescriptions(tree(), names, ShippedLexicon());
  }
  const Tree& tree() const { return text.trees().front(); }
  std::string Words(int first, int last) const { return text.Words(tree().span(first, last)); }

  std::vector<std::string> Names() const {
    std::vector<std::string> all;
    for (const NamePhrase& name : names) all.push_back(Words(name.first, name.last));
    return all;
  }
  std::vector<std::string> Descriptions() const {
    std::vector<std::string> all;
    for (const DescriptionPhrase& phrase : descriptions) all.push_back(Words(phrase.first, phrase.head));
    return all;
  }
  // The description with this lemma; the test fails without one.
  DescriptionPhrase Description(const std::string& lemma) const {
    for (const DescriptionPhrase& phrase : descriptions) {
      if (phrase.lemma == lemma) return phrase;
    }
    ADD_FAILURE() << "no description " << lemma;
    return {};
  }
  std::vector<std::string> Owners(const std::string& lemma) const {
    std::vector<std::string> all;
    for (int owner : Description(lemma).owners) all.push_back(Names()[static_cast<size_t>(owner)]);
    return all;
  }

  ParsedText text;
  std::vector<NamePhrase> names;
  std::vector<DescriptionPhrase> descriptions;
};

using Strings = std::vector<std::string>;

TEST(Names, LeaveATitleOutThatTheModelTookIn) {
  const Found found("Foreign Minister Sergey Lavrov arrived in Geneva.");
  ASSERT_EQ(found.Names(), (Strings{"Sergey Lavrov", "Geneva"}));
  EXPECT_NE(EntryOf(found.names[0], EntryKind::kPerson), nullptr);
  EXPECT_EQ(found.names[0].type, MentionType::kPerson);
  EXPECT_EQ(found.tree().word(found.names[0].head).form, "Sergey");
  EXPECT_EQ(EntryOf(found.names[1], EntryKind::kPerson), nullptr);
  EXPECT_NE(EntryOf(found.names[1], EntryKind::kPlace), nullptr);
  EXPECT_EQ(found.Descriptions(), Strings{"Foreign Minister"});
  const DescriptionPhrase minister = found.Description("foreign minister");
  ASSERT_FALSE(minister.titles.empty());
  EXPECT_EQ(ShippedLexicon().titles()[minister.titles[0]].office, "foreign minister");
  EXPECT_FALSE(minister.plural);
  EXPECT_FALSE(minister.former);
}

TEST(Names, LeaveWordsOfCourtesyOut) {
  const Found found("Mr Lavrov met Mrs Ashton in Brussels.");
  ASSERT_EQ(found.Names(), (Strings{"Lavrov", "Ashton", "Brussels"}));
  EXPECT_EQ(found.names[0].type, MentionType::kPerson);
  EXPECT_EQ(found.names[1].type, MentionType::kPerson);
  EXPECT_TRUE(IsCourtesy(ShippedLexicon(), "Mrs"));
  EXPECT_TRUE(IsCourtesy(ShippedLexicon(), "Dr."));
  EXPECT_FALSE(IsCourtesy(ShippedLexicon(), "President"));
  EXPECT_FALSE(IsCourtesy(ShippedLexicon(), "mr"));
}

TEST(Names, DropTheArticle) {
  const Found found("The United Nations sent monitors to Syria.");
  ASSERT_EQ(found.Names(), (Strings{"United Nations", "Syria"}));
  const NameEntry* entry = EntryOf(found.names[0], EntryKind::kOrganization);
  ASSERT_NE(entry, nullptr);
  EXPECT_EQ(ShippedLexicon().organizations()[entry->index].code, "UNO");
  EXPECT_EQ(found.tree().word(found.names[0].head).form, "Nations");
  EXPECT_EQ(found.Descriptions(), Strings{"monitors"});
  EXPECT_TRUE(found.Description("monitor").plural);
}

TEST(Names, KeepOnesThatOnlyTheModelKnows) {
  const Found found("The Harrow Dock Company opened an office in Brenmoor.");
  ASSERT_EQ(found.Names(), (Strings{"Harrow Dock Company", "Brenmoor"}));
  EXPECT_EQ(found.names[0].entries, nullptr);
  EXPECT_EQ(found.names[0].type, MentionType::kOrganization);
  EXPECT_EQ(found.tree().word(found.names[0].head).form, "Company");
  EXPECT_EQ(found.names[1].entries, nullptr);
  EXPECT_EQ(found.names[1].type, MentionType::kPlace);
}

TEST(Names, GiveABackerNobodyToOwn) {
  const Found found("Russian-backed rebels shelled the village.");
  ASSERT_EQ(found.Names(), Strings{"Russian"});
  EXPECT_NE(EntryOf(found.names[0], EntryKind::kDemonym), nullptr);
  EXPECT_EQ(found.Descriptions(), Strings{"Russian-backed rebels"});
  EXPECT_EQ(found.Owners("rebel"), Strings{});
}

TEST(Names, GiveALeaderWhomItLeads) {
  const Found found("US-led troops entered the town.");
  EXPECT_EQ(found.Names(), Strings{"US"});
  EXPECT_EQ(found.Descriptions(), Strings{"US-led troops"});
  EXPECT_EQ(found.Owners("troops"), Strings{"US"});
}

TEST(Descriptions, KnowWhoseTheyAre) {
  const Found found("The American president visited London.");
  EXPECT_EQ(found.Descriptions(), Strings{"American president"});
  EXPECT_EQ(found.Owners("president"), Strings{"American"});
  EXPECT_TRUE(found.Description("president").definite);
  EXPECT_FALSE(found.Description("president").indefinite);
}

TEST(Descriptions, TakeModifiersAndTheirSectors) {
  const Found found("Turkish police officer Orhan Belkaya arrested two smugglers.");
  EXPECT_EQ(found.Names(), (Strings{"Turkish", "Orhan Belkaya"}));
  EXPECT_EQ(found.Descriptions().front(), "Turkish police officer");
  EXPECT_EQ(found.Owners("police officer"), Strings{"Turkish"});
}

TEST(Descriptions, KnowTheirPossessor) {
  const ParsedText text("France signed the treaty. Its parliament approved the treaty.");
  ASSERT_EQ(text.trees().size(), 2U);
  const Tree& tree = text.trees()[1];
  const std::vector<DescriptionPhrase> found =
      FindDescriptions(tree, FindNames(tree, ShippedLexicon()), ShippedLexicon());
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].lemma, "parliament");
  EXPECT_EQ(found[0].possessor, 0);
  EXPECT_TRUE(found[0].definite);
  EXPECT_FALSE(found[0].plural);
}

}  // namespace
}  // namespace rapporteur
