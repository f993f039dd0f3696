// Finds near-copies among many reports: wire copies, and copies stitched from paragraphs of several, re-ordered,
// lightly edited, with another headline and other boilerplate.
//
// A report is its sentences' words in lower case without marks; a sentence is found in another report when enough of
// its runs of words (shingles) stand there. Candidates come from an index of shingles, never from all pairs: a shingle
// of many reports leads only to its neighbours in the order of adding. Not for several threads. Deterministic; memory
// is about 10 bytes a word.
#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "merge/disjoint_sets.h"

namespace rapporteur {

struct CopyOptions {
  double sentence_share = 0.35;  // of a sentence's shingles that stand in the other report, to find it there
  double copy_share = 0.5;       // of a report's words in found sentences, its beginning among them: a copy
  double same_share = 0.75;      // the same, whatever its beginning; of both reports: the same text, edited
  double part_share = 0.15;      // the same, of each source of a stitched copy
  uint32_t fewest_words = 20;    // in found sentences: fewer are a quotation that both have
  size_t most_candidates = 32;   // reports compared with one report
};

// Report `report` shares sentences with `other`: `share` of its words stand in sentences found there, `back` of the
// other's words in sentences found here.
struct CopyLink {
  uint32_t report = 0;
  uint32_t other = 0;  // added before `report`
  double share = 0;
  double back = 0;
  bool copy = false;  // one of the two is a copy of the other, or holds it
};

struct CopyResult {
  std::vector<CopyLink> links;  // by report, then other: all that reach part_share on one side
  // The first report of each report's group: copies of one another, directly or through others, or one that holds the
  // other. Its own number: none.
  std::vector<uint32_t> group;
  // The groups that a report is stitched from: together they hold copy_share of its words, and each part_share that no
  // other has. It is no source of its own, and its sources stay apart. Empty: not stitched.
  std::vector<std::vector<uint32_t>> stitched_from;
};

class CopyFinder {
 public:
  explicit CopyFinder(const CopyOptions& options = {}) : options_(options) {}

  // The next report, numbered 0, 1, 2 …; `sentences` of its prose. `day` in days since 1970, or kNoDay: of two reports
  // of different days the later one may be stitched from the other, of one day the one added later.
  static constexpr int64_t kNoDay = INT64_MIN;
  void Add(std::string_view utf8, const std::vector<Span>& sentences, int64_t day);

  // Once, after the last Add.
  CopyResult Find();

 private:
  struct Shingle {
    uint32_t hash = 0;
    uint16_t sentence = 0;
    friend auto operator<=>(const Shingle&, const Shingle&) = default;
  };
  struct Sentence {
    uint16_t words = 0;
    uint16_t shingles = 0;
  };
  struct Report {
    std::vector<Shingle> shingles;  // sorted
    std::vector<Sentence> sentences;
    uint32_t words = 0;
    int64_t day = kNoDay;
  };
  using Postings = std::vector<uint64_t>;
  // Words of a report that stand in found sentences, sentence by sentence.
  struct Found {
    std::vector<uint32_t> sentences;
    uint32_t words = 0;
    bool lead = false;  // one of the sentences with which the report begins is among them
  };
  struct Comparison {
    Found here, there;
  };

  static std::vector<size_t> Frequencies(const Report& report, const std::vector<uint32_t>& all);
  void DropBoilerplate();
  Postings Index() const;
  std::vector<uint32_t> Candidates(uint32_t report, const Postings& postings, std::vector<uint16_t>& counts) const;
  Comparison Compare(const Report& a, const Report& b) const;
  Found FoundOf(const Report& report, const std::vector<uint16_t>& shared) const;
  bool IsCopy(const Found& found, const Report& report) const;
  std::vector<CopyLink> Links() const;
  // The sentences of each report that other sets hold.
  using Held = std::vector<std::map<uint32_t, std::vector<uint32_t>>>;
  Held HeldByOthers(const std::vector<CopyLink>& links, DisjointSets& sets) const;
  std::vector<uint32_t> SourcesOf(const Report& report, const Held::value_type& held) const;

  CopyOptions options_;
  std::vector<Report> reports_;
};

}  // namespace rapporteur
