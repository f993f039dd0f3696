// Which events stand, and which words tell one deed: event_deeds.h, event_grounds.h, event_again.h.
#include <gtest/gtest.h>

#include "coding/coded_text.h"

namespace rapporteur {
namespace {

using Strings = std::vector<std::string>;

TEST(EventDeeds, UniteAVerbWithTheNounOfTheSameDeed) {
  const CodedText coded("British jets killed four men in an attack on the depot.");
  ASSERT_EQ(coded.items().events.size(), 1U);
  const Event& event = coded.items().events[0];
  EXPECT_EQ(coded.EvidenceOf(event, "trigger"), (Strings{"killed", "attack"}));
  EXPECT_EQ(coded.Names(event.recipients), "four men");
}

TEST(EventDeeds, UniteWhatAnAttackDidToPeople) {
  const CodedText coded("The army fired rockets at the town, killing two people and wounding six.");
  ASSERT_EQ(coded.items().events.size(), 1U);
  const Event& event = coded.items().events[0];
  EXPECT_EQ(coded.EvidenceOf(event, "trigger").size(), 3U);
  ASSERT_TRUE(event.counts.killed && event.counts.injured);
  EXPECT_EQ(event.counts.killed->said, "two");
  EXPECT_EQ(event.counts.injured->said, "six");
}

TEST(EventDeeds, KeepWhatIsJudgedApart) {
  const CodedText coded("The minister condemned the criticism by the rebels.");
  ASSERT_FALSE(coded.items().events.empty());
  EXPECT_EQ(coded.EvidenceOf(coded.items().events[0], "trigger"), Strings{"condemned"});
}

TEST(EventDeeds, AimAProtestAtWhomItDenounces) {
  const CodedText coded("Students gathered for a rally to denounce the mayor.");
  ASSERT_FALSE(coded.items().events.empty());
  EXPECT_EQ(coded.Says(coded.items().events[0]), "PROTEST demo actual: Students -> mayor");
}

TEST(EventDeeds, LeaveNoSideToBothSides) {
  EXPECT_EQ(CodedText("Peru and Chile agreed on a pact between the two countries.").Events(),
            Strings{"AGREE settle actual: Peru + Chile -> "});
}

TEST(EventDeeds, TellARefusalOnce) {
  EXPECT_EQ(CodedText("The mayor refused to meet the rebels.").Events(),
            Strings{"REJECT meet actual: mayor -> rebels"});
}

TEST(EventDeeds, KeepARefusedAttackForItself) {
  const CodedText coded("The mayor refused to attack the rebels.");
  ASSERT_EQ(coded.items().events.size(), 2U);
  EXPECT_EQ(coded.Says(coded.items().events[1]), "ASSAULT negated: mayor -> rebels");
}

TEST(EventDeeds, SeeWhatIsMeasured) {
  const CodedText coded("Experts detonated a series of bombs in Basra.");
  ASSERT_EQ(coded.items().events.size(), 1U);
  EXPECT_EQ(coded.items().events[0].mode, "explosives");
}

TEST(EventDeeds, TakeAnIdiomOnce) {
  const CodedText coded("The government lifted a state of emergency in Basra.");
  ASSERT_EQ(coded.items().events.size(), 1U);
  EXPECT_EQ(coded.items().events[0].type, "CONCEDE");
}

TEST(EventAgain, FindsTheAttackThatWasToldBefore) {
  const CodedText coded("Rebels shelled the port on Monday. The attack wounded six.");
  ASSERT_EQ(coded.items().events.size(), 1U);
  const Event& event = coded.items().events[0];
  EXPECT_EQ(coded.EvidenceOf(event, "trigger"), (Strings{"shelled", "wounded", "attack"}));
  ASSERT_TRUE(event.counts.injured);
  EXPECT_EQ(event.counts.injured->said, "six");
}

TEST(EventGrounds, AreNotAttributes) {
  EXPECT_EQ(CodedText("The visiting minister spoke of a planned visit.").Events(), Strings{});
}

TEST(EventGrounds, AreNotPrivateWishes) {
  EXPECT_EQ(CodedText("My parents wanted me to support the friends.").Events(), Strings{});
  EXPECT_EQ(CodedText("I refused to meet them.").Events(), Strings{});
}

TEST(EventGrounds, AreNotWhatThingsDo) {
  EXPECT_EQ(CodedText("His career allowed the mayor to travel.").Events(), Strings{});
}

TEST(EventGrounds, AreNotRights) {
  const CodedText coded("The army defended the right to attack the rebels.");
  for (const Event& event : coded.items().events) EXPECT_NE(event.type, "ASSAULT");
}

}  // namespace
}  // namespace rapporteur
