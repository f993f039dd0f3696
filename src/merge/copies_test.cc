// Twenty copies are made from the repository's own texts by rules: cut, re-ordered, edited word by word, under another
// headline and with boilerplate; ten of one text, ten stitched from two. All must be found, and nothing else.
#include "merge/copies.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "text/segment.h"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;

struct Source {
  std::string text;
  std::vector<Span> sentences;
};

std::vector<Span> SentencesOf(const std::string& text) {
  static const auto segmenter = Segmenter::Create();
  ReportText report;
  report.utf8 = text;
  const auto segmented = segmenter->Segment(report);
  std::vector<Span> sentences;
  for (const SentenceText& sentence : segmented->sentences) {
    if (sentence.kind == SegmentKind::kProse) sentences.push_back(sentence.span);
  }
  return sentences;
}

// Reports of the development cases, which tell different things.
const std::vector<Source>& Sources() {
  static const std::vector<Source> all = [] {
    std::vector<fs::path> paths;
    for (const auto& entry : fs::directory_iterator("cases/dealings")) {
      if (fs::exists(entry.path() / "report.txt")) paths.push_back(entry.path() / "report.txt");
    }
    std::sort(paths.begin(), paths.end());
    std::vector<Source> sources;
    for (const fs::path& path : paths) {
      std::ifstream in(path, std::ios::binary);
      std::string text{std::istreambuf_iterator<char>(in), {}};
      sources.push_back({text, SentencesOf(text)});
    }
    return sources;
  }();
  return all;
}

// The sentence with every `nth` word left out, replaced or followed by another, in turn.
std::string Edited(std::string_view sentence, size_t nth) {
  std::string out;
  size_t word = 0;
  size_t edits = 0;
  for (size_t at = 0; at < sentence.size();) {
    const size_t end = std::min(sentence.find(' ', at), sentence.size());
    const std::string_view piece = sentence.substr(at, end - at);
    at = end + 1;
    if (++word % nth != 0) {
      out += std::string(piece) + ' ';
      continue;
    }
    ++edits;
    if (edits % 3 == 1) out += "meanwhile ";
    if (edits % 3 == 2) out += std::string(piece) + " reportedly ";
  }
  return out;
}

// Every second sentence or all, from the middle on and round, edited.
std::string Part(const Source& source, size_t take_of_three, size_t nth) {
  std::string out;
  const size_t count = source.sentences.size();
  for (size_t i = 0; i < count; ++i) {
    const size_t n = (i + count / 2) % count;
    if (n % 3 >= take_of_three) continue;
    out += Edited(source.sentences[n].of(source.text), nth) + (i % 2 == 0 ? "\n\n" : " ");
  }
  return out;
}

constexpr const char* kBoilerplate =
    "\n\nSign up for our morning letter and never miss what matters in the region. All rights reserved; the views "
    "expressed here need not be those of this site or of its owners.\n";

std::string CopyNumber(size_t n) {
  const auto& sources = Sources();
  const size_t nth = 8 + n % 5;
  if (n < 10) return "What you must know this evening\n\n" + Part(sources[n], 2 + n % 2, nth) + kBoilerplate;
  return "Two stories of the day\n\n" + Part(sources[n], 2, nth) + Part(sources[n + 10], 2, nth) + kBoilerplate;
}

CopyFinder FinderOfAll() {
  CopyFinder finder;
  for (const Source& source : Sources()) finder.Add(source.text, source.sentences, 100);
  for (size_t n = 0; n < 20; ++n) {
    const std::string copy = CopyNumber(n);
    finder.Add(copy, SentencesOf(copy), 101);
  }
  return finder;
}

TEST(Copies, TwentyAreFoundAndNoOther) {
  const auto count = static_cast<uint32_t>(Sources().size());
  ASSERT_GE(count, 30U);
  std::set<std::pair<uint32_t, uint32_t>> expected;
  for (uint32_t n = 0; n < 20; ++n) {
    expected.insert({count + n, n});
    if (n >= 10) expected.insert({count + n, n + 10});
  }
  const CopyResult result = FinderOfAll().Find();
  std::set<std::pair<uint32_t, uint32_t>> found;
  for (const CopyLink& link : result.links) found.insert({link.report, link.other});
  EXPECT_EQ(found, expected);
}

TEST(Copies, ACopyIsOneSourceWithItsOriginal) {
  const auto count = static_cast<uint32_t>(Sources().size());
  const CopyResult result = FinderOfAll().Find();
  for (uint32_t n = 0; n < 10; ++n) {
    EXPECT_EQ(result.group[count + n], n);
    EXPECT_TRUE(result.stitched_from[count + n].empty()) << n;
  }
}

TEST(Copies, WhatIsStitchedLeavesItsSourcesApart) {
  const auto count = static_cast<uint32_t>(Sources().size());
  const CopyResult result = FinderOfAll().Find();
  for (uint32_t n = 10; n < 20; ++n) {
    EXPECT_EQ(result.stitched_from[count + n], (std::vector<uint32_t>{n, n + 10}));
    EXPECT_NE(result.group[n], result.group[n + 10]);
  }
}

TEST(Copies, AQuotationThatBothHaveIsNoCopy) {
  const std::string quotation =
      " \"We shall not leave the valley before the last of our people is home again,\" she said. ";
  std::string a = Part(Sources()[0], 2, 1000) + quotation;
  std::string b = quotation + Part(Sources()[1], 2, 1000);
  CopyFinder finder;
  finder.Add(a, SentencesOf(a), 1);
  finder.Add(b, SentencesOf(b), 1);
  EXPECT_TRUE(finder.Find().links.empty());
}

// A wire story in two hundred papers: none of its words is rare, and its copies are found all the same.
TEST(Copies, AStoryPrintedEverywhereIsOneGroup) {
  CopyFinder finder;
  for (int i = 0; i < 200; ++i) {
    const std::string copy = "Paper number " + std::to_string(i) + "\n\n" + Part(Sources()[2], 3, 9 + i % 7);
    finder.Add(copy, SentencesOf(copy), i);
  }
  const CopyResult result = finder.Find();
  EXPECT_EQ(std::set<uint32_t>(result.group.begin(), result.group.end()), std::set<uint32_t>{0});
}

TEST(Copies, NothingAndJunkAreNoCopies) {
  CopyFinder finder;
  EXPECT_TRUE(finder.Find().links.empty());
  finder.Add("", {}, CopyFinder::kNoDay);
  finder.Add("a a a a a a a a", {Span{0, 15}}, CopyFinder::kNoDay);
  finder.Add("a a a a a a a a", {Span{0, 15}}, CopyFinder::kNoDay);
  const CopyResult result = finder.Find();
  EXPECT_TRUE(result.links.empty());  // eight words are too few
  EXPECT_EQ(result.group, (std::vector<uint32_t>{0, 1, 2}));
}

}  // namespace
}  // namespace rapporteur
