// Which of its readings each place name of a report has: told by what stands beside it, by the states that the report
// names, by how large the places are and by which of them lie together.
//
// Deterministic; used by one thread, for one report.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "resolve/where_readings.h"

namespace rapporteur {

// What the words around a name ask of it: "the city of X", "X province".
enum class PlaceHint : uint8_t { kNone, kTown, kArea };

class PlaceChooser {
 public:
  // A state that a sentence names, in whatever form; the more often, the likelier are its places.
  void NameState(size_t sentence, const std::string& code, bool dateline);

  // A name that may be a place, once for each time it is named; the same name gives the same number. The first call's
  // readings count; none is allowed, and chosen then is none.
  int Add(const std::string& name, std::vector<PlaceReading> readings, size_t sentence, PlaceHint hint, bool dateline);

  const std::vector<PlaceReading>& ReadingsOf(int number) const { return names_[static_cast<size_t>(number)].readings; }

  // The likeliest pair of readings of which the second holds the first ("Tripoli, Lebanon"; "Austin, Texas"), as
  // indexes; two times -1 when there is none. `lists`: the two could as well be neighbours in a list, so that the
  // second must be usual as an area.
  std::pair<int, int> Within(int inner, int outer, bool lists) const;
  int WithinState(int inner, std::string_view code) const;

  // What is said of a name: from now on it has this reading wherever nothing else is said.
  void Tell(int number, int reading);

  // The report is set among states that no table has: a town is then one of the gazetteer only where the report names
  // its state, however large it is there.
  void SetElsewhere() { elsewhere_ = true; }

  // Chooses for every name; to be called once, after everything was added and told.
  void Choose();

  // The reading chosen, -1 when it has none; valid after Choose. A village that nothing else in the report speaks for
  // is none: half of all made-up and misspelt names are the name of one somewhere.
  int Chosen(int number) const { return names_[static_cast<size_t>(number)].chosen; }

 private:
  struct Name {
    std::vector<PlaceReading> readings;
    std::vector<double> own;  // what speaks for each reading whatever the other places are
    std::vector<size_t> sentences;
    std::vector<PlaceHint> hints;
    int told = -1;
    int chosen = -1;
    bool dateline = false;
    double weight = 0;  // as a witness for others: more, the surer its reading is
  };

  static double Prior(const PlaceReading& reading);
  static bool IsNamesake(const Name& name, const PlaceReading& reading);
  double Own(const Name& name, const PlaceReading& reading) const;
  double Neighbours(size_t number, const PlaceReading& reading) const;
  bool Supported(size_t number) const;
  void ChooseOne(size_t number, bool with_neighbours);

  std::vector<Name> names_;
  bool elsewhere_ = false;
  std::map<std::string, int> numbers_;
  std::map<size_t, std::map<std::string, int, std::less<>>> in_sentence_;
  std::map<std::string, int, std::less<>> in_report_, in_dateline_;
};

}  // namespace rapporteur
