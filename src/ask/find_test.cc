#include "ask/find.h"

#include "ask/ask_fixture.h"
#include "ask/records.h"

namespace rapporteur {
namespace {

Question Events() {
  Question question;
  question.kinds = {ItemKind::kEvent};
  return question;
}

Question Of(std::vector<ItemKind> kinds) {
  Question question;
  question.kinds = std::move(kinds);
  return question;
}

TEST_F(AskTest, NothingAskedIsAllButActors) {
  Store store = TwoReports();
  const auto found = Find(store, {});
  ASSERT_TRUE(found.ok()) << found.error().message;
  EXPECT_EQ(found->size(), 20U);
  for (const Found& one : *found) {
    EXPECT_NE(one.kind, ItemKind::kActor);
    EXPECT_EQ(one.merged, 0);
    EXPECT_EQ(one.mentions.size(), 1U);
  }
}

TEST_F(AskTest, EmptyRecord) {
  Store store = OpenOrDie();
  EXPECT_EQ(Asked(store, {}), "");
  EXPECT_TRUE(*IsMerged(store));
}

TEST_F(AskTest, DaysOrderAndLimit) {
  Store store = TwoReports();
  Question question = Events();
  EXPECT_EQ(Asked(store, question), "event 1:5; event 1:4; event 2:5; event 2:4");
  question.newest_first = true;
  question.limit = 3;
  EXPECT_EQ(Asked(store, question), "event 2:4; event 2:5; event 1:4");
  const auto found = Find(store, question);
  ASSERT_TRUE(found.ok());
  EXPECT_EQ(found->at(0).from, (Date{2026, 3, 13}));  // as the text tells it
  EXPECT_EQ(found->at(1).from, (Date{2026, 3, 10}));  // the report's
  EXPECT_EQ(found->at(1).first_seen, (Date{2026, 3, 10}));
}

TEST_F(AskTest, Period) {
  Store store = TwoReports();
  Question question = Events();
  question.since = Date{2026, 3, 6};
  question.until = Date{2026, 3, 10};
  EXPECT_EQ(Asked(store, question), "event 1:4; event 2:5");
  question.until = Date{2026, 3, 5};
  EXPECT_EQ(Asked(store, question), "");
}

TEST_F(AskTest, TypesModesStatuses) {
  Store store = TwoReports();
  Question question;
  question.types = {"assault", "HELD", "Scheduled"};
  EXPECT_EQ(Asked(store, question), "event 1:5; talks 1:11; talks 2:11; event 2:5");
  question = {};
  question.modes = {"Firearms"};
  EXPECT_EQ(Asked(store, question), "event 1:5; event 2:5");
  question = {};
  question.statuses = {"future", "breached"};
  EXPECT_EQ(Asked(store, question), "agreement 1:12; agreement 2:12; event 1:4; event 2:4");
  question.statuses = {"futur"};
  EXPECT_EQ(
      Asked(store, question),
      "status: found \"futur\", expected a word of one kind of item (event: actual, ongoing, future, hypothetical, "
      "negated, historical; position: for, against, open; talks: held, underway, scheduled, proposed, postponed, "
      "cancelled; agreement: kept, breached); choose one of these");
}

TEST_F(AskTest, ActorsByNameCodeSectorAndItem) {
  Store store = TwoReports();
  Question question = Events();
  for (const char* who : {"Ada Brenn", "brenn", "ADA-BRENN", "ada", "Q1", "NVA/GOV"}) {
    question.actors = {who};
    EXPECT_EQ(Asked(store, question), "event 1:4; event 2:4") << who;
  }
  for (const char* who : {"Selk", "SLK", "selk", "SLK/GOV", "slk/gov"}) {
    question.actors = {who};
    EXPECT_EQ(Asked(store, question), "event 1:4; event 2:4") << who;
  }
  question.actors = {"/UAF"};
  EXPECT_EQ(Asked(store, question), "event 1:5; event 2:5");
  for (const char* who : {"NVA/MIL", "Bren", "Q2", "XXX", "", "nobody", "'", "' OR 1=1 --", "\"; DROP TABLE events"}) {
    question.actors = {who};
    EXPECT_EQ(Asked(store, question), "") << who;
  }
  question.actors = {"NVA", "SLK"};
  EXPECT_EQ(Asked(store, question), "event 1:4; event 2:4");
  question.actors = {"NVA", "/UAF"};
  EXPECT_EQ(Asked(store, question), "");
}

TEST_F(AskTest, WhoDoesItAndToWhom) {
  Store store = TwoReports();
  Question question = Of({ItemKind::kEvent, ItemKind::kStatement, ItemKind::kPosition});
  question.by = {"Selk"};
  EXPECT_EQ(Asked(store, question), "statement 1:7; position 1:10; event 1:4; statement 2:7; position 2:10; event 2:4");
  question.by = {"Brenn"};
  question.to = {"SLK"};
  EXPECT_EQ(Asked(store, question), "event 1:4; event 2:4");
}

TEST_F(AskTest, Pairs) {
  Store store = TwoReports();
  Question question =
      Of({ItemKind::kEvent, ItemKind::kStatement, ItemKind::kTalks, ItemKind::kAgreement, ItemKind::kDispute});
  question.since = Date{2019, 1, 1};
  question.until = Date{2026, 3, 6};
  question.pairs = {{"Norvia", "Selk"}};
  const std::string both = "agreement 1:12; agreement 2:12; dispute 1:13; event 1:4; talks 1:11; talks 2:11";
  EXPECT_EQ(Asked(store, question), both);
  question.pairs = {{"SLK", "NVA"}};
  EXPECT_EQ(Asked(store, question), both);
  question.pairs = {{"Brenn", "NVA/GOV"}};  // she speaks to her state, which proposed her talks
  EXPECT_EQ(Asked(store, question), "statement 1:6; talks 1:11; statement 2:6; talks 2:11");
  question.pairs = {{"Brenn", "Ada Brenn"}};  // not with herself
  EXPECT_EQ(Asked(store, question), "");
}

TEST_F(AskTest, Place) {
  Store store = TwoReports();
  for (const char* place : {"Ostravil", "ostravil", "NVA", "Norvia", "123456789012"}) {
    Question question = Events();
    question.place = place;
    EXPECT_EQ(Asked(store, question), "event 1:4; event 2:4") << place;
  }
  for (const char* place : {"Ostra", "SLK", "1234", "Ostravil'", "%"}) {
    Question question = Events();
    question.place = place;
    EXPECT_EQ(Asked(store, question), place == std::string("Ostravil'") ? "event 1:4; event 2:4" : "") << place;
  }
  Question question;
  question.place = "Ostravil";
  EXPECT_EQ(Asked(store, question), "event 1:4; talks 1:11; talks 2:11; event 2:4");
}

TEST_F(AskTest, AgreementWithWhatBelongsToIt) {
  Store store = TwoReports();
  Question question;
  question.until = Date{2026, 3, 6};
  for (const char* name : {"Lake Accord", "lake", "accord of 2019"}) {
    question.agreement = name;
    // the accord, the call to keep it, the position that is about it
    EXPECT_EQ(Asked(store, question), "agreement 1:12; agreement 2:12; position 1:9; event 1:4") << name;
  }
  question.agreement = "Lak";
  EXPECT_EQ(Asked(store, question), "");
}

TEST_F(AskTest, WordsOfTheSentences) {
  Store store = TwoReports();
  Question question = Events();
  for (const char* text : {"gunmen", "GUNMEN lake", "\"killed by gunmen\"", "“near the lake” people"}) {
    question.text = text;
    EXPECT_EQ(Asked(store, question), "event 1:5; event 2:5") << text;
  }
  for (const char* text : {"gunm", "gunmen Friday", "\"gunmen killed\"", "'", "%", "lake' OR '1'='1"}) {
    question.text = text;
    EXPECT_EQ(Asked(store, question), "") << text;
  }
}

TEST_F(AskTest, FiltersNarrowEachOther) {
  Store store = TwoReports();
  Question question = Events();
  question.types = {"CONSULT"};
  question.statuses = {"future"};
  question.actors = {"Brenn"};
  question.pairs = {{"NVA", "SLK"}};
  question.place = "Ostravil";
  question.text = "Friday";
  question.agreement = "Lake Accord";
  question.since = Date{2026, 3, 13};
  EXPECT_EQ(Asked(store, question), "event 2:4");
  question.types = {"ASSAULT"};
  EXPECT_EQ(Asked(store, question), "");
}

TEST_F(AskTest, MergedItemsComeOnce) {
  Store store = TwoReports();
  EXPECT_FALSE(*IsMerged(store));
  Merged(store);
  EXPECT_TRUE(*IsMerged(store));
  Question question = Events();
  EXPECT_EQ(Asked(store, question), "event 1:5 2:5; event 1:4; event 2:4");
  question.least_reports = 2;
  const auto found = Find(store, question);
  ASSERT_EQ(Told(found), "event 1:5 2:5");
  EXPECT_EQ(found->front().merged, 5);
  EXPECT_EQ(found->front().reports, 2);
  EXPECT_EQ(found->front().publishers, 2);
  EXPECT_EQ(found->front().from, (Date{2026, 3, 3}));
  EXPECT_EQ(found->front().last_seen, (Date{2026, 3, 10}));
  question = {};
  question.differing = true;
  EXPECT_EQ(Asked(store, question), "event 1:5 2:5");
  question = Of({ItemKind::kDispute});
  EXPECT_EQ(Asked(store, question), "dispute between 1:5 2:5; dispute 1:13; dispute 2:13");
  question = Of({ItemKind::kActor});
  question.actors = {"Ada Brenn"};
  EXPECT_EQ(Asked(store, question), "actor 1:1 2:1");
}

TEST_F(AskTest, CountriesOfTheLexicon) {
  const auto countries = Countries::Read("lexicon");
  ASSERT_TRUE(countries.ok()) << countries.error().message;
  EXPECT_EQ(countries->CodeOf("russia"), "RUS");
  EXPECT_EQ(countries->CodeOf("Soviet Union"), "RUS");
  EXPECT_EQ(countries->CodeOf("RUS"), "RUS");
  EXPECT_EQ(countries->CodeOf("rus"), "");
  EXPECT_EQ(countries->CodeOf("Norvia"), "");
  EXPECT_EQ(countries->NameOf("SYR"), "Syria");
  EXPECT_EQ(countries->NameOf("IGO"), "IGO");
  EXPECT_FALSE(Countries::Read("no such folder").ok());
}

TEST_F(AskTest, BytesThatAreNoText) {
  Store store = TwoReports();
  Question question;
  question.text = "\xff";
  EXPECT_EQ(Asked(store, question), "a filter: found bytes that are not UTF-8, or a NUL, expected text; type it again");
  question.text = std::string("a\0b", 3);
  EXPECT_EQ(Asked(store, question), "a filter: found bytes that are not UTF-8, or a NUL, expected text; type it again");
}

TEST_F(AskTest, RecordsAtHand) {
  Store store = TwoReports();
  Records records(store, 1);
  for (const int64_t number : {1, 2, 1, 1}) {
    const auto record = records.Get(number);
    ASSERT_TRUE(record.ok()) << record.error().message;
    EXPECT_EQ((*record)->report.published, number == 1 ? "2026-03-03" : "2026-03-10");
  }
  ASSERT_FALSE(records.Get(3).ok());
  EXPECT_EQ(records.Get(3).error().code, ErrorCode::kFormat);
}

}  // namespace
}  // namespace rapporteur
