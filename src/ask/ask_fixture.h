// A store of two reports of the same talks, for the tests of this folder: the sample record, and one that tells it
// with other numbers. Invented states and people.
#pragma once

#include <string>
#include <vector>

#include "ask/countries.h"
#include "ask/find.h"
#include "record/names.h"
#include "store/store_fixture.h"

namespace rapporteur {

class AskTest : public StoreTest {
 protected:
  // The numbers of the sample's items, in both reports.
  static constexpr int64_t kBrenn = 1, kNorvia = 2, kSelk = 3, kMeet = 4, kKilled = 5, kOpen = 6, kClosed = 7,
                           kTold = 8, kHoldsOpen = 9, kHoldsClosed = 10, kTalks = 11, kAccord = 12, kDispute = 13;

  // Report 1: of 3 March; report 2: of the 10th, by another publisher, with a meeting a week later.
  static std::vector<Record> TwoRecords() {
    Record first = FullRecord();
    Record second = FullRecord();
    second.report.published = "2026-03-10";
    second.report.publisher = "Selk Today";
    second.items.events[0].date = DateValue{{2026, 3, 13}, {2026, 3, 13}, SampleSpan("Friday")};
    second.items.events[1].counts.killed = SaidCount{"9", {}};
    second.ids = MakeItemIds("rp-second", second.items);
    return {first, second};
  }
  Store TwoReports() {
    Store store = OpenOrDie();
    AddOrDie(store, TwoRecords());
    return store;
  }
  // What merging may find: the actors and the killings are one, the meetings are not; the numbers killed disagree.
  static void Merged(Store& store) {
    for (const char* sql :
         {"INSERT INTO merged_reports SELECT report, report, 1 FROM reports",
          "INSERT INTO merged_mentions SELECT report, item, CASE WHEN item IN (1, 2, 3, 5) THEN item ELSE report * 100 "
          "+ item "
          "END FROM (SELECT report, item FROM actors UNION ALL SELECT report, item FROM events UNION ALL SELECT "
          "report, "
          "item FROM positions UNION ALL SELECT report, item FROM talks UNION ALL SELECT report, item FROM agreements "
          "UNION ALL SELECT report, item FROM disputes)",
          "INSERT INTO merged_items SELECT min(report), min(item), merged, CASE WHEN merged = 5 THEN 'event' ELSE "
          "'actor' "
          "END, NULL, DATE '2026-03-03', DATE '2026-03-10', count(*), count(*), count(*) FROM merged_mentions GROUP BY "
          "merged",
          "INSERT INTO merged_disagreements VALUES (1, 5, 5, 'killed', 'At least 12'), (2, 5, 5, 'killed', '9')"}) {
      const auto done = store.Ask(sql);
      EXPECT_TRUE(done.ok()) << done.error().message;
    }
  }

  // "event 1:4 2:4" for each thing found, apart by "; ".
  static std::string Told(const Result<std::vector<Found>>& found) {
    if (!found.ok()) return found.error().message;
    std::string told;
    for (const Found& one : *found) {
      told += (told.empty() ? "" : "; ") + std::string(NameOf(one.kind)) + (one.between_reports ? " between" : "");
      for (const FoundMention& mention : one.mentions)
        told += " " + std::to_string(mention.report) + ":" + std::to_string(mention.item);
    }
    return told;
  }
  static std::string Asked(Store& store, const Question& question) { return Told(Find(store, question)); }
};

}  // namespace rapporteur
