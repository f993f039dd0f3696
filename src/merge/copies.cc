#include "merge/copies.h"

#include <algorithm>
#include <limits>

#include "merge/words.h"

namespace rapporteur {
namespace {

constexpr size_t kRun = 4;               // words in a shingle
constexpr size_t kFewestInSentence = 6;  // words: "He did not elaborate." says nothing of a source
constexpr uint32_t kSample = 4;          // one shingle in four is in the index
constexpr size_t kCommon = 24;           // reports of a shingle, from which it leads to neighbours only
constexpr uint16_t kFewestShared = 2;    // shingles of the index that two reports share, to be compared
constexpr size_t kBoilerplate = 4;  // reports that share a sentence, for it to be boilerplate in one with rarer ones
constexpr size_t kLead = 3;         // sentences that tell a report's story
constexpr size_t kMostSentences = std::numeric_limits<uint16_t>::max();

uint32_t HashOf(uint64_t posting) { return static_cast<uint32_t>(posting >> 32U); }
uint32_t ReportOf(uint64_t posting) { return static_cast<uint32_t>(posting); }

double ShareOf(uint32_t part, uint32_t whole) { return whole == 0 ? 0 : static_cast<double>(part) / whole; }

}  // namespace

void CopyFinder::Add(std::string_view utf8, const std::vector<Span>& sentences, int64_t day) {
  Report report;
  report.day = day;
  std::vector<uint64_t> words;
  for (const Span sentence : sentences) {
    words.clear();
    ForEachWord(utf8, sentence, [&](uint64_t hash, uint32_t /*begin*/, uint32_t /*end*/) { words.push_back(hash); });
    if (words.size() < kFewestInSentence || words.size() > kMostSentences || report.sentences.size() == kMostSentences)
      continue;
    const auto number = static_cast<uint16_t>(report.sentences.size());
    for (size_t i = 0; i + kRun <= words.size(); ++i) {
      uint64_t hash = kEmptyHash;
      for (size_t k = 0; k < kRun; ++k) hash = MixHash(hash + words[i + k]);
      report.shingles.push_back({static_cast<uint32_t>(hash), number});
    }
    report.sentences.push_back({static_cast<uint16_t>(words.size()), static_cast<uint16_t>(words.size() + 1 - kRun)});
    report.words += static_cast<uint32_t>(words.size());
  }
  std::sort(report.shingles.begin(), report.shingles.end());
  reports_.push_back(std::move(report));
}

namespace {

size_t MiddleOf(std::vector<size_t>& numbers) {
  const auto middle = numbers.begin() + static_cast<std::ptrdiff_t>(numbers.size() / 2);
  std::nth_element(numbers.begin(), middle, numbers.end());
  return *middle;
}

}  // namespace

// How many reports have a sentence's words: the middle of its shingles, so that small edits do not hide it.
std::vector<size_t> CopyFinder::Frequencies(const Report& report, const std::vector<uint32_t>& all) {
  std::vector<std::vector<size_t>> of_shingles(report.sentences.size());
  for (const Shingle& shingle : report.shingles) {
    const auto [first, last] = std::equal_range(all.begin(), all.end(), shingle.hash);
    of_shingles[shingle.sentence].push_back(static_cast<size_t>(last - first));
  }
  std::vector<size_t> often;
  often.reserve(of_shingles.size());
  for (std::vector<size_t>& counts : of_shingles) often.push_back(MiddleOf(counts));
  return often;
}

// A sentence of many reports, in a report whose other sentences are not: sign-up lines, but also the paragraph of
// background that an agency puts under each story. In a story that many papers print, all sentences are as frequent.
void CopyFinder::DropBoilerplate() {
  std::vector<uint32_t> all;
  for (const Report& report : reports_) {
    for (const Shingle& shingle : report.shingles) all.push_back(shingle.hash);
  }
  std::sort(all.begin(), all.end());
  for (Report& report : reports_) {
    if (report.sentences.empty()) continue;
    const std::vector<size_t> often = Frequencies(report, all);
    std::vector<size_t> sorted = often;
    const size_t usual = std::max(kBoilerplate / 2, MiddleOf(sorted));
    std::vector<bool> dropped(often.size());
    for (size_t i = 0; i < often.size(); ++i) {
      dropped[i] = often[i] >= 2 * usual;
      if (!dropped[i]) continue;
      report.words -= report.sentences[i].words;
      report.sentences[i].words = 0;
    }
    std::erase_if(report.shingles, [&](const Shingle& shingle) { return dropped[shingle.sentence]; });
  }
}

// The sampled shingles of all reports, sorted by hash, then report; each once a report.
CopyFinder::Postings CopyFinder::Index() const {
  Postings postings;
  for (uint32_t i = 0; i < reports_.size(); ++i) {
    for (const Shingle& shingle : reports_[i].shingles) {
      if (shingle.hash % kSample == 0) postings.push_back((static_cast<uint64_t>(shingle.hash) << 32U) | i);
    }
  }
  std::sort(postings.begin(), postings.end());
  postings.erase(std::unique(postings.begin(), postings.end()), postings.end());
  return postings;
}

// Reports before this one that share sampled shingles with it, those that share most first. `counts` is all zero
// before and after.
std::vector<uint32_t> CopyFinder::Candidates(uint32_t report, const Postings& postings,
                                             std::vector<uint16_t>& counts) const {
  std::vector<uint32_t> met;
  const auto count = [&](uint32_t other) {
    if (counts[other]++ == 0) met.push_back(other);
  };
  uint64_t last = std::numeric_limits<uint64_t>::max();
  for (const Shingle& shingle : reports_[report].shingles) {
    if (shingle.hash % kSample != 0 || shingle.hash == last) continue;
    last = shingle.hash;
    const uint64_t own = (last << 32U) | report;
    auto at = std::lower_bound(postings.begin(), postings.end(), own);
    for (size_t n = 0; n < kCommon && at != postings.begin() && HashOf(*(at - 1)) == shingle.hash; ++n)
      count(ReportOf(*--at));
  }
  std::vector<uint32_t> best;
  for (const uint32_t other : met) {
    if (counts[other] >= kFewestShared) best.push_back(other);
  }
  std::sort(best.begin(), best.end(),
            [&](uint32_t a, uint32_t b) { return counts[a] != counts[b] ? counts[a] > counts[b] : a > b; });
  if (best.size() > options_.most_candidates) best.resize(options_.most_candidates);
  for (const uint32_t other : met) counts[other] = 0;
  return best;
}

CopyFinder::Found CopyFinder::FoundOf(const Report& report, const std::vector<uint16_t>& shared) const {
  Found found;
  for (uint32_t i = 0; i < report.sentences.size(); ++i) {
    const Sentence& sentence = report.sentences[i];
    if (sentence.words == 0 || shared[i] < kFewestShared || shared[i] < options_.sentence_share * sentence.shingles)
      continue;
    found.sentences.push_back(i);
    found.words += sentence.words;
  }
  size_t begun = 0;  // sentences of its own
  for (size_t i = 0; i < report.sentences.size() && begun < kLead; ++i) {
    if (report.sentences[i].words == 0) continue;
    ++begun;
    found.lead = found.lead || std::binary_search(found.sentences.begin(), found.sentences.end(), i);
  }
  return found;
}

CopyFinder::Comparison CopyFinder::Compare(const Report& a, const Report& b) const {
  std::vector<uint16_t> of_a(a.sentences.size()), of_b(b.sentences.size());
  auto left = a.shingles.begin();
  auto right = b.shingles.begin();
  while (left != a.shingles.end() && right != b.shingles.end()) {
    if (left->hash != right->hash) {
      ++(left->hash < right->hash ? left : right);
      continue;
    }
    const uint32_t hash = left->hash;
    for (; left != a.shingles.end() && left->hash == hash; ++left) ++of_a[left->sentence];
    for (; right != b.shingles.end() && right->hash == hash; ++right) ++of_b[right->sentence];
  }
  return {FoundOf(a, of_a), FoundOf(b, of_b)};
}

bool CopyFinder::IsCopy(const Found& found, const Report& report) const {
  const double share = ShareOf(found.words, report.words);
  return share >= options_.same_share || (share >= options_.copy_share && found.lead);
}

std::vector<CopyLink> CopyFinder::Links() const {
  std::vector<CopyLink> links;
  const Postings postings = Index();
  std::vector<uint16_t> counts(reports_.size());
  for (uint32_t i = 0; i < reports_.size(); ++i) {
    std::vector<uint32_t> candidates = Candidates(i, postings, counts);
    std::sort(candidates.begin(), candidates.end());
    for (const uint32_t other : candidates) {
      const Comparison compared = Compare(reports_[i], reports_[other]);
      const CopyLink link{i, other, ShareOf(compared.here.words, reports_[i].words),
                          ShareOf(compared.there.words, reports_[other].words),
                          IsCopy(compared.here, reports_[i]) || IsCopy(compared.there, reports_[other])};
      const uint32_t words = std::min(compared.here.words, compared.there.words);
      if (std::max(link.share, link.back) >= options_.part_share && words >= options_.fewest_words)
        links.push_back(link);
    }
  }
  return links;
}

CopyFinder::Held CopyFinder::HeldByOthers(const std::vector<CopyLink>& links, DisjointSets& sets) const {
  Held held(reports_.size());
  const auto note = [&](uint32_t report, uint32_t source, double share) {
    const Report& one = reports_[report];
    const Report& other = reports_[source];
    const bool later =
        one.day == kNoDay || other.day == kNoDay || one.day == other.day ? report > source : one.day > other.day;
    if (!later || share < options_.part_share || sets.Of(report) == sets.Of(source)) return;
    auto& sentences = held[report][sets.Of(source)];
    const std::vector<uint32_t> found = Compare(one, other).here.sentences;
    sentences.insert(sentences.end(), found.begin(), found.end());
  };
  for (const CopyLink& link : links) {
    note(link.report, link.other, link.share);
    note(link.other, link.report, link.back);
  }
  return held;
}

// The sets that a report is stitched from; empty: it is not.
std::vector<uint32_t> CopyFinder::SourcesOf(const Report& report, const Held::value_type& held) const {
  std::vector<uint32_t> holders(report.sentences.size());  // sets that hold a sentence
  std::map<uint32_t, std::vector<uint32_t>> once;
  for (const auto& [set, sentences] : held) {
    std::vector<uint32_t>& own = once[set];
    own = sentences;
    std::sort(own.begin(), own.end());
    own.erase(std::unique(own.begin(), own.end()), own.end());
    for (const uint32_t sentence : own) ++holders[sentence];
  }
  uint32_t words = 0;
  for (size_t i = 0; i < holders.size(); ++i) words += holders[i] > 0 ? report.sentences[i].words : 0;
  std::vector<uint32_t> sources;
  for (const auto& [set, sentences] : once) {
    uint32_t alone = 0;
    for (const uint32_t sentence : sentences) alone += holders[sentence] == 1 ? report.sentences[sentence].words : 0;
    if (ShareOf(alone, report.words) >= options_.part_share) sources.push_back(set);
  }
  if (sources.size() < 2 || ShareOf(words, report.words) < options_.copy_share) sources.clear();
  return sources;
}

CopyResult CopyFinder::Find() {
  CopyResult result;
  DropBoilerplate();
  result.links = Links();
  DisjointSets sets(reports_.size());
  for (const CopyLink& link : result.links) {
    if (std::min(link.share, link.back) >= options_.same_share) sets.Join(link.report, link.other);
  }
  const Held held = HeldByOthers(result.links, sets);
  for (uint32_t i = 0; i < reports_.size(); ++i) result.stitched_from.push_back(SourcesOf(reports_[i], held[i]));
  // What is stitched would make its sources one.
  for (const CopyLink& link : result.links) {
    const bool stitched = !result.stitched_from[link.report].empty() || !result.stitched_from[link.other].empty();
    if (!stitched && link.copy) sets.Join(link.report, link.other);
  }
  for (uint32_t i = 0; i < reports_.size(); ++i) result.group.push_back(sets.Of(i));
  for (std::vector<uint32_t>& sources : result.stitched_from) {
    for (uint32_t& source : sources) source = sets.Of(source);
    std::sort(sources.begin(), sources.end());
    sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
  }
  return result;
}

}  // namespace rapporteur
