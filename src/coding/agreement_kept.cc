#include "coding/agreement_kept.h"

#include <algorithm>

#include "base/among.h"
#include "coding/agreement_sides.h"

namespace rapporteur {
namespace {

constexpr int kMaxClimb = 4;

class Reader {
 public:
  Reader(const Dealings& dealings, AgreementNames& names) : d_(dealings), sides_(dealings), names_(names) {}

  void Read() {
    for (const AgreementMention& mention : names_.mentions) {
      if (mention.form != AgreementMention::Form::kVerb && !mention.proposed) ReadAt(mention);
    }
  }

 private:
  const Tree& tree(int sentence) const { return d_.in().trees[static_cast<size_t>(sentence)]; }

  const Proposition* At(int sentence, int word) const { return word < 0 ? nullptr : d_.in().layer.At(sentence, word); }

  static std::string With(const Proposition& verb, const std::string& prep) {
    return prep.empty() ? verb.lemma : verb.lemma + " " + prep;
  }

  // From the word that means the agreement upwards: "[broke] the terms of the deal", "in breach of the treaty".
  void ReadAt(const AgreementMention& mention) {
    const Tree& t = tree(mention.sentence);
    int word = mention.word;
    for (int steps = 0; steps < kMaxClimb; ++steps) {
      const int up = t.head(word);
      const Proposition* p = At(mention.sentence, up);
      if (p == nullptr) return;
      const Rel rel = BaseRel(t.rel(word));
      if (p->kind == PredicateKind::kVerb) {
        ReadVerb(*p, rel, t.rel(word), t.preposition(word), mention);
        return;
      }
      const std::string lemma = LowerAscii(t.word(up).lemma);
      if (d_.InClass("agreement_breach_noun", lemma) || d_.InClass("agreement_keep_noun", lemma)) {
        ReadNoun(*p, d_.InClass("agreement_keep_noun", lemma), mention);
        return;
      }
      const bool inside = rel == Rel::kNmod || rel == Rel::kCompound || d_.InClass("agreement_part", lemma);
      if (!inside || !(d_.InClass("agreement_part", lemma) || d_.InClass("agreement_noun", lemma))) return;
      word = up;
    }
  }

  void ReadVerb(const Proposition& verb, Rel rel, Rel exact, const std::string& prep, const AgreementMention& mention) {
    const bool subject = rel == Rel::kNsubj && exact != Rel::kNsubjPass;
    if (subject) {
      const bool holds = d_.InClass("agreement_holds", verb.lemma), fails = d_.InClass("agreement_fails", verb.lemma);
      const bool alone = verb.Find(Slot::kObject) == nullptr || verb.lemma == "survive";
      if ((holds && alone) || fails) Add(verb, holds, {}, mention);
      return;
    }
    const Argument* object = verb.Find(Slot::kObject);
    const bool duties = rel == Rel::kObl && prep == "under" && object != nullptr &&
                        d_.InClass("agreement_part", LowerAscii(d_.tree(verb).word(object->word).lemma));
    const std::string with = With(verb, rel == Rel::kObl && !duties ? prep : "");  // "met its duties under the accord"
    const bool keeps = d_.InClass("agreement_keep", with), breaks = d_.InClass("agreement_break", with);
    if (!keeps && !breaks) return;
    Add(verb, keeps, DoersOf(verb, mention), mention);
  }

  // "both sides" of an agreement whose two are told are these.
  std::vector<ActorRef> DoersOf(const Proposition& verb, const AgreementMention& mention) const {
    const std::vector<ActorRef>& parties = names_.agreements[static_cast<size_t>(mention.agreement)].parties;
    const bool both = std::any_of(verb.arguments.begin(), verb.arguments.end(), [&](const Argument& a) {
      return a.slot == Slot::kSubject && d_.tree(verb).word(a.word).upos == Upos::kNoun &&
             sides_.Collective(verb.sentence, a.word);
    });
    return both && parties.size() == 2 ? parties : Doers(verb);
  }

  std::vector<ActorRef> Doers(const Proposition& p) const {
    for (const Argument& a : p.arguments) {
      if (a.slot != Slot::kSubject) continue;
      std::vector<ActorRef> who = sides_.Of(p.sentence, a.word);
      if (who.empty()) who = d_.in().matcher.Actors(p.sentence, a.word, true);  // "Russian tanks"
      if (who.empty() && sides_.Collective(p.sentence, a.word)) who = {*sides_.Obligor(p.sentence, a.word)};
      if (!who.empty()) return who;
    }
    const Tree& t = d_.tree(p);
    const int up = t.head(p.word);
    const bool each_other = up >= 0 && Among(LowerAscii(t.word(up).lemma), {"other", "another", "each"});
    return each_other ? Accusers(p) : std::vector<ActorRef>{};
  }

  // "X and Y accused each other of breaking it"
  std::vector<ActorRef> Accusers(const Proposition& p) const {
    const Tree& t = d_.tree(p);
    for (int up = t.head(p.word), steps = 0; up >= 0 && steps < kMaxClimb; up = t.head(up), ++steps) {
      const Proposition* verb = At(p.sentence, up);
      if (verb == nullptr || !d_.InClass("agreement_accuse", verb->lemma)) continue;
      const Argument* subject = verb->Find(Slot::kSubject);
      return subject == nullptr ? std::vector<ActorRef>{} : sides_.Of(p.sentence, subject->word);
    }
    return {};
  }

  // "violations of the truce by X", "X's violation of it", "X is in breach of it", "accused X of violations".
  void ReadNoun(const Proposition& noun, bool keeps, const AgreementMention& mention) {
    const Tree& t = d_.tree(noun);
    std::vector<ActorRef> who;
    for (const Argument& a : noun.arguments) {
      const bool owner = a.slot == Slot::kPossessor || (a.slot == Slot::kOblique && Among(a.prep, {"by", "from"}));
      if (owner && who.empty()) who = sides_.Of(noun.sentence, a.word);
    }
    for (int w = noun.word + 1; w < t.size() && who.empty(); ++w) {  // "212 violations, most of them by X"
      const bool by = t.rel(w) == Rel::kCase && LowerAscii(t.word(w).form) == "by" && t.head(w) > w;
      if (by && !t.dominates(mention.word, t.head(w)))  // no "truce mediated by"
        who = sides_.Of(noun.sentence, t.head(w));
    }
    int up = t.head(noun.word);
    const std::string prep = t.preposition(noun.word);
    const Proposition* clause = At(noun.sentence, up);
    const int subject = t.child(noun.word, {Rel::kNsubj, Rel::kNsubjOuter});
    if (who.empty() && subject >= 0) who = sides_.Of(noun.sentence, subject, true);  // "Tehran is in compliance with"
    if (clause != nullptr && clause->kind == PredicateKind::kVerb && who.empty() &&
        (prep == "in" || prep == "of" || prep == "for")) {
      const Argument* object = clause->Find(Slot::kObject);
      const bool accused = prep != "in" && object != nullptr;
      if (accused) who = sides_.Of(noun.sentence, object->word);
      if (prep == "in") who = Doers(*clause);
    }
    Add(noun, keeps, who, mention);
  }

  // Adds what is told to be so; what is hoped, asked for or feared is no report.
  void Add(const Proposition& p, bool keeps, const std::vector<ActorRef>& who, const AgreementMention& mention) {
    const int index = d_.in().layer.at[static_cast<size_t>(p.sentence)][static_cast<size_t>(p.word)];
    const StatusReading reading = d_.in().status.Read(index);
    if (reading.status == EventStatus::kHypothetical || reading.status == EventStatus::kFuture) return;
    if (keeps && IsSought(p)) return;
    const bool negated = reading.status == EventStatus::kNegated || p.negated || Neither(p);
    AgreementKept kept;
    kept.kept = keeps != negated;
    kept.words = d_.tree(p).span(p.word, p.word);
    kept.asserted_by = Asserters(p);
    Agreement& agreement = names_.agreements[static_cast<size_t>(mention.agreement)];
    for (const AgreementKept& known : agreement.kept) {
      if (known.words == kept.words) return;
    }
    agreement.evidence.push_back({kept.kept ? "kept" : "breached", kept.words});
    for (const ActorRef& one : who) {
      kept.who = one;
      agreement.kept.push_back(kept);
    }
    if (who.empty()) agreement.kept.push_back(kept);
  }

  // "compel X to abide by it", "ensure that it holds": what somebody wants, not what is so.
  bool IsSought(const Proposition& p) const {
    const Tree& t = d_.tree(p);
    const int above = d_.Above(p);
    const std::string over = above < 0 ? "" : d_.proposition(above).lemma;
    if (d_.InClass("agreement_sought", over)) return true;
    return p.kind == PredicateKind::kVerb && p.mark == "to" && t.rel(p.word) != Rel::kRoot &&
           !d_.InClass("agreement_keeps_on", over);
  }

  // "Neither X nor Y have stuck to it."
  bool Neither(const Proposition& p) const {
    const Argument* subject = p.Find(Slot::kSubject);
    if (subject == nullptr) return false;
    const Tree& t = d_.tree(p);
    const int both = t.child(subject->word, {Rel::kCcPreconj, Rel::kDet, Rel::kAdvmod});
    return both >= 0 && LowerAscii(t.word(both).form) == "neither";
  }

  // At whose word it stands, outermost first: who accuses, then whose statement it is told in.
  std::vector<ActorRef> Asserters(const Proposition& p) const {
    std::vector<ActorRef> chain;
    const std::vector<Statement>& statements = d_.in().told.statements();
    for (int s = d_.in().told.Innermost(d_.tree(p).word(p.word).span.begin), steps = 0; s >= 0 && steps < kMaxClimb;
         ++steps) {
      const Statement& statement = statements[static_cast<size_t>(s)];
      if (statement.speaker) chain.insert(chain.begin(), *statement.speaker);
      s = statement.parent;
    }
    int above = d_.Above(p);
    for (int steps = 0; above >= 0 && steps < kMaxClimb; ++steps) {
      const Proposition& up = d_.proposition(above);
      if (d_.InClass("agreement_accuse", up.lemma)) {
        const std::vector<ActorRef> who = Doers(up);
        const bool told = !who.empty() && std::any_of(chain.begin(), chain.end(), [&](const ActorRef& one) {
          return one.span == who.front().span;
        });
        if (!who.empty() && !told) chain.push_back(who.front());
        break;
      }
      above = d_.Above(up);
    }
    return chain;
  }

  const Dealings& d_;
  AgreementSides sides_;
  AgreementNames& names_;
};

int WordAt(const Tree& t, Span span) {
  for (int w = 0; w < t.size(); ++w) {
    if (t.word(w).span.overlaps(span)) return w;
  }
  return -1;
}

}  // namespace

void ReadKept(const Dealings& dealings, AgreementNames& names) { Reader(dealings, names).Read(); }

void ReadCalls(const Dealings& dealings, AgreementNames& names) {
  for (const AgreementMention& mention : names.mentions) {
    const Tree& t = dealings.in().trees[static_cast<size_t>(mention.sentence)];
    Agreement& agreement = names.agreements[static_cast<size_t>(mention.agreement)];
    const Span noun = t.span(mention.word, mention.last);
    for (size_t i = 0; i < dealings.in().events.size(); ++i) {
      const Event& event = dealings.in().events[i];
      if (event.type != "REQUEST") continue;
      for (const Evidence& e : event.evidence) {
        if (e.role != "trigger") continue;
        const int w = WordAt(t, e.span);
        if (w < 0 || !(e.span < noun) || !t.dominates(w, mention.word)) continue;
        const int index = static_cast<int>(i);
        if (std::find(agreement.calls.begin(), agreement.calls.end(), index) == agreement.calls.end())
          agreement.calls.push_back(index);
      }
    }
  }
}

}  // namespace rapporteur
