// The words that a cue attributes without a clause: what somebody criticizes, plans to do, calls for, is afraid of.
//
// Which words these are tells the column `content` of cues.tsv. A view on the sources; immutable, deterministic. Spans
// are bytes of the report's text, without marks at their ends.
#pragma once

#include <string_view>
#include <vector>

#include "coding/statement_content.h"
#include "coding/statement_sources.h"

namespace rapporteur {

class StatementObject {
 public:
  StatementObject(const StatementSources& sources, const ContentReader& content) : in_(sources), content_(content) {}

  // At the first place of the cue's that the predicate has; two pieces where the cue stands between them ("the sides
  // are expected to meet"). Empty when it has none of the places, or only a pronoun there. `beside`: words that spell
  // the cue.
  std::vector<Span> Read(const Proposition& p, const Cue& cue, const std::vector<int>& beside) const;

  // Whether what it attributes is no clause though the parser may have made one of it: "is expected to win", "called
  // him a liar".
  bool HasPieces(const Proposition& p, const Cue& cue) const;

  // "the port, as the envoy pointed out, is closed": the clause that the cue's hangs on, before and after it.
  std::vector<Span> AsHost(const Proposition& p) const;

  // "asked the minister what he knew", "would not say when": a question where the parser has it as another clause.
  Span Question(const Proposition& p, const Cue& cue) const;

 private:
  bool IsRaising(const Proposition& p, const Cue& cue) const;
  std::vector<Span> At(const Proposition& p, const Cue& cue, std::string_view place) const;
  std::vector<Span> Object(const Proposition& p, const Cue& cue, std::string_view with) const;
  Span LeaveTail(const Tree& t, Span piece) const;
  static bool ComesBack(const Tree& t, int from, uint32_t end);
  static bool OpensClause(const Tree& t, int from, uint32_t end);
  int ClosingMark(const Proposition& p) const;
  std::vector<Span> InWhich(const Proposition& p, const Cue& cue) const;
  std::vector<Span> OfWhom(const Proposition& p, const Cue& cue) const;
  std::vector<Span> Raised(const Proposition& p) const;
  Span After(const Proposition& p, const Cue& cue, std::string_view preposition) const;
  Span Infinitive(const Proposition& p) const;
  int End(const Proposition& p, const Cue& cue, int last) const;
  bool Takes(const Proposition& p, const Cue& cue, int word, std::string_view preposition) const;

  const StatementSources& in_;
  const ContentReader& content_;
};

}  // namespace rapporteur
