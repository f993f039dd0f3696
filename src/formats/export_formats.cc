#include "formats/export_formats.h"

#include <algorithm>
#include <array>

#include "formats/citron.h"
#include "formats/gdelt.h"
#include "formats/icews.h"
#include "formats/petrarch2.h"
#include "formats/phoenix.h"
#include "formats/plover.h"
#include "formats/polecat.h"
#include "formats/web_annotation.h"

namespace rapporteur {
namespace {

std::string WriteRecordLines(const Record& record, const ExportOptions& /*options*/) { return WriteJsonLines(record); }
std::string WriteCitronDocument(const Record& record, const ExportOptions& /*options*/) { return WriteCitron(record); }

constexpr std::array<ExportFormat, 10> kFormats = {{
    {"jsonl", ".jsonl", "the record, one item a line", false, false, true, nullptr, WriteRecordLines},
    {"plover", ".plover.jsonl", "events as PLOVER's JSON Lines", true, true, false, nullptr, WritePlover},
    {"polecat", ".polecat.txt", "events in POLECAT's 40 columns", true, true, false, PolecatHeader, WritePolecat},
    {"icews", ".icews.tab", "events in ICEWS's 20 columns", true, true, false, IcewsHeader, WriteIcews},
    {"gdelt", ".export.CSV", "events in the 61 columns of GDELT 2.0", true, true, false, nullptr, WriteGdelt},
    {"gdelt-mentions", ".mentions.CSV", "their mentions in 16", true, true, false, nullptr, WriteGdeltMentions},
    {"phoenix", ".phoenix.txt", "events in Phoenix's 26 columns", true, true, false, nullptr, WritePhoenix},
    {"petrarch2", ".petrarch.txt", "events as PETRARCH2 writes them", true, true, false, nullptr, WritePetrarch2},
    {"citron", ".citron.json", "statements as Citron's JSON", false, false, false, nullptr, WriteCitronDocument},
    {"web-annotation", ".annotations.jsonl", "all items as W3C Web Annotations", true, false, true, nullptr,
     WriteWebAnnotations},
}};

}  // namespace

std::span<const ExportFormat> ExportFormats() { return kFormats; }

const ExportFormat* FindExportFormat(std::string_view name) {
  const auto* at =
      std::find_if(kFormats.begin(), kFormats.end(), [&](const ExportFormat& format) { return format.name == name; });
  return at == kFormats.end() ? nullptr : at;
}

Result<std::vector<EventStatus>> StatusesFor(const ExportFormat& format, std::string_view said) {
  if (!said.empty() && !format.takes_status) {
    return Error{ErrorCode::kUsage,
                 "--status: found with a format that does not choose events, expected one that does (plover, polecat, "
                 "icews, gdelt …); leave it out"};
  }
  if (!said.empty()) return ParseStatuses(said);
  return format.all_statuses ? ParseStatuses("all") : HappenedStatuses();
}

}  // namespace rapporteur
