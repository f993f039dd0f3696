#include "coding/positions.h"

#include <algorithm>

#include "base/among.h"
#include "coding/idiom.h"

namespace rapporteur {
namespace {

bool Takes(const StanceLine& line, std::string_view complement) {
  return std::find(line.complement.begin(), line.complement.end(), complement) != line.complement.end();
}

Stance StanceOf(std::string_view name) {
  return name == "for" ? Stance::kFor : name == "against" ? Stance::kAgainst : Stance::kOpen;
}

class Finder {
 public:
  Finder(const Dealings& dealings, const std::vector<Agreement>& agreements, const std::vector<Talks>& talks)
      : d_(dealings), agreements_(agreements), talks_(talks) {}

  std::vector<Position> Find() {
    for (size_t i = 0; i < d_.in().layer.all.size(); ++i) Consider(static_cast<int>(i));
    std::stable_sort(found_.begin(), found_.end(), [](const Position& a, const Position& b) {
      return a.evidence.front().span < b.evidence.front().span;
    });
    return std::move(found_);
  }

 private:
  void Consider(int index) {
    const Proposition& p = d_.proposition(index);
    const StanceTable& table = d_.in().lexicon.stances();
    const PredicatePos pos = PosOf(p.kind);
    std::vector<int> words;
    for (uint32_t i : table.FindPhrasal(pos, d_.tree(p).word(p.word).lemma)) {
      if (FindIdiom(d_.tree(p), p, table.lines()[i].lemma, words) && Try(index, p, table.lines()[i], words)) return;
    }
    for (uint32_t i : table.Find(pos, p.lemma)) {
      if (Try(index, p, table.lines()[i], {p.word})) return;
    }
    if (pos == PredicatePos::kVerb && d_.tree(p).word(p.word).xpos == "VBN") {  // "is opposed to"
      const Proposition seen = AsAdjective(p);
      for (uint32_t i : table.Find(PredicatePos::kAdj, LowerAscii(d_.tree(p).word(p.word).form))) {
        if (Try(index, seen, table.lines()[i], {p.word})) return;
      }
    }
  }

  bool Try(int index, const Proposition& p, const StanceLine& line, const std::vector<int>& words) {
    const Tree& t = d_.tree(p);
    const Span about = Complement(p, line, words);
    if (about.empty()) return false;
    const EventStatus status = d_.in().status.Read(index).status;
    std::string_view stance = line.stance;
    if (status == EventStatus::kNegated) {
      stance = line.negated;
    } else if (status == EventStatus::kHypothetical && !Among(p.modal, {"would", "'d"})) {
      return false;  // "may oppose", "was asked to support"
    }
    if (stance.empty()) return false;
    std::vector<ActorRef> holders = Holders(p);
    std::erase_if(holders, [](const ActorRef& who) { return who.actor < 0; });
    if (holders.empty()) return false;
    for (const ActorRef& who : holders) {
      Position position;
      position.holder = who;
      position.proposition = about;
      position.stance = StanceOf(stance);
      position.statement = d_.in().told.Innermost(t.word(p.word).span.begin);
      position.evidence.push_back({"trigger", t.span(p.word, p.word)});
      position.evidence.push_back({"holder", who.span});
      position.evidence.push_back({"proposition", about});
      position.confidence = status == EventStatus::kHypothetical ? 0.6 : 0.75;
      position.by.rule = "stance:" + line.lemma;
      position.by.steps.push_back("stance " + line.file + ":" + std::to_string(line.line) + " " + line.lemma + " " +
                                  std::string(stance));
      Keep(std::move(position));
    }
    return true;
  }

  // The words that the line's complement covers; empty when the predicate has none of the kind.
  Span Complement(const Proposition& p, const StanceLine& line, const std::vector<int>& words) const {
    const Tree& t = d_.tree(p);
    const bool saying = p.kind == PredicateKind::kVerb && line.negated.empty() && line.stance == "for" &&
                        !d_.in().lexicon.cues().Find(PredicatePos::kVerb, p.lemma).empty() && Takes(line, "ccomp") &&
                        line.complement.size() == 1 && IsSaying(p.lemma);
    for (const Argument& a : p.arguments) {
      // "voiced regret AT the decision": the parser gives the phrase to the verb.
      if ((a.inherited && (a.slot != Slot::kOblique || p.kind != PredicateKind::kNoun)) ||
          std::find(words.begin(), words.end(), a.word) != words.end())
        continue;
      switch (a.slot) {
        case Slot::kObject:
          // A road is blocked, not opposed.
          if (Takes(line, "obj") && !HasClause(p) && !d_.InClass("border", LowerAscii(t.word(a.word).lemma)))
            return Whole(t, a.word);
          break;
        case Slot::kClause: {
          const bool infinitive = IsInfinitive(p.sentence, a.word);
          if (d_.InClass("comment", LowerAscii(t.word(a.word).lemma))) return {};  // "declined to comment"
          const bool other = infinitive && Takes(line, "other") && HasOther(p, a.word);
          if (other || Takes(line, infinitive ? "xcomp" : "ccomp") ||
              (p.kind == PredicateKind::kNoun && Takes(line, "comp"))) {
            if (saying && !Ought(p.sentence, a.word) && !IsSubjunctive(p.sentence, a.word)) return {};
            return WithSubject(p, a.word);
          }
          break;
        }
        case Slot::kOblique:
          if (Takes(line, "prep:" + a.prep) ||
              (words.size() > 1 && Takes(line, "obj") && a.prep == LastWord(line.lemma)))
            return WithPurpose(p, a.word);
          break;
        case Slot::kSubject:
          if (Takes(line, "subj") && p.kind == PredicateKind::kAdjective) return Whole(t, a.word);
          break;
        default:
          break;
      }
    }
    return {};
  }

  static std::string_view LastWord(std::string_view lemma) {
    const size_t space = lemma.rfind(' ');
    return space == std::string_view::npos ? lemma : lemma.substr(space + 1);
  }

  // Verbs that only tell: their clause must say what ought to be.
  bool IsSaying(const std::string& lemma) const { return !d_.InClass("stance_clause", lemma); }

  static bool HasClause(const Proposition& p) {
    return std::any_of(p.arguments.begin(), p.arguments.end(),
                       [](const Argument& a) { return a.slot == Slot::kClause && !a.inherited; });
  }

  // Somebody else than the subject is to do it.
  static bool HasOther(const Proposition& p, int clause) {
    return std::any_of(p.arguments.begin(), p.arguments.end(), [&](const Argument& a) {
      return (a.slot == Slot::kObject || a.slot == Slot::kIndirect) && p.word < a.word && a.word < clause;
    });
  }

  bool IsInfinitive(int sentence, int word) const {
    const Tree& t = d_.in().trees[static_cast<size_t>(sentence)];
    if (t.rel(word) == Rel::kXcomp) return true;
    const Proposition* clause = d_.in().layer.At(sentence, word);
    return clause != nullptr && (clause->infinitive || clause->participle) &&
           t.child(word, {Rel::kNsubj, Rel::kNsubjPass}) < 0;
  }

  // "suggested that he resign": no finite form.
  bool IsSubjunctive(int sentence, int word) const {
    const Tree& t = d_.in().trees[static_cast<size_t>(sentence)];
    const Proposition* clause = d_.in().layer.At(sentence, word);
    const bool base = t.word(word).xpos == "VB" || HasFeature(t.word(word), "VerbForm=Inf");
    return clause != nullptr && base && clause->modal.empty() && t.child(word, {Rel::kAux}) < 0;
  }

  // "should step down", "must be kept", "it is up to the people to decide".
  bool Ought(int sentence, int word) const {
    const Tree& t = d_.in().trees[static_cast<size_t>(sentence)];
    const Proposition* clause = d_.in().layer.At(sentence, word);
    if (clause != nullptr && Among(clause->modal, {"should", "must", "ought", "need", "shall"})) return true;
    const std::string lemma = LowerAscii(t.word(word).lemma);
    if (Among(lemma, {"need", "have"}) && t.child(word, {Rel::kXcomp}) >= 0) return true;
    if (t.child(word, {Rel::kCop}) < 0) return false;
    // "is up to the people to decide", "is for the parties to agree"
    if (Among(lemma, {"up"}) || (t.preposition(word) == "for" && HasInfinitive(t, word))) return true;
    return Among(lemma, {"necessary", "essential", "vital", "imperative", "unacceptable", "time"});
  }

  static bool HasInfinitive(const Tree& t, int word) {
    for (int w = word; w <= t.last(word); ++w) {
      if (LowerAscii(t.word(w).form) == "to" && t.rel(w) == Rel::kMark) return true;
    }
    return false;
  }

  Span Whole(const Tree& t, int word) const { return d_.Words(t, word); }

  // "pushing for Russia to abide by the terms": what is to be done belongs to it.
  Span WithPurpose(const Proposition& p, int word) const {
    const Tree& t = d_.tree(p);
    for (int c : t.children(p.word)) {
      const Proposition* clause = d_.in().layer.At(p.sentence, c);
      if (t.first(c) == t.last(word) + 1 && clause != nullptr && clause->infinitive) {
        const Span head = Whole(t, word);
        return d_.content().Trim({head.begin, t.word(t.last(c)).span.end});
      }
    }
    return Whole(t, word);
  }

  // "urged both sides to observe the truce": what is wanted begins with who is to do it.
  Span WithSubject(const Proposition& p, int clause) const {
    const Tree& t = d_.tree(p);
    int first = t.first(clause);
    for (const Argument& a : p.arguments) {
      const bool before = (a.slot == Slot::kObject || a.slot == Slot::kIndirect) && p.word < a.word && a.word < clause;
      if (before && !a.inherited) first = std::min(first, t.first(a.word));
    }
    while (first < clause && (t.rel(first) == Rel::kPunct ||
                              (t.rel(first) == Rel::kMark && Among(LowerAscii(t.word(first).form), {"that"}))))
      ++first;
    return d_.content().Trim(t.span(first, t.last(clause)));
  }

  // Who holds it: the subject; of "it is unacceptable, he said" the speaker.
  std::vector<ActorRef> Holders(const Proposition& p) const {
    if (p.kind == PredicateKind::kAdjective && (p.lemma == "unacceptable" || p.Find(Slot::kSubject) == nullptr)) {
      return Speaker(p);
    }
    std::vector<ActorRef> holders = d_.Subjects(p);
    if (holders.empty() && p.kind == PredicateKind::kNoun && p.light_verb >= 0) {
      if (const Proposition* verb = d_.in().layer.At(p.sentence, p.light_verb)) holders = d_.Subjects(*verb);
    }
    if (holders.empty() && p.kind == PredicateKind::kNoun && p.above >= 0 && p.link == Link::kObject) {
      const Proposition& verb = d_.proposition(p.above);
      if (d_.InClass("stance_voice", verb.lemma)) holders = d_.Subjects(verb);
    }
    return holders;
  }

  std::vector<ActorRef> Speaker(const Proposition& p) const {
    const int statement = d_.in().told.Innermost(d_.tree(p).word(p.word).span.begin);
    if (statement < 0) return {};
    const std::optional<ActorRef>& who = d_.in().told.statements()[static_cast<size_t>(statement)].speaker;
    return who ? std::vector<ActorRef>{*who} : std::vector<ActorRef>{};
  }

  void Keep(Position position) {
    for (Position& one : found_) {
      if (one.holder.actor != position.holder.actor || !one.proposition.overlaps(position.proposition)) continue;
      if (one.stance == position.stance) return;
    }
    AddAbout(position);
    found_.push_back(std::move(position));
  }

  bool IsPronoun(Span span) const {
    const std::string words =
        LowerAscii(std::string_view(d_.in().report.text.utf8).substr(span.begin, span.end - span.begin));
    return Among(words, {"it", "this", "that", "them", "these", "both"});
  }

  // Agreements and talks that the proposition speaks of, then the actors named in it.
  void AddAbout(Position& position) const {
    if (!found_.empty() && IsPronoun(position.proposition)) {  // "Sweden supports it": what was spoken of last
      position.about = found_.back().about;
      return;
    }
    const auto within = [&](const ItemBase& item) {
      return std::any_of(item.evidence.begin(), item.evidence.end(), [&](const Evidence& e) {
        return e.role == "trigger" && position.proposition.overlaps(e.span);
      });
    };
    for (size_t i = 0; i < agreements_.size(); ++i) {
      if (within(agreements_[i])) position.about.push_back({ItemRef{ItemKind::kAgreement, static_cast<int>(i)}, {}});
    }
    for (size_t i = 0; i < talks_.size(); ++i) {
      if (within(talks_[i])) position.about.push_back({ItemRef{ItemKind::kTalks, static_cast<int>(i)}, {}});
    }
    for (const ActorMention& mention : d_.in().cast.mentions) {
      if (mention.actor < 0 || !position.proposition.overlaps(mention.span)) continue;
      const ItemRef actor{ItemKind::kActor, mention.actor};
      const bool known = std::any_of(position.about.begin(), position.about.end(),
                                     [&](const About& about) { return about.item && *about.item == actor; });
      if (!known && mention.actor != position.holder.actor) position.about.push_back({actor, mention.span});
    }
    if (position.about.empty()) position.about.push_back({std::nullopt, position.proposition});
  }

  const Dealings& d_;
  const std::vector<Agreement>& agreements_;
  const std::vector<Talks>& talks_;
  std::vector<Position> found_;
};

}  // namespace

std::vector<Position> FindPositions(const Dealings& dealings, const std::vector<Agreement>& agreements,
                                    const std::vector<Talks>& talks) {
  return Finder(dealings, agreements, talks).Find();
}

}  // namespace rapporteur
