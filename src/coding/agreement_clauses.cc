#include "coding/agreement_clauses.h"

#include <algorithm>

#include "base/among.h"
#include "coding/agreement_mentions.h"
#include "coding/agreement_term.h"

namespace rapporteur {
namespace {

// The first word of the predicate, without its subject and auxiliaries.
int PredicateOf(const Tree& t, int clause, int subject) {
  int first = clause;
  for (int c : t.children(clause)) {
    if (c >= clause || c <= subject) continue;
    const Rel rel = BaseRel(t.rel(c));
    const bool not_told = Among(LowerAscii(t.word(c).form), {"not", "never", "no"});
    if (rel == Rel::kAdvmod && not_told) first = std::min(first, c);
  }
  return first;
}

bool IsNamePart(const Tree& t, int w) {
  const Upos upos = t.word(w).upos;
  return upos == Upos::kPropn || upos == Upos::kNoun || upos == Upos::kDet || upos == Upos::kAdj || upos == Upos::kNum;
}

// The first word of a subject itself, without a participle set before it: "[reached in May,] migrants".
int StartOf(const Tree& t, int subject) {
  int first = subject;
  while (first > t.first(subject) && t.word(first - 1).upos != Upos::kPunct) --first;
  return first;
}

// The end of a nominal with the time that is set for it: "a halt to raids [within a week]".
int WithDeadline(const Tree& t, int word) {
  const int last = t.last(word), next = last + 1;
  const bool time = next < t.size() && Among(LowerAscii(t.word(next).form),
                                             {"within", "by", "until", "till", "before", "over", "from", "for", "in"});
  const int head = time ? t.head(next) : -1;
  if (head < next || t.head(head) != t.head(word)) return last;
  const Rel rel = BaseRel(t.rel(head));
  return (rel == Rel::kObl || rel == Rel::kNmod) && t.first(head) == next ? t.last(head) : last;
}

// The word that says a clause is owed: "will", "must", the "is" of "is to"; -1 none.
int DutyWord(const Tree& t, int clause) {
  for (int c : t.children(clause)) {
    const bool modal = c < clause && t.rel(c) == Rel::kAux;
    if (modal && Among(LowerAscii(t.word(c).form), {"will", "must", "shall", "would", "may"})) return c;
  }
  return TermClauses::IsToOf(t, clause);
}

}  // namespace

int TermClauses::IsToOf(const Tree& t, int clause) {
  int be = -1;
  for (int c : t.children(clause)) {
    if (c >= clause) break;
    const Rel rel = t.rel(c);
    if ((rel == Rel::kAux || rel == Rel::kCop) && LowerAscii(t.word(c).lemma) == "be" && be < 0) be = c;
    if (rel == Rel::kMark && LowerAscii(t.word(c).form) == "to") return be;
  }
  return -1;
}

// Past what is set between commas: "Danso, the incumbent, is not to", "Uganda, which sent troops, must".
int TermClauses::SubjectBefore(const Tree& t, int clause) {
  const int duty = DutyWord(t, clause);
  int word = duty - 1;
  while (word > 0 && (t.word(word).upos == Upos::kPunct || t.word(word).upos == Upos::kAdv)) --word;
  if (duty < 1 || word < 0 || t.word(word).upos == Upos::kPunct) return -1;
  const bool aside = t.word(duty - 1).upos == Upos::kPunct;
  for (int steps = 0; steps < 8; ++steps) {
    const int up = t.head(word);
    if (up < 0 || up >= duty) break;
    const Rel rel = BaseRel(t.rel(word));
    const bool stop = IsNominal(t.word(up)) && (rel == Rel::kAppos || rel == Rel::kAcl);
    if (!aside && !IsNominal(t.word(up))) break;
    const Rel whole = BaseRel(t.rel(up));  // "leave Iraq and France will": the second only
    if (!aside && rel == Rel::kConj && (whole == Rel::kObj || whole == Rel::kObl || whole == Rel::kNmod)) break;
    word = up;
    if (stop) break;
  }
  return IsNominal(t.word(word)) ? word : -1;
}

std::vector<int> TermClauses::Duties(int sentence, int clause) const {
  const Tree& t = tree(sentence);
  std::vector<int> members = Members(sentence, clause);
  for (int w = t.first(clause); w <= t.last(clause); ++w) {
    const bool known = std::find(members.begin(), members.end(), w) != members.end();
    if (known || t.word(w).upos != Upos::kVerb || DutyWord(t, w) < 0 || IsSpeech(t, w)) continue;
    const Proposition* p = d_.in().layer.At(sentence, w);
    const Rel rel = t.rel(w);
    if (p == nullptr || BaseRel(rel) == Rel::kAcl || !Among(p->mark, {"", "while", "whereas", "to"})) continue;
    const bool made = t.head(w) >= 0 && d_.InClass("agreement_make", LowerAscii(t.word(t.head(w)).lemma));
    if (rel == Rel::kXcomp || (rel == Rel::kCcomp && !made) || d_.in().told.Innermost(t.word(w).span.begin) >= 0)
      continue;
    const int subject = SubjectOf(t, w) >= 0 ? SubjectOf(t, w) : SubjectBefore(t, w);
    if (subject >= 0 && t.word(subject).upos != Upos::kPron) members.push_back(w);
  }
  std::sort(members.begin(), members.end());
  return members;
}

const Proposition* TermClauses::VerbAt(int sentence, int word) const {
  const Proposition* p = word < 0 ? nullptr : d_.in().layer.At(sentence, word);
  return p != nullptr && p->kind == PredicateKind::kVerb ? p : nullptr;
}

int TermClauses::SubjectOf(const Tree& t, int clause) {
  return t.child(clause, {Rel::kNsubj, Rel::kNsubjPass, Rel::kNsubjOuter});
}

bool TermClauses::IsSpeech(const Tree& t, int verb) {
  return Among(LowerAscii(t.word(verb).lemma),
               {"say", "tell", "add", "report", "announce", "note", "call", "explain", "write", "confirm"});
}

// A clause and those coordinated with it or set beside it: "X will …, Y will …; while Z …".
std::vector<int> TermClauses::Members(int sentence, int clause) const {
  const Tree& t = tree(sentence);
  std::vector<int> members{clause};
  for (size_t i = 0; i < members.size(); ++i) {
    for (int c : t.children(members[i])) {
      if (c < members[i]) continue;
      const Rel rel = t.rel(c);
      const Proposition* p = d_.in().layer.At(sentence, c);
      const bool contrast = rel == Rel::kAdvcl && p != nullptr && Among(p->mark, {"while", "whereas"});
      const bool clausal = IsVerbal(t.word(c)) || SubjectOf(t, c) >= 0;
      if (((rel == Rel::kConj || rel == Rel::kParataxis) && clausal && !IsSpeech(t, c)) || contrast)
        members.push_back(c);
    }
  }
  std::sort(members.begin(), members.end());
  return members;
}

// Where a clause begins: its "to", or the first word before its predicate.
int TermClauses::FirstOf(const Tree& t, int clause) {
  const int mark = t.child(clause, {Rel::kMark});
  const bool to = mark >= 0 && mark < clause && Among(LowerAscii(t.word(mark).form), {"to", "from"});
  return to && SubjectOf(t, clause) < 0 ? mark : t.first(clause);
}

int TermClauses::BeginOf(const Tree& t, int clause) {
  const int first = FirstOf(t, clause);
  if (SubjectOf(t, clause) >= 0) return first;
  const int subject = SubjectBefore(t, clause);
  if (subject < 0) return first;
  int begin = subject;  // its own words before it: its subtree may hold more
  while (begin > t.first(subject) && t.word(begin - 1).upos != Upos::kPunct && t.rel(begin - 1) != Rel::kCc) --begin;
  return std::min(first, begin);
}

int TermClauses::EndOf(const Tree& t, int clause) {
  int last = t.last(clause);
  for (int c : t.children(clause)) {
    const bool finite = t.rel(c) == Rel::kConj && Among(t.word(c).xpos, {"VBZ", "VBD"}) && SubjectOf(t, c) < 0;
    if (c > clause && (t.rel(c) == Rel::kParataxis || finite)) last = std::min(last, t.first(c) - 1);
  }
  return last;
}

// One clause as a term; gives who owes it.
TermClauses::Obligor TermClauses::PushClause(int sentence, int clause, int last, const Obligor& given,
                                             Agreement& agreement, int from) const {
  const Tree& t = tree(sentence);
  int subject = SubjectOf(t, clause);
  if (subject < 0) subject = SubjectBefore(t, clause);
  const Proposition* p = d_.in().layer.At(sentence, clause);
  const bool judged = p != nullptr && p->kind == PredicateKind::kAdjective && DutyWord(t, clause) < 0 &&
                      !d_.InClass("agreement_due", p->lemma);
  if (judged) return std::nullopt;  // "was satisfactory"
  const bool passive = p != nullptr && p->passive;
  if (subject >= 0 && !passive && agreement.parties.size() < 2) {  // "Greece, Turkey and Britain guarantee"
    const std::vector<ActorRef> owing = sides_.Of(sentence, subject);
    if (owing.size() > 1) sides_.Add(owing, agreement);
  }
  TermWords words{sentence, clause, std::max(from, FirstOf(t, clause)), std::max(clause, last), given};
  if (subject >= 0 && subject < clause) {
    words.obligor = passive ? std::nullopt : sides_.Obligor(sentence, subject);
    if (words.obligor) words.first = std::max(from, PredicateOf(t, clause, t.last(subject)));
    if (!words.obligor) words.first = std::max(from, StartOf(t, subject));
  } else {
    words.first = std::max(words.first, std::min(clause, FirstOf(t, clause)));
  }
  if (passive && p != nullptr) {
    if (const Argument* by = p->Find(Slot::kSubject)) words.obligor = sides_.Obligor(sentence, by->word);
  }
  Obligor obligor = words.obligor;
  PushTerm(d_, std::move(words), agreement);
  return obligor;
}

// All clauses that are coordinated with one; `owed` by whom where they have no subject of their own.
void TermClauses::PushClauses(int sentence, int clause, int last, Obligor owed, Agreement& agreement, int from) const {
  const Tree& t = tree(sentence);
  std::vector<int> members = Duties(sentence, clause);
  const std::string front = LowerAscii(t.word(members.front()).lemma);
  if (members.size() > 1 && d_.InClass("agreement_struck", front))
    members.erase(members.begin());  // "which X concluded"
  for (size_t i = 0; i < members.size(); ++i) {
    const int end = i + 1 < members.size() ? BeginOf(t, members[i + 1]) - 1 : last;
    const Proposition* verb = VerbAt(sentence, members[i]);
    if (verb != nullptr && PushUndertaken(*verb, std::min(end, t.last(members[i])), agreement)) continue;
    if (PushIsTo(sentence, members[i], std::min(end, t.last(members[i])), agreement)) continue;
    const Obligor told = PushClause(sentence, members[i], std::min(end, t.last(members[i])), owed, agreement, from);
    if (SubjectOf(t, members[i]) >= 0 || SubjectBefore(t, members[i]) >= 0) owed = told;
  }
}

// "X is to seek …, and to pay …": one by one.
bool TermClauses::PushIsTo(int sentence, int clause, int last, Agreement& agreement) const {
  const Tree& t = tree(sentence);
  const Proposition* p = d_.in().layer.At(sentence, clause);
  const int subject = SubjectOf(t, clause) >= 0 ? SubjectOf(t, clause) : SubjectBefore(t, clause);
  if (p == nullptr || p->passive || p->negated || subject < 0 || IsToOf(t, clause) < 0) return false;
  const Obligor owed = sides_.Obligor(sentence, subject);
  if (owed) PushInfinitives(sentence, clause, last, owed, agreement);
  return owed.has_value();
}

// "X undertook to stop …", "X had to leave", "Y was promised aid": what is owed is the complement.
bool TermClauses::PushUndertaken(const Proposition& verb, int last, Agreement& agreement) const {
  const Tree& t = d_.tree(verb);
  const bool has = verb.lemma == "have" || verb.lemma == "need";
  if (!has && !d_.InClass("agreement_undertake", verb.lemma)) return false;
  const int subject = SubjectOf(t, verb.word);
  const Obligor owed = subject < 0 || verb.passive ? std::nullopt : sides_.Obligors(verb.sentence, subject);
  bool any = false;
  for (int c : t.children(verb.word)) {
    if (c < verb.word || c > last) continue;
    const Rel rel = t.rel(c);
    const Proposition* clause = VerbAt(verb.sentence, c);
    const bool to = clause != nullptr && (rel == Rel::kXcomp || (rel == Rel::kAdvcl && clause->mark == "to"));
    if (to) {
      PushInfinitives(verb.sentence, c, last, owed, agreement);
      any = true;
    } else if (rel == Rel::kCcomp && !has) {
      PushClauses(verb.sentence, c, last, owed, agreement);
      any = true;
    } else if (rel == Rel::kObj && d_.InClass("agreement_promise", verb.lemma) &&
               !d_.InClass("agreement_noun", LowerAscii(t.word(c).lemma)) && t.word(c).upos == Upos::kNoun) {
      PushNominals(verb.sentence, c, owed, agreement);
      any = true;
    }
  }
  for (const Argument& a : verb.arguments) {  // "agreed on an exchange of prisoners"
    const bool what =
        (a.slot == Slot::kObject && verb.passive) || (a.slot == Slot::kOblique && Among(a.prep, {"on", "to"}));
    const bool deed = !any && verb.lemma == "agree" && what && !InDate(d_, verb.sentence, a.word) &&
                      t.word(a.word).upos == Upos::kNoun &&
                      !d_.InClass("agreement_noun", LowerAscii(t.word(a.word).lemma)) && IsDeed(verb.sentence, a.word);
    if (deed) PushNominals(verb.sentence, a.word, std::nullopt, agreement);
  }
  return any;
}

// Infinitives and gerunds of a list, some with others who owe them: "to withdraw …, and Congo to end …".
void TermClauses::PushInfinitives(int sentence, int clause, int last, Obligor owed, Agreement& agreement,
                                  bool forbidden) const {
  const Tree& t = tree(sentence);
  struct Member {
    int head, first;
    Obligor owed;
  };
  std::vector<Member> members;
  int apart = -1;  // "…, while the union agreed to return"
  for (int m : Members(sentence, clause)) {
    if (m != clause && SubjectOf(t, m) >= 0 && SubjectOf(t, m) < m && t.rel(m) == Rel::kAdvcl) {
      last = std::min(last, t.first(m) - 1);
      apart = m;
      break;
    }
    if (m != clause && Among(t.word(m).xpos, {"VBZ", "VBD"}) && SubjectOf(t, m) < 0) {  // "…, and requires …"
      last = std::min(last, t.first(m) - 1);
      continue;
    }
    members.push_back({m, FirstOf(t, m), owed});
  }
  for (int w = clause + 1; w <= last; ++w) {
    const int head = t.head(w);
    const bool to =
        t.rel(w) == Rel::kMark && LowerAscii(t.word(w).form) == "to" && head > w && t.rel(head) != Rel::kAcl;
    if (!to) continue;
    int first = w;
    while (first - 1 > clause && IsNamePart(t, first - 1)) --first;
    const int before = first - 1;
    const bool listed = before > clause && (t.rel(before) == Rel::kCc || Among(t.word(before).form, {",", ";"}));
    if (!listed || (first < w && sides_.Of(sentence, w - 1, true).empty())) continue;
    const auto same = std::find_if(members.begin(), members.end(), [&](const Member& m) { return m.head == head; });
    if (same != members.end() && first == w) continue;
    if (same != members.end()) members.erase(same);
    members.push_back({head, first, first < w ? sides_.Obligor(sentence, w - 1) : owed});
  }
  std::sort(members.begin(), members.end(), [](const Member& a, const Member& b) { return a.head < b.head; });
  for (size_t i = 0; i < members.size(); ++i) {
    const Member& one = members[i];
    const int end = i + 1 < members.size() ? members[i + 1].first - 1 : std::max(last, one.head);
    int first = one.first;
    while (first < one.head && t.rel(first) != Rel::kMark && one.first < one.head && IsNamePart(t, first)) ++first;
    PushTerm(d_, {sentence, one.head, first, std::max(end, one.head), one.owed, "", forbidden}, agreement);
    if (i > 0 && one.owed) owed = one.owed;
  }
  if (apart >= 0) PushClauses(sentence, apart, t.last(apart), std::nullopt, agreement);
}

// Every member of a list of nouns, wherever the parser hung it: one with words of its own ("full access for
// monitors") is none of the last member's ("the release of detainees and hostages").
void TermClauses::PushNominals(int sentence, int word, const Obligor& owed, Agreement& agreement) const {
  const Tree& t = tree(sentence);
  std::vector<int> members{word};
  for (int w = word + 1; w <= t.last(word); ++w) {
    const Rel rel = t.rel(w);
    if (rel != Rel::kConj && rel != Rel::kAppos) continue;
    const bool direct = t.coordination_head(w) == word || t.head(w) == word ||
                        std::find(members.begin(), members.end(), t.head(w)) != members.end();
    const bool listed = t.child(w, {Rel::kDet}) >= 0 && t.first(w) > 0 &&
                        (t.rel(t.first(w)) == Rel::kPunct || t.rel(t.first(w) - 1) == Rel::kPunct);
    const bool own = listed || t.child(w, {Rel::kNmod, Rel::kAcl, Rel::kAclRelcl}) >= 0;
    const bool deed = members.size() > 1 && IsDeed(sentence, w) && !IsDeed(sentence, t.head(w));
    if (direct || own || deed) members.push_back(w);
  }
  for (size_t i = 0; i < members.size(); ++i) {
    const int end = i + 1 < members.size() ? t.first(members[i + 1]) - 1 : WithDeadline(t, word);
    int first = t.first(members[i]);
    while (first < members[i] &&
           (t.rel(first) == Rel::kPunct || t.rel(first) == Rel::kCc || t.rel(first) == Rel::kCase))
      ++first;
    PushTerm(d_, {sentence, members[i], first, std::max(end, members[i]), owed, "COOPERATE"}, agreement);
  }
}

// A noun for something that is done: "elections", "withdrawal".
bool TermClauses::IsDeed(int sentence, int word) const { return !ClassOfTerm(d_, sentence, word).empty(); }

}  // namespace rapporteur
