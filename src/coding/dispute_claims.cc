#include "coding/dispute_claims.h"

#include <algorithm>

#include "base/among.h"
#include "coding/dispute_denials.h"

namespace rapporteur {
namespace {

constexpr size_t kShort = 140;  // letters of words that are a refusal as a whole

class ClaimFinder {
 public:
  ClaimFinder(const Dealings& dealings, const DisputeWords& words, const DisputeSides& sides,
              const std::vector<Contest>& contests)
      : d_(dealings), words_(words), sides_(sides), contests_(contests) {}

  std::vector<Claim> Find(const std::vector<Position>& positions) {
    const std::vector<Statement>& statements = d_.in().told.statements();
    for (size_t i = 0; i < statements.size(); ++i) Stated(static_cast<int>(i), statements[i]);
    for (const Proposition& p : d_.in().layer.all) {
      Counted(p);
      OfThing(p);
    }
    for (Claim& denial : FindDenials(d_, words_, sides_)) Denied(std::move(denial));
    for (const Event& event : d_.in().events) {
      if (ToldAsSo(event.status) && !event.actors.empty() && !event.evidence.empty()) Deed(event);
    }
    for (const Position& position : positions) Held(position);
    for (int s = 0; s < static_cast<int>(d_.in().trees.size()); ++s) {
      Views(s);
      Accounts(s);
      Gapped(s);
      Contrary(s);
      if (IsOpen(s) || SetsSideBySide(s)) Plain(s);
    }
    for (Claim& claim : found_) Finish(claim);
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Claim& a, const Claim& b) { return a.words.begin < b.words.begin; });
    return std::move(found_);
  }

 private:
  void Stated(int index, const Statement& statement) {
    const bool within = statement.speaker && statement.content.contains(statement.speaker->span);
    std::optional<ActorRef> who = statement.speaker;
    if (!who || within) who = Unlinked(statement);
    if (!who) who = statement.speaker;
    if (!who || statement.content.empty() || sides_.IsSeveral(*who)) return;
    if (LowerAscii(statement.content.of(d_.in().text).substr(0, 8)) == "whether ") return;  // left open, not told
    Claim claim;
    claim.who = *who;
    claim.words = statement.content;
    claim.sentence = words_.SentenceAt(statement.content);
    claim.statement = index;
    claim.cue = statement.cue;
    claim.firm = !statement.cue.empty() && words_.HasClass(statement.cue, "dispute_firm");
    claim.asks = !statement.asserts && statement.content.of(d_.in().text).starts_with("to ");
    for (const Event& event : d_.in().events) {
      if (event.statement == index && event.quad >= 3) d_.AddOnce(claim.blames, event.actors);
    }
    claim.content = words_.Read(claim.words, false);
    if (!claim.cue.empty() && words_.HasClass(claim.cue, "dispute_charge")) Blame(claim);
    const std::string words = LowerAscii(claim.words.of(d_.in().text));
    // "It is not", and no more: longer sentences that begin so are about something else.
    const bool whole =
        words_.FindPhrase(words, "dispute_elided", true) == 0 && claim.content.terms.empty() && claim.content.negated;
    claim.denies = claim.bare = whole || words_.FindPhrase(words, "dispute_not_so", false) != std::string::npos;
    claim.refuses = words.size() < kShort && words_.FindPhrase(words, "dispute_refusal", false) != std::string::npos;
    found_.push_back(std::move(claim));
  }

  // "Lavrov charged that it was the Americans who were in breach"
  void Blame(Claim& claim) const {
    for (const ActorMention& mention : d_.in().cast.MentionsIn(claim.sentence)) {
      if (mention.actor < 0 || !claim.words.contains(mention.span)) continue;
      const CastActor& actor = d_.in().cast.actors[static_cast<size_t>(mention.actor)];
      d_.AddOnce(claim.blames, {{mention.actor, actor.code, actor.sectors, mention.span}});
    }
    claim.charges = !claim.blames.empty();
  }

  // Who says it where the record knows nobody: the last one named before the cue, in its sentence.
  std::optional<ActorRef> Unlinked(const Statement& statement) const {
    if (statement.cue.empty()) return std::nullopt;
    const int s = words_.SentenceAt(statement.cue);
    if (s < 0) return std::nullopt;
    std::optional<ActorRef> last;
    std::optional<ActorMention> place;  // "In Dashtabad it is asserted that …"
    for (const ActorMention& mention : d_.in().cast.MentionsIn(s)) {
      if (mention.span.begin >= statement.cue.begin) break;
      if (mention.place && !last && !statement.content.overlaps(mention.span)) place = mention;
      const bool beside = mention.span.end + 1 == statement.cue.begin;  // "His rival, he charges, has yielded"
      if (mention.place || mention.actor < 0 || (!beside && statement.content.overlaps(mention.span))) continue;
      const CastActor& actor = d_.in().cast.actors[static_cast<size_t>(mention.actor)];
      if (actor.type == ActorType::kPerson || !last || beside)
        last = ActorRef{mention.actor, actor.code, actor.sectors, mention.span};
    }
    if (last || !place || place->first > 1) return last;
    const std::vector<ActorRef> there = d_.in().matcher.Actors(s, place->head, true, false);
    return there.empty() ? last : std::optional<ActorRef>(there.front());
  }

  // "The ministry puts the number at six", "doctors counted 50 dead".
  void Counted(const Proposition& p) {
    if (p.kind != PredicateKind::kVerb || p.negated || !d_.InClass("dispute_count", p.lemma)) return;
    const Tree& t = d_.tree(p);
    const Span words = words_.Clause(t.span(p.word, p.word));
    if (!words_.HasNumber(words)) return;
    const std::vector<ActorRef> who = d_.Subjects(p);
    if (!who.empty()) New(who.front(), words, p.sentence).counts = true;
  }

  // "The minutes have him conceding that …", "the photographs show …": at the word of what was written or filmed.
  void OfThing(const Proposition& p) {
    const Argument* subject = p.Find(Slot::kSubject);
    if (p.kind != PredicateKind::kVerb || subject == nullptr || !d_.InClass("dispute_witness", p.lemma)) return;
    const Tree& t = d_.tree(p);
    if (!d_.InClass("dispute_document", LowerAscii(t.word(subject->word).lemma))) return;
    const Span words = words_.Clause(t.span(p.word, p.word));
    const ActorRef thing{-1, "", {}, d_.Words(t, subject->word)};
    if (!t.word(p.word).span.overlaps(words) || words == t.word(p.word).span) return;
    New(thing, words, p.sentence);
  }

  void Denied(Claim denial) {
    for (Claim& known : found_) {
      if (known.sentence != denial.sentence || !Same(known.who, denial.who)) continue;
      if (!known.words.overlaps(denial.words) && !known.cue.overlaps(denial.words)) continue;
      denial.statement = known.statement;
      denial.cue = known.cue;
      denial.words = hull(denial.words, known.words);
      known = std::move(denial);
      known.firm = true;
      return;
    }
    found_.push_back(std::move(denial));
  }

  // What a charge, a demand or a refusal says.
  void Deed(const Event& event) {
    const bool charges = event.type == "ACCUSE", asks = event.type == "REQUEST", refuses = event.type == "REJECT";
    if (!charges && !asks && !refuses) return;
    const ActorRef& who = event.actors.front();
    if (sides_.IsSeveral(who)) return;
    const Span words = words_.Clause(event.evidence.front().span);
    Claim& claim = At(who, words);
    if (claim.denies && charges) return;
    claim.charges = claim.charges || charges;
    claim.asks = claim.asks || asks;
    claim.refuses = claim.refuses || refuses;
    if (!refuses) d_.AddOnce(claim.blames, event.recipients);
  }

  void Held(const Position& position) {
    if (sides_.IsSeveral(position.holder)) return;
    Claim& claim = At(position.holder, position.proposition);
    if (claim.position == nullptr) claim.position = &position;
    if (claim.statement < 0 && claim.cue.empty()) claim.cue = position.evidence.front().span;
  }

  // "for the Government, the men who served before the war; for the Houthis, those now in place": views side by side.
  void Views(int sentence) {
    const Tree& t = tree(sentence);
    std::vector<Claim> views;
    for (const ActorMention& mention : d_.in().cast.MentionsIn(sentence)) {
      int first = mention.first;
      while (first > 0 && t.word(first - 1).upos == Upos::kDet) --first;
      if (first == 0 || mention.last + 1 >= t.size() || t.rel(mention.head) == Rel::kNmodPoss) continue;
      const int before = first - 2;
      const bool opens =
          before < 0 || Among(t.word(before).form, {";", ":", ",", "(", "—", "–", "and", "while", "but"});
      if (!opens || !Among(LowerAscii(t.word(first - 1).form), {"for", "to"})) continue;
      const std::vector<ActorRef> who = d_.in().matcher.Actors(sentence, mention.head, true, false);
      if (who.empty()) continue;
      const uint32_t begin = t.word(first - 1).span.begin;
      if (!views.empty()) views.back().words.end = std::min(views.back().words.end, begin);
      Claim view;
      view.who = who.front();
      view.words = t.span(mention.last + 1, t.size() - 1);
      views.push_back(std::move(view));
    }
    const bool opening = views.size() == 1 && !Speaks(views.front().who, sentence) &&
                         views.front().words.begin < t.word(std::min(8, t.size() - 1)).span.begin &&
                         BaseRel(t.rel(t.child(t.root(), {Rel::kNsubj, Rel::kNsubjPass}) >= 0
                                           ? t.child(t.root(), {Rel::kNsubj, Rel::kNsubjPass})
                                           : t.root())) == Rel::kNsubj;
    if (views.size() < 2 && !opening) return;
    for (Claim& view : views) New(view.who, d_.content().Trim(view.words), sentence).view = true;
  }

  // "X insists that they may keep theirs; Y, for the government, that they must hand them over": a second side whose
  // verb is left out. What X says ends there.
  void Gapped(int sentence) {
    const Tree& t = tree(sentence);
    for (const ActorMention& mention : d_.in().cast.MentionsIn(sentence)) {
      int first = mention.first;
      while (first > 0 && (t.word(first - 1).upos == Upos::kDet || t.word(first - 1).upos == Upos::kAdj)) --first;
      const int mark =
          first - 1 - (first > 1 && Among(LowerAscii(t.word(first - 1).form), {"and", "while", "but"}) ? 1 : 0);
      if (mark < 1 || !Among(t.word(mark).form, {";", ","}) || mention.actor < 0) continue;
      const int that = GapAfter(t, mention.last + 1, t.word(mark).form == ";");
      if (that < 0) continue;
      const Span before = t.span(0, mark);
      Claim* known = nullptr;
      for (Claim& claim : found_) {
        if (claim.sentence == sentence && before.contains(claim.words.begin) && claim.who.actor != mention.actor &&
            claim.who.span.begin < mention.span.begin)
          known = &claim;
      }
      const std::vector<ActorRef> who = d_.in().matcher.Actors(sentence, mention.head, false, false);
      if (known == nullptr || who.empty() || (t.word(mark).form != ";" && !OpensWith(*known, t, t.word(that))))
        continue;
      known->view = true;
      if (known->words.end > before.end) {
        known->words = d_.content().Trim({known->words.begin, before.end});
        known->content = words_.Read(known->words, known->denies && !known->object.empty());
      }
      int last = that;
      while (last + 1 < t.size() && t.word(last + 1).form != ";") ++last;
      New(who.front(), d_.content().Trim(t.span(that, last)), sentence).view = true;
      return;
    }
  }

  // Whether a side's words open with the same word as the second's: "that … that", "as … as".
  bool OpensWith(const Claim& claim, const Tree& t, const ParsedWord& word) const {
    const int first = words_.WordsOf(claim.words).first;
    return first > 0 && (LowerAscii(t.word(first).form) == LowerAscii(word.form) ||
                         LowerAscii(t.word(first - 1).form) == LowerAscii(word.form));
  }

  // The word that opens what such a side holds: "that", "as", "nothing more than"; -1 where none follows.
  static int GapAfter(const Tree& t, int at, bool apposed) {
    if (at < t.size() && t.word(at).form == "," && apposed) {
      int close = at + 1;
      while (close < t.size() && t.word(close).form != "," && t.word(close).upos != Upos::kVerb) ++close;
      at = close + 1;
    }
    if (at >= t.size()) return -1;
    return Among(LowerAscii(t.word(at).form), {"that", "as", "nothing", "only", "against", "for", "of"}) ? at : -1;
  }

  // "The freeze covers all ports, in Ms Penhale's account", "by Norvia's count they were nearer 90"
  void Accounts(int sentence) {
    const Tree& t = tree(sentence);
    for (int w = 1; w < t.size(); ++w) {
      if (!d_.InClass("dispute_view", LowerAscii(t.word(w).lemma)) ||
          !Among(t.preposition(w), {"in", "by", "on", "to", "from"}))
        continue;
      const int owner = t.child(w, {Rel::kNmodPoss, Rel::kNmod});
      if (owner < 0) continue;
      const std::vector<ActorRef> who = d_.in().matcher.Actors(sentence, owner, false, true);
      if (who.empty() || sides_.IsSeveral(who.front()) || Speaks(who.front(), sentence)) continue;
      const int first = t.first(w), last = t.last(w);
      int begin = first;
      while (begin > 0 && !Among(t.word(begin - 1).form, {";", ":", "—"})) --begin;
      int end = last;
      while (end + 1 < t.size() && !Among(t.word(end + 1).form, {";", "—"})) ++end;
      const Span words = end > last + 2 ? t.span(last + 1, end) : t.span(begin, first - 1);
      if (first > begin || end > last + 2) New(who.front(), d_.content().Trim(words), sentence).view = true;
    }
  }

  // Where sides are set side by side: "the president's side will hear of nothing but a premier", told by the report.
  void Plain(int sentence) {
    const Tree& t = tree(sentence);
    for (int w = 0; w < t.size(); ++w) {
      const Proposition* p = d_.in().layer.At(sentence, w);
      if (p == nullptr || p->infinitive || p->participle || p->kind == PredicateKind::kNoun) continue;
      if (t.rel(w) != Rel::kRoot && t.rel(w) != Rel::kConj && t.rel(w) != Rel::kAdvcl && t.rel(w) != Rel::kParataxis &&
          t.rel(w) != Rel::kCcomp)
        continue;
      const std::optional<ActorRef> who = sides_.Who(*p);
      const bool somebody =
          who && (sides_.IsPublic(*who) || LowerAscii(who->span.of(d_.in().text)) == who->span.of(d_.in().text));
      if (!somebody || sides_.IsSeveral(*who) || Speaks(*who, sentence) || IsSaid(t.span(w, w))) continue;
      New(*who, words_.Clause(t.span(w, w)), sentence).plain = true;
    }
  }

  // Told by somebody, so that it is not the report that says it.
  bool IsSaid(Span words) const {
    return std::any_of(found_.begin(), found_.end(),
                       [&](const Claim& claim) { return claim.statement >= 0 && claim.words.contains(words); });
  }

  // Within reach of words that leave a thing open.
  bool IsOpen(int sentence) const {
    return std::any_of(contests_.begin(), contests_.end(), [&](const Contest& contest) {
      return contest.open && sentence >= contest.sentence && sentence <= contest.sentence + 2;
    });
  }

  // "While the chamber has faulted the policy, farmers are full of praise"
  bool SetsSideBySide(int sentence) const {
    const Tree& t = tree(sentence);
    for (int w = 0; w < t.size(); ++w) {
      if (t.rel(w) == Rel::kMark && d_.InClass("dispute_while", LowerAscii(t.word(w).form))) return true;
    }
    return false;
  }

  // "The Democratic Party, on the contrary, highly valued that …": set against what was said, by a verb that nobody
  // takes for one of saying.
  void Contrary(int sentence) {
    const Tree& t = tree(sentence);
    if (t.size() == 0) return;
    const Span all = t.span(0, t.size() - 1);
    if (words_.FindPhrase(LowerAscii(all.of(d_.in().text)), "dispute_contrary", false) == std::string::npos) return;
    const Proposition* p = d_.in().layer.At(sentence, t.root());
    if (p == nullptr) return;
    const std::vector<ActorRef> who = d_.Subjects(*p);
    if (!who.empty() && !Speaks(who.front(), sentence))
      New(who.front(), words_.Clause(t.span(t.root(), t.root())), sentence);
  }

  bool Speaks(const ActorRef& who, int sentence) const {
    return std::any_of(found_.begin(), found_.end(),
                       [&](const Claim& claim) { return claim.sentence == sentence && Same(claim.who, who); });
  }

  const Tree& tree(int sentence) const { return d_.in().trees[static_cast<size_t>(sentence)]; }

  // "Sections of the Indian media", not the sections.
  void Widen(ActorRef& who) const {
    const auto [first, last] = words_.WordsOf(who.span);
    if (first < 0) return;
    const Tree& t = tree(words_.SentenceAt(who.span));
    if (!d_.InClass("dispute_part", LowerAscii(t.word(last).lemma))) return;
    const int of = t.child(last, {Rel::kNmod});
    if (of >= 0 && t.preposition(of) == "of") who.span = hull(who.span, d_.Words(t, of, false));
  }

  void Finish(Claim& claim) const {
    Widen(claim.who);
    claim.last_sentence = std::max(claim.sentence, words_.SentenceAt({claim.words.end - 1, claim.words.end}));
    if (!claim.cue.empty()) {
      claim.answers = words_.HasClass(claim.cue, "dispute_answer") && !claim.cue.contains(claim.words);
      claim.firm = claim.firm || words_.HasClass(claim.cue, "dispute_firm");
    }
  }

  static bool Same(const ActorRef& a, const ActorRef& b) {
    return a.span == b.span || (a.actor >= 0 && a.actor == b.actor);
  }

  // The claim of somebody that these words are part of, else a new one.
  Claim& At(const ActorRef& who, Span words) {
    const int sentence = words_.SentenceAt(words);
    for (Claim& known : found_) {
      if (known.sentence == sentence && Same(known.who, who) && known.words.overlaps(words)) return known;
    }
    return New(who, words, sentence);
  }

  Claim& New(const ActorRef& who, Span words, int sentence) {
    Claim claim;
    claim.who = who;
    claim.words = words;
    claim.sentence = sentence;
    claim.content = words_.Read(words, false);
    found_.push_back(std::move(claim));
    return found_.back();
  }

  const Dealings& d_;
  const DisputeWords& words_;
  const DisputeSides& sides_;
  const std::vector<Contest>& contests_;
  std::vector<Claim> found_;
};

}  // namespace

int Claim::stance() const {
  // "That was a dream": against what stands before.
  const bool judges = position == nullptr && content.pronoun && words.end - words.begin < kShort;
  if (judges && content.esteem != 0) return content.esteem > 0 ? 1 : -1;
  if (position == nullptr || position->stance == Stance::kOpen) return 0;
  return position->stance == Stance::kFor ? 1 : -1;
}

std::vector<Claim> FindClaims(const Dealings& dealings, const DisputeWords& words, const DisputeSides& sides,
                              const std::vector<Position>& positions, const std::vector<Contest>& contests) {
  return ClaimFinder(dealings, words, sides, contests).Find(positions);
}

}  // namespace rapporteur
