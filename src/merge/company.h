// Who stands beside whom: the words of the names in a report, as far as few reports of the record have them. Two
// reports that share some speak of the same people.
//
// Immutable once made. Deterministic.
#pragma once

#include <cstdint>
#include <vector>

namespace rapporteur {

class Company {
 public:
  // `named`: of each report, sorted.
  explicit Company(const std::vector<std::vector<uint32_t>>& named);

  // How many rare words of names are in both reports; those of `self`, sorted, are not counted.
  int Shared(uint32_t report, uint32_t other, const std::vector<uint32_t>& self) const;

  // The rare words of a report, sorted.
  const std::vector<uint32_t>& Of(uint32_t report) const { return rare_[report]; }

 private:
  std::vector<std::vector<uint32_t>> rare_;  // of each report, sorted
};

}  // namespace rapporteur
