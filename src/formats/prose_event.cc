// Events as sentences.
#include <algorithm>

#include "base/among.h"
#include "formats/display.h"
#include "formats/phrases.h"
#include "formats/prose.h"
#include "formats/prose_names.h"
#include "formats/prose_words.h"

namespace rapporteur {
namespace {

bool HasAny(const std::vector<std::string>& words, std::initializer_list<std::string_view> list) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return Among(word, list); });
}

// What stands before a verb in its base form for a status that is no past: "will", "may", "did not".
std::string HelperOf(EventStatus status, const std::vector<std::string>& said) {
  if (status == EventStatus::kFuture) return "will";
  if (status == EventStatus::kNegated) {
    if (HasAny(said, {"will", "would", "won't", "won’t", "wouldn't", "wouldn’t", "shall"})) return "will not";
    if (HasAny(said, {"can", "cannot", "can't", "can’t", "could", "couldn't", "couldn’t"})) return "could not";
    if (HasAny(said, {"should", "must"})) return "should not";
    return "did not";
  }
  for (const std::string_view modal : {"should", "must", "could", "might"}) {
    if (HasAny(said, {modal})) return std::string(modal);
  }
  return "may";
}

constexpr size_t kMostCountWords = 4;

// Whether the number is in the sentence: "seven" of "at least seven".
bool Says(const std::string& sentence, const std::string& number) {
  const std::vector<std::string> words = SmallWords(number);
  const std::vector<std::string> told = SmallWords(sentence);
  return !words.empty() && std::find(told.begin(), told.end(), words.back()) != told.end();
}

std::string Filled(std::string phrase, const std::string& recipients) {
  const size_t at = phrase.find("{}");
  return at == std::string::npos ? phrase : phrase.replace(at, 2, recipients);
}

class EventSentence {
 public:
  EventSentence(const Record& record, const Event& event, const ProseOptions& options)
      : record_(record), event_(event), options_(options), said_(AuxiliariesOf(record, event)) {
    const auto [subjects, objects] = SidesOf(record, event);
    actors_ = ProseNames(record, subjects);
    const bool people =
        event.type == "ASSAULT" && std::any_of(objects.begin(), objects.end(),
                                               [&](const ActorRef& ref) { return !IsState(ref) && ref.actor >= 0; });
    for (const ActorRef& ref : objects) {
      if (people && IsState(ref)) continue;  // whose people are hit, not what is
      const std::vector<std::string> one = ProseNames(record, {ref});
      if (one.empty() || std::find(actors_.begin(), actors_.end(), one.front()) != actors_.end()) continue;
      if (std::find(recipients_.begin(), recipients_.end(), one.front()) == recipients_.end()) {
        recipients_.push_back(one.front());
        shown_.push_back(ref);
      }
    }
  }

  std::string Make() {
    std::string sentence = Clause();
    const std::string counts = CountsPhrase(sentence);
    if (!counts.empty()) sentence += " (" + counts + ")";
    sentence += WhereWhen(sentence) + AtWhoseWord();
    while (sentence.ends_with('.')) sentence.pop_back();
    return Capitalized(std::move(sentence)) + ".";
  }

 private:
  std::string Clause() {
    const auto own = options_.own_words ? FindOwnWords(record_, event_, options_.table->verbs()) : std::nullopt;
    const std::string recipients = JoinNames(recipients_);
    if (own && own->passive && !recipients_.empty()) {
      return recipients + " " + PassiveVerb(own->verb) + own->rest;
    }
    const bool fits = own && !own->passive && (own->rest.find("{}") == std::string::npos || !recipients_.empty());
    if (fits && !actors_.empty()) return Active(own->verb, Filled(own->rest, recipients));
    const ProseLine* line = options_.table->Find(event_.type, event_.mode);
    if (line == nullptr) return NounClause("an event");
    if (!actors_.empty()) {
      const std::string& phrase = recipients_.empty() ? line->alone : line->to;
      const size_t blank = std::min(phrase.find(' '), phrase.size());
      return Active(phrase.substr(0, blank), Filled(phrase.substr(blank), recipients));
    }
    return recipients_.empty() ? NounClause(line->noun) : recipients + " " + PassiveTable(line->passive);
  }

  std::string Active(const std::string& verb, const std::string& rest) {
    const std::string who = JoinNames(actors_);
    const VerbForms& verbs = options_.table->verbs();
    switch (event_.status) {
      case EventStatus::kActual:
      case EventStatus::kHistorical:
        return who + " " + verbs.Past(verb) + rest;
      case EventStatus::kOngoing:
        return who + (ArePlural(record_, event_.actors) ? " are " : " is ") + verbs.Ing(verb) + rest;
      case EventStatus::kFuture:
      case EventStatus::kHypothetical:
      case EventStatus::kNegated:
        break;
    }
    return who + " " + HelperOf(event_.status, said_) + " " + verb + rest;
  }

  std::string PassiveVerb(const std::string& verb) { return PassiveTable(options_.table->verbs().Participle(verb)); }

  std::string PassiveTable(const std::string& participle) {
    const bool many = recipients_.size() > 1 || ArePlural(record_, shown_);
    switch (event_.status) {
      case EventStatus::kActual:
      case EventStatus::kHistorical:
        return (many ? "were " : "was ") + participle;
      case EventStatus::kOngoing:
        return (many ? "are being " : "is being ") + participle;
      case EventStatus::kNegated:
        if (HelperOf(event_.status, said_) == "did not") return (many ? "were not " : "was not ") + participle;
        break;
      case EventStatus::kFuture:
      case EventStatus::kHypothetical:
        break;
    }
    return HelperOf(event_.status, said_) + " be " + participle;
  }

  std::string NounClause(const std::string& noun) {
    switch (event_.status) {
      case EventStatus::kActual:
      case EventStatus::kHistorical:
        return "there was " + noun;
      case EventStatus::kOngoing:
        return "there is " + noun + " under way";
      case EventStatus::kFuture:
        return "there will be " + noun;
      case EventStatus::kHypothetical:
        return "there may be " + noun;
      case EventStatus::kNegated:
        break;
    }
    return "there was no " + noun.substr(noun.find(' ') + 1);
  }

  std::string CountsPhrase(const std::string& sentence) {
    std::string phrase;
    const auto add = [&](std::string_view what, const std::optional<SaidCount>& count) {
      if (!count || count->said.empty() || Says(sentence, count->said)) return;
      if (SmallWords(count->said).size() > kMostCountWords) return;
      phrase += (phrase.empty() ? "" : ", ") + Uncapitalized(OneLine(count->said)) + std::string(what);
    };
    add(" killed", event_.counts.killed);
    add(" injured", event_.counts.injured);
    add(" arrested", event_.counts.arrested);
    add(" taking part", event_.counts.size);
    return phrase;
  }

  std::string WhereWhen(const std::string& sentence) {
    std::string phrase;
    if (event_.place && !event_.place->name.empty()) {
      const std::string place = OneLine(event_.place->name);
      if (sentence.find(place) == std::string::npos) phrase += " in " + place;
    }
    if (!event_.date) return phrase;
    const std::string words = event_.date->span.empty() ? "" : WordsOf(record_, event_.date->span);
    const bool said = !words.empty() && sentence.find(words) != std::string::npos;
    return said ? phrase : phrase + OnDay(event_.date, options_.day);
  }

  std::string AtWhoseWord() {
    if (event_.asserted_by.empty()) return {};
    std::vector<std::string> chain;
    for (const ActorRef& ref : event_.asserted_by) {
      const std::string name = ProseName(record_, ref);
      if (!name.empty() && (chain.empty() || chain.back() != name)) chain.push_back(name);
    }
    if (chain.empty()) return ", it was said";
    const std::string sayer = chain.back();
    const bool itself = actors_.size() == 1 && actors_.front() == sayer;
    const bool one = itself && !ArePlural(record_, event_.actors) && !IsPerson(event_.actors.front());
    std::string phrase = itself ? (one ? ", by its own account" : ", by their own account") : ", " + sayer + " said";
    chain.pop_back();
    return chain.empty() ? phrase : phrase + ", as told by " + chain.back();
  }

  bool Is(const ActorRef& ref, ActorType type) const {
    const auto index = static_cast<size_t>(ref.actor);
    return ref.actor >= 0 && index < record_.items.actors.size() && record_.items.actors[index].type == type;
  }
  bool IsPerson(const ActorRef& ref) const { return Is(ref, ActorType::kPerson); }
  bool IsState(const ActorRef& ref) const { return Is(ref, ActorType::kState); }

  const Record& record_;
  const Event& event_;
  const ProseOptions& options_;
  std::vector<std::string> said_;
  std::vector<std::string> actors_, recipients_;
  std::vector<ActorRef> shown_;  // those of recipients_
};

}  // namespace

std::string EventProse(const Record& record, const Event& event, const ProseOptions& options) {
  return EventSentence(record, event, options).Make();
}

}  // namespace rapporteur
