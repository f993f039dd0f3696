#include "coding/stance_verdicts.h"

#include <algorithm>
#include <string>

#include "base/among.h"

namespace rapporteur {
namespace {

constexpr int kMaxAlone = 10;  // words of a quotation that is a verdict and nothing else

int SubjectOf(const Tree& t, int word) {
  return t.child(word, {Rel::kNsubj, Rel::kNsubjPass, Rel::kNsubjOuter, Rel::kCsubj});
}

// "sell-out" is three words of the tree.
std::string Lemma(const Tree& t, int word) {
  std::string lemma = LowerAscii(t.word(word).lemma);
  const bool joined =
      word + 2 < t.size() && t.word(word + 1).form == "-" && t.word(word).span.end == t.word(word + 1).span.begin;
  if (joined) lemma += " " + LowerAscii(t.word(word + 2).form);
  return lemma;
}

Span BeforeComma(const Tree& t, Span words) {
  for (int w = 0; w < t.size(); ++w) {
    const Span at = t.word(w).span;
    if (words.contains(at) && t.word(w).form == ",") return {words.begin, at.begin};
  }
  return words;
}

// A noun with what stands before it and its phrases, without clauses.
Span NounWords(const Tree& t, int word) {
  int last = word;
  for (int c : t.children(word)) {
    if (c > word && BaseRel(t.rel(c)) == Rel::kNmod && t.first(c) == last + 1) last = t.last(c);
  }
  for (int w = word + 1; w <= last; ++w) {
    if (t.word(w).upos == Upos::kVerb || t.word(w).upos == Upos::kPunct) last = w - 1;
  }
  int first = t.first(word);
  while (first < word && (t.rel(first) == Rel::kPunct || t.rel(first) == Rel::kCase)) ++first;
  return t.span(first, last);
}

bool Opens(const Tree& t, int word) {
  const std::string form = LowerAscii(t.word(word).form);
  return t.rel(word) == Rel::kPunct || Among(form, {"as", "“", "\"", "‘", "'", ":", ",", "to", "be"});
}

}  // namespace

std::vector<StanceClause> StanceVerdicts::Find() const {
  std::vector<StanceClause> found;
  const std::vector<Tree>& trees = d_.in().trees;
  for (size_t s = 0; s < trees.size(); ++s) {
    for (int w = 0; w < trees[s].size(); ++w) {
      const std::optional<Verdict> verdict = At(static_cast<int>(s), w);
      if (!verdict) continue;
      if (std::optional<StanceClause> clause = Read(*verdict)) found.push_back(std::move(*clause));
    }
  }
  const std::vector<Statement>& told = d_.in().told.statements();
  for (size_t i = 0; i < told.size(); ++i) {
    if (std::optional<StanceClause> clause = Refusal(told[i], static_cast<int>(i))) found.push_back(std::move(*clause));
  }
  return found;
}

// "“Not one more truck until they pay,” she said", "“Never,” he said": a quotation that opens with a refusal.
std::optional<StanceClause> StanceVerdicts::Refusal(const Statement& statement, int index) const {
  if (statement.form == StatementForm::kIndirect || !statement.speaker || statement.parent >= 0) return std::nullopt;
  const int s = d_.content().SentenceAt(statement.content.begin);
  if (s < 0 || statement.speaker->actor < 0) return std::nullopt;
  const Tree& t = d_.in().trees[static_cast<size_t>(s)];
  int first = 0;
  while (first < t.size() && t.word(first).span.begin < statement.content.begin) ++first;
  if (first + 1 >= t.size()) return std::nullopt;
  const std::string form = LowerAscii(t.word(first).form);
  const std::string next = LowerAscii(t.word(first + 1).form);
  const bool refuses = (form == "not" && Among(next, {"one", "a", "with", "in", "on", "until", "without", "now", "for",
                                                      "while", "under"})) ||
                       form == "never" || (form == "no" && d_.InClass("stance_refused", next)) || form == "enough";
  if (!refuses || t.word(first + 1).upos == Upos::kVerb) return std::nullopt;
  StanceClause clause;
  clause.holders = {*statement.speaker};
  clause.stance = Stance::kAgainst;
  uint32_t end = first;
  for (int w = first; w < t.size() && statement.content.contains(t.word(w).span) && t.word(w).form != "."; ++w)
    end = static_cast<uint32_t>(w);
  clause.words = d_.content().Trim(t.span(first, static_cast<int>(end)));
  clause.trigger = t.span(first, first);
  clause.statement = index;
  clause.rule = "refusal";
  clause.confidence = 0.6;
  return clause;
}

std::optional<StanceVerdicts::Verdict> StanceVerdicts::At(int sentence, int word) const {
  const Tree& t = d_.in().trees[static_cast<size_t>(sentence)];
  const Upos upos = t.word(word).upos;
  const bool participle = upos == Upos::kVerb && t.word(word).xpos == "VBN";
  if (upos != Upos::kNoun && upos != Upos::kAdj && !participle) return std::nullopt;
  const std::string lemma = participle ? LowerAscii(t.word(word).form) : Lemma(t, word);
  if (d_.InClass("stance_way", lemma) && word > 0 &&
      Among(LowerAscii(t.word(word - 1).lemma), {"only", "best", "sole"}))
    return Verdict{sentence, word, word - 1, true};  // "the only way forward"
  const bool bad =
      d_.InClass("stance_bad", lemma) || (upos == Upos::kAdj && word > 0 && LowerAscii(t.word(word - 1).form) == "too");
  if (!bad && !d_.InClass("stance_good", lemma)) return std::nullopt;
  Verdict verdict{sentence, Phrase(t, word), word, !bad};
  if (verdict.word < 0) return std::nullopt;
  for (int w = t.first(verdict.word); w < word && verdict.word != word; ++w) {  // "a necessary surrender"
    if (w != word && d_.InClass("stance_bad", Lemma(t, w))) return std::nullopt;
  }
  const Proposition* p = d_.in().layer.At(sentence, verdict.word);
  if (p != nullptr &&
      (Among(p->mark, {"if", "whether", "unless"}) || Among(p->modal, {"can", "could", "may", "might"}) || p->perfect))
    return std::nullopt;
  verdict.weak = !d_.InClass("stance_bad", lemma) && !d_.InClass("stance_good", lemma);
  if (IsNegated(t, verdict)) verdict.good = !verdict.good;
  return verdict;
}

// The phrase that a judging word makes a verdict; -1 where it only describes something ("an illegal weapon").
int StanceVerdicts::Phrase(const Tree& t, int word) const {
  const int head = t.head(word);
  if (head < 0) return word;
  const Rel rel = t.rel(word);
  if (rel == Rel::kCompound && head == word + 2 && t.word(word + 1).form == "-") return head;
  const bool within = rel == Rel::kAmod || rel == Rel::kCompound ||
                      (rel == Rel::kNmod && Among(t.preposition(word), {"of", "for", "to"}));
  if (!within) return rel == Rel::kNmodPoss || rel == Rel::kNmodDesc ? -1 : word;
  const std::string lemma = LowerAscii(t.word(head).lemma);
  return d_.InClass("stance_shell", lemma) ||
                 (rel == Rel::kAmod && d_.InClass("stance_matter", lemma) && t.child(head, {Rel::kCop}) >= 0)
             ? head
             : -1;
}

bool StanceVerdicts::IsNegated(const Tree& t, const Verdict& v) const {
  bool negated = false;
  for (int w : {v.word, v.by}) {
    for (int c : t.children(w)) {
      const std::string form = LowerAscii(t.word(c).form);
      if (Among(form, {"just", "only", "merely", "simply", "yet"})) return false;  // "not just an insult"
      negated = negated ||
                (c < w && Among(form, {"not", "n't", "n’t", "never", "no", "hardly", "scarcely", "neither", "nor"}));
    }
  }
  return negated;
}

std::optional<StanceClause> StanceVerdicts::Read(const Verdict& v) const {
  const Tree& t = d_.in().trees[static_cast<size_t>(v.sentence)];
  StanceClause clause;
  clause.trigger = t.span(v.by, v.by);
  clause.stance = v.good ? Stance::kFor : Stance::kAgainst;
  clause.statement = d_.in().told.Innermost(clause.trigger.begin);
  clause.rule = "verdict";
  clause.confidence = 0.6;
  if (!Called(v, clause) && !IsSo(v, clause) && !Beside(v, clause) && !Named(v, clause) && !Alone(v, clause))
    return std::nullopt;
  if (clause.words.begin >= clause.words.end) return std::nullopt;
  if (v.weak && !NamesMatter(t, clause.words)) return std::nullopt;
  if (clause.statement >= 0) {  // "Further concessions, he said, would be suicidal"
    const Span cue = d_.in().told.statements()[static_cast<size_t>(clause.statement)].cue;
    if (!cue.empty() && clause.words.contains(cue)) clause.words = BeforeComma(t, clause.words);
  }
  std::erase_if(clause.holders, [](const ActorRef& who) { return who.actor < 0; });
  return clause.holders.empty() ? std::nullopt : std::optional(std::move(clause));
}

// "called this a sham", "denounced the text as a sell-out": what stands between the verb and the verdict.
bool StanceVerdicts::Called(const Verdict& v, StanceClause& clause) const {
  const Tree& t = d_.in().trees[static_cast<size_t>(v.sentence)];
  const std::string preposition = t.preposition(v.word);
  if (!preposition.empty() && preposition != "as") return false;
  int verb = t.head(v.word);
  for (int up = 0; up < 2 && verb >= 0; ++up, verb = t.head(verb)) {
    const Proposition* call = d_.in().layer.At(v.sentence, verb);
    if (call != nullptr && call->kind == PredicateKind::kVerb && d_.InClass("stance_deem", call->lemma)) break;
    if (t.rel(verb) != Rel::kObj && t.rel(verb) != Rel::kXcomp && t.rel(verb) != Rel::kObl) return false;
  }
  const Proposition* call = verb < 0 ? nullptr : d_.in().layer.At(v.sentence, verb);
  if (call == nullptr || verb > v.word || !d_.InClass("stance_deem", call->lemma)) return false;
  int first = verb + 1, last = t.first(v.word) - 1;
  if (first > last && call->passive) {  // "was branded a sell-out"
    const int subject = SubjectOf(t, verb);
    if (subject < 0) return false;
    first = t.first(subject), last = t.last(subject);
  }
  while (first <= last && Opens(t, first)) ++first;
  while (first <= last && Opens(t, last)) --last;
  if (first > last) return false;
  clause.holders = d_.Subjects(*call);
  int head = first;
  while (head < last && (t.head(head) >= first && t.head(head) <= last)) head = t.head(head);
  for (int w = first; w <= last; ++w) {  // "found the order was illegal"
    if (t.word(w).xpos.starts_with("W")) break;
    if (Among(t.word(w).xpos, {"VBD", "VBZ", "VBP"})) return false;
  }
  if (!IsMatter(v.sentence, head, clause.holders)) return false;
  clause.words = d_.content().Trim(t.span(first, last));
  return first < last || Refers(v, head, clause);
}

// "X is a disgrace, she said"; "the only way forward is X".
bool StanceVerdicts::IsSo(const Verdict& v, StanceClause& clause) const {
  const Tree& t = d_.in().trees[static_cast<size_t>(v.sentence)];
  int target = -1;
  if (t.child(v.word, {Rel::kCop}) >= 0 && t.preposition(v.word).empty()) {
    target = SubjectOf(t, v.word);
  } else if (const int head = t.head(v.word); head > v.word && BaseRel(t.rel(v.word)) == Rel::kNsubj &&
                                              t.child(head, {Rel::kCop}) >= 0 &&
                                              d_.InClass("stance_way", LowerAscii(t.word(v.word).lemma))) {
    target = head;
  }
  if (target < 0) return false;
  clause.holders = InEyesOf(t, v.sentence, t.first(v.word), t.last(v.word));
  if (clause.holders.empty()) clause.holders = Speaker(clause.trigger.begin, clause);
  if (!IsMatter(v.sentence, target, clause.holders)) return false;
  if (target == t.head(v.word)) {
    const int last = t.last(target), cop = t.child(target, {Rel::kCop});
    clause.words = d_.content().Trim(t.span(std::min(cop + 1, target), last));
  } else {
    clause.words = d_.Words(t, target);
    return Refers(v, target, clause);
  }
  return true;
}

// "It is wrong to go", "this is a trap": what the pronoun stands for, the clause that follows or the matter told
// before.
bool StanceVerdicts::Refers(const Verdict& v, int target, StanceClause& clause) const {
  const Tree& t = d_.in().trees[static_cast<size_t>(v.sentence)];
  if (t.word(target).upos != Upos::kPron || t.first(target) != target) return true;
  for (int c : t.children(v.word)) {
    const Proposition* said = d_.in().layer.At(v.sentence, c);
    const bool clausal =
        (t.rel(c) == Rel::kXcomp || t.rel(c) == Rel::kCcomp || t.rel(c) == Rel::kCsubj || t.rel(c) == Rel::kAdvcl);
    if (c < v.word || !clausal || said == nullptr || !(said->infinitive || Among(said->mark, {"to", "that", "for"})))
      continue;
    if (d_.InClass("stance_remark", LowerAscii(t.word(c).lemma))) return false;
    clause.words = words_.Clause(t, c);
    return true;
  }
  for (int s = v.sentence; s >= 0 && s + 1 >= v.sentence; --s) {
    const Tree& before = d_.in().trees[static_cast<size_t>(s)];
    for (int w = s == v.sentence ? target - 1 : before.size() - 1; w >= 0; --w) {
      if (before.word(w).upos != Upos::kNoun || !d_.InClass("stance_matter", LowerAscii(before.word(w).lemma)))
        continue;
      clause.words = NounWords(before, w);
      return true;
    }
  }
  return true;
}

// "an American draft, “an historic achievement” in the eyes of X"
bool StanceVerdicts::Beside(const Verdict& v, StanceClause& clause) const {
  const Tree& t = d_.in().trees[static_cast<size_t>(v.sentence)];
  const int noun = t.head(v.word);
  if (noun < 0 || noun > v.word || t.rel(v.word) != Rel::kAppos) return false;
  clause.holders = InEyesOf(t, v.sentence, t.first(v.word), t.last(v.word));
  if (clause.holders.empty()) clause.holders = Speaker(clause.trigger.begin, clause);
  if (!IsMatter(v.sentence, noun, clause.holders)) return false;
  clause.words = d_.content().Trim(t.span(t.first(noun), t.first(v.word) - 1));
  return true;
}

// "“Irresponsible” was his verdict": what the noun's owner says of what was told before.
bool StanceVerdicts::Named(const Verdict& v, StanceClause& clause) const {
  const Tree& t = d_.in().trees[static_cast<size_t>(v.sentence)];
  for (int w = v.word + 1; w < t.size(); ++w) {
    if (!d_.InClass("stance_opinion", LowerAscii(t.word(w).lemma)) || t.child(w, {Rel::kCop}) < 0) continue;
    const int owner = t.child(w, {Rel::kNmodPoss, Rel::kNmod});
    if (owner < 0 || t.child(w, {Rel::kCop}) < v.word) return false;
    clause.holders = d_.in().matcher.Actors(v.sentence, owner, false, false);
    clause.words = d_.content().Trim(t.span(t.first(v.word), std::max(v.word, t.child(w, {Rel::kCop}) - 1)));
    return true;
  }
  return false;
}

// "“Madness,” one tweeted": a quotation of a few words without a verb.
bool StanceVerdicts::Alone(const Verdict& v, StanceClause& clause) const {
  const Tree& t = d_.in().trees[static_cast<size_t>(v.sentence)];
  if (clause.statement < 0 || t.child(v.word, {Rel::kCop}) >= 0 || SubjectOf(t, v.word) >= 0) return false;
  const Statement& statement = d_.in().told.statements()[static_cast<size_t>(clause.statement)];
  if (statement.form == StatementForm::kIndirect || d_.content().CountWords(statement.content) > kMaxAlone)
    return false;
  for (int w = 0; w < t.size(); ++w) {
    const bool inside = statement.content.contains(t.word(w).span);
    if (inside && (t.word(w).upos == Upos::kVerb || t.word(w).upos == Upos::kAux || t.rel(w) == Rel::kNsubj))
      return false;
  }
  clause.holders = Speaker(clause.trigger.begin, clause);
  if (!IsPublic(clause.holders)) return false;
  clause.words = d_.content().Trim(statement.content);
  return true;
}

// "in the eyes of X", "in X's view", "for X"
std::vector<ActorRef> StanceVerdicts::InEyesOf(const Tree& t, int sentence, int first, int last) const {
  for (int w = first; w <= last; ++w) {
    if (!Among(LowerAscii(t.word(w).lemma), {"eye", "view", "opinion", "word", "judgement", "judgment"})) continue;
    if (t.preposition(w) != "in") continue;
    const int whose = t.child(w, {Rel::kNmod, Rel::kNmodPoss});
    if (whose >= 0) return d_.in().matcher.Actors(sentence, whose, false, false);
  }
  return {};
}

std::vector<ActorRef> StanceVerdicts::Speaker(uint32_t at, StanceClause& clause) const {
  clause.statement = d_.in().told.Innermost(at);
  if (clause.statement < 0) return {};
  const std::optional<ActorRef>& who = d_.in().told.statements()[static_cast<size_t>(clause.statement)].speaker;
  return who ? std::vector<ActorRef>{*who} : std::vector<ActorRef>{};
}

// Something that one can be for or against: an agreement, a deed, a clause; never a person or a place. What is known
// to be neither counts where the holder is a public one.
bool StanceVerdicts::IsMatter(int sentence, int word, const std::vector<ActorRef>& holders) const {
  const Tree& t = d_.in().trees[static_cast<size_t>(sentence)];
  const std::string lemma = LowerAscii(t.word(word).lemma);
  if (d_.InClass("stance_pact", lemma) || d_.InClass("stance_matter", lemma)) return true;
  if (d_.InClass("stance_thing", lemma)) return false;
  const bool refers = Among(lemma, {"it", "this", "that", "what", "these"});
  if (t.word(word).upos == Upos::kPron && !refers) return false;
  if (refers) return IsPublic(holders);
  const ActorMention* who = d_.in().cast.MentionAt(sentence, word);
  if (who != nullptr && who->head == word) return false;
  if (d_.InClass("stance_state", lemma)) return false;
  return IsVerbal(t.word(word)) || IsPublic(holders);
}

bool StanceVerdicts::NamesMatter(const Tree& t, Span words) const {
  for (int w = 0; w < t.size(); ++w) {
    if (words.contains(t.word(w).span) && d_.InClass("stance_matter", LowerAscii(t.word(w).lemma))) return true;
  }
  return false;
}

bool StanceVerdicts::IsPublic(const std::vector<ActorRef>& holders) const {
  return std::any_of(holders.begin(), holders.end(), [&](const ActorRef& who) { return d_.IsPublic(who); });
}

}  // namespace rapporteur
