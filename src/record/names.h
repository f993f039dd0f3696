// The words that the record uses for the program's enumerations, in both directions, and its closed lists of codes.
//
// Stateless. What an unknown word gives is said at each function.
#pragma once

#include <span>
#include <string_view>

#include "coding/items.h"

namespace rapporteur {

std::string_view NameOf(ItemKind kind);       // "event"
std::string_view NameOf(ActorType type);      // "person"
std::string_view NameOf(EventStatus status);  // "actual"
std::string_view NameOf(StatementForm form);  // "direct"
std::string_view NameOf(Stance stance);       // "for"
std::string_view NameOf(TalksStatus status);  // "underway"
std::string_view NameOf(Answer answer);       // "withholds"

// All words of each list, in the contract's order.
std::span<const std::string_view> ItemKindNames();
std::span<const std::string_view> ActorTypeNames();
std::span<const std::string_view> EventStatusNames();
std::span<const std::string_view> StatementFormNames();
std::span<const std::string_view> StanceNames();
std::span<const std::string_view> TalksStatusNames();
std::span<const std::string_view> AnswerNames();
std::span<const std::string_view> VerdictNames();  // kept, breached
std::span<const std::string_view> PloverTypes();
std::span<const std::string_view> PloverSectors();

bool IsOneOf(std::string_view word, std::span<const std::string_view> list);

}  // namespace rapporteur
