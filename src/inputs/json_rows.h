// Articles of JSON: one object a line, or the objects of a list, however long the file.
//
// A line that is no JSON is set aside and the next one read. In a list the objects are told apart by their brackets.
// Memory: one object, at most options.max_row_bytes; a longer one is passed over unread and set aside.
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "inputs/article.h"
#include "inputs/options.h"
#include "inputs/window.h"

namespace rapporteur {

std::unique_ptr<RowSource> JsonLineRows(ByteWindow window, const ArticleOptions& options);

// Objects one after the other from the window's place on: of a list up to its bracket, else to the end of the input,
// parted by white space or nothing.
std::unique_ptr<RowSource> JsonObjectRows(ByteWindow window, const ArticleOptions& options);

// How a file that begins like this holds its articles.
struct JsonLayout {
  bool lines = false;  // else objects
  size_t begin = 0;    // where to begin: within the list, which may be a value of an outer object ("articles": […])
};

// None when it is no JSON of objects. `beginning` may end anywhere.
std::optional<JsonLayout> LayoutOfJson(std::string_view beginning);

}  // namespace rapporteur
