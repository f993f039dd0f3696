// Any bytes given as CoNLL-U: an error, or a report that can be written and read again with the same words and heads.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "language/conllu.h"
#include "language/evaluate.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const auto first = rapporteur::ReadConllu({reinterpret_cast<const char*>(data), size});
  if (!first.ok()) return 0;
  const auto second = rapporteur::ReadConllu(rapporteur::WriteConllu(first->report));
  if (!second.ok()) __builtin_trap();
  if (first->report.sentences.size() != second->report.sentences.size()) __builtin_trap();
  return 0;
}
