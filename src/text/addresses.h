// Web and mail addresses, names of files, and faces drawn with marks, each one word. Only for chunk.cc.
#pragma once

#include <cstddef>
#include <string_view>

#include "text/word_forms.h"

namespace rapporteur {

// The end of the run from `at` in which every character is one; `at` when the first is not.
size_t RunEnd(std::string_view text, size_t at, bool (*is)(char32_t));
// Whether the text is not empty and every character is one.
bool AllOf(std::string_view text, bool (*is)(char32_t));

// Whether AddressEnd can find anything in the chunk: saves asking at every word.
bool MayHoldAddress(std::string_view chunk);

// The end of the URL, e-mail address or file name that starts at `at`, without the marks that close the sentence after
// it; `at` when none starts there.
size_t AddressEnd(std::string_view chunk, size_t at, const WordForms& forms);

// The end of the face at `at`, as :-), or `at`.
size_t FaceEnd(std::string_view chunk, size_t at);

}  // namespace rapporteur
