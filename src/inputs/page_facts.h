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
  std::vector<std::string> published;  // all that is said of the day, the surest first
  std::string body;                    // JSON-LD's articleBody
};

PageFacts ReadPageFacts(const HtmlTree& tree);

}  // namespace rapporteur
