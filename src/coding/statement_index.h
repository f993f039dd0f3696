// Which statement holds a place of the text: asked for every event and every "we".
//
// A view on statements in order of their content's begin; immutable, deterministic.
#pragma once

#include <cstdint>
#include <vector>

#include "coding/items.h"
#include "resolve/cast.h"

namespace rapporteur {

class StatementIndex {
 public:
  explicit StatementIndex(const std::vector<Statement>& statements);

  // The innermost statement that asserts its content where that, the cue apart, holds the offset; -1 when the report
  // itself speaks there.
  int Innermost(uint32_t offset) const;

  const std::vector<Statement>& statements() const { return *statements_; }

 private:
  const std::vector<Statement>* statements_;
  uint32_t longest_ = 0;  // content in bytes: how far back a statement that holds an offset can begin
};

// Sorts statements by their content and sets each one's parent: the innermost other statement that holds its cue.
void NestStatements(std::vector<Statement>& statements);

// Binds "we" and "I" within what somebody says to the speaker.
void BindFirstPerson(const StatementIndex& statements, Cast& cast);

}  // namespace rapporteur
