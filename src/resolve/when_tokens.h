// A sentence's words as date words, and what their surroundings tell: whether a number is a year, May a month.
//
// Stateless once made; deterministic.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "resolve/tree.h"
#include "resolve/when_words.h"

namespace rapporteur {

class DateTokens {
 public:
  explicit DateTokens(const Tree& tree);

  const Tree& tree() const { return *tree_; }
  int size() const { return tree_->size(); }
  bool any() const { return any_; }  // whether the sentence has a word that dates are made of

  // Words out of range are of no class and have no text.
  DateWordClass cls(int w) const { return has(w) ? at(w).word.cls : DateWordClass::kNone; }
  int value(int w) const { return at(w).word.value; }
  DatePart part(int w) const { return at(w).part; }  // of "mid-2014" in one word
  std::string_view text(int w) const { return has(w) ? std::string_view(at(w).lower) : std::string_view(); }
  bool is(int w, std::initializer_list<std::string_view> list) const {
    return has(w) && std::find(list.begin(), list.end(), text(w)) != list.end();
  }
  bool hyphen(int w) const { return is(w, {"-", "–"}); }

  bool IsDayNumber(int w) const;   // 1 … 31, 3rd, third
  bool CountsThings(int w) const;  // "1990 people", "2000 percent", "$ 1990", "1990 tanks"
  bool HasUnit(int w) const;       // the same by the words beside it alone: not "the August 7 bombings"

  // A number with four digits is a year where it stands as one: after a preposition, before a noun that it does not
  // count, or alone; never after a currency sign, before a unit or after a name that it numbers.
  bool StandsAsYear(int w) const;

 private:
  struct Token {
    std::string lower;
    DateWord word;
    DatePart part = DatePart::kNone;
  };

  bool has(int w) const { return w >= 0 && w < size(); }
  const Token& at(int w) const { return tokens_[static_cast<size_t>(w)]; }
  void Read(int w);
  bool NamesSomething(int w) const;

  const Tree* tree_;
  std::vector<Token> tokens_;
  bool any_ = false;
};

}  // namespace rapporteur
