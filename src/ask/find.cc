#include "ask/find.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "ask/day_of.h"
#include "ask/filters.h"

namespace rapporteur {
namespace {

struct MentionDays {
  std::optional<Date> from, to, published;
};

// Of the mentions' own days those that most tell, else the first report's.
void GiveDays(const std::vector<MentionDays>& mentions, Found& found) {
  std::map<std::pair<Date, Date>, size_t> told;
  for (const MentionDays& row : mentions) {
    if (row.from) ++told[{*row.from, row.to.value_or(*row.from)}];
  }
  const auto most =
      std::max_element(told.begin(), told.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most != told.end()) {
    found.from = most->first.first;
    found.to = most->first.second;
    return;
  }
  for (const MentionDays& row : mentions) {
    if (row.published && (!found.from || *row.published < *found.from)) found.from = found.to = row.published;
  }
}

// The things that match, each with its mentions, from the rows of Filters::Statement.
class Gathering {
 public:
  void Add(const DuckRows& rows) {
    const int64_t merged = rows.Int(7);
    const bool between_reports = rows.Int(1) == 1;
    const auto [at, is_new] = places_.try_emplace({between_reports, merged}, found_.size());
    if (merged == 0 || is_new) {
      at->second = found_.size();
      Found& found = found_.emplace_back();
      days_.emplace_back();
      found.kind = static_cast<ItemKind>(rows.Int(0));
      found.between_reports = between_reports;
      found.merged = merged;
      found.first_seen = DayOf(rows, 8);
      found.last_seen = DayOf(rows, 9);
      found.reports = rows.Int(10);
      found.publishers = rows.Int(11);
    }
    found_[at->second].mentions.push_back({rows.Int(2), rows.Int(3)});
    days_[at->second].push_back({DayOf(rows, 4), DayOf(rows, 5), DayOf(rows, 6)});
  }

  std::vector<Found> Take() {
    for (size_t i = 0; i < found_.size(); ++i) GiveDays(days_[i], found_[i]);
    return std::move(found_);
  }

 private:
  std::vector<Found> found_;
  std::vector<std::vector<MentionDays>> days_;         // of the mentions of each of found_
  std::map<std::pair<bool, int64_t>, size_t> places_;  // in found_, by between_reports and merged
};

// Of equal days: as they were added.
auto InOrder(const Found& found) {
  const FoundMention& first = found.mentions.front();
  return std::tuple(first.report, first.item, found.between_reports);
}

void Sort(std::vector<Found>& all, bool newest_first) {
  std::sort(all.begin(), all.end(), [newest_first](const Found& a, const Found& b) {
    if (a.from.has_value() != b.from.has_value()) return a.from.has_value();
    if (a.from != b.from) return newest_first ? *b.from < *a.from : *a.from < *b.from;
    return InOrder(a) < InOrder(b);
  });
}

}  // namespace

Result<std::vector<Found>> Find(Store& store, const Question& question) {
  const auto filters = Filters::Make(store, question);
  if (!filters.ok()) return filters.error();
  const std::string statement = filters->Statement();
  if (statement.empty()) return std::vector<Found>();
  auto rows = store.Ask(statement);
  if (!rows.ok()) return rows.error();
  Gathering gathering;
  while (rows->Next()) gathering.Add(*rows);
  std::vector<Found> all = gathering.Take();
  Sort(all, question.newest_first);
  if (question.limit != 0 && all.size() > question.limit) all.resize(question.limit);
  return all;
}

}  // namespace rapporteur
