#include "merge/actor_clusters.h"

#include <algorithm>

#include "merge/few.h"
#include "merge/name_sound.h"

namespace rapporteur {
namespace {

constexpr size_t kStories = 6;     // of an actor that are kept
constexpr size_t kReports = 6;     // likewise, whose company is compared
constexpr int kCompany = 3;        // words of names in common that make half a name one
constexpr size_t kOffices = 12;    // likewise
constexpr size_t kMostTried = 48;  // actors of one name that another is compared with, the last ones

bool ShareOne(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) {
  return std::any_of(a.begin(), a.end(), [&](uint32_t x) { return std::find(b.begin(), b.end(), x) != b.end(); });
}

}  // namespace

int ActorClusters::CompanyOf(const MergeActor& actor, const Merged& merged) const {
  int most = 0;
  for (const uint32_t report : merged.reports)
    most = std::max(most, company_.Shared(actor.report, report, actor.words));
  return most;
}

bool ActorClusters::Same(const MergeActor& actor, uint32_t story, const Merged& merged) const {
  const MergeActor& other = merged.actor;
  if ((actor.key != 0 && other.key != 0) || actor.report == other.report) return false;
  if (actor.type != other.type && !actor.guessed && !other.guessed) return false;
  if (actor.code != 0 && other.code != 0 && actor.code != other.code) return false;
  // A state has its name for itself.
  if (actor.type == ActorType::kState || other.type == ActorType::kState) return true;
  if (std::find(merged.stories.begin(), merged.stories.end(), story) != merged.stories.end()) return true;
  const int company = CompanyOf(actor, merged);
  if (!actor.whole_name) return company > 1 && company + 1 >= kCompany;
  return company > 1 || (actor.code != 0 && actor.code == other.code) || ShareOne(actor.offices, other.offices);
}

uint32_t ActorClusters::FindNamed(const MergeActor& actor, uint32_t story) const {
  const auto at = by_name_.find(actor.folded);
  if (at == by_name_.end()) return kNobody;
  const std::vector<uint32_t>& named = at->second;
  for (size_t i = named.size(); i-- > 0 && named.size() - i <= kMostTried;) {
    if (Same(actor, story, actors_[named[i]])) return named[i];
  }
  return kNobody;
}

// "Minister Toren" of one report is Ilva Toren of another where they have office or story in common, or company; where
// two could be meant it is nobody of them.
uint32_t ActorClusters::FindBySurname(const MergeActor& actor, uint32_t story) const {
  if ((actor.type != ActorType::kPerson && !actor.guessed) || actor.whole_name) return kNobody;
  const auto at = by_surname_.find(actor.folded);
  if (at == by_surname_.end()) return kNobody;
  uint32_t found = kNobody;
  int best = 0;
  bool alone = false;
  const std::vector<uint32_t>& named = at->second;
  for (size_t i = named.size(); i-- > 0 && named.size() - i <= kMostTried;) {
    const Merged& merged = actors_[named[i]];
    if (merged.actor.report == actor.report) continue;
    if (actor.code != 0 && merged.actor.code != 0 && actor.code != merged.actor.code) continue;
    const bool one_story = std::find(merged.stories.begin(), merged.stories.end(), story) != merged.stories.end();
    const int company = CompanyOf(actor, merged);
    if (company < 1 && !one_story) continue;
    const int points = std::min(kCompany, company) + (one_story ? kCompany : 0) +
                       (ShareOne(actor.titles, merged.actor.titles) ? 2 : 0) + (named.size() == 1 ? 1 : 0);
    if (points == best) alone = false;
    if (points >= kCompany && points > best) {
      best = points;
      found = named[i];
      alone = true;
    }
  }
  return alone ? found : kNobody;
}

uint32_t ActorClusters::FindBySound(const MergeActor& actor) const {
  const auto at = by_sound_.find(actor.sound);
  if (actor.sound == 0 || at == by_sound_.end()) return kNobody;
  const std::vector<uint32_t>& named = at->second;
  for (size_t i = named.size(); i-- > 0 && named.size() - i <= kMostTried;) {
    const Merged& merged = actors_[named[i]];
    if (merged.actor.key != 0 || merged.actor.report == actor.report) continue;
    if (CompanyOf(actor, merged) >= kCompany &&
        SpelledAlike(names_.text(actor.folded), names_.text(merged.actor.folded)))
      return named[i];
  }
  return kNobody;
}

// "The foreign minister" is who was last called so in the reports of this company; where two were at one time, as of
// two states, nobody.
uint32_t ActorClusters::FindByOffice(const MergeActor& actor) const {
  const auto at = by_title_.find(actor.office);
  if (at == by_title_.end()) return kNobody;
  uint32_t last = kNobody;
  uint32_t others_until = 0;
  const std::vector<uint32_t>& holders = at->second;
  for (size_t i = holders.size(); i-- > 0 && holders.size() - i <= kMostTried;) {
    const Merged& merged = actors_[holders[i]];
    if (merged.actor.report == actor.report || CompanyOf(actor, merged) < kCompany) continue;
    if (last == kNobody) {
      last = holders[i];
    } else {
      others_until = std::max(others_until, merged.last);
    }
  }
  return last != kNobody && (others_until == 0 || actors_[last].first > others_until) ? last : kNobody;
}

void ActorClusters::Enter(const MergeActor& actor, uint32_t story, uint32_t found) {
  Merged& merged = actors_[found];
  if (actor.key != 0) by_key_.emplace(actor.key, found);
  if (merged.actor.key == 0) merged.actor.key = actor.key;
  if (merged.actor.code == 0) merged.actor.code = actor.code;
  if (merged.actor.guessed && !actor.guessed) {
    merged.actor.guessed = false;
    merged.actor.type = actor.type;
  }
  merged.actor.report = actor.report;
  merged.last = turn_;
  for (const uint32_t office : actor.offices) AddFew(office, kOffices, merged.actor.offices);
  for (const uint32_t title : actor.titles) {
    AddFew(title, kOffices, merged.actor.titles);
    std::vector<uint32_t>& holders = by_title_[title];
    const size_t count = std::min(holders.size(), kMostTried);
    if (std::find(holders.end() - static_cast<std::ptrdiff_t>(count), holders.end(), found) == holders.end())
      holders.push_back(found);
  }
  AddFew(story, kStories, merged.stories);
  if (merged.reports.size() == kReports) merged.reports.erase(merged.reports.begin());
  merged.reports.push_back(actor.report);
}

uint32_t ActorClusters::Join(const MergeActor& actor, uint32_t story) {
  if (actor.report != turn_report_) ++turn_;
  turn_report_ = actor.report;
  uint32_t found = kNobody;
  if (const auto at = by_key_.find(actor.key); actor.key != 0 && at != by_key_.end()) found = at->second;
  if (found == kNobody && actor.office != 0) found = FindByOffice(actor);
  if (!actor.described) {
    if (found == kNobody && actor.key == 0) found = FindBySurname(actor, story);
    if (found == kNobody) found = FindNamed(actor, story);
    if (found == kNobody && actor.key == 0) found = FindBySound(actor);
  }
  if (found == kNobody) {
    found = static_cast<uint32_t>(actors_.size());
    actors_.push_back({actor, {}, {}, turn_, turn_});
    if (!actor.described) {
      by_name_[actor.folded].push_back(found);
      if (actor.surname != 0) by_surname_[actor.surname].push_back(found);
      if (actor.sound != 0) by_sound_[actor.sound].push_back(found);
    }
  }
  Enter(actor, story, found);
  return found;
}

}  // namespace rapporteur
