#include "coding/talk_verbs.h"

#include <algorithm>

#include "base/among.h"
#include "coding/talk_people.h"
#include "coding/talk_phrase.h"

namespace rapporteur {
namespace {

class Verb {
 public:
  Verb(const Dealings& dealings, const Proposition& p) : d_(dealings), people_(dealings), p_(p), t_(dealings.tree(p)) {}

  bool TellsBy(const Event& event) const {
    if (MeetsDemand()) return false;
    if (event.mode == "visit") return InClass("talks_receive") && ReceivesGuests(event);
    if (event.mode == "phone") return p_.lemma != "call" || IsAnswered(event);
    return InClass("talks_verb") ||
           d_.InClass("talks_verb", event.by.rule.substr(event.by.rule.find(':') + 1));  // "brought them together"
  }

  bool May() const {
    if (InClass("talks_two") || InClass("talks_invite")) return true;
    const Argument* object = p_.Find(Slot::kObject);
    if (object != nullptr && d_.InClass("talks_meets", p_.lemma + " " + LowerAscii(t_.word(object->word).lemma)))
      return true;
    return InClass("talks_meets") && !IsNone() && !MeetsDemand();
  }

  bool Meets(const Talks& talks) const {
    if (InClass("talks_two")) return AreTwoPublic(talks);
    if (InClass("talks_invite")) return InvitesSomewhere(talks);
    const bool somewhen = talks.date || talks.venue;
    const bool open = talks.status != TalksStatus::kHeld || (somewhen && InClass("talks_bargain"));
    if (SpeaksToPaper(talks)) return false;
    if (talks.participants.size() > 1) return ArePolitical(talks.participants) && (open || HasPublic(talks));
    const Argument* subject = p_.Find(Slot::kSubject);
    if (subject == nullptr && ConvenesBody()) return somewhen;
    if (subject == nullptr) return InClass("talks_bargain") && somewhen && !talks.topics.empty();
    if (p_.Find(Slot::kObject) != nullptr) {
      return somewhen && InClass("talks_bargain") && (IsTwo(subject->word) || people_.Sides(talks.participants) > 1);
    }
    if (!InClass("talks_gathers")) return false;
    if (InClass("talks_crowd") && !people_.IsPublicNoun(t_, subject->word) && !HasOffice(talks)) return false;
    if (IsTogether() && IsGroup(*subject, talks)) return true;
    if (InClass("talks_to")) return IsGroup(*subject, talks) && (IsByWire() || (IsTwo(subject->word) && somewhen));
    const bool one_somewhere = !talks.participants.empty() && talks.venue;
    return (IsGroup(*subject, talks) || one_somewhere) && (somewhen || !talks.topics.empty());
  }

  // What is negotiated, mediated or brokered is a pact.
  bool MakesPact() const {
    const Argument* object = InClass("talks_mediate") ? p_.Find(Slot::kObject) : nullptr;
    if (object == nullptr) return false;
    const std::string lemma = LowerAscii(t_.word(object->word).lemma);
    return d_.InClass("agreement", lemma) || d_.InClass("truce", lemma) || d_.InClass("agreement_noun", lemma);
  }

  // "over the hotline", "by video link".
  bool IsByWire() const {
    return std::any_of(p_.arguments.begin(), p_.arguments.end(), [&](const Argument& a) {
      if (a.slot != Slot::kOblique) return false;
      return d_.InClass("talks_by_wire", LowerAscii(t_.word(a.word).lemma)) ||
             std::any_of(t_.children(a.word).begin(), t_.children(a.word).end(), [&](int c) {
               return c < a.word && d_.InClass("talks_by_wire", LowerAscii(t_.word(c).lemma));
             });
    });
  }

 private:
  bool InClass(std::string_view name) const { return SaysClass(d_, name, p_); }

  // Persons, offices and delegations come as guests; no base, no panel, nobody private.
  bool ReceivesGuests(const Event& event) const {
    auto known = [&](const ActorRef& who) { return people_.IsPublic(who); };
    auto body = [&](const ActorRef& who) {
      return who.actor >= 0 && d_.in().cast.actors[static_cast<size_t>(who.actor)].type == ActorType::kOrganization;
    };
    const Argument* guest = p_.Find(Slot::kObject);
    if (guest != nullptr && !IsPublicPerson(guest) && !AreSome(guest)) return false;  // "received a review"
    return !std::all_of(event.actors.begin(), event.actors.end(), body) &&
           std::any_of(event.actors.begin(), event.actors.end(), known);
  }

  // "what it called terrorist groups" is no call: somebody answers one.
  bool IsAnswered(const Event& event) const {
    return std::any_of(event.actors.begin(), event.actors.end(), [&](const ActorRef& who) {
      if (who.actor < 0 || who.span.begin < t_.word(p_.word).span.begin) return false;
      const ActorType type = d_.in().cast.actors[static_cast<size_t>(who.actor)].type;
      return type == ActorType::kPerson || type == ActorType::kOffice;
    });
  }

  // What the frames take for no event at all: "met demand", "was met with protests".
  bool IsNone() const {
    const std::optional<FrameMatch> match = d_.in().matcher.Best(p_);
    return match && match->frame->type == "NONE";
  }

  bool MeetsDemand() const {
    const Argument* object = p_.Find(Slot::kObject);
    return object != nullptr && d_.InClass("talks_no_whom", LowerAscii(t_.word(object->word).lemma));
  }

  bool ArePolitical(const std::vector<ActorRef>& all) const {
    return std::all_of(all.begin(), all.end(),
                       [&](const ActorRef& who) { return d_.IsPolitical(who) || people_.IsPublic(who); });
  }

  // Of offices and states; crowds and "several groups" gather too.
  bool HasOffice(const Talks& talks) const {
    return std::any_of(talks.participants.begin(), talks.participants.end(), [&](const ActorRef& who) {
      if (who.actor < 0) return false;
      const ActorType type = d_.in().cast.actors[static_cast<size_t>(who.actor)].type;
      return people_.IsPublic(who) && type != ActorType::kGroup && type != ActorType::kPopulation;
    });
  }

  // "Speaking to Al-Nahar, the spokesman said": to a body of which nothing is known.
  bool SpeaksToPaper(const Talks& talks) const {
    if (!InClass("talks_to") || p_.Find(Slot::kOblique, "to") == nullptr) return false;
    return std::any_of(talks.participants.begin(), talks.participants.end(), [&](const ActorRef& who) {
      const bool body =
          who.actor >= 0 && d_.in().cast.actors[static_cast<size_t>(who.actor)].type == ActorType::kOrganization;
      return body && who.sectors.empty() && !people_.IsPublic(who);
    });
  }

  bool HasPublic(const Talks& talks) const {
    return std::any_of(talks.participants.begin(), talks.participants.end(),
                       [&](const ActorRef& who) { return people_.IsPublic(who); });
  }

  // "a technical committee will be convened".
  bool ConvenesBody() const {
    const Argument* object = InClass("talks_convene") ? p_.Find(Slot::kObject) : nullptr;
    return object != nullptr && d_.InClass("talks_body", LowerAscii(t_.word(object->word).lemma));
  }

  // "sat down together", "spoke face to face".
  bool IsTogether() const {
    return std::any_of(t_.children(p_.word).begin(), t_.children(p_.word).end(), [&](int c) {
      return t_.rel(c) == Rel::kAdvmod && d_.InClass("talks_together", LowerAscii(t_.word(c).form));
    });
  }

  // "has invited both leaders to her farmhouse", "was invited to the White House": somebody public, and whereto.
  bool InvitesSomewhere(const Talks& talks) const {
    const Argument* guest = p_.Find(Slot::kObject);
    if (guest == nullptr || !(IsPublicPerson(guest) || AreSome(guest))) return false;
    return std::any_of(p_.arguments.begin(), p_.arguments.end(), [&](const Argument& a) {
      if (a.slot != Slot::kOblique || a.prep != "to") return false;
      const PlaceMention* place = d_.in().cast.PlaceAt(p_.sentence, a.word);
      return place != nullptr || d_.InClass("talks_house", LowerAscii(t_.word(a.word).lemma)) ||
             (talks.date && t_.word(a.word).upos == Upos::kPropn);
    });
  }

  // "saw the leader of the Front in Cairo": of verbs with many senses both sides must be persons of public life, at a
  // time or place.
  bool AreTwoPublic(const Talks& talks) const {
    const bool sure = InClass("talks_receive");
    if (!sure && !talks.date && !talks.venue && talks.status == TalksStatus::kHeld) return false;
    const Argument* guest = p_.Find(Slot::kObject) != nullptr ? p_.Find(Slot::kObject) : p_.Find(Slot::kOblique, "on");
    if (guest != nullptr && guest->prep == "on" && IsAsked(*guest)) return false;
    if (p_.Find(Slot::kClause) != nullptr) return false;
    if (guest != nullptr && IsEachOther(guest->word)) return true;
    const Argument* host = p_.Find(Slot::kSubject);
    const bool one = IsPublicPerson(host), other = IsPublicPerson(guest);
    return (one && other) || (one && AreSome(guest)) || (other && AreSome(host));
  }

  bool IsEachOther(int word) const {
    const std::string form = LowerAscii(t_.word(word).form);
    return (form == "each" || form == "one") && word + 1 < t_.size() &&
           Among(LowerAscii(t_.word(word + 1).form), {"other", "another"});
  }

  // "both men", "the ministers of Arab states".
  bool AreSome(const Argument* a) const {
    if (a == nullptr || t_.word(a->word).upos == Upos::kPron) return false;
    const std::string form = LowerAscii(t_.word(a->word).form);
    if (IsTwo(a->word) && d_.InClass("talks_collective", form)) return true;
    if (d_.in().cast.MentionAt(p_.sentence, a->word) == nullptr && !people_.IsPublicNoun(t_, a->word)) return false;
    const std::vector<ActorRef> who = d_.in().matcher.Actors(p_.sentence, a->word, false, true);
    return people_.Sides(who) > 1 && ArePolitical(who);
  }

  // "called on the mayor to resign", "called on governments and churches".
  bool IsAsked(const Argument& guest) const {
    if (HasFeature(t_.word(guest.word), "Number=Plur")) return true;
    for (int w = guest.word + 1; w + 1 < t_.size() && w <= t_.last(p_.word); ++w) {
      if (LowerAscii(t_.word(w).form) == "to" && t_.rel(w) == Rel::kMark) return true;
    }
    return false;
  }

  bool IsPublicPerson(const Argument* a) const {
    const ActorMention* mention = a != nullptr ? d_.in().cast.MentionAt(p_.sentence, a->word) : nullptr;
    if (mention == nullptr || mention->actor < 0 || mention->form == MentionForm::kFirstPerson) {
      return a != nullptr && people_.IsPublicNoun(t_, a->word);
    }
    const ActorType type = d_.in().cast.actors[static_cast<size_t>(mention->actor)].type;
    const bool person = type == ActorType::kPerson || type == ActorType::kOffice || people_.IsPublicNoun(t_, a->word);
    const std::vector<ActorRef> who = d_.in().matcher.Actors(p_.sentence, a->word, false, false);
    return person && std::any_of(who.begin(), who.end(), [&](const ActorRef& one) { return people_.IsPublic(one); });
  }

  // "the two", "envoys of both sides", "the joint commission".
  bool IsGroup(const Argument& subject, const Talks& talks) const {
    if (d_.InClass("talks_collective", LowerAscii(t_.word(subject.word).form)) || IsTwo(subject.word)) return true;
    if (people_.Sides(talks.participants) > 1) return true;
    const bool body = d_.InClass("talks_body", LowerAscii(t_.word(subject.word).lemma));
    return body || (HasFeature(t_.word(subject.word), "Number=Plur") &&
                    (people_.IsPublicNoun(t_, subject.word) || HasPublic(talks)));
  }

  bool IsTwo(int word) const {
    if (d_.InClass("talks_number", LowerAscii(t_.word(word).form))) return true;  // "the two are to discuss"
    return std::any_of(t_.children(word).begin(), t_.children(word).end(),
                       [&](int c) { return c < word && d_.InClass("talks_number", LowerAscii(t_.word(c).form)); });
  }

  const Dealings& d_;
  const TalkPeople people_;
  const Proposition& p_;
  const Tree& t_;
};

}  // namespace

bool EventTellsTalks(const Dealings& dealings, const Proposition& p, const Event& event) {
  return Verb(dealings, p).TellsBy(event);
}

bool MayTellTalks(const Dealings& dealings, const Proposition& p) { return Verb(dealings, p).May(); }

bool MeetsByItself(const Dealings& dealings, const Proposition& p, const Talks& talks) {
  return Verb(dealings, p).Meets(talks);
}

bool MeetsByWire(const Dealings& dealings, const Proposition& p) { return Verb(dealings, p).IsByWire(); }

bool MakesPact(const Dealings& dealings, const Proposition& p) { return Verb(dealings, p).MakesPact(); }

}  // namespace rapporteur
