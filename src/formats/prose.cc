#include "formats/prose.h"

#include <algorithm>

#include "base/among.h"
#include "formats/display.h"
#include "formats/handles.h"
#include "formats/phrases.h"
#include "formats/prose_names.h"
#include "formats/prose_words.h"

namespace rapporteur {
namespace {

// " (3 March 2019)", where the words do not have the year already.
std::string DayInBrackets(const std::optional<DateValue>& date, const std::string& words) {
  if (!date || words.find(std::to_string(date->from.year)) != std::string::npos) return {};
  return " (" + ProseDay(*date, std::nullopt) + ")";
}

bool Begins(const std::string& text, std::initializer_list<std::string_view> starts) {
  return std::any_of(starts.begin(), starts.end(), [&](std::string_view start) { return text.starts_with(start); });
}

// A name within a sentence: "the Lake Accord", "May's deal".
std::string WithThe(const std::string& name) {
  const std::string first = name.substr(0, name.find(' '));
  const bool owned = first.ends_with("'s") || first.ends_with("’s") || first.ends_with("s'") || first.ends_with("s’");
  const bool has =
      Begins(name, {"the ", "The ", "a ", "A ", "an ", "An ", "this ", "that ", "its ", "their ", "his ", "her "});
  return owned || has ? name : "the " + name;
}

std::string Finished(std::string sentence) {
  while (sentence.ends_with('.') || sentence.ends_with(' ')) sentence.pop_back();
  return Capitalized(std::move(sentence)) + ".";
}

// "on X and Y", of the topics' words.
std::string Topics(const Record& record, const Talks& talks) {
  std::vector<std::string> topics;
  for (const Span topic : talks.topics) topics.push_back(WordsOf(record, topic));
  return topics.empty() ? std::string() : " on " + JoinNames(topics);
}

std::string AnswerWords(const Record& record, const Talks& talks) {
  std::string all;
  for (const TalksAnswer& answer : talks.answers) {
    const std::string who = ProseName(record, answer.who);
    if (who.empty()) continue;
    const std::string_view verb = answer.answer == Answer::kConfirms    ? " confirmed"
                                  : answer.answer == Answer::kRefuses   ? " refused"
                                  : answer.answer == Answer::kWithholds ? " did not confirm"
                                                                        : " set conditions";
    all += (all.empty() ? "; " : ", ") + who + std::string(verb);
  }
  return all;
}

}  // namespace

std::string_view StatusWord(EventStatus status) {
  switch (status) {
    case EventStatus::kActual:
      return "happened";
    case EventStatus::kOngoing:
      return "under way";
    case EventStatus::kFuture:
      return "planned";
    case EventStatus::kHypothetical:
      return "possible";
    case EventStatus::kNegated:
      return "denied";
    case EventStatus::kHistorical:
      break;
  }
  return "background";
}

EventStatus StatusOf(TalksStatus status) {
  switch (status) {
    case TalksStatus::kHeld:
      return EventStatus::kActual;
    case TalksStatus::kUnderway:
      return EventStatus::kOngoing;
    case TalksStatus::kScheduled:
      return EventStatus::kFuture;
    case TalksStatus::kProposed:
      return EventStatus::kHypothetical;
    case TalksStatus::kPostponed:
    case TalksStatus::kCancelled:
      break;
  }
  return EventStatus::kNegated;
}

std::string Quoted(std::string_view words, size_t most) {
  std::string line = OneLine(words);
  const auto strip = [&](std::string_view mark) {
    if (line.starts_with(mark)) line.erase(0, mark.size());
    if (line.ends_with(mark)) line.erase(line.size() - mark.size());
  };
  for (const std::string_view mark : {"“", "”", "\"", "'", "‘", "’"}) strip(mark);
  for (const auto& [mark, inner] : {std::pair<std::string_view, std::string_view>{"“", "‘"}, {"”", "’"}}) {
    for (size_t at = line.find(mark); at != std::string::npos; at = line.find(mark))
      line.replace(at, mark.size(), inner);
  }
  std::replace(line.begin(), line.end(), '"', '\'');
  while (line.ends_with('.') || line.ends_with(',') || line.ends_with(' ')) line.pop_back();
  if (line.size() > most) {
    size_t cut = line.rfind(' ', most);
    if (cut == std::string::npos) {
      cut = most;
      while (cut > 0 && (static_cast<unsigned char>(line[cut]) & 0xC0U) == 0x80U) --cut;
    }
    line = line.substr(0, cut) + " …";
  }
  return "“" + line + "”";
}

std::string TalksProse(const Record& record, const Talks& talks, const ProseOptions& options) {
  const std::vector<std::string> names = ProseNames(record, talks.participants);
  const std::string who = JoinNames(names);
  const std::string on = Topics(record, talks);
  const std::string about = (names.size() > 1 ? " between " + who : names.empty() ? "" : " with " + who) + on;
  const std::string proposers = JoinNames(ProseNames(record, talks.proposers));
  const std::string name = OneLine(talks.name);
  const std::string said = name.empty() ? "talks" : name.ends_with('s') ? name : WithThe(name);
  const std::string tail = InPlace(talks.venue) + OnDay(talks.date, options.day);
  const auto sentence = [&](std::string_view all, std::string_view alone) {
    return (names.size() > 1 && name.empty() ? who + std::string(all) + on : said + about + std::string(alone)) + tail;
  };
  std::string made;
  switch (talks.status) {
    case TalksStatus::kHeld:
      made = sentence(" held talks", " took place");
      break;
    case TalksStatus::kUnderway:
      made = sentence(" are holding talks", " went on");
      break;
    case TalksStatus::kScheduled:
      made = sentence(" will hold talks", " will be held");
      break;
    case TalksStatus::kProposed:
      made = (proposers.empty() ? "there may be " : proposers + " proposed ") + said + about + tail;
      break;
    case TalksStatus::kPostponed:
    case TalksStatus::kCancelled:
      made = said + about + InPlace(talks.venue) +
             (talks.status == TalksStatus::kCancelled ? " will not be held" : " were put off");
      if (talks.date) made += " (day named: " + ProseDay(*talks.date, options.day) + ")";
  }
  const std::vector<std::string> mediators = ProseNames(record, talks.mediators);
  if (!mediators.empty() && mediators != names) made += " (host or mediator: " + JoinNames(mediators) + ")";
  return Finished(made + AnswerWords(record, talks));
}

std::string AgreementProse(const Record& record, const Agreement& agreement, const ProseOptions&) {
  const std::string name = WithThe(AgreementPhrase(record, agreement));
  for (const AgreementKept& kept : agreement.kept) {
    const std::string who = kept.who ? ProseName(record, *kept.who) : std::string();
    std::string sentence =
        who.empty() ? name + (kept.kept ? " held" : " was broken") : who + (kept.kept ? " kept " : " broke ") + name;
    const std::vector<std::string> sayers = ProseNames(record, kept.asserted_by);
    if (!sayers.empty()) sentence += ", " + sayers.back() + " said";
    return Finished(sentence);
  }
  const std::vector<std::string> parties = ProseNames(record, agreement.parties);
  std::string sentence = name + DayInBrackets(agreement.date, name);
  if (parties.size() > 1) sentence += " between " + JoinNames(parties);
  if (agreement.terms.empty()) return Finished(sentence + " was spoken of");
  const AgreementTerm& term = agreement.terms.front();
  const std::string obligor = term.obligor ? ProseName(record, *term.obligor) : std::string();
  return Finished(sentence + (obligor.empty() ? " provides for this: " : " commits " + obligor + " to this: ") +
                  Quoted(term.span.of(record.text)));
}

std::string PositionProse(const Record& record, const Position& position) {
  const std::string holder = ProseName(record, position.holder);
  const std::string_view stance = position.stance == Stance::kFor       ? " spoke for this: "
                                  : position.stance == Stance::kAgainst ? " spoke against this: "
                                                                        : " left this open: ";
  return Finished((holder.empty() ? "somebody" : holder) + std::string(stance) +
                  Quoted(position.proposition.of(record.text)));
}

std::string DisputeProse(const Record& record, const Dispute& dispute, const ProseOptions& options) {
  std::vector<std::string> names;
  std::string sides;
  bool told = false;  // the subject, as a side's own words
  for (const DisputeSide& side : dispute.sides) {
    std::string who = ProseName(record, side.who);
    if (who.empty()) who = "one side";
    names.push_back(who);
    if (SmallWords(side.holds.of(record.text)).size() < 2) continue;
    told = told || side.holds == dispute.subject;
    sides += (sides.empty() ? ": " : "; ") + who + ": " + Quoted(side.holds.of(record.text));
  }
  const std::string who = JoinNames(names) + (names.size() > 1 ? " tell " : " disputed ");
  if (dispute.subject_item) {
    std::string subject = ItemProse(record, *dispute.subject_item, options);
    if (subject.ends_with('.')) subject.pop_back();
    return Finished(who + (names.size() > 1 ? "this differently: " : "this: ") + Quoted(subject) + sides);
  }
  std::string sentence = who + (names.size() > 1 ? "it differently" : "it");
  if (!told && !dispute.subject.empty()) sentence += ", of " + Quoted(dispute.subject.of(record.text));
  return Finished(sentence + sides);
}

std::string StatementProse(const Record& record, const Statement& statement) {
  const std::string speaker = statement.speaker ? ProseName(record, *statement.speaker) : std::string();
  const std::string to = statement.addressee ? ProseName(record, *statement.addressee) : std::string();
  return Finished((speaker.empty() ? "somebody" : speaker) + " said" + (to.empty() ? "" : " to " + to) + ": " +
                  Quoted(statement.content.of(record.text)));
}

std::string ItemProse(const Record& record, ItemRef item, const ProseOptions& options) {
  const auto index = static_cast<size_t>(item.index);
  const Items& items = record.items;
  switch (item.kind) {
    case ItemKind::kActor:
      return OneLine(items.actors[index].name);
    case ItemKind::kEvent:
      return EventProse(record, items.events[index], options);
    case ItemKind::kStatement:
      return StatementProse(record, items.statements[index]);
    case ItemKind::kPosition:
      return PositionProse(record, items.positions[index]);
    case ItemKind::kTalks:
      return TalksProse(record, items.talks[index], options);
    case ItemKind::kAgreement:
      return AgreementProse(record, items.agreements[index], options);
    case ItemKind::kDispute:
      break;
  }
  return DisputeProse(record, items.disputes[index], options);
}

}  // namespace rapporteur
