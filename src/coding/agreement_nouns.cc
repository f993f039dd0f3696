#include "coding/agreement_nouns.h"

#include <algorithm>

#include "base/among.h"

namespace rapporteur {
namespace {

// "Colombia's peace accord": the owner's name is part of what it is called.
void ReadOwner(const Tree& t, int owner, AgreementMention& mention) {
  mention.definite = true;
  if (t.word(owner).upos == Upos::kPropn) mention.first = std::min(mention.first, t.first(owner));
}

}  // namespace

int AgreementNouns::NounStart(const Tree& t, int word) {
  const bool split = word > 1 && LowerAscii(t.word(word).lemma) == "fire" && t.word(word - 1).form == "-" &&
                     LowerAscii(t.word(word - 2).form) == "cease";
  return split ? word - 2 : word;
}

int AgreementNouns::NounEnd(const Tree& t, int word) const {
  const std::string lemma = LowerAscii(t.word(word).lemma);
  if (NounStart(t, word) < word) return word;
  if (d_.InClass("agreement_noun", lemma)) return word;
  const bool split = lemma == "cease" && word + 2 < t.size() && t.word(word + 1).form == "-" &&
                     LowerAscii(t.word(word + 2).form) == "fire";
  if (split) return word + 2;
  if (lemma != "cessation") return -1;  // of hostilities
  for (int c : t.children(word)) {
    if (t.preposition(c) == "of" && LowerAscii(t.word(c).lemma) == "hostility") return c;
  }
  return -1;
}

bool AgreementNouns::IsTitled(const Tree& t, int word) {
  return std::any_of(t.children(word).begin(), t.children(word).end(), [&](int c) {
    return c > word && BaseRel(t.rel(c)) == Rel::kNmod && Among(t.preposition(c), {"of", "on"}) &&
           StartsUpper(t.word(c).form) && t.last(c) - c < 8;
  });
}

bool AgreementNouns::IsJoint(const Tree& t, int word) {
  return std::any_of(t.children(word).begin(), t.children(word).end(), [&](int c) {
    return Among(LowerAscii(t.word(c).form), {"joint", "common"});
  });
}

bool AgreementNouns::IsMisread(const Tree& t, int word) {
  const int next = word + 1;
  const bool plural = next < t.size() && t.rel(word) == Rel::kCompound && t.head(word) == next &&
                      t.word(next).xpos == "NNS" && t.child(next, {Rel::kDet}) >= 0;
  return plural &&
         Among(LowerAscii(t.word(next).form),
               {"calls",  "caps", "limits", "halts", "bans",  "commits",  "sets",     "gives",  "grants", "bars",
                "covers", "cuts", "ends",   "frees", "binds", "requires", "provides", "places", "lifts",  "leaves"});
}

bool AgreementNouns::IsModifier(const Tree& t, int word) const {
  if (IsMisread(t, word)) return false;
  if (t.rel(word) != Rel::kCompound || t.head(word) < word || t.word(t.head(word)).upos == Upos::kVerb) return false;
  return !d_.InClass("agreement_breach_noun", LowerAscii(t.word(t.head(word)).lemma));  // "ceasefire violations"
}

bool AgreementNouns::IsConsent(const Proposition& p) const {
  const Tree& t = d_.tree(p);
  if ((p.lemma != "agreement" && p.lemma != "accord") || IsMisread(t, p.word)) return false;
  const bool bare = t.child(p.word, {Rel::kDet, Rel::kNmodPoss, Rel::kAmod, Rel::kCompound, Rel::kNummod}) < 0 &&
                    !HasFeature(t.word(p.word), "Number=Plur");
  if (!bare) return false;
  return !(p.above >= 0 && sides_.Makes(d_.proposition(p.above), p)) || t.child(p.word, {Rel::kCc}) >= 0;
}

// "the Treaty of Sellen", "the agreement of 2011".
void AgreementNouns::ReadMarksAfter(const Proposition& p, int word, AgreementMention& mention) const {
  const Tree& t = d_.tree(p);
  if (BaseRel(t.rel(word)) != Rel::kNmod) return;
  const std::string prep = t.preposition(word);
  if (prep == "of" && t.word(word).upos == Upos::kNum) mention.marks.push_back(t.word(word).form);
  const bool name = StartsUpper(t.word(p.word).form) && p.word > 0 && Among(prep, {"of", "on", "for"}) &&
                    t.word(word).upos == Upos::kPropn && !InDate(d_, p.sentence, word);
  if (!name) return;
  mention.marks.push_back(LowerAscii(t.word(word).form));
  int last = word;
  while (last + 1 <= t.last(word) && t.rel(last + 1) == Rel::kFlat) ++last;
  mention.last = std::max(mention.last, last);
  mention.definite = true;
}

bool AgreementNouns::ReadMarks(const Proposition& p, AgreementMention& mention) const {
  const Tree& t = d_.tree(p);
  if (IsMisread(t, p.word)) mention.definite = true;
  for (int c : t.children(p.word)) {
    const std::string form = LowerAscii(t.word(c).form);
    if (t.rel(c) == Rel::kDet) {
      mention.definite = mention.definite || Among(form, {"the", "this", "that", "these", "those", "such"});
      if (Among(form, {"no", "any", "every", "some", "what", "another"})) return false;
    }
    if (c > p.word) ReadMarksAfter(p, c, mention);
    if (c >= NounStart(t, p.word)) continue;
    if (t.rel(c) == Rel::kNmodPoss) ReadOwner(t, c, mention);
    const bool names = t.rel(c) == Rel::kCompound || t.rel(c) == Rel::kAmod || t.rel(c) == Rel::kNummod;
    if (!names) continue;
    if (d_.InClass("agreement_private", form)) return false;
    if (d_.InClass("agreement_draft", form)) mention.proposed = true;
    if (Among(form, {"new", "broader", "better", "further", "separate", "second", "another", "similar", "other"})) {
      mention.marks.push_back("new");
    }
    const bool tells = t.word(c).upos == Upos::kPropn || t.rel(c) != Rel::kAmod || StartsUpper(t.word(c).form) ||
                       d_.InClass("agreement_kind", form);
    if (!tells) continue;
    int first = t.first(c);
    while (first < c && (t.rel(first) == Rel::kCase || t.rel(first) == Rel::kDet || t.rel(first) == Rel::kPunct))
      ++first;
    mention.first = std::min(mention.first, first);
    if (form == "peace") {
      mention.peace = true;
    } else {
      mention.marks.push_back(form);
    }
  }
  // "called the pact a horrible deal": a judgement, no second deal.
  return (p.lemma != "fire" || NounStart(t, p.word) < p.word) && !(t.rel(p.word) == Rel::kXcomp && !mention.definite);
}

bool AgreementNouns::HasName(const AgreementMention& mention) const {
  const Tree& t = tree(mention.sentence);
  for (int w = mention.first; w <= mention.last; ++w) {
    if (w != mention.word && t.word(w).upos == Upos::kPropn && !InDate(d_, mention.sentence, w)) return true;
  }
  return false;
}

}  // namespace rapporteur
