#include "language/labels.h"

#include <array>
#include <cstddef>

namespace rapporteur {
namespace {

// In the order of the enums.
constexpr std::array<std::string_view, 17> kUposNames = {
    "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
};
static_assert(kUposNames.size() == static_cast<size_t>(Upos::kX) + 1);

constexpr std::array<std::string_view, 51> kRelNames = {
    "root",       "acl",        "acl:relcl", "advcl",       "advcl:relcl",   "advmod",   "amod",        "appos",
    "aux",        "aux:pass",   "case",      "cc",          "cc:preconj",    "ccomp",    "compound",    "compound:prt",
    "conj",       "cop",        "csubj",     "csubj:outer", "csubj:pass",    "dep",      "det",         "det:predet",
    "discourse",  "dislocated", "expl",      "fixed",       "flat",          "goeswith", "iobj",        "list",
    "mark",       "nmod",       "nmod:desc", "nmod:poss",   "nmod:unmarked", "nsubj",    "nsubj:outer", "nsubj:pass",
    "nummod",     "obj",        "obl",       "obl:agent",   "obl:unmarked",  "orphan",   "parataxis",   "punct",
    "reparandum", "vocative",   "xcomp",
};
static_assert(kRelNames.size() == static_cast<size_t>(Rel::kXcomp) + 1);

template <typename Names>
size_t Find(const Names& names, std::string_view name) {
  size_t i = 0;
  while (i < names.size() && names[i] != name) ++i;
  return i;
}

}  // namespace

std::string_view UposName(Upos upos) { return kUposNames[static_cast<size_t>(upos)]; }

std::string_view RelName(Rel rel) { return kRelNames[static_cast<size_t>(rel)]; }

Upos UposFromName(std::string_view name) {
  const size_t i = Find(kUposNames, name);
  return i < kUposNames.size() ? static_cast<Upos>(i) : Upos::kX;
}

Rel RelFromName(std::string_view name) {
  size_t i = Find(kRelNames, name);
  if (i == kRelNames.size()) i = Find(kRelNames, name.substr(0, name.find(':')));
  return i < kRelNames.size() ? static_cast<Rel>(i) : Rel::kDep;
}

}  // namespace rapporteur
