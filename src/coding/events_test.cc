#include "coding/events.h"

#include <gtest/gtest.h>

#include "coding/coded_text.h"

namespace rapporteur {
namespace {

using Strings = std::vector<std::string>;

TEST(Events, SayWhoDidWhatToWhom) {
  const CodedText coded("Iraq invaded Kuwait in 1990.", Date{1990, 12, 1});
  ASSERT_EQ(coded.Events(), Strings{"ASSAULT heavy-weapons actual: Iraq -> Kuwait"});
  const Event& event = coded.items().events[0];
  EXPECT_EQ(event.cameo, "192");
  EXPECT_EQ(event.actors[0].code, "IRQ");
  EXPECT_EQ(event.recipients[0].code, "KWT");
  EXPECT_EQ(event.by.rule, "frame:invade");
  EXPECT_EQ(coded.EvidenceOf(event, "trigger"), Strings{"invaded"});
  EXPECT_EQ(coded.EvidenceOf(event, "actor"), Strings{"Iraq"});
  EXPECT_EQ(coded.EvidenceOf(event, "recipient"), Strings{"Kuwait"});
  EXPECT_EQ(coded.EvidenceOf(event, "date"), Strings{"1990"});
  ASSERT_TRUE(event.date);
  EXPECT_EQ(event.date->from, (Date{1990, 1, 1}));
  EXPECT_EQ(event.date->to, (Date{1990, 12, 31}));
  EXPECT_EQ(event.statement, -1);
  EXPECT_TRUE(event.asserted_by.empty());
}

TEST(Events, OfLongAgoAreHistorical) {
  EXPECT_EQ(CodedText("Iraq invaded Kuwait in 1990.", Date{2010, 6, 1}).Events(),
            Strings{"ASSAULT heavy-weapons historical: Iraq -> Kuwait"});
}

TEST(Events, AreTheSameInThePassive) {
  const CodedText coded("Kuwait was invaded by Iraq.");
  EXPECT_EQ(coded.Events(), Strings{"ASSAULT heavy-weapons actual: Iraq -> Kuwait"});
}

TEST(Events, HaveEqualSidesWhereTheyMeet) {
  const CodedText coded("Angela Merkel met Vladimir Putin in Moscow. She laid a wreath.", Date{2015, 5, 10});
  ASSERT_FALSE(coded.Events().empty());
  EXPECT_EQ(coded.Events()[0], "CONSULT actual: Angela Merkel + Vladimir Putin -> ");
  const Event& event = coded.items().events[0];
  ASSERT_TRUE(event.place);
  EXPECT_EQ(event.place->name, "Moscow");
  EXPECT_EQ(event.place->country, "RUS");
  EXPECT_EQ(coded.EvidenceOf(event, "place"), Strings{"Moscow"});
}

TEST(Events, TakeTheSidesOfTalksFromTheVerb) {
  const CodedText coded("Ministers from France and Germany held talks in Berlin.");
  ASSERT_EQ(coded.items().events.size(), 1U);
  const Event& event = coded.items().events[0];
  EXPECT_EQ(event.type, "CONSULT");
  EXPECT_EQ(event.status, EventStatus::kActual);
  EXPECT_EQ(coded.EvidenceOf(event, "trigger"), Strings{"held talks"});
  ASSERT_TRUE(event.place);
  EXPECT_EQ(event.place->name, "Berlin");
}

TEST(Events, ConsumeTheWordsThatAFrameAskedFor) {
  const CodedText coded("The United States lifted sanctions on Myanmar.");
  EXPECT_EQ(coded.Events(), Strings{"RETREAT access actual: United States -> Myanmar"});
  EXPECT_EQ(coded.EvidenceOf(coded.items().events.at(0), "trigger"), Strings{"lifted sanctions"});
}

TEST(Events, ChooseTheFrameByItsConditions) {
  EXPECT_EQ(CodedText("The rebels attacked the town. The rebels' attack on the town killed a girl.").Events().at(0),
            "ASSAULT actual: rebels -> town + girl");
  EXPECT_EQ(CodedText("The rebels verbally attacked the government.").Events(),
            Strings{"ACCUSE disapprove actual: rebels -> government"});
  EXPECT_EQ(CodedText("The government lifted the state of emergency.").Events().at(0).substr(0, 27),
            "CONCEDE actual: government ");
}

TEST(Events, AreNoneWhereTheFrameSaysSo) { EXPECT_EQ(CodedText("A shark attacked the minister.").Events(), Strings{}); }

TEST(Events, NameTheTargetThatIsNobody) {
  const CodedText coded("The rebels shelled the harbour.");
  ASSERT_EQ(coded.Events(), Strings{"ASSAULT heavy-weapons actual: rebels -> harbour"});
  EXPECT_EQ(coded.items().events[0].recipients[0].actor, -1);
}

TEST(Events, OfALightVerbHaveOneTrigger) {
  const CodedText coded("The army launched an attack on the town.");
  ASSERT_EQ(coded.items().events.size(), 1U);
  EXPECT_EQ(coded.items().events[0].type, "ASSAULT");
  EXPECT_EQ(coded.Names(coded.items().events[0].actors), "army");
  EXPECT_EQ(coded.items().events[0].status, EventStatus::kActual);
}

TEST(Events, KnowWhoseWordTheyAre) {
  const CodedText coded("The army said that the rebels had attacked the town.");
  ASSERT_EQ(coded.Events(), Strings{"ASSAULT actual: rebels -> town"});
  EXPECT_EQ(coded.Names(coded.items().events[0].asserted_by), "army");
  EXPECT_EQ(coded.items().events[0].statement, 0);
}

TEST(Events, AreDemandsWhereSomebodyElseShouldDoThem) {
  const CodedText coded("Envoy Tomas Brekke said that President Ilmar Dost should step down.");
  ASSERT_EQ(coded.Events(), (Strings{"RETREAT resign hypothetical: Ilmar Dost -> ",
                                     "REQUEST change actual: Tomas Brekke -> Ilmar Dost"}));
  EXPECT_EQ(coded.items().events[1].by.rule, "composition:demanded");
  EXPECT_EQ(coded.items().events[1].cameo, "0241");
  EXPECT_EQ(coded.EvidenceOf(coded.items().events[1], "trigger"), Strings{"step down"});
}

TEST(Events, AreThreatsWhereAttacksArePromised) {
  const CodedText coded("The rebels will attack the army.");
  EXPECT_EQ(coded.Events(), (Strings{"ASSAULT future: rebels -> army", "THREATEN violence actual: rebels -> army"}));
}

TEST(Events, AreRefusalsWhereTheyWillNotBeDone) {
  const CodedText coded("The rebels will not release the hostages.");
  EXPECT_EQ(coded.Events(), Strings{"REJECT yield actual: rebels -> hostages"});
}

TEST(Events, GiveTheAccusedToTheAccuser) {
  const CodedText coded("The government accused the rebels of attacking the convoy.");
  ASSERT_EQ(coded.items().events.size(), 2U);
  EXPECT_EQ(coded.items().events[0].type, "ACCUSE");
  EXPECT_EQ(coded.Names(coded.items().events[0].actors), "government");
  EXPECT_EQ(coded.Names(coded.items().events[0].recipients), "rebels");
  EXPECT_EQ(coded.Says(coded.items().events[1]), "ASSAULT actual: rebels -> convoy");
}

TEST(Events, ToldTwiceAreOneWithTwoTriggers) {
  const CodedText coded("The rebels attacked the town. The rebels' attack on the town killed a girl.");
  ASSERT_FALSE(coded.items().events.empty());
  EXPECT_EQ(coded.EvidenceOf(coded.items().events[0], "trigger"), (Strings{"attacked", "killed", "attack"}));
}

TEST(Events, OfTwoDaysAreTwo) {
  const CodedText coded("The rebels attacked the army on 3 May 2014. The rebels attacked the army on 9 May 2014.",
                        Date{2014, 5, 10});
  ASSERT_EQ(coded.Events(), (Strings{"ASSAULT actual: rebels -> army", "ASSAULT actual: rebels -> army"}));
  EXPECT_EQ(coded.items().events[0].date->from, (Date{2014, 5, 3}));
  EXPECT_EQ(coded.items().events[1].date->from, (Date{2014, 5, 9}));
}

}  // namespace
}  // namespace rapporteur
