#include "formats/handles.h"

#include <gtest/gtest.h>

#include "record/sample_record.h"

namespace rapporteur {
namespace {

TEST(Handles, EveryItemIsFoundByItsHandleAndItsId) {
  const Record record = SampleRecord();
  const auto items = AllItems(record);
  EXPECT_EQ(items.size(), 13U);
  for (const ItemRef item : items) {
    for (const std::string& name :
         {HandleOf(item), std::string(record.ids.of(item)), std::string(record.ids.of(item)).substr(0, 9)}) {
      const auto found = FindItem(record, name);
      ASSERT_TRUE(found.ok()) << name;
      EXPECT_EQ(*found, item) << name;
    }
    EXPECT_FALSE(BaseOf(record, item).evidence.empty());
  }
}

TEST(Handles, WhatIsNotThereIsSaid) {
  const Record record = SampleRecord();
  for (const std::string name : {"e3", "e0", "e", "", "x1", "e1x", "zz-123"}) {
    const auto found = FindItem(record, name);
    ASSERT_FALSE(found.ok()) << name;
    EXPECT_EQ(found.error().code, ErrorCode::kUsage);
  }
  EXPECT_EQ(FindItem(record, "e9").error().message,
            "no item \"e9\" in this report; its items: a1 to a3, e1 to e2, s1 to s3, p1 to p2, t1, g1, d1");
  const std::string several = FindItem(record, "ev-").error().message;
  EXPECT_EQ(several, "\"ev-\" names several items: " + record.ids.events[0] + " " + record.ids.events[1]);
}

}  // namespace
}  // namespace rapporteur
