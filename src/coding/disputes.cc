#include "coding/disputes.h"

#include <algorithm>

#include "base/among.h"
#include "coding/dispute_claims.h"

namespace rapporteur {
namespace {

constexpr int kAnswerWithin = 3;     // sentences between a charge and "denied it"
constexpr int kSameTopicWithin = 8;  // and a denial in words of its own

class Finder {
 public:
  Finder(const Dealings& dealings, const std::vector<Position>& positions)
      : d_(dealings),
        words_(dealings),
        positions_(positions),
        claims_(FindClaims(dealings, words_)),
        denials_(FindDenials(dealings, words_)) {}

  std::vector<Dispute> Find() {
    for (const Event& event : d_.in().events) {
      if (event.type == "ACCUSE" && ToldAsSo(event.status)) EachOther(event);
    }
    for (const Denial& denial : denials_) Deny(denial);
    for (size_t i = 0; i < claims_.size(); ++i) {
      for (size_t j = i + 1; j < claims_.size(); ++j) Contrary(claims_[i], claims_[j], j == i + 1);
    }
    for (const Proposition& p : d_.in().layer.all) Named(p);
    for (int s = 0; s < static_cast<int>(d_.in().trees.size()); ++s) Open(s);
    for (const Event& event : d_.in().events) {
      if (event.type == "REJECT" && ToldAsSo(event.status)) Refused(event);
    }
    for (size_t i = 0; i < positions_.size(); ++i) {
      for (size_t j = i + 1; j < positions_.size(); ++j) Opposed(positions_[i], positions_[j]);
    }
    std::stable_sort(found_.begin(), found_.end(), [](const Dispute& a, const Dispute& b) {
      return a.evidence.front().span < b.evidence.front().span;
    });
    return std::move(found_);
  }

 private:
  bool SameSide(const ActorRef& a, const ActorRef& b) const { return a.span == b.span || d_.SameSide(a, b); }

  // Who speaks with one voice has no quarrel with itself: the same actor, or a state and its government, army or
  // police. Two persons of a state may well differ, and so may a party and its government.
  bool OneVoice(const ActorRef& a, const ActorRef& b) const {
    if (a.span == b.span || (a.actor >= 0 && a.actor == b.actor)) return true;
    return OfTheState(a) && OfTheState(b) && d_.SameParticipant(a, b);
  }

  static bool OfTheState(const ActorRef& who) {
    return who.sectors.empty() || std::any_of(who.sectors.begin(), who.sectors.end(), [](const std::string& sector) {
             return Among(sector, {"GOV", "MIL", "COP", "SPY"});
           });
  }

  bool Has(const std::vector<ActorRef>& list, const ActorRef& who) const {
    return std::any_of(list.begin(), list.end(), [&](const ActorRef& one) { return SameSide(one, who); });
  }

  // Somebody who stands for a state, a body or a trade: quarrels of private people are not the record's.
  bool IsPublic(const ActorRef& who) const {
    if (who.actor >= 0 && d_.in().cast.actors[static_cast<size_t>(who.actor)].type == ActorType::kPopulation)
      return false;
    return !who.code.empty() || !who.sectors.empty();
  }

  static bool StateToState(const ActorRef& a, const ActorRef& b) {
    return !a.code.empty() && !b.code.empty() && a.code != b.code;
  }

  // "A and B accused each other of X", "traded blame".
  void EachOther(const Event& event) {
    const Span words = words_.Clause(event.evidence.front().span);
    if (event.actors.size() < 2 || !words_.HasClass(words, "dispute_mutual")) return;
    Add(words, {{event.actors[0], words}, {event.actors[1], words}}, "accuse each other");
  }

  // What is denied, and who told it: whose claim the words name, else the nearest who charged the denier or told the
  // same thing; what was told before goes before what is told after.
  void Deny(const Denial& denial) {
    const Claim* best = nullptr;
    for (const Claim& claim : claims_) {
      if (claim.who.actor < 0 || OneVoice(claim.who, denial.who) || !Answers(denial, claim)) continue;
      if (best == nullptr || Rank(denial, claim) < Rank(denial, *best)) best = &claim;
    }
    if (best != nullptr && !denial.demand) {
      Add(best->words, {{best->who, best->words}, {denial.who, denial.words}}, "told and denied");
      return;
    }
    if (denial.whose.empty()) {
      if (denial.demand) RefusedDemand(denial);
      return;
    }
    const ActorRef& owner = denial.whose.front();
    if (owner.actor < 0 || OneVoice(owner, denial.who)) return;
    const Span subject = denial.object.empty() ? denial.words : denial.object;
    Add(subject, {{owner, subject}, {denial.who, denial.words}},
        denial.demand ? "asked and refused" : "told and denied");
  }

  bool Answers(const Denial& denial, const Claim& claim) const {
    const int gap = denial.sentence - claim.sentence;
    const bool charged = Has(claim.of, denial.who);
    if (!denial.whose.empty()) return OneVoice(denial.whose.front(), claim.who) && gap >= -1 && gap <= kAnswerWithin;
    const bool before = gap >= 0 && claim.words.end <= denial.words.begin;
    if (denial.bare) {
      if (claim.accuses) return charged && before && gap <= kAnswerWithin;
      return before && gap <= 1;
    }
    const bool part = words_.HasClass(denial.object, "dispute_deed");  // "any involvement": in what was charged
    if (part && Has(claim.blames, denial.who) && before && denial.strict && gap <= kAnswerWithin) return true;
    if (gap < -1 || gap > kSameTopicWithin) return false;
    if (!words_.ShareAbout(denial.object.empty() ? denial.words : denial.object, claim.words)) return false;
    return charged || (!claim.accuses && before && gap <= 1);
  }

  static uint32_t Rank(const Denial& denial, const Claim& claim) {
    const uint32_t after = claim.words.begin > denial.words.begin ? 100000 : 0;
    return DistanceOf(denial.words, claim.words) + after;
  }

  // "refused the demand": who asked it, in the sentences before.
  void RefusedDemand(const Denial& denial) {
    const Event* asked = nullptr;
    for (const Event& event : d_.in().events) {
      if (event.type != "REQUEST" || !ToldAsSo(event.status) || event.actors.empty()) continue;
      const Span trigger = event.evidence.front().span;
      const int gap = denial.sentence - words_.SentenceAt(trigger);
      if (gap < 0 || gap > 2 || trigger.begin > denial.words.begin || Has(event.actors, denial.who)) continue;
      if (event.recipients.empty() || Has(event.recipients, denial.who) || gap <= 1) asked = &event;
    }
    if (asked == nullptr) return;
    const Span words = words_.Clause(asked->evidence.front().span);
    Add(words, {{asked->actors.front(), words}, {denial.who, denial.words}}, "asked and refused");
  }

  // A REQUEST of A to B, and B's REJECT of it.
  void Refused(const Event& refusal) {
    if (refusal.actors.empty()) return;
    const ActorRef& who = refusal.actors.front();
    const Span words = words_.Clause(refusal.evidence.front().span);
    for (const Event& event : d_.in().events) {
      if (event.type != "REQUEST" || !ToldAsSo(event.status) || event.actors.empty()) continue;
      const Span asked = words_.Clause(event.evidence.front().span);
      const int gap = words_.SentenceAt(words) - words_.SentenceAt(asked);
      if (gap < 0 || gap > 2 || Has(event.actors, who) || !Has(event.recipients, who)) continue;
      if (!Has(refusal.recipients, event.actors.front()) && !words_.ShareAbout(words, asked)) continue;
      Add(asked, {{event.actors.front(), asked}, {who, words}}, "asked and refused");
      return;
    }
  }

  // Two who tell it differently, one right after the other: they charge each other, the one says what the other denies
  // in the same words or insists against the other, they count differently.
  void Contrary(const Claim& one, const Claim& other, bool next) {
    const int gap = other.sentence - one.sentence;
    if (gap < 0 || gap > 1 || OneVoice(one.who, other.who) || one.words.overlaps(other.words)) return;
    if (one.who.actor < 0 || other.who.actor < 0 || (!IsPublic(one.who) && !IsPublic(other.who))) return;
    const std::string_view rule = HowContrary(one, other, next);
    if (!rule.empty()) Add(one.words, {{one.who, one.words}, {other.who, other.words}}, rule);
  }

  std::string_view HowContrary(const Claim& one, const Claim& other, bool next) const {
    const int shared = words_.Shared(one.words, other.words);
    const bool answered = Has(one.blames, other.who), against = words_.SetAgainst(other.cue);
    if (other.accuses) {
      const bool alike = std::any_of(one.blames.begin(), one.blames.end(),
                                     [&](const ActorRef& blamed) { return Has(other.blames, blamed); });
      const bool back = Has(other.blames, one.who) && (answered || (one.accuses && shared > 0)) && !alike;
      return back ? "accuse each other" : "";
    }
    if (one.accuses && other.statement < 0) return {};
    if (words_.TollsDiffer(one.words, other.words) && (other.counts || (against && shared > 0)))
      return "count differently";
    const bool denied = shared > 1 && words_.Contradict(one.words, other.words);
    if (denied && (answered || !one.accuses)) return "told and denied";
    if (answered && (other.firm || (against && shared > 0))) return "told and answered";
    if (one.accuses) return {};
    if (against && (shared > 1 || one.firm)) return "told and answered";
    if (other.firm && (one.firm || against) && shared > 0) return "told and answered";
    if (other.insists &&
        (shared > 0 || Has(one.of, other.who) || (next && (against || StateToState(one.who, other.who)))))
      return "told and answered";
    return {};
  }

  // "a row between A and B over X", "A disagrees with B on X", "A and B both claim X".
  void Named(const Proposition& p) {
    const bool noun = p.kind == PredicateKind::kNoun && d_.InClass("dispute_noun", p.lemma);
    const bool verb = p.kind == PredicateKind::kVerb && d_.InClass("dispute_verb", p.lemma);
    const bool claim = p.kind == PredicateKind::kVerb && d_.InClass("dispute_claim", p.lemma);
    if ((!noun && !verb && !claim && !Traded(p)) || p.negated) return;
    const auto index = static_cast<int>(&p - d_.in().layer.all.data());
    if (!ToldAsSo(d_.in().status.Read(index).status)) return;
    const std::vector<ActorRef> sides = SidesOf(p, claim);
    if (sides.size() < 2 || OneVoice(sides[0], sides[1])) return;
    const Span subject = SubjectOf(p, claim);
    if (subject.empty()) return;
    Add(subject, {{sides[0], subject}, {sides[1], subject}}, "named as a dispute");
  }

  // "Whether aid gets through remains in dispute", "two stories are told of it": what the next two sides say.
  void Open(int sentence) {
    const Span topic = words_.OpenQuestion(sentence);
    if (topic.empty()) return;
    const Claim* first = nullptr;
    for (const Claim& claim : claims_) {
      if (claim.sentence < sentence || claim.words.begin < topic.begin) continue;
      if (claim.sentence > sentence + kAnswerWithin) return;
      if (first == nullptr) {
        first = &claim;
      } else if (!OneVoice(first->who, claim.who) &&
                 (words_.Shared(first->words, claim.words) > 1 || words_.TollsDiffer(first->words, claim.words))) {
        Add(topic, {{first->who, first->words}, {claim.who, claim.words}}, "left open");
        return;
      }
    }
  }

  std::vector<ActorRef> SidesOf(const Proposition& p, bool only_subjects) const {
    std::vector<ActorRef> sides;
    if (p.kind == PredicateKind::kNoun) sides = d_.SidesBefore(p);
    for (const Argument& a : p.arguments) {
      const bool owner = a.slot == Slot::kSubject || a.slot == Slot::kPossessor;
      const bool with = a.slot == Slot::kOblique && Among(a.prep, {"between", "with", "from"});
      if (!owner && (!with || only_subjects)) continue;
      d_.AddOnce(sides, d_.in().matcher.Actors(p.sentence, a.word, false, owner));
    }
    return sides;
  }

  // "traded blame", "exchanged accusations", "gave conflicting accounts"
  bool Traded(const Proposition& p) const {
    const Argument* object = p.Find(Slot::kObject);
    if (p.kind != PredicateKind::kVerb || object == nullptr) return false;
    const Tree& t = d_.tree(p);
    const std::string lemma = LowerAscii(t.word(object->word).lemma);
    if (d_.InClass("dispute_trade", p.lemma) && d_.InClass("dispute_barb", lemma)) return true;
    return d_.InClass("dispute_account", lemma) &&
           words_.HasClass(t.span(t.first(object->word), object->word), "dispute_conflicting");
  }

  Span SubjectOf(const Proposition& p, bool claim) const {
    const Tree& t = d_.tree(p);
    for (const Argument& a : p.arguments) {
      const bool over = a.slot == Slot::kOblique && Among(a.prep, {"over", "about", "on", "regarding", "concerning"});
      if (over || (claim && a.slot == Slot::kObject)) return d_.Words(t, a.word);
    }
    return claim ? Span{} : words_.Clause(t.span(p.word, p.word));
  }

  void Opposed(const Position& a, const Position& b) {
    if (a.holder.actor == b.holder.actor || OneVoice(a.holder, b.holder)) return;
    const bool contrary = (a.stance == Stance::kFor && b.stance == Stance::kAgainst) ||
                          (a.stance == Stance::kAgainst && b.stance == Stance::kFor);
    if (Contrasted(a, b)) {
      Add(a.proposition, {{a.holder, a.proposition}, {b.holder, b.proposition}}, "held against each other");
    } else if (contrary && AskedOf(a, b)) {
      Add(a.proposition, {{a.holder, a.proposition}, {b.holder, b.proposition}}, "asked and refused");
    } else if (contrary && SameSubject(a, b)) {
      Add(a.proposition, {{a.holder, a.proposition}, {b.holder, b.proposition}}, "for and against");
    }
  }

  // "X holds A, while Y holds B": the words of each stand in clauses that the sentence sets against each other.
  bool Contrasted(const Position& a, const Position& b) const {
    const Span first = a.evidence.front().span, second = b.evidence.front().span;
    const int s = words_.SentenceAt(first);
    if (s < 0 || s != words_.SentenceAt(second) || !(a.proposition.end <= second.begin)) return false;
    if (ToldByAnother(a, b)) return false;
    const Tree& t = d_.in().trees[static_cast<size_t>(s)];
    // The conjunction stands on the verb that holds it, or on what that hangs on: "while B insists that it must close".
    int verb = words_.WordsOf(second).second;
    for (int steps = 0; verb >= 0 && steps < 3 && t.word(verb).span.begin >= a.proposition.end; ++steps) {
      for (int c : t.children(verb)) {
        const bool opens = t.rel(c) == Rel::kMark || t.rel(c) == Rel::kCc || t.rel(c) == Rel::kAdvmod;
        if (opens && c < verb &&
            Among(LowerAscii(t.word(c).form), {"while", "whereas", "but", "whilst", "although", "though"}))
          return true;
      }
      verb = t.head(verb);
    }
    return false;
  }

  // Both in the words of somebody who is neither: his picture of them, not their quarrel.
  bool ToldByAnother(const Position& a, const Position& b) const {
    const int statement = d_.in().told.Innermost(a.evidence.front().span.begin);
    if (statement < 0 || statement != d_.in().told.Innermost(b.evidence.front().span.begin)) return false;
    const std::optional<ActorRef>& speaker = d_.in().told.statements()[static_cast<size_t>(statement)].speaker;
    return speaker && !OneVoice(*speaker, a.holder) && !OneVoice(*speaker, b.holder);
  }

  // "A wants B to withdraw; B is against it": what one wishes of the other, who is against it right after.
  bool AskedOf(const Position& a, const Position& b) const {
    const int gap = words_.SentenceAt(b.proposition) - words_.SentenceAt(a.proposition);
    if (a.stance != Stance::kFor || gap < 0 || gap > 1 || a.proposition.overlaps(b.proposition)) return false;
    if (!IsPublic(a.holder) || !IsPublic(b.holder)) return false;
    if (!words_.HasClass(b.evidence.front().span, "dispute_reject") || words_.HasClass(b.proposition, "accusation"))
      return false;
    return std::any_of(a.about.begin(), a.about.end(), [&](const About& about) {
      return about.item && about.item->kind == ItemKind::kActor &&
             (about.item->index == b.holder.actor || SameCode(about.item->index, b.holder));
    });
  }

  bool SameCode(int actor, const ActorRef& who) const {
    const std::string& code = d_.in().cast.actors[static_cast<size_t>(actor)].code;
    return !code.empty() && code == who.code;
  }

  // An agreement or talks that both are about, the same words, or "it" right after; the same actor is not enough.
  bool SameSubject(const Position& a, const Position& b) const {
    if (a.proposition.overlaps(b.proposition)) return a.proposition == b.proposition;
    for (const About& one : a.about) {
      for (const About& other : b.about) {
        if (one.item && other.item && *one.item == *other.item && one.item->kind != ItemKind::kActor) return true;
      }
    }
    const int gap = words_.SentenceAt(b.proposition) - words_.SentenceAt(a.proposition);
    if (gap < 0 || gap > 1 || !IsPublic(a.holder) || !IsPublic(b.holder)) return false;
    return words_.SameTopic(a.proposition, b.proposition) || IsPronoun(b.proposition);
  }

  bool IsPronoun(Span span) const {
    const auto [first, last] = words_.WordsOf(span);
    return first >= 0 && first == last &&
           d_.in().trees[static_cast<size_t>(words_.SentenceAt(span))].word(first).upos == Upos::kPron;
  }

  void Add(Span subject, std::vector<DisputeSide> sides, std::string_view rule) {
    for (Dispute& known : found_) {
      if (SidesMeet(known, sides) && (SameWords(known, sides) || words_.ShareAbout(known.subject, subject))) return;
      if (known.subject != subject || known.by.rule != "dispute:" + std::string(rule)) continue;
      // A third party on the same thing: one dispute of several sides.
      for (const DisputeSide& side : sides) {
        if (SidesMeet(known, {side})) continue;
        known.sides.push_back(side);
        known.evidence.push_back({"holds", side.holds});
      }
      return;
    }
    Dispute dispute;
    dispute.subject = subject;
    dispute.sides = std::move(sides);
    dispute.evidence.push_back({"subject", subject});
    for (const DisputeSide& side : dispute.sides) dispute.evidence.push_back({"holds", side.holds});
    dispute.confidence = 0.7;
    dispute.by.rule = "dispute:" + std::string(rule);
    found_.push_back(std::move(dispute));
  }

  bool SidesMeet(const Dispute& known, const std::vector<DisputeSide>& sides) const {
    return std::all_of(sides.begin(), sides.end(), [&](const DisputeSide& side) {
      return std::any_of(known.sides.begin(), known.sides.end(),
                         [&](const DisputeSide& other) { return SameSide(side.who, other.who); });
    });
  }

  static bool SameWords(const Dispute& known, const std::vector<DisputeSide>& sides) {
    return std::any_of(sides.begin(), sides.end(), [&](const DisputeSide& side) {
      return std::any_of(known.sides.begin(), known.sides.end(),
                         [&](const DisputeSide& other) { return side.holds.overlaps(other.holds); });
    });
  }

  const Dealings& d_;
  DisputeWords words_;
  const std::vector<Position>& positions_;
  std::vector<Claim> claims_;
  std::vector<Denial> denials_;
  std::vector<Dispute> found_;
};

}  // namespace

std::vector<Dispute> FindDisputes(const Dealings& dealings, const std::vector<Position>& positions) {
  return Finder(dealings, positions).Find();
}

}  // namespace rapporteur
