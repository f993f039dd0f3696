// A page as its blocks of text: paragraphs, headings, items of lists, and what stands between line breaks.
//
// Stateless, deterministic, linear in the page.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "inputs/html_tree.h"

namespace rapporteur {

struct TextBlock {
  std::string text;        // decoded, on one line, not empty
  size_t link_bytes = 0;   // of the text, within links
  uint32_t node = 0;       // its first text
  uint32_t container = 0;  // the innermost block element around it: the <p>, or the <div> of a bare text
  bool heading = false;    // h1 … h6
  bool item = false;       // of a list or table

  double link_share() const {
    return text.empty() ? 0 : static_cast<double>(link_bytes) / static_cast<double>(text.size());
  }
};

// Blocks within `root`, without the elements for which `left_out` (one entry a node) is set.
std::vector<TextBlock> BlocksWithin(const HtmlTree& tree, uint32_t root, const std::vector<bool>& left_out);

// Elements that never hold an article's text: scripts, navigation, forms, captions, what is hidden.
std::vector<bool> NeverText(const HtmlTree& tree);

// The words of class names and ids, in lower case: "entryDate post-meta" is entry, date, post, meta.
std::vector<std::string> NameWords(std::string_view names);

// Whether the text reads as running prose: long, or of some length and ended like a sentence; mostly no links.
bool IsProse(const TextBlock& block);

}  // namespace rapporteur
