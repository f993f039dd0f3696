#include "resolve/where.h"

#include <algorithm>

#include "resolve/place_role.h"
#include "resolve/when_words.h"
#include "resolve/where_spots.h"

namespace rapporteur {
namespace {

constexpr int kNearWords = 5;  // between a state and its town: "Syria's northern province of"

class PlaceFinder {
 public:
  PlaceFinder(const std::vector<Tree>& trees, const NamesBySentence& names, const Lexicon& lexicon)
      : trees_(trees), names_(names), lexicon_(lexicon), finder_(trees, names, lexicon, chooser_) {}

  std::vector<PlaceMention> Find() {
    for (size_t s = 0; s < trees_.size(); ++s) {
      CountStates(s);
      spots_.push_back(finder_.In(s));
    }
    for (size_t s = 0; s < trees_.size(); ++s) {
      for (size_t n = 0; n < spots_[s].size(); ++n) TellBeside(s, n);
    }
    if (IsElsewhere()) chooser_.SetElsewhere();
    chooser_.Choose();
    std::vector<PlaceMention> found;
    for (size_t s = 0; s < trees_.size(); ++s) {
      for (const Spot& spot : spots_[s]) {
        if (std::optional<PlaceMention> mention = Read(s, spot)) found.push_back(*std::move(mention));
      }
      AddDateline(s, found);
      AddCapitals(s, found);
    }
    return found;
  }

 private:
  // Whether the report names its own states more often than the world's.
  bool IsElsewhere() const {
    int own = 0, known = 0;
    for (const std::vector<NamePhrase>& names : names_) {
      for (const NamePhrase& name : names) own += name.own_state ? 1 : 0;
    }
    for (const auto& [code, count] : report_states_) known += count;
    return own > known;
  }

  // The states that the report names, by any word that leads to one.
  void CountStates(size_t s) {
    const bool dateline = trees_[s].sentence().kind == SegmentKind::kDateline;
    for (const NamePhrase& name : names_[s]) {
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
      chooser_.NameState(s, only, dateline);
      report_states_[only] += 1;
      if (dateline) dateline_states_[only] += 1;
    }
  }

  // What stands beside a name says where it lies: "Tripoli, Lebanon", "the Syrian town of Shadadi".
  void TellBeside(size_t s, size_t n) {
    Spot& spot = spots_[s][n];
    if (n + 1 < spots_[s].size() && Links(trees_[s], spot, spots_[s][n + 1])) {
      Spot& next = spots_[s][n + 1];
      const bool comma = trees_[s].word(spot.last + 1).form == ",";
      if (spot.number >= 0 && next.number >= 0 && spot.number != next.number) {
        const auto [inner, outer] = chooser_.Within(spot.number, next.number, comma && !next.shortened);
        if (inner >= 0) {
          Tell(spot, inner);
          if (next.shortened || !chooser_.ReadingsOf(next.number)[static_cast<size_t>(outer)].whole_state())
            Tell(next, outer);
          return;
        }
      }
      if (spot.number < 0) spot.country = AreaCountry(next);
      if (!spot.country.empty()) return;
    }
    const std::string before = CountryBefore(s, spot);
    if (before.empty() || spot.told >= 0) return;
    spot.country = before;
    if (spot.number >= 0) Tell(spot, chooser_.WithinState(spot.number, before));
  }

  void Tell(Spot& spot, int reading) {
    if (reading < 0) return;
    spot.told = reading;
    chooser_.Tell(spot.number, reading);
  }

  // "Tripoli, Lebanon", "Tripoli in northern Lebanon", "Hyderabad (India)".
  static bool Links(const Tree& tree, const Spot& spot, const Spot& next) {
    if (next.first - spot.last > 3 || next.first - spot.last < 2) return false;
    const std::string link = LowerAscii(tree.word(spot.last + 1).form);
    return (link == "," && next.first == spot.last + 2) || link == "in" || link == "(";
  }

  // The state that an area tells, where all its readings agree.
  std::string AreaCountry(const Spot& spot) const {
    if (spot.number < 0) return "";
    std::string only;
    for (const PlaceReading& reading : chooser_.ReadingsOf(spot.number)) {
      if (reading.whole_state()) return std::string(reading.country());
      if (!reading.area() || reading.country() == only) continue;
      if (!only.empty()) return "";
      only = reading.country();
    }
    return only;
  }

  // "The Syrian town of Shadadi", "Syria's northern Idlib province".
  std::string CountryBefore(size_t s, const Spot& spot) const {
    const NamePhrase* before = nullptr;
    for (const NamePhrase& name : names_[s]) {
      if (name.last < spot.first) before = &name;
    }
    if (before == nullptr || before->entries == nullptr || spot.first - before->last > kNearWords) return "";
    const Tree& tree = trees_[s];
    bool of = false;
    for (int w = before->last + 1; w < spot.first; ++w) {
      const ParsedWord& word = tree.word(w);
      const std::string lower = LowerAscii(word.form);
      if (lower == "of" || lower == "'s" || lower == "’s") {
        of = true;
      } else if (word.upos != Upos::kAdj && word.upos != Upos::kNoun && word.upos != Upos::kAdv) {
        return "";
      }
    }
    for (const NameEntry& entry : *before->entries) {
      if (of && (entry.kind == EntryKind::kDemonym || entry.kind == EntryKind::kState)) return CodeOf(entry);
    }
    return "";
  }

  std::string CodeOf(const NameEntry& entry) const {
    switch (entry.kind) {
      case EntryKind::kState:
      case EntryKind::kDemonym:
      case EntryKind::kCapital:
      case EntryKind::kSeat:
        return lexicon_.states()[entry.index].code;
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
    mention.name = WordsOf(tree, 0, mention.last);
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
      const std::string& city = state->capitals.front();
      for (const PlaceReading& reading : ReadingsOf(lexicon_, city, lexicon_.FindName(city))) {
        if (reading.capital && reading.state == state) Fill(reading, mention);
      }
      // In text order among the sentence's names.
      auto at = found.end();
      while (at != found.begin() && (at - 1)->sentence == mention.sentence && (at - 1)->first > w) --at;
      found.insert(at, mention);
    }
  }

  // The state told beside the word; else that of the dateline, of the capital named last, or the one named most.
  std::string OwnerOfCapital(size_t s, int w, const std::vector<PlaceMention>& found) const {
    const Tree& tree = trees_[s];
    for (const NamePhrase& name : names_[s]) {
      if (name.entries == nullptr || !tree.dominates(w, name.head)) continue;
      for (const NameEntry& entry : *name.entries) {
        if (entry.kind == EntryKind::kState || entry.kind == EntryKind::kDemonym) return CodeOf(entry);
      }
    }
    if (dateline_states_.size() == 1) return dateline_states_.begin()->first;
    const auto last = std::find_if(found.rbegin(), found.rend(), [](const PlaceMention& mention) {
      return mention.capital && !mention.actor && !mention.part && !mention.country.empty();
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

  std::optional<PlaceMention> Read(size_t s, const Spot& spot) const {
    const Tree& tree = trees_[s];
    PlaceMention mention;
    mention.sentence = static_cast<int>(s);
    mention.first = spot.first;
    mention.last = spot.last;
    mention.head = spot.head;
    mention.span = tree.span(spot.first, spot.last);
    mention.dateline = tree.sentence().kind == SegmentKind::kDateline;
    mention.actor = spot.phrase != nullptr && EntryOf(*spot.phrase, EntryKind::kCapital) != nullptr &&
                    EntryOf(*spot.phrase, EntryKind::kState) == nullptr && !StandsForPlace(tree, *spot.phrase);
    mention.part = spot.part;
    const int reading = spot.number < 0 ? -1 : spot.told >= 0 ? spot.told : chooser_.Chosen(spot.number);
    if (reading < 0) {
      const bool by_model = spot.phrase != nullptr && spot.phrase->type && !spot.part;
      if (!by_model || (!mention.dateline && !CanBeUnknownPlace(tree, spot))) return std::nullopt;
      mention.name = WordsOf(tree, spot.first, spot.last);
      mention.country = spot.country;
      return mention;
    }
    const std::vector<PlaceReading>& readings = chooser_.ReadingsOf(spot.number);
    Fill(readings[static_cast<size_t>(reading)], mention);
    mention.why = SourceOf(readings[static_cast<size_t>(reading)]);
    if (readings.size() > 1) {
      mention.why += ", one of " + std::to_string(readings.size()) + " readings of the name, " +
                     (spot.told >= 0 ? "said by what stands beside it" : "by size and the rest of the report");
    }
    return mention;
  }

  static std::string SourceOf(const PlaceReading& reading) {
    const auto line = [](const LexiconLine& source) { return source.file + ":" + std::to_string(source.line); };
    if (reading.place != nullptr) return line(reading.place->source);
    return reading.state != nullptr ? line(reading.state->source) : "gazetteer";
  }

  // The model alone says so: then not who acts ("Thunder Snow won", "won by Thunder Snow").
  static bool CanBeUnknownPlace(const Tree& tree, const Spot& spot) {
    const int w = tree.coordination_head(spot.head);
    if (tree.rel(w) == Rel::kNsubj || tree.rel(w) == Rel::kOblAgent) return false;
    return tree.preposition(spot.head) != "by";
  }

  static void Fill(const PlaceReading& reading, PlaceMention& mention) {
    mention.name = reading.name();
    mention.country = reading.country();
    mention.state = reading.whole_state();
    mention.capital = reading.capital;
    mention.region = reading.area();
    mention.has_coordinates = reading.located();
    mention.lat = reading.point().lat;
    mention.lon = reading.point().lon;
    mention.geonames = reading.geonames();
  }

  const std::vector<Tree>& trees_;
  const NamesBySentence& names_;
  const Lexicon& lexicon_;
  PlaceChooser chooser_;
  SpotFinder finder_;
  std::vector<std::vector<Spot>> spots_;
  std::map<std::string, int> report_states_, dateline_states_;
};

}  // namespace

std::vector<PlaceMention> FindPlaces(const std::vector<Tree>& trees, const NamesBySentence& names,
                                     const Lexicon& lexicon) {
  return PlaceFinder(trees, names, lexicon).Find();
}

}  // namespace rapporteur
