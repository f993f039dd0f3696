#include "coding/stance_clauses.h"

#include <algorithm>

#include "base/among.h"

namespace rapporteur {
namespace {

int SubjectOf(const Tree& t, int word) { return t.child(word, {Rel::kNsubj, Rel::kNsubjPass, Rel::kNsubjOuter}); }

int Question(const Tree& t, int word) {
  for (int c : t.children(word)) {
    if (c < word && t.word(c).xpos.starts_with("W") && t.rel(c) != Rel::kMark) return c;
    if (c < word && t.child(c, {Rel::kDet}) >= 0 && t.word(t.child(c, {Rel::kDet})).xpos == "WDT") return c;
  }
  return -1;
}

// "our army", "her party"
bool IsOwn(const Tree& t, int word) {
  const int owner = t.child(word, {Rel::kNmodPoss});
  return owner >= 0 && Among(LowerAscii(t.word(owner).form), {"our", "my", "his", "her", "its", "their"});
}

}  // namespace

std::vector<StanceClause> StanceClauses::Find() const {
  std::vector<StanceClause> found;
  for (size_t i = 0; i < d_.in().layer.all.size(); ++i) {
    if (std::optional<StanceClause> clause = Topic(static_cast<int>(i))) found.push_back(std::move(*clause));
    if (std::optional<StanceClause> clause = Said(static_cast<int>(i))) found.push_back(std::move(*clause));
  }
  return found;
}

// "France's position is that …", "its demands include …": what stands for the noun.
std::optional<StanceClause> StanceClauses::Topic(int index) const {
  const Proposition& p = d_.proposition(index);
  const Tree& t = d_.tree(p);
  const int noun = SubjectOf(t, p.word);
  if (noun < 0 || !d_.InClass("stance_topic", LowerAscii(t.word(noun).lemma))) return std::nullopt;
  const int cop = t.child(p.word, {Rel::kCop});
  const bool includes = p.kind == PredicateKind::kVerb && Among(p.lemma, {"include", "comprise"});
  const bool clause = cop >= 0 && t.child(p.word, {Rel::kMark}) > cop;
  const bool names = cop >= 0 && p.kind == PredicateKind::kNoun && t.word(p.word).upos == Upos::kNoun &&
                     d_.InClass("stance_asked", LowerAscii(t.word(noun).lemma));
  if (!includes && !clause && !names) return std::nullopt;
  const Proposition* owner = d_.in().layer.At(p.sentence, noun);
  if (owner == nullptr) return std::nullopt;
  StanceClause found;
  found.holders = d_.Subjects(*owner);
  if (const Argument* of = owner->Find(Slot::kOblique, "of"); found.holders.empty() && of != nullptr)
    found.holders = d_.in().matcher.Actors(p.sentence, of->word, false, false);
  std::erase_if(found.holders, [](const ActorRef& who) { return who.actor < 0; });
  if (found.holders.empty()) return std::nullopt;
  int first = includes ? p.word + 1 : cop + 1;
  while (first < p.word && (t.rel(first) == Rel::kPunct || Among(LowerAscii(t.word(first).form), {"that", "not"})))
    ++first;
  const int last = t.last(p.word);
  if (first > last) return std::nullopt;
  found.words = d_.content().Trim(t.span(first, last));
  found.stance = p.negated ? Stance::kAgainst : Stance::kFor;
  found.statement = d_.in().told.Innermost(t.word(p.word).span.begin);
  found.trigger = t.span(p.word, p.word);
  found.rule = "position is";
  return found;
}

std::optional<StanceClause> StanceClauses::Said(int index) const {
  const Proposition& p = d_.proposition(index);
  const bool verb = p.kind == PredicateKind::kVerb;
  if (verb && p.modal.empty() && !p.imperative && !p.negated && !Among(p.lemma, {"have", "need", "let", "ought", "go"}))
    return std::nullopt;
  const StatementIndex& told = d_.in().told;
  const Tree& t = d_.tree(p);
  const int in = told.Innermost(t.word(p.word).span.begin);
  if (in < 0) return Told(index);
  const Statement& statement = told.statements()[static_cast<size_t>(in)];
  if (!statement.speaker || statement.speaker->actor < 0 || !Stands(p)) return std::nullopt;
  StanceClause clause;
  clause.statement = in;
  clause.trigger = t.span(p.word, p.word);
  clause.holders = {*statement.speaker};
  if (!Reads(p, statement, clause)) return std::nullopt;
  const Span content = statement.content;
  const Span within{std::max(clause.words.begin, content.begin), std::min(clause.words.end, content.end)};
  if (within.begin >= within.end) return std::nullopt;
  clause.words = d_.content().Trim(within);
  return clause;
}

// "Brussels will not reopen the agreement", told by the report itself.
std::optional<StanceClause> StanceClauses::Told(int index) const {
  const Proposition& p = d_.proposition(index);
  const Tree& t = d_.tree(p);
  if (!p.negated || p.modal != "will" || !Stands(p) || t.child(p.word, {Rel::kParataxis}) >= 0) return std::nullopt;
  StanceClause clause;
  clause.trigger = t.span(p.word, p.word);
  for (const ActorRef& who : d_.Subjects(p)) {
    if (who.actor < 0) return std::nullopt;
    const ActorType type = d_.in().cast.actors[static_cast<size_t>(who.actor)].type;
    if (type == ActorType::kPopulation || type == ActorType::kPerson) return std::nullopt;
    if (!IsWill(p, who, clause)) return std::nullopt;
    clause.holders.push_back(who);
  }
  if (clause.holders.empty()) return std::nullopt;
  clause.confidence = 0.55;
  return clause;
}

// Fills the clause's stance, words and rule; false when it holds nothing.
bool StanceClauses::Reads(const Proposition& p, const Statement& statement, StanceClause& clause) const {
  const Tree& t = d_.tree(p);
  if (const int why = Question(t, p.word);
      why >= 0 && t.rel(why) != Rel::kCsubj && t.rel(why) != Rel::kCsubjPass) {  // "Why should we pay for it?"
    if (LowerAscii(t.word(why).form) != "why" || p.modal != "should" || t.word(t.size() - 1).form == ".") return false;
    clause.stance = Stance::kAgainst;
    clause.words = FromVerb(t, p.word);
    clause.rule = "why should";
  } else if (words_.ought().Ought(p)) {
    if (RaisedNegation(p) != p.negated) clause.stance = Stance::kAgainst;
    clause.words = words_.Clause(t, p.word);
    clause.rule = "ought";
  } else if (const int none = NoSuch(p); none >= 0) {
    clause.stance = Stance::kAgainst;
    const Span whole = words_.Clause(t, p.word);
    clause.words = {t.word(none + 1).span.begin, std::max(whole.end, t.word(none + 1).span.end)};
    clause.rule = "there will be no";
  } else if (IsWill(p, *statement.speaker, clause)) {
    return true;
  } else if (CannotBe(p)) {
    clause.stance = Stance::kAgainst;
    clause.words = AfterNot(t, p.word);
    clause.rule = "cannot be";
    clause.confidence = 0.55;
  } else if (IsOrder(p, statement)) {
    clause.stance = p.negated ? Stance::kAgainst : Stance::kFor;
    const int done = p.lemma == "let" ? t.child(p.word, {Rel::kXcomp, Rel::kCcomp}) : p.word;
    clause.words = p.negated ? FromVerb(t, done) : words_.Clause(t, done);
    clause.rule = "imperative";
    clause.confidence = 0.5;
  } else {
    return false;
  }
  return true;
}

// "The road cannot be a subject of trade", "this can't go on": what must not be, not what somebody is unable to do.
bool StanceClauses::CannotBe(const Proposition& p) const {
  const Tree& t = d_.tree(p);
  const int subject = SubjectOf(t, p.word);
  if (!p.negated || p.modal != "can" || p.perfect || subject < 0 || t.word(subject).upos == Upos::kPropn) return false;
  if (d_.InClass("stance_unable", p.lemma) || d_.InClass("stance_remark", p.lemma)) return false;
  if (d_.InClass("stance_deem", p.lemma)) return false;  // "cannot be considered a change": an assessment
  const std::string form = LowerAscii(t.word(subject).form);
  if (t.word(subject).upos == Upos::kPron && !Among(form, {"this", "that", "it", "there"})) return false;
  return p.passive || t.child(p.word, {Rel::kCop}) >= 0 || d_.InClass("stance_last", p.lemma);
}

// "I do not think we should arm them"
bool StanceClauses::RaisedNegation(const Proposition& p) const {
  if (p.above < 0 || p.link != Link::kCcomp) return false;
  const Proposition& above = d_.proposition(p.above);
  return above.negated && d_.InClass("stance_raise", above.lemma);
}

// Said as such: neither a condition nor a further description of something.
bool StanceClauses::Stands(const Proposition& p) const {
  if (Among(p.mark,
            {"if", "whether", "unless", "before", "until", "when", "once", "after", "than", "rather than", "lest"}))
    return false;
  const Rel rel = d_.tree(p).rel(p.word);
  return rel != Rel::kAclRelcl && rel != Rel::kAcl && rel != Rel::kCsubj;
}

// "there would be NO talks with them", "there is NO military solution": where "no" stands, -1 for another clause.
int StanceClauses::NoSuch(const Proposition& p) const {
  const Tree& t = d_.tree(p);
  if (p.lemma != "be" || t.child(p.word, {Rel::kExpl}) < 0 || p.perfect) return -1;
  const int subject = SubjectOf(t, p.word);
  const bool ever = p.modal.empty() && subject >= 0 &&
                    (d_.InClass("stance_none", LowerAscii(t.word(subject).lemma)) ||
                     d_.InClass("stance_none", LowerAscii(t.word(subject).form)));
  if (!ever && !Among(p.modal, {"will", "would", "can", "could", "'ll", "shall"})) return -1;
  const int no = subject < 0 ? -1 : t.child(subject, {Rel::kDet});
  return no >= 0 && no + 1 < t.size() && LowerAscii(t.word(no).form) == "no" &&
                 !d_.InClass("stance_sure", LowerAscii(t.word(subject).lemma))
             ? no
             : -1;
}

// "We will not negotiate", "under no circumstances would her party join"; "it would go ahead".
bool StanceClauses::IsWill(const Proposition& p, const ActorRef& speaker, StanceClause& clause) const {
  if (p.kind != PredicateKind::kVerb || p.passive || p.perfect) return false;
  const Tree& t = d_.tree(p);
  const bool going = p.lemma == "go" && p.progressive && p.negated && t.child(p.word, {Rel::kXcomp}) >= 0;
  // "we cannot continue", "she would rather see new elections"
  const bool cannot = p.negated && Among(p.modal, {"can", "could"}) && d_.InClass("stance_willed", p.lemma);
  const bool rather = !p.negated && p.modal == "would" && LowerAscii(t.word(p.word - 1).form) == "rather";
  const bool will = !p.progressive && Among(p.modal, {"will", "would", "'ll", "’ll", "'d", "’d", "shall"});
  if (!going && !will && !cannot) return false;
  const char* of = p.negated ? "stance_unwilled" : "stance_willed";
  if ((!going && !rather && d_.InClass(of, p.lemma) == p.negated) || d_.InClass("stance_remark", p.lemma)) return false;
  const int further = t.child(p.word, {Rel::kXcomp});  // "would continue to block it": told by the stance below
  if (further >= 0 && !d_.in().lexicon.stances().Find(PredicatePos::kVerb, LowerAscii(t.word(further).lemma)).empty())
    return false;
  const Argument* object = p.Find(Slot::kObject);
  if (object != nullptr && Among(LowerAscii(t.word(object->word).lemma), {"comment", "detail", "interview"}))
    return false;
  const int subject = SubjectOf(t, p.word);
  if (subject < 0 || !IsOurs(p, subject, speaker, clause)) return false;
  if (cannot && !Among(LowerAscii(t.word(subject).form), {"i", "we"})) return false;
  clause.stance = p.negated ? Stance::kAgainst : Stance::kFor;
  // "our struggle will continue": with what goes on
  clause.words = IsOwn(t, subject) && t.word(subject).upos == Upos::kNoun && clause.holders.size() == 1 &&
                         clause.holders.front().span == speaker.span
                     ? words_.Clause(t, p.word)
                     : FromVerb(t, going ? t.child(p.word, {Rel::kXcomp}) : p.word);
  clause.rule = p.negated ? "will not" : "will";
  clause.confidence = p.negated ? 0.7 : 0.55;
  return true;
}

// The speaker itself, or its side, which then holds it.
bool StanceClauses::IsOurs(const Proposition& p, int subject, const ActorRef& speaker, StanceClause& clause) const {
  const Tree& t = d_.tree(p);
  if (Among(LowerAscii(t.word(subject).form), {"i", "we"})) return true;
  const std::string form = LowerAscii(t.word(subject).form);
  if (p.link == Link::kCcomp && Among(form, {"it", "he", "she", "they"})) return true;  // "Ankara said it would go on"
  const std::vector<ActorRef> who = d_.Subjects(p);
  const bool same = std::any_of(who.begin(), who.end(), [&](const ActorRef& one) {
    return one.actor == speaker.actor || d_.SameSide(one, speaker) || IsItsGovernment(speaker, one);
  });
  if (!same && !IsOwn(t, subject)) return false;
  if (!who.empty() && std::none_of(who.begin(), who.end(), [](const ActorRef& one) { return one.actor < 0; }))
    clause.holders = who;
  return true;
}

// "Russia will observe the caps, the foreign ministry said"
bool StanceClauses::IsItsGovernment(const ActorRef& speaker, const ActorRef& state) const {
  if (state.actor < 0 || !speaker.code.empty()) return false;
  return d_.in().cast.actors[static_cast<size_t>(state.actor)].type == ActorType::kState &&
         std::find(speaker.sectors.begin(), speaker.sectors.end(), "GOV") != speaker.sectors.end();
}

bool StanceClauses::IsOrder(const Proposition& p, const Statement& statement) const {
  if (p.kind != PredicateKind::kVerb || statement.form == StatementForm::kIndirect) return false;
  const Tree& t = d_.tree(p);
  if (d_.InClass("stance_remark", p.lemma) || d_.InClass("stance_private", p.lemma) || SubjectOf(t, p.word) >= 0)
    return false;
  const bool base = t.word(p.word).xpos == "VB" && t.child(p.word, {Rel::kAux, Rel::kMark}) < 0;
  if (p.lemma == "let") {
    const int done = t.child(p.word, {Rel::kXcomp, Rel::kCcomp});
    if (!base || done < 0) return false;
    const std::string lemma = LowerAscii(t.word(done).lemma);
    return LowerAscii(t.word(p.word + 1).form) != "me" && !d_.InClass("stance_remark", lemma) &&
           !d_.InClass("stance_private", lemma);
  }
  if (!p.imperative || !(base || p.negated)) return false;
  return t.rel(p.word) != Rel::kConj && (t.child(p.word, {Rel::kObj}) >= 0 || p.negated);
}

// "cannot BE A SUBJECT OF TRADE": without the negation, which the stance says.
Span StanceClauses::AfterNot(const Tree& t, int word) const {
  const Span whole = words_.Clause(t, word);
  for (int w = word - 1; w >= t.first(word); --w) {
    if (!Among(LowerAscii(t.word(w).form), {"not", "n't", "n’t", "cannot", "never"})) continue;
    return {t.word(w + 1).span.begin, std::max(whole.end, t.word(word).span.end)};
  }
  return whole;
}

// The deed alone, from its verb.
Span StanceClauses::FromVerb(const Tree& t, int word) const {
  const Span whole = words_.Clause(t, word);
  if (!IsVerbal(t.word(word))) return whole;
  return {t.word(word).span.begin, std::max(whole.end, t.word(word).span.end)};
}

}  // namespace rapporteur
