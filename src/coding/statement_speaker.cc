#include "coding/statement_speaker.h"

#include <algorithm>

#include "base/among.h"
#include "coding/idiom.h"
#include "coding/statement_sayer.h"
#include "coding/statement_stage.h"
#include "coding/statement_words.h"

namespace rapporteur {

namespace {

constexpr int kLongestQuoted = 16;  // words between a verb of quoting and "as saying"

// "Sunday's reply from the ministries", "yesterday's statement"
bool IsDay(const ParsedWord& word) {
  return Among(word.form, {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}) ||
         Among(LowerAscii(word.form), {"yesterday", "today", "tonight", "week", "month", "year", "night"});
}

// "The rebels face a threat in the north Lind said": the subject of a clause that runs on into the next.
bool IsAnothers(const Tree& t, const Proposition& p, const Argument& subject, int before) {
  return subject.inherited && subject.word < before && IsFinite(t, p.word) && t.word(before).upos == Upos::kPropn &&
         t.child(p.word, {Rel::kCc}) < 0;
}

}  // namespace

bool IsAgentForm(std::string_view lemma) {
  for (const std::string_view ending :
       {"er",       "or",         "ist",      "ian",    "man",       "woman",     "person",   "ee",     "ant",
        "people",   "percent",    "chief",    "head",   "ally",      "aide",      "official", "expert", "critic",
        "source",   "witness",    "resident", "friend", "colleague", "president", "deputy",   "envoy",  "diplomat",
        "ministry", "government", "police",   "party",  "union",     "group",     "agency",   "court"}) {
    if (lemma.ends_with(ending)) return true;
  }
  return false;
}

int QuotingVerb(const Tree& t, int w) {
  if (t.word(w).xpos != "VBG" || w < 2 || LowerAscii(t.word(w - 1).form) != "as") return -1;
  for (int verb = w - 2; verb >= 0 && verb > w - kLongestQuoted; --verb) {
    if (t.word(verb).upos == Upos::kPunct) return -1;
    if (t.word(verb).upos != Upos::kVerb) continue;
    return Among(t.word(verb).lemma, {"quote", "cite", "report", "paraphrase", "record", "describe", "hear"}) ? verb
                                                                                                              : -1;
  }
  return -1;
}

const Cue* CueOf(const StatementSources& in, const Proposition& p, PredicatePos pos, std::vector<int>& words) {
  const Tree& t = in.tree(p.sentence);
  const std::string lemma = LowerAscii(t.word(p.word).lemma);
  for (uint32_t i : in.cues.FindPhrasal(pos, lemma)) {
    if (FindIdiom(t, p, in.cues.lines()[i].lemma, words)) return &in.cues.lines()[i];
  }
  words = {p.word};
  if (lemma == "know" && t.head(p.word) >= 0 && t.word(t.head(p.word)).lemma == "let") {
    for (uint32_t i : in.cues.FindPhrasal(pos, "let")) {
      if (in.cues.lines()[i].lemma == "let it be known") return &in.cues.lines()[i];
    }
  }
  const std::vector<uint32_t>& lines = in.cues.Find(pos, lemma);
  return lines.empty() ? nullptr : &in.cues.lines()[lines[0]];
}

void SpeakerReader::Speak(Statement& st, const Proposition& p, const Cue& cue) const {
  st.speaker = Subject(p);
  const int before = p.word - 1;
  const Argument* subject = p.Find(Slot::kSubject);
  const bool others = subject != nullptr && before > 0 && IsAnothers(in_.tree(p.sentence), p, *subject, before);
  if (!p.passive &&
      (!st.speaker || st.speaker->actor < 0 || others || (before > 0 && AfterComma(p.sentence, before)))) {
    if (auto beside = Beside(p, cue)) st.speaker = beside;
  }
  if (!st.speaker && p.passive) st.speaker = OfPlace(p);
  Address(st, p, cue);
}

// "In Brenn it is said that …": those who sit there.
std::optional<ActorRef> SpeakerReader::OfPlace(const Proposition& p) const {
  const Tree& t = in_.tree(p.sentence);
  const int it = t.child(p.word, {Rel::kNsubjPass, Rel::kExpl, Rel::kNsubj});
  if (it < 0 || LowerAscii(t.word(it).form) != "it") return std::nullopt;
  for (int c : t.children(p.word)) {
    if (c < it && BaseRel(t.rel(c)) == Rel::kObl && t.preposition(c) == "in" && t.word(c).upos == Upos::kPropn)
      return Who(p.sentence, c);
  }
  return std::nullopt;
}

// "it fell to Lind to announce", "it was Lind who disclosed": the pronoun stands for her.
std::optional<ActorRef> SpeakerReader::Cleft(const Proposition& p) const {
  const Tree& t = in_.tree(p.sentence);
  const int above = t.head(p.word);
  if (above < 0) return std::nullopt;
  // "Lind let it be known that …"
  if (t.word(p.word).lemma == "know" && t.word(above).lemma == "let") {
    const int who = t.child(above, {Rel::kNsubj});
    return who >= 0 ? Who(p.sentence, who) : std::nullopt;
  }
  const int it = t.child(above, {Rel::kNsubj, Rel::kExpl});
  if (it < 0 || LowerAscii(t.word(it).form) != "it") return std::nullopt;
  const int own = t.child(p.word, {Rel::kNsubj});
  const bool relative = own >= 0 && Among(LowerAscii(t.word(own).form), {"who", "that", "which"});
  if (relative && t.child(above, {Rel::kCop}) >= 0) return Who(p.sentence, above);
  if (LowerAscii(t.word(above).lemma) != "fall") return std::nullopt;
  for (int c : t.children(above)) {
    if (t.preposition(c) == "to" && IsNominal(t.word(c))) return Who(p.sentence, c);
  }
  return std::nullopt;
}

std::optional<ActorRef> SpeakerReader::Subject(const Proposition& p) const {
  const Tree& t = in_.tree(p.sentence);
  if (auto who = Cleft(p)) return who;
  if (const int verb = QuotingVerb(t, p.word); verb >= 0) return Quoted(p, verb);
  if (auto who = OfMainClause(p)) return who;
  const Argument* subject = p.Find(Slot::kSubject);
  if (subject == nullptr || t.rel(subject->word) == Rel::kExpl || IsDay(t.word(subject->word))) return std::nullopt;
  const Proposition* noun = in_.layer.At(p.sentence, subject->word);
  std::vector<int> words;
  // "comments from Putin suggesting that …", "a statement by the army said": whose comments.
  if (noun != nullptr && noun->kind == PredicateKind::kNoun &&
      in_.cast.MentionAt(p.sentence, subject->word) == nullptr &&
      CueOf(in_, *noun, PredicatePos::kNoun, words) != nullptr) {
    if (auto owner = Owner(*noun)) return owner;
  }
  if (!subject->inherited) {
    if (auto named = Apposed(p, subject->word)) return named;
  }
  return WithName(p, Who(p.sentence, subject->word));
}

// "Rebel group Army of the East warned": with the name that stands right behind the noun.
std::optional<ActorRef> SpeakerReader::WithName(const Proposition& p, std::optional<ActorRef> who) const {
  const Tree& t = in_.tree(p.sentence);
  int w = p.word - 1;
  while (who && w >= 0 && t.word(w).span.begin >= who->span.end) --w;
  if (!who || w < 0 || t.word(w).span.end != who->span.end || t.word(w).upos != Upos::kNoun) return who;
  int last = w;
  while (last + 1 < p.word && t.word(last + 1).upos == Upos::kPropn) ++last;
  if (last == w) return who;
  const ActorMention* name = in_.cast.MentionAt(p.sentence, w + 1);
  const Span noun = who->span;
  if (name != nullptr && name->form == MentionForm::kName && name->actor >= 0 && !name->place)
    who = Who(p.sentence, name->head);
  if (!who) return who;
  who->span = hull(noun, t.span(w + 1, last));
  return who;
}

// "cited a source as saying", "was quoted by the radio as telling them": who is quoted, not who quotes.
std::optional<ActorRef> SpeakerReader::Quoted(const Proposition& p, int verb) const {
  const Tree& t = in_.tree(p.sentence);
  const bool passive = t.word(verb).xpos == "VBN" && t.child(verb, {Rel::kObj}) < 0;
  if (!passive) {
    for (int w = verb + 1; w < p.word; ++w) {
      if (IsNominal(t.word(w)) && t.head(w) == verb) return Who(p.sentence, w);
    }
    return std::nullopt;
  }
  if (const int subject = t.child(verb, {Rel::kNsubjPass, Rel::kNsubj}); subject >= 0) return Who(p.sentence, subject);
  int first = verb;
  while (first > 0 && t.word(first - 1).upos == Upos::kAux) --first;
  const Sayer sayer = SayerBefore(in_, p.sentence, first, 0);
  return sayer.head >= 0 ? Who(p.sentence, sayer.head) : std::nullopt;
}

// "named one of the dead as Lind adding that …", "said that the truce would end, adding that …", "asked the president
// to let him go, calling it …": a participle behind a comma is what the sentence's own subject does, wherever it hangs.
std::optional<ActorRef> SpeakerReader::OfMainClause(const Proposition& p) const {
  const Tree& t = in_.tree(p.sentence);
  if (t.word(p.word).xpos != "VBG" || t.child(p.word, {Rel::kNsubj, Rel::kAux}) >= 0) return std::nullopt;
  const Rel rel = BaseRel(t.rel(p.word));
  const bool adding = LowerAscii(t.word(p.word).form) == "adding";
  const bool apart = p.word > 0 && t.word(p.word - 1).form == ",";
  if (!(adding && (rel == Rel::kAcl || rel == Rel::kAdvcl)) && !(apart && rel == Rel::kAdvcl)) return std::nullopt;
  for (int w = t.head(p.word); w >= 0; w = t.head(w)) {
    if (t.word(w).upos == Upos::kPunct) continue;
    const Rel up = BaseRel(t.rel(w));
    // Within what somebody says, its subject does not add to it.
    const bool said = adding && up == Rel::kCcomp;
    if (said || !IsFinite(t, w)) continue;
    const int subject = t.child(w, {Rel::kNsubj, Rel::kNsubjPass});
    if (subject >= 0) return Who(p.sentence, subject);
    if (up != Rel::kConj) return std::nullopt;
  }
  return std::nullopt;
}

// "the president of its commission, Anna Lind, said": the parser takes the name for the commission's.
std::optional<ActorRef> SpeakerReader::Apposed(const Proposition& p, int subject) const {
  const Tree& t = in_.tree(p.sentence);
  int last = t.last(subject);
  if (last <= subject || last > p.word || t.word(last).form != ",") return std::nullopt;
  const ActorMention* name = in_.cast.MentionAt(p.sentence, last - 1);
  if (name == nullptr || name->last != last - 1 || name->form != MentionForm::kName || name->actor < 0)
    return std::nullopt;
  if (name->first <= subject || t.word(name->first - 1).form != ",") return std::nullopt;
  if (in_.cast.actors[static_cast<size_t>(name->actor)].type != ActorType::kPerson) return std::nullopt;
  return Who(p.sentence, name->head);
}

// Where the parser found no subject, or none that the cast knows: who stands right before the verb ("… near the river
// the Observatory said", as texts without commas have it), or right behind it ("… were killed said its head Lind").
std::optional<ActorRef> SpeakerReader::Beside(const Proposition& p, const Cue& cue) const {
  const Tree& t = in_.tree(p.sentence);
  const Argument* subject = p.Find(Slot::kSubject);
  int before = p.word - 1;
  while (before >= 0 && (t.word(before).upos == Upos::kAux || t.word(before).upos == Upos::kAdv)) --before;
  const bool own = subject == nullptr || t.dominates(subject->word, before) || IsAnothers(t, p, *subject, before);
  if (before > 0 && (own || AfterComma(p.sentence, before))) {
    if (auto who = NamedAt(p.sentence, before)) return who;
  }
  if (!HasOwnSubject(t, p) && IsFinite(t, p.word)) {
    const Sayer sayer = SayerBefore(in_, p.sentence, before + 1, 0);
    if (sayer.head >= 0 && (subject == nullptr || sayer.apart)) return Who(p.sentence, sayer.head);
  }
  if (subject == nullptr && before > 1 && BaseRel(t.rel(p.word)) != Rel::kAcl) {
    if (auto who = NounAt(p.sentence, before)) return who;
  }
  const bool day = subject != nullptr && IsDay(t.word(subject->word));
  if ((subject != nullptr && !day) || !Among(cue.kind, {"say", "claim", "announce", "write"})) return std::nullopt;
  if (!cue.addressee.empty() && cue.addressee.front() == "obj") return std::nullopt;
  for (const Argument& a : p.arguments) {
    if ((a.slot != Slot::kObject && a.slot != Slot::kIndirect) || a.inherited || a.word <= p.word) continue;
    const ActorMention* mention = in_.cast.MentionAt(p.sentence, a.word);
    if (mention != nullptr && mention->actor >= 0 && t.first(a.word) == p.word + 1) return Who(p.sentence, a.word);
  }
  return std::nullopt;
}

// Whether a comma stands before the name that ends at a word.
bool SpeakerReader::AfterComma(int sentence, int last) const {
  const Tree& t = in_.tree(sentence);
  const ActorMention* mention = in_.cast.MentionAt(sentence, last);
  if (mention == nullptr) return false;
  int first = mention->first;
  while (first > 0 && (t.word(first - 1).upos == Upos::kDet || t.rel(first - 1) == Rel::kNmodPoss)) --first;
  return first > 0 && t.word(first - 1).form == ",";
}

// The actor whose name or description ends at a word.
std::optional<ActorRef> SpeakerReader::NamedAt(int sentence, int last) const {
  const ActorMention* mention = in_.cast.MentionAt(sentence, last);
  if (mention == nullptr || mention->last != last || mention->actor < 0 || mention->place) return std::nullopt;
  const Tree& t = in_.tree(sentence);
  if (mention->first > 0 && t.word(mention->first - 1).upos == Upos::kAdp) return std::nullopt;
  return Who(sentence, mention->head);
}

// "… were killed reports said": the last noun before the verb, without what its own phrase may hold of the words told.
std::optional<ActorRef> SpeakerReader::NounAt(int sentence, int last) const {
  const Tree& t = in_.tree(sentence);
  if (t.word(last).xpos != "NNS" && t.word(last).upos != Upos::kPropn) return std::nullopt;
  int first = last;
  while (first > 0 && t.word(first - 1).upos == Upos::kPropn && t.word(last).upos == Upos::kPropn) --first;
  while (first > 0 && t.word(first - 1).upos == Upos::kAdj) --first;
  if (first == 0 || t.word(first - 1).upos == Upos::kAdp) return std::nullopt;
  ActorRef ref;
  ref.span = t.span(first, last);
  return ref;
}

void SpeakerReader::Address(Statement& st, const Proposition& p, const Cue& cue) const {
  const Tree& t = in_.tree(p.sentence);
  for (const std::string& place : cue.addressee) {
    for (const Argument& a : p.arguments) {
      const bool fits = (place == "obj" && (a.slot == Slot::kObject || a.slot == Slot::kIndirect)) ||
                        (place == "iobj" && a.slot == Slot::kIndirect) || (a.slot == Slot::kOblique && a.prep == place);
      if (!fits || st.addressee || !IsNominal(t.word(a.word))) continue;
      // "demanded wider access": what is demanded, nobody who hears it.
      const bool known = in_.cast.MentionAt(p.sentence, a.word) != nullptr;
      const bool hears =
          t.word(a.word).upos != Upos::kNoun || IsToldToSomebody(p) || IsAgentForm(LowerAscii(t.word(a.word).lemma));
      if (known || (hears && (place == "obj" || place == "iobj"))) st.addressee = Who(p.sentence, a.word);
    }
  }
}

std::optional<ActorRef> SpeakerReader::Owner(const Proposition& p) const {
  for (const Argument& a : p.arguments) {
    const bool owner =
        (a.slot == Slot::kPossessor &&
         (in_.tree(p.sentence).rel(a.word) == Rel::kNmodPoss || in_.cast.MentionAt(p.sentence, a.word) != nullptr)) ||
        (a.slot == Slot::kOblique && Among(a.prep, {"by", "from", "of"})) || (a.slot == Slot::kSubject && a.inherited);
    if (owner && !IsDay(in_.tree(p.sentence).word(a.word))) return Who(p.sentence, a.word);
  }
  return std::nullopt;
}

std::optional<ActorRef> SpeakerReader::Who(int s, int word) const {
  const Tree& t = in_.tree(s);
  std::vector<ActorRef> found = in_.matcher.Actors(s, word, true, false);
  if (!found.empty()) return found.front();
  if (!IsNominal(t.word(word)) && t.word(word).upos != Upos::kDet && t.word(word).upos != Upos::kAdj)
    return std::nullopt;
  int first = word, last = word;
  for (int c : t.children(word)) {
    const Rel rel = t.rel(c);
    if (c < word && rel != Rel::kCase && rel != Rel::kPunct && rel != Rel::kCc && rel != Rel::kMark)
      first = std::min(first, t.first(c));
    if (c > word && (rel == Rel::kFlat || rel == Rel::kCompound)) last = std::max(last, t.last(c));
  }
  ActorRef ref;
  ref.span = t.span(first, last);
  for (int c : t.children(word)) {  // "the police control room": of those whose it is
    if (c > word || t.rel(c) != Rel::kCompound) continue;
    for (const ActorRef& who : in_.matcher.Actors(s, c, false, false)) ref = {-1, who.code, who.sectors, ref.span};
  }
  return ref;
}

bool SpeakerReader::IsFirstPerson(int s, const ActorRef& who) const {
  for (const ActorMention& mention : in_.cast.MentionsIn(s)) {
    if (mention.span == who.span) return mention.form == MentionForm::kFirstPerson;
  }
  return false;
}

}  // namespace rapporteur
