#include "coding/statement_sayer.h"

#include <algorithm>

#include "coding/statement_words.h"

namespace rapporteur {
namespace {

constexpr int kLongestAside = 24;  // words between two commas

class SayerFinder {
 public:
  SayerFinder(const StatementSources& in, int sentence, int lo)
      : in_(in), sentence_(sentence), t_(in.tree(sentence)), lo_(lo) {}

  Sayer Find(int verb) const {
    Sayer sayer;
    int end = verb - 1;
    int name = -1;
    if (end > lo_ && IsComma(t_.word(end))) {
      end = BeforeAside(end, name);
      if (end < 0) return sayer;
    }
    if (end < lo_) return sayer;
    int first = end;
    while (first > lo_ && IsWithinPhrase(t_.word(first - 1))) --first;
    const bool opens = first == lo_ || t_.word(first - 1).upos == Upos::kPunct;
    const ActorMention* who = in_.cast.MentionAt(sentence_, end);
    const bool named = who != nullptr && who->last == end && who->form == MentionForm::kName && who->first >= first &&
                       (who->first == lo_ || t_.word(who->first - 1).upos != Upos::kAdp);
    int head = named && IsPerson(*who) ? who->head : Top(first, end);
    if (!opens || head < 0) return sayer;
    sayer.head = name >= 0 ? name : head;
    sayer.first = first;
    sayer.last = verb - 1;
    sayer.apart = first > lo_ && (IsComma(t_.word(first - 1)) || ClosesQuotation(t_.word(first - 1)));
    return sayer;
  }

 private:
  // "the head of his office, Anna Lind, said", "the minister, who had resigned, said": the last word before the first
  // comma; *name is the name between the two. -1 where a clause of its own stands there.
  int BeforeAside(int comma, int& name) const {
    int from = comma - 1;
    bool clause = false, quoted = false;
    while (from > lo_ && !IsComma(t_.word(from)) && comma - from <= kLongestAside) {
      quoted = quoted || ClosesQuotation(t_.word(from));
      if (Among(t_.word(from).form, {";", ":"})) return -1;
      clause = clause || IsFiniteVerb(t_.word(from));
      --from;
    }
    if (from <= lo_ || !IsComma(t_.word(from)) || comma - from < 2) return -1;
    const bool relative = Among(LowerAscii(t_.word(from + 1).form), {"who", "which", "whose", "whom"});
    if ((clause || quoted) && !relative) return -1;
    if (!relative && !Describes(from + 1)) return -1;
    const ActorMention* who = in_.cast.MentionAt(sentence_, comma - 1);
    if (who != nullptr && who->last == comma - 1 && who->form == MentionForm::kName && IsPerson(*who) && !relative &&
        who->first <= from + 2) {
      name = who->head;
    }
    return from - 1;
  }

  // A noun phrase or a participle, nothing that goes with a clause before it: "In May, on Monday, he said".
  bool Describes(int w) const {
    const ParsedWord& word = t_.word(w);
    if (word.upos == Upos::kDet || word.upos == Upos::kNoun || word.upos == Upos::kPropn || word.upos == Upos::kAdj ||
        word.upos == Upos::kNum)
      return true;
    return Among(word.xpos, {"VBN", "VBG", "PRP$"}) ||
           Among(LowerAscii(word.form), {"better", "also", "himself", "herself", "now", "once", "formerly"});
  }

  static bool IsWithinPhrase(const ParsedWord& word) {
    if (word.upos == Upos::kPunct || word.upos == Upos::kSconj || word.upos == Upos::kAux)
      return Among(word.form, {"-"});
    if (word.upos == Upos::kVerb) return Among(word.xpos, {"VBN", "VBG"});
    return !Among(word.xpos, {"WP", "WDT", "WRB"});
  }

  bool IsPerson(const ActorMention& who) const {
    return who.actor >= 0 && in_.cast.actors[static_cast<size_t>(who.actor)].type == ActorType::kPerson;
  }

  // The nominal that the others of the phrase hang on, over others; where that stands in a phrase after the first noun
  // ("a source close to her"), the first noun.
  int Top(int first, int last) const {
    int top = last;
    while (t_.head(top) >= first && t_.head(top) <= last) top = t_.head(top);
    int noun = first;
    while (noun < last && !IsNominal(t_.word(noun)) && t_.word(noun).upos != Upos::kAdp) ++noun;
    if (noun < top && IsNominal(t_.word(noun)) && !t_.dominates(noun, top)) {
      int after = noun;
      while (after < top && (IsNominal(t_.word(after)) || t_.word(after).upos == Upos::kAdj)) ++after;
      if (after < top && t_.word(after).upos == Upos::kAdp) {
        top = after - 1;
        while (top > noun && !IsNominal(t_.word(top))) --top;
        return top;
      }
    }
    if (!IsNominal(t_.word(top))) return -1;
    const int mark = t_.child(top, {Rel::kCase});
    return mark >= first && mark < top && t_.word(mark).upos == Upos::kAdp ? -1 : top;
  }

  const StatementSources& in_;
  int sentence_;
  const Tree& t_;
  int lo_;
};

}  // namespace

Sayer SayerBefore(const StatementSources& sources, int sentence, int verb, int lo) {
  return verb > lo ? SayerFinder(sources, sentence, lo).Find(verb) : Sayer{};
}

bool HasOwnSubject(const Tree& tree, const Proposition& p) {
  const Argument* subject = p.Find(Slot::kSubject);
  if (subject == nullptr || subject->inherited) return false;
  const int first = tree.first(subject->word);
  return subject->word > p.word || first == 0 || tree.word(first - 1).upos != Upos::kAdp;
}

}  // namespace rapporteur
