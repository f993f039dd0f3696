#include <algorithm>

#include "ask/timeline.h"
#include "formats/display.h"
#include "formats/page.h"
#include "formats/rows.h"
#include "record/json_writer.h"
#include "record/names.h"

namespace rapporteur {
namespace {

std::string Reports(const ToldRow& row) {
  return std::to_string(row.reports) + (row.reports == 1 ? " report" : " reports");
}

// "The Post, 2026-03-03", or the report's id.
std::string Source(const ToldRow& row) {
  const std::string name = row.publisher.empty() ? row.report : row.publisher;
  return row.published.empty() ? name : name + ", " + row.published;
}

std::string Day(const TimelineLine& line) { return line.day ? line.day->iso() : std::string(); }

// Marks of Markdown and HTML as plain characters.
std::string Plain(std::string_view words) {
  std::string plain;
  for (const char c : OneLine(words)) {
    if (std::string_view("\\`*_{}[]<>#|&~$").find(c) != std::string_view::npos) plain += '\\';
    plain += c;
  }
  return plain;
}

// A place to go to, or the words alone: whatever else a report may have as its address is no link.
std::string Link(const std::string& words, const std::string& url) {
  const bool web = url.starts_with("http://") || url.starts_with("https://");
  const bool safe = std::all_of(url.begin(), url.end(), [](char c) {
    return c > ' ' && c < 0x7f && std::string_view("<>()[]\\\"`").find(c) == std::string_view::npos;
  });
  return web && safe ? "[" + Plain(words) + "](" + url + ")" : Plain(words);
}

std::string Markdown(const std::vector<TimelineLine>& lines) {
  std::string out;
  std::string last = "-";
  for (const TimelineLine& line : lines) {
    const std::string day = Day(line);
    if (day != last) out += (out.empty() ? "## " : "\n## ") + (day.empty() ? "No day known" : day) + "\n\n";
    last = day;
    out += "- " + (line.status.empty() ? "" : "*" + Plain(line.status) + "* ") + Plain(line.deed);
    if (!line.row.differs.empty()) out += " Reports differ: " + Plain(line.row.differs) + ".";
    out += " (" + Reports(line.row) + "; " + Link(Source(line.row), line.row.url) + ")\n";
  }
  return out;
}

std::string Text(const std::vector<TimelineLine>& lines, const TextOptions& look) {
  constexpr int kDay = 10, kStatus = 12;
  const int wide = std::max(72, look.width) - kDay - kStatus - 2;
  std::string out;
  std::string last;
  for (const TimelineLine& line : lines) {
    const auto names = EventStatusNames();
    const auto at = std::find(names.begin(), names.end(), line.status);
    const Style style = at == names.end() ? Style::kPlain : StyleOf(static_cast<EventStatus>(at - names.begin()));
    const std::string differs = line.row.differs.empty() ? "" : " Reports differ: " + line.row.differs + ".";
    const std::string day = Day(line);
    AppendRow({{day == last ? "" : day, kDay, Style::kBold},
               {line.status, kStatus, style},
               {OneLine(line.deed + differs + " [" + Reports(line.row) + "; " + Source(line.row) + "]"), wide}},
              0, look.color, out, 0);
    last = day;
  }
  return out;
}

}  // namespace

std::string WriteTimeline(const std::vector<TimelineLine>& lines, TimelineForm form, const TextOptions& look) {
  if (form == TimelineForm::kText) return Text(lines, look);
  if (form == TimelineForm::kMarkdown) return Markdown(lines);
  const std::vector<std::string> columns = {"day",        "kind",   "status",    "deed",      "differs", "reports",
                                            "publishers", "report", "publisher", "published", "url",     "item"};
  AnyTable table;
  table.columns = columns;
  const auto text = [](const std::string& words) { return TextCell(words); };
  for (const TimelineLine& line : lines) {
    const ToldRow& row = line.row;
    table.rows.push_back({text(Day(line)), text(std::string(NameOf(row.kind))), text(line.status), text(line.deed),
                          text(row.differs), NumberCell(row.reports), NumberCell(row.publishers), text(row.report),
                          text(row.publisher), text(row.published), text(row.url), text(row.item)});
  }
  return WriteTable(table, form == TimelineForm::kCsv ? TableForm::kCsv : TableForm::kJsonLines, look);
}

}  // namespace rapporteur
