#include "coding/dispute_sides.h"

#include <algorithm>

#include "base/among.h"

namespace rapporteur {
namespace {

bool OfTheState(const ActorRef& who) {
  return who.sectors.empty() || std::any_of(who.sectors.begin(), who.sectors.end(), [](const std::string& sector) {
           return Among(sector, {"GOV", "MIL", "COP", "SPY"});
         });
}

}  // namespace

bool DisputeSides::OneVoice(const ActorRef& a, const ActorRef& b) const {
  if (a.actor >= 0 && b.actor >= 0 ? a.actor == b.actor : a.span == b.span) return true;
  return OfTheState(a) && OfTheState(b) && d_.SameParticipant(a, b);
}

bool DisputeSides::Has(const std::vector<ActorRef>& list, const ActorRef& who) const {
  return std::any_of(list.begin(), list.end(), [&](const ActorRef& one) { return SameSide(one, who); });
}

std::optional<ActorRef> DisputeSides::Who(const Proposition& p) const {
  const std::vector<ActorRef> who = d_.Subjects(p);
  if (!who.empty()) return who.front();
  const Argument* subject = p.Find(Slot::kSubject);
  if (subject == nullptr) return std::nullopt;
  const Tree& t = d_.tree(p);
  if (!(t.word(subject->word).upos == Upos::kNoun || t.word(subject->word).upos == Upos::kPropn)) return std::nullopt;
  if (d_.in().lexicon.FindAgent(LowerAscii(t.word(subject->word).lemma)) == nullptr &&
      t.word(subject->word).upos != Upos::kPropn)
    return std::nullopt;
  return ActorRef{-1, "", {}, d_.Words(t, subject->word, false)};
}

bool DisputeSides::IsPublic(const ActorRef& who) const {
  if (who.actor >= 0 && d_.in().cast.actors[static_cast<size_t>(who.actor)].type == ActorType::kPopulation)
    return false;
  return !who.code.empty() || !who.sectors.empty();
}

bool DisputeSides::IsParty(const ActorRef& who) const {
  if (IsPublic(who)) return true;
  if (who.actor < 0) return false;
  const ActorType type = d_.in().cast.actors[static_cast<size_t>(who.actor)].type;
  return type != ActorType::kPopulation && type != ActorType::kOrganization;
}

bool DisputeSides::IsPartOf(const ActorRef& one, const ActorRef& other) const {
  if (one.actor < 0 || other.actor < 0) return one.span.overlaps(other.span);
  const auto among = [&](const ActorRef& whole, const ActorRef& part) {
    const std::vector<int>& members = d_.in().cast.actors[static_cast<size_t>(whole.actor)].members;
    return std::find(members.begin(), members.end(), part.actor) != members.end();
  };
  return among(one, other) || among(other, one);
}

bool DisputeSides::IsOwner(const ActorRef& who) const {
  const int s = d_.content().SentenceAt(who.span.begin);
  if (s < 0) return false;
  const Tree& t = d_.in().trees[static_cast<size_t>(s)];
  for (int w = t.size() - 1; w >= 0; --w) {
    if (who.span.contains(t.word(w).span)) return t.rel(w) == Rel::kNmodPoss;
  }
  return false;
}

bool DisputeSides::MayTell(const ActorRef& who) const {
  if (Among(LowerAscii(who.span.of(d_.in().text)), {"its", "their", "his", "my", "our", "your"})) return false;
  if (who.actor >= 0) return true;
  const int s = d_.content().SentenceAt(who.span.begin);
  if (s < 0) return false;
  const Tree& t = d_.in().trees[static_cast<size_t>(s)];
  for (int w = t.size() - 1; w >= 0; --w) {
    if (!who.span.contains(t.word(w).span)) continue;
    const std::string lemma = LowerAscii(t.word(w).lemma);
    if (d_.InClass("dispute_document", lemma) || d_.in().lexicon.FindAgent(lemma) != nullptr) return true;
  }
  return false;
}

bool DisputeSides::IsSeveral(const ActorRef& who) const {
  if (who.actor >= 0 && !d_.in().cast.actors[static_cast<size_t>(who.actor)].members.empty()) return true;
  const std::string words = LowerAscii(who.span.of(d_.in().text));
  const std::string_view first = std::string_view(words).substr(0, words.find(' '));
  return Among(first, {"both", "each", "two", "all", "neither", "either", "other"}) ||
         Among(words, {"they", "sides", "the sides", "parties", "the parties", "side", "rivals", "the two"});
}

}  // namespace rapporteur
