#include "merge/stories.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <queue>
#include <unordered_map>

#include "lexicon/table.h"
#include "merge/disjoint_sets.h"

namespace rapporteur {
namespace {

constexpr size_t kMostWords = 60;       // of a report, those that set it apart most
constexpr size_t kNeighbours = 64;      // reports before it that a feature leads to
constexpr size_t kMostCandidates = 48;  // reports compared with one report
constexpr double kOwn = 0.1;            // of the weight of what only one report has, in a large record
constexpr double kFew = 5;              // reports, among which it has all: few show little of what is rare
constexpr double kLeast = 0.04;         // likeness that counts at all

// Features of both kinds in one list of length 1, sorted by id.
using Vector = std::vector<StoryFeature>;

// Logarithms of the counts, rare features first, cut and of length sqrt(share). What only one report has is left out,
// and counts for less in its length: it tells nothing of others, and with all its weight no two reports would be alike.
void Weigh(std::vector<StoryFeature>& features, const std::unordered_map<uint32_t, uint32_t>& reports_of,
           size_t reports, double share) {
  for (StoryFeature& feature : features) {
    const double rarity = std::log((static_cast<double>(reports) + 1) / (reports_of.at(feature.id) + 0.5));
    feature.weight = static_cast<float>((1 + std::log(std::max(1.0F, feature.weight))) * std::max(0.0, rarity));
  }
  const auto own = std::partition(features.begin(), features.end(),
                                  [&](const StoryFeature& feature) { return reports_of.at(feature.id) > 1; });
  const double of_own = std::clamp(kFew / static_cast<double>(reports), kOwn, 1.0);
  double length = 0;
  for (auto feature = own; feature != features.end(); ++feature)
    length += of_own * static_cast<double>(feature->weight) * feature->weight;
  features.erase(own, features.end());
  std::sort(features.begin(), features.end(), [](const StoryFeature& a, const StoryFeature& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.id < b.id;
  });
  if (features.size() > kMostWords) features.resize(kMostWords);
  for (const StoryFeature& feature : features) length += static_cast<double>(feature.weight) * feature.weight;
  const double scale = length > 0 ? std::sqrt(share / length) : 0;
  for (StoryFeature& feature : features) feature.weight = static_cast<float>(feature.weight * scale);
}

std::vector<Vector> Vectors(std::vector<StoryReport>& reports, double words) {
  std::unordered_map<uint32_t, uint32_t> reports_of;
  for (const StoryReport& report : reports) {
    for (const StoryFeature& feature : report.words) ++reports_of[feature.id];
    for (const StoryFeature& feature : report.actors) ++reports_of[feature.id];
  }
  std::vector<Vector> vectors;
  for (StoryReport& report : reports) {
    Weigh(report.words, reports_of, reports.size(), words);
    Weigh(report.actors, reports_of, reports.size(), 1 - words);
    Vector vector = std::move(report.words);
    vector.insert(vector.end(), report.actors.begin(), report.actors.end());
    std::sort(vector.begin(), vector.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    vectors.push_back(std::move(vector));
  }
  return vectors;
}

double Likeness(const Vector& a, const Vector& b) {
  double sum = 0;
  for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
    if (left->id == right->id) {
      sum += static_cast<double>(left->weight) * right->weight;
      ++left;
      ++right;
    } else {
      ++(left->id < right->id ? left : right);
    }
  }
  return sum;
}

// What is left of the likeness of two reports.
double Left(const StoryReport& a, const StoryReport& b, const StoryOptions& options) {
  const int64_t days = std::abs(a.day - b.day);
  const double after = days <= 3    ? 1
                       : days <= 10 ? options.after_3_days
                       : days <= 45 ? options.after_10_days
                                    : options.after_45_days;
  return a.publisher != 0 && a.publisher == b.publisher ? after * options.one_publisher : after;
}

struct Edge {
  uint32_t a = 0, b = 0;
  double likeness = 0;
};

// The reports before one, in the order of days, that share features with it: those that share most.
class CandidateIndex {
 public:
  explicit CandidateIndex(size_t reports) : sums_(reports) {}

  std::vector<uint32_t> Before(const Vector& vector) {
    std::vector<uint32_t> met;
    for (const StoryFeature& feature : vector) {
      const std::vector<uint32_t>& reports = reports_[feature.id];
      const size_t first = reports.size() > kNeighbours ? reports.size() - kNeighbours : 0;
      for (size_t i = first; i < reports.size(); ++i) {
        if (sums_[reports[i]] == 0) met.push_back(reports[i]);
        sums_[reports[i]] += feature.weight;
      }
    }
    std::erase_if(met, [&](uint32_t report) { return sums_[report] == 0; });
    std::vector<uint32_t> best = met;
    const auto order = [&](uint32_t a, uint32_t b) { return sums_[a] != sums_[b] ? sums_[a] > sums_[b] : a < b; };
    std::sort(best.begin(), best.end(), order);
    best.erase(std::unique(best.begin(), best.end()), best.end());
    if (best.size() > kMostCandidates) best.resize(kMostCandidates);
    for (const uint32_t report : met) sums_[report] = 0;
    return best;
  }
  void Add(uint32_t report, const Vector& vector) {
    for (const StoryFeature& feature : vector) reports_[feature.id].push_back(report);
  }

 private:
  std::vector<double> sums_;
  std::unordered_map<uint32_t, std::vector<uint32_t>> reports_;
};

std::vector<Edge> Edges(const std::vector<StoryReport>& reports, const std::vector<Vector>& vectors,
                        const StoryOptions& options) {
  std::vector<uint32_t> by_day(reports.size());
  std::iota(by_day.begin(), by_day.end(), 0U);
  std::stable_sort(by_day.begin(), by_day.end(),
                   [&](uint32_t a, uint32_t b) { return reports[a].day < reports[b].day; });
  CandidateIndex index(reports.size());
  std::vector<Edge> edges;
  for (const uint32_t report : by_day) {
    for (const uint32_t other : index.Before(vectors[report])) {
      const double likeness =
          Likeness(vectors[report], vectors[other]) * Left(reports[report], reports[other], options);
      if (likeness >= kLeast) edges.push_back({report, other, likeness});
    }
    index.Add(report, vectors[report]);
  }
  return edges;
}

// Agglomerative clustering by average link over the pairs that were compared; the others count as unlike.
class Clusters {
 public:
  Clusters(size_t reports, const std::vector<Edge>& edges)
      : sets_(reports), size_(reports, 1), near_(reports), version_(reports, 0) {
    for (const Edge& edge : edges) {
      near_[edge.a][edge.b] = edge.likeness;
      near_[edge.b][edge.a] = edge.likeness;
    }
  }

  std::vector<uint32_t> Join(double link) {
    for (uint32_t a = 0; a < near_.size(); ++a) {
      for (const auto& [b, sum] : near_[a]) {
        if (b > a) Offer(a, b, link);
      }
    }
    while (!offers_.empty()) {
      const Candidate best = offers_.top();
      offers_.pop();
      if (version_[best.a] == best.version_a && version_[best.b] == best.version_b) Merge(best.a, best.b, link);
    }
    std::vector<uint32_t> first;
    for (uint32_t i = 0; i < near_.size(); ++i) first.push_back(sets_.Of(i));
    return first;
  }

 private:
  struct Candidate {
    double mean = 0;
    uint32_t a = 0, b = 0;
    uint32_t version_a = 0, version_b = 0;
    bool operator<(const Candidate& other) const {
      return mean != other.mean ? mean < other.mean : std::pair(a, b) > std::pair(other.a, other.b);
    }
  };

  // Of two large clusters not all pairs were compared.
  double Mean(uint32_t a, uint32_t b) const {
    const double compared = static_cast<double>(kMostCandidates) * std::min(size_[a], size_[b]);
    return near_[a].at(b) / std::min(static_cast<double>(size_[a]) * size_[b], compared);
  }
  void Offer(uint32_t a, uint32_t b, double link) {
    const double mean = Mean(a, b);
    if (mean >= link)
      offers_.push({mean, std::min(a, b), std::max(a, b), version_[std::min(a, b)], version_[std::max(a, b)]});
  }
  void Merge(uint32_t a, uint32_t b, double link) {
    near_[a].erase(b);
    near_[b].erase(a);
    for (const auto& [other, sum] : near_[b]) {
      near_[a][other] += sum;
      near_[other].erase(b);
    }
    near_[b].clear();
    for (const auto& [other, sum] : near_[a]) near_[other][a] = sum;
    size_[a] += size_[b];
    ++version_[a];
    version_[b] = UINT32_MAX;
    sets_.Join(a, b);
    for (const auto& [other, sum] : near_[a]) Offer(a, other, link);
  }

  DisjointSets sets_;
  std::vector<uint32_t> size_;
  std::vector<std::map<uint32_t, double>> near_;  // sums of likeness
  std::vector<uint32_t> version_;
  std::priority_queue<Candidate> offers_;
};

}  // namespace

Result<StoryOptions> ParseStoryOptions(std::string_view table) {
  std::vector<LexiconProblem> problems;
  const Table parsed = Table::Parse("merging.tsv", table, {"key", "value", "note"}, problems);
  StoryOptions options;
  std::map<std::string_view, double*> keys = {{"words", &options.words},
                                              {"title", &options.title},
                                              {"beginning", &options.beginning},
                                              {"link", &options.link},
                                              {"one-publisher", &options.one_publisher},
                                              {"after-3-days", &options.after_3_days},
                                              {"after-10-days", &options.after_10_days},
                                              {"after-45-days", &options.after_45_days}};
  std::map<std::string_view, std::vector<std::string>*> lists = {{"agreed", &options.steps.agreed},
                                                                 {"proposed", &options.steps.proposed},
                                                                 {"ended", &options.steps.ended},
                                                                 {"unsure", &options.steps.unsure}};
  for (const Table::Row& row : parsed.rows()) {
    if (const auto list = lists.find(parsed.cell(row, 0)); list != lists.end()) {
      *list->second = SplitList(parsed.cell(row, 1));
      lists.erase(list);
      continue;
    }
    const auto key = keys.find(parsed.cell(row, 0));
    char* end = nullptr;
    const double value = std::strtod(parsed.cell(row, 1).c_str(), &end);
    if (key == keys.end() || end == parsed.cell(row, 1).c_str() || *end != '\0' || value < 0) {
      problems.push_back({Severity::kError, "merging.tsv", row.line,
                          "found \"" + parsed.cell(row, 0) + "\" with \"" + parsed.cell(row, 1) +
                              "\", expected a key that the table's header lists, once, and a number of 0 or more"});
      continue;
    }
    *key->second = value;
    keys.erase(key);
  }
  if (problems.empty() && keys.empty() && !lists.empty())
    problems.push_back({Severity::kError, "merging.tsv", 0, "found no line " + std::string(lists.begin()->first)});
  if (problems.empty() && !keys.empty())
    problems.push_back({Severity::kError, "merging.tsv", 0, "found no line " + std::string(keys.begin()->first)});
  if (!problems.empty()) return Error{ErrorCode::kLexicon, problems.front().text()};
  return options;
}

std::vector<uint32_t> FindStories(std::vector<StoryReport> reports, const StoryOptions& options) {
  const std::vector<Vector> vectors = Vectors(reports, options.words);
  Clusters clusters(reports.size(), Edges(reports, vectors, options));
  return clusters.Join(options.link);
}

}  // namespace rapporteur
