#include "formats/parties.h"

#include "formats/export_fixture.h"

namespace rapporteur {
namespace {

using Parties = ExportFixture;

std::vector<std::string> Shown(const Event& event, const Lexicon& lexicon) {
  std::vector<std::string> shown;
  for (const Dyad& dyad : DyadsOf(event, lexicon)) {
    shown.push_back((dyad.source != nullptr ? dyad.source->code : "-") + ">" +
                    (dyad.target != nullptr ? dyad.target->code : "-"));
  }
  return shown;
}

Event EventOf(std::string type, std::string rule, const std::vector<std::string>& actors,
              const std::vector<std::string>& recipients) {
  Event event;
  event.type = std::move(type);
  event.by.rule = std::move(rule);
  for (const std::string& code : actors) event.actors.emplace_back().code = code;
  for (const std::string& code : recipients) event.recipients.emplace_back().code = code;
  return event;
}

using Strings = std::vector<std::string>;

TEST_F(Parties, EachActorWithEachRecipient) {
  EXPECT_EQ(Shown(EventOf("ASSAULT", "frame:shoot", {"A", "B"}, {"C", "D"}), *opened_),
            (Strings{"A>C", "A>D", "B>C", "B>D"}));
  EXPECT_EQ(Shown(EventOf("ASSAULT", "frame:shoot", {"A", "B"}, {}), *opened_), (Strings{"A>-", "B>-"}));
  EXPECT_EQ(Shown(EventOf("ASSAULT", "frame:shoot", {}, {"C", "D"}), *opened_), (Strings{"->C", "->D"}));
  EXPECT_EQ(Shown(EventOf("ASSAULT", "frame:shoot", {}, {}), *opened_), (Strings{"->-"}));
}

TEST_F(Parties, EqualSidesGoBothWays) {
  EXPECT_EQ(Shown(EventOf("CONSULT", "frame:meet", {"A", "B", "C"}, {}), *opened_),
            (Strings{"A>B", "A>C", "B>A", "B>C", "C>A", "C>B"}));
  EXPECT_EQ(Shown(EventOf("CONSULT", "frame:visit", {"A", "B"}, {"C"}), *opened_), (Strings{"A>C", "B>C"}));
  EXPECT_EQ(Shown(EventOf("CONSULT", "frame:meet", {"A"}, {}), *opened_), (Strings{"A>-"}));
  // Whom a clash of two killed is recipient of both.
  EXPECT_EQ(Shown(EventOf("ASSAULT", "frame:clash", {"A", "B"}, {"C"}), *opened_),
            (Strings{"A>B", "B>A", "A>C", "B>C"}));
  // Another reading of the word's, and another rule.
  EXPECT_EQ(Shown(EventOf("PROTEST", "frame:clash", {"A", "B"}, {}), *opened_), (Strings{"A>-", "B>-"}));
  EXPECT_EQ(Shown(EventOf("ASSAULT", "composition", {"A", "B"}, {}), *opened_), (Strings{"A>-", "B>-"}));
}

TEST_F(Parties, ActorCodes) {
  Party party;
  EXPECT_EQ(CameoActorCode(party), "---");
  party.sectors = {"COP"};
  EXPECT_EQ(CameoActorCode(party), "---COP");
  party.code = "NVA";
  party.sectors = {"MED", "JRN", "UNK", "GOV"};
  EXPECT_EQ(CameoActorCode(party), "NVAHLHMEDGOV");
  party.code = "UNO";
  party.sectors = {};
  EXPECT_EQ(CameoActorCode(party), "IGOUNO");
  EXPECT_EQ(CameoRoot(party), "IGO");
}

TEST_F(Parties, KnowWhatTheRecordKnows) {
  Record record = SampleRecord();
  const Event& meet = record.items.events[0];
  const Party brenn = PartyOf(record, &meet.actors[0], options_);
  EXPECT_TRUE(brenn.named);
  EXPECT_EQ(brenn.name, "Ada Brenn");
  EXPECT_EQ(brenn.title, "foreign minister");
  ASSERT_NE(brenn.state, nullptr);
  EXPECT_EQ(brenn.state->cow, "991");
  const Party other = PartyOf(record, &meet.actors[1], options_);
  EXPECT_FALSE(other.named);
  EXPECT_EQ(other.name, "her Selkian counterpart");
  EXPECT_TRUE(PartyOf(record, nullptr, options_).nobody);
  record.items.actors[0].by.rule = "description";
  EXPECT_FALSE(PartyOf(record, &meet.actors[0], options_).named);
  EXPECT_NE(Write("icews", record).find("Ada Brenn (Norvia)\t"), std::string::npos);
  EXPECT_EQ(Cells(Write("polecat", record)).at(0)[35], "None");  // Story People
}

}  // namespace
}  // namespace rapporteur
