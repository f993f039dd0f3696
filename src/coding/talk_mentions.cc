#include "coding/talk_mentions.h"

#include <algorithm>

#include "base/among.h"
#include "coding/talk_phrase.h"
#include "coding/talk_sides.h"
#include "coding/talk_status.h"
#include "coding/talk_time.h"
#include "coding/talk_topics.h"
#include "coding/talk_verbs.h"
#include "coding/when_where.h"

namespace rapporteur {
namespace {

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
    if (d_.InClass("talks_travel", p.lemma) && !SaysClass(d_, "talks_meets", p)) return TakeVisit(index);
    const Event* event = EventAt(t.span(p.word, p.word));
    const bool visit = event != nullptr && event->mode == "visit";
    if (p.kind == PredicateKind::kNoun) {
      const bool call = p.lemma == "call" && event == nullptr && !IsByWire(p) && !IsThatCall(p);
      if (IsTalksNoun(p) && !call) Take(index, visit ? nullptr : event);
      return;
    }
    if (p.kind != PredicateKind::kVerb || CarriesNoun(p) || ServesOther(p) || SpeaksAtOther(p) || MakesPact(d_, p))
      return;
    if (event != nullptr && EventTellsTalks(d_, p, *event)) return Take(index, event);
    if ((event == nullptr || visit) && MayTellTalks(d_, p)) Take(index, nullptr);
  }

  // "The next one will take place in October": after talks just told.
  bool IsAnother(const Proposition& p) const {
    if (p.lemma != "one" || mentions_.empty() || p.sentence - mentions_.back().sentence > 2) return false;
    const Tree& t = d_.tree(p);
    return std::any_of(t.children(p.word).begin(), t.children(p.word).end(),
                       [&](int c) { return t.rel(c) == Rel::kAmod && InSeries(t.word(c)); });
  }

  // A noun of talks that does not stand inside another, and of no kind that is none: "press conference", "first-round
  // match".
  bool IsTalksNoun(const Proposition& p) const {
    const Tree& t = d_.tree(p);
    if (IsAnother(p) || IsHyphened(t, p.word) || IsInContact(t, p.word) || IsAtTable(t, p.word)) return true;
    const bool one = d_.InClass("talks_plural", LowerAscii(t.word(p.word).form));  // a talk is a lecture
    if (one && (p.lemma != "contact" || !IsBetween(t, p.word))) return false;
    if (!d_.InClass("talks_noun", p.lemma) || IsInsideTalks(d_, p) || IsBody(p) || IsOfOther(p)) return false;
    if (IsOfOffice(t, p.word)) return false;
    if (t.rel(p.word) == Rel::kCompound && !d_.InClass("talks_carrier", LowerAscii(t.word(t.head(p.word)).lemma))) {
      return false;  // "the meeting point", "the High Negotiations Committee"
    }
    if (d_.InClass("talks_with", p.lemma) && !HasOtherSide(t, p.word)) return false;
    for (int c : t.children(p.word)) {
      const bool before = c < p.word && Among(RelKind(t.rel(c)), {"compound", "amod", "nummod"});
      if (before && d_.InClass("talks_other", LowerAscii(t.word(c).lemma))) return false;
      if (before && d_.InClass("talks_table", LowerAscii(t.word(c).lemma))) return true;
    }
    return !d_.InClass("talks_qualified", p.lemma);
  }

  // "the special envoy for border negotiations": what an office is for.
  bool IsOfOffice(const Tree& t, int word) const {
    if (BaseRel(t.rel(word)) != Rel::kNmod || t.preposition(word) != "for" || t.child(word, {Rel::kDet}) >= 0)
      return false;
    return d_.InClass("talks_visitor", LowerAscii(t.word(t.head(word)).lemma));
  }

  // "a face-to-face", "the tete-a-tete": the parser takes the last part for the noun.
  bool IsHyphened(const Tree& t, int word) const {
    auto listed = [&](int from, int to) {
      return d_.InClass("talks_hyphened", LowerAscii(t.span(from, to).of(d_.in().report.text.utf8)));
    };
    if (word + 2 < t.size() && t.word(word + 1).form == "-" && listed(word, word + 2)) return true;
    const int first = t.child(word, {Rel::kCompound, Rel::kAmod});
    return first >= 0 && first < word && word - first <= 4 && t.rel(word) != Rel::kCompound && listed(first, word);
  }

  // "were in touch over the hotline", "have been in contact".
  bool IsInContact(const Tree& t, int word) const {
    return d_.InClass("talks_in", LowerAscii(t.word(word).form)) && t.preposition(word) == "in" &&
           (t.child(word, {Rel::kCop}) >= 0 || BaseRel(t.rel(word)) == Rel::kObl);
  }

  // "are back at the table", "returned to the table".
  bool IsAtTable(const Tree& t, int word) const {
    const int up = t.head(word);
    if (t.preposition(word) == "on" && d_.InClass("talks_line", LowerAscii(t.word(word).form))) {
      const bool front = t.child(word, {Rel::kCompound, Rel::kAmod}) >= 0;        // "on the front line between"
      return t.child(word, {Rel::kCop}) >= 0 && HasOtherSide(t, word) && !front;  // "was on the phone to"
    }
    if (LowerAscii(t.word(word).form) != "table" || !IsDefiniteTalks(t, word)) return false;
    if (!Among(t.preposition(word), {"at", "to", "around", "round"})) return false;
    return t.child(word, {Rel::kCop}) >= 0 || (up >= 0 && d_.InClass("talks_sit", LowerAscii(t.word(up).lemma)));
  }

  // "contact between the two governments".
  static bool IsBetween(const Tree& t, int word) {
    return std::any_of(t.children(word).begin(), t.children(word).end(),
                       [&](int c) { return t.preposition(c) == "between"; });
  }

  // "an audience with the Pope".
  static bool HasOtherSide(const Tree& t, int word) {
    return std::any_of(t.children(word).begin(), t.children(word).end(), [&](int c) {
      return Among(t.preposition(c), {"with", "between", "to"});
    });
  }

  // "a round of sanctions", "a session of shelling": of something that is no talks.
  bool IsOfOther(const Proposition& p) const {
    if (!d_.InClass("talks_measure", p.lemma)) return false;
    const Tree& t = d_.tree(p);
    return std::any_of(t.children(p.word).begin(), t.children(p.word).end(), [&](int c) {
      if (t.preposition(c) != "of" || t.word(c).upos != Upos::kNoun) return false;
      const std::string lemma = LowerAscii(t.word(c).lemma);
      return !d_.InClass("talks_noun", lemma) && !d_.InClass("talks_person", lemma) && lemma != "process" &&
             !d_.InClass("talks_body", lemma) && d_.in().cast.MentionAt(p.sentence, c) == nullptr;
    });
  }

  // "a phone call", no "call for help".
  bool IsByWire(const Proposition& p) const {
    const Tree& t = d_.tree(p);
    return std::any_of(t.children(p.word).begin(), t.children(p.word).end(),
                       [&](int c) { return d_.InClass("talks_by_wire", LowerAscii(t.word(c).lemma)); });
  }

  // "The call lasted an hour": after a conversation just told.
  bool IsThatCall(const Proposition& p) const {
    if (mentions_.empty() || p.sentence - mentions_.back().sentence > 2 || !IsDefiniteTalks(d_.tree(p), p.word))
      return false;
    const TalkMention& before = mentions_.back();
    const Tree& t = d_.in().trees[static_cast<size_t>(before.sentence)];
    return d_.InClass("talks_spoken", LowerAscii(t.word(before.word).lemma));
  }

  // "speaking at a news conference with his counterpart".
  bool SpeaksAtOther(const Proposition& p) const {
    return std::any_of(p.arguments.begin(), p.arguments.end(), [&](const Argument& a) {
      if (a.slot != Slot::kOblique || !Among(a.prep, {"at", "in", "to", "during"})) return false;
      const Proposition* noun = d_.in().layer.At(p.sentence, a.word);
      return noun != nullptr && d_.InClass("talks_noun", noun->lemma) && !IsTalksNoun(*noun);
    });
  }

  // "the Bishops' Conference of the Philippines".
  bool IsBody(const Proposition& p) const {
    const ActorMention* mention = d_.in().cast.MentionAt(p.sentence, p.word);
    return mention != nullptr && mention->actor >= 0 && mention->head == p.word;
  }

  void Take(int index, const Event* event) {
    const Proposition& p = d_.proposition(index);
    const Tree& t = d_.tree(p);
    const TalkPhrase phrase = ReadTalkPhrase(d_, index);
    TalkMention mention = Begin(p, phrase, event);
    Talks& talks = mention.talks;
    ReadTalkSides(d_, phrase, event, talks);
    if (phrase.noun) ReadName(phrase, talks);
    if (IsEcho(phrase)) {
      mention.definite = true;
      talks.series.clear();
    }
    ReadTalkTimeAndPlace(d_, phrase, event, talks);
    if (talks.venue && talks.participants.size() > 1) {  // "Naqoura, where they met"
      std::erase_if(talks.participants, [&](const ActorRef& who) { return who.span.overlaps(talks.venue->span); });
    }
    if (!SetTalkStatus(d_, phrase, event, mention)) return;
    ReadTalkTopics(d_, phrase, talks);
    DropTopicsPlace(talks);
    DropInside(p.sentence, talks);
    MendCodes(talks);
    mention.alone = !phrase.noun && talks.participants.size() == 1 && p.Find(Slot::kSubject) == nullptr && !p.passive;
    if (event == nullptr && !phrase.noun && !MeetsByItself(d_, p, talks)) return;
    talks.evidence.insert(talks.evidence.begin(), {"trigger", t.span(p.word, p.word)});
    talks.by.rule = phrase.noun ? "talks:" + p.lemma : "talks:" + p.lemma + " verb";
    talks.confidence = talks.participants.size() > 1 ? 0.8 : 0.6;
    mentions_.push_back(std::move(mention));
  }

  // "a conference on the situation in Syria": the country is spoken of there.
  static void DropTopicsPlace(Talks& talks) {
    const bool about = talks.venue && std::any_of(talks.topics.begin(), talks.topics.end(), [&](Span topic) {
                         return topic.begin < talks.venue->span.begin && talks.venue->span.end <= topic.end;
                       });
    if (about) talks.venue.reset();
  }

  // "the KAZAKH capital", the tribal leaders "of Syria" beside "Syria": what is only part of another's words or of the
  // place's takes no part.
  void DropInside(int sentence, Talks& talks) const {
    const Tree& t = d_.in().trees[static_cast<size_t>(sentence)];
    auto of_place = [&](const ActorRef& who) {
      for (int w = 0; w < t.size(); ++w) {
        if (t.word(w).span.end != who.span.end) continue;
        if (t.rel(w) != Rel::kAmod && t.rel(w) != Rel::kCompound) return false;
        const std::string lemma = LowerAscii(t.word(t.head(w)).lemma);
        return t.head(w) > w && (d_.InClass("town_noun", lemma) || lemma == "capital");
      }
      return false;
    };
    auto inside = [&](const ActorRef& who) {
      return std::any_of(talks.participants.begin(), talks.participants.end(), [&](const ActorRef& other) {
        return other.actor != who.actor && other.span.begin <= who.span.begin && who.span.end < other.span.end &&
               other.actor >= 0 && d_.in().cast.actors[static_cast<size_t>(other.actor)].members.empty();
      });
    };
    std::vector<ActorRef> kept;
    for (const ActorRef& who : talks.participants) {
      if (!of_place(who) && !inside(who)) kept.push_back(who);
    }
    talks.participants = std::move(kept);
  }

  // "both sides" are of no country that is named nearby, and aides of theirs who meets them.
  void MendCodes(Talks& talks) const {
    for (ActorRef& who : talks.participants) {
      if (who.actor < 0) continue;
      const CastActor& actor = d_.in().cast.actors[static_cast<size_t>(who.actor)];
      if (actor.type != ActorType::kGroup || actor.rule != "description" || !actor.members.empty()) continue;
      const std::string words(who.span.of(d_.in().report.text.utf8));
      if (words != LowerAscii(words) && words.substr(1) != LowerAscii(words.substr(1))) continue;
      const std::string head = LowerAscii(words.substr(words.rfind(' ') + 1));
      if (d_.InClass("paired_side", head)) who.code.clear();
      if (!d_.InClass("talks_staff", head) || talks.participants.size() != 2) continue;
      const ActorRef& other = talks.participants[&who == talks.participants.data() ? 1 : 0];
      if (!other.code.empty()) who.code = other.code;
    }
  }

  TalkMention Begin(const Proposition& p, const TalkPhrase& phrase, const Event* event) const {
    TalkMention mention;
    mention.sentence = mention.last = p.sentence;
    mention.word = p.word;
    mention.bare = phrase.noun && event == nullptr;
    mention.weak = phrase.noun && IsWeak(phrase);
    mention.signs = phrase.noun ? Signs(phrase) : MeetsByWire(d_, p) ? 2 : 0;
    mention.told = IsSaid(phrase);
    if (phrase.noun) mention.size = Size(d_.tree(p), p.word);
    mention.definite = phrase.noun && IsDefiniteTalks(d_.tree(p), p.word);
    mention.fresh = phrase.noun && IsFresh(d_.tree(p), p.word);
    if (event != nullptr) mention.talks.by.steps.push_back("event " + event->by.rule);
    return mention;
  }

  // "the talks opened", "they held talks", "talks that broke down".
  bool IsSaid(const TalkPhrase& phrase) const {
    return std::any_of(phrase.sayings.begin(), phrase.sayings.end(), [&](const TalkSaying& saying) {
      const Proposition& p = d_.proposition(saying.proposition);
      return saying.slot != Slot::kOblique &&
             (SaysClass(d_, "talks_party", p) || SaysClass(d_, "talks_begin", p) || SaysClass(d_, "talks_end", p) ||
              SaysClass(d_, "talks_hold", p) || SaysClass(d_, "talks_mediate", p));
    });
  }

  // Every noun of the chain mostly means something else; but "are in session".
  bool IsWeak(const TalkPhrase& phrase) const {
    const Tree& t = d_.tree(d_.proposition(phrase.proposition));
    if (t.child(phrase.word, {Rel::kCop}) >= 0 && t.preposition(phrase.word) == "in" &&
        !d_.InClass("talks_in", LowerAscii(t.word(phrase.word).lemma)))
      return false;
    return std::all_of(phrase.nouns.begin(), phrase.nouns.end(),
                       [&](int noun) { return d_.InClass("talks_weak", LowerAscii(t.word(noun).form)); });
  }

  std::string Size(const Tree& t, int word) const {
    for (int c : t.children(word)) {
      std::string form = LowerAscii(t.word(c).form);
      if (c < word && d_.InClass("talks_size", form)) return form;
    }
    return "";
  }

  // "a separate audience", "another meeting": not spoken of before.
  bool IsFresh(const Tree& t, int word) const {
    return std::any_of(t.children(word).begin(), t.children(word).end(), [&](int c) {
      return c < word && (t.rel(c) == Rel::kDet || t.rel(c) == Rel::kAmod) &&
             d_.InClass("talks_fresh", LowerAscii(t.word(c).form));
    });
  }

  // What else tells that a noun means talks: "a JOINT session", "OPENED a conference", "eleven HOURS of talks".
  int Signs(const TalkPhrase& phrase) const {
    const Tree& t = d_.tree(d_.proposition(phrase.proposition));
    const auto& children = t.children(phrase.word);
    const bool marked = std::any_of(children.begin(), children.end(), [&](int c) {
      return c < phrase.word && d_.InClass("talks_mark", LowerAscii(t.word(c).lemma));
    });
    const bool arranged = std::any_of(phrase.sayings.begin(), phrase.sayings.end(), [&](const TalkSaying& saying) {
      const Proposition& p = d_.proposition(saying.proposition);
      return SaysClass(d_, "talks_hold", p) || SaysClass(d_, "talks_arranged", p) ||
             SaysClass(d_, "talks_propose", p) || SaysClass(d_, "talks_schedule", p);
    });
    const bool two = std::any_of(phrase.sayings.begin(), phrase.sayings.end(), [&](const TalkSaying& saying) {
      const Proposition& p = d_.proposition(saying.proposition);
      const Argument* subject = SaysClass(d_, "talks_party", p) ? p.Find(Slot::kSubject) : nullptr;
      return subject != nullptr && d_.InClass("talks_collective", LowerAscii(t.word(subject->word).form));
    });
    const bool lasted = std::any_of(phrase.carriers.begin(), phrase.carriers.end(), [&](int carrier) {
      return d_.InClass("talks_lasted", LowerAscii(t.word(carrier).lemma));
    });
    // "the guild's conference": its own.
    const bool own = t.child(phrase.word, {Rel::kNmodPoss}) >= 0 && !two && !marked &&
                     LowerAscii(t.word(phrase.word).lemma) == "conference";
    if (own) return -2;
    return (marked || lasted || two ? 2 : 0) + (arranged ? 1 : 0);
  }

  // Envoys, mediators and delegations do not travel for their pleasure.
  bool IsEnvoy(const ActorRef& who) const {
    if (who.actor < 0) return false;
    const std::vector<std::string>& nouns = d_.in().cast.actors[static_cast<size_t>(who.actor)].nouns;
    return std::any_of(nouns.begin(), nouns.end(), [&](const std::string& noun) {
      return d_.InClass("talks_visitor", noun) || d_.InClass("talks_visitor", noun.substr(noun.rfind(' ') + 1));
    });
  }

  // "the visit of four leaders to Banjul", "the envoy is expected in Cairo on Sunday": talks of theirs, there and then.
  void TakeVisit(int index) {
    const Proposition& p = d_.proposition(index);
    if (CarriesNoun(p)) return;
    TalkPhrase phrase = ReadTalkPhrase(d_, index);
    TalkMention mention = Begin(p, phrase, nullptr);
    mention.visit = true;
    Talks& talks = mention.talks;
    for (const Argument& a : p.arguments) {
      const bool who = a.slot == Slot::kSubject || a.slot == Slot::kPossessor ||
                       (a.slot == Slot::kObject && p.passive) ||
                       (a.slot == Slot::kOblique && (a.prep == "of" || a.prep == "by") && phrase.noun);
      if (who) d_.AddOnce(talks.participants, d_.in().matcher.Actors(p.sentence, a.word, false, false));
    }
    std::erase_if(talks.participants, [&](const ActorRef& who) { return !IsEnvoy(who); });
    ReadTalkTimeAndPlace(d_, phrase, nullptr, talks);
    const bool somewhere = talks.venue || GoesSomewhere(p, talks);
    if (talks.participants.empty() || !somewhere || !talks.date || !SetTalkStatus(d_, phrase, nullptr, mention)) return;
    talks.evidence.insert(talks.evidence.begin(), {"trigger", d_.tree(p).span(p.word, p.word)});
    talks.by.rule = "talks:" + p.lemma + " visit";
    talks.confidence = 0.6;
    mentions_.push_back(std::move(mention));
  }

  // "to Banjul": whereto is where a visit takes place, though it be a name that nobody knows.
  bool GoesSomewhere(const Proposition& p, Talks& talks) const {
    const Tree& t = d_.tree(p);
    for (int w = t.first(p.word); w <= t.last(p.word); ++w) {
      if (t.word(w).upos != Upos::kPropn || !Among(t.preposition(w), {"in", "to"})) continue;
      const PlaceMention* place = d_.in().cast.PlaceAt(p.sentence, w);
      if (place != nullptr) talks.venue = PlaceRefOf(*place);
      return true;
    }
    return false;
  }

  // Whether a verb's object or oblique is a noun of talks that tells the same.
  bool CarriesNoun(const Proposition& p) const {
    return std::any_of(p.arguments.begin(), p.arguments.end(), [&](const Argument& a) {
      const bool tells =
          a.slot == Slot::kObject || (a.slot == Slot::kOblique && Among(a.prep, {"in", "for", "at", "to"}));
      const bool inherited = a.inherited && a.slot != Slot::kObject;  // but: "the talks being held in Astana"
      const Proposition* noun = tells && !inherited ? d_.in().layer.At(p.sentence, a.word) : nullptr;
      return noun != nullptr && IsTalksNoun(*noun) && !(d_.InClass("talks_meets", p.lemma) && a.prep == "at");
    });
  }

  // "gathered to negotiate", "met to discuss": the first verb tells the meeting, the second what it is for.
  bool ServesOther(const Proposition& p) const {
    if (!p.infinitive || p.above < 0 || (p.link != Link::kAdverbial && p.link != Link::kXcomp)) return false;
    const Proposition& up = d_.proposition(p.above);
    if (up.kind != PredicateKind::kVerb) return false;
    return CarriesNoun(up) ||
           (d_.InClass("talks_verb", up.lemma) && EventAt(d_.tree(up).span(up.word, up.word)) != nullptr);
  }

  // "It will be the first meeting of the two": of the talks just told.
  bool IsEcho(const TalkPhrase& phrase) const {
    const Tree& t = d_.tree(d_.proposition(phrase.proposition));
    const int subject = phrase.noun ? t.child(phrase.word, {Rel::kNsubj}) : -1;
    if (subject < 0 || t.child(phrase.word, {Rel::kCop}) < 0 || !t.preposition(phrase.word).empty()) return false;
    return Among(LowerAscii(t.word(subject).form), {"it", "this", "that", "these"}) ||
           d_.InClass("talks_noun", LowerAscii(t.word(subject).lemma));
  }

  static std::string_view RelKind(Rel rel) {
    if (rel == Rel::kCompound) return "compound";
    if (rel == Rel::kAmod) return "amod";
    return rel == Rel::kNummod ? "nummod" : "";
  }

  static bool InSeries(const ParsedWord& word) {
    const std::string form = LowerAscii(word.form);
    return HasFeature(word, "NumType=Ord") ||
           Among(form, {"next", "last", "latest", "previous", "final", "second", "third", "fourth", "fifth", "first"});
  }

  // Of "the next one" that of the talks before.
  std::string SeriesNoun(const Tree& t, int noun) const {
    std::string lemma = LowerAscii(t.word(noun).lemma);
    if (lemma != "one" || mentions_.empty()) return lemma;
    const TalkMention& before = mentions_.back();
    return LowerAscii(d_.in().trees[static_cast<size_t>(before.sentence)].word(before.word).lemma);
  }

  // "the third round of the Geneva talks": the series, and the name they are known by.
  void ReadName(const TalkPhrase& phrase, Talks& talks) const {
    const Tree& t = d_.tree(d_.proposition(phrase.proposition));
    for (int noun : phrase.nouns) {
      int first = noun;
      for (int c : t.children(noun)) {
        if (c > noun || RelKind(t.rel(c)).empty()) continue;
        const std::string form = LowerAscii(t.word(c).form);
        const bool name = !d_.InClass("talks_mark", form) && !d_.InClass("talks_kind", form);  // "Peace talks have …"
        if (t.word(c).upos == Upos::kPropn && name) first = std::min(first, t.first(c));
        if (t.rel(c) == Rel::kAmod && InSeries(t.word(c)) && talks.series.empty())
          talks.series = LowerAscii(t.word(c).form) + " " + SeriesNoun(t, noun);
      }
      if (first == noun || !talks.name.empty()) continue;
      const Span words = t.span(first, noun);
      talks.name = std::string(words.of(d_.in().report.text.utf8));
      std::replace(talks.name.begin(), talks.name.end(), '\n', ' ');
    }
  }

  const Dealings& d_;
  std::vector<TalkMention> mentions_;
};

}  // namespace

std::vector<TalkMention> FindTalkMentions(const Dealings& dealings) { return Reader(dealings).Read(); }

}  // namespace rapporteur
