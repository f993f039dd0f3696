#include "store/duck_value.h"

#include "store/store_fixture.h"

namespace rapporteur {
namespace {

class DuckValueTest : public StoreTest {
 protected:
  // The values of the only row.
  DuckValues Row(const std::string& sql) {
    Store store = OpenOrDie();
    auto rows = store.Ask(sql);
    EXPECT_TRUE(rows.ok()) << rows.error().message;
    DuckValues values;
    if (!rows.ok() || !rows->Next()) return values;
    for (size_t i = 0; i < rows->Columns().size(); ++i) {
      auto value = rows->Value(i);
      EXPECT_TRUE(value.ok());
      if (value.ok()) values.push_back(std::move(*value));
    }
    EXPECT_FALSE(rows->Next());
    return values;
  }
};

TEST_F(DuckValueTest, EveryTypeIsWhatItSays) {
  const DuckValues whole =
      Row("SELECT 1::TINYINT, -2::SMALLINT, 3::INTEGER, -4::BIGINT, 5::UTINYINT, 6::USMALLINT, 7::UINTEGER, "
          "8::UBIGINT, sum(-9), 9223372036854775807::HUGEINT, -9223372036854775808::HUGEINT");
  const std::vector<int64_t> expected = {1, -2, 3, -4, 5, 6, 7, 8, -9, INT64_MAX, INT64_MIN};
  ASSERT_EQ(whole.size(), expected.size());
  for (size_t i = 0; i < whole.size(); ++i) EXPECT_EQ(whole[i], DuckValue{expected[i]}) << i;
  EXPECT_EQ(Row("SELECT 1.5::FLOAT, 2.25::DOUBLE, 12.75::DECIMAL(4, 2), -0.001::DECIMAL(30, 3), 1e20::HUGEINT, "
                "18446744073709551615::UBIGINT"),
            (DuckValues{{1.5}, {2.25}, {12.75}, {-0.001}, {1e20}, {18446744073709551615.0}}));
  EXPECT_EQ(Row("SELECT true, 'a text longer than twelve bytes', 'ü', NULL, NULL::DATE"),
            (DuckValues{{true}, {std::string("a text longer than twelve bytes")}, {std::string("ü")}, {}, {}}));
  EXPECT_EQ(Row("SELECT DATE '1970-01-02', DATE '1969-12-31', TIMESTAMP '1970-01-01 00:00:01.5', "
                "TIMESTAMP_S '1970-01-01 00:00:02', TIMESTAMP_MS '1970-01-01 00:00:03', "
                "TIMESTAMP_NS '1970-01-01 00:00:04'"),
            (DuckValues{{DuckDay{1}},
                        {DuckDay{-1}},
                        {DuckMoment{1'500'000}},
                        {DuckMoment{2'000'000}},
                        {DuckMoment{3'000'000}},
                        {DuckMoment{4'000'000}}}));
  const DuckValue one{int64_t{1}}, two{int64_t{2}};
  EXPECT_EQ(Row("SELECT [1, NULL, 2], [[1], [], [2, 1]], []"),
            (DuckValues{{DuckValues{one, {}, two}},
                        {DuckValues{{DuckValues{one}}, {DuckValues{}}, {DuckValues{two, one}}}},
                        {DuckValues{}}}));
}

TEST_F(DuckValueTest, ManyRowsOfLists) {
  Store store = OpenOrDie();
  auto rows = store.Ask("SELECT i, [i, i + 1] AS pair FROM range(5000) r(i)");
  ASSERT_TRUE(rows.ok());
  EXPECT_EQ(rows->Columns(), (std::vector<std::string>{"i", "pair"}));
  int64_t i = 0;
  for (; rows->Next(); ++i) ASSERT_EQ(*rows->Value(1), (DuckValue{DuckValues{{i}, {i + 1}}}));
  EXPECT_EQ(i, 5000);
}

TEST_F(DuckValueTest, WhatHasNoValueIsNamed) {
  Store store = OpenOrDie();
  auto rows = store.Ask("SELECT {'a': 1} AS pair");
  ASSERT_TRUE(rows.ok());
  ASSERT_TRUE(rows->Next());
  const auto value = rows->Value(0);
  ASSERT_FALSE(value.ok());
  EXPECT_EQ(value.error().code, ErrorCode::kUsage);
  EXPECT_EQ(value.error().message,
            "the column pair is of a type that is not given, expected numbers, texts, days, times or lists of these; "
            "write CAST(pair AS VARCHAR)");
}

}  // namespace
}  // namespace rapporteur
