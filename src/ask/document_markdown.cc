// Pages in CommonMark.
#include <string_view>

#include "ask/document.h"

namespace rapporteur {
namespace {

// On one line; every character that could mean something in Markdown or HTML means itself.
std::string Escaped(std::string_view words) {
  const std::string line = OneLine(words);
  std::string safe;
  for (size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (c == '<') {
      safe += "&lt;";
    } else if (c == '>') {
      safe += "&gt;";
    } else if (c == '&') {
      safe += "&amp;";
    } else {
      // A number with a stop at the beginning would open a list; a name with @ or :// would become a link in some.
      const bool list = (c == '.' || c == ')') && i > 0 && line.find_first_not_of("0123456789") == i;
      if (list || std::string_view("\\`*_{}[]()#+-!|~:@^$=\"").find(c) != std::string_view::npos) {
        const bool plain = !list && i > 0 && std::string_view("-:()+=!\"").find(c) != std::string_view::npos &&
                           !(c == ':' && line.substr(i, 3) == "://") && !(c == '(' && line[i - 1] == ']') &&
                           !(c == '!' && i + 1 < line.size() && line[i + 1] == '[');
        if (!plain) safe += '\\';
      }
      safe += c;
    }
  }
  return safe;
}

// A link's target; empty of what is no address on the web.
std::string Target(std::string_view url) {
  if (!url.starts_with("https://") && !url.starts_with("http://")) return {};
  std::string safe;
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte == 0x7f) return {};
    if (std::string_view("<>()\\[]`\"*_").find(c) != std::string_view::npos) {
      static constexpr std::string_view kDigits = "0123456789ABCDEF";
      safe += '%';
      safe += kDigits[byte >> 4U];
      safe += kDigits[byte & 15U];
    } else {
      safe += c;
    }
  }
  return safe;
}

void AppendLine(const DocumentLine& line, std::string& out) {
  out += "- ";
  const std::string label = LabelOf(line);
  if (!label.empty()) out += "**" + Escaped(label) + "** · ";
  out += Escaped(line.text);
  const std::string cited = CitationsPhrase(line.citations);
  if (!cited.empty()) out += " " + Escaped(cited);
  out += '\n';
  for (const std::string& note : NotesOf(line)) out += "  - *" + Escaped(note) + "*\n";
}

}  // namespace

std::string WriteDocumentMarkdown(const Document& document) {
  std::string out = "# " + Escaped(document.title) + "\n";
  if (!document.about.empty()) out += "\n" + Escaped(document.about) + "\n";
  for (const DocumentSection& section : document.sections) {
    out += "\n" + std::string(static_cast<size_t>(section.level), '#') + " " + Escaped(section.heading) + "\n\n";
    for (const DocumentLine& line : section.lines) AppendLine(line, out);
  }
  if (document.sources.empty()) return out;
  out += "\n## Sources\n\n";
  for (size_t i = 0; i < document.sources.size(); ++i) {
    const DocumentSource& source = document.sources[i];
    const std::string target = Target(source.url);
    out += std::to_string(i + 1) + ". ";
    out += target.empty() ? Escaped(SourcePhrase(source)) : "[" + Escaped(SourcePhrase(source)) + "](" + target + ")";
    const std::string sentences = SentencesCited(document, i);
    out += (sentences.empty() ? "" : ", " + sentences) + "\n";
  }
  return out;
}

}  // namespace rapporteur
