// Short texts with the items that coding finds in them, for tests (resolve/parsed_text.h says where the trees stand).
#pragma once

#include <string>
#include <vector>

#include "coding/code_report.h"
#include "coding/status.h"
#include "resolve/parsed_text.h"

namespace rapporteur {

class CodedText {
 public:
  explicit CodedText(const std::string& given, std::optional<Date> published = std::nullopt) : text_(given) {
    ReadOptions options;
    options.published = published;
    Result<Items> coded = CodeReport(text_.report(), ShippedLexicon(), options);
    if (!coded.ok()) {
      ADD_FAILURE() << coded.error().message;
      return;
    }
    items_ = std::move(coded).value();
  }

  const Items& items() const { return items_; }
  std::string Words(Span span) const { return text_.Words(span); }

  // The actor's name, its words where the record lists no such actor.
  std::string Name(const ActorRef& who) const {
    return who.actor >= 0 ? items_.actors[static_cast<size_t>(who.actor)].name : Words(who.span);
  }

  std::string Names(const std::vector<ActorRef>& refs) const {
    std::string all;
    for (const ActorRef& who : refs) all += (all.empty() ? "" : " + ") + Name(who);
    return all;
  }

  // "ASSAULT heavy-weapons actual: Iraq -> Kuwait"
  std::string Says(const Event& event) const {
    return event.type + (event.mode.empty() ? "" : " " + event.mode) + " " + std::string(StatusName(event.status)) +
           ": " + Names(event.actors) + " -> " + Names(event.recipients);
  }

  std::vector<std::string> Events() const {
    std::vector<std::string> all;
    for (const Event& event : items_.events) all.push_back(Says(event));
    return all;
  }

  // The words of an item's evidence in one role.
  std::vector<std::string> EvidenceOf(const ItemBase& item, const std::string& role) const {
    std::vector<std::string> words;
    for (const Evidence& evidence : item.evidence) {
      if (evidence.role == role) words.push_back(Words(evidence.span));
    }
    return words;
  }

 private:
  ParsedText text_;
  Items items_;
};

}  // namespace rapporteur
