// Any bytes as a report: decoded, segmented with rules and with weights, offsets turned into code points and back.
// Words must cover every character that is not white space, in order, and quotations must lie within the text.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "text/characters.h"
#include "text/code_points.h"
#include "text/decode.h"
#include "text/segment.h"

namespace {

using rapporteur::CodePointAt;
using rapporteur::Segmenter;

void Check(bool holds) {
  if (!holds) std::abort();
}

std::string Weights() {
  std::string blob("RSEG\1\0\0\0\x0A\0\0\0\x0A\xD7\x23\x3C\0\0\0\0\0\0\0\x3F", 24);
  for (unsigned i = 0; i < 1024; ++i) blob.push_back(static_cast<char>(i * 37 % 101 - 50));
  return blob;
}

size_t SkipSpace(std::string_view text, size_t at) {
  while (at < text.size() && rapporteur::IsSpace(CodePointAt(text, at).value)) at += CodePointAt(text, at).bytes;
  return at;
}

void CheckReport(std::string_view text, const rapporteur::SegmentedReport& report) {
  size_t at = 0;
  for (const auto& sentence : report.sentences) {
    Check(!sentence.words.empty() && sentence.words.size() <= 1000);
    Check(!sentence.words.front().inside_multi);
    for (const auto& word : sentence.words) {
      Check(SkipSpace(text, at) == word.span.begin && word.span.begin < word.span.end);
      at = word.span.end;
    }
    Check(sentence.span.begin == sentence.words.front().span.begin && sentence.span.end == at);
  }
  Check(SkipSpace(text, at) == text.size());
  for (const auto& quotation : report.quotations) {
    Check(quotation.outer.contains(quotation.inner) && quotation.inner.begin <= quotation.inner.end);
    Check(quotation.outer.end <= text.size());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const auto rules = Segmenter::Create();
  static const std::string weights = Weights();
  static const auto learned = Segmenter::Create({.weights = weights});
  Check(rules.ok() && learned.ok());
  if (size == 0) return 0;
  rapporteur::DecodeOptions options;
  options.encoding = static_cast<rapporteur::EncodingChoice>(data[0] % 5);
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto text = rapporteur::DecodeReport(bytes, options);
  Check(text.ok());
  for (const auto* segmenter : {&rules, &learned}) {
    const auto report = (*segmenter)->Segment(*text);
    Check(report.ok());
    CheckReport(text->utf8, *report);
  }
  const rapporteur::CodePointIndex index(text->utf8);
  for (uint32_t point = 0; point < index.size(); point += 1 + index.size() / 16) {
    Check(index.ToCodePoints(index.ToBytes(point)) == point);
  }
  return 0;
}
