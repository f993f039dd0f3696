#include "resolve/when_occasion.h"

#include <algorithm>
#include <string>

#include "base/among.h"
#include "resolve/when_tense.h"

namespace rapporteur {
namespace {

// Nouns that end like deeds and are bodies or things.
bool IsBody(std::string_view lemma) {
  return Among(lemma, {"government",   "department",  "parliament",  "regiment",     "administration", "organization",
                       "organisation", "commission",  "delegation",  "nation",       "union",          "station",
                       "building",     "population",  "opposition",  "coalition",    "federation",     "institution",
                       "corporation",  "association", "foundation",  "television",   "document",       "establishment",
                       "apartment",    "battalion",   "legislation", "constitution", "convention",     "monument",
                       "region",       "division",    "generation",  "plantation",   "official",       "material",
                       "king",         "instrument",  "equipment",   "position",     "minister",       "section"});
}

// Verbs of saying and doing that take place in an event: spoke at a rally, voted in a meeting.
bool ActsIn(std::string_view lemma) {
  return Among(lemma, {"march",  "say",      "speak",   "tell",   "vote", "rally",       "gather",
                       "appear", "announce", "agree",   "decide", "warn", "demand",      "call",
                       "urge",   "ask",      "present", "chant",  "wave", "participate", "discuss"});
}

// Verbs whose infinitive or participle happens when they do.
bool SharesTime(std::string_view lemma) {
  return Among(lemma, {"begin", "start", "continue", "manage", "stop", "cease", "try", "fail", "help", "go", "keep",
                       "force", "resume", "end", "come", "use"});
}

// Killed in a raid, met at a summit: the verb tells when and where the raid was.
bool TakesPartIn(std::string_view lemma) {
  return Among(lemma,
               {"kill", "wound", "injure", "die", "take", "engage", "arrest", "meet", "capture", "shoot", "hurt"});
}

// A participle that tells what goes on while the verb above happens: "shelled the town, killing two"; "a bus carrying
// police". Not "villages destroyed by floods", whose time is another.
int AboveParticiple(const Tree& tree, int w, int up) {
  const bool progressive = tree.word(w).xpos == "VBG";
  const bool participle = progressive || tree.word(w).xpos == "VBN";
  if (!participle || tree.child(w, {Rel::kMark, Rel::kAux, Rel::kAuxPass}) >= 0) return -1;
  if (tree.rel(w) == Rel::kAdvcl) return up;
  if (!progressive) return -1;
  const int clause = tree.head(up);
  return clause >= 0 && IsClauseHead(tree, clause) && !IsClauseHead(tree, up) ? clause : -1;
}

}  // namespace

bool CarriesEvent(std::string_view lemma) {
  return Among(lemma,
               {"hold",    "launch",   "stage",    "mount",   "conduct", "carry",  "make",  "take",     "have",
                "occur",   "happen",   "begin",    "start",   "open",    "resume", "end",   "sign",     "reach",
                "convene", "schedule", "postpone", "plan",    "set",     "be",     "break", "erupt",    "hit",
                "strike",  "rock",     "kill",     "wound",   "injure",  "follow", "come",  "continue", "conclude",
                "host",    "attend",   "announce", "declare", "expect",  "cancel", "agree", "broker",   "strike"});
}

bool IsEventNoun(const ParsedWord& word) {
  const std::string_view lemma = word.lemma;
  if (word.upos == Upos::kPropn || IsBody(lemma)) return false;
  for (std::string_view ending : {"tion", "sion", "ment", "ing", "ance", "fire", "down", "over", "strike", "quake",
                                  "off", "out", "sal", "val", "ial"}) {
    if (lemma.size() > ending.size() + 2 && lemma.substr(lemma.size() - ending.size()) == ending) return true;
  }
  return Among(
      lemma,
      {"attack", "raid",       "strike",    "blast",      "war",        "battle",  "clash",    "talk",      "talks",
       "summit", "visit",      "trip",      "vote",       "coup",       "protest", "rally",    "march",     "death",
       "murder", "crash",      "speech",    "interview",  "deal",       "truce",   "accord",   "pact",      "siege",
       "ban",    "riot",       "offensive", "assault",    "ambush",     "arrest",  "release",  "call",      "letter",
       "report", "trial",      "poll",      "referendum", "ceremony",   "round",   "incident", "event",     "crisis",
       "flood",  "fire",       "massacre",  "exchange",   "conference", "session", "return",   "departure", "arrival",
       "move",   "fight",      "ruling",    "verdict",    "treaty",     "contact", "order",    "response",  "uprising",
       "revolt", "revolution", "storm",     "effort",     "failure",    "seizure", "violence", "launch",    "test",
       "tour",   "debate",     "victory",   "defeat",     "decree",     "law",     "mission"});
}

bool IsClauseHead(const Tree& tree, int w) {
  const ParsedWord& word = tree.word(w);
  return word.upos == Upos::kVerb || word.upos == Upos::kAux || tree.child(w, {Rel::kCop}) >= 0;
}

int OccasionAbove(const Tree& tree, int w) {
  const int up = tree.head(w);
  if (up < 0) return -1;
  const ParsedWord& head = tree.word(up);
  switch (tree.rel(w)) {
    case Rel::kConj: {
      // "came on Monday and will leave": one sentence, two times.
      const bool clause = IsClauseHead(tree, w);
      if (clause != IsClauseHead(tree, up)) return -1;
      return clause && DirectionAt(tree, w) != DirectionAt(tree, up) ? -1 : up;
    }
    case Rel::kXcomp:
      return SharesTime(head.lemma) ? up : -1;
    case Rel::kAdvcl:
      return AboveParticiple(tree, w, up);
    case Rel::kAcl:
    case Rel::kAclRelcl:
      // "the accord signed in Geneva", "the bombing that killed two"
      if (CarriesEvent(tree.word(w).lemma) && IsEventNoun(head)) return up;
      return tree.rel(w) == Rel::kAcl ? AboveParticiple(tree, w, up) : -1;
    case Rel::kObj:
    case Rel::kNsubj:
    case Rel::kNsubjPass:
      return IsClauseHead(tree, w) || !CarriesEvent(head.lemma) ? -1 : up;
    case Rel::kObl: {
      const std::string preposition = tree.preposition(w);
      if (preposition == "in")
        return TakesPartIn(head.lemma) || (ActsIn(head.lemma) && IsEventNoun(tree.word(w))) ? up : -1;
      return (preposition == "during" || preposition == "at") && IsEventNoun(tree.word(w)) ? up : -1;
    }
    default:
      return -1;
  }
}

}  // namespace rapporteur
