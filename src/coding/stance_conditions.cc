#include "coding/stance_conditions.h"

#include <algorithm>
#include <string>

#include "base/among.h"

namespace rapporteur {
namespace {

bool WillOrWould(const Proposition& p) {
  return Among(p.modal, {"will", "would", "can", "could", "'ll", "'d", "’ll", "’d", "shall"});
}

std::string FormAt(const Tree& t, int word) { return word < 0 ? std::string() : LowerAscii(t.word(word).form); }

}  // namespace

std::vector<StanceClause> StanceConditions::Find() const {
  std::vector<StanceClause> found;
  const std::vector<Tree>& trees = d_.in().trees;
  for (size_t s = 0; s < trees.size(); ++s) {
    for (int w = 0; w < trees[s].size(); ++w) {
      std::optional<StanceClause> clause = Proviso(static_cast<int>(s), w);
      const Rel rel = trees[s].rel(w);
      if (!clause && (rel == Rel::kMark || rel == Rel::kAdvmod || rel == Rel::kCase))
        clause = Read(static_cast<int>(s), w);
      if (!clause) continue;
      found.push_back(std::move(*clause));
      if (std::optional<StanceClause> allowed = Allowed(static_cast<int>(s), w)) found.push_back(std::move(*allowed));
    }
  }
  return found;
}

// What somebody will do on the condition: "X WILL ATTEND provided that …", "would COME BACK only if …".
std::optional<StanceClause> StanceConditions::Allowed(int sentence, int mark) const {
  const Tree& t = d_.in().trees[static_cast<size_t>(sentence)];
  const bool only = FormAt(t, mark - 1) == "only" || Among(FormAt(t, mark), {"provided", "providing"});
  const Proposition* main = Main(sentence, mark, false);
  if (!only || main == nullptr || main->negated || main->word >= mark || !WillOrWould(*main)) return std::nullopt;
  StanceClause clause;
  clause.holders = d_.Subjects(*main);
  std::erase_if(clause.holders, [&](const ActorRef& who) { return who.actor < 0 || !d_.IsPolitical(who); });
  const int subject = t.child(main->word, {Rel::kNsubj});
  if (clause.holders.empty() || FormAt(t, subject) == "it") return std::nullopt;
  int last = main->word;
  while (last + 1 < mark && !Among(FormAt(t, last + 1), {",", "only", ";"})) ++last;
  const int cop = t.child(main->word, {Rel::kCop});
  if (last == main->word && cop < 0) return std::nullopt;  // "will come only if …": the condition says it all
  clause.trigger = t.span(main->word, main->word);
  clause.words = d_.content().Trim(t.span(cop >= 0 ? std::min(cop, main->word) : main->word, last));
  clause.statement = d_.in().told.Innermost(clause.trigger.begin);
  clause.rule = "on condition";
  clause.confidence = 0.55;
  return clause;
}

// "Montcada will be there, provided the toll comes down first": by its place.
std::optional<StanceClause> StanceConditions::Proviso(int sentence, int word) const {
  const Tree& t = d_.in().trees[static_cast<size_t>(sentence)];
  if (word == 0 || word + 3 >= t.size()) return std::nullopt;
  const bool as_long_as =
      FormAt(t, word) == "long" && FormAt(t, word + 1) == "as" && Among(FormAt(t, word - 1), {"so", "as"});
  if (!as_long_as && !Among(FormAt(t, word), {"provided", "providing"})) return std::nullopt;
  int first = as_long_as ? word + 2 : word + 1;
  while (Among(FormAt(t, first), {"that", "only"})) ++first;
  if (first == word + 1 && FormAt(t, word) == "providing") return std::nullopt;  // "providing an example"
  if (first >= t.size()) return std::nullopt;
  if (t.word(first).upos == Upos::kNum) return std::nullopt;  // "as long as two years"
  const bool bare = first == word + 1 && FormAt(t, word - 1) != ",";
  if (bare && Among(t.word(first).xpos, {"IN", "TO", "JJ", "NN", "NNS"}))
    return std::nullopt;  // "provided by", "provided aid"
  bool verb = false;
  int last = first;
  for (; last < t.size() && !Among(FormAt(t, last), {",", ";", ".", "”", "\"", ":"}); ++last)
    verb = verb || (t.word(last).upos == Upos::kVerb || t.word(last).upos == Upos::kAux);
  const Proposition* above = Main(sentence, word, true);
  const bool before = FormAt(t, word - 1) == "," || WillBefore(sentence, word);
  if (!verb || above == nullptr || !before) return std::nullopt;
  StanceClause clause;
  clause.trigger = t.span(word, word);
  clause.holders = Holders(clause.trigger.begin, *above);
  if (clause.holders.empty()) return std::nullopt;
  clause.stance = Stance::kFor;
  clause.words = d_.content().Trim(t.span(first, last - 1));
  clause.statement = d_.in().told.Innermost(clause.trigger.begin);
  clause.rule = "condition";
  clause.confidence = 0.6;
  return clause;
}

bool StanceConditions::WillBefore(int sentence, int word) const {
  for (int w = word - 1; w >= 0; --w) {
    const Proposition* p = d_.in().layer.At(sentence, w);
    if (p != nullptr && WillOrWould(*p)) return true;
  }
  return false;
}

// `mark` opens the condition.
std::optional<StanceClause> StanceConditions::Read(int sentence, int mark) const {
  const Tree& t = d_.in().trees[static_cast<size_t>(sentence)];
  const std::string form = FormAt(t, mark);
  if (!Among(form, {"if", "unless", "when", "once", "after", "until", "before", "that"})) return std::nullopt;
  const int clause_word = t.head(mark);
  if (clause_word < mark || t.child(clause_word, {Rel::kNsubj, Rel::kNsubjPass, Rel::kExpl}) < 0) return std::nullopt;
  const std::string before = FormAt(t, mark - 1);
  const bool noun = form == "that" && before == "condition";
  if (form == "that" && !noun) return std::nullopt;
  const Proposition* above = noun ? Main(sentence, mark, true) : Main(sentence, mark, false);
  if (above == nullptr || (!noun && !IsDemand(form, before, *above))) return std::nullopt;
  const Proposition* p = d_.in().layer.At(sentence, clause_word);
  if (LowerAscii(t.word(clause_word).lemma) == "do") return std::nullopt;  // "only if it does so"
  StanceClause clause;
  clause.trigger = t.span(mark, mark);
  clause.holders = Holders(clause.trigger.begin, *above);
  if (clause.holders.empty()) return std::nullopt;
  clause.stance = p != nullptr && p->negated ? Stance::kAgainst : Stance::kFor;
  clause.words = d_.content().Trim({t.word(mark + 1).span.begin, t.word(t.last(clause_word)).span.end});
  clause.statement = d_.in().told.Innermost(clause.trigger.begin);
  clause.rule = "condition";
  clause.confidence = 0.6;
  return clause;
}

// The verb before a condition, by its place: trees hang conditions anywhere. `told`: no will or would is asked for.
const Proposition* StanceConditions::Main(int sentence, int mark, bool told) const {
  const Proposition* nearest = nullptr;
  for (int w = mark - 1; w >= 0; --w) {
    const Proposition* p = d_.in().layer.At(sentence, w);
    if (p == nullptr || p->kind == PredicateKind::kNoun) continue;
    if (told ? !p->infinitive : WillOrWould(*p)) return p;
    if (nearest == nullptr) nearest = p;
  }
  return nearest;
}

// Whether the clause says on what condition the one above comes true.
bool StanceConditions::IsDemand(std::string_view form, std::string_view before, const Proposition& above) {
  if (form == "unless") return WillOrWould(above);
  if (Among(form, {"if", "when", "once", "after"}))
    return before == "only" && (WillOrWould(above) || above.link == Link::kCcomp);
  return Among(form, {"until", "before"}) && above.negated && WillOrWould(above);
}

// Who makes the condition: who says so, or who is to do what it allows when only a source says it.
std::vector<ActorRef> StanceConditions::Holders(uint32_t at, const Proposition& above) const {
  std::vector<ActorRef> holders;
  const int in = d_.in().told.Innermost(at);
  if (in >= 0) {
    const std::optional<ActorRef>& who = d_.in().told.statements()[static_cast<size_t>(in)].speaker;
    if (who) holders = {*who};
  }
  const std::vector<ActorRef> doers = d_.Subjects(above);
  const bool known = std::any_of(holders.begin(), holders.end(), [&](const ActorRef& who) { return d_.IsPublic(who); });
  const bool public_doers =
      std::any_of(doers.begin(), doers.end(), [&](const ActorRef& who) { return d_.IsPublic(who); });
  if (!known && public_doers) holders = doers;
  std::erase_if(holders, [&](const ActorRef& who) { return who.actor < 0 || !d_.IsPolitical(who); });
  return holders;
}

}  // namespace rapporteur
