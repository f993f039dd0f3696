#include "lexicon/people.h"

#include <gtest/gtest.h>

namespace rapporteur {
namespace {

SurnameRules Rules() {
  SurnameRules rules;
  rules.particles = {{"al", true}, {"bin", true}, {"van", true}, {"der", true}};
  rules.honorifics = {{"syed", true}, {"king", true}};
  rules.endings = {{"of", true}};
  rules.family_first = {{"CHN", true}, {"PRK", true}, {"TWN", true}};
  rules.given = {{"THA", true}, {"MYS", true}};
  rules.whole = {{"MMR", true}};
  rules.people = {{"Luiz Inácio Lula da Silva", "Lula"}};
  rules.western_given = {{"frank", true}, {"lee", true}};
  return rules;
}

TEST(SurnameOf, FollowsTheRules) {
  const SurnameRules rules = Rules();
  EXPECT_EQ(SurnameOf("Vladimir Putin", "RUS", rules), "Putin");
  EXPECT_EQ(SurnameOf("Bashar al-Assad", "SYR", rules), "al-Assad");
  EXPECT_EQ(SurnameOf("Mohammed bin Salman", "SAU", rules), "bin Salman");
  EXPECT_EQ(SurnameOf("Alexander Van der Bellen", "AUT", rules), "Van der Bellen");
  EXPECT_EQ(SurnameOf("Xi Jinping", "CHN", rules), "Xi");
  EXPECT_EQ(SurnameOf("Kim Jong-un", "PRK", rules), "Kim");
  EXPECT_EQ(SurnameOf("Frank Hsieh", "TWN", rules), "Hsieh");
  EXPECT_EQ(SurnameOf("Lee Teng-hui", "TWN", rules), "Lee");
  EXPECT_EQ(SurnameOf("Lin Chuan", "TWN", rules), "Lin");
  EXPECT_EQ(SurnameOf("Thaksin Shinawatra", "THA", rules), "Thaksin");
  EXPECT_EQ(SurnameOf("Syed Hamid Albar", "MYS", rules), "Hamid");
  EXPECT_EQ(SurnameOf("King Gyanendra", "NPL", rules), "Gyanendra");
  EXPECT_EQ(SurnameOf("King Philippe of Belgium", "BEL", rules), "Philippe");
  EXPECT_EQ(SurnameOf("Than Shwe", "MMR", rules), "Than Shwe");
  EXPECT_EQ(SurnameOf("Luiz Inácio Lula da Silva", "BRA", rules), "Lula");
  EXPECT_EQ(SurnameOf("Felipe VI", "ESP", rules), "Felipe");
  EXPECT_EQ(SurnameOf("Robert Fico Jr.", "SVK", rules), "Fico");
  EXPECT_EQ(SurnameOf("Akihito", "JPN", rules), "Akihito");
  EXPECT_EQ(SurnameOf("bin Salman", "SAU", rules), "Salman");
}

TEST(BareSurname, CutsWhatStandsBefore) {
  const SurnameRules rules = Rules();
  EXPECT_EQ(BareSurname("al-Assad", rules), "Assad");
  EXPECT_EQ(BareSurname("Van der Bellen", rules), "Bellen");
  EXPECT_EQ(BareSurname("Putin", rules), "Putin");
}

OfficeTerm Term(std::string person, std::string code, int year, std::string wikidata) {
  OfficeTerm term;
  term.person = std::move(person);
  term.code = std::move(code);
  term.term.from = Date{year, 1, 1};
  term.wikidata = std::move(wikidata);
  return term;
}

TEST(GatherPeople, PutsTermsOfOnePersonTogether) {
  const std::vector<OfficeTerm> terms = {Term("Ana Beltran", "ESP", 2010, "Q1"), Term("Ana Beltran", "ESP", 2004, ""),
                                         Term("Ana Beltran", "UNO", 2020, "Q1"), Term("Ana Beltran", "ARG", 2012, "Q2"),
                                         Term("Juan Rivas", "ESP", 2001, "")};
  const std::vector<Person> people = GatherPeople(terms, Rules());
  ASSERT_EQ(people.size(), 3U);
  EXPECT_EQ(people[0].terms, (std::vector<uint32_t>{1, 0, 2}));
  EXPECT_EQ(people[0].surname, "Beltran");
  EXPECT_EQ(people[1].terms, (std::vector<uint32_t>{3}));
  EXPECT_EQ(people[2].name, "Juan Rivas");
}

TEST(GatherPeople, FollowsMinistersToBodiesOfStates) {
  const std::vector<OfficeTerm> terms = {
      Term("Ana Beltran", "ESP", 2010, ""), Term("Ana Beltran", "PER", 2012, ""), Term("Ana Beltran", "UNO", 2020, ""),
      Term("Ana Beltran", "EUR", 2022, ""), Term("Juan Rivas", "NGO", 2001, ""),  Term("Juan Rivas", "ESP", 2005, ""),
      Term("Juan Rivas", "ARG", 2006, ""),  Term("Eva Lind", "SWE", 2001, "Q1"),  Term("Eva Lind", "UNO", 2003, "Q2")};
  const std::vector<Person> people = GatherPeople(terms, Rules());
  ASSERT_EQ(people.size(), 6U);
  EXPECT_EQ(people[0].terms, (std::vector<uint32_t>{0, 2, 3}));
  EXPECT_EQ(people[1].terms, (std::vector<uint32_t>{1}));
  EXPECT_EQ(people[2].terms, (std::vector<uint32_t>{4, 5}));
  EXPECT_EQ(people[3].terms, (std::vector<uint32_t>{6}));
  EXPECT_EQ(people[4].terms, (std::vector<uint32_t>{7}));
  EXPECT_EQ(people[5].terms, (std::vector<uint32_t>{8}));
}

}  // namespace
}  // namespace rapporteur
