#include "resolve/cast.h"

#include <gtest/gtest.h>

#include "resolve/parsed_text.h"

namespace rapporteur {
namespace {

using Strings = std::vector<std::string>;

struct Read {
  explicit Read(const std::string& given, std::optional<Date> published = std::nullopt)
      : text(given), cast(ResolveCast(text.trees(), ShippedLexicon(), published)) {}

  Strings Actors() const {
    Strings names;
    for (const CastActor& actor : cast.actors) names.push_back(actor.name);
    return names;
  }
  // The actor of this name; the test fails without one.
  CastActor Actor(const std::string& name) const {
    for (const CastActor& actor : cast.actors) {
      if (actor.name == name) return actor;
    }
    ADD_FAILURE() << "no actor " << name;
    return {};
  }
  // The words of each mention of an actor.
  Strings Mentions(const std::string& name) const {
    Strings words;
    for (const ActorMention& mention : cast.mentions) {
      if (mention.actor >= 0 && cast.actors[static_cast<size_t>(mention.actor)].name == name)
        words.push_back(text.Words(mention.span));
    }
    return words;
  }
  // Who a form stands for, "" for nobody.
  std::string Who(const std::string& form, int sentence = 0) const {
    const ActorMention* mention = cast.MentionAt(sentence, text.Word(form, sentence));
    return mention == nullptr || mention->actor < 0 ? "" : cast.actors[static_cast<size_t>(mention->actor)].name;
  }

  ParsedText text;
  Cast cast;
};

TEST(Cast, TakesSpellingsAndSurnamesForOnePerson) {
  const Read read("Sergey Lavrov met John Kerry in Geneva in 2013. Sergei Lavrov and Kerry agreed on a plan.",
                  Date{2013, 9, 14});
  EXPECT_EQ(read.Mentions("Sergey Lavrov"), (Strings{"Sergey Lavrov", "Sergei Lavrov"}));
  EXPECT_EQ(read.Mentions("John Kerry"), (Strings{"John Kerry", "Kerry"}));
  EXPECT_EQ(read.cast.actors.size(), 2U);
  const CastActor lavrov = read.Actor("Sergey Lavrov");
  EXPECT_EQ(lavrov.type, ActorType::kPerson);
  EXPECT_EQ(lavrov.code, "RUS");
  EXPECT_EQ(lavrov.sectors, Strings{"GOV"});
  EXPECT_EQ(lavrov.aliases, (Strings{"Sergey Lavrov", "Sergei Lavrov"}));
  EXPECT_EQ(read.Actor("John Kerry").code, "USA");
}

TEST(Cast, TellsAnOfficeByTheReportsDate) {
  const struct {
    Date published;
    const char* name;
  } rows[] = {{{2003, 11, 19}, "George W. Bush"}, {{2009, 4, 2}, "Barack Obama"}, {{2019, 6, 4}, "Donald Trump"}};
  for (const auto& row : rows) {
    const Read read("The American president visited London.", row.published);
    EXPECT_EQ(read.Who("president"), row.name) << row.published.iso();
    EXPECT_EQ(read.Actor(row.name).code, "USA");
    ASSERT_FALSE(read.Actor(row.name).roles.empty());
    EXPECT_EQ(read.Actor(row.name).roles[0].title, "president");
  }
}

TEST(Cast, TakesACapitalThatActsForItsGovernment) {
  const Read read("Moscow vetoed the resolution.");
  ASSERT_EQ(read.cast.mentions.size(), 1U);
  EXPECT_EQ(read.cast.mentions[0].form, MentionForm::kMetonym);
  EXPECT_EQ(read.Who("Moscow"), "Russia");
  EXPECT_EQ(read.Actor("Russia").code, "RUS");
  EXPECT_EQ(read.Actor("Russia").type, ActorType::kState);
}

TEST(Cast, LeavesACapitalWhereSomethingHappensAPlace) {
  const Read read("Putin spoke in Moscow.", Date{2015, 3, 18});
  EXPECT_EQ(read.Actors(), Strings{"Vladimir Putin"});
  EXPECT_EQ(read.cast.MentionAt(0, read.text.Word("Moscow")), nullptr);
}

TEST(Cast, JoinsAnAppositionToTheName) {
  const Read read("Angela Merkel, the German chancellor, met Francois Hollande in Berlin.", Date{2014, 7, 1});
  EXPECT_EQ(read.Mentions("Angela Merkel"), (Strings{"Angela Merkel", "German chancellor"}));
  EXPECT_EQ(read.Who("chancellor"), "Angela Merkel");
  EXPECT_EQ(read.Who("Hollande"), "François Hollande");
  EXPECT_EQ(read.Actor("François Hollande").code, "FRA");
}

TEST(Cast, TellsPronounsByGender) {
  const Read read("Angela Merkel met Vladimir Putin in Moscow. She laid a wreath.", Date{2015, 5, 10});
  EXPECT_EQ(read.Who("She", 1), "Angela Merkel");
  EXPECT_EQ(read.cast.MentionAt(1, 0)->form, MentionForm::kPronoun);
  EXPECT_FALSE(read.cast.MentionAt(1, 0)->plural);
}

TEST(Cast, TellsPronounsByNumber) {
  const Read read("Envoy Tomas Brekke met the rebels in Brenmoor. He promised them food.");
  EXPECT_EQ(read.Who("He", 1), "Tomas Brekke");
  EXPECT_EQ(read.Who("them", 1), "rebels");
  EXPECT_TRUE(read.Actor("rebels").plural);
}

TEST(Cast, TakesTheSubjectForThey) {
  const Read read("The ministers met the rebels. They agreed on a truce.");
  EXPECT_EQ(read.Who("They", 1), "ministers");
}

TEST(Cast, TakesAStateForIts) {
  const Read read("France signed the treaty. Its parliament approved the treaty.");
  EXPECT_EQ(read.Who("Its", 1), "France");
  const CastActor parliament = read.Actor("parliament");
  EXPECT_EQ(parliament.code, "FRA");
  EXPECT_EQ(parliament.sectors, Strings{"LEG"});
}

TEST(Cast, TakesADefiniteTitleForWhoBoreIt) {
  const Read read("UN envoy Kofi Annan met Bashar al-Assad in Damascus. The envoy presented a plan.",
                  Date{2012, 3, 12});
  EXPECT_EQ(read.Who("Annan"), "Kofi Annan");
  EXPECT_EQ(read.Who("Assad"), "Bashar al-Assad");
  EXPECT_EQ(read.Who("envoy", 1), "Kofi Annan");
  EXPECT_EQ(read.Actor("Kofi Annan").code, "UNO");
  EXPECT_EQ(read.Actor("Bashar al-Assad").code, "SYR");
}

TEST(Cast, GivesAnUnknownPersonWhatTheTitleSays) {
  const Read read("Turkish police officer Orhan Belkaya arrested two smugglers.");
  const CastActor officer = read.Actor("Orhan Belkaya");
  EXPECT_EQ(officer.type, ActorType::kPerson);
  EXPECT_EQ(officer.code, "TUR");
  EXPECT_EQ(officer.sectors, Strings{"COP"});
  EXPECT_EQ(officer.person, -1);
  EXPECT_EQ(read.Who("officer"), "Orhan Belkaya");
}

TEST(Cast, TakesAnExpletiveForNobody) {
  const Read read("The European Union met in Brussels. It is unclear whether the talks will resume.");
  EXPECT_EQ(read.Mentions("European Union"), Strings{"European Union"});
  EXPECT_EQ(read.cast.MentionAt(1, 0), nullptr);
}

TEST(Cast, LeavesTheFirstPersonOpen) {
  const Read read("“We will leave the town on Friday,” said Anna Brekke.");
  const ActorMention* we = read.cast.MentionAt(0, read.text.Word("We"));
  ASSERT_NE(we, nullptr);
  EXPECT_EQ(we->form, MentionForm::kFirstPerson);
  EXPECT_EQ(we->actor, -1);
  EXPECT_TRUE(we->plural);
}

TEST(Cast, CodesAnUnknownBodyByTheModelAlone) {
  const Read read("The Harrow Dock Company opened an office in Brenmoor.");
  const CastActor company = read.Actor("Harrow Dock Company");
  EXPECT_EQ(company.type, ActorType::kOrganization);
  EXPECT_EQ(company.rule, "model");
  EXPECT_EQ(company.code, "");
  EXPECT_EQ(company.organization, -1);
}

TEST(Cast, IsTheSameTwice) {
  const std::string text = "UN envoy Kofi Annan met Bashar al-Assad in Damascus. The envoy presented a plan.";
  const Read one(text), other(text);
  EXPECT_EQ(one.Actors(), other.Actors());
  ASSERT_EQ(one.cast.mentions.size(), other.cast.mentions.size());
  for (size_t m = 0; m < one.cast.mentions.size(); ++m) {
    EXPECT_EQ(one.cast.mentions[m].span, other.cast.mentions[m].span);
    EXPECT_EQ(one.cast.mentions[m].actor, other.cast.mentions[m].actor);
  }
}

TEST(Cast, OfNoSentencesIsEmpty) {
  const Cast cast = ResolveCast({}, ShippedLexicon(), std::nullopt);
  EXPECT_TRUE(cast.actors.empty());
  EXPECT_TRUE(cast.mentions.empty());
}

}  // namespace
}  // namespace rapporteur
