#include "coding/agreement_known.h"

#include <algorithm>
#include <charconv>

#include "base/among.h"
#include "lexicon/agreements.h"

namespace rapporteur {
namespace {

constexpr int kMaxAge = 25;  // years

const AgreementTable& TableOf(const Dealings& dealings) { return dealings.in().lexicon.agreements(); }

// The cast's actor that a code or a name of agreements.tsv means; -1 when the report does not name it.
int PartyOf(const Dealings& dealings, std::string_view party) {
  const std::vector<CastActor>& actors = dealings.in().cast.actors;
  int best = -1;
  for (size_t i = 0; i < actors.size(); ++i) {
    if (actors[i].name == party) return static_cast<int>(i);
    const bool body = actors[i].type == ActorType::kState ||
                      (actors[i].type == ActorType::kOrganization && (party == "EUR" || party == "UNO"));
    if (best < 0 && body && actors[i].code == party) best = static_cast<int>(i);
  }
  return best;
}

// Whether the report names anybody of the sides that made it.
bool NamesParty(const Dealings& dealings, const KnownAgreement& line) {
  const std::vector<CastActor>& actors = dealings.in().cast.actors;
  return std::any_of(line.parties.begin(), line.parties.end(), [&](const std::string& party) {
    return party == "*" || std::any_of(actors.begin(), actors.end(), [&](const CastActor& actor) {
             return actor.code == party || actor.name == party;
           });
  });
}

// The day that no agreement it speaks of may be after: that of the report, else the last that its words tell.
std::optional<Date> DayOf(const Dealings& dealings) {
  if (dealings.in().published) return dealings.in().published;
  std::optional<Date> last;
  for (const DateMention& date : dealings.in().dates) {
    const std::optional<Date>& day = date.to ? date.to : date.from;
    if (day && date.direction != '>' && (!last || *last < *day)) last = day;
  }
  return last;
}

// Of those that words may name, the ones whose sides the report names. Without any, words that only describe ("the
// Geneva accord") mean none of an earlier age.
std::vector<uint32_t> Likely(const Dealings& dealings, const AgreementHit& hit) {
  const std::vector<KnownAgreement>& lines = TableOf(dealings).lines();
  const std::optional<Date> day = DayOf(dealings);
  std::vector<uint32_t> likely;
  if (!day && hit.ids.size() > 1) return likely;  // which of them nothing tells
  for (const uint32_t id : hit.ids) {
    if (day && lines[id].date.from && *day < *lines[id].date.from) continue;
    if (NamesParty(dealings, lines[id])) likely.push_back(id);
  }
  if (!likely.empty()) return likely;
  for (const uint32_t id : hit.ids) {
    const std::optional<Date>& from = lines[id].date.from;
    if (day && from && *day < *from) continue;
    const bool old = from && day && day->year - from->year > kMaxAge;
    if (hit.head < 0) likely.push_back(id);
    if (hit.head >= 0 && !old && !lines[id].until) likely.push_back(id);
  }
  return likely;
}

// Whether a mention names the side itself, not a place ("rural Damascus") or what belongs to it ("Syrian Idlib").
bool ActsAt(const Dealings& dealings, const ActorMention& mention) {
  const Tree& t = dealings.in().trees[static_cast<size_t>(mention.sentence)];
  const Rel rel = BaseRel(t.rel(mention.head));
  if (mention.place || t.word(mention.head).upos == Upos::kAdj || rel == Rel::kAmod) return false;
  const int kind = t.child(mention.head, {Rel::kAmod});
  if (kind >= 0 && !StartsUpper(t.word(kind).form)) return false;
  const std::string prep = t.preposition(mention.head);
  if (!prep.empty()) return Among(prep, {"by", "with", "between", "to", "against", "for", "of", "from", "among"});
  return rel != Rel::kCompound && rel != Rel::kFlat && rel != Rel::kAppos && rel != Rel::kNmodDesc;
}

}  // namespace

std::vector<KnownMention> FindKnownAgreements(const Dealings& dealings) {
  const AgreementTable& table = TableOf(dealings);
  std::vector<KnownMention> found;
  for (size_t s = 0; s < dealings.in().trees.size(); ++s) {
    const Tree& t = dealings.in().trees[s];
    std::vector<std::string_view> forms;
    forms.reserve(static_cast<size_t>(t.size()));
    for (int w = 0; w < t.size(); ++w) forms.push_back(t.word(w).form);
    for (int w = 0; w < t.size(); ++w) {
      if (!StartsUpper(t.word(w).form) && t.word(w).upos != Upos::kNum) continue;
      const AgreementHit hit = table.Find(std::span(forms).subspan(static_cast<size_t>(w)));
      if (hit.words == 0) continue;
      const bool some = w > 0 && Among(LowerAscii(t.word(w - 1).form), {"a", "an", "any", "no", "new"});
      if (some && hit.head < 0 && hit.ids.size() > 1) continue;  // "unable to negotiate a Brexit deal"
      const int last = w + hit.words - 1;
      // After a key the noun may be that of talks.
      if (hit.head >= 0 && !dealings.InClass("agreement_noun", LowerAscii(t.word(w + hit.head).lemma))) continue;
      if (const std::optional<uint32_t> id = table.Choose(Likely(dealings, hit), DayOf(dealings))) {
        found.push_back({static_cast<int>(s), w, last, *id, hit.head < 0 ? -1 : w + hit.head});
        w = last;
      }
    }
  }
  return found;
}

const KnownMention* KnownAt(const std::vector<KnownMention>& known, int sentence, int word) {
  for (const KnownMention& one : known) {
    if (one.sentence == sentence && one.holds(word)) return &one;
  }
  return nullptr;
}

const KnownMention* KnownBeside(const Dealings& dealings, const std::vector<KnownMention>& known,
                                const Proposition& noun) {
  const Tree& t = dealings.tree(noun);
  for (const KnownMention& one : known) {
    const bool before = one.sentence == noun.sentence && one.first >= t.first(noun.word) && one.last < noun.word;
    const int head = before ? t.head(one.last) : -1;
    if (before && (head == noun.word || (head >= 0 && t.head(head) == noun.word && t.rel(head) == Rel::kCompound)))
      return &one;
  }
  return nullptr;
}

int DescribedAgreement(const Dealings& dealings, const std::vector<std::string>& marks,
                       const std::vector<ActorRef>& sides) {
  AgreementQuery query;
  query.day = DayOf(dealings);
  for (const std::string& mark : marks) {
    int year = 0;
    const auto [end, error] = std::from_chars(mark.data(), mark.data() + mark.size(), year);
    if (error == std::errc() && end == mark.data() + mark.size() && year > 1900 && year < 2100) {
      query.signed_in = DateRange{Date{year, 1, 1}, Date{year, 12, 31}};
    } else {
      query.word = mark;
    }
  }
  for (const uint32_t id : TableOf(dealings).Matching(query)) {
    const std::vector<std::string>& parties = TableOf(dealings).lines()[id].parties;
    const auto is_party = [&](const ActorRef& side) {
      return side.code.empty() || std::find(parties.begin(), parties.end(), "*") != parties.end() ||
             std::find(parties.begin(), parties.end(), side.code) != parties.end();
    };
    if (std::all_of(sides.begin(), sides.end(), is_party)) return static_cast<int>(id);
  }
  return -1;
}

void CompleteFrom(const Dealings& dealings, uint32_t id, Agreement& agreement) {
  const KnownAgreement& line = TableOf(dealings).lines()[id];
  if (!agreement.name.empty() && agreement.name != line.name)
    agreement.aliases.insert(agreement.aliases.begin(), agreement.name);
  agreement.name = line.name;
  if (!agreement.date && line.date.from && line.date.to) agreement.date = DateValue{*line.date.from, *line.date.to, {}};
  agreement.by.steps.push_back("agreement " + line.file + ":" + std::to_string(line.line) + " " + line.name);
  agreement.confidence = 0.9;
  for (const std::string& party : line.parties) {
    const int actor = PartyOf(dealings, party);
    if (actor < 0) continue;
    for (const ActorMention& mention : dealings.in().cast.mentions) {
      if (mention.actor != actor || !ActsAt(dealings, mention)) continue;
      const CastActor& who = dealings.in().cast.actors[static_cast<size_t>(actor)];
      const ActorRef side{actor, who.code, who.sectors, mention.span};
      const bool known = std::any_of(agreement.parties.begin(), agreement.parties.end(),
                                     [&](const ActorRef& other) { return dealings.SameSide(side, other); });
      if (!known) {
        agreement.parties.push_back(side);
        agreement.evidence.push_back({"party", mention.span});
      }
      break;
    }
  }
}

}  // namespace rapporteur
