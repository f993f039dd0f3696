// Any bytes given as a model file: an error or a model that parses, never a crash. The sections' CRCs are set right in
// a second try, so that what lies behind them is reached.
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/byte_reader.h"
#include "base/crc32.h"
#include "language/conllu.h"
#include "language/model.h"

namespace {

using rapporteur::ReadU32;
using rapporteur::ReadU64;

void Use(const std::string& bytes) {
  const auto model = rapporteur::LanguageModel::FromBytes(bytes, "fuzzed", {nullptr, 8, 4});
  if (!model.ok()) return;
  rapporteur::ReportText text;
  text.utf8 = "Envoys met\xff\xc3\x28 in Genève .";
  rapporteur::SegmentedReport segmented;
  segmented.sentences.push_back({{0, static_cast<uint32_t>(text.utf8.size())}, {}, 0, {}});
  for (uint32_t at = 0; at + 3 <= text.utf8.size(); at += 3) {
    segmented.sentences[0].words.push_back({{at, at + 3}, true, false, false});
  }
  const auto parsed = (*model)->Parse(text, segmented);
  if (!parsed.ok() || !rapporteur::ReadConllu(rapporteur::WriteConllu(*parsed)).ok()) __builtin_trap();
}

void SetCrcs(std::string& bytes) {
  if (bytes.size() < 16) return;
  const uint32_t count = ReadU32(bytes, 8);
  for (size_t i = 0; i < count && 16 + 56 * (i + 1) <= bytes.size(); ++i) {
    const size_t at = 16 + 56 * i;
    const uint64_t offset = ReadU64(bytes, at + 32), length = ReadU64(bytes, at + 40);
    if (offset > bytes.size() || length > bytes.size() - offset) continue;
    const uint32_t crc = rapporteur::Crc32(std::string_view(bytes).substr(offset, length));
    for (size_t k = 0; k < 4; ++k) bytes[at + 48 + k] = static_cast<char>(crc >> (8 * k) & 0xFF);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string bytes(reinterpret_cast<const char*>(data), size);
  Use(bytes);
  SetCrcs(bytes);
  Use(bytes);
  return 0;
}
