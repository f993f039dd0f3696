#include "coding/dispute_denials.h"

#include <algorithm>

#include "base/among.h"

namespace rapporteur {
namespace {

class DenialFinder {
 public:
  DenialFinder(const Dealings& dealings, const DisputeWords& words, const DisputeSides& sides)
      : d_(dealings), words_(words), sides_(sides) {}

  std::vector<Claim> Find() {
    for (size_t i = 0; i < d_.in().layer.all.size(); ++i) {
      const Proposition& p = d_.proposition(static_cast<int>(i));
      if (p.negated) {
        if (d_.InClass("dispute_confirm", p.lemma)) Unconfirmed(p);
        if (p.lemma == "agree" || p.lemma == "accept" || p.lemma == "believe") NotAgreed(p);
        continue;
      }
      if (p.kind == PredicateKind::kVerb) Verb(p, static_cast<int>(i));
      if (p.kind == PredicateKind::kVerb) Demurs(p);
      if (Baseless(p)) False(p);
      if (d_.InClass("dispute_false", p.lemma)) False(p);
    }
    for (int s = 0; s < static_cast<int>(d_.in().trees.size()); ++s) Retort(s);
    for (Claim& denial : found_) {
      denial.denies = !denial.refuses;
      // "denied that any such thing had been agreed"
      denial.bare = denial.bare || words_.HasClass(denial.words, "dispute_such");
      const Span what = denial.object.empty() ? denial.words : MainClause(denial.object);
      denial.content = words_.Read(what, !denial.object.empty());
    }
    return std::move(found_);
  }

 private:
  // "Not so, says the ministry", "Pure invention, she said"
  void Retort(int sentence) {
    const Tree& t = d_.in().trees[static_cast<size_t>(sentence)];
    if (t.size() == 0) return;
    int first = 0;
    while (first < t.size() && t.word(first).upos == Upos::kPunct) ++first;
    if (first == t.size()) return;
    const Span all = t.span(first, t.size() - 1);
    if (words_.FindPhrase(LowerAscii(all.of(d_.in().text)), "dispute_not_so", true) != 0) return;
    Claim denial;
    for (const ActorMention& mention : d_.in().cast.MentionsIn(sentence)) {
      if (mention.place || mention.first <= first) continue;
      const std::vector<ActorRef> who = d_.in().matcher.Actors(sentence, mention.head, false, false);
      if (who.empty()) continue;
      denial.who = who.front();
      denial.words = d_.content().Trim(all);
      denial.sentence = sentence;
      denial.bare = denial.firm = true;
      found_.push_back(std::move(denial));
      return;
    }
  }

  // "denied it", "rejected Norvia's claim", "dismissed the charge as absurd", "denies having fired"
  void Verb(const Proposition& p, int index) {
    const bool denies = d_.InClass("dispute_deny", p.lemma), rejects = d_.InClass("dispute_reject", p.lemma);
    const Argument* object = p.Find(Slot::kObject);
    const bool calls = d_.InClass("dispute_call", p.lemma) && object != nullptr && CalledFalse(p);
    if (!denies && !rejects && !calls) return;
    if (!ToldAsSo(d_.in().status.Read(index).status)) return;
    const std::optional<ActorRef> who = sides_.Who(p);
    if (!who) return;
    const Tree& t = d_.tree(p);
    Claim denial;
    denial.who = *who;
    denial.words = words_.Clause(t.span(p.word, p.word));
    denial.sentence = p.sentence;
    denial.strict = denies;
    if (object == nullptr) {
      denial.bare = p.Find(Slot::kClause) == nullptr;
      if (!denies) return;
    } else {
      if (p.Find(Slot::kIndirect) != nullptr || !Object(p, *object, denies, denial)) return;
    }
    found_.push_back(std::move(denial));
  }

  // "Mr Tavik disagreed", "Mrs Lund saw it differently"
  void Demurs(const Proposition& p) {
    const Tree& t = d_.tree(p);
    const auto below = t.children(p.word);
    const bool otherwise =
        d_.InClass("dispute_sees", p.lemma) && std::any_of(below.begin(), below.end(), [&](int c) {
          return t.rel(c) == Rel::kAdvmod && d_.InClass("dispute_otherwise", LowerAscii(t.word(c).lemma));
        });
    const bool with = p.Find(Slot::kOblique, "with") != nullptr || p.Find(Slot::kOblique, "on") != nullptr;
    if (!otherwise && (!d_.InClass("dispute_demur", p.lemma) || with)) return;
    const std::vector<ActorRef> who = d_.Subjects(p);
    if (who.size() != 1) return;
    Claim denial;
    denial.who = who.front();
    denial.words = words_.Clause(t.span(p.word, p.word));
    denial.sentence = p.sentence;
    denial.bare = true;
    found_.push_back(std::move(denial));
  }

  // "Nor did Beijing confirm Mr Tavik's claim": only where the words say whose claim it is.
  void Unconfirmed(const Proposition& p) {
    if (!p.modal.empty()) return;  // "could not confirm": an agency's caution
    const Argument* object = p.Find(Slot::kObject);
    const std::vector<ActorRef> who = d_.Subjects(p);
    if (object == nullptr || who.empty() || !IsSaid(d_.tree(p), object->word)) return;
    Claim denial;
    denial.who = who.front();
    denial.whose = Owners(p, object->word);
    denial.words = words_.Clause(d_.tree(p).span(p.word, p.word));
    denial.object = d_.Words(d_.tree(p), object->word);
    denial.sentence = p.sentence;
    if (!denial.whose.empty()) found_.push_back(std::move(denial));
  }

  // "He did not agree that the road serves shepherds only"
  void NotAgreed(const Proposition& p) {
    const Argument* clause = p.Find(Slot::kClause, "that");
    const std::optional<ActorRef> who = sides_.Who(p);
    if (clause == nullptr || !who || !p.modal.empty()) return;
    const Tree& t = d_.tree(p);
    Claim denial;
    denial.who = *who;
    denial.words = words_.Clause(t.span(p.word, p.word));
    denial.object = d_.content().Trim(t.span(t.first(clause->word), t.last(clause->word)));
    denial.sentence = p.sentence;
    found_.push_back(std::move(denial));
  }

  // What is denied, without what is told of it by the way: "use the weapons which rights groups say kill".
  Span MainClause(Span object) const {
    const auto [first, last] = words_.WordsOf(object);
    if (first < 0) return object;
    const Tree& t = d_.in().trees[static_cast<size_t>(words_.SentenceAt(object))];
    for (int w = first + 1; w <= last; ++w) {
      if (t.rel(w) != Rel::kAclRelcl || t.head(w) < first || t.first(w) <= t.head(w)) continue;
      return {object.begin, t.word(t.first(w) - 1).span.end};
    }
    return object;
  }

  bool IsSaid(const Tree& t, int noun) const {
    const std::string lemma = LowerAscii(t.word(noun).lemma);
    return d_.InClass("accusation", lemma) || d_.InClass("dispute_account", lemma);
  }

  // "The reports have no basis"
  bool Baseless(const Proposition& p) const {
    const Argument* object = p.Find(Slot::kObject);
    if (p.kind != PredicateKind::kVerb || p.lemma != "have" || object == nullptr) return false;
    const Tree& t = d_.tree(p);
    const int no = t.child(object->word, {Rel::kDet});
    return no >= 0 && LowerAscii(t.word(no).form) == "no" &&
           d_.InClass("dispute_ground", LowerAscii(t.word(object->word).lemma));
  }

  // What may be denied: what was said (then whose word it is counts) and, by a verb of denying, a deed.
  bool Object(const Proposition& p, const Argument& object, bool denies, Claim& denial) const {
    const Tree& t = d_.tree(p);
    const ParsedWord& word = t.word(object.word);
    const std::string lemma = LowerAscii(word.lemma);
    if (word.upos == Upos::kPron) {
      denial.bare = Among(lemma, {"it", "this", "that", "they", "them", "these", "which"});
      return denial.bare;
    }
    const bool said = IsSaid(t, object.word);
    if (said && OfOthers(t, object.word)) return false;
    const bool asked = !denies && d_.InClass("dispute_demand", lemma);
    if (said || asked) {
      denial.refuses = asked && !said;
      denial.whose = Owners(p, object.word);
      denial.bare = denial.whose.empty() && !SaysWhat(t, object.word, p.word);
      if (t.first(object.word) < object.word || t.last(object.word) > object.word)
        denial.object = d_.Words(t, object.word);
      return true;
    }
    if (!denies || d_.InClass("dispute_withheld", lemma)) return false;
    const Proposition* deed = d_.in().layer.At(p.sentence, object.word);
    if (deed == nullptr && !d_.InClass("dispute_deed", lemma)) return false;
    denial.object = d_.Words(t, object.word);
    return true;
  }

  // "previous accusations": none that the report has told just before.
  bool OfOthers(const Tree& t, int noun) const {
    const auto below = t.children(noun);
    return std::any_of(below.begin(), below.end(), [&](int c) {
      return t.rel(c) == Rel::kAmod && d_.InClass("dispute_earlier", LowerAscii(t.word(c).lemma));
    });
  }

  // "the charge that …", "reports of …": what was said stands with it.
  static bool SaysWhat(const Tree& t, int noun, int verb) {
    return std::any_of(t.children(noun).begin(), t.children(noun).end(), [&](int c) {
      const Rel rel = t.rel(c);
      return c > noun && !t.dominates(c, verb) &&
             (rel == Rel::kAcl || rel == Rel::kCcomp || rel == Rel::kNmod || rel == Rel::kAclRelcl);
    });
  }

  // "Norvia's claim", "the Norvian claim", "a claim by Norvia", "allegations made by Norvia"
  std::vector<ActorRef> Owners(const Proposition& p, int noun) const {
    const Tree& t = d_.tree(p);
    std::vector<ActorRef> owners;
    for (int c : t.children(noun)) {
      const Rel rel = t.rel(c);
      const bool owns = rel == Rel::kNmodPoss || rel == Rel::kAmod || rel == Rel::kCompound ||
                        ((rel == Rel::kNmod || rel == Rel::kObl) && Among(t.preposition(c), {"by", "from"}));
      if (owns) d_.AddOnce(owners, d_.in().matcher.Actors(p.sentence, c, false, rel == Rel::kNmodPoss));
      if (rel != Rel::kAcl && rel != Rel::kAclRelcl) continue;
      const Proposition* made = d_.in().layer.At(p.sentence, c);
      if (made != nullptr && d_.InClass("dispute_make", made->lemma)) d_.AddOnce(owners, d_.Subjects(*made));
    }
    return owners;
  }

  // "called the charge baseless", "described the figures as invented"
  bool CalledFalse(const Proposition& p) const {
    const Tree& t = d_.tree(p);
    return words_.HasClass(words_.Clause(t.span(p.word, p.word)), "dispute_false");
  }

  // "The charge was a lie", in somebody's words.
  void False(const Proposition& p) {
    const Argument* subject = p.Find(Slot::kSubject);
    if (subject == nullptr) return;
    const Tree& t = d_.tree(p);
    const std::string lemma = LowerAscii(t.word(subject->word).lemma);
    const bool said = IsSaid(t, subject->word);
    if (!said && !Among(lemma, {"it", "this", "that", "they", "these"})) return;
    const int st = d_.in().told.Innermost(t.word(p.word).span.begin);
    if (st < 0) return;
    const Statement& statement = d_.in().told.statements()[static_cast<size_t>(st)];
    if (!statement.speaker) return;
    Claim denial;
    denial.who = *statement.speaker;
    denial.words = statement.content;
    denial.sentence = p.sentence;
    if (said) denial.whose = Owners(p, subject->word);
    denial.bare = denial.whose.empty();
    found_.push_back(std::move(denial));
  }

  const Dealings& d_;
  const DisputeWords& words_;
  const DisputeSides& sides_;
  std::vector<Claim> found_;
};

}  // namespace

std::vector<Claim> FindDenials(const Dealings& dealings, const DisputeWords& words, const DisputeSides& sides) {
  return DenialFinder(dealings, words, sides).Find();
}

}  // namespace rapporteur
