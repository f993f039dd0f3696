// A record as rows of the store's tables.
//
// Stateless: any thread may make rows of any record. Deterministic.
#pragma once

#include <string>
#include <vector>

#include "record/record.h"
#include "store/rows.h"

namespace rapporteur {

// What the store keeps of one report, ready to be appended.
struct ReportRows {
  std::string id;                 // of the report
  std::string fingerprint;        // of what read it, and of the title that was said
  std::vector<TableRows> tables;  // as SchemaTables(), without the column `report`
  size_t items = 0;
};

// `said_title` is the title that the user gave, empty when none.
ReportRows MakeReportRows(const Record& record, const std::string& said_title);

// Reports of the same id and fingerprint have the same rows.
std::string Fingerprint(const MadeBy& made_by, const std::string& said_title);

}  // namespace rapporteur
