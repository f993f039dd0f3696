// The number that words such as "At least 12", "two dozen" or "1,200 students and three lawyers" say.
//
// Pure; deterministic.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace rapporteur {

// The whole number said, parts that "and" joins added up ("two soldiers and three civilians": 5); of a range ("20 to
// 30", "between 20 and 30") the lower end. Words that make it vague (at least, about) do not count. None where the
// words name no number ("dozens", "several", "many").
std::optional<int64_t> SaidNumber(std::string_view said);

}  // namespace rapporteur
