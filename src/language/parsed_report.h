// What the language model found in a report: words with tags, lemma and features, a dependency tree for each sentence,
// and named mentions. The layers above (resolve, coding) read this and the text, nothing else of the model.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "language/labels.h"
#include "text/report.h"

namespace rapporteur {

struct ParsedWord {
  Span span;
  std::string form;  // the bytes of the span, a mangled quotation mark put right (MendMarks)
  std::string lemma;
  Upos upos = Upos::kX;
  std::string_view xpos;   // Penn tag; points into static storage or into the model
  std::string_view feats;  // CoNLL-U feature string ("_" for none); likewise
  int head = -1;           // index of the head in the sentence, -1 for the root
  Rel rel = Rel::kDep;
  bool space_after = true;
  bool starts_multi = false;
  bool inside_multi = false;
};

enum class MentionType {
  kPerson,
  kOrganization,
  kPlace,
  kEvent,
  kOther,
  kTime,  // a named day, month or year: "Tuesday", "March 2010"
};

// A named mention: words [first, last] of its sentence.
struct NamedMention {
  int first = 0;
  int last = 0;  // inclusive
  MentionType type = MentionType::kOther;
};

struct ParsedSentence {
  Span span;
  SegmentKind kind = SegmentKind::kProse;
  uint32_t paragraph = 0;
  std::vector<ParsedWord> words;
  std::vector<NamedMention> mentions;  // in order, not overlapping
};

// Does not outlive the model that made it (xpos and feats may point into it).
struct ParsedReport {
  ReportText text;
  std::vector<ParsedSentence> sentences;
  std::vector<Quotation> quotations;
};

}  // namespace rapporteur
