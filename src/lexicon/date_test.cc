#include "lexicon/date.h"

#include <gtest/gtest.h>

namespace rapporteur {
namespace {

TEST(Date, CountsDaysFromTheEpoch) {
  EXPECT_EQ((Date{1970, 1, 1}).days(), 0);
  EXPECT_EQ((Date{2000, 3, 1}).days(), 11017);
  EXPECT_EQ((Date{1969, 12, 31}).days(), -1);
}

// The slow way beside the fast one: step through four centuries and more, one day after the other.
TEST(Date, AgreesWithCountingDayByDay) {
  Date day{1599, 12, 31};
  for (int64_t n = day.days(); day.year < 2401; ++n) {
    ASSERT_EQ(day.days(), n) << day.iso();
    ASSERT_EQ(Date::FromDays(n), day) << day.iso();
    if (++day.day > DaysInMonth(day.year, day.month)) {
      day.day = 1;
      if (++day.month > 12) {
        day.month = 1;
        ++day.year;
      }
    }
  }
}

TEST(Date, KnowsWeekdays) {
  EXPECT_EQ((Date{2015, 12, 15}).weekday(), 1);  // Tuesday
  EXPECT_EQ((Date{1969, 7, 20}).weekday(), 6);   // Sunday
  EXPECT_EQ((Date{1600, 1, 1}).weekday(), 5);    // Saturday
}

TEST(Date, ReadsIsoDatesAndNothingElse) {
  EXPECT_EQ(ParseIsoDate("2016-02-29"), (Date{2016, 2, 29}));
  for (const char* text : {"2015-02-29", "2015-13-01", "2015-00-10", "2015-1-1", "2015-12-15 ", "2015/12/15", "",
                           "+015-12-15", "2015-12-1x"}) {
    EXPECT_EQ(ParseIsoDate(text), std::nullopt) << text;
  }
}

TEST(Date, ReadsPartialDatesAsRanges) {
  const auto range = [](std::string_view text) { return ParsePartialDate(text); };
  EXPECT_EQ(range("2016-02")->from, (Date{2016, 2, 1}));
  EXPECT_EQ(range("2016-02")->to, (Date{2016, 2, 29}));
  EXPECT_EQ(range("2016")->to, (Date{2016, 12, 31}));
  EXPECT_TRUE(range("2016-02-29")->contains(Date{2016, 2, 29}));
  for (const char* text : {"201", "2016-13", "2016-2", "2016_02", "x016", "2016-02-30"}) {
    EXPECT_FALSE(range(text)) << text;
  }
}

TEST(DateRange, IsOpenWhereAnEndIsMissing) {
  const DateRange since{Date{2000, 5, 7}, std::nullopt};
  EXPECT_TRUE(since.contains(Date{2000, 5, 7}));
  EXPECT_TRUE(since.contains(Date{2099, 1, 1}));
  EXPECT_FALSE(since.contains(Date{2000, 5, 6}));
}

}  // namespace
}  // namespace rapporteur
