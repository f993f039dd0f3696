// How ResolveCast works inside: one pass over the report in text order, one class, its parts in files
// (cast.cc: the pass; cast_codes.cc: whose an actor is; cast_names.cc: who a name is; cast_merge.cc: whom a headline
// means; cast_groups.cc: whom "the two sides" means; cast_own.cc: who a name is that the lexicon does not know;
// cast_owners.cc: what chairmen, deputies and counterparts have from whose they are; cast_unseen.cc: names after
// titles; cast_pronouns.cc: whom pronouns and "the envoy" mean).
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "resolve/cast.h"
#include "resolve/own_names.h"

namespace rapporteur {

template <typename T>
void AddOnce(std::vector<T>& list, const T& value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

inline std::string JoinWords(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

// Where a name after a title may begin: right behind it, or behind what is put in brackets ("director general of police
// (law and order) A. K. Mitra").
int BehindTitle(const Tree& tree, int head);

class CastBuilder {
 public:
  CastBuilder(const std::vector<Tree>& trees, const Lexicon& lexicon, std::optional<Date> published)
      : trees_(trees), lexicon_(lexicon), published_(published) {}

  Cast Build();

 private:
  struct Link {
    int name = -1;         // of a sentence's names
    int description = -1;  // of its descriptions
  };

  // cast.cc
  void CollectSentence(int s);
  std::vector<Link> LinkApposed(const Tree& tree, const std::vector<NamePhrase>& names,
                                const std::vector<DescriptionPhrase>& found) const;
  void LinkCoordinated(const Tree& tree, const std::vector<DescriptionPhrase>& found, std::vector<Link>& links,
                       std::vector<bool>& used) const;
  bool Describable(const NamePhrase& name) const;
  void AddName(int s, const NamePhrase& name, const DescriptionPhrase* description);
  void AddDescription(int s, const DescriptionPhrase& phrase);
  int DescribedActor(int s, const DescriptionPhrase& phrase, MentionForm& form);
  int HolderOfOffice(const DescriptionPhrase& phrase, const std::string& code);
  int HolderOf(const std::string& office, const std::string& code);
  void Describe(int actor, int s, const DescriptionPhrase& phrase);
  void AddMention(int s, int first, int last, int head, MentionForm form, int actor, bool place, bool plural);
  void AddAlias(int actor, int s, int first, int last);
  int NewActor(CastActor actor);
  void FillIndex();

  // cast_codes.cc
  std::string OwnerCode(int s, const std::vector<int>& owners, std::vector<std::string>* sectors) const;
  bool IsOfElsewhere(int s, const DescriptionPhrase& phrase) const;
  std::string ContextCode(int s) const;
  std::string HomeCode();
  void TakeHome();
  std::string CodeOfPerson(const NamePhrase& name) const;
  std::string CodeOfOwners(int s, const DescriptionPhrase& phrase, std::vector<std::string>* sectors) const;
  void AddLeadership();

  // cast_names.cc
  int ActorOfName(int s, const NamePhrase& name, const DescriptionPhrase* description, MentionForm& form);
  int ReadName(int s, const NamePhrase& name, const DescriptionPhrase* description, MentionForm& form);
  int ActorOfState(uint32_t state);
  int ActorOfOrganization(uint32_t organization);
  int ActorOfPerson(uint32_t person, const std::string& why);
  int KnownPersonByName(const std::vector<std::string>& words, char gender) const;
  char CourtesyGender(int s, int word) const;
  int BestPerson(const std::vector<uint32_t>& people, const DescriptionPhrase* description, const std::string& code,
                 bool surname_only) const;
  int UnknownPerson(int s, const NamePhrase& name, const DescriptionPhrase* description);
  int BareSurname(const std::string& surname);
  std::vector<std::string> NameWords(int s, const NamePhrase& name) const;
  void SetOffice(CastActor& actor, const Person& person) const;
  void SetRoles(CastActor& actor, const OfficeTerm& term, Date day) const;

  // cast_unseen.cc
  std::optional<NamePhrase> QuotedName(const Tree& tree, const DescriptionPhrase& phrase) const;
  void AddUnseenNames(const Tree& tree, std::vector<NamePhrase>& names,
                      const std::vector<DescriptionPhrase>& found) const;

  // cast_own.cc
  int ActorOfOwn(int s, const NamePhrase& name);
  int BodyCalled(const std::vector<std::string>& words);
  const AgentNoun* AgentInName(const std::vector<std::string>& words, const std::string& lemma) const;
  void TakeStateBehind(int actor, int s, const NamePhrase& name);
  int HomeOf(int s, const DescriptionPhrase& phrase);
  void NameCallings(CastActor& actor) const;
  int UnknownOrganization(int s, const NamePhrase& name, const std::vector<std::string>& words);
  int UnknownState(int s, const NamePhrase& name, const std::vector<std::string>& words);

  // cast_owners.cc
  int HolderBeside(int s, const DescriptionPhrase& phrase, const std::string& code);
  int BodyNamedBefore(int s, const DescriptionPhrase& phrase) const;
  void TakeFromOwners();
  int OwnerOf(int s, const DescriptionPhrase& phrase) const;
  void TakeFromOwner(int actor, int owner, const DescriptionPhrase& phrase);
  int BodyBeside(const ActorMention& name) const;
  void TakeFromBodyBeside(const ActorMention& name);
  int ActorOver(int s, int word) const;
  bool StandsBy(const DescriptionPhrase& phrase, const char* kind) const;

  // cast_merge.cc
  void MergeForeshadowed();
  bool IsForeshadowed(const CastActor& described, const CastActor& person) const;
  void Redirect(const std::vector<int>& into);

  // cast_groups.cc
  enum class GroupKind { kSides, kPeople, kAny };
  struct Candidate {
    int first = 0, last = 0, head = 0;
    int actor = -1;
  };
  std::vector<int> MembersOf(int s, const DescriptionPhrase& phrase);
  std::vector<int> HoldersOfBoth(int s, const DescriptionPhrase& phrase);
  std::vector<int> Together(int s, int before, GroupKind kind, int number, int back) const;
  std::vector<int> NamedTogether(int s, GroupKind kind, int number, int before, bool subject) const;
  std::vector<int> NamedSince(int from, int s, GroupKind kind, int number, const std::string& noun) const;
  bool IsSideOfKind(int actor, GroupKind kind, const std::string& noun) const;
  std::vector<Candidate> CandidatesIn(int s, GroupKind kind, int before) const;
  bool OwnsMention(const ActorMention& state) const;
  bool OneSide(int a, int b) const;
  bool MeetsIn(const Tree& tree, int one, int other) const;
  bool MayJoin(const ActorMention& one, GroupKind kind) const;
  bool NamesSide(const ActorMention& one) const;
  bool NamesPerson(const ActorMention& one) const;
  int NumberMeant(const Tree& tree, int w) const;
  static bool IsMany(const Tree& tree, int w);
  int GroupMeant(int s, int w, int number, double than);
  int ActorOfGroup(const std::vector<int>& members);

  // cast_pronouns.cc
  void AddPronouns();
  int SubjectActor(int s, int w) const;
  void AddInOrder(int s, int w, int actor, bool plural, MentionForm form = MentionForm::kPronoun);
  int VoiceOf(int s, int w) const;
  void NoteQuoted();
  bool IsQuoted(int s, int w) const { return quoted_[static_cast<size_t>(s)][static_cast<size_t>(w)]; }
  std::vector<int> MentionsBefore(int s, int back) const;
  bool MeansThing(int s, int w) const;
  int AntecedentOf(int s, int w, double* present = nullptr) const;
  int DefiniteAntecedent(int s, const DescriptionPhrase& phrase) const;
  double Salience(const ActorMention& mention, int s, int w) const;

  const std::vector<Tree>& trees_;
  const Lexicon& lexicon_;
  std::optional<Date> published_;
  // Mentions of one sentence, as indexes into cast_.mentions.
  const std::vector<int>& MentionsIn(int s) const { return by_sentence_[static_cast<size_t>(s)]; }
  const ActorMention& mention(int m) const { return cast_.mentions[static_cast<size_t>(m)]; }

  Cast cast_;
  std::vector<std::vector<int>> by_sentence_;
  std::vector<std::vector<bool>> quoted_;  // by sentence and word: within quotation marks
  std::vector<std::vector<DescriptionPhrase>> descriptions_;
  std::vector<OwnName> own_;   // the report's own names
  std::map<int, int> by_own_;  // their actors
  std::string home_;           // the country that most of the report's names belong to
  std::string sure_home_;      // the same, where no other comes near
  std::map<uint32_t, int> by_state_, by_organization_, by_person_;
  std::map<std::string, std::vector<int>> unknown_by_surname_;  // people whom the lexicon does not know
  std::map<std::string, int> by_name_;                          // unknown names and described actors, by a key
};

}  // namespace rapporteur
