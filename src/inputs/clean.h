// Small pieces of text as readers of files need them: trimmed, on one line, cut.
//
// Stateless, thread-safe; all bytes above ASCII are left as they are, but a no-break space counts as white space.
#pragma once

#include <string>
#include <string_view>

namespace rapporteur {

inline bool IsBlankByte(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v'; }
inline char LowerByte(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
std::string LowerBytes(std::string_view text);
bool SameWord(std::string_view a, std::string_view b);                // but for the case of ASCII letters
bool BeginsWithWord(std::string_view text, std::string_view prefix);  // but for the case of ASCII letters

std::string_view Trimmed(std::string_view text);

// Every run of white space as one space, none at the ends.
std::string OnOneLine(std::string_view text);

// At most so many bytes, whole characters, with "…" where something was cut.
std::string CutTo(std::string_view text, size_t most);

// Takes the first line off `text`, without its line end ("\n", "\r\n" or "\r").
std::string_view TakeLine(std::string_view& text);

// A number of decimal digits and nothing else, at most 18 of them; -1 for all else.
long long DecimalNumber(std::string_view text);

}  // namespace rapporteur
