#include "inputs/published_day.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace rapporteur {
namespace {

TEST(PublishedDay, TheWaysInWhichFilesWriteIt) {
  for (const auto& [said, day] : std::vector<std::pair<std::string, std::string>>{
           {"2019-03-12", "2019-03-12"},
           {"2019-03-12T23:59:59-11:00", "2019-03-12"},
           {"2019-03-12 10:15:00.123456+00:00", "2019-03-12"},
           {"2019/3/2", "2019-03-02"},
           {"20190312", "2019-03-12"},
           {"20190312T101500Z", "2019-03-12"},
           {"20190312101500", "2019-03-12"},
           {"Tue, 12 Mar 2019 10:15:00 +0000", "2019-03-12"},
           {"Tue, 12 Mar 19 10:15:00 GMT", "2019-03-12"},
           {"12 Mar 99", "1999-03-12"},
           {"12 March 2019", "2019-03-12"},
           {"12 March 2019, 10:15", "2019-03-12"},
           {"10:15, 12 March 2019", "2019-03-12"},
           {"12th of March 2019", "2019-03-12"},
           {"March 12, 2019 Tuesday 10:15 AM GMT", "2019-03-12"},
           {"Tuesday, Sept. 3rd, 2019", "2019-09-03"},
           {"Tue Mar 12 10:15:00 UTC 2019", "2019-03-12"},
           {"12-MAR-2019", "2019-03-12"},
           {"2019 Mar 12", "2019-03-12"},
           {"12.03.2019", "2019-03-12"},
           {"25/03/2019", "2019-03-25"},
           {"03/25/2019 08:00", "2019-03-25"},
           {"07/07/2019", "2019-07-07"},
           {"1552385700", "2019-03-12"},
           {"1552385700.25", "2019-03-12"},
           {"1552385700123", "2019-03-12"},
           {"Updated on 2019-03-12", "2019-03-12"},
           {"29 February 2020", "2020-02-29"},
       }) {
    EXPECT_EQ(PublishedDay(said).value_or("none"), day) << said;
  }
}

TEST(PublishedDay, NoCertainDayIsNone) {
  for (const std::string said : {"",
                                 "soon",
                                 "yesterday",
                                 "3 hours ago",
                                 "March 2019",
                                 "2019",
                                 "2019-03",
                                 "03/04/2019",
                                 "29 February 2019",
                                 "2019-13-01",
                                 "2019-02-30",
                                 "12 March",
                                 "12 March, 10:15",
                                 "March 12, 10:15",
                                 "10:15:00",
                                 "12345",
                                 "99999999999999999999",
                                 "0000-00-00",
                                 "-1552385700",
                                 "Mars 12 2019",
                                 "31 April 2020",
                                 "1552385700000000000000"}) {
    EXPECT_EQ(PublishedDay(said), std::nullopt) << said;
  }
  EXPECT_EQ(PublishedDay("12 March 2019" + std::string(300, ' ')), std::nullopt);
}

TEST(PublishedDay, TheOwnerMaySayTheOrder) {
  EXPECT_EQ(PublishedDay("03/04/2019", DayOrder::kDayFirst), "2019-04-03");
  EXPECT_EQ(PublishedDay("03/04/2019", DayOrder::kMonthFirst), "2019-03-04");
  EXPECT_EQ(PublishedDay("2019-03-04", DayOrder::kMonthFirst), "2019-03-04");
  EXPECT_EQ(PublishedDay("25/03/2019", DayOrder::kMonthFirst), std::nullopt);
}

TEST(PublishedDay, OfAnAddress) {
  EXPECT_EQ(DayOfAddress("https://post.example/world/2019/03/12/border-opens"), "2019-03-12");
  EXPECT_EQ(DayOfAddress("https://post.example/2019-03-12-border"), "2019-03-12");
  EXPECT_EQ(DayOfAddress("https://post.example/2019/3/2/border"), "2019-03-02");
  EXPECT_EQ(DayOfAddress("https://post.example/12019/03/12/x"), std::nullopt);
  EXPECT_EQ(DayOfAddress("https://post.example/2019/03/border"), std::nullopt);
  EXPECT_EQ(DayOfAddress("https://post.example/2019/13/12/"), std::nullopt);
  EXPECT_EQ(DayOfAddress(""), std::nullopt);
}

}  // namespace
}  // namespace rapporteur
