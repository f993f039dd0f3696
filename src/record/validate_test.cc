#include "record/validate.h"

#include <gtest/gtest.h>

#include "record/sample_record.h"

namespace rapporteur {
namespace {

std::string Problems(std::string_view json_lines, std::string_view text = kSampleText) {
  std::string all;
  for (const RecordProblem& problem : ValidateRecord(json_lines, text)) {
    all += std::to_string(problem.line) + " " + problem.message + "\n";
  }
  return all;
}

// The sample's record with the first occurrence of some bytes replaced.
std::string Changed(std::string_view from, std::string_view to) {
  std::string lines = WriteJsonLines(SampleRecord());
  const size_t at = lines.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return lines.replace(at, from.size(), to);
}

TEST(Validate, TheSampleHolds) { EXPECT_EQ(Problems(WriteJsonLines(SampleRecord())), ""); }

TEST(Validate, AnEmptyReportHolds) { EXPECT_EQ(Problems(WriteJsonLines(MakeRecord({}, {}, {}, {})), ""), ""); }

TEST(Validate, EachBreachIsFound) {
  const std::vector<std::pair<std::pair<std::string, std::string>, std::string>> breaches = {
      {{"\"type\":\"CONSULT\"", "\"type\":\"CONSULTATE\""}, "type: found \"CONSULTATE\", expected one of AGREE"},
      {{"\"status\":\"future\"", "\"status\":\"soon\""}, "status: found \"soon\""},
      {{"\"form\":\"direct\"", "\"form\":1"}, "form: found 1"},
      {{"\"stance\":\"for\"", "\"stance\":null"}, "stance: found null"},
      {{"\"text\":\"Ada Brenn\"", "\"text\":\"Ada  Brenn\""}, "expected the report's words \"Ada Brenn\""},
      {{"\"kind\":\"event\"", "\"kind\":\"deed\""}, "found deed"},
      {{"\"kind\":\"report\"", "\"kind\":\"actor\""}, "expected the report first"},
      {{"\"from\":\"2026-03-06\"", "\"from\":\"2026-13-06\""}, "from: found \"2026-13-06\""},
      {{"\"from\":\"2026-03-06\"", "\"from\":\"2026-03-07\""}, "before it begins"},
      {{"\"confidence\":0.9", "\"confidence\":1.5"}, "a number from 0 to 1"},
      {{"\"cameo\":\"040\",", ""}, "cameo: missing"},
      {{"\"quad\":1", "\"quad\":5"}, "quad: found 5, expected a number from 1 to 4, or null"},
      {{"\"score\":2.5", "\"score\":-12"}, "score: found -12, expected a number from -10 to 10, or null"},
      {{"\"goldstein\":1", "\"goldstein\":\"1\""}, "goldstein: found \"1\", expected a number from -10 to 10"},
      {{"\"code\":\"NVA\"", "\"code\":\"Norvia\""}, "three capital letters"},
      {{"\"sectors\":[\"UAF\"]", "\"sectors\":[\"XYZ\"]"}, "sectors[0]: found \"XYZ\""},
      {{"\"lat\":51.25", "\"lat\":151.25"}, "degrees"},
      {{"\"chars\":", "\"chars\":1"}, "chars: found"},
      {{"\"sha256\":\"", "\"sha256\":\"0"}, "sha256: found"},
      {{"\"answer\":\"withholds\"", "\"answer\":\"maybe\""}, "answer: found \"maybe\""},
      {{"\"calls\":[\"ev-", "\"calls\":[\"ex-"}, "calls[0]: found \"ex-"},
      {{"{\"kind\":\"actor\"", "{kind:\"actor\""}, "no JSON object"},
      {{"\"evidence\":[{\"role\":\"trigger\"", "\"evidence\":[{\"part\":\"trigger\""}, "role: missing"},
  };
  for (const auto& [change, expected] : breaches) {
    const std::string problems = Problems(Changed(change.first, change.second));
    EXPECT_NE(problems.find(expected), std::string::npos) << change.second << "\n" << problems;
  }
}

TEST(Validate, DoubleIdAndLostReference) {
  Record record = SampleRecord();
  record.ids.events[1] = record.ids.events[0];
  EXPECT_NE(Problems(WriteJsonLines(record)).find("id: is that of an earlier item"), std::string::npos);
  record = SampleRecord();
  record.ids.statements.pop_back();
  record.items.statements.pop_back();
  record.ids.statements.push_back("st-gone");
  const std::string problems = Problems(WriteJsonLines(record));
  EXPECT_NE(problems.find("statement: found \"st-gone\", expected the id of"), std::string::npos) << problems;
}

TEST(Validate, OffsetsPastTheEndAndBackwards) {
  Record record = SampleRecord();
  record.items.events[0].evidence[0].span = {9, 9};
  const std::string problems = Problems(WriteJsonLines(record));
  EXPECT_NE(problems.find("expected 0 <= start < end <="), std::string::npos) << problems;
  EXPECT_NE(Problems(WriteJsonLines(SampleRecord()), kSampleText.substr(0, 80)).find("evidence"), std::string::npos);
}

TEST(Validate, AStatementQuotedInItself) {
  Record record = SampleRecord();
  record.items.statements[0].parent = 1;
  EXPECT_EQ(Problems(WriteJsonLines(record)), "");
  record.items.statements[1].parent = 0;
  EXPECT_NE(Problems(WriteJsonLines(record)).find("leads back to the statement itself"), std::string::npos);
}

TEST(Validate, ItemWithoutEvidence) {
  Record record = SampleRecord();
  record.items.disputes[0].evidence.clear();
  EXPECT_NE(Problems(WriteJsonLines(record)).find("evidence: empty"), std::string::npos);
}

TEST(Validate, NothingAtAll) { EXPECT_EQ(Problems(""), "0 the record is empty, expected a report\n"); }

}  // namespace
}  // namespace rapporteur
