#include "resolve/when_tokens.h"

namespace rapporteur {
namespace {

using C = DateWordClass;

constexpr int kMostDays = 31;

}  // namespace

DateTokens::DateTokens(const Tree& tree) : tree_(&tree), tokens_(static_cast<size_t>(tree.size())) {
  for (int w = 0; w < tree.size(); ++w) Read(w);
}

void DateTokens::Read(int w) {
  Token& token = tokens_[static_cast<size_t>(w)];
  token.lower = LowerAscii(tree_->word(w).form);
  std::string_view text = token.lower;
  if (text.size() > 4 && text.substr(0, 4) == "mid-") {
    token.part = DatePart::kMid;
    text.remove_prefix(4);
  }
  token.word = FindDateWord(text, token.part != DatePart::kNone || StartsUpper(tree_->word(w).form));
  if (NamesSomething(w)) token.word = {};
  any_ = any_ || token.word.cls != C::kNone;
}

// Theresa May, Black September, the Sunday Times, Bloody Sunday; but not the September 11 attacks. The model's mentions
// are trusted for words that are also names of people.
bool DateTokens::NamesSomething(int w) const {
  const Token& token = at(w);
  const ParsedWord& word = tree_->word(w);
  const C cls = token.word.cls;
  if (cls != C::kMonth && cls != C::kWeekday && cls != C::kSeason) return false;
  if (word.upos == Upos::kAux || (word.upos == Upos::kVerb && cls != C::kWeekday)) return true;
  if (cls == C::kWeekday && is(w - 1, {"bloody", "black", "good", "palm", "holy", "super", "easter"})) return true;
  const bool number_next = has(w + 1) && ReadDigits(LowerAscii(tree_->word(w + 1).form)) >= 0;
  const bool dated =
      is(w - 1, {"on", "by", "until", "since", "before", "after", "from", "last", "next", "this", "late", "early"});
  if (number_next || (cls == C::kWeekday && dated)) return false;
  for (const NamedMention& mention : tree_->sentence().mentions) {
    if (mention.first > w) break;
    if (mention.last < w) continue;
    const bool name = mention.type == MentionType::kPerson || mention.type == MentionType::kOrganization;
    if (!name) return false;
    const bool several = mention.first < mention.last;
    if (cls == C::kWeekday) return several && mention.last > w && StartsUpper(tree_->word(w + 1).form);
    const bool given_name = token.lower == "may" || token.lower == "april" || token.lower == "june" ||
                            token.lower == "august" || token.lower == "summer";
    return several || (given_name && mention.type == MentionType::kPerson);
  }
  return false;
}

bool DateTokens::IsDayNumber(int w) const {
  return (cls(w) == C::kDigits || cls(w) == C::kOrdinal) && value(w) >= 1 && value(w) <= kMostDays &&
         !(cls(w) == C::kDigits && text(w).size() > 2);
}

bool DateTokens::HasUnit(int w) const {
  const int next = w + 1;
  if (is(w - 1, {"$", "£", "€", "¥", "#"})) return true;
  return is(next, {"%",          "percent",    "per",   "million", "billion", "thousand", "hundred", "km",
                   "kilometers", "kilometres", "miles", "meters",  "metres",  "feet",     "people",  "dollars",
                   "euros",      "pounds",     "tons",  "tonnes",  "a.m.",    "p.m.",     "am",      "pm",
                   ":",          "other",      "or",    "gmt",     "hours",   "local",    "/"});
}

bool DateTokens::CountsThings(int w) const {
  if (HasUnit(w)) return true;
  if (tree_->rel(w) != Rel::kNummod || tree_->head(w) <= w) return false;
  const ParsedWord& head = tree_->word(tree_->head(w));
  const bool plural = head.xpos == "NNS" || HasFeature(head, "Number=Plur");
  if (!plural || cls(tree_->head(w)) == C::kMonth) return false;
  // "the 2015 elections": a year after an article; "in 2000 homes": a count.
  return !(cls(w) == C::kYear && is(w - 1, {"the", "its", "their", "his", "her", "since", "'s", "’s"}));
}

bool DateTokens::StandsAsYear(int w) const {
  if (CountsThings(w)) return false;
  if (w == 0) return true;
  if (is(w - 1, {"no.",    "no",        "number",  "flight", "resolution", "route",   "room",          "page",
                 "law",    "directive", "article", "at",     "only",       "about",   "over",          "nearly",
                 "almost", "than",      "least",   "most",   "some",       "another", "approximately", "roughly",
                 "around", "x",         "/",       ":",      "+",          "="})) {
    return false;
  }
  const Upos before = tree_->word(w - 1).upos;
  const bool linked = before == Upos::kAdp || before == Upos::kPunct || before == Upos::kDet ||
                      before == Upos::kCconj || before == Upos::kAdj || before == Upos::kSconj ||
                      before == Upos::kPart || before == Upos::kPron || cls(w - 1) != C::kNone ||
                      part(w) != DatePart::kNone || is(w - 1, {"year"});
  const Rel rel = tree_->rel(w);
  const bool modifies = rel == Rel::kCompound || rel == Rel::kNmodUnmarked || rel == Rel::kAmod || rel == Rel::kNummod;
  return linked || (modifies && tree_->head(w) > w) || rel == Rel::kOblUnmarked;
}

}  // namespace rapporteur
