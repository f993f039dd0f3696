#include "coding/agreements.h"

#include <algorithm>

#include "base/among.h"
#include "coding/agreement_mentions.h"

namespace rapporteur {
namespace {

constexpr int kMaxClimb = 8;

// Terms, conditions and calls of the agreements that a report names.
class Reader {
 public:
  Reader(const Dealings& dealings, AgreementNames names)
      : d_(dealings), names_(std::move(names)), found_(names_.agreements) {}

  std::vector<Agreement> Read() {
    for (const AgreementMention& mention : names_.mentions) ReadTerms(mention);
    for (const AgreementMention& mention : names_.mentions) ReadConsequences(mention);
    for (const AgreementMention& mention : names_.mentions) ReadCalls(mention);
    std::vector<Agreement> all;
    for (Agreement& one : found_) {
      if (Worth(one)) all.push_back(std::move(one));
    }
    return all;
  }

 private:
  const Tree& tree(int sentence) const { return d_.in().trees[static_cast<size_t>(sentence)]; }

  // "the deal called for X, Y and Z"; "under the deal, the sides undertook to …"; "an agreement under which …".
  void ReadTerms(const AgreementMention& mention) {
    const Tree& t = tree(mention.sentence);
    Agreement& agreement = found_[static_cast<size_t>(mention.agreement)];
    const int up = t.head(mention.word);
    const Proposition* verb = up < 0 ? nullptr : d_.in().layer.At(mention.sentence, up);
    if (verb != nullptr && verb->kind == PredicateKind::kVerb) {
      const bool subject = BaseRel(t.rel(mention.word)) == Rel::kNsubj;
      if (subject && d_.InClass("agreement_ask", LowerAscii(t.word(up).lemma))) {
        AddArguments(*verb, agreement);
      } else if (Among(t.preposition(mention.word),
                       {"under", "by", "as part of", "in accordance with", "according to"})) {
        AddDuty(*verb, mention, agreement);
      }
    }
    for (int c : t.children(mention.word)) {
      const Proposition* clause = d_.in().layer.At(mention.sentence, c);
      if (clause == nullptr || BaseRel(t.rel(c)) != Rel::kAcl) continue;
      if (Under(t, c)) {
        AddTerm(t, c, t.size() - 1, agreement, true);
      } else if (clause->infinitive || t.child(c, {Rel::kMark}) >= 0) {
        AddClause(mention.sentence, c, agreement);
      } else if (d_.InClass("agreement_ask", clause->lemma)) {
        AddArguments(*clause, agreement);
      }
    }
  }

  // "under which students will be admitted"
  static bool Under(const Tree& t, int clause) {
    for (int c : t.children(clause)) {
      if (LowerAscii(t.word(c).lemma) == "which" && Among(t.preposition(c), {"under", "by"})) return true;
    }
    return false;
  }

  void AddArguments(const Proposition& verb, Agreement& agreement) {
    const Tree& t = d_.tree(verb);
    const int who = t.child(verb.word, {Rel::kObj, Rel::kIobj});
    for (int c : t.children(verb.word)) {
      const Rel rel = BaseRel(t.rel(c));
      if (c < verb.word || InDate(d_, verb.sentence, c)) continue;
      if (c == who && t.child(verb.word, {Rel::kXcomp}) > c) continue;  // who is to do it, no term
      if (rel == Rel::kObj || rel == Rel::kCcomp ||
          (rel == Rel::kObl && Among(t.preposition(c), {"for", "on", "to"}))) {
        AddList(t, c, agreement);
      } else if (rel == Rel::kXcomp && who >= 0 && who < c) {
        Push(t, t.first(who), t.last(c), agreement);  // "allow grain to leave ports"
      } else if (rel == Rel::kXcomp) {
        AddClause(verb.sentence, c, agreement);
      }
    }
  }

  // Every member of a list, wherever the parser hung it: one with words of its own ("full access for monitors") is none
  // of the last member's ("the release of detainees and hostages").
  void AddList(const Tree& t, int word, Agreement& agreement) {
    std::vector<int> members{word};
    for (int w = word + 1; w <= t.last(word); ++w) {
      const Rel rel = t.rel(w);
      if (rel != Rel::kConj && rel != Rel::kAppos) continue;
      const bool direct = t.coordination_head(w) == word || t.head(w) == word ||
                          std::find(members.begin(), members.end(), t.head(w)) != members.end();
      const bool listed = t.child(w, {Rel::kDet}) >= 0 && t.first(w) > 0 &&
                          (t.rel(t.first(w)) == Rel::kPunct || t.rel(t.first(w) - 1) == Rel::kPunct);
      const bool own = listed || t.child(w, {Rel::kNmod, Rel::kAcl, Rel::kAclRelcl}) >= 0;
      if (direct || own) members.push_back(w);
    }
    for (size_t i = 0; i < members.size(); ++i) {
      const int end = i + 1 < members.size() ? t.first(members[i + 1]) - 1 : t.last(word);
      int first = t.first(members[i]);
      while (first < members[i] &&
             (t.rel(first) == Rel::kPunct || t.rel(first) == Rel::kCc || t.rel(first) == Rel::kCase))
        ++first;
      Push(t, first, std::max(end, members[i]), agreement);
      if (!agreement.terms.empty()) agreement.terms.back().noun = !IsVerbal(t.word(members[i]));
    }
  }

  void AddClause(int sentence, int clause, Agreement& agreement) {
    const Tree& t = tree(sentence);
    std::vector<int> members = t.conjuncts(clause);
    for (int w = clause + 1; w <= t.last(clause);
         ++w) {  // "to stop fighting, to exchange prisoners, and to begin talks"
      const int to = t.child(w, {Rel::kMark});
      const bool listed = to > 0 && LowerAscii(t.word(to).form) == "to" && t.rel(w) != Rel::kAcl &&
                          (Among(LowerAscii(t.word(to - 1).form), {",", ";", "and", "or"}));
      if (listed && std::find(members.begin(), members.end(), w) == members.end()) members.push_back(w);
    }
    std::sort(members.begin(), members.end());
    for (size_t i = 0; i < members.size(); ++i) {
      AddTerm(t, members[i], i + 1 < members.size() ? FirstOf(t, members[i + 1]) - 1 : t.size() - 1, agreement, false);
    }
  }

  // Where a listed clause begins: at its "to".
  static int FirstOf(const Tree& t, int clause) {
    const int to = t.child(clause, {Rel::kMark});
    return to >= 0 && to < clause ? to : t.first(clause);
  }

  // "Under the truce, the sides undertook to stop fighting, and …": what they undertook; else the clause itself.
  void AddDuty(const Proposition& verb, const AgreementMention& mention, Agreement& agreement) {
    const Tree& t = d_.tree(verb);
    bool any = false;
    for (int c : t.children(verb.word)) {
      if (t.rel(c) == Rel::kXcomp && d_.InClass("agreement_undertake", verb.lemma)) {
        AddClause(verb.sentence, c, agreement);
        any = true;
      }
    }
    if (d_.InClass("agreement_undertake", verb.lemma)) {
      for (const Argument& a : verb.arguments) {
        if (a.slot == Slot::kSubject)
          AddParties(d_, d_.in().matcher.Actors(verb.sentence, a.word, false, false), agreement);
      }
    }
    const bool duty = Among(verb.modal, {"will", "must", "should", "would", "shall"}) ||
                      d_.InClass("agreement_undertake", verb.lemma);
    if (any || !duty) return;
    const int first = mention.last + 1;
    int begin = verb.word;
    for (int c : t.children(verb.word)) {
      if (c >= first) begin = std::min(begin, t.first(c));
    }
    while (begin < verb.word && t.rel(begin) == Rel::kPunct) ++begin;
    Push(t, begin, t.last(verb.word), agreement);
  }

  void AddTerm(const Tree& t, int clause, int end, Agreement& agreement, bool relative) {
    int first = FirstOf(t, clause), last = std::min(t.last(clause), end);
    for (int c : t.children(clause)) {
      if (t.rel(c) == Rel::kConj && c > clause) {
        last = std::min(last, t.first(c) - 1);
      }
      if (relative && LowerAscii(t.word(c).lemma) == "which") first = std::max(first, t.last(c) + 1);
    }
    while (first < clause && (t.rel(first) == Rel::kPunct || t.rel(first) == Rel::kCc ||
                              (t.rel(first) == Rel::kMark && Among(LowerAscii(t.word(first).form), {"to", "that"}))))
      ++first;
    const int exchange = ExchangeIn(t, first, last);
    if (exchange > clause) last = exchange - 1;
    Push(t, first, last, agreement);
  }

  int SentenceOf(const Tree& t) const { return static_cast<int>(&t - d_.in().trees.data()); }

  void Push(const Tree& t, int first, int last, Agreement& agreement) {
    AgreementTerm term;
    term.span = d_.content().Trim(t.span(first, last));
    if (term.span.empty()) return;
    for (const AgreementTerm& known : agreement.terms) {
      if (known.span.overlaps(term.span)) return;
    }
    for (const Event& event : d_.in().events) {
      for (const Evidence& e : event.evidence) {
        if (e.role != "trigger" || !term.span.overlaps(e.span) || !term.type.empty()) continue;
        term.type = event.type;
        term.mode = event.mode;
        if (!event.actors.empty()) term.obligor = event.actors.front();
      }
    }
    for (int w = first; w <= last && term.type.empty(); ++w) {  // "the removal of weapons" is an event of nobody
      const Proposition* p = d_.in().layer.At(SentenceOf(t), w);
      const std::optional<FrameMatch> match = p == nullptr ? std::nullopt : d_.in().matcher.Best(*p);
      if (!match || match->frame->type == "NONE") continue;
      term.type = match->frame->type;
      term.mode = match->frame->mode;
    }
    agreement.evidence.push_back({"term", term.span});
    agreement.terms.push_back(std::move(term));
  }

  // The first word of "in return for", "in exchange for" between two words; -1 none.
  static int ExchangeIn(const Tree& t, int first, int last) {
    for (int w = first; w + 2 <= last; ++w) {
      if (LowerAscii(t.word(w).form) == "in" && Among(LowerAscii(t.word(w + 1).form), {"return", "exchange"}) &&
          LowerAscii(t.word(w + 2).form) == "for")
        return w;
    }
    return -1;
  }

  void AddConsequence(Agreement& agreement, Span condition, Span consequence) const {
    if (condition.empty() || consequence.empty()) return;
    for (const Consequence& known : agreement.consequences) {
      if (known.consequence.overlaps(consequence)) return;
    }
    agreement.consequences.push_back({condition, consequence});
    agreement.evidence.push_back({"condition", condition});
    agreement.evidence.push_back({"consequence", consequence});
  }

  // "abide by the deal in return for the easing of sanctions"; "would stay in the accord if …".
  void ReadConsequences(const AgreementMention& mention) {
    const Tree& t = tree(mention.sentence);
    Agreement& agreement = found_[static_cast<size_t>(mention.agreement)];
    const int exchange = ExchangeIn(t, 0, t.size() - 1);
    if (exchange >= 0) {
      int verb = exchange + 1;
      for (int steps = 0; verb >= 0 && !IsVerbal(t.word(verb)) && steps < kMaxClimb; ++steps) verb = t.head(verb);
      if (verb >= 0) {
        const int head = t.coordination_head(verb);
        int first = head;
        for (int c : t.children(head)) {
          if (c < head && t.rel(c) == Rel::kAdvmod) first = std::min(first, t.first(c));
        }
        const Span condition = d_.content().Trim(t.span(first, exchange - 1));
        const int begin = std::min(exchange + 3, t.size() - 1);
        AddConsequence(agreement, condition, d_.content().Trim(t.span(begin, LastAfter(t, begin))));
      }
    }
    ReadConditions(mention, agreement);
  }

  // The end of the phrase that begins at a word: before the next mark.
  static int LastAfter(const Tree& t, int word) {
    int last = word;
    while (last + 1 < t.size() && t.word(last + 1).upos != Upos::kPunct) ++last;
    return last;
  }

  void ReadConditions(const AgreementMention& mention, Agreement& agreement) {
    const Tree& t = tree(mention.sentence);
    int verb = mention.word;
    for (int steps = 0; verb >= 0 && !IsVerbal(t.word(verb)) && steps < kMaxClimb; ++steps) verb = t.head(verb);
    if (verb < 0) return;
    for (int c : t.children(verb)) {
      if (t.rel(c) != Rel::kAdvcl) continue;
      const int mark = t.child(c, {Rel::kMark});
      if (mark < 0 || !Among(LowerAscii(t.word(mark).form), {"if", "unless", "provided"})) continue;
      int first = t.first(verb), last = t.last(verb);
      if (c > verb) last = std::min(last, t.first(c) - 1);
      if (c < verb) first = std::max(first, t.last(c) + 1);
      if (first <= last)
        AddConsequence(agreement, d_.content().Trim(t.span(t.first(c), t.last(c))),
                       d_.content().Trim(t.span(first, last)));
    }
  }

  // Who asks whom to keep it, sign it or leave it.
  void ReadCalls(const AgreementMention& mention) {
    const Tree& t = tree(mention.sentence);
    Agreement& agreement = found_[static_cast<size_t>(mention.agreement)];
    const Span noun = t.span(mention.word, mention.last);
    for (size_t i = 0; i < d_.in().events.size(); ++i) {
      const Event& event = d_.in().events[i];
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

  static int WordAt(const Tree& t, Span span) {
    for (int w = 0; w < t.size(); ++w) {
      if (t.word(w).span.overlaps(span)) return w;
    }
    return -1;
  }

  // A bare "the deal" that nothing is known of is only a word.
  static bool Worth(const Agreement& a) {
    const bool generic = a.name.ends_with("s") && !StartsUpper(a.name);  // "reconciliation deals"
    return (!a.name.empty() && !generic) || a.parties.size() > 1 || !a.terms.empty() || a.date || !a.calls.empty();
  }

  const Dealings& d_;
  AgreementNames names_;
  std::vector<Agreement>& found_;
};

}  // namespace

void DropTerms(std::vector<Agreement>& agreements, std::vector<Event>& events) {
  std::vector<int> now(events.size(), 0);  // index after dropping; -1 dropped
  int kept = 0;
  for (size_t i = 0; i < events.size(); ++i) {
    const bool term = std::any_of(agreements.begin(), agreements.end(), [&](const Agreement& agreement) {
      return std::any_of(agreement.terms.begin(), agreement.terms.end(), [&](const AgreementTerm& one) {
        return one.noun && std::all_of(events[i].evidence.begin(), events[i].evidence.end(), [&](const Evidence& e) {
                 return e.role != "trigger" || one.span.overlaps(e.span);
               });
      });
    });
    now[i] = term ? -1 : kept++;
  }
  for (Agreement& agreement : agreements) {
    for (int& call : agreement.calls) call = now[static_cast<size_t>(call)];
    std::erase(agreement.calls, -1);
  }
  for (size_t i = events.size(); i-- > 0;) {
    if (now[i] < 0) events.erase(events.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

std::vector<Agreement> FindAgreements(const Dealings& dealings) {
  return Reader(dealings, FindAgreementNames(dealings)).Read();
}

}  // namespace rapporteur
