#include "coding/statement_pronouns.h"

#include <algorithm>

namespace rapporteur {
namespace {

constexpr int kReach = 2;  // sentences back to who spoke last

class PronounSettler {
 public:
  PronounSettler(const StatementSources& in, const ContentReader& content, std::vector<Statement>& found)
      : in_(in), content_(content), found_(found) {}

  void Settle() {
    int last = -1;  // the statement of the person who spoke last
    for (size_t i = 0; i < found_.size(); ++i) {
      Statement& st = found_[i];
      if (!st.speaker || st.cue.empty() || !content_.QuotationAt(st.cue.begin, {}).empty()) continue;
      const char gender = PronounGender(st);
      if (gender != 0 && last >= 0) Settle(st, found_[static_cast<size_t>(last)], gender);
      if (gender != 0) LeaveNamed(st, gender);
      if (IsPerson(st.speaker->actor) && !Held(i)) last = static_cast<int>(i);
    }
  }

 private:
  void Settle(Statement& st, const Statement& last, char gender) const {
    const int spoke = last.speaker->actor;
    if (spoke == st.speaker->actor || !Suits(spoke, gender)) return;
    if (IsPerson(st.speaker->actor) && HasName(st.speaker->actor) && !HasName(spoke)) return;
    const int from = content_.SentenceAt(last.cue.begin), to = content_.SentenceAt(st.cue.begin);
    if (from < 0 || to < 0 || to - from > kReach) return;
    if (Paragraph(from) + 1 < Paragraph(to)) return;
    // "His rival, he says, has yielded": nobody means by "he" whom the words before the cue name.
    const bool named = Names(st.content, st.speaker->actor) && st.content.begin < st.cue.begin;
    if (!named && st.speaker->actor >= 0 && Intervenes(last, st)) return;
    st.speaker->actor = spoke;
    st.speaker->code = last.speaker->code;
    st.speaker->sectors = last.speaker->sectors;
    st.by.steps.push_back("who spoke last speaks on");
  }

  // "His rival, he says, has yielded": nobody means by "he" whom the words before it name; the subject of the sentence
  // before is meant.
  void LeaveNamed(Statement& st, char gender) const {
    if (st.content.begin >= st.cue.begin || !Names(st.content, st.speaker->actor)) return;
    const int s = content_.SentenceAt(st.cue.begin);
    if (s <= 0 || Paragraph(s - 1) != Paragraph(s)) return;
    for (const ActorMention& mention : in_.cast.MentionsIn(s - 1)) {
      if (BaseRel(in_.tree(s - 1).rel(mention.head)) != Rel::kNsubj || !IsPerson(mention.actor)) continue;
      if (!Suits(mention.actor, gender) || mention.actor == st.speaker->actor) continue;
      const CastActor& who = in_.cast.actors[static_cast<size_t>(mention.actor)];
      st.speaker->actor = mention.actor;
      st.speaker->code = who.code;
      st.speaker->sectors = who.sectors;
      return;
    }
  }

  // 'm' for he, 'f' for she, 0 for other speakers.
  char PronounGender(const Statement& st) const {
    const std::string_view word = st.speaker->span.of(in_.report.text.utf8);
    if (word == "he" || word == "He") return 'm';
    return word == "she" || word == "She" ? 'f' : '\0';
  }

  bool IsPerson(int actor) const {
    if (actor < 0) return false;
    return in_.cast.actors[static_cast<size_t>(actor)].type == ActorType::kPerson;
  }

  bool HasName(int actor) const { return StartsUpper(in_.cast.actors[static_cast<size_t>(actor)].name); }

  bool Suits(int actor, char gender) const {
    const CastActor& who = in_.cast.actors[static_cast<size_t>(actor)];
    return !who.plural && (who.gender == '?' || who.gender == gender);
  }

  bool Names(Span words, int actor) const {
    const int s = content_.SentenceAt(words.begin);
    if (s < 0 || actor < 0) return false;
    for (const ActorMention& mention : in_.cast.MentionsIn(s)) {
      if (mention.actor != actor || !words.contains(mention.span) || mention.form == MentionForm::kPronoun) continue;
      if (const int owner = in_.tree(s).child(mention.head, {Rel::kNmodPoss}); owner >= 0) {
        return in_.tree(s).word(owner).upos == Upos::kPron;
      }
    }
    return false;
  }

  // Whether the one whom the cast takes the pronoun for is named as a subject since the last statement's words.
  bool Intervenes(const Statement& last, const Statement& st) const {
    const uint32_t from = std::max(last.content.end, last.cue.end);
    for (int s = content_.SentenceAt(from - 1); s >= 0 && s <= content_.SentenceAt(st.cue.begin); ++s) {
      for (const ActorMention& mention : in_.cast.MentionsIn(s)) {
        if (mention.actor != st.speaker->actor || mention.span.begin < from ||
            mention.span.end > st.speaker->span.begin)
          continue;
        if (mention.form == MentionForm::kName || BaseRel(in_.tree(s).rel(mention.head)) == Rel::kNsubj) return true;
      }
    }
    return false;
  }

  // Whether a statement is only told within the one before it.
  bool Held(size_t i) const {
    for (size_t j = i; j > 0 && i - j < 4; --j) {
      if (found_[j - 1].content.contains(found_[i].cue)) return true;
    }
    return false;
  }

  int Paragraph(int s) const { return static_cast<int>(in_.report.sentences[static_cast<size_t>(s)].paragraph); }

  const StatementSources& in_;
  const ContentReader& content_;
  std::vector<Statement>& found_;
};

}  // namespace

void SettlePronouns(const StatementSources& sources, const ContentReader& content, std::vector<Statement>& found) {
  PronounSettler(sources, content, found).Settle();
}

}  // namespace rapporteur
