// What a reader may be told about a report that its text does not say.
#pragma once

#include <optional>
#include <string>

#include "lexicon/date.h"

namespace rapporteur {

struct ReadOptions {
  std::optional<Date> published;  // relative dates are resolved against it
  std::string title;              // empty: the report's first headline, if it has one
  std::string publisher, url;     // empty: unknown
};

}  // namespace rapporteur
