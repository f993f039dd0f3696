// Words of one chunk, a stretch without white space. Only for tokenize.cc, which holds the contract.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"
#include "text/report.h"
#include "text/word_forms.h"

namespace rapporteur {

// What follows a chunk, where that decides about its last stop.
struct AfterChunk {
  bool ends_paragraph = false;
  bool upper = false;  // the next chunk opens with a capital
  bool lower = false;  // … a small letter
  bool digit = false;  // … a figure
};

class ChunkTokenizer {
 public:
  // `text` is the chunk alone; `base` the byte at which it starts in the report.
  ChunkTokenizer(const WordForms& forms, std::string_view text, uint32_t base, AfterChunk after, std::vector<Word>* out)
      : forms_(forms), text_(text), base_(base), after_(after), out_(out) {}

  void Run();

 private:
  size_t MarkEnd(size_t at) const;
  size_t ApostropheEnd(size_t at) const;
  size_t WordEnd(size_t at) const;
  bool Joins(size_t begin, size_t at) const;
  bool StopJoins(size_t begin, size_t at) const;
  bool HyphenJoins(size_t begin, size_t at, size_t next) const;
  bool SlashJoins(size_t begin, size_t at) const;
  bool FinalStopBelongs(size_t begin, size_t stop) const;
  void EmitWord(size_t begin, size_t end);
  size_t EmitPossessive(size_t end);
  bool EmitJoined(size_t begin, size_t end);
  size_t CliticBegin(size_t begin, size_t end) const;
  size_t UnitBegin(size_t begin, size_t end) const;
  void Emit(size_t begin, size_t end);

  char32_t At(size_t at) const;
  char32_t Before(size_t at) const;
  size_t RunEnd(size_t at, bool (*is)(char32_t)) const;

  const WordForms& forms_;
  std::string_view text_;
  uint32_t base_;
  AfterChunk after_;
  std::vector<Word>* out_;
};

}  // namespace rapporteur
