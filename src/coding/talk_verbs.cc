#include "coding/talk_verbs.h"

#include <algorithm>

#include "base/among.h"
#include "coding/talk_people.h"
#include "coding/talk_phrase.h"

namespace rapporteur {
namespace {

class Verb {
 public:
  Verb(const Dealings& dealings, const Proposition& p)
      : d_(dealings), people_(dealings), p_(p), t_(dealings.tree(p)) {}

  bool TellsBy(const Event& event) const {
    if (event.mode == "visit") return InClass("talks_receive") && ReceivesGuests(event);
    if (event.mode == "phone") return p_.lemma != "call" || IsAnswered(event);
    return InClass("talks_verb") ||
           d_.InClass("talks_verb", event.by.rule.substr(event.by.rule.find(':') + 1));  // "brought them together"
  }

  bool May() const {
    if (InClass("talks_two")) return true;
    return InClass("talks_meets") && !IsNone();
  }

  bool Meets(const Talks& talks) const {
    if (InClass("talks_two")) return AreTwoPublic(talks);
    const bool somewhen = talks.date || talks.venue;
    const bool open = talks.status != TalksStatus::kHeld || InClass("talks_bargain");
    if (talks.participants.size() > 1) return ArePolitical(talks.participants) && (open || HasPublic(talks));
    const Argument* subject = p_.Find(Slot::kSubject);
    if (subject == nullptr) return InClass("talks_bargain") && somewhen && !talks.topics.empty();
    if (p_.Find(Slot::kObject) != nullptr) return IsGroup(*subject, talks) && InClass("talks_bargain") && somewhen;
    if (!InClass("talks_gathers")) return false;
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

 private:
  bool InClass(std::string_view name) const { return d_.InClass(name, p_.lemma); }

  // Persons, offices and delegations come as guests; no base, no panel, nobody private.
  bool ReceivesGuests(const Event& event) const {
    auto known = [&](const ActorRef& who) { return people_.IsPublic(who); };
    auto body = [&](const ActorRef& who) {
      return who.actor >= 0 && d_.in().cast.actors[static_cast<size_t>(who.actor)].type == ActorType::kOrganization;
    };
    if (std::all_of(event.actors.begin(), event.actors.end(), body)) return false;
    return std::any_of(event.actors.begin(), event.actors.end(), known) ||
           (std::any_of(event.recipients.begin(), event.recipients.end(), known) && ArePolitical(event.actors));
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

  bool ArePolitical(const std::vector<ActorRef>& all) const {
    return std::all_of(all.begin(), all.end(), [&](const ActorRef& who) { return d_.IsPolitical(who); });
  }

  bool HasPublic(const Talks& talks) const {
    return std::any_of(talks.participants.begin(), talks.participants.end(),
                       [&](const ActorRef& who) { return people_.IsPublic(who); });
  }

  // "saw the leader of the Front": of verbs with many senses both sides must be persons of public life.
  bool AreTwoPublic(const Talks& talks) const {
    const auto persons = std::count_if(talks.participants.begin(), talks.participants.end(), [&](const ActorRef& who) {
      return people_.IsPublic(who) && (who.actor < 0 || IsPerson(who));
    });
    return persons > 1;
  }

  bool IsPerson(const ActorRef& who) const {
    const ActorType type = d_.in().cast.actors[static_cast<size_t>(who.actor)].type;
    return type == ActorType::kPerson || type == ActorType::kOffice || type == ActorType::kGroup;
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
    return std::any_of(t_.children(word).begin(), t_.children(word).end(), [&](int c) {
      return c < word && d_.InClass("talks_number", LowerAscii(t_.word(c).form));
    });
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

bool MakesPact(const Dealings& dealings, const Proposition& p) { return Verb(dealings, p).MakesPact(); }

}  // namespace rapporteur
