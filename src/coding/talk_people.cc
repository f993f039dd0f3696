#include "coding/talk_people.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace rapporteur {
namespace {

// The noun or number that leads a description: "generals" of "the two generals of the north".
std::string_view HeadWord(std::string_view words) {
  for (std::string_view mark : {" of ", " from ", ", "}) words = words.substr(0, words.find(mark));
  const size_t space = words.rfind(' ');
  return space == std::string_view::npos ? words : words.substr(space + 1);
}

// Of a noun in the plural the form that classes list.
std::string Singular(const std::string& noun) {
  if (noun.ends_with("ies")) return noun.substr(0, noun.size() - 3) + "y";
  return noun.ends_with("s") ? noun.substr(0, noun.size() - 1) : noun;
}

}  // namespace

bool TalkPeople::IsCollective(const ActorRef& who) const {
  const std::string words = LowerAscii(who.span.of(d_.in().report.text.utf8));
  return d_.InClass("talks_collective", words.substr(words.rfind(' ') + 1));
}

bool TalkPeople::AreSeveral(const ActorRef& who) const {
  const std::string words = LowerAscii(who.span.of(d_.in().report.text.utf8));
  if (d_.InClass("talks_number", words.substr(0, words.find(' ')))) return true;
  const std::string head(HeadWord(words));
  const bool plural = head.ends_with('s') && d_.InClass("talks_person", Singular(head));
  if (plural || d_.InClass("talks_collective", head)) return true;
  return who.actor >= 0 && d_.in().cast.actors[static_cast<size_t>(who.actor)].members.size() > 1;
}

int TalkPeople::Sides(const std::vector<ActorRef>& all) const {
  int sides = 0;
  for (const ActorRef& who : all) sides += AreSeveral(who) ? 2 : 1;
  return sides;
}

bool TalkPeople::IsPublic(const ActorRef& who) const {
  if (!who.sectors.empty() && d_.IsPolitical(who)) return true;
  const std::string words = LowerAscii(who.span.of(d_.in().report.text.utf8));
  const std::string head(HeadWord(words));
  if (d_.InClass("talks_person", head) || d_.InClass("talks_person", Singular(head))) return true;
  if (who.actor < 0 || !who.sectors.empty()) return who.sectors.empty() && !who.code.empty();
  const CastActor& actor = d_.in().cast.actors[static_cast<size_t>(who.actor)];
  auto noun_tells = [&](const std::string& noun) {
    return d_.InClass("talks_person", noun.substr(noun.rfind(' ') + 1));
  };
  auto is_public = [&](int member) {
    const CastActor& one = d_.in().cast.actors[static_cast<size_t>(member)];
    return !one.sectors.empty() || one.type == ActorType::kState;
  };
  return actor.type == ActorType::kState || std::any_of(actor.nouns.begin(), actor.nouns.end(), noun_tells) ||
         std::any_of(actor.members.begin(), actor.members.end(), is_public);
}

bool TalkPeople::IsPublicNoun(const Tree& tree, int word) const {
  return d_.InClass("talks_person", LowerAscii(tree.word(word).lemma));
}

}  // namespace rapporteur
