#include "lexicon/dictionary_entries.h"

#include <algorithm>
#include <utility>

#include "lexicon/contents.h"
#include "lexicon/fold.h"
#include "lexicon/row.h"

namespace rapporteur {
namespace {

constexpr Date kBegin{1, 1, 1};
constexpr Date kEnd{9999, 12, 31};

bool Has(const std::vector<std::string>& list, std::string_view item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

void AddOnce(std::vector<std::string>& list, const std::string& item) {
  if (!Has(list, item)) list.push_back(item);
}

// A code with the time that it holds.
struct Spell {
  DecodedCode what;
  DateRange when;
  int line = 0;
};

// Spans that do not overlap: of each day the first dated code that holds it, else the one without dates.
std::vector<Spell> Timeline(const std::vector<std::pair<DictionaryCode, DecodedCode>>& codes) {
  std::vector<Date> begins = {kBegin};
  for (const auto& [code, unused] : codes) {
    if (code.when.from) begins.push_back(*code.when.from);
    if (code.when.to && *code.when.to < kEnd) begins.push_back(code.when.to->plus_days(1));
  }
  std::sort(begins.begin(), begins.end());
  begins.erase(std::unique(begins.begin(), begins.end()), begins.end());
  const auto of_day = [&](Date day) {
    const auto holds = [&](bool dated) {
      return std::find_if(codes.begin(), codes.end(),
                          [&](const auto& c) { return c.first.dated() == dated && c.first.when.contains(day); });
    };
    const auto found = holds(true);
    return found != codes.end() ? found : holds(false);
  };
  std::vector<Spell> spells;
  auto last = codes.end();
  for (size_t i = 0; i < begins.size(); ++i) {
    const auto code = of_day(begins[i]);
    std::optional<Date> to;
    if (i + 1 < begins.size()) to = begins[i + 1].plus_days(-1);
    if (code != codes.end() && !code->second.nobody) {
      if (code == last) {
        spells.back().when.to = to;
      } else {
        std::optional<Date> from;
        if (i > 0) from = begins[i];
        spells.push_back({code->second, {from, to}, code->first.line});
      }
    }
    last = code;
  }
  return spells;
}

class Importer {
 public:
  explicit Importer(LexiconContents& contents) : out_(contents), codes_(contents.actor_codes, contents.states) {
    for (uint32_t i = 0; i < out_.states.size(); ++i) {
      const State& state = out_.states[i];
      state_codes_.emplace(state.code, i);
      state_names_.emplace(FoldName(state.name), i);
      for (const auto* names : {&state.aliases, &state.demonyms, &state.capitals, &state.seats}) {
        for (const std::string& name : *names) state_names_.emplace(FoldName(name), i);
      }
    }
    for (uint32_t i = 0; i < out_.organizations.size(); ++i) {
      bodies_.emplace(FoldName(out_.organizations[i].name), i);
      for (const std::string& alias : out_.organizations[i].aliases) bodies_.emplace(FoldName(alias), i);
    }
    for (uint32_t i = 0; i < out_.office_terms.size(); ++i) {
      people_[FoldName(out_.office_terms[i].person)].push_back(i);
      for (const std::string& alias : out_.office_terms[i].aliases) people_[FoldName(alias)].push_back(i);
    }
    for (const GivenName& name : out_.given_names) {
      for (const std::string& variant : name.variants) given_.emplace(FoldName(variant), true);
    }
    for (const Title& title : out_.titles) titles_.emplace(FoldName(title.title), true);
    for (uint32_t i = 0; i < out_.agents.size(); ++i) agents_.emplace(FoldName(out_.agents[i].noun), i);
  }

  void Add(const DictionaryActor& actor) {
    std::vector<std::pair<DictionaryCode, DecodedCode>> codes;
    for (const DictionaryCode& code : actor.codes) codes.emplace_back(code, Decode(code.code, actor.file, code.line));
    const std::vector<Spell> spells = Timeline(codes);
    if (spells.empty()) {
      for (const DictionaryPhrase& phrase : actor.phrases) Name(phrase, NameTarget::kNobody, 0, actor.file);
      return;
    }
    std::vector<DictionaryPhrase> bodies;
    std::vector<std::vector<DictionaryPhrase>> people;
    for (size_t i = 0; i < actor.phrases.size(); ++i) Sort(actor, i, bodies, people);
    if (!bodies.empty()) AddBody(actor, bodies, spells);
    for (const std::vector<DictionaryPhrase>& names : people) AddPerson(actor, names, spells);
  }

  void Add(const DictionaryAgent& agent) {
    const DecodedCode code = Decode(agent.code, agent.file, agent.line, false);
    if (code.nobody) return;
    std::vector<std::string> sectors = code.sectors;
    if (sectors.empty() && (code.code == "NGO" || code.code == "ISM")) sectors.push_back("SOC");
    for (const std::string& noun : agent.nouns) {
      const LexiconLine source{agent.file, agent.line};
      const auto known = agents_.find(FoldName(noun));
      if (known != agents_.end()) {
        out_.agents[known->second].sectors = sectors;
        out_.agents[known->second].source = source;
        continue;
      }
      const size_t blank = noun.rfind(' ');
      const auto head =
          blank == std::string::npos ? agents_.end() : agents_.find(FoldName(std::string_view(noun).substr(blank + 1)));
      const AgentKind kind = head != agents_.end() ? out_.agents[head->second].kind
                             : agent.before        ? AgentKind::kOrganization
                                                   : AgentKind::kPerson;
      agents_.emplace(FoldName(noun), static_cast<uint32_t>(out_.agents.size()));
      out_.agents.push_back({noun, sectors, kind, source});
    }
  }

 private:
  // What is wrong with a code is told once a file.
  DecodedCode Decode(const std::string& text, const std::string& file, int line, bool leads = true) {
    DecodedCode code = codes_.Read(text, leads);
    if (!code.problem.empty() && told_.emplace(code.problem, true).second)
      out_.problems.push_back({Severity::kWarning, file, line, code.problem});
    return code;
  }

  // Without the titles before it: "President George Marsh" is George Marsh.
  std::string WithoutTitles(std::string_view name) const {
    std::vector<std::string> words = SplitList(name, ' ');
    for (bool cut = true; cut;) {
      cut = false;
      for (size_t n = std::min<size_t>(3, words.size() - 1); n > 0 && !cut && words.size() > n; --n) {
        std::string title;
        for (size_t i = 0; i < n; ++i) title += (i > 0 ? " " : "") + words[i];
        const std::string folded = FoldName(title);
        if (!titles_.contains(folded) && !agents_.contains(folded)) continue;
        words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(n));
        cut = true;
      }
    }
    std::string bare;
    for (const std::string& word : words) bare += (bare.empty() ? "" : " ") + word;
    return bare;
  }

  // Two to five words that begin with a given name, or that somebody has who held office for a time.
  bool IsPerson(const std::string& name, const DictionaryActor& actor) const {
    if (people_.contains(FoldName(name))) return true;
    const std::vector<std::string> words = SplitList(WithoutTitles(name), ' ');
    if (words.size() < 2 || words.size() > 5) return false;
    if (bodies_.contains(FoldName(name)) || state_names_.contains(FoldName(name))) return false;
    for (const std::string& word : words) {
      if (agents_.contains(FoldName(word)) || word == "of" || word == "for" || word == "the") return false;
      if (std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; })) return false;
    }
    if (given_.contains(FoldName(words.front()))) return true;
    for (const std::string_view bodys : {"IGO", "NGO", "NGM", "IMG", "MNC"}) {
      if (std::any_of(actor.codes.begin(), actor.codes.end(),
                      [&](const DictionaryCode& code) { return code.code.starts_with(bodys); }))
        return false;
    }
    return std::any_of(actor.codes.begin(), actor.codes.end(),
                       [](const DictionaryCode& code) { return code.dated() && code.code.size() > 3; });
  }

  // A synonym means who the record's name means, but a person of another surname is somebody else with the same code.
  void Sort(const DictionaryActor& actor, size_t at, std::vector<DictionaryPhrase>& bodies,
            std::vector<std::vector<DictionaryPhrase>>& people) const {
    DictionaryPhrase phrase = actor.phrases[at];
    if (!IsPerson(phrase.text, actor)) {
      if (bodies.empty() && !people.empty()) {
        people.front().push_back(std::move(phrase));
      } else {
        bodies.push_back(std::move(phrase));
      }
      return;
    }
    phrase.text = WithoutTitles(phrase.text);
    const auto surname = [](const std::string& name) { return FoldName(name.substr(name.rfind(' ') + 1)); };
    for (std::vector<DictionaryPhrase>& names : people) {
      if (surname(names.front().text) != surname(phrase.text)) continue;
      names.push_back(std::move(phrase));
      return;
    }
    people.push_back({std::move(phrase)});
  }

  void Name(const DictionaryPhrase& phrase, NameTarget target, uint32_t index, const std::string& file) {
    out_.dictionary_names.push_back({phrase.text, target, index, {file, phrase.line}});
  }

  // Whether a name is one of the state's own already, so that the dictionary says nothing new.
  bool IsStates(const std::string& name, const std::vector<Spell>& spells) const {
    const auto known = state_names_.find(FoldName(name));
    if (known == state_names_.end()) return false;
    return std::all_of(spells.begin(), spells.end(), [&](const Spell& spell) {
      const std::vector<std::string>& sectors = spell.what.sectors;
      return spell.what.code == out_.states[known->second].code &&
             (sectors.empty() || (sectors.size() == 1 && sectors.front() == "GOV"));
    });
  }

  void AddBody(const DictionaryActor& actor, std::vector<DictionaryPhrase> names, const std::vector<Spell>& spells) {
    std::erase_if(names, [&](const DictionaryPhrase& phrase) { return IsStates(phrase.text, spells); });
    if (names.empty()) return;
    const DecodedCode& what = spells.front().what;
    const auto state = state_codes_.find(what.code);
    if (spells.size() == 1 && what.sectors.empty() && state != state_codes_.end() &&
        !bodies_.contains(FoldName(names.front().text))) {
      for (const DictionaryPhrase& phrase : names) Name(phrase, NameTarget::kState, state->second, actor.file);
      return;
    }
    uint32_t index = 0;
    const auto known = std::find_if(names.begin(), names.end(), [&](const DictionaryPhrase& phrase) {
      return bodies_.contains(FoldName(phrase.text));
    });
    if (known != names.end()) {
      index = bodies_.find(FoldName(known->text))->second;
    } else {
      index = static_cast<uint32_t>(out_.organizations.size());
      Organization body;
      body.name = names.front().text;
      body.group = std::any_of(spells.begin(), spells.end(), [](const Spell& spell) {
        return Has(spell.what.sectors, "REB") || Has(spell.what.sectors, "UAF") || Has(spell.what.sectors, "CRM");
      });
      out_.organizations.push_back(std::move(body));
    }
    Organization& body = out_.organizations[index];
    body.code = spells.back().what.code;
    body.sectors = spells.back().what.sectors;
    body.source = {actor.file, spells.back().line};
    body.terms.clear();
    if (spells.size() > 1) {
      for (const Spell& spell : spells)
        body.terms.push_back({spell.what.code, spell.what.sectors, spell.when, {actor.file, spell.line}});
    }
    for (const DictionaryPhrase& phrase : names) {
      if (phrase.text != body.name) AddOnce(body.aliases, phrase.text);
      bodies_.emplace(FoldName(phrase.text), index);
      Name(phrase, NameTarget::kOrganization, index, actor.file);
    }
  }

  // The name under which the tables know the person: of the same state, where several have it.
  std::string KnownName(const std::vector<DictionaryPhrase>& names, const std::vector<Spell>& spells) const {
    std::string any;
    for (const DictionaryPhrase& phrase : names) {
      const auto known = people_.find(FoldName(phrase.text));
      if (known == people_.end()) continue;
      for (const uint32_t term : known->second) {
        const OfficeTerm& held = out_.office_terms[term];
        if (any.empty()) any = held.person;
        if (std::any_of(spells.begin(), spells.end(), [&](const Spell& s) { return s.what.code == held.code; }))
          return held.person;
      }
    }
    return any.empty() ? names.front().text : any;
  }

  void AddPerson(const DictionaryActor& actor, const std::vector<DictionaryPhrase>& names,
                 const std::vector<Spell>& spells) {
    const auto first = static_cast<uint32_t>(out_.office_terms.size());
    const std::string person = KnownName(names, spells);
    for (const Spell& spell : spells) {
      OfficeTerm term;
      term.person = person;
      for (const DictionaryPhrase& phrase : names) {
        if (phrase.text != person) AddOnce(term.aliases, phrase.text);
      }
      term.code = spell.what.code;
      term.sectors = spell.what.sectors;
      term.term = spell.when;
      term.source = {actor.file, spell.line};
      out_.office_terms.push_back(std::move(term));
    }
    for (const DictionaryPhrase& phrase : names) Name(phrase, NameTarget::kTerm, first, actor.file);
  }

  LexiconContents& out_;
  CodeReader codes_;
  StringMap<uint32_t> state_codes_, state_names_, bodies_, agents_;
  StringMap<std::vector<uint32_t>> people_;
  StringMap<bool> given_, titles_, told_;
};

bool IsCode(std::string_view text) {
  return text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

CodeReader::CodeReader(const std::vector<ActorCode>& codes, const std::vector<State>& states) {
  for (const ActorCode& code : codes) codes_[code.group] = &code;
  for (const State& state : states) states_.emplace(state.code, true);
}

DecodedCode CodeReader::Read(std::string_view text, bool leads) const {
  DecodedCode decoded;
  decoded.nobody = !text.empty() && text.find_first_not_of("-#+") == std::string_view::npos;
  if (decoded.nobody) return decoded;
  const std::string shown(text);
  if (const size_t slash = text.find('/'); slash != std::string_view::npos) {
    decoded.problem = "found two codes in \"" + shown + "\", expected one; only the first counts";
    text = text.substr(0, slash);
  }
  bool first = true;
  for (; text.size() >= 3; text.remove_prefix(3), first = false) {
    const std::string_view group = text.substr(0, 3);
    const auto known = codes_.find(group);
    const bool wide = decoded.code == "IGO";
    if (first && leads && states_.contains(group)) {  // MUS is Mauritius where it leads, Muslim elsewhere
      decoded.code = group;
    } else if (known != codes_.end()) {
      const ActorCode& code = *known->second;
      if (!code.code.empty() && (first || decoded.code.empty() || wide)) decoded.code = code.code;
      for (const std::string& sector : code.sectors) AddOnce(decoded.sectors, sector);
    } else if (first && leads && IsCode(group)) {
      decoded.code = group;
      if (!states_.contains(group))
        decoded.problem = "found the code " + std::string(group) +
                          ", expected one of states.tsv or actor_codes.tsv; it is kept as it is";
    }
  }
  if (!leads && decoded.sectors.empty() && decoded.code.empty())
    decoded.problem = "found the code " + shown + ", expected a group of actor_codes.tsv; the noun has no sector";
  if (!text.empty() && decoded.problem.empty())
    decoded.problem = "found \"" + shown + "\", expected groups of three letters; the rest of it is left out";
  return decoded;
}

std::vector<ActorCode> ReadActorCodes(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems) {
  std::vector<ActorCode> all;
  for (const Table& table : tables) {
    for (const Table::Row& row : table.rows()) {
      RowReader reader(table, row, problems);
      ActorCode code;
      code.group = reader.Cell(0);
      if (row.removes) {
        std::erase_if(all, [&](const ActorCode& old) { return old.group == code.group; });
        continue;
      }
      reader.Code(0, true);
      code.code = reader.Code(1, false);
      code.sectors = reader.Codes(2);
      code.note = reader.Cell(3);
      code.file = table.file();
      code.line = row.line;
      if (reader.broken()) continue;
      const auto same =
          std::find_if(all.begin(), all.end(), [&](const ActorCode& old) { return old.group == code.group; });
      if (same != all.end()) {
        *same = std::move(code);
      } else {
        all.push_back(std::move(code));
      }
    }
  }
  return all;
}

void AddActors(const std::vector<DictionaryActor>& actors, LexiconContents& contents) {
  Importer importer(contents);
  for (const DictionaryActor& actor : actors) importer.Add(actor);
}

void AddAgents(const std::vector<DictionaryAgent>& agents, LexiconContents& contents) {
  Importer importer(contents);
  for (const DictionaryAgent& agent : agents) importer.Add(agent);
}

}  // namespace rapporteur
