#include "coding/positions.h"

#include <algorithm>

#include "base/among.h"
#include "coding/held_ends.h"
#include "coding/held_words.h"
#include "coding/idiom.h"
#include "coding/position_about.h"
#include "coding/stance_clauses.h"
#include "coding/stance_conditions.h"
#include "coding/stance_holders.h"
#include "coding/stance_sense.h"
#include "coding/stance_verdicts.h"

namespace rapporteur {
namespace {

constexpr int kMaxDepth = 3;

Stance StanceOf(std::string_view name) {
  return name == "for" ? Stance::kFor : name == "against" ? Stance::kAgainst : Stance::kOpen;
}

class Finder {
 public:
  Finder(const Dealings& dealings, const std::vector<Agreement>& agreements, const std::vector<Talks>& talks)
      : d_(dealings),
        words_(dealings),
        sense_(dealings, words_),
        holders_(dealings, words_),
        ends_(dealings),
        about_(dealings, agreements, talks) {}

  std::vector<Position> Find() {
    for (const StanceClause& clause : StanceClauses(d_, words_).Find()) KeepClause(clause);
    for (size_t i = 0; i < d_.in().layer.all.size(); ++i) Consider(static_cast<int>(i));
    for (const StanceClause& clause : StanceVerdicts(d_, words_).Find()) KeepClause(clause);
    for (const StanceClause& clause : StanceConditions(d_).Find()) KeepClause(clause);
    std::stable_sort(found_.begin(), found_.end(), [](const Position& a, const Position& b) {
      return a.evidence.front().span < b.evidence.front().span;
    });
    for (size_t i = 0; i < found_.size(); ++i) {
      const bool unnamed = std::find(unnamed_.begin(), unnamed_.end(), found_[i].proposition) != unnamed_.end();
      found_[i].about = about_.Find(found_[i], i == 0 ? nullptr : &found_[i - 1], unnamed);
    }
    return std::move(found_);
  }

 private:
  struct Reading {
    const StanceLine* line = nullptr;
    Held held;
  };

  // The first line of the table, phrases before single words, that finds its words; `seen` is the predicate as it was
  // read.
  template <typename Accept>
  bool AnyLine(const Proposition& given, Accept accept) const {
    // "is determined": the parser's passive subject of an adjective
    Proposition p = given.kind == PredicateKind::kAdjective ? AsAdjective(given) : given;
    p.negated = sense_.Negated(p);
    const StanceTable& table = d_.in().lexicon.stances();
    const PredicatePos pos = PosOf(p.kind);
    const Tree& t = d_.tree(p);
    std::vector<int> words;
    if (const std::string prep = t.child(p.word, {Rel::kCop}) >= 0 ? t.preposition(p.word) : ""; !prep.empty()) {
      for (uint32_t i : table.Find(PredicatePos::kPhrase, prep)) {  // "is against the dam"
        if (accept(p, table.lines()[i], {p.word})) return true;
      }
    }
    for (uint32_t i : table.FindPhrasal(pos, t.word(p.word).lemma)) {
      if (!FindIdiom(t, p, table.lines()[i].lemma, words)) continue;
      if (pos == PredicatePos::kVerb && words.front() < p.word) continue;  // "to hold talks" is not "hold to"
      if (accept(p, table.lines()[i], words)) return true;
    }
    for (uint32_t i : table.Find(pos, p.lemma)) {
      if (accept(p, table.lines()[i], {p.word})) return true;
    }
    const std::string_view xpos = t.word(p.word).xpos;
    if (xpos == "JJR" || xpos == "JJS") {  // "it is better to wait"
      for (uint32_t i : table.Find(PredicatePos::kAdj, LowerAscii(t.word(p.word).form))) {
        if (accept(p, table.lines()[i], {p.word})) return true;
      }
    }
    if (xpos == "VBN") {  // "is opposed to", "is determined to"
      const Proposition seen = AsAdjective(p);
      for (uint32_t i : table.Find(PredicatePos::kAdj, LowerAscii(t.word(p.word).form))) {
        if (accept(seen, table.lines()[i], {p.word})) return true;
      }
    }
    return false;
  }

  void Consider(int index) {
    if (std::find(consumed_.begin(), consumed_.end(), index) != consumed_.end()) return;
    AnyLine(d_.proposition(index), [&](const Proposition& p, const StanceLine& line, const std::vector<int>& words) {
      return Try(index, p, line, words);
    });
  }

  std::optional<Held> HeldBy(const Proposition& p, const StanceLine& line, const std::vector<int>& words) const {
    if (line.pos != PredicatePos::kPhrase) return words_.Find(p, line, words);
    const Tree& t = d_.tree(p);
    return Held{PredicateWords(t, p.word), p.word, false, true};
  }

  // "is against THE DAM": the predicate without its subject and copula.
  Span PredicateWords(const Tree& t, int word) const {
    const int preposition = t.child(word, {Rel::kCase});
    int last = t.last(word);
    for (int c : t.children(word)) {
      if (c > word && (t.rel(c) == Rel::kParataxis || t.rel(c) == Rel::kConj)) last = std::min(last, t.first(c) - 1);
    }
    return d_.content().Trim(t.span(std::min(preposition + 1, word), std::max(last, word)));
  }

  // What a line asks of the predicate itself.
  bool Admits(const Proposition& p, const StanceLine& line) const {
    const Tree& t = d_.tree(p);
    if (p.kind == PredicateKind::kVerb && t.rel(p.word) == Rel::kAmod) return false;  // "opposing groups"
    if (p.kind == PredicateKind::kNoun && p.above >= 0 && p.link == Link::kObject && !Takes(line, "speaker") &&
        d_.InClass("stance_supply", d_.proposition(p.above).lemma))
      return false;  // "provides support for families", "received the endorsement of a writer"
    if (p.lemma == "need" && t.preposition(p.word) == "in") return false;  // "are in need of help"
    if (t.word(t.size() - 1).form == "?" || sense_.IsUnsayable(p)) return false;
    if (Takes(line, "we") && !SaysWe(t, p)) return false;
    if (Takes(line, "in") && t.preposition(p.word) != "in") return false;
    if (p.kind == PredicateKind::kNoun && !Takes(line, "subj") && AsksAfter(line) && !StandsAfter(t, line, p.word))
      return false;
    if (Takes(line, "would") && !Among(p.modal, {"would", "'d", "’d"})) return false;
    if (Takes(line, "speaker") && p.kind == PredicateKind::kNoun && !IsPredicated(t, p, line)) return false;
    if (Takes(line, "speaker") && p.kind == PredicateKind::kVerb && t.rel(p.word) == Rel::kAclRelcl) return false;
    if (Takes(line, "progressive") && !p.progressive) return false;
    if (!Takes(line, "modal")) return true;
    // "does not bow to the court": as good as will not
    return Among(p.modal, {"will", "would", "can", "could", "shall", "'ll", "'d"}) ||
           (p.negated && !p.past && !p.perfect && !p.infinitive && !p.participle && p.modal.empty());
  }

  bool Try(int index, const Proposition& p, const StanceLine& line, const std::vector<int>& words) {
    const Tree& t = d_.tree(p);
    if (!Admits(p, line)) return false;
    std::optional<Held> held = HeldBy(p, line, words);
    if (!held) return false;
    if (held->object_noun && p.kind == PredicateKind::kVerb) {
      const Proposition* noun = d_.in().layer.At(p.sentence, held->word);
      if (noun != nullptr && Ends(p, *noun) && IsStance(*noun)) return false;
    }
    const EventStatus told = d_.in().status.Read(index).status;
    const EventStatus status = sense_.Status(d_.proposition(index), told);
    std::vector<ActorRef> holders = holders_.Of(p, line);
    std::string_view stance = sense_.As(p, line, ToldAs(p, holders, status));
    if (stance.empty()) return false;
    std::erase_if(holders, [&](const ActorRef& who) {
      return !holders_.MayHold(who, p, line) || (held->unnamed && !MayAnswer(who));
    });
    if (holders.empty() || (stance == "open" && sense_.IsAble(p, line) && !sense_.SaysItself(p, holders.front())))
      return false;
    std::string steps = line.file + ":" + std::to_string(line.line) + " " + line.lemma;
    const bool settled = Takes(line, "speaker") || NegatedDeed(p, *held, stance);
    int depth = 0;
    while (!settled && depth < kMaxDepth && Deepen(p, holders, *held, stance, steps)) ++depth;
    if (Takes(line, "stance") && !settled && depth == 0) return false;
    if (Takes(line, "would") && held->own_deed && depth == 0 && !WordIs(t.word(held->word), "see")) return false;
    Position position;
    position.proposition = Within(held->words, t.word(p.word).span.begin);
    position.stance = StanceOf(stance);
    position.statement = d_.in().told.Innermost(t.word(p.word).span.begin);
    position.confidence = status == EventStatus::kHypothetical ? 0.6 : 0.75;
    position.by.rule = "stance:" + line.lemma;
    position.by.steps.push_back("stance " + steps + " " + std::string(stance));
    KeepFor(holders, t.span(p.word, p.word), position);
    if (held->unnamed) unnamed_.push_back(position.proposition);
    return true;
  }

  // No further than the statement that a predicate stands in.
  Span Within(Span words, uint32_t at) const {
    const int statement = d_.in().told.Innermost(at);
    if (statement < 0) return words;
    const Span content = d_.in().told.statements()[static_cast<size_t>(statement)].content;
    const Span both{std::max(words.begin, content.begin), std::min(words.end, content.end)};
    return both.begin < both.end ? d_.content().Trim(both) : words;
  }

  // What a noun says of something: "is a mistake", "there is no place for it", "has no right to".
  bool IsPredicated(const Tree& t, const Proposition& p, const StanceLine& line) const {
    if (t.child(p.word, {Rel::kCop}) >= 0 || words_.Deeming(p) != nullptr) return true;
    const int head = t.head(p.word);
    if (head < 0) return false;
    const std::string lemma = LowerAscii(t.word(head).lemma);
    if (Among(lemma, {"be", "come"}) || t.child(head, {Rel::kExpl}) >= 0) return true;
    if (t.rel(p.word) != Rel::kObj) return false;
    return Among(lemma, {"see", "find", "leave"}) || (lemma == "have" && !Takes(line, "subj"));
  }

  // "vowed not to hand over power": against the deed. "insists that there will be no vote": against what the clause
  // says.
  bool NegatedDeed(const Proposition& p, Held& held, std::string_view& stance) {
    const Proposition* deed = d_.in().layer.At(p.sentence, held.word);
    if (held.object_noun || deed == nullptr || stance != "for" || !(deed->negated || NoSubject(*deed))) return false;
    const Tree& t = d_.tree(p);
    if (!held.own_deed) {
      if (deed->infinitive) return false;  // "asked the army not to fire": for that
      stance = "against";
      return true;
    }
    if (AnyLine(*deed, [&](const Proposition& q, const StanceLine& line, const std::vector<int>& words) {
          return !Takes(line, "pact") && !line.negated.empty() && HeldBy(q, line, words);
        })) {
      return false;  // "vowed not to support it": told by the stance below
    }
    consumed_.push_back(static_cast<int>(deed - d_.in().layer.all.data()));
    stance = "against";
    held.words = {t.word(held.word).span.begin, held.words.end};
    return true;
  }

  // "there would be no inauguration"
  bool NoSubject(const Proposition& p) const {
    const Tree& t = d_.tree(p);
    const int subject = t.child(p.word, {Rel::kNsubj});
    const int det = subject < 0 ? -1 : t.child(subject, {Rel::kDet});
    return det >= 0 && LowerAscii(t.word(det).form) == "no";
  }

  // What is held is a stance itself: its words are what both are about.
  bool Deepen(const Proposition& p, const std::vector<ActorRef>& holders, Held& held, std::string_view& stance,
              std::string& steps) {
    if (!held.own_deed && !held.object_noun) return false;
    const Proposition* inner = d_.in().layer.At(p.sentence, held.word);
    if (inner == nullptr || (held.object_noun && (inner->kind != PredicateKind::kNoun || OfOthers(*inner, holders))))
      return false;
    if (Ends(p, *inner)) return false;
    return AnyLine(*inner, [&](const Proposition& q, const StanceLine& line, const std::vector<int>& words) {
      if (Takes(line, "speaker") || Takes(line, "bearer") || Takes(line, "stance") || line.pos == PredicatePos::kPhrase)
        return false;
      const std::optional<Held> below = HeldBy(q, line, words);
      const std::string_view own = q.negated ? line.negated : line.stance;
      if (!below || own.empty()) return false;
      const std::string_view both = OnStance(stance, own);
      if (held.object_noun && stance == "against" && own == "against") return false;  // "rejected criticism of it"
      consumed_.push_back(static_cast<int>(inner - d_.in().layer.all.data()));
      held = *below;
      stance = both;
      steps += ", " + line.lemma;
      return true;
    });
  }

  // "dropped its objection", "never renounced its claim": the noun says whose stance ends; the verb is none of its own.
  bool Ends(const Proposition& verb, const Proposition& noun) const {
    return noun.kind == PredicateKind::kNoun && noun.link == Link::kObject && verb.kind == PredicateKind::kVerb &&
           d_.InClass("stance_end", verb.lemma);
  }

  bool IsStance(const Proposition& noun) const {
    return AnyLine(noun, [&](const Proposition& p, const StanceLine& line, const std::vector<int>& words) {
      return !Takes(line, "speaker") && !Takes(line, "bearer") && HeldBy(p, line, words).has_value();
    });
  }

  // Another's stance: "rejected Karsia's demand".
  bool OfOthers(const Proposition& noun, const std::vector<ActorRef>& holders) const {
    const std::vector<ActorRef> owners = d_.Subjects(noun);
    return std::any_of(owners.begin(), owners.end(), [&](const ActorRef& owner) {
      return std::none_of(holders.begin(), holders.end(), [&](const ActorRef& h) { return h.actor == owner.actor; });
    });
  }

  EventStatus ToldAs(const Proposition& p, const std::vector<ActorRef>& holders, EventStatus status) const {
    if (OfAnother(p, holders)) return EventStatus::kActual;
    if (p.negated || p.above < 0 || !Ends(d_.proposition(p.above), p)) return status;
    return d_.proposition(p.above).negated ? EventStatus::kActual : EventStatus::kNegated;
  }

  // "rejected Karsia's demand": it stands all the same.
  bool OfAnother(const Proposition& p, const std::vector<ActorRef>& holders) const {
    if (p.kind != PredicateKind::kNoun || p.negated || p.above < 0 || holders.empty()) return false;
    const Proposition& above = d_.proposition(p.above);
    if (above.kind != PredicateKind::kVerb || p.link != Link::kObject) return false;
    const std::vector<ActorRef> who = d_.Subjects(above);
    return std::none_of(who.begin(), who.end(),
                        [&](const ActorRef& one) { return one.actor == holders.front().actor; });
  }

  static bool SaysWe(const Tree& t, const Proposition& p) {
    const Argument* subject = p.Find(Slot::kSubject);
    return subject != nullptr && LowerAscii(t.word(subject->word).form) == "we";
  }

  void KeepClause(const StanceClause& clause) {
    Position position;
    position.proposition = clause.words;
    position.stance = clause.stance;
    position.statement = clause.statement;
    position.confidence = clause.confidence;
    position.by.rule = "clause:" + std::string(clause.rule);
    position.by.steps.push_back("clause of a statement: " + std::string(clause.rule));
    KeepFor(clause.holders, clause.trigger, position);
  }

  Span BeforeSemicolon(Span words) const {
    const size_t at = words.of(d_.in().report.text.utf8).find(';');
    return at == std::string_view::npos ? words : Span{words.begin, words.begin + static_cast<uint32_t>(at)};
  }

  void KeepFor(const std::vector<ActorRef>& holders, Span trigger, const Position& position) {
    for (const ActorRef& who : holders) {
      Position one = position;
      one.holder = who;
      one.proposition = ends_.Cut(d_.content().Trim(BeforeSemicolon(one.proposition)));
      one.evidence = {{"trigger", trigger}, {"holder", who.span}, {"proposition", one.proposition}};
      Keep(std::move(one));
    }
  }

  // What people in general and persons of no known office want counts where it is a public matter: an agreement, a
  // deed, somebody public.
  bool IsPrivate(const Position& position) const {
    const int s = d_.content().SentenceAt(position.proposition.begin);
    if (s < 0 || d_.IsPublic(position.holder)) return false;
    if (!IsAnybody(position.holder)) return false;
    const Tree& t = d_.in().trees[static_cast<size_t>(s)];
    for (int w = 0; w < t.size(); ++w) {
      const Span at = t.word(w).span;
      if (!position.proposition.overlaps(at)) continue;
      if (at == position.proposition || d_.InClass("stance_matter", LowerAscii(t.word(w).lemma))) return false;
      const ActorMention* who = d_.in().cast.MentionAt(s, w);
      if (who == nullptr || who->actor < 0 || who->actor == position.holder.actor) continue;
      const CastActor& actor = d_.in().cast.actors[static_cast<size_t>(who->actor)];
      if (!actor.code.empty() || !actor.sectors.empty() || actor.type != ActorType::kPerson) return false;
    }
    return true;
  }

  // Who accepts or abstains without a word of what: somebody public, or a person with a name.
  bool MayAnswer(const ActorRef& who) const {
    if (d_.IsPublic(who)) return true;
    if (who.actor < 0 || d_.in().cast.actors[static_cast<size_t>(who.actor)].type != ActorType::kPerson) return false;
    const std::string_view name = who.span.of(d_.in().report.text.utf8);
    return d_.IsPolitical(who) && !name.empty() && name.front() >= 'A' && name.front() <= 'Z' && !IsAnybody(who);
  }

  bool IsAnybody(const ActorRef& who) const {
    const std::string name = LowerAscii(who.span.of(d_.in().report.text.utf8));
    return d_.InClass("stance_anybody", name.substr(name.rfind(' ') + 1));
  }

  // Without the conjunction at their end.
  void SetWords(Position& position, Span words) const {
    for (const std::string_view last : {" and", " but", " or"}) {
      if (words.of(d_.in().report.text.utf8).ends_with(last)) words.end -= static_cast<uint32_t>(last.size());
    }
    position.proposition = d_.content().Trim(words);
    position.evidence.back().span = position.proposition;
  }

  // One item for a holder, a stance and words.
  void Keep(Position position) {
    if (IsPrivate(position) || ends_.IsFurniture(position.proposition)) return;
    for (Position& one : found_) {
      // "must hold, and the blockade has to end": a clause of its own goes its own way
      const bool own = one.by.rule == position.by.rule && one.by.rule.starts_with("clause:") &&
                       one.evidence.front().span.end <= position.proposition.begin &&
                       one.proposition.contains(position.proposition);
      if (own) SetWords(one, d_.content().Trim({one.proposition.begin, position.proposition.begin}));
      if (one.holder.actor == position.holder.actor && one.stance == position.stance &&
          one.proposition.overlaps(position.proposition))
        return;
    }
    found_.push_back(std::move(position));
  }

  const Dealings& d_;
  const HeldWords words_;
  const StanceSense sense_;
  const StanceHolders holders_;
  const HeldEnds ends_;
  const PositionAbout about_;
  std::vector<int> consumed_;  // propositions that are part of another's stance
  std::vector<Span> unnamed_;  // propositions that do not say what is held
  std::vector<Position> found_;
};

}  // namespace

std::vector<Position> FindPositions(const Dealings& dealings, const std::vector<Agreement>& agreements,
                                    const std::vector<Talks>& talks) {
  return Finder(dealings, agreements, talks).Find();
}

}  // namespace rapporteur
