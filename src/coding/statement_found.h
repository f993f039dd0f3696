// The statements found so far, and how much each weighs.
//
// Belongs to one thread; deterministic.
#pragma once

#include <vector>

#include "coding/statement_content.h"
#include "coding/statement_sources.h"

namespace rapporteur {

class FoundStatements {
 public:
  explicit FoundStatements(const ContentReader& content) : content_(content) {}

  // Adds one with its form, its rule and what led to it. Nothing happens when the same words stand there by the same
  // cue.
  // `weak`: one that counts only where no other holds it.
  void Keep(Statement st, const Cue& cue, bool weak = false);

  // Likewise one that no line of the cues names.
  void Keep(Statement st, std::string rule, std::string step);

  // What somebody feels, wants or means within another's words is part of those words: such statements go.
  void DropWithin();

  // Adds a piece in front of what a cue attributes already; false when it attributes nothing behind the cue.
  bool Prepend(Span cue, Span piece);

  // Whether some statement whose cue stands outside of the span has content that touches it.
  bool Covers(Span span) const;

  // In the order in which they were found; nothing is left here.
  std::vector<Statement> Take() { return std::move(found_); }

 private:
  void Add(Statement st, bool weak);
  bool IsWithin(size_t inner, size_t outer) const;

  const ContentReader& content_;
  std::vector<Statement> found_;
  std::vector<bool> weak_;  // of found_: thoughts, wishes, judgements
};

}  // namespace rapporteur
