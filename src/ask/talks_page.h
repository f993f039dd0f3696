// Talks as a page: who takes part and mediates, on what, where and when, how they stand, their course step by step, and
// where reports contradict each other.
//
// By the thread that holds the store. Deterministic.
#pragma once

#include "ask/document.h"
#include "ask/question.h"
#include "base/result.h"
#include "store/store.h"

namespace rapporteur {

// The talks that the question finds; its kinds are not looked at. No section: there are none. Errors: those of Find
Result<Document> MakeTalksPage(Store& store, Question question);

}  // namespace rapporteur
