#include "ask/told.h"

#include "formats/handles.h"
#include "formats/phrases.h"
#include "formats/weighing.h"
#include "record/numbering.h"

namespace rapporteur {

const ItemBase& Told::base() const { return BaseOf(*record, item); }

std::optional<Date> Told::published() const { return ParseIsoDate(record->report.published); }

Result<std::vector<Told>> LoadTold(Records& records, const std::vector<FoundMention>& mentions) {
  std::vector<Told> all;
  for (const FoundMention& mention : mentions) {
    auto record = records.Get(mention.report);
    if (!record.ok()) return record.error();
    const auto item = ItemNumbering((*record)->items).At(mention.item);
    if (!item) {
      return Error{ErrorCode::kFormat, "the record: report " + std::to_string(mention.report) + " has no item " +
                                           std::to_string(mention.item) + ", which it names; merge it again"};
    }
    all.push_back({mention.report, mention.item, std::move(*record), *item});
  }
  return all;
}

std::string PublisherOf(const Record& record) {
  return record.report.publisher.empty() ? "a report" : OneLine(record.report.publisher);
}

size_t Sources::NumberOf(const Told& told) {
  const auto [at, is_new] = numbers_.try_emplace(told.report, sources_.size());
  if (is_new) {
    const ReportItem& report = told.rec().report;
    sources_.push_back({OneLine(report.publisher), OneLine(report.title), report.published, report.url, told.report});
  }
  return at->second;
}

Citation Sources::Cite(const Told& told) { return {NumberOf(told), SentenceNumber(told.rec(), BeginOf(told.base()))}; }

Citation Sources::Cite(const Told& told, Span words) {
  return {NumberOf(told), words.empty() ? 0 : SentenceNumber(told.rec(), words.begin)};
}

std::vector<Citation> Sources::Cite(const std::vector<Told>& all) {
  std::vector<Citation> citations;
  citations.reserve(all.size());
  for (const Told& told : all) citations.push_back(Cite(told));
  return citations;
}

DocumentWords Sources::Words(const Told& told) {
  const Citation citation = Cite(told);
  const auto& sentences = told.rec().report.sentences;
  const auto index = static_cast<size_t>(citation.sentence);
  const bool whole = index >= 1 && index <= sentences.size();
  const Span span = whole ? sentences[index - 1].span : told.base().evidence.front().span;
  return {WordsOf(told.rec(), span), citation};
}

std::string ToldBy(const Found& found) {
  if (found.reports < 2) return {};
  return std::to_string(found.reports) + " reports" +
         (found.publishers > 1 ? " by " + std::to_string(found.publishers) + " publishers" : " of one source");
}

}  // namespace rapporteur
