#include "formats/prose_names.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/among.h"
#include "formats/display.h"
#include "formats/parties.h"
#include "formats/phrases.h"

namespace rapporteur {
namespace {

constexpr size_t kMostNames = 4;

bool IsCapital(char c) { return c >= 'A' && c <= 'Z'; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }

const Actor* ActorOf(const Record& record, const ActorRef& ref) {
  const auto index = static_cast<size_t>(ref.actor);
  return ref.actor >= 0 && index < record.items.actors.size() ? &record.items.actors[index] : nullptr;
}

bool IsPronoun(std::string_view word) {
  return Among(word,
               {"he",   "she",  "it",    "they",  "him",   "her",     "them",       "his",     "their", "its",
                "who",  "whom", "which", "that",  "those", "these",   "this",       "one",     "we",    "us",
                "our",  "i",    "me",    "my",    "you",   "your",    "whose",      "someone", "all",   "some",
                "many", "each", "both",  "other", "any",   "himself", "themselves", "others",  "most",  "several"});
}

bool IsDeterminer(std::string_view word) {
  return Among(word, {"a",      "an",    "the",    "his",    "her",    "their",    "its",     "our",        "my",
                      "some",   "any",   "this",   "these",  "those",  "that",     "each",    "every",      "several",
                      "many",   "most",  "few",    "more",   "all",    "both",     "no",      "other",      "another",
                      "at",     "about", "around", "nearly", "dozens", "hundreds", "further", "additional", "thousands",
                      "scores", "tens",  "up",     "over",   "whose"});
}

bool IsNumber(std::string_view word) {
  return (!word.empty() && IsDigit(word.front()) && word.find('-') == std::string_view::npos) ||
         Among(word, {"one",      "million",   "two",    "three",  "four",   "five",   "six",
                      "seven",    "eight",     "nine",   "ten",    "eleven", "twelve", "dozens",
                      "hundreds", "thousands", "scores", "twenty", "thirty", "forty",  "fifty"});
}

// The noun that the phrase is about: before "of", "in", "from".
std::string HeadOf(const std::vector<std::string>& words) {
  std::string head;
  for (const std::string& word : words) {
    if (!head.empty() && Among(word, {"of", "in", "from", "for", "at", "on", "with", "who", "to"})) break;
    head = word;
  }
  return head;
}

bool PluralWords(std::string_view phrase) {
  const std::vector<std::string> words = SmallWords(phrase);
  if (words.empty()) return false;
  const bool counts = words.size() > 1 && IsNumber(words[1]) && words[1] != "one";
  if (counts && Among(words.front(), {"further", "another", "other", "the", "a", "an"})) return true;
  if (Among(words.front(), {"a", "an", "one", "each", "every", "another"})) return false;
  if (IsNumber(words.front()) || Among(words.front(), {"several", "many", "both", "few", "these", "those"}))
    return true;
  const std::string head = HeadOf(words);
  if (Among(head, {"people", "police", "men", "women", "children", "troops", "gunmen", "policemen", "clergy", "media",
                   "servicemen", "fishermen", "militia", "personnel", "taliban"}))
    return head != "militia" && head != "taliban";
  if (head.ends_with("men")) return true;
  return head.ends_with('s') && !head.ends_with("ss") && !head.ends_with("us") && !head.ends_with("is") &&
         !Among(head, {"politics", "ethics", "mathematics", "physics", "news"}) && head.size() > 3;
}

bool IsUncounted(std::string_view noun) {
  return Among(noun,
               {"information", "evidence", "violence", "aid",      "equipment", "staff",     "property", "food",
                "water",       "money",    "trade",    "research", "progress",  "offending", "land",     "oil",
                "gas",         "speech",   "traffic",  "medicine", "luggage",   "news",      "advice",   "weaponry"});
}

std::string WordBefore(const Record& record, Span span) {
  if (span.empty()) return {};
  const std::string_view before = std::string_view(record.text).substr(0, span.begin);
  const size_t last = before.find_last_not_of(" \n");
  if (last == std::string_view::npos) return {};
  const size_t gap = before.find_last_of(" \n(“\"", last);
  std::vector<std::string> words = SmallWords(
      before.substr(gap == std::string_view::npos ? 0 : gap, last + 1 - (gap == std::string_view::npos ? 0 : gap)));
  return words.empty() ? std::string() : words.back();
}

bool TakesAn(std::string_view phrase) {
  if (phrase.empty()) return false;
  const bool acronym = phrase.size() > 1 && IsCapital(phrase[0]) && (IsCapital(phrase[1]) || phrase[1] == '.');
  if (acronym) return std::string_view("AEFHILMNORSX").find(phrase[0]) != std::string_view::npos;
  const std::vector<std::string> words = SmallWords(phrase);
  if (words.empty() || words.front().starts_with("uni") || words.front().starts_with("eu") ||
      words.front().starts_with("one") || words.front().starts_with("us"))
    return false;
  return std::string_view("aeiou").find(words.front().front()) != std::string_view::npos;
}

// "at least ", "more than ": what stands before a number.
std::string Quantity(const Record& record, Span span) {
  const std::string_view before = std::string_view(record.text).substr(0, span.begin);
  for (const std::string_view words :
       {"at least", "more than", "as many as", "up to", "about", "some", "nearly", "almost", "around", "over",
        "fewer than", "less than", "no fewer than", "an estimated"}) {
    std::string with = std::string(words) + ' ';
    if (before.size() <= with.size() || SmallWords(before.substr(before.size() - with.size())) != SmallWords(words))
      continue;
    const char edge = before[before.size() - with.size() - 1];
    if (edge == ' ' || edge == '\n') return with;
  }
  return {};
}

// With the article that the report gives it, else "a" or "an".
std::string WithArticle(const Record& record, std::string phrase, Span span) {
  const std::vector<std::string> words = SmallWords(phrase);
  if (words.empty()) return {};
  if (IsNumber(words.front()) && (words.size() == 1 || IsNumber(words.back()))) {
    const bool of = Among(words.back(), {"dozens", "hundreds", "thousands", "scores", "tens"});
    return Quantity(record, span) + phrase + (words.back() == "one" ? " person" : of ? " of people" : " people");
  }
  if (IsNumber(words.front())) return Quantity(record, span) + phrase;
  if (IsDeterminer(words.front()) || words.front().ends_with("'s") || words.front().ends_with("’s")) return phrase;
  const std::string before = WordBefore(record, span);
  const bool proper = IsCapital(phrase[0]) && phrase.find(' ') == std::string::npos;
  if (words.front() == "same") return "the " + phrase;
  if (before == "the" && !(proper && !PluralWords(phrase))) return "the " + phrase;
  if (words.size() == 1 && !IsDeterminer(before) &&
      Among(words.front(), {"rebel", "terrorist", "militant", "insurgent", "jihadist", "extremist", "separatist"}))
    return phrase + "s";  // "rebel shelling"
  const std::string head = HeadOf(words);
  const bool capital_head =
      IsCapital(phrase[phrase.find_last_of(' ') == std::string::npos ? 0 : phrase.find_last_of(' ') + 1]);
  if (PluralWords(phrase) || capital_head || IsUncounted(head)) return phrase;
  if (IsCapital(phrase[0]) && words.size() == 2) {
    if (Among(head, {"province", "city", "county", "governorate", "district"})) return phrase;
    if (Among(head,
              {"town", "village", "region", "airport", "base", "neighbourhood", "neighborhood", "border", "area"}))
      return "the " + phrase;
  }
  if (Among(head, {"government", "army", "military", "regime", "opposition", "public", "world", "media", "press",
                   "police", "militia", "coalition", "navy", "administration", "parliament", "ministry", "resistance"}))
    return "the " + phrase;
  return (TakesAn(phrase) ? "an " : "a ") + phrase;
}

// "International Atomic Energy Agency", "Army of Norvia": a proper name that is made of a common noun takes "the".
bool NamedByNoun(std::string_view name) {
  const std::string head = HeadOf(SmallWords(name));
  return Among(
      head, {"agency",     "alliance",   "army",         "assembly",       "association", "authority",  "bank",
             "bloc",       "brigade",    "brigades",     "brotherhood",    "bureau",      "cabinet",    "coalition",
             "command",    "commission", "committee",    "congress",       "corps",       "council",    "court",
             "department", "embassy",    "federation",   "force",          "forces",      "front",      "fund",
             "government", "group",      "guard",        "guards",         "house",       "institute",  "league",
             "ministry",   "movement",   "nations",      "observatory",    "office",      "opposition", "organisation",
             "party",      "pentagon",   "organization", "police",         "senate",      "service",    "society",
             "state",      "tribunal",   "union",        "administration", "kremlin",     "community",  "secretariat",
             "parliament", "university", "states",       "foundation",     "centre",      "center",     "board"});
}

bool HasThe(const Record& record, const Actor& actor) {
  if (actor.type == ActorType::kPerson || actor.name.starts_with("The ") || actor.name.starts_with("the "))
    return false;
  if (actor.name.find("'s ") != std::string::npos || actor.name.find("’s ") != std::string::npos) return false;
  if (actor.type == ActorType::kState) {
    return actor.name.starts_with("United ") || actor.name.ends_with("Republic") || actor.name.ends_with("Islands") ||
           Among(actor.name,
                 {"Philippines", "Netherlands", "Maldives", "Bahamas", "Gambia", "Comoros", "Seychelles"}) ||
           actor.name.find("Republic of") != std::string::npos;
  }
  if (actor.name.find(' ') != std::string::npos && NamedByNoun(actor.name)) return true;
  size_t with = 0;
  for (const Span mention : actor.mentions) with += WordBefore(record, mention) == "the" ? 1 : 0;
  return with * 2 >= actor.mentions.size() && with > 0;
}

// Words that open a sentence, as they stand within one.
std::string Inside(const Record& record, std::string phrase, Span span) {
  const int number = SentenceNumber(record, span.begin);
  if (number <= 0 || phrase.size() < 2 || !IsCapital(phrase[0]) || IsCapital(phrase[1])) return phrase;
  if (record.report.sentences[static_cast<size_t>(number) - 1].span.begin + 3 < span.begin) return phrase;
  const std::string small = SmallWords(phrase).front();
  if (small.ends_with("'s") || small.ends_with("’s")) return phrase;
  if (IsDeterminer(small) || IsNumber(small) || PluralWords(phrase.substr(0, phrase.find(' '))) ||
      WordBefore(record, span) == "the")
    phrase[0] = static_cast<char>(phrase[0] - 'A' + 'a');
  return phrase;
}

}  // namespace

std::vector<std::string> SmallWords(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0 || byte >= 0x80 || c == '\'' || c == '-') {
      word += static_cast<char>(byte < 0x80 ? std::tolower(byte) : byte);
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

std::string ProseName(const Record& record, const ActorRef& ref) {
  const Actor* actor = ActorOf(record, ref);
  const std::string code = ref.code.empty() ? std::string() : " (" + ref.code + ")";
  if (actor != nullptr && IsNamed(*actor)) {
    const std::string name = (HasThe(record, *actor) ? "the " : "") + ShortName(*actor);
    return actor->type == ActorType::kState ? name : name + code;
  }
  std::string phrase = WordsOf(record, ref.span);
  const std::vector<std::string> said = SmallWords(phrase);
  if (said.size() == 1 && IsPronoun(said.front())) phrase = actor != nullptr ? actor->name : std::string();
  if (actor != nullptr && phrase.empty()) phrase = actor->name;
  const std::vector<std::string> words = SmallWords(phrase);
  if (words.empty() || (words.size() == 1 && IsPronoun(words.front()))) return {};
  const std::string name = WithArticle(record, Inside(record, std::move(phrase), ref.span), ref.span);
  return actor == nullptr ? name : name + code;
}

std::vector<std::string> ProseNames(const Record& record, const std::vector<ActorRef>& refs) {
  std::vector<std::string> names;
  for (const ActorRef& ref : refs) {
    std::string name = ProseName(record, ref);
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  }
  return names;
}

std::string JoinNames(const std::vector<std::string>& names) {
  const bool more = names.size() > kMostNames;
  const size_t shown = more ? kMostNames - 1 : names.size();
  std::string joined;
  for (size_t i = 0; i < shown; ++i) {
    joined += (i == 0 ? "" : i + 1 == shown && !more ? " and " : ", ") + names[i];
  }
  return more ? joined + " and " + std::to_string(names.size() - shown) + " others" : joined;
}

bool ArePlural(const Record& record, const std::vector<ActorRef>& refs) {
  if (ProseNames(record, refs).size() > 1) return true;
  for (const ActorRef& ref : refs) {
    const std::string name = ProseName(record, ref);
    if (name.empty()) continue;
    const Actor* actor = ActorOf(record, ref);
    if (actor != nullptr && IsNamed(*actor) && actor->type != ActorType::kGroup &&
        actor->type != ActorType::kPopulation)
      return false;
    return PluralWords(name.substr(0, name.find(" (")));
  }
  return false;
}

std::string Capitalized(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string Uncapitalized(std::string text) {
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

std::string ProseDay(const DateValue& date, const std::optional<Date>& near) {
  static constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                               "May",       "June",     "July",     "August",
                                                               "September", "October",  "November", "December"};
  const auto month = [](Date day) { return std::string(kMonths.at(static_cast<size_t>(day.month - 1))); };
  const auto year = [&](Date day) { return near && near->year == day.year ? "" : " " + std::to_string(day.year); };
  const Date from = date.from;
  const Date to = date.to;
  const bool whole_months = from.day == 1 && to.day == DaysInMonth(to.year, to.month);
  if (from == to) return std::to_string(from.day) + " " + month(from) + year(from);
  if (whole_months && from.year == to.year && from.month == to.month)
    return month(from) + " " + std::to_string(from.year);
  if (whole_months && from.year == to.year && from.month == 1 && to.month == 12) return std::to_string(from.year);
  if (from.year == to.year && from.month == to.month)
    return std::to_string(from.day) + " to " + std::to_string(to.day) + " " + month(to) + year(to);
  return std::to_string(from.day) + " " + month(from) + (from.year == to.year ? "" : year(from)) + " to " +
         std::to_string(to.day) + " " + month(to) + year(to);
}

std::string InPlace(const std::optional<PlaceRef>& place) {
  return place && !place->name.empty() ? " in " + OneLine(place->name) : std::string();
}

std::string OnDay(const std::optional<DateValue>& date, const std::optional<Date>& near) {
  if (!date || (near && date->from <= *near && *near <= date->to)) return {};
  const std::string day = ProseDay(*date, near);
  return (date->from == date->to ? " on " : day.find(" to ") != std::string::npos ? " from " : " in ") + day;
}

}  // namespace rapporteur
