#include "formats/dyad_counts.h"

#include "formats/export_fixture.h"

namespace rapporteur {
namespace {

using Dyads = ExportFixture;

constexpr const char* kHeader =
    "period,source,source_cow,source_gw,target,target_cow,target_gw,type,quad,events,reports,mean_score,"
    "mean_goldstein\n";

std::string Count(DyadPeriod period, const ExportOptions& options, const std::vector<Record>& records) {
  DyadCounts counts(period, options);
  for (const Record& record : records) counts.Add(record);
  const std::string text = counts.Write();
  EXPECT_TRUE(text.starts_with(kHeader)) << text;
  return text.substr(std::string_view(kHeader).size());
}

TEST_F(Dyads, OfNothing) {
  EXPECT_EQ(Count(DyadPeriod::kDay, options_, {}), "");
  EXPECT_EQ(Count(DyadPeriod::kDay, options_, {Record()}), "");
}

TEST_F(Dyads, ByDayMonthAndYear) {
  const Record record = SampleRecord();
  const std::string meeting = ",NVA,991,992,SLK,993,994,CONSULT,1,1,1,2.5,1\n";
  const std::string back = ",SLK,993,994,NVA,991,992,CONSULT,1,1,1,2.5,1\n";
  const std::string killing = ",,,,,,,ASSAULT,4,1,1,-9,-9\n";
  EXPECT_EQ(Count(DyadPeriod::kDay, options_, {record}),
            "2026-03-03" + killing + "2026-03-06" + meeting + "2026-03-06" + back);
  EXPECT_EQ(Count(DyadPeriod::kMonth, options_, {record}),
            "2026-03" + killing + "2026-03" + meeting + "2026-03" + back);
  EXPECT_EQ(Count(DyadPeriod::kYear, options_, {record}), "2026" + killing + "2026" + meeting + "2026" + back);
}

TEST_F(Dyads, MeansOverEventsAndReports) {
  Record one = SampleRecord();
  one.items.events.resize(1);
  one.items.events.push_back(one.items.events[0]);  // a second meeting, told otherwise
  one.items.events[1].score = 4;
  one.items.events[1].cameo.clear();
  one.ids.events = {"ev-1", "ev-2"};
  Record two = one;
  two.ids.report = "rp-other";
  EXPECT_EQ(Count(DyadPeriod::kYear, options_, {one, two}),
            "2026,NVA,991,992,SLK,993,994,CONSULT,1,4,2,3.25,1\n"
            "2026,SLK,993,994,NVA,991,992,CONSULT,1,4,2,3.25,1\n");
}

// Two of one state who meet two of another are one event of the pair.
TEST_F(Dyads, PeopleOfOneStateCountOnce) {
  Record record = SampleRecord();
  record.items.events.resize(1);
  Event& meet = record.items.events[0];
  meet.actors.push_back(meet.actors[0]);
  EXPECT_EQ(Count(DyadPeriod::kYear, options_, {record}),
            "2026,NVA,991,992,NVA,991,992,CONSULT,1,1,1,2.5,1\n"
            "2026,NVA,991,992,SLK,993,994,CONSULT,1,1,1,2.5,1\n"
            "2026,SLK,993,994,NVA,991,992,CONSULT,1,1,1,2.5,1\n");
}

TEST_F(Dyads, EventsWithoutADayStandUnderNone) {
  Record record = SampleRecord();
  record.report.published.clear();
  options_.statuses = HappenedStatuses();
  EXPECT_EQ(Count(DyadPeriod::kMonth, options_, {record}), ",,,,,,,ASSAULT,4,1,1,-9,-9\n");
}

TEST(DyadPeriods, Words) {
  EXPECT_TRUE(ParseDyadPeriod("day") && ParseDyadPeriod("month") && ParseDyadPeriod("year"));
  EXPECT_FALSE(ParseDyadPeriod("week").has_value());
}

}  // namespace
}  // namespace rapporteur
