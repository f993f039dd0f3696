#include "coding/agreement_verbs.h"

#include <algorithm>

#include "base/among.h"
#include "coding/agreement_mentions.h"
#include "coding/agreement_term.h"

namespace rapporteur {

bool AgreementVerbs::AreTwo(const ActorRef& a, const ActorRef& b) const {
  if (a.actor >= 0 && a.actor == b.actor) return false;
  if (!d_.SameSide(a, b)) return true;
  const auto body = [&](const ActorRef& who) {
    const ActorType type = who.actor < 0 ? ActorType::kGroup : d_.in().cast.actors[static_cast<size_t>(who.actor)].type;
    return type == ActorType::kGroup || type == ActorType::kOrganization;
  };
  return body(a) && body(b);
}

// "agreed on an exchange of prisoners", "the swap was agreed by".
bool AgreementVerbs::AgreesOnDeed(const Proposition& p) const {
  const Tree& t = d_.tree(p);
  return std::any_of(p.arguments.begin(), p.arguments.end(), [&](const Argument& a) {
    const bool what =
        (a.slot == Slot::kObject && p.passive) || (a.slot == Slot::kOblique && Among(a.prep, {"on", "to"}));
    const std::string lemma = LowerAscii(t.word(a.word).lemma);
    return what && t.word(a.word).upos == Upos::kNoun && !d_.InClass("agreement_noun", lemma) &&
           !d_.InClass("agreement_weak", lemma) && !d_.InClass("talks_noun", lemma) &&
           !InDate(d_, p.sentence, a.word) && t.child(a.word, {Rel::kNmod}) >= 0 &&
           !ClassOfTerm(d_, p.sentence, a.word).empty();
  });
}

// Whether they agree to do something other than to talk.
bool AgreementVerbs::AgreesToDo(const Proposition& p) const {
  const Tree& t = d_.tree(p);
  for (int c : t.children(p.word)) {
    const Proposition* clause = c > p.word ? d_.in().layer.At(p.sentence, c) : nullptr;
    if (clause == nullptr || clause->kind != PredicateKind::kVerb) continue;
    const Rel rel = t.rel(c);
    const bool to = (rel == Rel::kXcomp || rel == Rel::kAdvcl) && clause->mark == "to";
    const bool that = rel == Rel::kCcomp && Among(clause->modal, {"will", "would", "must", "shall"});
    if ((to || that) && !d_.InClass("talks_verb", clause->lemma)) return true;
  }
  return false;
}

// Whom one side met before it agreed: "after meeting the committee, she agreed to".
std::vector<ActorRef> AgreementVerbs::MetBefore(const Proposition& p) const {
  const Tree& t = d_.tree(p);
  for (int c : t.children(p.word)) {
    const Proposition* met = d_.in().layer.At(p.sentence, c);
    if (met == nullptr || t.rel(c) != Rel::kAdvcl || !d_.InClass("talks_meets", met->lemma)) continue;
    for (const Argument& a : met->arguments) {
      if (a.slot == Slot::kObject || (a.slot == Slot::kOblique && a.prep == "with"))
        return sides_.Of(p.sentence, a.word);
    }
  }
  return {};
}

// "the two presidents", "local commanders", "the rival generals": one actor of the record that is several sides.
bool AgreementVerbs::IsCounted(const ActorRef& who) const {
  if (who.actor < 0) return false;
  const CastActor& actor = d_.in().cast.actors[static_cast<size_t>(who.actor)];
  return actor.type == ActorType::kGroup &&
         std::any_of(actor.aliases.begin(), actor.aliases.end(), [&](const std::string& alias) {
           const std::string first = LowerAscii(alias.substr(0, alias.find(' ')));
           const std::string last = LowerAscii(alias.substr(alias.rfind(' ') + 1));
           return InClass(d_.in().lexicon.classes(), "agreement_delegates", last) ||
                  Among(first, {"two", "both", "three", "four", "five", "six", "seven", "rival", "warring", "all"});
         });
}

// Whether what is agreed is an agreement by its noun, or talks: told by a mention of its own, or none.
bool AgreementVerbs::NamesAgreement(const Proposition& p) const {
  const Tree& t = d_.tree(p);
  return std::any_of(p.arguments.begin(), p.arguments.end(), [&](const Argument& a) {
    if (a.slot != Slot::kObject && a.slot != Slot::kOblique) return false;
    const std::string lemma = LowerAscii(t.word(a.word).lemma);
    return d_.InClass("agreement_noun", lemma) || d_.InClass("agreement_weak", lemma) ||
           d_.InClass("talks_noun", lemma);
  });
}

// "came to terms", "shook hands on a quota", "settled on 140,000 tonnes", "buried the hatchet".
bool AgreementVerbs::Settles(const Proposition& p) const {
  const Tree& t = d_.tree(p);
  const Argument* object = p.Find(Slot::kObject);
  const std::string with = object == nullptr ? "" : " " + LowerAscii(t.word(object->word).lemma);
  if (d_.InClass("agreement_settle", p.lemma + with)) return true;
  return std::any_of(p.arguments.begin(), p.arguments.end(), [&](const Argument& a) {
    if (a.slot != Slot::kOblique) return false;
    const std::string key = p.lemma + with + " " + a.prep;
    return d_.InClass("agreement_settle", key) ||
           d_.InClass("agreement_settle", key + " " + LowerAscii(t.word(a.word).lemma));
  });
}

// "Both sides accepted the mediators' proposal."
bool AgreementVerbs::Accepts(const Proposition& p) const {
  const Argument* object = p.Find(Slot::kObject);
  return object != nullptr && d_.InClass("agreement_accept", p.lemma) &&
         d_.InClass("agreement_offer", LowerAscii(d_.tree(p).word(object->word).lemma));
}

// "The two sides pledged each other", "both parties undertook to", "the ministers jointly vowed to".
bool AgreementVerbs::UndertakesJointly(const Proposition& p, int subject) const {
  const Tree& t = d_.tree(p);
  if (!d_.InClass("agreement_undertake", p.lemma) || !AgreesToDo(p)) return false;
  if (sides_.Collective(p.sentence, subject) && t.word(subject).upos != Upos::kPron) return true;
  return std::any_of(t.children(p.word).begin(), t.children(p.word).end(), [&](int c) {
    return Among(LowerAscii(t.word(c).lemma), {"jointly", "mutually", "reciprocally"}) ||
           (c > p.word && Among(LowerAscii(t.word(c).form), {"each"}));
  });
}

std::vector<ActorRef> AgreementVerbs::Sides(int index) const {
  const Proposition& p = d_.proposition(index);
  const Argument* subject = p.Find(Slot::kSubject);
  if (subject == nullptr) return {};
  const bool agrees = d_.InClass("agreement_agree", p.lemma) && (AgreesToDo(p) || AgreesOnDeed(p));
  const bool settles = !agrees && !NamesAgreement(p) && Settles(p);
  if (!agrees && !settles && !Accepts(p) && !UndertakesJointly(p, subject->word)) return {};
  if (!ToldAsSo(d_.in().status.Read(index).status)) return {};
  std::vector<ActorRef> sides = sides_.Of(p.sentence, subject->word);
  if (const Argument* with = p.Find(Slot::kOblique, "with"); with != nullptr && !sides.empty())
    d_.AddOnce(sides, sides_.Of(p.sentence, with->word));
  if (sides.size() < 2 && sides_.Collective(p.sentence, subject->word)) {
    std::vector<ActorRef> pair = sides_.PairBefore(p.sentence, subject->word);
    if (pair.size() > 1) sides = std::move(pair);
  }
  if (sides.empty() && sides_.Collective(p.sentence, subject->word) &&
      d_.tree(p).word(subject->word).upos != Upos::kPron) {
    return {ActorRef{-1, {}, {}, d_.Words(d_.tree(p), subject->word, false)}};  // "both sides", whoever they are
  }
  if (sides.size() == 1 && agrees) d_.AddOnce(sides, MetBefore(p));
  if (sides.size() == 1 && IsCounted(sides[0])) return sides;
  if (sides.size() < 2 || !AreTwo(sides[0], sides[1])) return {};
  return sides;
}

}  // namespace rapporteur
