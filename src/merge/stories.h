// Which reports tell the same main event: clusters of reports by the words and actors that set them apart.
//
// Each report is a list of weighted features (words, actors); rare ones of the whole record count most. Two reports are
// as near as their lists, less where days lie between them; reports are clustered by average link. Candidates come from
// an index of features, in the order of days: never all pairs. Not for several threads. Deterministic.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace rapporteur {

// Forms of words beside an agreement's noun that tell how far it is; lower case.
struct StepWords {
  std::vector<std::string> agreed, proposed, ended;
  std::vector<std::string> unsure;  // before agreed, it is not yet
};

// As lexicon/merging.tsv gives them, which says where they are from.
struct StoryOptions {
  double words = 0.75;         // of the likeness; the actors have the rest
  double title = 3;            // times that a word of the title counts
  double beginning = 2;        // the same, of the first sentences
  double link = 0.11;          // mean likeness of the reports of two clusters, to be one story
  double one_publisher = 0.7;  // of the likeness, what is left of two reports of one: its phrases are in all of them
  // The same, after so many days.
  double after_3_days = 0.6, after_10_days = 0.5, after_45_days = 0.4;
  StepWords steps;
};

// Errors: kLexicon  a broken line, an unknown or missing key (with its number)
Result<StoryOptions> ParseStoryOptions(std::string_view table);

struct StoryFeature {
  uint32_t id = 0;
  float weight = 0;
};

struct StoryReport {
  int64_t day = 0;
  uint32_t publisher = 0;                   // 0: unknown
  std::vector<StoryFeature> words, actors;  // each id once
};

// The first report of each report's story, by number.
std::vector<uint32_t> FindStories(std::vector<StoryReport> reports, const StoryOptions& options);

}  // namespace rapporteur
