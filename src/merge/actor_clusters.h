// Merges the actors of many reports: each joins the one whom it is, or is new.
//
// Not for several threads. Deterministic.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "merge/company.h"
#include "merge/facts.h"

namespace rapporteur {

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
    uint32_t first = 0, last = 0;   // turns
  };
  bool Same(const MergeActor& actor, uint32_t story, const Merged& merged) const;
  int CompanyOf(const MergeActor& actor, const Merged& merged) const;
  uint32_t FindNamed(const MergeActor& actor, uint32_t story) const;
  uint32_t FindBySurname(const MergeActor& actor, uint32_t story) const;
  uint32_t FindBySound(const MergeActor& actor) const;
  uint32_t FindByOffice(const MergeActor& actor) const;
  void Enter(const MergeActor& actor, uint32_t story, uint32_t found);

  const Company& company_;
  uint32_t turn_ = 0;  // counts the reports
  uint32_t turn_report_ = kNobody;
  const NameNumbers& names_;
  std::vector<Merged> actors_;
  std::unordered_map<uint32_t, uint32_t> by_key_;
  std::unordered_map<uint32_t, std::vector<uint32_t>> by_name_, by_surname_, by_sound_, by_title_;
};

}  // namespace rapporteur
