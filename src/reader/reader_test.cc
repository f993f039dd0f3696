#include "reader/reader.h"

#include <gtest/gtest.h>

#include <thread>

#include "record/validate.h"

namespace rapporteur {
namespace {

// Opened once: the model and the lexicon take a while. The tests run from the repository's root.
const Reader& TheReader() {
  static const Reader reader = [] {
    auto opened = Reader::Open({"model/english.rapm", {"lexicon"}});
    if (!opened.ok()) {
      ADD_FAILURE() << opened.error().message;
      std::abort();
    }
    return std::move(opened).value();
  }();
  return reader;
}

constexpr std::string_view kReport =
    "Leaders meet in Reykjavik\n\n"
    "Ronald Reagan and Mikhail Gorbachev met in Reykjavik on Saturday. “The talks were serious,” a US official said.\n";

TEST(Reader, ARecordThatHolds) {
  const auto read = TheReader().Read(kReport, {});
  ASSERT_TRUE(read.ok()) << read.error().message;
  EXPECT_EQ(read->record.report.title, "Leaders meet in Reykjavik");
  EXPECT_FALSE(read->record.items.actors.empty());
  const std::string lines = WriteJsonLines(read->record);
  const auto problems = ValidateRecord(lines, read->record.text);
  EXPECT_TRUE(problems.empty()) << problems.front().message;
}

TEST(Reader, StrangeInputGivesARecordAndNoError) {
  std::string spaces(5000, ' ');
  std::string bytes;
  for (int i = 0; i < 3000; ++i) bytes += static_cast<char>(i * 7919 % 256);
  for (const std::string& input : {std::string(), spaces, bytes, std::string(3, '\0'), std::string(4000, '"'),
                                   std::string("\xEF\xBB\xBF"), std::string(2000, 'x')}) {
    const auto read = TheReader().Read(input, {});
    ASSERT_TRUE(read.ok()) << read.error().message;
    const auto problems = ValidateRecord(WriteJsonLines(read->record), read->record.text);
    EXPECT_TRUE(problems.empty()) << problems.front().message;
  }
}

TEST(Reader, ThreadsGetTheSameRecord) {
  const auto alone = TheReader().Read(kReport, {});
  ASSERT_TRUE(alone.ok());
  std::vector<std::string> records(4);
  std::vector<std::thread> threads;
  threads.reserve(records.size());
  for (std::string& record : records) {
    threads.emplace_back([&record] {
      const auto read = TheReader().Read(kReport, {});
      if (read.ok()) record = WriteJsonLines(read->record);
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& record : records) EXPECT_EQ(record, WriteJsonLines(alone->record));
}

TEST(Reader, ALimitIsSaidAndNothingCut) {
  DecodeOptions decode;
  decode.max_bytes = 10;
  const auto read = TheReader().Read(kReport, {}, decode);
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.error().code, ErrorCode::kLimit);
}

TEST(Reader, MoreWordsThanAReportHas) {
  std::string text;
  for (size_t i = 0; i <= kMostWords; ++i) text += "a ";
  const auto read = TheReader().Read(text, {});
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.error().code, ErrorCode::kLimit);
  EXPECT_EQ(read.error().message,
            "found 2000001 words, more than the 2000000 that one report may have; is it a text, and of one report?");
}

TEST(Reader, MissingModelOrLexicon) {
  const auto no_model = Reader::Open({"model/none.rapm", {"lexicon"}});
  ASSERT_FALSE(no_model.ok());
  EXPECT_EQ(no_model.error().code, ErrorCode::kIo);
  EXPECT_NE(no_model.error().message.find("model/none.rapm"), std::string::npos) << no_model.error().message;
  const auto no_lexicon = Reader::Open({"model/english.rapm", {"lexicon/none"}});
  ASSERT_FALSE(no_lexicon.ok());
  EXPECT_EQ(no_lexicon.error().code, ErrorCode::kIo);
}

}  // namespace
}  // namespace rapporteur
