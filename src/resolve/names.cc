#include "resolve/names.h"

#include <algorithm>
#include <array>

#include "base/among.h"

namespace rapporteur {
namespace {

constexpr int kMaxTitleWords = 5;

std::string Join(const Tree& tree, int first, int last) {
  std::string text;
  for (int w = first; w <= last; ++w) {
    if (w > first && tree.word(w - 1).space_after) text += ' ';
    text += tree.word(w).form;
  }
  return text;
}

bool HasState(const NamePhrase& name) {
  return EntryOf(name, EntryKind::kState) != nullptr || EntryOf(name, EntryKind::kDemonym) != nullptr;
}

bool LooksLikeName(const ParsedWord& word) { return StartsUpper(word.form) || word.upos == Upos::kPropn; }

}  // namespace

// The name as the lexicon would list it, with the last word's number undone where lemma differs.
std::string TitleText(const Tree& tree, int first, int last, bool lemma) {
  std::string text;
  for (int w = first; w <= last; ++w) {
    if (w > first && tree.word(w - 1).space_after) text += ' ';
    text += LowerAscii(w == last && lemma ? tree.word(w).lemma : tree.word(w).form);
  }
  return text;
}

const NameEntry* EntryOf(const NamePhrase& name, EntryKind kind) {
  if (name.entries == nullptr) return nullptr;
  for (const NameEntry& entry : *name.entries) {
    if (entry.kind == kind) return &entry;
  }
  return nullptr;
}

bool IsCourtesy(const Lexicon& lexicon, std::string_view form) {
  return StartsUpper(form) && InClass(lexicon.classes(), "courtesy", LowerAscii(form));
}

int HeadWord(const Tree& tree, int first, int last) {
  for (int w = first; w <= last; ++w) {
    const int up = tree.head(w);
    if ((up < first || up > last) && tree.word(w).upos != Upos::kPunct && tree.rel(w) != Rel::kCase) return w;
  }
  return last;
}

namespace {

// Finds the names of one sentence from left to right; the lexicon and the model each see what the other misses.
class NameFinder {
 public:
  NameFinder(const Tree& tree, const Lexicon& lexicon) : tree_(tree), lexicon_(lexicon) {
    for (const ParsedWord& word : tree.sentence().words) {
      forms_.push_back(word.form);
      const bool small = std::any_of(word.form.begin(), word.form.end(), [](char c) { return c >= 'a' && c <= 'z'; });
      all_capitals_ = all_capitals_ && !small;
    }
  }

  std::vector<NamePhrase> Find() {
    std::vector<NamePhrase> names;
    for (int w = 0; w < tree_.size();) {
      NamePhrase name;
      const int next = At(w, name);
      if (next > w) {
        w = next;
        continue;
      }
      if (name.last < w) {
        ++w;
        continue;
      }
      name.head = HeadWord(tree_, name.first, name.last);
      w = name.last + 1;
      names.push_back(name);
    }
    return names;
  }

 private:
  const NamedMention* MentionOver(int w) const {
    for (const NamedMention& mention : tree_.sentence().mentions) {
      if (mention.first <= w && w <= mention.last) return &mention;
    }
    return nullptr;
  }

  static bool Names(const NamedMention& mention) {
    return mention.type == MentionType::kPerson || mention.type == MentionType::kOrganization ||
           mention.type == MentionType::kPlace;
  }

  // The last word of the mention that can belong to a name that begins at w.
  int EndOf(const NamedMention& mention, int w) const {
    int last = mention.last;
    for (int v = w + 1; v <= mention.last; ++v) {
      const std::string& form = tree_.word(v).form;
      if (form == "'s" || form == "’s" || form == "," || form == "(" || form == "'" || form == "’") {
        last = v - 1;
        break;
      }
    }
    while (last > w && tree_.word(last).upos == Upos::kPunct) --last;
    return last;
  }

  // The end of the longest title that begins at w and leaves a word of the mention; w - 1 when none does.
  int TitleEnd(int w, int last) const {
    for (int end = std::min(last - 1, w + kMaxTitleWords - 1); end >= w; --end) {
      if (lexicon_.FindTitle(TitleText(tree_, w, end, false)) != nullptr) return end;
    }
    return w - 1;
  }

  // "Infrastructure Minister Ada Brenn": likewise of a portfolio that no table lists; w when there is none.
  int PortfolioEnd(int w, int last) const {
    for (int end = std::min(last - 1, w + kMaxTitleWords - 1); end > w; --end) {
      if (StartsUpper(tree_.word(end).form) && lexicon_.FindTitle(TitleText(tree_, end, end, false)) != nullptr)
        return end;
    }
    return w;
  }

  // "SNHR Director Fadl Abdel-Ghani", "U.N. British Foreign Secretary Boris Johnson": where the title within a person's
  // mention begins; -1 when there is none.
  int TitleWithin(int w, const NamedMention& mention, int last) const {
    if (mention.type != MentionType::kPerson || mention.first != w) return -1;
    for (int first = w + 1; first < last; ++first) {
      int end = TitleEnd(first, last);
      const AgentNoun* agent = lexicon_.FindAgent(TitleText(tree_, first, first, false));
      if (end < first && agent != nullptr && agent->kind == AgentKind::kPerson) end = first;
      if (end >= first && StartsUpper(tree_.word(first).form) && StartsUpper(tree_.word(end + 1).form)) return first;
    }
    return -1;
  }

  // A name at w goes to `name`; or the word to go on with is returned; neither leaves name.last below w.
  int At(int w, NamePhrase& name) {
    name.first = w;
    name.last = w - 1;
    const NamedMention* mention = MentionOver(w);
    if (mention != nullptr && !Names(*mention)) mention = nullptr;
    if (mention != nullptr && w > mention->first && tree_.word(w).upos == Upos::kAdp &&
        !StartsUpper(tree_.word(w).form))
      return w + 1;  // "Chief Executive of Hong Kong Carrie Lam"
    const bool person = mention == nullptr || mention->type == MentionType::kPerson;
    if (person && IsCourtesy(lexicon_, tree_.word(w).form) && w + 1 < tree_.size() &&
        StartsUpper(tree_.word(w + 1).form)) {
      return Courteous(w + 1, mention, name);
    }
    NameHit hit;
    if (LooksLikeName(tree_.word(w)) || (mention != nullptr && mention->first == w)) {
      const size_t most = std::min<size_t>(forms_.size(), static_cast<size_t>(w) + 10);
      hit = lexicon_.LongestName({forms_.begin() + w, forms_.begin() + static_cast<std::ptrdiff_t>(most)});
    }
    if (hit.words == 0) hit = WithoutApostrophe(w);
    const int end = mention == nullptr ? w - 1 : EndOf(*mention, w);
    if (mention != nullptr && mention->type == MentionType::kPerson && hit.words <= 1) {
      // A title that the model took into the name: "Foreign Minister Sergey Lavrov".
      const int title = TitleEnd(w, end);
      if (title >= w) return title + 1;
      const int portfolio = hit.words == 0 ? PortfolioEnd(w, end) : w;
      if (portfolio > w) return portfolio + 1;
    }
    if (hit.words == 1 && all_capitals_ && Among(forms_[static_cast<size_t>(w)], {"IS", "IT", "WHO", "NO"}))
      return w + 1;
    // "US Treasury Secretary Steven Mnuchin": the title goes before the body whose name it begins with.
    if (mention != nullptr && mention->type == MentionType::kPerson && hit.words > 1 && w + hit.words - 1 < end) {
      for (int v = w + 1; v < w + hit.words; ++v) {
        const std::vector<NameEntry>* before = lexicon_.FindName(Join(tree_, w, v - 1));
        if (before != nullptr && TitleEnd(v, end) >= w + hit.words) hit = {v - w, before};
      }
    }
    const int within = mention == nullptr ? -1 : TitleWithin(w, *mention, end);
    if (within > w && hit.words == 0) {
      name.last = within - 1;
      name.type = MentionType::kOrganization;
      name.entries = lexicon_.FindName(Join(tree_, w, name.last));
      return w;
    }
    if (hit.words > 0) {
      name.last = w + hit.words - 1;
      name.entries = hit.entries;
      if (hit.words > 1 && LowerAscii(tree_.word(w).form) == "the") ++name.first;
      if (mention == nullptr) return w;
      name.type = mention->type;
      const bool rest_described = name.last < end && Described(name.last + 1, end);
      // A longer name that only begins like something known: "Jordan Peterson", "Syrian Democratic Forces".
      const bool begins = mention->first == w && end > name.last && !rest_described && within < 0;
      if (begins &&
          (mention->type == MentionType::kOrganization || (mention->type == MentionType::kPerson && !HasState(name)))) {
        name.last = end;
        name.entries = lexicon_.FindName(Join(tree_, w, end));
      }
      return w;
    }
    if (mention == nullptr) return w;
    // A nationality that the lexicon does not know, before what it describes.
    if (w == end && tree_.word(w).upos == Upos::kAdj && tree_.rel(w) == Rel::kAmod) return w + 1;
    // "Foreign Ministry", "Army": said by what it is, not by a name.
    if (Described(w, end)) return end + 1;
    // "the Korean War", "the Camp David Accords": named, and nobody.
    if (mention->type == MentionType::kOrganization && NamesNobody(end)) return end + 1;
    name.last = end;
    name.type = mention->type;
    name.entries = lexicon_.FindName(Join(tree_, w, end));
    return w;
  }

  // "Ms Rosting": the capitalised words after a word of courtesy are a person, whatever the model took them for.
  int Courteous(int w, const NamedMention* mention, NamePhrase& name) const {
    name.first = w;
    name.last = mention != nullptr && mention->last >= w ? EndOf(*mention, w) : w;
    while (mention == nullptr && name.last + 1 < tree_.size() && tree_.word(name.last + 1).upos == Upos::kPropn &&
           StartsUpper(tree_.word(name.last + 1).form)) {
      ++name.last;
    }
    name.type = MentionType::kPerson;
    name.entries = lexicon_.FindName(Join(tree_, name.first, name.last));
    return w - 1;
  }

  // "Syrias main opposition": a possessive whose mark was lost.
  NameHit WithoutApostrophe(int w) const {
    const std::string& form = tree_.word(w).form;
    if (form.size() < 5 || form.back() != 's' || !StartsUpper(form) || w + 1 >= tree_.size()) return {};
    if (!IsNominal(tree_.word(w + 1)) && tree_.word(w + 1).upos != Upos::kAdj) return {};
    NamePhrase name;
    name.entries = lexicon_.FindName(std::string_view(form).substr(0, form.size() - 1));
    if (EntryOf(name, EntryKind::kState) == nullptr && EntryOf(name, EntryKind::kCapital) == nullptr) return {};
    return {1, name.entries};
  }

  bool NamesNobody(int last) const {
    const ParsedWord& word = tree_.word(last);
    return InClass(lexicon_.classes(), "nobody", LowerAscii(word.lemma)) ||
           InClass(lexicon_.classes(), "nobody", LowerAscii(word.form));
  }

  bool Described(int first, int last) const {
    const std::string text = TitleText(tree_, first, last, true), form = TitleText(tree_, first, last, false);
    return lexicon_.FindTitle(text) != nullptr || lexicon_.FindAgent(text) != nullptr ||
           lexicon_.FindTitle(form) != nullptr || lexicon_.FindAgent(form) != nullptr;
  }

  const Tree& tree_;
  const Lexicon& lexicon_;
  std::vector<std::string_view> forms_;
  bool all_capitals_ = true;
};

}  // namespace

std::vector<NamePhrase> FindNames(const Tree& tree, const Lexicon& lexicon) { return NameFinder(tree, lexicon).Find(); }

}  // namespace rapporteur
