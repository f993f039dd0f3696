#include "coding/agreement_mentions.h"

#include <algorithm>

#include "base/among.h"
#include "coding/agreement_known.h"

namespace rapporteur {
namespace {

class Reader {
 public:
  explicit Reader(const Dealings& dealings) : d_(dealings) {}

  AgreementNames Read() {
    known_ = FindKnownAgreements(d_);
    for (size_t i = 0; i < d_.in().layer.all.size(); ++i) Consider(static_cast<int>(i));
    for (size_t i = 0; i < found_.size(); ++i) {
      if (line_[i] >= 0) CompleteFrom(d_, static_cast<uint32_t>(line_[i]), found_[i]);
    }
    return {std::move(found_), std::move(mentions_)};
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
    const KnownMention* known = KnownAt(p.sentence, p.word);
    int end = NounEnd(t, p.word);
    if (end < 0 && known != nullptr && !InSpan(*known, t.head(p.word))) end = known->last;  // "JCPOA"
    if (end < 0 || IsModifier(t, p.word)) return;
    AgreementMention mention;
    mention.sentence = p.sentence;
    mention.word = mention.first = p.word;
    mention.last = end;
    if (!ReadMarks(p, mention)) return;
    int line = -1;
    if (known != nullptr) {
      mention.first = std::min(mention.first, known->first);
      mention.definite = true;
      line = static_cast<int>(known->id);
    } else if (mention.marks.size() > 1) {
      line = DescribedAgreement(d_, mention.marks);
    }
    if (line >= 0) mention.marks.push_back("#" + std::to_string(line));
    mention.proposed = line < 0 && IsProposed(index);
    mention.agreement = Resolve(p, mention);
    if (mention.agreement < 0) return;
    if (line >= 0 && line_[static_cast<size_t>(mention.agreement)] < 0)
      line_[static_cast<size_t>(mention.agreement)] = line;
    Agreement& agreement = found_[static_cast<size_t>(mention.agreement)];
    agreement.evidence.push_back({"trigger", t.span(mention.first, mention.last)});
    AddName(agreement, t.span(mention.first, mention.last), mention);
    ReadParties(p, agreement);
    if (!agreement.date) agreement.date = DateOfAgreement(p);
    mentions_.push_back(mention);
  }

  static bool InSpan(const KnownMention& known, int word) { return known.first <= word && word <= known.last; }

  const KnownMention* KnownAt(int sentence, int word) const {
    for (const KnownMention& known : known_) {
      if (known.sentence == sentence && InSpan(known, word)) return &known;
    }
    return nullptr;
  }

  // "the peace agreement talks": the noun only modifies another.
  static bool IsModifier(const Tree& t, int word) { return t.rel(word) == Rel::kCompound; }

  // What the noun's own modifiers say; false for "a great deal" and "no deal".
  bool ReadMarks(const Proposition& p, AgreementMention& mention) const {
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
  int Resolve(const Proposition& p, const AgreementMention& mention) {
    const Tree& t = d_.tree(p);
    if (t.rel(p.word) == Rel::kAppos || t.rel(p.word) == Rel::kConj) {  // "a cease-fire – the Minsk agreement –"
      for (const AgreementMention& one : mentions_) {
        const bool apposed = t.rel(p.word) == Rel::kAppos && one.sentence == p.sentence &&
                             (t.head(p.word) == one.word || t.dominates(t.head(p.word), one.word));
        if (apposed && one.last < p.word) return one.agreement;
      }
    }
    for (size_t i = mentions_.size(); i-- > 0;) {
      const AgreementMention& one = mentions_[i];
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
    line_.push_back(-1);
    return static_cast<int>(found_.size()) - 1;
  }

  static bool SharesMark(const AgreementMention& a, const AgreementMention& b) {
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

  void AddName(Agreement& agreement, Span words, const AgreementMention& mention) {
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

  bool HasName(const AgreementMention& mention) const {
    const Tree& t = tree(mention.sentence);
    for (int w = mention.first; w < mention.word; ++w) {
      if (t.word(w).upos == Upos::kPropn && !InDate(d_, mention.sentence, w)) return true;
    }
    return false;
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
    rapporteur::AddParties(d_, d_.in().matcher.Actors(sentence, word, false, false), agreement);
  }

  void ReadParties(const Proposition& p, Agreement& agreement) const {
    const Tree& t = d_.tree(p);
    rapporteur::AddParties(d_, d_.SidesBefore(p), agreement);
    for (int c : t.children(p.word)) {
      const std::string prep = t.preposition(c);
      if (BaseRel(t.rel(c)) == Rel::kNmod && Among(prep, {"between", "with", "among"}))
        AddParties(p.sentence, c, agreement);
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

  const Dealings& d_;
  std::vector<AgreementMention> mentions_;
  std::vector<Agreement> found_;
  std::vector<bool> named_;  // of found_: called by a proper name
  std::vector<int> line_;    // of found_: its line in the lexicon; -1 unknown
  std::vector<KnownMention> known_;
};

}  // namespace

void AddParties(const Dealings& dealings, const std::vector<ActorRef>& sides, Agreement& agreement) {
  const size_t before = agreement.parties.size();
  for (const ActorRef& side : sides) {
    const bool known = std::any_of(agreement.parties.begin(), agreement.parties.end(),
                                   [&](const ActorRef& other) { return dealings.SameParticipant(side, other); });
    if (!known) dealings.AddOnce(agreement.parties, {side});
  }
  for (size_t i = before; i < agreement.parties.size(); ++i) {
    agreement.evidence.push_back({"party", agreement.parties[i].span});
  }
}

bool InDate(const Dealings& dealings, int sentence, int word) {
  const std::vector<DateMention>& dates = dealings.in().dates;
  return std::any_of(dates.begin(), dates.end(), [&](const DateMention& date) {
    return date.sentence == sentence && date.first <= word && word <= date.last;
  });
}

AgreementNames FindAgreementNames(const Dealings& dealings) { return Reader(dealings).Read(); }

}  // namespace rapporteur
