#include "coding/statement_index.h"

#include <algorithm>

namespace rapporteur {

StatementIndex::StatementIndex(const std::vector<Statement>& statements) : statements_(&statements) {
  for (const Statement& st : statements) longest_ = std::max(longest_, st.content.size());
}

int StatementIndex::Innermost(uint32_t offset) const {
  auto after = std::upper_bound(statements_->begin(), statements_->end(), offset,
                                [](uint32_t at, const Statement& st) { return at < st.content.begin; });
  int best = -1;
  while (after != statements_->begin()) {
    --after;
    if (after->content.begin + longest_ < offset) break;
    if (!after->asserts || !after->content.contains(offset) || after->cue.contains(offset)) continue;
    const bool between = !after->parts.empty() && std::none_of(after->parts.begin(), after->parts.end(),
                                                               [&](Span part) { return part.contains(offset); });
    if (between) continue;
    if (best < 0 || after->content.size() < (*statements_)[static_cast<size_t>(best)].content.size()) {
      best = static_cast<int>(after - statements_->begin());
    }
  }
  return best;
}

void NestStatements(std::vector<Statement>& statements) {
  std::stable_sort(statements.begin(), statements.end(), [](const Statement& a, const Statement& b) {
    return a.content.begin != b.content.begin ? a.content.begin < b.content.begin : a.content.end > b.content.end;
  });
  std::vector<int> open;  // statements that hold the place reached, outermost first
  for (size_t i = 0; i < statements.size(); ++i) {
    Statement& st = statements[i];
    auto over = [&](int j) { return statements[static_cast<size_t>(j)].content.end <= st.content.begin; };
    open.erase(std::remove_if(open.begin(), open.end(), over), open.end());
    for (auto j = open.rbegin(); j != open.rend() && st.parent < 0; ++j) {
      const Statement& outer = statements[static_cast<size_t>(*j)];
      if (!outer.asserts || outer.content == st.content || !outer.content.contains(st.content)) continue;
      if (outer.content.contains(st.cue) || st.by.rule == "quotation:continued") st.parent = *j;
    }
    open.push_back(static_cast<int>(i));
  }
}

void BindFirstPerson(const StatementIndex& statements, Cast& cast) {
  for (ActorMention& mention : cast.mentions) {
    if (mention.form != MentionForm::kFirstPerson) continue;
    const int st = statements.Innermost(mention.span.begin);
    if (st < 0 || !statements.statements()[static_cast<size_t>(st)].speaker) continue;
    mention.actor = statements.statements()[static_cast<size_t>(st)].speaker->actor;
  }
}

}  // namespace rapporteur
