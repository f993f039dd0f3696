#include "merge/merge.h"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <unordered_map>

#include "merge/actor_clusters.h"
#include "merge/disagreements.h"
#include "merge/disjoint_sets.h"
#include "merge/item_clusters.h"
#include "record/names.h"

namespace rapporteur {
namespace {

// How many sources a list of reports has that do not rest on one another.
class Sources {
 public:
  Sources(const std::vector<MergeReport>& reports, const CopyResult& copies) : reports_(reports), copies_(copies) {}

  uint32_t Count(const std::vector<uint32_t>& reports) const {
    std::vector<uint32_t> groups;
    groups.reserve(reports.size());
    for (const uint32_t report : reports) groups.push_back(copies_.group[report]);
    std::sort(groups.begin(), groups.end());
    std::map<std::pair<bool, uint32_t>, uint32_t> first;  // of a group of copies, of a publisher
    DisjointSets sets(reports.size());
    uint32_t dropped = 0;
    for (uint32_t i = 0; i < reports.size(); ++i) {
      const uint32_t report = reports[i];
      const std::vector<uint32_t>& from = copies_.stitched_from[report];
      const auto there = [&](uint32_t group) { return std::binary_search(groups.begin(), groups.end(), group); };
      if (std::any_of(from.begin(), from.end(), there)) {
        ++dropped;
        continue;
      }
      sets.Join(i, first.try_emplace({false, copies_.group[report]}, i).first->second);
      if (const uint32_t publisher = reports_[report].publisher; publisher != 0)
        sets.Join(i, first.try_emplace({true, publisher}, i).first->second);
    }
    uint32_t count = 0;
    for (uint32_t i = 0; i < reports.size(); ++i) count += sets.Of(i) == i ? 1 : 0;
    return std::max(1U, count - dropped);
  }

 private:
  const std::vector<MergeReport>& reports_;
  const CopyResult& copies_;
};

// The mentions of each merged item, which are then counted and compared.
class Gathering {
 public:
  Gathering(const std::vector<MergeReport>& reports, const NameNumbers& names, MergeResult& result)
      : reports_(reports),
        names_(names),
        sources_(reports, result.copies),
        disagreements_(reports, result.copies, names),
        result_(result) {}

  void Gather(const std::vector<MergeActor>& actors, const std::vector<uint32_t>& merged) {
    for (size_t i = 0; i < actors.size(); ++i) {
      if (merged[i] == result_.items.size()) result_.items.push_back({ItemKind::kActor, names_.text(actors[i].name)});
      result_.mentions.push_back({merged[i], actors[i].report, actors[i].item});
    }
  }
  void Gather(const std::vector<MergeItem>& items, const std::vector<uint32_t>& merged) {
    const auto first = static_cast<uint32_t>(result_.items.size());
    std::vector<std::vector<const MergeItem*>> told;
    for (size_t i = 0; i < items.size(); ++i) {
      const MergeItem& item = items[i];
      if (merged[i] == told.size()) {
        result_.items.push_back({item.kind, names_.text(item.kind == ItemKind::kEvent ? item.family : item.name)});
        told.emplace_back();
      }
      told[merged[i]].push_back(&item);
      result_.mentions.push_back({first + merged[i], item.report, item.item});
    }
    for (uint32_t i = 0; i < told.size(); ++i) {
      disagreements_.Find(first + i, told[i], result_.disagreements);
      AddHistory(first + i, told[i], reports_, names_, result_.history);
      if (told[i].front()->kind == ItemKind::kPosition)
        result_.items[first + i].name = NameOf(result_.history.back().step);
    }
  }
  // Once all are gathered.
  void Count() {
    std::sort(result_.mentions.begin(), result_.mentions.end());
    std::vector<uint32_t> reports;
    for (size_t i = 0; i < result_.mentions.size(); ++i) {
      const MergedMention& mention = result_.mentions[i];
      if (reports.empty() || reports.back() != mention.report) reports.push_back(mention.report);
      if (i + 1 < result_.mentions.size() && result_.mentions[i + 1].merged == mention.merged) continue;
      Count(reports, result_.items[mention.merged]);
      reports.clear();
    }
  }

 private:
  void Count(const std::vector<uint32_t>& reports, MergedItem& item) const {
    item.reports = static_cast<uint32_t>(reports.size());
    item.publishers = sources_.Count(reports);
    for (const uint32_t number : reports) {
      const MergeReport& report = reports_[number];
      if (!report.has_day) continue;
      item.first_seen = item.dated ? std::min(item.first_seen, report.day) : report.day;
      item.last_seen = item.dated ? std::max(item.last_seen, report.day) : report.day;
      item.dated = true;
    }
  }

  const std::vector<MergeReport>& reports_;
  const NameNumbers& names_;
  const Sources sources_;
  const DisagreementFinder disagreements_;
  MergeResult& result_;
};

// Reports in the order of their days, those without one where they were added.
std::vector<uint32_t> InOrderOfDays(const std::vector<MergeReport>& reports) {
  std::vector<uint32_t> order(reports.size());
  std::iota(order.begin(), order.end(), 0U);
  std::vector<int64_t> day(reports.size());
  for (size_t i = 0; i < reports.size(); ++i)
    day[i] = reports[i].has_day ? reports[i].day : i > 0 ? day[i - 1] : std::numeric_limits<int64_t>::min();
  std::stable_sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return day[a] < day[b]; });
  return order;
}

// Numbers that follow the first mentions.
void Renumber(std::vector<uint32_t>& merged, size_t count) {
  std::vector<uint32_t> number(count, kNobody);
  uint32_t next = 0;
  for (uint32_t& one : merged) {
    if (number[one] == kNobody) number[one] = next++;
    one = number[one];
  }
}

}  // namespace

void Merger::Add(const Record& record) {
  const auto number = static_cast<uint32_t>(reports_.size());
  ReportFacts facts = MakeReportFacts(record, number, options_, words_, names_);
  std::vector<Span> prose;
  for (const RecordedSentence& sentence : record.report.sentences) {
    if (sentence.kind == SegmentKind::kProse) prose.push_back(sentence.span);
  }
  copies_.Add(record.text, prose, facts.report.has_day ? facts.report.day : CopyFinder::kNoDay);
  reports_.push_back(facts.report);
  stories_.push_back(std::move(facts.story));
  named_.push_back(std::move(facts.named));
  for (const std::vector<uint32_t>& words : facts.sentences) sentences_.Add(words);
  first_actor_.push_back(actors_.size());
  first_item_.push_back(items_.size());
  actors_.insert(actors_.end(), facts.actors.begin(), facts.actors.end());
  std::move(facts.items.begin(), facts.items.end(), std::back_inserter(items_));
}

std::vector<uint32_t> Merger::JoinActors(const std::vector<uint32_t>& order, const Company& company,
                                         const std::vector<uint32_t>& stories) const {
  ActorClusters clusters(company, names_);
  std::vector<uint32_t> merged(actors_.size());
  for (const uint32_t report : order) {
    // The named before those that are called by an office, who may be one of them.
    for (const bool offices : {false, true}) {
      for (size_t i = first_actor_[report]; i < first_actor_[report + 1]; ++i) {
        if ((actors_[i].office != 0) == offices) merged[i] = clusters.Join(actors_[i], stories[report]);
      }
    }
  }
  Renumber(merged, clusters.size());
  return merged;
}

void Merger::NameActors(const std::vector<uint32_t>& merged_actors) {
  for (MergeItem& item : items_) {
    const size_t first = first_actor_[item.report];
    for (auto* sides : {&item.actors, &item.recipients}) {
      for (MergeSide& side : *sides) {
        if (side.actor != kNobody) side.actor = merged_actors[first + side.actor];
      }
    }
    for (MergeStep& step : item.steps) {
      if (step.actor != kNobody) step.actor = merged_actors[first + step.actor];
    }
  }
}

std::vector<uint32_t> Merger::JoinItems(const std::vector<uint32_t>& order, const Company& company,
                                        const std::vector<uint32_t>& stories) {
  ItemClusters clusters(company, sentences_);
  std::vector<uint32_t> merged(items_.size());
  for (const uint32_t report : order) {
    std::unordered_map<int, uint32_t> merged_as;  // by number in the report; what is disputed comes before its dispute
    for (size_t i = first_item_[report]; i < first_item_[report + 1]; ++i) {
      MergeItem& item = items_[i];
      if (item.subject != 0) {
        const auto at = merged_as.find(item.subject);
        item.subject = at == merged_as.end() ? 0 : static_cast<int>(at->second) + 1;
      }
      merged[i] = clusters.Join(item, reports_[report], stories[report]);
      merged_as[item.item] = merged[i];
    }
  }
  Renumber(merged, clusters.size());
  return merged;
}

MergeResult Merger::Finish() {
  MergeResult result;
  result.copies = copies_.Find();
  result.stories = FindStories(std::move(stories_), options_);
  first_actor_.push_back(actors_.size());
  first_item_.push_back(items_.size());
  const Company company(named_);
  const std::vector<uint32_t> order = InOrderOfDays(reports_);
  const std::vector<uint32_t> merged_actors = JoinActors(order, company, result.stories);
  NameActors(merged_actors);
  const std::vector<uint32_t> merged_items = JoinItems(order, company, result.stories);
  Gathering gathering(reports_, names_, result);
  gathering.Gather(actors_, merged_actors);
  gathering.Gather(items_, merged_items);
  gathering.Count();
  return result;
}

}  // namespace rapporteur
