#include "coding/talks.h"

#include <algorithm>

#include "base/among.h"

namespace rapporteur {
namespace {

constexpr int kMaxClimb = 6;

// Talks as one place of the text tells them.
struct Mention {
  Talks talks;
  int sentence = 0;
  int word = 0;
  bool definite = false;  // "the talks", "that meeting": told before, unless something new is said
  bool bare = false;      // nothing but a noun: no event, no verb of its own
  int last = 0;           // sentence that spoke of it last
};

bool Overlaps(const std::optional<DateValue>& a, const std::optional<DateValue>& b) {
  return !a || !b || (a->from <= b->to && b->from <= a->to);
}

class Finder {
 public:
  explicit Finder(const Dealings& dealings) : d_(dealings) {}

  std::vector<Talks> Find() {
    for (size_t i = 0; i < d_.in().layer.all.size(); ++i) Consider(static_cast<int>(i));
    for (size_t i = 0; i < d_.in().layer.all.size(); ++i) FindAnswer(static_cast<int>(i));
    std::vector<Talks> all;
    for (Mention& one : mentions_) {
      if (Worth(one)) all.push_back(std::move(one.talks));
    }
    return all;
  }

 private:
  // The event whose trigger stands on a word; null none.
  const Event* EventAt(Span word) const {
    for (const Event& event : d_.in().events) {
      if (event.type != "CONSULT") continue;
      for (const Evidence& evidence : event.evidence) {
        if (evidence.role == "trigger" && evidence.span.overlaps(word)) return &event;
      }
    }
    return nullptr;
  }

  void Consider(int index) {
    const Proposition& p = d_.proposition(index);
    const Tree& t = d_.tree(p);
    const bool noun = p.kind == PredicateKind::kNoun && d_.InClass("talks_noun", p.lemma);
    if (!noun && p.kind != PredicateKind::kVerb) return;
    const Event* event = EventAt(t.span(p.word, p.word));
    if (event != nullptr && event->mode == "visit") event = nullptr;
    if (event == nullptr && !noun) return;
    if (!noun && event->mode != "phone" && !d_.InClass("talks_verb", p.lemma)) return;
    // "hold talks", "a round of talks": the noun inside tells more, the outer one leads.
    if (noun && PartOfOther(p)) return;
    if (!noun && CarriesNoun(p)) return;
    Mention mention;
    mention.sentence = p.sentence;
    mention.word = p.word;
    mention.bare = noun && event == nullptr;
    mention.last = p.sentence;
    mention.definite = noun && IsDefinite(t, p.word);
    Talks& talks = mention.talks;
    if (event != nullptr) {
      d_.AddOnce(talks.participants, event->actors);
      d_.AddOnce(talks.participants, event->recipients);
      talks.date = event->date;
      talks.venue = event->place;
      talks.by.steps.push_back("event " + event->by.rule);
    }
    if (noun) ReadNoun(p, mention);
    if (!talks.date) talks.date = d_.DateAt(t, p.sentence, p.word);
    if (!talks.venue) talks.venue = d_.PlaceAt(t, p.sentence, p.word);
    if (p.light_verb >= 0) {
      if (!talks.date) talks.date = d_.DateAt(t, p.sentence, p.light_verb);
      if (!talks.venue) talks.venue = d_.PlaceAt(t, p.sentence, p.light_verb);
    }
    if (!SetStatus(index, p, talks)) return;
    if (noun) ReadClause(p, talks);
    ReadTopics(p, talks);
    talks.evidence.insert(talks.evidence.begin(), {"trigger", t.span(p.word, p.word)});
    talks.by.rule = noun ? "talks:" + p.lemma : "talks:" + p.lemma + " verb";
    talks.confidence = talks.participants.size() > 1 ? 0.8 : 0.6;
    Keep(std::move(mention));
  }

  // The inner noun of "a round of talks" and of "talks … meeting" compounds.
  bool PartOfOther(const Proposition& p) const {
    const Tree& t = d_.tree(p);
    const int up = t.head(p.word);
    if (up < 0) return false;
    const Rel rel = BaseRel(t.rel(p.word));
    if (rel != Rel::kNmod && t.rel(p.word) != Rel::kCompound) return false;
    return d_.InClass("talks_noun", LowerAscii(t.word(up).lemma)) && Among(t.preposition(p.word), {"of", ""});
  }

  // Whether a verb's object or oblique is a noun of talks that tells the same.
  bool CarriesNoun(const Proposition& p) const {
    const Tree& t = d_.tree(p);
    return std::any_of(p.arguments.begin(), p.arguments.end(), [&](const Argument& a) {
      return (a.slot == Slot::kObject || (a.slot == Slot::kOblique && Among(a.prep, {"in", "for", "at"}))) &&
             !a.inherited && d_.InClass("talks_noun", LowerAscii(t.word(a.word).lemma));
    });
  }

  static bool IsDefinite(const Tree& t, int word) {
    const int det = t.child(word, {Rel::kDet});
    return det >= 0 && Among(LowerAscii(t.word(det).form), {"the", "this", "that", "these", "those", "such"});
  }

  // Name, series and sides that stand at the noun itself.
  void ReadNoun(const Proposition& p, Mention& mention) {
    const Tree& t = d_.tree(p);
    Talks& talks = mention.talks;
    int first = p.word;
    bool named = false;
    for (int c : t.children(p.word)) {
      const std::string form = LowerAscii(t.word(c).form);
      const bool before = c < p.word && Among(std::string_view(RelKind(t.rel(c))), {"compound", "amod", "nummod"});
      if (before && t.word(c).upos == Upos::kPropn) {
        first = std::min(first, t.first(c));
        named = true;
      }
      if (c < p.word && t.rel(c) == Rel::kAmod && InSeries(t.word(c))) talks.series = form + " " + p.lemma;
      if (c < p.word && (t.rel(c) == Rel::kDet || t.rel(c) == Rel::kCc || t.rel(c) == Rel::kPunct)) continue;
      const bool side = t.rel(c) == Rel::kNmodPoss || (BaseRel(t.rel(c)) == Rel::kNmod &&
                                                       Among(t.preposition(c), {"between", "with", "of", "among"}));
      if (side) d_.AddOnce(talks.participants, d_.in().matcher.Actors(p.sentence, c, false, false));
      ReadHosted(p.sentence, c, talks);
      if (before && (t.rel(c) == Rel::kAmod || t.rel(c) == Rel::kCompound)) AddNations(p.sentence, c, talks);
    }
    const int measure = t.head(p.word);  // "ten hours of negotiations, hosted by …"
    if (measure >= 0 && BaseRel(t.rel(p.word)) == Rel::kNmod && t.preposition(p.word) == "of") {
      for (int c : t.children(measure)) ReadHosted(p.sentence, c, talks);
    }
    if (talks.participants.size() < 2) ReadBetween(p, talks);
    ReadJoined(p, talks);
    if (named) {
      const Span words = t.span(first, p.word);
      talks.name = std::string(std::string_view(d_.in().report.text.utf8).substr(words.begin, words.end - words.begin));
      std::replace(talks.name.begin(), talks.name.end(), '\n', ' ');
    }
    for (int c : t.children(p.word)) {  // "the next round of Syrian peace talks"
      if (BaseRel(t.rel(c)) == Rel::kNmod && t.preposition(c) == "of" &&
          d_.InClass("talks_noun", LowerAscii(t.word(c).lemma))) {
        if (const Proposition* inner = d_.in().layer.At(p.sentence, c)) ReadInner(*inner, talks);
      }
    }
  }

  // "negotiations, hosted by Russia, between X and Y": the parser gives the sides to the clause.
  void ReadHosted(int sentence, int clause, Talks& talks) {
    const Tree& t = d_.in().trees[static_cast<size_t>(sentence)];
    if (BaseRel(t.rel(clause)) != Rel::kAcl) return;
    for (int c : t.children(clause)) {
      if (BaseRel(t.rel(c)) == Rel::kObl && Among(t.preposition(c), {"between", "with"}))
        d_.AddOnce(talks.participants, d_.in().matcher.Actors(sentence, c, false, false));
    }
  }

  // "negotiations, hosted by L, between X and Y": between goes with talks, wherever the parser hung it.
  void ReadBetween(const Proposition& p, Talks& talks) {
    const Tree& t = d_.tree(p);
    const int top = t.head(p.word) >= 0 && BaseRel(t.rel(p.word)) == Rel::kNmod ? t.head(p.word) : p.word;
    for (int w = p.word + 1; w <= t.last(top); ++w) {
      if (d_.InClass("agreement", LowerAscii(t.word(w).lemma))) return;
      if (t.rel(w) != Rel::kCase || LowerAscii(t.word(w).form) != "between") continue;
      d_.AddOnce(talks.participants, d_.in().matcher.Actors(p.sentence, t.head(w), false, false));
      return;
    }
  }

  // "joined by X for a summit", "arrived for talks": who comes takes part.
  void ReadJoined(const Proposition& p, Talks& talks) {
    if (p.link != Link::kOblique || p.above < 0 || !Among(p.mark, {"for", "in", "at", "to"})) return;
    const Proposition& verb = d_.proposition(p.above);
    if (!d_.InClass("talks_join", verb.lemma)) return;
    for (const Argument& a : verb.arguments) {
      if (a.slot == Slot::kSubject || a.slot == Slot::kObject || (a.slot == Slot::kOblique && a.prep == "with"))
        d_.AddOnce(talks.participants, d_.in().matcher.Actors(p.sentence, a.word, false, false));
    }
  }

  // "a round which is pencilled in for Friday in New York": the clause dates it.
  void ReadClause(const Proposition& p, Talks& talks) const {
    const Tree& t = d_.tree(p);
    for (int noun = p.word; noun >= 0; noun = t.child(noun, {Rel::kNmod})) {
      for (int c : t.children(noun)) {
        if (BaseRel(t.rel(c)) != Rel::kAcl || !d_.InClass("talks_schedule", LowerAscii(t.word(c).lemma))) continue;
        if (!talks.date) talks.date = d_.DateAt(t, p.sentence, c);
        if (!talks.venue) talks.venue = d_.PlaceAt(t, p.sentence, c);
        if (talks.status == TalksStatus::kProposed || IsToCome(talks)) talks.status = TalksStatus::kScheduled;
      }
    }
  }

  void ReadInner(const Proposition& inner, Talks& talks) {
    const Tree& t = d_.tree(inner);
    for (int c : t.children(inner.word)) {
      if (BaseRel(t.rel(c)) == Rel::kNmod && Among(t.preposition(c), {"between", "with", "of", "among"})) {
        d_.AddOnce(talks.participants, d_.in().matcher.Actors(inner.sentence, c, false, false));
      }
    }
    ReadTopics(inner, talks);
  }

  // "US–Russia talks", "Israeli-Palestinian talks": two nations are the sides; one alone may be what they are about.
  void AddNations(int sentence, int word, Talks& talks) {
    const std::vector<ActorRef> found = d_.in().matcher.Actors(sentence, word, false, false);
    if (found.size() > 1) d_.AddOnce(talks.participants, found);
  }

  static const char* RelKind(Rel rel) {
    if (rel == Rel::kCompound) return "compound";
    if (rel == Rel::kAmod) return "amod";
    if (rel == Rel::kNummod) return "nummod";
    return "";
  }

  static bool InSeries(const ParsedWord& word) {
    const std::string form = LowerAscii(word.form);
    return HasFeature(word, "NumType=Ord") || Among(form, {"next", "last", "latest", "previous", "new", "final",
                                                           "second", "third", "fourth", "fifth", "first"});
  }

  // From what the event says, or the words above the noun; false where there are no talks at all.
  bool SetStatus(int index, const Proposition& p, Talks& talks) {
    const StatusReading reading = d_.in().status.Read(index);
    int above = d_.Above(p);
    for (int steps = 0; above >= 0 && steps < kMaxClimb; ++steps) {
      const Proposition& up = d_.proposition(above);
      if (d_.InClass("talks_postpone", up.lemma) || d_.InClass("talks_cancel", up.lemma)) {
        const bool postponed = d_.InClass("talks_postpone", up.lemma);
        const EventStatus told = d_.in().status.Read(above).status;
        if (told == EventStatus::kActual || told == EventStatus::kOngoing || told == EventStatus::kHistorical ||
            told == EventStatus::kFuture) {
          talks.status = postponed ? TalksStatus::kPostponed : TalksStatus::kCancelled;
          talks.by.steps.push_back("status: \"" + up.lemma + "\"");
          if (const auto when = d_.DateAt(d_.tree(up), up.sentence, up.word)) talks.date = when;
          return true;
        }
      }
      if (up.kind == PredicateKind::kVerb && p.kind == PredicateKind::kNoun && steps > 0) break;
      above = d_.Above(up);
    }
    for (const std::string& step : reading.steps) talks.by.steps.push_back("status " + step);
    switch (reading.status) {
      case EventStatus::kOngoing:
        talks.status = TalksStatus::kUnderway;
        return true;
      case EventStatus::kFuture:
        talks.status = IsPast(talks) ? TalksStatus::kHeld : TalksStatus::kScheduled;
        return true;
      case EventStatus::kHypothetical:
        talks.status = TalksStatus::kProposed;
        SetProposers(p, talks);
        return true;
      case EventStatus::kNegated:
        return false;
      default:
        talks.status = IsToCome(talks) ? TalksStatus::kScheduled : TalksStatus::kHeld;
        return true;
    }
  }

  // "The talks on Friday …" of a report from Wednesday.
  bool IsToCome(const Talks& talks) const {
    return talks.date && d_.in().published && talks.date->from > *d_.in().published;
  }

  bool IsPast(const Talks& talks) const {
    return talks.date && d_.in().published && talks.date->to < *d_.in().published;
  }

  void SetProposers(const Proposition& p, Talks& talks) {
    const Proposition* at = &p;
    for (int steps = 0; steps < kMaxClimb; ++steps) {
      const int above = d_.Above(*at);
      if (above < 0) return;
      at = &d_.proposition(above);
      if (!d_.InClass("talks_propose", at->lemma)) continue;
      d_.AddOnce(talks.proposers, d_.Subjects(*at));
      for (const ActorRef& who : talks.proposers) talks.evidence.push_back({"proposer", who.span});
      return;
    }
  }

  void ReadTopics(const Proposition& p, Talks& talks) {
    const Tree& t = d_.tree(p);
    for (const Argument& a : p.arguments) {
      if (a.slot == Slot::kOblique && Among(a.prep, {"on", "about", "over", "regarding", "concerning"}) &&
          !IsDateAt(p.sentence, a.word)) {
        AddTopics(t, a.word, talks);
      }
    }
    for (int c : t.children(p.word)) {  // "met to discuss X"
      const Proposition* clause = d_.in().layer.At(p.sentence, c);
      if (clause != nullptr && clause->infinitive && d_.InClass("talks_cover", clause->lemma))
        AddCovered(*clause, talks);
    }
    const int above = d_.Above(p);  // "the talks will focus on X"
    if (above < 0) return;
    const Proposition& up = d_.proposition(above);
    if (p.kind == PredicateKind::kNoun && p.link == Link::kSubject && d_.InClass("talks_cover", up.lemma))
      AddCovered(up, talks);
    if (p.light_verb >= 0) {
      for (int c : t.children(p.light_verb)) {
        const Proposition* clause = d_.in().layer.At(p.sentence, c);
        if (clause != nullptr && clause->infinitive && d_.InClass("talks_cover", clause->lemma))
          AddCovered(*clause, talks);
      }
    }
  }

  bool IsDateAt(int sentence, int word) const {
    return std::any_of(d_.in().dates.begin(), d_.in().dates.end(), [&](const DateMention& date) {
      return date.sentence == sentence && date.first <= word && word <= date.last;
    });
  }

  void AddCovered(const Proposition& p, Talks& talks) {
    for (const Argument& a : p.arguments) {
      if (a.slot == Slot::kObject ||
          (a.slot == Slot::kOblique && Among(a.prep, {"on", "with", "around", "about", "upon", "including"}))) {
        if (!IsDateAt(p.sentence, a.word)) AddTopics(d_.tree(p), a.word, talks);
      }
    }
  }

  // A topic for each conjunct, and for each that "issues of X, including Y" lists.
  void AddTopics(const Tree& t, int word, Talks& talks) {
    const bool vague =
        Among(LowerAscii(t.word(word).lemma), {"issue", "matter", "question", "topic", "range", "number", "problem"});
    bool inner = false;
    for (int one : t.conjuncts(word)) {
      for (int c : t.children(one)) {
        const bool lists = BaseRel(t.rel(c)) == Rel::kNmod || t.rel(c) == Rel::kAdvcl || t.rel(c) == Rel::kAcl;
        const std::string prep = t.preposition(c);
        if (lists &&
            (prep == "including" || prep == "such as" || (vague && one == word && (prep == "of" || prep == "like")))) {
          AddTopics(t, c, talks);
          inner = inner || one == word;
        }
      }
      if (!inner || one != word) AddTopic(t, one, talks);
    }
    // "as well as" joins what the whole list began with, wherever the parser hung it.
    for (int w = t.first(word); w <= t.last(word); ++w) {
      const int cc = t.rel(w) == Rel::kConj ? t.child(w, {Rel::kCc}) : -1;
      if (cc >= 0 && LowerAscii(t.word(cc).form) == "as") AddTopic(t, w, talks);
    }
  }

  void AddTopic(const Tree& t, int word, Talks& talks) {
    const Span words = d_.Words(t, word, false);
    if (words.empty()) return;
    for (Span& known : talks.topics) {
      if (!known.overlaps(words)) continue;
      if (known.begin >= words.begin) return;
      known = d_.content().Trim({known.begin, words.begin});
      break;
    }
    talks.topics.push_back(words);
    talks.evidence.push_back({"topic", words});
  }

  // "has refused to confirm the date", "agreed to attend", "will send a delegation if …".
  void FindAnswer(int index) {
    const Proposition& p = d_.proposition(index);
    if (p.kind != PredicateKind::kVerb || !d_.InClass("talks_confirm", p.lemma)) return;
    const Tree& t = d_.tree(p);
    const bool about = std::any_of(p.arguments.begin(), p.arguments.end(), [&](const Argument& a) {
      return (a.slot == Slot::kObject || (a.slot == Slot::kOblique && Among(a.prep, {"in", "to"}))) &&
             d_.InClass("talks_subject", LowerAscii(t.word(a.word).lemma));
    });
    if (!about) return;
    Mention* talks = Nearest(p);
    if (talks == nullptr) return;
    const EventStatus status = d_.in().status.Read(index).status;
    TalksAnswer answer;
    const bool date = Among(p.lemma, {"confirm", "announce"});
    if (status == EventStatus::kNegated) {
      answer.answer = date ? Answer::kWithholds : Answer::kRefuses;
    } else if (t.child(p.word, {Rel::kAdvcl}) >= 0 && IsConditional(t, p.word)) {
      answer.answer = Answer::kConditional;
    } else if (status == EventStatus::kHypothetical) {
      return;
    } else {
      answer.answer = Answer::kConfirms;
    }
    for (const ActorRef& who : d_.Subjects(p)) {
      answer.who = who;
      talks->talks.answers.push_back(answer);
      talks->talks.evidence.push_back({"answer", t.span(p.word, p.word)});
    }
  }

  static bool IsConditional(const Tree& t, int word) {
    for (int c : t.children(word)) {
      if (t.rel(c) != Rel::kAdvcl) continue;
      const int mark = t.child(c, {Rel::kMark});
      if (mark >= 0 && Among(LowerAscii(t.word(mark).form), {"if", "unless", "provided"})) return true;
    }
    return false;
  }

  // The talks an answer is about: of its sentence, else the latest before that are not over.
  Mention* Nearest(const Proposition& p) {
    Mention* best = nullptr;
    for (Mention& one : mentions_) {
      if (one.sentence > p.sentence) break;
      if (one.sentence == p.sentence || one.talks.status != TalksStatus::kHeld) best = &one;
    }
    return best;
  }

  bool SameParticipants(const Talks& a, const Talks& b) const {
    const std::vector<ActorRef>& small =
        a.participants.size() < b.participants.size() ? a.participants : b.participants;
    const std::vector<ActorRef>& large =
        a.participants.size() < b.participants.size() ? b.participants : a.participants;
    return std::all_of(small.begin(), small.end(), [&](const ActorRef& who) {
      return std::any_of(large.begin(), large.end(), [&](const ActorRef& other) { return d_.SameSide(who, other); });
    });
  }

  // "…, but the meeting was postponed": the talks just told.
  static bool Moves(const Mention& before, const Mention& now) {
    const TalksStatus status = now.talks.status;
    return now.definite && (status == TalksStatus::kPostponed || status == TalksStatus::kCancelled) &&
           now.sentence - before.last <= 1;
  }

  // Of several that a mention could mean, those just told that it moves go first, then those as open as it is.
  static int Rank(const Mention& before, const Mention& now) {
    return Moves(before, now) ? 2 : IsOpen(before.talks) == IsOpen(now.talks) ? 1 : 0;
  }

  bool Same(const Mention& before, const Mention& now) const {
    const Talks &a = before.talks, &b = now.talks;
    if (Moves(before, now)) return b.name.empty() || a.name == b.name;
    if (!Overlaps(a.date, b.date)) return false;
    if (!b.name.empty() && a.name != b.name && b.participants.empty()) return false;
    if (!b.series.empty() && a.series.empty() && !(a.date && b.date)) return false;
    if (a.venue && b.venue && a.venue->name != b.venue->name) return false;
    if (!a.series.empty() && !b.series.empty() && a.series != b.series && a.series.substr(0, 4) != "next" &&
        b.series.substr(0, 4) != "next")
      return false;
    const bool over = !IsOpen(a), over_now = !IsOpen(b);
    const bool sides = a.participants.size() > 1 && b.participants.size() > 1;
    if (sides || (!a.participants.empty() && !b.participants.empty() && !now.definite)) {
      return SameParticipants(a, b) && (over == over_now || a.date);
    }
    // The same round on the same day.
    if (a.date && b.date && (a.venue || !a.series.empty()) && (b.venue || !b.series.empty()) && over == over_now)
      return true;
    return now.definite && (b.participants.empty() || SameParticipants(a, b)) && !(over && !over_now);
  }

  static bool IsOpen(const Talks& talks) {
    return talks.status != TalksStatus::kHeld && talks.status != TalksStatus::kUnderway;
  }

  void Keep(Mention mention) {
    Mention* same = nullptr;
    int best = 0;
    for (Mention& one : mentions_) {
      if (!Same(one, mention)) continue;
      const int rank = Rank(one, mention);
      if (same == nullptr || rank > best || (rank == best && one.last >= same->last)) {
        same = &one;
        best = rank;
      }
    }
    if (same == nullptr) {
      mentions_.push_back(std::move(mention));
      return;
    }
    // "after the talks": a bare word for what was told before says nothing new of its status.
    if (mention.definite && mention.bare && mention.talks.status != TalksStatus::kPostponed &&
        mention.talks.status != TalksStatus::kCancelled) {
      mention.talks.status = same->talks.status;
    }
    Merge(same->talks, mention.talks);
    same->last = mention.sentence;
  }

  void Merge(Talks& into, const Talks& from) {
    d_.AddOnce(into.participants, from.participants);
    d_.AddOnce(into.proposers, from.proposers);
    for (const Span topic : from.topics) {
      const bool known = std::any_of(into.topics.begin(), into.topics.end(), [&](Span s) { return s.overlaps(topic); });
      if (!known) into.topics.push_back(topic);
    }
    if (!into.venue) into.venue = from.venue;
    if (!into.date || (from.date && from.status == TalksStatus::kPostponed)) into.date = from.date;
    if (into.name.empty()) into.name = from.name;
    if (into.series.empty()) into.series = from.series;
    if (Later(from.status, into.status)) into.status = from.status;
    into.evidence.insert(into.evidence.end(), from.evidence.begin(), from.evidence.end());
    into.confidence = std::min(0.95, into.confidence + 0.05);
  }

  // What is told of the same talks that outweighs: a date set over a wish, a postponement over both.
  static bool Later(TalksStatus now, TalksStatus before) {
    auto rank = [](TalksStatus s) {
      switch (s) {
        case TalksStatus::kProposed:
          return 0;
        case TalksStatus::kScheduled:
          return 1;
        case TalksStatus::kHeld:
          return 2;
        case TalksStatus::kUnderway:
          return 3;
        default:
          return 4;
      }
    };
    return rank(now) > rank(before);
  }

  // Talks of nobody, at no time and place, under no name are only a word.
  static bool Worth(const Mention& one) {
    const Talks& t = one.talks;
    const int told = (t.participants.size() > 1    ? 2
                      : t.participants.size() == 1 ? 1
                                                   : 0) +
                     (t.proposers.empty() ? 0 : 1) + (t.date ? 1 : 0) + (t.venue ? 1 : 0) + (t.name.empty() ? 0 : 1) +
                     (t.topics.empty() ? 0 : 1) + (t.answers.empty() ? 0 : 2) + (t.series.empty() ? 0 : 1);
    return told >= 2;
  }

  const Dealings& d_;
  std::vector<Mention> mentions_;
};

}  // namespace

std::vector<Talks> FindTalks(const Dealings& dealings) { return Finder(dealings).Find(); }

}  // namespace rapporteur
