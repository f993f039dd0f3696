#include "coding/agreement_mentions.h"

#include <algorithm>

#include "base/among.h"
#include "coding/agreement_evidence.h"
#include "coding/agreement_known.h"
#include "coding/agreement_nouns.h"
#include "coding/agreement_sides.h"
#include "coding/agreement_verbs.h"
#include "lexicon/agreements.h"

namespace rapporteur {
namespace {

using Form = AgreementMention::Form;

constexpr int kSentencesBack = 2;

class Reader {
 public:
  explicit Reader(const Dealings& dealings) : d_(dealings), sides_(dealings), nouns_(dealings), evidence_(dealings) {}

  AgreementNames Read() {
    known_ = FindKnownAgreements(d_);
    for (size_t s = 0; s < d_.in().trees.size(); ++s) {
      const Tree& t = d_.in().trees[s];
      for (int w = 0; w < t.size(); ++w) Consider(static_cast<int>(s), w);
    }
    AgreementNames names;
    for (size_t i = 0; i < found_.size(); ++i) {
      if (line_[i] >= 0) CompleteFrom(d_, static_cast<uint32_t>(line_[i]), found_[i]);
      names.known.push_back(line_[i] >= 0);
    }
    names.agreements = std::move(found_);
    names.mentions = std::move(mentions_);
    return names;
  }

 private:
  const Tree& tree(int sentence) const { return d_.in().trees[static_cast<size_t>(sentence)]; }

  int IndexAt(int sentence, int word) const {
    return d_.in().layer.at[static_cast<size_t>(sentence)][static_cast<size_t>(word)];
  }

  std::string Text(Span span) const {
    std::string words(d_.Text(span));
    std::replace(words.begin(), words.end(), '\n', ' ');
    return words;
  }

  void Consider(int sentence, int word) {
    const Tree& t = tree(sentence);
    const int index = IndexAt(sentence, word);
    if (index >= 0 && d_.proposition(index).kind == PredicateKind::kNoun && ConsiderNoun(index)) return;
    if (index >= 0 && d_.proposition(index).kind == PredicateKind::kVerb) ConsiderVerb(index);
    if (t.word(word).upos == Upos::kPron) ConsiderPronoun(sentence, word);
    if (d_.InClass("agreement_part", LowerAscii(t.word(word).lemma))) ConsiderPart(sentence, word);
  }

  bool ConsiderNoun(int index) {
    const Proposition& p = d_.proposition(index);
    const Tree& t = d_.tree(p);
    const KnownMention* known = KnownAt(known_, p.sentence, p.word);
    if (known == nullptr) known = KnownBeside(d_, known_, p);
    int end = nouns_.NounEnd(t, p.word);
    if (end < 0 && known != nullptr && known->noun < 0 && !known->holds(t.head(p.word))) end = known->last;  // "JCPOA"
    if (end < 0 && !nouns_.IsModifier(t, p.word) && evidence_.IsWeakAgreement(p, mentions_)) end = p.word;
    if (end < 0 || nouns_.IsModifier(t, p.word)) return false;
    AgreementMention mention;
    mention.sentence = p.sentence;
    mention.word = p.word;
    mention.first = AgreementNouns::NounStart(t, p.word);
    mention.last = end;
    mention.noun = mention.first < p.word ? "ceasefire" : p.lemma;
    if (!nouns_.ReadMarks(p, mention) && known == nullptr) return false;
    if (known == nullptr && nouns_.IsConsent(p)) return false;
    mention.definite = mention.definite || IsOfHeadline(p, mention);
    if (mention.proposed && evidence_.TellsTerms(p)) {  // "a draft accord sets a price": a text on the table
      mention.proposed = false;
      mention.made = true;
    }
    int line = -1;
    if (known != nullptr) {
      mention.first = std::min(mention.first, known->first);
      mention.last = std::max(mention.last, known->last);
      mention.definite = true;
      line = static_cast<int>(known->id);
    } else if (mention.marks.size() > 1) {
      Agreement told;
      sides_.AddParties(p, told);
      line = DescribedAgreement(d_, mention.marks, told.parties);
    }
    if (line >= 0) mention.marks.push_back("#" + std::to_string(line));
    mention.made = mention.made || line >= 0 || (!mention.proposed && evidence_.IsMade(p));
    if (!mention.made && !mention.proposed && evidence_.IsThere(p)) mention.made = !IsProposed(index);
    mention.proposed = mention.proposed || (!mention.made && !mention.definite && IsProposed(index));
    mention.agreement = Resolve(p, mention);
    if (mention.agreement < 0) return false;
    if (line >= 0 && line_[static_cast<size_t>(mention.agreement)] < 0)
      line_[static_cast<size_t>(mention.agreement)] = line;
    Agreement& agreement = found_[static_cast<size_t>(mention.agreement)];
    agreement.evidence.push_back({"trigger", t.span(mention.first, mention.last)});
    AddName(agreement, t.span(mention.first, mention.last), mention);
    if (!mention.proposed) sides_.AddParties(p, agreement);
    if (!agreement.date) agreement.date = sides_.DateOf(p);
    mentions_.push_back(std::move(mention));
    return true;
  }

  // "a day after grain deal": headlines leave the article out.
  bool IsOfHeadline(const Proposition& p, const AgreementMention& mention) const {
    const Tree& t = d_.tree(p);
    return t.sentence().kind == SegmentKind::kHeadline && !mention.marks.empty() && t.child(p.word, {Rel::kDet}) < 0 &&
           Among(t.preposition(p.word), {"after", "under", "despite", "since", "over"});
  }

  // Wished for, not made: "want an agreement", "no deal was reached".
  bool IsProposed(int index) const {
    const EventStatus status = d_.in().status.Read(index).status;
    return status == EventStatus::kHypothetical || status == EventStatus::kNegated || status == EventStatus::kFuture;
  }

  // The agreement that a mention means: an earlier one, or a new one; -1 for a word that means none.
  int Resolve(const Proposition& p, const AgreementMention& mention) {
    const Tree& t = d_.tree(p);
    if (const int apposed = ApposedTo(p); apposed >= 0) return apposed;
    for (size_t i = mentions_.size(); i-- > 0;) {
      const AgreementMention& one = mentions_[i];
      // What the headline is about is told by the first that follows; "the trade agreement" is the one known by name.
      const bool headline = tree(one.sentence).sentence().kind == SegmentKind::kHeadline &&
                            one.sentence != p.sentence && !mention.proposed && i + 1 == mentions_.size() &&
                            MayMean(one, mention);
      if (headline || SharesMark(one, mention) || IsKindOf(mention, one) || IsFuller(mention, one))
        return one.agreement;
    }
    const bool bare = mention.marks.empty() && t.child(p.word, {Rel::kNmodPoss}) < 0;
    if (bare && mention.definite) {
      if (const int before = Before(mention); before >= 0) return before;
    }
    if (mention.proposed) return -1;  // "want an agreement": nothing is agreed
    if (!mention.definite && !mention.made) return -1;
    return New("agreement:" + p.lemma, mention.marks.empty() ? 0.6 : 0.75);
  }

  int New(std::string rule, double confidence) {
    Agreement agreement;
    agreement.by.rule = std::move(rule);
    agreement.confidence = confidence;
    found_.push_back(std::move(agreement));
    named_.push_back(false);
    line_.push_back(-1);
    return static_cast<int>(found_.size()) - 1;
  }

  // "the pause … The humanitarian pause": what kind it is is told later.
  bool IsFuller(const AgreementMention& mention, const AgreementMention& before) const {
    const bool titled =
        nouns_.HasName(mention) && before.agreement >= 0 && !named_[static_cast<size_t>(before.agreement)];
    return mention.definite && before.form == Form::kNoun && before.noun == mention.noun && before.marks.empty() &&
           !before.proposed && mention.sentence - before.sentence <= kSentencesBack && !mention.marks.empty() &&
           std::all_of(mention.marks.begin(), mention.marks.end(),
                       [&](const std::string& mark) { return titled || d_.InClass("agreement_kind", mark); });
  }

  // "a cease-fire – the Minsk agreement –"; "the Three Rivers Compact, the gas deal", wherever the parser hung it.
  int ApposedTo(const Proposition& p) const {
    const Tree& t = d_.tree(p);
    if (!mentions_.empty() && t.rel(p.word) != Rel::kConj && t.child(p.word, {Rel::kCc}) < 0) {
      const AgreementMention& last = mentions_.back();
      int first = t.child(p.word, {Rel::kCase}) < 0 ? t.first(p.word) : p.word;
      while (first < p.word && t.word(first).upos == Upos::kPunct) ++first;
      const bool beside = last.form == Form::kNoun && last.sentence == p.sentence && last.last + 2 == first &&
                          Among(t.word(last.last + 1).form, {",", "–", "—", "("});
      if (beside) return last.agreement;
    }
    if (t.rel(p.word) != Rel::kAppos) return -1;
    for (const AgreementMention& one : mentions_) {
      const bool apposed = one.sentence == p.sentence && one.last < p.word &&
                           (t.head(p.word) == one.word || t.dominates(t.head(p.word), one.word));
      if (apposed) return one.agreement;
    }
    return -1;
  }

  // What "the truce", "the agreement" means: the last that was called so; else the last that may be.
  int Before(const AgreementMention& mention) const {
    const bool truce = d_.InClass("agreement_truce", mention.noun);
    for (size_t i = mentions_.size(); i-- > 0;) {
      const AgreementMention& one = mentions_[i];
      const bool again = one.form == Form::kNoun && one.noun == mention.noun && !one.proposed;
      if (again && mention.sentence - one.sentence <= kSentencesBack) return one.agreement;
    }
    for (size_t i = mentions_.size(); i-- > 0;) {
      if (mentions_[i].form != Form::kNoun && mentions_[i].form != Form::kVerb) continue;
      const bool same = truce ? d_.InClass("agreement_truce", mentions_[i].noun)
                              : mentions_[i].form == Form::kNoun && !d_.InClass("agreement_truce", mentions_[i].noun);
      if (same && MayMean(mention, mentions_[i])) return mentions_[i].agreement;
    }
    for (size_t i = mentions_.size(); i-- > 0;) {
      if (mentions_[i].form != Form::kNoun && mentions_[i].form != Form::kVerb) continue;
      if (MayMean(mention, mentions_[i])) return mentions_[i].agreement;
    }
    return -1;
  }

  // Whether "the truce" may mean what was spoken of before: no treaty does, and no accord with a name of its own.
  bool MayMean(const AgreementMention& mention, const AgreementMention& before) const {
    if (before.proposed && !mention.proposed && mention.made) return false;
    const bool truce = d_.InClass("agreement_truce", mention.noun),
               truce_before = d_.InClass("agreement_truce", before.noun);
    if (truce == truce_before) return true;
    if (mention.peace || before.peace) return false;  // "the truce" is not the peace accord
    if (truce && (d_.InClass("agreement_paper", before.noun) || before.last > before.first)) return false;
    return !(truce_before && d_.InClass("agreement_paper", mention.noun));
  }

  // "the free trade agreement" where one of the kind is known by name.
  bool IsKindOf(const AgreementMention& mention, const AgreementMention& before) const {
    if (!mention.definite || mention.marks.empty() || before.agreement < 0) return false;
    const int line = line_[static_cast<size_t>(before.agreement)];
    if (line < 0) return false;
    const AgreementTable& table = d_.in().lexicon.agreements();
    const std::string& kind = table.lines()[static_cast<size_t>(line)].kind;
    return std::all_of(mention.marks.begin(), mention.marks.end(),
                       [&](const std::string& mark) { return table.TellsKind(mark, kind); });
  }

  static bool SharesMark(const AgreementMention& a, const AgreementMention& b) {
    const bool fresh_a = std::find(a.marks.begin(), a.marks.end(), "new") != a.marks.end();
    const bool fresh_b = std::find(b.marks.begin(), b.marks.end(), "new") != b.marks.end();
    if (fresh_a != fresh_b) return false;
    return std::any_of(a.marks.begin(), a.marks.end(), [&](const std::string& mark) {
      return mark != "new" && std::find(b.marks.begin(), b.marks.end(), mark) != b.marks.end();
    });
  }

  void AddName(Agreement& agreement, Span words, const AgreementMention& mention) {
    std::string name = Text(words);
    const bool telling = mention.first < mention.word || mention.last > mention.word;
    if (agreement.name.empty() && telling) {
      agreement.name = name;
    } else if (telling && nouns_.HasName(mention) && !named_[static_cast<size_t>(mention.agreement)]) {
      std::swap(agreement.name, name);  // "the Minsk agreement" names better than "a February cease-fire"
    }
    if (nouns_.HasName(mention)) named_[static_cast<size_t>(mention.agreement)] = true;
    if (name == agreement.name || name.empty()) return;
    if (std::find(agreement.aliases.begin(), agreement.aliases.end(), name) == agreement.aliases.end())
      agreement.aliases.push_back(name);
  }

  // "Iran and Saudi Arabia agreed to reopen embassies": an agreement without a noun.
  void ConsiderVerb(int index) {
    const Proposition& p = d_.proposition(index);
    const Tree& t = d_.tree(p);
    const std::vector<ActorRef> sides = AgreementVerbs(d_).Sides(index);
    if (sides.empty()) return;
    AgreementMention mention;
    mention.form = Form::kVerb;
    mention.sentence = p.sentence;
    mention.first = mention.word = mention.last = p.word;
    mention.noun = "agree";
    mention.made = true;
    const bool headline = !mentions_.empty() && mentions_.back().sentence != p.sentence &&
                          tree(mentions_.back().sentence).sentence().kind == SegmentKind::kHeadline;
    const int told = headline ? mentions_.back().agreement : ToldBy(sides, mention);
    mention.agreement = told >= 0 ? told : New("agreement:agree verb", 0.6);
    Agreement& agreement = found_[static_cast<size_t>(mention.agreement)];
    agreement.evidence.push_back({"trigger", t.span(p.word, p.word)});
    sides_.Add(sides, agreement);
    if (!agreement.date) agreement.date = d_.DateAt(t, p.sentence, p.word);
    mentions_.push_back(std::move(mention));
  }

  // The agreement that was told just before of the same sides: "ended their row, shaking hands on a quota".
  int ToldBy(const std::vector<ActorRef>& sides, const AgreementMention& mention) const {
    if (mentions_.empty() || mentions_.back().proposed) return -1;
    const AgreementMention& last = mentions_.back();
    if (mention.sentence - last.sentence > kSentencesBack || !(last.made || last.form != Form::kNoun)) return -1;
    const std::vector<ActorRef>& parties = found_[static_cast<size_t>(last.agreement)].parties;
    const bool all = std::all_of(sides.begin(), sides.end(), [&](const ActorRef& side) {
      return side.actor < 0 || std::any_of(parties.begin(), parties.end(),
                                           [&](const ActorRef& party) { return d_.SameSide(side, party); });
    });
    return all ? last.agreement : -1;
  }

  // The mention that a pronoun or a part stands for: the last before it; null none.
  const AgreementMention* LastBefore(int sentence, int word, int back) const {
    for (size_t i = mentions_.size(); i-- > 0;) {
      const AgreementMention& one = mentions_[i];
      if (one.sentence < sentence - back) return nullptr;
      if (one.sentence < sentence || one.last < word) return one.proposed ? nullptr : &one;
    }
    return nullptr;
  }

  void AddReference(Form form, int sentence, int word, const AgreementMention& of) {
    AgreementMention mention;
    mention.form = form;
    mention.sentence = sentence;
    mention.first = mention.word = mention.last = word;
    mention.definite = true;
    mention.noun = of.noun;
    mention.agreement = of.agreement;
    if (form == Form::kPronoun || d_.InClass("agreement_text", LowerAscii(tree(sentence).word(word).lemma)))
      found_[static_cast<size_t>(of.agreement)].evidence.push_back({"trigger", tree(sentence).span(word, word)});
    mentions_.push_back(std::move(mention));
  }

  // "It provides for", "under it", "abide by it": what is done to agreements, or what they do.
  void ConsiderPronoun(int sentence, int word) {
    const Tree& t = tree(sentence);
    if (!Among(LowerAscii(t.word(word).form), {"it", "they", "them", "this", "these"})) return;
    const int up = t.head(word);
    const Proposition* verb = up < 0 ? nullptr : d_.in().layer.At(sentence, up);
    if (verb == nullptr || verb->kind != PredicateKind::kVerb) return;
    const Rel rel = BaseRel(t.rel(word));
    const std::string prep = t.preposition(word);
    const std::string with = prep.empty() ? verb->lemma : verb->lemma + " " + prep;
    bool fits = false;
    if (rel == Rel::kNsubj || rel == Rel::kExpl) {
      fits = d_.InClass("agreement_it", verb->lemma) || d_.InClass("agreement_begin", verb->lemma + " effect");
    } else {
      fits = Among(prep, {"under", "by"}) || evidence_.IsDoneTo(with);
    }
    if (!fits) return;
    const AgreementMention* of = LastBefore(sentence, word, 1);
    if (of == nullptr || (rel == Rel::kNsubj && !IsTopic(*of, sentence))) return;
    Agreement& agreement = found_[static_cast<size_t>(of->agreement)];
    const bool begins = rel == Rel::kNsubj && !d_.InClass("agreement_it", verb->lemma);
    if (begins && !agreement.date)
      agreement.date = d_.DateAt(t, sentence, verb->word);  // "since it took effect on Sunday"
    AddReference(Form::kPronoun, sentence, word, *of);
  }

  // What "it" as a subject means: the agreement that the sentence before is about, not one that it mentions in passing.
  bool IsTopic(const AgreementMention& mention, int sentence) const {
    if (mention.form != Form::kNoun || mention.sentence == sentence || mention.made) return true;
    const Tree& t = tree(mention.sentence);
    return BaseRel(t.rel(mention.word)) == Rel::kNsubj || Among(t.preposition(mention.word), {"under", "according to"});
  }

  // "in its first phase", "the terms:", "the text promises", "every clause".
  void ConsiderPart(int sentence, int word) {
    const Tree& t = tree(sentence);
    if (t.child(word, {Rel::kNmod, Rel::kCompound}) >= 0 || t.word(word).upos == Upos::kVerb) return;
    const int owner = t.child(word, {Rel::kNmodPoss});
    const int det = t.child(word, {Rel::kDet});
    const bool its = owner >= 0 && Among(LowerAscii(t.word(owner).form), {"its", "their"});
    const bool one = d_.InClass("agreement_passage", LowerAscii(t.word(word).lemma));  // "a single paragraph"
    const bool the =
        det >= 0 && (one || Among(LowerAscii(t.word(det).form), {"the", "every", "all", "each", "this", "that"}));
    if (!its && !(the && owner < 0)) return;
    const AgreementMention* of = LastBefore(sentence, word, its ? 1 : one ? 2 * kSentencesBack : kSentencesBack);
    if (of != nullptr) AddReference(Form::kPart, sentence, word, *of);
  }

  const Dealings& d_;
  AgreementSides sides_;
  AgreementNouns nouns_;
  AgreementEvidence evidence_;
  std::vector<AgreementMention> mentions_;
  std::vector<Agreement> found_;
  std::vector<bool> named_;  // of found_: called by a proper name
  std::vector<int> line_;    // of found_: its line in the lexicon; -1 unknown
  std::vector<KnownMention> known_;
};

}  // namespace

bool InDate(const Dealings& dealings, int sentence, int word) {
  const std::vector<DateMention>& dates = dealings.in().dates;
  return std::any_of(dates.begin(), dates.end(), [&](const DateMention& date) {
    return date.sentence == sentence && date.first <= word && word <= date.last;
  });
}

AgreementNames FindAgreementNames(const Dealings& dealings) { return Reader(dealings).Read(); }

}  // namespace rapporteur
