// Which line of embeddings.tsv speaks of a proposition: what embeds it, and what modifies it.
#include <algorithm>

#include "base/among.h"
#include "coding/idiom.h"
#include "coding/status.h"

namespace rapporteur {
namespace {

constexpr int kMaxOpening = 4;  // words of "in the event of"

bool Takes(const Embedding& line, std::string_view complement) {
  return std::find(line.complement.begin(), line.complement.end(), complement) != line.complement.end();
}

// What a regular past or -ing form may come from.
std::vector<std::string> Lemmas(const std::string& form) {
  for (const std::string_view ending : {"ed", "ing"}) {
    if (form.size() < ending.size() + 3 || !form.ends_with(ending)) continue;
    const std::string stem = form.substr(0, form.size() - ending.size());
    std::vector<std::string> all = {stem, stem + "e"};
    if (stem[stem.size() - 1] == stem[stem.size() - 2]) all.push_back(stem.substr(0, stem.size() - 1));
    return all;
  }
  return {};
}

}  // namespace

const Embedding* StatusReader::Line(PredicatePos pos, std::string_view lemma, std::string_view complement) const {
  for (uint32_t i : embeddings_.Find(pos, lemma)) {
    if (Takes(embeddings_.lines()[i], complement)) return &embeddings_.lines()[i];
  }
  return nullptr;
}

const Embedding* StatusReader::Find(const Proposition& above, std::string_view complement,
                                    std::string_view mark) const {
  if (const Embedding* line = FindAs(above, above.lemma, complement, mark)) return line;
  if (above.kind != PredicateKind::kVerb) return nullptr;
  // A rare verb whose lemma the model made up: "snubbed", "dissuaded".
  const std::string form = LowerAscii(tree(above).word(above.word).form);
  for (const std::string& lemma : Lemmas(form)) {
    if (lemma == above.lemma) continue;
    if (const Embedding* line = FindAs(above, lemma, complement, mark)) return line;
  }
  return nullptr;
}

const Embedding* StatusReader::FindAs(const Proposition& above, const std::string& lemma, std::string_view complement,
                                      std::string_view mark) const {
  const PredicatePos pos = PosOf(above.kind);
  // "called for a truce", "stop short of attacking": an idiom that ends in the preposition has an object for the table.
  auto ends_in_mark = [&](const Embedding& line) {
    return !mark.empty() && line.lemma.ends_with(mark) && line.lemma.size() > mark.size() &&
           line.lemma[line.lemma.size() - mark.size() - 1] == ' ' && (Takes(line, "obj") || Takes(line, "xcomp"));
  };
  std::vector<int> words;
  for (uint32_t i : embeddings_.FindPhrasal(pos, lemma.substr(0, lemma.find(' ')))) {
    const Embedding& line = embeddings_.lines()[i];
    if (!Takes(line, complement) && !ends_in_mark(line)) continue;
    if (FindIdiom(tree(above), above, line.lemma, words)) return &line;
  }
  if (const Embedding* line = Line(pos, lemma, complement)) return line;
  if (above.kind == PredicateKind::kVerb && (above.passive || above.participle)) {  // "poised to cross"
    const std::string form = LowerAscii(tree(above).word(above.word).form);
    if (const Embedding* line = Line(PredicatePos::kAdj, form, complement)) return line;
  }
  const size_t space = lemma.find(' ');
  return space == std::string::npos ? nullptr : Line(pos, lemma.substr(0, space), complement);
}

// "came close to attacking", with the clause hung on the adjective.
const Embedding* StatusReader::OfAdjectiveIdiom(const Proposition& head, const Proposition& adjective) const {
  if (adjective.kind != PredicateKind::kAdjective || adjective.above < 0 || head.mark.empty()) return nullptr;
  const Proposition& verb = layer_.all[static_cast<size_t>(adjective.above)];
  if (verb.kind != PredicateKind::kVerb || tree(verb).head(adjective.word) != verb.word) return nullptr;
  std::vector<int> words;
  for (uint32_t i : embeddings_.FindPhrasal(PredicatePos::kVerb, verb.lemma)) {
    const Embedding& line = embeddings_.lines()[i];
    if (!Takes(line, "prep:" + head.mark) || !FindIdiom(tree(verb), verb, line.lemma, words)) continue;
    if (std::find(words.begin(), words.end(), adjective.word) != words.end()) return &line;
  }
  return nullptr;
}

// "ordered them to fire", with the verb taken for a noun: right after "to", without a word of its own.
bool StatusReader::TaggedAsNoun(const Proposition& p) const {
  if (p.link != Link::kOblique || p.kind != PredicateKind::kNoun || p.mark != "to" || p.word == 0) return false;
  const Tree& t = tree(p);
  if (t.word(p.word).upos != Upos::kNoun || LowerAscii(t.word(p.word - 1).form) != "to") return false;
  const Proposition& above = layer_.all[static_cast<size_t>(p.above)];
  return Find(above, above.kind == PredicateKind::kNoun ? "comp" : "to", "") != nullptr ||
         Find(above, "xcomp", "") != nullptr;
}

const Embedding* StatusReader::AboveVerb(const Proposition& head, const Proposition& above) const {
  const Embedding* line = OfAdjectiveIdiom(head, above);
  if (line != nullptr) return line;
  const bool counterfactual = head.mark == "if" && head.past && head.perfect;
  switch (head.link) {
    case Link::kCcomp:
      return OfClause(head, above);
    case Link::kXcomp:
      // "stopped short of", "seems likely to": such an adjective is no deed that stops or seems.
      if (head.kind == PredicateKind::kAdjective) return nullptr;
      line = Find(above, head.infinitive ? "to" : "ing", "");
      if (line == nullptr) line = Find(above, "xcomp", head.mark == "to" ? "" : head.mark);
      if (line == nullptr) line = TooMuch(head, above);
      if (line == nullptr && above.kind != PredicateKind::kVerb) line = Find(above, "comp", "");
      return line;
    case Link::kObject:
      line = Find(above, "obj", "");
      return line == nullptr && above.passive ? Find(above, "subj", "") : line;
    case Link::kSubject:
      return Find(above, "subj", "");
    case Link::kNounClause:
      if (Among(head.mark, {"if", "whether"})) return Line(PredicatePos::kPhrase, "whether", "adv");
      // "the agreement brokered by him" is no complement of the agreement.
      if (!(head.participle && head.passive && head.mark.empty())) line = Find(above, "comp", head.mark);
      if (line == nullptr && !head.mark.empty()) line = Find(above, "prep:" + head.mark, head.mark);
      // "a bomb planted there was defused": what was done to the object came to nothing.
      if (line == nullptr && head.participle && above.above >= 0 && above.link == Link::kObject) {
        line = Find(layer_.all[static_cast<size_t>(above.above)], "acl", "");
      }
      return line;
    case Link::kRelative: {
      // "the claim that it attacked", parsed as a relative clause.
      const bool clause =
          std::any_of(tree(head).children(head.word).begin(), tree(head).children(head.word).end(), [&](int c) {
            const ParsedWord& w = tree(head).word(c);
            return w.upos == Upos::kSconj && LowerAscii(w.form) == "that";
          });
      if (clause) return Find(above, "comp", "");
      const bool object = above.above >= 0 && above.link == Link::kObject;
      return object ? Find(layer_.all[static_cast<size_t>(above.above)], "acl", "") : nullptr;
    }
    case Link::kAdverbial:
      if (head.mark.empty()) {
        // "ruled out attacking" may be parsed as "left attacking": what follows at once is the verb's complement.
        const bool at_once = head.participle && above.word < head.word && head.word - above.word <= 2 &&
                             tree(head).word(head.word - 1).upos != Upos::kPunct;
        if (at_once) line = Find(above, "ing", "");
        return at_once && line == nullptr ? Find(above, "xcomp", "") : line;
      }
      if (counterfactual) return Line(PredicatePos::kPhrase, "if had", "adv");
      if (head.mark == "to") {  // right after its verb, or of an idiom: "called on both to stop"
        line = Find(above, "to", "");
        if (line == nullptr) line = Find(above, "xcomp", "");
        const bool next = tree(head).first(head.word) == above.word + 1;
        if (line != nullptr && (next || line->lemma.find(' ') != std::string::npos)) return line;
      }
      [[fallthrough]];
    case Link::kOblique:
      if (TaggedAsNoun(head)) {
        line = Find(above, above.kind == PredicateKind::kNoun ? "comp" : "to", "");
        return line == nullptr ? Find(above, "xcomp", "") : line;
      }
      line = Find(above, "prep:" + head.mark, head.mark);
      if (line == nullptr && head.link == Link::kAdverbial) line = TooMuch(head, above);
      return line == nullptr ? Line(PredicatePos::kPhrase, head.mark, "adv") : line;
    default:
      return nullptr;
  }
}

// "too weak to attack".
const Embedding* StatusReader::TooMuch(const Proposition& head, const Proposition& above) const {
  if (!head.infinitive) return nullptr;
  for (int c : tree(above).children(above.word)) {
    if (tree(above).rel(c) != Rel::kAdvmod) continue;
    if (const Embedding* line = Line(PredicatePos::kAdv, LowerAscii(tree(above).word(c).form), "comp")) return line;
  }
  return nullptr;
}

const Embedding* StatusReader::OfClause(const Proposition& head, const Proposition& above) const {
  // "asked whether" leaves it open whoever asks; "knows how to", "unclear who shot him" say nothing of it.
  if (Among(head.mark, {"if", "whether"})) return Line(PredicatePos::kPhrase, "whether", "adv");
  const Tree& t = tree(head);
  const bool wh = std::any_of(t.children(head.word).begin(), t.children(head.word).end(),
                              [&](int c) { return t.word(c).xpos.starts_with("W"); });
  if (wh || (head.infinitive && above.kind == PredicateKind::kVerb)) return nullptr;
  const Embedding* line = Find(above, "ccomp", "");
  if (line == nullptr && above.kind == PredicateKind::kNoun) line = Find(above, "comp", "");
  if (line == nullptr && head.infinitive) line = Find(above, "xcomp", "");
  return line;
}

// "abandoned plans to seize them", "demanded an end to it": what the parser hangs on the verb belongs to the noun right
// before it, when the table knows that noun so.
StatusReader::Step StatusReader::OfNounBefore(const Proposition& head) const {
  const Tree& t = tree(head);
  const int first = t.first(head.word);
  const Proposition* noun = first > 0 ? layer_.At(head.sentence, first - 1) : nullptr;
  if (noun == nullptr || noun->kind != PredicateKind::kNoun || noun->above != head.above) return {};
  if (noun->link != Link::kObject && noun->link != Link::kOblique) return {};
  if (const Embedding* line = IdiomOf(*noun)) return {line, noun->above};
  const Embedding* line = Find(*noun, head.infinitive ? "comp" : "prep:" + head.mark, head.infinitive ? "" : head.mark);
  return {line, layer_.at[static_cast<size_t>(head.sentence)][static_cast<size_t>(noun->word)]};
}

// "kept its promise to leave": verb and object are one line, whose complement is the noun's.
const Embedding* StatusReader::IdiomOf(const Proposition& noun) const {
  if (noun.above < 0 || (noun.link != Link::kObject && noun.link != Link::kOblique)) return nullptr;
  const Proposition& verb = layer_.all[static_cast<size_t>(noun.above)];
  if (noun.link == Link::kOblique) {  // "went back on its pledge to leave"
    return Line(PosOf(verb.kind), verb.lemma + " " + noun.mark + " " + noun.lemma, "comp");
  }
  std::vector<int> words;
  for (uint32_t i : embeddings_.FindPhrasal(PosOf(verb.kind), verb.lemma.substr(0, verb.lemma.find(' ')))) {
    const Embedding& line = embeddings_.lines()[i];
    if (Takes(line, "comp") && FindIdiom(tree(verb), verb, line.lemma, words)) return &line;
  }
  return nullptr;
}

// "as long as", "in exchange for", "on condition that": several words that open the clause or phrase, however the
// parser shares them out.
const Embedding* StatusReader::Opening(const Proposition& head) const {
  const bool clause = head.link == Link::kCcomp || head.link == Link::kAdverbial || head.link == Link::kRelative ||
                      head.link == Link::kNounClause || head.link == Link::kOblique;
  if (!clause) return nullptr;
  const Tree& t = tree(head);
  const int first = t.first(head.word);
  for (int begin = std::max(0, first - kMaxOpening); begin <= first; ++begin) {
    const Embedding* found = nullptr;
    std::string words = LowerAscii(t.word(begin).form);
    if (begin == first) found = Line(PredicatePos::kPhrase, words, "opens");
    for (int end = begin + 1; end < std::min(begin + kMaxOpening, head.word); ++end) {
      words += " " + LowerAscii(t.word(end).form);
      if (end < first - 1) continue;
      if (const Embedding* line = Line(PredicatePos::kPhrase, words, "adv")) found = line;
    }
    if (found != nullptr) return found;
  }
  return nullptr;
}

// "cleared the officer of beating them", with the clause hung on the officer.
StatusReader::Step StatusReader::OfVerbBefore(const Proposition& head, const Proposition& noun) const {
  if (head.mark.empty() || noun.link != Link::kObject || noun.above < 0) return {};
  const Proposition& verb = layer_.all[static_cast<size_t>(noun.above)];
  return {Find(verb, "prep:" + head.mark, head.mark), noun.above};
}

StatusReader::Step StatusReader::Above(const Proposition& head) const {
  const Proposition& above = layer_.all[static_cast<size_t>(head.above)];
  if (const Embedding* opening = Opening(head)) return {opening, head.above};
  if (head.link == Link::kNounClause && !(head.participle && head.mark.empty())) {
    if (const Embedding* idiom = IdiomOf(above)) return {idiom, above.above};
  }
  const bool loose = above.word < head.word && (head.link == Link::kAdverbial || head.link == Link::kOblique ||
                                                (head.link == Link::kXcomp && AboveVerb(head, above) == nullptr));
  if (loose) {
    const Step step = OfNounBefore(head);
    if (step.line != nullptr) return step;
  }
  const Step step = {AboveVerb(head, above), head.above};
  const bool of_object = step.line == nullptr && head.link == Link::kNounClause && head.participle;
  return of_object ? OfVerbBefore(head, above) : step;
}

// "falsely claimed to have freed them": an adverb of the embedding word that speaks of what it embeds.
const Embedding* StatusReader::Below(const Proposition& above) const {
  for (int c : tree(above).children(above.word)) {
    if (tree(above).rel(c) != Rel::kAdvmod) continue;
    if (const Embedding* line = Line(PredicatePos::kAdv, LowerAscii(tree(above).word(c).form), "below")) return line;
  }
  return nullptr;
}

// The condition that a clause of what will or would be hangs on: "if", "unless"; empty when there is none.
std::string StatusReader::Condition(const Proposition& p) const {
  for (int c : tree(p).children(p.word)) {
    const Proposition* clause = tree(p).rel(c) == Rel::kAdvcl ? layer_.At(p.sentence, c) : nullptr;
    if (clause == nullptr || clause->mark.empty() || clause->past) continue;
    if (Line(PredicatePos::kPhrase, clause->mark, "main") != nullptr) return clause->mark;
  }
  return "";
}

// An adjective or adverb that says it of the word itself: the planned attack, almost agreed, decades ago.
const Embedding* StatusReader::Modifier(const Proposition& p) const {
  const Tree& t = tree(p);
  for (int c : t.children(p.word)) {
    const Rel rel = t.rel(c);
    if (rel == Rel::kNmodPoss) {  // "next month's summit"
      const int amod = t.child(c, {Rel::kAmod});
      if (amod >= 0 && WordIs(t.word(amod), "next")) return Line(PredicatePos::kAdj, "next", "head");
    }
    if (rel != Rel::kAmod && rel != Rel::kAdvmod) continue;
    const PredicatePos pos = rel == Rel::kAmod ? PredicatePos::kAdj : PredicatePos::kAdv;
    const std::string lemma = LowerAscii(t.word(c).lemma);
    if (Among(lemma, {"not", "never"})) continue;  // counted by the proposition layer
    if (const Embedding* line = Line(pos, lemma, "head")) return line;
    if (const Embedding* line = Line(pos, LowerAscii(t.word(c).form), "head")) return line;
    if (c == 0) continue;
    if (const Embedding* line = Line(pos, LowerAscii(t.word(c - 1).lemma) + " " + lemma, "head")) return line;
  }
  return Era(p);
}

// "During the Cold War", "in the past": an occasion long gone.
const Embedding* StatusReader::Era(const Proposition& p) const {
  const Tree& t = tree(p);
  for (int c : t.children(p.word)) {
    if (BaseRel(t.rel(c)) != Rel::kObl && BaseRel(t.rel(c)) != Rel::kNmod) continue;
    if (!Among(t.preposition(c), {"", "in", "during", "under", "throughout", "amid"})) continue;
    int end = c;
    while (end < t.last(c) && t.rel(end + 1) == Rel::kFlat) ++end;
    std::string words;
    for (int w = end; w >= t.first(c); --w) {
      words = LowerAscii(t.word(w).form) + (words.empty() ? "" : " ") + words;
      if (const Embedding* line = Line(PredicatePos::kNoun, words, "time")) return line;
    }
  }
  return nullptr;
}

}  // namespace rapporteur
