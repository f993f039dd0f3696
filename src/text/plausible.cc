#include "text/plausible.h"

#include <string_view>

namespace rapporteur {
namespace {

constexpr size_t kShort = 200;
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

}  // namespace

bool ReadsAsText(const ReportText& text) {
  const std::string_view bytes = text.utf8;
  if (bytes.size() < kShort) return true;
  size_t characters = 0, odd = 0;
  for (size_t i = 0; i < bytes.size(); ++i) {
    const unsigned char c = static_cast<unsigned char>(bytes[i]);
    if ((c & 0xC0U) == 0x80) continue;  // inside of a character
    ++characters;
    const bool control = (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || c == 0x7F;
    if (control || bytes.substr(i).starts_with(kReplacement)) ++odd;
  }
  return odd * 20 <= characters;
}

}  // namespace rapporteur
