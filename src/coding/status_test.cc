#include "coding/status.h"

#include <gtest/gtest.h>

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
    {"The rebels did not deny having attacked the convoy.", "attacked", "actual"},
    {"The rebels were accused of attacking the convoy.", "attacking", "actual"},
    {"The army did not attack the town.", "attack", "negated"},
    {"The army never attacked the town.", "attacked", "negated"},
    {"Nobody attacked the town.", "attacked", "negated"},
    {"No talks were held.", "talks", "negated"},
    {"The army no longer shells the town.", "shells", "negated"},
    {"The party will not boycott the vote.", "boycott", "negated"},
    {"The army refused to stop the shelling.", "shelling", "ongoing"},
    {"The army refused to stop the shelling.", "stop", "negated"},
    {"The army stopped shelling the town.", "shelling", "negated"},
    {"The army will stop shelling the town.", "shelling", "ongoing"},
    {"The president urged the army to stop shelling the town.", "shelling", "ongoing"},
    {"The president urged the army to stop shelling the town.", "stop", "hypothetical"},
    {"The army continued to shell the town.", "shell", "ongoing"},
    {"The army continued the shelling.", "shelling", "ongoing"},
    {"The army suspended the offensive.", "offensive", "negated"},
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
    {"The rebels did not agree to release the hostages.", "release", "negated"},
    {"The rebels were forced to leave the town.", "leave", "actual"},
    {"The army is ready to attack the town.", "attack", "future"},
    {"The attack was prevented.", "attack", "negated"},
    {"The president condemned the attack.", "attack", "actual"},
    {"If the army attacks the town, the rebels will retaliate.", "attacks", "hypothetical"},
    {"If the army attacks the town, the rebels will retaliate.", "retaliate", "future"},
    {"After attacking the town, the army withdrew.", "attacking", "actual"},
    {"The army withdrew without attacking the town.", "attacking", "negated"},
};

class StatusRow : public ::testing::TestWithParam<Row> {};

TEST_P(StatusRow, IsRead) {
  const Row& row = GetParam();
  const ParsedText text(row.text);
  const PropositionLayer layer = BuildPropositions(text.trees());
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

TEST(Status, SaysWhichLinesItFollowed) {
  const ParsedText text("The army refused to stop the shelling.");
  const PropositionLayer layer = BuildPropositions(text.trees());
  const StatusReader reader(text.trees(), layer, ShippedLexicon().embeddings(), ShippedLexicon().cues());
  const StatusReading reading = reader.Read(layer.at[0][static_cast<size_t>(text.Word("shelling"))]);
  ASSERT_EQ(reading.steps.size(), 1U);
  EXPECT_EQ(reading.steps[0].find("ongoing: \"stop\" embeddings.tsv:"), 0U) << reading.steps[0];
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
