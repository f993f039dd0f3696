#include "coding/dispute_words.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/among.h"

namespace rapporteur {
namespace {

constexpr double kByMeaning = 0.7;  // what a synonym or a word of the same root counts for
constexpr double kFewPairs = 36;    // of words in two claims that are still held against each other in full
constexpr int kOften = 3;           // a lemma in more sentences counts less and less
constexpr size_t kRoot = 5;         // letters that words of one root share at least
constexpr size_t kEnding = 5;       // letters that may follow

bool IsPredicate(const Tree& t, int word) {
  return t.word(word).upos == Upos::kVerb || t.child(word, {Rel::kCop}) >= 0;
}

// "negotiate" and "negotiation"
bool SameRoot(std::string_view a, std::string_view b) {
  const size_t least = std::min(a.size(), b.size());
  const size_t same = static_cast<size_t>(
      std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(least), b.begin()).first - a.begin());
  if (same == least && least >= kRoot - 1) return std::max(a.size(), b.size()) - same <= kEnding;
  return same >= kRoot && least - same < 3 && std::max(a.size(), b.size()) - same <= kEnding;
}

// Whether one line of opposites.tsv has both, in the same cell or in different ones.
bool Meet(const ClaimTerm& a, const ClaimTerm& b, bool opposite) {
  for (const OppositePlace& one : *a.places) {
    for (const OppositePlace& other : *b.places) {
      if (one.line == other.line && (one.other != other.other) == opposite) return true;
    }
  }
  return false;
}

bool Alike(const ClaimTerm& a, const ClaimTerm& b) {
  return a.lemma == b.lemma || SameRoot(a.lemma, b.lemma) || Meet(a, b, false);
}

bool SomethingCounted(const ClaimNumber& a, const ClaimNumber& b) {
  if (a.counted.lemma.empty() || b.counted.lemma.empty()) return true;
  return Alike(a.counted, b.counted);
}

}  // namespace

DisputeWords::DisputeWords(const Dealings& dealings) : d_(dealings) {
  lemmas_.resize(d_.in().trees.size());
  for (size_t s = 0; s < lemmas_.size(); ++s) {
    const Tree& t = d_.in().trees[s];
    lemmas_[s].reserve(static_cast<size_t>(t.size()));
    for (int w = 0; w < t.size(); ++w) {
      std::string lemma = LowerAscii(t.word(w).lemma);
      const int particle = t.word(w).upos == Upos::kVerb ? t.child(w, {Rel::kCompoundPrt}) : -1;
      if (particle >= 0) lemma += " " + LowerAscii(t.word(particle).form);
      lemmas_[s].push_back(std::move(lemma));
    }
    std::vector<std::string_view> once(lemmas_[s].begin(), lemmas_[s].end());
    std::sort(once.begin(), once.end());
    once.erase(std::unique(once.begin(), once.end()), once.end());
    for (std::string_view lemma : once) ++sentences_with_[std::string(lemma)];
  }
}

Span DisputeWords::Clause(Span trigger) const {
  const int s = SentenceAt(trigger);
  if (s < 0) return trigger;
  const Tree& t = tree(s);
  const int w = WordsOf(trigger).first;
  if (w < 0) return trigger;
  int last = w;
  const auto other_side = [&](int c) {  // "…, while Sweden supports it"
    const int mark = t.child(c, {Rel::kMark});
    return t.rel(c) == Rel::kAdvcl && mark >= 0 && d_.InClass("dispute_while", LowerAscii(t.word(mark).form));
  };
  for (int c : t.children(w)) {
    if (c > w && t.rel(c) != Rel::kConj && t.rel(c) != Rel::kParataxis && t.rel(c) != Rel::kPunct && !other_side(c))
      last = std::max(last, t.last(c));
  }
  return d_.content().Trim(t.span(w, last));
}

std::pair<int, int> DisputeWords::WordsOf(Span span) const {
  const int s = SentenceAt(span);
  std::pair<int, int> words = {-1, -1};
  if (s < 0) return words;
  const Tree& t = tree(s);
  for (int w = 0; w < t.size(); ++w) {
    if (!t.word(w).span.overlaps(span)) continue;
    if (words.first < 0) words.first = w;
    words.second = w;
  }
  return words;
}

bool DisputeWords::HasVerb(Span span) const {
  const auto [first, last] = WordsOf(span);
  for (int w = first; w >= 0 && w <= last; ++w) {
    const Upos upos = tree(SentenceAt(span)).word(w).upos;
    if (upos == Upos::kVerb || upos == Upos::kAux) return true;
  }
  return false;
}

bool DisputeWords::HasClass(Span span, std::string_view name) const {
  const auto [first, last] = WordsOf(span);
  if (first < 0) return false;
  const auto& lemmas = lemmas_[static_cast<size_t>(SentenceAt(span))];
  return std::any_of(lemmas.begin() + first, lemmas.begin() + last + 1,
                     [&](const std::string& lemma) { return d_.InClass(name, lemma); });
}

bool DisputeWords::HasNumber(Span span) const { return !Read(span, false).numbers.empty(); }

int DisputeWords::PredicateOf(const Tree& t, int word) {
  for (int steps = 0; word >= 0 && steps < 6; ++steps) {
    if (IsPredicate(t, word)) return word;
    word = t.head(word);
  }
  return -1;
}

// By its own "not", or by "no" at its subject or object: "no shot was fired".
bool DisputeWords::IsNegated(const Tree& t, int word) const {
  const auto is_no = [&](int w) { return d_.InClass("dispute_no", LowerAscii(t.word(w).form)); };
  for (int c : t.children(word)) {
    if (is_no(c)) return true;
    const Rel rel = BaseRel(t.rel(c));
    if (rel != Rel::kNsubj && rel != Rel::kObj && t.rel(c) != Rel::kNsubjPass) continue;
    const auto below = t.children(c);
    if (std::any_of(below.begin(), below.end(), [&](int d) { return t.rel(d) == Rel::kDet && is_no(d); })) return true;
  }
  return false;
}

ClaimTerm DisputeWords::Term(const Tree& t, int word, bool denied) const {
  const auto s = static_cast<size_t>(&t - d_.in().trees.data());
  ClaimTerm term;
  term.lemma = lemmas_[s][static_cast<size_t>(word)];
  term.places = &d_.in().lexicon.opposites().Find(term.lemma);
  const int often = sentences_with_.find(term.lemma)->second;
  term.weight = often <= kOften ? 1.0 : std::max(0.35, static_cast<double>(kOften) / often);
  if (t.word(word).upos == Upos::kPropn) term.weight *= 0.6;
  term.predicate = IsPredicate(t, word);
  const int predicate = PredicateOf(t, word);
  term.negated = denied != (predicate >= 0 && IsNegated(t, predicate));
  return term;
}

void DisputeWords::AddWord(const Tree& t, int sentence, int w, bool denied, ClaimContent& content) const {
  const ParsedWord& word = t.word(w);
  const std::string& lemma = lemmas_[static_cast<size_t>(sentence)][static_cast<size_t>(w)];
  const ActorMention* mention = d_.in().cast.MentionAt(sentence, w);
  if (mention != nullptr && mention->actor >= 0 && mention->head == w) {
    content.actors.push_back(mention->actor);
    content.actors.insert(content.actors.end(),
                          d_.in().cast.actors[static_cast<size_t>(mention->actor)].members.begin(),
                          d_.in().cast.actors[static_cast<size_t>(mention->actor)].members.end());
  }
  const bool somebody = mention != nullptr && mention->actor >= 0;  // "it", the ministry
  const Rel rel = BaseRel(t.rel(w));
  const bool argument = (rel == Rel::kNsubj && !somebody) || rel == Rel::kObj || rel == Rel::kObl;
  if (argument && word.upos == Upos::kPron && Among(lemma, {"it", "this", "that", "they"})) content.pronoun = true;
  if (word.upos == Upos::kNum) {
    const int head = t.head(w);
    const bool year = word.form.size() == 4 && Among(word.form.substr(0, 2), {"19", "20"});
    if (year || t.rel(w) == Rel::kNmodUnmarked) return;
    ClaimNumber number{LowerAscii(word.form), {}};
    if (head >= 0 && t.word(head).upos == Upos::kNoun && t.rel(w) == Rel::kNummod)
      number.counted = Term(t, head, denied);
    content.numbers.push_back(std::move(number));
    return;
  }
  const bool says = word.upos == Upos::kNoun || word.upos == Upos::kVerb || word.upos == Upos::kAdj ||
                    (word.upos == Upos::kPropn && mention == nullptr) ||
                    !d_.in().lexicon.opposites().Find(lemma).empty();
  if (!says || word.upos == Upos::kPron || word.upos == Upos::kAdp) return;
  if (d_.InClass("dispute_empty", lemma) || d_.InClass("accusation", lemma)) return;
  ClaimTerm term = Term(t, w, denied);
  const int sign = term.negated ? -1 : 1;
  if (d_.InClass("dispute_good", lemma)) content.esteem += sign;
  if (d_.InClass("dispute_bad", lemma)) content.esteem -= sign;
  content.terms.push_back(term);
}

ClaimContent DisputeWords::Read(Span span, bool denied) const {
  ClaimContent content;
  content.negated = denied;
  for (int s = SentenceAt(span); s >= 0 && s < static_cast<int>(lemmas_.size()); ++s) {
    const Tree& t = tree(s);
    if (t.size() == 0 || t.word(0).span.begin >= span.end) break;
    for (int w = 0; w < t.size(); ++w) {
      if (!t.word(w).span.overlaps(span)) continue;
      AddWord(t, s, w, denied, content);
      if (!denied && IsPredicate(t, w) && IsNegated(t, w)) content.negated = true;
    }
  }
  return content;
}

Likeness DisputeWords::Compare(const ClaimContent& a, const ClaimContent& b) const {
  Likeness like;
  for (const ClaimTerm& one : a.terms) {
    double shared = 0, opposite = 0, contradicted = 0;
    for (const ClaimTerm& other : b.terms) {
      const double weight = std::min(one.weight, other.weight);
      const bool same = one.lemma == other.lemma;
      if (same || Alike(one, other)) {
        shared = std::max(shared, same ? weight : weight * kByMeaning);
        if (one.predicate && other.predicate && one.negated != other.negated)
          contradicted = std::max(contradicted, same ? weight : weight * kByMeaning);
      } else if (Meet(one, other, true) && one.negated == other.negated) {
        opposite = std::max(opposite, weight * kByMeaning);
      }
    }
    like.shared += shared;
    like.opposite += opposite;
    like.contradicted += contradicted;
  }
  const auto common = std::count_if(a.actors.begin(), a.actors.end(), [&](int actor) {
    return std::find(b.actors.begin(), b.actors.end(), actor) != b.actors.end();
  });
  // In long claims words of opposite meaning meet by chance.
  const double pairs = static_cast<double>(a.terms.size() * b.terms.size());
  if (pairs > kFewPairs) like.opposite *= std::sqrt(kFewPairs / pairs);
  like.words = like.shared;
  like.shared += std::min(1.0, 0.4 * static_cast<double>(common));
  like.polarity = a.esteem * b.esteem < 0;
  like.negation = a.negated != b.negated;
  bool same_number = false, counted = false;
  for (const ClaimNumber& one : a.numbers) {
    for (const ClaimNumber& other : b.numbers) {
      same_number = same_number || one.form == other.form;
      counted = counted || SomethingCounted(one, other);
    }
  }
  like.numbers = counted && !same_number;
  return like;
}

bool DisputeWords::SetAgainst(Span cue) const {
  const int w = WordsOf(cue).first;
  if (w < 0) return false;
  const Tree& t = tree(SentenceAt(cue));
  if (d_.InClass("dispute_but", LowerAscii(t.word(0).form))) return true;
  for (int c : t.children(w)) {
    const bool opens = t.rel(c) == Rel::kMark || t.rel(c) == Rel::kCc || t.rel(c) == Rel::kAdvmod;
    if (opens && d_.InClass("dispute_but", LowerAscii(t.word(c).form))) return true;
  }
  return false;
}

size_t DisputeWords::FindPhrase(std::string_view words, std::string_view name, bool at_begin) const {
  const WordClasses& classes = d_.in().lexicon.classes();
  const auto found = classes.find(name);
  if (found == classes.end()) return std::string_view::npos;
  size_t best = std::string_view::npos;
  const auto letter = [&](size_t i) {
    return i < words.size() && (std::isalpha(static_cast<unsigned char>(words[i])) != 0);
  };
  for (const std::string& phrase : found->second) {
    if (at_begin) {
      if (words.starts_with(phrase) && !letter(phrase.size())) return 0;
      continue;
    }
    for (size_t at = words.find(phrase); at != std::string_view::npos; at = words.find(phrase, at + 1)) {
      const size_t end = at + phrase.size();
      if ((at > 0 && letter(at - 1)) || letter(end)) continue;
      best = std::min(best, at);
      break;
    }
  }
  return best;
}

uint32_t DistanceOf(Span a, Span b) { return a.begin > b.begin ? a.begin - b.begin : b.begin - a.begin; }

}  // namespace rapporteur
