#include "coding/dispute_contests.h"

#include <algorithm>

#include "base/among.h"
#include "coding/agreement_sides.h"

namespace rapporteur {
namespace {

constexpr int kPartiesBack = 4;  // sentences in which "both sides" were named

class ContestFinder {
 public:
  ContestFinder(const Dealings& dealings, const DisputeWords& words, const DisputeSides& sides,
                const std::vector<Agreement>& agreements)
      : d_(dealings), words_(words), sides_(sides), agreements_(agreements) {}

  std::vector<Contest> Find() {
    for (const Event& event : d_.in().events) {
      if (event.type == "ACCUSE" && ToldAsSo(event.status)) EachOther(event);
    }
    for (const Proposition& p : d_.in().layer.all) Named(p);
    for (int s = 0; s < static_cast<int>(d_.in().trees.size()); ++s) Open(s);
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Contest& a, const Contest& b) { return a.words.begin < b.words.begin; });
    return std::move(found_);
  }

 private:
  // "A and B accused each other of X", "each side blamed the other"
  void EachOther(const Event& event) {
    const Span trigger = event.evidence.front().span;
    const Span words = words_.Clause(trigger);
    const bool several = event.actors.size() == 1 && sides_.IsSeveral(event.actors.front());
    if ((event.actors.size() < 2 && !several) || !words_.HasClass(words, "dispute_mutual")) return;
    Contest contest;
    contest.words = contest.topic = words;
    contest.sentence = words_.SentenceAt(words);
    contest.sides = event.actors;
    contest.mutual = true;
    Settle(std::move(contest));
  }

  // "a row between A and B over X", "A disagrees with B on X", "A and B both claim X", "traded blame"
  void Named(const Proposition& p) {
    const bool noun = p.kind == PredicateKind::kNoun && d_.InClass("dispute_noun", p.lemma);
    const bool verb = p.kind == PredicateKind::kVerb && d_.InClass("dispute_verb", p.lemma);
    const bool claim = p.kind == PredicateKind::kVerb && d_.InClass("dispute_claim", p.lemma);
    const bool traded = Traded(p), mutual = traded || EachOther(p);
    if ((!noun && !verb && !claim && !mutual) || p.negated) return;
    const auto index = static_cast<int>(&p - d_.in().layer.all.data());
    if (!ToldAsSo(d_.in().status.Read(index).status)) return;
    Contest contest;
    contest.sides = SidesOf(p, claim);
    if (p.lemma == "difference" && contest.sides.size() < 2) return;
    if (claim && contest.sides.size() < 2) return;
    const Tree& t = d_.tree(p);
    contest.topic = SubjectOf(p, claim);
    if (contest.topic.empty()) return;
    contest.words = hull(contest.topic, t.word(p.word).span);
    contest.sentence = p.sentence;
    contest.mutual = mutual;
    Settle(std::move(contest));
  }

  // A verb of blame whose object is "each other", "the other".
  bool EachOther(const Proposition& p) const {
    if (p.kind != PredicateKind::kVerb || !d_.InClass("dispute_blame", p.lemma)) return false;
    const Tree& t = d_.tree(p);
    return std::any_of(p.arguments.begin(), p.arguments.end(), [&](const Argument& a) {
      return a.word > p.word && Among(LowerAscii(t.word(a.word).lemma), {"other", "another"});
    });
  }

  // A sentence that leaves open what others say of it: "Whether aid gets through remains in dispute".
  void Open(int sentence) {
    const Tree& t = d_.in().trees[static_cast<size_t>(sentence)];
    if (t.size() == 0 || t.sentence().kind == SegmentKind::kHeadline) return;
    const Span all = t.span(0, t.size() - 1);
    const std::string lower = LowerAscii(all.of(d_.in().text));
    if (words_.FindPhrase(lower, "dispute_open", false) == std::string::npos) return;
    const int top = t.child(t.root(), {Rel::kCsubj, Rel::kNsubj, Rel::kNsubjPass, Rel::kCsubjPass});
    Contest contest;
    contest.words = d_.content().Trim(all);
    contest.topic = top >= 0 ? d_.content().Trim(t.span(t.first(top), t.last(top))) : contest.words;
    contest.sentence = sentence;
    contest.open = true;
    found_.push_back(std::move(contest));
  }

  // "Both sides" are two that were named before.
  void Settle(Contest contest) {
    if (contest.sides.size() == 1 && sides_.IsSeveral(contest.sides.front())) {
      contest.several = true;
      contest.sides = Meant(contest.sides.front());
    }
    for (const ActorRef& side : contest.sides) {
      if (!sides_.IsSeveral(side)) continue;
      contest.sides.clear();
      break;
    }
    if (contest.sides.size() > 1 && sides_.OneVoice(contest.sides[0], contest.sides[1])) contest.sides.clear();
    found_.push_back(std::move(contest));
  }

  std::vector<ActorRef> Meant(const ActorRef& several) const {
    std::vector<ActorRef> meant;
    if (several.actor >= 0) {
      for (int member : d_.in().cast.actors[static_cast<size_t>(several.actor)].members) {
        const CastActor& actor = d_.in().cast.actors[static_cast<size_t>(member)];
        meant.push_back({member, actor.code, actor.sectors, several.span});
      }
    }
    if (meant.size() > 1 && !sides_.OneVoice(meant[0], meant[1])) return meant;
    for (const Agreement& agreement : agreements_) {
      if (agreement.parties.size() == 2 && agreement.evidence.front().span.begin < several.span.begin)
        meant = agreement.parties;
    }
    if (meant.size() > 1 && !sides_.OneVoice(meant[0], meant[1])) return meant;
    const int last = words_.WordsOf(several.span).second;
    if (last < 0) return {};
    meant = AgreementSides(d_).Of(words_.SentenceAt(several.span), last);
    return meant.size() > 1 ? meant : LastTwo(several.span);
  }

  // The two of public weight and of different sides that were named last.
  std::vector<ActorRef> LastTwo(Span before) const {
    std::vector<ActorRef> two;
    const int sentence = words_.SentenceAt(before);
    for (int s = sentence; s >= std::max(0, sentence - kPartiesBack); --s) {
      const auto mentions = d_.in().cast.MentionsIn(s);
      for (size_t i = mentions.size(); i-- > 0;) {
        const ActorMention& one = mentions[i];
        if (one.span.begin >= before.begin || one.actor < 0 || one.place || one.form == MentionForm::kPronoun) continue;
        const CastActor& who = d_.in().cast.actors[static_cast<size_t>(one.actor)];
        const ActorRef ref{one.actor, who.code, who.sectors, one.span};
        if (!sides_.IsPublic(ref) || sides_.IsSeveral(ref)) continue;
        if (!two.empty() && sides_.OneVoice(two.front(), ref)) continue;
        two.insert(two.begin(), ref);
        if (two.size() == 2) return two;
      }
    }
    return {};
  }

  std::vector<ActorRef> SidesOf(const Proposition& p, bool only_subjects) const {
    std::vector<ActorRef> sides;
    if (p.kind == PredicateKind::kNoun) sides = d_.SidesBefore(p);
    for (const Argument& a : p.arguments) {
      const bool owner = a.slot == Slot::kSubject || a.slot == Slot::kPossessor;
      const bool with = a.slot == Slot::kOblique && Among(a.prep, {"between", "with", "from"});
      if (!owner && (!with || only_subjects)) continue;
      d_.AddOnce(sides, Named(p.sentence, a.word, owner));
    }
    return sides;
  }

  // Who a word means; names that the record does not list stand for themselves.
  std::vector<ActorRef> Named(int sentence, int word, bool owner) const {
    std::vector<ActorRef> found = d_.in().matcher.Actors(sentence, word, false, owner);
    if (!found.empty()) return found;
    const Tree& t = d_.in().trees[static_cast<size_t>(sentence)];
    for (int w : t.conjuncts(word)) {
      if (t.word(w).upos == Upos::kPropn) found.push_back({-1, "", {}, d_.Words(t, w, false)});
    }
    return found;
  }

  // "traded blame", "exchanged accusations", "gave conflicting accounts"
  bool Traded(const Proposition& p) const {
    const Argument* object = p.Find(Slot::kObject);
    if (p.kind != PredicateKind::kVerb || object == nullptr) return false;
    const Tree& t = d_.tree(p);
    const std::string lemma = LowerAscii(t.word(object->word).lemma);
    if (d_.InClass("dispute_trade", p.lemma) && d_.InClass("dispute_barb", lemma)) return true;
    return d_.InClass("dispute_account", lemma) &&
           words_.HasClass(t.span(t.first(object->word), object->word), "dispute_conflicting");
  }

  Span SubjectOf(const Proposition& p, bool claim) const {
    const Tree& t = d_.tree(p);
    for (const Argument& a : p.arguments) {
      const bool over =
          a.slot == Slot::kOblique && Among(a.prep, {"over", "about", "on", "regarding", "concerning", "for"});
      if (over || (claim && a.slot == Slot::kObject)) return d_.Words(t, a.word);
    }
    return claim ? Span{} : words_.Clause(t.span(p.word, p.word));
  }

  const Dealings& d_;
  const DisputeWords& words_;
  const DisputeSides& sides_;
  const std::vector<Agreement>& agreements_;
  std::vector<Contest> found_;
};

}  // namespace

std::vector<Contest> FindContests(const Dealings& dealings, const DisputeWords& words, const DisputeSides& sides,
                                  const std::vector<Agreement>& agreements) {
  return ContestFinder(dealings, words, sides, agreements).Find();
}

}  // namespace rapporteur
