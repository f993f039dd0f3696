// A page about a record, before it is text, Markdown or HTML: sections of lines, each with its status and its sources.
//
// Values. All words are as reports have them, not escaped: the writers do that.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "formats/display.h"

namespace rapporteur {

// A numbered source of the page.
struct DocumentSource {
  std::string publisher, title, day, url;
  int64_t report = 0;  // its number in the store
};

// "[3]", and the sentence there.
struct Citation {
  size_t source = 0;  // in Document::sources, from 0
  int sentence = 0;   // 0: unknown
  friend bool operator==(const Citation&, const Citation&) = default;
};

// The report's own words for a line, and where.
struct DocumentWords {
  std::string words;
  Citation citation;
};

enum class LineStatus : uint8_t { kNone, kHappened, kUnderWay, kPlanned, kPossible, kDenied, kBackground };

struct DocumentLine {
  std::string text;
  LineStatus status = LineStatus::kNone;
  std::string label;               // in place of the status's own word: "postponed"; empty: that word
  std::vector<std::string> notes;  // what reports tell otherwise
  std::string told;                // "told in 3 reports by 2 publishers"; may be empty
  std::vector<Citation> citations;
  std::vector<DocumentWords> words;
};

struct DocumentSection {
  std::string heading;
  int level = 2;  // 2, 3
  std::vector<DocumentLine> lines;
};

struct Document {
  std::string title;
  std::string about;  // one line under the title; may be empty
  std::vector<DocumentSection> sections;
  std::vector<DocumentSource> sources;
};

// "happened"; empty of kNone.
std::string_view WordOf(LineStatus status);
// The line's label, else its status's word.
std::string LabelOf(const DocumentLine& line);

// Its notes, and how many tell it.
std::vector<std::string> NotesOf(const DocumentLine& line);

// "[3]" or, of several, "[3, 5]"; each source once.
std::string CitationsPhrase(const std::vector<Citation>& citations);
// "AFP, “Truce in Orrin”, 2026-03-03", whatever of it is there.
std::string SourcePhrase(const DocumentSource& source);
// "sentences 3 and 5" of a source, as the page's lines cite it; empty: none.
std::string SentencesCited(const Document& document, size_t source);

// For terminals: wrapped, coloured if wanted.
std::string WriteDocumentText(const Document& document, int width, bool color);
// CommonMark. What a report says is escaped: no link, tag or heading of its own comes through.
std::string WriteDocumentMarkdown(const Document& document);
// One HTML file that needs nothing else: no script, no font, no picture. Escaped likewise.
std::string WriteDocumentHtml(const Document& document);

}  // namespace rapporteur
