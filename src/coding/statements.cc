#include "coding/statements.h"

#include "coding/statement_content.h"
#include "coding/statement_cues.h"
#include "coding/statement_extent.h"
#include "coding/statement_index.h"
#include "coding/statement_quotes.h"

namespace rapporteur {
namespace {

void GiveEvidence(Statement& st) {
  if (st.parts.empty()) st.evidence.push_back({"content", st.content});
  for (const Span part : st.parts) st.evidence.push_back({"content", part});
  if (!st.cue.empty()) st.evidence.push_back({"cue", st.cue});
  if (st.speaker) st.evidence.push_back({"speaker", st.speaker->span});
  if (st.addressee) st.evidence.push_back({"addressee", st.addressee->span});
}

}  // namespace

std::vector<Statement> FindStatements(const StatementSources& sources) {
  const ContentReader content(sources.report);
  std::vector<Statement> found = FindCues(sources, content);
  MendExtents(sources, content, found);
  JoinQuotations(sources, content, found);
  NestStatements(found);
  for (Statement& st : found) GiveEvidence(st);
  return found;
}

}  // namespace rapporteur
