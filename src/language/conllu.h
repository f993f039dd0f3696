// CoNLL-U in and out of a ParsedReport.
//
// Deterministic and stateless. Written: the ten columns, multiword tokens as ranges, SpaceAfter=No, and named mentions
// in MISC (Mention=B-person on a mention's first word, I-person on the others; types: person, organization, place,
// event, other, time). Read: any CoNLL-U with trees; enhanced dependencies and empty nodes are left out.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "base/result.h"
#include "language/parsed_report.h"

namespace rapporteur {

std::string_view MentionTypeName(MentionType type);  // "person"
std::optional<MentionType> MentionTypeFromName(std::string_view name);

struct ConlluOptions {
  std::string document_id;  // sent_id is document_id-N when this is given, else N; also "# newdoc id"
};

// One block a sentence; "# text" is spelled from the tokens as UD asks, so white space in the report is not told apart.
// Bytes that would break a line (control characters) become U+FFFD. An empty report gives an empty string.
std::string WriteConllu(const ParsedReport& report, const ConlluOptions& options = {});

// A report read from CoNLL-U, with the storage that its xpos and feats point into.
struct ConlluReport {
  ParsedReport report;
  std::unique_ptr<std::unordered_set<std::string>> strings;
};

// The text is rebuilt: words' forms, one space where SpaceAfter does not deny it, a blank line between paragraphs
// (# newpar, # newdoc). A multiword token is spelled by its words' forms, so that every word's span has its form's
// bytes even where the token is written otherwise ("dont" = do + n't). Errors: kFormat  a line that is not CoNLL-U,
// with its number, what was found and what was expected.
//         kLimit   the text would pass 4 GB.
Result<ConlluReport> ReadConllu(std::string_view bytes);

}  // namespace rapporteur
