// What a user's directory changes: one report read without it and with it, to the lines that explain shows.
#include <gtest/gtest.h>

#include "formats/explain.h"
#include "lexicon/fixture.h"
#include "reader/reader.h"
#include "record/validate.h"

namespace rapporteur {
namespace {

constexpr std::string_view kReport =
    "Lake talks\n\n"
    "Harlan Voss met the Lake Wardens in Ostravil on Monday. The Reed League fleeced the miners of Norvia. Soldiers of "
    "the league arrested two reeves.\n";

std::map<std::string, std::string> OwnFiles() {
  return {{"groups.tsv", "NOR\tREB\tReed League\t-\t-\t-\t-\n"},
          {"places.tsv", "Ostravil\t-\tNOR\t61.5\t9.5\t-\t40000\n"},
          {"frames.tsv", "fleece\tverb\tCOERCE\tseize\t171\t-\tsubj\tobj\t-\tfleeced the miners\n!arrest\tverb\n"},
          {"lake.actors", "HARLAN_VOSS_ [USAELI]\n\t[NORGOV 150101-201231]\nLAKE_WARDENS_ [NORMIL]\nBROKEN [NOR\n"},
          {"lake.agents.txt", "REEVE [~JUD]\n"}};
}

class OwnKnowledge : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    own_ = new LexiconFixture("own_knowledge", OwnFiles(), false);
    shipped_reader_ = Open({"lexicon"});
    own_reader_ = Open({"lexicon", own_->path()});
  }
  static void TearDownTestSuite() {
    delete shipped_reader_;
    delete own_reader_;
    delete own_;
  }

  static Reader* Open(const std::vector<std::string>& lexicon) {
    auto opened = Reader::Open({"model/english.rapm", lexicon});
    if (!opened.ok()) throw std::runtime_error(opened.error().message);
    return new Reader(std::move(opened).value());
  }

  static ReadReport Read(const Reader& reader, int year = 2018) {
    ReadOptions options;
    options.published = Date{year, 3, 7};
    auto read = reader.Read(kReport, options);
    if (!read.ok()) throw std::runtime_error(read.error().message);
    return std::move(read).value();
  }

  // "COERCE seize: NOR REB -> NOR LAB"
  static std::vector<std::string> Events(const Record& record) {
    std::vector<std::string> all;
    const auto side = [](const std::vector<ActorRef>& refs) {
      std::string says;
      for (const ActorRef& who : refs) {
        says += (says.empty() ? "" : " + ") + (who.code.empty() ? std::string("-") : who.code);
        for (const std::string& sector : who.sectors) says += " " + sector;
      }
      return says;
    };
    for (const Event& event : record.items.events)
      all.push_back(event.type + (event.mode.empty() ? "" : " " + event.mode) + ": " + side(event.actors) + " -> " +
                    side(event.recipients));
    return all;
  }

  static std::string Explained(const ReadReport& read, size_t event) {
    return ExplainItem(read.record, read.parsed, {ItemKind::kEvent, static_cast<int>(event)}, {});
  }

  static LexiconFixture* own_;
  static Reader* shipped_reader_;
  static Reader* own_reader_;
};

LexiconFixture* OwnKnowledge::own_ = nullptr;
Reader* OwnKnowledge::shipped_reader_ = nullptr;
Reader* OwnKnowledge::own_reader_ = nullptr;

using Strings = std::vector<std::string>;

TEST_F(OwnKnowledge, WithoutItTheReportSaysLittle) {
  const ReadReport read = Read(*shipped_reader_);
  EXPECT_EQ(Events(read.record), (Strings{"CONSULT: - + - COP -> ", "COERCE arrest: - MIL -> -"}));
}

TEST_F(OwnKnowledge, ActorsFramesAndDictionariesCount) {
  const ReadReport read = Read(*own_reader_);
  EXPECT_EQ(Events(read.record), (Strings{"CONSULT: NOR GOV + NOR MIL -> ", "COERCE seize: NOR REB -> NOR LAB"}));
  for (const RecordProblem& problem : ValidateRecord(WriteJsonLines(read.record), read.record.text))
    ADD_FAILURE() << problem.message;
}

TEST_F(OwnKnowledge, CodesGoByTheReportsDate) {
  EXPECT_EQ(Events(Read(*own_reader_, 2024).record).front(), "CONSULT: USA ELI + NOR MIL -> ");
}

TEST_F(OwnKnowledge, PlacesCount) {
  const Event before = Read(*shipped_reader_).record.items.events.front();
  const Event after = Read(*own_reader_).record.items.events.front();
  ASSERT_TRUE(after.place);
  EXPECT_TRUE(!before.place || before.place->country.empty());
  EXPECT_EQ(after.place->country, "NOR");
  EXPECT_DOUBLE_EQ(after.place->lat, 61.5);
}

TEST_F(OwnKnowledge, ExplainShowsTheFilesAndLinesThatDecided) {
  const ReadReport read = Read(*own_reader_);
  const std::string meeting = Explained(read, 0);
  for (const char* line : {"lake.actors:2", "lake.actors:3", "places.tsv:2"})
    EXPECT_NE(meeting.find(own_->path() + "/" + line), std::string::npos) << line << "\n" << meeting;
  const std::string seizure = Explained(read, 1);
  for (const char* line : {"frames.tsv:2", "groups.tsv:2"})
    EXPECT_NE(seizure.find(own_->path() + "/" + line), std::string::npos) << line << "\n" << seizure;
}

TEST_F(OwnKnowledge, BrokenLinesAreToldAndTheRestIsRead) {
  const std::vector<LexiconProblem>& warnings = own_reader_->lexicon().warnings();
  ASSERT_EQ(warnings.size(), 2U);
  EXPECT_EQ(warnings[0].text(),
            own_->path() + "/lake.actors:4: found \"[NOR\", expected ] after the code; the line is left out");
  EXPECT_TRUE(shipped_reader_->lexicon().warnings().empty());
}

TEST_F(OwnKnowledge, TheRecordNamesAnotherLexicon) {
  EXPECT_NE(own_reader_->made_by().lexicon, shipped_reader_->made_by().lexicon);
}

}  // namespace
}  // namespace rapporteur
