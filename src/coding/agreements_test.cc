#include "coding/agreements.h"

#include <gtest/gtest.h>

#include "coding/coded_text.h"

namespace rapporteur {
namespace {

using Strings = std::vector<std::string>;

// "treaty: France + Iran": what the first words that tell each agreement are, and its parties.
Strings Agreements(const CodedText& coded) {
  Strings all;
  for (const Agreement& agreement : coded.items().agreements) {
    all.push_back(coded.EvidenceOf(agreement, "trigger").front() + ": " + coded.Names(agreement.parties));
  }
  return all;
}

Strings Agreements(const std::string& text) { return Agreements(CodedText(text)); }

// "Iran | leave Iraq | RETREAT": who owes what, of all agreements.
Strings Terms(const std::string& text) {
  const CodedText coded(text);
  Strings all;
  for (const Agreement& agreement : coded.items().agreements) {
    for (const AgreementTerm& term : agreement.terms) {
      all.push_back((term.obligor ? coded.Name(*term.obligor) : "-") + " | " + coded.Words(term.span) + " | " +
                    term.type);
    }
  }
  return all;
}

Strings Consequences(const std::string& text) {
  const CodedText coded(text);
  Strings all;
  for (const Agreement& agreement : coded.items().agreements) {
    for (const Consequence& one : agreement.consequences) {
      all.push_back(coded.Words(one.condition) + " => " + coded.Words(one.consequence));
    }
  }
  return all;
}

// "Iraq breached, says Iran"
Strings Kept(const std::string& text) {
  const CodedText coded(text);
  Strings all;
  for (const Agreement& agreement : coded.items().agreements) {
    for (const AgreementKept& kept : agreement.kept) {
      const std::string who = kept.who ? coded.Name(*kept.who) : "-";
      const std::string by = kept.asserted_by.empty() ? "" : ", says " + coded.Names(kept.asserted_by);
      all.push_back(who + (kept.kept ? " kept" : " breached") + by);
    }
  }
  return all;
}

TEST(Agreements, AreMadeByWhoSigns) {
  EXPECT_EQ(Agreements("France and Iran signed a treaty."), Strings{"treaty: France + Iran"});
  EXPECT_EQ(Agreements("France struck a deal with Iran."), Strings{"deal: Iran + France"});
  EXPECT_EQ(Agreements("A ceasefire between Iran and Iraq collapsed."), Strings{"ceasefire: Iran + Iraq"});
}

TEST(Agreements, WantedOrRefusedAreNone) {
  EXPECT_EQ(Agreements("France wants a treaty with Iran."), Strings{});
  EXPECT_EQ(Agreements("France and Iran did not reach a deal."), Strings{});
  EXPECT_EQ(Agreements("France proposed a new treaty."), Strings{});
}

TEST(Agreements, DraftsCountWhenTheirTermsAreTold) {
  EXPECT_EQ(Agreements("A draft accord bans raids on ships."), Strings{"draft accord: "});
  EXPECT_EQ(Agreements("A draft accord would please France."), Strings{});
}

TEST(Agreements, NounsOfOtherSenseNeedEvidence) {
  EXPECT_EQ(Agreements("The settlement lies near Hebron."), Strings{});
  EXPECT_EQ(Agreements("Iran has broken the settlement."), Strings{"settlement: Iran"});
  EXPECT_EQ(Agreements("Iran must close the plant under the arrangement."), Strings{"arrangement: Iran"});
  EXPECT_EQ(Agreements("The army drew up a plan."), Strings{});
}

TEST(Agreements, VerbsTellThemToo) {
  EXPECT_EQ(Agreements("France and Iran agreed to reopen their embassies."), Strings{"agreed: France + Iran"});
  EXPECT_EQ(Agreements("France and Iran shook hands on a quota."), Strings{"shook: France + Iran"});
  EXPECT_EQ(Agreements("France agreed to reopen its embassy."), Strings{});
}

TEST(Agreements, WhoLeavesOneIsAParty) {
  EXPECT_EQ(Agreements("Iran tore up the pact with Iraq."), Strings{"pact: Iraq + Iran"});
  EXPECT_EQ(Agreements("France brokered the pact between Iran and Iraq."), Strings{"pact: Iran + Iraq"});
}

TEST(Agreements, OfSingersAndFirmsAreNone) {
  EXPECT_EQ(Agreements("The singer signed a deal with the label."), Strings{});
}

TEST(Agreements, ATruceIsNotThePeaceAccordBeforeIt) {
  EXPECT_EQ(Agreements("France and Iran signed a peace accord. The truce in Syria collapsed."),
            (Strings{"peace accord: France + Iran", "truce: "}));
  EXPECT_EQ(Agreements("France and Iran signed an accord. The deal took effect on Monday."),
            Strings{"accord: France + Iran"});
}

TEST(AgreementTerms, EachHasWhoOwesIt) {
  EXPECT_EQ(Terms("Under the pact, Iran must leave Iraq and France will pay for the road."),
            (Strings{"Iran | leave Iraq | RETREAT", "France | pay for the road | AID"}));
  EXPECT_EQ(Terms("The treaty obliges Iran to free the crew."), Strings{"Iran | free the crew | RETREAT"});
  EXPECT_EQ(Terms("The deal calls for a halt to the raids."), Strings{"- | a halt to the raids | RETREAT"});
}

TEST(AgreementTerms, WhatIsOnlyToldIsNone) {
  EXPECT_EQ(Terms("Iran praised the treaty."), Strings{});
  EXPECT_EQ(Terms("France said it would not be bound by the treaty with Iran."), Strings{});
}

TEST(AgreementTerms, WhatMustNotBeDoneSaysSo) {
  EXPECT_EQ(Terms("Under the treaty, Iran promised not to attack Iraq."),
            Strings{"Iran | not to attack Iraq | RETREAT"});
}

TEST(AgreementTerms, SentencesGoOn) {
  EXPECT_EQ(Terms("France and Iran signed a treaty. In return, Iran will free the crew."),
            Strings{"Iran | free the crew | RETREAT"});
}

TEST(AgreementTerms, WhatIsGivenInExchangeIsOneToo) {
  EXPECT_EQ(Consequences("The treaty obliges Iran to free the crew in exchange for the return of the ship."),
            Strings{"free the crew => the return of the ship"});
  EXPECT_EQ(Terms("The treaty obliges Iran to free the crew in exchange for the return of the ship."),
            (Strings{"Iran | free the crew | RETREAT", "- | the return of the ship | RETREAT"}));
}

TEST(AgreementTerms, UnlessBelongsToItsCondition) {
  EXPECT_EQ(Consequences("The treaty between Iran and Iraq will go on unless Iran leaves it."),
            Strings{"unless Iran leaves it => The treaty between Iran and Iraq will go on"});
}

TEST(AgreementsKept, AtTheWordOfWhoSaysSo) {
  EXPECT_EQ(Kept("Iran accused Iraq of breaking the truce."), Strings{"Iraq breached, says Iran"});
  EXPECT_EQ(Kept("Iraq has kept the truce."), Strings{"Iraq kept"});
  EXPECT_EQ(Kept("Iran urged Iraq to keep the truce."), Strings{});
}

// Whom "the two countries" means, members in the place of the group.
TEST(GroupMembers, StandForTheGroup) {
  EXPECT_EQ(Agreements("France and Iran met in Geneva. The two countries signed a treaty."),
            Strings{"treaty: France + Iran"});
}

}  // namespace
}  // namespace rapporteur
