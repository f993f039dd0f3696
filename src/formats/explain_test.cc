#include "formats/explain.h"

#include <gtest/gtest.h>

#include "record/sample_record.h"

namespace rapporteur {
namespace {

TEST(Explain, ShowsWordsStepsAndParse) {
  ParsedReport parsed = SampleParsed();
  ParsedWord word;
  word.span = SampleSpan("killed");
  word.form = "killed";
  word.lemma = "kill";
  word.upos = Upos::kVerb;
  word.rel = Rel::kRoot;
  parsed.sentences[6].words.push_back(word);
  const Record record = SampleRecord();
  EXPECT_EQ(ExplainItem(record, parsed, {ItemKind::kEvent, 1}, {}),
            "e2  event  ASSAULT firearms, actual\n"
            "    id " +
                record.ids.events[1] +
                ", confidence 0.9\n"
                "    Q4 score -9, CAMEO 180 (-9), military\n"
                "\n"
                "Words\n"
                "    trigger      “killed”                                                                      [7]\n"
                "\n"
                "Why: frame:kill\n"
                "    step one\n"
                "    step two\n"
                "\n"
                "Sentence 7\n"
                "    At least 12 people were killed by gunmen near the lake on Monday, Brenn said.\n"
                "\n"
                "      1 * killed               kill             VERB   root           root\n");
}

TEST(Explain, EveryKindHasAHeadline) {
  const Record record = SampleRecord();
  const std::vector<std::pair<ItemRef, std::string>> expected = {
      {{ItemKind::kActor, 0}, "a1  actor  Ada Brenn, person NVA\n"},
      {{ItemKind::kStatement, 0}, "s1  statement  direct, Brenn (NVA)\n"},
      {{ItemKind::kPosition, 1}, "p2  position  Selk, for\n"},
      {{ItemKind::kTalks, 0}, "t1  talks  scheduled, Brenn (NVA) – her Selkian counterpart (SLK)\n"},
      {{ItemKind::kAgreement, 0}, "g1  agreement  Lake Accord\n"},
      {{ItemKind::kDispute, 0}, "d1  dispute  the border\n"}};
  for (const auto& [item, headline] : expected) {
    EXPECT_EQ(ExplainItem(record, SampleParsed(), item, {}).substr(0, headline.size()), headline);
  }
}

}  // namespace
}  // namespace rapporteur
