#include "resolve/own_names.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/among.h"
#include "lexicon/fold.h"
#include "resolve/own_names_gather.h"
#include "resolve/place_role.h"

namespace rapporteur {
namespace {

// What speaks for a kind. A title or a word of courtesy decides over many guesses of the model; so does an adjective.
constexpr double kModelSays = 1, kPreposition = 2, kBeside = 2, kOwns = 3, kRealm = 3, kTitled = 4, kTown = 4,
                 kBodyNoun = 4, kCourtesy = 5, kDemonym = 5, kSurname = 6;

constexpr int64_t kKnownTown = 5000;

size_t At(OwnKind kind) { return static_cast<size_t>(kind); }

// Weighs what stands around the sights of a candidate.
class Voter {
 public:
  Voter(const std::vector<Tree>& trees, const Lexicon& lexicon, const DescriptionsBySentence& found,
        const NamesBySentence& names, OwnCandidates& candidates)
      : trees_(trees), lexicon_(lexicon), found_(found), names_(names), candidates_(candidates) {}

  void Vote() {
    NotePeople();
    for (OwnCandidate& one : candidates_.all) {
      VoteByWords(one);
      for (const OwnSight& sight : one.sights) VoteBySight(one, sight);
      VoteByTables(one);
    }
    for (OwnCandidate& one : candidates_.all) VoteBySurname(one);
    for (OwnCandidate& one : candidates_.all) {
      if (!one.derived.empty() && one.votes[At(OwnKind::kPerson)] < kTitled + one.models[At(OwnKind::kPerson)])
        Add(one, OwnKind::kState, kDemonym, "an adjective is made of it");
      else
        one.derived.clear();
    }
    for (OwnCandidate& one : candidates_.all) VoteByCompany(one);
  }

 private:
  bool In(std::string_view name, const std::string& word) const { return InClass(lexicon_.classes(), name, word); }

  static void Add(OwnCandidate& one, OwnKind kind, double weight, const std::string& why) {
    one.votes[At(kind)] += weight;
    if (std::find(one.reasons[At(kind)].begin(), one.reasons[At(kind)].end(), why) == one.reasons[At(kind)].end())
      one.reasons[At(kind)].push_back(why);
  }

  bool IsBodyNoun(const std::string& word) const {
    if (In("body_noun", word)) return true;
    const AgentNoun* agent = lexicon_.FindAgent(word);
    return agent != nullptr && (agent->kind == AgentKind::kOrganization || agent->kind == AgentKind::kGroup);
  }

  void VoteByWords(OwnCandidate& one) const {
    const std::string first = LowerAscii(one.words.front()), last = LowerAscii(one.words.back());
    if (one.words.size() > 1) {
      const bool of = one.words.size() > 2 && one.words[1] == "of";
      if (StartsUpper(one.words.front()) && lexicon_.GenderOf(one.words.front()) != '?')
        Add(one, OwnKind::kPerson, kBeside, "begins with a given name");
      if (IsBodyNoun(last) || (of && IsBodyNoun(first))) Add(one, OwnKind::kBody, kBodyNoun, "is called by what it is");
      if (In("state_head", last) || (of && In("state_head", first)))
        Add(one, OwnKind::kState, kRealm, "is called a realm");
      if (In("landform", last) || (of && In("landform", first))) Add(one, OwnKind::kPlace, kTown, "is called a place");
    }
    const std::string& word = one.words.front();
    if (one.words.size() == 1 && lexicon_.GenderOf(word) != '?') Add(one, OwnKind::kPerson, kBeside, "is a given name");
    if (one.words.size() == 1 && one.seen_mixed_case && word.size() >= 2 && word.size() <= 6 &&
        std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
      Add(one, OwnKind::kBody, kBeside, "is an acronym");
  }

  // Surnames that every reader knows, towns of the gazetteer.
  void VoteByTables(OwnCandidate& one) const {
    if (one.words.size() == 1 && lexicon_.FindSurname(one.words.front()) != nullptr)
      Add(one, OwnKind::kPerson, kOwns, "is a known surname");
    if (people_.contains(one.words.back()))
      Add(one, OwnKind::kPerson, kSurname, "is the surname of somebody named in full");
    else if (one.words.size() > 1 && lexicon_.FindSurname(one.words.back()) != nullptr)
      Add(one, OwnKind::kPerson, kBeside, "ends in a known surname");
    if (lexicon_.gazetteer() == nullptr || one.models[At(OwnKind::kBody)] > 0) return;
    const std::vector<uint32_t> towns = lexicon_.gazetteer()->Find(FoldName(one.name), 1);
    if (towns.empty()) return;
    one.in_gazetteer = true;
    Add(one, OwnKind::kPlace, one.words.size() > 1 ? kOwns : kModelSays / 2, "is in the gazetteer");
    // A town has a border, and an army may be called after it.
    if (lexicon_.gazetteer()->At(towns.front()).population >= kKnownTown) one.votes[At(OwnKind::kState)] -= kOwns;
  }

  // Surnames of the people of the lexicon whom the report names in full.
  void NotePeople() {
    for (size_t s = 0; s < trees_.size(); ++s) {
      for (const NamePhrase& name : names_[s]) {
        if (EntryOf(name, EntryKind::kPerson) != nullptr && name.last > name.first)
          people_.insert(trees_[s].word(name.last).form);
      }
    }
  }

  void VoteBySight(OwnCandidate& one, const OwnSight& sight) const {
    const Tree& tree = trees_[static_cast<size_t>(sight.sentence)];
    if (sight.type) {
      const OwnKind kind = *sight.type == MentionType::kPerson         ? OwnKind::kPerson
                           : *sight.type == MentionType::kOrganization ? OwnKind::kBody
                                                                       : OwnKind::kPlace;
      one.models[At(kind)] += kModelSays;
      Add(one, kind, kModelSays, "the model reads it so");
    } else {
      one.votes[At(one.words.size() > 1 ? OwnKind::kPerson : OwnKind::kPlace)] += kModelSays / 2;
    }
    if (sight.first > 0 && IsCourtesy(lexicon_, tree.word(sight.first - 1).form))
      Add(one, OwnKind::kPerson, kCourtesy, "stands after a word of courtesy");
    VoteByDescriptions(one, sight);
    VoteByPlace(one, sight);
  }

  void VoteByDescriptions(OwnCandidate& one, const OwnSight& sight) const {
    const Tree& tree = trees_[static_cast<size_t>(sight.sentence)];
    for (const DescriptionPhrase& phrase : found_[static_cast<size_t>(sight.sentence)]) {
      const bool person = phrase.agent == nullptr || phrase.agent->kind == AgentKind::kPerson;
      const bool right_before = phrase.head + 1 == sight.first || phrase.last + 1 == sight.first;
      if (person && !phrase.plural && right_before) Add(one, OwnKind::kPerson, kTitled, "stands after a title");
      const int after = sight.last + 1;
      const bool comma = after < tree.size() && tree.word(after).form == ",";
      if (person && !phrase.plural && comma && phrase.first > after && phrase.first <= after + 2 &&
          tree.rel(phrase.head) == Rel::kAppos && tree.head(phrase.head) == sight.head)
        Add(one, OwnKind::kPerson, kBeside, "is said to be a " + phrase.lemma);
      const bool owned = std::any_of(phrase.owners.begin(), phrase.owners.end(), [&](int o) {
        return names_[static_cast<size_t>(sight.sentence)][static_cast<size_t>(o)].first == sight.first;
      });
      const std::string noun = phrase.lemma.substr(phrase.lemma.rfind(' ') + 1);
      const bool behind = phrase.head < sight.first;
      // "Harbourline chief executive Lena Foss"
      if (owned && person && !phrase.titles.empty() && sight.last + 1 == phrase.phrase_first && !In("state_own", noun))
        Add(one, OwnKind::kBody, kTitled, "has a " + phrase.lemma);
      if (owned && phrase.head > sight.last && tree.rel(sight.head) == Rel::kNmodPoss)
        one.votes[At(OwnKind::kState)] += kModelSays / 2;
      if (owned && In("state_own", noun) && (!behind || Among(tree.preposition(sight.head), {"of", "from"})))
        Add(one, OwnKind::kState, In("state_sure", noun) ? kDemonym : Owning(one, sight), "has a " + phrase.lemma);
    }
  }

  // A whole name that the model reads as a person's may have a government too: Jose Maria Aznar's.
  static double Owning(const OwnCandidate& one, const OwnSight& sight) {
    return one.words.size() > 1 && sight.type != MentionType::kPlace ? kModelSays : kOwns;
  }

  void VoteByPlace(OwnCandidate& one, const OwnSight& sight) const {
    const Tree& tree = trees_[static_cast<size_t>(sight.sentence)];
    NamePhrase name;
    name.first = sight.first;
    name.last = sight.last;
    name.head = sight.head;
    const std::string prep = tree.preposition(sight.head);
    if (!prep.empty() && StandsForPlace(tree, name)) Add(one, OwnKind::kPlace, kPreposition, "something happens there");
    const int up = tree.head(sight.head);
    if (up < 0 || (up >= sight.first && up <= sight.last)) return;
    const std::string lemma = LowerAscii(tree.word(up).lemma);
    const bool owned = tree.rel(sight.head) == Rel::kNmodPoss ||
                       (tree.rel(sight.head) == Rel::kCompound && up > sight.last) ||
                       (tree.rel(sight.head) == Rel::kNmod && prep == "of");
    if (owned && In("town_noun", lemma) && prep == "of") Add(one, OwnKind::kPlace, kTown, "is a " + lemma);
    if (owned && In("state_head", lemma)) Add(one, OwnKind::kState, kRealm, "is a " + lemma);
    if (owned && In("state_own", lemma) && !lexicon_.FindAgent(lemma) && !lexicon_.FindTitle(lemma))
      Add(one, OwnKind::kState, Owning(one, sight), "has a " + lemma);
    // "the Pell enclave": what is called after it is no actor, nor is the name there.
    if (tree.rel(sight.head) == Rel::kCompound && up > sight.last && !StartsUpper(tree.word(up).form) &&
        In("territory", lemma))
      Add(one, OwnKind::kPlace, kPreposition, "a " + lemma + " is called so");
    const int capital = tree.child(sight.head, {Rel::kAppos});
    if (capital > sight.last && tree.word(capital).lemma == "capital") Add(one, OwnKind::kPlace, kTown, "is a capital");
    if (sight.first > 0 && LowerAscii(tree.word(sight.first - 1).form) == "the" && one.words.size() == 1)
      Add(one, OwnKind::kBody, kBeside, "has an article");
    if (one.words.size() == 1 && tree.word(sight.head).xpos == "NNPS") Add(one, OwnKind::kBody, kBeside, "is a plural");
  }

  // "Reyle" of a report that names Tomas Reyle.
  void VoteBySurname(OwnCandidate& one) const {
    if (one.words.size() != 1) return;
    for (const OwnCandidate& full : candidates_.all) {
      if (full.words.size() < 2 || full.words.back() != one.words.front()) continue;
      const double person = full.votes[At(OwnKind::kPerson)];
      if (person > 0 && person >= *std::max_element(full.votes.begin(), full.votes.end())) {
        Add(one, OwnKind::kPerson, kSurname, "is the surname of " + full.name);
        return;
      }
    }
  }

  // Whether the report speaks of "the two countries", "both nations".
  bool CountsStates() const {
    for (size_t s = 0; s < trees_.size(); ++s) {
      for (const DescriptionPhrase& phrase : found_[s]) {
        if (!phrase.plural || phrase.phrase_first == 0 || !Among(phrase.lemma, {"country", "nation", "state"}))
          continue;
        if (Among(LowerAscii(trees_[s].word(phrase.phrase_first - 1).form), {"two", "both"})) return true;
      }
    }
    return false;
  }

  // "between Selk and Norvia": a state's company is a state.
  void VoteByCompany(OwnCandidate& one) const {
    const bool counted = CountsStates();
    for (const OwnSight& sight : one.sights) {
      const Tree& tree = trees_[static_cast<size_t>(sight.sentence)];
      for (int w : tree.conjuncts(sight.head)) {
        if (w == sight.head) continue;
        for (const NamePhrase& name : names_[static_cast<size_t>(sight.sentence)]) {
          if (w < name.first || name.last < w) continue;
          const OwnCandidate* own = name.entries == nullptr ? candidates_.Find(tree, name.first, name.last) : nullptr;
          const bool state = EntryOf(name, EntryKind::kState) != nullptr ||
                             (own != nullptr && own->votes[At(OwnKind::kState)] >= kOwns);
          const bool pair = counted && own != nullptr && own->words.size() == 1 && one.words.size() == 1;
          if (!state && !pair) continue;
          Add(one, OwnKind::kState, pair ? kDemonym : kBeside,
              pair ? "one of the two countries" : "stands beside a state");
          return;
        }
      }
    }
  }

  const std::vector<Tree>& trees_;
  const Lexicon& lexicon_;
  const DescriptionsBySentence& found_;
  const NamesBySentence& names_;
  OwnCandidates& candidates_;
  std::set<std::string> people_;
};

// `invented`: the report has states of its own; then a single word that nothing calls a person is one of them.
OwnKind Decide(const OwnCandidate& one, bool invented) {
  std::array<double, 4> votes = one.votes;
  // The tables have the states of the world: one that they lack needs more than a single sign, unless it is in company.
  const bool place = one.models[At(OwnKind::kPlace)] > 0;
  const double least = invented ? kBeside : place && one.words.size() == 1 ? kOwns : kDemonym;
  if (votes[At(OwnKind::kState)] < least || !StartsUpper(one.words.front())) {
    votes[At(OwnKind::kState)] = 0;
  } else {  // what happens in a state happens at a place; a state is what has a government besides
    votes[At(OwnKind::kState)] += votes[At(OwnKind::kPlace)] + one.models[At(OwnKind::kPerson)] / 2;
    votes[At(OwnKind::kPerson)] -= one.models[At(OwnKind::kPerson)] / 2;
  }
  // Without a word of grammar for a person, a place where things happen is one, whatever the model thinks.
  const bool placed = one.models[At(OwnKind::kPlace)] > 0 || one.in_gazetteer || invented;
  const bool told = votes[At(OwnKind::kPerson)] > one.models[At(OwnKind::kPerson)];
  if (!told && one.words.size() == 1 && placed && votes[At(OwnKind::kPlace)] >= kPreposition)
    votes[At(OwnKind::kPlace)] += one.models[At(OwnKind::kPerson)];
  if (!told && invented && one.words.size() == 1 && one.sights.size() > 1)
    votes[At(OwnKind::kState)] += one.models[At(OwnKind::kPerson)];
  OwnKind best = OwnKind::kState;
  for (OwnKind kind : {OwnKind::kPlace, OwnKind::kPerson, OwnKind::kBody}) {
    if (votes[At(kind)] > votes[At(best)] || (best == OwnKind::kState && votes[At(best)] <= 0)) best = kind;
  }
  return best;
}

MentionType TypeOf(OwnKind kind) {
  if (kind == OwnKind::kPerson) return MentionType::kPerson;
  return kind == OwnKind::kBody ? MentionType::kOrganization : MentionType::kPlace;
}

void Put(std::vector<NamePhrase>& names, const Tree& tree, NamePhrase name) {
  name.head = HeadWord(tree, name.first, name.last);
  std::erase_if(names, [&](const NamePhrase& other) {
    return other.entries == nullptr && other.first <= name.last && name.first <= other.last;
  });
  const bool taken = std::any_of(names.begin(), names.end(), [&](const NamePhrase& other) {
    return other.first <= name.last && name.first <= other.last;
  });
  if (taken) return;
  const auto behind =
      std::find_if(names.begin(), names.end(), [&](const NamePhrase& other) { return other.first > name.first; });
  names.insert(behind, name);
}

}  // namespace

std::vector<OwnName> SettleOwnNames(const std::vector<Tree>& trees, const Lexicon& lexicon,
                                    DescriptionsBySentence& found, NamesBySentence& names) {
  MendOwnNames(trees, lexicon, found, names);
  OwnCandidates candidates = GatherOwnNames(trees, lexicon, found, names);
  Voter(trees, lexicon, found, names, candidates).Vote();
  JoinOwnBodies(trees, names, candidates);
  const bool invented = std::any_of(candidates.all.begin(), candidates.all.end(), [](const OwnCandidate& one) {
    return one.votes[At(OwnKind::kState)] >= kOwns && Decide(one, false) == OwnKind::kState;
  });
  std::vector<OwnName> settled;
  std::vector<int> number(candidates.all.size(), -1);
  for (size_t c = 0; c < candidates.all.size(); ++c) {
    const OwnCandidate& one = candidates.all[c];
    if (one.same_as >= 0 || !one.Stands()) continue;
    OwnName own;
    own.name = one.name;
    own.kind = Decide(one, invented);
    own.among_states = invented;
    for (const std::string& why : one.reasons[At(own.kind)]) own.why += (own.why.empty() ? "" : "; ") + why;
    number[c] = static_cast<int>(settled.size());
    settled.push_back(std::move(own));
  }
  for (size_t c = 0; c < candidates.all.size(); ++c) {
    const OwnCandidate& one = candidates.all[c];
    const int own = number[one.same_as >= 0 ? static_cast<size_t>(one.same_as) : c];
    if (own < 0) continue;
    const MentionType type = TypeOf(settled[static_cast<size_t>(own)].kind);
    for (const OwnSight& sight : one.sights) {
      NamePhrase name;
      name.first = sight.first;
      name.last = sight.last;
      name.own = own;
      name.type = type;
      name.own_state = settled[static_cast<size_t>(own)].kind == OwnKind::kState;
      const size_t s = static_cast<size_t>(sight.sentence);
      Put(names[s], trees[s], name);
    }
  }
  // Last, so that an adjective goes before what the model took it for.
  for (size_t c = 0; c < candidates.all.size(); ++c) {
    if (number[c] < 0 || settled[static_cast<size_t>(number[c])].kind == OwnKind::kPerson) continue;
    for (const OwnSight& sight : candidates.all[c].derived) {
      NamePhrase name;
      name.first = sight.first;
      name.last = sight.last;
      name.own = number[c];
      name.derived = true;
      name.own_state = settled[static_cast<size_t>(number[c])].kind == OwnKind::kState;
      name.type = MentionType::kPlace;
      const size_t s = static_cast<size_t>(sight.sentence);
      Put(names[s], trees[s], name);
    }
  }
  return settled;
}

}  // namespace rapporteur
