#include "record/code_points.h"

#include <gtest/gtest.h>

#include <string>

namespace rapporteur {
namespace {

TEST(CodePoints, CountsByteForByteAsTheSlowWay) {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "a\xC3\xA9\xE2\x80\x9C\xF0\x9F\x95\x8A";  // a é “ 🕊
  const CodePoints points(text);
  uint32_t begun = 0;
  for (uint32_t at = 0; at < text.size(); ++at) {
    const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
    EXPECT_EQ(points.At(at), begun) << at;
    begun += begins;
  }
  EXPECT_EQ(points.At(static_cast<uint32_t>(text.size())), begun);
  EXPECT_EQ(points.total(), 240U);
  EXPECT_EQ(points.At(1U << 30), 240U);
}

TEST(CodePoints, EmptyText) { EXPECT_EQ(CodePoints("").At(0), 0U); }

}  // namespace
}  // namespace rapporteur
