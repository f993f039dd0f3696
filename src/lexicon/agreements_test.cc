#include "lexicon/agreements.h"

#include <gtest/gtest.h>

namespace rapporteur {
namespace {

constexpr std::string_view kHeader =
    "name\taliases\tkeys\tkind\tdate\tuntil\tplace\tparties\tmediators\twikidata\tnote\n";

WordClasses Classes() {
  return {{"pact_head", {"accord", "agreement", "cease fire", "ceasefire", "deal", "talks", "treaty", "truce"}},
          {"pact_form", {"memorandum", "memorandum of understanding", "protocol"}},
          {"pact_any", {"final", "interim"}},
          {"pact_peace", {"ceasefire", "peace", "truce"}},
          {"pact_ceasefire", {"cease fire", "ceasefire", "peace", "truce"}},
          {"pact_climate", {"climate", "climate change"}},
          {"pact_nuclear", {"civil nuclear", "nuclear"}},
          {"pact_arms", {"arms", "nuclear"}}};
}

AgreementTable Read(const std::vector<std::string>& files, std::vector<LexiconProblem>& problems) {
  std::vector<Table> tables;
  for (size_t i = 0; i < files.size(); ++i) {
    const std::string name = i == 0 ? "agreements.tsv" : "mine/agreements.tsv";
    tables.push_back(Table::Parse(
        name, std::string(kHeader) + files[i],
        {"name", "aliases", "keys", "kind", "date", "until", "place", "parties", "mediators", "wikidata", "note"},
        problems));
  }
  return AgreementTable::Read(tables, Classes(), problems);
}

constexpr const char* kLines =
    "Paris Peace Accords\t-\tParis\tpeace\t1973-01-27\t1975-04-30\tParis\tUSA|VNM\t-\t-\t-\n"
    "START I\tSTART\tSTART\tarms\t1991-07-31\t2009-12-05\tMoscow\tRUS|USA\t-\t-\t-\n"
    "Good Friday Agreement\tBelfast Agreement\tGood Friday\tpeace\t1998-04-10\t-\tBelfast\tGBR|IRL\tUSA\t-\t-\n"
    "Governors Island Accord\t-\tGovernor's Island\tpeace\t1993-07-03\t1994\tNew York\tHTI\tUNO\t-\t-\n"
    "Minsk Protocol\tMinsk I\tMinsk|Minsk I\tceasefire\t2014-09-05\t2015-02-12\tMinsk\tRUS|UKR\tOSCE\t-\t-\n"
    "August 2014 Gaza ceasefire\t-\tGaza+\tceasefire\t2014-08-26\t2021-05\tCairo\tISR|Hamas\tEGY\t-\t-\n"
    "Minsk II\t-\tMinsk|Minsk II|Minsk-2\tceasefire\t2015-02-12\t2022-02-22\tMinsk\tRUS|UKR\tDEU|FRA\t-\t-\n"
    "Joint Comprehensive Plan of Action\tJCPOA\tIran+\tnuclear\t2015-07-14\t2025-10-18\tVienna\tIRN|USA\tEUR\t-\t-\n"
    "Paris Agreement\t-\tParis\tclimate\t2015-12-12\t-\tParis\t*\t-\t-\t-\n"
    "EU-Turkey Statement\t-\tEU-Turkey\tpeace\t2016-03-18\t-\tBrussels\tEUR|TUR\t-\t-\t-\n";

class Agreements : public testing::Test {
 protected:
  Agreements() : table_(Read({kLines}, problems_)) { EXPECT_TRUE(problems_.empty()); }

  // "Minsk Protocol, Minsk II (2)": what `text` begins with, with the number of words.
  std::string Found(std::string_view text) const {
    const std::vector<std::string> owned = SplitList(text, ' ');
    const std::vector<std::string_view> words(owned.begin(), owned.end());
    const AgreementHit hit = table_.Find(words);
    std::string shown;
    for (uint32_t id : hit.ids) shown += (shown.empty() ? "" : ", ") + table_.lines()[id].name;
    return shown.empty() ? "none" : shown + " (" + std::to_string(hit.words) + ")";
  }
  std::string Name(std::optional<uint32_t> id) const { return id ? table_.lines()[*id].name : "none"; }
  std::vector<uint32_t> Ids(std::string_view first, std::string_view second) const {
    const std::vector<std::string_view> words = {first, second};
    return table_.Find(words).ids;
  }

  std::vector<LexiconProblem> problems_;
  AgreementTable table_;
};

TEST_F(Agreements, AreFoundByTheirNames) {
  EXPECT_EQ(Found("Good Friday Agreement was signed"), "Good Friday Agreement (3)");
  EXPECT_EQ(Found("Good Friday agreements"), "Good Friday Agreement (3)");
  EXPECT_EQ(Found("Joint Comprehensive Plan of Action ."), "Joint Comprehensive Plan of Action (5)");
  EXPECT_EQ(Found("JCPOA 's terms"), "Joint Comprehensive Plan of Action (1)");
  EXPECT_EQ(Found("JCPOA's terms"), "Joint Comprehensive Plan of Action (1)");
  EXPECT_EQ(Found("Minsk II"), "Minsk II (2)");
  EXPECT_EQ(Found("EU-Turkey Statement"), "EU-Turkey Statement (2)");
  EXPECT_EQ(Found("Agreement"), "none");
  EXPECT_EQ(Found("Plan of Action"), "none");
}

TEST_F(Agreements, NeedTheCapitalsOfTheirNames) {
  EXPECT_EQ(Found("START"), "START I (1)");
  EXPECT_EQ(Found("Start"), "none");
  EXPECT_EQ(Found("Start talks"), "none");
  EXPECT_EQ(Found("START talks"), "START I (2)");
  EXPECT_EQ(Found("good friday agreement"), "none");
  EXPECT_EQ(Found("Belfast agreement"), "Good Friday Agreement (2)");
  EXPECT_EQ(Found("belfast agreement"), "none");
  EXPECT_EQ(Found("MINSK DEAL"), "Minsk Protocol, Minsk II (2)");
}

TEST_F(Agreements, AreFoundByKeyAndNoun) {
  EXPECT_EQ(Found("Minsk agreements between"), "Minsk Protocol, Minsk II (2)");
  EXPECT_EQ(Found("Minsk peace accord"), "Minsk Protocol, Minsk II (3)");
  EXPECT_EQ(Found("Minsk interim ceasefire deal now"), "Minsk Protocol, Minsk II (4)");
  EXPECT_EQ(Found("Minsk cease-fire"), "Minsk Protocol, Minsk II (2)");
  EXPECT_EQ(Found("Minsk cease - fire agreement"), "Minsk Protocol, Minsk II (5)");
  EXPECT_EQ(Found("Minsk-2 agreement"), "Minsk II (2)");
  EXPECT_EQ(Found("EU-Turkey deal"), "EU-Turkey Statement (2)");
  EXPECT_EQ(Found("EU - Turkey deal"), "EU-Turkey Statement (4)");
  EXPECT_EQ(Found("Governors Island deal"), "Governors Island Accord (3)");
  EXPECT_EQ(Found("Governor 's Island deal"), "Governors Island Accord (4)");
  EXPECT_EQ(Found("Minsk"), "none");
  EXPECT_EQ(Found("Minsk , talks"), "none");
  EXPECT_EQ(Found("Minsk, talks"), "none");
  EXPECT_EQ(Found("Minsk ( talks"), "none");
  EXPECT_EQ(Found("Minsk deal-maker"), "none");
  EXPECT_EQ(Found("Minsk nuclear deal"), "none");
}

TEST_F(Agreements, TellOfTheNounAfterAKey) {
  const std::vector<std::string_view> talks = {"Minsk", "peace", "talks", "failed"};
  EXPECT_EQ(table_.Find(talks).head, 2);
  const std::vector<std::string_view> name = {"Belfast", "Agreement"};
  EXPECT_EQ(table_.Find(name).head, -1);
  EXPECT_EQ(table_.Find({}).words, 0);
}

TEST_F(Agreements, TakeANounOfFormOnlyFromTheirNames) {
  EXPECT_EQ(Found("Minsk protocol"), "Minsk Protocol (2)");
  EXPECT_EQ(Found("Minsk memorandum"), "none");
}

TEST_F(Agreements, TakeWordsOfTheirKindOnly) {
  EXPECT_EQ(Found("Paris accord"), "Paris Peace Accords, Paris Agreement (2)");
  EXPECT_EQ(Found("Paris climate accord"), "Paris Agreement (3)");
  EXPECT_EQ(Found("Paris climate change deal"), "Paris Agreement (4)");
  EXPECT_EQ(Found("Paris truce"), "Paris Peace Accords (2)");
  EXPECT_EQ(Found("Gaza deal"), "none");
  EXPECT_EQ(Found("Gaza truce deal"), "August 2014 Gaza ceasefire (3)");
  EXPECT_EQ(Found("Iran nuclear talks"), "Joint Comprehensive Plan of Action (3)");
  EXPECT_EQ(Found("Iran talks"), "none");
  EXPECT_TRUE(table_.TellsKind("nuclear", "arms"));
  EXPECT_TRUE(table_.TellsKind("Cease-fire", "ceasefire"));
  EXPECT_FALSE(table_.TellsKind("climate", "arms"));
  EXPECT_FALSE(table_.TellsKind("", "arms"));
}

TEST_F(Agreements, AreChosenByTheDay) {
  const std::vector<uint32_t> minsk = Ids("Minsk", "agreement");
  EXPECT_EQ(Name(table_.InForceAt(minsk, Date{2014, 12, 1})), "Minsk Protocol");
  EXPECT_EQ(Name(table_.InForceAt(minsk, Date{2015, 2, 12})), "Minsk II");
  EXPECT_EQ(Name(table_.InForceAt(minsk, Date{2023, 1, 1})), "none");
  EXPECT_EQ(Name(table_.Choose(minsk, Date{2023, 1, 1})), "Minsk II");
  EXPECT_EQ(Name(table_.Choose(minsk, Date{2014, 9, 4})), "none");
  EXPECT_EQ(Name(table_.Choose(minsk, std::nullopt)), "Minsk II");
  const std::vector<uint32_t> paris = Ids("Paris", "agreement");
  EXPECT_EQ(Name(table_.Choose(paris, Date{1974, 1, 1})), "Paris Peace Accords");
  EXPECT_EQ(Name(table_.Choose(paris, Date{1980, 1, 1})), "Paris Peace Accords");
  EXPECT_EQ(Name(table_.Choose(paris, Date{2020, 1, 1})), "Paris Agreement");
  EXPECT_EQ(Name(table_.Choose({}, Date{2020, 1, 1})), "none");
}

TEST_F(Agreements, AreFoundByDescription) {
  const auto first = [&](const AgreementQuery& query) {
    const std::vector<uint32_t> found = table_.Matching(query);
    return found.empty() ? std::string("none")
                         : table_.lines()[found.front()].name + "/" + std::to_string(found.size());
  };
  const DateRange year{Date{2015, 1, 1}, Date{2015, 12, 31}};
  EXPECT_EQ(first({"nuclear", year, "", {"IRN"}, Date{2016, 1, 1}}), "Joint Comprehensive Plan of Action/1");
  EXPECT_EQ(first({"nuclear", {}, "", {"iran"}, {}}), "none");
  EXPECT_EQ(first({"ceasefire", {}, "", {"UKR", "RUS"}, Date{2014, 11, 1}}), "Minsk Protocol/1");
  EXPECT_EQ(first({"ceasefire", {}, "", {"UKR", "RUS"}, Date{2015, 11, 1}}), "Minsk II/2");
  EXPECT_EQ(first({"truce", {Date{2014, 9, 1}, Date{2014, 9, 30}}, "", {}, Date{2016, 1, 1}}), "Minsk Protocol/1");
  EXPECT_EQ(first({"ceasefire", {}, "cairo", {}, Date{2016, 1, 1}}), "August 2014 Gaza ceasefire/1");
  EXPECT_EQ(first({"ceasefire", {}, "", {"hamas"}, Date{2016, 1, 1}}), "August 2014 Gaza ceasefire/1");
  EXPECT_EQ(first({"ceasefire", {}, "", {}, Date{2016, 1, 1}}), "none");
  EXPECT_EQ(first({"climate", {}, "", {"FRA"}, {}}), "none");  // one of hundreds of parties is no description
}

TEST(AgreementTable, UsersReplaceAndRemove) {
  std::vector<LexiconProblem> problems;
  const AgreementTable table = Read({kLines,
                                     "Minsk II\tsecond Minsk deal\t-\tpeace\t2015-02\t-\t-\tUKR\t-\t-\t-\n"
                                     "!Paris Agreement\n"
                                     "Oslo Accord\t-\tOslo\tpeace\t1993\t-\t-\tISR\t-\t-\t-\n"},
                                    problems);
  EXPECT_TRUE(problems.empty());
  ASSERT_EQ(table.lines().size(), 10U);
  EXPECT_EQ(table.lines()[6].name, "Minsk II");
  EXPECT_EQ(table.lines()[6].file, "mine/agreements.tsv");
  EXPECT_EQ(table.lines()[6].line, 2);
  EXPECT_EQ(*table.lines()[6].date.to, (Date{2015, 2, 28}));
  const std::vector<std::string_view> minsk = {"Minsk", "deal"};
  EXPECT_EQ(table.Find(minsk).ids, std::vector<uint32_t>{4});
  const std::vector<std::string_view> second = {"second", "Minsk", "deals"};
  EXPECT_EQ(table.Find(second).ids, std::vector<uint32_t>{6});
  const std::vector<std::string_view> climate = {"Paris", "climate", "deal"};
  EXPECT_TRUE(table.Find(climate).ids.empty());
}

TEST(AgreementTable, TellsWhatIsBroken) {
  std::vector<LexiconProblem> problems;
  const AgreementTable table = Read({"A Pact\t-\t-\tpaece\t2001\t-\t-\tFRA\t-\t-\t-\n"
                                     "B Pact\t-\t-\tpeace\tspring 2001\t-\t-\tFRA\t-\t-\t-\n"
                                     "C Pact\t-\t-\tpeace\t-\t-\t-\tFRA\t-\t-\t-\n"
                                     "D Pact\t-\t-\tpeace\t2001\t-\t-\tFRA\t-\t88\t-\n"
                                     "E Pact\t-\t-\tpeace\t2001-02\t2002\t-\tFRA\t-\tQ88\t-\n"},
                                    problems);
  ASSERT_EQ(table.lines().size(), 1U);
  EXPECT_EQ(table.lines()[0].name, "E Pact");
  EXPECT_EQ(*table.lines()[0].until, (Date{2002, 12, 31}));
  ASSERT_EQ(problems.size(), 4U);
  EXPECT_EQ(problems[0].text(),
            "agreements.tsv:2: column kind: found \"paece\", expected a kind: a class pact_paece of classes.tsv; "
            "correct it or add the class");
  EXPECT_EQ(problems[1].text(),
            "agreements.tsv:3: column date: found \"spring 2001\", expected a day, month or year as in 2015-12-15, "
            "2015-12 or 2015; write - where it is open");
  EXPECT_EQ(problems[2].text(), "agreements.tsv:4: column date: found nothing, expected a value; fill the cell");
  EXPECT_EQ(problems[3].text(),
            "agreements.tsv:5: column wikidata: found \"88\", expected Q and digits; write - where there is none");
}

}  // namespace
}  // namespace rapporteur
