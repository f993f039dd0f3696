// Whether bytes that were decoded are text at all, or a picture, an archive or noise that was taken for a report.
//
// Stateless, deterministic, one pass.
#pragma once

#include "text/report.h"

namespace rapporteur {

// False when more than one character in twenty is a control character (tabs, line ends and form feeds apart) or stands
// for a byte that is no character. Short texts are given the benefit of the doubt: under 200 bytes it is always true.
bool ReadsAsText(const ReportText& text);

}  // namespace rapporteur
