#include "tools/asking.h"

#include <gtest/gtest.h>

namespace rapporteur {
namespace {

std::string Complaint(const AskOptions& ask) {
  const auto question = QuestionOf(ask);
  if (question.ok()) return {};
  EXPECT_EQ(question.error().code, ErrorCode::kUsage);
  return question.error().message;
}

TEST(Asking, WhatIsTypedBecomesTheQuestion) {
  AskOptions ask;
  ask.kinds = {"event,Talks", "dispute"};
  ask.types = {"ASSAULT,COERCE"};
  ask.pairs = {"RUS,United States"};
  ask.since = "2013";
  ask.until = "2013-02";
  ask.limit = 7;
  const auto question = QuestionOf(ask);
  ASSERT_TRUE(question.ok()) << question.error().message;
  EXPECT_EQ(question->kinds, (std::vector<ItemKind>{ItemKind::kEvent, ItemKind::kTalks, ItemKind::kDispute}));
  EXPECT_EQ(question->types, (std::vector<std::string>{"ASSAULT", "COERCE"}));
  EXPECT_EQ(question->pairs.at(0).other, "United States");
  EXPECT_EQ(question->since, (Date{2013, 1, 1}));
  EXPECT_EQ(question->until, (Date{2013, 2, 28}));
  EXPECT_EQ(question->limit, 7U);
}

TEST(Asking, WrongUse) {
  AskOptions ask;
  ask.kinds = {"events"};
  EXPECT_EQ(Complaint(ask),
            "--kind: found \"events\", expected one of actor, event, statement, position, talks, agreement, dispute; "
            "choose one of these");
  ask = {};
  ask.since = "2013-13";
  EXPECT_EQ(Complaint(ask),
            "--since: found \"2013-13\", expected a day, month or year as 2013-08-21, 2013-08 or 2013; write it so");
  ask.since = "2013-05";
  ask.until = "2013-04-30";
  EXPECT_EQ(Complaint(ask),
            "--until: found 2013-04-30, expected a day that is not before --since 2013-05; change one of them");
  for (const char* pair : {"RUS", "RUS,", ",RUS", "RUS,USA,SYR"}) {
    ask = {};
    ask.pairs = {pair};
    EXPECT_EQ(Complaint(ask), "--pair: found \"" + std::string(pair) +
                                  "\", expected two names or codes, one comma between them, as RUS,USA");
  }
  ask = {};
  ask.by = {""};
  EXPECT_EQ(Complaint(ask), "--by: found nothing, expected a name or code; name one or leave it out");
  ask = {};
  ask.types = {"ASSAULT,,COERCE"};
  EXPECT_EQ(Complaint(ask),
            "--type: found \"ASSAULT,,COERCE\", expected words with one comma between them; write it so");
}

}  // namespace
}  // namespace rapporteur
