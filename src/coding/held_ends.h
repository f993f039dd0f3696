#pragma once

#include "coding/dealings.h"

namespace rapporteur {

// Where the words of a position end: the parser hangs on them what the report goes on with.
class HeldEnds {
 public:
  explicit HeldEnds(const Dealings& dealings) : d_(dealings) {}

  // Before the words that end a quotation, "… saying that", ", while …", ", such as …".
  Span Cut(Span words) const;

  // Headlines and links run together: most words begin with a capital.
  bool IsFurniture(Span words) const;

 private:
  bool GoesOn(const Tree& t, int word) const;
  bool EndsQuotation(Span words, Span mark) const;

  const Dealings& d_;
};

}  // namespace rapporteur
