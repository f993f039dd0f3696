#include "formats/text.h"

#include <algorithm>

#include "formats/page.h"
#include "record/names.h"

namespace rapporteur {
namespace {

constexpr int kHandleWidth = 5;
constexpr int kIndent = 2;
constexpr int kSentencesWidth = 9;

void WriteHead(Page& page) {
  const ReportItem& report = page.record().report;
  std::string right = report.published.empty() ? "" : "published " + report.published + " · ";
  right += std::to_string(report.sentences.size()) + (report.sentences.size() == 1 ? " sentence" : " sentences");
  const std::string title = report.title.empty() ? "(no title)" : report.title;
  std::string head;
  AppendRow({{title, page.width() - DisplayWidth(right) - 1, Style::kBold}, {right, DisplayWidth(right), Style::kDim}},
            0, page.color(), head);
  head.pop_back();
  page.Line(head);
  std::string from = OneLine(report.dateline.of(page.record().text));
  for (const std::string& more : {report.publisher, report.url}) {
    if (!more.empty()) from += (from.empty() ? "" : " · ") + OneLine(more);
  }
  if (!from.empty()) page.Line(Styled(from, Style::kDim, page.color()));
}

bool HasItems(const Items& items) {
  return !(items.actors.empty() && items.events.empty() && items.statements.empty() && items.positions.empty() &&
           items.talks.empty() && items.agreements.empty() && items.disputes.empty());
}

}  // namespace

Page::Page(const Record& record, const TextOptions& options)
    : record_(record), width_(std::clamp(options.width, 72, 120)), color_(options.color) {}

void Page::Line(std::string_view line) {
  out_ += line;
  out_ += '\n';
}

void Page::Heading(std::string_view heading) {
  out_ += '\n';
  Line(Styled(heading, Style::kBold, color_));
}

void Page::Row(std::string_view handle, std::vector<Cell> cells, std::string_view sentences) {
  int taken = kIndent + kHandleWidth + 1 + kSentencesWidth;
  for (const Cell& cell : cells) taken += cell.width + 1;
  for (Cell& cell : cells) {
    if (cell.width == 0) cell.width = std::max(8, width_ - taken);
  }
  cells.insert(cells.begin(), {std::string(handle), kHandleWidth, Style::kDim});
  cells.push_back({std::string(sentences), kSentencesWidth, Style::kDim, true});
  AppendRow(cells, kIndent, color_, out_);
}

Style StyleOf(EventStatus status) {
  switch (status) {
    case EventStatus::kActual:
      return Style::kGreen;
    case EventStatus::kOngoing:
      return Style::kCyan;
    case EventStatus::kFuture:
      return Style::kBlue;
    case EventStatus::kHypothetical:
      return Style::kYellow;
    case EventStatus::kNegated:
      return Style::kRed;
    case EventStatus::kHistorical:
      break;
  }
  return Style::kDim;
}

std::string WriteText(const Record& record, const TextOptions& options) {
  Page page(record, options);
  WriteHead(page);
  if (!HasItems(record.items)) page.Line("\nNothing was found in this report that the record keeps.");
  WriteBrief(page);
  WriteTalks(page);
  WriteAgreements(page);
  WritePositions(page);
  WriteDisputes(page);
  WriteEvents(page);
  WriteStatements(page);
  WriteActors(page);
  if (options.report) WriteReportSentences(page);
  return page.Take();
}

}  // namespace rapporteur
