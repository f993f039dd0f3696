// The lexicon as it ships: the linter finds no error, and everything that the tables name is found by its name.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "lexicon/lexicon.h"
#include "lexicon/lint.h"

namespace rapporteur {
namespace {

constexpr const char* kShipped = "lexicon";

class ShippedLexicon : public testing::Test {
 protected:
  static void SetUpTestSuite() { lexicon_ = new Result<Lexicon>(Lexicon::Open({kShipped})); }
  static void TearDownTestSuite() { delete lexicon_; }
  void SetUp() override { ASSERT_TRUE(lexicon_->ok()) << lexicon_->error().message; }
  const Lexicon& lexicon() const { return **lexicon_; }

  // Whether `name` finds `entry`, whole and word by word.
  void Expect(const std::string& name, NameEntry entry, const LexiconLine& source) const {
    const auto holds = [&](const std::vector<NameEntry>* entries) {
      return entries != nullptr && std::find(entries->begin(), entries->end(), entry) != entries->end();
    };
    EXPECT_TRUE(holds(lexicon().FindName(name))) << source.file << ':' << source.line << ": " << name;
    std::vector<std::string_view> words;
    for (size_t begin = 0; begin < name.size();) {
      const size_t end = std::min(name.find(' ', begin), name.size());
      if (end > begin) words.push_back(std::string_view(name).substr(begin, end - begin));
      begin = end + 1;
    }
    const NameHit hit = lexicon().LongestName(words);
    EXPECT_TRUE(hit.words == static_cast<int>(words.size()) && holds(hit.entries))
        << source.file << ':' << source.line << ": " << name << " word by word";
  }
  void ExpectAll(const std::vector<std::string>& names, NameEntry entry, const LexiconLine& source) const {
    for (const std::string& name : names) Expect(name, entry, source);
  }

  static Result<Lexicon>* lexicon_;
};

Result<Lexicon>* ShippedLexicon::lexicon_ = nullptr;

TEST_F(ShippedLexicon, HasNoErrors) {
  const Result<LintReport> report = LintLexicon({kShipped});
  ASSERT_TRUE(report.ok());
  for (const LexiconProblem& problem : report->problems) {
    EXPECT_NE(problem.severity, Severity::kError) << problem.text();
  }
}

TEST_F(ShippedLexicon, IsAsLargeAsItShouldBe) {
  EXPECT_GE(lexicon().states().size() + lexicon().organizations().size(), 250U);
  EXPECT_GE(lexicon().office_terms().size(), 3000U);
  const auto groups = std::count_if(lexicon().organizations().begin(), lexicon().organizations().end(),
                                    [](const Organization& body) { return body.group; });
  EXPECT_GE(groups, 600);
  EXPECT_GE(lexicon().agents().size(), 500U);
  EXPECT_GE(lexicon().titles().size(), 150U);
}

TEST_F(ShippedLexicon, EveryFipsCodeIsOfOneState) {
  size_t known = 0;
  std::set<std::string> codes;
  for (const State& state : lexicon().states()) {
    if (state.fips.empty()) continue;
    ++known;
    codes.insert(state.fips);
  }
  EXPECT_EQ(known, 247U);  // lines of country_keys.tsv: each names a state
  EXPECT_EQ(codes.size(), known);
}

TEST_F(ShippedLexicon, FindsEveryStateByEachOfItsNames) {
  for (uint32_t i = 0; i < lexicon().states().size(); ++i) {
    const State& state = lexicon().states()[i];
    Expect(state.name, {EntryKind::kState, i}, state.source);
    ExpectAll(state.aliases, {EntryKind::kState, i}, state.source);
    ExpectAll(state.demonyms, {EntryKind::kDemonym, i}, state.source);
    ExpectAll(state.capitals, {EntryKind::kCapital, i}, state.source);
    ExpectAll(state.seats, {EntryKind::kSeat, i}, state.source);
    EXPECT_EQ(lexicon().FindState(state.code), &state);
  }
}

TEST_F(ShippedLexicon, FindsEveryBodyPersonAndPlaceByEachOfItsNames) {
  for (uint32_t i = 0; i < lexicon().organizations().size(); ++i) {
    const Organization& body = lexicon().organizations()[i];
    Expect(body.name, {EntryKind::kOrganization, i}, body.source);
    ExpectAll(body.aliases, {EntryKind::kOrganization, i}, body.source);
  }
  for (uint32_t i = 0; i < lexicon().places().size(); ++i) {
    const Place& place = lexicon().places()[i];
    Expect(place.name, {EntryKind::kPlace, i}, place.source);
    ExpectAll(place.aliases, {EntryKind::kPlace, i}, place.source);
  }
  for (uint32_t i = 0; i < lexicon().people().size(); ++i) {
    const Person& person = lexicon().people()[i];
    const LexiconLine& source = lexicon().office_terms()[person.terms.front()].source;
    Expect(person.name, {EntryKind::kPerson, i}, source);
    ExpectAll(person.aliases, {EntryKind::kPerson, i}, source);
    const auto* by_surname = lexicon().FindSurname(person.surname);
    ASSERT_NE(by_surname, nullptr) << person.surname;
    EXPECT_NE(std::find(by_surname->begin(), by_surname->end(), i), by_surname->end()) << person.surname;
  }
}

TEST_F(ShippedLexicon, FindsEveryTitleAgentAndGivenName) {
  for (uint32_t i = 0; i < lexicon().titles().size(); ++i) {
    const auto* found = lexicon().FindTitle(lexicon().titles()[i].title);
    ASSERT_NE(found, nullptr) << lexicon().titles()[i].title;
    EXPECT_NE(std::find(found->begin(), found->end(), i), found->end());
  }
  for (const AgentNoun& agent : lexicon().agents()) EXPECT_EQ(lexicon().FindAgent(agent.noun), &agent) << agent.noun;
  for (const GivenName& name : lexicon().given_names()) {
    for (const std::string& variant : name.variants) {
      EXPECT_TRUE(lexicon().SameGivenName(name.variants.front(), variant)) << variant;
    }
  }
}

TEST_F(ShippedLexicon, FindsEveryTermOnItsFirstAndLastDay) {
  for (uint32_t i = 0; i < lexicon().office_terms().size(); ++i) {
    const OfficeTerm& term = lexicon().office_terms()[i];
    if (!term.of.empty()) continue;  // stands back behind the office of the whole
    for (const std::optional<Date>& day : {term.term.from, term.term.to}) {
      if (!day) continue;
      const std::vector<uint32_t> holders = lexicon().HoldersOn(term.code, term.office, *day);
      EXPECT_NE(std::find(holders.begin(), holders.end(), i), holders.end()) << term.source.line;
    }
  }
}

// Every name and key finds its agreement, as the longest there is.
TEST_F(ShippedLexicon, FindsEveryAgreementByEachOfItsNames) {
  const AgreementTable& table = lexicon().agreements();
  EXPECT_GE(table.lines().size(), 900U);
  const auto finds = [&](const std::string& text, uint32_t id) {
    const std::vector<std::string> owned = SplitList(text, ' ');
    const std::vector<std::string_view> words(owned.begin(), owned.end());
    const AgreementHit hit = table.Find(words);
    const bool held = std::find(hit.ids.begin(), hit.ids.end(), id) != hit.ids.end();
    return held && hit.words == static_cast<int>(words.size());
  };
  for (uint32_t i = 0; i < table.lines().size(); ++i) {
    const KnownAgreement& line = table.lines()[i];
    EXPECT_TRUE(finds(line.name, i)) << line.line << ": " << line.name;
    for (const std::string& alias : line.aliases) EXPECT_TRUE(finds(alias, i)) << line.line << ": " << alias;
    const WordClasses& classes = lexicon().classes();
    for (std::string key : line.keys) {
      if (key.ends_with('+')) key.back() = ' ';
      if (key.ends_with(' ')) key += classes.find("pact_" + line.kind)->second.front();
      EXPECT_TRUE(finds(key + " agreements", i)) << line.line << ": " << key;
    }
    EXPECT_GE(line.date.from->year, 1945) << line.name;
    EXPECT_LE(line.date.to->year, 2025) << line.name;
  }
}

// What a reader of news would be surprised to miss, and on which day it means which.
TEST_F(ShippedLexicon, KnowsTheAgreementsOfADay) {
  const AgreementTable& table = lexicon().agreements();
  const auto meant = [&](const std::string& text, Date day) {
    const std::vector<std::string> owned = SplitList(text, ' ');
    const std::vector<std::string_view> words(owned.begin(), owned.end());
    const std::optional<uint32_t> id = table.Choose(table.Find(words).ids, day);
    return id ? table.lines()[*id].name : std::string("none");
  };
  EXPECT_EQ(meant("Minsk ceasefire agreement", Date{2014, 10, 1}), "Minsk Protocol");
  EXPECT_EQ(meant("Minsk accords", Date{2016, 10, 1}), "Minsk II");
  EXPECT_EQ(meant("Dayton peace agreement", Date{2024, 1, 1}), "Dayton Agreement");
  EXPECT_EQ(meant("Iran nuclear deal", Date{2014, 5, 1}), "Joint Plan of Action");
  EXPECT_EQ(meant("Iran nuclear deal", Date{2018, 5, 8}), "Joint Comprehensive Plan of Action");
  EXPECT_EQ(meant("Paris climate accord", Date{2017, 6, 1}), "Paris Agreement");
  EXPECT_EQ(meant("Gaza ceasefire", Date{2014, 9, 1}), "August 2014 Gaza ceasefire");
  EXPECT_EQ(meant("Gaza ceasefire", Date{2025, 2, 1}), "Gaza ceasefire of January 2025");
  EXPECT_EQ(meant("Good Friday accords", Date{2019, 1, 1}), "Good Friday Agreement");
  EXPECT_EQ(meant("Doha agreement", Date{2009, 1, 1}), "Doha Agreement");
  EXPECT_EQ(meant("Doha agreement", Date{2020, 6, 1}), "Doha Agreement of 2020");
  EXPECT_EQ(meant("Pretoria agreement", Date{2023, 1, 1}), "Pretoria Agreement");
  EXPECT_EQ(meant("Lusaka agreement", Date{2000, 1, 1}), "Lusaka Ceasefire Agreement");
  EXPECT_EQ(meant("NATO talks", Date{2000, 1, 1}), "none");
}

// What a reader of news would be surprised to miss.
TEST_F(ShippedLexicon, KnowsWhatEverybodyKnows) {
  const auto code_of = [&](std::string_view name) {
    const auto* entries = lexicon().FindName(name);
    if (entries == nullptr) return std::string("unknown");
    const NameEntry entry = entries->front();
    if (entry.kind == EntryKind::kOrganization) return lexicon().organizations()[entry.index].code;
    if (entry.kind == EntryKind::kPlace) return lexicon().places()[entry.index].country;
    if (entry.kind == EntryKind::kPerson) return std::string("person");
    return lexicon().states()[entry.index].code;
  };
  EXPECT_EQ(code_of("Kremlin"), "RUS");
  EXPECT_EQ(code_of("the White House"), "USA");
  EXPECT_EQ(code_of("Hezbollah"), "LBN");
  EXPECT_EQ(code_of("ISIS"), "IMG");
  EXPECT_EQ(code_of("IS"), "IMG");
  EXPECT_EQ(code_of("is"), "unknown");
  EXPECT_EQ(code_of("us"), "unknown");
  EXPECT_EQ(code_of("US"), "USA");
  EXPECT_EQ(code_of("Donbass"), "UKR");
  EXPECT_EQ(code_of("new ideas"), "unknown");
  EXPECT_TRUE(lexicon().SameGivenName("Sergey", "Sergei"));
  EXPECT_FALSE(lexicon().SameGivenName("Sergey", "Andrei"));
  const std::vector<uint32_t> holders = lexicon().HoldersOn("SYR", "president", Date{2015, 12, 15});
  ASSERT_EQ(holders.size(), 1U);
  EXPECT_EQ(lexicon().office_terms()[holders[0]].person, "Bashar al-Assad");
  ASSERT_NE(lexicon().FindSurname("Assad"), nullptr);
  EXPECT_EQ(lexicon().FindTitle("secretary of state")->size(), 2U);
}

}  // namespace
}  // namespace rapporteur
