#include "resolve/tree.h"

#include <algorithm>

#include "base/among.h"

namespace rapporteur {

Rel BaseRel(Rel rel) {
  switch (rel) {
    case Rel::kAclRelcl:
      return Rel::kAcl;
    case Rel::kAdvclRelcl:
      return Rel::kAdvcl;
    case Rel::kAuxPass:
      return Rel::kAux;
    case Rel::kCcPreconj:
      return Rel::kCc;
    case Rel::kCompoundPrt:
      return Rel::kCompound;
    case Rel::kCsubjOuter:
    case Rel::kCsubjPass:
      return Rel::kCsubj;
    case Rel::kDetPredet:
      return Rel::kDet;
    case Rel::kNmodDesc:
    case Rel::kNmodPoss:
    case Rel::kNmodUnmarked:
      return Rel::kNmod;
    case Rel::kNsubjOuter:
    case Rel::kNsubjPass:
      return Rel::kNsubj;
    case Rel::kOblAgent:
    case Rel::kOblUnmarked:
      return Rel::kObl;
    default:
      return rel;
  }
}

Tree::Tree(const ParsedSentence& sentence) : sentence_(&sentence) {
  const size_t n = sentence.words.size();
  begin_.assign(n + 1, 0);
  for (const ParsedWord& word : sentence.words) {
    if (word.head >= 0) ++begin_[static_cast<size_t>(word.head) + 1];
  }
  for (size_t i = 0; i < n; ++i) begin_[i + 1] += begin_[i];
  order_.assign(n, 0);
  std::vector<int> next(begin_.begin(), begin_.end());
  first_.resize(n);
  last_.resize(n);
  for (int w = 0; w < static_cast<int>(n); ++w) {
    first_[static_cast<size_t>(w)] = last_[static_cast<size_t>(w)] = w;
    const int up = word(w).head;
    if (up < 0) {
      if (root_ < 0) root_ = w;
    } else {
      order_[static_cast<size_t>(next[static_cast<size_t>(up)]++)] = w;
    }
  }
  // Edges flow upwards; a malformed tree (a cycle) stops after n steps.
  for (int w = 0; w < static_cast<int>(n); ++w) {
    int up = word(w).head;
    for (size_t steps = 0; up >= 0 && steps < n; ++steps, up = word(up).head) {
      first_[static_cast<size_t>(up)] = std::min(first_[static_cast<size_t>(up)], w);
      last_[static_cast<size_t>(up)] = std::max(last_[static_cast<size_t>(up)], w);
    }
  }
}

std::span<const int> Tree::children(int w) const {
  const size_t i = static_cast<size_t>(w);
  return {order_.data() + begin_[i], static_cast<size_t>(begin_[i + 1] - begin_[i])};
}

int Tree::child(int w, std::initializer_list<Rel> rels) const {
  for (int c : children(w)) {
    if (std::find(rels.begin(), rels.end(), rel(c)) != rels.end()) return c;
  }
  return -1;
}

namespace {

// Words that the parser reads as a preposition before another although they belong to the verb: "pulled out of",
// "caught up with".
bool IsParticleBefore(const std::string& first, const ParsedWord& next) {
  return Among(first, {"out", "up", "back", "away", "off", "down", "over", "ahead"}) &&
         Among(LowerAscii(next.form), {"of", "from", "to", "with", "against", "on", "at", "into"});
}

}  // namespace

std::string Tree::preposition(int w) const {
  for (int c : children(w)) {
    if (rel(c) != Rel::kCase) continue;
    std::string text = LowerAscii(word(c).form);
    if (word(c).upos == Upos::kPart && text != "to") continue;  // the 's of an owner
    const bool particle = c + 1 < size() && head(c + 1) == w && rel(c + 1) == Rel::kCase;
    if (particle && IsParticleBefore(text, word(c + 1))) continue;
    for (int f : children(c)) {
      if (rel(f) == Rel::kFixed) text += " " + LowerAscii(word(f).form);
    }
    return text;
  }
  return "";
}

std::vector<int> Tree::conjuncts(int w) const {
  std::vector<int> all{w};
  for (size_t i = 0; i < all.size(); ++i) {
    for (int c : children(all[i])) {
      if (rel(c) == Rel::kConj && std::find(all.begin(), all.end(), c) == all.end()) all.push_back(c);
    }
  }
  std::sort(all.begin(), all.end());
  return all;
}

int Tree::coordination_head(int w) const {
  for (int steps = 0; rel(w) == Rel::kConj && head(w) >= 0 && steps < size(); ++steps) w = head(w);
  return w;
}

bool Tree::dominates(int ancestor, int w) const {
  for (int steps = 0; w >= 0 && steps <= size(); ++steps, w = head(w)) {
    if (w == ancestor) return true;
  }
  return false;
}

Span Tree::span(int first_word, int last_word) const { return {word(first_word).span.begin, word(last_word).span.end}; }

bool IsVerbal(const ParsedWord& word) { return word.upos == Upos::kVerb || word.upos == Upos::kAux; }

bool IsNominal(const ParsedWord& word) {
  return word.upos == Upos::kNoun || word.upos == Upos::kPropn || word.upos == Upos::kPron || word.upos == Upos::kNum;
}

bool HasFeature(const ParsedWord& word, std::string_view feature) {
  const std::string_view all = word.feats;
  for (size_t at = 0; at < all.size();) {
    const size_t end = std::min(all.find('|', at), all.size());
    if (all.substr(at, end - at) == feature) return true;
    at = end + 1;
  }
  return false;
}

std::string LowerAscii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

bool StartsUpper(std::string_view form) {
  if (form.empty()) return false;
  const unsigned char c = static_cast<unsigned char>(form[0]);
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  if (form.size() < 2 || c < 0xC3 || c > 0xC5) return false;
  // Latin-1 and Latin Extended-A: À…Þ, then capital and small letter by turns.
  const int code = (c & 0x1F) << 6 | (static_cast<unsigned char>(form[1]) & 0x3F);
  if (code < 0x100) return code >= 0xC0 && code <= 0xDE && code != 0xD7;
  const bool odd_capitals = (code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17E);
  if (code == 0x138 || code == 0x149 || code == 0x17F) return false;
  return code == 0x178 || (code % 2 == 1) == odd_capitals;
}

}  // namespace rapporteur
