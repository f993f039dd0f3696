#include "coding/agreement_conditions.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/among.h"
#include "coding/agreement_clauses.h"
#include "coding/agreement_term.h"

namespace rapporteur {
namespace {

constexpr int kMaxClimb = 8;

class Reader {
 public:
  Reader(const Dealings& dealings, AgreementNames& names) : d_(dealings), clauses_(dealings), names_(names) {}

  void Read() {
    for (const auto& [sentence, agreement] : Places()) {
      Agreement& one = names_.agreements[static_cast<size_t>(agreement)];
      ReadExchange(sentence, one);
      ReadConditions(sentence, one);
      ReadReturn(sentence, one);
    }
  }

 private:
  const Tree& tree(int sentence) const { return d_.in().trees[static_cast<size_t>(sentence)]; }

  // Each sentence that names an agreement or tells a term of it, once, and the one that follows with "in return".
  std::vector<std::pair<int, int>> Places() const {
    std::vector<std::pair<int, int>> places;
    for (const AgreementMention& mention : names_.mentions) places.emplace_back(mention.sentence, mention.agreement);
    for (size_t i = 0; i < names_.agreements.size(); ++i) {
      for (const AgreementTerm& term : names_.agreements[i].terms) {
        places.emplace_back(d_.content().SentenceAt(term.span.begin), static_cast<int>(i));
      }
    }
    const size_t told = places.size();
    for (size_t i = 0; i < told; ++i) {  // "If the ships are not worked, the freeze lapses.": right after it
      const size_t next = static_cast<size_t>(places[i].first) + 1;
      if (next >= d_.in().trees.size() || d_.in().trees[next].size() == 0) continue;
      if (Among(LowerAscii(d_.in().trees[next].word(0).form), {"if", "should", "unless", "were"}))
        places.emplace_back(static_cast<int>(next), places[i].second);
    }
    std::sort(places.begin(), places.end());
    std::vector<std::pair<int, int>> once;
    for (const auto& place : places) {
      if (once.empty() || once.back().first != place.first) once.push_back(place);
    }
    return once;
  }

  void Add(Agreement& agreement, Span condition, Span consequence) const {
    if (condition.empty() || consequence.empty() || condition.overlaps(consequence)) return;
    for (const Consequence& known : agreement.consequences) {
      if (known.consequence.overlaps(consequence)) return;
    }
    agreement.consequences.push_back({condition, consequence});
    agreement.evidence.push_back({"condition", condition});
    agreement.evidence.push_back({"consequence", consequence});
  }

  Span Words(const Tree& t, int first, int last) const {
    while (first < last && (t.word(first).upos == Upos::kPunct || t.rel(first) == Rel::kCc)) ++first;
    return first > last ? Span{} : d_.content().Trim(t.span(first, last));
  }

  // "abide by the deal in return for the easing of sanctions"
  void ReadExchange(int sentence, Agreement& agreement) const {
    const Tree& t = tree(sentence);
    const int exchange = ExchangeIn(t, 0, t.size() - 1);
    if (exchange < 1) return;
    int verb = exchange + 1;
    const auto clausal = [&](int w) {
      return IsVerbal(t.word(w)) || t.child(w, {Rel::kNsubj, Rel::kNsubjPass, Rel::kNsubjOuter}) >= 0;
    };
    for (int steps = 0; verb >= 0 && !clausal(verb) && steps < kMaxClimb; ++steps) verb = t.head(verb);
    if (verb < 0) return;
    const int head = t.coordination_head(verb);
    int first = head;
    for (int c : t.children(head)) {
      if (c < head && t.rel(c) == Rel::kAdvmod) first = std::min(first, t.first(c));
    }
    const bool which = exchange + 4 < t.size() && LowerAscii(t.word(exchange + 3).form) == "which";
    const int begin = std::min(exchange + (which ? 4 : 3), t.size() - 1);
    const Span condition = Words(t, first, exchange - 1);
    PushGiven(sentence, begin, which ? t.head(exchange + 3) : -1, condition, agreement);
    Add(agreement, condition, Words(t, begin, LastAfter(t, begin)));
  }

  // What is given for a term is a term itself: "in exchange for the lifting of the siege".
  void PushGiven(int sentence, int begin, int clause, Span condition, Agreement& agreement) const {
    const Tree& t = tree(sentence);
    const bool owed = std::any_of(agreement.terms.begin(), agreement.terms.end(),
                                  [&](const AgreementTerm& term) { return term.span.overlaps(condition); });
    if (!owed) return;
    if (clause > begin) {
      clauses_.PushClause(sentence, clause, t.last(clause), std::nullopt, agreement, begin);
      return;
    }
    const int last = LastAfter(t, begin);
    int head = begin;
    while (t.head(head) > head && t.head(head) <= last) head = t.head(head);
    PushTerm(d_, {sentence, head, begin, last, std::nullopt}, agreement);
  }

  // The end of the phrase that begins at a word: before the next mark.
  static int LastAfter(const Tree& t, int word) {
    int last = word;
    while (last + 1 < t.size() && (t.word(last + 1).upos != Upos::kPunct || t.word(last + 1).form == "-")) ++last;
    return last;
  }

  // Words that open a condition: if, unless, provided that, as long as, on condition that; how many there are.
  static int OpensCondition(const Tree& t, int w) {
    const auto is = [&](int at, std::initializer_list<std::string_view> words) {
      return at < t.size() && Among(LowerAscii(t.word(at).form), words);
    };
    const bool compared = w > 0 && is(w - 1, {"as", "even", "what", "see", "ask", "asked", "wonder", "know"});
    if (is(w, {"if", "unless"})) return compared ? 0 : 1;  // "as if they tried"
    if (is(w, {"provided", "providing"}) && is(w + 1, {"that"})) return 2;
    if (is(w, {"as", "so"}) && is(w + 1, {"long"}) && is(w + 2, {"as"})) return 3;
    if (is(w, {"on"}) && is(w + 1, {"condition"}) && is(w + 2, {"that"})) return 3;
    if (is(w, {"on"}) && is(w + 1, {"the"}) && is(w + 2, {"condition"}) && is(w + 3, {"that"})) return 4;
    if (is(w, {"only"}) && is(w + 1, {"if"})) return 2;
    if (is(w, {"once"}) && t.rel(w) == Rel::kMark) return 1;
    return 0;
  }

  // The predicate of the clause that begins at a word.
  static int ClauseAt(const Tree& t, int first) {
    for (int w = first; w < t.size() && w < first + 24; ++w) {
      if (t.child(w, {Rel::kNsubj, Rel::kNsubjPass, Rel::kNsubjOuter, Rel::kExpl}) >= first) return w;
    }
    return -1;
  }

  // "would stay in the accord if …"; "provided that X, Y will"; "should it fail, Z will".
  void ReadConditions(int sentence, Agreement& agreement) const {
    const Tree& t = tree(sentence);
    for (int w = 0; w < t.size(); ++w) {
      int open = OpensCondition(t, w);
      const bool turned = t.rel(w) == Rel::kAux && LowerAscii(t.word(w).form) == "should" && t.head(w) > w &&
                          t.child(t.head(w), {Rel::kNsubj, Rel::kNsubjPass}) > w;  // "… should Russia use energy"
      if (turned && w > 0) open = 1;
      const bool inverted = (w == 0 || Among(t.word(w - 1).form, {";", ","})) && t.rel(w) == Rel::kAux &&
                            Among(LowerAscii(t.word(w).form), {"should", "were"});
      if (open == 0 && !inverted) continue;
      const int clause = ClauseAt(t, w + std::max(open, 1));
      if (clause < 0) continue;
      const int first = LowerAscii(t.word(w).form) == "unless" ? w : w + open;  // which says that it must not be
      if (w == 0 || inverted) {                                                 // before its main clause: to the comma
        int last = inverted ? w : clause;
        while (last + 1 < t.size() && t.word(last + 1).form != ",") ++last;
        if (last + 1 >= t.size()) continue;
        Add(agreement, Words(t, first, last), Words(t, last + 2, EndOfMain(t, last + 2)));
      } else {
        if (const int turn = TurnedIn(t, first); turn > first) {  // "only if it does so will it recover"
          Add(agreement, Words(t, first, turn - 1), Words(t, turn + 1, EndOfMain(t, turn + 1)));
          return;
        }
        const int last = std::max(clause, t.last(clause));
        int stop = w - 1;
        while (stop > 0 && Among(LowerAscii(t.word(stop).form), {"only", "but", ","})) --stop;
        Add(agreement, Words(t, first, EndOfMain(t, std::min(first, last))), Words(t, StartOfMain(t, stop), stop));
      }
      return;
    }
  }

  // A mark that stands close before a word: of a quotation inside the clause.
  static bool OpensQuote(const Tree& t, int w) {
    const std::string& form = t.word(w).form;
    if (form == "“") return true;
    return form == "\"" && w + 1 < t.size() && t.word(w + 1).span.begin == t.word(w).span.end &&
           (w == 0 || t.word(w - 1).span.end < t.word(w).span.begin);
  }

  // The "will" that stands before its subject after "only if …"; -1 none.
  static int TurnedIn(const Tree& t, int first) {
    if (first < 2 || LowerAscii(t.word(first - 2).form) != "only") return -1;
    for (int w = first + 2; w + 1 < t.size() && t.word(w).upos != Upos::kPunct; ++w) {
      const bool turned = Among(LowerAscii(t.word(w).form), {"will", "would", "can", "may", "shall"}) &&
                          Among(LowerAscii(t.word(w + 1).form), {"it", "they", "he", "she", "the", "its", "their"});
      if (turned) return w;
    }
    return -1;
  }

  // Where a clause ends: before a stop, or before ", he said".
  static int EndOfMain(const Tree& t, int first) {
    int last = first, quotes = 0;
    while (last + 1 < t.size()) {
      const std::string& form = t.word(last + 1).form;
      if (OpensQuote(t, last + 1)) {
        ++quotes;
      } else if (Among(form, {"”", "\""}) && quotes > 0) {
        --quotes;
      } else if (Among(form, {".", ";", "”", "\""})) {
        break;
      }
      if (form == "," && IsSaidAfter(t, last + 2)) break;
      ++last;
    }
    return last;
  }

  static bool IsSaidAfter(const Tree& t, int word) {
    for (int w = word; w < t.size() && w < word + 8; ++w) {
      if (t.word(w).form == ",") return false;
      if (Among(LowerAscii(t.word(w).lemma), {"say", "state", "tell", "add", "warn", "write", "report"})) return true;
    }
    return false;
  }

  // Where the clause that ends at a word begins: after a stop, a mark "that" or a comma before a subject.
  static int StartOfMain(const Tree& t, int stop) {
    int verb = stop;
    for (int w = stop; w >= 0; --w) {
      const std::string form = LowerAscii(t.word(w).form);
      if (form == ";" || form == "“" || form == "\"") return w + 1;
      if (form == "that" && t.rel(w) == Rel::kMark) return w + 1;
      const bool clause = t.child(w, {Rel::kNsubj, Rel::kNsubjPass, Rel::kNsubjOuter}) >= 0 && IsVerbal(t.word(w));
      if (clause && verb == stop) verb = w;
    }
    if (verb == stop) return 0;
    const int subject = t.child(verb, {Rel::kNsubj, Rel::kNsubjPass, Rel::kNsubjOuter});
    return subject < verb ? t.first(subject) : t.first(verb);
  }

  // "X frees the crew. In return Y pays."; "X gives …; in exchange Y calls off …".
  void ReadReturn(int sentence, Agreement& agreement) const {
    const Tree& t = tree(sentence);
    for (int w = 0; w + 2 < t.size(); ++w) {
      const bool opens = LowerAscii(t.word(w).form) == "in" &&
                         Among(LowerAscii(t.word(w + 1).form), {"return", "exchange"}) && t.word(w + 2).form != "for" &&
                         (w == 0 || Among(t.word(w - 1).form, {";", ",", "and"}));
      if (!opens) continue;
      // "China, in return, is to": what was told before is the condition.
      const bool inside = w > 1 && t.word(w + 2).form == ",";
      const Span consequence = Words(t, inside ? StartOfMain(t, w - 2) : w + 2, EndOfMain(t, w + 2));
      Span condition;
      if (w > 0 && !inside) {
        condition = Words(t, StartOfMain(t, w - 2), w - 1);
      } else {
        for (const AgreementTerm& term : agreement.terms) {  // what was told before
          if (term.span < consequence && d_.content().SentenceAt(term.span.begin) == sentence - 1)
            condition = term.span;
        }
      }
      Add(agreement, condition, consequence);
      return;
    }
  }

  const Dealings& d_;
  TermClauses clauses_;
  AgreementNames& names_;
};

}  // namespace

void ReadConsequences(const Dealings& dealings, AgreementNames& names) { Reader(dealings, names).Read(); }

}  // namespace rapporteur
