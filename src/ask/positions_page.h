// Who holds what on an issue, as a page: holder by holder, with stance, exact words, since when, changes and sources.
//
// By the thread that holds the store. Deterministic.
#pragma once

#include <string>

#include "ask/document.h"
#include "ask/question.h"
#include "base/result.h"
#include "store/store.h"

namespace rapporteur {

// `on`: words that all stand, whatever their endings, in what is held, in what it is about, or in the name of the
// agreement or actor that it is about. `question` narrows further; its kinds are not looked at. No section: nobody
// holds anything on it. Errors: kUsage  `on` has no word; those of Find
Result<Document> MakePositionsPage(Store& store, const std::string& on, Question question);

}  // namespace rapporteur
