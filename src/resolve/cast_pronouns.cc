// Whom pronouns and bare definite descriptions ("the envoy", "the bloc") mean.
#include <algorithm>

#include "base/among.h"
#include "resolve/cast_builder.h"

namespace rapporteur {
namespace {

constexpr int kSentencesBack = 4;
constexpr int kDescribedBack = 40;  // "the envoy" may take up somebody from far before

constexpr double kOwnsSubject = 5;
constexpr double kQuoted = 14;  // whom a quotation names is seldom who speaks it

// The words that stand within quotation marks of their sentence, as far as this one sentence tells.
std::vector<bool> QuotedWords(const Tree& tree) {
  std::vector<bool> quoted(static_cast<size_t>(tree.size()), false);
  bool inside = false, seen = false;
  for (int v = 0; v < tree.size(); ++v) {
    const std::string& form = tree.word(v).form;
    const bool opens = form == "“", closes = form == "”", straight = form == "\"";
    quoted[static_cast<size_t>(v)] = inside;
    if (!opens && !closes && !straight) continue;
    // A mark with a blank behind it ends what began in a sentence before.
    const bool ends = closes || (straight && (inside || (!seen && v > 0 && tree.word(v).space_after)));
    if (ends && !seen) std::fill(quoted.begin(), quoted.begin() + v, true);
    inside = !ends;
    seen = true;
  }
  return quoted;
}

// "Quoting Vajpayee, he recalled": who does both is not whom the participle has as object.
bool IsOfHisDeed(const Tree& tree, int mention, int pronoun) {
  const int governor = tree.head(pronoun), verb = tree.head(mention);
  if (verb < 0 || governor < 0 || BaseRel(tree.rel(pronoun)) != Rel::kNsubj || tree.head(verb) != governor)
    return false;
  const Rel rel = tree.rel(mention);
  return tree.rel(verb) == Rel::kAdvcl && (rel == Rel::kObj || rel == Rel::kObl) &&
         tree.child(verb, {Rel::kNsubj, Rel::kNsubjPass, Rel::kMark}) < 0 && verb < governor;
}

enum class PronounKind { kNone, kMale, kFemale, kThing, kMany, kFirst };

// "It is expected that …", "it is unclear whether …": it stands for the clause, not for anybody.
bool StandsForClause(const Tree& tree, int w) {
  const int up = tree.head(w);
  if (up < 0 || LowerAscii(tree.word(w).form) != "it") return false;
  const bool judged = tree.rel(w) == Rel::kNsubjPass || tree.child(up, {Rel::kCop}) >= 0;
  return judged && tree.child(up, {Rel::kCcomp, Rel::kCsubj, Rel::kCsubjPass, Rel::kXcomp}) >= 0;
}

PronounKind KindOf(const Tree& tree, int w) {
  const ParsedWord& word = tree.word(w);
  const bool of_them = tree.child(w, {Rel::kNmod}) >= 0;
  const std::string lower = LowerAscii(word.form);
  // A quantity that stands alone for people named before: "some tried to storm the gate".
  const bool argument = BaseRel(word.rel) == Rel::kNsubj || word.rel == Rel::kObj || word.rel == Rel::kOblAgent;
  if (argument && !of_them && Among(lower, {"some", "others", "many", "several", "both", "all"}))
    return PronounKind::kMany;
  if (word.upos != Upos::kPron && word.upos != Upos::kDet) return PronounKind::kNone;
  if (Among(lower, {"he", "him", "his", "himself"})) return PronounKind::kMale;
  if (Among(lower, {"she", "her", "hers", "herself"})) return PronounKind::kFemale;
  if (Among(lower, {"it", "its", "itself"})) return PronounKind::kThing;
  if (Among(lower, {"they", "them", "their", "theirs", "themselves"})) return PronounKind::kMany;
  if (Among(lower, {"i", "me", "my", "we", "us", "our", "ours", "mine", "ourselves"})) return PronounKind::kFirst;
  return PronounKind::kNone;
}

bool IsAmong(const std::vector<std::string>& list, const std::string& word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool IsSubject(const Tree& tree, int w) { return BaseRel(tree.rel(tree.coordination_head(w))) == Rel::kNsubj; }

bool Fits(PronounKind kind, const CastActor& actor, const ActorMention& mention) {
  const bool person = actor.type == ActorType::kPerson || actor.type == ActorType::kOffice;
  switch (kind) {
    case PronounKind::kMale:
      return person && !actor.plural && actor.gender != 'f';
    case PronounKind::kFemale:
      return person && !actor.plural && actor.gender != 'm';
    case PronounKind::kThing:
      return !person && !mention.plural && actor.type != ActorType::kPopulation;
    case PronounKind::kMany:
      return mention.plural || actor.plural;
    default:
      return false;
  }
}

}  // namespace

// How present an earlier mention is when word w of sentence s refers back; higher is likelier.
double CastBuilder::Salience(const ActorMention& mention, int s, int w) const {
  const Tree& tree = trees_[static_cast<size_t>(mention.sentence)];
  double score = -12.0 * (s - mention.sentence);
  const int head = HeadWord(tree, mention.first, mention.last);  // "Mr Tavik" may hang by its first word
  if (IsSubject(tree, head)) {
    score += 8;
    const int clause = tree.head(tree.coordination_head(head));
    if (clause >= 0 && (tree.rel(clause) == Rel::kRoot || tree.rel(clause) == Rel::kParataxis)) score += 6;
  } else if (tree.rel(head) == Rel::kNmodPoss && tree.head(head) >= 0) {
    score += IsSubject(tree, tree.head(head)) ? kOwnsSubject : 0;  // "Volker's position … he": it goes on about him
  } else if (tree.rel(head) == Rel::kCompound) {
    score -= 4;  // "the Trump administration"
  } else if (tree.rel(head) == Rel::kObl || tree.rel(head) == Rel::kNmod) {
    score -= 2;
  }
  if (mention.form == MentionForm::kDemonym) score -= 6;
  if (mention.place) score -= 5;
  const int distance = s == mention.sentence ? w - mention.last : w + tree.size() - mention.last;
  return score - 0.15 * distance;
}

// "Trump said the attack was horrific and that it had killed …": a thing that the sentence has told of before, and that
// is nobody, is meant sooner than somebody of an earlier sentence.
bool CastBuilder::MeansThing(int s, int w) const {
  const Tree& tree = trees_[static_cast<size_t>(s)];
  if (LowerAscii(tree.word(w).form) != "it" || !IsSubject(tree, w)) return false;
  for (int v = 0; v < w; ++v) {
    if (tree.word(v).upos == Upos::kNoun && BaseRel(tree.rel(v)) == Rel::kNsubj && ActorOver(s, v) < 0) return true;
  }
  return false;
}

// `present` is given how present the one is that is meant.
int CastBuilder::AntecedentOf(int s, int w, double* present) const {
  const Tree& tree = trees_[static_cast<size_t>(s)];
  const PronounKind kind = KindOf(tree, w);
  const int governor = tree.head(w);
  int best = -1;
  double most = -1e9;
  for (int m : MentionsBefore(s, MeansThing(s, w) ? 0 : kSentencesBack)) {
    const ActorMention& mention = cast_.mentions[static_cast<size_t>(m)];
    if (mention.actor < 0 || (mention.sentence == s && mention.last >= w)) continue;
    if (!Fits(kind, cast_.actors[static_cast<size_t>(mention.actor)], mention)) continue;
    // Two arguments of one verb are two: "Kerry told him".
    const bool possessive = tree.rel(w) == Rel::kNmodPoss;
    if (mention.sentence == s && !possessive && governor >= 0 &&
        (tree.head(mention.head) == governor || IsOfHisDeed(tree, mention.head, w)))
      continue;
    double score = Salience(mention, s, w);
    if (possessive && mention.sentence == s) score += 4;
    if (IsQuoted(mention.sentence, mention.head) && !IsQuoted(s, w)) score -= kQuoted;
    if (score > most) {
      most = score;
      best = mention.actor;
    }
  }
  if (present != nullptr) *present = most;
  return best;
}

// Mentions of sentence s and of those up to `back` before it, in text order of the sentences.
std::vector<int> CastBuilder::MentionsBefore(int s, int back) const {
  std::vector<int> found;
  for (int at = std::max(0, s - back); at <= s; ++at) {
    const std::vector<int>& row = MentionsIn(at);
    found.insert(found.end(), row.begin(), row.end());
  }
  return found;
}

void CastBuilder::NoteQuoted() {
  for (const Tree& tree : trees_) quoted_.push_back(QuotedWords(tree));
}

void CastBuilder::AddPronouns() {
  for (std::vector<int>& row : by_sentence_) {
    std::stable_sort(row.begin(), row.end(), [&](int a, int b) { return mention(a).first < mention(b).first; });
  }
  for (int s = 0; s < static_cast<int>(trees_.size()); ++s) {
    const Tree& tree = trees_[static_cast<size_t>(s)];
    for (int w = 0; w < tree.size(); ++w) {
      const PronounKind kind = KindOf(tree, w);
      const int number = NumberMeant(tree, w);
      if (const int group = number == 0 ? -1 : GroupMeant(s, w, number, 0); group >= 0) {
        AddInOrder(s, w, group, true);
        continue;
      }
      if (const int owner = VoiceOf(s, w); owner >= 0) AddInOrder(s, w, owner, false, MentionForm::kMetonym);
      if (kind == PronounKind::kNone || tree.rel(w) == Rel::kExpl || StandsForClause(tree, w)) continue;
      if (kind == PronounKind::kFirst) {
        const std::string lower = LowerAscii(tree.word(w).form);
        const bool many = lower[0] == 'w' || lower[0] == 'u' || lower[0] == 'o';
        AddMention(s, w, w, w, MentionForm::kFirstPerson, -1, false, many);
        continue;
      }
      double present = -1e9;
      int actor = SubjectActor(s, w);
      if (actor < 0) actor = AntecedentOf(s, w, &present);
      if (IsMany(tree, w)) {
        if (const int group = GroupMeant(s, w, 0, present); group >= 0) actor = group;
      }
      if (actor < 0) continue;
      CastActor& meant = cast_.actors[static_cast<size_t>(actor)];
      if (meant.gender == '?' && meant.type == ActorType::kPerson && present > 0) {
        if (kind == PronounKind::kMale) meant.gender = 'm';
        if (kind == PronounKind::kFemale) meant.gender = 'f';
      }
      AddInOrder(s, w, actor, kind == PronounKind::kMany);
    }
  }
}

// "Rohm's office denied", "the Biden campaign said": whose voice a noun is; -1 for other words.
int CastBuilder::VoiceOf(int s, int w) const {
  const Tree& tree = trees_[static_cast<size_t>(s)];
  if (tree.word(w).upos != Upos::kNoun || BaseRel(tree.rel(tree.coordination_head(w))) != Rel::kNsubj) return -1;
  if (!InClass(lexicon_.classes(), "owner_voice", LowerAscii(tree.word(w).lemma)) || ActorOver(s, w) >= 0) return -1;
  const int owner = tree.child(w, {Rel::kNmodPoss, Rel::kCompound});
  const int actor = owner < 0 ? -1 : ActorOver(s, owner);
  if (actor < 0) return -1;
  const ActorType type = cast_.actors[static_cast<size_t>(actor)].type;
  return type == ActorType::kPerson || type == ActorType::kOffice ? actor : -1;
}

// Whom "himself", "themselves" mean: the subject of their clause; -1 for other words.
int CastBuilder::SubjectActor(int s, int w) const {
  const Tree& tree = trees_[static_cast<size_t>(s)];
  const std::string& form = tree.word(w).form;
  if (!form.ends_with("self") && !form.ends_with("selves")) return -1;
  for (int up = tree.head(w); up >= 0; up = tree.head(up)) {
    const int subject = tree.child(up, {Rel::kNsubj, Rel::kNsubjPass});
    if (subject < 0 || subject == w) continue;
    const bool relative = Among(LowerAscii(tree.word(subject).form), {"who", "that", "which"});
    return ActorOver(s, relative && tree.head(up) >= 0 ? tree.head(up) : subject);
  }
  return -1;
}

// A pronoun's mention. Later pronouns follow it: the sentence's mentions stay in text order.
void CastBuilder::AddInOrder(int s, int w, int actor, bool plural, MentionForm form) {
  AddMention(s, w, w, w, form, actor, false, plural);
  std::vector<int>& row = by_sentence_[static_cast<size_t>(s)];
  for (size_t i = row.size(); i > 1 && mention(row[i - 1]).first < mention(row[i - 2]).first; --i)
    std::swap(row[i - 1], row[i - 2]);
}

// "the envoy", "the minister", "the group": the last actor that was called so, or that holds such an office.
int CastBuilder::DefiniteAntecedent(int s, const DescriptionPhrase& phrase) const {
  int best = -1;
  double most = -1e9;
  for (int m : MentionsBefore(s, kDescribedBack)) {
    const ActorMention& mention = cast_.mentions[static_cast<size_t>(m)];
    if (mention.actor < 0) continue;
    const CastActor& actor = cast_.actors[static_cast<size_t>(mention.actor)];
    const bool bare = phrase.first == phrase.phrase_first && !phrase.plural;
    if (!IsAmong(actor.nouns, phrase.lemma) && !(bare && IsAmong(actor.callings, phrase.lemma))) continue;
    if (!phrase.plural && !actor.members.empty()) continue;
    if (phrase.plural != (actor.plural || mention.plural) && actor.type == ActorType::kPerson) continue;
    const double score = Salience(mention, s, 0);
    if (score > most) {
      most = score;
      best = mention.actor;
    }
  }
  return best;
}

}  // namespace rapporteur
