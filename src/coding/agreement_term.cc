#include "coding/agreement_term.h"

#include <algorithm>

#include "base/among.h"

namespace rapporteur {
namespace {

constexpr std::string_view kDuty = "duty-";

struct TermClass {
  std::string type, mode;
  bool empty() const { return type.empty(); }
};

// What is fought or threatened is what an agreement ends.
bool IsConflict(std::string_view type) {
  return Among(type, {"ASSAULT", "COERCE", "THREATEN", "PROTEST", "ACCUSE", "REJECT", "MOBILIZE"});
}

// Types of deeds that agreements oblige to.
bool IsYield(std::string_view type) { return Among(type, {"RETREAT", "CONCEDE", "AID", "COOPERATE", "CONSULT"}); }

std::string Upper(std::string_view text) {
  std::string upper(text);
  for (char& c : upper) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return upper;
}

class Classifier {
 public:
  Classifier(const Dealings& dealings, const TermWords& words)
      : d_(dealings), words_(words), t_(dealings.in().trees[static_cast<size_t>(words.sentence)]) {}

  TermClass Read() const {
    const Proposition* head = d_.in().layer.At(words_.sentence, words_.head);
    if (words_.forbidden || (head != nullptr && head->negated))
      return {"RETREAT", head != nullptr && IsAttack(*head) ? "ceasefire" : ""};
    TermClass found = OfFrame(words_.head);
    if (IsYield(found.type)) return found;
    if (TermClass duty = OfDuty(words_.head); !duty.empty()) return duty;
    for (int w = words_.first; w <= words_.last; ++w) {
      TermClass inside = OfFrame(w);
      if (!IsYield(inside.type)) inside = OfDuty(w);
      if (!inside.empty()) return inside;
    }
    for (int w = words_.first; w <= words_.last && found.empty(); ++w) found = OfFrame(w);
    return found;
  }

 private:
  bool IsAttack(const Proposition& p) const {
    const std::optional<FrameMatch> match = d_.in().matcher.Best(p);
    return match && match->frame->type == "ASSAULT";
  }

  TermClass OfFrame(int word) const {
    const Proposition* p = d_.in().layer.At(words_.sentence, word);
    const std::optional<FrameMatch> match = p == nullptr ? std::nullopt : d_.in().matcher.Best(*p);
    if (!match || match->frame->type == "NONE") return {};
    return {match->frame->type, match->frame->mode};
  }

  // By the classes duty-TYPE-MODE of classes.tsv.
  TermClass OfDuty(int word) const {
    const Proposition* p = d_.in().layer.At(words_.sentence, word);
    const std::string lemma = p == nullptr ? LowerAscii(t_.word(word).lemma) : p->lemma;
    const WordClasses& classes = d_.in().lexicon.classes();
    for (auto at = classes.lower_bound(kDuty); at != classes.end() && at->first.starts_with(kDuty); ++at) {
      if (!d_.InClass(at->first, lemma)) continue;
      const std::string_view rest = std::string_view(at->first).substr(kDuty.size());
      const size_t dash = rest.find('-');
      return {Upper(rest.substr(0, dash)), dash == rest.npos ? "" : std::string(rest.substr(dash + 1))};
    }
    return {};
  }

  const Dealings& d_;
  const TermWords& words_;
  const Tree& t_;
};

bool IsPronoun(const Tree& t, Span span) {
  return std::any_of(t.sentence().words.begin(), t.sentence().words.end(),
                     [&](const ParsedWord& word) { return word.span == span && word.upos == Upos::kPron; });
}

// Without marks and joining words at both ends.
void Tighten(const Tree& t, TermWords& words) {
  const auto loose = [&](int w) {
    return t.word(w).upos == Upos::kPunct || t.rel(w) == Rel::kCc || t.word(w).upos == Upos::kCconj;
  };
  while (words.first < words.last && loose(words.first)) ++words.first;
  while (words.first < words.last && Among(LowerAscii(t.word(words.first).form), {"to", "that"}) &&
         words.first != words.head)
    ++words.first;
  while (words.last > words.first && loose(words.last)) --words.last;
  // "promised NOT TO attack": what is owed is to leave it.
  int before = words.first - 1;
  if (before > 0 && LowerAscii(t.word(before).form) == "to") --before;
  if (before >= 0 && t.head(before) == words.head && Among(LowerAscii(t.word(before).form), {"not", "never"}))
    words.first = before;
}

// Words at the end that are of another clause: "… a process completed in 2016", "… and Western nations believe".
void Clip(const Dealings& dealings, const Tree& t, TermWords& words) {
  for (int w = words.head + 1; w < words.last; ++w) {
    const bool gloss = Among(LowerAscii(t.word(w).form), {"a", "an"}) && w + 1 <= words.last &&
                       dealings.InClass("agreement_gloss", LowerAscii(t.word(w + 1).lemma));
    const bool clause = gloss && w + 2 <= words.last && Among(t.word(w + 2).xpos, {"VBN", "VBD", "WDT"});
    const int next = words.last + 1;
    const bool other = t.rel(w) == Rel::kCc && t.head(w) > w && t.head(w) <= words.last && next < t.size() &&
                       t.rel(t.head(w)) == Rel::kConj && t.last(t.head(w)) == words.last &&
                       Among(t.word(next).xpos, {"VBP", "VBZ", "MD"});
    if (!clause && !other) continue;
    words.last = w - 1;
    return;
  }
}

}  // namespace

std::string ClassOfTerm(const Dealings& dealings, int sentence, int word) {
  const TermWords words{sentence, word, word, word, std::nullopt};
  return Classifier(dealings, words).Read().type;
}

int ExchangeIn(const Tree& t, int first, int last) {
  for (int w = first; w + 2 <= last; ++w) {
    if (LowerAscii(t.word(w).form) == "in" && Among(LowerAscii(t.word(w + 1).form), {"return", "exchange"}) &&
        LowerAscii(t.word(w + 2).form) == "for")
      return w;
  }
  return -1;
}

void PushTerm(const Dealings& dealings, TermWords words, Agreement& agreement) {
  const Tree& t = dealings.in().trees[static_cast<size_t>(words.sentence)];
  Clip(dealings, t, words);
  for (int w = words.head + 1; w < words.last; ++w) {  // "…; in exchange, Y": what is given for it is another's
    const bool exchange =
        LowerAscii(t.word(w).form) == "in" && Among(LowerAscii(t.word(w + 1).form), {"return", "exchange"});
    if (exchange) words.last = w - 1;
  }
  const bool made = dealings.InClass("agreement_struck", LowerAscii(t.word(words.head).lemma)) &&
                    t.child(words.head, {Rel::kObj, Rel::kXcomp, Rel::kCcomp}) < 0;
  if (made && IsVerbal(t.word(words.head))) return;  // "a deal reached between": tells of itself
  Tighten(t, words);
  AgreementTerm term;
  term.span = dealings.content().Trim(t.span(words.first, words.last));
  if (term.span.empty()) return;
  for (const AgreementTerm& known : agreement.terms) {
    if (known.span.overlaps(term.span)) return;
  }
  const TermClass type = Classifier(dealings, words).Read();
  term.obligor = std::move(words.obligor);
  term.type = IsConflict(type.type) && type.type != "MOBILIZE" ? "RETREAT" : type.type;
  term.mode = term.type == type.type ? type.mode : type.type == "ASSAULT" ? "ceasefire" : "";
  if (term.type.empty()) term.type = words.fallback;
  // What two have agreed that one of them will do, and nothing tells better, is done for both.
  if (term.type.empty() && term.obligor && IsVerbal(t.word(words.head))) term.type = "COOPERATE";
  term.noun = !IsVerbal(t.word(words.head));
  if (!term.obligor) {
    for (const Event& event : dealings.in().events) {
      for (const Evidence& e : event.evidence) {
        if (e.role == "trigger" && e.span.begin >= term.span.begin && t.word(words.head).span.overlaps(e.span) &&
            event.type == term.type && !event.actors.empty() && !IsPronoun(t, event.actors.front().span) &&
            !term.obligor)
          term.obligor = event.actors.front();
      }
    }
  }
  agreement.evidence.push_back({"term", term.span});
  agreement.terms.push_back(std::move(term));
}

}  // namespace rapporteur
