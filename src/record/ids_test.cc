#include "record/ids.h"

#include <gtest/gtest.h>

#include <set>

#include "record/sample_record.h"

namespace rapporteur {
namespace {

TEST(Ids, ReportIdFollowsTextAndWhatIsSaidOfIt) {
  ReadOptions plain;
  ReadOptions dated;
  dated.published = Date{2026, 3, 3};
  ReadOptions from_paper;
  from_paper.publisher = "2026-03-03";
  const std::set<std::string> ids = {ReportId("text", plain), ReportId("text ", plain), ReportId("text", dated),
                                     ReportId("text", from_paper)};
  EXPECT_EQ(ids.size(), 4U);
  EXPECT_EQ(ReportId("text", dated), ReportId("text", dated));
  EXPECT_EQ(ReportId("", plain), "rp-e3b0c44298fc");
}

TEST(Ids, ItemsKeepTheirIdsWhenOthersComeAndGo) {
  Items items = SampleItems();
  const ItemIds before = MakeItemIds("rp-1", items);
  items.events.erase(items.events.begin());
  items.actors.clear();
  const ItemIds after = MakeItemIds("rp-1", items);
  EXPECT_EQ(before.events[1], after.events[0]);
  EXPECT_NE(before.events[1], MakeItemIds("rp-2", items).events[0]);
}

TEST(Ids, SameFirstEvidenceIsNumbered) {
  Items items;
  items.events.resize(3);
  for (Event& event : items.events) event.evidence = {{"trigger", {4, 9}}};
  items.events[1].evidence[0].span.end = 10;
  const ItemIds ids = MakeItemIds("rp-1", items);
  EXPECT_EQ(ids.events[2], ids.events[0] + "-2");
  EXPECT_EQ(ids.events[1].substr(0, 3), "ev-");
  EXPECT_EQ(ids.events[1].size(), 13U);
  EXPECT_EQ(ids.of(ItemRef{ItemKind::kEvent, 2}), ids.events[2]);
  EXPECT_EQ(ids.of(ItemRef{ItemKind::kEvent, 3}), "");
  EXPECT_EQ(ids.of(ItemRef{ItemKind::kActor, -1}), "");
}

}  // namespace
}  // namespace rapporteur
