#include "resolve/own_names_gather.h"

#include <algorithm>
#include <set>

#include "base/among.h"
#include "resolve/when_words.h"

namespace rapporteur {
namespace {

bool HasSmallLetter(std::string_view form) {
  return std::any_of(form.begin(), form.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::vector<std::string> WordsIn(const Tree& tree, int first, int last) {
  std::vector<std::string> words;
  for (int w = first; w <= last; ++w) {
    if (w > first && !tree.word(w - 1).space_after) {
      words.back() += tree.word(w).form;
    } else {
      words.push_back(tree.word(w).form);
    }
  }
  return words;
}

// The sum of the words "Upper Sarai" is one text; a key does not tell capitals.
std::string Joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

// A sentence most of whose words are capitals or capitalised: a headline, where capitals tell nothing.
bool IsShouted(const Tree& tree) {
  int capital = 0, small = 0;
  for (int w = 0; w < tree.size(); ++w) {
    const ParsedWord& word = tree.word(w);
    if (word.upos == Upos::kPunct || word.upos == Upos::kNum || word.form.size() < 4) continue;
    ++(StartsUpper(word.form) ? capital : small);
  }
  return capital > 2 * small;
}

bool IsAllCapitals(const Tree& tree) {
  for (int w = 0; w < tree.size(); ++w) {
    if (tree.word(w).form.size() > 1 && HasSmallLetter(tree.word(w).form)) return false;
  }
  return true;
}

class Gatherer {
 public:
  Gatherer(const std::vector<Tree>& trees, const Lexicon& lexicon, const DescriptionsBySentence& found,
           const NamesBySentence& names)
      : trees_(trees), lexicon_(lexicon), found_(found), names_(names) {}

  OwnCandidates Gather() {
    for (size_t s = 0; s < trees_.size(); ++s) AddNames(s);
    for (const OwnCandidate& one : candidates_.all) surnames_.insert(one.words.back());
    for (const Tree& tree : trees_) {
      for (int w = 1; w < tree.size(); ++w) {
        if (tree.word(w - 1).upos != Upos::kPunct && !IsShouted(tree)) alone_.insert(tree.word(w).form);
      }
    }
    for (size_t s = 0; s < trees_.size(); ++s) AddRuns(s);
    AddDerived();
    return std::move(candidates_);
  }

 private:
  static bool IsOwn(const NamePhrase& name) { return name.entries == nullptr && name.type.has_value(); }

  void AddNames(size_t s) {
    for (const NamePhrase& name : names_[s]) {
      if (!IsOwn(name)) continue;
      Add(s, name.first, name.last, name.type).named = true;
    }
  }

  OwnCandidate& Add(size_t s, int first, int last, std::optional<MentionType> type) {
    const Tree& tree = trees_[s];
    OwnSight sight{static_cast<int>(s), first, last, HeadWord(tree, first, last), type};
    OwnCandidate& one = candidates_.Add(tree, sight);
    if (!IsAllCapitals(tree)) one.seen_mixed_case = true;
    return one;
  }

  // A capitalised word that nothing else explains.
  bool MayName(const Tree& tree, int w) const {
    const ParsedWord& word = tree.word(w);
    if (word.upos != Upos::kPropn || !StartsUpper(word.form) || word.form.size() < 3) return false;
    const std::string lower = LowerAscii(word.form);
    return FindDateWord(lower, true).cls == DateWordClass::kNone && lexicon_.FindName(word.form) == nullptr &&
           lexicon_.FindTitle(lower) == nullptr && lexicon_.FindAgent(lower) == nullptr &&
           !IsCourtesy(lexicon_, word.form) && !InClass(lexicon_.classes(), "nobody", lower) &&
           !InClass(lexicon_.classes(), "landform", lower);
  }

  std::vector<bool> Covered(size_t s, bool by_model) const {
    std::vector<bool> covered(static_cast<size_t>(trees_[s].size()), false);
    auto cover = [&](int first, int last) {
      for (int w = first; w <= last; ++w) covered[static_cast<size_t>(w)] = true;
    };
    for (const NamePhrase& name : names_[s]) cover(name.first, name.last);
    if (!by_model) return covered;
    for (const NamedMention& mention : trees_[s].sentence().mentions) cover(mention.first, mention.last);
    for (const DescriptionPhrase& phrase : found_[s]) cover(phrase.phrase_first, phrase.head);
    return covered;
  }

  // Where only somebody stands: the subject of a verb, whose something is, between whom.
  static bool StandsForActor(const Tree& tree, int head) {
    const int w = tree.coordination_head(head);
    const int up = tree.head(w);
    if (up < 0) return false;
    if (BaseRel(tree.rel(w)) == Rel::kNsubj) return tree.word(up).upos == Upos::kVerb;
    return tree.rel(w) == Rel::kOblAgent || tree.preposition(w) == "between";
  }

  void AddRuns(size_t s) {
    const Tree& tree = trees_[s];
    AddRepeated(s);
    if (IsShouted(tree)) return;
    const std::vector<bool> covered = Covered(s, true);
    for (int w = 0; w < tree.size(); ++w) {
      if (covered[static_cast<size_t>(w)] || !MayName(tree, w)) continue;
      int last = w;
      while (last + 1 < tree.size() && tree.word(last).space_after && !covered[static_cast<size_t>(last) + 1] &&
             MayName(tree, last + 1)) {
        ++last;
      }
      const int first = std::exchange(w, last);
      // A longer run of capitals is part of something else: "Hollow Creek Treaty".
      const bool joined =
          (last + 1 < tree.size() && tree.word(last).space_after && StartsUpper(tree.word(last + 1).form)) ||
          (first > 0 && tree.word(first - 1).space_after && StartsUpper(tree.word(first - 1).form) &&
           tree.word(first - 1).upos == Upos::kPropn);
      if (joined) continue;
      const bool plural = tree.word(last).xpos == "NNPS" || tree.word(last).xpos == "NNS";
      const bool begins = first == 0 || tree.word(first - 1).upos == Upos::kPunct;
      if (plural || (begins && first == last && !alone_.contains(tree.word(first).form))) continue;
      const bool actor = StandsForActor(tree, HeadWord(tree, first, last));
      const bool surname = last > first && surnames_.contains(tree.word(last).form);
      const bool person = last == first + 1 && lexicon_.GenderOf(tree.word(first).form) != '?';
      OwnCandidate& one = Add(s, first, last, std::nullopt);
      if (actor || surname || person) one.acts = true;
    }
  }

  // Words that are a name elsewhere in the report, or the surname of somebody named in full.
  void AddRepeated(size_t s) {
    const Tree& tree = trees_[s];
    std::vector<bool> covered = Covered(s, false);
    for (int w = 0; w < tree.size(); ++w) {
      if (covered[static_cast<size_t>(w)] || !StartsUpper(tree.word(w).form)) continue;
      for (int last = std::min(tree.size() - 1, w + 4); last >= w; --last) {
        const OwnCandidate* known = candidates_.Find(tree, w, last);
        if (known == nullptr || !known->named || covered[static_cast<size_t>(last)]) continue;
        if (last == w && (lexicon_.IsCommonWord(LowerAscii(tree.word(w).form)) || InOther(tree, w))) continue;
        Add(s, w, last, std::nullopt);
        w = last;
        break;
      }
    }
  }

  // Part of what the model knows for the name of something else: "the Selk Accords".
  static bool InOther(const Tree& tree, int w) {
    return std::any_of(tree.sentence().mentions.begin(), tree.sentence().mentions.end(),
                       [&](const NamedMention& m) { return m.first <= w && w <= m.last && m.last > m.first; });
  }

  // Used as an adjective or as the name of people: "Selkian officials", "the Selkians".
  static bool IsUsedAsDemonym(const Tree& tree, int w) {
    const ParsedWord& word = tree.word(w);
    if (word.upos == Upos::kAdj) return true;
    const Rel rel = tree.rel(w);
    const int up = tree.head(w);
    if ((rel == Rel::kAmod || rel == Rel::kCompound || rel == Rel::kNmodDesc) && up > w) {
      return tree.word(up).upos == Upos::kNoun || !StartsUpper(tree.word(up).form);
    }
    return word.form.back() == 's' && (word.xpos == "NNPS" || word.xpos == "NNS");
  }

  void AddDerived() {
    std::vector<size_t> bases;
    for (size_t c = 0; c < candidates_.all.size(); ++c) {
      if (candidates_.all[c].words.size() == 1) bases.push_back(c);
    }
    std::set<std::string> demonyms;
    for (size_t s = 0; s < trees_.size(); ++s) {
      const Tree& tree = trees_[s];
      for (int w = 0; w < tree.size(); ++w) {
        const ParsedWord& word = tree.word(w);
        if (!StartsUpper(word.form) || word.form.size() < 5 || !IsUsedAsDemonym(tree, w)) continue;
        const size_t base = BaseOf(bases, word.form);
        if (base == candidates_.all.size() || lexicon_.FindName(word.form) != nullptr) continue;
        candidates_.all[base].derived.push_back({static_cast<int>(s), w, w, w, std::nullopt});
        demonyms.insert(LowerAscii(word.form));
      }
    }
    // A word that is such an adjective anywhere is no name of its own.
    for (OwnCandidate& one : candidates_.all) {
      if (one.words.size() == 1 && demonyms.contains(LowerAscii(one.words.front()))) one.named = one.acts = false;
    }
  }

  size_t BaseOf(const std::vector<size_t>& bases, const std::string& form) const {
    for (size_t c : bases) {
      const std::string& base = candidates_.all[c].words.front();
      if (base.size() < form.size() + 3 && base[0] == form[0] && IsDemonymOf(lexicon_, base, form)) return c;
    }
    return candidates_.all.size();
  }

  const std::vector<Tree>& trees_;
  const Lexicon& lexicon_;
  const DescriptionsBySentence& found_;
  const NamesBySentence& names_;
  OwnCandidates candidates_;
  std::set<std::string> surnames_;
  std::set<std::string> alone_;  // forms that stand within a sentence
};

}  // namespace

OwnCandidate& OwnCandidates::Add(const Tree& tree, const OwnSight& sight) {
  std::vector<std::string> words = WordsIn(tree, sight.first, sight.last);
  const std::string name = Joined(words);
  const auto [at, added] = by_key.emplace(LowerAscii(name), all.size());
  if (added) all.emplace_back();
  OwnCandidate& one = all[at->second];
  if (added || (!HasSmallLetter(one.name) && HasSmallLetter(name))) {
    one.name = name;
    one.words = std::move(words);
  }
  one.sights.push_back(sight);
  return one;
}

const OwnCandidate* OwnCandidates::Find(const Tree& tree, int first, int last) const {
  const auto found = by_key.find(LowerAscii(Joined(WordsIn(tree, first, last))));
  return found == by_key.end() ? nullptr : &all[found->second];
}

OwnCandidates GatherOwnNames(const std::vector<Tree>& trees, const Lexicon& lexicon,
                             const DescriptionsBySentence& found, const NamesBySentence& names) {
  return Gatherer(trees, lexicon, found, names).Gather();
}

namespace {

// "LCS" of "League of Coastal States": the first letters of its capitalised words.
bool IsAcronymOf(const std::string& word, const std::vector<std::string>& words) {
  std::string letters, capitals;
  for (const std::string& one : words) {
    if (StartsUpper(one)) letters += one[0];
  }
  for (char c : word) {
    if (c >= 'A' && c <= 'Z') capitals += c;
  }
  return letters.size() >= 2 && letters == capitals && capitals.size() == word.size();
}

}  // namespace

namespace {

bool IsBody(const OwnCandidate& one) {
  const double body = one.votes[static_cast<size_t>(OwnKind::kBody)];
  return one.words.size() > 1 && one.Stands() && one.same_as < 0 && body > 0 &&
         body >= *std::max_element(one.votes.begin(), one.votes.end());
}

// The word that a body is called by for short: "Front" of "Lagoon Front", "League" of "League of Coastal States".
const std::string& ShortOf(const OwnCandidate& full) {
  const bool of = std::find(full.words.begin(), full.words.end(), "of") != full.words.end();
  return of ? full.words.front() : full.words.back();
}

}  // namespace

namespace {

// Whether nothing else in the report is called by the word: no Supreme Court beside the Court of Session.
bool IsOnly(const std::vector<Tree>& trees, const std::string& word, const OwnCandidate& full) {
  for (size_t s = 0; s < trees.size(); ++s) {
    const Tree& tree = trees[s];
    for (int w = 0; w < tree.size(); ++w) {
      if (tree.word(w).form != word) continue;
      const bool own = std::any_of(full.sights.begin(), full.sights.end(), [&](const OwnSight& sight) {
        return sight.sentence == static_cast<int>(s) && sight.first <= w && w <= sight.last;
      });
      const bool longer = (w > 0 && StartsUpper(tree.word(w - 1).form) && LowerAscii(tree.word(w - 1).form) != "the") ||
                          (w + 1 < tree.size() && tree.word(w + 1).form == "of");
      if (longer && !own) return false;
    }
  }
  return true;
}

}  // namespace

void JoinOwnBodies(const std::vector<Tree>& trees, const NamesBySentence& names, OwnCandidates& candidates) {
  for (size_t c = 0; c < candidates.all.size(); ++c) {
    if (!IsBody(candidates.all[c])) continue;
    OwnCandidate& full = candidates.all[c];
    const std::string word = ShortOf(full);
    const bool only = IsOnly(trees, word, full);
    for (OwnCandidate& one : candidates.all) {
      if (one.words.size() != 1 || one.same_as >= 0 || one.votes[static_cast<size_t>(OwnKind::kState)] > 1) continue;
      if (!(only && one.words.front() == word) && !IsAcronymOf(one.words.front(), full.words)) continue;
      one.same_as = static_cast<int>(c);
      one.named = true;
    }
    // "the League", which neither the model nor the lexicon takes for a name.
    for (size_t s = 0; s < trees.size() && only; ++s) {
      const Tree& tree = trees[s];
      for (int w = 1; w < tree.size(); ++w) {
        const bool bare = w + 1 == tree.size() || !StartsUpper(tree.word(w + 1).form);
        const bool named = std::any_of(names[s].begin(), names[s].end(),
                                       [&](const NamePhrase& name) { return name.first <= w && w <= name.last; });
        if (tree.word(w).form == word && bare && !named && LowerAscii(tree.word(w - 1).form) == "the" &&
            !(w + 1 < tree.size() && tree.word(w + 1).form == "of"))
          full.sights.push_back({static_cast<int>(s), w, w, w, std::nullopt});
      }
    }
  }
}

}  // namespace rapporteur
