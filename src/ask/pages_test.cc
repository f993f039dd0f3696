// The pages of a record of two reports (ask_fixture.h): the talks on the lake, as told on 3 and on 10 March.
#include <gtest/gtest.h>

#include "ask/agreement_page.h"
#include "ask/ask_fixture.h"
#include "ask/brief.h"
#include "ask/positions_page.h"
#include "ask/stems.h"
#include "ask/talks_page.h"

namespace rapporteur {
namespace {

class PagesTest : public AskTest {
 protected:
  Store MergedReports() {
    Store store = TwoReports();
    Merged(store);
    return store;
  }
  static const ProseTable& Prose() {
    static const ProseTable table = ProseTable::Open({"lexicon"}).value();
    return table;
  }
  static std::string Page(const Result<Document>& document) {
    return document.ok() ? WriteDocumentText(*document, 110, false) : document.error().message;
  }
  // -1 of an error, which is told.
  static int Sections(const Result<Document>& document) {
    EXPECT_TRUE(document.ok()) << document.error().message;
    return document.ok() ? static_cast<int>(document->sections.size()) : -1;
  }
  static std::string Brief(Store& store, BriefOptions options) {
    options.prose = &Prose();
    return Page(MakeBrief(store, options));
  }
};

TEST_F(PagesTest, BriefNewestFirstWithSources) {
  Store store = MergedReports();
  BriefOptions options;
  options.since = Date{2026, 3, 1};
  EXPECT_EQ(Brief(store, options),
            R"(Brief
What reports of 1 March 2026 and later tell, without background and what is only possible. 11 of 12 things.

Tuesday, 10 March 2026
  scheduled     Lake talks between Brenn (NVA) and her Selkian counterpart on border will be held in Ostravil
                on 6 March (host or mediator: Selk); Selk did not confirm. [1]
  disputed      Brenn (NVA) and Selk tell this differently: “Gunmen used firearms (9 killed), Brenn (NVA)
                said”: Brenn (NVA): “The border should stay open”; Selk: “the border should be closed”. [1]
  agreement     The Lake Accord held. [1]
  position      Brenn (NVA) spoke for this: “The border should stay open”. [1]
  position      Selk spoke for this: “the border should be closed”. [1]

Tuesday, 3 March 2026
  happened      Gunmen used firearms (at least 12 killed), Brenn (NVA) said. [1, 2]
                  killed: at least 12 by The Ostravil Post’s count, 9 by Selk Today’s
                  told in 2 reports by 2 publishers
  scheduled     Lake talks between Brenn (NVA) and her Selkian counterpart on border will be held in Ostravil
                on 6 March (host or mediator: Selk); Selk did not confirm. [2]
  disputed      Brenn (NVA) and Selk tell this differently: “Gunmen used firearms (at least 12 killed), Brenn
                (NVA) said”: Brenn (NVA): “The border should stay open”; Selk: “the border should be closed”.
                [2]
  agreement     The Lake Accord held. [2]
  position      Brenn (NVA) spoke for this: “The border should stay open”. [2]
  position      Selk spoke for this: “the border should be closed”. [2]

Sources
    [1] Selk Today, “Norvia and Selk to meet again”, 2026-03-10, sentences 3, 4, 5, 6 and 7,
        https://example.org/1
    [2] The Ostravil Post, “Norvia and Selk to meet again”, 2026-03-03, sentences 3, 4, 5, 6 and 7,
        https://example.org/1
)");
}

TEST_F(PagesTest, BriefOfDaysAndNames) {
  Store store = MergedReports();
  BriefOptions options;
  options.since = Date{2026, 3, 4};
  const std::string later = Brief(store, options);
  EXPECT_EQ(later.find("The Ostravil Post,"), std::string::npos) << later;
  EXPECT_NE(later.find("Selk Today"), std::string::npos) << later;
  options.since = Date{2026, 3, 11};
  options.prose = &Prose();
  EXPECT_EQ(Sections(MakeBrief(store, options)), 0);
  options.since.reset();
  options.about = {"Nobody Known"};
  EXPECT_EQ(Sections(MakeBrief(store, options)), 0);
  options.about = {"gunmen", "Nobody Known"};
  const std::string gunmen = Brief(store, options);
  EXPECT_NE(gunmen.find("killed"), std::string::npos) << gunmen;
  EXPECT_EQ(gunmen.find("Lake talks"), std::string::npos) << gunmen;
}

TEST_F(PagesTest, BriefLeavesOutWhatIsNoNews) {
  std::vector<Record> records = TwoRecords();
  for (Record& record : records) record.items.events[1].status = EventStatus::kHistorical;
  Store store = OpenOrDie();
  AddOrDie(store, records);
  BriefOptions options;
  options.about = {"gunmen"};
  options.prose = &Prose();
  EXPECT_EQ(Sections(MakeBrief(store, options)), 0);
  options.all = true;
  EXPECT_NE(Brief(store, options).find("background"), std::string::npos);
}

TEST_F(PagesTest, BriefIsTheSameEachTime) {
  Store store = MergedReports();
  EXPECT_EQ(Brief(store, {}), Brief(store, {}));
  BriefOptions one;
  one.most_a_day = 1;
  one.prose = &Prose();
  const auto brief = MakeBrief(store, one);
  ASSERT_TRUE(brief.ok());
  ASSERT_FALSE(brief->sections.empty());
  for (const DocumentSection& section : brief->sections) EXPECT_EQ(section.lines.size(), 1U);
}

TEST_F(PagesTest, Positions) {
  Store store = MergedReports();
  EXPECT_EQ(Page(MakePositionsPage(store, "open borders", {})),
            R"(Who holds what on open borders

Brenn (NVA)
  for           “The border should stay open”, since 3 March 2026 [1]
                  one report only
  for           “The border should stay open”, since 3 March 2026 [2]
                  one report only

Sources
    [1] The Ostravil Post, “Norvia and Selk to meet again”, 2026-03-03, sentence 4, https://example.org/1
    [2] Selk Today, “Norvia and Selk to meet again”, 2026-03-10, sentence 4, https://example.org/1
)");
  EXPECT_TRUE(Sections(MakePositionsPage(store, "closed gates", {})) == 0);
  EXPECT_EQ(Sections(MakePositionsPage(store, "lake accord", {})), 1);  // by the name of what it is about
  EXPECT_EQ(MakePositionsPage(store, "of the", {}).error().message,
            "--on: found \"of the\", expected a word that names an issue; name one");
  Question selk;
  selk.by = {"Selk"};
  EXPECT_EQ(Sections(MakePositionsPage(store, "border", selk)), 1);
  EXPECT_EQ(Sections(MakePositionsPage(store, "border' OR 1=1 --", selk)), 0);
}

TEST_F(PagesTest, AChangeOfStanceHasItsDayAndWords) {
  Store store = MergedReports();
  for (const char* sql : {"UPDATE merged_mentions SET merged = 9 WHERE item = 9",
                          "INSERT INTO merged_items VALUES (1, 9, 9, 'position', 'against', DATE '2026-03-03', DATE "
                          "'2026-03-10', 2, 2, 2)",
                          "INSERT INTO merged_history VALUES (1, 9, 9, 1, NULL, DATE '2026-03-03', 'for', 'Brenn', 1, "
                          "NULL, NULL), (2, 9, "
                          "9, 2, NULL, DATE '2026-03-10', 'against', 'Brenn', 1, NULL, NULL)"}) {
    const auto done = store.Ask(sql);
    ASSERT_TRUE(done.ok()) << done.error().message;
  }
  const std::string page = Page(MakePositionsPage(store, "open border", {}));
  EXPECT_NE(page.find("changed to against on 10 March 2026: “The border should stay open” [1]"), std::string::npos)
      << page;
  EXPECT_NE(page.find("told in 2 reports by 2 publishers"), std::string::npos) << page;
  EXPECT_EQ(page.find("one report only"), std::string::npos) << page;
}

TEST_F(PagesTest, Talks) {
  Store store = OpenOrDie();
  AddOrDie(store, TwoRecords());
  EXPECT_EQ(Page(MakeTalksPage(store, {})),
            R"(Talks

Lake talks: Brenn (NVA) and her Selkian counterpart
  scheduled     as of 3 March 2026 [1]
                  one report only
  who           Brenn (NVA) [1]
  who           her Selkian counterpart [1]
  mediators     Selk [1]
  proposed by   Norvia [1]
  proposed by   Selk [1]
  on            “border” [1]
  where         Ostravil [1]
  when          6 March 2026 [1]

Lake talks: Brenn (NVA) and her Selkian counterpart
  scheduled     as of 10 March 2026 [2]
                  one report only
  who           Brenn (NVA) [2]
  who           her Selkian counterpart [2]
  mediators     Selk [2]
  proposed by   Norvia [2]
  proposed by   Selk [2]
  on            “border” [2]
  where         Ostravil [2]
  when          6 March 2026 [2]

Sources
    [1] The Ostravil Post, “Norvia and Selk to meet again”, 2026-03-03, sentence 3, https://example.org/1
    [2] Selk Today, “Norvia and Selk to meet again”, 2026-03-10, sentence 3, https://example.org/1
)");
  Question none;
  none.actors = {"Nobody Known"};
  EXPECT_EQ(Sections(MakeTalksPage(store, none)), 0);
}

TEST_F(PagesTest, TheCourseOfTalks) {
  Store store = MergedReports();
  for (const char* sql :
       {"UPDATE merged_mentions SET merged = 11 WHERE item = 11",
        "INSERT INTO merged_items VALUES (1, 11, 11, 'talks', 'Lake talks', DATE '2026-03-03', DATE '2026-03-10', 2, "
        "2, 2)",
        "INSERT INTO merged_history VALUES (1, 11, 11, 1, DATE '2026-03-06', DATE '2026-03-03', 'scheduled', NULL, 1, "
        "NULL, NULL), (1, 11, 11, 2, NULL, DATE '2026-03-03', 'withheld', 'Selk', 1, NULL, NULL), (2, 11, 11, 3, DATE "
        "'2026-03-13', DATE '2026-03-10', 'scheduled', NULL, 1, 'date', '2026-03-13')"}) {
    const auto done = store.Ask(sql);
    ASSERT_TRUE(done.ok()) << done.error().message;
  }
  EXPECT_EQ(Page(MakeTalksPage(store, {})),
            R"(Talks

Lake talks: Brenn (NVA) and her Selkian counterpart
  scheduled     as of 10 March 2026 [1]
                  told in 2 reports by 2 publishers
  who           Brenn (NVA) [1, 2]
  who           her Selkian counterpart [1, 2]
  mediators     Selk [1, 2]
  proposed by   Norvia [1, 2]
  proposed by   Selk [1, 2]
  on            “border” [1, 2]
  where         Ostravil [1, 2]
  when          6 March 2026 [1, 2]

  How it went
  scheduled     3 March 2026, for 6 March 2026 [2]
  not confirmed 3 March 2026: Selk [2]
  scheduled     10 March 2026, for 13 March 2026 (moved) [1]

Sources
    [1] Selk Today, “Norvia and Selk to meet again”, 2026-03-10, sentence 3, https://example.org/1
    [2] The Ostravil Post, “Norvia and Selk to meet again”, 2026-03-03, sentence 3, https://example.org/1
)");
}

TEST_F(PagesTest, Agreement) {
  Store store = MergedReports();
  const auto lake = MakeAgreementPage(store, "lake accord", {nullptr, &Prose()});
  ASSERT_TRUE(lake.ok() && lake->page) << (lake.ok() ? "" : lake.error().message);
  EXPECT_EQ(WriteDocumentText(*lake->page, 110, false),
            R"(Lake Accord
Told in 2 reports.

What it is
  called        Lake Accord [1, 2]
  called        the Lake Accord of 2019 [1, 2]
  parties       Norvia and Selk [1, 2]
  day           2019 [1, 2]

What it asks
  Both sides: “a withdrawal of troops” [1, 2]

On what conditions
  If: “a withdrawal of troops” – then: “trade” [1, 2]

Kept or broken
  kept          “closed” [1, 2]
  broken        Norvia: “trade”, Brenn (NVA) said [1, 2]
  kept          Norvia: “lake”, Norvia said [1, 2]

Calls
  planned       Brenn (NVA) and her Selkian counterpart will talk with Selk (3 killed, dozens injured, 4
                arrested, 5 taking part) in Ostravil on 6 March. [1]
  planned       Brenn (NVA) and her Selkian counterpart will talk with Selk (3 killed, dozens injured, 4
                arrested, 5 taking part) in Ostravil on 13 March. [2]

Disputes and positions
  position      Brenn (NVA) spoke for this: “The border should stay open”. [1, 2]

Sources
    [1] The Ostravil Post, “Norvia and Selk to meet again”, 2026-03-03, sentences 3, 4, 5, 6 and 7,
        https://example.org/1
    [2] Selk Today, “Norvia and Selk to meet again”, 2026-03-10, sentences 3, 4, 5, 6 and 7,
        https://example.org/1
)");
  const auto none = MakeAgreementPage(store, "River Pact", {nullptr, &Prose()});
  ASSERT_TRUE(none.ok());
  EXPECT_FALSE(none->page || none->several);
  ASSERT_EQ(none->choices.size(), 2U);
  EXPECT_EQ(none->choices[0].about, "Lake Accord between Norvia and Selk (2019), 1 report");
  EXPECT_TRUE(MakeAgreementPage(store, none->choices[0].key, {nullptr, &Prose()})->page);
  EXPECT_FALSE(MakeAgreementPage(store, " ", {nullptr, &Prose()}).ok());
}

TEST_F(PagesTest, SeveralAgreementsOfACommonName) {
  std::vector<Record> records = TwoRecords();
  for (Record& record : records) {
    record.items.agreements[0].name = "deal";
    record.items.agreements[0].aliases = {"deal"};
  }
  Store store = OpenOrDie();
  AddOrDie(store, records);
  const auto deals = MakeAgreementPage(store, "deal", {nullptr, &Prose()});
  ASSERT_TRUE(deals.ok());
  EXPECT_FALSE(deals->page);
  EXPECT_TRUE(deals->several);
  ASSERT_EQ(deals->choices.size(), 2U);
  EXPECT_NE(deals->choices[0].key, deals->choices[1].key);
  EXPECT_TRUE(MakeAgreementPage(store, deals->choices[1].key, {nullptr, &Prose()})->page);
}

TEST(Stems, EndingsGo) {
  EXPECT_EQ(StemsOf("the sanctions"), StemsOf("sanction"));
  EXPECT_EQ(StemsOf("sanctioned"), StemsOf("Sanctioning"));
  EXPECT_EQ(StemsOf("banned"), StemsOf("ban"));
  EXPECT_EQ(StemsOf("parties"), StemsOf("party"));
  EXPECT_EQ(StemsOf("no-fly zones"), StemsOf("No fly zone"));
  EXPECT_NE(StemsOf("pass"), StemsOf("pas"));
  EXPECT_TRUE(HasStems(StemsOf("open the border to trade"), StemsOf("borders opening")));
  EXPECT_FALSE(HasStems(StemsOf("open the border"), StemsOf("border closed")));
  EXPECT_FALSE(HasStems(StemsOf("open the border"), {}));
}

}  // namespace
}  // namespace rapporteur
