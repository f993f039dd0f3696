// What the sections of the text form share: the page being written, its width and its rows. For text.cc and its
// sections.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/display.h"
#include "formats/handles.h"
#include "formats/phrases.h"
#include "formats/text.h"

namespace rapporteur {

class Page {
 public:
  Page(const Record& record, const TextOptions& options);

  const Record& record() const { return record_; }
  const Items& items() const { return record_.items; }
  int width() const { return width_; }
  bool color() const { return color_; }

  // "TALKS", after an empty line.
  void Heading(std::string_view heading);

  // "  t1  " and the cells, and the sentences at the right. A cell of width 0 takes what the others leave.
  void Row(std::string_view handle, std::vector<Cell> cells, std::string_view sentences);

  void Line(std::string_view line);
  std::string Take() { return std::move(out_); }

 private:
  const Record& record_;
  int width_;
  bool color_;
  std::string out_;
};

Style StyleOf(EventStatus status);

// Each writes its section, or nothing where the record has no such item.
void WriteBrief(Page& page);  // the few items that say most
void WriteTalks(Page& page);
void WriteAgreements(Page& page);
void WritePositions(Page& page);
void WriteEvents(Page& page);  // those the report tells itself, and those at somebody's word
void WriteStatements(Page& page);
void WriteDisputes(Page& page);
void WriteActors(Page& page);
void WriteReportSentences(Page& page);

}  // namespace rapporteur
