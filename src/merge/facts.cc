#include "merge/facts.h"

#include <algorithm>
#include <map>
#include <string>

#include "lexicon/fold.h"
#include "merge/name_sound.h"
#include "merge/words.h"
#include "record/names.h"
#include "record/numbering.h"

namespace rapporteur {
namespace {

constexpr size_t kBeginning = 4;       // sentences
constexpr uint32_t kShortestWord = 3;  // letters: shorter ones are grammar, mostly

std::string LastWord(std::string_view text) {
  std::string last;
  ForEachWord(text, {0, static_cast<uint32_t>(text.size())}, [&](uint64_t /*hash*/, uint32_t begin, uint32_t end) {
    last = LowerCase(text.substr(begin, end - begin));
  });
  return last;
}

void SortOnce(std::vector<uint32_t>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

// Makes the facts of one report.
class Maker {
 public:
  Maker(const Record& record, uint32_t number, const StepWords& step_words, WordNumbers& words, NameNumbers& names)
      : record_(record),
        numbers_(record.items),
        number_(number),
        step_words_(step_words),
        words_(words),
        names_(names) {}

  ReportFacts Make(const StoryOptions& options) {
    facts_.report.publisher = names_.Of(LowerCase(record_.report.publisher));
    if (const auto day = ParseIsoDate(record_.report.published)) {
      facts_.report.day = static_cast<int32_t>(day->days());
      facts_.report.has_day = true;
    }
    facts_.story.day = facts_.report.day;
    facts_.story.publisher = facts_.report.publisher;
    Story(options);
    const Items& items = record_.items;
    for (size_t i = 0; i < items.actors.size(); ++i) AddActor(items.actors[i], static_cast<int>(i));
    for (const Event& event : items.events) {
      if (event.place) AddNamed(event.place->name, facts_.named);
    }
    SortOnce(facts_.named);
    for (size_t i = 0; i < items.events.size(); ++i) AddEvent(items.events[i], static_cast<int>(i));
    for (size_t i = 0; i < items.positions.size(); ++i) AddPosition(items.positions[i], static_cast<int>(i));
    for (size_t i = 0; i < items.talks.size(); ++i) AddTalks(items.talks[i], static_cast<int>(i));
    for (size_t i = 0; i < items.agreements.size(); ++i) AddAgreement(items.agreements[i], static_cast<int>(i));
    for (size_t i = 0; i < items.disputes.size(); ++i) AddDispute(items.disputes[i], static_cast<int>(i));
    return std::move(facts_);
  }

 private:
  void AddWords(std::string_view text, Span span, double weight, std::map<uint32_t, float>& words) {
    ForEachWord(text, span, [&](uint64_t hash, uint32_t begin, uint32_t end) {
      if (end - begin >= kShortestWord)
        words[words_.Of(hash, text.substr(begin, end - begin)).stem] += static_cast<float>(weight);
    });
  }
  std::vector<uint32_t> WordsOf(Span span) {
    std::vector<uint32_t> words;
    AddItemWords(span, words);
    SortOnce(words);
    return words;
  }
  void AddItemWords(Span span, std::vector<uint32_t>& words) {
    const std::string_view text = record_.text;
    ForEachWord(text, span, [&](uint64_t hash, uint32_t begin, uint32_t end) {
      if (end - begin >= kShortestWord) words.push_back(words_.Of(hash, text.substr(begin, end - begin)).beginning);
    });
  }

  void Story(const StoryOptions& options) {
    std::map<uint32_t, float> words, actors;
    const std::string& title = record_.report.title;
    AddWords(title, {0, static_cast<uint32_t>(title.size())}, options.title, words);
    size_t n = 0;
    for (const RecordedSentence& sentence : record_.report.sentences) {
      AddWords(record_.text, sentence.span, n++ < kBeginning ? options.beginning : 1, words);
      facts_.sentences.push_back(WordsOf(sentence.span));
    }
    for (const Actor& actor : record_.items.actors) {
      if (!Described(actor)) actors[names_.Of("actor " + KeyOf(actor))] += static_cast<float>(actor.mentions.size());
    }
    for (const auto& [id, weight] : words) facts_.story.words.push_back({id, weight});
    for (const auto& [id, weight] : actors) facts_.story.actors.push_back({id, std::max(1.0F, weight)});
  }

  static bool Described(const Actor& actor) {
    return actor.by.rule == "description" || actor.type == ActorType::kPopulation ||
           (actor.type == ActorType::kOffice && actor.wikidata.empty());
  }
  // What tells an actor from all others; of an unknown person or group only its name.
  static std::string KeyOf(const Actor& actor) {
    if (!actor.wikidata.empty()) return actor.wikidata;
    if (actor.type == ActorType::kState && !actor.code.empty()) return actor.code;
    return FoldName(actor.name);
  }

  void AddNamed(std::string_view name, std::vector<uint32_t>& words) {
    ForEachWord(name, {0, static_cast<uint32_t>(name.size())}, [&](uint64_t /*hash*/, uint32_t begin, uint32_t end) {
      if (end - begin >= kShortestWord) words.push_back(names_.Of(LowerCase(name.substr(begin, end - begin))));
    });
  }

  // "foreign minister" of "Norvia's foreign minister" and of "Norvian foreign minister"; of a name nothing.
  static std::string OfficeOf(const Actor& actor) {
    if (actor.type != ActorType::kOffice && actor.type != ActorType::kPerson) return "";
    std::string_view title = actor.name;
    for (const std::string_view owner : {"'s ", "s' ", "\u2019s ", "s\u2019 "}) {
      if (const size_t at = title.rfind(owner); at != std::string_view::npos) title.remove_prefix(at + owner.size());
    }
    const size_t last = title.rfind(' ') == std::string_view::npos ? 0 : title.rfind(' ') + 1;
    const bool plain = last < title.size() && title[last] >= 'a' && title[last] <= 'z';
    while (plain && !title.empty() && title[0] >= 'A' && title[0] <= 'Z') title.remove_prefix(title.find(' ') + 1);
    return plain || actor.type == ActorType::kOffice ? FoldName(title) : "";
  }

  void AddActor(const Actor& actor, int index) {
    MergeActor made;
    made.report = number_;
    made.item = numbers_.Of({ItemKind::kActor, index});
    made.name = names_.Of(actor.name);
    made.type = actor.type;
    made.code = names_.Of(actor.code);
    made.described = Described(actor);
    const std::string folded = FoldName(actor.name);
    made.folded = names_.Of(folded);
    made.whole_name = folded.find(' ') != std::string::npos;
    if (made.whole_name && actor.type == ActorType::kPerson) {
      made.surname = names_.Of(folded.substr(folded.rfind(' ') + 1));
      made.sound = names_.Of(SoundOf(folded));
    }
    made.guessed = actor.by.rule == "model";
    if (actor.wikidata.empty() && actor.roles.empty()) made.office = names_.Of(OfficeOf(actor));
    if (!made.described) {
      AddNamed(folded, made.words);
      facts_.named.insert(facts_.named.end(), made.words.begin(), made.words.end());
      std::sort(made.words.begin(), made.words.end());
    }
    const bool listed = actor.by.rule == "lexicon";
    if (!actor.wikidata.empty() || actor.type == ActorType::kState) {
      made.key = names_.Of("key " + KeyOf(actor));
    } else if (listed && !actor.code.empty()) {
      made.key = names_.Of("key " + actor.code + ' ' + folded);
    }
    for (const Role& role : actor.roles) {
      made.offices.push_back(names_.Of(FoldName(role.title) + " of " + FoldName(role.of)));
      made.titles.push_back(names_.Of(FoldName(role.title)));
    }
    std::sort(made.offices.begin(), made.offices.end());
    facts_.actors.push_back(std::move(made));
  }

  MergeSide SideOf(const ActorRef& ref) {
    MergeSide side;
    const std::string_view said = ref.span.of(record_.text);
    side.said = names_.Of(said);
    if (ref.actor >= 0) {
      const Actor& actor = record_.items.actors[static_cast<size_t>(ref.actor)];
      if (!Described(actor) || actor.type == ActorType::kOffice) side.actor = static_cast<uint32_t>(ref.actor);
      if (said.empty()) side.said = names_.Of(actor.name);
    }
    const std::string sector = ref.sectors.empty() ? "" : ref.sectors.front();
    side.code = ref.code.empty() ? names_.Of(LastWord(said)) : names_.Of(ref.code + ' ' + sector);
    return side;
  }
  std::vector<MergeSide> SidesOf(const std::vector<ActorRef>& refs) {
    std::vector<MergeSide> sides;
    sides.reserve(refs.size());
    for (const ActorRef& ref : refs) sides.push_back(SideOf(ref));
    return sides;
  }

  MergeItem& Begin(ItemKind kind, int index) {
    MergeItem& item = facts_.items.emplace_back();
    item.kind = kind;
    item.report = number_;
    item.item = numbers_.Of({kind, index});
    item.from = item.to = facts_.report.day;
    item.has_day = facts_.report.has_day;
    return item;
  }
  static void Date(const std::optional<DateValue>& date, MergeItem& item) {
    if (!date) return;
    item.dated = item.has_day = true;
    item.from = static_cast<int32_t>(date->from.days());
    item.to = static_cast<int32_t>(date->to.days());
  }
  void Place(const std::optional<PlaceRef>& place, MergeItem& item) {
    if (!place) return;
    item.country = names_.Of(place->country);
    const auto is_state = [&](const Actor& actor) {
      return actor.type == ActorType::kState && actor.code == place->country && actor.name == place->name;
    };
    // A whole state is where many things happen.
    if (UpperMask(place->name) != 0 && std::none_of(record_.items.actors.begin(), record_.items.actors.end(), is_state))
      item.place = names_.Of(place->name);
    item.placed = place->has_coordinates;
    item.lat = static_cast<float>(place->lat);
    item.lon = static_cast<float>(place->lon);
  }
  MergeCount CountOf(const std::optional<SaidCount>& count) {
    if (!count) return {};
    const auto range = NumberRangeOf(count->said);
    if (!range) return {};
    return {names_.Of(count->said), *range};
  }

  void AddEvent(const Event& event, int index) {
    MergeItem& item = Begin(ItemKind::kEvent, index);
    item.family = names_.Of(event.type);
    item.mode = names_.Of(event.mode);
    item.status = static_cast<uint8_t>(event.status);
    item.actors = SidesOf(event.actors);
    item.recipients = SidesOf(event.recipients);
    Date(event.date, item);
    Place(event.place, item);
    item.counts = {CountOf(event.counts.killed), CountOf(event.counts.injured), CountOf(event.counts.arrested),
                   CountOf(event.counts.size)};
    if (!event.evidence.empty()) AddItemWords(event.evidence.front().span, item.words);
    for (const ActorRef& ref : event.recipients) AddItemWords(ref.span, item.words);
    if (event.place) AddItemWords(event.place->span, item.words);
    SortOnce(item.words);
  }
  void AddPosition(const Position& position, int index) {
    MergeItem& item = Begin(ItemKind::kPosition, index);
    item.actors = {SideOf(position.holder)};
    item.words = WordsOf(position.proposition);
    item.steps = StepsOf(record_, position, names_);
  }
  void AddTalks(const Talks& talks, int index) {
    MergeItem& item = Begin(ItemKind::kTalks, index);
    item.name = names_.Of(FoldName(talks.name));
    item.status = static_cast<uint8_t>(talks.status);
    item.actors = SidesOf(talks.participants);
    Date(talks.date, item);
    Place(talks.venue, item);
    item.series = names_.Of(FoldName(talks.series));
    for (const Span topic : talks.topics) AddItemWords(topic, item.words);
    SortOnce(item.words);
    item.steps = StepsOf(record_, talks, names_);
  }
  void AddAgreement(const Agreement& agreement, int index) {
    MergeItem& item = Begin(ItemKind::kAgreement, index);
    item.name = names_.Of(FoldName(agreement.name));
    item.actors = SidesOf(agreement.parties);
    Date(agreement.date, item);
    AddProper(agreement, item);
    const std::string& name =
        agreement.name.empty() && !agreement.aliases.empty() ? agreement.aliases.front() : agreement.name;
    item.noun = names_.Of(LastWord(name));
    for (const Evidence& evidence : agreement.evidence) {
      if (evidence.role == agreement.evidence.front().role) AddItemWords(evidence.span, item.words);
    }
    SortOnce(item.words);
    item.steps = StepsOf(record_, agreement, step_words_, names_);
  }
  // "Minsk" of "the Minsk agreement"; of "the deal" nothing.
  void AddProper(const Agreement& agreement, MergeItem& item) {
    const std::string_view name = agreement.name;
    const std::string_view rule = agreement.by.rule;
    const std::string_view noun = rule.substr(std::min(rule.size(), rule.find(':') + 1));
    ForEachWord(name, {0, static_cast<uint32_t>(name.size())}, [&](uint64_t /*hash*/, uint32_t begin, uint32_t end) {
      const std::string_view word = name.substr(begin, end - begin);
      if (UpperMask(word) != 0 && LowerCase(word) != noun) item.proper.push_back(names_.Of(LowerCase(word)));
    });
    SortOnce(item.proper);
  }
  void AddDispute(const Dispute& dispute, int index) {
    MergeItem& item = Begin(ItemKind::kDispute, index);
    Span words = dispute.subject;
    for (const DisputeSide& side : dispute.sides) {
      item.actors.push_back(SideOf(side.who));
      if (words.empty()) words = side.holds;
    }
    item.words = WordsOf(words);
    if (dispute.subject_item) item.subject = numbers_.Of(*dispute.subject_item);
  }

  const Record& record_;
  const ItemNumbering numbers_;
  const uint32_t number_;
  const StepWords& step_words_;
  WordNumbers& words_;
  NameNumbers& names_;
  ReportFacts facts_;
};

}  // namespace

ReportFacts MakeReportFacts(const Record& record, uint32_t number, const StoryOptions& options, WordNumbers& words,
                            NameNumbers& names) {
  return Maker(record, number, options.steps, words, names).Make(options);
}

}  // namespace rapporteur
