// Where the tree has the words that a cue attributes: the clause or noun phrase that it governs, or the clause that it
// hangs on.
//
// A view on the sources; immutable, deterministic. Spans are bytes of the report's text, without marks at their ends;
// each function answers an empty span when there is no such content.
#pragma once

#include "coding/statement_content.h"
#include "coding/statement_sources.h"

namespace rapporteur {

class StatementClause {
 public:
  StatementClause(const StatementSources& sources, const ContentReader& content) : in_(sources), content_(content) {}

  // that …, to …: the complement clause, also after a colon.
  Span Governed(const Proposition& p, const Cue& cue) const;

  // "…, Ryabkov said": the cue hangs on the clause that it reports.
  Span Host(const Proposition& p) const;

  // A quotation beside the cue; the phrase that it stands in where it is no sentence: "called it a “farce”".
  Span Quoted(const Proposition& p, const Cue& cue) const;

 private:
  const StatementSources& in_;
  const ContentReader& content_;
};

}  // namespace rapporteur
