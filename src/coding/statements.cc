#include "coding/statements.h"

#include <algorithm>

#include "coding/statement_content.h"
#include "coding/statement_cues.h"
#include "coding/statement_extent.h"
#include "coding/statement_index.h"
#include "coding/statement_pronouns.h"
#include "coding/statement_quotes.h"
#include "coding/when_where.h"

namespace rapporteur {
namespace {

void GiveEvidence(Statement& st) {
  if (st.parts.empty()) st.evidence.push_back({"content", st.content});
  for (const Span part : st.parts) st.evidence.push_back({"content", part});
  if (!st.cue.empty()) st.evidence.push_back({"cue", st.cue});
  if (st.speaker) st.evidence.push_back({"speaker", st.speaker->span});
  if (st.addressee) st.evidence.push_back({"addressee", st.addressee->span});
}

// The word at an offset, -1 for none.
int WordAt(const Tree& t, uint32_t offset) {
  for (int w = 0; w < t.size(); ++w) {
    if (t.word(w).span.contains(offset)) return w;
  }
  return -1;
}

}  // namespace

std::vector<Statement> FindStatements(const StatementSources& sources) {
  const ContentReader content(sources.report);
  std::vector<Statement> found = FindCues(sources, content);
  MendExtents(sources, content, found);
  std::stable_sort(found.begin(), found.end(),
                   [](const Statement& a, const Statement& b) { return a.cue.begin < b.cue.begin; });
  SettlePronouns(sources, content, found);
  JoinQuotations(sources, content, found);
  NestStatements(found);
  for (Statement& st : found) GiveEvidence(st);
  return found;
}

void DateStatements(const StatementSources& sources, const std::vector<DateMention>& dates,
                    const std::optional<Date>& published, std::vector<Statement>& statements) {
  const ContentReader content(sources.report);
  for (Statement& st : statements) {
    const int s = content.SentenceAt(st.cue.begin);
    if (s < 0) continue;
    const Tree& t = sources.tree(s);
    const int cue = WordAt(t, st.cue.begin);
    if (cue < 0) continue;
    const std::optional<DateMention> when = DateOf(t, s, cue, dates);
    // A day among the words told is theirs, not the telling's.
    if (!when || (st.content.contains(when->span) && !st.content.contains(st.cue))) continue;
    st.date = DateValueOf(when, published);
    if (st.date) st.evidence.push_back({"date", when->span});
  }
}

}  // namespace rapporteur
