#include "coding/agreement_terms.h"

#include <algorithm>

#include "base/among.h"
#include "coding/agreement_beside.h"
#include "coding/agreement_clauses.h"
#include "coding/agreement_sequel.h"
#include "coding/agreement_sides.h"
#include "coding/agreement_term.h"

namespace rapporteur {
namespace {

using Form = AgreementMention::Form;
using Obligor = TermClauses::Obligor;

using Clauses = TermClauses;

class Reader {
 public:
  Reader(const Dealings& dealings, AgreementNames& names)
      : d_(dealings), sides_(dealings), clauses_(dealings), beside_(dealings), names_(names) {}

  void Read() {
    for (const AgreementMention& mention : names_.mentions) {
      if (!mention.proposed) ReadAt(mention);
    }
  }

 private:
  const Tree& tree(int sentence) const { return d_.in().trees[static_cast<size_t>(sentence)]; }

  const Proposition* VerbAt(int sentence, int word) const { return clauses_.VerbAt(sentence, word); }

  Agreement& Of(const AgreementMention& mention) { return names_.agreements[static_cast<size_t>(mention.agreement)]; }

  void ReadAt(const AgreementMention& mention) {
    const Tree& t = tree(mention.sentence);
    Agreement& agreement = Of(mention);
    if (mention.form == Form::kVerb) {
      if (const Proposition* verb = VerbAt(mention.sentence, mention.word))
        clauses_.PushUndertaken(*verb, Clauses::EndOf(t, mention.word), agreement);
      return;
    }
    const int anchor = AnchorOf(mention);
    const int up = Governor(t, anchor);
    const Proposition* verb = VerbAt(mention.sentence, up);
    const Rel rel = BaseRel(t.rel(anchor));
    if (verb != nullptr && !verb->passive && (rel == Rel::kNsubj || rel == Rel::kExpl)) {
      for (int v : DoneBy(mention.sentence, verb->word)) {
        ReadDoing(*VerbAt(mention.sentence, v), mention, agreement);
      }
    } else if (const Proposition* clause = ClauseAt(mention.sentence, up); clause != nullptr && rel != Rel::kNsubj) {
      ReadGoverned(*clause, mention, anchor, agreement);
    }
    for (int c : t.children(mention.word)) ReadClauseOf(mention, c, agreement);
    beside_.Read(mention, up, agreement);
  }

  // The word that stands for the agreement in its clause: of "the terms of the deal" the terms.
  int AnchorOf(const AgreementMention& mention) const {
    const Tree& t = tree(mention.sentence);
    int anchor = mention.word;
    for (int up = t.head(anchor); up >= 0 && BaseRel(t.rel(anchor)) == Rel::kNmod; up = t.head(anchor)) {
      if (!d_.InClass("agreement_part", LowerAscii(t.word(up).lemma)) && !IsAccordance(t, up)) break;
      anchor = up;
    }
    return anchor;
  }

  // "in accordance with the document", "in line with the pact"
  static bool IsAccordance(const Tree& t, int word) {
    return t.preposition(word) == "in" &&
           Among(LowerAscii(t.word(word).form), {"accordance", "line", "keeping", "conformity"});
  }

  // What governs it, past a participle that only describes it: "under the deal, reached in May, X will".
  int Governor(const Tree& t, int word) const {
    const int up = t.head(word);
    const bool describes = up > word && up <= word + 2 && Among(t.word(up).xpos, {"VBN", "VBD"}) &&
                           t.rel(up) == Rel::kAdvcl && d_.InClass("agreement_signed", LowerAscii(t.word(up).lemma));
    if (describes && t.head(up) >= 0) return t.head(up);
    const bool took_over = up > word && up <= word + 2 && t.rel(up) == Rel::kRoot && Clauses::SubjectOf(t, up) < 0 &&
                           d_.InClass("agreement_signed", LowerAscii(t.word(up).lemma));
    for (int c :
         t.children(up < 0 ? word : up)) {  // "under the deal, reached in May, X must": the participle as the root
      if (took_over && c > up && Clauses::SubjectOf(t, c) > up) return c;
    }
    return up;
  }

  // A clause whose predicate the parser took for no verb: "Hamas would free(ADJ) …".
  const Proposition* ClauseAt(int sentence, int word) const {
    const Proposition* p = word < 0 ? nullptr : d_.in().layer.At(sentence, word);
    const bool clausal =
        p != nullptr && (p->kind == PredicateKind::kVerb || Clauses::SubjectOf(tree(sentence), word) >= 0);
    return clausal ? p : nullptr;
  }

  // A finite verb and those that share its subject, also where the parser hung them on its complement: "calls on X to
  // destroy … and requires …".
  std::vector<int> DoneBy(int sentence, int verb) const {
    const Tree& t = tree(sentence);
    std::vector<int> verbs;
    for (int w = verb; w <= t.last(verb); ++w) {
      if (VerbAt(sentence, w) == nullptr) continue;
      const bool finite = Among(t.word(w).xpos, {"VBZ", "VBD", "VBP"});
      const bool shares =
          t.rel(w) == Rel::kConj && Clauses::SubjectOf(t, w) < 0 &&
          (t.coordination_head(w) == verb || (finite && d_.InClass("agreement_ask", LowerAscii(t.word(w).lemma))));
      // "The agreement concluded in May obliges": a participle that the parser took for the verb.
      const bool after = w > verb && finite && Clauses::SubjectOf(t, w) < 0 &&
                         (t.rel(w) == Rel::kCcomp || t.rel(w) == Rel::kAdvcl) &&
                         d_.InClass("agreement_signed", LowerAscii(t.word(verb).lemma)) && IsTelling(t, w);
      if (w == verb || shares || after) verbs.push_back(w);
    }
    return verbs;
  }

  // The agreement does something: it provides for, commits somebody to, halves tariffs.
  void ReadDoing(const Proposition& verb, const AgreementMention& mention, Agreement& agreement) {
    const Tree& t = d_.tree(verb);
    if (verb.negated && Among(verb.lemma, {"include", "cover", "extend", "involve", "concern"})) return;  // left out
    if (d_.InClass("agreement_ask", verb.lemma)) {
      const size_t before = agreement.terms.size();
      if (!ReadForbidden(verb, agreement) && !ReadObliged(verb, agreement)) ReadAsked(verb, agreement);
      if (agreement.terms.size() > before) return;
    }
    const bool own = d_.InClass("agreement_own", verb.lemma);
    if (own && t.child(verb.word, {Rel::kObj}) > verb.word && mention.form != Form::kPart) {
      PushTerm(d_, {verb.sentence, verb.word, verb.word, Clauses::EndOf(t, verb.word), std::nullopt}, agreement);
    }
  }

  void ReadAsked(const Proposition& verb, Agreement& agreement) {
    const Tree& t = d_.tree(verb);
    const int object = t.child(verb.word, {Rel::kObj});
    const int to_whom = t.child(verb.word, {Rel::kIobj});
    const int who = WhoIsAsked(verb);
    const bool gives = d_.InClass("agreement_give", verb.lemma);
    for (int c : t.children(verb.word)) {
      const Rel rel = BaseRel(t.rel(c));
      const bool quoted = c < verb.word && rel == Rel::kCcomp && d_.InClass("agreement_says", verb.lemma);
      if ((c < verb.word && !quoted) || InDate(d_, verb.sentence, c)) continue;
      const std::string prep = t.preposition(c);
      if (IsAction(verb, c)) {
        ReadAction(verb, c, who < c ? who : -1, agreement);
      } else if (rel == Rel::kCcomp) {
        clauses_.PushClauses(verb.sentence, c, quoted ? t.last(c) : Clauses::EndOf(t, verb.word), std::nullopt,
                             agreement);
      } else if (rel == Rel::kObj && (to_whom < 0 || gives)) {
        PushObject(verb, c, to_whom, agreement);
      } else if ((rel == Rel::kObl || rel == Rel::kNmod) && Among(prep, {"for", "on", "to"}) && c != who &&
                 object < 0) {
        clauses_.PushNominals(verb.sentence, c, {}, agreement);
      } else if (rel == Rel::kObl && prep == "to" && object >= 0 && !gives) {  // "binds them to silence"
        clauses_.PushNominals(verb.sentence, c, sides_.Obligor(verb.sentence, object), agreement);
      }
    }
  }

  // "obliges X to", "calls on X to"; -1 nobody.
  int WhoIsAsked(const Proposition& verb) const {
    const Tree& t = d_.tree(verb);
    for (const Rel rel : {Rel::kIobj, Rel::kObj}) {
      if (const int who = t.child(verb.word, {rel}); who >= 0) return who;
    }
    bool acts = false;
    int on = -1;
    for (int c : t.children(verb.word)) {
      acts = acts || IsAction(verb, c);
      if (BaseRel(t.rel(c)) == Rel::kObl && Among(t.preposition(c), {"on", "upon"}) && c > verb.word) on = c;
    }
    return acts ? on : -1;
  }

  // Whether a child of a verb is what somebody is asked to do.
  bool IsAction(const Proposition& verb, int child) const {
    const Tree& t = d_.tree(verb);
    const Rel rel = t.rel(child);
    const Proposition* clause = VerbAt(verb.sentence, child);
    if (child < verb.word) return false;
    if (rel == Rel::kXcomp) return true;
    return clause != nullptr && Clauses::SubjectOf(t, child) < 0 && t.child(child, {Rel::kMark}) >= 0 &&
           Among(clause->mark, {"to", "from"}) && (rel == Rel::kAdvcl || rel == Rel::kCsubj || rel == Rel::kCcomp);
  }

  void ReadAction(const Proposition& verb, int clause, int who, Agreement& agreement) {
    const Tree& t = d_.tree(verb);
    const int last = Clauses::EndOf(t, verb.word);
    if (t.word(clause).lemma == "know") return;  // "let it be known"
    const Obligor owed = who < 0 ? Obligor() : sides_.Obligor(verb.sentence, who);
    if (who >= 0 && !owed && d_.InClass("agreement_give", verb.lemma)) {  // "allow grain to leave ports"
      PushTerm(d_, {verb.sentence, clause, t.first(who), last, std::nullopt}, agreement);
    } else {
      clauses_.PushInfinitives(verb.sentence, clause, last, owed, agreement,
                               d_.InClass("agreement_forbid", verb.lemma));
    }
  }

  // "bars both from stationing": the parser hung the clause on the object; "bans tests".
  bool ReadForbidden(const Proposition& verb, Agreement& agreement) {
    const Tree& t = d_.tree(verb);
    const int object = t.child(verb.word, {Rel::kObj});
    if (object < 0 || !d_.InClass("agreement_forbid", verb.lemma)) return false;
    const int clause = t.child(object, {Rel::kAcl});
    const Proposition* what = VerbAt(verb.sentence, clause);
    if (what != nullptr && Among(what->mark, {"from", "to"})) {
      clauses_.PushInfinitives(verb.sentence, clause, Clauses::EndOf(t, verb.word),
                               sides_.Obligor(verb.sentence, object), agreement, true);
      return true;
    }
    const bool acts = std::any_of(t.children(verb.word).begin(), t.children(verb.word).end(),
                                  [&](int c) { return IsAction(verb, c); });
    if (acts || t.word(object).upos == Upos::kPron) return false;
    PushTerm(d_, {verb.sentence, object, t.first(object), Clauses::EndOf(t, verb.word), std::nullopt, "", true},
             agreement);
    return true;
  }

  // "obliges both sides to withdraw": the parser hung what they must do on them.
  bool ReadObliged(const Proposition& verb, Agreement& agreement) {
    const Tree& t = d_.tree(verb);
    const int object = t.child(verb.word, {Rel::kObj});
    const int clause = object < 0 ? -1 : t.child(object, {Rel::kAcl});
    const Proposition* what = VerbAt(verb.sentence, clause);
    if (what == nullptr || what->mark != "to") return false;
    const Obligor owed = sides_.Obligor(verb.sentence, object);
    if (!owed) return false;
    clauses_.PushInfinitives(verb.sentence, clause, Clauses::EndOf(t, verb.word), owed, agreement, false);
    return true;
  }

  // What it includes or gives; who is only asked to do something is no term.
  void PushObject(const Proposition& verb, int object, int to_whom, Agreement& agreement) {
    const Tree& t = d_.tree(verb);
    for (int c : t.children(verb.word)) {
      const Proposition* clause = c > object ? VerbAt(verb.sentence, c) : nullptr;
      if (clause != nullptr && (t.rel(c) == Rel::kXcomp || Among(clause->mark, {"to", "from"}))) return;
      const bool gives = d_.InClass("agreement_give", verb.lemma);
      if (c > object && BaseRel(t.rel(c)) == Rel::kObl && t.preposition(c) == "to" && !gives)
        return;  // binds them to silence
    }
    if (verb.lemma == "see" || verb.lemma == "call") {  // "would see fighters evacuated"
      if (t.child(object, {Rel::kAcl, Rel::kAclRelcl}) >= 0 || t.last(verb.word) > t.last(object))
        PushTerm(d_, {verb.sentence, object, t.first(object), Clauses::EndOf(t, verb.word), std::nullopt}, agreement);
      return;
    }
    const ActorMention* somebody = d_.in().cast.MentionAt(verb.sentence, object);
    if (somebody != nullptr && somebody->head == object && !clauses_.IsDeed(verb.sentence, object)) return;
    if (t.word(object).upos == Upos::kPron || Among(LowerAscii(t.word(object).form), {"nothing", "little"})) return;
    if (to_whom >= 0 && t.word(to_whom).upos != Upos::kPron) {
      PushTerm(d_, {verb.sentence, object, t.first(to_whom), t.last(object), std::nullopt, "CONCEDE"}, agreement);
    } else if (const int to = GivenTo(t, verb, object); to >= 0) {  // "leaves the field to Israel"
      PushTerm(d_, {verb.sentence, verb.word, verb.word, t.last(to), std::nullopt, "CONCEDE"}, agreement);
    } else if (d_.InClass("agreement_own", verb.lemma)) {
      PushTerm(d_, {verb.sentence, verb.word, verb.word, Clauses::EndOf(t, verb.word), std::nullopt}, agreement);
    } else {
      clauses_.PushNominals(verb.sentence, object, std::nullopt, agreement);
    }
  }

  int GivenTo(const Tree& t, const Proposition& verb, int object) const {
    if (!d_.InClass("agreement_give", verb.lemma)) return -1;
    for (int c : t.children(verb.word)) {
      if (c > object && BaseRel(t.rel(c)) == Rel::kObl && t.preposition(c) == "to") return c;
    }
    return -1;
  }

  // "under the deal, …", "by its terms …", "according to the text …", "the accord says …".
  void ReadGoverned(const Proposition& verb, const AgreementMention& mention, int anchor, Agreement& agreement) {
    const Tree& t = d_.tree(verb);
    const std::string prep = t.preposition(anchor);
    const bool part = mention.form == Form::kPart || anchor != mention.word;
    const bool under = IsAccordance(t, anchor) ||
                       Among(prep, {"under", "as part of", "in accordance with", "according to", "as per", "per",
                                    "pursuant to", "in line with", "in keeping with", "by virtue of"}) ||
                       (prep == "in" && mention.form == Form::kNoun && d_.InClass("agreement_undertake", verb.lemma)) ||
                       ((part || (anchor < verb.word && OwesInIt(verb))) && Among(prep, {"in", "by", "during"})) ||
                       (prep == "by" && mention.form == Form::kPronoun);
    const std::string done = verb.lemma + " " + prep;
    if (d_.InClass("agreement_keep", done) || d_.InClass("agreement_break", done)) return;  // "bound by its terms"
    if (under && !Clauses::IsSpeech(t, verb.word)) {
      if (!IsOwed(verb, anchor < verb.word)) return;
      const int from = anchor < verb.word ? std::max(t.last(anchor), mention.last) + 1 : 0;
      const int last = anchor > verb.word ? t.first(anchor) - 1 : t.last(verb.word);
      clauses_.PushClauses(mention.sentence, MainOf(t, verb.word), last, std::nullopt, agreement, from);
      return;
    }
    const int said = prep == "in" && Clauses::IsSpeech(t, verb.word) ? t.child(verb.word, {Rel::kCcomp}) : -1;
    const Proposition* owed = VerbAt(mention.sentence, said);
    if (owed != nullptr &&
        Among(owed->modal, {"will", "would", "must", "shall"})) {  // "said in the declaration that they would"
      clauses_.PushClauses(mention.sentence, said, t.last(said), std::nullopt, agreement);
      return;
    }
    const bool says =
        t.rel(mention.word) == Rel::kObj && d_.InClass("agreement_says", verb.lemma) && mention.word > verb.word;
    if (says) ReadAsked(verb, agreement);  // "…, says the accord"
    const int up = t.head(verb.word);
    const bool by_signing =
        verb.mark == "by" && t.rel(verb.word) == Rel::kAdvcl && verb.lemma == "sign" && up > verb.word;
    if (by_signing)
      clauses_.PushClauses(mention.sentence, up, t.last(up), std::nullopt, agreement, t.last(verb.word) + 1);
  }

  // "By the protocol, X undertook", "in the deal, Y will"
  bool OwesInIt(const Proposition& verb) const {
    return d_.InClass("agreement_undertake", verb.lemma) || Among(verb.modal, {"will", "shall", "must"}) ||
           Clauses::IsToOf(d_.tree(verb), verb.word) >= 0;
  }

  // Whether what is told to be so "under the deal" is owed, not only what happened.
  bool IsOwed(const Proposition& verb, bool opens) const {
    const Tree& t = d_.tree(verb);
    if (d_.InClass("agreement_happen", verb.lemma) && verb.modal.empty()) return false;
    if (!opens && verb.modal.empty() && Among(verb.mark, {"after", "when", "as", "before", "since", "because"}))
      return false;
    if (!opens && verb.modal.empty() && !verb.passive && d_.tree(verb).word(verb.word).xpos == "VB" &&
        t.child(verb.word, {Rel::kMark}) < 0)
      return false;  // "let them go under an accord"
    if (verb.progressive || BaseRel(t.rel(verb.word)) == Rel::kAcl) return !verb.modal.empty();
    if (opens || !verb.modal.empty() || d_.InClass("agreement_undertake", verb.lemma)) return true;
    return !verb.past && !verb.perfect && verb.lemma != "have";
  }

  // The clause that a phrase before it opens: "Under it, X will do … and Y will do …", of whichever the parser hung it
  // on.
  static int MainOf(const Tree& t, int verb) { return t.rel(verb) == Rel::kConj ? t.coordination_head(verb) : verb; }

  // "an agreement under which …", "a pact to …", "a deal that obliges …".
  void ReadClauseOf(const AgreementMention& mention, int c, Agreement& agreement) {
    const Tree& t = tree(mention.sentence);
    const Proposition* clause = VerbAt(mention.sentence, c);
    if (clause == nullptr || BaseRel(t.rel(c)) != Rel::kAcl) return;
    const int last = std::min(t.last(c), t.size() - 1);
    for (int k : t.children(c)) {
      const bool which =
          LowerAscii(t.word(k).lemma) == "which" && Among(t.preposition(k), {"under", "by", "in", "according to"});
      if (!which) continue;
      if (!Among(t.preposition(k), {"under", "according to"}) && !IsOwed(*clause, false)) return;
      clauses_.PushClauses(mention.sentence, c, last, std::nullopt, agreement, t.last(k) + 1);
      return;
    }
    const int up = t.head(mention.word);
    const bool used =
        up >= 0 && Among(LowerAscii(t.word(up).lemma), {"use", "exploit", "need", "invoke", "abuse", "want"});
    if (clause->infinitive && used) return;  // "used the pause to rearm"
    if (clause->infinitive) {
      clauses_.PushInfinitives(mention.sentence, c, last, MakerOf(mention), agreement);
    } else if (t.rel(c) == Rel::kAcl && t.child(c, {Rel::kMark}) >= 0) {
      clauses_.PushClauses(mention.sentence, c, last, std::nullopt, agreement);
    } else if (!clause->passive || IsFinite(t, mention.word, c)) {
      ReadDoing(*clause, mention, agreement);
    }
  }

  bool IsTelling(const Tree& t, int word) const {
    const std::string lemma = LowerAscii(t.word(word).lemma);
    return d_.InClass("agreement_ask", lemma) || d_.InClass("agreement_own", lemma);
  }

  // "The deal called for a truce.": a whole sentence whose verb the parser took for a participle of its subject.
  bool IsFinite(const Tree& t, int noun, int verb) const {
    return t.rel(noun) == Rel::kRoot && t.rel(verb) == Rel::kAcl && t.child(verb, {Rel::kOblAgent}) < 0 &&
           d_.InClass("agreement_ask", LowerAscii(t.word(verb).lemma));
  }

  // Who promises where one side alone does: "signed an agreement to host the base".
  Obligor MakerOf(const AgreementMention& mention) {
    const Agreement& agreement = Of(mention);
    return agreement.parties.size() == 1 ? Obligor(agreement.parties.front()) : std::nullopt;
  }

  const Dealings& d_;
  AgreementSides sides_;
  TermClauses clauses_;
  TermsBeside beside_;
  AgreementNames& names_;
};

}  // namespace

void ReadTerms(const Dealings& dealings, AgreementNames& names) {
  Reader(dealings, names).Read();
  ReadSequel(dealings, names);
}

}  // namespace rapporteur
