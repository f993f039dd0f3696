#include "resolve/when_occasion.h"

#include <algorithm>
#include <string>

namespace rapporteur {
namespace {

bool Among(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// Verbs that say of an event noun that it happens.
bool CarriesEvent(std::string_view lemma) {
  return Among(lemma,
               {"hold",    "launch",   "stage",    "mount",   "conduct", "carry",  "make",  "take",     "have",
                "occur",   "happen",   "begin",    "start",   "open",    "resume", "end",   "sign",     "reach",
                "convene", "schedule", "postpone", "plan",    "set",     "be",     "break", "erupt",    "hit",
                "strike",  "rock",     "kill",     "wound",   "injure",  "follow", "come",  "continue", "conclude",
                "host",    "attend",   "announce", "declare", "expect",  "cancel"});
}

// Verbs whose infinitive or participle happens when they do.
bool SharesTime(std::string_view lemma) {
  return Among(lemma, {"begin", "start", "continue", "manage", "stop", "cease", "try", "fail", "help", "go", "keep",
                       "force", "resume", "end", "come", "use"});
}

}  // namespace

bool IsClauseHead(const Tree& tree, int w) {
  const ParsedWord& word = tree.word(w);
  return word.upos == Upos::kVerb || word.upos == Upos::kAux || tree.child(w, {Rel::kCop}) >= 0;
}

int OccasionAbove(const Tree& tree, int w) {
  const int up = tree.head(w);
  if (up < 0) return -1;
  const ParsedWord& head = tree.word(up);
  switch (tree.rel(w)) {
    case Rel::kConj:
      return up;
    case Rel::kXcomp:
      return SharesTime(head.lemma) ? up : -1;
    case Rel::kAdvcl:
    case Rel::kAcl: {
      const bool participle = HasFeature(tree.word(w), "VerbForm=Ger") || HasFeature(tree.word(w), "VerbForm=Part") ||
                              tree.word(w).xpos == "VBG";
      return participle && tree.child(w, {Rel::kMark, Rel::kAux}) < 0 ? up : -1;
    }
    case Rel::kObj:
    case Rel::kNsubj:
    case Rel::kNsubjPass:
      return IsClauseHead(tree, w) || !CarriesEvent(head.lemma) ? -1 : up;
    case Rel::kObl: {
      const std::string preposition = tree.preposition(w);
      return Among(preposition, {"in", "during", "at"}) &&
                     Among(head.lemma, {"kill", "wound", "injure", "die", "take", "engage", "arrest", "meet"})
                 ? up
                 : -1;
    }
    default:
      return -1;
  }
}

}  // namespace rapporteur
