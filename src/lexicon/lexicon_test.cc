#include "lexicon/lexicon.h"

#include <gtest/gtest.h>

#include "lexicon/fixture.h"

namespace rapporteur {
namespace {

std::map<std::string, std::string> World() {
  return {{"states.tsv",
           "SYR\tSyria\tSyrian Arab Republic\tSyrian|Syrians\tDamascus\t-\tSY\t760\t652\t652\tQ858\n"
           "USA\tUnited States\tUS|U.S.|America\tAmerican|Americans\tWashington\tWhite House\tUS\t840\t2\t2\tQ30\n"},
          {"organizations.tsv", "UNO\tGOV\tUnited Nations\tUN|U.N.\tQ1065\n"},
          {"groups.tsv", "IMG\tREB\tIslamic State\tIS|ISIS|Daesh\t2006\t-\tQ2429253\n"},
          {"offices.tsv",
           "Bashar al-Assad\tBashar Assad\tSYR\tGOV\tpresident\t-\t2000-07-17\t2024-12-08\tm\tQ44329\n"
           "Elena Marsh\t-\tUNO\tGOV\tspecial envoy\tSyria\t2014-07\t2018\tf\t-\n"
           "Harold Innes\t-\tUSA\tGOV\tsecretary of state\t-\t2001\t-\tm\t-\n"},
          {"titles.tsv", "secretary of state\tforeign minister\tGOV\tUSA\nforeign minister|top diplomat\t-\tGOV\t-\n"},
          {"agents.tsv", "soldier|troops\tMIL\tperson\naid worker\tNGO\tperson\n"},
          {"places.tsv", "Aleppo\tHalab\tSYR\t36.2\t37.16\t-\t2000000\n"},
          {"regions.tsv", "Ghouta\tEastern Ghouta\tSYR\t33.52\t36.4\n"},
          {"given_names.tsv", "Sergey|Sergei|Serguei\tm\nNour\t?\n"},
          {"surnames.tsv", "particle\tal\t-\n"}};
}

TEST(Lexicon, FindsWhatItsTablesSay) {
  const LexiconFixture fixture("finds", World());
  const Result<Lexicon> opened = Lexicon::Open({fixture.path()});
  ASSERT_TRUE(opened.ok()) << opened.error().message;
  const Lexicon& lexicon = *opened;
  const auto kind = [&](std::string_view name) {
    const auto* entries = lexicon.FindName(name);
    return entries == nullptr ? -1 : static_cast<int>(entries->front().kind);
  };
  EXPECT_EQ(kind("U.S."), static_cast<int>(EntryKind::kState));
  EXPECT_EQ(kind("Syrians"), static_cast<int>(EntryKind::kDemonym));
  EXPECT_EQ(kind("Damascus"), static_cast<int>(EntryKind::kCapital));
  EXPECT_EQ(kind("the White House's"), static_cast<int>(EntryKind::kSeat));
  EXPECT_EQ(kind("Daesh"), static_cast<int>(EntryKind::kOrganization));
  EXPECT_EQ(kind("Bashar Al Assad"), static_cast<int>(EntryKind::kPerson));
  EXPECT_EQ(kind("Eastern Ghouta"), static_cast<int>(EntryKind::kPlace));
  EXPECT_EQ(kind("is"), -1);
  EXPECT_TRUE(lexicon.organizations()[1].group);
  EXPECT_TRUE(lexicon.places()[1].region);
  EXPECT_EQ(lexicon.LongestName({"the", "White", "House", "said"}).words, 3);
  EXPECT_EQ(lexicon.FindState("SYR")->name, "Syria");
  EXPECT_EQ(lexicon.FindState("ZZZ"), nullptr);
}

TEST(Lexicon, FindsPeopleTitlesAndAgents) {
  const LexiconFixture fixture("people", World());
  const Result<Lexicon> opened = Lexicon::Open({fixture.path()});
  ASSERT_TRUE(opened.ok());
  ASSERT_NE(opened->FindSurname("Assad"), nullptr);
  EXPECT_EQ(opened->FindSurname("Assad")->front(), 0U);
  EXPECT_EQ(*opened->FindSurname("Assad"), *opened->FindSurname("al-Assad"));
  EXPECT_EQ(*opened->FindSurname("Assad"), *opened->FindSurname("Assad's"));
  EXPECT_EQ(opened->FindSurname("Bashar"), nullptr);
  EXPECT_EQ(opened->FindTitle("secretary of state")->size(), 1U);
  EXPECT_EQ(opened->titles()[opened->FindTitle("top diplomat")->front()].office, "top diplomat");
  EXPECT_EQ(opened->FindAgent("aid worker")->sectors, std::vector<std::string>{"NGO"});
  EXPECT_EQ(opened->FindAgent("troops")->kind, AgentKind::kPerson);
  EXPECT_EQ(opened->FindAgent("plumber"), nullptr);
  EXPECT_TRUE(opened->SameGivenName("Sergei", "Serguei"));
  EXPECT_TRUE(opened->SameGivenName("Nobody", "nobody"));
  EXPECT_FALSE(opened->SameGivenName("Sergei", "Nour"));
  EXPECT_EQ(opened->GenderOf("SERGUEI"), 'm');
  EXPECT_EQ(opened->GenderOf("Nour"), '?');
  EXPECT_EQ(opened->GenderOf("Zed"), '?');
}

TEST(Lexicon, KnowsWhoHoldsAnOfficeOnADay) {
  const LexiconFixture fixture("holders", World());
  const Result<Lexicon> opened = Lexicon::Open({fixture.path()});
  ASSERT_TRUE(opened.ok());
  using Terms = std::vector<uint32_t>;
  EXPECT_EQ(opened->HoldersOn("SYR", "president", Date{2000, 7, 16}), Terms{});
  EXPECT_EQ(opened->HoldersOn("SYR", "President", Date{2000, 7, 17}), Terms{0});
  EXPECT_EQ(opened->HoldersOn("SYR", "president", Date{2024, 12, 8}), Terms{0});
  EXPECT_EQ(opened->HoldersOn("SYR", "president", Date{2024, 12, 9}), Terms{});
  EXPECT_EQ(opened->HoldersOn("UNO", "special envoy", Date{2014, 7, 1}), Terms{1});
  EXPECT_EQ(opened->HoldersOn("UNO", "special envoy", Date{2018, 12, 31}), Terms{1});
  EXPECT_EQ(opened->HoldersOn("USA", "secretary of state", Date{2040, 1, 1}), Terms{2});
  EXPECT_EQ(opened->HoldersOn("USA", "president", Date{2010, 1, 1}), Terms{});
}

TEST(Lexicon, PutsTheOfficeOfTheStateBeforeThatOfAPart) {
  const LexiconFixture shipped("shipped_part", World());
  const LexiconFixture user("part", {{"offices.tsv",
                                      "Aras Zand\t-\tSYR\tGOV\tpresident\tAfrin\t2014\t2015\tm\t-\n"
                                      "Nadia Haddo\t-\tSYR\tMED\tchairman\tRed Crescent\t2014\t2015\tf\t-\n"}});
  const Result<Lexicon> opened = Lexicon::Open({shipped.path(), user.path()});
  ASSERT_TRUE(opened.ok());
  const std::vector<uint32_t> presidents = opened->HoldersOn("SYR", "president", Date{2014, 7, 1});
  ASSERT_EQ(presidents.size(), 1U);
  EXPECT_EQ(opened->office_terms()[presidents.front()].person, "Bashar al-Assad");
  EXPECT_EQ(opened->HoldersOn("SYR", "chairman", Date{2014, 7, 1}).size(), 1U);
}

TEST(Lexicon, LaterDirectoriesReplaceRemoveAndAdd) {
  const LexiconFixture shipped("shipped", World());
  const LexiconFixture user(
      "user",
      {{"groups.tsv", "IRQ\tREB\tIslamic State\tISIL\t-\t-\t-\nPER\tREB\tShining Path\t-\t-\t-\t-\n"},
       {"offices.tsv", "!Bashar al-Assad\n"},
       {"agents.tsv", "!troops\nsoldier\tREB\tgroup\n"}},
      false);
  const Result<Lexicon> opened = Lexicon::Open({shipped.path(), user.path()});
  ASSERT_TRUE(opened.ok()) << opened.error().message;
  ASSERT_EQ(opened->organizations().size(), 3U);
  EXPECT_EQ(opened->organizations()[1].code, "IRQ");
  EXPECT_EQ(opened->organizations()[1].source.file, user.path() + "/groups.tsv");
  EXPECT_EQ(opened->organizations()[0].source.file, "organizations.tsv");
  EXPECT_EQ(opened->FindName("Daesh"), nullptr);
  EXPECT_NE(opened->FindName("ISIL"), nullptr);
  EXPECT_EQ(opened->FindSurname("Assad"), nullptr);
  EXPECT_EQ(opened->FindAgent("troops"), nullptr);
  EXPECT_EQ(opened->FindAgent("soldier")->sectors, std::vector<std::string>{"REB"});
}

TEST(Lexicon, HashFollowsEveryByte) {
  const LexiconFixture a("hash_a", World());
  const LexiconFixture b("hash_b", World());
  auto other = World();
  other["agents.tsv"] += "envoy\tGOV\tperson\n";
  const LexiconFixture c("hash_c", other);
  EXPECT_EQ(Lexicon::Open({a.path()})->hash(), Lexicon::Open({b.path()})->hash());
  EXPECT_NE(Lexicon::Open({a.path()})->hash(), Lexicon::Open({c.path()})->hash());
  EXPECT_EQ(Lexicon::Open({a.path()})->hash().size(), 64U);
}

TEST(Lexicon, TellsWhatIsMissing) {
  const LexiconFixture fixture("missing", World());
  fixture.Remove("groups.tsv");
  const Result<Lexicon> opened = Lexicon::Open({fixture.path()});
  ASSERT_FALSE(opened.ok());
  EXPECT_EQ(opened.error().code, ErrorCode::kIo);
  EXPECT_EQ(opened.error().message,
            fixture.path() + "/groups.tsv: cannot be read (No such file or directory); check the path");
  const Result<Lexicon> nowhere = Lexicon::Open({"/no/such"});
  ASSERT_FALSE(nowhere.ok());
  EXPECT_EQ(nowhere.error().message,
            "/no/such: found no such directory, expected one with the lexicon's tables; check --lexicon");
}

// One broken line a column that has rules, and the exact words about it.
TEST(Lexicon, TellsWhatIsWrongWithALine) {
  struct Case {
    const char* file;
    const char* row;
    const char* message;
  };
  const Case cases[] = {
      {"groups.tsv", "RU\tREB\tX\t-\t-\t-\t-\n",
       "groups.tsv:2: column code: found \"RU\", expected three upper-case letters; use the ISO 3166 alpha-3 code"},
      {"groups.tsv", "RUS\treb\tX\t-\t-\t-\t-\n",
       "groups.tsv:2: column sectors: found \"reb\", expected codes of three upper-case letters apart by |; see the "
       "file's header"},
      {"groups.tsv", "RUS\tREB\t-\t-\t-\t-\t-\n",
       "groups.tsv:2: column name: found nothing, expected a value; fill the cell"},
      {"groups.tsv", "RUS\tREB\tX\t-\t2015-02-30\t-\t-\n",
       "groups.tsv:2: column from: found \"2015-02-30\", expected a day, month or year as in 2015-12-15, 2015-12 or "
       "2015; write - where it is open"},
      {"groups.tsv", "RUS\tREB\tX\t-\t-\t-\t12\n",
       "groups.tsv:2: column wikidata: found \"12\", expected Q and digits; write - where there is none"},
      {"offices.tsv", "X Y\t-\tRUS\tGOV\tpresident\t-\t-\t-\tmale\t-\n",
       "offices.tsv:2: column gender: found \"male\", expected m, f or ?; write ? where it is unknown"},
      {"agents.tsv", "Soldier\tMIL\tperson\n",
       "agents.tsv:2: column noun: found \"Soldier\", expected lower case; write the dictionary form"},
      {"agents.tsv", "soldier\tMIL\thuman\n",
       "agents.tsv:2: column kind: found \"human\", expected person, group, organization or population; see the file's "
       "header"},
      {"places.tsv", "X\t-\tRUS\t91\t0\t-\t-\n",
       "places.tsv:2: column lat: found \"91\", expected a number from -90 to 90; write it with a decimal point"},
      {"places.tsv", "X\t-\tRUS\t9\t0\tG1\t-\n",
       "places.tsv:2: column geonames: found \"G1\", expected a whole number; write - where it is unknown"},
      {"states.tsv", "RUS\tRussia\t-\t-\t-\t-\tRUS\t643\t365\t365\tQ159\n",
       "states.tsv:2: column iso2: found \"RUS\", expected two upper-case letters; use the ISO 3166 alpha-2 code or -"},
      {"states.tsv", "RUS\tRussia\t-\t-\t-\t-\tRU\t43\t365\t365\tQ159\n",
       "states.tsv:2: column iso_numeric: found \"43\", expected 3 digits; write - where there is none"},
      {"cues.tsv", "say\tverb\tmumble\t-\t-\t-\n",
       "cues.tsv:2: column kind: found \"mumble\", expected say, claim, deny, ask, order, announce, warn, promise, "
       "think, want, judge, show, write or hear; see the file's header"},
  };
  for (const Case& c : cases) {
    const LexiconFixture fixture("broken", {{c.file, c.row}});
    const Result<Lexicon> opened = Lexicon::Open({fixture.path()});
    ASSERT_FALSE(opened.ok()) << c.message;
    EXPECT_EQ(opened.error().code, ErrorCode::kLexicon);
    EXPECT_EQ(opened.error().message, c.message);
  }
}

}  // namespace
}  // namespace rapporteur
