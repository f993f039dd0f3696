#include "merge/company.h"

#include <algorithm>
#include <unordered_map>

namespace rapporteur {
namespace {

constexpr size_t kFewReports = 12;  // a name in no more of them is rare in any record,
constexpr size_t kShare = 50;       // and one in no more than every 50th in a large one

}  // namespace

Company::Company(const std::vector<std::vector<uint32_t>>& named) : rare_(named) {
  std::unordered_map<uint32_t, size_t> reports_of;
  for (const auto& names : named) {
    for (const uint32_t name : names) ++reports_of[name];
  }
  const size_t most = std::max(kFewReports, named.size() / kShare);
  for (auto& names : rare_) std::erase_if(names, [&](uint32_t name) { return reports_of.at(name) > most; });
}

int Company::Shared(uint32_t report, uint32_t other, const std::vector<uint32_t>& self) const {
  const std::vector<uint32_t>& a = rare_[report];
  const std::vector<uint32_t>& b = rare_[other];
  int shared = 0;
  for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
    if (*left == *right) {
      shared += std::binary_search(self.begin(), self.end(), *left) ? 0 : 1;
      ++left;
      ++right;
    } else {
      ++(*left < *right ? left : right);
    }
  }
  return shared;
}

}  // namespace rapporteur
