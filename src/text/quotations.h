// Quotation spans of a report, over sentences and paragraphs.
//
// Knows “ ” ‘ ’ " ' « » „ “ ‹ › `` '' and keeps apostrophes apart. A quotation that runs on opens again at the head of
// each paragraph and is one quotation. One that is never closed ends with its paragraph (closed is false); single marks
// that find no partner are apostrophes. Stateless, thread-safe, deterministic, linear time.
#pragma once

#include <string_view>
#include <vector>

#include "text/report.h"

namespace rapporteur {

// In order of their begin; a quotation within another comes after it and is one deeper.
std::vector<Quotation> FindQuotations(std::string_view text, const std::vector<SentenceText>& sentences);

}  // namespace rapporteur
