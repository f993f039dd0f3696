#include "text/plausible.h"

#include <gtest/gtest.h>

#include <string>

namespace rapporteur {
namespace {

ReportText Text(std::string utf8) {
  ReportText text;
  text.utf8 = std::move(utf8);
  return text;
}

std::string Repeat(const std::string& part, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += part;
  return all;
}

TEST(ReadsAsText, TakesProseInAnyScript) {
  EXPECT_TRUE(ReadsAsText(Text(Repeat("The envoy left Velbor on Monday.\r\n\t", 20))));
  EXPECT_TRUE(ReadsAsText(Text(Repeat("Посланник уехал. ", 20))));
}

TEST(ReadsAsText, RefusesControlCharactersAndBytesThatAreNone) {
  EXPECT_FALSE(ReadsAsText(Text(Repeat(std::string("ab\x01\x02 xy\0z", 9), 40))));
  EXPECT_FALSE(ReadsAsText(Text(Repeat("a\xEF\xBF\xBD", 200))));
}

TEST(ReadsAsText, ForgivesAFewOfThem) {
  EXPECT_TRUE(ReadsAsText(Text(Repeat("nineteen letters in\x01 ", 1) + Repeat("and many more letters here ", 20))));
}

TEST(ReadsAsText, GivesShortTextsTheBenefitOfTheDoubt) { EXPECT_TRUE(ReadsAsText(Text("\x01\x02\x03"))); }

}  // namespace
}  // namespace rapporteur
