#include "coding/statements.h"

#include <algorithm>

#include "coding/statement_content.h"
#include "coding/statement_cues.h"
#include "coding/statement_index.h"

namespace rapporteur {
namespace {

constexpr size_t kLookBack = 24;  // statements: more than any sentence has

// A quotation that no cue claims belongs to the statement before it, in the same paragraph.
void JoinLooseQuotations(const ParsedReport& report, const ContentReader& content, std::vector<Statement>& found) {
  std::stable_sort(found.begin(), found.end(),
                   [](const Statement& a, const Statement& b) { return a.cue.begin < b.cue.begin; });
  const size_t count = found.size();
  size_t next = 0;  // the first statement whose cue stands behind the quotation
  for (const Quotation& q : report.quotations) {
    if (q.depth > 0 || content.CountWords(q.inner) < 5) continue;
    while (next < count && found[next].cue.end <= q.outer.begin) ++next;
    Statement* before = next > 0 ? &found[next - 1] : nullptr;
    bool claimed = false;
    for (size_t i = next > kLookBack ? next - kLookBack : 0; i < std::min(count, next + kLookBack); ++i) {
      claimed = claimed || found[i].content.overlaps(q.inner);
    }
    if (claimed || before == nullptr || !before->speaker || before->form == StatementForm::kIndirect) continue;
    const int from = content.SentenceAt(before->content.begin), to = content.SentenceAt(q.inner.begin);
    if (from < 0 || to < 0 || to - from > 2) continue;
    // "“…,” she said. “…”": one statement in parts.
    if (before->parts.empty()) before->parts.push_back(before->content);
    before->parts.push_back(content.Trim(q.inner));
    before->content = hull(before->content, before->parts.back());
    before->by.steps.push_back("goes on in a quotation without a cue of its own");
  }
}

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
  JoinLooseQuotations(sources.report, content, found);
  NestStatements(found);
  for (Statement& st : found) GiveEvidence(st);
  return found;
}

}  // namespace rapporteur
