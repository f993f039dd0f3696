#include "store/merged_tables.h"

#include <algorithm>

#include "record/names.h"

namespace rapporteur {
namespace {

constexpr size_t kCopies = 0, kReports = 1, kItems = 2, kMentions = 3, kDisagreements = 4, kHistory = 5;

// Rows by the place of their report, each report's in the order of adding.
class ByReport {
 public:
  explicit ByReport(size_t reports) : rows_(reports) {}
  TableRows& of(uint32_t report) { return rows_[report]; }

  MergedRows Take(const std::vector<int64_t>& numbers) {
    MergedRows made;
    for (size_t i = 0; i < rows_.size(); ++i) {
      if (rows_[i].cells() == 0) continue;
      made.rows.push_back(std::move(rows_[i]));
      made.reports.push_back(numbers[i]);
    }
    return made;
  }

 private:
  std::vector<TableRows> rows_;
};

MergedRows Copies(const CopyResult& copies, const std::vector<int64_t>& numbers) {
  ByReport table(numbers.size());
  const auto stitched = [&](uint32_t report, uint32_t other) {
    const std::vector<uint32_t>& from = copies.stitched_from[report];
    return std::find(from.begin(), from.end(), copies.group[other]) != from.end();
  };
  for (const CopyLink& link : copies.links) {
    TableRows& rows = table.of(link.report);
    rows.Int(numbers[link.other]);
    rows.Real(link.share);
    rows.Real(link.back);
    const bool copy = copies.group[link.report] == copies.group[link.other];
    const bool parts = stitched(link.report, link.other) || stitched(link.other, link.report);
    rows.Text(copy ? "copy" : parts ? "stitched" : "shares");
  }
  return table.Take(numbers);
}

MergedRows Reports(const MergeResult& result, const std::vector<int64_t>& numbers) {
  ByReport table(numbers.size());
  for (uint32_t i = 0; i < numbers.size(); ++i) {
    table.of(i).Int(numbers[result.copies.group[i]]);
    table.of(i).Int(numbers[result.stories[i]]);
  }
  return table.Take(numbers);
}

void DayOrNull(TableRows& rows, bool known, int32_t day) {
  if (known) {
    rows.Int(day);
  } else {
    rows.Null();
  }
}

void TextOrNull(TableRows& rows, std::string_view text) { text.empty() ? rows.Null() : rows.Text(text); }

}  // namespace

std::vector<MergedRows> MakeMergedRows(const MergeResult& result, const std::vector<int64_t>& numbers) {
  ByReport items(numbers.size());
  ByReport mentions(numbers.size());
  ByReport disagreements(numbers.size());
  std::vector<uint32_t> mentions_of(result.items.size());
  for (const MergedMention& mention : result.mentions) ++mentions_of[mention.merged];
  for (size_t i = 0; i < result.mentions.size(); ++i) {
    const MergedMention& mention = result.mentions[i];
    const auto number = static_cast<int64_t>(mention.merged) + 1;
    mentions.of(mention.report).Int(mention.item);
    mentions.of(mention.report).Int(number);
    if (i > 0 && result.mentions[i - 1].merged == mention.merged) continue;
    const MergedItem& item = result.items[mention.merged];
    TableRows& rows = items.of(mention.report);
    rows.Int(mention.item);
    rows.Int(number);
    rows.Text(NameOf(item.kind));
    TextOrNull(rows, item.name);
    DayOrNull(rows, item.dated, item.first_seen);
    DayOrNull(rows, item.dated, item.last_seen);
    rows.Int(item.reports);
    rows.Int(item.publishers);
    rows.Int(mentions_of[mention.merged]);
  }
  for (const Disagreement& told : result.disagreements) {
    TableRows& rows = disagreements.of(told.report);
    rows.Int(told.item);
    rows.Int(static_cast<int64_t>(told.merged) + 1);
    rows.Text(told.field);
    rows.Text(told.value);
  }
  ByReport history(numbers.size());
  for (const HistoryStep& step : result.history) {
    TableRows& rows = history.of(step.report);
    rows.Int(step.item);
    rows.Int(static_cast<int64_t>(step.merged) + 1);
    rows.Int(step.n);
    DayOrNull(rows, step.has_day, step.day);
    DayOrNull(rows, step.has_told, step.told);
    rows.Text(NameOf(step.step));
    TextOrNull(rows, step.who);
    rows.Int(step.changed ? 1 : 0);
    TextOrNull(rows, step.field);
    TextOrNull(rows, step.value);
  }
  std::vector<MergedRows> made(MergedTables().size());
  made[kCopies] = Copies(result.copies, numbers);
  made[kReports] = Reports(result, numbers);
  made[kItems] = items.Take(numbers);
  made[kMentions] = mentions.Take(numbers);
  made[kDisagreements] = disagreements.Take(numbers);
  made[kHistory] = history.Take(numbers);
  return made;
}

const std::vector<StoreTable>& MergedTables() {
  static const std::vector<StoreTable> tables = [] {
    const StoreColumn report{"report", ColumnType::kInt, "number of the report, in the order of adding"};
    const StoreColumn item{"item", ColumnType::kInt, "number within the report"};
    const StoreColumn merged{"merged", ColumnType::kInt, "number of the merged item, anew with each merging"};
    return std::vector<StoreTable>{
        {"copies",
         "reports that share sentences; empty until `rapporteur merge`",
         {report,
          {"other", ColumnType::kInt, "number of a report added before it"},
          {"share", ColumnType::kReal, "of the report's words, those in sentences that the other has too, 0 to 1"},
          {"back", ColumnType::kReal, "the same of the other's words"},
          {"kind", ColumnType::kText,
           "copy: one source; stitched: one of them is put together from the other and further reports; shares: "
           "less"}}},
        {"merged_reports",
         "each report's source and story; empty until `rapporteur merge`",
         {report,
          {"source", ColumnType::kInt, "number of the first report of its copies; its own: it is none"},
          {"story", ColumnType::kInt, "number of the first report that tells the same main event"}}},
        {"merged_items",
         "what one or several reports tell, once; empty until `rapporteur merge`",
         {report,
          item,
          merged,
          {"kind", ColumnType::kText, "actor, event, position, talks, agreement, dispute"},
          {"name", ColumnType::kText,
           "of an actor, of talks, of an agreement; an event's type; a position's last stance"},
          {"first_seen", ColumnType::kDay, "day of the first report that tells it"},
          {"last_seen", ColumnType::kDay, "day of the last"},
          {"reports", ColumnType::kInt, "how many tell it"},
          {"publishers", ColumnType::kInt, "how many independent ones: copies, and one publisher's reports, are one"},
          {"mentions", ColumnType::kInt, "how many items of reports it is"}}},
        {"merged_mentions", "every item of every report, and what merged item it is", {report, item, merged}},
        {"merged_disagreements",
         "what independent reports of one merged item tell differently",
         {report,
          item,
          merged,
          {"field", ColumnType::kText,
           "killed, injured, arrested, size, place, actor, status, date, parties, keeping, stance"},
          {"value", ColumnType::kText, "what this report says"}}},
        {"merged_history",
         "the course of talks, agreements and positions, each step as one report tells it",
         {report,
          item,
          merged,
          {"n", ColumnType::kInt, "place in the merged item's history, from 1"},
          {"day", ColumnType::kDay,
           "when the step takes place, or for which day talks are set; untold: the report's day"},
          {"told", ColumnType::kDay, "the report's day"},
          {"step", ColumnType::kText,
           "of talks: proposed, scheduled, confirmed, conditional, refused, withheld, postponed, cancelled, underway, "
           "held; of agreements: proposed, agreed, called_for, kept, breached, ended; of positions: for, against, "
           "open"},
          {"who", ColumnType::kText,
           "who proposes, answers, calls, keeps, breaches or holds; null: the report tells it of nobody"},
          {"changed", ColumnType::kInt, "1: says something other than what was known before, or is the first; else 0"},
          {"field", ColumnType::kText, "of talks, what is moved: date, venue; null: neither"},
          {"value", ColumnType::kText, "to what"}}}};
  }();
  return tables;
}

}  // namespace rapporteur
