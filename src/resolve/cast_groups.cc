// Whom "the two sides", "both governments" and "the two men" mean: actors named before, one by one.
#include <algorithm>
#include <set>

#include "base/among.h"
#include "resolve/cast_builder.h"

namespace rapporteur {
namespace {

constexpr int kPairBack = 6;    // sentences to a pair that is named together
constexpr int kPeopleBack = 2;  // to people who are named apart
constexpr int kPronounBack = 2;

// How many a phrase speaks of: "two", "both", "three"; 0 when it does not say.
int NumberSaid(const Tree& tree, const DescriptionPhrase& phrase) {
  if (tree.child(phrase.head, {Rel::kConj}) >= 0) return 0;  // "both government and rebels"
  for (int w = std::max(0, phrase.first - 2); w < phrase.head; ++w) {
    const std::string lower = LowerAscii(tree.word(w).form);
    if (tree.word(w + 1).form == "-") continue;  // "two-party"
    if (Among(lower, {"two", "both", "each", "neither", "either"})) return 2;
    if (lower == "three") return 3;
    if (lower == "four") return 4;
  }
  return 0;
}

// "the two sides", "both men", "these countries"; not "two men", who are new.
bool SpeaksOfKnown(const Tree& tree, const DescriptionPhrase& phrase) {
  for (int w = std::max(0, phrase.first - 2); w < phrase.head; ++w) {
    if (Among(LowerAscii(tree.word(w).form), {"the", "these", "those", "both", "each", "neither", "either"}))
      return true;
  }
  return false;
}

}  // namespace

// Whether a mention names or describes one of those that can be sides: a state, a body, an armed group, a government,
// a union.
bool CastBuilder::NamesSide(const ActorMention& one) const {
  if (one.actor < 0 || one.place) return false;
  const CastActor& actor = cast_.actors[static_cast<size_t>(one.actor)];
  const bool body = actor.type == ActorType::kOrganization || actor.type == ActorType::kGroup;
  auto has = [&](const char* kind) {
    return std::any_of(actor.sectors.begin(), actor.sectors.end(), [&](const std::string& sector) {
      return InClass(lexicon_.classes(), kind, LowerAscii(sector));
    });
  };
  if (one.form == MentionForm::kDescription && actor.rule == "description")
    return body && !actor.indefinite && actor.members.empty() && has(one.plural ? "side_sector_plural" : "side_sector");
  if (one.plural || one.form == MentionForm::kPronoun || one.form == MentionForm::kFirstPerson) return false;
  if (actor.type == ActorType::kState) return !OwnsMention(one);
  // A state's own bodies are no side beside it.
  if (actor.organization >= 0 && actor.type == ActorType::kOrganization && !actor.code.empty()) return false;
  return body && !Among(actor.code, {"IGO", "UNO", "NGO", "MNC"}) && !Among(actor.name, {"European Union"}) &&
         std::find(actor.sectors.begin(), actor.sectors.end(), "JRN") == actor.sectors.end();
}

bool CastBuilder::NamesPerson(const ActorMention& one) const {
  if (one.actor < 0 || one.plural) return false;
  if (one.form != MentionForm::kName && one.form != MentionForm::kDescription) return false;
  const CastActor& actor = cast_.actors[static_cast<size_t>(one.actor)];
  const bool known = one.form == MentionForm::kName || !actor.sectors.empty() || !actor.roles.empty();
  return known && !actor.indefinite && (actor.type == ActorType::kPerson || actor.type == ActorType::kOffice);
}

bool CastBuilder::MayJoin(const ActorMention& one, GroupKind kind) const {
  return (kind != GroupKind::kPeople && NamesSide(one)) || (kind != GroupKind::kSides && NamesPerson(one));
}

// "the government OF VELMAR", "NORVIAN troops": a state that only says whose somebody is.
bool CastBuilder::OwnsMention(const ActorMention& state) const {
  const Tree& tree = trees_[static_cast<size_t>(state.sentence)];
  const Rel rel = BaseRel(tree.rel(state.head));
  const int owned = tree.head(state.head);
  if (owned < 0 || !(rel == Rel::kNmod || rel == Rel::kAmod || rel == Rel::kCompound)) return false;
  const std::string prep = tree.preposition(state.head);
  const int actor = prep.empty() || prep == "of" ? ActorOver(state.sentence, owned) : -1;
  return actor >= 0 && actor != state.actor;
}

// Who may be one of several in a sentence, before a word: mentions, and pronouns that are its subjects.
std::vector<CastBuilder::Candidate> CastBuilder::CandidatesIn(int s, GroupKind kind, int before) const {
  const Tree& tree = trees_[static_cast<size_t>(s)];
  std::vector<Candidate> found;
  for (int m : MentionsIn(s)) {
    const ActorMention& one = mention(m);
    if (one.last >= before || !MayJoin(one, kind)) continue;
    found.push_back({one.first, one.last, HeadWord(tree, one.first, one.last), one.actor});
  }
  for (int w = 0; w < std::min(before, tree.size()); ++w) {
    const bool pronoun = Among(LowerAscii(tree.word(w).form), {"he", "she", "it"}) && tree.word(w).upos == Upos::kPron;
    if (!pronoun || BaseRel(tree.rel(w)) != Rel::kNsubj) continue;
    const int actor = AntecedentOf(s, w);
    if (actor < 0) continue;
    const ActorType type = cast_.actors[static_cast<size_t>(actor)].type;
    const bool person = type == ActorType::kPerson || type == ActorType::kOffice;
    if (kind == GroupKind::kAny || person == (kind == GroupKind::kPeople)) found.push_back({w, w, w, actor});
  }
  std::sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) { return a.first < b.first; });
  return found;
}

// The last of `number` that a sentence names together before a word: "Norvia and Selk", "the Norvia-Selk commission",
// "the minister met his counterpart", "the government's truce with the rebels"; any number where it is 0. `subject`:
// only those that are one.
std::vector<int> CastBuilder::NamedTogether(int s, GroupKind kind, int number, int before, bool subject) const {
  const Tree& tree = trees_[static_cast<size_t>(s)];
  const std::vector<Candidate> candidates = CandidatesIn(s, kind, before);
  std::vector<int> best;
  for (size_t i = 0; i < candidates.size(); ++i) {
    const Candidate& first = candidates[i];
    std::vector<int> together{first.actor};
    const std::vector<int> conjuncts = tree.conjuncts(first.head);
    if (subject && BaseRel(tree.rel(tree.coordination_head(first.head))) != Rel::kNsubj) continue;
    bool met = false;
    for (size_t k = i + 1; k < candidates.size(); ++k) {
      const Candidate& other = candidates[k];
      if (other.first <= first.last) continue;
      const bool beside = std::find(conjuncts.begin(), conjuncts.end(), other.head) != conjuncts.end();
      const bool hyphen = other.first == first.last + 2 && Among(tree.word(first.last + 1).form, {"-", "–"}) &&
                          kind != GroupKind::kPeople;
      const bool meets = together.size() == 1 && number <= 2 && MeetsIn(tree, first.head, other.head);
      if (beside || hyphen || meets) AddOnce(together, other.actor);
      met = met || meets || hyphen;
    }
    const bool whole = met || conjuncts.size() <= together.size();  // not two of three
    const int named = static_cast<int>(together.size());
    if (whole && named > 1 && (number == 0 || named == number)) best = together;
  }
  return best;
}

// Whether one of two words does something with the other: subject and "with", subject and whom it meets, owner and
// "with".
bool CastBuilder::MeetsIn(const Tree& tree, int one, int other) const {
  const std::string prep = tree.preposition(other);
  const int up = tree.head(other), clause = tree.head(one);
  if (up < 0 || clause < 0 || tree.conjuncts(other).size() > 1) return false;
  if (tree.rel(one) == Rel::kNmodPoss) return prep == "with" && up == clause;
  if (BaseRel(tree.rel(one)) != Rel::kNsubj) return false;
  if (tree.rel(other) == Rel::kObj)
    return up == clause && InClass(lexicon_.classes(), "talks_meets_whom", LowerAscii(tree.word(up).lemma));
  return prep == "with" && (up == clause || tree.head(up) == clause);
}

// Of one side: the same actor, or two who both speak for one state.
bool CastBuilder::OneSide(int a, int b) const {
  if (a == b) return true;
  const CastActor &one = cast_.actors[static_cast<size_t>(a)], &other = cast_.actors[static_cast<size_t>(b)];
  auto official = [&](const CastActor& actor) {
    return actor.type == ActorType::kState ||
           std::any_of(actor.sectors.begin(), actor.sectors.end(), [](const std::string& sector) {
             return Among(sector, {"GOV", "MIL", "COP"});
           });
  };
  const int home = one.type == ActorType::kState && one.state < 0 ? a : one.home;
  const int home_too = other.type == ActorType::kState && other.state < 0 ? b : other.home;
  const bool same_state = one.code.empty() ? other.code.empty() && home == home_too : one.code == other.code;
  return same_state && official(one) && official(other);
}

// Whether somebody can be one of "the two countries", "both sides": where a noun alone tells of them, it must fit.
bool CastBuilder::IsSideOfKind(int actor, GroupKind kind, const std::string& noun) const {
  const CastActor& one = cast_.actors[static_cast<size_t>(actor)];
  if (kind == GroupKind::kPeople || one.type == ActorType::kState) return true;
  return !InClass(lexicon_.classes(), "counted_state", noun) && !one.sectors.empty();
}

// Those of a kind whom sentences [from, s] name, one of each side: all when they are `number`, else the `number` that
// are named far oftener than the next.
std::vector<int> CastBuilder::NamedSince(int from, int s, GroupKind kind, int number, const std::string& noun) const {
  constexpr size_t kFarOftener = 2;
  std::vector<std::pair<size_t, int>> named;  // how often, who
  for (int at = std::max(0, from); at <= s; ++at) {
    for (int m : MentionsIn(at)) {
      if (!MayJoin(mention(m), kind) || !IsSideOfKind(mention(m).actor, kind, noun)) continue;
      const auto same = std::find_if(named.begin(), named.end(),
                                     [&](const auto& one) { return OneSide(one.second, mention(m).actor); });
      if (same == named.end()) {
        named.emplace_back(1, mention(m).actor);
      } else {
        ++same->first;
      }
    }
  }
  const size_t wanted = static_cast<size_t>(number);
  if (named.size() < wanted) return {};
  if (named.size() > wanted) {
    std::vector<size_t> counts;
    counts.reserve(named.size());
    for (const auto& one : named) counts.push_back(one.first);
    std::sort(counts.rbegin(), counts.rend());
    if (counts[wanted - 1] < kFarOftener * counts[wanted]) return {};
    std::erase_if(named, [&](const auto& one) { return one.first < counts[wanted - 1]; });
  }
  std::vector<int> members;
  members.reserve(named.size());
  for (const auto& one : named) members.push_back(one.second);
  return members;
}

// "their foreign ministers", after a pair of states: who holds the office there, else the states for which they speak.
std::vector<int> CastBuilder::HoldersOfBoth(int s, const DescriptionPhrase& phrase) {
  if (!IsMany(trees_[static_cast<size_t>(s)], phrase.possessor) || phrase.titles.empty()) return {};
  const int owner = AntecedentOf(s, phrase.possessor);
  std::vector<int> states = owner < 0 ? std::vector<int>{} : cast_.actors[static_cast<size_t>(owner)].members;
  if (states.empty()) states = Together(s, phrase.possessor, GroupKind::kSides, 2, kPronounBack);
  std::vector<int> holders;
  for (int state : states) {
    const std::string code = cast_.actors[static_cast<size_t>(state)].code;
    const int holder = code.empty() ? -1 : HolderOfOffice(phrase, code);
    if (holder < 0) return states;
    holders.push_back(holder);
  }
  return holders;
}

// The last `number` that are named together before a word, at most `back` sentences ago.
std::vector<int> CastBuilder::Together(int s, int before, GroupKind kind, int number, int back) const {
  for (int at = s; at >= std::max(0, s - back); --at) {
    const int end = at == s ? before : trees_[static_cast<size_t>(at)].size();
    std::vector<int> together = NamedTogether(at, kind, number, end, false);
    if (!together.empty()) return together;
  }
  return {};
}

// The actors that a plural description means one by one; empty when it is not clear.
std::vector<int> CastBuilder::MembersOf(int s, const DescriptionPhrase& phrase) {
  const Tree& tree = trees_[static_cast<size_t>(s)];
  const int said = NumberSaid(tree, phrase);
  if ((!phrase.plural && said == 0) || !phrase.owners.empty()) return {};
  if (phrase.possessor >= 0) return HoldersOfBoth(s, phrase);
  if (!SpeaksOfKnown(tree, phrase)) return {};
  const std::string noun = phrase.lemma.substr(phrase.lemma.rfind(' ') + 1);
  const bool sides = InClass(lexicon_.classes(), "counted_side", noun);
  const bool people = InClass(lexicon_.classes(), "counted_person", noun);
  if (!sides && !(people && said > 0)) return {};
  if (said == 0 && (!InClass(lexicon_.classes(), "paired_side", noun) || phrase.first < phrase.phrase_first)) return {};
  const int number = said == 0 ? 2 : said;
  const GroupKind kind = sides ? GroupKind::kSides : GroupKind::kPeople;
  std::vector<int> members = Together(s, phrase.first, kind, number, kPairBack);
  if (members.empty()) members = NamedSince(sides ? s - 1 : s - kPeopleBack, s, kind, number, noun);
  if (members.empty() && sides) members = NamedSince(0, s, kind, number, noun);
  const bool fit = std::all_of(members.begin(), members.end(), [&](int member) {
    return !InClass(lexicon_.classes(), "counted_state", noun) || IsSideOfKind(member, kind, noun);
  });
  return fit ? members : std::vector<int>{};
}

// How many a word that stands alone means: "the two", "the pair", "each", "neither"; 0 for other words.
int CastBuilder::NumberMeant(const Tree& tree, int w) const {
  const ParsedWord& word = tree.word(w);
  const std::string lower = LowerAscii(word.form);
  const Rel rel = BaseRel(word.rel);
  const bool argument = rel == Rel::kNsubj || rel == Rel::kObj || rel == Rel::kObl || rel == Rel::kNmod ||
                        rel == Rel::kConj || rel == Rel::kIobj;
  if (!argument) return 0;
  const int of = tree.child(w, {Rel::kNmod});
  const bool of_them = of >= 0 && Among(LowerAscii(tree.word(of).form), {"them", "us", "these", "those"});
  if (of >= 0 && !of_them) return 0;
  if (Among(lower, {"each", "neither", "both"}) && word.upos != Upos::kNoun) return 2;
  const std::string before = w == 0 ? "" : LowerAscii(tree.word(w - 1).form);
  if (!Among(before, {"the", "these", "those", "all"})) return 0;
  if (Among(lower, {"two", "pair", "duo"})) return 2;
  if (Among(lower, {"three", "trio"})) return 3;
  return lower == "four" ? 4 : 0;
}

bool CastBuilder::IsMany(const Tree& tree, int w) {
  return Among(LowerAscii(tree.word(w).form), {"they", "them", "their", "theirs", "themselves"});
}

// Whom "they" or "the two" means where it is several, named together a short way before; -1 where it is not clear.
// `than` is how present the one is that a pronoun could mean else.
int CastBuilder::GroupMeant(int s, int w, int number, double than) {
  const Tree& tree = trees_[static_cast<size_t>(s)];
  const bool they = IsMany(tree, w);
  const int back = !they ? kPronounBack : LowerAscii(tree.word(w).form) == "them" ? 0 : 1;
  for (int at = s; at >= std::max(0, s - back); --at) {
    const int end = at == s ? w : trees_[static_cast<size_t>(at)].size();
    const std::vector<int> members = NamedTogether(at, GroupKind::kAny, number, end, they);
    if (members.empty()) continue;
    if (they) {
      double present = -1e9;
      for (int m : MentionsIn(at)) {
        const bool member = std::find(members.begin(), members.end(), mention(m).actor) != members.end();
        if (mention(m).last < end && member) present = std::max(present, Salience(mention(m), s, w));
      }
      if (present < than) return -1;
    }
    return ActorOfGroup(members);
  }
  return -1;
}

// The one actor for all words that mean these.
int CastBuilder::ActorOfGroup(const std::vector<int>& members) {
  std::string key = "members";
  CastActor group;
  group.type = ActorType::kGroup;
  group.plural = true;
  group.rule = "members";
  group.confidence = 0.6;
  group.members = members;
  const CastActor& first = cast_.actors[static_cast<size_t>(members.front())];
  group.code = first.code;
  group.home = first.home;
  for (int member : members) {
    const CastActor& one = cast_.actors[static_cast<size_t>(member)];
    key += "|" + std::to_string(member);
    group.name += (group.name.empty() ? "" : member == members.back() ? " and " : ", ") + one.name;
    if (one.code != group.code) group.code.clear();
    if (one.home != group.home) group.home = -1;
    group.steps.push_back("means " + one.name + ", named before");
  }
  const auto known = by_name_.find(key);
  if (known != by_name_.end()) return known->second;
  return by_name_[key] = NewActor(std::move(group));
}

}  // namespace rapporteur
