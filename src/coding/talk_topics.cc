#include "coding/talk_topics.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/among.h"
#include "coding/when_where.h"

namespace rapporteur {
namespace {

// Classes of words before a noun of talks that tell no topic.
constexpr std::array<std::string_view, 8> kManner = {"talks_mark",   "talks_by_wire", "talks_lasted", "talks_house",
                                                     "talks_person", "talks_other",   "talks_noun",   "talks_table"};

class Topics {
 public:
  Topics(const Dealings& dealings, int sentence, Talks& talks)
      : d_(dealings), talks_(talks), sentence_(sentence), t_(dealings.in().trees[static_cast<size_t>(sentence)]) {}

  void Read(const TalkPhrase& phrase) {
    own_ = t_.span(phrase.word, phrase.word);
    for (int noun : phrase.nouns) AfterWord(noun);
    for (int carrier : phrase.carriers) AfterWord(carrier);
    for (const TalkSaying& saying : phrase.sayings) AtSaying(saying);
    if (!phrase.noun && d_.InClass("talks_cover", d_.proposition(phrase.proposition).lemma))
      AddCovered(d_.proposition(phrase.proposition));
    if (talks_.topics.empty()) OnAgenda(phrase);
    for (int noun : phrase.nouns) Kind(noun);
  }

  void AddCovered(const Proposition& p) {
    for (const Argument& a : p.arguments) {
      const bool covered = a.slot == Slot::kObject ||
                           (a.slot == Slot::kOblique &&
                            Among(a.prep, {"on", "around", "about", "upon", "including", "to", "over", "at"}));
      const bool deals = a.slot == Slot::kOblique && a.prep == "with" && d_.InClass("talks_deal", p.lemma);
      if ((covered || deals) && !d_.IsDate(sentence_, a.word) && !IsSide(a.word) && !IsMeans(a.word)) Add(a.word);
      if (a.slot == Slot::kClause && a.word > p.word) AtClause(a.word);
    }
    for (int c : t_.children(p.word)) {  // "aimed at removing tariffs", "confer about how it is to be watched"
      const int mark = BaseRel(t_.rel(c)) == Rel::kAdvcl ? t_.child(c, {Rel::kMark}) : -1;
      if (mark >= 0 && Among(LowerAscii(t_.word(mark).form), {"at", "on", "about", "over", "around"})) AddClause(c);
    }
  }

 private:
  void AfterWord(int word) {
    for (int c : t_.children(word)) {
      if (c < word) continue;
      const Rel rel = BaseRel(t_.rel(c));
      const std::string prep = t_.preposition(c);
      const bool about = d_.InClass("talks_about", prep);
      if ((rel == Rel::kNmod || rel == Rel::kObl) && about && !d_.IsDate(sentence_, c) && !IsMeans(c) && !IsSide(c))
        Add(c);
      if ((rel == Rel::kAcl || rel == Rel::kAdvcl)) AtClause(c);
    }
  }

  // "talks aimed at ending the war", "met to discuss X", "on how to share the water".
  void AtClause(int word) {
    const Proposition* clause = d_.in().layer.At(sentence_, word);
    const int mark = t_.child(word, {Rel::kMark, Rel::kCase});
    const bool relative = t_.rel(word) == Rel::kAclRelcl;
    if (!relative && mark >= 0 && d_.InClass("talks_about", LowerAscii(t_.word(mark).form))) {
      AddClause(word);
      return;
    }
    if (clause == nullptr || clause->kind != PredicateKind::kVerb) return;
    const bool aims = clause->infinitive || clause->participle || clause->passive;
    if (aims && SaysClass(d_, "talks_cover", *clause))
      AddCovered(*clause);
    else if (aims && (SaysClass(d_, "talks_settle", *clause) || IsPurpose(*clause)))
      AddObject(*clause);
  }

  // "talks to reunite the island": whatever they are held for, but "to be held", "to begin on Monday".
  bool IsPurpose(const Proposition& p) const {
    const Rel rel = t_.rel(p.word);
    if (!p.infinitive || p.passive || BaseRel(rel) != Rel::kAcl || rel == Rel::kAclRelcl) return false;
    return !SaysClass(d_, "talks_begin", p) && !SaysClass(d_, "talks_hold", p) && !SaysClass(d_, "talks_end", p);
  }

  void AddObject(const Proposition& p) {
    for (const Argument& a : p.arguments) {
      if (a.slot == Slot::kObject && !IsSide(a.word)) Add(a.word);
    }
  }

  void AtSaying(const TalkSaying& saying) {
    const Proposition& p = d_.proposition(saying.proposition);
    if (saying.slot == Slot::kSubject && SaysClass(d_, "talks_cover", p)) {
      AddCovered(p);
      return;
    }
    // "the talks have been dedicated to X".
    if (saying.slot == Slot::kObject && SaysClass(d_, "talks_devote", p)) {
      for (const Argument& a : p.arguments) {
        if (a.slot == Slot::kOblique && Among(a.prep, {"to", "on", "at"}) && !d_.IsDate(sentence_, a.word)) Add(a.word);
      }
      return;
    }
    const bool holds =
        saying.slot != Slot::kSubject || SaysClass(d_, "talks_begin", p) || SaysClass(d_, "talks_hold", p);
    if (!holds ||
        !(SaysClass(d_, "talks_party", p) || SaysClass(d_, "talks_begin", p) || SaysClass(d_, "talks_cancel", p)))
      return;
    for (int c : t_.children(p.word)) {
      if (c < saying.word && saying.slot != Slot::kSubject) continue;
      if (BaseRel(t_.rel(c)) == Rel::kAdvcl) AtClause(c);
      const bool about = BaseRel(t_.rel(c)) == Rel::kObl && d_.InClass("talks_about", t_.preposition(c)) &&
                         !SaysClass(d_, "talks_cancel", p) && !SaysClass(d_, "talks_leave", p);
      if (about && !d_.IsDate(sentence_, c) && !IsMeans(c)) Add(c);
    }
  }

  // "High on the agenda of the meeting was the fate of the hostages."
  void OnAgenda(const TalkPhrase& phrase) {
    for (int carrier : phrase.carriers) {
      if (!d_.InClass("talks_agenda", LowerAscii(t_.word(carrier).lemma))) continue;
      for (int at = carrier; at >= 0; at = t_.head(at)) {
        const int subject = t_.child(at, {Rel::kNsubj, Rel::kNsubjPass});
        if (subject >= 0 && !t_.dominates(subject, carrier)) return Add(subject);
        if (subject >= 0 && !IsVerbal(t_.word(at)) && at != carrier) return Add(at);
        if (IsVerbal(t_.word(at))) return;
      }
    }
  }

  // "a prisoner-swap meeting", "nuclear talks", "trade negotiations": the kind of talks tells their topic.
  void Kind(int noun) {
    if (!talks_.topics.empty()) return;
    for (int c : t_.children(noun)) {
      const bool before = c < noun && (t_.rel(c) == Rel::kCompound || t_.rel(c) == Rel::kAmod);
      if (before && (d_.InClass("talks_kind", LowerAscii(t_.word(c).form)) || IsSubject(c))) AddSpan(t_.span(c, c));
    }
  }

  // "fisheries talks", "water-sharing negotiations": any noun but one that tells how, when or where they are held.
  bool IsSubject(int word) const {
    if (t_.word(word).upos != Upos::kNoun || t_.rel(word) != Rel::kCompound || d_.IsDate(sentence_, word)) return false;
    const std::string lemma = LowerAscii(t_.word(word).lemma);
    const bool manner =
        std::any_of(kManner.begin(), kManner.end(), [&](std::string_view name) { return d_.InClass(name, lemma); });
    if (d_.InClass("talks_hyphened", LowerAscii(t_.span(t_.first(word), word).of(d_.in().report.text.utf8))))
      return false;
    return !manner && d_.in().cast.MentionAt(sentence_, word) == nullptr;
  }

  // Without the preposition that opens it.
  void AddClause(int word) {
    int first = t_.first(word);
    while (first < word && (t_.rel(first) == Rel::kMark || t_.rel(first) == Rel::kPunct) &&
           (d_.InClass("talks_about", LowerAscii(t_.word(first).form)) ||
            Among(LowerAscii(t_.word(first).form), {"at", "to"})))
      ++first;
    const Span words = d_.content().Trim(t_.span(first, t_.last(word)));
    if (!words.empty()) AddSpan(words);
  }

  // "on the phone", "on the sidelines", "over dinner".
  bool IsMeans(int word) const { return d_.InClass("talks_no_topic", LowerAscii(t_.word(word).lemma)); }

  bool IsSide(int word) const {
    const Span span = t_.span(word, word);
    return std::any_of(talks_.participants.begin(), talks_.participants.end(),
                       [&](const ActorRef& who) { return who.span.overlaps(span); });
  }

  // A topic for each conjunct, and for each that "issues of X, including Y" lists.
  void Add(int word) {
    const bool vague = d_.InClass("talks_vague", LowerAscii(t_.word(word).lemma));
    bool inner = false;
    for (int one : t_.conjuncts(word)) {
      for (int c : t_.children(one)) {
        const bool lists = BaseRel(t_.rel(c)) == Rel::kNmod || t_.rel(c) == Rel::kAdvcl || t_.rel(c) == Rel::kAcl;
        const std::string prep = t_.preposition(c);
        if (lists &&
            (prep == "including" || prep == "such as" || (vague && one == word && (prep == "of" || prep == "like")))) {
          Add(c);
          inner = inner || one == word;
        }
      }
      if (!inner || one != word) AddOne(one);
    }
    // "as well as" joins what the whole list began with, wherever the parser hung it.
    for (int w = t_.first(word); w <= t_.last(word); ++w) {
      const int cc = t_.rel(w) == Rel::kConj ? t_.child(w, {Rel::kCc}) : -1;
      if (cc >= 0 && LowerAscii(t_.word(cc).form) == "as") AddOne(w);
    }
  }

  void AddOne(int word) {
    if (t_.word(word).upos == Upos::kPron) return;
    Span words = d_.Words(t_, word, false);
    if (const int cc = t_.child(word, {Rel::kCc}); cc >= 0 && cc < word)  // "as well as X"
      words = d_.content().Trim({t_.span(t_.last(cc) + 1, t_.last(cc) + 1).begin, words.end});
    CutTail(word, words);
    CutBeside(word, words);
    if (!words.empty()) AddSpan(words);
  }

  // "talks on water rights in Geneva on Monday": place and day belong to the talks, unless something happens there.
  void CutTail(int word, Span& words) {
    if (d_.InClass("talks_situation", LowerAscii(t_.word(word).lemma))) return;
    for (int c : t_.children(word)) {
      if (c < word || BaseRel(t_.rel(c)) != Rel::kNmod) continue;
      const bool place = Among(t_.preposition(c), {"in", "at"}) && SettlesAt(c);
      const bool side = t_.preposition(c) == "with" && (IsSide(c) || t_.child(c, {Rel::kAcl, Rel::kAdvcl}) >= 0);
      if (!place && !side && !d_.IsDate(sentence_, c)) continue;
      const Span tail = t_.span(t_.first(c), t_.last(c));
      if (tail.begin <= words.begin) continue;
      if (place) talks_.venue = PlaceRefOf(*FindPlace(c));
      if (!place && !side && !talks_.date) talks_.date = d_.DateAt(t_, sentence_, word);
      words = d_.content().Trim({words.begin, tail.begin});
      return;
    }
  }

  // "the attack following calls from Paris", "the fighting with the allies demanding": what comes beside is no topic.
  void CutBeside(int word, Span& words) {
    for (int w = word + 1; w <= t_.last(word); ++w) {
      if (!d_.InClass("talks_beside", LowerAscii(t_.word(w).form))) continue;
      const Span tail = t_.span(w, t_.last(word));
      if (tail.begin > words.begin && tail.begin < words.end) words = d_.content().Trim({words.begin, tail.begin});
      return;
    }
  }

  const PlaceMention* FindPlace(int word) const { return d_.in().cast.PlaceAt(sentence_, word); }

  // A town, not a state, a region or a strait: where meetings are held.
  bool SettlesAt(int word) const {
    const PlaceMention* place = FindPlace(word);
    return !talks_.venue && place != nullptr && !place->state && !place->region && place->has_coordinates;
  }

  void AddSpan(Span words) {
    if (words.overlaps(own_)) return;
    for (Span& known : talks_.topics) {
      if (!known.overlaps(words)) continue;
      if (known.begin >= words.begin) return;
      known = d_.content().Trim({known.begin, words.begin});
      break;
    }
    talks_.topics.push_back(words);
    talks_.evidence.push_back({"topic", words});
  }

  const Dealings& d_;
  Talks& talks_;
  const int sentence_;
  const Tree& t_;
  Span own_;  // the mention's own word, which is no topic of its own
};

}  // namespace

void ReadTalkTopics(const Dealings& dealings, const TalkPhrase& phrase, Talks& talks) {
  Topics(dealings, phrase.sentence, talks).Read(phrase);
}

void AddCoveredTopics(const Dealings& dealings, const Proposition& p, Talks& talks) {
  Topics(dealings, p.sentence, talks).AddCovered(p);
}

}  // namespace rapporteur
