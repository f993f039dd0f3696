#include "inputs/http_message.h"

#include <algorithm>

#include "inputs/clean.h"
#include "inputs/gzip.h"

namespace rapporteur {
namespace {

void ReadType(std::string_view value, HttpHead& head) {
  head.type = LowerBytes(Trimmed(value.substr(0, value.find(';'))));
  const std::string lower = LowerBytes(value);
  const size_t at = lower.find("charset=");
  if (at == std::string::npos) return;
  for (const char c : std::string_view(lower).substr(at + 8)) {
    if (c == ';' || IsBlankByte(c)) break;
    if (c != '"' && c != '\'') head.charset.push_back(c);
  }
}

// The number in a chunk's first line; -1 when there is none.
int64_t ChunkSize(std::string_view line) {
  constexpr size_t kMostDigits = 12;
  line = Trimmed(line.substr(0, line.find(';')));
  if (line.empty() || line.size() > kMostDigits) return -1;
  int64_t size = 0;
  for (const char c : line) {
    const char lower = LowerByte(c);
    const bool digit = c >= '0' && c <= '9';
    if (!digit && (lower < 'a' || lower > 'f')) return -1;
    size = size * 16 + (digit ? c - '0' : lower - 'a' + 10);
  }
  return size;
}

Result<std::string> WithoutChunks(std::string_view body) {
  if (ChunkSize(body.substr(0, body.find('\n'))) < 0) return std::string(body);  // unpacked by the crawler
  std::string out;
  while (true) {
    const size_t end = body.find('\n');
    const int64_t size = end == std::string_view::npos ? -1 : ChunkSize(body.substr(0, end));
    if (size < 0) return Error{ErrorCode::kFormat, "the page's chunks are damaged or cut off"};
    if (size == 0) return out;
    body.remove_prefix(end + 1);
    if (static_cast<uint64_t>(size) > body.size()) {
      return Error{ErrorCode::kFormat, "the page's chunks are damaged or cut off"};
    }
    out.append(body.substr(0, static_cast<size_t>(size)));
    body.remove_prefix(static_cast<size_t>(size));
    if (body.starts_with('\r')) body.remove_prefix(1);
    if (body.starts_with('\n')) body.remove_prefix(1);
  }
}

}  // namespace

HttpHead ReadHttpHead(std::string_view message) {
  HttpHead head;
  std::string_view rest = message;
  const std::string_view first = TakeLine(rest);
  if (!first.starts_with("HTTP/")) return head;
  const size_t space = first.find(' ');
  if (space != std::string_view::npos)
    head.status = static_cast<int>(std::max(DecimalNumber(first.substr(space + 1, 3)), 0LL));
  while (!rest.empty()) {
    const std::string_view line = TakeLine(rest);
    if (line.empty()) break;
    const size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string_view name = Trimmed(line.substr(0, colon));
    const std::string_view value = Trimmed(line.substr(colon + 1));
    if (SameWord(name, "content-type")) ReadType(value, head);
    if (SameWord(name, "content-encoding")) head.packed = LowerBytes(value);
    if (SameWord(name, "transfer-encoding")) head.chunked = LowerBytes(value).find("chunked") != std::string::npos;
  }
  head.body_at = message.size() - rest.size();
  return head;
}

Result<std::string> HttpBody(std::string_view message, const HttpHead& head, size_t max_bytes) {
  Result<std::string> body = std::string(message.substr(head.body_at));
  if (head.chunked) body = WithoutChunks(*body);
  if (!body.ok() || head.packed.empty() || head.packed == "identity") return body;
  if (IsGzip(*body)) return Inflate(*body, max_bytes);
  // Text begins with "<" or white space, and neither zlib's nor deflate's first byte is likely to be that.
  const bool text = Trimmed(*body).starts_with('<');
  if (text) return body;
  if (head.packed == "deflate") return Inflate(*body, max_bytes);
  if (head.packed.ends_with("gzip")) return body;
  return Error{ErrorCode::kFormat,
               "the page is packed as \"" + CutTo(head.packed, 40) + "\"; gzip and deflate are read"};
}

}  // namespace rapporteur
