#include "formats/explain.h"

#include <algorithm>
#include <set>

#include "formats/display.h"
#include "formats/handles.h"
#include "formats/phrases.h"
#include "record/json_writer.h"
#include "record/names.h"

namespace rapporteur {
namespace {

std::string Headline(const Record& record, ItemRef item) {
  const auto at = static_cast<size_t>(item.index);
  switch (item.kind) {
    case ItemKind::kActor: {
      const Actor& actor = record.items.actors[at];
      return OneLine(actor.name) + ", " + std::string(NameOf(actor.type)) +
             (actor.code.empty() ? "" : " " + actor.code);
    }
    case ItemKind::kEvent: {
      const Event& event = record.items.events[at];
      return event.type + (event.mode.empty() ? "" : " " + event.mode) + ", " + std::string(NameOf(event.status));
    }
    case ItemKind::kStatement: {
      const Statement& statement = record.items.statements[at];
      return std::string(NameOf(statement.form)) + ", " +
             (statement.speaker ? WhoPhrase(record, *statement.speaker) : "(not said who)");
    }
    case ItemKind::kPosition: {
      const Position& position = record.items.positions[at];
      return WhoPhrase(record, position.holder) + ", " + std::string(NameOf(position.stance));
    }
    case ItemKind::kTalks:
      return std::string(NameOf(record.items.talks[at].status)) + ", " +
             WhoPhrase(record, record.items.talks[at].participants, " – ");
    case ItemKind::kAgreement:
      return OneLine(record.items.agreements[at].name);
    case ItemKind::kDispute:
      break;
  }
  return WordsOf(record, record.items.disputes[at].subject);
}

// The parse of one sentence, a word a line: number, word, tag, relation and the word it hangs from. Words that are
// evidence are in bold.
void AppendParse(const ParsedSentence& sentence, const ItemBase& base, bool color, std::string& out) {
  for (size_t i = 0; i < sentence.words.size(); ++i) {
    const ParsedWord& word = sentence.words[i];
    const bool evident = std::any_of(base.evidence.begin(), base.evidence.end(),
                                     [&](const Evidence& e) { return e.span.overlaps(word.span); });
    std::string head = "root";
    if (word.head >= 0)
      head = "→ " + std::to_string(word.head + 1) + " " + OneLine(sentence.words[static_cast<size_t>(word.head)].form);
    AppendRow({{std::to_string(i + 1), 3, Style::kDim, true},
               {evident ? "*" : " ", 1, Style::kYellow},
               {word.form, 20, evident ? Style::kBold : Style::kPlain},
               {word.lemma, 16, Style::kDim},
               {std::string(UposName(word.upos)), 6},
               {std::string(RelName(word.rel)), 14},
               {head, 24}},
              4, color, out, 1);
  }
}

}  // namespace

std::vector<std::string> StepsOfActors(const Record& record, ItemRef item) {
  std::vector<std::string> steps;
  if (item.kind != ItemKind::kEvent) return steps;
  const Event& event = record.items.events[static_cast<size_t>(item.index)];
  std::set<int> told;
  for (const std::vector<ActorRef>* side : {&event.actors, &event.recipients}) {
    for (const ActorRef& ref : *side) {
      if (ref.actor < 0 || !told.insert(ref.actor).second) continue;
      const Actor& actor = record.items.actors[static_cast<size_t>(ref.actor)];
      for (const std::string& step : actor.by.steps) steps.push_back(OneLine(actor.name) + ": " + step);
    }
  }
  return steps;
}

std::string ExplainItem(const Record& record, const ParsedReport& parsed, ItemRef item, const TextOptions& options) {
  const ItemBase& base = BaseOf(record, item);
  const int width = std::clamp(options.width, 72, 120);
  std::string out = Styled(HandleOf(item) + "  " + std::string(NameOf(item.kind)) + "  " + Headline(record, item),
                           Style::kBold, options.color);
  JsonWriter confidence;
  confidence.Decimal(base.confidence, 2);
  out += "\n    id " + std::string(record.ids.of(item)) + ", confidence " + confidence.text() + "\n";
  if (item.kind == ItemKind::kEvent) {
    const std::string scales = ScalesPhrase(record.items.events[static_cast<size_t>(item.index)]);
    if (!scales.empty()) AppendRow({{scales, width - 4}}, 4, options.color, out, 0);
  }
  out += "\nWords\n";
  std::set<int> sentences;
  for (const Evidence& evidence : base.evidence) {
    const int number = SentenceNumber(record, evidence.span.begin);
    sentences.insert(number);
    AppendRow({{evidence.role, 12, Style::kDim},
               {"“" + WordsOf(record, evidence.span) + "”", width - 26, Style::kBold},
               {"[" + std::to_string(number) + "]", 6, Style::kDim, true}},
              4, options.color, out, 4);
  }
  out += "\nWhy: " + OneLine(base.by.rule) + "\n";
  for (const std::string& step : base.by.steps) AppendRow({{step, width - 4}}, 4, options.color, out, 0);
  for (const std::string& step : StepsOfActors(record, item)) AppendRow({{step, width - 4}}, 4, options.color, out, 0);
  for (const int number : sentences) {
    if (number < 1 || static_cast<size_t>(number) > parsed.sentences.size()) continue;
    const ParsedSentence& sentence = parsed.sentences[static_cast<size_t>(number - 1)];
    out += "\nSentence " + std::to_string(number) + "\n";
    AppendRow({{std::string(sentence.span.of(record.text)), width - 4}}, 4, options.color, out, 0);
    out += "\n";
    AppendParse(sentence, base, options.color, out);
  }
  return out;
}

}  // namespace rapporteur
