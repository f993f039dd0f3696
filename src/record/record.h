// The record of one report: the report itself, its items and their ids.
//
// A value that stands on its own: it keeps the report's text and needs neither lexicon nor model any more.
// Deterministic.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "coding/items.h"
#include "coding/read_options.h"
#include "language/parsed_report.h"
#include "record/ids.h"

namespace rapporteur {

// Which program, model and lexicon made a record; shown by --version and written with each report.
struct MadeBy {
  std::string program;  // "0.1.0"
  std::string model;    // SHA-256 of the model file
  std::string lexicon;  // SHA-256 over the lexicon's files
};

struct RecordedSentence {
  Span span;
  SegmentKind kind = SegmentKind::kProse;
};

struct ReportItem {
  std::string title;  // as given by the user, else the first headline of the text; may be empty
  Span title_span;    // empty when the title is not from the text
  std::string published, publisher, url;
  std::string language;  // "en", or empty when the text does not look like English
  Span dateline;
  std::string sha256;  // of the decoded text: for a UTF-8 file, what sha256sum prints
  std::vector<RecordedSentence> sentences;
};

struct Record {
  std::string text;  // UTF-8; all spans point into it
  ReportItem report;
  Items items;
  ItemIds ids;
  MadeBy made_by;
};

Record MakeRecord(const ParsedReport& parsed, Items items, const ReadOptions& options, MadeBy made_by);

// The record as docs/record.md describes it: one JSON object a line, the report first, then actors, events, statements,
// positions, talks, agreements, disputes.
std::string WriteJsonLines(const Record& record);

// Number of the sentence that holds a byte, from 1 as people count; headlines, datelines and bylines count too. 0:
// none.
int SentenceNumber(const Record& record, uint32_t offset);

}  // namespace rapporteur
