// The formats in which a record can be written, by their names: the one list that the commands read and export share.
//
// A new format is a new file pair in this folder and a line here. Deterministic; stateless.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "formats/export_options.h"

namespace rapporteur {

struct ExportFormat {
  std::string_view name;              // "polecat"
  std::string_view extension;         // of a report's own file
  std::string_view about;             // for the help
  bool takes_status = true;           // it holds events, of which --status chooses
  bool needs_lexicon = true;          // options.lexicon must not be null
  bool all_statuses = false;          // it says an event's status, so all are taken unless --status says otherwise
  std::string (*header)() = nullptr;  // the first line of a file; null: none
  std::string (*write)(const Record& record, const ExportOptions& options) = nullptr;

  // Events alone, row by row: those that several reports tell can be written once.
  bool takes_events() const { return takes_status && needs_lexicon; }
};

std::span<const ExportFormat> ExportFormats();

// Null: there is none of this name.
const ExportFormat* FindExportFormat(std::string_view name);

// What --status gives for a format, or what holds without it. Errors: kUsage  an unknown word, or a format without
// events
Result<std::vector<EventStatus>> StatusesFor(const ExportFormat& format, std::string_view said);

}  // namespace rapporteur
