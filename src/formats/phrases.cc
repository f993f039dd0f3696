#include "formats/phrases.h"

#include <algorithm>
#include <array>
#include <set>

#include "formats/display.h"
#include "formats/handles.h"
#include "record/json_writer.h"
#include "record/names.h"

namespace rapporteur {
namespace {

std::string DayPhrase(Date day, bool with_month, bool with_year) {
  static constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                               "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  std::string phrase = std::to_string(day.day);
  if (with_month) phrase += ' ' + std::string(kMonths.at(static_cast<size_t>(day.month - 1)));
  if (with_year) phrase += ' ' + std::to_string(day.year);
  return phrase;
}

void CollectSentences(const Record& record, const ItemBase& item, std::set<int>& sentences) {
  for (const Evidence& evidence : item.evidence) {
    const int number = SentenceNumber(record, evidence.span.begin);
    if (number > 0) sentences.insert(number);
  }
}

// Three and more in a row as "3-6".
std::string InBrackets(const std::set<int>& numbers) {
  std::string phrase;
  for (auto at = numbers.begin(); at != numbers.end();) {
    auto last = at;
    while (std::next(last) != numbers.end() && *std::next(last) == *last + 1) ++last;
    if (*last < *at + 2) last = at;
    phrase += (phrase.empty() ? "[" : " ") + std::to_string(*at);
    if (last != at) phrase += "-" + std::to_string(*last);
    at = std::next(last);
  }
  return phrase.empty() ? phrase : phrase + "]";
}

std::string CountsPhrase(const Counts& counts) {
  std::string phrase;
  const auto add = [&](std::string_view what, const std::optional<SaidCount>& count) {
    if (count) phrase += (phrase.empty() ? "" : ", ") + OneLine(count->said) + std::string(what);
  };
  add(" killed", counts.killed);
  add(" injured", counts.injured);
  add(" arrested", counts.arrested);
  add(" took part", counts.size);
  return phrase;
}

bool IsWordSuffix(std::string_view name, std::string_view suffix) {
  return suffix.size() < name.size() && name.ends_with(suffix) && name[name.size() - suffix.size() - 1] == ' ';
}

}  // namespace

std::string ShortName(const Actor& actor) {
  if (actor.type != ActorType::kPerson) return OneLine(actor.name);
  std::string_view shortest = actor.name;
  for (const std::string& alias : actor.aliases) {
    if (IsWordSuffix(actor.name, alias) && alias.size() < shortest.size()) shortest = alias;
  }
  return OneLine(shortest);
}

std::string WhoPhrase(const Record& record, const ActorRef& ref) {
  const auto index = static_cast<size_t>(ref.actor);
  const Actor* actor = ref.actor >= 0 && index < record.items.actors.size() ? &record.items.actors[index] : nullptr;
  std::string phrase = actor != nullptr ? ShortName(*actor) : WordsOf(record, ref.span);
  const bool says_itself = actor != nullptr && actor->type == ActorType::kState;
  if (!ref.code.empty() && !says_itself) phrase += " (" + ref.code + ")";
  return phrase;
}

std::string WhoPhrase(const Record& record, const std::vector<ActorRef>& refs, std::string_view between) {
  std::string phrase;
  for (const ActorRef& ref : refs) {
    if (!phrase.empty()) phrase += between;
    phrase += WhoPhrase(record, ref);
  }
  return phrase;
}

std::string WhenPhrase(const Record& record, const std::optional<DateValue>& date) {
  if (!date) return {};
  static constexpr std::array<std::string_view, 7> kDays = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  const auto [from, to, span] = *date;
  const bool whole_months = from.day == 1 && to.day == DaysInMonth(to.year, to.month);
  const bool same_year = from.year == to.year;
  const bool same_month = same_year && from.month == to.month;
  const auto published = ParseIsoDate(record.report.published);
  const bool this_year = same_year && published && published->year == to.year;
  if (from == to) {
    return std::string(kDays.at(static_cast<size_t>(from.weekday()))) + ' ' + DayPhrase(from, true, !this_year);
  }
  if (whole_months && same_month) return DayPhrase(from, true, true).substr(2);  // without "1 "
  if (whole_months && same_year && from.month == 1 && to.month == 12) return std::to_string(from.year);
  return DayPhrase(from, !same_month, !same_year) + " to " + DayPhrase(to, true, !this_year);
}

std::string WhereWhenPhrase(const Record& record, const std::optional<PlaceRef>& place,
                            const std::optional<DateValue>& date) {
  std::string phrase = place ? OneLine(place->name) : std::string();
  const std::string when = WhenPhrase(record, date);
  if (!phrase.empty() && !when.empty()) phrase += ", ";
  return phrase + when;
}

std::string ScalesPhrase(const Event& event) {
  const auto number = [](double value) {
    JsonWriter out;
    out.Decimal(value, 2);
    return out.TakeText();
  };
  std::string phrase;
  if (event.quad != 0) phrase = "Q" + std::to_string(event.quad) + " score " + number(event.score);
  if (!event.cameo.empty())
    phrase += (phrase.empty() ? "" : ", ") + ("CAMEO " + event.cameo) + " (" + number(event.goldstein) + ")";
  for (const std::string& context : event.contexts) phrase += (phrase.empty() ? "" : ", ") + context;
  return phrase;
}

std::string SentencesPhrase(const Record& record, const ItemBase& item) {
  std::set<int> sentences;
  CollectSentences(record, item, sentences);
  return InBrackets(sentences);
}

std::string SentencesPhrase(const Record& record, const std::vector<ItemRef>& items) {
  std::set<int> sentences;
  for (const ItemRef item : items) CollectSentences(record, BaseOf(record, item), sentences);
  return InBrackets(sentences);
}

std::string SentencePhrase(const Record& record, Span span) {
  const int number = SentenceNumber(record, span.begin);
  return span.empty() || number <= 0 ? std::string() : InBrackets({number});
}

std::string TypePhrase(const Event& event) { return event.mode.empty() ? event.type : event.type + " " + event.mode; }

std::string DeedPhrase(const Record& record, const Event& event) {
  std::string phrase = WhoPhrase(record, event.actors, ", ");
  if (phrase.empty()) phrase = "(not said who)";
  if (!event.recipients.empty()) phrase += " → " + WhoPhrase(record, event.recipients, ", ");
  for (const Evidence& evidence : event.evidence) {
    if (evidence.role != "trigger") continue;
    phrase += " · " + WordsOf(record, evidence.span);
    break;
  }
  const std::string counts = CountsPhrase(event.counts);
  return counts.empty() ? phrase : phrase + " · " + counts;
}

std::string StatusPhrase(TalksStatus status) {
  return status == TalksStatus::kUnderway ? "under way" : std::string(NameOf(status));
}

std::string TalksPhrase(const Record& record, const Talks& talks) {
  std::string who = WhoPhrase(record, talks.participants, " – ");
  if (!who.empty()) return who;
  return talks.name.empty() ? "talks" : talks.name;
}

std::string AgreementPhrase(const Record& record, const Agreement& agreement) {
  return agreement.name.empty() ? WordsOf(record, agreement.evidence.front().span) : agreement.name;
}

std::string SubjectPhrase(const Record& record, const Dispute& dispute) {
  return dispute.subject_item ? "on " + HandleOf(*dispute.subject_item) : WordsOf(record, dispute.subject);
}

std::string WordsOf(const Record& record, Span span) { return OneLine(span.of(record.text)); }

}  // namespace rapporteur
