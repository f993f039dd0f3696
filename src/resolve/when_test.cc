#include "resolve/when.h"

#include <gtest/gtest.h>

#include "resolve/when_fixture.h"

namespace rapporteur {
namespace {

const Date kTuesday{2015, 3, 3};

// A sentence of words that all hang on its second, so that only the words count: "verb" is that second word.
std::string Flat(const std::string& verb_line, const std::string& words) {
  std::string lines = "They they PRON PRP 2 nsubj\n" + verb_line + " 0 root\n";
  std::istringstream rest(words);
  std::string word;
  while (rest >> word) {
    const bool digit = word[0] >= '0' && word[0] <= '9';
    const bool upper = word[0] >= 'A' && word[0] <= 'Z';
    const bool adposition = word == "in" || word == "on" || word == "since" || word == "until" || word == "by" ||
                            word == "from" || word == "to" || word == "between" || word == "of" || word == "after" ||
                            word == "before";
    const char* upos = digit           ? "NUM CD"
                       : upper         ? "PROPN NNP"
                       : adposition    ? "ADP IN"
                       : word == "and" ? "CCONJ CC"
                       : word == "the" ? "DET DT"
                                       : "NOUN NN";
    lines += word + " " + word + " " + upos + " 2 " + (adposition ? "case" : "obl") + "\n";
  }
  return lines;
}

constexpr const char* kMet = "met meet VERB VBD";
constexpr const char* kMeet = "meet meet VERB VBP";

std::string Show(const DateMention& mention) {
  const std::string from = mention.from ? mention.from->iso() : "..";
  const std::string to = mention.to ? mention.to->iso() : "..";
  return from == to ? from : from + "/" + to;
}

// All dates of a sentence in the past tense, published on Tuesday 3 March 2015.
std::string Past(const std::string& words, std::optional<Date> published = kTuesday) {
  TreeFixture fixture;
  fixture.Add(Flat(kMet, words));
  std::string all;
  for (const DateMention& mention : FindDates(fixture.trees(), published))
    all += (all.empty() ? "" : " ") + Show(mention);
  return all;
}

std::string Future(const std::string& words) {
  TreeFixture fixture;
  fixture.Add("They they PRON PRP 3 nsubj\nwill will AUX MD 3 aux\n" + std::string(kMeet) + " 0 root\n");
  std::string lines = "They they PRON PRP 3 nsubj\nwill will AUX MD 3 aux\n" + std::string(kMeet) + " 0 root\n";
  std::istringstream rest(words);
  for (std::string word; rest >> word;) {
    lines +=
        word + " " + word + (word == "in" || word == "on" || word == "by" ? " ADP IN 3 case\n" : " NOUN NN 3 obl\n");
  }
  TreeFixture future;
  future.Add(lines);
  std::string all;
  for (const DateMention& mention : FindDates(future.trees(), kTuesday))
    all += (all.empty() ? "" : " ") + Show(mention);
  return all;
}

TEST(When, ReadsAbsoluteDatesInAllForms) {
  EXPECT_EQ(Past("on 3 March 2014"), "2014-03-03");
  EXPECT_EQ(Past("on March 3 , 2014"), "2014-03-03");
  EXPECT_EQ(Past("on March 3rd , 2014"), "2014-03-03");
  EXPECT_EQ(Past("on the 3rd of March 2014"), "2014-03-03");
  EXPECT_EQ(Past("on Mar. 3 , 2014"), "2014-03-03");
  EXPECT_EQ(Past("on Monday , March 3 , 2014"), "2014-03-03");
  EXPECT_EQ(Past("on 2014-03-03"), "2014-03-03");
  EXPECT_EQ(Past("in March 2014"), "2014-03-01/2014-03-31");
  EXPECT_EQ(Past("in 2014"), "2014-01-01/2014-12-31");
  EXPECT_EQ(Past("in the 1990s"), "1990-01-01/1999-12-31");
  EXPECT_EQ(Past("in spring 2014"), "2014-03-01/2014-05-31");
  EXPECT_EQ(Past("in Q3 2014"), "2014-07-01/2014-09-30");
  EXPECT_EQ(Past("in early March 2014"), "2014-03-01/2014-03-10");
  EXPECT_EQ(Past("in mid-2014"), "2014-05-02/2014-09-01");
  EXPECT_EQ(Past("on Christmas Eve 2014"), "2014-12-24");
}

TEST(When, LeavesAmbiguousAndImpossibleDates) {
  EXPECT_EQ(Past("on 03/04/2015"), "");
  EXPECT_EQ(Past("on 31 February 2014"), "..");
}

TEST(When, TakesWeekdaysByTense) {
  EXPECT_EQ(Past("on Tuesday"), "2015-03-03");
  EXPECT_EQ(Past("on Monday"), "2015-03-02");
  EXPECT_EQ(Past("on Wednesday"), "2015-02-25");
  EXPECT_EQ(Future("on Wednesday"), "2015-03-04");
  EXPECT_EQ(Past("last Tuesday"), "2015-02-24");
  EXPECT_EQ(Future("next Tuesday"), "2015-03-10");
  EXPECT_EQ(Past("Monday of last week"), "2015-02-23");
}

TEST(When, CountsFromThePublishedDay) {
  EXPECT_EQ(Past("yesterday"), "2015-03-02");
  EXPECT_EQ(Future("tomorrow"), "2015-03-04");
  EXPECT_EQ(Past("last night"), "2015-03-02");
  EXPECT_EQ(Past("this week"), "2015-03-02/2015-03-08");
  EXPECT_EQ(Past("last month"), "2015-02-01/2015-02-28");
  EXPECT_EQ(Future("next year"), "2016-01-01/2016-12-31");
  EXPECT_EQ(Past("two weeks ago"), "2015-02-16/2015-02-22");
  EXPECT_EQ(Past("three days ago"), "2015-02-28");
  EXPECT_EQ(Past("last April"), "2014-04-01/2014-04-30");
  EXPECT_EQ(Past("in February"), "2015-02-01/2015-02-28");
  EXPECT_EQ(Past("in April"), "2014-04-01/2014-04-30");
  EXPECT_EQ(Future("in April"), "2015-04-01/2015-04-30");
  EXPECT_EQ(Past("on 27 September"), "2014-09-27");
  EXPECT_EQ(Past("earlier this month"), "2015-03-01/2015-03-03");
  EXPECT_EQ(Past("over the past two months"), "2015-01-03/2015-03-03");
  EXPECT_EQ(Past("over the weekend"), "2015-02-28/2015-03-01");
}

TEST(When, OpensAndJoinsRanges) {
  EXPECT_EQ(Past("since 2011"), "2011-01-01/2015-03-03");
  EXPECT_EQ(Past("from 3 to 5 March 2014"), "2014-03-03/2014-03-05");
  EXPECT_EQ(Past("between 1994 and 1997"), "1994-01-01/1997-12-31");
  EXPECT_EQ(Past("from November 2013 to March 2014"), "2013-11-01/2014-03-31");
  EXPECT_EQ(Past("from November to March 2014"), "2013-11-01/2014-03-31");
  EXPECT_EQ(Past("until 2013"), "../2013-12-31");
  EXPECT_EQ(Past("from 2015 to 1999"), "..");
}

TEST(When, CountsFromTheDateToldBefore) {
  EXPECT_EQ(Past("on 3 March 2014 two days later"), "2014-03-03 2014-03-05");
  EXPECT_EQ(Past("on 3 March 2014 the previous day"), "2014-03-03 2014-03-02");
}

TEST(When, DoesNotTakeNumbersForYears) {
  EXPECT_EQ(Past("$ 1990"), "");
  EXPECT_EQ(Past("1990 people"), "");
  EXPECT_EQ(Past("1,990"), "");
  EXPECT_EQ(Past("for three days"), "");
  EXPECT_EQ(Past("Resolution 1701"), "");
}

TEST(When, TakesMayForAMonthOnlyWhereItIsOne) {
  TreeFixture fixture;
  fixture.Add("May may PROPN NNP 2 nsubj\nleft leave VERB VBD 0 root\n");
  fixture.sentences()[0].mentions.push_back({0, 0, MentionType::kPerson});
  EXPECT_TRUE(FindDates(fixture.trees(), kTuesday).empty());
}

TEST(When, WithoutAPublishedDayOnlyAbsoluteDatesAreResolved) {
  EXPECT_EQ(Past("on Tuesday", std::nullopt), "..");
  EXPECT_EQ(Past("in 2014", std::nullopt), "2014-01-01/2014-12-31");
}

TEST(When, CountsFromTheDateline) {
  TreeFixture fixture;
  fixture.Add(
      "VELBOR velbor PROPN NNP 0 root\n, , PUNCT , 1 punct\n2 2 NUM CD 4 nummod\nMarch march PROPN NNP 1 appos\n",
      SegmentKind::kDateline);
  fixture.Add("They they PRON PRP 2 nsubj\nmet meet VERB VBD 0 root\ntoday today NOUN NN 2 obl:unmarked\n");
  const std::vector<DateMention> mentions = FindDates(fixture.trees(), kTuesday);
  ASSERT_EQ(mentions.size(), 2U);
  EXPECT_EQ(Show(mentions[1]), "2015-03-02");
}

TEST(When, ABylineDatesAnUndatedReport) {
  TreeFixture fixture;
  fixture.Add(
      "Monday monday PROPN NNP 0 root\n, , PUNCT , 3 punct\nMarch march PROPN NNP 1 appos\n2 2 NUM CD 3 nummod\n"
      ", , PUNCT , 6 punct\n2015 2015 NUM CD 3 nmod:unmarked\n",
      SegmentKind::kByline);
  fixture.Add("They they PRON PRP 2 nsubj\nmet meet VERB VBD 0 root\nyesterday yesterday NOUN NN 2 obl:unmarked\n");
  const std::vector<DateMention> mentions = FindDates(fixture.trees(), std::nullopt);
  ASSERT_EQ(mentions.size(), 2U);
  EXPECT_EQ(Show(mentions[0]), "2015-03-02");
  EXPECT_EQ(Show(mentions[1]), "2015-03-01");
}

// He said on Friday that troops had left on Monday .
constexpr const char* kSaid = R"(He he PRON PRP 2 nsubj
said say VERB VBD 0 root
on on ADP IN 4 case
Friday friday PROPN NNP 2 obl
that that SCONJ IN 8 mark
troops troop NOUN NNS 8 nsubj
had have AUX VBD 8 aux
left leave VERB VBN 2 ccomp
on on ADP IN 10 case
Monday monday PROPN NNP 8 obl
)";

TEST(When, GivesEachPredicateItsOwnDate) {
  TreeFixture fixture;
  fixture.Add(kSaid);
  const std::vector<Tree> trees = fixture.trees();
  const std::vector<DateMention> mentions = FindDates(trees, kTuesday);
  const auto said = DateOf(trees[0], 0, 1, mentions);
  const auto left = DateOf(trees[0], 0, 7, mentions);
  ASSERT_TRUE(said && left);
  EXPECT_EQ(Show(*said), "2015-02-27");
  EXPECT_EQ(Show(*left), "2015-03-02");
  EXPECT_EQ(said->span.of(fixture.text()), "Friday");
}

TEST(When, TakesNoDateOfTheReportingVerb) {
  TreeFixture fixture;
  fixture.Add(R"(He he PRON PRP 2 nsubj
said say VERB VBD 0 root
on on ADP IN 4 case
Friday friday PROPN NNP 2 obl
troops troop NOUN NNS 7 nsubj
had have AUX VBD 7 aux
left leave VERB VBN 2 ccomp
)");
  const std::vector<Tree> trees = fixture.trees();
  EXPECT_FALSE(DateOf(trees[0], 0, 6, FindDates(trees, kTuesday)));
}

TEST(When, SharesTheDateOfOneOccasion) {
  TreeFixture fixture;
  fixture.Add(R"(Rebels rebel NOUN NNS 2 nsubj
attacked attack VERB VBD 0 root
on on ADP IN 4 case
Monday monday PROPN NNP 2 obl
, , PUNCT , 6 punct
killing kill VERB VBG 2 advcl
two two NUM CD 6 obj
)");
  const std::vector<Tree> trees = fixture.trees();
  const auto killing = DateOf(trees[0], 0, 5, FindDates(trees, kTuesday));
  ASSERT_TRUE(killing);
  EXPECT_EQ(Show(*killing), "2015-03-02");
}

// The soldiers who seized power last week accused France on Monday .
TEST(When, GivesADateBehindARelativeClauseToThatClause) {
  TreeFixture fixture;
  fixture.Add(R"(The the DET DT 2 det
soldiers soldier NOUN NNS 8 nsubj
who who PRON WP 4 nsubj
seized seize VERB VBD 2 acl:relcl
power power NOUN NN 4 obj
last last ADJ JJ 7 amod
week week NOUN NN 8 obl:unmarked
accused accuse VERB VBD 0 root
France france PROPN NNP 8 obj
on on ADP IN 11 case
Monday monday PROPN NNP 8 obl
)");
  const std::vector<Tree> trees = fixture.trees();
  const std::vector<DateMention> mentions = FindDates(trees, kTuesday);
  const auto seized = DateOf(trees[0], 0, 3, mentions);
  const auto accused = DateOf(trees[0], 0, 7, mentions);
  ASSERT_TRUE(seized && accused);
  EXPECT_EQ(Show(*seized), "2015-02-23/2015-03-01");
  EXPECT_EQ(Show(*accused), "2015-03-02");
}

// They met on Monday , two days after troops left .
TEST(When, CountsBackFromTheMainClause) {
  TreeFixture fixture;
  fixture.Add(R"(They they PRON PRP 2 nsubj
met meet VERB VBD 0 root
on on ADP IN 4 case
Monday monday PROPN NNP 2 obl
, , PUNCT , 10 punct
two two NUM CD 7 nummod
days day NOUN NNS 10 obl:unmarked
after after SCONJ IN 10 mark
troops troop NOUN NNS 10 nsubj
left leave VERB VBD 2 advcl
)");
  const std::vector<Tree> trees = fixture.trees();
  const std::vector<DateMention> mentions = FindDates(trees, kTuesday);
  const auto met = DateOf(trees[0], 0, 1, mentions);
  const auto left = DateOf(trees[0], 0, 9, mentions);
  ASSERT_TRUE(met && left);
  EXPECT_EQ(Show(*met), "2015-03-02");
  EXPECT_EQ(Show(*left), "2015-02-28");
}

// They met two days after the 3 February attack .
TEST(When, CountsFromTheDateInItsOwnWords) {
  TreeFixture fixture;
  fixture.Add(R"(They they PRON PRP 2 nsubj
met meet VERB VBD 0 root
two two NUM CD 4 nummod
days day NOUN NNS 9 obl:unmarked
after after ADP IN 9 case
the the DET DT 9 det
3 3 NUM CD 8 nummod
February february PROPN NNP 9 compound
attack attack NOUN NN 2 obl
)");
  const std::vector<Tree> trees = fixture.trees();
  const std::vector<DateMention> mentions = FindDates(trees, kTuesday);
  const auto met = DateOf(trees[0], 0, 1, mentions);
  const auto attack = DateOf(trees[0], 0, 8, mentions);
  ASSERT_TRUE(met && attack);
  EXPECT_EQ(Show(*met), "2015-02-05");
  EXPECT_EQ(Show(*attack), "2015-02-03");
}

// Rebels rammed a bus carrying police on Monday .
TEST(When, TakesADateFromAnInnerParticiple) {
  TreeFixture fixture;
  fixture.Add(R"(Rebels rebel NOUN NNS 2 nsubj
rammed ram VERB VBD 0 root
a a DET DT 4 det
bus bus NOUN NN 2 obj
carrying carry VERB VBG 4 acl
police police NOUN NN 5 obj
on on ADP IN 8 case
Monday monday PROPN NNP 5 obl
)");
  const std::vector<Tree> trees = fixture.trees();
  const auto rammed = DateOf(trees[0], 0, 1, FindDates(trees, kTuesday));
  ASSERT_TRUE(rammed);
  EXPECT_EQ(Show(*rammed), "2015-03-02");
}

}  // namespace
}  // namespace rapporteur
