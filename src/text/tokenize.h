// Words of a stretch of text by Universal Dependencies' English conventions, as in EWT and GUM 2.16.
//
// Hyphens and slashes part words (three - hour, al - Assad, and / or) but for prefixes (co-operate, anti-war), figures
// (713-853-3989, 9/11) and names of files and sites. Contractions are multiword tokens (do|n't, Russia|'s, can|not).
// Marks are words of their own, runs of one mark are one word (..., --, !!). A stop belongs to an abbreviation and
// stands alone otherwise. White space never falls inside a word.
//
// Stateless but for the forms, thread-safe, deterministic, linear time.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"
#include "text/report.h"
#include "text/word_forms.h"

namespace rapporteur {

inline constexpr uint32_t kMaxWordBytes = 256;  // longer ones are cut, nothing is lost

class Tokenizer {
 public:
  // `forms` must outlive the tokenizer.
  explicit Tokenizer(const WordForms& forms) : forms_(forms) {}

  // Appends the words of `text` within `range`, in order. Every byte of a character that is not white space
  // (characters.h) belongs to exactly one of them. The end of the range counts as the end of a paragraph.
  void Tokenize(std::string_view text, Span range, std::vector<Word>* words) const;

 private:
  const WordForms& forms_;
};

}  // namespace rapporteur
