#include "formats/said_number.h"

#include <gtest/gtest.h>

#include <string>

namespace rapporteur {
namespace {

TEST(SaidNumber, Numbers) {
  struct Case {
    const char* said;
    int64_t number;
  };
  for (const Case& c : std::initializer_list<Case>{{"12", 12},
                                                   {"At least 12", 12},
                                                   {"two", 2},
                                                   {"Twenty-one", 21},
                                                   {"1,200 students", 1200},
                                                   {"at least 12 people and two soldiers", 14},
                                                   {"1,200 students and three lawyers", 1203},
                                                   {"two soldiers and a child", 3},
                                                   {"a dozen", 12},
                                                   {"two dozen", 24},
                                                   {"a hundred", 100},
                                                   {"two hundred and five", 205},
                                                   {"three thousand two hundred", 3200},
                                                   {"2.5 million", 2'500'000},
                                                   {"20 to 30", 20},
                                                   {"20-30", 20},
                                                   {"20–30 people", 20},
                                                   {"between 20 and 30", 20},
                                                   {"a total of 46 civilians", 46},
                                                   {"an estimated 50", 50},
                                                   {"as many as 300", 300},
                                                   {"more than a dozen", 12},
                                                   {"12 of them", 12},
                                                   {"one of 12 soldiers", 1},
                                                   {"0", 0}}) {
    const auto number = SaidNumber(c.said);
    ASSERT_TRUE(number.has_value()) << c.said;
    EXPECT_EQ(*number, c.number) << c.said;
  }
}

TEST(SaidNumber, WordsWithoutANumber) {
  for (const char* said :
       {"", "dozens", "several", "many people", "Hundreds of thousands", "tens of thousands",
        "two soldiers and dozens of civilians", "hundred-odd", "nobody", "-", "–", "99999999999999999999"})
    EXPECT_FALSE(SaidNumber(said).has_value()) << said << " " << *SaidNumber(said);
}

}  // namespace
}  // namespace rapporteur
