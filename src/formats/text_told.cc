// The sections on what is told: events, statements by speaker, actors, and the report's own sentences.
#include <algorithm>
#include <map>

#include "formats/page.h"
#include "record/names.h"

namespace rapporteur {
namespace {

void WriteEvent(Page& page, size_t index) {
  const Event& event = page.items().events[index];
  page.Row(HandleOf({ItemKind::kEvent, static_cast<int>(index)}),
           {{TypePhrase(event), page.width() < 96 ? 12 : 18},
            {DeedPhrase(page.record(), event), 0, Style::kBold},
            {WhereWhenPhrase(page.record(), event.place, event.date), page.width() < 96 ? 14 : 18},
            {std::string(NameOf(event.status)), 12, StyleOf(event.status)}},
           SentencesPhrase(page.record(), event));
  if (event.asserted_by.empty()) return;
  page.Row("",
           {{"  says " + WhoPhrase(page.record(), event.asserted_by, " ‹ "), 0, Style::kMagenta},
            {"not told as fact", 16, Style::kDim}},
           "");
}

std::string StatementPhrase(const Record& record, const Statement& statement) {
  std::string phrase;
  if (statement.addressee) phrase += "to " + WhoPhrase(record, *statement.addressee) + ": ";
  const std::string words = WordsOf(record, statement.content);
  const bool direct = statement.form == StatementForm::kDirect;
  phrase += direct && !words.starts_with("“") && !words.starts_with("\"") ? "“" + words + "”" : words;
  if (statement.parent >= 0) phrase += " (told in " + HandleOf({ItemKind::kStatement, statement.parent}) + ")";
  return phrase;
}

std::string ActorPhrase(const Actor& actor) {
  std::string phrase = OneLine(actor.name);
  for (size_t i = 0; i < actor.roles.size() && i < 2; ++i) {
    phrase += (i == 0 ? ", " : "; ") + OneLine(actor.roles[i].title);
    if (!actor.roles[i].of.empty()) phrase += " (" + OneLine(actor.roles[i].of) + ")";
  }
  std::string seen;
  for (const std::string& alias : actor.aliases) {
    if (alias != actor.name) seen += (seen.empty() ? "" : ", ") + OneLine(alias);
  }
  return seen.empty() ? phrase : phrase + " · seen as " + seen;
}

// A mark after the words that an item stands on: where in the text, and what.
struct Mark {
  Span span;
  std::string handle;
  Style style = Style::kPlain;
};

std::vector<Mark> MarksOf(const Record& record) {
  std::vector<Mark> marks;
  for (size_t i = 0; i < record.items.events.size(); ++i) {
    const Event& event = record.items.events[i];
    for (const Evidence& evidence : event.evidence) {
      if (evidence.role != "trigger") continue;
      marks.push_back({evidence.span, HandleOf({ItemKind::kEvent, static_cast<int>(i)}), StyleOf(event.status)});
    }
  }
  for (size_t i = 0; i < record.items.statements.size(); ++i) {
    const Span cue = record.items.statements[i].cue;
    if (cue.empty()) continue;
    marks.push_back({cue, HandleOf({ItemKind::kStatement, static_cast<int>(i)}), Style::kMagenta});
  }
  std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.span < b.span; });
  return marks;
}

// The sentence with "{e1}" after marked words. Of words marked twice, both handles; of overlapping ones, the first.
std::string MarkedSentence(const Record& record, Span sentence, const std::vector<Mark>& marks, bool color) {
  std::string marked;
  uint32_t at = sentence.begin;
  for (size_t i = 0; i < marks.size(); ++i) {
    const Mark& mark = marks[i];
    if (mark.span.begin < at || !sentence.contains(mark.span)) continue;
    std::string handles = mark.handle;
    while (i + 1 < marks.size() && marks[i + 1].span == mark.span) handles += "," + marks[++i].handle;
    marked += Span{at, mark.span.begin}.of(record.text);
    const std::string words = std::string(mark.span.of(record.text)) + "{" + handles + "}";
    marked += color ? StyleMark(mark.style) + words + StyleMark(Style::kPlain) : words;
    at = mark.span.end;
  }
  marked += Span{at, sentence.end}.of(record.text);
  return marked;
}

}  // namespace

void WriteEvents(Page& page) {
  const auto& events = page.items().events;
  for (const bool told : {true, false}) {
    bool any = false;
    for (size_t i = 0; i < events.size(); ++i) {
      if (events[i].asserted_by.empty() == told) continue;
      if (!any) page.Heading(told ? "AT SOMEONE'S WORD" : "EVENTS");
      any = true;
      WriteEvent(page, i);
    }
  }
}

void WriteStatements(Page& page) {
  const auto& statements = page.items().statements;
  if (statements.empty()) return;
  page.Heading("STATEMENTS");
  std::vector<std::pair<std::string, std::vector<size_t>>> speakers;
  for (size_t i = 0; i < statements.size(); ++i) {
    const auto& speaker = statements[i].speaker;
    std::string name = speaker ? WhoPhrase(page.record(), *speaker) : "(not said who)";
    auto at = std::find_if(speakers.begin(), speakers.end(), [&](const auto& s) { return s.first == name; });
    if (at == speakers.end()) at = speakers.emplace(at, std::move(name), std::vector<size_t>());
    at->second.push_back(i);
  }
  for (const auto& [name, indexes] : speakers) {
    page.Line("  " + Styled(CutToWidth(name, page.width() - 2), Style::kBold, page.color()));
    for (const size_t index : indexes) {
      page.Row(HandleOf({ItemKind::kStatement, static_cast<int>(index)}),
               {{std::string(NameOf(statements[index].form)), 9, Style::kDim},
                {StatementPhrase(page.record(), statements[index])}},
               SentencesPhrase(page.record(), statements[index]));
    }
  }
}

void WriteActors(Page& page) {
  const auto& actors = page.items().actors;
  if (!actors.empty()) page.Heading("ACTORS");
  for (size_t i = 0; i < actors.size(); ++i) {
    std::string code = actors[i].code;
    for (const std::string& sector : actors[i].sectors) code += (code.empty() ? "" : " ") + sector;
    page.Row(HandleOf({ItemKind::kActor, static_cast<int>(i)}),
             {{code.empty() ? "–" : code, 12}, {ActorPhrase(actors[i])}},
             std::to_string(actors[i].mentions.size()) + "×");
  }
}

void WriteReportSentences(Page& page) {
  page.Heading("THE REPORT");
  const std::vector<Mark> marks = MarksOf(page.record());
  const auto& sentences = page.record().report.sentences;
  for (size_t i = 0; i < sentences.size(); ++i) {
    std::string out;
    const std::string marked = MarkedSentence(page.record(), sentences[i].span, marks, page.color());
    AppendRow({{"[" + std::to_string(i + 1) + "]", 5, Style::kPlain, true}, {marked, page.width() - 6}}, 0, false, out,
              0);
    if (page.color()) out = WithStyleMarks(out);
    out.pop_back();
    page.Line(out);
  }
}

}  // namespace rapporteur
