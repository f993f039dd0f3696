// A bounded memory of what the network's input makes of word types.
//
// Any number of threads at once. It holds values that depend on the type alone and are the same to the last bit whoever
// computed them, so that what is or is not remembered never shows in a result.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace rapporteur {

class TypeCache {
 public:
  // Rows of `width` floats; at most about `most_types` of them.
  TypeCache(size_t width, size_t most_types) : width_(width), most_young_(most_types / 2) {}

  // Copies the rows of the forms that are known into `rows` (forms.size() x width) and gives the indices of the others.
  std::vector<size_t> Find(std::span<const std::string_view> forms, float* rows);

  // Remembers the rows at `which`.
  void Insert(std::span<const std::string_view> forms, const float* rows, std::span<const size_t> which);

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  using Generation = std::unordered_map<std::string, std::vector<float>, Hash, std::equal_to<>>;

  void Remember(std::string_view form, std::vector<float> row);

  const size_t width_;
  const size_t most_young_;
  std::mutex mutex_;
  // When the young are too many they become the old, and the old are forgotten; what is asked for becomes young again.
  Generation young_, old_;
};

}  // namespace rapporteur
