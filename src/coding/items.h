// The items of one report's record as coding finds them: plain values with spans, not yet ids or JSON.
//
// Coding fills Items; `record` gives the items ids, turns byte spans into code points and writes them. The fields
// follow the contract in docs/record.md one for one. All spans are bytes of ReportText.utf8. Items refer to each other
// by index into the vectors of Items; -1 or an absent optional means that the text does not say.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/span.h"
#include "lexicon/date.h"
#include "resolve/actor_type.h"

namespace rapporteur {

// Words that an item rests on. Roles: trigger, actor, recipient, speaker, cue, content, addressee, date, place, count,
// term, condition, consequence, proposition, subject, topic, participant, holder, mention, …
struct Evidence {
  std::string role;
  Span span;
};

// Why an item stands. `rule` is short and stable ("frame:meet", "office", "cue:say") and is written as the item's `by`;
// the steps are lines for people, shown by `rapporteur explain`: "frame frames.tsv:120 meet verb CONSULT",
// "status future: aux will", "actor subject Kerry -> offices.tsv:88".
struct Trace {
  std::string rule;
  std::vector<std::string> steps;
};

// What every item has.
struct ItemBase {
  std::vector<Evidence> evidence;  // at least one; the first is the one that names the item
  double confidence = 1.0;         // 0 to 1
  Trace by;
};

// The words that fill a role, and who they mean.
struct ActorRef {
  int actor = -1;  // index into Items.actors, -1: nobody that the record lists
  std::string code;
  std::vector<std::string> sectors;
  Span span;
};

struct PlaceRef {
  std::string name;
  std::string country;  // alpha-3, empty when unknown
  bool has_coordinates = false;
  double lat = 0, lon = 0;
  int64_t geonames = 0;  // 0: none
  Span span;
};

// Both ends inclusive; from == to for a day. span is empty when the date is the report's own.
struct DateValue {
  Date from, to;
  Span span;
};

// A number as the report says it: "at least 12", "dozens".
struct SaidCount {
  std::string said;
  Span span;
};

struct Counts {
  std::optional<SaidCount> killed, injured, arrested, size;
  bool empty() const { return !killed && !injured && !arrested && !size; }
};

enum class ItemKind : uint8_t { kActor, kEvent, kStatement, kPosition, kTalks, kAgreement, kDispute };

// An item of the same report: which list of Items, and where in it.
struct ItemRef {
  ItemKind kind = ItemKind::kEvent;
  int index = -1;
  friend bool operator==(const ItemRef&, const ItemRef&) = default;
};

struct Role {
  std::string title;
  std::string of;                // the office's state or body, as a name or code; empty when unsaid
  std::optional<Date> from, to;  // of the term, where the lexicon knows it
};

struct Actor : ItemBase {
  std::string name;  // canonical
  ActorType type = ActorType::kPerson;
  std::string code;
  std::vector<std::string> sectors;
  std::vector<Role> roles;
  std::vector<std::string> aliases;  // surface forms seen
  std::vector<Span> mentions;        // in text order
  std::string wikidata;              // empty: none
};

enum class EventStatus : uint8_t { kActual, kOngoing, kFuture, kHypothetical, kNegated, kHistorical };

struct Event : ItemBase {
  std::string type;  // PLOVER
  std::string mode;  // empty: none
  std::vector<std::string> contexts;
  std::string cameo;
  int quad = 0;      // 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict; 0 unknown
  double score = 0;  // PLOVER's, -10 conflict to 10 cooperation
  double goldstein = 0;  // the CAMEO code's, likewise
  std::vector<ActorRef> actors;
  std::vector<ActorRef> recipients;
  EventStatus status = EventStatus::kActual;
  std::optional<DateValue> date;
  std::optional<PlaceRef> place;
  Counts counts;
  int statement = -1;                 // the innermost statement it is told in
  std::vector<ActorRef> asserted_by;  // outermost first; empty when the report itself tells it
};

enum class StatementForm : uint8_t { kDirect, kIndirect, kMixed };

struct Statement : ItemBase {
  std::optional<ActorRef> speaker;
  Span cue;                 // empty: none
  Span content;             // from the first word to the last
  std::vector<Span> parts;  // of content that the cue interrupts; empty when it is one piece
  StatementForm form = StatementForm::kIndirect;
  std::optional<ActorRef> addressee;
  int parent = -1;  // the statement it is quoted in
  // False of what is only wished or judged ("wants peace", "condemned the attack"): nobody asserts what its content
  // tells.
  bool asserts = true;
  std::optional<DateValue> date;
};

enum class Stance : uint8_t { kFor, kAgainst, kOpen };

// What a position is about: an actor, another item, or words.
struct About {
  std::optional<ItemRef> item;
  Span span;
};

struct Position : ItemBase {
  ActorRef holder;
  Span proposition;
  Stance stance = Stance::kOpen;
  std::vector<About> about;
  int statement = -1;
};

enum class TalksStatus : uint8_t { kHeld, kUnderway, kScheduled, kProposed, kPostponed, kCancelled };

enum class Answer : uint8_t { kConfirms, kRefuses, kWithholds, kConditional };

struct TalksAnswer {
  ActorRef who;
  Answer answer = Answer::kConfirms;
};

struct Talks : ItemBase {
  std::string name;  // as the report names them, else empty
  std::vector<ActorRef> participants;
  std::vector<ActorRef> mediators;  // of the participants, who mediate, host or chair
  std::vector<ActorRef> proposers;
  std::vector<Span> topics;
  std::optional<PlaceRef> venue;
  std::optional<DateValue> date;
  TalksStatus status = TalksStatus::kHeld;
  std::vector<TalksAnswer> answers;
  std::string series;  // "third round", else empty
};

struct AgreementTerm {
  Span span;
  std::optional<ActorRef> obligor;
  std::string type, mode;  // PLOVER class of what the term obliges; empty: none
  bool noun = false;       // told by a noun ("the release of detainees"): no event of its own
};

struct Consequence {
  Span condition, consequence;
};

// That somebody keeps an agreement or breaks it.
struct AgreementKept {
  std::optional<ActorRef> who;  // absent: "the truce is holding"
  bool kept = true;             // else breached
  Span words;
  std::vector<ActorRef> asserted_by;  // outermost first; empty when the report itself tells it
};

struct Agreement : ItemBase {
  std::string name;
  std::vector<std::string> aliases;
  std::vector<ActorRef> parties;
  std::optional<DateValue> date;
  std::vector<AgreementTerm> terms;
  std::vector<Consequence> consequences;
  std::vector<int> calls;  // events: who asks whom to keep, sign, leave it
  std::vector<AgreementKept> kept;
};

struct DisputeSide {
  ActorRef who;
  Span holds;  // that side's words
};

struct Dispute : ItemBase {
  std::optional<ItemRef> subject_item;  // else the words below
  Span subject;
  std::vector<DisputeSide> sides;
};

struct Items {
  std::vector<Actor> actors;
  std::vector<Event> events;
  std::vector<Statement> statements;
  std::vector<Position> positions;
  std::vector<Talks> talks;
  std::vector<Agreement> agreements;
  std::vector<Dispute> disputes;
};

}  // namespace rapporteur
