#include "text/code_points.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "text/characters.h"

namespace rapporteur {
namespace {

TEST(CodePoints, AsciiIsItself) {
  const CodePointIndex index("plain text");
  EXPECT_EQ(index.size(), 10u);
  EXPECT_EQ(index.ToCodePoints(4), 4u);
  EXPECT_EQ(index.ToBytes(4), 4u);
  EXPECT_EQ(index.ToCodePoints(99), 10u);
  EXPECT_EQ(index.ToBytes(99), 10u);
}

TEST(CodePoints, CountMarksOnce) {
  const std::string text = "\uFEFFRussia\u2019s";  // a byte order mark is one code point
  const CodePointIndex index(text);
  EXPECT_EQ(index.size(), 9u);
  EXPECT_EQ(index.ToCodePoints(9), 7u);
  EXPECT_EQ(index.ToCodePoints(12), 8u);
  EXPECT_EQ(index.ToCodePoints(10), 7u);  // within a code point: its start
  EXPECT_EQ(index.ToBytes(8), 12u);
  EXPECT_EQ(index.ToCodePoints(Span{3, 9}), (Span{1, 7}));
}

TEST(CodePoints, EmptyText) {
  const CodePointIndex index("");
  EXPECT_EQ(index.size(), 0u);
  EXPECT_EQ(index.ToCodePoints(0), 0u);
  EXPECT_EQ(index.ToBytes(0), 0u);
}

// Against counting one by one.
TEST(CodePoints, AgreeWithCounting) {
  std::mt19937 random(3);
  const std::u32string_view kSome = U"ab \u00E9\u2019\u4E2D\U0001F600";
  for (int round = 0; round < 50; ++round) {
    std::string text;
    const size_t size = random() % 300;
    for (size_t i = 0; i < size; ++i) AppendUtf8(kSome[random() % kSome.size()], &text);
    const CodePointIndex index(text);
    uint32_t count = 0;
    for (size_t at = 0; at < text.size(); at += CodePointAt(text, at).bytes, ++count) {
      ASSERT_EQ(index.ToCodePoints(static_cast<uint32_t>(at)), count);
      ASSERT_EQ(index.ToBytes(count), at);
    }
    ASSERT_EQ(index.size(), count);
  }
}

}  // namespace
}  // namespace rapporteur
