#include "formats/export_formats.h"

#include <set>

#include "formats/export_fixture.h"
#include "record/names.h"
#include "text/code_points.h"

namespace rapporteur {
namespace {

using Exports = ExportFixture;

constexpr const char* kTables[] = {"polecat", "icews", "gdelt", "gdelt-mentions", "phoenix", "petrarch2"};

size_t ColumnsOf(const std::string& format) {
  if (format == "polecat") return 40;
  if (format == "icews") return 20;
  if (format == "gdelt") return 61;
  if (format == "gdelt-mentions") return 16;
  return format == "phoenix" ? 26 : 11;
}

TEST_F(Exports, EveryRowHasItsColumns) {
  const Record record = SampleRecord();
  for (const std::string format : kTables) {
    const auto rows = Cells(Write(format, record));
    EXPECT_EQ(rows.size(), 3U) << format;  // a meeting both ways, a killing
    for (const auto& row : rows) EXPECT_EQ(row.size(), ColumnsOf(format)) << format;
    const ExportFormat* found = FindExportFormat(format);
    if (found->header == nullptr) continue;
    EXPECT_EQ(Cells(found->header()).front().size(), ColumnsOf(format)) << format;
  }
}

// Tabs, line ends and quotes in every text that can reach a cell.
TEST_F(Exports, NoTextBreaksARow) {
  Record record = SampleRecord();
  const std::string bad = "\ta\"\tb\nc\r\n\xE2\x80\xA8\"";
  for (char& c : record.text) c = c == ' ' ? '\t' : c == ',' ? '"' : c;
  record.report.publisher = record.report.url = record.report.title = bad;
  record.made_by.program = bad;
  for (Actor& actor : record.items.actors) {
    actor.name = bad;
    actor.wikidata = bad;
    for (Role& role : actor.roles) role.title = bad;
  }
  for (Event& event : record.items.events) {
    event.contexts = {bad, bad};
    event.place = PlaceRef{bad, "NVA", false, 0, 0, 0, event.evidence.front().span};
  }
  for (const std::string format : kTables) {
    const std::string text = Write(format, record);
    EXPECT_EQ(text.find_first_of("\r\"\v\f"), std::string::npos) << format;
    const auto rows = Cells(text);
    EXPECT_EQ(rows.size(), 3U) << format;
    for (const auto& row : rows) EXPECT_EQ(row.size(), ColumnsOf(format)) << format << ": " << text;
  }
}

TEST_F(Exports, OfAnEmptyRecord) {
  Record record;
  record.ids.report = "rp-000000000000";
  for (const ExportFormat& format : ExportFormats()) {
    const std::string text = format.write(record, options_);
    if (format.name == "jsonl" || format.name == "citron") {
      EXPECT_FALSE(text.empty()) << format.name;
    } else {
      EXPECT_EQ(text, "") << format.name;
    }
  }
  EXPECT_EQ(Write("citron", record), "{\"text\":\"\",\"quotes\":[]}\n");
}

TEST_F(Exports, Statuses) {
  const Record record = SampleRecord();  // one future, one actual
  options_.statuses = HappenedStatuses();
  EXPECT_EQ(Cells(Write("icews", record)).size(), 1U);
  options_.statuses = *ParseStatuses("future");
  EXPECT_EQ(Cells(Write("icews", record)).size(), 2U);
  options_.statuses = *ParseStatuses("negated,hypothetical");
  EXPECT_EQ(Write("icews", record), "");
  EXPECT_EQ(ParseStatuses("all")->size(), EventStatusNames().size());
  EXPECT_EQ(ParseStatuses("actual,actual")->size(), 1U);
  for (const char* wrong : {"", "happened", "actual,", "actual, ongoing", "Actual"}) {
    const auto parsed = ParseStatuses(wrong);
    ASSERT_FALSE(parsed.ok()) << wrong;
    EXPECT_EQ(parsed.error().code, ErrorCode::kUsage);
  }
  EXPECT_EQ(ParseStatuses("actual,held").error().message,
            "--status: found \"held\", expected one or more of actual, ongoing, future, hypothetical, negated, "
            "historical, apart by commas, or all");
}

TEST_F(Exports, StatusesOfAFormat) {
  EXPECT_EQ(StatusesFor(*FindExportFormat("gdelt"), "")->size(), 2U);
  EXPECT_EQ(StatusesFor(*FindExportFormat("web-annotation"), "")->size(), EventStatusNames().size());
  EXPECT_FALSE(StatusesFor(*FindExportFormat("citron"), "actual").ok());
  EXPECT_TRUE(StatusesFor(*FindExportFormat("citron"), "").ok());
  EXPECT_EQ(FindExportFormat("Gdelt"), nullptr);
}

TEST_F(Exports, DatesThatNobodyTells) {
  Record record = SampleRecord();
  Event& killed = record.items.events[1];
  EXPECT_EQ(FiledUnder(record, killed)->iso(), "2026-03-03");  // the report's
  killed.status = EventStatus::kHistorical;
  EXPECT_FALSE(FiledUnder(record, killed).has_value());
  killed.status = EventStatus::kActual;
  record.report.published.clear();
  EXPECT_FALSE(FiledUnder(record, killed).has_value());
  options_.statuses = HappenedStatuses();
  const auto gdelt = Cells(Write("gdelt", record)).at(0);
  for (const size_t column : {1U, 2U, 3U, 4U, 59U}) EXPECT_EQ(gdelt[column], "") << column;
  const auto phoenix = Cells(Write("phoenix", record)).at(0);
  for (const size_t column : {1U, 2U, 3U, 4U}) EXPECT_EQ(phoenix[column], "") << column;
  EXPECT_EQ(Cells(Write("polecat", record)).at(0)[1], "None");
  EXPECT_EQ(Cells(Write("petrarch2", record)).at(0)[0], "");
}

TEST_F(Exports, GdeltRow) {
  const Record record = SampleRecord();
  const auto rows = Cells(Write("gdelt", record));
  const auto& meet = rows.at(0);
  EXPECT_EQ(meet[0], std::to_string(NumberOfId(record.ids.events[0] + "_1")));
  EXPECT_EQ(rows.at(1)[0], std::to_string(NumberOfId(record.ids.events[0] + "_2")));
  EXPECT_EQ(std::vector<std::string>(meet.begin() + 1, meet.begin() + 8),
            (std::vector<std::string>{"20260306", "202603", "2026", "2026.1808", "NVAGOV", "Ada Brenn", "NVA"}));
  EXPECT_EQ(meet[12], "GOV");     // Actor1Type1Code
  EXPECT_EQ(meet[15], "SLKGOV");  // Actor2Code
  EXPECT_EQ(std::vector<std::string>(meet.begin() + 25, meet.begin() + 35),
            (std::vector<std::string>{"1", "040", "040", "04", "1", "1", "1", "1", "1", ""}));
  EXPECT_EQ(meet[35], "0");  // Actor1Geo_Type
  EXPECT_EQ(std::vector<std::string>(meet.begin() + 51, meet.begin() + 61),
            (std::vector<std::string>{"4", "Ostravil, Norvia", "NO", "", "", "51.25", "17.5", "", "20260303000000",
                                      record.ids.report}));
}

TEST_F(Exports, MentionsPointIntoTheText) {
  const Record record = SampleRecord();
  const CodePointIndex points(record.text);
  const auto row = Cells(Write("gdelt-mentions", record)).at(2);
  EXPECT_EQ(row[6], "7");  // SentenceID
  const size_t gunmen = points.ToBytes(static_cast<uint32_t>(std::stoul(row[7])));
  EXPECT_EQ(record.text.substr(gunmen, 6), "gunmen");
  EXPECT_EQ(row[8], "-1");
  const size_t killed = points.ToBytes(static_cast<uint32_t>(std::stoul(row[9])));
  EXPECT_EQ(record.text.substr(killed, 6), "killed");
  EXPECT_EQ(row[11], "90");
}

TEST_F(Exports, PolecatRow) {
  const Record record = SampleRecord();
  const auto rows = Cells(Write("polecat", record));
  EXPECT_EQ(rows.at(0)[0], record.ids.report + "_" + record.ids.events[0] + "_1");
  EXPECT_EQ(std::vector<std::string>(rows.at(0).begin() + 1, rows.at(0).begin() + 12),
            (std::vector<std::string>{"2026-03-06", "CONSULT", "None", "2.5", "VERBAL COOPERATION", "None", "Ada Brenn",
                                      "NVA", "991", "GOV", "GOV"}));
  const auto& killed = rows.at(2);
  EXPECT_EQ(killed[3], "firearms");
  EXPECT_EQ(killed[6], "military");
  EXPECT_EQ(killed[7], "gunmen");
  EXPECT_EQ(killed[8], "None");
  EXPECT_EQ(killed[15], "None");  // no recipient
}

TEST_F(Exports, ModesOfOurOwnAreNoneOfPlover) {
  Record record = SampleRecord();
  record.items.events[1].mode = "drone";
  options_.statuses = HappenedStatuses();
  EXPECT_EQ(Cells(Write("polecat", record)).at(0)[3], "None");
  EXPECT_NE(Write("plover", record).find("\"mode\":[]"), std::string::npos);
  record.items.events[1].status = EventStatus::kNegated;
  options_.statuses = {EventStatus::kNegated};
  EXPECT_NE(Write("plover", record).find("\"mode\":[\"negation\"]"), std::string::npos);
}

TEST_F(Exports, PloverKeepsOneEventOfSeveralActors) {
  const std::string text = Write("plover", SampleRecord());
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 2);
  EXPECT_NE(text.find("\"size\":{\"dead\":12,\"injured\":null,\"arrested\":null}"), std::string::npos);
  EXPECT_NE(text.find("\"text\":\"At least 12 people were killed by gunmen near the lake on Monday, Brenn said.\""),
            std::string::npos);
}

TEST_F(Exports, CitronCuesAlwaysStand) {
  Record record = SampleRecord();
  record.items.statements[0].cue = {};
  EXPECT_NE(Write("citron", record).find("\"cue\":{\"start\":147,\"end\":147,\"text\":\"\"}"), std::string::npos)
      << Write("citron", record);
}

TEST(NumberOfId, IsStableAndFitsADouble) {
  EXPECT_EQ(NumberOfId("ev-0123456789_1"), NumberOfId("ev-0123456789_1"));
  std::set<int64_t> numbers;
  for (int i = 0; i < 10'000; ++i) {
    const int64_t number = NumberOfId("ev-" + std::to_string(i));
    EXPECT_GE(number, 0);
    EXPECT_LT(number, int64_t{1} << 52);
    numbers.insert(number);
  }
  EXPECT_EQ(numbers.size(), 10'000U);
}

}  // namespace
}  // namespace rapporteur
