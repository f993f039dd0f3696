#include "coding/talk_mentions.h"

#include <algorithm>

#include "base/among.h"

namespace rapporteur {
namespace {

constexpr int kMaxClimb = 6;

class Reader {
 public:
  explicit Reader(const Dealings& dealings) : d_(dealings) {}

  std::vector<TalkMention> Read() {
    for (size_t i = 0; i < d_.in().layer.all.size(); ++i) Consider(static_cast<int>(i));
    return std::move(mentions_);
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
    TalkMention mention;
    mention.sentence = p.sentence;
    mention.word = p.word;
    mention.bare = noun && event == nullptr;
    mention.weak = mention.bare && d_.InClass("talks_weak", p.lemma);
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
    if (talks.status == TalksStatus::kProposed || talks.status == TalksStatus::kScheduled) LookAhead(talks);
    ReadTopics(p, talks);
    talks.evidence.insert(talks.evidence.begin(), {"trigger", t.span(p.word, p.word)});
    talks.by.rule = noun ? "talks:" + p.lemma : "talks:" + p.lemma + " verb";
    talks.confidence = talks.participants.size() > 1 ? 0.8 : 0.6;
    mentions_.push_back(std::move(mention));
  }

  // "proposed a summit in May": of a month without a year the one to come.
  void LookAhead(Talks& talks) const {
    if (!talks.date || !IsPast(talks)) return;
    for (const DateMention& date : d_.in().dates) {
      if (date.span != talks.date->span || !date.relative || date.direction == '<') continue;
      const Date from = {talks.date->from.year + 1, talks.date->from.month, talks.date->from.day};
      const Date to = {talks.date->to.year + 1, talks.date->to.month, talks.date->to.day};
      const bool month = talks.date->to.days() - talks.date->from.days() >= 27;
      if (month && from > *d_.in().published) talks.date = DateValue{from, to, date.span};
      return;
    }
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
  void ReadNoun(const Proposition& p, TalkMention& mention) {
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
    }
    const int measure = t.head(p.word);  // "ten hours of negotiations, hosted by …"
    if (measure >= 0 && BaseRel(t.rel(p.word)) == Rel::kNmod && t.preposition(p.word) == "of") {
      for (int c : t.children(measure)) ReadHosted(p.sentence, c, talks);
    }
    d_.AddOnce(talks.participants, d_.SidesBefore(p));
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
        // What is said of the talks themselves in the passive ("which is pencilled in for") dates them too.
        const bool dates =
            d_.InClass("talks_schedule", LowerAscii(t.word(c).lemma)) || t.child(c, {Rel::kNsubjPass}) >= 0;
        if (BaseRel(t.rel(c)) != Rel::kAcl || !dates) continue;
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

  const Dealings& d_;
  std::vector<TalkMention> mentions_;
};

}  // namespace

std::vector<TalkMention> FindTalkMentions(const Dealings& dealings) { return Reader(dealings).Read(); }

}  // namespace rapporteur
