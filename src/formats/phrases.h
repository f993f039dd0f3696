// The record's values in a few words for a reader: who, when, where, in which sentences.
//
// Deterministic; stateless.
#pragma once

#include <string>
#include <vector>

#include "record/record.h"

namespace rapporteur {

// "Lavrov (RUS)", "Russia", "her counterpart (SLK)": the short name of who fills a role.
std::string WhoPhrase(const Record& record, const ActorRef& ref);

// Several, apart by `between`.
std::string WhoPhrase(const Record& record, const std::vector<ActorRef>& refs, std::string_view between);

// A person's name as reports use it after the first time ("de Mistura"), others' names whole.
std::string ShortName(const Actor& actor);

// "Tue 15 Dec", "Feb 2015", "2019", "3 to 5 Mar", "28 Feb to 2 Mar 2026"; empty without a date. The year is left out
// where it is the report's and a day is named.
std::string WhenPhrase(const Record& record, const std::optional<DateValue>& date);

// "Moscow, Tue 15 Dec"; either may be absent.
std::string WhereWhenPhrase(const Record& record, const std::optional<PlaceRef>& place,
                            const std::optional<DateValue>& date);

// "Q4 score -9, CAMEO 190 (-10), military, terrorism": how an event is scaled and what it is about; empty without
// either.
std::string ScalesPhrase(const Event& event);

// "[1 5]": the sentences of an item's evidence.
std::string SentencesPhrase(const Record& record, const ItemBase& item);
std::string SentencesPhrase(const Record& record, const std::vector<ItemRef>& items);

// "[4]": the sentence of a span; empty without one.
std::string SentencePhrase(const Record& record, Span span);

// "ASSAULT firearms".
std::string TypePhrase(const Event& event);

// "Brenn (NVA) → Selk · shelled · 12 killed": who, to whom, the deed's words, the numbers as said.
std::string DeedPhrase(const Record& record, const Event& event);

// "under way", "scheduled".
std::string StatusPhrase(TalksStatus status);

// Who meets, else the talks' name.
std::string TalksPhrase(const Record& record, const Talks& talks);

// The agreement's name, else the words it is called by.
std::string AgreementPhrase(const Record& record, const Agreement& agreement);

// What is disputed: words, or the handle of an item ("on e3").
std::string SubjectPhrase(const Record& record, const Dispute& dispute);

// The words of a span on one line.
std::string WordsOf(const Record& record, Span span);

}  // namespace rapporteur
