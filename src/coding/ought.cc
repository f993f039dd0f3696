#include "coding/ought.h"

#include "base/among.h"

namespace rapporteur {
namespace {

bool HasInfinitive(const Tree& t, int word) {
  for (int w = t.first(word); w <= t.last(word); ++w) {
    if (LowerAscii(t.word(w).form) == "to" && t.rel(w) == Rel::kMark) return true;
  }
  return false;
}

}  // namespace

// "warned that she will vote against it": the subject below is the one above.
bool OughtReader::SpeaksOfItself(const Proposition& p, const Proposition& below) const {
  const std::vector<ActorRef> who = d_.Subjects(p), what = d_.Subjects(below);
  return !who.empty() && !what.empty() &&
         (who.front().actor == what.front().actor || d_.SameSide(who.front(), what.front()));
}

bool OughtReader::IsSubjunctive(int sentence, int word) const {
  const Tree& t = d_.in().trees[static_cast<size_t>(sentence)];
  const Proposition* clause = d_.in().layer.At(sentence, word);
  const int be = t.child(word, {Rel::kAuxPass, Rel::kCop});  // "that the ship be released"
  const ParsedWord& form = t.word(be < 0 ? word : be);
  const bool base = be < 0 ? form.xpos == "VB" || HasFeature(form, "VerbForm=Inf") : LowerAscii(form.form) == "be";
  return clause != nullptr && base && clause->modal.empty() && t.child(word, {Rel::kAux}) < 0;
}

bool OughtReader::Ought(const Proposition& p) const {
  const Tree& t = d_.tree(p);
  const std::string lemma = LowerAscii(t.word(p.word).lemma);
  if (p.modal == "should" || p.modal == "must" || p.modal == "ought") {
    if (p.modal == "must" && (p.perfect || p.progressive)) return false;  // "must have fallen asleep"
    const int subject = t.child(p.word, {Rel::kNsubj, Rel::kNsubjPass});
    if (subject >= 0 && LowerAscii(t.word(subject).form) == "i") return false;
    const int modal = t.child(p.word, {Rel::kAux});  // "should they fail, …"
    if (modal >= 0 && modal < subject && t.word(t.size() - 1).form != "?") return false;
    if (d_.InClass("stance_remark", p.lemma)) return false;  // "it should be noted"
    return p.modal != "should" || !IsExpected(p);
  }
  if (lemma == "ought" && t.child(p.word, {Rel::kXcomp}) >= 0) return true;
  if (Among(lemma, {"need", "have"}) && p.kind == PredicateKind::kVerb) {  // "has to go"; "had to leave" is told
    const int done = t.child(p.word, {Rel::kXcomp});
    const int subject = t.child(p.word, {Rel::kNsubj});
    const bool to_come = Among(p.modal, {"will", "would", "'ll"});  // "will have to withdraw"
    if (done < 0 || subject < 0 || p.past || p.perfect || p.negated || p.infinitive || p.participle) return false;
    if (!p.modal.empty() && !to_come) return false;
    return LowerAscii(t.word(subject).form) != "i" && !d_.InClass("stance_remark", LowerAscii(t.word(done).lemma));
  }
  if (p.negated && IsToBe(p)) return true;
  if (t.child(p.word, {Rel::kCop}) < 0) return false;
  // "is up to the people to decide", "is for the parties to agree"
  const bool up_to = lemma == "up" && p.word + 1 < t.size() && LowerAscii(t.word(p.word + 1).form) == "to";
  return up_to || (t.preposition(p.word) == "for" && HasInfinitive(t, p.word));
}

// "the waters are not to be militarised"
bool OughtReader::IsToBe(const Proposition& p) const {
  const Tree& t = d_.tree(p);
  if (p.kind != PredicateKind::kVerb || !HasInfinitive(t, p.word)) return false;
  for (int w = t.first(p.word); w < p.word; ++w) {
    if (LowerAscii(t.word(w).form) == "to" && w > 1 && LowerAscii(t.word(w - 1).form) == "not")
      return LowerAscii(t.word(w - 2).lemma) == "be";
  }
  return false;
}

// "agreed that Assad had to go": had to, of another than who says so.
bool OughtReader::HadTo(const Proposition& p, const Proposition& below) const {
  const Tree& t = d_.tree(p);
  const int subject = t.child(below.word, {Rel::kNsubj});
  if (below.lemma != "have" || !below.past || below.perfect || below.negated || subject < 0) return false;
  const int done = t.child(below.word, {Rel::kXcomp});
  return done >= 0 && HasInfinitive(t, done) && t.word(subject).upos != Upos::kPron && !SpeaksOfItself(p, below);
}

// "The shipment should arrive on Monday": what a thing is expected to do.
bool OughtReader::IsExpected(const Proposition& p) const {
  if (p.negated || p.passive || p.perfect || !d_.InClass("stance_expected", p.lemma)) return false;
  const int subject = d_.tree(p).child(p.word, {Rel::kNsubj, Rel::kNsubjPass, Rel::kNsubjOuter});
  if (subject < 0) return true;
  const ActorMention* who = d_.in().cast.MentionAt(p.sentence, subject);
  return who == nullptr || who->actor < 0 || who->place;
}

}  // namespace rapporteur
