// Whom a sentence names, as English writes it: articles, lists, one or many.
//
// Deterministic; stateless.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/record.h"

namespace rapporteur {

// "Kerry (USA)", "the Northern Front (NVA)", "an army spokesman", "five people"; empty where only a pronoun stands for
// somebody that the record does not list.
std::string ProseName(const Record& record, const ActorRef& ref);

// Each once, without those that have no name: "Norvia, Selk and 3 others".
std::vector<std::string> ProseNames(const Record& record, const std::vector<ActorRef>& refs);
std::string JoinNames(const std::vector<std::string>& names);

// Whether a verb after these is in the plural.
bool ArePlural(const Record& record, const std::vector<ActorRef>& refs);

// Words in small letters, each run of white space and punctuation a blank.
std::vector<std::string> SmallWords(std::string_view text);

// The first letter as a capital.
std::string Capitalized(std::string text);
std::string Uncapitalized(std::string text);

// "18 December", with the year where it is not that of `near`; "February 2015"; "2015"; "3 to 5 March".
std::string ProseDay(const DateValue& date, const std::optional<Date>& near);

// " in Moscow", " on 18 December", " in 2015", " from 3 to 5 March"; empty where there is none, and where the sentence
// stands under that day.
std::string InPlace(const std::optional<PlaceRef>& place);
std::string OnDay(const std::optional<DateValue>& date, const std::optional<Date>& near);

}  // namespace rapporteur
