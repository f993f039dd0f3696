#include <algorithm>

#include "text/characters.h"
#include "text/sentences.h"

namespace rapporteur {
namespace {

constexpr size_t kMaxDatelineWords = 24;

bool IsDateWord(std::string_view form, const WordForms& forms) {
  if (!form.empty() && form.back() == '.') form.remove_suffix(1);
  return form.size() > 1 && forms.IsDateWord(form);
}

// NATO - the alliance - is no dateline.
bool OpensSentence(const std::vector<WordSight>& sights, size_t at) {
  while (at < sights.size() && sights[at].shape == Shape::kOpenQuote) ++at;
  if (at == sights.size()) return false;
  const Shape shape = sights[at].shape;
  return shape != Shape::kLower && shape != Shape::kMixed && shape != Shape::kDash;
}

}  // namespace

// GENEVA (Agency) — · MOSCOW, March 3 (Agency) -- · Damascus, Agency - · (Agency) - · BRUSSELS: (rarely)
// A place in capitals, or a bracket, or a date before the first dash; nothing in small letters outside brackets but
// particles; and a dash with white space on both sides or a long one.
size_t DatelineWords(std::string_view text, const std::vector<Word>& words, const std::vector<WordSight>& sights,
                     const WordForms& forms) {
  bool bracket = false;
  bool bracketed = false;  // some words stood in brackets
  bool dated = false;
  bool comma = false;
  size_t capitals = 0;  // words in capitals, outside brackets
  size_t titles = 0;    // words with a capital first letter
  const size_t count = std::min(words.size(), kMaxDatelineWords);
  for (size_t i = 0; i + 1 < count; ++i) {
    const std::string_view form = words[i].span.of(text);
    switch (sights[i].shape) {
      case Shape::kOpenBracket:
        bracket = true;
        bracketed = true;
        break;
      case Shape::kCloseBracket:
        bracket = false;
        break;
      case Shape::kCapitals:
        if (!bracket) ++capitals;
        if (!bracket && IsDateWord(form, forms)) dated = true;
        break;
      case Shape::kTitle:
      case Shape::kAbbreviation:
        if (!bracket && IsDateWord(form, forms)) {
          dated = true;
        } else if (!bracket && ++titles > 4) {
          return 0;
        }
        break;
      case Shape::kFigure:
      case Shape::kFigureWord:
      case Shape::kInitial:
      case Shape::kOther:
        break;
      case Shape::kComma:
        comma = true;
        break;
      case Shape::kLower:
        if (!bracket && !IsDateWord(form, forms) && form != "al" && form != "de" && form != "el") return 0;
        break;
      case Shape::kColon: {
        const bool after_bracket = i > 0 && sights[i - 1].shape == Shape::kCloseBracket && !bracket;
        return after_bracket && (capitals > 0 || dated) ? i + 1 : 0;
      }
      case Shape::kDash: {
        const bool tight = i > 0 && !words[i - 1].space_after && !words[i].space_after;
        if (bracket || (tight && (form == "-" || form == "–"))) break;  // a hyphen: PORT-AU-PRINCE, the US–Taliban deal
        const bool place = capitals > 0 || (titles > 0 && titles <= 3 && (comma || bracketed));
        return i > 0 && (place || bracketed) && (bracketed || dated || capitals > 0) && OpensSentence(sights, i + 1)
                   ? i + 1
                   : 0;
      }
      default:
        if (!bracket) return 0;
    }
  }
  return 0;
}

}  // namespace rapporteur
