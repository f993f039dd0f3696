#include "coding/statement_cues.h"

#include <algorithm>
#include <utility>

#include "base/among.h"
#include "coding/statement_beside.h"
#include "coding/statement_clause.h"
#include "coding/statement_found.h"
#include "coding/statement_object.h"
#include "coding/statement_phrases.h"
#include "coding/statement_speaker.h"
#include "coding/statement_unclaimed.h"
#include "coding/statement_verdict.h"

namespace rapporteur {
namespace {

class CueFinder {
 public:
  CueFinder(const StatementSources& in, const ContentReader& content)
      : in_(in),
        content_(content),
        clause_(in, content),
        beside_(in, content),
        object_(in, content),
        speaker_(in),
        found_(content) {}

  std::vector<Statement> Find() {
    for (const Proposition& p : in_.layer.all) {
      if (p.kind == PredicateKind::kVerb) {
        if (!VerbCue(p)) AdjectiveCue(p);
      } else if (p.kind == PredicateKind::kNoun) {
        NounCue(p);
      } else {
        AdjectiveCue(p);
      }
    }
    FindPhrases(in_, content_, found_);
    FindUnclaimed(in_, content_, found_);
    FindVerdicts(in_, content_, found_);
    found_.DropWithin();
    return found_.Take();
  }

 private:
  bool VerbCue(const Proposition& p) {
    std::vector<int> words;
    const Cue* cue = CueOf(in_, p, PredicatePos::kVerb, words);
    const Tree& t = in_.tree(p.sentence);
    if (cue == nullptr || t.rel(p.word) == Rel::kAmod) return false;
    if (IsUnsaid(p)) return true;
    Statement st;
    st.cue = t.span(p.word, p.word);
    // A loose cue word (express, show, continue) attributes only with a clause or a quotation.
    Span content = Among(cue->kind, {"say", "claim", "announce", "warn"}) ? beside_.Amid(p) : Span{};
    if (content.empty() && TellsBeside(*cue)) content = beside_.Quoted(p);
    if (content.empty() && !object_.HasPieces(p, *cue)) content = beside_.Within(p, clause_.Governed(p, *cue));
    const Span that = Among(cue->kind, {"say", "claim", "announce", "warn", "write"}) ? beside_.That(p) : Span{};
    if (!that.empty() && (content.empty() || that.begin < content.begin)) content = hull(that, content);
    const bool clause = !content.empty();
    const Span quotation = content_.QuotationAt(st.cue.begin, {});
    const bool beside = TellsBeside(*cue) && !HasOwnObject(p, *cue) && !object_.HasPieces(p, *cue);
    if (!clause && beside && !p.passive) content = clause_.Host(p);
    const bool before = clause && content.end <= st.cue.begin;
    if (beside && (!clause || before)) {
      // The whole of what stands before, where the parser hung the verb on a part of it, and not who says it.
      const Span around = beside_.Around(p);
      const bool less = before && !around.empty() && around.begin == content.begin && content.contains(around);
      if (less || (!clause && (content.empty() || around.contains(content)))) content = around;
    }
    if (const int verb = content.empty() ? QuotingVerb(t, p.word) : -1; verb >= 0) {
      if (const Proposition* quotes = in_.layer.At(p.sentence, verb)) content = clause_.Host(*quotes);
    }
    if (GivesNoun(p, content)) content = {};
    // Within a quotation, a cue that hangs on words outside of it is part of what is quoted, no attribution of them.
    if (!clause && !quotation.empty() && content_.QuotationAt(content.begin, {}) != quotation) content = {};
    if (content.empty() && quotation.empty() && BaseRel(t.rel(p.word)) != Rel::kAcl &&
        Among(cue->kind, {"say", "claim", "announce", "warn", "write", "deny", "ask"})) {
      content = clause_.Quoted(p, *cue);
    }
    if (content.empty() && Among(cue->kind, {"say", "claim", "announce", "warn", "write", "deny"})) {
      content = beside_.AfterColon(p);
    }
    if (content.empty() && Among(cue->kind, {"say", "claim", "announce", "warn", "think", "hear", "show"})) {
      const std::vector<Span> pieces = object_.AsHost(p);
      if (!pieces.empty()) content = hull(pieces.front(), pieces.back());
      if (pieces.size() > 1) st.parts = pieces;
    }
    if (content.empty() && quotation.empty()) content = object_.Question(p, *cue);
    content = LeaveCue(p, beside_.Within(p, content), words);
    if (content.empty() && Among(cue->kind, {"say", "claim", "announce", "warn", "think"})) {
      content = beside_.After(p, *cue);
    }
    speaker_.Speak(st, p, *cue);
    if (const int w = content.begin < st.cue.begin && !content.empty() ? beside_.Speaker(p) : -1; w >= 0) {
      if (auto who = speaker_.Who(p.sentence, w)) st.speaker = who;
    }
    if (st.addressee && st.speaker && st.addressee->span.overlaps(st.speaker->span)) st.addressee.reset();
    if (content.empty()) {
      return Governs(std::move(st), p, *cue, words);
    }
    if (IsIdle(p, *cue, st)) return true;
    const Argument* subject = p.Find(Slot::kSubject);
    if (!st.speaker && (!clause || cue->kind == "want")) return false;
    if (Among(cue->kind, {"show"}) && subject == nullptr) return false;
    st.content = content;
    st.asserts = !clause || !Among(cue->kind, {"want", "judge"});
    // "Not so, says the ministry: they left on Sunday."
    Statement further = st;
    further.content = !clause && content.end < st.cue.begin && TellsBeside(*cue) ? beside_.AfterColon(p) : Span{};
    found_.Keep(std::move(st), *cue);
    if (!further.content.empty()) found_.Keep(std::move(further), *cue);
    return true;
  }

  // "let slip that …": without the cue's own words; "Asked if he would go, the minister left": up to the comma.
  Span LeaveCue(const Proposition& p, Span content, const std::vector<int>& words) const {
    const Tree& t = in_.tree(p.sentence);
    for (const int w : words) {
      if (Among(t.word(w).form, {"to", "it"})) break;
      if (!content.empty() && content.begin == t.word(w).span.begin && content.end > t.word(w).span.end) {
        content = content_.Trim({t.word(w).span.end, content.end});
      }
    }
    if (!p.participle || p.word > 1 || t.head(p.word) < 0 || content.empty()) return content;
    for (int w = p.word + 1; w < t.head(p.word); ++w) {
      if (t.word(w).form == "," && content.contains(t.word(w).span) &&
          content_.QuotationAt(t.word(w).span.begin, {}).empty())
        return content_.Trim({content.begin, t.word(w).span.begin});
    }
    return content;
  }

  // "confirmed the minister's claim that …": the words are the noun's, and whose it is says them.
  bool GivesNoun(const Proposition& p, Span content) {
    const Argument* object = p.Find(Slot::kObject);
    const Tree& t = in_.tree(p.sentence);
    if (object == nullptr || object->word < p.word || content.begin < t.word(object->word).span.end) return false;
    const int owner = t.child(object->word, {Rel::kNmodPoss});
    const std::vector<uint32_t>& lines = in_.cues.Find(PredicatePos::kNoun, LowerAscii(t.word(object->word).lemma));
    if (owner < 0 || lines.empty()) return false;
    Statement st;
    st.cue = t.word(object->word).span;
    st.speaker = speaker_.Who(p.sentence, owner);
    st.content = content;
    found_.Keep(std::move(st), in_.cues.lines()[lines[0]]);
    return true;
  }

  // "criticized the plan", "plans to leave", "is expected to win": what a cue governs that is no clause of its own.
  bool Governs(Statement st, const Proposition& p, const Cue& cue, const std::vector<int>& words) {
    if ((cue.lemma == "claim" && IsOfLives(p)) || BacksSomebody(p, cue) || SaysBeside(p, cue) || QuotesSomebody(p, cue))
      return false;
    std::vector<Span> pieces = object_.Read(p, cue, words);
    if (pieces.empty() || IsIdle(p, cue, st)) return false;
    const bool judges = cue.lemma == "find" && JudgesThing(p);
    if (cue.kind == "show" && p.kind == PredicateKind::kVerb && !judges && !IsToldByText(p)) return false;
    if (!st.speaker && (pieces.size() < 2 || p.kind != PredicateKind::kVerb)) return false;
    st.content = hull(pieces.front(), pieces.back());
    if (st.speaker && st.speaker->span.overlaps(st.content)) return false;  // "fears of hunger": nobody's
    if (st.speaker && !IsSomebody(p.sentence, *st.speaker)) return false;
    if (pieces.size() > 1) st.parts = std::move(pieces);
    st.asserts = Among(cue.kind, {"deny", "announce", "promise"}) ||
                 Among(cue.lemma, {"claim", "allege", "warn", "predict"}) || !st.parts.empty();
    found_.Keep(std::move(st), cue, true);
    return true;
  }

  bool IsCue(const Tree& t, int word) const {
    return IsVerbal(t.word(word)) && !in_.cues.Find(PredicatePos::kVerb, LowerAscii(t.word(word).lemma)).empty();
  }

  // "refused to confirm the date": nobody says anything.
  bool IsUnsaid(const Proposition& p) const {
    const Tree& t = in_.tree(p.sentence);
    const auto silent = [&](int w) { return Among(LowerAscii(t.word(w).lemma), {"refuse", "decline"}); };
    if (p.kind != PredicateKind::kVerb) return false;
    // "without mentioning the strike", "why voters should consider the offer"
    if (p.word > 0 && LowerAscii(t.word(p.word - 1).form) == "without") return true;
    if (Among(p.modal, {"should", "must", "ought"}) && !p.perfect) return true;
    const int inner = t.child(p.word, {Rel::kXcomp});
    if (silent(p.word)) return inner >= 0 && IsCue(t, inner);
    return t.rel(p.word) == Rel::kXcomp && silent(t.head(p.word));
  }

  // "rejected the results, saying they were flawed": the words are the statement, not the act that they go with.
  bool SaysBeside(const Proposition& p, const Cue& cue) const {
    if (p.kind != PredicateKind::kVerb || !Among(cue.kind, {"deny", "judge", "want"})) return false;
    const Tree& t = in_.tree(p.sentence);
    return std::any_of(t.children(p.word).begin(), t.children(p.word).end(), [&](int c) {
      return c > p.word && t.rel(c) == Rel::kAdvcl && t.word(c).xpos == "VBG" && IsCue(t, c) &&
             t.child(c, {Rel::kCcomp}) >= 0;
    });
  }

  // "Turkey, which supports opposition forces": whom one stands by with money and arms; nothing is said.
  bool BacksSomebody(const Proposition& p, const Cue& cue) const {
    const Argument* object = p.Find(Slot::kObject);
    if (object == nullptr || object->inherited || !Among(cue.lemma, {"support", "back"})) return false;
    const ActorMention* whom = in_.cast.MentionAt(p.sentence, object->word);
    if (whom == nullptr || whom->head != object->word || whom->place || whom->actor < 0) return false;
    return in_.cast.actors[static_cast<size_t>(whom->actor)].type != ActorType::kPerson;
  }

  // "the shelling claimed two lives"
  bool IsOfLives(const Proposition& p) const {
    const Argument* object = p.Find(Slot::kObject);
    return object != nullptr && Among(in_.tree(p.sentence).word(object->word).lemma, {"life", "victim", "casualty"});
  }

  // "citing diplomatic sources", "was quoted by the radio": whom, not what.
  bool QuotesSomebody(const Proposition& p, const Cue& cue) const {
    if (p.kind != PredicateKind::kVerb || !Among(cue.lemma, {"quote", "cite"})) return false;
    const Argument* object = p.Find(Slot::kObject);
    if (object == nullptr) return true;
    const Tree& t = in_.tree(p.sentence);
    if (Among(LowerAscii(t.word(object->word).lemma), {"source", "media", "agency", "witness"})) return true;
    const ActorMention* who = in_.cast.MentionAt(p.sentence, object->word);
    return who != nullptr && who->head == object->word && who->actor >= 0 && who->form != MentionForm::kPronoun &&
           in_.cast.actors[static_cast<size_t>(who->actor)].type == ActorType::kPerson;
  }

  // Somebody or a text, no thing: "the prospect worries about nothing". What the lexicon does not know is told by its
  // form.
  bool IsSomebody(int s, const ActorRef& who) const {
    if (who.actor >= 0 || !who.code.empty() || !who.sectors.empty()) return true;
    const ParsedWord* last = nullptr;
    for (const ParsedWord& word : in_.tree(s).sentence().words) {
      if (who.span.contains(word.span)) last = &word;
    }
    if (last == nullptr) return false;
    const std::string lemma = LowerAscii(last->lemma);
    if (last->upos == Upos::kPron || last->upos == Upos::kDet)
      return !Among(lemma, {"which", "that", "what", "it", "this"});
    if (last->upos != Upos::kNoun) return true;
    if (IsAgentForm(lemma)) return true;
    return !in_.cues.Find(PredicatePos::kNoun, lemma).empty() || Among(lemma, {"majority", "campaign", "half", "most"});
  }

  // An adjective that the tagger took for a noun: "unfair".
  static bool IsAdjectiveForm(std::string_view form) {
    for (const std::string_view ending : {"fair", "ful", "able", "ible", "ous", "less", "ive", "wise"}) {
      if (form.ends_with(ending)) return true;
    }
    return false;
  }

  // "finds the text unfair": judged, not seen ("found the man dead") and not got ("found a job").
  bool JudgesThing(const Proposition& p) const {
    const Tree& t = in_.tree(p.sentence);
    const Argument* object = p.Find(Slot::kObject);
    if (object == nullptr || object->inherited || object->word < p.word) return false;
    if (t.rel(object->word - 1) == Rel::kCompound && IsAdjectiveForm(LowerAscii(t.word(object->word).form)))
      return true;
    for (int w = object->word + 1; w <= t.last(p.word) && t.word(w).upos != Upos::kPunct; ++w) {
      if (IsVerbal(t.word(w)) || t.word(w).upos == Upos::kAdp || IsNominal(t.word(w))) return false;
      if (t.word(w).upos != Upos::kAdj) continue;
      return !Among(LowerAscii(t.word(w).form),
                    {"dead", "alive", "unconscious", "hidden", "empty", "guilty", "available"});
    }
    return false;
  }

  // "a poll shows a lead": only what is read shows something to everybody.
  bool IsToldByText(const Proposition& p) const {
    const Argument* subject = p.Find(Slot::kSubject);
    if (subject == nullptr) return false;
    const std::string noun = LowerAscii(in_.tree(p.sentence).word(subject->word).lemma);
    for (const uint32_t i : in_.cues.Find(PredicatePos::kNoun, noun)) {
      if (Among(in_.cues.lines()[i].kind, {"show", "write", "hear"})) return true;
    }
    return false;
  }

  // What attributes nothing: "I ask you …" within one's own quotation says no more than the quotation, "let's say …"
  // and "imagine …" are nobody's words.
  bool IsIdle(const Proposition& p, const Cue& cue, const Statement& st) const {
    const bool quoted = !content_.QuotationAt(st.cue.begin, {}).empty();
    if (quoted && (p.imperative || p.infinitive)) return true;
    if (st.speaker && Among(LowerAscii(st.speaker->span.of(in_.report.text.utf8)), {"'s", "’s", "us"})) return true;
    const bool own = st.speaker && speaker_.IsFirstPerson(p.sentence, *st.speaker);
    const bool nobody = own && st.speaker->actor < 0;  // "I want …" in an interview without marks
    if ((quoted || nobody) && !p.past && own) return true;
    if (st.speaker && IsYou(st.speaker->span) && !p.past) return true;
    if (!Among(cue.kind, {"think", "want", "judge", "show"})) return false;
    // "did not want the envoy to go", "can seek a delay"
    if (cue.kind == "want" && !quoted && (p.negated || p.modal == "can")) return true;
    if (p.imperative || nobody) return true;
    return quoted && (!st.speaker || own);
  }

  bool IsYou(Span who) const { return Among(LowerAscii(who.of(in_.report.text.utf8)), {"you", "your"}); }

  // Whether a verb may stand beside the words that it reports: "…, he said"; not "…, they held".
  static bool TellsBeside(const Cue& cue) {
    return Among(cue.kind, {"say", "announce", "warn", "write", "ask"}) ||
           std::find(cue.content.begin(), cue.content.end(), "beside") != cue.content.end();
  }

  // "the survey, made in May, finds a lead": what a verb governs that is no verb of saying alone.
  static bool HasOwnObject(const Proposition& p, const Cue& cue) {
    const Argument* object = p.Find(Slot::kObject);
    return Among(cue.kind, {"show", "think", "claim", "deny"}) && object != nullptr && !object->inherited &&
           object->word > p.word && std::find(cue.content.begin(), cue.content.end(), "obj") != cue.content.end();
  }

  // "the claim that …", "comments … suggesting that …", "their plan to leave", "criticism of the deal by the
  // opposition"
  void NounCue(const Proposition& p) {
    std::vector<int> words;
    const Cue* cue = CueOf(in_, p, PredicatePos::kNoun, words);
    if (cue == nullptr) return;
    const Tree& t = in_.tree(p.sentence);
    Statement st;
    st.cue = t.span(p.word, p.word);
    st.speaker = speaker_.Owner(p);
    for (const Argument& a : p.arguments) {
      if (a.slot != Slot::kClause || a.prep != "that") continue;
      st.content = content_.Trim(t.span(t.first(a.word), t.last(a.word)));
      found_.Keep(std::move(st), *cue);
      return;
    }
    st.content = st.speaker ? beside_.ThatOfNoun(p) : Span{};
    if (!st.content.empty()) return found_.Keep(std::move(st), *cue);
    Governs(std::move(st), p, *cue, words);
  }

  // "is sure that …", "afraid of war", "were surprised by the vote": what somebody feels or means.
  void AdjectiveCue(const Proposition& p) {
    const Tree& t = in_.tree(p.sentence);
    const std::vector<uint32_t>& lines = in_.cues.Find(PredicatePos::kAdj, LowerAscii(t.word(p.word).form));
    if (lines.empty() || t.word(p.word).xpos == "VBD") return;  // "resigned on Friday"
    const Cue& cue = in_.cues.lines()[lines[0]];
    const Argument* who = p.Find(p.passive ? Slot::kObject : Slot::kSubject);
    if (who == nullptr) return;
    Statement st;
    st.cue = t.span(p.word, p.word);
    st.speaker = speaker_.Who(p.sentence, who->word);
    if (!st.speaker || IsIdle(p, cue, st)) return;
    st.content = clause_.Governed(p, cue);
    // "…, he is convinced."
    if (st.content.empty() && Among(cue.kind, {"think", "claim"})) st.content = beside_.Around(p, nullptr, true);
    if (st.content.empty()) {
      Governs(std::move(st), p, cue, {p.word});
      return;
    }
    st.asserts = cue.kind != "want" && cue.kind != "judge";
    found_.Keep(std::move(st), cue);
  }

  const StatementSources& in_;
  const ContentReader& content_;
  StatementClause clause_;
  BesideReader beside_;
  StatementObject object_;
  SpeakerReader speaker_;
  FoundStatements found_;
};

}  // namespace

std::vector<Statement> FindCues(const StatementSources& sources, const ContentReader& content) {
  return CueFinder(sources, content).Find();
}

}  // namespace rapporteur
