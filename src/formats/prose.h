// Items of a record as plain English sentences: "Kerry (USA) met Lavrov (RUS) in Moscow."
//
// The report's own words where they make a whole verb phrase, else those of lexicon/prose.tsv; tense and mood are those
// of the item's status. Deterministic; the table must outlive the call.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lexicon/prose.h"
#include "record/record.h"

namespace rapporteur {

struct ProseOptions {
  const ProseTable* table = nullptr;
  std::optional<Date> day;  // under which the sentence stands: it is not said again
  bool own_words = true;    // false: the table's only
};

// One sentence with its stop, on one line, the names as the report has them: whoever prints it escapes it.
std::string EventProse(const Record& record, const Event& event, const ProseOptions& options);
std::string TalksProse(const Record& record, const Talks& talks, const ProseOptions& options);
std::string AgreementProse(const Record& record, const Agreement& agreement, const ProseOptions& options);
std::string PositionProse(const Record& record, const Position& position);
std::string DisputeProse(const Record& record, const Dispute& dispute, const ProseOptions& options);
std::string StatementProse(const Record& record, const Statement& statement);
// Of any of these; of an actor its name.
std::string ItemProse(const Record& record, ItemRef item, const ProseOptions& options);

// "happened", "under way", "planned", "possible", "denied", "background".
std::string_view StatusWord(EventStatus status);
// The same for talks, whose own statuses are more.
EventStatus StatusOf(TalksStatus status);

// The words in curved quotation marks, without those that they begin or end with, cut after `most` bytes; for the words
// of one or many reports on one line.
std::string Quoted(std::string_view words, size_t most = 240);

}  // namespace rapporteur
