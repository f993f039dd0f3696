// An HTML page as an article: text, title, day, publisher, address, language.
//
// What pages say for machines comes first (JSON-LD, <meta>, <time>), then what they show. The text begins with the
// title, then come the paragraphs of the article, parted by blank lines. Stateless, thread-safe, deterministic.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "inputs/article.h"
#include "inputs/options.h"

namespace rapporteur {

// What is known of a page from where it was found.
struct PageOrigin {
  std::string url;
  std::string charset;  // as its server said
};

// HTML or XML in any encoding: by its mark, as UTF-8 where it is valid whatever anybody says, as the server or the page
// says (browsers read ISO 8859-1 as Windows-1252), or as DecodeReport guesses. Errors: kLimit, as DecodeReport's
Result<ReportText> DecodeMarkup(std::string_view bytes, std::string_view server_charset, const ArticleOptions& options);

// Errors: kFormat  no running text on the page
//         kLimit   more bytes than options.max_row_bytes, more elements than HtmlTree::kMostNodes
Result<Article> ReadPageBytes(std::string_view bytes, const PageOrigin& origin, const ArticleOptions& options);
Result<Article> ReadPage(std::string_view utf8, const ArticleOptions& options, const PageOrigin& origin = {});

// The text of a piece of HTML that is an article and nothing else, as feeds have them; empty when there is none.
std::string TextOfHtml(std::string_view utf8);

// Whether a table's cell or a file's beginning is HTML and not text about it.
bool LooksLikeHtml(std::string_view text);

// "example.org" of "https://www.example.org/a"; empty when there is none.
std::string HostOf(std::string_view url);

}  // namespace rapporteur
