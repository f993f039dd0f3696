#include "coding/agreements.h"

#include <algorithm>

#include "base/among.h"

namespace rapporteur {
namespace {

constexpr int kMaxClimb = 8;

// An agreement as one place of the text names it.
struct Mention {
  int sentence = 0;
  int first = 0, word = 0, last = 0;  // words of the name; the noun
  bool definite = false;
  bool proposed = false;           // only wanted: no agreement yet
  std::vector<std::string> marks;  // what tells it from others: "minsk", "nuclear", "2015"
  int agreement = -1;
};

class Finder {
 public:
  explicit Finder(const Dealings& dealings) : d_(dealings) {}

  std::vector<Agreement> Find() {
    for (size_t i = 0; i < d_.in().layer.all.size(); ++i) Consider(static_cast<int>(i));
    for (const Mention& mention : mentions_) ReadTerms(mention);
    for (const Mention& mention : mentions_) ReadConsequences(mention);
    for (const Mention& mention : mentions_) ReadCalls(mention);
    std::vector<Agreement> all;
    for (size_t i = 0; i < found_.size(); ++i) {
      if (Worth(found_[i])) all.push_back(std::move(found_[i]));
    }
    return all;
  }

 private:
  const Tree& tree(int sentence) const { return d_.in().trees[static_cast<size_t>(sentence)]; }

  std::string Text(Span span) const {
    std::string words(std::string_view(d_.in().report.text.utf8).substr(span.begin, span.end - span.begin));
    std::replace(words.begin(), words.end(), '\n', ' ');
    return words;
  }

  // The last word of the noun that names an agreement: "cease-fire" may be three words.
  int NounEnd(const Tree& t, int word) const {
    const std::string lemma = LowerAscii(t.word(word).lemma);
    if (d_.InClass("agreement_noun", lemma)) return word;
    const bool split = lemma == "cease" && word + 2 < t.size() && t.word(word + 1).form == "-" &&
                       LowerAscii(t.word(word + 2).form) == "fire";
    return split ? word + 2 : -1;
  }

  void Consider(int index) {
    const Proposition& p = d_.proposition(index);
    if (p.kind != PredicateKind::kNoun) return;
    const Tree& t = d_.tree(p);
    const int end = NounEnd(t, p.word);
    if (end < 0 || IsModifier(t, p.word)) return;
    Mention mention;
    mention.sentence = p.sentence;
    mention.word = mention.first = p.word;
    mention.last = end;
    if (!ReadMarks(p, mention)) return;
    mention.proposed = IsProposed(index);
    mention.agreement = Resolve(p, mention);
    if (mention.agreement < 0) return;
    Agreement& agreement = found_[static_cast<size_t>(mention.agreement)];
    agreement.evidence.push_back({"trigger", t.span(mention.first, mention.last)});
    AddName(agreement, t.span(mention.first, mention.last), mention);
    ReadParties(p, agreement);
    if (!agreement.date) agreement.date = DateOfAgreement(p);
    mentions_.push_back(mention);
  }

  // "the peace agreement talks": the noun only modifies another.
  static bool IsModifier(const Tree& t, int word) { return t.rel(word) == Rel::kCompound; }

  // What the noun's own modifiers say; false for "a great deal" and "no deal".
  bool ReadMarks(const Proposition& p, Mention& mention) const {
    const Tree& t = d_.tree(p);
    for (int c : t.children(p.word)) {
      const std::string form = LowerAscii(t.word(c).form);
      if (t.rel(c) == Rel::kDet) {
        mention.definite = mention.definite || Among(form, {"the", "this", "that", "these", "those", "such"});
        if (Among(form, {"no", "any", "every", "some", "what", "another"})) return false;
      }
      if (c >= p.word) continue;
      if (t.rel(c) == Rel::kNmodPoss) mention.definite = true;
      const bool names = t.rel(c) == Rel::kCompound || t.rel(c) == Rel::kAmod || t.rel(c) == Rel::kNummod;
      if (!names) continue;
      if (Among(form, {"great", "good", "big", "real", "fair", "bad"})) return false;
      if (Among(form, {"new", "broader", "better", "further", "separate", "second", "another", "similar"})) {
        mention.marks.push_back("new");
      }
      const bool tells = t.word(c).upos == Upos::kPropn || t.rel(c) != Rel::kAmod || StartsUpper(t.word(c).form) ||
                         d_.InClass("agreement_kind", form);
      if (!tells || form == "peace") continue;
      int first = t.first(c);
      while (first < c && (t.rel(first) == Rel::kCase || t.rel(first) == Rel::kDet || t.rel(first) == Rel::kPunct))
        ++first;
      mention.first = std::min(mention.first, first);
      mention.marks.push_back(form);
    }
    // "called the pact a horrible deal": a judgement, no second deal.
    return p.lemma != "fire" && !(t.rel(p.word) == Rel::kXcomp && !mention.definite);
  }

  // Wished for, not made: "want an agreement", "no deal was reached".
  bool IsProposed(int index) const {
    const EventStatus status = d_.in().status.Read(index).status;
    return status == EventStatus::kHypothetical || status == EventStatus::kNegated || status == EventStatus::kFuture;
  }

  // The agreement that a mention means: an earlier one, or a new one; -1 for a word that means none.
  int Resolve(const Proposition& p, const Mention& mention) {
    const Tree& t = d_.tree(p);
    if (t.rel(p.word) == Rel::kAppos || t.rel(p.word) == Rel::kConj) {  // "a cease-fire – the Minsk agreement –"
      for (const Mention& one : mentions_) {
        const bool apposed = t.rel(p.word) == Rel::kAppos && one.sentence == p.sentence &&
                             (t.head(p.word) == one.word || t.dominates(t.head(p.word), one.word));
        if (apposed && one.last < p.word) return one.agreement;
      }
    }
    for (size_t i = mentions_.size(); i-- > 0;) {
      const Mention& one = mentions_[i];
      // What the headline is about is told by the first that follows.
      const bool headline = tree(one.sentence).sentence().kind == SegmentKind::kHeadline &&
                            one.sentence != p.sentence && !mention.proposed && i + 1 == mentions_.size();
      if (headline || SharesMark(one, mention)) return one.agreement;
    }
    const bool bare = mention.marks.empty();
    if (bare && mention.definite) {
      for (size_t i = mentions_.size(); i-- > 0;) {
        if (mentions_[i].proposed == mention.proposed || !mention.proposed) return mentions_[i].agreement;
      }
    }
    if (mention.proposed) return -1;  // "want an agreement": nothing is agreed
    if (bare && !mention.definite && !IsMade(p)) return -1;
    Agreement agreement;
    agreement.by.rule = "agreement:" + p.lemma;
    agreement.confidence = bare ? 0.6 : 0.75;
    found_.push_back(std::move(agreement));
    named_.push_back(false);
    return static_cast<int>(found_.size()) - 1;
  }

  static bool SharesMark(const Mention& a, const Mention& b) {
    const bool fresh_a = std::find(a.marks.begin(), a.marks.end(), "new") != a.marks.end();
    const bool fresh_b = std::find(b.marks.begin(), b.marks.end(), "new") != b.marks.end();
    if (fresh_a != fresh_b) return false;
    return std::any_of(a.marks.begin(), a.marks.end(), [&](const std::string& mark) {
      return mark != "new" && std::find(b.marks.begin(), b.marks.end(), mark) != b.marks.end();
    });
  }

  // "signed an agreement": the verb makes it.
  bool IsMade(const Proposition& p) const {
    const int above = d_.Above(p);
    if (above >= 0 && d_.InClass("agreement_make", d_.proposition(above).lemma)) return true;
    const Tree& t = d_.tree(p);
    for (int c : t.children(p.word)) {
      if (BaseRel(t.rel(c)) == Rel::kAcl && d_.InClass("agreement_make", LowerAscii(t.word(c).lemma))) return true;
      if (BaseRel(t.rel(c)) == Rel::kNmod && Among(t.preposition(c), {"between", "with", "on"})) return true;
    }
    return false;
  }

  void AddName(Agreement& agreement, Span words, const Mention& mention) {
    std::string name = Text(words);
    const bool telling = !mention.marks.empty();
    if (agreement.name.empty() && telling) {
      agreement.name = name;
    } else if (telling && HasName(mention) && !named_[static_cast<size_t>(mention.agreement)]) {
      std::swap(agreement.name, name);  // "the Minsk agreement" names better than "a February cease-fire"
    }
    if (HasName(mention)) named_[static_cast<size_t>(mention.agreement)] = true;
    if (name == agreement.name) return;
    if (std::find(agreement.aliases.begin(), agreement.aliases.end(), name) == agreement.aliases.end())
      agreement.aliases.push_back(name);
  }

  bool HasName(const Mention& mention) const {
    const Tree& t = tree(mention.sentence);
    for (int w = mention.first; w < mention.word; ++w) {
      if (t.word(w).upos == Upos::kPropn && !IsDate(mention.sentence, w)) return true;
    }
    return false;
  }

  bool IsDate(int sentence, int word) const {
    return std::any_of(d_.in().dates.begin(), d_.in().dates.end(), [&](const DateMention& date) {
      return date.sentence == sentence && date.first <= word && word <= date.last;
    });
  }

  // The noun's own date ("a February cease-fire"), else that of the verb that made it.
  std::optional<DateValue> DateOfAgreement(const Proposition& p) const {
    const Tree& t = d_.tree(p);
    for (const DateMention& date : d_.in().dates) {
      if (date.sentence != p.sentence || !date.resolved() || t.head(date.head) != p.word) continue;
      const Date from = date.from ? *date.from : *date.to;
      return DateValue{from, date.to ? std::max(from, *date.to) : from, date.span};
    }
    for (int c : t.children(p.word)) {
      if (BaseRel(t.rel(c)) != Rel::kAcl || !d_.InClass("agreement_make", LowerAscii(t.word(c).lemma))) continue;
      for (int verb : t.conjuncts(c)) {
        if (auto when = d_.DateAt(t, p.sentence, verb)) return when;
      }
    }
    const int above = d_.Above(p);
    if (above >= 0 && d_.InClass("agreement_make", d_.proposition(above).lemma))
      return d_.DateAt(t, p.sentence, d_.proposition(above).word);
    return std::nullopt;
  }

  void AddParties(int sentence, int word, Agreement& agreement) const {
    const size_t before = agreement.parties.size();
    d_.AddOnce(agreement.parties, d_.in().matcher.Actors(sentence, word, false, false));
    for (size_t i = before; i < agreement.parties.size(); ++i) {
      agreement.evidence.push_back({"party", agreement.parties[i].span});
    }
  }

  void ReadParties(const Proposition& p, Agreement& agreement) const {
    const Tree& t = d_.tree(p);
    for (int c : t.children(p.word)) {
      const std::string prep = t.preposition(c);
      if (BaseRel(t.rel(c)) == Rel::kNmod && Among(prep, {"between", "with", "among"}))
        AddParties(p.sentence, c, agreement);
      if (t.rel(c) == Rel::kCompound && c < p.word) {  // "the US–Taliban deal"
        if (d_.in().matcher.Actors(p.sentence, c, false, false).size() > 1) AddParties(p.sentence, c, agreement);
      }
      if (BaseRel(t.rel(c)) != Rel::kAcl) continue;
      const Proposition* clause = d_.in().layer.At(p.sentence, c);
      if (clause == nullptr || !d_.InClass("agreement_make", clause->lemma) || clause->lemma == "broker") continue;
      for (const Argument& a : clause->arguments) {
        if (a.slot == Slot::kSubject || (a.slot == Slot::kOblique && Among(a.prep, {"with", "between"})))
          AddParties(p.sentence, a.word, agreement);
      }
    }
    const int above = d_.Above(p);
    if (above < 0 || p.link != Link::kObject) return;
    const Proposition& verb = d_.proposition(above);
    if (!d_.InClass("agreement_make", verb.lemma) || verb.lemma == "broker") return;
    for (const Argument& a : verb.arguments) {
      if (a.slot == Slot::kSubject || (a.slot == Slot::kOblique && a.prep == "with"))
        AddParties(p.sentence, a.word, agreement);
    }
  }

  // "the deal called for X, Y and Z"; "under the deal, the sides undertook to …"; "an agreement under which …".
  void ReadTerms(const Mention& mention) {
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
    for (int c : t.children(verb.word)) {
      const Rel rel = BaseRel(t.rel(c));
      if (c < verb.word || IsDate(verb.sentence, c)) continue;
      if (rel == Rel::kObj || rel == Rel::kCcomp ||
          (rel == Rel::kObl && Among(t.preposition(c), {"for", "on", "to"}))) {
        AddList(t, c, agreement);
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
  void AddDuty(const Proposition& verb, const Mention& mention, Agreement& agreement) {
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
        if (a.slot == Slot::kSubject) AddParties(verb.sentence, a.word, agreement);
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
  void ReadConsequences(const Mention& mention) {
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
        const int last = t.last(t.head(exchange) >= 0 && t.head(exchange) != exchange ? exchange + 1 : exchange);
        const int end = std::max(last, std::min(t.size() - 1, LastAfter(t, exchange + 3)));
        AddConsequence(agreement, condition, d_.content().Trim(t.span(std::min(exchange + 3, t.size() - 1), end)));
      }
    }
    ReadConditions(mention, agreement);
  }

  // The end of the phrase that begins at a word: the subtree of its topmost head that begins there.
  static int LastAfter(const Tree& t, int word) {
    if (word >= t.size()) return t.size() - 1;
    int top = word;
    while (t.head(top) >= 0 && t.first(t.head(top)) >= word) top = t.head(top);
    return t.last(top);
  }

  void ReadConditions(const Mention& mention, Agreement& agreement) {
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
  void ReadCalls(const Mention& mention) {
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
    return !a.name.empty() || a.parties.size() > 1 || !a.terms.empty() || a.date || !a.calls.empty();
  }

  const Dealings& d_;
  std::vector<Mention> mentions_;
  std::vector<Agreement> found_;
  std::vector<bool> named_;  // of found_: called by a proper name
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

std::vector<Agreement> FindAgreements(const Dealings& dealings) { return Finder(dealings).Find(); }

}  // namespace rapporteur
