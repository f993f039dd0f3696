#include "coding/agreement_sequel.h"

#include <algorithm>

#include "base/among.h"
#include "coding/agreement_clauses.h"
#include "coding/agreement_duties.h"
#include "coding/agreement_term.h"

namespace rapporteur {
namespace {

class Reader {
 public:
  Reader(const Dealings& dealings, AgreementNames& names)
      : d_(dealings), duties_(dealings), clauses_(dealings), names_(names) {}

  // The sentences that go on telling duties: lists after a colon, "X will …", "both must …", "in return, Y …".
  void ReadOn() {
    int open = -1;
    bool list = false, fresh = false;
    size_t next = 0;
    for (int s = 0; s < static_cast<int>(d_.in().trees.size()); ++s) {
      const Tree& t = tree(s);
      if (t.sentence().kind == SegmentKind::kHeadline) continue;
      const int was = open;
      const bool listed = list && IsItem(t);
      bool told = false;
      if (t.size() > 0 && was >= 0 && t.root() >= 0) told = listed ? ReadItem(s, was) : ReadFurther(s, was, fresh);
      list = listed || (list && !told);
      fresh = false;
      bool opens = false;
      for (; next < names_.mentions.size() && names_.mentions[next].sentence <= s; ++next) {
        const AgreementMention& mention = names_.mentions[next];
        if (mention.sentence < s || mention.proposed) continue;
        const bool rich = std::any_of(
            Of(mention).terms.begin(), Of(mention).terms.end(),
            [&](const AgreementTerm& term) { return t.size() > 0 && t.span(0, t.size() - 1).overlaps(term.span); });
        const bool lead = t.size() > 1 && t.word(t.size() - 1).form == ":";
        if (!opens && (mention.made || rich || lead)) {
          open = mention.agreement;
          opens = true;
          fresh = mention.made;
          list = list || lead;
        }
      }
      const bool asks = t.size() > 0 && t.word(t.size() - 1).form == "?";
      if (!opens && !told && !asks) open = -1;
    }
  }

  static bool IsItem(const Tree& t) {
    if (t.size() < 2) return false;
    const std::string& form = t.word(0).form;
    const bool mark = Among(form, {"-", "–", "—", "•", "*", "·", "(", "▪"});
    return mark || (t.word(0).upos == Upos::kNum && Among(t.word(1).form, {".", ")"}));
  }

  bool ReadItem(int sentence, int agreement) {
    const Tree& t = tree(sentence);
    int from = 1;
    while (from + 1 < t.size() && t.word(from).upos == Upos::kPunct) ++from;
    Agreement& one = names_.agreements[static_cast<size_t>(agreement)];
    if (TermClauses::SubjectOf(t, t.root()) >= 0) {
      clauses_.PushClauses(sentence, t.root(), t.last(t.root()), std::nullopt, one, from);
    } else {
      PushTerm(d_, {sentence, t.root(), from, t.size() - 1, std::nullopt}, one);
    }
    return true;
  }

  bool ReadFurther(int sentence, int agreement, bool fresh) {
    const Tree& t = tree(sentence);
    Agreement& one = names_.agreements[static_cast<size_t>(agreement)];
    const std::vector<int> members = clauses_.Duties(sentence, t.root());
    if (Among(LowerAscii(t.word(0).form), {"if", "should", "unless", "were"})) return false;  // a condition
    const bool opens = std::any_of(members.begin(), members.end(),
                                   [&](int m) { return duties_.IsDuty(sentence, m, one, false, fresh); });
    if (!opens || (!duties_.IsDuty(sentence, members.front(), one, true, fresh))) return false;
    for (size_t i = 0; i < members.size(); ++i) {
      if (!duties_.IsDuty(sentence, members[i], one, true, fresh)) continue;
      if (IsOfAgreement(sentence, TermClauses::SubjectOf(t, members[i]))) continue;
      const int end = i + 1 < members.size() ? TermClauses::BeginOf(t, members[i + 1]) - 1 : t.last(t.root());
      const Proposition* verb = d_.in().layer.At(sentence, members[i]);
      const int last = std::min(end, t.last(members[i]));
      if (verb != nullptr && verb->kind == PredicateKind::kVerb && clauses_.PushUndertaken(*verb, last, one)) continue;
      clauses_.PushClause(sentence, members[i], last, std::nullopt, one);
    }
    return true;
  }

 private:
  // "It promises": the agreement itself owes nothing.
  bool IsOfAgreement(int sentence, int word) const {
    return std::any_of(names_.mentions.begin(), names_.mentions.end(), [&](const AgreementMention& mention) {
      return mention.sentence == sentence && mention.word == word;
    });
  }

  const Tree& tree(int sentence) const { return d_.in().trees[static_cast<size_t>(sentence)]; }

  Agreement& Of(const AgreementMention& mention) { return names_.agreements[static_cast<size_t>(mention.agreement)]; }

  const Dealings& d_;
  Duties duties_;
  TermClauses clauses_;
  AgreementNames& names_;
};

}  // namespace

void ReadSequel(const Dealings& dealings, AgreementNames& names) { Reader(dealings, names).ReadOn(); }

}  // namespace rapporteur
