#include "coding/agreement_sides.h"

#include <algorithm>

#include "base/among.h"
#include "coding/group_members.h"
#include "coding/when_where.h"

namespace rapporteur {
namespace {

constexpr int kSentencesBack = 2;

bool IsPlural(const ParsedWord& word) { return HasFeature(word, "Number=Plur") || word.xpos == "NNS"; }

// "reached" without a subject, whichever of its forms the parser took it for.
bool IsParticiple(const Tree& t, int word) {
  return Among(t.word(word).xpos, {"VBN", "VBD"}) && t.child(word, {Rel::kNsubj, Rel::kNsubjPass, Rel::kAux}) < 0;
}

bool Holds(EventStatus status) { return status != EventStatus::kNegated && status != EventStatus::kHypothetical; }

}  // namespace

bool AgreementSides::IsPeople(const Tree& t, int word) const {
  const std::string lemma = LowerAscii(t.word(word).lemma);
  return t.word(word).upos == Upos::kNoun && (d_.InClass("agreement_side", lemma) || d_.InClass("sides", lemma) ||
                                              d_.InClass("public", lemma) || d_.InClass("troops", lemma));
}

bool AgreementSides::Collective(int sentence, int word) const {
  const Tree& t = tree(sentence);
  const std::string form = LowerAscii(t.word(word).form);
  if (t.word(word).upos == Upos::kPropn) return false;
  if (Among(form, {"they", "both", "each", "neither", "all"})) return true;
  if (Among(form, {"two", "three", "four", "five", "six"})) {
    return t.child(word, {Rel::kDet}) >= 0 && t.child(word, {Rel::kNmod}) < 0;
  }
  const bool counted = std::any_of(t.children(word).begin(), t.children(word).end(), [&](int c) {
    return c < word && Among(LowerAscii(t.word(c).form), {"both", "two", "three", "four", "five", "six", "all", "each",
                                                          "their", "neither", "either", "the", "warring"});
  });
  const bool named = t.child(word, {Rel::kNmod, Rel::kAmod}) >= 0 && !d_.InClass("agreement_all", form);
  const bool sides = d_.InClass("sides", form) || d_.InClass("agreement_all", form) || form == "side";
  return sides && counted && !named;
}

// "the foreign ministers of X and Y", "X and Y's leaders": the states that plural officials speak for.
std::vector<ActorRef> AgreementSides::Owners(int sentence, int word) const {
  const Tree& t = tree(sentence);
  if (!IsPlural(t.word(word))) return {};
  for (int c : t.children(word)) {
    const bool of = BaseRel(t.rel(c)) == Rel::kNmod && Among(t.preposition(c), {"of", "from"});
    if (!of && t.rel(c) != Rel::kNmodPoss) continue;
    const bool their = t.word(c).upos == Upos::kPron && LowerAscii(t.word(c).form) == "their";
    std::vector<ActorRef> owners = their ? PairBefore(sentence, c) : d_.in().matcher.Actors(sentence, c, true);
    if (owners.size() > 1) return owners;
  }
  return {};
}

// The sides that were last named together, before a word: "X and Y … their ministers".
std::vector<ActorRef> AgreementSides::PairBefore(int sentence, int word) const {
  for (int s = sentence; s >= 0 && s >= sentence - kSentencesBack; --s) {
    const Tree& t = tree(s);
    const auto mentions = d_.in().cast.MentionsIn(s);
    for (size_t i = mentions.size(); i-- > 0;) {
      const ActorMention& one = mentions[i];
      if ((s == sentence && one.first >= word) || t.rel(one.head) != Rel::kConj) continue;
      const int head = t.coordination_head(one.head);
      std::vector<ActorRef> pair = d_.in().matcher.Actors(s, head, true, false);
      if (pair.size() > 1 && !d_.SameSide(pair[0], pair[1])) return pair;
      pair = Owners(s, head);
      if (!pair.empty()) return pair;
    }
  }
  return LastTwo(sentence, word);
}

// The two states, organisations or groups of different sides that were named last.
std::vector<ActorRef> AgreementSides::LastTwo(int sentence, int word) const {
  std::vector<ActorRef> two;
  for (int s = sentence; s >= 0 && s >= sentence - kSentencesBack - 1; --s) {
    const auto mentions = d_.in().cast.MentionsIn(s);
    for (size_t i = mentions.size(); i-- > 0;) {
      const ActorMention& one = mentions[i];
      if ((s == sentence && one.first >= word) || one.actor < 0 || one.form == MentionForm::kPronoun) continue;
      const CastActor& who = d_.in().cast.actors[static_cast<size_t>(one.actor)];
      const bool bare =
          one.form == MentionForm::kDescription && tree(s).child(one.head, {Rel::kDet, Rel::kNmodPoss}) < 0;
      const bool body = who.type == ActorType::kState || (who.type == ActorType::kGroup && !bare);
      const ActorRef ref{one.actor, who.code, who.sectors, one.span};
      if (!body || one.plural || (!two.empty() && d_.SameSide(ref, two.front()))) continue;
      two.insert(two.begin(), ref);
      if (two.size() == 2) return two;
    }
  }
  return {};
}

// "the two sides", "they", where the cast knows whom they mean.
std::vector<ActorRef> AgreementSides::MembersAt(int sentence, int word) const {
  const ActorMention* mention = d_.in().cast.MentionAt(sentence, word);
  if (mention == nullptr || mention->actor < 0) return {};
  const CastActor& group = d_.in().cast.actors[static_cast<size_t>(mention->actor)];
  if (group.members.empty()) return {};
  return NamedMembers(d_.in().cast, {{mention->actor, group.code, group.sectors, mention->span}});
}

std::vector<ActorRef> AgreementSides::Of(int sentence, int word, bool places) const {
  const Tree& t = tree(sentence);
  std::vector<ActorRef> members = MembersAt(sentence, word);
  if (!members.empty()) return members;
  if (Collective(sentence, word)) {
    std::vector<ActorRef> owners = Owners(sentence, word);
    if (owners.empty() && t.word(word).upos == Upos::kPron)
      owners = d_.in().matcher.Actors(sentence, word, false, false);
    return owners.empty() ? PairBefore(sentence, word) : owners;
  }
  std::vector<ActorRef> owners = Owners(sentence, word);
  std::vector<ActorRef> sides;
  if (owners.empty()) {
    sides = d_.in().matcher.Actors(sentence, word, places, false);
    AddApposed(sentence, word, sides);
  } else {
    d_.AddOnce(sides, owners);
    for (int w : t.conjuncts(word)) {
      if (w != word) d_.AddOnce(sides, d_.in().matcher.Actors(sentence, w, false, false));
    }
  }
  for (int w : t.conjuncts(word)) {
    const Span words = t.span(t.first(w), w);
    const bool told = std::any_of(sides.begin(), sides.end(), [&](const ActorRef& who) {
      return who.span.overlaps(words) || who.span.overlaps(t.span(w, t.last(w)));
    });
    if (!told && IsPeople(t, w) && owners.empty()) sides.push_back({-1, {}, {}, d_.Words(t, w, false)});
  }
  return sides;
}

// "regime allies Russia and Iran": the names say who.
void AgreementSides::AddApposed(int sentence, int word, std::vector<ActorRef>& sides) const {
  const Tree& t = tree(sentence);
  if (!IsPlural(t.word(word)) || t.word(word).upos != Upos::kNoun) return;
  for (int c : t.children(word)) {
    if (t.rel(c) != Rel::kAppos && t.rel(c) != Rel::kFlat && t.rel(c) != Rel::kNmodDesc) continue;
    std::vector<ActorRef> named = d_.in().matcher.Actors(sentence, c, true, false);
    if (named.size() > 1) sides = std::move(named);
  }
}

std::optional<ActorRef> AgreementSides::Obligor(int sentence, int word) const {
  const Tree& t = tree(sentence);
  if (Collective(sentence, word)) {
    const Span words = d_.Words(t, word, false);
    return ActorRef{-1, {}, {}, {words.begin, std::max(words.begin, t.word(word).span.end)}};
  }
  const bool name = t.word(word).upos == Upos::kPropn;
  std::vector<ActorRef> who = d_.in().matcher.Actors(sentence, word, name, false);
  if (who.empty() && IsPeople(t, word)) return ActorRef{-1, {}, {}, d_.Words(t, word, false)};
  if (who.empty() && d_.InClass("troops", LowerAscii(t.word(word).lemma)))
    who = d_.in().matcher.Actors(sentence, word, false);
  if (who.empty()) return std::nullopt;
  return who.front();
}

std::optional<ActorRef> AgreementSides::Obligors(int sentence, int word) const {
  const Tree& t = tree(sentence);
  const std::vector<int> all = t.conjuncts(word);
  if (all.size() < 2 || Of(sentence, word).size() < 2) return Obligor(sentence, word);
  const int first = t.first(word) + (t.rel(t.first(word)) == Rel::kDet ? 1 : 0);
  return ActorRef{-1, {}, {}, t.span(first, std::max(all.back(), word))};
}

void AgreementSides::Add(const std::vector<ActorRef>& sides, Agreement& agreement) const {
  const size_t before = agreement.parties.size();
  for (const ActorRef& side : sides) {
    bool known = false;
    for (size_t i = 0; i < agreement.parties.size() && !known; ++i) {
      const ActorRef& other = agreement.parties[i];
      // Two that are named together are two: a state's army and its rebels.
      const bool unlisted = side.actor < 0 || other.actor < 0;
      known = (unlisted && side.span.overlaps(other.span)) || (i < before && d_.SameParticipant(side, other));
    }
    if (!known) d_.AddOnce(agreement.parties, {side});
  }
  for (size_t i = before; i < agreement.parties.size(); ++i) {
    agreement.evidence.push_back({"party", agreement.parties[i].span});
  }
}

bool AgreementSides::Makes(const Proposition& verb, const Proposition& noun) const {
  if (verb.kind != PredicateKind::kVerb || verb.sentence != noun.sentence) return false;
  const Tree& t = tree(verb.sentence);
  const int at = t.coordination_head(noun.word);
  for (const Argument& a : verb.arguments) {
    if (a.word != noun.word && a.word != at) continue;
    if (a.slot == Slot::kObject) return d_.InClass("agreement_make", verb.lemma);
    if (a.slot == Slot::kOblique) return d_.InClass("agreement_make_by", verb.lemma + " " + a.prep);
  }
  return false;
}

bool AgreementSides::UndertakesIn(const Proposition& clause) const {
  const Tree& t = d_.tree(clause);
  const Argument* subject = clause.Find(Slot::kSubject);
  if (subject == nullptr || !d_.InClass("agreement_undertake", clause.lemma)) return false;
  const bool which = std::any_of(t.children(clause.word).begin(), t.children(clause.word).end(), [&](int c) {
    return LowerAscii(t.word(c).form) == "which" && Among(t.preposition(c), {"in", "under", "by"});
  });
  return which && (Of(clause.sentence, subject->word).size() > 1 || Collective(clause.sentence, subject->word));
}

bool AgreementSides::SignsName(const Proposition& verb) const {
  const Argument* object = verb.Find(Slot::kObject);
  if (object == nullptr || !Among(verb.lemma, {"put", "set", "append", "affix", "give", "lend"})) return false;
  return Among(LowerAscii(d_.tree(verb).word(object->word).lemma),
               {"name", "signature", "initial", "initials", "seal", "hand"});
}

// Who the subject of "signed", "agreed" is, and with whom.
void AgreementSides::AddMakers(const Proposition& verb, Agreement& agreement) const {
  if (d_.InClass("agreement_broker", verb.lemma)) return;
  const int index = d_.in().layer.at[static_cast<size_t>(verb.sentence)][static_cast<size_t>(verb.word)];
  if (!Holds(d_.in().status.Read(index).status)) return;
  std::vector<ActorRef> sides;
  for (const Argument& a : verb.arguments) {
    const bool maker = a.slot == Slot::kSubject ||
                       (a.slot == Slot::kOblique && Among(a.prep, {"with", "between", "together with", "alongside"}));
    if (maker) d_.AddOnce(sides, Of(verb.sentence, a.word));
  }
  // Mediators announce and negotiate too.
  const bool told = d_.InClass("agreement_announce", verb.lemma) || verb.lemma == "negotiate";
  if (!told || sides.size() > 1) Add(sides, agreement);
  AddSigners(verb.sentence, verb.word, agreement);
}

// "signed on Friday in separate ceremonies by X": who signs, wherever the parser hung it.
void AgreementSides::AddSigners(int sentence, int verb, Agreement& agreement) const {
  const Tree& t = tree(sentence);
  const Proposition* p = d_.in().layer.At(sentence, verb);
  if (p == nullptr || !p->passive) return;
  for (int w = verb + 1; w <= t.last(verb) && w < t.size(); ++w) {
    if (IsVerbal(t.word(w)) && t.rel(w) != Rel::kAmod) return;
    if (t.rel(w) != Rel::kCase || LowerAscii(t.word(w).form) != "by" || t.head(w) < w) continue;
    Add(Of(sentence, t.head(w)), agreement);
    return;
  }
}

// The clauses that hang on an agreement's noun, or on what it is about: "the agreement on tariffs that X struck".
std::vector<int> AgreementSides::Clauses(const Proposition& noun) const {
  const Tree& t = tree(noun.sentence);
  std::vector<int> verbs;
  const auto add = [&](int word) {
    for (int c : t.children(word)) {
      if (BaseRel(t.rel(c)) != Rel::kAcl) continue;
      const std::vector<int> all = t.conjuncts(c);
      verbs.insert(verbs.end(), all.begin(), all.end());
    }
  };
  add(noun.word);
  for (int next = noun.word + 1; next <= noun.word + 2 && next < t.size();
       ++next) {  // ", reached in May," hung elsewhere
    const bool after = IsParticiple(t, next) && t.head(next) != noun.word &&
                       Among(LowerAscii(t.word(next).lemma), {"reach", "sign", "conclude", "agree", "strike", "seal"});
    if (after && (next == noun.word + 1 || t.word(next - 1).form == ",")) verbs.push_back(next);
  }
  for (int c : t.children(noun.word)) {
    if (BaseRel(t.rel(c)) == Rel::kNmod && Among(t.preposition(c), {"on", "over", "about", "for"})) add(c);
  }
  for (int w = noun.word + 1; w <= noun.word + 2 && w < t.size();
       ++w) {  // "to which X had put his name" hung elsewhere
    const int verb = LowerAscii(t.word(w).form) == "which" ? t.head(w) : -1;
    if (verb > w && std::find(verbs.begin(), verbs.end(), verb) == verbs.end()) verbs.push_back(verb);
  }
  return verbs;
}

// "Ethiopia has quit its accord with Sudan", "Ostland is pulling out of the compact", "Kombe acceded to it".
void AgreementSides::AddPartaker(const Proposition& noun, Agreement& agreement) const {
  const int above = d_.Above(noun);
  if (above < 0) return;
  const Proposition& verb = d_.proposition(above);
  if (verb.kind != PredicateKind::kVerb || (noun.link != Link::kObject && noun.link != Link::kOblique)) return;
  const std::string with = noun.link == Link::kObject ? verb.lemma : verb.lemma + " " + noun.mark;
  const bool part =
      d_.InClass("agreement_leave", with) || d_.InClass("agreement_keep", with) || d_.InClass("agreement_break", with);
  const Argument* subject = verb.Find(Slot::kSubject);
  if (!part || subject == nullptr || !Holds(d_.in().status.Read(above).status)) return;
  if (Among(verb.mark, {"until", "till", "unless", "before"})) return;  // "until Sweden joins"
  if (agreement.parties.size() > 1 && Collective(noun.sentence, subject->word)) return;
  Add(Of(noun.sentence, subject->word), agreement);
}

// "a US-Russian brokered truce", "the UN-led accord": who brought it about.
bool AgreementSides::IsLed(const Tree& t, int noun) const {
  for (int w = t.first(noun); w < noun; ++w) {
    const std::string form = LowerAscii(t.word(w).form);
    const size_t hyphen = form.rfind('-');
    if (d_.InClass("agreement_led", hyphen == form.npos ? form : form.substr(hyphen + 1))) return true;
  }
  return false;
}

void AgreementSides::AddParties(const Proposition& noun, Agreement& agreement) const {
  const Tree& t = tree(noun.sentence);
  if (!IsLed(t, noun.word)) Add(d_.SidesBefore(noun), agreement);
  bool with = false;
  for (int c : t.children(noun.word)) {
    const std::string prep = t.preposition(c);
    if (BaseRel(t.rel(c)) != Rel::kNmod || !Among(prep, {"between", "with", "among"})) continue;
    const size_t before = agreement.parties.size();
    Add(Of(noun.sentence, c, prep != "among"), agreement);
    with = with || (prep == "with" && agreement.parties.size() > before);
  }
  if (const int owner = t.child(noun.word, {Rel::kNmodPoss}); owner >= 0) {
    const bool their = LowerAscii(t.word(owner).form) == "their";
    if (their && agreement.parties.empty()) Add(PairBefore(noun.sentence, owner), agreement);
    if (with && !their)  // "Colombia's accord with the FARC"
      Add(d_.in().matcher.Actors(noun.sentence, owner, false, false), agreement);
  }
  AddPartaker(noun, agreement);
  for (int verb : Clauses(noun)) {
    const Proposition* clause = d_.in().layer.At(noun.sentence, verb);
    if (clause == nullptr || clause->kind != PredicateKind::kVerb) continue;
    const bool makes = Makes(*clause, noun) || d_.InClass("agreement_make", clause->lemma) || SignsName(*clause) ||
                       UndertakesIn(*clause);
    if (makes) AddMakers(*clause, agreement);
  }
  for (int above = d_.Above(noun), steps = 0; above >= 0 && steps < 2; ++steps) {
    const Proposition& verb = d_.proposition(above);
    if (Makes(verb, noun)) {
      AddMakers(verb, agreement);
      return;
    }
    above = verb.kind == PredicateKind::kVerb ? -1 : d_.Above(verb);
  }
}

// "initialled the accord on the filling of the dam on Friday": a day after the noun that no other verb can claim.
std::optional<DateValue> AgreementSides::DateAfter(const Proposition& noun, const Proposition& verb) const {
  const Tree& t = tree(noun.sentence);
  for (const DateMention& date : d_.in().dates) {
    if (date.sentence != noun.sentence || date.first <= noun.word || !t.dominates(verb.word, date.head)) continue;
    const bool on = date.first > 0 && LowerAscii(t.word(date.first - 1).form) == "on";
    for (int up = t.head(date.head); on && up >= 0 && up != verb.word; up = t.head(up)) {
      if (IsVerbal(t.word(up))) return std::nullopt;
    }
    if (on) return DateValueOf(date, d_.in().published);
  }
  return std::nullopt;
}

std::optional<DateValue> AgreementSides::DateOf(const Proposition& noun) const {
  const Tree& t = tree(noun.sentence);
  for (const DateMention& date : d_.in().dates) {
    if (date.sentence != noun.sentence || !date.resolved() || t.head(date.head) != noun.word) continue;
    const Date from = date.from ? *date.from : *date.to;
    return DateValue{from, date.to ? std::max(from, *date.to) : from, date.span};
  }
  for (int verb : Clauses(noun)) {
    if (!d_.InClass("agreement_make", LowerAscii(t.word(verb).lemma))) continue;
    if (auto when = d_.DateAt(t, noun.sentence, verb)) return when;
  }
  for (int c :
       t.children(t.head(noun.word) < 0 ? noun.word : t.head(noun.word))) {  // "Inked in March, the accord caps"
    const bool before = c < noun.word && t.rel(c) == Rel::kAdvcl && t.word(c).xpos == "VBN";
    if (!before || !d_.InClass("agreement_struck", LowerAscii(t.word(c).lemma))) continue;
    if (auto when = d_.DateAt(t, noun.sentence, c)) return when;
  }
  const int above = d_.Above(noun);
  if (above < 0) return std::nullopt;
  const Proposition& verb = d_.proposition(above);
  const Argument* object = verb.Find(Slot::kObject);
  const std::string begins = verb.lemma + (object == nullptr ? "" : " " + LowerAscii(t.word(object->word).lemma));
  const bool starts = noun.link == Link::kSubject && d_.InClass("agreement_begin", begins);
  if ((!Makes(verb, noun) && !starts) || d_.InClass("agreement_later", verb.lemma)) return std::nullopt;
  if (auto when = d_.DateAt(t, noun.sentence, verb.word)) return when;
  return DateAfter(noun, verb);
}

}  // namespace rapporteur
