// Any bytes as an input of each format, in pieces of any size: reading ends, texts are UTF-8 and not empty but for
// files of text, rows come in order, and the pieces in which the bytes come change nothing.
//
// Built once for each format: RAPPORTEUR_FORMAT is its name for --from, or "auto".
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "inputs/open_articles.h"
#include "text/decode.h"

namespace {

using rapporteur::ArticleOptions;

void Check(bool holds) {
  if (!holds) std::abort();
}

std::string ReadAll(const std::string& bytes, size_t piece, const ArticleOptions& options) {
  auto opened = rapporteur::OpenArticles(rapporteur::MemoryBytes(bytes, piece), "", options);
  if (!opened.ok()) return "not opened: " + opened.error().message;
  std::string all;
  uint64_t row_before = 0;
  while (auto row = opened->rows->Next()) {
    Check(row->at.row > row_before || row->ends_file);
    row_before = row->at.row;
    const auto article = row->article();
    all += std::to_string(row->at.row) + "@" + std::to_string(row->at.line) + " ";
    if (!article.ok()) {
      Check(!article.error().message.empty());
      all += "bad: " + article.error().message + "\n";
      continue;
    }
    Check(!article->text.empty() || opened->is_text());
    Check(article->published.empty() || article->published.size() == 10);
    Check(rapporteur::DecodeReport(article->text, {.encoding = rapporteur::EncodingChoice::kUtf8})->replaced_bytes ==
          0);
    all += article->title + "|" + article->published + "|" + article->publisher + "|" + article->text + "\n";
  }
  Check(!opened->rows->Next());
  return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  ArticleOptions options;
  options.max_row_bytes = 1U << 20U;
  if (const auto format = rapporteur::InputFormatNamed(RAPPORTEUR_FORMAT); format.ok()) options.format = *format;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const std::string whole = ReadAll(bytes, 0, options);
  Check(ReadAll(bytes, 1 + size % 7, options) == whole);
  return 0;
}
