// rapporteur merge: what several reports of a record tell as one.
#include <array>
#include <cstdio>
#include <filesystem>
#include <unordered_set>

#include "record/names.h"
#include "tools/commands.h"
#include "tools/open_store.h"
#include "tools/setup.h"

namespace rapporteur {
namespace {

Result<StoryOptions> StoryOptionsOf(const DataOptions& data) {
  const auto folder = FindBaseLexicon(data);
  if (!folder.ok()) return folder.error();
  return ReadStoryOptions(*folder);
}

size_t Different(const std::vector<uint32_t>& numbers) {
  return std::unordered_set<uint32_t>(numbers.begin(), numbers.end()).size();
}

void PrintCounts(const MergeResult& result) {
  size_t stitched = 0;
  for (const auto& sources : result.copies.stitched_from) stitched += sources.empty() ? 0 : 1;
  std::printf("%zu reports of %zu sources (%zu stitched from others), %zu stories\n", result.stories.size(),
              Different(result.copies.group), stitched, Different(result.stories));
  struct Row {
    size_t mentions = 0, items = 0, shared = 0, disagreed = 0;
  };
  std::array<Row, 7> rows;
  const auto row_of = [&](uint32_t merged) -> Row& { return rows.at(static_cast<size_t>(result.items[merged].kind)); };
  for (const MergedMention& mention : result.mentions) ++row_of(mention.merged).mentions;
  for (const MergedItem& item : result.items) {
    Row& row = rows.at(static_cast<size_t>(item.kind));
    ++row.items;
    row.shared += item.reports > 1 ? 1 : 0;
  }
  std::unordered_set<uint32_t> disagreed;
  for (const Disagreement& told : result.disagreements) {
    if (disagreed.insert(told.merged).second) ++row_of(told.merged).disagreed;
  }
  std::printf("%-12s %9s %9s %12s %10s\n", "kind", "mentions", "items", "in several", "disagreed");
  for (size_t i = 0; i < rows.size(); ++i) {
    const auto kind = static_cast<ItemKind>(i);
    if (kind == ItemKind::kStatement) continue;  // what somebody said is not told by another
    const Row& row = rows.at(i);
    std::printf("%-12s %9zu %9zu %12zu %10zu\n", std::string(NameOf(kind)).c_str(), row.mentions, row.items, row.shared,
                row.disagreed);
  }
}

// One line a row, its columns apart by tabs, none of which is in a column.
Status PrintRows(Store& store, const std::string& sql, size_t columns) {
  auto rows = store.Ask(sql);
  if (!rows.ok()) return rows.error();
  while (rows->Next()) {
    std::string line;
    for (size_t i = 0; i < columns; ++i) line += (i == 0 ? "" : "\t") + std::string(rows->Text(i));
    for (char& c : line) c = c == '\n' || c == '\r' ? ' ' : c;
    std::printf("%s\n", line.c_str());
  }
  return Ok{};
}

Status PrintReports(Store& store) {
  return PrintRows(store,
                   "SELECT r.id, s.id, t.id, replace(coalesce(r.publisher, ''), chr(9), ' '), "
                   "replace(coalesce(r.title, ''), chr(9), ' ') FROM merged_reports m JOIN reports r USING (report) "
                   "JOIN reports s ON s.report = m.source JOIN reports t ON t.report = m.story ORDER BY m.report",
                   5);
}

// Each item of several reports: a line for each mention, with what it tells otherwise than others.
Status PrintItems(Store& store) {
  return PrintRows(
      store,
      "SELECT i.merged::VARCHAR, i.kind, coalesce(i.name, ''), i.reports::VARCHAR, i.publishers::VARCHAR, r.id, "
      "coalesce(r.published::VARCHAR, ''), replace(coalesce(r.publisher, ''), chr(9), ' '), "
      "replace(coalesce(e.text, ''), chr(9), ' '), "
      "coalesce((SELECT string_agg(d.field || '=' || replace(d.value, chr(9), ' '), '; ' ORDER BY d.field, d.value) "
      "FROM merged_disagreements d WHERE d.merged = i.merged AND d.report = m.report AND d.item = m.item), '') "
      "FROM merged_items i JOIN merged_mentions m USING (merged) JOIN reports r ON r.report = m.report "
      "LEFT JOIN evidence e ON e.report = m.report AND e.item = m.item AND e.n = 1 "
      "WHERE i.reports > 1 ORDER BY i.merged, m.report, m.item",
      10);
}

}  // namespace

int RunMerge(const CommandOptions& options) {
  const auto stories = StoryOptionsOf(options.data);
  if (!stories.ok()) return Fail(stories.error(), kExitData);
  std::error_code missing;
  if (const std::string file = RecordFile(options.record); !std::filesystem::exists(file, missing)) {
    return Fail({ErrorCode::kIo, file + ": found no record; make one with rapporteur add --record " + file}, kExitData);
  }
  auto store = OpenStore(options.record, false);
  if (!store.ok()) return Fail(store.error(), kExitData);
  const auto result = store->Merge(*stories);
  if (!result.ok()) return Fail(result.error(), kExitOutput);
  Status printed = Ok{};
  if (options.merge_list.empty()) {
    PrintCounts(*result);
  } else {
    printed = options.merge_list == "reports" ? PrintReports(*store) : PrintItems(*store);
  }
  return printed.ok() ? kExitOk : Fail(printed.error(), kExitData);
}

}  // namespace rapporteur
