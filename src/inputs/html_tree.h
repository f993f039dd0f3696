// The elements and texts of an HTML page, however broken its markup.
//
// An own small parser and not gumbo (0.10, the one that Debian has): gumbo's time grows with the square of the depth,
// so that half a megabyte of "<div>" takes minutes, and freeing such a tree overflows the stack. Here time is linear,
// the depth is cut at kDeepest as browsers cut it, and nodes are 40 bytes without allocations of their own. It follows
// HTML's rules for raw text, void elements, implied end tags and entities; it leaves out what does not change a page's
// text (the adoption agency, foster parenting).
//
// The tree points into the page, which must outlive it. Immutable once made; deterministic.
#pragma once

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace rapporteur {

struct HtmlNode {
  std::string_view name;    // "p"; empty for a text
  std::string_view source;  // an element's attributes, or the text, as they stand in the page
  uint32_t parent = 0;      // the root is its own
  uint32_t end = 0;         // one past the last node within; for a text one past itself
  bool raw = false;         // a text in which entities mean nothing: of a script or style
};

class HtmlTree {
 public:
  static constexpr size_t kDeepest = 256;        // what is deeper becomes a sibling
  static constexpr size_t kMostNodes = 2000000;  // pages of news have some thousand

  // `utf8` may be anything, a page or a piece of one. Errors: kLimit  more than kMostNodes
  static Result<HtmlTree> Parse(std::string_view utf8);

  // In the order of their start tags, so that those within nodes()[i] are i + 1 … nodes()[i].end. The first is a root
  // without a name.
  const std::vector<HtmlNode>& nodes() const { return nodes_; }

  // Decoded; empty when the element has none of that name (in lower case).
  std::string Attribute(uint32_t node, std::string_view name) const;
  bool HasAttribute(uint32_t node, std::string_view name) const;

  // All text within, decoded, on one line.
  std::string TextWithin(uint32_t node) const;

 private:
  friend class HtmlParser;
  std::vector<HtmlNode> nodes_;
  std::shared_ptr<std::set<std::string, std::less<>>> names_;
};

// With its entities as characters. Unknown ones stay as they are.
std::string DecodeEntities(std::string_view text);

}  // namespace rapporteur
