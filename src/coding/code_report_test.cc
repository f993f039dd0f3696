// Properties of the whole pipeline with the shipped model: it ends, its evidence stands on words, it repeats itself.
#include "coding/code_report.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "language/model.h"
#include "resolve/parsed_text.h"
#include "text/segment.h"

namespace rapporteur {
namespace {

class Pipeline : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    Result<std::shared_ptr<const LanguageModel>> opened = LanguageModel::Open("model/english.rapm");
    if (!opened.ok()) {
      ADD_FAILURE() << "these tests need the shipped model: " << opened.error().message;
      return;
    }
    model_ = std::move(opened).value();
    SegmenterOptions options;
    options.weights = model_->Section("segment").value_or("");
    Result<Segmenter> made = Segmenter::Create(options);
    if (made.ok()) segmenter_ = std::make_unique<Segmenter>(std::move(made).value());
  }
  static void TearDownTestSuite() {
    segmenter_.reset();
    model_.reset();
  }

  void SetUp() override {
    if (model_ == nullptr || segmenter_ == nullptr) GTEST_SKIP() << "no model: see the failure of the suite";
  }

  static ParsedReport Parse(const std::string& utf8) {
    ReportText text;
    text.utf8 = utf8;
    Result<SegmentedReport> segmented = segmenter_->Segment(text);
    EXPECT_TRUE(segmented.ok());
    Result<ParsedReport> parsed = model_->Parse(std::move(text), std::move(segmented).value());
    EXPECT_TRUE(parsed.ok());
    return std::move(parsed).value();
  }

  static Items Code(const ParsedReport& report) {
    ReadOptions options;
    options.published = Date{2023, 8, 1};
    Result<Items> items = CodeReport(report, ShippedLexicon(), options);
    EXPECT_TRUE(items.ok());
    return std::move(items).value();
  }

  static std::shared_ptr<const LanguageModel> model_;
  static std::unique_ptr<Segmenter> segmenter_;
};
std::shared_ptr<const LanguageModel> Pipeline::model_;
std::unique_ptr<Segmenter> Pipeline::segmenter_;

// Every span that an item carries, evidence first.
std::vector<Span> SpansOf(const Items& items) {
  std::vector<Span> spans;
  auto evidence = [&](const ItemBase& item) {
    for (const Evidence& e : item.evidence) spans.push_back(e.span);
  };
  auto refs = [&](const std::vector<ActorRef>& all) {
    for (const ActorRef& ref : all) spans.push_back(ref.span);
  };
  for (const Actor& actor : items.actors) {
    evidence(actor);
    spans.insert(spans.end(), actor.mentions.begin(), actor.mentions.end());
  }
  for (const Event& event : items.events) {
    evidence(event);
    refs(event.actors);
    refs(event.recipients);
    refs(event.asserted_by);
    if (event.place) spans.push_back(event.place->span);
  }
  for (const Statement& st : items.statements) {
    evidence(st);
    spans.push_back(st.content);
    if (!st.cue.empty()) spans.push_back(st.cue);
    if (st.speaker) spans.push_back(st.speaker->span);
  }
  for (const Position& position : items.positions) evidence(position);
  for (const Talks& talks : items.talks) evidence(talks);
  for (const Agreement& agreement : items.agreements) evidence(agreement);
  for (const Dispute& dispute : items.disputes) evidence(dispute);
  return spans;
}

// One line an item with all that it says, for comparing two runs.
std::vector<std::string> Lines(const Items& items) {
  std::vector<std::string> lines;
  auto base = [](const ItemBase& item) {
    std::string line = item.by.rule + " " + std::to_string(item.confidence);
    for (const Evidence& e : item.evidence)
      line += " " + e.role + "@" + std::to_string(e.span.begin) + "-" + std::to_string(e.span.end);
    for (const std::string& step : item.by.steps) line += " | " + step;
    return line;
  };
  for (const Actor& actor : items.actors) lines.push_back(actor.name + " " + actor.code + " " + base(actor));
  for (const Event& event : items.events)
    lines.push_back(event.type + " " + event.mode + " " + std::to_string(static_cast<int>(event.status)) + base(event));
  for (const Statement& st : items.statements) lines.push_back(std::to_string(st.parent) + " " + base(st));
  for (const Position& position : items.positions) lines.push_back(base(position));
  for (const Talks& talks : items.talks) lines.push_back(base(talks));
  for (const Agreement& agreement : items.agreements) lines.push_back(base(agreement));
  for (const Dispute& dispute : items.disputes) lines.push_back(base(dispute));
  return lines;
}

void ExpectSpansOnWords(const ParsedReport& report, const Items& items) {
  std::set<uint32_t> begins, ends;
  for (const ParsedSentence& sentence : report.sentences) {
    for (const ParsedWord& word : sentence.words) {
      begins.insert(word.span.begin);
      ends.insert(word.span.end);
    }
  }
  const std::string& text = report.text.utf8;
  for (const Span& span : SpansOf(items)) {
    ASSERT_LT(span.begin, span.end);
    ASSERT_LE(span.end, text.size());
    const std::string words(span.of(text));
    EXPECT_TRUE(begins.contains(span.begin)) << "begins within a word: " << words;
    EXPECT_TRUE(ends.contains(span.end)) << "ends within a word: " << words;
  }
  for (const Event& event : items.events) {
    ASSERT_FALSE(event.evidence.empty());
    for (const ActorRef& who : event.actors) EXPECT_LT(who.actor, static_cast<int>(items.actors.size()));
    EXPECT_LT(event.statement, static_cast<int>(items.statements.size()));
  }
  for (const Statement& st : items.statements) EXPECT_LT(st.parent, static_cast<int>(items.statements.size()));
}

void ExpectSound(const ParsedReport& report, const Items& items, const Items& again) {
  ExpectSpansOnWords(report, items);
  EXPECT_EQ(Lines(items), Lines(again));
}

TEST_F(Pipeline, EndsOnOddTexts) {
  std::string long_sentence;
  for (int i = 0; i < 600; ++i) long_sentence += "the army attacked towns and ";
  const std::string texts[] = {
      "",
      " \n\n \t",
      "Moscow",
      "said",
      "“",
      ". , ; : ! ? … — “ ” ( ) ' \" ``",
      "«»„“”‘’\n\n“”\n",
      long_sentence,
      "Troops enter the capital\n\nMinister to quit\n\nTalks planned in Geneva\n",
      "\uFEFFIran said.\r\n\r\n\"Said said said,\" said Said.\r\n",
      "He said she said they said that he said it said so.",
      "“We “will ‘not’ go” she said “to the",
  };
  for (const std::string& text : texts) {
    SCOPED_TRACE(text.substr(0, 60));
    const ParsedReport report = Parse(text);
    ExpectSound(report, Code(report), Code(report));
  }
}

TEST_F(Pipeline, FindsNothingInNothing) {
  for (const char* text : {"", "\n\n", "… — “ ”"}) {
    const ParsedReport report = Parse(text);
    EXPECT_TRUE(Lines(Code(report)).empty()) << text;
  }
}

TEST_F(Pipeline, PutsEvidenceOnWords) {
  const ParsedReport report = Parse(
      "Dost's men left the U.S. base, Anna Brekke said. The envoy told reporters the plan came from the U.S.\n\n"
      "“It's the workers' right to strike in the '90s' way,” she said. He said -5 degrees weren't \"too cold.\"\n\n"
      "The ex-minister denied that he'd fled to the U.K. “We'll see,” said Lt. Col. J. R. Velk Jr., the rebels' "
      "second-in-command, adding that the rebels won't talk to the U.N.\n");
  const Items items = Code(report);
  EXPECT_GE(items.statements.size(), 4U);
  ExpectSound(report, items, Code(report));
}

// The report cases in cases/: a few hundred words each, of several styles.
TEST_F(Pipeline, ReadsTheCasesSoundly) {
  int read = 0;
  for (const auto& entry : std::filesystem::directory_iterator("cases")) {
    std::ifstream in(entry.path() / "report.txt", std::ios::binary);
    if (!in) continue;
    SCOPED_TRACE(entry.path().string());
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const ParsedReport report = Parse(text);
    const Items items = Code(report);
    EXPECT_GE(items.actors.size(), 5U);
    EXPECT_GE(items.events.size(), 5U);
    EXPECT_GE(items.statements.size(), 3U);
    const ParsedReport parsed_again = Parse(text);
    ExpectSound(report, items, Code(parsed_again));
    ++read;
  }
  EXPECT_GE(read, 6);
}

}  // namespace
}  // namespace rapporteur
