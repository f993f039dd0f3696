// What a record is asked with: filters, and what a question needs beside the record.
#pragma once

#include <pybind11/pybind11.h>

#include <string>
#include <utility>
#include <vector>

#include "ask/countries.h"
#include "ask/question.h"
#include "lexicon/prose.h"
#include "tools/options.h"

namespace rapporteur {

// Immutable; any number of threads.
struct Knowledge {
  Countries countries;
  ProseTable prose;
};

// The filters of a question, from a dictionary whose values the package's Python side has put into form.
class Asked {
 public:
  explicit Asked(const pybind11::dict& said);

  // With Knowledge's countries, which must outlive the question. Needs no lock of Python's.
  // Errors (thrown): those of QuestionOf
  Question Make(const Knowledge& knowledge) const;

 private:
  AskOptions ask_;
  std::vector<AskedPair> pairs_;
};

}  // namespace rapporteur
