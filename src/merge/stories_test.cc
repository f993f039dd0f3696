#include "merge/stories.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <random>

namespace rapporteur {
namespace {

// A report of the words first, first + 1, … and of one actor.
StoryReport ReportOf(int64_t day, uint32_t first, uint32_t words, uint32_t actor, uint32_t publisher = 0) {
  StoryReport report;
  report.day = day;
  report.publisher = publisher;
  for (uint32_t i = 0; i < words; ++i) report.words.push_back({first + i, 1});
  report.actors.push_back({1'000'000 + actor, 1});
  return report;
}

TEST(Stories, ReportsOfOneEventAreOne) {
  const std::vector<uint32_t> found =
      FindStories({ReportOf(10, 0, 30, 1), ReportOf(10, 100, 30, 2), ReportOf(11, 10, 30, 1), ReportOf(12, 110, 30, 2),
                   ReportOf(11, 300, 30, 3)},
                  {});
  EXPECT_EQ(found, (std::vector<uint32_t>{0, 1, 0, 1, 4}));
}

TEST(Stories, WhatLiesMonthsApartNeedsMoreInCommon) {
  const auto story_of = [](int64_t gap, uint32_t publisher) {
    StoryOptions options;
    options.link = 0.15;
    return FindStories({ReportOf(0, 0, 30, 1, 7), ReportOf(gap, 15, 30, 2, publisher), ReportOf(0, 200, 30, 1),
                        ReportOf(0, 200, 30, 2)},
                       options)[1];
  };
  EXPECT_EQ(story_of(1, 8), 0U);
  EXPECT_EQ(story_of(90, 8), 1U);
  EXPECT_EQ(story_of(1, 7), 1U);  // one publisher's phrases
}

TEST(Stories, NothingIsNoStory) {
  EXPECT_TRUE(FindStories({}, {}).empty());
  EXPECT_EQ(FindStories({StoryReport{}, StoryReport{}}, {}), (std::vector<uint32_t>{0, 1}));
}

// The same clusters whatever the order in which equally near pairs come.
TEST(Stories, ManyReportsOfFewEvents) {
  std::mt19937 random(5);
  std::vector<StoryReport> reports;
  for (uint32_t i = 0; i < 600; ++i) {
    StoryReport report;
    report.day = 100 + i % 20;
    for (uint32_t w = 0; w < 40; ++w) {
      const uint32_t word =
          w < 25 ? (i % 20) * 40 + static_cast<uint32_t>(random() % 40) : 5000 + static_cast<uint32_t>(random() % 3000);
      const auto has = [&](const StoryFeature& feature) { return feature.id == word; };
      if (std::none_of(report.words.begin(), report.words.end(), has)) report.words.push_back({word, 1});
    }
    reports.push_back(report);
  }
  const std::vector<uint32_t> found = FindStories(reports, {});
  for (uint32_t i = 0; i < 600; ++i) EXPECT_EQ(found[i], i % 20);
}

TEST(StoryOptionsTable, TheShippedOneIsTheDefault) {
  std::ifstream in("lexicon/merging.tsv", std::ios::binary);
  const auto options = ParseStoryOptions(std::string{std::istreambuf_iterator<char>(in), {}});
  ASSERT_TRUE(options.ok()) << options.error().message;
  const StoryOptions own;
  EXPECT_EQ(options->words, own.words);
  EXPECT_EQ(options->title, own.title);
  EXPECT_EQ(options->beginning, own.beginning);
  EXPECT_EQ(options->one_publisher, own.one_publisher);
  EXPECT_EQ(options->link, own.link);
  EXPECT_EQ(options->after_3_days, own.after_3_days);
  EXPECT_EQ(options->after_10_days, own.after_10_days);
  EXPECT_EQ(options->after_45_days, own.after_45_days);
  for (const auto& list : {options->steps.agreed, options->steps.proposed, options->steps.ended, options->steps.unsure})
    EXPECT_GT(list.size(), 3U);
}

TEST(StoryOptionsTable, BrokenOnesAreTold) {
  const std::string head = "key\tvalue\tnote\n";
  EXPECT_EQ(ParseStoryOptions(head + "words\t1\t-\n").error().message, "merging.tsv: found no line after-10-days");
  EXPECT_EQ(ParseStoryOptions(head + "link\tmuch\t-\n").error().message,
            "merging.tsv:2: found \"link\" with \"much\", expected a key that the table's header lists, once, and a "
            "number of 0 or "
            "more");
  EXPECT_EQ(ParseStoryOptions(head + "link\t1\t-\nlink\t1\t-\n").error().message.substr(0, 14), "merging.tsv:3:");
}

}  // namespace
}  // namespace rapporteur
