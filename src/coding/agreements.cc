#include "coding/agreements.h"

#include <algorithm>

#include "base/among.h"
#include "coding/agreement_conditions.h"
#include "coding/agreement_kept.h"
#include "coding/agreement_mentions.h"
#include "coding/agreement_sides.h"
#include "coding/agreement_terms.h"

namespace rapporteur {
namespace {

// A bare "the deal" that nothing is known of, not even that somebody made it, is only a word.
bool IsWorth(const Agreement& a, bool known, bool made) {
  if (known || made) return true;
  const bool generic = a.name.ends_with("s") && !StartsUpper(a.name);  // "reconciliation deals"
  return (!a.name.empty() && !generic) || a.parties.size() > 1 || !a.terms.empty() || a.date || !a.calls.empty() ||
         !a.kept.empty() || !a.consequences.empty();
}

// Whether one of its places tells that it is made.
bool IsMade(const AgreementNames& names, int agreement) {
  return std::any_of(names.mentions.begin(), names.mentions.end(), [&](const AgreementMention& mention) {
    return mention.agreement == agreement && mention.made && !mention.proposed;
  });
}

// Who owes something, keeps it or breaks it is a party where the text names no two.
void AddObligors(const Dealings& d, Agreement& agreement) {
  const auto body = [&](const std::optional<ActorRef>& who) {
    const bool listed = who && who->actor >= 0 && who->code != "IGO" && who->code != "UNO";
    return listed && !Among(LowerAscii(d.Text(who->span)), {"we", "us", "they", "he", "she", "it", "i", "you"});
  };
  std::vector<ActorRef> owing;
  for (const AgreementTerm& term : agreement.terms) {
    if (body(term.obligor)) owing.push_back(*term.obligor);
  }
  for (const AgreementKept& kept : agreement.kept) {
    if (body(kept.who)) owing.push_back(*kept.who);
  }
  if (agreement.parties.size() < 2) AgreementSides(d).Add(owing, agreement);
}

// Whether a word of the agreement's own phrase, or who stands beside it in its clause, is of business or show.
bool StandsBeside(const Dealings& d, const AgreementMention& mention) {
  const Tree& t = d.in().trees[static_cast<size_t>(mention.sentence)];
  const auto commerce = [&](int w) { return d.InClass("agreement_commerce", LowerAscii(t.word(w).lemma)); };
  for (int w = t.first(mention.word); w <= t.last(mention.word); ++w) {
    if (commerce(w)) return true;
  }
  const int up = t.head(mention.word);
  const Proposition* verb = up < 0 ? nullptr : d.in().layer.At(mention.sentence, up);
  if (verb == nullptr) return false;
  return std::any_of(verb->arguments.begin(), verb->arguments.end(), [&](const Argument& a) {
    return a.word >= 0 && a.word != mention.word && (commerce(a.word) || commerce(t.first(a.word)));
  });
}

// A state, an armed group, an office: with or without a code.
bool IsPublic(const Dealings& d, const ActorRef& who) {
  const bool business = !who.sectors.empty() && who.sectors.front() == "BUS";
  if (business) return false;
  if (!who.code.empty() || who.actor < 0) return !who.code.empty();
  const ActorType type = d.in().cast.actors[static_cast<size_t>(who.actor)].type;
  return type == ActorType::kState || (type == ActorType::kOffice && !who.sectors.empty() && d.IsPolitical(who));
}

// A contract of firms, clubs and singers: their words stand beside it, and nobody public is a party.
bool IsPrivate(const Dealings& d, const AgreementNames& names, int agreement) {
  const Agreement& one = names.agreements[static_cast<size_t>(agreement)];
  if (names.known[static_cast<size_t>(agreement)]) return false;
  if (std::any_of(one.parties.begin(), one.parties.end(), [&](const ActorRef& who) { return IsPublic(d, who); }))
    return false;
  return std::any_of(names.mentions.begin(), names.mentions.end(), [&](const AgreementMention& mention) {
    return mention.agreement == agreement && StandsBeside(d, mention);
  });
}

}  // namespace

void DropTerms(std::vector<Agreement>& agreements, std::vector<Event>& events) {
  std::vector<int> now(events.size(), 0);  // index after dropping; -1 dropped
  int kept = 0;
  for (size_t i = 0; i < events.size(); ++i) {
    const bool term = std::any_of(agreements.begin(), agreements.end(), [&](const Agreement& agreement) {
      return std::any_of(agreement.terms.begin(), agreement.terms.end(), [&](const AgreementTerm& one) {
        return one.noun && std::all_of(events[i].evidence.begin(), events[i].evidence.end(), [&](const Evidence& e) {
                 return e.role != "trigger" || one.span.overlaps(e.span);
               });
      });
    });
    now[i] = term ? -1 : kept++;
  }
  for (Agreement& agreement : agreements) {
    for (int& call : agreement.calls) call = now[static_cast<size_t>(call)];
    std::erase(agreement.calls, -1);
  }
  for (size_t i = events.size(); i-- > 0;) {
    if (now[i] < 0) events.erase(events.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

std::vector<Agreement> FindAgreements(const Dealings& dealings) {
  AgreementNames names = FindAgreementNames(dealings);
  ReadTerms(dealings, names);
  ReadConsequences(dealings, names);
  ReadKept(dealings, names);
  ReadCalls(dealings, names);
  std::vector<Agreement> all;
  for (size_t i = 0; i < names.agreements.size(); ++i) {
    Agreement& one = names.agreements[i];
    AddObligors(dealings, one);
    if (IsWorth(one, names.known[i], IsMade(names, static_cast<int>(i))) &&
        !IsPrivate(dealings, names, static_cast<int>(i)))
      all.push_back(std::move(one));
  }
  return all;
}

}  // namespace rapporteur
