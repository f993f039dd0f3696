// The names of a report that may be places: those of the tables, the model's mentions, and what only the gazetteer
// knows where nothing but a place can stand.
//
// Deterministic; used by one thread, for one report.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "resolve/names.h"
#include "resolve/where_choose.h"

namespace rapporteur {

// The names found in each sentence of a report.
using NamesBySentence = std::vector<std::vector<NamePhrase>>;

// A name that may be a place.
struct Spot {
  int first = 0, last = 0, head = 0;
  const NamePhrase* phrase = nullptr;  // null: only the gazetteer knows it, or an abbreviation
  int number = -1;                     // of the chooser; -1: no reading at all
  int told = -1;                       // the reading that stands beside it
  std::string country;                 // what stands beside it says, reading or not
  bool shortened = false;              // an abbreviated division: Va.
  bool part = false;                   // of the name of a body: Alexandria City Council
};

// The words [first, last] as the text has them.
std::string WordsOf(const Tree& tree, int first, int last);

class SpotFinder {
 public:
  SpotFinder(const std::vector<Tree>& trees, const NamesBySentence& names, const Lexicon& lexicon,
             PlaceChooser& chooser)
      : trees_(trees), names_(names), lexicon_(lexicon), chooser_(chooser) {
    NotePeople();
  }

  // The spots of a sentence, in text order; each with a reading is added to the chooser.
  std::vector<Spot> In(size_t sentence);

 private:
  void NotePeople();
  bool IsSurname(const Tree& tree, const NamePhrase& name) const;
  void AddPart(size_t s, const NamePhrase& name, std::vector<Spot>& spots);
  bool NamesPart(const Tree& tree, const NamePhrase& name, int first, int last) const;
  bool MayBePlace(const Tree& tree, const NamePhrase& name) const;
  bool IsListed(std::string_view list, const std::string& word) const;
  bool IsOrdinary(const Tree& tree, int first, int last) const;
  bool InGazetteer(const std::string& name) const;
  bool PlaceStands(const Tree& tree, int first, int last) const;
  bool SaidToBePlace(const Tree& tree, const NamePhrase& name) const;
  PlaceHint HintOf(const Tree& tree, const Spot& spot) const;
  void Number(size_t s, Spot& spot, bool told);
  void AddUnseen(size_t s, const std::vector<bool>& covered, std::vector<Spot>& spots);
  void AddNew(size_t s, int first, int last, std::vector<Spot>& spots);
  void AddShortened(size_t s, std::vector<Spot>& spots);
  bool TownBefore(size_t s, int last, int division, std::vector<Spot>& spots);

  const std::vector<Tree>& trees_;
  const NamesBySentence& names_;
  const Lexicon& lexicon_;
  PlaceChooser& chooser_;
  std::set<std::string> surnames_;  // folded: of people whom the report names in full
};

}  // namespace rapporteur
