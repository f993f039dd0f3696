#include "text/tokenize.h"

#include <algorithm>

#include "text/characters.h"
#include "text/chunk.h"

namespace rapporteur {
namespace {

constexpr size_t kMaxChunkBytes = 1024;

size_t SkipSpace(std::string_view text, size_t at, size_t end) {
  while (at < end) {
    const CodePoint point = CodePointAt(text, at);
    if (!IsSpace(point.value)) break;
    at += point.bytes;
  }
  return std::min(at, end);
}

size_t ChunkEnd(std::string_view text, size_t at, size_t end) {
  const size_t limit = std::min(end, at + kMaxChunkBytes);
  while (at < limit) {
    const CodePoint point = CodePointAt(text, at);
    if (IsSpace(point.value)) break;
    at += point.bytes;
  }
  return std::min(at, end);
}

AfterChunk Describe(std::string_view text, size_t at, size_t end) {
  AfterChunk after;
  after.ends_paragraph = at >= end;
  if (after.ends_paragraph) return after;
  CodePoint point = CodePointAt(text, at);
  if (IsDoubleQuote(point.value) || IsSingleQuote(point.value) || IsOpenBracket(point.value)) {
    point = CodePointAt(text, at + point.bytes);
  }
  after.upper = IsUpper(point.value);
  after.lower = IsLower(point.value);
  after.digit = IsDigit(point.value);
  return after;
}

}  // namespace

void Tokenizer::Tokenize(std::string_view text, Span range, std::vector<Word>* words) const {
  const size_t end = std::min<size_t>(range.end, text.size());
  size_t at = SkipSpace(text, range.begin, end);
  while (at < end) {
    const size_t chunk_end = ChunkEnd(text, at, end);
    const size_t next = SkipSpace(text, chunk_end, end);
    const size_t first = words->size();
    ChunkTokenizer(forms_, text.substr(at, chunk_end - at), static_cast<uint32_t>(at), Describe(text, next, end), words)
        .Run();
    for (size_t i = first; i < words->size(); ++i) {
      (*words)[i].space_after = i + 1 == words->size() && (next > chunk_end || chunk_end == text.size());
    }
    at = next;
  }
  if (!words->empty() && words->back().span.end == end) {
    words->back().space_after = end == text.size() || IsSpace(CodePointAt(text, end).value);
  }
}

}  // namespace rapporteur
