// The words that a verb attributes where the tree does not join them to it: found by word order, marks and the verb's
// own clause. "The road is open, the envoy, Anna Lind, disclosed on television", "disputed it: none had come".
//
// A view on the sources; immutable, deterministic. Spans are without marks at their ends, empty for none.
#pragma once

#include "coding/statement_content.h"
#include "coding/statement_sources.h"

namespace rapporteur {

class BesideReader {
 public:
  BesideReader(const StatementSources& sources, const ContentReader& content) : in_(sources), content_(content) {}

  // What stands before the verb's clause, or around it: "Many, he said later, came from points that …".
  // *amid: whether the clause stands in the middle, between commas.
  // `state`: a participle that tells what somebody is, "…, he is convinced".
  Span Around(const Proposition& p, bool* amid = nullptr, bool state = false) const;

  // The same where the clause surely stands in the middle, whatever the tree says.
  Span Amid(const Proposition& p) const;

  // A quotation of whole sentences that ends right before the verb's clause.
  Span Quoted(const Proposition& p) const;

  // Who stands beside the verb where a comma parts both from the words, -1 for nobody.
  int Speaker(const Proposition& p) const;

  // What stands behind a colon after the verb's clause.
  Span AfterColon(const Proposition& p) const;

  // A that-clause after whom it is told and when: "wrote on Friday that …".
  Span That(const Proposition& p) const;

  // The that-clause of a noun behind a participle between commas: "the claim, made on Sunday, that …".
  Span ThatOfNoun(const Proposition& noun) const;

  // What follows right behind the verb and has a subject and a finite verb: "said the ship, an old ferry, had left".
  Span After(const Proposition& p, const Cue& cue) const;

  // Of some words what stands in the verb's own part of the sentence: not beyond a semicolon.
  Span Within(const Proposition& p, Span content) const;

 private:
  struct Clause;

  bool SubjectBefore(const Proposition& p, Clause& clause) const;
  bool SubjectBehind(const Proposition& p, Clause& clause) const;
  static bool IsSomebodyBehind(const Tree& t, int verb, int& noun);
  bool SayerApart(const Proposition& p, Clause& clause) const;
  bool Find(const Proposition& p, Clause& clause) const;
  int AfterOwnColon(const Tree& t, int lo, int verb, Span content) const;
  static bool IsFragment(const Tree& t, int from, const Clause& c);
  static bool HasObject(const Proposition& p);
  bool IsThought(const ParsedWord& noun) const;
  bool HasSayingVerb(const Tree& t, int first, int last) const;

  const StatementSources& in_;
  const ContentReader& content_;
};

}  // namespace rapporteur
