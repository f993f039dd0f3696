#include "record/names.h"

#include <algorithm>
#include <array>

namespace rapporteur {
namespace {

using std::string_view;

constexpr std::array<string_view, 7> kKinds = {"actor", "event",     "statement", "position",
                                               "talks", "agreement", "dispute"};
constexpr std::array<string_view, 6> kActorTypes = {"person", "state", "organization", "group", "office", "population"};
constexpr std::array<string_view, 6> kEventStatus = {"actual",       "ongoing", "future",
                                                     "hypothetical", "negated", "historical"};
constexpr std::array<string_view, 3> kForms = {"direct", "indirect", "mixed"};
constexpr std::array<string_view, 3> kStances = {"for", "against", "open"};
constexpr std::array<string_view, 6> kTalksStatus = {"held",     "underway",  "scheduled",
                                                     "proposed", "postponed", "cancelled"};
constexpr std::array<string_view, 4> kAnswers = {"confirms", "refuses", "withholds", "conditional"};
constexpr std::array<string_view, 2> kVerdicts = {"kept", "breached"};
constexpr std::array<string_view, 16> kTypes = {"AGREE",    "CONSULT",  "SUPPORT", "CONCEDE", "COOPERATE", "AID",
                                                "RETREAT",  "REQUEST",  "ACCUSE",  "REJECT",  "THREATEN",  "PROTEST",
                                                "SANCTION", "MOBILIZE", "COERCE",  "ASSAULT"};
constexpr std::array<string_view, 25> kSectors = {"GOV", "MIL", "REB", "OPP", "LEG", "JUD", "COP", "SPY", "PTY",
                                                  "PRM", "UAF", "UNK", "BUS", "CVL", "EDU", "ELI", "JRN", "LAB",
                                                  "MED", "REF", "REL", "SOC", "CRM", "AGR", "PRE"};

template <typename Enum, size_t n>
string_view At(const std::array<string_view, n>& names, Enum value) {
  const auto index = static_cast<size_t>(value);
  return index < n ? names[index] : string_view();
}

}  // namespace

string_view NameOf(ItemKind kind) { return At(kKinds, kind); }
string_view NameOf(ActorType type) { return At(kActorTypes, type); }
string_view NameOf(EventStatus status) { return At(kEventStatus, status); }
string_view NameOf(StatementForm form) { return At(kForms, form); }
string_view NameOf(Stance stance) { return At(kStances, stance); }
string_view NameOf(TalksStatus status) { return At(kTalksStatus, status); }
string_view NameOf(Answer answer) { return At(kAnswers, answer); }

std::span<const string_view> ItemKindNames() { return kKinds; }
std::span<const string_view> ActorTypeNames() { return kActorTypes; }
std::span<const string_view> EventStatusNames() { return kEventStatus; }
std::span<const string_view> StatementFormNames() { return kForms; }
std::span<const string_view> StanceNames() { return kStances; }
std::span<const string_view> TalksStatusNames() { return kTalksStatus; }
std::span<const string_view> AnswerNames() { return kAnswers; }
std::span<const string_view> VerdictNames() { return kVerdicts; }
std::span<const string_view> PloverTypes() { return kTypes; }
std::span<const string_view> PloverSectors() { return kSectors; }

bool IsOneOf(string_view word, std::span<const string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace rapporteur
