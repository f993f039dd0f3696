// Merges the actors of many reports: each joins the one whom it is, or is new.
//
// Not for several threads. Deterministic.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "merge/facts.h"

namespace rapporteur {

// Who stands beside whom: the words of the names in a report, as far as few reports of the record have them. Two
// reports that share some speak of the same people.
class Company {
 public:
  // `named`: of each report, sorted.
  explicit Company(const std::vector<std::vector<uint32_t>>& named);

  // How many rare words of names are in both reports; those of `self`, sorted, are not counted.
  int Shared(uint32_t report, uint32_t other, const std::vector<uint32_t>& self) const;

 private:
  std::vector<std::vector<uint32_t>> rare_;  // of each report, sorted
};

class ActorClusters {
 public:
  ActorClusters(const Company& company, const NameNumbers& names) : company_(company), names_(names) {}

  // The merged actor. Who is not known is one in two reports only where they share more than the name: country, office,
  // story, or company.
  uint32_t Join(const MergeActor& actor, uint32_t story);
  size_t size() const { return actors_.size(); }

 private:
  struct Merged {
    MergeActor actor;
    std::vector<uint32_t> stories;  // the first few
    std::vector<uint32_t> reports;  // the last few
    uint32_t first = 0;             // report
  };
  bool Same(const MergeActor& actor, uint32_t story, const Merged& merged) const;
  int CompanyOf(const MergeActor& actor, const Merged& merged) const;
  uint32_t FindNamed(const MergeActor& actor, uint32_t story) const;
  uint32_t FindBySurname(const MergeActor& actor, uint32_t story) const;
  uint32_t FindBySound(const MergeActor& actor) const;
  uint32_t FindByOffice(const MergeActor& actor) const;
  void Enter(const MergeActor& actor, uint32_t story, uint32_t found);

  const Company& company_;
  const NameNumbers& names_;
  std::vector<Merged> actors_;
  std::unordered_map<uint32_t, uint32_t> by_key_;
  std::unordered_map<uint32_t, std::vector<uint32_t>> by_name_, by_surname_, by_sound_, by_title_;
};

}  // namespace rapporteur
