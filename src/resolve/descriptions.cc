// The noun phrases that describe actors: titles of office and agent nouns with whose they are.
#include <algorithm>

#include "base/among.h"
#include "resolve/names.h"

namespace rapporteur {
namespace {

constexpr int kMaxTitleWords = 5;

// "Russian-backed", "US-born": the nationality belongs to the backer, not to whom the phrase describes.
bool OwnsThroughHyphen(const Tree& tree, int last) {
  if (last + 2 >= tree.size() || tree.word(last + 1).form != "-" || tree.word(last).space_after) return true;
  return Among(LowerAscii(tree.word(last + 2).form), {"led", "run", "dominated", "registered", "flagged"});
}

class DescriptionFinder {
 public:
  DescriptionFinder(const Tree& tree, const std::vector<NamePhrase>& names, const Lexicon& lexicon)
      : tree_(tree), names_(names), lexicon_(lexicon), name_at_(static_cast<size_t>(tree.size()), -1) {
    for (size_t n = 0; n < names.size(); ++n) {
      for (int w = names[n].first; w <= names[n].last; ++w) name_at_[static_cast<size_t>(w)] = static_cast<int>(n);
    }
  }

  std::vector<DescriptionPhrase> Find() {
    std::vector<DescriptionPhrase> found;
    for (int w = tree_.size() - 1; w >= 0; --w) {
      DescriptionPhrase phrase;
      if (!Match(w, phrase)) continue;
      AddModifiers(phrase);
      AddComplements(phrase);
      AddOwnerNoun(phrase);
      found.push_back(phrase);
      w = phrase.phrase_first;
    }
    std::reverse(found.begin(), found.end());
    return found;
  }

 private:
  int name_at(int w) const { return w >= 0 && w < tree_.size() ? name_at_[static_cast<size_t>(w)] : -1; }

  // "Secretary-General", "vice-president"
  bool IsHyphen(int w) const { return w > 0 && tree_.word(w).form == "-" && !tree_.word(w - 1).space_after; }

  // The longest title or agent noun that ends at w.
  bool Match(int w, DescriptionPhrase& phrase) const {
    const ParsedWord& head = tree_.word(w);
    if (head.upos != Upos::kNoun && head.upos != Upos::kPropn && head.upos != Upos::kAdj) return false;
    if (name_at(w) >= 0 || IsCourtesy(lexicon_, head.form)) return false;
    // "a state of emergency", "a state-of-the-art lab".
    if (head.lemma == "state" && w + 2 < tree_.size() &&
        (tree_.word(w + 1).form == "-" ||
         (tree_.word(w + 1).form == "of" && Among(tree_.word(w + 2).lemma, {"emergency", "siege", "exception", "war",
                                                                            "alert", "alarm", "affair", "the"})))) {
      return false;
    }
    // "March", "the Middle Ages": the model knows it for the name of something else.
    for (const NamedMention& mention : tree_.sentence().mentions) {
      const bool actor = mention.type == MentionType::kPerson || mention.type == MentionType::kOrganization ||
                         mention.type == MentionType::kPlace;
      if (!actor && mention.first <= w && w <= mention.last && head.upos == Upos::kPropn) return false;
    }
    for (int first = std::max(0, w - kMaxTitleWords + 1); first <= w; ++first) {
      bool inside = true;
      for (int v = first; v < w; ++v)
        inside = inside && name_at(v) < 0 && (tree_.word(v).upos != Upos::kPunct || IsHyphen(v));
      if (!inside && first < w) continue;
      for (bool lemma : {false, true}) {
        const std::string text = TitleText(tree_, first, w, lemma);
        const std::vector<uint32_t>* titles = lexicon_.FindTitle(text);
        const AgentNoun* agent = lexicon_.FindAgent(text);
        if (titles == nullptr && agent == nullptr) continue;
        if (head.upos == Upos::kAdj && first == w) return false;
        if (Among(Determiner(first), {"every", "any", "no", "whichever", "what"}))
          return false;  // nobody in particular
        phrase.phrase_first = phrase.first = first;
        phrase.last = phrase.head = w;
        phrase.lemma = TitleText(tree_, first, w, true);
        if (titles != nullptr) phrase.titles = *titles;
        phrase.agent = agent;
        phrase.plural = HasFeature(head, "Number=Plur") || head.xpos == "NNS" || head.xpos == "NNPS";
        return true;
      }
    }
    return false;
  }

  // The determiner that stands right before a word, lower case; empty when there is none.
  std::string Determiner(int w) const {
    return w > 0 && tree_.word(w - 1).upos == Upos::kDet ? LowerAscii(tree_.word(w - 1).form) : "";
  }

  // Leftwards over adjectives, compounds and possessors of the same phrase.
  void AddModifiers(DescriptionPhrase& phrase) const {
    int w = phrase.phrase_first - 1;
    for (; w >= 0; --w) {
      const ParsedWord& word = tree_.word(w);
      const int name = name_at(w);
      if (name >= 0) {
        const NamePhrase& owner = names_[static_cast<size_t>(name)];
        if (OwnsThroughHyphen(tree_, owner.last)) phrase.owners.push_back(name);
        w = owner.first;
        phrase.first = w;
        continue;
      }
      const std::string lower = LowerAscii(word.form);
      if (lower == "'s" || lower == "’s" || lower == "'" || lower == "’") {
        if (w > 0 && name_at(w - 1) >= 0) {
          phrase.definite = true;
          continue;
        }
        break;
      }
      if (Among(lower, {"former", "ex", "late", "ousted", "deposed", "then"})) phrase.former = true;
      if (word.form == "-" && w > 0 && !tree_.word(w - 1).space_after) continue;
      if (Among(lower, {"least", "most", "more", "than", "about", "around", "nearly", "almost", "over"})) break;
      if (const AgentNoun* agent = lexicon_.FindAgent(lower)) {
        phrase.modifier_sectors.insert(phrase.modifier_sectors.end(), agent->sectors.begin(), agent->sectors.end());
      }
      const bool modifier = word.upos == Upos::kAdj || word.upos == Upos::kNoun || word.upos == Upos::kPropn ||
                            word.upos == Upos::kNum || (word.upos == Upos::kVerb && tree_.rel(w) == Rel::kAmod) ||
                            (word.upos == Upos::kAdv && tree_.rel(w) == Rel::kAdvmod && tree_.head(w) > w &&
                             tree_.head(w) <= phrase.head);
      if (!modifier || !InPhrase(w, phrase.head)) break;
      if (word.upos == Upos::kNum) phrase.indefinite = true;
      phrase.first = w;
    }
    if (w >= 0) {
      const std::string lower = LowerAscii(tree_.word(w).form);
      const bool determiner =
          tree_.word(w).upos == Upos::kDet && Among(lower, {"the", "this", "that", "these", "those"});
      if (determiner || tree_.rel(w) == Rel::kNmodPoss) phrase.definite = true;
      if (tree_.word(w).upos == Upos::kPron && tree_.rel(w) == Rel::kNmodPoss) phrase.possessor = w;
      if (Among(lower, {"a", "an", "some", "several", "many", "another", "no", "any", "one", "two"}))
        phrase.indefinite = true;
    }
  }

  // Whether w modifies head, directly or through another modifier of it. Parses of long titles are often uneven, so a
  // modifier of a modifier counts too.
  bool InPhrase(int w, int head) const {
    int up = w;
    for (int steps = 0; steps < 4 && up >= 0; ++steps) {
      up = tree_.head(up);
      if (up == head) return true;
    }
    return tree_.head(head) >= 0 && tree_.head(w) == tree_.head(head) && tree_.rel(w) != Rel::kNsubj &&
           tree_.rel(w) != Rel::kObj;
  }

  // "of Syria", "for Syria", "in Kiev": the names right after the head.
  void AddComplements(DescriptionPhrase& phrase) const {
    AddComplementSectors(phrase);
    int w = phrase.last + 1;
    while (w + 1 < tree_.size() && tree_.word(w).upos == Upos::kAdp) {
      const std::string prep = LowerAscii(tree_.word(w).form);
      int at = w + 1;
      while (at < tree_.size() && at < w + 3 && Among(LowerAscii(tree_.word(at).form), {"the", "all"})) ++at;
      const int name = name_at(at);
      if (name < 0 || names_[static_cast<size_t>(name)].first != at) return;
      const bool person = EntryOf(names_[static_cast<size_t>(name)], EntryKind::kPerson) != nullptr;
      if (prep == "of" || prep == "from" || (prep == "in" && !person)) {
        phrase.owners.push_back(name);
      } else if (Among(prep, {"for", "to", "on"})) {
        phrase.about.push_back(name);
      } else {
        return;
      }
      w = names_[static_cast<size_t>(name)].last + 1;
      phrase.last = w - 1;
    }
  }

  // "The commission's chairman", "an aide to the president": no name, but whose it is all the same.
  void AddOwnerNoun(DescriptionPhrase& phrase) const {
    for (int k : tree_.children(phrase.head)) {
      if (name_at(k) >= 0 || tree_.word(k).upos == Upos::kPron) continue;
      const bool before = k < phrase.head && tree_.rel(k) == Rel::kNmodPoss;
      const bool after = k > phrase.head && BaseRel(tree_.rel(k)) == Rel::kNmod &&
                         Among(tree_.preposition(k), {"of", "for", "from", "to", "at", "with"});
      if (!before && !after) continue;
      phrase.owner_noun = k;
      return;
    }
  }

  // "A spokesman for the police", "a joint team of the riot police": what it belongs to says what it does.
  void AddComplementSectors(DescriptionPhrase& phrase) const {
    for (int k : tree_.children(phrase.head)) {
      if (k < phrase.head || !Among(tree_.preposition(k), {"of", "for", "from", "in", "with"})) continue;
      const AgentNoun* agent = nullptr;
      for (int first = std::max(phrase.head + 2, k - 2); first <= k && agent == nullptr; ++first) {
        agent = lexicon_.FindAgent(TitleText(tree_, first, k, true));
        if (agent == nullptr) agent = lexicon_.FindAgent(TitleText(tree_, first, k, false));
      }
      if (agent == nullptr || agent->kind == AgentKind::kPerson || agent->kind == AgentKind::kPopulation) continue;
      phrase.complement_sectors = agent->sectors;
      return;
    }
  }

  const Tree& tree_;
  const std::vector<NamePhrase>& names_;
  const Lexicon& lexicon_;
  std::vector<int> name_at_;
};

}  // namespace

std::vector<DescriptionPhrase> FindDescriptions(const Tree& tree, const std::vector<NamePhrase>& names,
                                                const Lexicon& lexicon) {
  return DescriptionFinder(tree, names, lexicon).Find();
}

}  // namespace rapporteur
