#include "tools/command_line.h"

#include <gtest/gtest.h>

#include <vector>

#include "tools/progress.h"
#include "tools/setup.h"

namespace rapporteur {
namespace {

CommandLine Parse(std::vector<const char*> words) {
  words.insert(words.begin(), "rapporteur");
  return ParseCommandLine(static_cast<int>(words.size()), words.data());
}

TEST(CommandLine, Read) {
  const CommandLine line = Parse({"read", "a.txt", "b", "--published", "2015-12-15", "-j", "3", "--lexicon", "mine",
                                  "--lexicon", "more", "-o", "out/", "--format", "text", "c.txt"});
  ASSERT_TRUE(line.options);
  EXPECT_EQ(line.options->command, "read");
  EXPECT_EQ(line.options->input.paths, (std::vector<std::string>{"a.txt", "b", "c.txt"}));
  EXPECT_EQ(line.options->data.lexicon, (std::vector<std::string>{"mine", "more"}));
  EXPECT_EQ(line.options->jobs, 3U);
  EXPECT_EQ(line.options->output, "out/");
}

TEST(CommandLine, TheOtherCommands) {
  EXPECT_EQ(Parse({"explain", "e3", "-"}).options->item, "e3");
  EXPECT_EQ(Parse({"lexicon", "check"}).options->command, "lexicon check");
  EXPECT_EQ(Parse({"lexicon", "check", "mine"}).options->data.lexicon, std::vector<std::string>{"mine"});
  EXPECT_EQ(Parse({"validate", "r.jsonl", "a.txt", "b.txt"}).options->input.paths.size(), 2U);
  EXPECT_EQ(Parse({"parse", "a.txt"}).options->command, "parse");
  EXPECT_EQ(Parse({"explain", "e3", "a.jsonl", "--row", "7"}).options->row, 7U);
  const CommandLine articles =
      Parse({"articles", "a.csv", "--map", "text=Story", "--from", "csv", "--rejects", "bad.jsonl"});
  ASSERT_TRUE(articles.options);
  EXPECT_EQ(articles.options->command, "articles");
  EXPECT_EQ(articles.options->input.map, "text=Story");
  EXPECT_EQ(articles.options->input.from, "csv");
  EXPECT_EQ(articles.options->rejects, "bad.jsonl");
  const CommandLine add = Parse({"add", "--record", "r.duckdb", "-j", "2", "--confirm", "--batch", "5", "a.txt", "b"});
  EXPECT_EQ(add.options->command, "add");
  EXPECT_EQ(add.options->record, "r.duckdb");
  EXPECT_EQ(add.options->input.paths, (std::vector<std::string>{"a.txt", "b"}));
  EXPECT_TRUE(add.options->confirm);
  EXPECT_EQ(add.options->batch, 5U);
  EXPECT_EQ(Parse({"export", "--record", "r", "--format", "jsonl"}).options->command, "export");
  EXPECT_EQ(Parse({"--version"}).options->command, "version");
}

TEST(CommandLine, WhatMakesNoSenseIsRefused) {
  for (const std::vector<const char*>& words :
       std::vector<std::vector<const char*>>{{},
                                             {"read"},
                                             {"reed", "a"},
                                             {"read", "a", "--format", "xml"},
                                             {"read", "a", "-j", "0"},
                                             {"lexicon"},
                                             {"add", "a.txt"},
                                             {"add", "--record", "r"},
                                             {"add", "--record", "r", "a.txt", "--batch", "0"},
                                             {"export"},
                                             {"export", "--record", "r", "--format", "xml"},
                                             {"explain", "e1"},
                                             {"explain", "e1", "a", "b"},
                                             {"read", "a", "--date-order", "ymd"},
                                             {"articles"},
                                             {"read", "a", "--color", "blue"}}) {
    const CommandLine line = Parse(words);
    EXPECT_FALSE(line.options) << (words.empty() ? "nothing" : words.back());
    EXPECT_EQ(line.exit_code, kExitUsage);
  }
}

TEST(CommandLine, HelpIsNoError) {
  const CommandLine line = Parse({"read", "--help"});
  EXPECT_FALSE(line.options);
  EXPECT_EQ(line.exit_code, kExitOk);
}

TEST(Setup, ADateThatIsNone) {
  InputOptions input;
  EXPECT_FALSE(SaidOfReport(input)->published);
  input.published = "2015-12-15";
  EXPECT_EQ(SaidOfReport(input)->published, (Date{2015, 12, 15}));
  input.published = "15/12/2015";
  EXPECT_EQ(SaidOfReport(input).error().message, "--published: found \"15/12/2015\", expected a day as 2015-12-31");
}

TEST(Progress, Line) {
  EXPECT_EQ(ProgressLine(0, 4, 0), "[                    ]   0%  0/4 reports");
  EXPECT_EQ(ProgressLine(30, 100, 2.4), "[######              ]  30%  30/100 reports  12.5/s  6 s left");
  EXPECT_EQ(ProgressLine(1, 1000, 10), "[                    ]   0%  1/1000 reports  0.1/s  2 h 46 min left");
  EXPECT_EQ(ProgressLine(30, 0, 2.4), "30 reports  12.5/s");
  EXPECT_EQ(ProgressLine(4, 4, 1), "[####################] 100%  4/4 reports  4.0/s  0 s left");
}

}  // namespace
}  // namespace rapporteur
