#include "base/result.h"

#include <gtest/gtest.h>

namespace rapporteur {
namespace {

Result<int> Half(int n) {
  if (n % 2 != 0) return Error{ErrorCode::kUsage, "found 3, expected an even number"};
  return n / 2;
}

TEST(Result, HoldsAValue) {
  Result<int> half = Half(4);
  ASSERT_TRUE(half.ok());
  EXPECT_EQ(*half, 2);
}

TEST(Result, HoldsAnError) {
  Result<int> half = Half(3);
  ASSERT_FALSE(half.ok());
  EXPECT_EQ(half.error().code, ErrorCode::kUsage);
  EXPECT_EQ(half.error().message, "found 3, expected an even number");
}

}  // namespace
}  // namespace rapporteur
