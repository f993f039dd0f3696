#include "coding/event_merge.h"

#include <gtest/gtest.h>

namespace rapporteur {
namespace {

// An attack by actor 0 on actor 1, told by the word at `offset`.
Event Attack(uint32_t offset) {
  Event event;
  event.type = "ASSAULT";
  event.by.rule = "frame:attack";
  event.evidence.push_back({"trigger", {offset, offset + 8}});
  event.actors.resize(1);
  event.actors[0].actor = 0;
  event.recipients.resize(1);
  event.recipients[0].actor = 1;
  event.confidence = 0.7;
  return event;
}

DateValue Day(int day) { return {{2014, 5, day}, {2014, 5, day}, {}}; }

size_t Merged(const Event& a, const Event& b) { return MergeEvents({a, b}, "").size(); }

TEST(EventMerge, JoinsWhatIsToldTwice) {
  Event second = Attack(40);
  second.mode = "explosives";
  second.cameo = "183";
  second.date = Day(3);
  second.confidence = 0.8;
  const std::vector<Event> merged = MergeEvents({Attack(0), second}, "");
  ASSERT_EQ(merged.size(), 1U);
  ASSERT_EQ(merged[0].evidence.size(), 2U);
  EXPECT_EQ(merged[0].evidence[0].span, (Span{0, 8}));
  EXPECT_EQ(merged[0].evidence[1].span, (Span{40, 48}));
  EXPECT_EQ(merged[0].mode, "explosives");
  EXPECT_EQ(merged[0].cameo, "183");
  ASSERT_TRUE(merged[0].date);
  EXPECT_EQ(merged[0].date->from, (Date{2014, 5, 3}));
  EXPECT_DOUBLE_EQ(merged[0].confidence, 0.8);
  EXPECT_EQ(merged[0].by.steps, std::vector<std::string>{"told again: frame:attack"});
}

TEST(EventMerge, KeepsEventsOfTwoDaysApart) {
  Event one = Attack(0), other = Attack(40);
  one.date = Day(3);
  other.date = Day(4);
  EXPECT_EQ(Merged(one, other), 2U);
  other.date = DateValue{{2014, 5, 1}, {2014, 5, 31}, {}};
  EXPECT_EQ(Merged(one, other), 1U);
}

TEST(EventMerge, KeepsOtherTypesModesPlacesAndSidesApart) {
  Event other = Attack(40);
  other.type = "COERCE";
  EXPECT_EQ(Merged(Attack(0), other), 2U);
  Event bomb = Attack(0), gas = Attack(40);
  bomb.mode = "explosives";
  gas.mode = "unconventional";
  EXPECT_EQ(Merged(bomb, gas), 2U);
  Event here = Attack(0), there = Attack(40);
  here.place.emplace().name = "Homs";
  there.place.emplace().name = "Idlib";
  EXPECT_EQ(Merged(here, there), 2U);
  Event third = Attack(40);
  third.recipients[0].actor = 2;
  EXPECT_EQ(Merged(Attack(0), third), 2U);
}

TEST(EventMerge, TakesActualAndOngoingForOne) {
  Event ongoing = Attack(40), future = Attack(40);
  ongoing.status = EventStatus::kOngoing;
  future.status = EventStatus::kFuture;
  EXPECT_EQ(Merged(Attack(0), ongoing), 1U);
  EXPECT_EQ(Merged(Attack(0), future), 2U);
}

TEST(EventMerge, KeepsWhatOthersVouchForApart) {
  Event said = Attack(40);
  said.asserted_by.resize(1);
  said.asserted_by[0].actor = 3;
  said.statement = 0;
  EXPECT_EQ(Merged(Attack(0), said), 2U);
}

TEST(EventMerge, TakesTheReportsOwnWordForAMeeting) {
  Event said = Attack(0), told = Attack(40);
  for (Event* event : {&said, &told}) {
    event->type = "CONSULT";
    event->actors.resize(2);
    event->actors[1].actor = 1;
    event->recipients.clear();
  }
  said.asserted_by.resize(1);
  said.asserted_by[0].actor = 3;
  said.statement = 0;
  const std::vector<Event> merged = MergeEvents({said, told}, "");
  ASSERT_EQ(merged.size(), 1U);
  EXPECT_EQ(merged[0].statement, -1);
  EXPECT_TRUE(merged[0].asserted_by.empty());
}

TEST(EventMerge, KeepsEventsOfNobodyApart) {
  Event one = Attack(0), other = Attack(40);
  one.actors.clear();
  one.recipients.clear();
  other.actors.clear();
  other.recipients.clear();
  EXPECT_EQ(Merged(one, other), 2U);
}

TEST(EventMerge, KeepsTheOrderOfFirstTellings) {
  Event other = Attack(20);
  other.type = "PROTEST";
  const std::vector<Event> merged = MergeEvents({Attack(0), other, Attack(40)}, "");
  ASSERT_EQ(merged.size(), 2U);
  EXPECT_EQ(merged[0].type, "ASSAULT");
  EXPECT_EQ(merged[1].type, "PROTEST");
  EXPECT_TRUE(MergeEvents({}, "").empty());
}

}  // namespace
}  // namespace rapporteur
