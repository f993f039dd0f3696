#include "formats/petrarch2.h"

#include "formats/parties.h"
#include "formats/rows.h"

namespace rapporteur {
namespace {

constexpr const char* kNoText = "---";  // PETRARCH2's words for no words
constexpr const char* kNoSource = "NULL";

std::string OrElse(const std::string& text, const char* otherwise) { return text.empty() ? otherwise : text; }

}  // namespace

std::string WritePetrarch2(const Record& record, const ExportOptions& options) {
  RowWriter row(RowStyle::kTabs);
  for (const size_t i : ChosenEvents(record, options)) {
    const Event& event = record.items.events[i];
    const auto day = FiledUnder(record, event);
    std::vector<std::string> issues;
    for (const std::string& context : event.contexts) issues.push_back(context + ",1");
    std::string words;
    for (const std::string& trigger : TriggerWords(record, event)) words += (words.empty() ? "" : " ") + trigger;
    for (const Dyad& dyad : DyadsOf(event, *options.lexicon)) {
      const Party source = PartyOf(record, dyad.source, options);
      const Party target = PartyOf(record, dyad.target, options);
      row.Text(day ? CompactDay(*day) : "").Text(CameoActorCode(source)).Text(CameoActorCode(target));
      row.Text(event.cameo).Texts(issues, ";");
      row.Text(record.ids.report + '_' + std::to_string(SentenceOf(record, event)));
      row.Text(record.report.url).Text(OrElse(record.report.publisher, kNoSource));
      row.Text(OrElse(source.words, kNoText)).Text(OrElse(target.words, kNoText)).Text(OrElse(words, kNoText));
      row.EndLine();
    }
  }
  return row.Take();
}

}  // namespace rapporteur
