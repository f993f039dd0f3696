#include "coding/status.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>

#include "resolve/parsed_text.h"

namespace rapporteur {
namespace {

struct Row {
  const char* text;
  const char* predicate;
  const char* status;
};

// What each sentence says of whether it happened; lexicon/embeddings.tsv tells why.
constexpr Row kRows[] = {
    {"The army attacked the town.", "attacked", "actual"},
    {"The army has attacked the town.", "attacked", "actual"},
    {"The army had attacked the town.", "attacked", "actual"},
    {"The army is shelling the town.", "shelling", "ongoing"},
    {"The president will visit the capital.", "visit", "future"},
    {"The army will attack the town and capture the bridge.", "capture", "future"},
    {"The army may attack the town.", "attack", "hypothetical"},
    {"The army would attack the town.", "attack", "hypothetical"},
    {"The president said he would visit the capital.", "visit", "future"},
    {"The president said that the army had attacked the town.", "attacked", "actual"},
    {"The president denied that the army had attacked the town.", "attacked", "negated"},
    {"The rebels denied attacking the convoy.", "attacking", "negated"},
    {"The rebels did not deny having attacked the convoy.", "attacked", "hypothetical"},
    {"The rebels were accused of attacking the convoy.", "attacking", "actual"},
    {"The army did not attack the town.", "attack", "negated"},
    {"The army never attacked the town.", "attacked", "negated"},
    {"Nobody attacked the town.", "attacked", "negated"},
    {"No talks were held.", "talks", "negated"},
    {"The army no longer shells the town.", "shells", "negated"},
    {"The party will not boycott the vote.", "boycott", "negated"},
    {"The army refused to stop the shelling.", "shelling", "ongoing"},
    {"The army refused to stop the shelling.", "stop", "negated"},
    {"The army stopped shelling the town.", "shelling", "actual"},
    {"The army will stop shelling the town.", "shelling", "ongoing"},
    {"The president urged the army to stop shelling the town.", "shelling", "ongoing"},
    {"The president urged the army to stop shelling the town.", "stop", "hypothetical"},
    {"The army continued to shell the town.", "shell", "ongoing"},
    {"The army continued the shelling.", "shelling", "ongoing"},
    {"The army suspended the offensive.", "offensive", "actual"},
    {"The minister wants to visit the capital.", "visit", "hypothetical"},
    {"The president plans to visit the capital.", "visit", "future"},
    {"The president has no plans to visit the capital.", "visit", "negated"},
    {"The planned talks alarmed the rebels.", "talks", "future"},
    {"The talks were cancelled.", "talks", "negated"},
    {"The government postponed the talks.", "talks", "future"},
    {"The government called for talks.", "talks", "hypothetical"},
    {"The army threatened to attack the town.", "attack", "hypothetical"},
    {"The rebels failed to capture the town.", "capture", "negated"},
    {"The rebels tried to capture the town.", "capture", "hypothetical"},
    {"The rebels managed to capture the town.", "capture", "actual"},
    {"The rebels did not manage to capture the town.", "capture", "negated"},
    {"The rebels agreed to release the hostages.", "release", "future"},
    {"The rebels did not agree to release the hostages.", "release", "hypothetical"},
    {"The rebels were forced to leave the town.", "leave", "actual"},
    {"The army is ready to attack the town.", "attack", "hypothetical"},
    {"The attack was prevented.", "attack", "negated"},
    {"The president condemned the attack.", "attack", "actual"},
    {"If the army attacks the town, the rebels will retaliate.", "attacks", "hypothetical"},
    {"If the army attacks the town, the rebels will retaliate.", "retaliate", "hypothetical"},
    {"After attacking the town, the army withdrew.", "attacking", "actual"},
    {"The army withdrew without attacking the town.", "attacking", "negated"},
    {"The general was accused of planning to attack the capital.", "attack", "future"},
    {"Peacekeepers failed to prevent the attack on the village.", "attack", "actual"},
    {"The president promised never to attack his neighbour.", "attack", "negated"},
    {"The ministers agreed to consider lifting the sanctions on Iran.", "lifting", "hypothetical"},
    {"The rebels threatened to attack the capital unless the president resigns.", "resigns", "hypothetical"},
    {"The army withdrew before the rebels could attack the town.", "attack", "negated"},
    {"The army will withdraw before the rebels attack the town.", "attack", "future"},
    {"The president called for sanctions instead of bombing the capital.", "bombing", "negated"},
    {"The failed attack on the barracks angered the president.", "attack", "negated"},
    {"The threat of sanctions against Iran worried traders.", "sanctions", "hypothetical"},
    {"The plan to bomb the embassy was discovered by police.", "bomb", "future"},
    {"The refusal to release the prisoners angered the opposition.", "release", "negated"},
    {"The end of the bombing of the city was welcomed.", "bombing", "actual"},
    {"Ministers discussed the planned visit to Moscow.", "visit", "future"},
    {"Ministers discussed sanctions against Russia.", "sanctions", "hypothetical"},
    {"The army has been shelling the town since Monday.", "shelling", "ongoing"},
    {"The rebels have yet to release the hostages.", "release", "negated"},
    {"The army stopped short of attacking the town.", "attacking", "negated"},
    {"The president refused to rule out attacking Iran.", "attacking", "hypothetical"},
    {"There is no evidence that the army attacked the village.", "attacked", "hypothetical"},
    {"Police foiled an attempt to attack the embassy.", "attack", "negated"},
    {"An attempt to kidnap the ambassador failed.", "kidnap", "negated"},
    {"The president broke his promise to release the prisoners.", "release", "negated"},
    {"Parliament voted against imposing sanctions on Iran.", "imposing", "negated"},
    {"The army will continue to bomb the rebels.", "bomb", "ongoing"},
    {"The president vowed to keep bombing the rebels.", "bombing", "ongoing"},
    {"The leaders have agreed not to attack each other.", "attack", "negated"},
    {"The rebels would have attacked the town had the army withdrawn.", "attacked", "negated"},
    {"Far from releasing the prisoners, the government arrested more activists.", "releasing", "negated"},
    {"The claim that the army bombed the hospital is untrue.", "bombed", "negated"},
    {"The army is believed to support the rebels.", "support", "hypothetical"},
    {"The goal was to capture the town.", "capture", "hypothetical"},
    {"Will the army attack the town?", "attack", "hypothetical"},
    {"Did the army attack the town?", "attack", "hypothetical"},
    {"The army not only shelled the town but also bombed it.", "shelled", "actual"},
    {"The two sides will talk after the army leaves the town.", "leaves", "future"},
    {"There will be no talks until the rebels release the hostages.", "release", "hypothetical"},
    {"The rebels fought until the army withdrew.", "withdrew", "actual"},
    {"During the Cold War, the president visited Paris.", "visited", "historical"},
    {"Decades ago, the army bombed the town.", "bombed", "historical"},
    {"Neither the army nor the rebels attacked the town.", "attacked", "negated"},
    {"The general came close to attacking the town.", "attacking", "negated"},
    {"The rebels have still not released the hostages.", "released", "negated"},
    {"The army proved unable to attack the town.", "attack", "negated"},
    {"The garrison was not strong enough to attack.", "attack", "negated"},
    {"The rebels lacked the strength to attack the town.", "attack", "negated"},
    {"The army balked at attacking the town.", "attacking", "negated"},
    {"The army missed the chance to attack the town.", "attack", "negated"},
    {"The army did not hesitate to attack the town.", "attack", "actual"},
    {"The president refused to consider releasing the prisoners.", "releasing", "negated"},
    {"The president rejected a demand to release the prisoners.", "release", "negated"},
    {"The rebels are expected to refuse to release the hostages.", "release", "negated"},
    {"The army rejected the charge that it bombed the town.", "bombed", "negated"},
    {"The army was falsely accused of bombing the town.", "bombing", "negated"},
    {"The general was acquitted of bombing the town.", "bombing", "negated"},
    {"It is not true that the army bombed the town.", "bombed", "negated"},
    {"The army neither confirmed nor denied bombing the town.", "bombing", "hypothetical"},
    {"The ministry could not confirm that rebels had captured the town.", "captured", "hypothetical"},
    {"The army has no intention of attacking the town.", "attacking", "negated"},
    {"The rebels denied having refused to release the hostages.", "refused", "negated"},
    {"The rebels denied having refused to release the hostages.", "release", "hypothetical"},
    {"Police barred the protesters from reaching the palace.", "reaching", "negated"},
    {"The army could not avert the attack.", "attack", "actual"},
    {"The army succeeded in capturing the town.", "capturing", "actual"},
    {"The government was forced to release the prisoners.", "release", "actual"},
    {"The army could not capture the town.", "capture", "negated"},
    {"The envoy failed to persuade the rebels to release the hostages.", "release", "negated"},
    {"The rebels agreed to try to release the hostages.", "release", "hypothetical"},
    {"The army tried in vain to capture the town.", "capture", "negated"},
    {"The army tried unsuccessfully to capture the town.", "capture", "negated"},
    {"The president is going to visit Paris.", "visit", "future"},
    {"The rebels swore to attack the town.", "attack", "future"},
    {"The upcoming visit of the president angered the rebels.", "visit", "future"},
    {"The army attacked the town so as to free the hostages.", "free", "future"},
    {"The rebels undertook not to attack the town.", "attack", "negated"},
    {"The rebels dropped a threat to bomb the bridge.", "bomb", "negated"},
    {"The president kept a promise to release the prisoners.", "release", "actual"},
    {"The rebels broke a pledge not to attack the town.", "attack", "actual"},
    {"The army seems to have bombed the town.", "bombed", "hypothetical"},
    {"The union recommended imposing sanctions on Iran.", "imposing", "hypothetical"},
    {"The president warned of an attack on the town.", "attack", "hypothetical"},
    {"The idea of attacking the town was popular.", "attacking", "hypothetical"},
    {"There was no sign of an attack on the town.", "attack", "negated"},
    {"The president does not expect that the rebels will attack.", "attack", "negated"},
    {"The army should have attacked the town.", "attacked", "negated"},
    {"If the rebels had attacked, the army would have bombed the bridge.", "bombed", "negated"},
    {"The army did not withdraw until the rebels released the hostages.", "released", "actual"},
    {"The army was accused of threatening to bomb the town.", "bomb", "hypothetical"},
    {"The rebels are suspected of attacking the convoy.", "attacking", "hypothetical"},
    {"The president praised the army for freeing the hostages.", "freeing", "actual"},
    {"The army went on shelling the town.", "shelling", "ongoing"},
    {"Talks are under way between the two governments.", "Talks", "ongoing"},
    {"The army spent Saturday shelling the town.", "shelling", "actual"},
    {"The rebels ceased attacking the convoys.", "attacking", "actual"},
    {"The rebels refused to end the siege of the town.", "siege", "ongoing"},
    {"The army threatened to continue shelling the town.", "shelling", "ongoing"},
    {"The rebels attacked only after the army withdrew.", "withdrew", "actual"},
};

class StatusRow : public ::testing::TestWithParam<Row> {};

TEST_P(StatusRow, IsRead) {
  const Row& row = GetParam();
  const ParsedText text(row.text);
  const PropositionLayer layer = BuildPropositions(text.trees(), ShippedLexicon().classes());
  const StatusReader reader(text.trees(), layer, ShippedLexicon().embeddings(), ShippedLexicon().cues());
  const int word = text.Word(row.predicate);
  ASSERT_GE(word, 0);
  const int proposition = layer.at[0][static_cast<size_t>(word)];
  ASSERT_GE(proposition, 0);
  const StatusReading reading = reader.Read(proposition);
  EXPECT_EQ(std::string(StatusName(reading.status)), row.status) << row.predicate << " in: " << row.text;
  if (reading.status != EventStatus::kActual) {
    EXPECT_FALSE(reading.steps.empty()) << "no reason given";
  }
}

INSTANTIATE_TEST_SUITE_P(Sentences, StatusRow, ::testing::ValuesIn(kRows));

// The path from the event to the root, each step with its line of the table.
TEST(Status, SaysWhichLinesItFollowed) {
  const ParsedText text("The army refused to stop the shelling.");
  const PropositionLayer layer = BuildPropositions(text.trees(), ShippedLexicon().classes());
  const StatusReader reader(text.trees(), layer, ShippedLexicon().embeddings(), ShippedLexicon().cues());
  const StatusReading reading = reader.Read(layer.at[0][static_cast<size_t>(text.Word("shelling"))]);
  ASSERT_EQ(reading.steps.size(), 1U);
  std::string step = reading.steps[0];
  std::erase_if(step, [](unsigned char c) { return std::isdigit(c) != 0; });  // lines move
  EXPECT_EQ(step, "ongoing: shelling ← not stop (goes on, embeddings.tsv:) ← refuse (negates, embeddings.tsv:)");
}

TEST(Status, NamesAll) {
  EXPECT_EQ(StatusName(EventStatus::kActual), "actual");
  EXPECT_EQ(StatusName(EventStatus::kOngoing), "ongoing");
  EXPECT_EQ(StatusName(EventStatus::kFuture), "future");
  EXPECT_EQ(StatusName(EventStatus::kHypothetical), "hypothetical");
  EXPECT_EQ(StatusName(EventStatus::kNegated), "negated");
  EXPECT_EQ(StatusName(EventStatus::kHistorical), "historical");
}

}  // namespace
}  // namespace rapporteur
