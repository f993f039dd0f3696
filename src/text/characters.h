// Code points of UTF-8 text and what kind of character each is, for the text layer.
//
// Tables are small on purpose: every script's letters count as letters; case is known for Latin, Greek, Cyrillic and
// Armenian. Stateless, thread-safe. Bytes that are not valid UTF-8 read as U+FFFD, one at a time: nothing here fails.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace rapporteur {

struct CodePoint {
  char32_t value = 0;
  uint32_t bytes = 0;  // 0 past the end of the text
};

// The code point that starts at byte `at`. A quotation mark, dash, bullet or ellipsis whose UTF-8 was once read as
// Windows-1252 and written again (eight bytes that look like "â€™") reads as what it was, with all its bytes.
CodePoint CodePointAt(std::string_view text, size_t at);
// The code point that ends at byte `at` (exclusive); bytes == 0 at the start of the text.
CodePoint CodePointBefore(std::string_view text, size_t at);
// The first byte at or before `at` that starts a code point.
size_t CodePointFloor(std::string_view text, size_t at);
void AppendUtf8(char32_t value, std::string* out);

// White space, controls, and invisible marks (byte order mark, zero-width space, direction marks): they separate words
// and belong to none.
bool IsSpace(char32_t c);
bool IsDigit(char32_t c);   // ASCII digits only
bool IsLetter(char32_t c);  // letters and combining marks of any script; also U+FFFD, which stood for something
bool IsUpper(char32_t c);   // also title-case letters
bool IsLower(char32_t c);
// Letters of the Latin alphabet have a lower case; the same code point otherwise.
char32_t ToLower(char32_t c);
inline bool IsWordCharacter(char32_t c) { return IsLetter(c) || IsDigit(c); }

bool IsDash(char32_t c);        // - and the typographic hyphens and dashes
bool IsApostrophe(char32_t c);  // ' ’ ʼ ` ´ ‘
bool IsOpenBracket(char32_t c);
bool IsCloseBracket(char32_t c);
bool IsDoubleQuote(char32_t c);  // any direction: " “ ” „ ‟ « »
bool IsSingleQuote(char32_t c);  // any direction: ' ‘ ’ ‚ ‛ ‹ › `

// The text with every such mangled mark put right.
std::string MendMarks(std::string_view text);

// Lower case of every code point that has one.
std::string LowerCase(std::string_view text);

}  // namespace rapporteur
