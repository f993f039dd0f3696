#include "formats/rows.h"

#include <array>
#include <charconv>
#include <cmath>

#include "record/json_writer.h"

namespace rapporteur {
namespace {

// Bytes of the blank or control character that begins here; 0: another character. Of those beyond ASCII the ones that
// loaders take for the end of a line: U+0085, U+2028, U+2029.
size_t BlankAt(std::string_view text) {
  const auto first = static_cast<unsigned char>(text[0]);
  if (first <= 0x20 || first == 0x7F) return 1;
  if (text.starts_with("\xC2\x85")) return 2;
  return text.starts_with("\xE2\x80\xA8") || text.starts_with("\xE2\x80\xA9") ? 3 : 0;
}

}  // namespace

std::string CellText(std::string_view text) {
  std::string valid;
  if (!IsValidUtf8(text)) {
    valid = ValidUtf8(text);
    text = valid;
  }
  std::string clean;
  bool blank = false;
  while (!text.empty()) {
    const size_t skipped = BlankAt(text);
    if (skipped == 0) {
      if (blank && !clean.empty()) clean += ' ';
      clean += text[0];
    }
    blank = skipped != 0;
    text.remove_prefix(skipped == 0 ? 1 : skipped);
  }
  return clean;
}

std::string NumberText(double value, int digits) {
  if (!std::isfinite(value)) return {};
  const double scale = std::pow(10.0, digits);
  double rounded = std::round(value * scale) / scale;
  if (rounded == 0) rounded = 0;  // no minus before a zero
  std::array<char, 64> buffer = {};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), rounded, std::chars_format::fixed).ptr;
  return {buffer.data(), static_cast<size_t>(end - buffer.data())};
}

void RowWriter::Add(std::string_view clean) {
  if (begun_) out_ += style_ == RowStyle::kTabs ? '\t' : ',';
  begun_ = true;
  if (clean.empty()) clean = missing_;
  if (style_ == RowStyle::kTabs) {
    for (const char c : clean) out_ += c == '"' ? '\'' : c;
    return;
  }
  if (clean.find_first_of(",\"") == std::string_view::npos) {
    out_ += clean;
    return;
  }
  out_ += '"';
  for (const char c : clean) out_ += c == '"' ? std::string("\"\"") : std::string(1, c);
  out_ += '"';
}

RowWriter& RowWriter::Text(std::string_view text) {
  Add(CellText(text));
  return *this;
}

RowWriter& RowWriter::Texts(const std::vector<std::string>& texts, std::string_view between) {
  std::string all;
  for (const std::string& text : texts) {
    const std::string clean = CellText(text);
    if (clean.empty()) continue;
    if (!all.empty()) all += between;
    all += clean;
  }
  Add(all);
  return *this;
}

RowWriter& RowWriter::Number(double value, int digits) {
  Add(NumberText(value, digits));
  return *this;
}

RowWriter& RowWriter::Int(int64_t value) {
  Add(std::to_string(value));
  return *this;
}

RowWriter& RowWriter::Empty(size_t cells) {
  for (size_t i = 0; i < cells; ++i) Add({});
  return *this;
}

void RowWriter::EndLine() {
  out_ += '\n';
  begun_ = false;
}

std::string HeaderLine(RowStyle style, const std::vector<std::string>& names) {
  RowWriter row(style);
  for (const std::string& name : names) row.Text(name);
  row.EndLine();
  return row.Take();
}

}  // namespace rapporteur
