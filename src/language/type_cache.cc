#include "language/type_cache.h"

#include <cstring>
#include <utility>

namespace rapporteur {

namespace {
constexpr size_t kMostFormBytes = 64;  // longer ones hardly come again
}  // namespace

std::vector<size_t> TypeCache::Find(std::span<const std::string_view> forms, float* rows) {
  std::vector<size_t> missing;
  const std::lock_guard<std::mutex> lock(mutex_);
  for (size_t i = 0; i < forms.size(); ++i) {
    auto it = young_.find(forms[i]);
    if (it == young_.end()) {
      const auto old = old_.find(forms[i]);
      if (old == old_.end()) {
        missing.push_back(i);
        continue;
      }
      std::memcpy(rows + i * width_, old->second.data(), width_ * sizeof(float));
      std::vector<float> row = std::move(old->second);
      old_.erase(old);
      Remember(forms[i], std::move(row));
      continue;
    }
    std::memcpy(rows + i * width_, it->second.data(), width_ * sizeof(float));
  }
  return missing;
}

void TypeCache::Insert(std::span<const std::string_view> forms, const float* rows, std::span<const size_t> which) {
  const std::lock_guard<std::mutex> lock(mutex_);
  for (const size_t i : which) {
    if (forms[i].size() > kMostFormBytes) continue;
    Remember(forms[i], std::vector<float>(rows + i * width_, rows + (i + 1) * width_));
  }
}

void TypeCache::Remember(std::string_view form, std::vector<float> row) {
  if (most_young_ == 0) return;
  if (young_.size() >= most_young_) {
    old_ = std::move(young_);
    young_.clear();
  }
  young_.emplace(form, std::move(row));
}

}  // namespace rapporteur
