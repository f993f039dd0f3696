// Writes JSON text: keys in the order given, UTF-8 as it is, numbers in their shortest form.
//
// Not for several threads. Deterministic: the same calls give the same bytes. Bytes that are not UTF-8 become U+FFFD,
// so that what comes out always is JSON.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

// Whether the bytes are UTF-8, and the bytes with each that is not as U+FFFD: the text that JsonWriter writes.
bool IsValidUtf8(std::string_view bytes);
std::string ValidUtf8(std::string_view bytes);

class JsonWriter {
 public:
  JsonWriter& BeginObject();
  JsonWriter& EndObject();
  JsonWriter& BeginArray();
  JsonWriter& EndArray();
  JsonWriter& Key(std::string_view key);
  JsonWriter& String(std::string_view value);
  JsonWriter& StringOrNull(std::string_view value);             // null for the empty string
  JsonWriter& Strings(const std::vector<std::string>& values);  // an array
  JsonWriter& Int(int64_t value);
  JsonWriter& Decimal(double value, int digits);  // rounded to so many decimals; not finite: null
  JsonWriter& Null();

  // Ends the line and begins a new top-level value.
  void EndLine();

  const std::string& text() const { return text_; }
  std::string TakeText() { return std::move(text_); }

 private:
  void Separate();

  std::string text_;
  bool need_comma_ = false;
};

}  // namespace rapporteur
