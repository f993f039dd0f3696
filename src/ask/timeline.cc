#include "ask/timeline.h"

#include <algorithm>
#include <map>

#include "ask/day_of.h"
#include "formats/prose.h"
#include "record/names.h"
#include "record/numbering.h"

namespace rapporteur {
namespace {

// A thing found, or a step of its history.
struct Entry {
  Found found;  // of a step: only its mention, on its day
  std::string step, who, moved;
};

struct Step {
  FoundMention mention;
  std::optional<Date> day;
  std::string step, who, moved;
};

// The steps that change something, by merged item.
Result<std::map<int64_t, std::vector<Step>>> Histories(Store& store) {
  auto rows = store.Ask(
      "SELECT merged, report, item, coalesce(day, told), step, who, field || ' now ' || value FROM merged_history "
      "WHERE changed = 1 ORDER BY merged, n, report, item");
  if (!rows.ok()) return rows.error();
  std::map<int64_t, std::vector<Step>> histories;
  while (rows->Next()) {
    histories[rows->Int(0)].push_back({{rows->Int(1), rows->Int(2)},
                                       DayOf(*rows, 3),
                                       std::string(rows->Text(4)),
                                       std::string(rows->Text(5)),
                                       std::string(rows->Text(6))});
  }
  return histories;
}

bool Within(const std::optional<Date>& day, const Question& question) {
  if (!question.since && !question.until) return true;
  return day && (!question.since || *question.since <= *day) && (!question.until || *day <= *question.until);
}

// Things without a history stay; the others become their steps, in the order of days.
std::vector<Entry> Unfold(std::vector<Found> found, const std::map<int64_t, std::vector<Step>>& histories,
                          const Question& question) {
  std::vector<Entry> entries;
  for (Found& one : found) {
    const auto history = histories.find(one.merged);
    if (one.merged == 0 || history == histories.end()) {
      entries.push_back({std::move(one), "", "", ""});
      continue;
    }
    for (const Step& step : history->second) {
      if (!Within(step.day, question)) continue;
      Found told = one;
      told.from = told.to = step.day;
      told.mentions = {step.mention};
      std::string words = step.step;
      std::replace(words.begin(), words.end(), '_', ' ');
      entries.push_back({std::move(told), std::move(words), step.who, step.moved});
    }
  }
  std::stable_sort(entries.begin(), entries.end(), [&](const Entry& a, const Entry& b) {
    const auto &one = a.found.from, &other = b.found.from;
    if (one.has_value() != other.has_value()) return one.has_value();
    return question.newest_first ? other < one : one < other;
  });
  return entries;
}

// The sentence of each mention that a line stands on.
Result<std::vector<std::string>> Sentences(Store& store, const std::vector<Entry>& entries, const ProseTable& prose) {
  std::multimap<int64_t, size_t> of_report;
  std::vector<int64_t> reports;
  for (size_t i = 0; i < entries.size(); ++i) {
    reports.push_back(entries[i].found.mentions.front().report);
    of_report.emplace(reports.back(), i);
  }
  std::vector<std::string> sentences(entries.size());
  const auto done = store.EachOf(reports, [&](int64_t number, const Record& record) -> Status {
    const ItemNumbering numbering(record.items);
    for (auto [at, end] = of_report.equal_range(number); at != end; ++at) {
      const Found& found = entries[at->second].found;
      const auto item = numbering.At(found.mentions.front().item);
      const bool one_day = found.from == found.to;
      if (item) sentences[at->second] = ItemProse(record, *item, {&prose, one_day ? found.from : std::nullopt, true});
    }
    return Ok{};
  });
  if (!done.ok()) return done.error();
  return sentences;
}

// "Talks were refused by Selk." is not always what the item's own sentence says: the step stands behind it.
std::string WithStep(const std::string& sentence, const Entry& entry) {
  std::string more = entry.who.empty() || entry.found.kind == ItemKind::kPosition ? "" : entry.step + ": " + entry.who;
  if (!entry.moved.empty()) more += (more.empty() ? "" : "; ") + entry.moved;
  return more.empty() ? sentence : sentence + " (" + more + ")";
}

}  // namespace

Result<std::vector<TimelineLine>> TimelineOf(Store& store, const Question& question, const ProseTable& prose) {
  Question all = question;
  all.limit = 0;  // of lines, not of things
  auto found = Find(store, all);
  if (!found.ok()) return found.error();
  const auto histories = Histories(store);
  if (!histories.ok()) return histories.error();
  std::vector<Entry> entries = Unfold(std::move(*found), *histories, question);
  if (question.limit != 0 && entries.size() > question.limit) entries.resize(question.limit);
  const auto sentences = Sentences(store, entries, prose);
  if (!sentences.ok()) return sentences.error();
  std::vector<Found> things;
  things.reserve(entries.size());
  for (const Entry& entry : entries) things.push_back(entry.found);
  auto rows = RowsOf(store, things, false);
  if (!rows.ok()) return rows.error();
  std::vector<TimelineLine> lines;
  for (size_t i = 0; i < entries.size(); ++i) {
    TimelineLine& line = lines.emplace_back();
    line.row = std::move((*rows)[i]);
    line.day = line.row.from;
    const bool stance = line.row.kind == ItemKind::kPosition;
    line.status = !entries[i].step.empty() ? entries[i].step : stance ? line.row.type : line.row.status;
    line.deed = WithStep((*sentences)[i], entries[i]);
  }
  return lines;
}

}  // namespace rapporteur
