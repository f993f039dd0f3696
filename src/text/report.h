// A report's text as it was given, decoded to UTF-8, with the way back to the offsets that users see.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/span.h"

namespace rapporteur {

enum class Encoding { kUtf8, kWindows1252, kLatin1, kUtf16 };

// The decoded text of one report. All spans in the program are bytes of `utf8`. It is the report as given: byte order
// mark, CR, zero bytes and all; only bytes that are not valid in the encoding were replaced (by U+FFFD).
struct ReportText {
  std::string utf8;
  Encoding encoding = Encoding::kUtf8;
  uint64_t replaced_bytes = 0;  // how many bytes of the input were not valid and became U+FFFD
};

// What kind of block a line of the report belongs to.
enum class SegmentKind {
  kProse,     // running text
  kHeadline,  // a title line: no final stop, title case or before the first paragraph
  kDateline,  // "GENEVA, 3 March (Agency) —": the words before the first sentence
  kByline,    // "By …", agency credits, "Updated 14:02"
};

// One word by Universal Dependencies' conventions. A multiword token ("don't", "cannot") gives several words, whose
// spans share out its bytes.
struct Word {
  Span span;
  bool space_after = true;    // white space (or the end of the text) follows
  bool starts_multi = false;  // first word of a multiword token
  bool inside_multi = false;  // further word of a multiword token
};

struct SentenceText {
  Span span;  // from the first word's begin to the last word's end
  SegmentKind kind = SegmentKind::kProse;
  uint32_t paragraph = 0;  // counts from 0
  std::vector<Word> words;
};

// A stretch between quotation marks, over sentences and paragraphs where it runs on.
struct Quotation {
  Span outer;     // with its marks
  Span inner;     // without them
  int depth = 0;  // 0 outermost; 1 a quotation within a quotation
  bool closed = true;
};

struct SegmentedReport {
  std::vector<SentenceText> sentences;  // in text order, not overlapping
  std::vector<Quotation> quotations;    // in order of their begin
};

}  // namespace rapporteur
