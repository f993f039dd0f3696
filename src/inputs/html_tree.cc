#include "inputs/html_tree.h"

#include <algorithm>
#include <array>

#include "base/among.h"
#include "inputs/clean.h"

namespace rapporteur {
namespace {

constexpr std::array<std::string_view, 14> kVoid = {"area",  "base", "br",   "col",   "embed",  "hr",    "img",
                                                    "input", "link", "meta", "param", "source", "track", "wbr"};
// Only their own end tag ends them.
constexpr std::array<std::string_view, 8> kRaw = {"script", "style",  "textarea", "title",
                                                  "xmp",    "iframe", "noembed",  "noframes"};
// Start tags that end an open paragraph, and elements that an end tag of an inline element does not reach across.
constexpr std::array<std::string_view, 40> kBlocks = {
    "address", "article", "aside", "blockquote", "body",    "center", "details", "dialog",     "dir",  "div",
    "dl",      "dd",      "dt",    "fieldset",   "figure",  "footer", "form",    "figcaption", "h1",   "h2",
    "h3",      "h4",      "h5",    "h6",         "header",  "hr",     "li",      "main",       "menu", "nav",
    "ol",      "p",       "pre",   "section",    "summary", "table",  "ul",      "td",         "th",   "tr"};
// Within these an end tag of an outer element means nothing.
constexpr std::array<std::string_view, 6> kCells = {"td", "th", "caption", "table", "button", "object"};
constexpr std::array<std::string_view, 8> kOfTables = {"table", "thead", "tbody", "tfoot", "tr", "td", "th", "body"};

bool IsLetterByte(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Which open elements a start tag ends, and how far up they are looked for.
struct Implied {
  std::array<std::string_view, 3> ends;
  std::array<std::string_view, 3> within;
};

Implied ImpliedBy(std::string_view name) {
  if (name == "li") return {{"li"}, {"ul", "ol", "menu"}};
  if (name == "dt" || name == "dd") return {{"dt", "dd"}, {"dl"}};
  if (name == "option") return {{"option"}, {"select"}};
  if (name == "td" || name == "th") return {{"td", "th"}, {"tr", "table"}};
  if (name == "tr") return {{"tr"}, {"table"}};
  if (name == "tbody" || name == "thead" || name == "tfoot") return {{"tbody", "thead", "tfoot"}, {"table"}};
  if (name == "body") return {{"head"}, {}};
  return {};
}

// The name that begins at `at`: letters, digits, "-", ":" and what else is no white space, "/" or ">".
std::string_view NameAt(std::string_view page, size_t at) {
  size_t end = at;
  while (end < page.size() && !IsBlankByte(page[end]) && page[end] != '/' && page[end] != '>') ++end;
  return page.substr(at, end - at);
}

}  // namespace

class HtmlParser {
 public:
  explicit HtmlParser(std::string_view page) : page_(page) {
    tree_.names_ = std::make_shared<std::set<std::string, std::less<>>>();
    tree_.nodes_.push_back({});
    open_.push_back({});
  }

  Result<HtmlTree> Run() {
    while (at_ < page_.size()) {
      if (tree_.nodes_.size() > HtmlTree::kMostNodes) {
        return Error{ErrorCode::kLimit, "the page has more than " + std::to_string(HtmlTree::kMostNodes) +
                                            " elements; is it a page of news?"};
      }
      if (page_[at_] == '<' && Markup()) continue;
      const size_t end = std::min(page_.find('<', at_ + 1), page_.size());
      AddText(page_.substr(at_, end - at_), false);
      at_ = end;
    }
    while (!open_.empty()) Pop();
    return std::move(tree_);
  }

 private:
  // Past one piece of markup; false when the "<" is only a character.
  bool Markup() {
    if (at_ + 1 >= page_.size()) return false;
    const char next = page_[at_ + 1];
    if (IsLetterByte(next)) {
      StartTag();
      return true;
    }
    if (next == '/' && at_ + 2 < page_.size() && IsLetterByte(page_[at_ + 2])) {
      EndTag();
      return true;
    }
    if (next != '!' && next != '?' && next != '/') return false;
    at_ = page_.substr(at_).starts_with("<!--") ? CommentEnd() : After(">", at_ + 2);
    return true;
  }

  // The place after the next `mark`, or the end of the page.
  size_t After(std::string_view mark, size_t from) const {
    const size_t found = page_.find(mark, from);
    return found == std::string_view::npos ? page_.size() : found + mark.size();
  }

  size_t CommentEnd() const {
    const std::string_view inside = page_.substr(at_ + 4);
    if (inside.starts_with(">")) return at_ + 5;
    if (inside.starts_with("->")) return at_ + 6;
    const size_t end = page_.find("--", at_ + 4);
    size_t at = end;
    while (at != std::string_view::npos) {
      if (page_.substr(at + 2).starts_with(">")) return at + 3;
      if (page_.substr(at + 2).starts_with("!>")) return at + 4;
      at = page_.find("--", at + 1);
    }
    return page_.size();
  }

  // The place of the tag's ">", from a place within the tag. A quote that is never closed is read as any character.
  size_t TagEnd(size_t at) {
    bool value = false;  // right after "="
    while (at < page_.size() && page_[at] != '>') {
      const char c = page_[at];
      if (value && (c == '"' || c == '\'')) {
        size_t& last = c == '"' ? last_double_ : last_single_;
        if (last == std::string_view::npos) last = page_.rfind(c) + 1;  // found once for the whole page
        const size_t close = at + 1 < last ? page_.find(c, at + 1) : std::string_view::npos;
        if (close != std::string_view::npos) at = close;
      }
      value = c == '=' || (value && IsBlankByte(c));
      ++at;
    }
    return at;
  }

  void StartTag() {
    const std::string_view name = Intern(NameAt(page_, at_ + 1));
    const size_t attributes = at_ + 1 + name.size();
    const size_t end = TagEnd(attributes);
    const std::string_view source = page_.substr(attributes, end - attributes);
    at_ = std::min(end + 1, page_.size());
    EndImplied(name);
    const bool closed = Among(name, kVoid) || (foreign_ > 0 && source.ends_with('/'));
    Add({name, source, open_.back().node, 0, false}, !closed);
    if (!closed && Among(name, kRaw) && foreign_ == 0) RawText(name);
  }

  void RawText(std::string_view name) {
    size_t end = at_;
    while (true) {
      end = std::min(page_.find("</", end), page_.size());
      if (end == page_.size() || SameWord(page_.substr(end + 2, name.size()), name)) break;
      end += 2;
    }
    const bool decoded = name == "title" || name == "textarea";
    if (end > at_) AddText(page_.substr(at_, end - at_), !decoded);
    at_ = end == page_.size() ? end : std::min(page_.find('>', end), page_.size() - 1) + 1;
    if (too_deep_ > 0) {
      --too_deep_;
    } else {
      Pop();
    }
  }

  void EndTag() {
    const std::string_view name = Intern(NameAt(page_, at_ + 2));
    at_ = std::min(TagEnd(at_ + 2 + name.size()) + 1, page_.size());
    if (too_deep_ > 0) {
      --too_deep_;
      return;
    }
    const bool of_table = Among(name, kOfTables);
    const bool stops_at_block = !of_table && !Among(name, kBlocks) && !IsForeign(name);
    for (size_t i = open_.size() - 1; i > 0; --i) {
      if (open_[i].name == name) {
        while (open_.size() > i) Pop();
        return;
      }
      if ((stops_at_block && open_[i].block) || (!of_table && open_[i].cell)) return;
    }
  }

  void EndImplied(std::string_view name) {
    if (too_deep_ > 0) return;
    if (Among(name, kBlocks)) EndUpTo({"p"}, {"td", "th", "button"});
    const Implied implied = ImpliedBy(name);
    if (!implied.ends[0].empty()) EndUpTo(implied.ends, implied.within);
  }

  // Ends the nearest open element of these names, and all within it, unless one of `within` is nearer.
  void EndUpTo(const std::array<std::string_view, 3>& names, const std::array<std::string_view, 3>& within) {
    for (size_t i = open_.size() - 1; i > 0; --i) {
      if (Among(open_[i].name, within)) return;
      if (!Among(open_[i].name, names)) continue;
      while (open_.size() > i) Pop();
      return;
    }
  }

  static bool IsForeign(std::string_view name) { return name == "svg" || name == "math"; }

  void AddText(std::string_view text, bool raw) { Add({{}, text, open_.back().node, 0, raw}, false); }

  void Add(HtmlNode node, bool opens) {
    const auto index = static_cast<uint32_t>(tree_.nodes_.size());
    node.end = index + 1;
    tree_.nodes_.push_back(node);
    if (!opens) return;
    if (open_.size() >= HtmlTree::kDeepest) {
      ++too_deep_;
      return;
    }
    open_.push_back({index, node.name, Among(node.name, kBlocks), Among(node.name, kCells)});
    if (IsForeign(node.name)) ++foreign_;
  }

  void Pop() {
    HtmlNode& node = tree_.nodes_[open_.back().node];
    node.end = static_cast<uint32_t>(tree_.nodes_.size());
    if (IsForeign(node.name)) --foreign_;
    open_.pop_back();
  }

  // In lower case, once for all elements of the name.
  std::string_view Intern(std::string_view name) {
    const bool lower = std::none_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    auto found = lower ? tree_.names_->find(name) : tree_.names_->find(LowerBytes(name));
    if (found == tree_.names_->end()) found = tree_.names_->insert(LowerBytes(name)).first;
    return *found;
  }

  std::string_view page_;
  size_t at_ = 0;
  HtmlTree tree_;
  struct Open {
    uint32_t node = 0;
    std::string_view name = {};
    bool block = false, cell = false;
  };
  std::vector<Open> open_;
  size_t too_deep_ = 0;
  int foreign_ = 0;
  size_t last_double_ = std::string_view::npos, last_single_ = std::string_view::npos;
};

Result<HtmlTree> HtmlTree::Parse(std::string_view utf8) { return HtmlParser(utf8).Run(); }

namespace {

// Takes one attribute off the source; false at its end.
bool TakeAttribute(std::string_view& source, std::string_view& name, std::string_view& value) {
  while (!source.empty() && (IsBlankByte(source.front()) || source.front() == '/')) source.remove_prefix(1);
  if (source.empty()) return false;
  size_t end = 1;  // a name may begin with "="
  while (end < source.size() && !IsBlankByte(source[end]) && source[end] != '=' && source[end] != '/') ++end;
  name = source.substr(0, end);
  source.remove_prefix(end);
  value = {};
  std::string_view rest = source;
  while (!rest.empty() && IsBlankByte(rest.front())) rest.remove_prefix(1);
  if (!rest.starts_with('=')) return true;
  rest.remove_prefix(1);
  while (!rest.empty() && IsBlankByte(rest.front())) rest.remove_prefix(1);
  const bool quoted = !rest.empty() && (rest.front() == '"' || rest.front() == '\'');
  const size_t close = quoted ? rest.find(rest.front(), 1) : std::string_view::npos;
  if (close != std::string_view::npos) {
    value = rest.substr(1, close - 1);
    source = rest.substr(close + 1);
    return true;
  }
  end = 0;
  while (end < rest.size() && !IsBlankByte(rest[end])) ++end;
  value = rest.substr(0, end);
  source = rest.substr(end);
  return true;
}

}  // namespace

std::string HtmlTree::Attribute(uint32_t node, std::string_view name) const {
  std::string_view source = nodes_[node].name.empty() ? std::string_view() : nodes_[node].source;
  std::string_view found;
  std::string_view value;
  while (TakeAttribute(source, found, value)) {
    if (SameWord(found, name)) return DecodeEntities(value);
  }
  return {};
}

bool HtmlTree::HasAttribute(uint32_t node, std::string_view name) const {
  std::string_view source = nodes_[node].name.empty() ? std::string_view() : nodes_[node].source;
  std::string_view found;
  std::string_view value;
  while (TakeAttribute(source, found, value)) {
    if (SameWord(found, name)) return true;
  }
  return false;
}

std::string HtmlTree::TextWithin(uint32_t node) const {
  std::string text;
  for (uint32_t i = node; i < nodes_[node].end; ++i) {
    if (!nodes_[i].name.empty()) continue;
    text += nodes_[i].raw ? std::string(nodes_[i].source) : DecodeEntities(nodes_[i].source);
  }
  return OnOneLine(text);
}

}  // namespace rapporteur
