#include "base/span.h"

#include <gtest/gtest.h>

namespace rapporteur {
namespace {

TEST(Span, OverlapIsHalfOpen) {
  EXPECT_FALSE((Span{0, 3}.overlaps({3, 5})));
  EXPECT_TRUE((Span{0, 4}.overlaps({3, 5})));
}

TEST(Span, HullOfAnEmptySpanIsTheOther) {
  EXPECT_EQ(hull({}, {2, 4}), (Span{2, 4}));
  EXPECT_EQ(hull({7, 9}, {2, 4}), (Span{2, 9}));
}

TEST(Span, GivesItsWords) { EXPECT_EQ((Span{4, 7}.of("the envoy said")), "env"); }

}  // namespace
}  // namespace rapporteur
