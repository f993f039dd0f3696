// Paragraphs of a report from its lines: which line breaks end a paragraph, and which only wrap it.
//
// A blank line always parts paragraphs. A single line break parts them in the usual news layout, one line a paragraph;
// where lines were wrapped at a width (the document's own lines tell), it does not, unless a short line, an indent or a
// list mark says so. Stateless, thread-safe, deterministic, linear time; 16 bytes a line of working memory.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"
#include "text/report.h"
#include "text/word_forms.h"

namespace rapporteur {

struct Paragraph {
  Span span;  // without white space around it; never empty
  SegmentKind kind =
      SegmentKind::kProse;  // of the whole: a headline, a byline, or prose (which may open with a dateline)
};

// In text order, not overlapping; every byte that is not white space is in one. No text, no paragraph.
std::vector<Paragraph> FindParagraphs(std::string_view text, const WordForms& forms);

}  // namespace rapporteur
