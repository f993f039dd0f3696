#include "coding/disputes.h"

#include <algorithm>

#include "base/among.h"

namespace rapporteur {
namespace {

bool ToldAsSo(EventStatus status) {
  return status == EventStatus::kActual || status == EventStatus::kOngoing || status == EventStatus::kHistorical;
}

class Finder {
 public:
  Finder(const Dealings& dealings, const std::vector<Position>& positions) : d_(dealings), positions_(positions) {}

  std::vector<Dispute> Find() {
    for (const Event& event : d_.in().events) {
      if (event.type == "ACCUSE") Accused(event);
    }
    for (const Event& event : d_.in().events) {
      if (event.status == EventStatus::kNegated && !event.asserted_by.empty()) Denied(event);
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
  static Span Trigger(const Event& event) { return event.evidence.front().span; }

  int SentenceAt(Span span) const { return d_.content().SentenceAt(span.begin); }

  // The words that a trigger governs, to its clause's end; the trigger alone where it governs nothing.
  Span Clause(Span trigger) const {
    const int s = SentenceAt(trigger);
    if (s < 0) return trigger;
    const Tree& t = d_.in().trees[static_cast<size_t>(s)];
    for (int w = 0; w < t.size(); ++w) {
      if (!t.word(w).span.overlaps(trigger)) continue;
      int last = w;
      for (int c : t.children(w)) {
        if (c > w && t.rel(c) != Rel::kConj && t.rel(c) != Rel::kParataxis && t.rel(c) != Rel::kPunct)
          last = std::max(last, t.last(c));
      }
      return d_.content().Trim(t.span(w, last));
    }
    return trigger;
  }

  // "A accused B of X" and B denies; "A and B accused each other of X".
  void Accused(const Event& event) {
    if (!ToldAsSo(event.status)) return;
    const Span words = Clause(Trigger(event));
    if (event.recipients.empty() && event.actors.size() > 1 && EachOther(words)) {
      Add(words, {{event.actors[0], words}, {event.actors[1], words}}, "accuse each other");
      return;
    }
    for (const ActorRef& accused : event.recipients) {
      const std::optional<DisputeSide> denial = Denial(accused, Trigger(event));
      if (!denial || event.actors.empty()) continue;
      Add(words, {{event.actors.front(), words}, *denial}, "accused and denied");
      return;
    }
    for (const ActorRef& accused : event.recipients) {
      const Position* refusal = Refusal(accused, Trigger(event));
      if (refusal == nullptr || event.actors.empty()) continue;
      Add(words, {{event.actors.front(), words}, {refusal->holder, refusal->proposition}}, "accused and rejected");
      return;
    }
  }

  // The nearest denial by somebody of a side: "denied having fired", "dismissed the charge".
  std::optional<DisputeSide> Denial(const ActorRef& side, Span from) const {
    std::optional<DisputeSide> best;
    for (size_t i = 0; i < d_.in().layer.all.size(); ++i) {
      const Proposition& p = d_.proposition(static_cast<int>(i));
      if (!IsDenial(p)) continue;
      const Span words = Clause(d_.tree(p).span(p.word, p.word));
      if (best && Distance(words, from) >= Distance(best->holds, from)) continue;
      if (!ToldAsSo(d_.in().status.Read(static_cast<int>(i)).status)) continue;
      for (const ActorRef& who : d_.Subjects(p)) {
        if (!d_.SameSide(who, side)) continue;
        best = DisputeSide{who, words};
        break;
      }
    }
    return best;
  }

  bool IsDenial(const Proposition& p) const {
    if (p.kind != PredicateKind::kVerb || p.negated) return false;
    const CueTable& cues = d_.in().lexicon.cues();
    const std::vector<uint32_t>& lines = cues.Find(PredicatePos::kVerb, p.lemma);
    return !lines.empty() && cues.lines()[lines.front()].kind == "deny";
  }

  const Position* Refusal(const ActorRef& side, Span from) const {
    const Position* best = nullptr;
    for (const Position& position : positions_) {
      if (position.stance != Stance::kAgainst || !d_.SameSide(position.holder, side)) continue;
      if (!SaysClass(position.proposition, "accusation")) continue;
      if (best == nullptr || Distance(position.proposition, from) < Distance(best->proposition, from)) best = &position;
    }
    return best;
  }

  // "each other", "one another", "traded accusations"
  bool EachOther(Span span) const {
    const std::string words =
        LowerAscii(std::string_view(d_.in().report.text.utf8).substr(span.begin, span.end - span.begin));
    return words.find("each other") != std::string::npos || words.find("one another") != std::string::npos ||
           words.starts_with("trade");
  }

  bool SaysClass(Span span, std::string_view name) const {
    const int s = SentenceAt(span);
    if (s < 0) return false;
    const Tree& t = d_.in().trees[static_cast<size_t>(s)];
    for (int w = 0; w < t.size(); ++w) {
      if (t.word(w).span.overlaps(span) && d_.InClass(name, LowerAscii(t.word(w).lemma))) return true;
    }
    return false;
  }

  static uint32_t Distance(Span a, Span b) { return a.begin > b.begin ? a.begin - b.begin : b.begin - a.begin; }

  // What one side denies and another, or the report, tells as having happened.
  void Denied(const Event& denied) {
    const ActorRef& denier = denied.asserted_by.back();
    for (const Event& told : d_.in().events) {
      if (&told == &denied || told.type != denied.type || !ToldAsSo(told.status) || told.asserted_by.empty()) continue;
      const ActorRef& teller = told.asserted_by.back();
      if (d_.SameSide(teller, denier) || (teller.actor >= 0 && teller.actor == denier.actor)) continue;
      if (!ShareWords(denied, told)) continue;
      const Span denial = Clause(Trigger(denied)), words = Clause(Trigger(told));
      Add(denial, {{denier, denial}, {teller, words}}, "denied and told");
      return;
    }
  }

  // The same act: a common recipient or the same word for it.
  bool ShareWords(const Event& a, const Event& b) const {
    for (const ActorRef& one : a.recipients) {
      for (const ActorRef& other : b.recipients) {
        if (one.actor >= 0 && one.actor == other.actor) return true;
      }
    }
    return a.by.rule == b.by.rule && a.mode == b.mode;
  }

  void Opposed(const Position& a, const Position& b) {
    if (a.holder.actor == b.holder.actor || d_.SameSide(a.holder, b.holder)) return;
    const bool contrary = (a.stance == Stance::kFor && b.stance == Stance::kAgainst) ||
                          (a.stance == Stance::kAgainst && b.stance == Stance::kFor);
    if (Contrasted(a, b)) {
      Add(a.proposition, {{a.holder, a.proposition}, {b.holder, b.proposition}}, "held against each other");
    } else if (contrary && SameSubject(a, b)) {
      Add(a.proposition, {{a.holder, a.proposition}, {b.holder, b.proposition}}, "for and against");
    }
  }

  // "X holds A, while Y holds B": the words of each stand in clauses that the sentence sets against each other.
  bool Contrasted(const Position& a, const Position& b) const {
    const Span first = a.evidence.front().span, second = b.evidence.front().span;
    const int s = SentenceAt(first);
    if (s < 0 || s != SentenceAt(second) || !(a.proposition.end <= second.begin)) return false;
    const Tree& t = d_.in().trees[static_cast<size_t>(s)];
    int verb = -1;
    for (int w = 0; w < t.size(); ++w) {
      if (t.word(w).span.overlaps(second)) verb = w;
    }
    if (verb < 0) return false;
    for (int c : t.children(verb)) {
      const bool opens = t.rel(c) == Rel::kMark || t.rel(c) == Rel::kCc || t.rel(c) == Rel::kAdvmod;
      if (opens && c < verb &&
          Among(LowerAscii(t.word(c).form), {"while", "whereas", "but", "whilst", "although", "though"}))
        return true;
    }
    return false;
  }

  // An agreement or talks that both are about, or the same words; the same actor is not enough.
  static bool SameSubject(const Position& a, const Position& b) {
    if (a.proposition.overlaps(b.proposition)) return true;
    for (const About& one : a.about) {
      for (const About& other : b.about) {
        if (one.item && other.item && *one.item == *other.item && one.item->kind != ItemKind::kActor) return true;
      }
    }
    return false;
  }

  void Add(Span subject, std::vector<DisputeSide> sides, std::string_view rule) {
    for (const Dispute& known : found_) {
      const bool same_subject = known.subject.overlaps(subject);
      const bool same_sides = SidesMeet(known, sides);
      if ((same_subject && same_sides) || (same_sides && WordsMeet(known, sides))) return;
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
      return std::any_of(known.sides.begin(), known.sides.end(), [&](const DisputeSide& other) {
        return side.who.actor == other.who.actor || d_.SameSide(side.who, other.who);
      });
    });
  }

  static bool WordsMeet(const Dispute& known, const std::vector<DisputeSide>& sides) {
    return std::any_of(sides.begin(), sides.end(), [&](const DisputeSide& side) {
      return std::any_of(known.sides.begin(), known.sides.end(),
                         [&](const DisputeSide& other) { return side.holds.overlaps(other.holds); });
    });
  }

  const Dealings& d_;
  const std::vector<Position>& positions_;
  std::vector<Dispute> found_;
};

}  // namespace

std::vector<Dispute> FindDisputes(const Dealings& dealings, const std::vector<Position>& positions) {
  return Finder(dealings, positions).Find();
}

}  // namespace rapporteur
