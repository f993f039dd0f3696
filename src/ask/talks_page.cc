#include "ask/talks_page.h"

#include <algorithm>
#include <functional>

#include "ask/find.h"
#include "ask/steps.h"
#include "ask/told.h"
#include "formats/phrases.h"
#include "formats/prose.h"
#include "formats/prose_names.h"

namespace rapporteur {
namespace {

const Talks& TalksOf(const Told& told) { return told.rec().items.talks[static_cast<size_t>(told.item.index)]; }

// What all mentions say of one thing, each once, with who says it.
struct Saying {
  std::string words;
  std::vector<Citation> citations;
};

class TalksWriter {
 public:
  TalksWriter(Store& store, Sources& sources) : store_(store), sources_(sources) {}

  Status Write(const Found& found, const std::vector<Told>& told, Document& document) {
    DocumentSection section;
    section.heading = HeadingOf(told);
    Now(found, told, section);
    Everybody(told, "who", &Talks::participants, section);
    Everybody(told, "mediators", &Talks::mediators, section);
    Everybody(told, "proposed by", &Talks::proposers, section);
    List(
        told, "on",
        [](const Told& one) {
          std::vector<std::string> topics;
          for (const Span topic : TalksOf(one).topics) topics.push_back(Quoted(topic.of(one.rec().text)));
          return topics;
        },
        section);
    Said(
        told, "where",
        [](const Told& one) { return TalksOf(one).venue ? OneLine(TalksOf(one).venue->name) : std::string(); },
        section);
    Said(
        told, "when",
        [](const Told& one) { return TalksOf(one).date ? ProseDay(*TalksOf(one).date, std::nullopt) : std::string(); },
        section);
    const auto steps = ReadSteps(store_, found.merged);
    if (!steps.ok()) return steps.error();
    document.sections.push_back(std::move(section));
    if (steps->empty()) return Ok{};
    document.sections.push_back({"How it went", 3, StepLines(*steps, told, sources_)});
    return Ok{};
  }

 private:
  static std::string HeadingOf(const std::vector<Told>& told) {
    std::string name, who;
    for (const Told& one : told) {
      if (name.empty()) name = OneLine(TalksOf(one).name);
      const std::string names = JoinNames(ProseNames(one.rec(), TalksOf(one).participants));
      if (names.size() > who.size()) who = names;
    }
    if (name.empty()) name = "Talks";
    return Capitalized(name) + (who.empty() ? "" : ": " + who);
  }

  // As the last report tells it.
  void Now(const Found& found, const std::vector<Told>& told, DocumentSection& section) {
    const auto last = std::max_element(told.begin(), told.end(), [](const Told& a, const Told& b) {
      return a.rec().report.published < b.rec().report.published;
    });
    const Talks& talks = TalksOf(*last);
    DocumentLine line;
    line.label = StatusPhrase(talks.status);
    line.status = static_cast<LineStatus>(static_cast<int>(StatusOf(talks.status)) + 1);
    const auto day = last->published();
    line.text = day ? "as of " + ProseDay({*day, *day, {}}, std::nullopt) : std::string("as told last");
    const std::string by = ToldBy(found);
    line.told = by.empty() ? "one report only" : "told in " + by;
    line.citations.push_back(sources_.Cite(*last));
    for (const Told& one : told) line.words.push_back(sources_.Words(one));
    section.lines.push_back(std::move(line));
  }

  static void Note(std::string words, const Citation& citation, std::vector<Saying>& all) {
    if (words.empty()) return;
    const auto at = std::find_if(all.begin(), all.end(), [&](const Saying& one) { return one.words == words; });
    if (at == all.end()) {
      all.push_back({std::move(words), {citation}});
    } else {
      at->citations.push_back(citation);
    }
  }

  void List(const std::vector<Told>& told, const std::string& label,
            const std::function<std::vector<std::string>(const Told&)>& said, DocumentSection& section) {
    std::vector<Saying> all;
    for (const Told& one : told) {
      for (std::string& words : said(one)) Note(std::move(words), sources_.Cite(one), all);
    }
    for (Saying& one : all) {
      DocumentLine line;
      line.label = label;
      line.text = std::move(one.words);
      line.citations = std::move(one.citations);
      section.lines.push_back(std::move(line));
    }
  }

  void Everybody(const std::vector<Told>& told, const std::string& label, std::vector<ActorRef> Talks::*refs,
                 DocumentSection& section) {
    List(
        told, label, [refs](const Told& one) { return ProseNames(one.rec(), TalksOf(one).*refs); }, section);
  }

  // A place or day, of which there is one: where reports say several, they contradict each other.
  void Said(const std::vector<Told>& told, const std::string& label,
            const std::function<std::string(const Told&)>& said, DocumentSection& section) {
    std::vector<Saying> all;
    for (const Told& one : told) Note(said(one), sources_.Cite(one), all);
    if (all.empty()) return;
    DocumentLine line;
    line.label = label;
    line.text = all.back().words;  // as told last
    line.citations = all.back().citations;
    all.pop_back();
    std::string others;
    for (const Saying& one : all) {
      others += (others.empty() ? "" : "; ") + one.words + " " + CitationsPhrase(one.citations);
    }
    if (!others.empty()) line.notes.push_back("told otherwise: " + others);
    section.lines.push_back(std::move(line));
  }

  Store& store_;
  Sources& sources_;
};

}  // namespace

Result<Document> MakeTalksPage(Store& store, Question question) {
  question.kinds = {ItemKind::kTalks};
  const auto found = Find(store, question);
  if (!found.ok()) return found.error();
  Records records(store);
  Sources sources;
  TalksWriter writer(store, sources);
  Document document;
  document.title = "Talks";
  for (const Found& one : *found) {
    const auto told = LoadTold(records, one.mentions);
    if (!told.ok()) return told.error();
    if (const auto status = writer.Write(one, *told, document); !status.ok()) return status.error();
  }

  document.sources = sources.Take();
  return document;
}

}  // namespace rapporteur
