#include "lexicon/name_index.h"

#include <algorithm>
#include <bit>

namespace rapporteur {
namespace {

struct FoldedName {
  std::string key;
  std::string first;  // its first unit
  uint64_t upper = 0;
  int units = 0;
};

// Without its first unit when that is "the" and `cut_the` says so.
FoldedName Fold(std::string_view name, bool cut_the) {
  FoldedName folded;
  const std::vector<FoldedUnit> units = FoldUnits(name);
  const size_t begin = cut_the && units.size() > 1 && units.front().text == "the" ? 1 : 0;
  CapitalMask capitals;
  for (size_t i = begin; i < units.size(); ++i) {
    const bool joined = units[i].joined && i > begin;
    if (!joined) {
      if (++folded.units > 1) folded.key += ' ';
    }
    folded.key += units[i].text;
    capitals.Add(units[i]);
  }
  folded.upper = capitals.bits();
  if (begin < units.size()) folded.first = units[begin].text;
  return folded;
}

void AddOnce(std::vector<NameEntry>& entries, NameEntry entry) {
  if (std::find(entries.begin(), entries.end(), entry) == entries.end()) entries.push_back(entry);
}

}  // namespace

bool NameIndex::CaseMatters(std::string_view folded) const {
  while (!folded.empty()) {
    const std::string_view unit = folded.substr(0, folded.find(' '));
    if (unit.size() >= 4 && !common_words_.contains(unit)) return false;
    folded.remove_prefix(std::min(folded.size(), unit.size() + 1));
  }
  return true;
}

void NameIndex::Add(std::string_view name, NameEntry entry) {
  FoldedName folded = Fold(name, true);
  if (folded.key.empty()) return;
  // "The National" is a newspaper, "national" is a word: such a name keeps its article.
  if (CaseMatters(folded.key)) folded = Fold(name, false);
  Slot& first = slots_[folded.first];
  first.longest = std::max(first.longest, folded.units);
  const bool cased = CaseMatters(folded.key);
  Slot& slot = slots_[std::move(folded.key)];
  AddOnce(slot.entries, entry);
  if (!cased) return;
  slot.cased = true;
  // A way to write the name also holds the readings of every way with fewer capitals, in order of adding.
  auto way = std::find_if(slot.ways.begin(), slot.ways.end(), [&](const auto& w) { return w.first == folded.upper; });
  if (way == slot.ways.end()) {
    std::vector<NameEntry> inherited;
    for (const auto& [upper, entries] : slot.ways) {
      if ((upper & ~folded.upper) != 0) continue;
      for (NameEntry known : entries) AddOnce(inherited, known);
    }
    slot.ways.emplace_back(folded.upper, std::move(inherited));
  }
  for (auto& [upper, entries] : slot.ways) {
    if ((folded.upper & ~upper) == 0) AddOnce(entries, entry);
  }
}

void NameIndex::Clear(std::string_view name) {
  for (const bool cut_the : {true, false}) {
    const auto found = slots_.find(Fold(name, cut_the).key);
    if (found == slots_.end()) continue;
    found->second.entries.clear();
    found->second.ways.clear();
    found->second.cased = false;
  }
}

const std::vector<NameEntry>* NameIndex::Readings(const Slot& slot, uint64_t upper) {
  if (!slot.cased) return slot.entries.empty() ? nullptr : &slot.entries;
  const std::vector<NameEntry>* best = nullptr;
  int most = -1;
  for (const auto& [way, entries] : slot.ways) {
    if ((way & ~upper) == 0 && std::popcount(way) > most) {
      most = std::popcount(way);
      best = &entries;
    }
  }
  return best;
}

const std::vector<NameEntry>* NameIndex::FindFolded(std::string_view folded, uint64_t upper) const {
  const auto found = slots_.find(folded);
  return found == slots_.end() ? nullptr : Readings(found->second, upper);
}

const std::vector<NameEntry>* NameIndex::Find(std::string_view name) const {
  const std::string_view cut = CutPossessive(name);
  for (std::string_view form : {cut, name}) {  // "America's" is America, not the Americas
    for (bool cut_the : {false, true}) {
      const FoldedName folded = Fold(form, cut_the);
      if (const auto* entries = FindFolded(folded.key, folded.upper)) return entries;
    }
  }
  return nullptr;
}

NameHit NameIndex::Longest(const std::vector<std::string_view>& words) const {
  NameHit best = LongestAt(words, 0);
  if (words.size() < 2 || FoldName(words.front()) != "the") return best;
  const NameHit without = LongestAt(words, 1);
  return without.words > 0 && without.words + 1 >= best.words ? NameHit{without.words + 1, without.entries} : best;
}

// Most units of any name that begins with the first of `pieces`, with or without a possessive ("People's Republic"
// begins with peoples, be it one word or two), 0 when none does.
int NameIndex::LongestFrom(const std::vector<FoldedUnit>& pieces, std::string_view next_word) const {
  const auto of = [&](std::string_view unit) {
    const auto found = slots_.find(unit);
    return found == slots_.end() ? 0 : found->second.longest;
  };
  const std::string& unit = pieces.front().text;
  int longest = of(unit);
  if (unit.ends_with('s')) longest = std::max(longest, of(std::string_view(unit).substr(0, unit.size() - 1)));
  if (pieces.size() > 1) return longest;
  const std::vector<FoldedUnit> next = FoldUnits(next_word);
  if (!next.empty() && next.front().joined) longest = std::max(longest, of(unit + next.front().text));
  return longest;
}

// As Longest, of the name that begins at words[begin].
NameHit NameIndex::LongestAt(const std::vector<std::string_view>& words, size_t begin) const {
  NameHit best;
  std::string key;
  CapitalMask upper;
  int units = 0;
  int longest = 0;
  const auto offer = [&](std::string_view folded, uint64_t capitals, size_t taken) {
    const std::vector<NameEntry>* entries = FindFolded(folded, capitals);
    if (entries != nullptr) best = {static_cast<int>(taken - begin), entries};
    return entries != nullptr;
  };
  for (size_t i = begin; i < words.size(); ++i) {
    bool opaque = false;
    const std::vector<FoldedUnit> pieces = FoldUnits(words[i], &opaque);
    if (opaque || (key.empty() && pieces.empty())) break;
    if (key.empty()) longest = LongestFrom(pieces, i + 1 < words.size() ? words[i + 1] : std::string_view());
    if (longest == 0) break;
    const std::string before = key;
    CapitalMask stem_upper = upper;
    for (const FoldedUnit& piece : pieces) {
      upper.Add(piece);
      if (!piece.joined || key.empty()) {
        if (++units > 1) key += ' ';
      }
      key += piece.text;
    }
    if (units > longest) break;
    // A possessive after a name is none of it ("America 's"), unless a longer name follows ("People 's Republic").
    const bool possessive = pieces.size() == 1 && pieces.front().joined;
    if (pieces.empty() || (possessive && best.words == static_cast<int>(i - begin))) continue;
    const std::string_view cut = CutPossessive(words[i]);
    if (cut.size() < words[i].size() && !cut.empty()) {
      for (const FoldedUnit& piece : FoldUnits(cut)) stem_upper.Add(piece);
      const std::string stem = FoldName(cut);
      if (offer(before.empty() ? stem : before + ' ' + stem, stem_upper.bits(), i + 1)) continue;
    }
    offer(key, upper.bits(), i + 1);
  }
  return best;
}

}  // namespace rapporteur
