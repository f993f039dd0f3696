// Names after titles that the model did not see.
#include <algorithm>

#include "base/among.h"
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

// 'The movement "Highland"': what a body's noun is followed by in quotation marks is its name. No name where it is
// none.
std::optional<NamePhrase> CastBuilder::QuotedName(const Tree& tree, const DescriptionPhrase& phrase) const {
  constexpr int kMostWords = 6;
  const bool body = phrase.agent != nullptr && !phrase.plural && phrase.last == phrase.head &&
                    (phrase.agent->kind == AgentKind::kOrganization || phrase.agent->kind == AgentKind::kGroup);
  const int open = phrase.head + 1;
  auto is_mark = [&](int w) { return Among(tree.word(w).form, {"\"", "“", "”", "«", "»", "‘", "’", "'"}); };
  if (!body || open + 2 >= tree.size() || !is_mark(open) || tree.word(open).space_after) return std::nullopt;
  if (!StartsUpper(tree.word(open + 1).form)) return std::nullopt;
  for (int close = open + 2; close < tree.size() && close <= open + kMostWords + 1; ++close) {
    if (!is_mark(close)) continue;
    NamePhrase name;
    name.first = open + 1;
    name.last = close - 1;
    name.type = MentionType::kOrganization;
    name.head = HeadWord(tree, name.first, name.last);
    return name;
  }
  return std::nullopt;
}

// A capitalised run right after a title is a name, whatever the model thought: "Prime Minister Abiy".
void CastBuilder::AddUnseenNames(const Tree& tree, std::vector<NamePhrase>& names,
                                 const std::vector<DescriptionPhrase>& found) const {
  std::vector<NamePhrase> unseen;
  const bool caseless = IsCaseless(tree);
  for (const DescriptionPhrase& phrase : found) {
    if (std::optional<NamePhrase> quoted = QuotedName(tree, phrase)) {
      unseen.push_back(*quoted);
      continue;
    }
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
