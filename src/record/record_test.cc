#include "record/record.h"

#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "record/sample_record.h"

namespace rapporteur {
namespace {

std::vector<nlohmann::json> Lines(const Record& record) {
  std::vector<nlohmann::json> lines;
  std::istringstream in(WriteJsonLines(record));
  for (std::string line; std::getline(in, line);) lines.push_back(nlohmann::json::parse(line));
  return lines;
}

TEST(Record, ReportItem) {
  const auto report = Lines(SampleRecord()).at(0);
  EXPECT_EQ(report["kind"], "report");
  EXPECT_EQ(report["title"], "Norvia and Selk to meet again");
  EXPECT_EQ(report["published"], "2026-03-03");
  EXPECT_EQ(report["dateline"], "OSTRAVIL, 3 March —");
  EXPECT_EQ(report["publisher"], nullptr);
  EXPECT_EQ(report["sentences"].size(), 7U);
  EXPECT_EQ(report["made_by"]["lexicon"], "beef");
  EXPECT_LT(report["chars"], kSampleText.size());
}

TEST(Record, OffsetsAreCodePoints) {
  // The words before the event hold dashes and curly quotes: bytes and code points differ.
  const auto event = Lines(SampleRecord()).at(4);
  EXPECT_EQ(event["kind"], "event");
  const auto& trigger = event["evidence"][0];
  EXPECT_EQ(trigger["text"], "meet");
  EXPECT_EQ(SampleSpan("meet", 2).begin - trigger["start"].get<uint32_t>(), 4U);  // “—” and “’”: two bytes more each
  EXPECT_EQ(trigger["end"].get<int>() - trigger["start"].get<int>(), 4);
}

TEST(Record, EventFields) {
  const auto event = Lines(SampleRecord()).at(5);
  EXPECT_EQ(event["type"], "ASSAULT");
  EXPECT_EQ(event["mode"], "firearms");
  EXPECT_EQ(event["status"], "actual");
  EXPECT_EQ(event["actors"][0]["text"], "gunmen");
  EXPECT_EQ(event["actors"][0]["actor"], nullptr);
  EXPECT_EQ(event["actors"][0]["code"], nullptr);
  EXPECT_EQ(event["counts"]["killed"], "At least 12");
  EXPECT_EQ(event["counts"]["size"], nullptr);
  EXPECT_EQ(event["asserted_by"][0]["text"], "Brenn");
  EXPECT_EQ(event["by"], "frame:kill");
  EXPECT_EQ(event["confidence"], 0.9);
  EXPECT_EQ(event["date"], nullptr);
}

TEST(Record, ReferencesAreIds) {
  const auto lines = Lines(SampleRecord());
  std::map<std::string, std::string> kinds;
  for (const auto& line : lines) kinds[line["id"]] = line["kind"];
  EXPECT_EQ(kinds.size(), lines.size());
  EXPECT_EQ(kinds[lines.at(5)["statement"]], "statement");
  EXPECT_EQ(kinds[lines.at(5)["asserted_by"][0]["actor"]], "actor");
  EXPECT_EQ(kinds[lines.at(9)["statement"]], "statement");
  EXPECT_EQ(kinds[lines.at(12)["calls"][0]], "event");
}

TEST(Record, AUserTitleGoesBeforeTheHeadline) {
  ReadOptions options;
  options.title = "Another";
  const Record record = MakeRecord(SampleParsed(), {}, options, {});
  EXPECT_EQ(record.report.title, "Another");
}

TEST(Record, EmptyReportGivesAReportItem) {
  const auto lines = Lines(MakeRecord({}, {}, {}, {}));
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0]["chars"], 0);
  EXPECT_EQ(lines[0]["title"], nullptr);
  EXPECT_EQ(lines[0]["language"], nullptr);
}

TEST(Record, SentenceNumbers) {
  const Record record = SampleRecord();
  EXPECT_EQ(SentenceNumber(record, 0), 1);
  EXPECT_EQ(SentenceNumber(record, SampleSpan("OSTRAVIL").begin), 2);
  EXPECT_EQ(SentenceNumber(record, SampleSpan("killed").begin), 7);
  EXPECT_EQ(SentenceNumber(record, SampleSpan("\n").begin), 0);
}

}  // namespace
}  // namespace rapporteur
