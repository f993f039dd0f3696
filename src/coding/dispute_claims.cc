#include "coding/dispute_claims.h"

#include <algorithm>

#include "base/among.h"

namespace rapporteur {
namespace {

class ClaimFinder {
 public:
  ClaimFinder(const Dealings& dealings, const DisputeWords& words) : d_(dealings), words_(words) {}

  std::vector<Claim> Find() {
    for (const Event& event : d_.in().events) {
      if (event.type != "ACCUSE" || !ToldAsSo(event.status) || event.actors.empty()) continue;
      const Span words = words_.Clause(event.evidence.front().span);
      Claim claim;
      claim.who = event.actors.front();
      claim.of = claim.blames = event.recipients;
      claim.words = words;
      claim.sentence = words_.SentenceAt(words);
      claim.accuses = true;
      found_.push_back(std::move(claim));
    }
    const std::vector<Statement>& statements = d_.in().told.statements();
    for (size_t i = 0; i < statements.size(); ++i) Stated(static_cast<int>(i), statements[i]);
    for (const Proposition& p : d_.in().layer.all) Counted(p);
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Claim& a, const Claim& b) { return a.words.begin < b.words.begin; });
    return std::move(found_);
  }

 private:
  void Stated(int index, const Statement& statement) {
    if (!statement.speaker || statement.content.empty() || !Tells(statement.content)) return;
    Claim claim;
    claim.who = *statement.speaker;
    claim.words = statement.content;
    claim.sentence = words_.SentenceAt(statement.content);
    claim.statement = index;
    claim.cue = statement.cue;
    claim.insists = !statement.cue.empty() && words_.HasClass(statement.cue, "dispute_insist");
    claim.firm = !statement.cue.empty() && words_.HasClass(statement.cue, "dispute_firm");
    for (const Event& event : d_.in().events) {
      if (event.statement != index) continue;
      d_.AddOnce(claim.of, event.actors);
      d_.AddOnce(claim.of, event.recipients);
      if (event.quad >= 3) d_.AddOnce(claim.blames, event.actors);
    }
    for (const Proposition& p : d_.in().layer.all) {
      if (p.sentence != claim.sentence || !statement.content.contains(d_.tree(p).word(p.word).span)) continue;
      const Argument* subject = p.Find(Slot::kSubject);
      if (subject != nullptr) d_.AddOnce(claim.of, d_.in().matcher.Actors(p.sentence, subject->word, false, true));
    }
    found_.push_back(std::move(claim));
  }

  // A sentence of its own: what somebody wants to do, or the name of a thing, can be neither so nor not so.
  bool Tells(Span content) const {
    if (content.of(d_.in().text).starts_with("to ")) return false;
    return std::any_of(d_.in().layer.all.begin(), d_.in().layer.all.end(), [&](const Proposition& p) {
      return p.kind != PredicateKind::kNoun && !p.infinitive && !p.participle &&
             content.contains(d_.tree(p).word(p.word).span);
    });
  }

  // "The ministry puts the number at six", "doctors counted 50 dead".
  void Counted(const Proposition& p) {
    if (p.kind != PredicateKind::kVerb || p.negated || !d_.InClass("dispute_count", p.lemma)) return;
    const Tree& t = d_.tree(p);
    const Span words = words_.Clause(t.span(p.word, p.word));
    if (!words_.HasNumber(words) || d_.in().told.Innermost(t.word(p.word).span.begin) >= 0) return;
    const std::vector<ActorRef> who = d_.Subjects(p);
    if (who.empty()) return;
    Claim claim;
    claim.who = who.front();
    claim.words = words;
    claim.sentence = p.sentence;
    claim.counts = true;
    found_.push_back(std::move(claim));
  }

  const Dealings& d_;
  const DisputeWords& words_;
  std::vector<Claim> found_;
};

class DenialFinder {
 public:
  DenialFinder(const Dealings& dealings, const DisputeWords& words) : d_(dealings), words_(words) {}

  std::vector<Denial> Find() {
    for (size_t i = 0; i < d_.in().layer.all.size(); ++i) {
      const Proposition& p = d_.proposition(static_cast<int>(i));
      if (p.negated) {
        if (d_.InClass("dispute_confirm", p.lemma)) Unconfirmed(p);
        continue;
      }
      if (p.kind == PredicateKind::kVerb) Verb(p, static_cast<int>(i));
      if (Baseless(p)) False(p);
      if (d_.InClass("dispute_false", p.lemma)) False(p);
    }
    return std::move(found_);
  }

 private:
  // "denied it", "rejected Norvia's claim", "dismissed the charge as absurd", "denies having fired"
  void Verb(const Proposition& p, int index) {
    const bool denies = d_.InClass("dispute_deny", p.lemma), rejects = d_.InClass("dispute_reject", p.lemma);
    const Argument* object = p.Find(Slot::kObject);
    const bool calls = d_.InClass("dispute_call", p.lemma) && object != nullptr && CalledFalse(p);
    if (!denies && !rejects && !calls) return;
    if (!ToldAsSo(d_.in().status.Read(index).status)) return;
    const std::vector<ActorRef> who = d_.Subjects(p);
    if (who.empty()) return;
    const Tree& t = d_.tree(p);
    Denial denial;
    denial.who = who.front();
    denial.words = words_.Clause(t.span(p.word, p.word));
    denial.sentence = p.sentence;
    denial.strict = denies;
    if (object == nullptr) {
      denial.bare = p.Find(Slot::kClause) == nullptr;
      if (!denies) return;
    } else {
      if (p.Find(Slot::kIndirect) != nullptr || !Object(p, *object, denies, denial)) return;
    }
    found_.push_back(std::move(denial));
  }

  // "Nor did Beijing confirm Mr Tavik's claim": only where the words say whose claim it is.
  void Unconfirmed(const Proposition& p) {
    const Argument* object = p.Find(Slot::kObject);
    const std::vector<ActorRef> who = d_.Subjects(p);
    if (object == nullptr || who.empty() || !IsSaid(d_.tree(p), object->word)) return;
    Denial denial;
    denial.who = who.front();
    denial.whose = Owners(p, object->word);
    denial.words = words_.Clause(d_.tree(p).span(p.word, p.word));
    denial.object = d_.Words(d_.tree(p), object->word);
    denial.sentence = p.sentence;
    if (!denial.whose.empty()) found_.push_back(std::move(denial));
  }

  bool IsSaid(const Tree& t, int noun) const {
    const std::string lemma = LowerAscii(t.word(noun).lemma);
    return d_.InClass("accusation", lemma) || d_.InClass("dispute_account", lemma);
  }

  // "The reports have no basis"
  bool Baseless(const Proposition& p) const {
    const Argument* object = p.Find(Slot::kObject);
    if (p.kind != PredicateKind::kVerb || p.lemma != "have" || object == nullptr) return false;
    const Tree& t = d_.tree(p);
    const int no = t.child(object->word, {Rel::kDet});
    return no >= 0 && LowerAscii(t.word(no).form) == "no" &&
           d_.InClass("dispute_ground", LowerAscii(t.word(object->word).lemma));
  }

  // What may be denied: what was said (then whose word it is counts) and, by a verb of denying, a deed.
  bool Object(const Proposition& p, const Argument& object, bool denies, Denial& denial) const {
    const Tree& t = d_.tree(p);
    const ParsedWord& word = t.word(object.word);
    const std::string lemma = LowerAscii(word.lemma);
    if (word.upos == Upos::kPron) {
      denial.bare = Among(lemma, {"it", "this", "that", "they", "them", "these", "which"});
      return denial.bare;
    }
    const bool said = IsSaid(t, object.word);
    const bool asked = !denies && d_.InClass("dispute_demand", lemma);
    if (said || asked) {
      denial.demand = asked && !said;
      denial.whose = Owners(p, object.word);
      denial.bare = denial.whose.empty() && !SaysWhat(t, object.word);
      if (t.first(object.word) < object.word || t.last(object.word) > object.word)
        denial.object = d_.Words(t, object.word);
      return true;
    }
    if (!denies) return false;
    const Proposition* deed = d_.in().layer.At(p.sentence, object.word);
    if (deed == nullptr && !d_.InClass("dispute_deed", lemma)) return false;
    denial.object = d_.Words(t, object.word);
    return true;
  }

  // "the charge that …", "reports of …": what was said stands with it.
  static bool SaysWhat(const Tree& t, int noun) {
    return std::any_of(t.children(noun).begin(), t.children(noun).end(), [&](int c) {
      const Rel rel = t.rel(c);
      return c > noun && (rel == Rel::kAcl || rel == Rel::kCcomp || rel == Rel::kNmod || rel == Rel::kAclRelcl);
    });
  }

  // "Norvia's claim", "the Norvian claim", "a claim by Norvia", "allegations made by Norvia"
  std::vector<ActorRef> Owners(const Proposition& p, int noun) const {
    const Tree& t = d_.tree(p);
    std::vector<ActorRef> owners;
    for (int c : t.children(noun)) {
      const Rel rel = t.rel(c);
      const bool owns = rel == Rel::kNmodPoss || rel == Rel::kAmod || rel == Rel::kCompound ||
                        ((rel == Rel::kNmod || rel == Rel::kObl) && Among(t.preposition(c), {"by", "from"}));
      if (owns) d_.AddOnce(owners, d_.in().matcher.Actors(p.sentence, c, false, rel == Rel::kNmodPoss));
      if (rel != Rel::kAcl && rel != Rel::kAclRelcl) continue;
      const Proposition* made = d_.in().layer.At(p.sentence, c);
      if (made != nullptr && d_.InClass("dispute_make", made->lemma)) d_.AddOnce(owners, d_.Subjects(*made));
    }
    return owners;
  }

  // "called the charge baseless", "described the figures as invented"
  bool CalledFalse(const Proposition& p) const {
    const Tree& t = d_.tree(p);
    for (int w = t.first(p.word); w <= t.last(p.word); ++w) {
      if (w != p.word && d_.InClass("dispute_false", LowerAscii(t.word(w).lemma))) return true;
    }
    return false;
  }

  // "The charge was a lie", in somebody's words.
  void False(const Proposition& p) {
    const Argument* subject = p.Find(Slot::kSubject);
    if (subject == nullptr) return;
    const Tree& t = d_.tree(p);
    const std::string lemma = LowerAscii(t.word(subject->word).lemma);
    const bool said = IsSaid(t, subject->word);
    if (!said && !Among(lemma, {"it", "this", "that", "they", "these"})) return;
    const int st = d_.in().told.Innermost(t.word(p.word).span.begin);
    if (st < 0) return;
    const Statement& statement = d_.in().told.statements()[static_cast<size_t>(st)];
    if (!statement.speaker) return;
    Denial denial;
    denial.who = *statement.speaker;
    denial.words = statement.content;
    denial.sentence = p.sentence;
    if (said) denial.whose = Owners(p, subject->word);
    denial.bare = denial.whose.empty();
    found_.push_back(std::move(denial));
  }

  const Dealings& d_;
  const DisputeWords& words_;
  std::vector<Denial> found_;
};

}  // namespace

std::vector<Claim> FindClaims(const Dealings& dealings, const DisputeWords& words) {
  return ClaimFinder(dealings, words).Find();
}

std::vector<Denial> FindDenials(const Dealings& dealings, const DisputeWords& words) {
  return DenialFinder(dealings, words).Find();
}

bool ToldAsSo(EventStatus status) {
  return status == EventStatus::kActual || status == EventStatus::kOngoing || status == EventStatus::kHistorical;
}

}  // namespace rapporteur
