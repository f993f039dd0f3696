#include "resolve/where_spots.h"

#include <algorithm>

#include "base/among.h"
#include "lexicon/fold.h"
#include "resolve/when_words.h"

namespace rapporteur {
namespace {

constexpr int kMostNameWords = 5;  // of a name that only the gazetteer knows

bool IsKnownPlace(const NamePhrase& name) {
  return EntryOf(name, EntryKind::kState) != nullptr || EntryOf(name, EntryKind::kCapital) != nullptr ||
         EntryOf(name, EntryKind::kPlace) != nullptr;
}

// The model takes some places for people, and some people have a place's name: then a given name decides.
bool IsSomebody(const Tree& tree, const NamePhrase& name, const Lexicon& lexicon) {
  if (EntryOf(name, EntryKind::kPerson) != nullptr || EntryOf(name, EntryKind::kSeat) != nullptr) {
    return name.type != MentionType::kPlace;
  }
  if (name.type != MentionType::kPerson || tree.sentence().kind == SegmentKind::kDateline) return false;
  return !IsKnownPlace(name) || lexicon.GenderOf(tree.word(name.first).form) != '?';
}

// The model now and then takes a weekday or month for a place.
bool IsDateWord(const Tree& tree, const NamePhrase& name) {
  if (name.entries != nullptr || name.first != name.last) return false;
  const DateWordClass cls = FindDateWord(LowerAscii(tree.word(name.first).form), true).cls;
  return cls == DateWordClass::kWeekday || cls == DateWordClass::kMonth;
}

bool IsForm(const Tree& tree, int w, std::string_view form) {
  return w >= 0 && w < tree.size() && LowerAscii(tree.word(w).form) == form;
}

bool IsAreaNoun(std::string_view lower) {
  return Among(lower, {"province", "governorate", "region", "oblast", "state", "county", "district", "prefecture",
                       "parish", "department", "canton", "voivodeship", "territory", "emirate", "division", "wilaya"});
}

bool IsTownNoun(std::string_view lower) {
  return Among(lower, {"city", "town", "village", "suburb", "municipality", "township", "hamlet", "capital", "port"});
}

// Right before a name that only the gazetteer knows: nearly always a place.
bool IsBeforePlace(std::string_view lower) {
  return Among(lower, {"in", "near", "outside", "around", "across", "throughout", "inside"});
}

// "Clarke, Madison and Oconee counties": the singular of a plural area noun, empty for other words.
std::string_view SingularArea(std::string_view lower) {
  if (lower == "counties") return "county";
  if (!lower.ends_with('s') || !IsAreaNoun(lower.substr(0, lower.size() - 1))) return {};
  return lower.substr(0, lower.size() - 1);
}

// The area noun at the end of a list of names: "Clarke, Madison and Oconee counties".
std::string_view SharedArea(const Tree& tree, const Spot& spot) {
  for (int w = spot.last + 1; w < tree.size(); ++w) {
    const std::string lower = LowerAscii(tree.word(w).form);
    if (const std::string_view singular = SingularArea(lower); !singular.empty()) {
      return singular == "county" ? "county" : "area";
    }
    if (lower != "," && lower != "and" && !StartsUpper(tree.word(w).form)) break;
  }
  return {};
}

void Insert(std::vector<Spot>& spots, Spot spot) {
  auto at = spots.begin();
  while (at != spots.end() && at->first < spot.first) ++at;
  spots.insert(at, std::move(spot));
}

}  // namespace

std::string WordsOf(const Tree& tree, int first, int last) {
  std::string text;
  for (int w = first; w <= last; ++w) {
    if (w > first && tree.word(w - 1).space_after) text += ' ';
    text += tree.word(w).form;
  }
  return text;
}

std::vector<Spot> SpotFinder::In(size_t s) {
  const Tree& tree = trees_[s];
  std::vector<Spot> spots;
  std::vector<bool> covered(static_cast<size_t>(tree.size()), false);
  for (const NamePhrase& name : names_[s]) {
    for (int w = name.first; w <= name.last; ++w) covered[static_cast<size_t>(w)] = true;
    if (IsDateWord(tree, name)) continue;
    if (name.type == MentionType::kOrganization && name.entries == nullptr && name.last > name.first) {
      AddPart(s, name, spots);
      if (!spots.empty() && spots.back().part && spots.back().first >= name.first) continue;
    }
    Spot spot{name.first, name.last, name.head, &name, -1, -1, {}, false, false};
    if (IsSomebody(tree, name, lexicon_) ? !SaidToBePlace(tree, name) : !MayBePlace(tree, name)) continue;
    Number(s, spot, false);
    spots.push_back(std::move(spot));
  }
  AddUnseen(s, covered, spots);
  AddShortened(s, spots);
  return spots;
}

void SpotFinder::NotePeople() {
  for (size_t s = 0; s < trees_.size(); ++s) {
    for (const NamePhrase& name : names_[s]) {
      if (name.type == MentionType::kPerson && name.last > name.first)
        surnames_.insert(FoldName(trees_[s].word(name.last).form));
    }
  }
}

// "Hughes" after "Roy Hughes".
bool SpotFinder::IsSurname(const Tree& tree, const NamePhrase& name) const {
  if (name.first != name.last || EntryOf(name, EntryKind::kState) != nullptr) return false;
  if (EntryOf(name, EntryKind::kCapital) != nullptr || PlaceStands(tree, name.first, name.last)) return false;
  return surnames_.count(FoldName(CutPossessive(tree.word(name.first).form))) > 0;
}

// "Alexandria City Council", "University of Aleppo": the body is none, its place is.
void SpotFinder::AddPart(size_t s, const NamePhrase& name, std::vector<Spot>& spots) {
  const Tree& tree = trees_[s];
  const auto add = [&](int first, int last) {
    if (!NamesPart(tree, name, first, last)) return false;
    Spot spot{first, last, HeadWord(tree, first, last), nullptr, -1, -1, {}, false, true};
    Number(s, spot, false);
    if (spot.number >= 0) spots.push_back(std::move(spot));
    return true;
  };
  for (int last = std::min(name.last - 1, name.first + 2); last >= name.first; --last) {
    if (add(name.first, last)) return;
  }
  for (int w = name.first + 1; w < name.last; ++w) {
    if (IsForm(tree, w, "of") && add(w + 1, name.last)) return;
  }
}

bool SpotFinder::NamesPart(const Tree& tree, const NamePhrase& name, int first, int last) const {
  for (int w = first; w <= last; ++w) {
    if (!StartsUpper(tree.word(w).form)) return false;
  }
  if (IsOrdinary(tree, first, last) || lexicon_.GenderOf(tree.word(first).form) != '?') return false;
  const std::string written = WordsOf(tree, first, last);
  NamePhrase part;
  part.entries = lexicon_.FindName(written);
  if (part.entries != nullptr) return IsKnownPlace(part);
  // What only the gazetteer knows is as often a founder's name, but for bodies that a place has.
  const int body = first == name.first ? name.last : name.first;
  return IsListed("local_body", LowerAscii(tree.word(body).form)) && InGazetteer(written);
}

// A word that the tables have as a place; else the model's mention where a place can stand.
bool SpotFinder::MayBePlace(const Tree& tree, const NamePhrase& name) const {
  if (IsSurname(tree, name)) return false;
  if (name.entries != nullptr) return IsKnownPlace(name);
  bool capital = false;  // al-Rastan has one, "the bay" none
  for (int w = name.first; w <= name.last; ++w) capital = capital || StartsUpper(tree.word(w).form);
  if (!capital || (name.first == name.last && IsOrdinary(tree, name.first, name.last))) return false;
  if (tree.sentence().kind == SegmentKind::kDateline && name.type) return true;
  return name.type == MentionType::kPlace || SaidToBePlace(tree, name);
}

bool SpotFinder::IsListed(std::string_view list, const std::string& word) const {
  return InClass(lexicon_.classes(), list, word);
}

// "City", "Old City", "Countryside": common words only, which the gazetteer has somewhere.
bool SpotFinder::IsOrdinary(const Tree& tree, int first, int last) const {
  for (int w = first; w <= last; ++w) {
    const std::string folded = FoldName(tree.word(w).form);
    if (folded.size() > 3 && !lexicon_.IsCommonWord(folded)) return false;
  }
  return true;
}

bool SpotFinder::InGazetteer(const std::string& name) const {
  return lexicon_.gazetteer() != nullptr && !lexicon_.gazetteer()->Find(FoldName(CutPossessive(name)), 1).empty();
}

// Whether only a place can stand there: "in Surprise", "the town of Salqin", "a Rolling Meadows resident".
bool SpotFinder::PlaceStands(const Tree& tree, int first, int last) const {
  if (first > 0 && IsBeforePlace(LowerAscii(tree.word(first - 1).form))) {
    return !IsForm(tree, last + 1, "'s") && !IsForm(tree, last + 1, "’s");
  }
  if (first > 1 && IsForm(tree, first - 1, "of")) {
    const std::string lower = LowerAscii(tree.word(first - 2).form);
    if (IsTownNoun(lower) || IsAreaNoun(lower)) return true;
  }
  return last + 1 < tree.size() && IsListed("local", LowerAscii(tree.word(last + 1).form));
}

// What the model takes for somebody, or for nothing, where only a place can stand.
bool SpotFinder::SaidToBePlace(const Tree& tree, const NamePhrase& name) const {
  if (name.entries != nullptr || !PlaceStands(tree, name.first, name.last)) return false;
  if (lexicon_.GenderOf(tree.word(name.first).form) != '?') return false;
  return !IsOrdinary(tree, name.first, name.last) && InGazetteer(WordsOf(tree, name.first, name.last));
}

// What the words around a name say of it.
PlaceHint SpotFinder::HintOf(const Tree& tree, const Spot& spot) const {
  const std::string after = spot.last + 1 < tree.size() ? LowerAscii(tree.word(spot.last + 1).form) : "";
  const std::string last = LowerAscii(tree.word(spot.last).form);
  if (IsAreaNoun(after) || (spot.last > spot.first && IsAreaNoun(last)) || !SharedArea(tree, spot).empty())
    return PlaceHint::kArea;
  if (spot.first < 2 || !IsForm(tree, spot.first - 1, "of")) return PlaceHint::kNone;
  const std::string before = LowerAscii(tree.word(spot.first - 2).form);
  if (IsAreaNoun(before)) return PlaceHint::kArea;
  return IsTownNoun(before) ? PlaceHint::kTown : PlaceHint::kNone;
}

// `told`: what stands beside the name leaves no doubt that it is a place.
void SpotFinder::Number(size_t s, Spot& spot, bool told) {
  if (spot.phrase != nullptr && spot.phrase->own_state) return;  // a namesake at most
  const Tree& tree = trees_[s];
  std::string written = WordsOf(tree, spot.first, spot.last);
  const std::vector<NameEntry>* entries = spot.phrase != nullptr ? spot.phrase->entries : lexicon_.FindName(written);
  std::vector<PlaceReading> readings;
  if (SharedArea(tree, spot) == "county") {
    readings = ReadingsOf(lexicon_, written + " County", nullptr);
    if (!readings.empty()) written += " County";
  }
  if (readings.empty() && (entries != nullptr || told || !IsOrdinary(tree, spot.first, spot.last)))
    readings = ReadingsOf(lexicon_, written, entries);
  // "Idlib province", "Calamba City": the gazetteer may have it without its noun.
  if (readings.empty() && entries == nullptr && spot.last > spot.first) {
    const std::string last = LowerAscii(tree.word(spot.last).form);
    if (IsAreaNoun(last) || IsTownNoun(last)) {
      written = WordsOf(tree, spot.first, spot.last - 1);
      readings = ReadingsOf(lexicon_, written, lexicon_.FindName(written));
    }
  }
  if (readings.empty()) return;
  const bool dateline = tree.sentence().kind == SegmentKind::kDateline;
  spot.number = chooser_.Add(FoldName(CutPossessive(written)), std::move(readings), s, HintOf(tree, spot), dateline);
}

// Names that neither the tables nor the model knows.
void SpotFinder::AddUnseen(size_t s, const std::vector<bool>& covered, std::vector<Spot>& spots) {
  const Tree& tree = trees_[s];
  for (int w = 0; w < tree.size(); ++w) {
    if (covered[static_cast<size_t>(w)] || !StartsUpper(tree.word(w).form)) continue;
    int last = w;
    while (last + 1 < tree.size() && last - w + 1 < kMostNameWords && !covered[static_cast<size_t>(last) + 1] &&
           StartsUpper(tree.word(last + 1).form)) {
      ++last;
    }
    if (tree.word(last).upos == Upos::kPropn && PlaceStands(tree, w, last)) AddNew(s, w, last, spots);
    w = last;
  }
}

void SpotFinder::AddNew(size_t s, int first, int last, std::vector<Spot>& spots) {
  const Tree& tree = trees_[s];
  const std::string written = WordsOf(tree, first, last);
  if (IsOrdinary(tree, first, last) || !InGazetteer(written)) return;
  const DateWordClass cls = FindDateWord(LowerAscii(tree.word(first).form), true).cls;
  if (cls == DateWordClass::kWeekday || cls == DateWordClass::kMonth) return;
  Spot spot{first, last, HeadWord(tree, first, last), nullptr, -1, -1, {}, false, false};
  Number(s, spot, false);
  if (spot.number >= 0) Insert(spots, std::move(spot));
}

// "Gainesville, Va.", "Hurricane, W.Va.": the abbreviation after a town and a comma, whatever the model took it for;
// and the town, if nothing else told of it ("Surprise, Ariz.").
void SpotFinder::AddShortened(size_t s, std::vector<Spot>& spots) {
  const Tree& tree = trees_[s];
  for (int at = 2; at < tree.size(); ++at) {
    if (tree.word(at - 1).form != "," || !StartsUpper(tree.word(at).form)) continue;
    int last = at;
    const std::vector<uint32_t>* meant = nullptr;
    if (at + 1 < tree.size() && !tree.word(at).space_after)
      meant = lexicon_.FindPlaceAbbreviation(tree.word(at).form + tree.word(at + 1).form);
    if (meant != nullptr) {
      ++last;
    } else {
      meant = lexicon_.FindPlaceAbbreviation(tree.word(at).form);
    }
    if (meant == nullptr) continue;
    std::vector<PlaceReading> readings = ReadingsOfAbbreviation(lexicon_, *meant);
    if (readings.empty()) continue;
    Spot spot{at, last, at, nullptr, -1, -1, {}, true, false};
    spot.number = chooser_.Add("," + WordsOf(tree, at, last), std::move(readings), s, PlaceHint::kNone, false);
    if (!TownBefore(s, at - 2, spot.number, spots)) continue;
    std::erase_if(spots, [&](const Spot& other) { return other.first <= last && at <= other.last; });
    Insert(spots, std::move(spot));
  }
}

// Whether a town of the division ends at `last`; it becomes a spot if it was none.
bool SpotFinder::TownBefore(size_t s, int last, int division, std::vector<Spot>& spots) {
  const Tree& tree = trees_[s];
  for (Spot& spot : spots) {
    if (spot.last < last || last < spot.first) continue;
    if (spot.number < 0) Number(s, spot, true);
    return true;
  }
  int first = last;
  while (first > 0 && last - first + 1 < kMostNameWords && StartsUpper(tree.word(first - 1).form)) --first;
  for (; first <= last && StartsUpper(tree.word(first).form); ++first) {
    Spot spot{first, last, HeadWord(tree, first, last), nullptr, -1, -1, {}, false, false};
    Number(s, spot, true);
    if (spot.number < 0 || chooser_.Within(spot.number, division, false).first < 0) continue;
    Insert(spots, std::move(spot));
    return true;
  }
  return false;
}

}  // namespace rapporteur
