#include "merge/said_number.h"

#include <gtest/gtest.h>

namespace rapporteur {
namespace {

void Expect(std::string_view said, int64_t least, int64_t most) {
  const auto range = NumberRangeOf(said);
  ASSERT_TRUE(range) << said;
  EXPECT_EQ(range->least, least) << said;
  EXPECT_EQ(range->most, most) << said;
}

TEST(SaidNumber, IsARange) {
  Expect("12", 12, 12);
  Expect("1,300", 1300, 1300);
  Expect("Seven soldiers", 7, 7);
  Expect("twenty-one", 21, 21);
  Expect("two hundred and five", 205, 205);
  Expect("three thousand", 3000, 3000);
  Expect("at least seven", 7, NumberRange::kNoEnd);
  Expect("more than 100", 101, NumberRange::kNoEnd);
  Expect("up to 30", 0, 30);
  Expect("fewer than ten", 0, 9);
  Expect("about 50 people", 40, 60);
  Expect("dozens", 24, 99);
  Expect("no one", 0, 0);
}

TEST(SaidNumber, WhatNamesNoneOrTwoIsNone) {
  for (const char* said :
       {"", "several", "many Afghan civilians", "a 17-year-old boy", "7/8 40", "two soldiers and 3 civilians"})
    EXPECT_FALSE(NumberRangeOf(said)) << said;
}

TEST(SaidNumber, Meets) {
  EXPECT_TRUE(NumberRangeOf("at least 12")->meets(*NumberRangeOf("15")));
  EXPECT_FALSE(NumberRangeOf("at least 12")->meets(*NumberRangeOf("eleven")));
  EXPECT_TRUE(NumberRangeOf("dozens")->meets(*NumberRangeOf("more than 50")));
}

}  // namespace
}  // namespace rapporteur
