#include "coding/proposition.h"

#include <algorithm>

#include "base/among.h"
#include "coding/proposition_grammar.h"
#include "coding/proposition_share.h"

namespace rapporteur {
namespace {

// Verbs whose object, not their subject, does what their infinitive says; all others leave it to the subject.
bool ControlsByObject(std::string_view lemma) { return lemma != "promise" && lemma != "vow" && lemma != "threaten"; }

bool IsRelativePronoun(const ParsedWord& word) {
  return HasFeature(word, "PronType=Rel") || ((word.xpos == "WP" || word.xpos == "WDT" || word.xpos == "WP$") &&
                                              Among(LowerAscii(word.form), {"who", "which", "that", "whom", "whose"}));
}

// "US-Russia talks opened": tagged as a verb, but it is a subject or object with the modifiers of a noun.
bool StandsAsNoun(const Tree& t, int w) {
  const Rel rel = BaseRel(t.rel(w));
  if (rel != Rel::kNsubj && rel != Rel::kObj && rel != Rel::kObl && rel != Rel::kNmod) return false;
  return t.child(w, {Rel::kCompound, Rel::kAmod, Rel::kDet, Rel::kNmodPoss}) >= 0 &&
         t.child(w, {Rel::kNsubj, Rel::kObj, Rel::kAux, Rel::kAuxPass, Rel::kCop, Rel::kCcomp, Rel::kXcomp}) < 0;
}

// "US-Russia": the second of two names that a hyphen joins, where the parser has made one of them; -1 none.
int JoinedName(const Tree& t, int w) {
  const int other = t.child(w, {Rel::kFlat});
  if (other != w + 2 || t.word(w + 1).upos != Upos::kPunct || t.word(w).space_after) return -1;
  return StartsUpper(t.word(w).form) && StartsUpper(t.word(other).form) ? other : -1;
}

class Builder {
 public:
  Builder(const std::vector<Tree>& trees, const WordClasses& classes) : trees_(trees), classes_(classes) {}

  PropositionLayer Build() {
    for (int s = 0; s < static_cast<int>(trees_.size()); ++s) {
      layer_.at.emplace_back(static_cast<size_t>(trees_[static_cast<size_t>(s)].size()), -1);
      Sentence(s);
    }
    return std::move(layer_);
  }

 private:
  const Tree& tree(const Proposition& p) const { return trees_[static_cast<size_t>(p.sentence)]; }
  Proposition* at(int s, int w) {
    const int p = w < 0 ? -1 : layer_.at[static_cast<size_t>(s)][static_cast<size_t>(w)];
    return p < 0 ? nullptr : &layer_.all[static_cast<size_t>(p)];
  }

  void Sentence(int s) {
    const Tree& t = trees_[static_cast<size_t>(s)];
    const size_t begin = layer_.all.size();
    for (int w = 0; w < t.size(); ++w) {
      const ParsedWord& word = t.word(w);
      Proposition p;
      p.sentence = s;
      p.word = w;
      const bool copular = t.child(w, {Rel::kCop}) >= 0;
      const bool auxiliary = t.rel(w) == Rel::kAux || t.rel(w) == Rel::kAuxPass || t.rel(w) == Rel::kCop;
      if (word.upos == Upos::kAux && auxiliary) continue;
      if (IsVerbal(word) && !StandsAsNoun(t, w)) {
        p.kind = PredicateKind::kVerb;
      } else if (word.upos == Upos::kAdj) {
        p.kind = PredicateKind::kAdjective;
      } else if (word.upos == Upos::kNoun || word.upos == Upos::kPropn || copular || IsVerbal(word)) {
        p.kind = PredicateKind::kNoun;
      } else {
        continue;
      }
      p.lemma = LowerAscii(word.lemma);
      const int particle = t.child(w, {Rel::kCompoundPrt});
      if (particle >= 0 && p.kind == PredicateKind::kVerb) p.lemma += " " + LowerAscii(t.word(particle).form);
      layer_.at[static_cast<size_t>(s)][static_cast<size_t>(w)] = static_cast<int>(layer_.all.size());
      layer_.all.push_back(std::move(p));
    }
    for (size_t i = begin; i < layer_.all.size(); ++i) ReadGrammar(trees_[static_cast<size_t>(s)], layer_.all[i]);
    for (size_t i = begin; i < layer_.all.size(); ++i) OwnArguments(layer_.all[i]);
    ShareArguments(t, std::span(layer_.all).subspan(begin));
    for (size_t i = begin; i < layer_.all.size(); ++i) Hang(layer_.all[i]);
    // Subjects flow downwards; a chain of controls needs as many rounds as it is long.
    for (int round = 0; round < 4; ++round) {
      for (size_t i = begin; i < layer_.all.size(); ++i) Inherit(layer_.all[i]);
    }
    for (size_t i = begin; i < layer_.all.size(); ++i) Lighten(layer_.all[i]);
  }

  void Add(Proposition& p, Slot slot, int word, std::string prep = "", bool inherited = false) {
    for (const Argument& a : p.arguments) {
      if (a.word == word && a.slot == slot) return;
    }
    p.arguments.push_back({slot, std::move(prep), word, inherited});
  }

  // A relative pronoun stands for its antecedent: with a plural verb for the whole coordination before it.
  int Antecedent(const Proposition& p, int w) const {
    const Tree& t = tree(p);
    if (!IsRelativePronoun(t.word(w))) return w;
    int clause = p.word;
    for (int steps = 0; clause >= 0 && steps < t.size(); ++steps, clause = t.head(clause)) {
      if (t.rel(clause) == Rel::kAclRelcl) break;
    }
    if (clause < 0 || t.rel(clause) != Rel::kAclRelcl) return w;
    const int noun = t.head(clause) >= 0 ? Nearest(t, w, t.head(clause)) : t.head(clause);
    const bool plural = PluralVerb(t, p.word);
    const int whole = t.coordination_head(noun);
    return plural && whole != noun && !HasFeature(t.word(noun), "Number=Plur") ? whole : noun;
  }

  // "who" means somebody: where the tree hangs the clause on a noun farther off, the nominal right before it is meant.
  static int Nearest(const Tree& t, int pronoun, int noun) {
    if (LowerAscii(t.word(pronoun).form) != "who" || t.word(noun).upos == Upos::kPropn) return noun;
    int before = pronoun - 1;
    while (before > 0 && t.word(before).upos == Upos::kPunct) --before;
    if (before < 0 || t.word(before).upos != Upos::kPropn) return noun;
    while (t.head(before) >= 0 && (t.rel(before) == Rel::kFlat || t.rel(before) == Rel::kCompound))
      before = t.head(before);
    return before;
  }

  static bool PluralVerb(const Tree& t, int verb) {
    auto plural = [&](int w) { return Among(LowerAscii(t.word(w).form), {"are", "were", "have"}); };
    if (plural(verb)) return true;
    for (int c : t.children(verb)) {
      if ((t.rel(c) == Rel::kAux || t.rel(c) == Rel::kAuxPass || t.rel(c) == Rel::kCop) && plural(c)) return true;
    }
    return false;
  }

  void OwnArguments(Proposition& p) {
    const Tree& t = tree(p);
    for (int c : t.children(p.word)) {
      switch (t.rel(c)) {
        case Rel::kNsubj:
        case Rel::kNsubjOuter:
          Add(p, p.passive && p.kind == PredicateKind::kVerb ? Slot::kObject : Slot::kSubject, Antecedent(p, c));
          break;
        case Rel::kNsubjPass:  // "the army was given rifles": who is given is no object beside one
          Add(p, t.child(p.word, {Rel::kObj}) > p.word ? Slot::kIndirect : Slot::kObject, Antecedent(p, c));
          break;
        case Rel::kOblAgent:
          if (p.passive) {
            Add(p, Slot::kSubject, c);
          } else {
            Add(p, Slot::kOblique, c, "by");
          }
          break;
        case Rel::kObj:
          Add(p, Slot::kObject, Antecedent(p, c));
          break;
        case Rel::kIobj:
          Add(p, Slot::kIndirect, c);
          break;
        case Rel::kObl:
        case Rel::kOblUnmarked:
        case Rel::kNmod:
        case Rel::kNmodUnmarked: {
          std::string prep = t.preposition(c);
          if (prep == "by" && p.passive && !p.Find(Slot::kSubject) && IsNominal(t.word(c))) {
            Add(p, Slot::kSubject, c);
          } else if (AfterParticle(t, p, c)) {
            if (prep == "to") p.lemma = LowerAscii(t.word(p.word).lemma);
            Add(p, Slot::kObject, c);
          } else if (!prep.empty()) {
            Add(p, Slot::kOblique, Antecedent(p, c), std::move(prep));
          }
          break;
        }
        case Rel::kNmodPoss:
          Add(p, Slot::kPossessor, c);
          break;
        case Rel::kAmod:
        case Rel::kCompound:
        case Rel::kNmodDesc:
          if (p.kind == PredicateKind::kNoun) {
            Add(p, Slot::kPossessor, c);
            if (const int joined = JoinedName(t, c); joined >= 0) Add(p, Slot::kPossessor, joined);
          }
          break;
        case Rel::kCcomp:
        case Rel::kXcomp:
        case Rel::kCsubj:
        case Rel::kCsubjPass:
          Add(p, Slot::kClause, c, MarkOf(t, c));
          break;
        case Rel::kAcl:
          if (p.kind == PredicateKind::kNoun) Add(p, Slot::kClause, c, MarkOf(t, c));
          break;
        default:
          break;
      }
    }
    ReducedRelative(p);
  }

  // "shut down the station", "kidnapped up to 16 men": the object, where the parser has made it an oblique.
  static bool AfterParticle(const Tree& t, const Proposition& p, int w) {
    if (p.kind != PredicateKind::kVerb || p.passive || t.child(p.word, {Rel::kObj}) >= 0) return false;
    const int particle = t.child(p.word, {Rel::kCompoundPrt});
    if (particle < 0 || t.first(w) != particle + 1 || !IsNominal(t.word(w))) return false;
    const std::string prep = t.preposition(w);
    return prep.empty() ||
           (prep == "to" && LowerAscii(t.word(particle).form) == "up" && t.child(w, {Rel::kNummod}) >= 0);
  }

  static std::string MarkOf(const Tree& t, int w) {
    const int mark = t.child(w, {Rel::kMark});
    return mark < 0 ? "" : LowerAscii(t.word(mark).form);
  }

  // "the men killed", "weapons supplied by Iran", "forces backing him", "the attack (that) he ordered".
  void ReducedRelative(Proposition& p) {
    const Tree& t = tree(p);
    if (p.kind != PredicateKind::kVerb || t.head(p.word) < 0) return;
    const Rel rel = t.rel(p.word);
    const int noun = t.head(p.word);
    // "Iran-backed", "Kurdish-led": the word before the hyphen does it.
    if (rel == Rel::kAmod && p.passive && p.word >= 2 && t.word(p.word - 1).upos == Upos::kPunct &&
        !t.word(p.word - 1).space_after && !p.Find(Slot::kSubject)) {
      const int by = p.word - 2;
      if (t.head(by) == p.word || t.head(by) == noun) Add(p, Slot::kSubject, by, "", true);
    }
    if (rel == Rel::kAcl || rel == Rel::kAmod) {
      if (p.infinitive || p.mark == "to") return;
      if (p.passive) {
        if (!p.Find(Slot::kObject)) Add(p, Slot::kObject, noun, "", true);
      } else if (p.participle && !p.Find(Slot::kSubject)) {
        Add(p, Slot::kSubject, noun, "", true);
      }
    } else if (rel == Rel::kAclRelcl && !p.Find(Slot::kObject) && p.Find(Slot::kSubject) && !p.Find(Slot::kClause)) {
      const bool gap_elsewhere =
          std::any_of(p.arguments.begin(), p.arguments.end(), [&](const Argument& a) { return a.word == noun; });
      if (!gap_elsewhere) Add(p, Slot::kObject, noun, "", true);
    }
  }

  // Finds what p hangs on.
  void Hang(Proposition& p) {
    const Tree& t = tree(p);
    int w = p.word;
    const int up = t.head(w);
    if (up < 0) return;
    auto link = [&](int word, Link how) {
      const Proposition* above = at(p.sentence, word);
      if (above == nullptr) return false;
      p.above = static_cast<int>(above - layer_.all.data());
      p.link = how;
      return true;
    };
    switch (BaseRel(t.rel(w))) {
      case Rel::kConj:
        link(up, Link::kCoordinate);
        return;
      case Rel::kCcomp:
      case Rel::kCsubj:
        link(up, Link::kCcomp);
        return;
      case Rel::kXcomp:
        link(up, Link::kXcomp);
        return;
      case Rel::kAdvcl:
        if (link(up, Link::kAdverbial)) return;
        // "far from releasing them, …": the adverb belongs to the mark.
        if (t.word(up).upos == Upos::kAdv && !p.mark.empty()) p.mark = LowerAscii(t.word(up).form) + " " + p.mark;
        link(t.head(up), Link::kAdverbial);
        return;
      case Rel::kAcl:
        link(up, t.rel(w) == Rel::kAclRelcl ? Link::kRelative : Link::kNounClause);
        return;
      case Rel::kObj:
      case Rel::kIobj:
        link(up, Link::kObject);
        return;
      case Rel::kNsubj:
        link(up, t.rel(w) == Rel::kNsubjPass ? Link::kObject : Link::kSubject);
        return;
      case Rel::kObl:
      case Rel::kNmod:
        if (link(up, Link::kOblique)) p.mark = t.preposition(w);
        return;
      case Rel::kCompound:  // "a coup attempt": as "an attempt of a coup"
        if (p.kind == PredicateKind::kNoun && t.word(up).upos == Upos::kNoun && t.word(w).upos == Upos::kNoun &&
            link(up, Link::kOblique)) {
          p.mark = "of";
        }
        return;
      case Rel::kParataxis:
        return;
      default:
        link(up, Link::kNone);
        p.above = -1;
        return;
    }
  }

  void Inherit(Proposition& p) {
    if (p.above < 0) return;
    const Tree& t = tree(p);
    const Proposition& above = layer_.all[static_cast<size_t>(p.above)];
    const bool subjectless = !p.Find(p.passive ? Slot::kObject : Slot::kSubject);
    const Slot slot = p.passive ? Slot::kObject : Slot::kSubject;
    switch (p.link) {
      case Link::kCoordinate:
        if (p.kind == PredicateKind::kVerb && subjectless && above.kind != PredicateKind::kNoun) {
          const Argument* subject = above.Find(above.passive ? Slot::kObject : Slot::kSubject);
          if (subject != nullptr) Add(p, slot, subject->word, "", true);
          // The auxiliaries of the first of several verbs hold for all that share its form.
          if (t.child(p.word, {Rel::kAux, Rel::kAuxPass}) < 0 && t.word(p.word).xpos == t.word(above.word).xpos) {
            if (p.modal.empty()) p.modal = above.modal;
            p.progressive = p.progressive || above.progressive;
            p.infinitive = p.infinitive || above.infinitive;
            if (above.passive && !p.Find(Slot::kObject)) p.passive = true;
            if (above.negated && t.child(p.word, {Rel::kCc}) >= 0 &&
                LowerAscii(t.word(t.child(p.word, {Rel::kCc})).form) == "or") {
              p.negated = true;
            }
          }
        }
        return;
      case Link::kXcomp:
      case Link::kAdverbial: {
        if (!subjectless || (p.kind == PredicateKind::kNoun && p.link == Link::kAdverbial)) return;
        const Argument* controller = nullptr;
        if (p.link == Link::kXcomp && ControlsByObject(above.lemma)) {
          controller = above.Find(Slot::kIndirect);
          if (controller == nullptr) controller = above.Find(Slot::kObject);
          // "push for Russia to …", "call on both to …": the preposition's noun does it.
          for (const Argument& a : above.arguments) {
            const bool asked = a.slot == Slot::kOblique && Among(a.prep, {"for", "on", "upon", "to", "with"});
            if (controller == nullptr && asked && a.word > above.word && a.word < p.word && p.mark == "to")
              controller = &a;
          }
        }
        // "accused Islamabad of sheltering them", "barred him from leaving": the object does it.
        if (p.link == Link::kAdverbial && p.participle && above.kind == PredicateKind::kVerb && p.word > above.word &&
            Among(p.mark, {"of", "from", "into"})) {
          controller = above.Find(Slot::kObject);
        }
        if (controller == nullptr) controller = above.Find(Slot::kSubject);
        if (controller == nullptr && above.passive) controller = above.Find(Slot::kObject);
        if (controller != nullptr && controller->word != p.word) Add(p, slot, controller->word, "", true);
        return;
      }
      case Link::kNounClause:
        if (subjectless && (p.infinitive || p.mark == "to")) {
          // "a call for Chad to disarm": who shall do it stands between.
          const Argument* holder = above.Find(Slot::kOblique, "for");
          if (holder != nullptr && (holder->word < above.word || holder->word > p.word)) holder = nullptr;
          if (holder == nullptr) holder = above.Find(Slot::kPossessor);
          if (holder == nullptr) holder = above.Find(Slot::kSubject);
          if (holder == nullptr) holder = above.Find(Slot::kOblique, "by");
          if (holder != nullptr) {
            Add(p, slot, holder->word, "", true);
          } else if (above.above >= 0 && above.link == Link::kObject) {
            const Argument* subject = layer_.all[static_cast<size_t>(above.above)].Find(Slot::kSubject);
            if (subject != nullptr) Add(p, slot, subject->word, "", true);
          }
        }
        return;
      default:
        return;
    }
  }

  // "took part in a protest", "participated in the attack": the verb lends its subject to the noun after "in".
  static bool TakesPart(const Tree& t, const Proposition& verb, const Proposition& noun) {
    if (noun.link != Link::kOblique || noun.mark != "in") return false;
    if (Among(verb.lemma, {"participate", "engage"})) return true;
    const Argument* object = verb.Find(Slot::kObject);
    return verb.lemma == "take" && object != nullptr && LowerAscii(t.word(object->word).lemma) == "part";
  }

  // An event noun under a light verb has the verb's arguments: "Russia launched strikes on Idlib with Syria".
  void Lighten(Proposition& p) {
    if (p.kind != PredicateKind::kNoun || p.above < 0) return;
    const Proposition& verb = layer_.all[static_cast<size_t>(p.above)];
    // "expressed rejection and condemnation of it": the second noun is carried as the first.
    if (p.link == Link::kCoordinate && verb.kind == PredicateKind::kNoun && verb.light_verb >= 0) {
      p.light_verb = verb.light_verb;
      for (const Argument& a : verb.arguments) {
        if (a.slot == Slot::kSubject) Add(p, a.slot, a.word, "", true);
      }
      return;
    }
    if (verb.kind != PredicateKind::kVerb) return;
    const bool carried = p.link == Link::kObject && InClass(classes_, "carrier", verb.lemma);
    if (!carried && !TakesPart(tree(p), verb, p)) return;
    p.light_verb = verb.word;
    for (const Argument& a : verb.arguments) {
      if (a.word == p.word || a.slot == Slot::kClause || a.slot == Slot::kObject) continue;
      Add(p, a.slot == Slot::kIndirect ? Slot::kOblique : a.slot, a.word, a.slot == Slot::kIndirect ? "to" : a.prep,
          true);
    }
  }

  const std::vector<Tree>& trees_;
  const WordClasses& classes_;
  PropositionLayer layer_;
};

}  // namespace

const Argument* Proposition::Find(Slot slot, std::string_view prep) const {
  for (const Argument& a : arguments) {
    if (a.slot == slot && (prep.empty() || a.prep == prep)) return &a;
  }
  return nullptr;
}

PropositionLayer BuildPropositions(const std::vector<Tree>& trees, const WordClasses& classes) {
  return Builder(trees, classes).Build();
}

}  // namespace rapporteur
