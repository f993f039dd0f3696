#include "resolve/where.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "resolve/when_words.h"

namespace rapporteur {
namespace {

// How much it counts for a reading that its state is named beside the place ("Tripoli, Lebanon", "Syria's Idlib"), in
// the same sentence, elsewhere in the report, or by the dateline; against the decimal logarithm of its population (3 to
// 7).
constexpr double kNamedBeside = 20, kInSentence = 3, kInReport = 1.5, kMostInReport = 3, kInDateline = 1.5,
                 kCapitalBonus = 2;
constexpr double kUnknownPopulation = 3.5;
constexpr int kNearWords = 5;  // between a state and its town: "Syria's northern province of"

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

std::string Written(const Tree& tree, int first, int last) {
  std::string text;
  for (int w = first; w <= last; ++w) {
    if (w > first && tree.word(w - 1).space_after) text += ' ';
    text += tree.word(w).form;
  }
  return text;
}

// One way to read a name as a place.
struct Reading {
  const State* state = nullptr;  // a whole state, or the state that the name is the capital of
  const Place* place = nullptr;
  bool capital = false;

  std::string country() const {
    if (place != nullptr) return place->country;
    return state != nullptr ? state->code : std::string();
  }
};

class PlaceFinder {
 public:
  PlaceFinder(const std::vector<Tree>& trees, const Cast& cast, const Lexicon& lexicon)
      : trees_(trees), cast_(cast), lexicon_(lexicon) {}

  std::vector<PlaceMention> Find() {
    sentence_states_.resize(trees_.size());
    for (size_t s = 0; s < trees_.size(); ++s) {
      CountStates(s);
      TakeTold(s);
    }
    std::vector<PlaceMention> found;
    for (size_t s = 0; s < trees_.size(); ++s) {
      const std::vector<NamePhrase>& names = cast_.names[s];
      for (size_t n = 0; n < names.size(); ++n) {
        if (IsSomebody(trees_[s], names[n], lexicon_) || IsDateWord(trees_[s], names[n])) continue;
        if (std::optional<PlaceMention> mention = Read(s, n)) found.push_back(*std::move(mention));
      }
      AddDateline(s, found);
      AddCapitals(s, found);
    }
    return found;
  }

 private:
  // The states that the report names, by any word that leads to one.
  void CountStates(size_t s) {
    for (const NamePhrase& name : cast_.names[s]) {
      if (name.entries == nullptr) continue;
      std::string only;  // names that can be of several states tell none
      bool several = false;
      for (const NameEntry& entry : *name.entries) {
        const std::string code = CodeOf(entry);
        if (code.empty() || code == only) continue;
        several = several || !only.empty();
        only = code;
      }
      if (only.empty() || several) continue;
      sentence_states_[s][only] += 1;
      report_states_[only] += 1;
      if (trees_[s].sentence().kind == SegmentKind::kDateline) dateline_states_[only] += 1;
    }
  }

  // A name means one place in a report: "Tripoli" after "Tripoli, Lebanon" is the Lebanese one.
  void TakeTold(size_t s) {
    for (size_t n = 0; n < cast_.names[s].size(); ++n) {
      const std::vector<NameEntry>* entries = cast_.names[s][n].entries;
      if (entries == nullptr || entries->size() < 2) continue;
      std::string code = CountryBeside(s, n);
      if (!code.empty()) told_.emplace(entries, std::move(code));
    }
  }

  std::string CodeOf(const NameEntry& entry) const {
    switch (entry.kind) {
      case EntryKind::kState:
      case EntryKind::kDemonym:
      case EntryKind::kCapital:
      case EntryKind::kSeat:
        return lexicon_.states()[entry.index].code;
      case EntryKind::kPlace:
        return lexicon_.places()[entry.index].country;
      case EntryKind::kOrganization: {
        const std::string& code = lexicon_.organizations()[entry.index].code;
        return lexicon_.FindState(code) != nullptr ? code : std::string();
      }
      default:
        return "";
    }
  }

  // "VELBOR, 3 March": what a dateline begins with is a place, known or not.
  void AddDateline(size_t s, std::vector<PlaceMention>& found) const {
    const Tree& tree = trees_[s];
    if (tree.sentence().kind != SegmentKind::kDateline || tree.size() == 0 || !StartsUpper(tree.word(0).form)) return;
    if (!found.empty() && found.back().dateline) return;
    PlaceMention mention;
    mention.sentence = static_cast<int>(s);
    while (mention.last + 1 < tree.size() && StartsUpper(tree.word(mention.last + 1).form) &&
           tree.word(mention.last + 1).upos != Upos::kPunct) {
      ++mention.last;
    }
    if (FindDateWord(LowerAscii(tree.word(0).form), true).cls != DateWordClass::kNone) return;
    mention.head = HeadWord(tree, 0, mention.last);
    mention.span = tree.span(0, mention.last);
    mention.dateline = true;
    mention.name = Written(tree, 0, mention.last);
    found.push_back(mention);
  }

  // "The Syrian capital", "the capital of Mali", "Chad's capital", "the capital".
  void AddCapitals(size_t s, std::vector<PlaceMention>& found) const {
    const Tree& tree = trees_[s];
    for (int w = 0; w < tree.size(); ++w) {
      const ParsedWord& word = tree.word(w);
      if (word.upos != Upos::kNoun || word.lemma != "capital") continue;
      const int named = tree.child(w, {Rel::kAppos, Rel::kFlat});
      const bool definite = tree.child(w, {Rel::kDet, Rel::kNmodPoss}) >= 0;
      if (!definite || named >= 0 || BaseRel(tree.rel(w)) == Rel::kAppos || BaseRel(tree.rel(w)) == Rel::kCompound)
        continue;
      const State* state = lexicon_.FindState(OwnerOfCapital(s, w, found));
      if (state == nullptr || state->capitals.empty()) continue;
      PlaceMention mention;
      mention.sentence = static_cast<int>(s);
      mention.first = mention.last = mention.head = w;
      mention.span = tree.span(w, w);
      Reading reading{state, nullptr, true};
      const std::vector<NameEntry>* entries = lexicon_.FindName(state->capitals.front());
      for (const NameEntry& entry : entries != nullptr ? *entries : std::vector<NameEntry>()) {
        if (entry.kind != EntryKind::kPlace) continue;
        const Place& place = lexicon_.places()[entry.index];
        if (place.country == state->code && !place.region) reading.place = &place;
      }
      Fill(reading, mention);
      // In text order among the sentence's names.
      auto at = found.end();
      while (at != found.begin() && (at - 1)->sentence == mention.sentence && (at - 1)->first > w) --at;
      found.insert(at, mention);
    }
  }

  // The state told beside the word; else that of the dateline, of the capital named last, or the one named most.
  std::string OwnerOfCapital(size_t s, int w, const std::vector<PlaceMention>& found) const {
    const Tree& tree = trees_[s];
    for (const NamePhrase& name : cast_.names[s]) {
      if (name.entries == nullptr || !tree.dominates(w, name.head)) continue;
      for (const NameEntry& entry : *name.entries) {
        if (entry.kind == EntryKind::kState || entry.kind == EntryKind::kDemonym) return CodeOf(entry);
      }
    }
    if (dateline_states_.size() == 1) return dateline_states_.begin()->first;
    const auto last = std::find_if(found.rbegin(), found.rend(), [](const PlaceMention& mention) {
      return mention.capital && !mention.actor && !mention.country.empty();
    });
    return last != found.rend() ? last->country : MostNamed();
  }

  // Empty when two states lead.
  std::string MostNamed() const {
    std::string best;
    int most = 0;
    for (const auto& [code, count] : report_states_) {
      if (count == most) best.clear();
      if (count <= most) continue;
      most = count;
      best = code;
    }
    return best;
  }

  std::optional<PlaceMention> Read(size_t s, size_t n) const {
    const Tree& tree = trees_[s];
    const NamePhrase& name = cast_.names[s][n];
    PlaceMention mention;
    mention.sentence = static_cast<int>(s);
    mention.first = name.first;
    mention.last = name.last;
    mention.head = name.head;
    mention.span = tree.span(name.first, name.last);
    mention.dateline = tree.sentence().kind == SegmentKind::kDateline;
    const ActorMention* actor = cast_.MentionAt(mention.sentence, name.head);
    mention.actor = actor != nullptr && actor->form == MentionForm::kMetonym && !actor->place;
    const std::vector<Reading> readings = Readings(name);
    if (readings.empty()) {
      const bool taken_for_place = name.type == MentionType::kPlace || (mention.dateline && name.type);
      if (name.entries != nullptr || !taken_for_place) return std::nullopt;
      mention.name = Written(tree, name.first, name.last);
      mention.country = CountryBeside(s, n);
      return mention;
    }
    Fill(Best(s, n, readings), mention);
    return mention;
  }

  std::vector<Reading> Readings(const NamePhrase& name) const {
    std::vector<Reading> readings;
    if (name.entries == nullptr) return readings;
    for (const NameEntry& entry : *name.entries) {
      if (entry.kind == EntryKind::kState) readings.push_back({&lexicon_.states()[entry.index], nullptr, false});
      if (entry.kind == EntryKind::kCapital) readings.push_back({&lexicon_.states()[entry.index], nullptr, true});
      if (entry.kind == EntryKind::kPlace) readings.push_back({nullptr, &lexicon_.places()[entry.index], false});
    }
    // A capital that the gazetteer lists too is one place, with both kinds of knowledge.
    for (Reading& capital : readings) {
      if (!capital.capital) continue;
      for (Reading& other : readings) {
        if (other.place != nullptr && !other.place->region && other.place->country == capital.state->code &&
            (capital.place == nullptr || other.place->population > capital.place->population)) {
          capital.place = other.place;
        }
      }
    }
    return readings;
  }

  Reading Best(size_t s, size_t n, const std::vector<Reading>& readings) const {
    std::string beside = CountryBeside(s, n);
    const auto told = told_.find(cast_.names[s][n].entries);
    if (beside.empty() && told != told_.end()) beside = told->second;
    const Reading* best = nullptr;
    double best_score = 0;
    for (const Reading& reading : readings) {
      const double score = Score(s, reading, beside);
      if (best == nullptr || score > best_score) {
        best = &reading;
        best_score = score;
      }
    }
    return *best;
  }

  double Score(size_t s, const Reading& reading, const std::string& beside) const {
    double score = kUnknownPopulation;
    if (reading.place != nullptr && reading.place->population > 0) {
      score = std::log10(static_cast<double>(reading.place->population));
    }
    if (reading.capital) score = std::max(score, 5.0) + kCapitalBonus;
    if (reading.state != nullptr && !reading.capital) score = 9;
    if (reading.place != nullptr && reading.place->region) score = std::max(score, 6.0);
    const std::string country = reading.country();
    if (country.empty()) return score;
    if (country == beside) score += kNamedBeside;
    // The name itself counts as a witness of its own only where it has one reading; then nothing is to be chosen.
    const auto in_sentence = sentence_states_[s].find(country);
    if (in_sentence != sentence_states_[s].end()) score += kInSentence;
    const auto in_report = report_states_.find(country);
    if (in_report != report_states_.end())
      score += std::min(kMostInReport, kInReport * std::log2(1.0 + in_report->second));
    if (dateline_states_.count(country) > 0) score += kInDateline;
    return score;
  }

  std::string CountryBeside(size_t s, size_t n) const {
    const std::string after = CountryAfter(s, n);
    return after.empty() ? CountryBefore(s, n) : after;
  }

  // "The Syrian town of Shadadi", "Syria's northern Idlib province".
  std::string CountryBefore(size_t s, size_t n) const {
    const std::vector<NamePhrase>& names = cast_.names[s];
    if (n == 0 || names[n - 1].entries == nullptr || names[n].first - names[n - 1].last > kNearWords) return "";
    const Tree& tree = trees_[s];
    bool of = false;
    for (int w = names[n - 1].last + 1; w < names[n].first; ++w) {
      const ParsedWord& word = tree.word(w);
      const std::string lower = LowerAscii(word.form);
      if (lower == "of" || lower == "'s" || lower == "’s") {
        of = true;
      } else if (word.upos != Upos::kAdj && word.upos != Upos::kNoun && word.upos != Upos::kAdv) {
        return "";
      }
    }
    for (const NameEntry& entry : *names[n - 1].entries) {
      if (of && (entry.kind == EntryKind::kDemonym || entry.kind == EntryKind::kState)) return CodeOf(entry);
    }
    return "";
  }

  // "Tripoli, Lebanon", "Tripoli in northern Lebanon", "Hyderabad (India)": the state that the next name tells.
  std::string CountryAfter(size_t s, size_t n) const {
    const std::vector<NamePhrase>& names = cast_.names[s];
    if (n + 1 >= names.size()) return "";
    const NamePhrase& next = names[n + 1];
    const Tree& tree = trees_[s];
    if (next.entries == nullptr || next.first - names[n].last > 3 || next.first - names[n].last < 2) return "";
    const std::string link = LowerAscii(tree.word(names[n].last + 1).form);
    const bool comma = link == "," && next.first == names[n].last + 2;
    if (!comma && link != "in" && link != "(") return "";
    for (const NameEntry& entry : *next.entries) {
      const bool region = entry.kind == EntryKind::kPlace && lexicon_.places()[entry.index].region;
      if (entry.kind == EntryKind::kState || region) return CodeOf(entry);
    }
    return "";
  }

  void Fill(const Reading& reading, PlaceMention& mention) const {
    mention.country = reading.country();
    mention.capital = reading.capital;
    if (reading.place != nullptr) {
      mention.name = reading.place->name;
      mention.lat = reading.place->lat;
      mention.lon = reading.place->lon;
      mention.has_coordinates = reading.place->lat != 0 || reading.place->lon != 0;
      mention.geonames = reading.place->geonames;
      mention.region = reading.place->region;
    } else if (reading.capital) {
      const std::vector<std::string>& capitals = reading.state->capitals;
      mention.name = capitals.empty() ? reading.state->name : capitals.front();
    } else {
      mention.name = reading.state->name;
      mention.state = true;
    }
  }

  const std::vector<Tree>& trees_;
  const Cast& cast_;
  const Lexicon& lexicon_;
  std::vector<std::map<std::string, int>> sentence_states_;
  std::map<std::string, int> report_states_, dateline_states_;
  std::map<const std::vector<NameEntry>*, std::string> told_;  // what was said of a name's state; only looked up
};

}  // namespace

std::vector<PlaceMention> FindPlaces(const std::vector<Tree>& trees, const Cast& cast, const Lexicon& lexicon) {
  return PlaceFinder(trees, cast, lexicon).Find();
}

}  // namespace rapporteur
