// One JSON object as a list of fields, for articles.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "inputs/columns.h"

namespace rapporteur {

// Strings, numbers and truth values; those of objects within as "source.name", down to three levels. A list of strings
// is one field, its strings parted by blank lines. Nulls, deeper values and lists of other things are left out.
// Stateless, thread-safe; memory follows the strings that are kept, not the values, however deep they nest.
// Errors: kFormat  no JSON, or not an object
Result<std::vector<NamedField>> ReadJsonFields(std::string_view utf8);

}  // namespace rapporteur
