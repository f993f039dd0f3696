// An HTTP response as crawlers keep it: status, the headers that matter here, the body unpacked.
//
// Stateless, thread-safe.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace rapporteur {

struct HttpHead {
  int status = 0;       // 0: there is no status line
  std::string type;     // "text/html", in lower case, without parameters; empty: not said
  std::string charset;  // of the type
  std::string packed;   // content-encoding, in lower case
  bool chunked = false;
  size_t body_at = 0;  // where the body begins
};

HttpHead ReadHttpHead(std::string_view message);

// The body without chunks and unpacked. Crawlers often unpack a body and leave its headers: a body that is not what
// they say is taken as it stands. Errors: kFormat  packed in another way than gzip and deflate, damaged, cut off
//         kLimit   more than max_bytes
Result<std::string> HttpBody(std::string_view message, const HttpHead& head, size_t max_bytes);

}  // namespace rapporteur
