#include "coding/attack_words.h"

#include <algorithm>

#include "base/among.h"

namespace rapporteur {
namespace {

constexpr int kByWords = 2;  // points

class Weigher {
 public:
  Weigher(const Tree& t, const Proposition& p, const WordClasses& classes) : t_(t), p_(p), classes_(classes) {}

  bool InClass(std::string_view name, std::string_view lower) const {
    return rapporteur::InClass(classes_, name, lower);
  }

  bool InClass(std::string_view name, int word) const {
    return InClass(name, LowerAscii(t_.word(word).lemma)) || InClass(name, LowerAscii(t_.word(word).form));
  }

  // Arms, wounds, places of a fight anywhere in the sentence.
  bool Physical() const {
    for (int w = 0; w < t_.size(); ++w) {
      if (w != p_.word && InClass("physicalsign", w)) return true;
    }
    return false;
  }

  bool HasSector(const ActorRef& who, std::string_view name) const {
    return std::any_of(who.sectors.begin(), who.sectors.end(),
                       [&](const std::string& sector) { return InClass(name, LowerAscii(sector)); });
  }

  // Words of speech that hang on the predicate: "in an interview", "calling him a liar"; reasons: "over", "for".
  int Speech(std::string& why) const {
    int points = 0;
    for (const Argument& a : p_.arguments) {
      if (a.slot != Slot::kOblique) continue;
      if (InClass("speechsetting", a.word)) points += Add(why, 2, t_.word(a.word).form);
      if (a.prep == "over" || (a.prep == "for" && InClass("wordtarget", a.word))) points += Add(why, 1, a.prep);
    }
    for (int c : t_.children(p_.word)) {
      if (t_.rel(c) != Rel::kAdvcl) continue;
      const int mark = t_.child(c, {Rel::kMark});
      if (InClass("speechverb", c)) {
        points += Add(why, 2, t_.word(c).form);
      } else if (mark >= 0 && Among(LowerAscii(t_.word(mark).form), {"for", "over"})) {
        points += Add(why, 1, LowerAscii(t_.word(mark).form) + " " + t_.word(c).form);
      }
    }
    return points;
  }

  static int Add(std::string& why, int points, const std::string& what) {
    why += (why.empty() ? "" : ", ") + what;
    return points;
  }

 private:
  const Tree& t_;
  const Proposition& p_;
  const WordClasses& classes_;
};

}  // namespace

std::string AttackByWords(const Tree& t, const Proposition& p, const AttackSides& sides, const WordClasses& classes) {
  const Weigher weigh(t, p, classes);
  if (!weigh.InClass("wordstrike", p.word) || sides.actors.empty() || sides.recipients.empty()) return "";
  const ActorRef& actor = sides.actors.front();
  const ActorRef& other = sides.recipients.front();
  if (weigh.HasSector(actor, "armedsector") || weigh.HasSector(other, "armedsector") || weigh.Physical()) return "";
  // A state is none: its armies attack. A person whom the report names without more is taken for one.
  auto political = [&](const ActorRef& who) {
    if (who.actor < 0) return false;
    const CastActor& known = sides.cast.actors[static_cast<size_t>(who.actor)];
    const bool named = known.type == ActorType::kPerson && who.sectors.empty() && StartsUpper(known.name);
    return known.state < 0 && (named || weigh.HasSector(who, "politicalsector"));
  };
  for (int w = 0; w < t.size(); ++w) {  // "supporters of the party": a crowd, not the party
    if (t.word(w).span.begin >= actor.span.begin && t.word(w).span.end <= actor.span.end && weigh.InClass("crowd", w))
      return "";
  }
  std::string why;
  int points = 0;
  if (political(actor)) points += Weigher::Add(why, 1, "politics attacks");
  if (political(other)) points += Weigher::Add(why, 1, "politics is attacked");
  points += weigh.Speech(why);
  return points >= kByWords ? why : "";
}

}  // namespace rapporteur
