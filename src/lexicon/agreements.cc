#include "lexicon/agreements.h"

#include <algorithm>

#include "lexicon/fold.h"
#include "lexicon/row.h"

namespace rapporteur {
namespace {

// What a word of classes.tsv means here; the bits after these are the kinds'.
constexpr uint64_t kHead = 1;  // a noun for any agreement: accord, deal
constexpr uint64_t kForm = 2;  // a noun only for those whose names have it: protocol, memorandum
constexpr uint64_t kAny = 4;   // may stand before the noun of every kind: interim
constexpr size_t kFirstKind = 3;
constexpr size_t kMostKinds = 60;
constexpr uint64_t kKinds = ~uint64_t{7};
constexpr std::string_view kClassPrefix = "pact_";

constexpr size_t kMostWordsBefore = 4;  // between a key and its noun
constexpr size_t kMostUnits = 3;        // of one entry of the classes: memorandum of understanding

bool Later(const KnownAgreement& a, const KnownAgreement& b) { return a.date.from > b.date.from; }

bool Overlap(const DateRange& a, const DateRange& b) {
  return (!a.from || !b.to || *a.from <= *b.to) && (!b.from || !a.to || *b.from <= *a.to);
}

bool SameName(std::string_view a, std::string_view b) { return FoldName(a) == FoldName(b); }

}  // namespace

// The folded words of a text from its first word on.
struct AgreementTable::Units {
  struct Unit {
    std::string text;  // folded, nouns for agreements in the singular
    uint64_t upper = 0;
    size_t word = 0;          // which of the words it is of
    bool possessive = false;  // an 's follows
    bool last = true;         // of its word
    bool gap = false;         // a comma or the like stands before it
  };
  std::vector<Unit> list;

  bool EndsWord(size_t at) const { return list[at].last; }

  // `count` units from `at` on with blanks between; empty where there are not so many.
  std::string Spelled(size_t at, size_t count) const {
    if (at + count > list.size()) return {};
    std::string spelled = list[at].text;
    for (size_t i = at + 1; i < at + count; ++i) spelled += ' ' + list[i].text;
    return spelled;
  }

  // Whether a comma or the like stands before one of them.
  bool Broken(size_t at, size_t count) const {
    for (size_t i = at; i < std::min(at + count, list.size()); ++i) {
      if (list[i].gap) return true;
    }
    return false;
  }
};

AgreementTable AgreementTable::Read(const std::vector<Table>& tables, const WordClasses& classes,
                                    std::vector<LexiconProblem>& problems) {
  AgreementTable read;
  read.AddClasses(classes);
  StringMap<size_t> known;  // of the tables before: where each name stands
  for (const Table& table : tables) {
    for (const Table::Row& row : table.rows()) {
      KnownAgreement line;
      if (row.removes) {
        std::erase_if(read.lines_, [&](const KnownAgreement& old) { return old.name == table.cell(row, 0); });
        known.clear();
        for (size_t i = 0; i < read.lines_.size(); ++i) {
          if (read.lines_[i].file != table.file()) known.emplace(read.lines_[i].name, i);
        }
      } else if (read.ReadLine(table, row, problems, line)) {
        const auto same = known.find(line.name);
        if (same == known.end()) {
          read.lines_.push_back(std::move(line));
        } else {
          read.lines_[same->second] = std::move(line);
        }
      }
    }
    for (size_t i = 0; i < read.lines_.size(); ++i) known.emplace(read.lines_[i].name, i);
  }
  read.IndexLines();
  return read;
}

void AgreementTable::AddClasses(const WordClasses& classes) {
  for (auto found = classes.lower_bound(kClassPrefix); found != classes.end(); ++found) {
    if (!found->first.starts_with(kClassPrefix)) break;
    const std::string_view name = std::string_view(found->first).substr(kClassPrefix.size());
    uint64_t bit = name == "head" ? kHead : name == "form" ? kForm : name == "any" ? kAny : 0;
    if (bit == 0) {
      if (kinds_.size() == kMostKinds) continue;
      bit = uint64_t{1} << (kFirstKind + kinds_.size());
      kinds_.emplace_back(name);
    }
    for (const std::string& word : found->second) words_[FoldName(word)] |= bit;
  }
}

bool AgreementTable::ReadLine(const Table& table, const Table::Row& row, std::vector<LexiconProblem>& problems,
                              KnownAgreement& line) const {
  RowReader reader(table, row, problems);
  line.file = table.file();
  line.line = row.line;
  line.name = reader.Required(0);
  line.aliases = reader.List(1);
  line.keys = reader.List(2);
  line.kind = reader.Required(3);
  if (!line.kind.empty() && KindBit(line.kind) == 0) {
    reader.Tell(3, line.kind, "a kind: a class pact_" + line.kind + " of classes.tsv; correct it or add the class");
  }
  if (reader.Required(4).empty()) return false;
  line.date = reader.Days(4);
  line.until = reader.Days(5).to;
  line.place = reader.Cell(6);
  line.parties = reader.List(7);
  line.mediators = reader.List(8);
  line.wikidata = reader.Wikidata(9);
  line.note = reader.Cell(10);
  return !reader.broken();
}

uint64_t AgreementTable::KindBit(std::string_view kind) const {
  const auto found = std::find(kinds_.begin(), kinds_.end(), kind);
  return found == kinds_.end() ? 0 : uint64_t{1} << (kFirstKind + static_cast<size_t>(found - kinds_.begin()));
}

// Nouns for agreements in the singular: accords, treaties; every other word as it is.
std::string AgreementTable::Normal(std::string_view unit) const {
  const auto is_noun = [&](std::string_view word) {
    const auto found = words_.find(word);
    return found != words_.end() && (found->second & (kHead | kForm)) != 0;
  };
  std::string normal(unit);
  if (unit.size() < 4 || !unit.ends_with('s') || is_noun(unit)) return normal;
  std::string stem(unit.substr(0, unit.size() - 1));
  if (is_noun(stem)) return stem;
  if (!stem.ends_with("ie")) return normal;
  std::string with_y = stem.substr(0, stem.size() - 2) + 'y';
  return is_noun(with_y) ? with_y : normal;
}

void AgreementTable::IndexLines() {
  forms_.resize(lines_.size());
  for (uint32_t i = 0; i < lines_.size(); ++i) {
    const KnownAgreement& line = lines_[i];
    AddPattern(line.name, false, i);
    for (const std::string& alias : line.aliases) AddPattern(alias, false, i);
    for (const std::string& key : line.keys) AddPattern(key, true, i);
  }
}

void AgreementTable::AddPattern(std::string_view written, bool key, uint32_t id) {
  Pattern pattern;
  pattern.key = key;
  pattern.id = id;
  pattern.needs_kind = key && written.ends_with('+');
  if (pattern.needs_kind) written.remove_suffix(1);
  const Units units = UnitsOf({&written, 1}, std::string_view::npos);
  if (units.list.empty()) return;
  for (const Units::Unit& unit : units.list) pattern.units.push_back(unit.text);
  pattern.first_upper = units.list.size() == 1 ? units.list[0].upper : units.list[0].upper & 1;
  pattern.second_upper =
      units.list.size() > 1 && (units.list[1].upper & 1) != 0 && (Meaning(units.list[1].text) & (kHead | kForm)) == 0;
  by_first_[pattern.units.front()].push_back(std::move(pattern));
  if (!lines_[id].keys.empty() && !key) AddForms(units, id);
}

// The nouns of pact_form in a name.
void AgreementTable::AddForms(const Units& units, uint32_t id) {
  for (size_t at = 0; at < units.list.size(); ++at) {
    for (size_t count = 1; count <= kMostUnits && at + count <= units.list.size(); ++count) {
      std::string spelled = units.Spelled(at, count);
      if ((Meaning(spelled) & kForm) != 0) forms_[id].push_back(std::move(spelled));
    }
  }
}

AgreementTable::Units AgreementTable::UnitsOf(std::span<const std::string_view> words, size_t most) const {
  Units units;
  bool gap = false;
  for (size_t w = 0; w < words.size() && units.list.size() < most; ++w) {
    bool opaque = false;
    const size_t known = units.list.size();
    const std::string_view word = CutPossessive(words[w]);
    for (const FoldedUnit& unit : FoldUnits(word, &opaque)) {
      units.list.push_back({Normal(unit.text), unit.upper, w, false, false, gap});
      gap = false;
    }
    if (opaque) break;
    if (units.list.size() > known) units.list.back().last = true;
    if (word.size() < words[w].size() && !units.list.empty()) units.list.back().possessive = true;
    gap = gap || words[w].ends_with(',') || words[w].ends_with(')') || words[w] == "." || words[w] == "(";
  }
  return units;
}

// The bits of a word, or words, of the classes.
uint64_t AgreementTable::Meaning(std::string_view spelled) const {
  const auto found = words_.find(spelled);
  return found == words_.end() ? 0 : found->second;
}

bool AgreementTable::Fits(const Pattern& pattern, const Units& units) {
  if (units.list.size() < pattern.units.size()) return false;
  if ((pattern.first_upper & ~units.list[0].upper) != 0) return false;
  if (pattern.second_upper && (units.list[1].upper & 1) == 0) return false;
  for (size_t i = 0; i < pattern.units.size(); ++i) {
    const Units::Unit& unit = units.list[i];
    const std::string& wanted = pattern.units[i];
    const bool with_s = unit.possessive && wanted.size() == unit.text.size() + 1 && wanted.ends_with('s') &&
                        wanted.starts_with(unit.text);
    if (unit.text != wanted && !with_s) return false;
    if (pattern.key && i > 0 && unit.gap) return false;
  }
  return true;
}

// Reads the words of the kind and the noun after a key: the longest way that ends with a noun.
AgreementHit AgreementTable::Tail(const Pattern& pattern, const Units& units) const {
  const uint64_t kind = KindBit(lines_[pattern.id].kind);
  const std::vector<std::string>& forms = forms_[pattern.id];
  AgreementHit hit;
  bool told = !pattern.needs_kind;
  size_t at = pattern.units.size();
  for (size_t before = 0, step = 0; before <= kMostWordsBefore; ++before, at += step) {
    step = 0;
    bool tells = false;
    for (size_t count = 1; count <= kMostUnits && !units.Broken(at, count); ++count) {
      const std::string spelled = units.Spelled(at, count);
      const uint64_t meaning = Meaning(spelled);
      const bool of_kind = (meaning & kind) != 0;
      const bool of_others = (meaning & kKinds) != 0 && !of_kind;
      const bool of_form = (meaning & kForm) != 0 && std::find(forms.begin(), forms.end(), spelled) != forms.end();
      const bool noun = of_form || ((meaning & kHead) != 0 && !of_others);
      if (noun && (told || of_kind) && units.EndsWord(at + count - 1)) {
        hit.words = static_cast<int>(units.list[at + count - 1].word) + 1;
        hit.head = static_cast<int>(units.list[at].word);
      }
      if (!of_kind && (meaning & kAny) == 0) continue;
      step = count;
      tells = of_kind;
    }
    if (step == 0) break;
    told = told || tells;
  }
  return hit;
}

AgreementHit AgreementTable::Find(std::span<const std::string_view> words) const {
  AgreementHit best;
  if (words.empty()) return best;
  // Most words begin no name: these are told without folding what follows.
  const std::string whole = FoldName(CutPossessive(words[0]));
  const std::string text = Normal(std::string_view(whole).substr(0, whole.find(' ')));
  const auto plain = by_first_.find(text);
  const auto with_s = by_first_.find(text + 's');  // Governor's Island stands as governors island
  if (plain == by_first_.end() && with_s == by_first_.end()) return best;
  constexpr size_t kMostWords = 32;
  const Units units = UnitsOf(words.first(std::min(words.size(), kMostWords)), kMostWords);
  for (const auto& slot : {plain, with_s}) {
    if (slot == by_first_.end()) continue;
    for (const Pattern& pattern : slot->second) {
      if (!Fits(pattern, units)) continue;
      AgreementHit hit;
      if (pattern.key) {
        hit = Tail(pattern, units);
      } else if (units.EndsWord(pattern.units.size() - 1)) {
        hit.words = static_cast<int>(units.list[pattern.units.size() - 1].word) + 1;
      }
      if (hit.words == 0 || hit.words < best.words) continue;
      if (hit.words > best.words) best = {hit.words, hit.head, {}};
      if (!pattern.key) best.head = -1;
      best.ids.push_back(pattern.id);
    }
  }
  std::sort(best.ids.begin(), best.ids.end());
  best.ids.erase(std::unique(best.ids.begin(), best.ids.end()), best.ids.end());
  return best;
}

std::optional<uint32_t> AgreementTable::InForceAt(std::span<const uint32_t> ids, Date day) const {
  std::optional<uint32_t> best;
  for (uint32_t id : ids) {
    const KnownAgreement& line = lines_[id];
    if (*line.date.from > day || (line.until && *line.until < day)) continue;
    if (!best || Later(line, lines_[*best])) best = id;
  }
  return best;
}

std::optional<uint32_t> AgreementTable::Choose(std::span<const uint32_t> ids, std::optional<Date> day) const {
  if (day) {
    if (const std::optional<uint32_t> held = InForceAt(ids, *day)) return held;
  }
  std::optional<uint32_t> best;
  for (uint32_t id : ids) {
    const KnownAgreement& line = lines_[id];
    if (day && *line.date.from > *day) continue;
    const bool later = !best || (day ? line.until > lines_[*best].until : Later(line, lines_[*best]));
    if (later) best = id;
  }
  return best;
}

std::vector<uint32_t> AgreementTable::Matching(const AgreementQuery& query) const {
  const bool dated = query.signed_in.from.has_value() || query.signed_in.to.has_value();
  const size_t told =
      (query.word.empty() ? 0U : 1U) + (dated ? 1U : 0U) + (query.place.empty() ? 0U : 1U) + query.parties.size();
  std::vector<uint32_t> found;
  if (told < 2) return found;
  for (uint32_t i = 0; i < lines_.size(); ++i) {
    const KnownAgreement& line = lines_[i];
    if (query.day && *line.date.from > *query.day) continue;
    if (dated && !Overlap(line.date, query.signed_in)) continue;
    const bool parties = std::all_of(query.parties.begin(), query.parties.end(), [&](std::string_view wanted) {
      return std::any_of(line.parties.begin(), line.parties.end(),
                         [&](const std::string& party) { return SameName(party, wanted); });
    });
    if (!parties || (!query.word.empty() && !TellsKind(query.word, line.kind))) continue;
    if (query.place.empty() || SameName(line.place, query.place)) found.push_back(i);
  }
  std::stable_sort(found.begin(), found.end(), [&](uint32_t a, uint32_t b) { return Later(lines_[a], lines_[b]); });
  if (const std::optional<uint32_t> first = Choose(found, query.day)) {
    const auto at = std::find(found.begin(), found.end(), *first);
    std::rotate(found.begin(), at, at + 1);
  }
  return found;
}

bool AgreementTable::TellsKind(std::string_view word, std::string_view kind) const {
  const Units units = UnitsOf({&word, 1}, kMostUnits + 1);
  if (units.list.empty()) return false;
  return (Meaning(units.Spelled(0, units.list.size())) & KindBit(kind)) != 0;
}

}  // namespace rapporteur
