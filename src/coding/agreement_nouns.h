// What the words around a noun for an agreement say of it: whether it is one, what it is called, what tells it from
// others.
//
// Deterministic; a view on the report's dealings.
#pragma once

#include "coding/agreement_mentions.h"
#include "coding/agreement_sides.h"

namespace rapporteur {

class AgreementNouns {
 public:
  explicit AgreementNouns(const Dealings& dealings) : d_(dealings), sides_(dealings) {}

  // The last word of the noun that names an agreement: "cease-fire" may be three words; -1 where it is no such noun.
  int NounEnd(const Tree& tree, int word) const;

  // The first word of "cease - fire" where the parser made the fire its head; else the word.
  static int NounStart(const Tree& tree, int word);

  // "the peace agreement talks": the noun only modifies another.
  bool IsModifier(const Tree& tree, int word) const;

  // "The accord caps warheads", "the deal calls for": a noun after it that is a verb by its form and what follows.
  static bool IsMisread(const Tree& tree, int word);

  // "in agreement", "agreement of his doctors": nobody makes an agreement.
  bool IsConsent(const Proposition& noun) const;

  // Reads what the noun's own modifiers say into the mention; false for "a great deal" and "no deal".
  bool ReadMarks(const Proposition& noun, AgreementMention& mention) const;

  // Whether the mention's words hold a name: "Minsk".
  bool HasName(const AgreementMention& mention) const;

  // "the Declaration of Principles"
  static bool IsTitled(const Tree& tree, int word);
  // "in a joint declaration"
  static bool IsJoint(const Tree& tree, int word);

 private:
  const Tree& tree(int sentence) const { return d_.in().trees[static_cast<size_t>(sentence)]; }
  void ReadMarksAfter(const Proposition& noun, int word, AgreementMention& mention) const;

  const Dealings& d_;
  AgreementSides sides_;
};

}  // namespace rapporteur
