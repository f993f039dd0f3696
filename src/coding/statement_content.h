// Where the words of a statement begin and end, and whether quotation marks stand around them.
//
// A view on a parsed report; immutable, deterministic. Spans are bytes of the report's text.
#pragma once

#include <span>

#include "coding/items.h"
#include "language/parsed_report.h"

namespace rapporteur {

class ContentReader {
 public:
  explicit ContentReader(const ParsedReport& report);

  // Without white space, quotation marks, commas and stops at the ends, and without a leading "that".
  Span Trim(Span span) const;

  // The form of content that `cue` attributes. A quotation that holds the cue too does not count. Direct content is
  // widened to the whole quotation where that runs over further sentences: *widened gets it.
  StatementForm Form(Span content, Span cue, Span* widened) const;

  // The inner span of the innermost quotation at an offset that does not hold `cue`; empty when there is none.
  Span QuotationAt(uint32_t offset, Span cue) const;

  // Where a cue without a clause looks for a quotation.
  struct CuePlace {
    int sentence = 0;
    Span clause;  // the cue's subtree
    Span cue;
    bool subject = false;  // it has one of its own
    bool object = false;
    bool main = false;  // it heads its sentence
  };

  // For a cue without a clause: a quotation in its sentence, one that ends right before it in the same paragraph where
  // the cue has no object or goes on with the sentence, or one after its colon.
  Span QuotationBeside(const CuePlace& place) const;

  bool VerbBetween(int sentence, Span cue, Span quotation) const;

  uint32_t ParagraphEnd(int sentence) const;
  int SentenceAt(uint32_t offset) const;
  int CountWords(Span span) const;

 private:
  bool GoesOnWithCue(int sentence, const Quotation& q, bool bare) const;
  bool OpensAfterColon(int sentence, const Quotation& q) const;
  Span OnWords(Span span) const;
  std::span<const Quotation> Near(Span span) const;

  const ParsedReport& report_;
  uint32_t longest_ = 0;  // quotation in bytes
};

}  // namespace rapporteur
