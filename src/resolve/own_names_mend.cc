// Puts right how the model and the title before it cut an unknown name out of its sentence.
#include <algorithm>
#include <set>

#include "base/among.h"
#include "resolve/own_names_gather.h"
#include "resolve/when_words.h"

namespace rapporteur {
namespace {

class Mender {
 public:
  Mender(const std::vector<Tree>& trees, const Lexicon& lexicon, DescriptionsBySentence& found, NamesBySentence& names)
      : trees_(trees), lexicon_(lexicon), found_(found), names_(names) {
    for (const Tree& tree : trees) NoteAlone(tree);
  }

  void Mend() {
    for (size_t s = 0; s < trees_.size(); ++s) {
      changed_ = false;
      DropDays(s);
      DropCommon(s);
      for (NamePhrase& name : names_[s]) Strip(trees_[s], name);
      SplitAtHyphens(s);
      SplitAtAnd(s);
      SplitAfterOf(s);
      if (changed_) found_[s] = FindDescriptions(trees_[s], names_[s], lexicon_);
    }
  }

 private:
  static bool IsOwn(const NamePhrase& name) { return name.entries == nullptr && name.type.has_value(); }

  // Capitalised words with none beside them: they can be names by themselves.
  void NoteAlone(const Tree& tree) {
    auto bound = [&](int w) {
      return w >= 0 && w < tree.size() && (tree.word(w).form == "-" || StartsUpper(tree.word(w).form));
    };
    for (int w = 0; w < tree.size(); ++w) {
      if (!StartsUpper(tree.word(w).form) || bound(w - 1) || bound(w + 1)) continue;
      alone_.insert(tree.word(w).form);
      if (w > 0) within_.insert(tree.word(w).form);
    }
  }

  bool StandsAlone(const std::string& form) const {
    return alone_.contains(form) || lexicon_.FindName(form) != nullptr;
  }

  void DropDays(size_t s) {
    const size_t dropped = std::erase_if(names_[s], [&](const NamePhrase& name) {
      if (!IsOwn(name) || name.first != name.last) return false;
      const DateWordClass word = FindDateWord(LowerAscii(trees_[s].word(name.first).form), true).cls;
      return word == DateWordClass::kMonth || word == DateWordClass::kWeekday;
    });
    changed_ = changed_ || dropped > 0;
  }

  // "Lake talks": a common word that has its capital only from the sentence's begin.
  void DropCommon(size_t s) {
    const size_t dropped = std::erase_if(names_[s], [&](const NamePhrase& name) {
      if (!IsOwn(name) || name.first > 0 || name.last > 0) return false;
      const std::string& form = trees_[s].word(0).form;
      return !within_.contains(form) && lexicon_.IsCommonWord(LowerAscii(form));
    });
    changed_ = changed_ || dropped > 0;
  }

  // A preposition that the model took into a name: "of Ordesh".
  void Strip(const Tree& tree, NamePhrase& name) {
    if (!IsOwn(name)) return;
    const int before = name.first;
    while (name.first < name.last &&
           Among(tree.word(name.first).form, {"of", "in", "from", "the", "by", "for", "to", "'s", "’s", "'", "’"}))
      ++name.first;
    if (name.first == before) return;
    if (name.first == name.last) name.entries = lexicon_.FindName(tree.word(name.first).form);
    name.head = HeadWord(tree, name.first, name.last);
    changed_ = true;
  }

  // "the Zhalgar-Ordesh commission": two names, where the report has them apart too.
  void SplitAtHyphens(size_t s) {
    const Tree& tree = trees_[s];
    std::vector<NamePhrase> parts;
    for (const NamePhrase& name : names_[s]) {
      const bool pair = IsOwn(name) && name.last == name.first + 2 &&
                        Among(tree.word(name.first + 1).form, {"-", "–"}) && StartsUpper(tree.word(name.last).form) &&
                        StandsAlone(tree.word(name.first).form) && StandsAlone(tree.word(name.last).form);
      if (!pair) {
        parts.push_back(name);
        continue;
      }
      changed_ = true;
      for (int w : {name.first, name.last}) parts.push_back(OneWord(tree, w));
    }
    names_[s] = std::move(parts);
  }

  // "Kesteria and the Concert": two names that the report has apart too.
  void SplitAtAnd(size_t s) {
    const Tree& tree = trees_[s];
    std::vector<NamePhrase> parts;
    for (const NamePhrase& name : names_[s]) {
      const int second = name.first + 2 <= name.last && tree.word(name.first + 2).form == "the" ? 3 : 2;
      const bool pair = IsOwn(name) && name.last == name.first + second && tree.word(name.first + 1).form == "and" &&
                        StandsAlone(tree.word(name.first).form) && StandsAlone(tree.word(name.last).form);
      if (!pair) {
        parts.push_back(name);
        continue;
      }
      changed_ = true;
      for (int w : {name.first, name.last}) parts.push_back(OneWord(tree, w));
    }
    names_[s] = std::move(parts);
  }

  NamePhrase OneWord(const Tree& tree, int w) const {
    NamePhrase name;
    name.first = name.last = name.head = w;
    name.entries = lexicon_.FindName(tree.word(w).form);
    name.type = MentionType::kPlace;
    return name;
  }

  // "Deputy Prime Minister of Zhalgar Rustem Abdy": the first word belongs to the title where it is a name elsewhere.
  void SplitAfterOf(size_t s) {
    const Tree& tree = trees_[s];
    std::vector<NamePhrase> parts;
    for (NamePhrase name : names_[s]) {
      const bool titled = std::any_of(found_[s].begin(), found_[s].end(), [&](const DescriptionPhrase& phrase) {
        return !phrase.titles.empty() && !phrase.plural && phrase.head + 2 == name.first;
      });
      if (titled && IsOwn(name) && name.last > name.first + 1 && tree.word(name.first - 1).form == "of" &&
          StartsUpper(tree.word(name.first + 1).form) && StandsAlone(tree.word(name.first).form)) {
        changed_ = true;
        parts.push_back(OneWord(tree, name.first));
        ++name.first;
        name.type = MentionType::kPerson;
        name.head = HeadWord(tree, name.first, name.last);
      }
      parts.push_back(name);
    }
    names_[s] = std::move(parts);
  }

  const std::vector<Tree>& trees_;
  const Lexicon& lexicon_;
  DescriptionsBySentence& found_;
  NamesBySentence& names_;
  std::set<std::string> alone_;
  std::set<std::string> within_;  // of these, those seen within a sentence
  bool changed_ = false;
};

}  // namespace

void MendOwnNames(const std::vector<Tree>& trees, const Lexicon& lexicon, DescriptionsBySentence& found,
                  NamesBySentence& names) {
  Mender(trees, lexicon, found, names).Mend();
}

}  // namespace rapporteur
