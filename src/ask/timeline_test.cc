#include "ask/timeline.h"

#include "ask/ask_fixture.h"

namespace rapporteur {
namespace {

class TimelineTest : public AskTest {
 protected:
  void SetUp() override {
    AskTest::SetUp();
    auto prose = ProseTable::Open({"lexicon"});
    ASSERT_TRUE(prose.ok()) << prose.error().message;
    prose_ = std::make_unique<ProseTable>(std::move(*prose));
  }
  std::vector<TimelineLine> LinesOf(Store& store, const Question& question) {
    auto lines = TimelineOf(store, question, *prose_);
    EXPECT_TRUE(lines.ok()) << lines.error().message;
    return lines.ok() ? std::move(*lines) : std::vector<TimelineLine>();
  }
  std::string Told(Store& store, const Question& question) {
    std::string told;
    for (const TimelineLine& line : LinesOf(store, question))
      told += (line.day ? line.day->iso() : "-") + " " + line.status + "; ";
    return told;
  }
  std::unique_ptr<ProseTable> prose_;
};

TEST_F(TimelineTest, EventsDayByDay) {
  Store store = TwoReports();
  Question question;
  question.kinds = {ItemKind::kEvent};
  EXPECT_EQ(Told(store, question), "2026-03-03 actual; 2026-03-06 future; 2026-03-10 actual; 2026-03-13 future; ");
  question.limit = 1;
  question.newest_first = true;
  const auto lines = LinesOf(store, question);
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].day, (Date{2026, 3, 13}));
  EXPECT_NE(lines[0].deed.find("Brenn"), std::string::npos) << lines[0].deed;
  EXPECT_EQ(lines[0].row.publisher, "Selk Today");
}

TEST_F(TimelineTest, StepsOfAHistoryOnTheirDays) {
  Store store = TwoReports();
  Merged(store);
  for (const char* sql :
       {"INSERT INTO merged_history VALUES (1, 11, 111, 1, '2026-03-03', '2026-03-03', 'proposed', 'Norvia', "
        "1, NULL, NULL), (1, 11, 111, 2, '2026-03-04', '2026-03-03', 'proposed', 'Selk', 0, NULL, NULL), "
        "(2, 11, 111, 3, '2026-03-13', '2026-03-10', 'scheduled', NULL, 1, 'date', '2026-03-13')"}) {
    const auto done = store.Ask(sql);
    ASSERT_TRUE(done.ok()) << done.error().message;
  }
  Question question;
  question.kinds = {ItemKind::kTalks};
  // the talks of the second report have no history of their own
  EXPECT_EQ(Told(store, question), "2026-03-03 proposed; 2026-03-06 scheduled; 2026-03-13 scheduled; ");
  const auto lines = LinesOf(store, question);
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_TRUE(lines[0].deed.ends_with(" (proposed: Norvia)")) << lines[0].deed;
  EXPECT_TRUE(lines[2].deed.ends_with(" (date now 2026-03-13)")) << lines[2].deed;
  EXPECT_EQ(lines[2].row.publisher, "Selk Today");
  question.since = Date{2026, 3, 5};
  EXPECT_EQ(Told(store, question), "2026-03-06 scheduled; 2026-03-13 scheduled; ");
}

TEST_F(TimelineTest, Forms) {
  TimelineLine line;
  line.day = Date{2026, 3, 3};
  line.status = "actual";
  line.deed = "Selk *shelled* Norvia | <b>.";
  line.row.reports = 2;
  line.row.publisher = "The Post";
  line.row.published = "2026-03-04";
  line.row.url = "https://example.org/1";
  line.row.differs = "killed: 9 (A), 12 (B)";
  TimelineLine bare = line;
  bare.day.reset();
  bare.row.url = "javascript:alert(1)";
  bare.row.differs.clear();
  bare.row.reports = 1;
  EXPECT_EQ(WriteTimeline({line, bare}, TimelineForm::kMarkdown, {}),
            "## 2026-03-03\n\n"
            "- *actual* Selk \\*shelled\\* Norvia \\| \\<b\\>. Reports differ: killed: 9 (A), 12 (B). (2 reports; [The "
            "Post, 2026-03-04](https://example.org/1))\n\n"
            "## No day known\n\n"
            "- *actual* Selk \\*shelled\\* Norvia \\| \\<b\\>. (1 report; The Post, 2026-03-04)\n");
  EXPECT_EQ(WriteTimeline({line}, TimelineForm::kText, {}),
            "2026-03-03 actual       Selk *shelled* Norvia | <b>. Reports differ: killed: 9 (A), 12 (B). [2\n"
            "                        reports; The Post, 2026-03-04]\n");
  EXPECT_EQ(WriteTimeline({bare}, TimelineForm::kCsv, {}),
            "day,kind,status,deed,differs,reports,publishers,report,publisher,published,url,item\n"
            ",event,actual,Selk *shelled* Norvia | <b>.,,1,1,,The Post,2026-03-04,javascript:alert(1),\n");
}

}  // namespace
}  // namespace rapporteur
