#include "record/record.h"

#include <algorithm>
#include <array>

#include "base/sha256.h"

namespace rapporteur {
namespace {

// Function words make up 20 to 50 percent of English running text and next to nothing of other languages'.
bool LooksEnglish(const ParsedReport& parsed) {
  static constexpr std::array<std::string_view, 16> kFunctionWords = {
      "the", "of", "and", "to", "in", "that", "is", "was", "for", "on", "with", "has", "have", "said", "by", "from"};
  size_t words = 0;
  size_t function_words = 0;
  for (const ParsedSentence& sentence : parsed.sentences) {
    for (const ParsedWord& word : sentence.words) {
      if (word.upos == Upos::kPunct) continue;
      ++words;
      function_words += std::find(kFunctionWords.begin(), kFunctionWords.end(), word.form) != kFunctionWords.end();
    }
  }
  return words > 0 && function_words * 100 >= words * 8;
}

ReportItem MakeReportItem(const ParsedReport& parsed, const ReadOptions& options) {
  ReportItem report;
  report.title = options.title;
  for (const ParsedSentence& sentence : parsed.sentences) {
    if (sentence.kind == SegmentKind::kHeadline && report.title_span.empty()) {
      report.title_span = sentence.span;
    } else if (sentence.kind == SegmentKind::kDateline && report.dateline.empty()) {
      report.dateline = sentence.span;
    }
    report.sentences.push_back({sentence.span, sentence.kind});
  }
  if (report.title.empty()) report.title = report.title_span.of(parsed.text.utf8);
  if (options.published) report.published = options.published->iso();
  report.publisher = options.publisher;
  report.url = options.url;
  report.language = LooksEnglish(parsed) ? "en" : "";
  report.sha256 = Sha256Hex(parsed.text.utf8);
  return report;
}

}  // namespace

Record MakeRecord(const ParsedReport& parsed, Items items, const ReadOptions& options, MadeBy made_by) {
  Record record;
  record.text = parsed.text.utf8;
  record.report = MakeReportItem(parsed, options);
  record.items = std::move(items);
  record.ids = MakeItemIds(ReportId(record.text, options), record.items);
  record.made_by = std::move(made_by);
  return record;
}

int SentenceNumber(const Record& record, uint32_t offset) {
  const auto& sentences = record.report.sentences;
  const auto after = std::upper_bound(sentences.begin(), sentences.end(), offset,
                                      [](uint32_t at, const RecordedSentence& s) { return at < s.span.begin; });
  if (after == sentences.begin() || !std::prev(after)->span.contains(offset)) return 0;
  return static_cast<int>(after - sentences.begin());
}

}  // namespace rapporteur
