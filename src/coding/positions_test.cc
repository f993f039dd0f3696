#include "coding/positions.h"

#include <gtest/gtest.h>

#include "coding/coded_text.h"

namespace rapporteur {
namespace {

using Strings = std::vector<std::string>;

// "France | against | the plan": holder, stance, words.
Strings Positions(const CodedText& coded) {
  Strings all;
  for (const Position& position : coded.items().positions) {
    const std::string stance = position.stance == Stance::kFor       ? "for"
                               : position.stance == Stance::kAgainst ? "against"
                                                                     : "open";
    all.push_back(coded.Name(position.holder) + " | " + stance + " | " + coded.Words(position.proposition));
  }
  return all;
}

Strings Positions(const std::string& text) { return Positions(CodedText(text)); }

TEST(Positions, OfVerbs) {
  EXPECT_EQ(Positions("France opposed the plan."), Strings{"France | against | the plan"});
  EXPECT_EQ(Positions("Egypt urged both sides to keep the truce."),
            Strings{"Egypt | for | both sides to keep the truce"});
  EXPECT_EQ(Positions("Iran called on Iraq to leave."), Strings{"Iran | for | Iraq to leave"});
  EXPECT_EQ(Positions("France warned Turkey against crossing the border."),
            Strings{"France | against | crossing the border"});
}

TEST(Positions, NegatedAreOpenOrTurned) {
  EXPECT_EQ(Positions("France did not oppose the plan."), Strings{"France | open | the plan"});
  EXPECT_EQ(Positions("France does not support the plan."), Strings{"France | against | the plan"});
  EXPECT_EQ(Positions("Iran vowed not to leave the treaty."), Strings{"Iran | against | leave the treaty"});
}

TEST(Positions, AStanceOnAStanceIsComposed) {
  EXPECT_EQ(Positions("France refused to rule out a war."), Strings{"France | open | a war"});
  EXPECT_EQ(Positions("France refused to support the plan."), Strings{"France | against | the plan"});
  EXPECT_EQ(Positions("Iran rejected calls for an inquiry."), Strings{"Iran | against | an inquiry"});
  EXPECT_EQ(Positions("Iran threatened to boycott the vote."), Strings{"Iran | against | the vote"});
}

TEST(Positions, StancesThatEnd) {
  EXPECT_EQ(Positions("France dropped its opposition to the plan."), Strings{"France | open | the plan"});
  EXPECT_EQ(Positions("Iran has never renounced its claim to the islands."), Strings{"Iran | for | the islands"});
}

TEST(Positions, AnothersDemandStands) {
  EXPECT_EQ(Positions("France rejected Iran's demand for an apology."),
            (Strings{"France | against | Iran's demand for an apology", "Iran | for | an apology"}));
}

TEST(Positions, OfASpeakersClauses) {
  EXPECT_EQ(Positions("France said Iran must leave Iraq."), Strings{"France | for | Iran must leave Iraq"});
  EXPECT_EQ(Positions("France said it would not attend the talks."), Strings{"France | against | attend the talks"});
  EXPECT_EQ(Positions("France said the shipment should arrive on Monday."), Strings{});
  EXPECT_EQ(Positions("France said the driver must have slept."), Strings{});
}

TEST(Positions, OfJudgements) {
  EXPECT_EQ(Positions("France said the vote was a sham."), Strings{"France | against | the vote"});
  EXPECT_EQ(Positions("France called the vote illegal."), Strings{"France | against | the vote"});
  EXPECT_EQ(Positions("Iran has no right to close the strait, France said."),
            Strings{"France | against | to close the strait"});
  EXPECT_EQ(Positions("The vote was a sham."), Strings{});
}

TEST(Positions, OfVerdictsThatNoLineNames) {
  EXPECT_EQ(Positions("France called the treaty a humiliating surrender."), Strings{"France | against | the treaty"});
  EXPECT_EQ(Positions("France said the treaty was not just an insult."), Strings{"France | against | the treaty"});
  EXPECT_EQ(Positions("France described the quotas as too generous."), Strings{"France | against | the quotas"});
  EXPECT_EQ(Positions("France called the minister a coward."), Strings{});
}

TEST(Positions, OfAnswersThatNameNothing) {
  EXPECT_EQ(Positions("France has accepted."), Strings{"France | for | accepted"});
  EXPECT_EQ(Positions("France abstained."), Strings{"France | open | abstained"});
  EXPECT_EQ(Positions("France has yet to reply."), Strings{"France | open | reply"});
  EXPECT_EQ(Positions("Residents have accepted."), Strings{});
}

TEST(Positions, OfConditions) {
  EXPECT_EQ(Positions("France will return to the talks only if the siege is lifted."),
            (Strings{"France | for | the talks", "France | for | the siege is lifted"}));
  EXPECT_EQ(Positions("France opened the road when the siege was lifted."), Strings{});
}

TEST(Positions, TurnedByWordsThatAreNoNegation) {
  EXPECT_EQ(Positions("France left Moscow without signing the treaty."), Strings{"France | against | the treaty"});
  EXPECT_EQ(Positions("France voiced little support for the treaty."), Strings{"France | against | the treaty"});
  EXPECT_EQ(Positions("France said the road cannot be a subject of trade."),
            Strings{"France | against | be a subject of trade"});
  EXPECT_EQ(Positions("France said the report cannot be verified."), Strings{});
}

TEST(Positions, OfWhoLeavesAnAgreement) {
  EXPECT_EQ(Positions("Russia pulled out of the treaty."), Strings{"Russia | against | the treaty"});
  EXPECT_EQ(Positions("Russia is suspending its part in the treaty."),
            Strings{"Russia | against | its part in the treaty"});
  EXPECT_EQ(Positions("Russia pulled out of the station."), Strings{});
}

TEST(Positions, NotOfPrivateMatters) {
  EXPECT_EQ(Positions("She refused to wear a scarf."), Strings{});
  EXPECT_EQ(Positions("He wanted to emigrate."), Strings{});
}

TEST(Positions, OfNounsAndPhrases) {
  EXPECT_EQ(Positions("France is against the plan."), Strings{"France | against | the plan"});
  EXPECT_EQ(Positions("France spoke in support of the plan."), Strings{"France | for | the plan"});
  EXPECT_EQ(Positions("Hungary has been an opponent of the embargo."), Strings{"Hungary | against | the embargo"});
  EXPECT_EQ(Positions("Iran's condition is that the sanctions be lifted."),
            Strings{"Iran | for | the sanctions be lifted"});
}

TEST(Positions, NotOfThingsAndFights) {
  EXPECT_EQ(Positions("The soldiers defended the bridge."), Strings{});
  EXPECT_EQ(Positions("The army opposed the landing with heavy artillery."), Strings{});
  EXPECT_EQ(Positions("France provides support for families."), Strings{});
}

TEST(Positions, AboutTheActorsInTheWords) {
  const CodedText coded("France said Iran must leave Iraq.");
  ASSERT_EQ(coded.items().positions.size(), 1U);
  const Position& position = coded.items().positions[0];
  ASSERT_EQ(position.about.size(), 2U);
  Strings names;
  for (const About& about : position.about) {
    ASSERT_TRUE(about.item && about.item->kind == ItemKind::kActor);
    names.push_back(coded.items().actors[static_cast<size_t>(about.item->index)].name);
  }
  EXPECT_EQ(names, (Strings{"Iran", "Iraq"}));
  EXPECT_EQ(position.statement, 0);
  EXPECT_EQ(coded.EvidenceOf(position, "trigger"), Strings{"leave"});
}

}  // namespace
}  // namespace rapporteur
