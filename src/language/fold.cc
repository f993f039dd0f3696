#include "language/fold.h"

#include <algorithm>
#include <cstring>

#include "base/byte_reader.h"

namespace rapporteur {
namespace {

constexpr size_t kRecordBytes = 16;

Error Wrong(const std::string& what) { return {ErrorCode::kFormat, "model fold table: " + what}; }

}  // namespace

uint32_t NextCodePoint(std::string_view text, size_t& at) {
  constexpr uint32_t kBad = 0xFFFD;
  const auto byte = [&](size_t i) { return static_cast<uint32_t>(static_cast<unsigned char>(text[i])); };
  const uint32_t first = byte(at++);
  if (first < 0x80) return first;
  const size_t more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
  if (first < 0xC2 || first > 0xF4 || at + more > text.size()) return kBad;
  uint32_t code_point = first & (0x3Fu >> more);
  for (size_t i = 0; i < more; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return kBad;
    code_point = code_point << 6 | (byte(at + i) & 0x3F);
  }
  at += more;
  return code_point;
}

void AppendCodePoint(std::string& text, uint32_t code_point) {
  const auto put = [&](uint32_t byte) { text += static_cast<char>(byte); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | code_point >> 6);
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    put(0xE0 | code_point >> 12);
    put(0x80 | (code_point >> 6 & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    put(0xF0 | (code_point >> 18 & 0x07));
    put(0x80 | (code_point >> 12 & 0x3F));
    put(0x80 | (code_point >> 6 & 0x3F));
    put(0x80 | (code_point & 0x3F));
  }
}

Result<FoldTable> FoldTable::Read(std::string_view section) {
  const uint32_t count = section.size() < 4 ? 0 : ReadU32(section, 0);
  if (section.size() < 4 || (section.size() - 4) / kRecordBytes < count) return Wrong("cut short");
  FoldTable table;
  table.records_.resize(count);
  table.direct_.fill(-1);
  for (uint32_t i = 0; i < count; ++i) {
    const size_t at = 4 + i * kRecordBytes;
    Record& record = table.records_[i];
    record.code_point = ReadU32(section, at);
    record.lower = ReadU32(section, at + 4);
    const auto kind = static_cast<uint8_t>(section[at + 8]);
    record.length = static_cast<uint8_t>(section[at + 9]);
    if (i > 0 && table.records_[i - 1].code_point >= record.code_point) return Wrong("code points are not in order");
    if (record.code_point > 0x10FFFF || record.lower > 0x10FFFF || kind > 3 || record.length > 6) {
      return Wrong("record " + std::to_string(i) + " is damaged");
    }
    record.kind = static_cast<Class>(kind);
    std::memcpy(record.replacement.data(), section.data() + at + 10, record.replacement.size());
    if (record.code_point < table.direct_.size()) table.direct_[record.code_point] = static_cast<int32_t>(i);
  }
  return table;
}

const FoldTable::Record* FoldTable::Find(uint32_t code_point) const {
  if (code_point < direct_.size()) {
    const int32_t index = direct_[code_point];
    return index < 0 ? nullptr : &records_[static_cast<size_t>(index)];
  }
  const auto it = std::lower_bound(records_.begin(), records_.end(), code_point,
                                   [](const Record& record, uint32_t value) { return record.code_point < value; });
  return it != records_.end() && it->code_point == code_point ? &*it : nullptr;
}

void FoldTable::NormalAndShape(std::string_view form, std::string& normal, std::string& shape) const {
  normal.clear();
  shape.clear();
  for (size_t at = 0; at < form.size();) {
    const size_t begin = at;
    const uint32_t code_point = NextCodePoint(form, at);
    const Record* record = Find(code_point);
    const std::string_view to = record != nullptr ? record->text() : form.substr(begin, at - begin);
    normal += to;
    char mark = 0;
    switch (record != nullptr ? record->kind : Class::kOther) {
      case Class::kUpper:
        mark = 'A';
        break;
      case Class::kLower:
        mark = 'a';
        break;
      case Class::kDigit:
        mark = '0';
        break;
      case Class::kOther:
        if (to.empty()) continue;
        mark = static_cast<unsigned char>(to[0]) < 128 ? to[0] : '?';
    }
    const size_t n = shape.size();
    if (n < 2 || shape[n - 1] != mark || shape[n - 2] != mark) shape += mark;
  }
}

std::string FoldTable::Plain(std::string_view form) const {
  std::string plain;
  for (size_t at = 0; at < form.size();) {
    const size_t begin = at;
    const Record* record = Find(NextCodePoint(form, at));
    const bool quote = record != nullptr && (record->text() == "'" || record->text() == "\"" || record->text().empty());
    const bool replaced = quote && record->kind == Class::kOther;  // dashes and ellipses keep their form in a lemma
    plain += replaced ? record->text() : form.substr(begin, at - begin);
  }
  return plain;
}

std::string FoldTable::Lower(std::string_view text) const {
  std::string lower;
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    const Record* record = Find(NextCodePoint(text, at));
    if (record == nullptr) {
      lower += text.substr(begin, at - begin);
    } else {
      AppendCodePoint(lower, record->lower);
    }
  }
  return lower;
}

}  // namespace rapporteur
