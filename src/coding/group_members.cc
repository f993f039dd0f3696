#include "coding/group_members.h"

#include <algorithm>

namespace rapporteur {
std::vector<ActorRef> NamedMembers(const Cast& cast, const std::vector<ActorRef>& list) {
  std::vector<ActorRef> all;
  auto known = [&](int actor) {
    auto is = [&](const ActorRef& who) { return who.actor == actor; };
    return std::any_of(all.begin(), all.end(), is) || std::any_of(list.begin(), list.end(), is);
  };
  for (const ActorRef& who : list) {
    const bool group = who.actor >= 0 && !cast.actors[static_cast<size_t>(who.actor)].members.empty();
    if (!group) {
      all.push_back(who);
      continue;
    }
    for (int member : cast.actors[static_cast<size_t>(who.actor)].members) {
      const CastActor& actor = cast.actors[static_cast<size_t>(member)];
      if (!known(member)) all.push_back({member, actor.code, actor.sectors, who.span});
    }
  }
  return all;
}

void NameGroupMembers(const Cast& cast, Items& items) {
  for (Event& event : items.events) {
    event.actors = NamedMembers(cast, event.actors);
    event.recipients = NamedMembers(cast, event.recipients);
  }
  for (Talks& talks : items.talks) {
    talks.participants = NamedMembers(cast, talks.participants);
    talks.proposers = NamedMembers(cast, talks.proposers);
  }
  for (Agreement& agreement : items.agreements) agreement.parties = NamedMembers(cast, agreement.parties);
}

}  // namespace rapporteur
