#include "ask/steps.h"

#include <algorithm>

#include "base/among.h"
#include "formats/display.h"
#include "formats/prose_names.h"

namespace rapporteur {
namespace {

std::optional<Date> DayOrNone(const DuckRows& rows, size_t column) {
  if (rows.IsNull(column)) return std::nullopt;
  return Date::FromDays(rows.Int(column));
}

LineStatus StatusOfStep(std::string_view step) {
  if (Among(step, {"held", "agreed", "kept", "confirmed", "for"})) return LineStatus::kHappened;
  if (Among(step, {"underway"})) return LineStatus::kUnderWay;
  if (Among(step, {"scheduled"})) return LineStatus::kPlanned;
  if (Among(step, {"proposed", "conditional", "called_for", "open"})) return LineStatus::kPossible;
  if (Among(step, {"refused", "withheld", "postponed", "cancelled", "breached", "against"})) return LineStatus::kDenied;
  return LineStatus::kBackground;
}

std::string WordOfStep(const std::string& step) {
  if (step == "underway") return "under way";
  if (step == "called_for") return "called for";
  if (step == "withheld") return "not confirmed";
  return step;
}

std::string DayWords(Date day) { return ProseDay({day, day, {}}, std::nullopt); }

std::string TextOf(const Step& step) {
  const bool set_for = Among(step.step, {"scheduled", "proposed", "postponed", "cancelled", "confirmed", "conditional",
                                         "refused", "withheld"});
  const std::optional<Date> at = set_for || !step.day ? step.told : step.day;
  std::string text = at ? DayWords(*at) : std::string("No day");
  if (!step.who.empty()) text += ": " + OneLine(step.who);
  if (set_for && step.day && step.day != step.told) text += ", for " + DayWords(*step.day);
  if (step.field == "date") text += " (moved)";
  if (step.field == "venue") text += " (moved to " + OneLine(step.value) + ")";
  return text;
}

}  // namespace

Result<std::vector<Step>> ReadSteps(Store& store, int64_t merged) {
  auto rows = store.Ask(
      "SELECT report::BIGINT, item::BIGINT, day, told, step, coalesce(who, ''), changed::BIGINT, coalesce(field, ''), "
      "coalesce(value, '') FROM merged_history WHERE merged = " +
      std::to_string(merged) + " ORDER BY n, report, item");
  if (!rows.ok()) return rows.error();
  std::vector<Step> steps;
  while (rows->Next()) {
    steps.push_back({{rows->Int(0), rows->Int(1)},
                     DayOrNone(*rows, 2),
                     DayOrNone(*rows, 3),
                     std::string(rows->Text(4)),
                     std::string(rows->Text(5)),
                     rows->Int(6) != 0,
                     std::string(rows->Text(7)),
                     std::string(rows->Text(8))});
  }
  return steps;
}

std::vector<DocumentLine> StepLines(const std::vector<Step>& steps, const std::vector<Told>& told, Sources& sources) {
  std::vector<DocumentLine> lines;
  for (const Step& step : steps) {
    const auto at = std::find_if(told.begin(), told.end(), [&](const Told& one) {
      return one.report == step.mention.report && one.number == step.mention.item;
    });
    if (at == told.end()) continue;
    DocumentLine line;
    line.text = TextOf(step);
    line.label = WordOfStep(step.step);
    line.status = StatusOfStep(step.step);
    const auto same = std::find_if(lines.begin(), lines.end(), [&](const DocumentLine& other) {
      return other.text == line.text && other.label == line.label;
    });
    DocumentLine& into = same == lines.end() ? lines.emplace_back(std::move(line)) : *same;
    const Citation citation = sources.Cite(*at);
    if (std::find(into.citations.begin(), into.citations.end(), citation) == into.citations.end())
      into.citations.push_back(citation);
  }
  return lines;
}

}  // namespace rapporteur
