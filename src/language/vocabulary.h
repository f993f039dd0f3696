// From a word's form to the indices that the network's input takes (docs/model.md, section 3).
//
// Immutable once read; threads may share it. Deterministic.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "language/fold.h"
#include "language/settings.h"

namespace rapporteur {

inline constexpr size_t kMostHashed = 16;

// Everything the network sees of a word type.
struct WordFeatures {
  uint32_t word = 0;    // 0: not in the learned list
  uint32_t vector = 0;  // 0: has no vector
  std::array<uint32_t, kMostHashed> buckets = {};
};

class Vocabulary {
 public:
  // `words` and `vectors` are the file's sections, one normal form a line; their lines must be as many as the settings
  // say. They must outlive this object. Errors: kFormat.
  static Result<Vocabulary> Read(FoldTable fold, const ModelSettings& settings, std::string_view words,
                                 std::string_view vectors);

  WordFeatures Features(std::string_view form) const;
  const FoldTable& fold() const { return fold_; }

 private:
  using List = std::unordered_map<std::string_view, uint32_t>;

  static Result<List> ReadList(std::string_view section, size_t count, const char* name);

  FoldTable fold_;
  std::vector<HashedFeature> hashed_;
  List words_, vectors_;
};

}  // namespace rapporteur
