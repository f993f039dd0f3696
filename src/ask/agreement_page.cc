#include "ask/agreement_page.h"

#include <algorithm>

#include "ask/find.h"
#include "ask/steps.h"
#include "ask/told.h"
#include "formats/phrases.h"
#include "formats/prose.h"
#include "formats/prose_names.h"
#include "lexicon/fold.h"

namespace rapporteur {
namespace {

const Agreement& AgreementOf(const Told& told) {
  return told.rec().items.agreements[static_cast<size_t>(told.item.index)];
}

struct Named {
  std::string name;  // the longest name that a report gives it, else the words of the first
  Found found;
  std::vector<Told> told;
};

std::string NameOf(const std::vector<Told>& told) {
  std::string name;
  for (const Told& one : told) {
    const std::string own = OneLine(AgreementOf(one).name);
    if (own.size() > name.size()) name = own;
  }
  return name.empty() ? AgreementPhrase(told.front().rec(), AgreementOf(told.front())) : name;
}

// What is typed to mean just this one, until the record is merged anew: #12, or of what is not merged #3:17.
std::string KeyOf(const Found& found) {
  if (found.merged != 0) return "#" + std::to_string(found.merged);
  return "#" + std::to_string(found.mentions.front().report) + ":" + std::to_string(found.mentions.front().item);
}

// "Lake Accord", of which all reports mean the same; not "deal".
bool IsProper(const std::string& name) {
  return std::any_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// "#12  deal between Norvia and Selk (3 March 2019), 2 reports".
AgreementChoice ChoiceOf(const Named& named) {
  std::string parties, day;
  for (const Told& told : named.told) {
    const std::vector<std::string> names = ProseNames(told.rec(), AgreementOf(told).parties);
    if (parties.empty() && !names.empty()) parties = (names.size() > 1 ? " between " : " of ") + JoinNames(names);
    const auto& date = AgreementOf(told).date;
    if (day.empty() && date) day = " (" + ProseDay(*date, std::nullopt) + ")";
  }
  const std::string reports = named.found.reports > 1 ? std::to_string(named.found.reports) + " reports" : "1 report";
  return {KeyOf(named.found), named.name + parties + day + ", " + reports};
}

Result<std::vector<Named>> FindAgreements(Store& store, Records& records, Question question) {
  question.kinds = {ItemKind::kAgreement};
  auto found = Find(store, question);
  if (!found.ok()) return found.error();
  std::vector<Named> all;
  for (Found& one : *found) {
    auto told = LoadTold(records, one.mentions);
    if (!told.ok()) return told.error();
    std::string name = NameOf(*told);
    all.push_back({std::move(name), std::move(one), std::move(*told)});
  }
  return all;
}

// A section to which reports add lines; what two of them say alike is one line with both.
class Gathered {
 public:
  Gathered(std::string heading, Sources& sources) : sources_(sources) { section_.heading = std::move(heading); }

  void Add(const Told& told, Span words, std::string text, std::string label = {},
           LineStatus status = LineStatus::kNone) {
    const Citation citation = words.empty() ? sources_.Cite(told) : sources_.Cite(told, words);
    const auto same = std::find_if(section_.lines.begin(), section_.lines.end(),
                                   [&](const DocumentLine& line) { return line.text == text && line.label == label; });
    if (same != section_.lines.end()) {
      if (std::find(same->citations.begin(), same->citations.end(), citation) == same->citations.end())
        same->citations.push_back(citation);
      return;
    }
    DocumentLine line;
    line.text = std::move(text);
    line.label = std::move(label);
    line.status = status;
    line.citations = {citation};
    section_.lines.push_back(std::move(line));
  }

  void MoveTo(Document& document) {
    if (!section_.lines.empty()) document.sections.push_back(std::move(section_));
  }

 private:
  Sources& sources_;
  DocumentSection section_;
};

std::string Sayers(const Told& told, const std::vector<ActorRef>& asserted_by) {
  const std::vector<std::string> names = ProseNames(told.rec(), asserted_by);
  return names.empty() ? std::string() : ", " + names.back() + " said";
}

void WhatItIs(const std::vector<Told>& told, Sources& sources, Document& document) {
  Gathered section("What it is", sources);
  for (const Told& one : told) {
    const Agreement& agreement = AgreementOf(one);
    const std::string called = OneLine(AgreementPhrase(one.rec(), agreement));
    section.Add(one, {}, called, "called");
    for (const std::string& alias : agreement.aliases) {
      if (alias != called) section.Add(one, {}, OneLine(alias), "called");
    }
  }
  for (const Told& one : told) {
    const std::string parties = JoinNames(ProseNames(one.rec(), AgreementOf(one).parties));
    if (!parties.empty()) section.Add(one, {}, parties, "parties");
  }
  for (const Told& one : told) {
    const auto& date = AgreementOf(one).date;
    if (date) section.Add(one, date->span, ProseDay(*date, std::nullopt), "day");
  }
  section.MoveTo(document);
}

void Terms(const std::vector<Told>& told, Sources& sources, Document& document) {
  Gathered terms("What it asks", sources);
  Gathered conditions("On what conditions", sources);
  Gathered kept("Kept or broken", sources);
  for (const Told& one : told) {
    const Record& record = one.rec();
    for (const AgreementTerm& term : AgreementOf(one).terms) {
      const std::string who = term.obligor ? ProseName(record, *term.obligor) : std::string();
      terms.Add(one, term.span, (who.empty() ? "" : Capitalized(who) + ": ") + Quoted(term.span.of(record.text)));
    }
    for (const Consequence& consequence : AgreementOf(one).consequences) {
      conditions.Add(one, consequence.condition,
                     "If: " + Quoted(consequence.condition.of(record.text)) +
                         " – then: " + Quoted(consequence.consequence.of(record.text)));
    }
    for (const AgreementKept& verdict : AgreementOf(one).kept) {
      const std::string who = verdict.who ? ProseName(record, *verdict.who) : std::string();
      kept.Add(one, verdict.words,
               (who.empty() ? "" : Capitalized(who) + ": ") + Quoted(verdict.words.of(record.text)) +
                   Sayers(one, verdict.asserted_by),
               verdict.kept ? "kept" : "broken", verdict.kept ? LineStatus::kHappened : LineStatus::kDenied);
    }
  }
  terms.MoveTo(document);
  conditions.MoveTo(document);
  kept.MoveTo(document);
}

void Calls(const std::vector<Told>& told, const ProseTable& prose, Sources& sources, Document& document) {
  Gathered section("Calls", sources);
  for (const Told& one : told) {
    for (const int call : AgreementOf(one).calls) {
      const auto& events = one.rec().items.events;
      if (call < 0 || static_cast<size_t>(call) >= events.size()) continue;
      const Event& event = events[static_cast<size_t>(call)];
      ProseOptions options;
      options.table = &prose;
      options.day = one.published();
      const Span at = event.evidence.empty() ? Span{} : event.evidence.front().span;
      section.Add(one, at, EventProse(one.rec(), event, options), std::string(StatusWord(event.status)),
                  static_cast<LineStatus>(static_cast<int>(event.status) + 1));
    }
  }
  section.MoveTo(document);
}

// Disputes about it, and what sides hold of it.
Status Disputes(Store& store, Records& records, const std::string& name, const Countries* countries,
                const ProseTable& prose, Sources& sources, Document& document) {
  Question question;
  question.kinds = {ItemKind::kDispute, ItemKind::kPosition};
  question.agreement = name;
  question.countries = countries;
  const auto found = Find(store, question);
  if (!found.ok()) return found.error();
  Gathered section("Disputes and positions", sources);
  ProseOptions options;
  options.table = &prose;
  for (const Found& one : *found) {
    const auto told = LoadTold(records, one.mentions);
    if (!told.ok()) return told.error();
    for (const Told& mention : *told) {
      if (one.between_reports) continue;
      const bool dispute = mention.item.kind == ItemKind::kDispute;
      section.Add(mention, {}, ItemProse(mention.rec(), mention.item, options), dispute ? "disputed" : "position");
    }
  }
  section.MoveTo(document);
  return Ok{};
}

Result<Document> WritePage(Store& store, Records& records, const std::vector<Named>& named,
                           const AgreementPageOptions& options) {
  Document document;
  Sources sources;
  std::vector<Told> told;
  for (const Named& one : named) told.insert(told.end(), one.told.begin(), one.told.end());
  document.title = Capitalized(named.front().name);
  WhatItIs(told, sources, document);
  Terms(told, sources, document);
  Calls(told, *options.prose, sources, document);
  DocumentSection course{"How it went", 2, {}};
  for (const Named& one : named) {
    const auto steps = ReadSteps(store, one.found.merged);
    if (!steps.ok()) return steps.error();
    for (DocumentLine& line : StepLines(*steps, told, sources)) course.lines.push_back(std::move(line));
  }
  if (!course.lines.empty()) document.sections.push_back(std::move(course));
  const auto status =
      Disputes(store, records, named.front().name, options.countries, *options.prose, sources, document);
  if (!status.ok()) return status.error();
  document.about = "Told in " + std::to_string(told.size()) + (told.size() == 1 ? " report." : " reports.");
  document.sources = sources.Take();
  return document;
}

}  // namespace

Result<AgreementPage> MakeAgreementPage(Store& store, const std::string& name, const AgreementPageOptions& options) {
  const bool key = name.starts_with('#');
  if (!key && FoldName(name).empty()) {
    return Error{ErrorCode::kUsage, "found \"" + name + "\", expected an agreement's name or words of it; name one"};
  }
  Records records(store);
  Question question;
  question.countries = options.countries;
  if (!key) question.agreement = name;
  auto named = FindAgreements(store, records, question);
  if (!named.ok()) return named.error();
  const auto whole = [&](const Named& one) { return FoldName(one.name) == FoldName(name); };
  std::vector<Named> meant;
  for (Named& one : *named) {
    if (!key || KeyOf(one.found) == name) meant.push_back(std::move(one));
  }
  if (!key && std::any_of(meant.begin(), meant.end(), whole)) {
    std::erase_if(meant, [&](const Named& one) { return !whole(one); });
  }
  AgreementPage made;
  const bool one_name = std::all_of(meant.begin(), meant.end(), [&](const Named& one) {
    return FoldName(one.name) == FoldName(meant.front().name) && IsProper(one.name);
  });
  if (meant.size() == 1 || (!meant.empty() && one_name)) {
    auto page = WritePage(store, records, meant, options);
    if (!page.ok()) return page.error();
    made.page = std::move(*page);
    return made;
  }
  made.several = !meant.empty();
  if (!made.several) {
    question.agreement.clear();
    named = FindAgreements(store, records, question);
    if (!named.ok()) return named.error();
    meant = std::move(*named);
  }
  std::stable_sort(meant.begin(), meant.end(),
                   [](const Named& a, const Named& b) { return a.found.publishers > b.found.publishers; });
  for (const Named& one : meant) made.choices.push_back(ChoiceOf(one));
  return made;
}

}  // namespace rapporteur
