#include "coding/agreement_evidence.h"

#include <algorithm>

#include "base/among.h"
#include "coding/agreement_verbs.h"

namespace rapporteur {
namespace {

using Form = AgreementMention::Form;

constexpr int kSentencesBack = 2;

bool IsDefinite(const Tree& t, int word) {
  const int det = t.child(word, {Rel::kDet});
  return det >= 0 && Among(LowerAscii(t.word(det).form), {"the", "this", "that", "both", "these", "those"});
}

// "the bargain": nothing but its article, and what says nothing of which.
bool IsBare(const Tree& t, int word) {
  const auto children = t.children(word);
  return std::none_of(children.begin(), children.end(), [&](int c) {
    const Rel rel = BaseRel(t.rel(c));
    return rel == Rel::kNmod || rel == Rel::kCompound || rel == Rel::kNummod;
  });
}

}  // namespace

bool AgreementEvidence::IsMade(const Proposition& p) const {
  const int above = d_.Above(p);
  if (above >= 0 && sides_.Makes(d_.proposition(above), p)) {
    const EventStatus status = d_.in().status.Read(above).status;
    return ToldAsSo(status) || status == EventStatus::kFuture;
  }
  const Tree& t = d_.tree(p);
  if (above >= 0 && d_.proposition(above).lemma == "have" && p.link == Link::kObject) {  // "they have a deal: …"
    return std::any_of(t.sentence().words.begin(), t.sentence().words.end(),
                       [](const ParsedWord& word) { return word.form == ":"; });
  }
  for (int c : sides_.Clauses(p)) {
    const Proposition* clause = d_.in().layer.At(p.sentence, c);
    if (d_.InClass("agreement_make", LowerAscii(t.word(c).lemma))) return true;
    if (clause != nullptr && d_.InClass("agreement_make", clause->lemma)) return true;
    if (clause != nullptr && sides_.SignsName(*clause)) return true;
  }
  return false;
}

bool AgreementEvidence::IsThere(const Proposition& p) const {
  const Tree& t = d_.tree(p);
  if (Among(t.preposition(p.word), {"under", "as part of", "following", "after", "since", "despite", "thanks to",
                                    "as per", "per", "pursuant to"}))
    return true;
  if (HasLife(p)) return true;
  const int over = t.head(p.word);
  if (over >= 0 && BaseRel(t.rel(p.word)) == Rel::kNmod && d_.InClass("talks_noun", LowerAscii(t.word(over).lemma)))
    return false;                     // "negotiations for a deal on trade"
  for (int c : t.children(p.word)) {  // "a truce with the army", "a US-brokered truce"
    if (BaseRel(t.rel(c)) == Rel::kNmod && Among(t.preposition(c), {"between", "with", "on"})) return true;
    if (c < p.word && t.rel(c) == Rel::kAmod && d_.InClass("agreement_brokered", LowerAscii(t.word(c).lemma)))
      return true;
  }
  const int up = t.head(p.word);
  if (up >= 0 && t.preposition(p.word) == "on" && Among(LowerAscii(t.word(up).form), {"paper", "ink", "seal", "stamp"}))
    return true;  // "put pen to paper on a memorandum"
  return up >= 0 && BaseRel(t.rel(p.word)) == Rel::kNmod && t.preposition(p.word) == "of" &&
         d_.InClass("agreement_fate", LowerAscii(t.word(up).lemma));
}

bool AgreementEvidence::TellsTerms(const Proposition& p) const {
  const Proposition* verb = p.above < 0 ? nullptr : &d_.proposition(p.above);
  return verb != nullptr && verb->kind == PredicateKind::kVerb && p.link == Link::kSubject && !verb->passive &&
         verb->modal.empty() &&
         (d_.InClass("agreement_ask", verb->lemma) || d_.InClass("agreement_own", verb->lemma)) &&
         !d_.InClass("agreement_says", verb->lemma);
}

// "The arrangement takes effect", "the pause has collapsed", "the settlement obliges both".
bool AgreementEvidence::HasLife(const Proposition& p) const {
  const Proposition* verb = p.above < 0 ? nullptr : &d_.proposition(p.above);
  if (verb == nullptr || verb->kind != PredicateKind::kVerb || p.link != Link::kSubject || verb->passive) return false;
  const Argument* object = verb->Find(Slot::kObject);
  if (object != nullptr)
    return d_.InClass("agreement_life", verb->lemma + " " + LowerAscii(d_.tree(p).word(object->word).lemma));
  return d_.InClass("agreement_life", verb->lemma) ||
         std::any_of(verb->arguments.begin(), verb->arguments.end(), [&](const Argument& a) {
           return a.slot == Slot::kOblique &&
                  d_.InClass("agreement_life",
                             verb->lemma + " " + a.prep + " " + LowerAscii(d_.tree(p).word(a.word).lemma));
         });
}

bool AgreementEvidence::IsDoneTo(const std::string& verb) const {
  return d_.InClass("agreement_keep", verb) || d_.InClass("agreement_break", verb) ||
         d_.InClass("agreement_leave", verb) || verb == "sign";
}

// "The bargain", "the understanding": after an agreement that was told before.
bool AgreementEvidence::IsSpokenOfAgain(const Proposition& p, const std::vector<AgreementMention>& before) const {
  if (before.empty()) return false;
  const AgreementMention& last = before.back();
  if (last.noun == p.lemma && last.form == Form::kNoun) return true;
  if (p.sentence - last.sentence <= 1 && last.form == Form::kVerb) return true;
  return p.sentence - last.sentence <= kSentencesBack && d_.InClass("agreement_again", p.lemma) &&
         IsBare(d_.tree(p), p.word);
}

// "the rivals signed a declaration"
bool AgreementEvidence::IsSignedBySides(const Proposition& p) const {
  const Tree& t = d_.tree(p);
  const Proposition* verb = p.above < 0 ? nullptr : &d_.proposition(p.above);
  if (verb == nullptr || verb->passive || !sides_.Makes(*verb, p) || !d_.InClass("agreement_signed", verb->lemma))
    return false;
  const Argument* who = verb->Find(Slot::kSubject);
  return who != nullptr && HasFeature(t.word(who->word), "Number=Plur") && t.word(who->word).upos == Upos::kNoun;
}

// "the Harrow roadmap", "the 1991 Waters Convention": a name or a year of its own.
bool AgreementEvidence::IsNamed(const Proposition& p) const {
  const Tree& t = d_.tree(p);
  const bool titled = d_.InClass("agreement_title", p.lemma) && StartsUpper(t.word(p.word).form);
  if (!(titled || d_.InClass("agreement_nameable", p.lemma)) || HasFeature(t.word(p.word), "Number=Plur")) return false;
  bool named = false;
  for (int c : t.children(p.word)) {
    const Rel rel = t.rel(c);
    if (c > p.word || (rel != Rel::kCompound && rel != Rel::kNummod && rel != Rel::kNmodPoss && rel != Rel::kAmod))
      continue;
    if (d_.InClass("agreement_no_name", LowerAscii(t.word(c).form))) return false;
    named = named || (t.word(c).upos == Upos::kPropn && rel != Rel::kAmod);
  }
  return named;
}

// "under the arrangement", "honour the settlement", "in breach of the framework".
bool AgreementEvidence::IsGoverned(const Proposition& p) const {
  const Tree& t = d_.tree(p);
  const int up = t.head(p.word);
  const std::string prep = t.preposition(p.word);
  if (up >= 0 && BaseRel(t.rel(p.word)) == Rel::kNmod) {
    const std::string lemma = LowerAscii(t.word(up).lemma);
    return d_.InClass("agreement_breach_noun", lemma) || d_.InClass("agreement_keep_noun", lemma) ||
           Among(lemma, {"party", "signatory", "adherence", "accession", "guarantor"});
  }
  const Proposition* verb = p.above < 0 ? nullptr : &d_.proposition(p.above);
  if (verb == nullptr || verb->kind != PredicateKind::kVerb) return false;
  if (p.link == Link::kObject)
    return d_.InClass("agreement_keep", verb->lemma) || d_.InClass("agreement_break", verb->lemma) ||
           d_.InClass("agreement_signed", verb->lemma);
  if (p.link != Link::kOblique) return false;
  return IsDoneTo(verb->lemma + " " + prep) || Among(prep, {"under", "as part of", "as per", "pursuant to"});
}

// "the understanding reached on Saturday"
bool AgreementEvidence::IsMadeInClause(const Proposition& p, bool definite) const {
  const Tree& t = d_.tree(p);
  for (int c : sides_.Clauses(p)) {
    const Proposition* clause = d_.in().layer.At(p.sentence, c);
    if (clause != nullptr && (sides_.SignsName(*clause) || sides_.UndertakesIn(*clause))) return true;
    const bool faint = d_.InClass("agreement_faint", p.lemma);  // plans are drawn up, resolutions brokered
    const char* made = faint ? "agreement_struck" : "agreement_signed";
    const bool phrasal = clause != nullptr && d_.InClass(made, clause->lemma);  // "thrashed out"
    if (!phrasal && !d_.InClass(made, LowerAscii(t.word(c).lemma))) continue;
    if (clause != nullptr && (clause->passive || clause->participle || t.word(c).xpos == "VBD")) return true;
    if (clause != nullptr && definite) return true;
  }
  return false;
}

// "an understanding with China": of whoever speaks.
bool AgreementEvidence::IsWithSomebody(const Proposition& p) const {
  const Tree& t = d_.tree(p);
  return std::any_of(t.children(p.word).begin(), t.children(p.word).end(), [&](int c) {
    return BaseRel(t.rel(c)) == Rel::kNmod && t.preposition(c) == "with" && !sides_.Of(p.sentence, c, true).empty();
  });
}

bool AgreementEvidence::HasMakers(const Proposition& p) const {
  Agreement made;
  sides_.AddParties(p, made);
  return made.parties.size() > 1 && AgreementVerbs(d_).AreTwo(made.parties[0], made.parties[1]);
}

bool AgreementEvidence::IsWeakAgreement(const Proposition& p, const std::vector<AgreementMention>& before) const {
  const Tree& t = d_.tree(p);
  if (!d_.InClass("agreement_weak", p.lemma)) return false;
  if (t.preposition(p.word) == "at") return false;  // a gathering: "at its August convention"
  const bool definite = IsDefinite(t, p.word);
  if (definite && IsSpokenOfAgain(p, before)) return true;
  const bool titled =
      StartsUpper(t.word(p.word).form) && p.word > 0 && p.lemma != "convention" && AgreementNouns::IsTitled(t, p.word);
  if (titled) return true;
  const Proposition* verb = p.above < 0 ? nullptr : &d_.proposition(p.above);
  if (verb != nullptr && t.preposition(p.word) == "in" && d_.InClass("agreement_undertake", verb->lemma) &&
      AgreementNouns::IsJoint(t, p.word)) {
    return true;
  }
  if (IsSignedBySides(p)) return true;
  const bool named = std::any_of(t.children(p.word).begin(), t.children(p.word).end(), [&](int c) {
    return c < p.word && t.word(c).upos == Upos::kPropn && t.rel(c) == Rel::kCompound;
  });
  if (named && definite && verb != nullptr && p.link == Link::kObject && IsDoneTo(verb->lemma)) return true;
  if (IsMadeInClause(p, definite)) return true;
  if (definite && d_.InClass("agreement_title", p.lemma) && IsNamed(p)) return true;
  if (!d_.InClass("agreement_faint", p.lemma)) {
    if (definite && (IsNamed(p) || IsGoverned(p) || HasLife(p))) return true;
    if (verb != nullptr && sides_.Makes(*verb, p) && d_.InClass("agreement_struck", verb->lemma)) return true;
    if (d_.InClass("agreement_again", p.lemma) && IsWithSomebody(p)) return true;
  }
  return HasMakers(p);
}

}  // namespace rapporteur
