// What a page says of its article in <meta>, <time>, <title>, headings and JSON-LD.
//
// Stateless, deterministic.
#pragma once

#include <string>
#include <vector>

#include "inputs/html_tree.h"

namespace rapporteur {

struct PageFacts {
  std::string title, publisher, url, language;
  std::vector<std::string> published;   // all that is said of the day, the surest first
  std::vector<std::string> shown_days;  // what is shown where a day is to be expected
  std::string body;                     // JSON-LD's articleBody
};

PageFacts ReadPageFacts(const HtmlTree& tree);

}  // namespace rapporteur
