#include "formats/phrases.h"

#include <gtest/gtest.h>

#include "record/sample_record.h"

namespace rapporteur {
namespace {

TEST(Phrases, Who) {
  const Record record = SampleRecord();
  EXPECT_EQ(WhoPhrase(record, SampleRef(0, "NVA", "Ada Brenn")), "Brenn (NVA)");
  EXPECT_EQ(WhoPhrase(record, SampleRef(2, "SLK", "Selk")), "Selk");
  EXPECT_EQ(WhoPhrase(record, SampleRef(-1, "", "both sides")), "both sides");
  EXPECT_EQ(WhoPhrase(record, SampleRef(7, "", "both sides")), "both sides");
}

TEST(Phrases, ShortNames) {
  Actor actor;
  actor.name = "Staffan de Mistura";
  EXPECT_EQ(ShortName(actor), "Staffan de Mistura");
  actor.aliases = {"the envoy", "Mistura", "de Mistura"};
  EXPECT_EQ(ShortName(actor), "Mistura");
  actor.aliases = {"tura"};
  EXPECT_EQ(ShortName(actor), "Staffan de Mistura");
}

TEST(Phrases, When) {
  const Record record = SampleRecord();  // published 2026
  const auto when = [&](Date from, Date to) { return WhenPhrase(record, DateValue{from, to, {}}); };
  EXPECT_EQ(when({2015, 12, 15}, {2015, 12, 15}), "Tue 15 Dec 2015");
  EXPECT_EQ(when({2026, 12, 15}, {2026, 12, 15}), "Tue 15 Dec");
  EXPECT_EQ(when({2026, 2, 1}, {2026, 2, 28}), "Feb 2026");
  EXPECT_EQ(when({2016, 2, 1}, {2016, 2, 28}), "1 to 28 Feb 2016");  // a leap year: one day is missing
  EXPECT_EQ(when({2026, 1, 1}, {2026, 12, 31}), "2026");
  EXPECT_EQ(when({2026, 3, 3}, {2026, 3, 5}), "3 to 5 Mar");
  EXPECT_EQ(when({2026, 2, 28}, {2026, 3, 2}), "28 Feb to 2 Mar");
  EXPECT_EQ(when({2025, 12, 30}, {2026, 1, 2}), "30 Dec 2025 to 2 Jan 2026");
  EXPECT_EQ(WhenPhrase(record, {}), "");
  EXPECT_EQ(WhenPhrase({}, DateValue{{2026, 12, 15}, {2026, 12, 15}, {}}), "Tue 15 Dec 2026");
}

TEST(Phrases, Sentences) {
  const Record record = SampleRecord();
  EXPECT_EQ(SentencesPhrase(record, record.items.events[0]), "[3]");
  EXPECT_EQ(SentencesPhrase(record, std::vector<ItemRef>{{ItemKind::kEvent, 1}, {ItemKind::kEvent, 0}}), "[3 7]");
  EXPECT_EQ(SentencesPhrase(record, ItemBase{}), "");
  ItemBase many;
  for (const size_t index : {0U, 2U, 3U, 4U, 5U, 6U})
    many.evidence.push_back({"x", record.report.sentences[index].span});
  EXPECT_EQ(SentencesPhrase(record, many), "[1 3-7]");
  many.evidence.resize(3);
  EXPECT_EQ(SentencesPhrase(record, many), "[1 3 4]");
  EXPECT_EQ(SentencePhrase(record, record.report.sentences[1].span), "[2]");
  EXPECT_EQ(SentencePhrase(record, {}), "");
}

}  // namespace
}  // namespace rapporteur
