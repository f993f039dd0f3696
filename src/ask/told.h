// What reports tell of one thing, at hand for writing: their records, and the numbered sources of a page.
//
// By the thread that holds the store. Deterministic.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ask/document.h"
#include "ask/find.h"
#include "ask/records.h"

namespace rapporteur {

// One mention with its record.
struct Told {
  int64_t report = 0;
  int64_t number = 0;  // the item's, within the report
  std::shared_ptr<const Record> record;
  ItemRef item;

  const Record& rec() const { return *record; }
  const ItemBase& base() const;
  std::optional<Date> published() const;
};

// In the order of Found's mentions. Errors: those of Records
Result<std::vector<Told>> LoadTold(Records& records, const std::vector<FoundMention>& mentions);

// "AFP"; "a report" where nobody says who published it.
std::string PublisherOf(const Record& record);

// Numbers the sources of a page in the order in which they are first cited.
class Sources {
 public:
  Citation Cite(const Told& told);              // the sentence that tells it
  Citation Cite(const Told& told, Span words);  // the sentence of these words
  std::vector<Citation> Cite(const std::vector<Told>& all);
  // The telling words, with their sentence: what stands behind a line.
  DocumentWords Words(const Told& told);

  std::vector<DocumentSource> Take() { return std::move(sources_); }

 private:
  size_t NumberOf(const Told& told);

  std::map<int64_t, size_t> numbers_;  // by report
  std::vector<DocumentSource> sources_;
};

// "3 reports by 2 publishers"; empty of one report.
std::string ToldBy(const Found& found);

}  // namespace rapporteur
