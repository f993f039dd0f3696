#include "resolve/repair.h"

#include <gtest/gtest.h>

#include "resolve/parsed_text.h"
#include "resolve/repair_phrases.h"
#include "resolve/when_fixture.h"

namespace rapporteur {
namespace {

struct Place {
  std::string head;  // its form; "" for the root
  Rel rel = Rel::kDep;
  friend bool operator==(const Place&, const Place&) = default;
  friend std::ostream& operator<<(std::ostream& out, const Place& place) {
    return out << place.head << ":" << static_cast<int>(place.rel);
  }
};

// Where a form hangs before and after mending.
struct Mended {
  explicit Mended(const std::string& lines) {
    fixture.Add(lines);
    const std::vector<ParsedSentence> given(fixture.sentences().begin(), fixture.sentences().end());
    before = given.front();
    after = MendTrees(given).front();
  }

  static Place PlaceOf(const ParsedSentence& sentence, const std::string& form) {
    for (const ParsedWord& word : sentence.words) {
      if (word.form != form) continue;
      return {word.head < 0 ? "" : sentence.words[static_cast<size_t>(word.head)].form, word.rel};
    }
    ADD_FAILURE() << "no word " << form;
    return {};
  }
  Place Of(const std::string& form) const { return PlaceOf(after, form); }

  // How many words hang otherwise than before.
  int changes() const {
    int count = 0;
    for (size_t w = 0; w < after.words.size(); ++w) {
      count += after.words[w].head != before.words[w].head || after.words[w].rel != before.words[w].rel;
    }
    return count;
  }

  TreeFixture fixture;
  ParsedSentence before, after;
};

TEST(Repair, CoordinatesAVerbWithTheVerbOfSaying) {
  const Mended mended(R"(Dost Dost PROPN NNP 2 nsubj
                         said say VERB VBD 0 root
                         that that SCONJ IN 6 mark
                         prices price NOUN NNS 6 nsubj
                         had have AUX VBD 6 aux
                         fallen fall VERB VBN 2 ccomp
                         , , PUNCT , 9 punct
                         and and CCONJ CC 9 cc
                         denounced denounce VERB VBD 6 conj
                         it it PRON PRP 9 obj)");
  EXPECT_EQ(mended.Of("denounced"), (Place{"said", Rel::kConj}));
  EXPECT_EQ(mended.changes(), 1);
}

TEST(Repair, LeavesAVerbWithWhatWasSaidWhereTheFormsAgree) {
  const Mended mended(R"(Dost Dost PROPN NNP 2 nsubj
                         said say VERB VBD 0 root
                         that that SCONJ IN 5 mark
                         rebels rebel NOUN NNS 5 nsubj
                         attacked attack VERB VBD 2 ccomp
                         , , PUNCT , 8 punct
                         and and CCONJ CC 8 cc
                         fled flee VERB VBD 5 conj)");
  EXPECT_EQ(mended.changes(), 0);
}

TEST(Repair, LeavesAVerbWithASubjectOfItsOwn) {
  const Mended mended(R"(Dost Dost PROPN NNP 2 nsubj
                         said say VERB VBD 0 root
                         prices price NOUN NNS 5 nsubj
                         had have AUX VBD 5 aux
                         fallen fall VERB VBN 2 ccomp
                         , , PUNCT , 9 punct
                         and and CCONJ CC 9 cc
                         wages wage NOUN NNS 9 nsubj
                         rose rise VERB VBD 5 conj)");
  EXPECT_EQ(mended.changes(), 0);
}

TEST(Repair, PutsAnInvertedCueBesideTheClause) {
  const Mended mended(R"(Troops troop NOUN NNS 2 nsubj
                         left leave VERB VBD 0 root
                         , , PUNCT , 4 punct
                         said say VERB VBD 2 conj
                         Dost Dost PROPN NNP 4 nsubj)");
  EXPECT_EQ(mended.Of("said"), (Place{"left", Rel::kParataxis}));
  EXPECT_EQ(mended.changes(), 1);
}

TEST(Repair, LeavesAConjunctWithConjunctionOrWithoutPause) {
  const Mended conjunction(R"(Troops troop NOUN NNS 2 nsubj
                              left leave VERB VBD 0 root
                              , , PUNCT , 5 punct
                              and and CCONJ CC 5 cc
                              came come VERB VBD 2 conj
                              monitors monitor NOUN NNS 5 nsubj)");
  EXPECT_EQ(conjunction.changes(), 0);
  const Mended subject_before(R"(Troops troop NOUN NNS 2 nsubj
                                 left leave VERB VBD 0 root
                                 , , PUNCT , 5 punct
                                 monitors monitor NOUN NNS 5 nsubj
                                 came come VERB VBD 2 conj)");
  EXPECT_EQ(subject_before.changes(), 0);
}

TEST(Repair, HangsAThatClauseOnTheVerbAndNotOnTheAdverbial) {
  const Mended mended(R"(Dost Dost PROPN NNP 2 nsubj
                         said say VERB VBD 0 root
                         on on ADP IN 4 case
                         television television NOUN NN 2 obl
                         that that SCONJ IN 7 mark
                         troops troop NOUN NNS 7 nsubj
                         left leave VERB VBD 4 acl)");
  EXPECT_EQ(mended.Of("left"), (Place{"said", Rel::kCcomp}));
  EXPECT_EQ(mended.changes(), 1);
}

TEST(Repair, HangsAThatClauseOnTheVerbAndNotOnTheListener) {
  const Mended mended(R"(Dost Dost PROPN NNP 2 nsubj
                         told tell VERB VBD 0 root
                         reporters reporter NOUN NNS 2 iobj
                         that that SCONJ IN 6 mark
                         troops troop NOUN NNS 6 nsubj
                         left leave VERB VBD 3 acl)");
  EXPECT_EQ(mended.Of("left"), (Place{"told", Rel::kCcomp}));
  EXPECT_EQ(mended.changes(), 1);
}

TEST(Repair, LeavesTheThatClauseOfANoun) {
  const Mended object(R"(Dost Dost PROPN NNP 2 nsubj
                         made make VERB VBD 0 root
                         claims claim NOUN NNS 2 obj
                         that that SCONJ IN 6 mark
                         troops troop NOUN NNS 6 nsubj
                         left leave VERB VBD 3 acl)");
  EXPECT_EQ(object.changes(), 0);
  const Mended relative(R"(Dost Dost PROPN NNP 2 nsubj
                           spoke speak VERB VBD 0 root
                           on on ADP IN 5 case
                           the the DET DT 5 det
                           day day NOUN NN 2 obl
                           that that PRON WDT 8 obl
                           troops troop NOUN NNS 8 nsubj
                           left leave VERB VBD 5 acl:relcl)");
  EXPECT_EQ(relative.changes(), 0);
}

TEST(Repair, HangsAClauseOnTheVerbRightBeforeItsThat) {
  const Mended mended(R"(Dost Dost PROPN NNP 2 nsubj
                         left leave VERB VBD 0 root
                         , , PUNCT , 4 punct
                         adding add VERB VBG 2 advcl
                         that that SCONJ IN 7 mark
                         troops troop NOUN NNS 7 nsubj
                         fled flee VERB VBD 2 ccomp)");
  EXPECT_EQ(mended.Of("fled"), (Place{"adding", Rel::kCcomp}));
  EXPECT_EQ(mended.changes(), 1);
}

TEST(Repair, MakesWhoStandsBehindAVerbOfSayingItsSubject) {
  const Mended mended(R"(He he PRON PRP 3 nsubj
                         has have AUX VBZ 3 aux
                         left leave VERB VBN 5 ccomp
                         , , PUNCT , 3 punct
                         said say VERB VBD 0 root
                         an an DET DT 7 det
                         official official NOUN NN 5 obj)");
  EXPECT_EQ(mended.Of("official"), (Place{"said", Rel::kNsubj}));
  EXPECT_EQ(mended.changes(), 1);
}

TEST(Repair, LeavesAnObjectOfAVerbWithASubject) {
  const Mended mended(R"(He he PRON PRP 3 nsubj
                         has have AUX VBZ 3 aux
                         left leave VERB VBN 6 ccomp
                         , , PUNCT , 3 punct
                         Dost Dost PROPN NNP 6 nsubj
                         told tell VERB VBD 0 root
                         reporters reporter NOUN NNS 6 obj)");
  EXPECT_EQ(mended.changes(), 0);
}

TEST(Repair, CountsAtLeastWithItsNumber) {
  const Mended mended(R"(Rebels rebel NOUN NNS 2 nsubj
                         killed kill VERB VBD 0 root
                         at at ADP IN 6 case
                         least least ADJ JJS 5 nmod
                         six six NUM CD 6 nummod
                         soldiers soldier NOUN NNS 2 obl)");
  EXPECT_EQ(mended.Of("soldiers"), (Place{"killed", Rel::kObj}));
  EXPECT_EQ(mended.Of("least"), (Place{"six", Rel::kAdvmod}));
  EXPECT_EQ(mended.Of("at"), (Place{"least", Rel::kCase}));
}

TEST(Repair, GivesTheDoerToTheDeed) {
  const std::string arrest = R"(The the DET DT 2 det
                         arrest arrest NOUN NN 8 nsubj
                         of of ADP IN 4 case
                         mayors mayor NOUN NNS 2 nmod
                         by by ADP IN 7 case
                         the the DET DT 7 det
                         police police NOUN NNS 4 nmod
                         followed follow VERB VBD 0 root)";
  TreeFixture fixture;
  fixture.Add(arrest);
  const std::vector<ParsedSentence> given(fixture.sentences().begin(), fixture.sentences().end());
  const ParsedSentence mended = MendTrees(given, &ShippedLexicon().frames()).front();
  EXPECT_EQ(Mended::PlaceOf(mended, "police"), (Place{"arrest", Rel::kNmod}));
  EXPECT_EQ(Mended(arrest).changes(), 0);  // without frames it knows no deed
}

TEST(Repair, LeavesTheDoerOfTheNearerDeed) {
  TreeFixture fixture;
  fixture.Add(R"(The the DET DT 2 det
                         news news NOUN NN 9 nsubj
                         of of ADP IN 5 case
                         the the DET DT 5 det
                         arrest arrest NOUN NN 2 nmod
                         by by ADP IN 8 case
                         the the DET DT 8 det
                         police police NOUN NNS 5 nmod
                         spread spread VERB VBD 0 root)");
  const std::vector<ParsedSentence> given(fixture.sentences().begin(), fixture.sentences().end());
  const ParsedSentence mended = MendTrees(given, &ShippedLexicon().frames()).front();
  EXPECT_EQ(Mended::PlaceOf(mended, "police"), (Place{"arrest", Rel::kNmod}));
}

TEST(Repair, GivesTheAgentToThePassive) {
  const Mended mended(R"(Help help NOUN NN 3 nsubj:pass
                         was be AUX VBD 3 aux:pass
                         given give VERB VBN 0 root
                         to to ADP IN 5 case
                         farmers farmer NOUN NNS 3 obl
                         by by ADP IN 7 case
                         Chad Chad PROPN NNP 5 nmod)");
  EXPECT_EQ(mended.Of("Chad"), (Place{"given", Rel::kOblAgent}));
}

TEST(Repair, TakesWithFromANameAfterAPreposition) {
  const Mended mended(R"(Dost Dost PROPN NNP 2 nsubj
                         held hold VERB VBD 0 root
                         talks talk NOUN NNS 2 obj
                         in in ADP IN 5 case
                         Chad Chad PROPN NNP 3 nmod
                         with with ADP IN 7 case
                         farmers farmer NOUN NNS 5 nmod)");
  EXPECT_EQ(mended.Of("farmers"), (Place{"talks", Rel::kNmod}));
  EXPECT_EQ(mended.changes(), 1);
}

TEST(Repair, GivesThePrepositionBeforeATitleToTheName) {
  const Mended mended(R"(Dost Dost PROPN NNP 2 nsubj
                         spoke speak VERB VBD 0 root
                         with with ADP IN 5 case
                         the the DET DT 5 det
                         premier premier NOUN NN 6 nmod:desc
                         Brekke Brekke PROPN NNP 2 obl)");
  EXPECT_EQ(mended.Of("with"), (Place{"Brekke", Rel::kCase}));
}

TEST(Repair, TakesTheFirstOfTwoObjectsForTheIndirectOne) {
  const Mended mended(R"(Rebels rebel NOUN NNS 2 nsubj
                         sent send VERB VBD 0 root
                         Chad Chad PROPN NNP 2 obj
                         a a DET DT 5 det
                         letter letter NOUN NN 2 obj)");
  EXPECT_EQ(mended.Of("Chad"), (Place{"sent", Rel::kIobj}));
  EXPECT_EQ(mended.Of("letter"), (Place{"sent", Rel::kObj}));
}

TEST(Repair, HangsForToOnTheNounOfTheInfinitive) {
  const Mended mended(R"(The the DET DT 2 det
                         call call NOUN NN 9 nsubj
                         by by ADP IN 4 case
                         bishops bishop NOUN NNS 2 nmod
                         for for ADP IN 6 case
                         Chad Chad PROPN NNP 4 nmod
                         to to PART TO 8 mark
                         disarm disarm VERB VB 2 acl
                         failed fail VERB VBD 0 root)");
  EXPECT_EQ(mended.Of("Chad"), (Place{"call", Rel::kNmod}));
}

TEST(Repair, HangsWhatIsWarnedOfOnTheVerb) {
  const Mended mended(R"(Chad Chad PROPN NNP 2 nsubj
                         warned warn VERB VBD 0 root
                         Sudan Sudan PROPN NNP 2 obj
                         of of ADP IN 5 case
                         reprisals reprisal NOUN NNS 3 nmod)");
  EXPECT_EQ(mended.Of("reprisals"), (Place{"warned", Rel::kObl}));
}

TEST(Repair, HangsParticiplesOnTheObjectTheySayMoreOf) {
  const Mended before(R"(Dost Dost PROPN NNP 2 nsubj
                         spurned spurn VERB VBD 0 root
                         repeated repeat VERB VBN 2 xcomp
                         offers offer NOUN NNS 2 obj)");
  EXPECT_EQ(before.Of("repeated"), (Place{"offers", Rel::kAmod}));
  const Mended behind(R"(Dost Dost PROPN NNP 2 nsubj
                         rejected reject VERB VBD 0 root
                         plans plan NOUN NNS 2 obj
                         drafted draft VERB VBN 2 xcomp
                         by by ADP IN 6 case
                         Chad Chad PROPN NNP 4 obl:agent)");
  EXPECT_EQ(behind.Of("drafted"), (Place{"plans", Rel::kAcl}));
}

TEST(Repair, TakesToBeforeANounForAPreposition) {
  const Mended mended(R"(Chad Chad PROPN NNP 2 nsubj
                         opened open VERB VBD 0 root
                         borders border NOUN NNS 2 obj
                         to to PART TO 5 mark
                         displaced displace VERB VBN 6 amod
                         farmers farmer NOUN NNS 2 obl)");
  EXPECT_EQ(mended.Of("to"), (Place{"farmers", Rel::kCase}));
}

TEST(Repair, KnowsTheParticleOfAVerbWithAFrame) {
  const std::string lines = R"(Rebels rebel NOUN NNS 2 nsubj
                         handed hand VERB VBD 0 root
                         over over ADP IN 5 case
                         the the DET DT 5 det
                         arms arms NOUN NNS 2 obl)";
  TreeFixture fixture;
  fixture.Add(lines);
  const std::vector<ParsedSentence> given(fixture.sentences().begin(), fixture.sentences().end());
  const ParsedSentence mended = MendTrees(given, &ShippedLexicon().frames()).front();
  EXPECT_EQ(Mended::PlaceOf(mended, "over"), (Place{"handed", Rel::kCompoundPrt}));
  EXPECT_EQ(Mended::PlaceOf(mended, "arms"), (Place{"handed", Rel::kObj}));
  EXPECT_EQ(Mended(lines).changes(), 0);
}

TEST(Repair, LeavesWhatIsClaimedOnTheClaim) {
  const Mended mended(R"(Police police NOUN NNS 2 nsubj
                         looked look VERB VBD 0 root
                         into into ADP IN 4 case
                         claims claim NOUN NNS 2 obl
                         that that SCONJ IN 7 mark
                         rebels rebel NOUN NNS 7 nsubj
                         fled flee VERB VBD 4 acl)");
  EXPECT_EQ(mended.changes(), 0);
}

TEST(Repair, KeepsWordsTagsAndSpans) {
  TreeFixture fixture;
  fixture.Add(
      "Troops troop NOUN NNS 2 nsubj\nleft leave VERB VBD 0 root\n, , PUNCT , 4 punct\n"
      "said say VERB VBD 2 conj\nDost Dost PROPN NNP 4 nsubj");
  fixture.Add("Troops troop NOUN NNS 2 nsubj\nleft leave VERB VBD 0 root");
  const std::vector<ParsedSentence> given(fixture.sentences().begin(), fixture.sentences().end());
  const std::vector<ParsedSentence> mended = MendTrees(given);
  ASSERT_EQ(mended.size(), 2U);
  for (size_t s = 0; s < given.size(); ++s) {
    EXPECT_EQ(mended[s].span, given[s].span);
    ASSERT_EQ(mended[s].words.size(), given[s].words.size());
    for (size_t w = 0; w < given[s].words.size(); ++w) {
      EXPECT_EQ(mended[s].words[w].span, given[s].words[w].span);
      EXPECT_EQ(mended[s].words[w].form, given[s].words[w].form);
      EXPECT_EQ(mended[s].words[w].xpos, given[s].words[w].xpos);
    }
  }
  EXPECT_TRUE(MendTrees({}).empty());
}

TEST(Repair, GivesTheFirstOfTwoSubjectsToWhatIsSaid) {
  const Mended mended(R"(Trouble trouble NOUN NN 5 nsubj
                         began begin VERB VBD 5 ccomp
                         , , PUNCT , 2 punct
                         police police NOUN NNS 5 nsubj
                         said say VERB VBD 0 root)");
  EXPECT_EQ(mended.Of("Trouble"), (Place{"began", Rel::kNsubj}));
  EXPECT_EQ(mended.Of("police"), (Place{"said", Rel::kNsubj}));
  EXPECT_EQ(mended.changes(), 1);
}

TEST(Repair, GivesTheSecondOfTwoSubjectsToTheVerbOfSaying) {
  const Mended mended(R"(Towns town NOUN NNS 2 nsubj
                         burned burn VERB VBD 5 ccomp
                         , , PUNCT , 2 punct
                         police police NOUN NNS 2 nsubj
                         said say VERB VBD 0 root)");
  EXPECT_EQ(mended.Of("police"), (Place{"said", Rel::kNsubj}));
  EXPECT_EQ(mended.Of("Towns"), (Place{"burned", Rel::kNsubj}));
  EXPECT_EQ(mended.changes(), 1);
}

TEST(Repair, LeavesTwoSubjectsOfTwoVerbs) {
  const Mended mended(R"(Trouble trouble NOUN NN 2 nsubj
                         began begin VERB VBD 5 ccomp
                         , , PUNCT , 2 punct
                         police police NOUN NNS 5 nsubj
                         said say VERB VBD 0 root)");
  EXPECT_EQ(mended.changes(), 0);
}

TEST(Repair, GivesTheVerbOfSayingItsSpeakerBeforeAParticiple) {
  const Mended mended(R"(Late late ADJ JJ 3 ccomp
                         , , PUNCT , 1 punct
                         said say VERB VBD 0 root
                         officers officer NOUN NNS 5 nsubj
                         posted post VERB VBN 3 ccomp
                         there there ADV RB 5 advmod)");
  EXPECT_EQ(mended.Of("officers"), (Place{"said", Rel::kNsubj}));
  EXPECT_EQ(mended.Of("posted"), (Place{"officers", Rel::kAcl}));
}

TEST(Repair, MakesACompoundOfTheFirstOfTwoObjectsWhereTheVerbTakesOne) {
  const Mended mended(R"(Troops troop NOUN NNS 2 nsubj
                         staged stage VERB VBD 0 root
                         flag flag NOUN NN 2 obj
                         marches march NOUN NNS 2 obj)");
  EXPECT_EQ(mended.Of("flag"), (Place{"marches", Rel::kCompound}));
  EXPECT_EQ(mended.changes(), 1);
  const Mended called(R"(France France PROPN NNP 2 nsubj
                         called call VERB VBD 0 root
                         the the DET DT 4 det
                         vote vote NOUN NN 2 obj
                         a a DET DT 6 det
                         sham sham NOUN NN 2 obj)");
  EXPECT_EQ(called.changes(), 0);
  const Mended two(R"(Troops troop NOUN NNS 2 nsubj
                      gave give VERB VBD 0 root
                      rebels rebel NOUN NNS 2 obj
                      rifles rifle NOUN NNS 2 obj)");
  EXPECT_EQ(two.Of("rebels"), (Place{"gave", Rel::kIobj}));
}

TEST(Repair, KnowsARing) {
  const auto hang = [](const std::vector<int>& heads) {
    std::vector<ParsedWord> words(heads.size());
    for (size_t w = 0; w < heads.size(); ++w) words[w].head = heads[w];
    return HangOnRoot(words);
  };
  EXPECT_TRUE(hang({}));
  EXPECT_TRUE(hang({1, 2, -1, 2}));
  EXPECT_TRUE(hang({-1, -1}));
  EXPECT_FALSE(hang({1, 0, -1}));
  EXPECT_FALSE(hang({2, -1, 3, 0}));
  EXPECT_FALSE(hang({0}));
}

// The fixture's views climb to the root: mended words that close a circle would never let them come there.
TEST(Repair, ClosesNoCircle) {
  const Mended mended(R"(Troops troops NOUN NNS 3 nsubj
                         have have AUX VBP 3 aux
                         widened widen VERB VBN 0 root
                         their their PRON PRP$ 5 nmod:poss
                         shelling shelling NOUN NN 3 obj
                         of of ADP IN 8 case
                         Eastern Eastern ADJ NNP 8 amod
                         Karun Karun PROPN NNP 5 nmod
                         an a DET DT 11 det
                         opposition opposition NOUN NN 11 compound
                         stronghold stronghold NOUN NN 3 obj
                         outside outside ADP IN 13 case
                         Basra Basra PROPN NNP 11 nmod
                         since since SCONJ IN 20 mark
                         hardline hardline ADJ JJ 17 amod
                         rebel rebel NOUN NN 17 compound
                         group group NOUN NN 20 obl
                         Liwa Liwa PROPN NNP 17 appos
                         Nahr Nahr PROPN NNP 18 flat
                         attacked attack VERB VBD 3 advcl
                         a a DET DT 22 det
                         base base NOUN NN 20 obj
                         . . PUNCT . 3 punct)");
  for (size_t w = 0; w < mended.after.words.size(); ++w) {
    int up = static_cast<int>(w);
    for (size_t steps = 0; up >= 0 && steps <= mended.after.words.size(); ++steps)
      up = mended.after.words[static_cast<size_t>(up)].head;
    EXPECT_LT(up, 0) << mended.after.words[w].form;
  }
}

TEST(Repair, MakesASecondSubjectThatOfWhatIsSaid) {
  const Mended mended(R"(Lind Lind PROPN NNP 2 nsubj
                         said say VERB VBD 0 root
                         ships ship NOUN NNS 2 nsubj
                         near near ADP IN 5 case
                         Brenn Brenn PROPN NNP 3 nmod
                         had have AUX VBD 7 aux
                         left leave VERB VBN 2 advcl
                         . . PUNCT . 2 punct)");
  EXPECT_EQ(mended.Of("ships"), (Place{"left", Rel::kNsubj}));
  EXPECT_EQ(mended.Of("left"), (Place{"said", Rel::kCcomp}));
  EXPECT_EQ(mended.changes(), 2);
}

TEST(Repair, LeavesASubjectBehindTheVerbWithoutAClause) {
  const Mended mended(R"(Then then ADV RB 2 advmod
                         came come VERB VBD 0 root
                         ships ship NOUN NNS 2 nsubj
                         . . PUNCT . 2 punct)");
  EXPECT_EQ(mended.changes(), 0);
}

TEST(Repair, MakesAVerbOfANounThatSays) {
  const Mended mended(R"(Guyana Guyana PROPN NNP 8 nsubj:pass
                         , , PUNCT , 5 punct
                         the the DET DT 5 det
                         text text NOUN NN 5 compound
                         notes note NOUN NNS 1 appos
                         , , PUNCT , 1 punct
                         is be AUX VBZ 8 aux:pass
                         bound bind VERB VBN 0 root
                         . . PUNCT . 8 punct)");
  EXPECT_EQ(mended.Of("notes"), (Place{"bound", Rel::kParataxis}));
  EXPECT_EQ(mended.Of("text"), (Place{"notes", Rel::kNsubj}));
  EXPECT_EQ(mended.after.words[4].upos, Upos::kVerb);
}

TEST(Repair, LeavesNotesThatAreNone) {
  const Mended mended(R"(He he PRON PRP 2 nsubj
                         kept keep VERB VBD 0 root
                         letters letter NOUN NNS 2 obj
                         , , PUNCT , 6 punct
                         bank bank NOUN NN 6 compound
                         notes note NOUN NNS 3 conj
                         and and CCONJ CC 8 cc
                         coins coin NOUN NNS 3 conj
                         . . PUNCT . 2 punct)");
  EXPECT_EQ(mended.changes(), 0);
}

}  // namespace
}  // namespace rapporteur
