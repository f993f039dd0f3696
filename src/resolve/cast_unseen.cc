// Names after titles that the model did not see.
#include <algorithm>

#include "resolve/cast_builder.h"

namespace rapporteur {

int BehindTitle(const Tree& tree, int head) {
  constexpr int kMostInBrackets = 8;
  const int next = head + 1;
  if (next >= tree.size() || tree.word(next).form != "(") return next;
  for (int w = next + 1; w < tree.size() && w <= next + kMostInBrackets; ++w) {
    if (tree.word(w).form == ")") return w + 1;
  }
  return next;
}

namespace {

// Whether a sentence has no capital at all: the model's names and the shape of words tell little there.
bool IsCaseless(const Tree& tree) {
  for (int w = 0; w < tree.size(); ++w) {
    if (StartsUpper(tree.word(w).form)) return false;
  }
  return tree.size() > 0;
}

bool IsInitial(const ParsedWord& word) {
  return word.form.size() == 1 && word.upos != Upos::kPunct && word.upos != Upos::kSym;
}

// The last word of a name that begins at `first` in a sentence without capitals: initials with the word after them
// ("v k gupta"), or proper nouns; before `first` when there is none.
int CaselessNameEnd(const Tree& tree, int first) {
  int w = first;
  while (w < tree.size() && IsInitial(tree.word(w))) ++w;
  if (w > first && w < tree.size() && (IsNominal(tree.word(w)) || tree.word(w).upos == Upos::kAdj)) return w;
  for (w = first; w < tree.size() && tree.word(w).upos == Upos::kPropn; ++w) {
  }
  return w - 1;
}

}  // namespace

// A capitalised run right after a title is a name, whatever the model thought: "Prime Minister Abiy".
void CastBuilder::AddUnseenNames(const Tree& tree, std::vector<NamePhrase>& names,
                                 const std::vector<DescriptionPhrase>& found) const {
  std::vector<NamePhrase> unseen;
  const bool caseless = IsCaseless(tree);
  for (const DescriptionPhrase& phrase : found) {
    const int first = BehindTitle(tree, phrase.head);
    const bool person = phrase.agent != nullptr && phrase.agent->kind == AgentKind::kPerson;
    if (phrase.titles.empty() && !(caseless && person)) continue;
    if (phrase.plural || phrase.last != phrase.head || first >= tree.size()) continue;
    const bool taken = std::any_of(names.begin(), names.end(),
                                   [&](const NamePhrase& name) { return name.first <= first && first <= name.last; });
    NamePhrase name;
    name.first = name.last = first;
    if (caseless) {
      name.last = CaselessNameEnd(tree, first);
      if (taken || name.last < first) continue;
    } else if (taken || tree.word(first).upos != Upos::kPropn || !StartsUpper(tree.word(first).form)) {
      continue;
    }
    // "spokesman Colonel Ryan Dillon": a further title, with a name of its own behind it.
    const bool titled = std::any_of(found.begin(), found.end(), [&](const DescriptionPhrase& other) {
      return !other.titles.empty() && other.phrase_first == first && &other != &phrase;
    });
    if (titled) continue;
    while (!caseless && name.last + 1 < tree.size() && tree.word(name.last + 1).upos == Upos::kPropn &&
           StartsUpper(tree.word(name.last + 1).form)) {
      ++name.last;
    }
    name.type = MentionType::kPerson;
    name.head = HeadWord(tree, name.first, name.last);
    unseen.push_back(name);
  }
  for (const NamePhrase& name : unseen) {
    auto overlaps = [&](const NamePhrase& other) { return other.first <= name.last && name.first <= other.last; };
    names.erase(std::remove_if(names.begin(), names.end(), overlaps), names.end());
    names.push_back(name);
  }
  std::sort(names.begin(), names.end(), [](const NamePhrase& a, const NamePhrase& b) { return a.first < b.first; });
}

}  // namespace rapporteur
