// A lexicon that knows the sample record's states, and ways to look into a table that was written; for the tests of
// exports.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "formats/export_formats.h"
#include "lexicon/fixture.h"
#include "record/sample_record.h"

namespace rapporteur {

class ExportFixture : public testing::Test {
 protected:
  ExportFixture()
      : files_("exports",
               {{"states.tsv",
                 "NVA\tNorvia\t-\tNorvian\tOstravil\t-\tNV\t901\t991\t992\tQ1\n"
                 "SLK\tSelk\t-\tSelkian\tLake\t-\tSL\t902\t993\t994\tQ2\n"},
                {"country_keys.tsv", "NVA\tNO\n"},
                {"scores.tsv",
                 "CONSULT\t-\t-\tQ1\t2.5\t040\tmeets\nASSAULT\t-\t-\tQ4\t-9\t190\tuses violence\n"
                 "ASSAULT\tfirearms\tfirearms\tQ4\t-9\t193\tshoots\nASSAULT\tdrone\t-\tQ4\t-9\t195\tdrones\n"},
                {"cameo.tsv", "040\t1\tConsult, not specified below\n180\t-9\tUse unconventional violence\n"},
                {"frames.tsv",
                 "clash\tverb\tASSAULT\t-\t190\t-\tsubj+with\tin\t-\t-\n"
                 "shoot\tverb\tASSAULT\t-\t190\t-\tsubj\tobj\t-\t-\n"}}),
        opened_(Lexicon::Open({files_.path()})) {
    EXPECT_TRUE(opened_.ok()) << opened_.error().message;
    options_.lexicon = &*opened_;
    options_.statuses = *ParseStatuses("all");
  }

  std::string Write(const std::string& format, const Record& record) const {
    const ExportFormat* found = FindExportFormat(format);
    return found->write(record, options_);
  }

  // The cells of tab-separated text.
  static std::vector<std::vector<std::string>> Cells(const std::string& text) {
    std::vector<std::vector<std::string>> rows;
    for (size_t at = 0; at < text.size(); at = text.find('\n', at) + 1) {
      std::string line = text.substr(at, text.find('\n', at) - at) + '\t';
      rows.emplace_back();
      for (size_t from = 0; from < line.size(); from = line.find('\t', from) + 1)
        rows.back().push_back(line.substr(from, line.find('\t', from) - from));
    }
    return rows;
  }

  LexiconFixture files_;
  Result<Lexicon> opened_;
  ExportOptions options_;
};

}  // namespace rapporteur
