#include "coding/proposition.h"

#include <gtest/gtest.h>

#include "resolve/parsed_text.h"

namespace rapporteur {
namespace {

struct Read {
  explicit Read(const std::string& given)
      : text(given), layer(BuildPropositions(text.trees(), ShippedLexicon().classes())) {}

  // The proposition of a form; an empty one and a failure when it has none.
  const Proposition& At(const std::string& form, int sentence = 0) const {
    static const Proposition none;
    const int word = text.Word(form, sentence);
    const Proposition* p = word < 0 ? nullptr : layer.At(sentence, word);
    if (p == nullptr) ADD_FAILURE() << form << " is no predicate";
    return p == nullptr ? none : *p;
  }

  // "attack: subject rebels, object town, on Friday"; what is filled in from elsewhere has a star.
  std::string Says(const std::string& form, int sentence = 0) const {
    const Proposition& p = At(form, sentence);
    std::string said = p.lemma + ":";
    for (const Argument& a : p.arguments) {
      said += said.back() == ':' ? " " : ", ";
      said += a.inherited ? "*" : "";
      said += Place(a) + " " + text.trees()[static_cast<size_t>(sentence)].word(a.word).form;
    }
    return said;
  }

  static std::string Place(const Argument& a) {
    switch (a.slot) {
      case Slot::kSubject:
        return "subject";
      case Slot::kObject:
        return "object";
      case Slot::kIndirect:
        return "indirect";
      case Slot::kPossessor:
        return "whose";
      case Slot::kClause:
        return "clause";
      case Slot::kOblique:
        break;
    }
    return a.prep;
  }

  // The predicate that a form's hangs on.
  std::string Above(const std::string& form) const {
    const Proposition& p = At(form);
    return p.above < 0 ? "" : text.trees()[0].word(layer.all[static_cast<size_t>(p.above)].word).form;
  }

  ParsedText text;
  PropositionLayer layer;
};

TEST(Proposition, TakesSubjectAndObject) {
  const Read read("The army attacked the town.");
  EXPECT_EQ(read.Says("attacked"), "attack: subject army, object town");
  EXPECT_TRUE(read.At("attacked").past);
  EXPECT_FALSE(read.At("attacked").passive);
  EXPECT_EQ(read.At("attacked").link, Link::kNone);
  EXPECT_EQ(read.At("army").kind, PredicateKind::kNoun);
  EXPECT_EQ(read.At("army").link, Link::kSubject);
  EXPECT_EQ(read.At("town").link, Link::kObject);
}

TEST(Proposition, TurnsPassives) {
  const Read read("The town was shelled by the army.");
  EXPECT_EQ(read.Says("shelled"), "shell: object town, subject army");
  EXPECT_TRUE(read.At("shelled").passive);
}

TEST(Proposition, LeavesTheByPhraseOfANounToIt) {
  const Read read("France condemned the attack by the rebels.");
  EXPECT_EQ(read.Says("condemned"), "condemn: subject France, object attack");
  EXPECT_EQ(read.Says("attack"), "attack: by rebels");
  EXPECT_FALSE(read.At("condemned").passive);
}

TEST(Proposition, PutsTheAntecedentForARelativePronoun) {
  const Read subject("The rebels who attacked the town fled.");
  EXPECT_EQ(subject.Says("attacked"), "attack: subject rebels, object town");
  EXPECT_EQ(subject.At("attacked").link, Link::kRelative);
  EXPECT_EQ(subject.Says("fled"), "flee: subject rebels");
  const Read object("The envoy who Anna Brekke met left the town.");
  EXPECT_EQ(object.Says("met"), "meet: object envoy, subject Anna");
}

TEST(Proposition, FillsTheGapOfARelativeClauseWithoutPronoun) {
  const Read read("The town the rebels attacked lies in a valley.");
  EXPECT_EQ(read.Says("attacked"), "attack: subject rebels, *object town");
  EXPECT_EQ(read.Says("lies"), "lie: subject town, in valley");
}

TEST(Proposition, LetsAPluralRelativeClauseMeanAllThatAreCoordinated) {
  const Read many("The minister met Anna Brekke and Tomas Velk, who were arrested on Friday.");
  EXPECT_EQ(many.Says("arrested"), "arrest: object Anna, on Friday");
  const Read one("The minister met Anna Brekke and Tomas Velk, who was arrested on Friday.");
  EXPECT_EQ(one.Says("arrested"), "arrest: object Tomas, on Friday");
}

TEST(Proposition, LetsTheObjectDoWhatItIsOrderedToDo) {
  const Read read("The government ordered the army to attack the town.");
  EXPECT_EQ(read.Says("ordered"), "order: subject government, object army, clause attack");
  EXPECT_EQ(read.Says("attack"), "attack: object town, *subject army");
  EXPECT_TRUE(read.At("attack").infinitive);
  EXPECT_EQ(read.At("attack").link, Link::kXcomp);
  EXPECT_EQ(read.Above("attack"), "ordered");
}

TEST(Proposition, LetsTheSubjectDoWhatItPromises) {
  const Read read("The rebels promised the army to release the hostages.");
  EXPECT_EQ(read.Says("release"), "release: object hostages, *subject rebels");
}

TEST(Proposition, LetsTheSubjectDoWhatItWants) {
  const Read read("The rebels want to leave the town.");
  EXPECT_EQ(read.Says("leave"), "leave: object town, *subject rebels");
}

TEST(Proposition, LetsTheAccusedDoWhatTheyAreAccusedOf) {
  EXPECT_EQ(Read("The government accused the rebels of attacking the convoy.").Says("attacking"),
            "attack: object convoy, *subject rebels");
  EXPECT_EQ(Read("The rebels were accused of attacking the convoy.").Says("attacking"),
            "attack: object convoy, *subject rebels");
  EXPECT_EQ(Read("The army barred the monitors from entering the town.").Says("entering"),
            "enter: object town, *subject monitors");
}

TEST(Proposition, ReadsReducedRelatives) {
  const Read passive("Weapons supplied by the government reached the rebels.");
  EXPECT_EQ(passive.Says("supplied"), "supply: subject government, *object Weapons");
  EXPECT_TRUE(passive.At("supplied").passive);
  const Read active("Forces backing the president entered the town.");
  EXPECT_EQ(active.Says("backing"), "back: object president, *subject Forces");
  EXPECT_FALSE(active.At("backing").passive);
}

TEST(Proposition, SharesTheSubjectOfCoordinatedVerbs) {
  const Read read("The army attacked the town and captured the bridge.");
  EXPECT_EQ(read.Says("captured"), "capture: object bridge, *subject army");
  EXPECT_EQ(read.At("captured").link, Link::kCoordinate);
  EXPECT_EQ(read.Above("captured"), "attacked");
}

TEST(Proposition, SharesAuxiliariesOfCoordinatedVerbs) {
  const Read future("The army will attack the town and capture the bridge.");
  EXPECT_EQ(future.At("capture").modal, "will");
  EXPECT_EQ(future.Says("capture"), "capture: object bridge, *subject army");
  const Read passive("The village was shelled and burned by the army.");
  EXPECT_TRUE(passive.At("burned").passive);
  EXPECT_EQ(passive.Says("burned"), "burn: subject army, *object village");
}

TEST(Proposition, GivesANounTheArgumentsOfItsLightVerb) {
  const Read read("The army launched an attack on the town.");
  EXPECT_EQ(read.Says("attack"), "attack: *subject army, *on town");
  EXPECT_EQ(read.At("attack").light_verb, read.text.Word("launched"));
  EXPECT_EQ(read.At("attack").kind, PredicateKind::kNoun);
}

TEST(Proposition, LetsTheHolderOfAPlanDoIt) {
  const Read read("The government's plan to attack the town failed.");
  EXPECT_EQ(read.Says("plan"), "plan: whose government, clause attack");
  EXPECT_EQ(read.Says("attack"), "attack: object town, *subject government");
  EXPECT_EQ(read.At("attack").link, Link::kNounClause);
  const Read held("The president has no plans to visit the capital.");
  EXPECT_EQ(held.Says("visit"), "visit: object capital, *subject president");
  EXPECT_TRUE(held.At("has").negated);
}

TEST(Proposition, KnowsIndirectObjectsAndParticles) {
  EXPECT_EQ(Read("The rebels gave the monitors a list.").Says("gave"),
            "give: subject rebels, indirect monitors, object list");
  EXPECT_EQ(Read("The president stepped down.").At("stepped").lemma, "step down");
}

TEST(Proposition, KnowsNegation) {
  const struct {
    const char* text;
    const char* predicate;
    bool negated;
  } rows[] = {{"The army did not attack the town.", "attack", true},
              {"The army never attacked the town.", "attacked", true},
              {"Nobody attacked the town.", "attacked", true},
              {"No talks were held.", "held", true},
              {"No talks were held.", "talks", true},
              {"The army no longer shells the town.", "shells", true},
              {"The rebels did not attack or shell the town.", "shell", true},
              {"Neither the army nor the rebels attacked the town.", "attacked", true},
              {"The army attacked the town.", "attacked", false},
              {"The rebels did not deny having attacked the convoy.", "attacked", false},
              {"The rebels did not deny having attacked the convoy.", "deny", true}};
  for (const auto& row : rows) EXPECT_EQ(Read(row.text).At(row.predicate).negated, row.negated) << row.text;
}

TEST(Proposition, KnowsVerbForms) {
  EXPECT_TRUE(Read("The army is shelling the town.").At("shelling").progressive);
  EXPECT_TRUE(Read("The army has attacked the town.").At("attacked").perfect);
  EXPECT_FALSE(Read("The army has attacked the town.").At("attacked").past);
  EXPECT_EQ(Read("The army may attack the town.").At("attack").modal, "may");
  EXPECT_FALSE(Read("The army may attack the town.").At("attack").infinitive);
  EXPECT_TRUE(Read("The army stopped shelling the town.").At("shelling").participle);
  const Read adverbial("After attacking the town, the army withdrew.");
  EXPECT_EQ(adverbial.At("attacking").mark, "after");
  EXPECT_EQ(adverbial.At("attacking").link, Link::kAdverbial);
  EXPECT_EQ(adverbial.Says("attacking"), "attack: object town, *subject army");
}

TEST(Proposition, OfNothingIsNothing) {
  EXPECT_TRUE(BuildPropositions({}, ShippedLexicon().classes()).all.empty());
  const ParsedSentence empty;
  const std::vector<Tree> trees{Tree(empty)};
  EXPECT_TRUE(BuildPropositions(trees, ShippedLexicon().classes()).all.empty());
}

}  // namespace
}  // namespace rapporteur
