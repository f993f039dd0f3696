// What the commands that ask a record begin with: the record, the names of states, and the question that was typed.
#pragma once

#include <memory>

#include "ask/countries.h"
#include "ask/question.h"
#include "store/store.h"
#include "tools/options.h"

namespace rapporteur {

// Errors: kUsage  a kind that there is none, a day that is none, a pair that is none
Result<Question> QuestionOf(const AskOptions& ask);

struct Asking {
  Store store;  // read only
  std::unique_ptr<Countries> countries;
  Question question;  // with these countries
  bool merged = true;
};

// Tells on standard error where the record is not merged since the last adding.
// Errors: those of QuestionOf, FindBaseLexicon, Countries and OpenStore
Result<Asking> StartAsking(const CommandOptions& options);

// For a question that found nothing: tells on standard error which of its names nobody in the record has.
void TellUnknownNames(Asking& asking);

// Tells the error; the exit code: kExitUsage of kUsage, else kExitData.
int FailAsking(const Error& error);

}  // namespace rapporteur
