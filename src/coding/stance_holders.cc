#include "coding/stance_holders.h"

#include <algorithm>
#include <string>

#include "base/among.h"

namespace rapporteur {
namespace {

constexpr int kMaxAbove = 4;

// Of the words of a line's complement, what only says how it is to be read.
bool HasPrefix(const StanceLine& line, std::string_view prefix, std::string& rest) {
  for (const std::string& one : line.complement) {
    if (!one.starts_with(prefix)) continue;
    rest = one.substr(prefix.size());
    return true;
  }
  return false;
}

}  // namespace

// Who holds it: the subject; of "it is unacceptable, he said" the speaker.
std::vector<ActorRef> StanceHolders::Of(const Proposition& p, const StanceLine& line) const {
  if (std::string prep; HasPrefix(line, "by:", prep)) {  // "unpopular WITH teachers"
    const Argument* who = p.Find(Slot::kOblique, prep);
    return who == nullptr ? std::vector<ActorRef>{} : d_.in().matcher.Actors(p.sentence, who->word, false, false);
  }
  if (Takes(line, "bearer")) return Bearer(p);
  if (Takes(line, "speaker")) {
    if (const Proposition* verb = words_.Deeming(p)) return d_.Subjects(*verb);
    return Speaker(p);
  }
  const Tree& t = d_.tree(p);
  if (p.kind == PredicateKind::kAdjective && p.Find(Slot::kSubject) == nullptr) {  // "forces loyal to the president"
    const bool beside = t.rel(p.word) == Rel::kAmod || t.rel(p.word) == Rel::kAcl;
    if (beside) return d_.in().matcher.Actors(p.sentence, t.head(p.word), false, false);
    return {};
  }
  if (const Proposition* verb = AgainstWhom(p)) return d_.Subjects(*verb);
  std::vector<ActorRef> holders = IsHeadline(p) ? First(p) : d_.Subjects(Bearing(p));
  if (holders.empty() && p.kind == PredicateKind::kNoun) holders = Carrier(p);
  if (holders.empty()) holders = OfWhom(p);
  if (holders.empty() && p.link == Link::kCoordinate &&
      p.above >= 0) {  // "is under pressure but has vowed to stay"; "said it was a step and urged them to go on"
    const Proposition& first = d_.proposition(p.above);
    if (first.kind != PredicateKind::kVerb && t.child(p.word, {Rel::kNsubj, Rel::kNsubjPass}) < 0)
      holders = d_.Subjects(first);
    const bool told = first.kind != PredicateKind::kVerb && first.above >= 0 && p.past && holders.empty();
    if (told && first.link == Link::kCcomp) holders = d_.Subjects(d_.proposition(first.above));
  }
  if (holders.empty()) holders = Before(p);
  if (holders.empty() && p.passive && p.Find(Slot::kSubject) == nullptr) holders = Unsaid(p);
  return holders;
}

// Who does what a passive leaves without its doer: "in Sandar the plan is being studied"; the speaker of "it would
// never be tolerated".
std::vector<ActorRef> StanceHolders::Unsaid(const Proposition& p) const {
  const Tree& t = d_.tree(p);
  for (int c : t.children(p.word)) {
    if (BaseRel(t.rel(c)) != Rel::kObl || t.preposition(c) != "in") continue;
    std::vector<ActorRef> where = d_.in().matcher.Actors(p.sentence, c, true, false);
    std::erase_if(where, [&](const ActorRef& who) { return !d_.IsPublic(who); });
    if (!where.empty()) return where;
  }
  return p.modal.empty() ? std::vector<ActorRef>{} : Speaker(p);
}

// "Putin mirrors US exit from pact, rules out fresh talks": no stop, and a verb right after a comma.
bool StanceHolders::IsHeadline(const Proposition& p) const {
  const Tree& t = d_.tree(p);
  if (p.kind != PredicateKind::kVerb || p.word < 2 || t.word(p.word).xpos != "VBZ") return false;
  return t.word(p.word - 1).form == "," && t.word(t.size() - 1).upos != Upos::kPunct;
}

std::vector<ActorRef> StanceHolders::First(const Proposition& p) const {
  for (const ActorMention& who : d_.in().cast.MentionsIn(p.sentence)) {
    if (!who.place) return d_.in().matcher.Actors(p.sentence, who.head, false, false);
  }
  return {};
}

// "urged Pyongyang to stop and called on Seoul to wait": the finite verb goes with the finite one.
const Proposition& StanceHolders::Bearing(const Proposition& p) const {
  if (const Proposition* have = words_.HasYetTo(p)) return *have;
  if (p.link != Link::kCoordinate || p.above < 0 || !p.past || p.passive) return p;
  const Proposition& first = d_.proposition(p.above);
  if (!first.infinitive || first.above < 0 || d_.tree(p).child(p.word, {Rel::kNsubj}) >= 0) return p;
  return d_.proposition(first.above);
}

// "The day after the talks Ms Orr, the minister, denounced the text", with the subject hung elsewhere: the actor
// nearest before a finite verb that has none.
std::vector<ActorRef> StanceHolders::Before(const Proposition& p) const {
  const Tree& t = d_.tree(p);
  if (p.kind != PredicateKind::kVerb || p.passive || p.infinitive || p.participle || p.imperative) return {};
  if (t.child(p.word, {Rel::kNsubj, Rel::kNsubjPass, Rel::kExpl, Rel::kCc}) >= 0 || t.rel(p.word) == Rel::kAclRelcl)
    return {};
  for (int w = p.word - 1; w >= 0; --w) {
    if (t.word(w).upos == Upos::kVerb || t.rel(w) == Rel::kMark) return {};
    const ActorMention* who = d_.in().cast.MentionAt(p.sentence, w);
    if (who == nullptr || who->place || who->head != w || t.rel(w) == Rel::kNmodPoss) continue;
    return d_.in().matcher.Actors(p.sentence, w, false, false);
  }
  return {};
}

// "protested against the gangs DEMANDING them to leave": not the gangs, but who protested.
const Proposition* StanceHolders::AgainstWhom(const Proposition& p) const {
  const Tree& t = d_.tree(p);
  int word = t.head(p.word);
  const bool them = p.word + 1 < t.size() && LowerAscii(t.word(p.word + 1).form) == "them";
  if (!them || t.rel(p.word) != Rel::kAcl || word < 0 || t.preposition(word) != "against") return nullptr;
  while (word >= 0 && t.word(word).upos != Upos::kVerb) word = t.head(word);
  return word < 0 ? nullptr : d_.in().layer.At(p.sentence, word);
}

// What another charges the holder with is not the holder's own word: "accusations that Turkey supports them".
bool StanceHolders::IsImputed(const ActorRef& who, const Proposition& p) const {
  const Tree& t = d_.tree(p);
  int word = p.word;
  for (int up = 0; up < kMaxAbove && word >= 0; ++up, word = t.head(word)) {
    const Rel rel = t.rel(word);
    const int head = t.head(word);
    const int mark = t.child(word, {Rel::kMark});
    const bool that = mark >= 0 && LowerAscii(t.word(mark).form) == "that";
    const bool clausal = that || rel == Rel::kCcomp || rel == Rel::kAcl || rel == Rel::kAdvcl || rel == Rel::kObl;
    if (head < 0) return false;
    if (!clausal || !d_.InClass("stance_imputed", LowerAscii(t.word(head).lemma))) continue;
    const Proposition* charge = d_.in().layer.At(p.sentence, head);
    std::vector<ActorRef> by;
    if (charge != nullptr && charge->kind == PredicateKind::kVerb) by = d_.Subjects(*charge);
    if (const int owner = t.child(head, {Rel::kNmodPoss}); owner >= 0)
      by = d_.in().matcher.Actors(p.sentence, owner, false, false);
    return std::none_of(by.begin(), by.end(),
                        [&](const ActorRef& one) { return one.actor == who.actor || d_.SameSide(one, who); });
  }
  return false;
}

// "two-thirds of Greeks", "most of the mayors": who is counted.
std::vector<ActorRef> StanceHolders::OfWhom(const Proposition& p) const {
  const Tree& t = d_.tree(p);
  for (const Argument& a : p.arguments) {
    if (a.slot != Slot::kSubject) continue;
    const bool counts = t.word(a.word).upos == Upos::kNum || d_.InClass("measure", LowerAscii(t.word(a.word).lemma)) ||
                        Among(LowerAscii(t.word(a.word).lemma), {"majority", "minority", "two-third", "most", "many",
                                                                 "some", "several", "few", "number", "both"});
    const int of = t.child(a.word, {Rel::kNmod});
    if (counts && of >= 0 && Among(t.preposition(of), {"of", "in", "among", "within", "from"}))
      return d_.in().matcher.Actors(p.sentence, of, false, false);
  }
  return {};
}

// "gave its backing", "voiced support", "walked out in protest": whose verb carries the noun.
std::vector<ActorRef> StanceHolders::Carrier(const Proposition& p) const {
  if (p.light_verb >= 0) {
    if (const Proposition* verb = d_.in().layer.At(p.sentence, p.light_verb)) {
      if (std::vector<ActorRef> holders = d_.Subjects(*verb); !holders.empty()) return holders;
    }
  }
  if (p.above < 0) return {};
  const Proposition& verb = d_.proposition(p.above);
  if (p.link == Link::kObject && d_.InClass("stance_voice", verb.lemma)) return d_.Subjects(verb);
  // "spoke in support of it", "stayed away in protest over it"
  if (p.link == Link::kOblique && Among(p.mark, {"in", "for", "with"}) && verb.kind == PredicateKind::kVerb &&
      d_.InClass("stance_in", p.lemma))
    return d_.Subjects(verb);
  if (p.link == Link::kCoordinate && verb.kind == PredicateKind::kNoun) return Carrier(verb);
  return {};
}

// Whom a noun names: "X is an opponent of it", "X, a critic of the police", "opponents of the law".
std::vector<ActorRef> StanceHolders::Bearer(const Proposition& p) const {
  const Tree& t = d_.tree(p);
  if (p.Find(Slot::kSubject) != nullptr) return d_.Subjects(p);
  if (t.rel(p.word) == Rel::kAppos && t.head(p.word) >= 0) {
    std::vector<ActorRef> named = d_.in().matcher.Actors(p.sentence, t.head(p.word), false, false);
    if (!named.empty()) return named;
  }
  if (const Proposition* verb = words_.Deeming(p)) {
    if (const Argument* object = verb->Find(Slot::kObject); object != nullptr && object->word != p.word)
      return d_.in().matcher.Actors(p.sentence, object->word, false, false);
  }
  return d_.in().matcher.Actors(p.sentence, p.word, false, false);
}

std::vector<ActorRef> StanceHolders::Speaker(const Proposition& p) const {
  const Tree& t = d_.tree(p);
  for (int c : t.children(p.word)) {  // "For the African Union, his turn is void"
    const bool eyes = t.preposition(c) == "in" && Among(LowerAscii(t.word(c).lemma), {"eye", "view", "opinion"});
    const int whose = eyes ? t.child(c, {Rel::kNmod, Rel::kNmodPoss}) : c;
    if (BaseRel(t.rel(c)) != Rel::kObl || whose < 0 || !(eyes || (t.preposition(c) == "for" && c < p.word))) continue;
    std::vector<ActorRef> who = d_.in().matcher.Actors(p.sentence, whose, false, false);
    if (!who.empty() && d_.IsPublic(who.front())) return who;
  }
  const int statement = d_.in().told.Innermost(t.word(p.word).span.begin);
  if (statement < 0) return {};
  const std::optional<ActorRef>& who = d_.in().told.statements()[static_cast<size_t>(statement)].speaker;
  return who ? std::vector<ActorRef>{*who} : std::vector<ActorRef>{};
}

bool StanceHolders::MayHold(const ActorRef& who, const Proposition& p, const StanceLine& line) const {
  if (who.actor < 0 || IsImputed(who, p)) return false;
  const CastActor& actor = d_.in().cast.actors[static_cast<size_t>(who.actor)];
  if (Takes(line, "public") && actor.type == ActorType::kPerson && actor.code.empty() && actor.sectors.empty())
    return false;
  if (!Takes(line, "unarmed")) return true;
  // Who fights opposes and defends with arms.
  const bool armed = std::any_of(actor.sectors.begin(), actor.sectors.end(), [&](const std::string& sector) {
    return Among(sector, {"MIL", "REB", "UAF", "COP"}) && actor.code != "IGO";
  });
  if (!armed) return true;
  const Tree& t = d_.tree(p);
  for (int w = 0; w < t.size(); ++w) {
    if (w != p.word && d_.InClass("physicalsign", LowerAscii(t.word(w).lemma)) && !t.word(w).span.overlaps(who.span))
      return false;
  }
  return true;
}

}  // namespace rapporteur
