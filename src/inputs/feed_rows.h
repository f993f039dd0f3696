// Articles of RSS (0.9 to 2.0) and Atom feeds.
//
// The text is the item's title and its full content where the feed has that, else its summary, with a note. A feed that
// breaks off gives the items that are whole, then the fault. A feed is held in memory whole, up to
// options.max_row_bytes.
#pragma once

#include <memory>

#include "inputs/article.h"
#include "inputs/options.h"
#include "inputs/window.h"

namespace rapporteur {

// Errors: kFormat  no XML, or neither rss, rdf:RDF nor feed
//         kLimit   larger than options.max_row_bytes
//         the fault that keeps the input from being read
Result<std::unique_ptr<RowSource>> FeedRows(ByteWindow window, const ArticleOptions& options);

}  // namespace rapporteur
