#include "coding/statements.h"

#include <gtest/gtest.h>

#include "coding/coded_text.h"
#include "coding/statement_index.h"

namespace rapporteur {
namespace {

using Strings = std::vector<std::string>;

// "direct Anna Brekke | said | We will leave": form, speaker ("?" for none), cue, content.
Strings Statements(const CodedText& coded) {
  Strings all;
  for (const Statement& st : coded.items().statements) {
    const std::string form = st.form == StatementForm::kDirect  ? "direct "
                             : st.form == StatementForm::kMixed ? "mixed "
                                                                : "indirect ";
    all.push_back(form + (st.speaker ? coded.Name(*st.speaker) : "?") + " | " + coded.Words(st.cue) + " | " +
                  coded.Words(st.content));
  }
  return all;
}

TEST(Statements, IndirectWithThat) {
  const CodedText coded("Anna Brekke said that the army had left the town.");
  EXPECT_EQ(Statements(coded), Strings{"indirect Anna Brekke | said | the army had left the town"});
  ASSERT_EQ(coded.items().statements.size(), 1U);
  const Statement& st = coded.items().statements[0];
  EXPECT_EQ(st.parent, -1);
  EXPECT_FALSE(st.addressee);
  EXPECT_EQ(coded.EvidenceOf(st, "content"), Strings{"the army had left the town"});
  EXPECT_EQ(coded.EvidenceOf(st, "cue"), Strings{"said"});
  EXPECT_EQ(coded.EvidenceOf(st, "speaker"), Strings{"Anna Brekke"});
  EXPECT_EQ(st.by.rule, "cue:say");
}

TEST(Statements, IndirectBeforeTheCue) {
  EXPECT_EQ(Statements(CodedText("The army had left the town, Anna Brekke said.")),
            Strings{"indirect Anna Brekke | said | The army had left the town"});
  EXPECT_EQ(Statements(CodedText("The army had left the town, said Anna Brekke.")),
            Strings{"indirect Anna Brekke | said | The army had left the town"});
}

TEST(Statements, DirectWithASubjectBehindTheVerb) {
  const CodedText coded("“We will leave the town on Friday,” said Anna Brekke.");
  EXPECT_EQ(Statements(coded), Strings{"direct Anna Brekke | said | We will leave the town on Friday"});
}

TEST(Statements, BindTheFirstPersonToTheSpeaker) {
  const CodedText coded("“We will leave the town on Friday,” said Anna Brekke.");
  ASSERT_EQ(coded.items().actors.size(), 1U);
  const Actor& brekke = coded.items().actors[0];
  EXPECT_EQ(brekke.name, "Anna Brekke");
  Strings mentions;
  for (const Span& span : brekke.mentions) mentions.push_back(coded.Words(span));
  EXPECT_EQ(mentions, (Strings{"We", "Anna Brekke"}));
}

TEST(Statements, MixedWithAQuotationInTheClause) {
  EXPECT_EQ(Statements(CodedText("Anna Brekke said that the army had left the town “like thieves in the night”.")),
            Strings{"mixed Anna Brekke | said | the army had left the town “like thieves in the night"});
}

TEST(Statements, DirectAfterAColonWithAddressee) {
  const CodedText coded("Anna Brekke told parliament: “The army has left the town.”");
  EXPECT_EQ(Statements(coded), Strings{"direct Anna Brekke | told | The army has left the town"});
  ASSERT_TRUE(coded.items().statements[0].addressee);
  EXPECT_EQ(coded.Words(coded.items().statements[0].addressee->span), "parliament");
}

TEST(Statements, IndirectWithAddressee) {
  const CodedText coded("The minister told reporters that the talks had failed.");
  EXPECT_EQ(Statements(coded), Strings{"indirect minister | told | the talks had failed"});
  ASSERT_TRUE(coded.items().statements[0].addressee);
  EXPECT_EQ(coded.Words(coded.items().statements[0].addressee->span), "reporters");
}

TEST(Statements, AccordingToSomebody) {
  EXPECT_EQ(Statements(CodedText("According to Anna Brekke, the army has left the town.")),
            Strings{"indirect Anna Brekke | According to | the army has left the town"});
  EXPECT_EQ(Statements(CodedText("The army has left the town, according to Anna Brekke.")),
            Strings{"indirect Anna Brekke | according to | The army has left the town"});
}

TEST(Statements, QuotedInAnother) {
  const CodedText coded("Anna Brekke said that the minister had denied that the army attacked the town.");
  EXPECT_EQ(Statements(coded),
            (Strings{"indirect Anna Brekke | said | the minister had denied that the army attacked the town",
                     "indirect minister | denied | the army attacked the town"}));
  ASSERT_EQ(coded.items().statements.size(), 2U);
  EXPECT_EQ(coded.items().statements[0].parent, -1);
  EXPECT_EQ(coded.items().statements[1].parent, 0);
}

TEST(Statements, OverTwoSentencesInOneQuotation) {
  EXPECT_EQ(Statements(CodedText("“The army has left the town. It will not come back,” Anna Brekke said.")),
            Strings{"direct Anna Brekke | said | The army has left the town. It will not come back"});
}

TEST(Statements, GoOnAfterTheCue) {
  const CodedText coded("“The army has left the town,” Anna Brekke said. “It will not come back to this valley.”");
  ASSERT_EQ(coded.items().statements.size(), 1U);  // one cue, one statement
  const Statement& statement = coded.items().statements[0];
  EXPECT_EQ(coded.Name(*statement.speaker), "Anna Brekke");
  EXPECT_EQ(coded.EvidenceOf(statement, "content"),
            (Strings{"The army has left the town", "It will not come back to this valley"}));
  EXPECT_EQ(statement.content, hull(statement.parts.front(), statement.parts.back()));
}

TEST(Statements, AroundTheCue) {
  const CodedText coded("“The army,” Anna Brekke said, “has left the town.”");
  ASSERT_EQ(coded.items().statements.size(), 1U);
  EXPECT_EQ(coded.items().statements[0].form, StatementForm::kDirect);
  EXPECT_EQ(coded.Name(*coded.items().statements[0].speaker), "Anna Brekke");
}

TEST(Statements, OfANoun) {
  EXPECT_EQ(Statements(CodedText("Anna Brekke's claim that the army had left the town was false.")),
            Strings{"indirect Anna Brekke | claim | the army had left the town"});
}

TEST(Statements, AskedAndDenied) {
  EXPECT_EQ(Statements(CodedText("The government asked whether the army had left the town.")),
            Strings{"indirect government | asked | whether the army had left the town"});
  EXPECT_EQ(Statements(CodedText("Anna Brekke denied that “the army is a threat”.")),
            Strings{"direct Anna Brekke | denied | the army is a threat"});
}

TEST(Statements, OfANounBesideAQuotation) {
  EXPECT_EQ(Statements(CodedText("“Shameful and late” was Anna Brekke's verdict.")),
            Strings{"direct Anna Brekke | verdict | Shameful and late"});
  EXPECT_EQ(Statements(CodedText("“A new page for the valley” is how the minister describes the accord.")),
            Strings{"direct minister | describes | A new page for the valley"});
  EXPECT_EQ(Statements(CodedText("The general's explanation was that the bridge had been mined.")),
            Strings{"indirect general | explanation | the bridge had been mined"});
}

TEST(Statements, OfAFragmentBeforeWhoSaysIt) {
  EXPECT_EQ(Statements(CodedText("Not so, says Anna Brekke.")), Strings{"indirect Anna Brekke | says | Not so"});
  EXPECT_EQ(Statements(CodedText("The road is closed, the minister is convinced.")),
            Strings{"indirect minister | convinced | The road is closed"});
}

TEST(Statements, OfWhoIsQuotedNotOfWhoQuotes) {
  EXPECT_EQ(Statements(CodedText("The radio quoted a senior official as saying the talks had failed.")),
            Strings{"indirect senior official | saying | the talks had failed"});
}

TEST(Statements, StayOnTheirSideOfASemicolon) {
  EXPECT_EQ(Statements(CodedText("The ministry insists that the road is open; the rebels say that it is mined.")),
            (Strings{"indirect ministry | insists | the road is open", "indirect rebels | say | it is mined"}));
}

TEST(Statements, EndBeforeTheReportsOwnClause) {
  EXPECT_EQ(
      Statements(CodedText("Anna Brekke told the envoys that the army had left the town, which the rebels now hold.")),
      Strings{"indirect Anna Brekke | told | the army had left the town"});
}

TEST(Statements, OfWhatSomebodyCallsIt) {
  EXPECT_EQ(Statements(CodedText("The minister calls that a fabrication.")),
            Strings{"indirect minister | calls | a fabrication"});
  EXPECT_EQ(Statements(CodedText("The opposition finds the text unfair.")),
            Strings{"indirect opposition | finds | the text unfair"});
}

TEST(Statements, OfQuotedSentencesAfterOneAboutAPerson) {
  const CodedText coded(
      "Anna Brekke has little patience with the army. “They write letters. Nothing happens in this valley.”");
  EXPECT_EQ(Statements(coded), Strings{"direct Anna Brekke |  | They write letters. Nothing happens in this valley"});
}

TEST(Statements, OfSomebodysWords) {
  EXPECT_EQ(Statements(CodedText("In the words of one diplomat, the accord is a farce.")),
            Strings{"indirect one diplomat | words | the accord is a farce"});
}

TEST(Statements, OfWhatSomebodyWants) {
  const CodedText coded("The rebels want to leave the town.");
  EXPECT_EQ(Statements(coded), Strings{"indirect rebels | want | to leave the town"});
  EXPECT_FALSE(coded.items().statements[0].asserts);
  EXPECT_EQ(StatementIndex(coded.items().statements).Innermost(coded.items().statements[0].content.begin), -1);
}

TEST(Statements, AreNoneWhereNothingIsSaid) {
  EXPECT_EQ(Statements(CodedText("The army attacked the town and captured the bridge.")), Strings{});
}

TEST(Statements, InnermostHoldsTheOffset) {
  const CodedText coded("Anna Brekke said that the minister had denied that the army attacked the town.");
  const std::vector<Statement>& all = coded.items().statements;
  ASSERT_EQ(all.size(), 2U);
  const StatementIndex index(all);
  EXPECT_EQ(index.Innermost(all[1].content.begin), 1);
  EXPECT_EQ(index.Innermost(all[0].content.begin), 0);
  EXPECT_EQ(index.Innermost(0), -1);
}

}  // namespace
}  // namespace rapporteur
