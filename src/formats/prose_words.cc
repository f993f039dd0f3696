#include "formats/prose_words.h"

#include <algorithm>

#include "base/among.h"
#include "formats/phrases.h"
#include "formats/prose_names.h"

namespace rapporteur {
namespace {

constexpr size_t kMostComplement = 18;  // words

// The event's trigger, its sentence, and what stands around it there.
struct Spot {
  Span trigger;
  Span sentence;
  std::string_view text;  // of the report

  std::string_view between(uint32_t begin, uint32_t end) const {
    return begin < end ? text.substr(begin, end - begin) : std::string_view();
  }
};

std::optional<Spot> SpotOf(const Record& record, const Event& event) {
  for (const Evidence& evidence : event.evidence) {
    if (evidence.role != "trigger") continue;
    const int number = SentenceNumber(record, evidence.span.begin);
    if (number <= 0) return std::nullopt;
    const Span sentence = record.report.sentences[static_cast<size_t>(number) - 1].span;
    return Spot{evidence.span, sentence, record.text};
  }
  return std::nullopt;
}

bool IsOurs(std::string_view word) {
  return Among(word, {"i", "we", "us", "our", "ours", "my", "me", "you", "your", "him", "them", "himself"});
}

bool Speaks(std::string_view phrase) {
  const std::vector<std::string> words = SmallWords(phrase);
  return std::any_of(words.begin(), words.end(), [](const std::string& word) { return IsOurs(word); });
}

bool IsArticle(std::string_view word) {
  return Among(word, {"the", "a", "an", "this", "that", "these", "those", "his", "her", "their", "its"});
}

// What may stand between a verb and its object: prepositions are kept, articles go with the name.
std::optional<std::string> Link(std::string_view gap) {
  if (gap.find_first_of(",;:.()\"\n") != std::string_view::npos) return std::nullopt;
  std::string kept;
  const std::vector<std::string> words = SmallWords(gap);
  if (words.size() > 3) return std::nullopt;
  for (const std::string& word : words) {
    if (Among(word, {"the", "a", "an", "at", "least", "more", "than", "some", "about", "nearly", "almost", "around"}))
      continue;
    if (!Among(word, {"on", "with", "for", "to", "against", "from", "into", "upon", "over", "of"})) return std::nullopt;
    kept += " " + word;
  }
  return kept + " {}";
}

// The words from here to the next comma or stop; none where they are too many, or speak in somebody's own person.
std::optional<std::string> UpToStop(const Spot& spot, uint32_t from) {
  const std::string_view after = spot.between(from, spot.sentence.end);
  size_t end = after.size();
  for (const std::string_view stop : {",", ";", ":", ". ", "\n", "(", ")", "”", " – ", " — ", " - ", "’ ", "?", "!",
                                      " but ", " although ", " while "}) {
    end = std::min(end, after.find(stop));
  }
  if (after.substr(0, end).find_first_of("\"[") != std::string_view::npos ||
      after.substr(0, end).find("“") != std::string_view::npos ||
      after.substr(0, end).find("‘") != std::string_view::npos)
    return std::nullopt;
  std::string_view words = after.substr(0, end);
  while (words.ends_with('.') || words.ends_with(' ')) words.remove_suffix(1);
  const std::vector<std::string> all = SmallWords(words);
  const bool told = std::find(all.begin(), all.end(), "said") != all.end();  // another's words without a comma
  if (all.size() > kMostComplement || told || Speaks(words)) return std::nullopt;
  const size_t last = words.rfind(' ');
  if (last != std::string_view::npos &&
      Among(words.substr(last + 1),
            {"a",  "an",   "the", "of", "to",      "that", "what", "as", "for", "in",    "on",  "at",  "with",
             "by", "from", "and", "or", "against", "into", "over", "is", "was", "their", "his", "her", "its"}))
    return std::nullopt;
  return std::string(words);
}

// What the verb still needs after its object, up to the next comma or stop: "to discuss Syria", "of murder".
std::optional<std::string> Complement(const Spot& spot, uint32_t from, bool verbal) {
  const std::string_view after = spot.between(from, spot.sentence.end);
  const std::vector<std::string> next = SmallWords(after.substr(0, 12));
  if (next.empty() || !after.starts_with(' ')) return std::string();
  if (Among(next.front(), {"and", "or", "but", "after", "before", "when", "as", "while", "who", "which"}) &&
      next.front() != "as")
    return std::string();
  const bool goes_on =
      Among(next.front(), {"to", "that", "of", "for", "over", "against", "with", "from", "into", "as"});
  if (!goes_on && !verbal) return std::string();
  return UpToStop(spot, from);
}

// An object that is nobody: "welcomed the idea".
std::optional<std::string> ThingAfter(const Spot& spot) {
  const std::string_view after = spot.between(spot.trigger.end, spot.sentence.end);
  const std::vector<std::string> next = SmallWords(after.substr(0, 16));
  if (next.empty() || !after.starts_with(' ') ||
      Among(next.front(), {"and", "or", "but", "by", "is", "was", "are", "were"}))
    return std::nullopt;
  return UpToStop(spot, spot.trigger.end);
}

bool IsVerbal(const Event& event) { return Among(event.type, {"REQUEST", "REJECT", "THREATEN", "ACCUSE", "AGREE"}); }

enum class Form { kNone, kActive, kPassive };

bool AfterBe(const std::vector<std::string>& before) {
  for (const std::string& word : before) {
    if (Among(word, {"was", "were", "been", "be", "being", "is", "are", "get", "got"})) return true;
    if (Among(word, {"has", "have", "had", "to", "will", "would"})) return false;
  }
  return false;
}

Form FormOf(const std::string& word, const std::string& base, const VerbForms& verbs,
            const std::vector<std::string>& before, const std::string& last) {
  const bool participle = word == verbs.Participle(base);
  if (participle && AfterBe(before)) return Form::kPassive;
  if (IsArticle(last)) return Form::kNone;
  if (participle || word == verbs.Past(base)) return Form::kActive;
  if (word == verbs.Ing(base)) return Among(last, {"of", "by"}) ? Form::kNone : Form::kActive;
  if (word == VerbForms::Third(base)) return Form::kActive;
  const bool governed = Among(last, {"to", "will", "would", "should", "could", "may", "might", "must", "can", "not",
                                     "n't", "did", "do", "cannot", "shall"}) ||
                        last.ends_with("n't");
  return word == base && governed ? Form::kActive : Form::kNone;
}

std::string FirstWordOf(std::string_view lemma) { return std::string(lemma.substr(0, lemma.find_first_of(" +"))); }

const ActorRef* Placed(const std::vector<ActorRef>& refs, Span sentence) {
  for (const ActorRef& ref : refs) {
    if (!ref.span.empty() && sentence.contains(ref.span)) return &ref;
  }
  return nullptr;
}

std::string Rest(std::string_view trigger) {
  const size_t blank = trigger.find_first_of(" \n");
  return blank == std::string_view::npos ? std::string() : " " + std::string(trigger.substr(blank + 1));
}

struct Parts {
  Spot spot;
  OwnWords words;
  std::string rest;  // of the trigger
};

std::optional<OwnWords> SaidOfRecipient(Parts parts, uint32_t from, const Event& event) {
  const auto more = Complement(parts.spot, from, IsVerbal(event));
  if (!more) return std::nullopt;
  parts.words.passive = true;
  parts.words.rest = parts.rest + *more;
  return parts.words;
}

std::optional<OwnWords> Passive(Parts parts, const ActorRef* actor, const ActorRef* recipient, const Event& event) {
  const Spot& spot = parts.spot;
  if (recipient == nullptr || recipient->span.begin >= spot.trigger.begin) return std::nullopt;
  if (event.actors.empty()) return SaidOfRecipient(std::move(parts), spot.trigger.end, event);
  if (actor == nullptr) return std::nullopt;
  const std::vector<std::string> gap = SmallWords(spot.between(spot.trigger.end, actor->span.begin));
  if (gap.empty() || gap.size() > 2 || gap.front() != "by") return std::nullopt;
  parts.words.rest = " {}" + parts.rest;
  return parts.words;
}

bool AfterRelative(const Spot& spot, const ActorRef& actor) {
  std::vector<std::string> before = SmallWords(spot.between(spot.sentence.begin, actor.span.begin));
  std::reverse(before.begin(), before.end());
  for (const std::string& word : before) {
    if (Among(word, {"which", "what", "whom"})) return true;
    if (!IsArticle(word)) return false;
  }
  return false;
}

uint32_t EndOf(const std::vector<ActorRef>& refs, Span sentence, uint32_t end) {
  for (const ActorRef& ref : refs) {
    if (!ref.span.empty() && sentence.contains(ref.span)) end = std::max(end, ref.span.end);
  }
  return end;
}

// The words after the verb as they are, where they hold all whom they concern.
std::optional<OwnWords> AsTheyAre(Parts parts, const std::vector<ActorRef>& recipients) {
  const auto thing = UpToStop(parts.spot, parts.spot.trigger.end);
  if (!thing || thing->size() < 4) return std::nullopt;
  const Span copied{parts.spot.trigger.end, parts.spot.trigger.end + static_cast<uint32_t>(thing->size())};
  const bool all = std::all_of(recipients.begin(), recipients.end(), [&](const ActorRef& ref) {
    return copied.contains(ref.span) || parts.spot.trigger.contains(ref.span);
  });
  const std::vector<std::string> words = SmallWords(*thing);
  if (!all || words.empty() ||
      Among(words.front(), {"and", "or", "by", "is", "was", "are", "were", "it", "who", "which"}))
    return std::nullopt;
  parts.words.rest = parts.rest + *thing;
  return parts.words;
}

std::optional<OwnWords> Active(Parts parts, const ActorRef* actor, const std::vector<ActorRef>& recipients,
                               const Event& event) {
  const Spot& spot = parts.spot;
  if (!event.actors.empty() && (actor == nullptr || actor->span.begin >= spot.trigger.begin)) return std::nullopt;
  parts.words.rest = parts.rest;
  if (recipients.empty()) {
    const bool relative = actor != nullptr && AfterRelative(spot, *actor);  // "the measures, which it dropped"
    if (event.actors.empty() || relative) return std::nullopt;
    const auto thing = parts.rest.empty() ? ThingAfter(spot) : Complement(spot, spot.trigger.end, IsVerbal(event));
    if (!thing) return std::nullopt;
    parts.words.rest += *thing;
    return parts.words;
  }
  const ActorRef* recipient = Placed(recipients, spot.sentence);
  if (recipient == nullptr || recipient->span.begin < spot.trigger.begin) return std::nullopt;
  uint32_t end = spot.trigger.end;
  if (!spot.trigger.contains(recipient->span)) {
    const auto link = Link(spot.between(spot.trigger.end, recipient->span.begin));
    end = EndOf(recipients, spot.sentence, end);
    const std::string_view next = spot.between(end, spot.sentence.end);
    const bool owns = next.starts_with("'s ") || next.starts_with("’s ") || next.starts_with("' ") ||
                      next.starts_with("-") ||
                      (next.size() > 1 && next[0] == ' ' && next[1] >= 'A' && next[1] <= 'Z');  // of a longer name
    if (!link || owns) return event.actors.empty() ? std::nullopt : AsTheyAre(std::move(parts), recipients);
    if (event.actors.empty())
      return *link == " {}" && parts.rest.empty() ? SaidOfRecipient(std::move(parts), end, event) : std::nullopt;
    parts.words.rest += *link;
  } else if (event.actors.empty()) {
    return std::nullopt;
  }
  const auto more = Complement(spot, end, IsVerbal(event));
  if (!more) return std::nullopt;
  parts.words.rest += *more;
  return parts.words;
}

}  // namespace

std::vector<std::string> AuxiliariesOf(const Record& record, const Event& event) {
  std::vector<std::string> found;
  const auto spot = SpotOf(record, event);
  if (!spot) return found;
  const std::vector<std::string> before = SmallWords(spot->between(spot->sentence.begin, spot->trigger.begin));
  for (auto word = before.rbegin(); word != before.rend() && found.size() < 5; ++word) {
    const bool small =
        word->ends_with("ly") || word->ends_with("n't") || word->ends_with("n’t") ||
        Among(*word, {"was",   "were", "been",  "be",   "being", "is",     "are",   "not",  "will", "would", "should",
                      "could", "may",  "might", "must", "can",   "cannot", "has",   "have", "had",  "to",    "never",
                      "also",  "did",  "do",    "does", "yet",   "ever",   "still", "now",  "then", "shall"});
    if (!small) break;
    found.push_back(*word);
  }
  return found;
}

std::optional<OwnWords> FindOwnWords(const Record& record, const Event& event, const VerbForms& verbs) {
  constexpr std::string_view kPrefix = "frame:";
  const auto spot = SpotOf(record, event);
  if (!spot || !event.by.rule.starts_with(kPrefix)) return std::nullopt;
  const std::string trigger = WordsOf(record, spot->trigger);
  const std::vector<std::string> words = SmallWords(trigger);
  if (words.empty()) return std::nullopt;
  OwnWords own;
  own.verb = FirstWordOf(std::string_view(event.by.rule).substr(kPrefix.size()));
  Parts parts{*spot, std::move(own), Rest(trigger)};
  if (Speaks(parts.rest) || parts.rest.find_first_of(",;:\"") != std::string::npos) return std::nullopt;
  const std::vector<std::string> before = SmallWords(spot->between(spot->sentence.begin, spot->trigger.begin));
  const Form form = FormOf(words.front(), parts.words.verb, verbs, AuxiliariesOf(record, event),
                           before.empty() ? std::string() : before.back());
  if (form == Form::kNone) return std::nullopt;
  const std::vector<std::string> next = SmallWords(spot->between(spot->trigger.end, spot->sentence.end).substr(0, 12));
  const bool noun = words.size() == 1 && words.front() == VerbForms::Third(parts.words.verb) && !next.empty() &&
                    Among(next.front(), {"on", "against", "in", "of", "by", "at", "from", "between"});
  if (noun) return std::nullopt;
  const auto [actors, recipients] = SidesOf(record, event);
  const ActorRef* actor = Placed(actors, spot->sentence);
  const bool by = actor != nullptr && actor->span.begin > spot->trigger.end;
  return form == Form::kPassive || by ? Passive(std::move(parts), actor, Placed(recipients, spot->sentence), event)
                                      : Active(std::move(parts), actor, recipients, event);
}

EventSides SidesOf(const Record& record, const Event& event) {
  EventSides sides{event.actors, event.recipients};
  if (event.actors.size() < 2 || !event.recipients.empty()) return sides;
  const auto spot = SpotOf(record, event);
  if (!spot) return sides;
  EventSides apart;
  for (const ActorRef& ref : event.actors) {
    if (ref.span.empty() || !spot->sentence.contains(ref.span)) return sides;
    (ref.span.begin < spot->trigger.begin ? apart.subjects : apart.objects).push_back(ref);
  }
  return apart.subjects.empty() ? sides : apart;
}

}  // namespace rapporteur
