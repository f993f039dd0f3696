#include "inputs/page_blocks.h"

#include <algorithm>
#include <array>

#include "base/among.h"
#include "inputs/clean.h"

namespace rapporteur {
namespace {

constexpr std::array<std::string_view, 31> kNeverText = {
    "script", "style",  "noscript", "template", "head",    "nav",      "aside",      "footer",
    "button", "select", "option",   "input",    "label",   "iframe",   "object",     "embed",
    "svg",    "math",   "canvas",   "audio",    "video",   "figure",   "figcaption", "picture",
    "dialog", "menu",   "textarea", "map",      "noembed", "noframes", "title"};
constexpr std::array<std::string_view, 8> kNeverRoles = {"navigation", "complementary", "banner", "contentinfo",
                                                         "dialog",     "alertdialog",   "search", "menu"};
constexpr std::array<std::string_view, 40> kBlockNames = {
    "address", "article", "aside",   "blockquote", "body",   "center", "dd",   "details", "dialog", "dir",
    "div",     "dl",      "dt",      "fieldset",   "figure", "footer", "form", "h1",      "h2",     "h3",
    "h4",      "h5",      "h6",      "header",     "hr",     "html",   "li",   "main",    "ol",     "p",
    "pre",     "section", "summary", "table",      "tbody",  "td",     "th",   "thead",   "tr",     "ul"};

bool IsHidden(const HtmlTree& tree, uint32_t node) {
  if (tree.HasAttribute(node, "hidden") || SameWord(tree.Attribute(node, "aria-hidden"), "true")) return true;
  // A whole class: "label-hidden" and "hidden-print" hide something else, or not here.
  const std::string classes = " " + OnOneLine(LowerBytes(tree.Attribute(node, "class"))) + " ";
  if (classes.find(" hidden ") != std::string::npos || classes.find(" is-hidden ") != std::string::npos) return true;
  std::string style = LowerBytes(tree.Attribute(node, "style"));
  style.erase(std::remove_if(style.begin(), style.end(), IsBlankByte), style.end());
  return style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos;
}

// Gathers text until a block ends.
class Gatherer {
 public:
  Gatherer(const HtmlTree& tree, const std::vector<bool>& left_out) : nodes_(tree.nodes()), left_out_(left_out) {}

  std::vector<TextBlock> Run(uint32_t root) {
    open_.push_back({root, nodes_[root].end});
    for (uint32_t i = root; i < nodes_[root].end;) {
      while (open_.size() > 1 && open_.back().end <= i) Close();
      if (i != root && left_out_[i]) {
        if (Among(nodes_[i].name, kBlockNames)) Flush();
        i = nodes_[i].end;
        continue;
      }
      Take(i++);
    }
    Flush();
    return std::move(blocks_);
  }

 private:
  struct Open {
    uint32_t node;
    uint32_t end;
  };

  void Take(uint32_t i) {
    const HtmlNode& node = nodes_[i];
    if (node.name.empty()) {
      if (!node.raw && node.end == i + 1) Text(i);
    } else if (node.name == "br") {
      if (!text_.empty() && text_.back() == '\n') {
        Flush();
      } else if (!text_.empty()) {
        text_ += '\n';
      }
    } else if (Among(node.name, kBlockNames)) {
      Flush();
      open_.push_back({i, node.end});
    } else if (node.name == "a") {
      link_end_ = std::max(link_end_, node.end);
    }
  }

  void Text(uint32_t i) {
    std::string text = DecodeEntities(nodes_[i].source);
    if (text_.empty() && Trimmed(text).empty()) return;
    if (text_.empty()) first_ = i;
    std::replace(text.begin(), text.end(), '\n', ' ');  // only <br> ends a line
    if (i < link_end_) links_ += Trimmed(text).size();
    text_ += text;
  }

  void Close() {
    Flush();
    open_.pop_back();
  }

  void Flush() {
    TextBlock block;
    std::string_view rest = text_;
    while (!rest.empty()) {
      const std::string line = OnOneLine(TakeLine(rest));
      if (!line.empty()) block.text += (block.text.empty() ? "" : "\n") + line;
    }
    if (!block.text.empty()) {
      block.link_bytes = std::min(links_, block.text.size());
      block.node = first_;
      block.container = open_.back().node;
      const std::string_view name = nodes_[block.container].name;
      block.heading = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
      block.item = name == "li" || name == "td" || name == "th" || name == "dd" || name == "dt";
      blocks_.push_back(std::move(block));
    }
    text_.clear();
    links_ = 0;
  }

  const std::vector<HtmlNode>& nodes_;
  const std::vector<bool>& left_out_;
  std::vector<Open> open_;
  std::vector<TextBlock> blocks_;
  std::string text_;
  size_t links_ = 0;
  uint32_t first_ = 0, link_end_ = 0;
};

}  // namespace

std::vector<TextBlock> BlocksWithin(const HtmlTree& tree, uint32_t root, const std::vector<bool>& left_out) {
  return Gatherer(tree, left_out).Run(root);
}

std::vector<bool> NeverText(const HtmlTree& tree) {
  const auto& nodes = tree.nodes();
  std::vector<bool> never(nodes.size());
  for (uint32_t i = 1; i < nodes.size(); ++i) {
    if (nodes[i].name.empty() || nodes[i].source.empty()) {
      never[i] = !nodes[i].name.empty() && Among(nodes[i].name, kNeverText);
      continue;
    }
    never[i] = Among(nodes[i].name, kNeverText) || Among(LowerBytes(tree.Attribute(i, "role")), kNeverRoles) ||
               (nodes[i].name != "body" && IsHidden(tree, i));
  }
  return never;
}

std::vector<std::string> NameWords(std::string_view names) {
  std::vector<std::string> words;
  bool open = false;
  for (size_t i = 0; i < names.size(); ++i) {
    const char c = names[i];
    const bool upper = c >= 'A' && c <= 'Z';
    const bool letter = upper || (c >= 'a' && c <= 'z');
    if (letter && (!open || (upper && names[i - 1] >= 'a' && names[i - 1] <= 'z'))) words.emplace_back();
    if (letter) words.back().push_back(LowerByte(c));
    open = letter;
  }
  return words;
}

bool IsProse(const TextBlock& block) {
  constexpr size_t kLong = 100;
  constexpr size_t kSome = 40;
  if (block.heading || block.text.size() < kSome || block.link_share() > 0.5) return false;
  if (block.text.size() >= kLong) return true;
  std::string_view text = block.text;
  for (const std::string_view mark : {"\"", "'", ")", "”", "’", "»"}) {
    if (text.ends_with(mark)) text.remove_suffix(mark.size());
  }
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with("…");
}

}  // namespace rapporteur
