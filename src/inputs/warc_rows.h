// Pages of a WARC archive (versions 0.18 to 1.1), unpacked: responses with HTML, resources, and texts of WET files.
//
// Requests, pictures, redirects and other records that hold no page are passed over. A record that is damaged is set
// aside, and reading goes on at the next. An archive that was cut off gives what is whole, then the fault. Memory: one
// record, at most options.max_row_bytes; a longer one is passed over unread and set aside.
#pragma once

#include <memory>

#include "inputs/article.h"
#include "inputs/options.h"
#include "inputs/window.h"

namespace rapporteur {

std::unique_ptr<RowSource> WarcRows(ByteWindow window, const ArticleOptions& options);

}  // namespace rapporteur
