#include "coding/talk_time.h"

#include <algorithm>

#include "base/among.h"
#include "coding/when_where.h"

namespace rapporteur {
namespace {

constexpr int kMaxClimb = 6;

class TimeAndPlace {
 public:
  explicit TimeAndPlace(const Dealings& dealings) : d_(dealings) {}

  // Date and place of the event, of the words themselves, and of what is said of them as talks: held, opened,
  // scheduled.
  void Read(const TalkPhrase& phrase, const Event* event, Talks& talks) const {
    const Tree& t = d_.tree(d_.proposition(phrase.proposition));
    for (int noun : phrase.nouns) At(t, phrase.sentence, noun, talks);
    if (phrase.nouns.empty()) At(t, phrase.sentence, phrase.word, talks);
    for (int carrier : phrase.carriers) At(t, phrase.sentence, carrier, talks);
    for (const TalkSaying& saying : phrase.sayings) {
      const Proposition& p = d_.proposition(saying.proposition);
      const bool joins = SaysClass(d_, "talks_party", p) || SaysClass(d_, "talks_bring", p);
      if (saying.slot == Slot::kOblique && !joins) continue;
      const bool dates =
          joins || SaysClass(d_, "talks_schedule", p) || SaysClass(d_, "talks_begin", p) ||
          SaysClass(d_, "talks_end", p) || SaysClass(d_, "talks_mediate", p) || SaysClass(d_, "talks_cover", p) ||
          (saying.slot == Slot::kSubject && p.kind == PredicateKind::kAdjective) || IsSaidAside(t, p, saying);
      // The day of a step away from talks is not theirs.
      const bool away =
          SaysClass(d_, "talks_cancel", p) || SaysClass(d_, "talks_postpone", p) || SaysClass(d_, "talks_leave", p);
      if (saying.slot == Slot::kObject && SaysClass(d_, "talks_propose", p)) Behind(t, phrase, p.word, talks);
      if (!dates || away) continue;
      At(t, phrase.sentence, p.word, talks);
      const Proposition* up = &p;  // "is due in May to open"
      for (int steps = 0; steps < kMaxClimb && up->link == Link::kXcomp && up->above >= 0; ++steps) {
        up = &d_.proposition(up->above);
        if (SaysClass(d_, "talks_schedule", *up)) At(t, phrase.sentence, up->word, talks);
      }
    }
    if (!talks.date && phrase.noun) talks.date = DateBehind(t, phrase);
    if (phrase.noun) AtStay(t, phrase, talks);
    if (!talks.date && phrase.noun) talks.date = DateOfSides(t, phrase.sentence, phrase.word);
    if (event == nullptr) return;
    const Span whole = t.span(0, t.size() - 1);
    auto here = [&](Span span) { return whole.begin <= span.begin && span.end <= whole.end; };
    const bool since = IsFirstSince(t, phrase.sentence);
    if (!talks.date && !since && event->date && here(event->date->span)) talks.date = event->date;
    if (!talks.venue && event->place && here(event->place->span)) talks.venue = event->place;
  }

 private:
  // "Naqoura, where the two delegations met".
  std::optional<PlaceRef> WherePlace(const Tree& t, int sentence, int word) const {
    const int where = t.child(word, {Rel::kAdvmod});
    if (where < 1 || LowerAscii(t.word(where).form) != "where") return std::nullopt;
    int head = BaseRel(t.rel(word)) == Rel::kAcl ? t.head(word) : where - 1;
    if (head == where - 1 && t.rel(head) == Rel::kPunct) --head;  // hung elsewhere: what stands just before
    if (head < 0) return std::nullopt;
    if (const PlaceMention* place = d_.in().cast.PlaceAt(sentence, head); place != nullptr) return PlaceRefOf(*place);
    if (t.word(head).upos != Upos::kPropn || !Among(t.preposition(head), {"in", "at", "to"})) return std::nullopt;
    return Named(t.word(head).span);
  }

  // "at Tarn Lodge", "at a hotel outside Lusaka", "at the presidential palace": a town inside the words, else they
  // themselves.
  std::optional<PlaceRef> HouseAt(const Tree& t, int sentence, int word) const {
    for (int c : t.children(word)) {
      // "with the minister in Bern": a person's place is the meeting's.
      if (c > word && Among(t.preposition(c), {"with", "between"}) && t.word(c).upos == Upos::kPropn) {
        std::optional<PlaceRef> place = d_.PlaceAt(t, sentence, c);
        if (place && place->span.begin > t.word(c).span.begin) return place;
      }
      if (c < word || (BaseRel(t.rel(c)) != Rel::kNmod && BaseRel(t.rel(c)) != Rel::kObl)) continue;
      const bool invited = t.preposition(c) == "to" && d_.InClass("talks_invite", LowerAscii(t.word(word).lemma));
      if (d_.IsDate(sentence, c)) continue;
      if (!invited && !Among(t.preposition(c), {"at", "in", "inside", "outside", "near", "aboard"})) continue;
      const bool house = d_.InClass("talks_house", LowerAscii(t.word(c).lemma));
      for (int w = t.first(c); house && w <= t.last(c); ++w) {
        const PlaceMention* place = d_.in().cast.PlaceAt(sentence, w);
        if (place != nullptr && !place->actor) return PlaceRefOf(*place);
      }
      const ActorMention* who = d_.in().cast.MentionAt(sentence, c);
      if (house || (t.word(c).upos == Upos::kPropn && (who == nullptr || who->place))) return Named(NameOf(t, c));
    }
    return std::nullopt;
  }

  // "has suggested a session on Monday at Tarn Lodge": what stands behind the noun is its own, not the verb's.
  void Behind(const Tree& t, const TalkPhrase& phrase, int verb, Talks& talks) const {
    Talks found;
    At(t, phrase.sentence, verb, found);
    const size_t noun = t.word(phrase.word).span.begin;
    if (!talks.date && found.date && found.date->span.begin > noun) talks.date = found.date;
    if (!talks.venue && found.venue && found.venue->span.begin > noun) talks.venue = found.venue;
  }

  // "met for the first time since 2016": no day of theirs.
  bool IsFirstSince(const Tree& t, int sentence) const {
    return std::any_of(d_.in().dates.begin(), d_.in().dates.end(), [&](const DateMention& date) {
      if (date.sentence != sentence || t.preposition(date.head) != "since") return false;
      const int head = t.head(date.head);
      return head >= 0 && LowerAscii(t.word(head).lemma) == "time";
    });
  }

  PlaceRef Named(Span span) const {
    PlaceRef named;
    named.span = span;
    named.name = std::string(span.of(d_.in().report.text.utf8));
    std::replace(named.name.begin(), named.name.end(), '\n', ' ');
    return named;
  }

  // The noun with what stands before it and the name behind it: "the Swiss resort of Crans-Montana".
  static Span NameOf(const Tree& t, int word) {
    int first = t.first(word), last = word;
    auto opens = [&](int w) { return t.rel(w) == Rel::kCase || t.rel(w) == Rel::kDet || t.rel(w) == Rel::kPunct; };
    while (first < word && opens(first)) ++first;
    for (int c : t.children(word)) {
      const bool name = t.rel(c) == Rel::kFlat || (t.preposition(c) == "of" && t.word(c).upos == Upos::kPropn);
      if (c > last && name) last = t.last(c);
    }
    return t.span(first, last);
  }

  // "which is pencilled in for Friday", "set for June": what is said of the talks in a clause of their own.
  static bool IsSaidAside(const Tree& t, const Proposition& p, const TalkSaying& saying) {
    return saying.slot == Slot::kObject && p.passive && BaseRel(t.rel(p.word)) == Rel::kAcl;
  }

  void At(const Tree& t, int sentence, int word, Talks& talks) const {
    if (!talks.venue) talks.venue = WherePlace(t, sentence, word);
    if (!talks.date && !IsFirstSince(t, sentence)) talks.date = d_.DateAt(t, sentence, word);
    if (!talks.date) talks.date = DateBelow(t, sentence, word);
    if (!talks.venue) talks.venue = d_.PlaceAt(t, sentence, word);
    if (!talks.venue) talks.venue = HouseAt(t, sentence, word);
  }

  // "dismissed the visit to Banjul on 13 December": the day behind a definite noun is its own, wherever the parser hung
  // it.
  std::optional<DateValue> DateBehind(const Tree& t, const TalkPhrase& phrase) const {
    const bool heading = t.root() == phrase.word;  // "Third plenary, Saturday 10am"
    if (!heading && !IsDefiniteTalks(t, phrase.word)) return std::nullopt;
    const int next = t.last(phrase.word) + 1;
    for (const DateMention& date : d_.in().dates) {
      if (date.sentence != phrase.sentence || !date.from || !date.to) continue;
      const bool behind = date.first == next || date.first == next + 1;
      if (heading || (behind && Among(t.preposition(date.head), {"on", "in"})))
        return DateValue{*date.from, *date.to, date.span};
    }
    return std::nullopt;
  }

  // "is due in Bern on Wednesday for talks".
  void AtStay(const Tree& t, const TalkPhrase& phrase, Talks& talks) const {
    const int place = t.preposition(phrase.word) == "for" ? t.head(phrase.word) : -1;
    if (place < 0 || t.child(place, {Rel::kCop}) < 0) return;
    const PlaceMention* where = d_.in().cast.PlaceAt(phrase.sentence, place);
    if (where != nullptr && !talks.venue) talks.venue = PlaceRefOf(*where);
    if (!talks.date) talks.date = DateBelow(t, phrase.sentence, place);
  }

  // "a summit of the two presidents in June", "talks with the rebels on Monday".
  std::optional<DateValue> DateOfSides(const Tree& t, int sentence, int noun) const {
    for (int c : t.children(noun)) {
      if (c < noun || !Among(t.preposition(c), {"of", "with", "between"})) continue;
      if (std::optional<DateValue> date = DateBelow(t, sentence, c)) return date;
    }
    return std::nullopt;
  }

  // "opened on 12 September after months of delay": of several, the one that is a day of its own.
  std::optional<DateValue> DateBelow(const Tree& t, int sentence, int word) const {
    for (const DateMention& date : d_.in().dates) {
      if (date.sentence != sentence || !date.from || !date.to || date.of_something || t.head(date.head) != word)
        continue;
      if (Among(t.preposition(date.head), {"on", "in", ""})) return DateValue{*date.from, *date.to, date.span};
    }
    return std::nullopt;
  }

  const Dealings& d_;
};

}  // namespace

void ReadTalkTimeAndPlace(const Dealings& dealings, const TalkPhrase& phrase, const Event* event, Talks& talks) {
  TimeAndPlace(dealings).Read(phrase, event, talks);
}

bool IsDefiniteTalks(const Tree& t, int word) {
  const int det = t.child(word, {Rel::kDet});
  return det >= 0 && Among(LowerAscii(t.word(det).form), {"the", "this", "that", "these", "those", "such"});
}

}  // namespace rapporteur
