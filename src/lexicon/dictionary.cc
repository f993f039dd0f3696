#include "lexicon/dictionary.h"

#include <algorithm>
#include <cctype>
#include <map>

namespace rapporteur {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
char Lower(char c) { return IsUpper(c) ? static_cast<char>(c - 'A' + 'a') : c; }
char Upper(char c) { return IsLower(c) ? static_cast<char>(c - 'a' + 'A') : c; }

std::string LowerOf(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), Lower);
  return lower;
}

std::string_view Trim(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r";
  const size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

struct Line {
  std::string text;
  int number = 0;
  bool indented = false;
};

// Lines without their comments (<!-- … -->, also over several lines; # and ; to the end), empty ones left out.
std::vector<Line> LinesOf(std::string_view bytes) {
  std::vector<Line> lines;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  bool inside = false;
  int number = 0;
  while (!bytes.empty()) {
    const size_t end = bytes.find('\n');
    std::string_view rest = bytes.substr(0, end);
    bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
    Line line{"", ++number, !rest.empty() && (rest.front() == ' ' || rest.front() == '\t')};
    while (!rest.empty()) {
      const std::string_view mark = inside ? "-->" : "<!";
      const size_t at = rest.find(mark);
      if (!inside) line.text += rest.substr(0, at);
      if (at == std::string_view::npos) break;
      rest.remove_prefix(at + mark.size());
      inside = !inside;
    }
    line.text.resize(std::min(line.text.size(), line.text.find_first_of("#;")));
    line.text = Trim(line.text);
    if (!line.text.empty()) lines.push_back(std::move(line));
  }
  return lines;
}

// Written in capitals throughout: as a report writes it. Short single words stay: they are acronyms.
std::string AsReportsWrite(std::string_view phrase) {
  if (std::any_of(phrase.begin(), phrase.end(), IsLower)) return std::string(phrase);
  static const std::vector<std::string_view> kSmall = {"of", "the", "and", "for", "in", "on", "to", "de",  "del",
                                                       "la", "du",  "des", "e",   "y",  "al", "el", "bin", "von"};
  const bool alone = phrase.find(' ') == std::string_view::npos;
  std::string out;
  for (size_t at = 0; at < phrase.size();) {
    const size_t end = std::min(phrase.find(' ', at), phrase.size());
    const std::string_view word = phrase.substr(at, end - at);
    const std::string lower = LowerOf(word);
    const bool dotted = word.find('.') != std::string_view::npos && word.size() <= 5;
    const bool small = at > 0 && std::find(kSmall.begin(), kSmall.end(), lower) != kSmall.end();
    if (at > 0) out += ' ';
    if (dotted || (alone && word.size() <= 4)) {
      out += word;
    } else if (small) {
      out += lower;
    } else {
      for (size_t i = 0; i < word.size(); ++i)
        out += i == 0 || word[i - 1] == '-' || word[i - 1] == '/' || (i == 2 && word[1] == '\'') ? Upper(word[i])
                                                                                                 : lower[i];
    }
    at = end + 1;
  }
  return out;
}

std::string Blanks(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == '_' || c == ' ' || c == '\t';
    if (!blank) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

// The phrase without its brackets, and what stands in them: "ADEN ARMY_(AAIA)_" are two names.
std::vector<std::string> NamesIn(std::string_view phrase) {
  std::vector<std::string> names(1);
  std::string bracketed;
  bool inside = false;
  for (const char c : phrase) {
    if (c == '(') {
      inside = true;
    } else if (c == ')') {
      inside = false;
    } else {
      (inside ? bracketed : names.front()) += c;
    }
  }
  names.front() = AsReportsWrite(Blanks(names.front()));
  const std::string acronym = Blanks(bracketed);
  if (acronym.size() >= 3 && std::all_of(acronym.begin(), acronym.end(), [](char c) { return IsUpper(c) || c == '-'; }))
    names.push_back(acronym);
  if (names.front().empty()) names.erase(names.begin());
  return names;
}

class ActorParser {
 public:
  ActorParser(const std::string& file, std::vector<LexiconProblem>& problems) : file_(file), problems_(problems) {}

  std::vector<DictionaryActor> Parse(std::string_view bytes) {
    for (const Line& line : LinesOf(bytes)) Take(line);
    Close();
    return std::move(actors_);
  }

 private:
  void Tell(int line, const std::string& message) {
    problems_.push_back({Severity::kWarning, file_, line, message + "; the line is left out"});
  }

  void Take(const Line& line) {
    if (FindBadUtf8(line.text) != std::string_view::npos) {
      Tell(line.number, "found bytes that are not UTF-8, expected UTF-8");
      return;
    }
    const size_t bracket = std::min(line.text.find('['), line.text.size());
    const std::string_view phrase = Trim(std::string_view(line.text).substr(0, bracket));
    const bool synonym = phrase.starts_with('+');
    if (phrase.empty()) {
      if (!open_) {
        Tell(line.number, "found a code without a name before it, expected a name on an earlier line");
        return;
      }
    } else if (synonym) {
      if (!open_) {
        Tell(line.number, "found \"" + std::string(phrase) + "\", expected a name without + before it");
        return;
      }
      AddPhrase(phrase.substr(1), line.number);
    } else {
      Close();
      open_ = true;
      actor_ = {};
      actor_.file = file_;
      AddPhrase(phrase, line.number);
    }
    Codes(std::string_view(line.text).substr(bracket), line.number);
  }

  void AddPhrase(std::string_view phrase, int line) {
    const std::vector<std::string> names = NamesIn(phrase);
    if (names.empty()) Tell(line, "found \"" + std::string(phrase) + "\", expected a name");
    for (const std::string& name : names) actor_.phrases.push_back({name, line});
  }

  void Codes(std::string_view text, int line) {
    while (!text.empty()) {
      const size_t end = text.find(']');
      if (end == std::string_view::npos) {
        Tell(line, "found \"" + std::string(text) + "\", expected ] after the code");
        return;
      }
      Code(Trim(text.substr(1, end - 1)), line);
      text = Trim(text.substr(end + 1));
      const size_t next = text.find('[');
      if (next == std::string_view::npos) return;
      text.remove_prefix(next);
    }
  }

  void Code(std::string_view text, int line) {
    const size_t end = std::min(text.find_first_of(" \t<>"), text.size());
    DictionaryCode code;
    code.code = std::string(text.substr(0, end));
    std::transform(code.code.begin(), code.code.end(), code.code.begin(), Upper);
    code.line = line;
    if (code.code.empty() || IsDigit(code.code.front())) {
      Tell(line, "found \"[" + std::string(text) + "]\", expected a code as [USAGOV] or [USAGOV 090120-170120]");
      return;
    }
    if (!When(Trim(text.substr(end)), code.when)) {
      Tell(line, "found \"[" + std::string(text) + "]\", expected dates as <950601, >19950601 or 090120-170120");
      return;
    }
    actor_.codes.push_back(std::move(code));
  }

  static bool When(std::string_view text, DateRange& when) {
    if (text.empty()) return true;
    if (text.front() == '<' || text.front() == '>') {
      const std::optional<Date> date = ParseDictionaryDate(Trim(text.substr(1)));
      (text.front() == '<' ? when.to : when.from) = date;
      return date.has_value();
    }
    const size_t dash = text.find('-');
    if (dash == std::string_view::npos) return false;
    when.from = ParseDictionaryDate(Trim(text.substr(0, dash)));
    when.to = ParseDictionaryDate(Trim(text.substr(dash + 1)));
    return when.from && when.to && *when.from <= *when.to;
  }

  void Close() {
    if (!open_) return;
    open_ = false;
    if (actor_.phrases.empty()) return;
    if (actor_.codes.empty()) {
      Tell(actor_.phrases.front().line, "found no code for \"" + actor_.phrases.front().text +
                                            "\", expected [CODE] after it or on a line of its own below it");
      return;
    }
    actors_.push_back(std::move(actor_));
  }

  const std::string& file_;
  std::vector<LexiconProblem>& problems_;
  std::vector<DictionaryActor> actors_;
  DictionaryActor actor_;
  bool open_ = false;
};

using Macros = std::map<std::string, std::vector<std::string>, std::less<>>;

// Every way to write a phrase with !MARKS! in it; empty when a mark is unknown.
std::vector<std::string> Spelled(const std::string& phrase, const Macros& macros) {
  const size_t begin = phrase.find('!');
  if (begin == std::string::npos) return {phrase};
  const size_t end = phrase.find('!', begin + 1);
  const auto found = end == std::string::npos ? macros.end() : macros.find(phrase.substr(begin, end - begin + 1));
  std::vector<std::string> all;
  if (found == macros.end()) return all;
  for (const std::string& word : found->second) {
    for (std::string& one : Spelled(phrase.substr(0, begin) + word + phrase.substr(end + 1), macros))
      all.push_back(std::move(one));
  }
  return all;
}

std::string NounOf(std::string_view phrase) { return LowerOf(Blanks(phrase)); }

}  // namespace

DictionaryKind KindOfDictionary(std::string_view file_name) {
  std::string lower = LowerOf(file_name);
  if (lower.ends_with(".txt")) lower.resize(lower.size() - 4);
  const size_t dot = lower.rfind('.');
  if (dot != std::string::npos && dot + 1 < lower.size() &&
      std::all_of(lower.begin() + static_cast<std::ptrdiff_t>(dot) + 1, lower.end(), IsDigit))
    lower.resize(dot);
  if (lower.ends_with(".actors")) return DictionaryKind::kActors;
  return lower.ends_with(".agents") ? DictionaryKind::kAgents : DictionaryKind::kNone;
}

std::optional<Date> ParseDictionaryDate(std::string_view text) {
  if ((text.size() != 6 && text.size() != 8) || !std::all_of(text.begin(), text.end(), IsDigit)) return std::nullopt;
  const auto number = [&](size_t at, size_t size) {
    int value = 0;
    for (const char c : text.substr(at, size)) value = value * 10 + (c - '0');
    return value;
  };
  const size_t year_size = text.size() - 4;
  int year = number(0, year_size);
  if (year_size == 2) year += year < 30 ? 2000 : 1900;
  const int month = std::clamp(number(year_size, 2), 1, 12);
  return Date{year, month, std::clamp(number(year_size + 2, 2), 1, DaysInMonth(year, month))};
}

std::vector<DictionaryActor> ParseActorDictionary(const std::string& file, std::string_view bytes,
                                                  std::vector<LexiconProblem>& problems) {
  return ActorParser(file, problems).Parse(bytes);
}

std::vector<DictionaryAgent> ParseAgentDictionary(const std::string& file, std::string_view bytes,
                                                  std::vector<LexiconProblem>& problems) {
  std::vector<DictionaryAgent> agents;
  Macros macros;
  for (const Line& line : LinesOf(bytes)) {
    const auto tell = [&](const std::string& message) {
      problems.push_back({Severity::kWarning, file, line.number, message + "; the line is left out"});
    };
    if (FindBadUtf8(line.text) != std::string_view::npos) {
      tell("found bytes that are not UTF-8, expected UTF-8");
      continue;
    }
    const std::string_view text = line.text;
    const size_t equals = text.find('=');
    if (text.front() == '!' && equals != std::string_view::npos && text.find('[') == std::string_view::npos) {
      macros[std::string(Trim(text.substr(0, equals)))] = SplitList(text.substr(equals + 1), ',');
      continue;
    }
    const size_t open = text.find('['), close = text.find(']', open == std::string_view::npos ? 0 : open);
    if (open == std::string_view::npos || close == std::string_view::npos || Trim(text.substr(0, open)).empty()) {
      tell("found \"" + line.text + "\", expected a noun with its code as SOLDIER [~MIL]");
      continue;
    }
    const std::string_view code = Trim(text.substr(open + 1, close - open - 1));
    DictionaryAgent agent;
    agent.file = file;
    agent.line = line.number;
    agent.before = code.ends_with('~');
    for (const char c : code) {
      if (c != '~' && c != ' ') agent.code += Upper(c);
    }
    const std::string_view head = text.substr(0, open);
    const size_t brace = std::min(head.find('{'), head.size());
    const std::vector<std::string> spelled = Spelled(std::string(Trim(head.substr(0, brace))), macros);
    if (spelled.empty() || agent.code.empty()) {
      tell(agent.code.empty()
               ? "found no code in \"" + line.text + "\", expected one as [~MIL]"
               : "found \"" + line.text + "\", expected a mark that a line !MARK! = A, B says before it");
      continue;
    }
    for (const std::string& phrase : spelled) agent.nouns.push_back(NounOf(phrase));
    const size_t brace_end = head.find('}', brace);
    if (brace_end != std::string_view::npos) {
      const std::string plural = NounOf(head.substr(brace + 1, brace_end - brace - 1));
      if (!plural.empty()) agent.nouns.push_back(plural);
    }
    agents.push_back(std::move(agent));
  }
  return agents;
}

}  // namespace rapporteur
