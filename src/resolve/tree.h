// A sentence's dependency tree with the questions that the layers above ask of it.
//
// A view: it must not outlive the sentence. Immutable, deterministic, safe for any number of threads. All words are
// indexes into sentence().words; -1 is "none".
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/parsed_report.h"

namespace rapporteur {

// A relation without its subtype: kNsubjPass is an kNsubj.
Rel BaseRel(Rel rel);

class Tree {
 public:
  explicit Tree(const ParsedSentence& sentence);

  const ParsedSentence& sentence() const { return *sentence_; }
  int size() const { return static_cast<int>(sentence_->words.size()); }
  const ParsedWord& word(int w) const { return sentence_->words[static_cast<size_t>(w)]; }
  int root() const { return root_; }
  int head(int w) const { return word(w).head; }
  Rel rel(int w) const { return word(w).rel; }

  // In text order.
  std::span<const int> children(int w) const;

  // The first child by exactly one of these relations.
  int child(int w, std::initializer_list<Rel> rels) const;

  // The preposition of a nominal: its case child's lemma, the words of a fixed one joined by spaces ("because of");
  // empty when it has none.
  std::string preposition(int w) const;

  // w and what is coordinated with it, in text order.
  std::vector<int> conjuncts(int w) const;

  // The word that w's coordination begins with (w itself mostly).
  int coordination_head(int w) const;

  // First and last word of the subtree. Trees are projective, so the subtree is all between.
  int first(int w) const { return first_[static_cast<size_t>(w)]; }
  int last(int w) const { return last_[static_cast<size_t>(w)]; }

  bool dominates(int ancestor, int w) const;

  Span span(int first_word, int last_word) const;

 private:
  const ParsedSentence* sentence_;
  int root_ = -1;
  std::vector<int> order_;  // children, grouped by head
  std::vector<int> begin_;  // of each head's group in order_
  std::vector<int> first_, last_;
};

bool IsVerbal(const ParsedWord& word);
bool IsNominal(const ParsedWord& word);                             // noun, proper noun, pronoun, number
bool HasFeature(const ParsedWord& word, std::string_view feature);  // "VerbForm=Inf"
std::string LowerAscii(std::string_view text);                      // other bytes as they are
bool StartsUpper(std::string_view form);

}  // namespace rapporteur
