#include "coding/talk_sides.h"

#include <algorithm>

#include "base/among.h"
#include "coding/group_members.h"
#include "coding/talk_people.h"

namespace rapporteur {
namespace {

class Sides {
 public:
  Sides(const Dealings& dealings, const TalkPhrase& phrase, Talks& talks)
      : d_(dealings), phrase_(phrase), talks_(talks), t_(dealings.tree(dealings.proposition(phrase.proposition))) {}

  void OfNoun() {
    for (int noun : phrase_.nouns) AtNoun(noun);
    for (int carrier : phrase_.carriers) AtNoun(carrier);
    for (int leader : Leaders()) AddMediators(d_.in().matcher.Actors(phrase_.sentence, leader, true, false));
    for (int noun : phrase_.nouns) d_.AddOnce(talks_.participants, Before(noun));
    if (talks_.participants.empty()) AddBodyBefore(phrase_.word);
    for (const TalkSaying& saying : phrase_.sayings) AtSaying(saying);
    if (talks_.participants.size() < 2) ReadBetween();
    if (talks_.participants.size() < 2 && !between_) ReadCopula();
    if (talks_.participants.size() < 2 && IsMeal()) ReadMeal();
    if (talks_.participants.size() < 2 && with_ && t_.preposition(phrase_.word) == "for") ReadStay();
    DropGroups();
  }

  void OfVerb() {
    const Proposition& p = d_.proposition(phrase_.proposition);
    const bool mediates = SaysClass(d_, "talks_mediate", p);
    const int going = GoingSubject(p);
    if (going >= 0) Add(going, false);
    for (const Argument& a : p.arguments) {
      if (a.slot == Slot::kSubject) {
        if (going >= 0 && a.inherited) continue;
        mediates ? AddMediators(At(a.word)) : Add(a.word);
        if (talks_.participants.empty() && t_.word(a.word).upos == Upos::kPron) AddSpeaker(p);
      } else if (a.slot == Slot::kObject && MeetsWhom(p)) {
        if (!d_.InClass("talks_no_whom", LowerAscii(t_.word(a.word).lemma))) Add(a.word, false);
      } else if (a.slot == Slot::kOblique && IsOtherSide(p, a.prep) && !Among(a.prep, {"alongside"})) {
        Add(a.word);
      } else if (a.slot == Slot::kObject && d_.InClass("talks_bargain", p.lemma)) {
        AtObject(a.word);
      }
    }
    if (p.Find(Slot::kSubject) == nullptr && p.link == Link::kCcomp) AddTornSubject(p.word);
    if (mediates) ReadBetween();
    if (talks_.participants.size() == 1 && !mediates) AddInviter(p);
    DropGroups();
  }

 private:
  // "The generals said they had spoken": of a pronoun that nobody is known for.
  void AddSpeaker(const Proposition& p) {
    if (p.link == Link::kCcomp && p.above >= 0) AddSubject(d_.proposition(p.above));
  }

  // "The chiefs of staff, he added, would confer": of two subjects above the first.
  void AddTornSubject(int word) {
    const int head = t_.head(word);
    int first = -1, count = 0;
    for (int c : t_.children(head)) {
      if (c > word || (t_.rel(c) != Rel::kNsubj && t_.rel(c) != Rel::kNsubjPass)) continue;
      if (++count == 1) first = c;
    }
    if (count > 1) Add(first, false);
  }

  // "invited the minister to meet in New York": who invites meets him.
  void AddInviter(const Proposition& p) {
    const int above = p.infinitive ? d_.Above(p) : -1;
    if (above < 0 || !SaysClass(d_, "talks_invite", d_.proposition(above))) return;
    if (d_.proposition(above).Find(Slot::kObject) != nullptr) AddSubject(d_.proposition(above));
  }

  // "spoke to", "bargaining by", "conferred with".
  bool IsOtherSide(const Proposition& p, const std::string& prep) const {
    return IsSidePrep(prep) || (prep == "by" && p.participle) || (prep == "to" && d_.InClass("talks_to", p.lemma)) ||
           (prep == "on" && p.lemma == "call");
  }

  // "was back in the capital to discuss": the clause's subject, not the capital; -1 none.
  int GoingSubject(const Proposition& p) const {
    return p.infinitive && p.link == Link::kNounClause ? SubjectAbove(p.word) : -1;
  }

  // The nearest subject up the tree, -1 none.
  int SubjectAbove(int word) const {
    for (int w = t_.head(word); w >= 0; w = t_.head(w)) {
      const int subject = t_.child(w, {Rel::kNsubj, Rel::kNsubjPass});
      if (subject >= 0) return subject;
    }
    return -1;
  }

  // "discuss the next steps with the rebels".
  void AtObject(int object) {
    for (int c : t_.children(object)) {
      if (BaseRel(t_.rel(c)) == Rel::kNmod && t_.preposition(c) == "with") Add(c);
    }
  }

  static bool IsSidePrep(const std::string& prep) { return Among(prep, {"with", "between", "among", "alongside"}); }

  // "negotiated a truce": what is negotiated takes no part; "met the envoy", "brought the sides together" does.
  bool MeetsWhom(const Proposition& p) const { return d_.InClass("talks_meets_whom", p.lemma); }

  std::vector<ActorRef> At(int word, bool places = true) {
    std::vector<ActorRef> found = TalkSidesAt(d_, phrase_.sentence, word, places);
    const ActorMention* mention = d_.in().cast.MentionAt(phrase_.sentence, word);
    const bool members = mention != nullptr && std::none_of(found.begin(), found.end(), [&](const ActorRef& who) {
                           return who.actor == mention->actor;
                         });
    if (members && found.size() > 1) groups_.push_back(mention->actor);
    return found;
  }

  void Add(int word, bool places = true) { d_.AddOnce(talks_.participants, At(word, places)); }

  void AddMediators(const std::vector<ActorRef>& who) {
    d_.AddOnce(talks_.mediators, who);
    d_.AddOnce(talks_.participants, who);
  }

  // "US–Russia talks", "the Israeli-Palestinian negotiations"; a leader of "UN-led" is none of the two.
  std::vector<ActorRef> Before(int noun) const {
    const Proposition* p = d_.in().layer.At(phrase_.sentence, noun);
    if (p == nullptr) return {};
    std::vector<ActorRef> sides = d_.SidesBefore(*p);
    std::erase_if(sides, [&](const ActorRef& who) {
      return std::any_of(talks_.mediators.begin(), talks_.mediators.end(),
                         [&](const ActorRef& other) { return other.span.overlaps(who.span); });
    });
    return sides;
  }

  // "a Security Council meeting", "the foreign ministers meeting": one alone, but of many.
  void AddBodyBefore(int noun) {
    const TalkPeople people(d_);
    for (int c : t_.children(noun)) {
      if (c > noun || t_.rel(c) != Rel::kCompound) continue;
      const ActorMention* mention = d_.in().cast.MentionAt(phrase_.sentence, c);
      const bool body = mention != nullptr && mention->actor >= 0 && !mention->place &&
                        d_.in().cast.actors[static_cast<size_t>(mention->actor)].type == ActorType::kOrganization;
      const bool many = people.IsPublicNoun(t_, c) && HasFeature(t_.word(c), "Number=Plur");
      if (body || many) return Add(c, false);
    }
  }

  // "the delegations of Cyprus and Israel met for their summit": they are their members.
  void DropGroups() {
    std::erase_if(talks_.participants, [&](const ActorRef& who) {
      return who.actor >= 0 && std::find(groups_.begin(), groups_.end(), who.actor) != groups_.end();
    });
  }

  // "Norwegian-mediated talks", "UN-sponsored negotiations".
  std::vector<int> Leaders() const {
    std::vector<int> found;
    for (int noun : phrase_.nouns) {
      for (int c : t_.children(noun)) {
        const std::string form = LowerAscii(t_.word(c).form);
        if (c > noun || !d_.InClass("talks_led", form.substr(form.rfind('-') + 1))) continue;
        if (form.find('-') != std::string::npos) {
          found.push_back(c);
          continue;
        }
        const int who = t_.child(c, {Rel::kCompound, Rel::kNsubj, Rel::kObl, Rel::kAmod});
        if (who >= 0)
          found.push_back(who);
        else if (c >= 2 && t_.word(c - 1).form == "-")
          found.push_back(c - 2);
      }
    }
    return found;
  }

  void AtNoun(int noun) {
    for (int c : t_.children(noun)) {
      const std::string prep = t_.preposition(c);
      if (t_.rel(c) == Rel::kNmodPoss) {
        Add(c, false);
      } else if (BaseRel(t_.rel(c)) == Rel::kNmod && d_.InClass("talks_under", prep)) {
        AddMediators(At(c, false));
      } else if (BaseRel(t_.rel(c)) == Rel::kNmod && (IsSidePrep(prep) || Among(prep, {"of", "by", "involving"}))) {
        if (IsOfItsOwn(c, prep, noun)) Add(c, IsSidePrep(prep));
        with_ = with_ || prep == "with";
        between_ = between_ || prep == "between" || prep == "among";
      }
    }
  }

  // "of" before further talks, or before what they are about, gives no side.
  bool IsOfItsOwn(int c, const std::string& prep, int noun) const {
    if (prep != "of") return true;
    return !phrase_.HasCarrier(noun) && !d_.InClass("talks_noun", LowerAscii(t_.word(c).lemma));
  }

  void AtSaying(const TalkSaying& saying) {
    const Proposition& p = d_.proposition(saying.proposition);
    const bool carrier = phrase_.HasCarrier(saying.word);
    if (SaysClass(d_, "talks_mediate", p) && saying.slot != Slot::kSubject) {
      for (const Argument& a : p.arguments) {
        const bool side =
            a.slot == Slot::kSubject || a.slot == Slot::kObject || (a.slot == Slot::kOblique && IsSidePrep(a.prep));
        if (a.slot == Slot::kSubject && saying.slot == Slot::kObject) {
          AddMediators(At(a.word));
        } else if (side) {
          Add(a.word);
        }
      }
      if (saying.slot == Slot::kObject && with_ && !between_) AddAsker(p);
      return;
    }
    const bool joins = saying.slot == Slot::kOblique
                           ? Among(saying.prep, {"for", "in", "at", "to", "into", "out", "of", "from", "after"})
                           : saying.slot == Slot::kObject;
    const bool party = joins && SaysClass(d_, "talks_party", p);
    const bool runs = SaysClass(d_, "talks_party", p) || SaysClass(d_, "talks_begin", p) ||
                      SaysClass(d_, "talks_hold", p) || SaysClass(d_, "talks_propose", p);
    // "after talks with X, Y said": the other side of "with" is who does what the clause tells.
    // "at the start of a meeting with X, Y said": Y too; but not "the offer of talks with X".
    const bool apart = carrier && !(saying.slot == Slot::kOblique && saying.prep == "at");
    const bool other = with_ && !between_ && !apart && !Among(saying.prep, {"on", "about", "over", "by"}) &&
                       (saying.slot != Slot::kSubject || SaysClass(d_, "talks_cover", p));
    for (const Argument& a : p.arguments) {
      if (a.word == saying.word) continue;
      if (a.slot == Slot::kObject && p.passive && party && saying.slot == Slot::kOblique) Add(a.word, false);
      if (a.slot == Slot::kSubject && (party || (other && saying.slot != Slot::kSubject))) Add(a.word, false);
      if (a.slot == Slot::kOblique && IsSidePrep(a.prep) && saying.slot != Slot::kOblique && runs) {
        Add(a.word);
        if (a.prep == "with" && saying.slot == Slot::kObject) AddSubject(p);
      }
      const bool guest = (a.slot == Slot::kObject || a.slot == Slot::kIndirect) && saying.slot == Slot::kOblique &&
                         Among(saying.prep, {"for", "to", "at", "in", "into"});
      if (guest && SaysClass(d_, "talks_bring", p)) {
        Add(a.word, false);
        AddSubject(p);
      }
    }
    if (saying.slot == Slot::kSubject && SaysClass(d_, "talks_gather", p)) {  // "the talks brought together X and Y"
      for (const Argument& a : p.arguments) {
        if (a.slot == Slot::kObject) Add(a.word, false);
      }
    }
    if (saying.slot == Slot::kOblique && IsCall() && talks_.participants.empty()) ReadCall(p);
    if (saying.slot == Slot::kOblique && talks_.participants.empty()) AddSpeakers(p, saying.prep);
  }

  // "After talks in Geneva, X and Y said …", "at the meeting the leaders agreed …": who speaks there was there.
  void AddSpeakers(const Proposition& p, const std::string& prep) {
    if (!Among(prep, {"after", "following", "at", "during", "in"}) || !SaysClass(d_, "talks_within", p)) return;
    std::vector<ActorRef> who;
    for (const Argument& a : p.arguments) {
      if (a.slot == Slot::kSubject && !a.inherited) d_.AddOnce(who, At(a.word, false));
    }
    const TalkPeople people(d_);
    const bool all = std::all_of(who.begin(), who.end(), [&](const ActorRef& one) { return people.IsPublic(one); });
    if (all && people.Sides(who) > 1) d_.AddOnce(talks_.participants, who);
  }

  void AddSubject(const Proposition& p) {
    for (const Argument& a : p.arguments) {
      if (a.slot == Slot::kSubject) Add(a.word, false);
    }
  }

  // "asked X to arrange a meeting with Y": the one who asks is the other side.
  void AddAsker(const Proposition& p) {
    const int above = d_.Above(p);
    if (above >= 0 && p.link == Link::kXcomp) d_.AddOnce(talks_.participants, d_.Subjects(d_.proposition(above)));
  }

  // "agreed over dinner".
  bool IsMeal() const { return d_.InClass("talks_meal", LowerAscii(t_.word(phrase_.word).lemma)); }

  void ReadMeal() {
    const int subject = t_.preposition(phrase_.word) == "over" ? SubjectAbove(phrase_.word) : -1;
    if (subject >= 0) Add(subject, false);
  }

  bool IsCall() const {
    const std::string lemma = LowerAscii(t_.word(phrase_.word).lemma);
    if (!Among(lemma, {"call", "conversation"})) return false;
    return std::any_of(t_.children(phrase_.word).begin(), t_.children(phrase_.word).end(),
                       [&](int c) { return d_.InClass("talks_by_wire", LowerAscii(t_.word(c).lemma)); });
  }

  // "In a phone call, X urged Y to …".
  void ReadCall(const Proposition& p) {
    std::vector<ActorRef> both;
    for (const Argument& a : p.arguments) {
      const bool side = a.slot == Slot::kSubject || a.slot == Slot::kObject || a.slot == Slot::kIndirect ||
                        (a.slot == Slot::kOblique && a.prep == "to");
      if (side) d_.AddOnce(both, At(a.word, false));
    }
    if (both.size() > 1) d_.AddOnce(talks_.participants, both);
  }

  // "X is in talks with Y", "X are back at the table".
  void ReadCopula() {
    int word = phrase_.word;
    const bool below = t_.child(word, {Rel::kCop}) < 0 && t_.head(word) >= 0 && BaseRel(t_.rel(word)) == Rel::kObl;
    if (below && t_.child(t_.head(word), {Rel::kCop}) >= 0) word = t_.head(word);
    const int subject = t_.child(word, {Rel::kNsubj});
    if (subject < 0 || !Among(t_.preposition(phrase_.word), {"in", "at", "on"})) return;
    Add(subject, false);
    for (int c : t_.children(phrase_.word)) {  // "was on the phone to"
      if (t_.preposition(phrase_.word) == "on" && t_.preposition(c) == "to") Add(c, false);
    }
  }

  // "X is in Bern for talks with Y", "is due there for talks".
  void ReadStay() {
    const int place = t_.head(phrase_.word);
    const int subject = place >= 0 && t_.child(place, {Rel::kCop}) >= 0 ? t_.child(place, {Rel::kNsubj}) : -1;
    if (subject >= 0) Add(subject, false);
  }

  // "negotiations, hosted by L, between X and Y": between goes with the talks, wherever the parser hung it, and so does
  // the second side where it was torn from the first.
  void ReadBetween() {
    int top = phrase_.carriers.empty() ? phrase_.word : phrase_.carriers.back();
    if (!phrase_.noun && t_.head(top) >= 0) top = t_.head(top);
    for (int w = phrase_.word + 1; w < t_.size() && w <= t_.last(top) + 1; ++w) {
      if (d_.InClass("agreement", LowerAscii(t_.word(w).lemma))) return;
      if (t_.rel(w) != Rel::kCase || LowerAscii(t_.word(w).form) != "between") continue;
      Add(t_.head(w));
      if (talks_.participants.size() < 2) ReadTorn(w);
      return;
    }
  }

  void ReadTorn(int between) {
    for (int w = between + 1; w + 1 < t_.size() && !IsVerbal(t_.word(w)); ++w) {
      if (LowerAscii(t_.word(w).form) != "and") continue;
      int second = w + 1;
      while (second + 1 < t_.size() && t_.rel(second) == Rel::kDet) ++second;
      const ActorMention* mention = d_.in().cast.MentionAt(phrase_.sentence, second);
      if (mention != nullptr) Add(mention->head);
      return;
    }
  }

  const Dealings& d_;
  const TalkPhrase& phrase_;
  Talks& talks_;
  const Tree& t_;
  std::vector<int> groups_;  // that stand by their members
  bool with_ = false, between_ = false;
};

}  // namespace

std::vector<ActorRef> TalkSidesAt(const Dealings& dealings, int sentence, int word, bool places) {
  const Tree& t = dealings.in().trees[static_cast<size_t>(sentence)];
  std::vector<ActorRef> members;
  for (int one : t.conjuncts(word)) {
    if (!HasFeature(t.word(one), "Number=Plur")) continue;
    for (int c : t.children(one)) {
      if (BaseRel(t.rel(c)) != Rel::kNmod || !Among(t.preposition(c), {"of", "from"})) continue;
      const std::vector<ActorRef> found = dealings.in().matcher.Actors(sentence, c, true, false);
      if (found.size() > 1) dealings.AddOnce(members, found);
    }
  }
  if (!members.empty()) return members;
  return NamedMembers(dealings.in().cast, dealings.in().matcher.Actors(sentence, word, places, places));
}

void ReadTalkSides(const Dealings& dealings, const TalkPhrase& phrase, const Event* event, Talks& talks) {
  Sides sides(dealings, phrase, talks);
  phrase.noun ? sides.OfNoun() : sides.OfVerb();
  if (event == nullptr) return;
  if (talks.participants.size() > 1) return;
  // "the Oslo talks": what stands before the noun is where they are held.
  const Proposition& p = dealings.proposition(phrase.proposition);
  const Tree& t = dealings.tree(p);
  const Span before = phrase.noun ? t.span(t.first(phrase.word), phrase.word) : Span{};
  const Span whole = t.span(0, t.size() - 1);  // an event may be told in several sentences, and of several talks
  auto add = [&](const std::vector<ActorRef>& all) {
    for (const ActorRef& who : all) {
      const bool here = whole.begin <= who.span.begin && who.span.end <= whole.end;
      if (here && !who.span.overlaps(before)) dealings.AddOnce(talks.participants, {who});
    }
  };
  add(event->actors);
  const bool mediates = event->mode == "third-party";
  if (mediates) {
    for (const ActorRef& who : event->actors) {
      if (who.span.begin >= whole.begin && who.span.end <= whole.end) dealings.AddOnce(talks.mediators, {who});
    }
  }
  if (phrase.noun ? !mediates : mediates || dealings.InClass("talks_meets_whom", p.lemma)) add(event->recipients);
}

}  // namespace rapporteur
