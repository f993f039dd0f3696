#include "formats/export_options.h"

#include <algorithm>
#include <set>

#include "base/sha256.h"
#include "formats/rows.h"
#include "record/names.h"

namespace rapporteur {

std::vector<EventStatus> HappenedStatuses() { return {EventStatus::kActual, EventStatus::kOngoing}; }

Result<std::vector<EventStatus>> ParseStatuses(std::string_view list) {
  std::vector<EventStatus> statuses;
  const auto names = EventStatusNames();
  while (true) {
    const std::string_view word = list.substr(0, list.find(','));
    const auto at = std::find(names.begin(), names.end(), word);
    if (word != "all" && at == names.end()) {
      std::string known;
      for (const std::string_view name : names) known += std::string(name) + ", ";
      return Error{ErrorCode::kUsage, "--status: found \"" + std::string(word) + "\", expected one or more of " +
                                          known + "apart by commas, or all"};
    }
    for (size_t i = 0; i < names.size(); ++i) {
      const auto status = static_cast<EventStatus>(i);
      const bool meant = word == "all" || names[i] == word;
      if (meant && std::find(statuses.begin(), statuses.end(), status) == statuses.end()) statuses.push_back(status);
    }
    if (word.size() == list.size()) return statuses;
    list.remove_prefix(word.size() + 1);
  }
}

std::vector<size_t> ChosenEvents(const Record& record, const ExportOptions& options) {
  std::vector<size_t> chosen;
  for (size_t i = 0; i < record.items.events.size(); ++i) {
    const EventStatus status = record.items.events[i].status;
    if (std::find(options.statuses.begin(), options.statuses.end(), status) == options.statuses.end()) continue;
    const EventTold* told = ToldOf(record, i, options);
    if (told == nullptr || told->taken) chosen.push_back(i);
  }
  return chosen;
}

const EventTold* ToldOf(const Record& record, size_t event, const ExportOptions& options) {
  if (options.told == nullptr) return nullptr;
  const auto report = options.told->find(record.ids.report);
  if (report == options.told->end() || event >= report->second.size()) return nullptr;
  return &report->second[event];
}

std::optional<Date> FiledUnder(const Record& record, const Event& event) {
  if (event.date) return event.date->from;
  if (event.status != EventStatus::kActual && event.status != EventStatus::kOngoing) return std::nullopt;
  return ParseIsoDate(record.report.published);
}

std::string CompactDay(Date day) {
  std::string iso = day.iso();
  std::erase(iso, '-');
  return iso;
}

int64_t NumberOfId(std::string_view id) {
  constexpr size_t kHexDigits = 13;  // 52 bits: exact in a double, as statistics programs keep numbers
  const std::string digest = Sha256Hex(id);
  int64_t number = 0;
  for (size_t i = 0; i < kHexDigits; ++i) {
    const char c = digest[i];
    number = number * 16 + (c <= '9' ? c - '0' : c - 'a' + 10);
  }
  return number;
}

int SentenceOf(const Record& record, const Event& event) {
  return event.evidence.empty() ? 0 : SentenceNumber(record, event.evidence.front().span.begin);
}

std::vector<std::string> TriggerWords(const Record& record, const Event& event) {
  std::vector<std::string> words;
  for (const Evidence& evidence : event.evidence) {
    if (evidence.role != "trigger") continue;
    std::string word = CellText(evidence.span.of(record.text));
    if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(std::move(word));
  }
  return words;
}

std::string SentencesText(const Record& record, const Event& event) {
  std::set<int> numbers;
  for (const Evidence& evidence : event.evidence) {
    const int number = SentenceNumber(record, evidence.span.begin);
    if (number > 0 && evidence.role == "trigger") numbers.insert(number);
  }
  std::string text;
  for (const int number : numbers) {
    if (!text.empty()) text += ' ';
    text += CellText(record.report.sentences[static_cast<size_t>(number - 1)].span.of(record.text));
  }
  return text;
}

std::string CoderName(const Record& record) {
  return record.made_by.program.empty() ? "rapporteur" : "rapporteur " + record.made_by.program;
}

}  // namespace rapporteur
