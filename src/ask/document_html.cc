// Pages as one HTML file each.
#include <set>
#include <string_view>

#include "ask/document.h"

namespace rapporteur {
namespace {

// The status colours stand on white with a contrast of at least 4.5 to 1, on their own tint too.
constexpr std::string_view kStyle = R"(
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 44rem; padding: 1.5rem 1.1rem 4rem; background: #fff; color: #1b1b1b;
  font: 1.0625rem/1.55 Georgia, "Noto Serif", "Liberation Serif", serif; overflow-wrap: anywhere; }
h1, h2, h3, .status, .note, .sources, .about, summary { font-family: system-ui, "Noto Sans", "Liberation Sans", sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .3rem; }
h2 { font-size: 1.05rem; margin: 2.2rem 0 .4rem; padding-bottom: .25rem; border-bottom: 2px solid #1b1b1b; }
h3 { font-size: 1rem; margin: 1.4rem 0 .2rem; }
.about { color: #555; font-size: .9rem; margin: 0; }
ul, ol { margin: 0; padding: 0; }
ul.lines { list-style: none; }
ul.lines > li { padding: .55rem 0; border-bottom: 1px solid #e3e3e3; }
ul.lines > li:last-child { border-bottom: 0; }
.status { display: inline-block; font-size: .72rem; font-weight: 600; letter-spacing: .02em; line-height: 1;
  padding: .22rem .42rem; margin-right: .35rem; border-radius: .2rem; border: 1px solid; vertical-align: .1em; white-space: nowrap; }
.happened { color: #145c2e; background: #f1f8f3; }
.under-way { color: #0b5468; background: #eff7f9; }
.planned { color: #1d4a94; background: #f1f5fb; }
.possible { color: #6e4a00; background: #fbf6ea; }
.denied { color: #9a1c1c; background: #fcf2f2; }
.background { color: #555; background: #f5f5f5; }
.cite { font-size: .78em; white-space: nowrap; }
.cite a { color: #1d4a94; text-decoration: none; }
.cite a:hover, .sources a:hover { text-decoration: underline; }
.note { display: block; font-size: .85rem; color: #4a4a4a; margin-top: .15rem; }
details { font-size: .88rem; color: #333; margin-top: .15rem; }
summary { cursor: pointer; color: #555; font-size: .8rem; }
blockquote { margin: .3rem 0 .3rem .1rem; padding-left: .7rem; border-left: 3px solid #ccc; }
.sources { font-size: .85rem; padding-left: 2rem; }
.sources li { padding: .2rem 0; }
.sources li:target { background: #fff6cf; }
.sources a { color: #1d4a94; }
@media print {
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  ul.lines > li, .sources li { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  details:not([open]) { display: none; }
  .sources a::after { content: " " attr(href); word-break: break-all; }
  @page { margin: 18mm; }
}
)";

std::string Escaped(std::string_view words) {
  std::string safe;
  for (const char c : OneLine(words)) {
    switch (c) {
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '&':
        safe += "&amp;";
        break;
      case '"':
        safe += "&quot;";
        break;
      case '\'':
        safe += "&#39;";
        break;
      default:
        safe += c;
    }
  }
  return safe;
}

bool IsWebAddress(std::string_view url) {
  if (!url.starts_with("https://") && !url.starts_with("http://")) return false;
  for (const char c : url) {
    if (static_cast<unsigned char>(c) <= 0x20 || c == 0x7f || c == '\\') return false;
  }
  return true;
}

std::string_view ClassOf(LineStatus status) { return status == LineStatus::kUnderWay ? "under-way" : WordOf(status); }

std::string Cited(const std::vector<Citation>& citations) {
  std::set<size_t> sources;
  for (const Citation& citation : citations) sources.insert(citation.source);
  if (sources.empty()) return {};
  std::string out = "&#160;<span class=\"cite\">[";
  for (const size_t source : sources) {
    const std::string number = std::to_string(source + 1);
    out += (source == *sources.begin() ? "" : ", ");
    out += "<a href=\"#source-" + number + "\">" + number + "</a>";
  }
  return out + "]</span>";
}

void AppendLine(const DocumentLine& line, std::string& out) {
  out += "<li>";
  const std::string label = LabelOf(line);
  if (!label.empty()) {
    const std::string_view kind = line.status == LineStatus::kNone ? "background" : ClassOf(line.status);
    out += "<span class=\"status " + std::string(kind) + "\">" + Escaped(label) + "</span> ";
  }
  out += Escaped(line.text) + Cited(line.citations);
  for (const std::string& note : line.notes) out += "\n<span class=\"note\">" + Escaped(note) + "</span>";
  if (line.words.empty() && !line.told.empty()) out += "\n<span class=\"note\">" + Escaped(line.told) + "</span>";
  if (!line.words.empty()) {
    out += "\n<details><summary>" + (line.told.empty() ? std::string("the words") : Escaped(line.told)) + "</summary>";
    for (const DocumentWords& words : line.words) {
      out += "\n<blockquote>" + Escaped(words.words) + Cited({words.citation}) + "</blockquote>";
    }
    out += "</details>";
  }
  out += "</li>\n";
}

void AppendSources(const Document& document, std::string& out) {
  if (document.sources.empty()) return;
  out += "<h2>Sources</h2>\n<ol class=\"sources\">\n";
  for (size_t i = 0; i < document.sources.size(); ++i) {
    const DocumentSource& source = document.sources[i];
    const std::string phrase = Escaped(SourcePhrase(source));
    out += "<li id=\"source-" + std::to_string(i + 1) + "\">";
    out += IsWebAddress(source.url) ? "<a href=\"" + Escaped(source.url) + "\" rel=\"noreferrer\">" + phrase + "</a>"
                                    : phrase;
    const std::string sentences = SentencesCited(document, i);
    out += (sentences.empty() ? "" : ", " + sentences) + "</li>\n";
  }
  out += "</ol>\n";
}

}  // namespace

std::string WriteDocumentHtml(const Document& document) {
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
      "<title>" +
      Escaped(document.title) + "</title>\n<style>" + std::string(kStyle) + "</style>\n</head>\n<body>\n<main>\n<h1>" +
      Escaped(document.title) + "</h1>\n";
  if (!document.about.empty()) out += "<p class=\"about\">" + Escaped(document.about) + "</p>\n";
  for (const DocumentSection& section : document.sections) {
    const std::string level = section.level == 2 ? "h2" : "h3";
    out += "<" + level + ">" + Escaped(section.heading) + "</" + level + ">\n";
    if (section.lines.empty()) continue;
    out += "<ul class=\"lines\">\n";
    for (const DocumentLine& line : section.lines) AppendLine(line, out);
    out += "</ul>\n";
  }
  AppendSources(document, out);
  return out + "</main>\n</body>\n</html>\n";
}

}  // namespace rapporteur
