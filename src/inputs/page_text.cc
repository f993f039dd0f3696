#include "inputs/page_text.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/among.h"
#include "inputs/clean.h"
#include "inputs/page_blocks.h"
#include "inputs/page_words.h"
#include "inputs/published_day.h"

namespace rapporteur {
namespace {

// Sums over the nodes before each node, so that what lies within an element is a difference of two.
class Sums {
 public:
  explicit Sums(size_t nodes) : before_(nodes + 1) {}
  void Add(uint32_t node, size_t amount) { before_[node + 1] += amount; }
  void Close() {
    for (size_t i = 1; i < before_.size(); ++i) before_[i] += before_[i - 1];
  }
  size_t Within(const HtmlNode& element, uint32_t node) const { return before_[element.end] - before_[node]; }

 private:
  std::vector<size_t> before_;
};

class PageReader {
 public:
  explicit PageReader(const HtmlTree& tree)
      : tree_(tree),
        nodes_(tree.nodes()),
        left_out_(NeverText(tree)),
        prose_(nodes_.size()),
        bytes_(nodes_.size()),
        pictures_(nodes_.size()),
        linked_headings_(nodes_.size()) {}

  std::vector<std::string> Run(std::string_view title) {
    Measure(BlocksWithin(tree_, 0, left_out_));
    if (Prose(0) == 0) return {};
    LeaveOutOthers();
    Measure(BlocksWithin(tree_, 0, left_out_));
    LeaveOutTeasers();
    const std::vector<TextBlock> all = BlocksWithin(tree_, 0, left_out_);
    Measure(all);
    if (Prose(0) == 0) return {};
    const uint32_t root = RootOf(all);
    std::vector<TextBlock> blocks = Standfirst(all, root, title);
    const auto [first, last] = LikeBlocks(all, root);
    for (size_t i = 0; i < all.size(); ++i) {
      const bool like = first <= i && i <= last && (IsProse(all[i]) || all[i].heading);
      if (!like && !Holds(root, all[i].node) && !IsBeside(root, all[i])) continue;
      if (!IsCaption(root, all[i])) blocks.push_back(all[i]);
    }
    return Paragraphs(blocks, title);
  }

 private:
  void Measure(const std::vector<TextBlock>& blocks) {
    prose_ = bytes_ = pictures_ = linked_headings_ = Sums(nodes_.size());
    for (const TextBlock& block : blocks) {
      bytes_.Add(block.node, block.text.size());
      if (block.heading && block.link_share() > 0.8) linked_headings_.Add(block.node, 1);
      if (IsProse(block)) prose_.Add(block.node, block.text.size() - block.link_bytes);
    }
    for (uint32_t i = 0; i < nodes_.size(); ++i) {
      if (nodes_[i].name == "img") pictures_.Add(i, 1);
    }
    for (Sums* sums : {&prose_, &bytes_, &pictures_, &linked_headings_}) sums->Close();
  }

  // Bytes of prose within the node.
  size_t Prose(uint32_t node) const { return prose_.Within(nodes_[node], node); }
  bool Holds(uint32_t node, uint32_t inner) const { return node <= inner && inner < nodes_[node].end; }
  std::string NamesOf(uint32_t node) const {
    if (nodes_[node].source.empty()) return {};
    return tree_.Attribute(node, "class") + " " + tree_.Attribute(node, "id");
  }

  // Elements whose class says that they are something else, unless they hold much of the page's prose: then the word
  // speaks of a part or a look ("has-sidebar", "overflow-hidden").
  void LeaveOutOthers() {
    for (uint32_t i = 1; i < nodes_.size(); ++i) {
      const HtmlNode& node = nodes_[i];
      if (left_out_[i] || node.name.empty() || node.name == "body" || node.name == "html") continue;
      if (Prose(i) * 5 > Prose(0) * 2) continue;
      left_out_[i] = node.name == "form" || SaysOther(i);
    }
  }

  // Elements that hold one paragraph and a heading that is a link: other stories, in some words. Several, or the one
  // may be the article.
  void LeaveOutTeasers() {
    constexpr size_t kFewest = 3;
    std::vector<uint32_t> teasers;
    size_t bytes = 0;
    for (const TextBlock& block : BlocksWithin(tree_, 0, left_out_)) {
      const size_t prose = Prose(block.container);
      if (!IsProse(block) || linked_headings_.Within(nodes_[0], 0) == 0) continue;
      uint32_t node = block.container;
      while (node != 0 && Prose(nodes_[node].parent) <= prose) node = nodes_[node].parent;
      if (node == 0 || linked_headings_.Within(nodes_[node], node) == 0) continue;
      teasers.push_back(node);
      bytes += prose;
    }
    if (teasers.size() < kFewest || bytes >= Prose(0)) return;
    for (const uint32_t teaser : teasers) left_out_[teaser] = true;
  }

  bool SaysOther(uint32_t node) const {
    const std::string names = NamesOf(node);
    if (names.empty()) return false;
    const std::vector<std::string> words = NameWords(names);
    std::string joined;
    for (const std::string& word : words) joined += word;
    const bool composed = joined.find("elementor") != std::string::npos;  // of widgets, the text's among them
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) {
                         if (composed && word == "widget") return false;
                         return std::binary_search(kOtherWords.begin(), kOtherWords.end(), word);
                       }) ||
           std::any_of(kOtherPhrases.begin(), kOtherPhrases.end(),
                       [&](std::string_view phrase) { return joined.find(phrase) != std::string::npos; });
  }

  // What the page itself calls its article's body, or its article, where that holds a good part of the prose; else the
  // densest element.
  uint32_t RootOf(const std::vector<TextBlock>& all) const {
    uint32_t body = 0;
    uint32_t article = 0;
    for (uint32_t i = 1; i < nodes_.size(); ++i) {
      if (nodes_[i].name.empty() || left_out_[i]) continue;
      uint32_t& best = nodes_[i].name == "article" ? article : body;
      if ((&best == &body && !SaysBody(i)) || (best != 0 && Prose(i) <= Prose(best))) continue;
      best = i;
    }
    if (body != 0 && Prose(body) * 2 >= Prose(article != 0 ? article : 0) && Prose(body) * 2 >= Prose(0)) return body;
    if (article != 0 && Prose(article) * 2 >= Prose(0)) return article;
    return Densest(all);
  }

  bool SaysBody(uint32_t i) const {
    if (nodes_[i].source.empty()) return false;
    for (const char* key : {"itemprop", "name", "property"}) {
      if (tree_.Attribute(i, key) == "articleBody") return true;
    }
    std::string plain;
    for (const char c : tree_.Attribute(i, "class")) {
      if (c != '-' && c != '_') plain.push_back(LowerByte(c));
    }
    return std::any_of(kArticleWords.begin(), kArticleWords.end(),
                       [&](std::string_view word) { return plain.find(word) != std::string::npos; });
  }

  // The first element around a paragraph that holds other prose too; its container where there is none.
  uint32_t GroupOf(const TextBlock& block) const {
    const uint32_t container = nodes_[block.container].name == "p" ? nodes_[block.container].parent : block.container;
    uint32_t node = container;
    while (node != 0 && Prose(node) <= Prose(block.container)) node = nodes_[node].parent;
    return node == 0 || nodes_[node].name == "body" || nodes_[node].name == "html" ? container : node;
  }

  // A paragraph speaks for the element that it shares with others, half as much for that one's parent, and so on, less
  // where there are links.
  uint32_t Densest(const std::vector<TextBlock>& all) const {
    std::vector<double> scores(nodes_.size());
    Sums links(nodes_.size());
    for (const TextBlock& block : all) {
      links.Add(block.node, block.link_bytes);
      if (!IsProse(block)) continue;
      const double commas = static_cast<double>(std::count(block.text.begin(), block.text.end(), ','));
      const double score = 1 + commas + std::min(3.0, static_cast<double>(block.text.size()) / 100);
      uint32_t node = GroupOf(block);
      for (const double share : {1.0, 0.5, 0.16, 0.11}) {
        scores[node] += score * share;
        if (node == 0) break;
        node = nodes_[node].parent;
      }
    }
    links.Close();
    uint32_t best = 0;
    double best_score = 0;
    for (uint32_t i = 0; i < nodes_.size(); ++i) {
      const size_t within = bytes_.Within(nodes_[i], i);
      if (scores[i] <= 0 || within == 0) continue;
      const double link_share = static_cast<double>(links.Within(nodes_[i], i)) / static_cast<double>(within);
      if (scores[i] * (1 - link_share) <= best_score) continue;
      best = i;
      best_score = scores[i] * (1 - link_share);
    }
    return best;
  }

  // Prose in a sibling of the root: articles are split where an advertisement stands.
  bool IsBeside(uint32_t root, const TextBlock& block) const {
    if (root == 0 || !IsProse(block)) return false;
    const uint32_t parent = nodes_[root].parent;
    uint32_t node = block.container;
    if (!Holds(parent, node) || node == parent) return node == parent && nodes_[root].name == "p";
    while (nodes_[node].parent != parent && node != 0) node = nodes_[node].parent;
    const std::string_view name = nodes_[node].name;
    return (name == "p" && !SaysBody(root)) || (name == nodes_[root].name && name != "article" &&
                                                tree_.Attribute(node, "class") == tree_.Attribute(root, "class"));
  }

  // How a paragraph is made: its element, those around it and their classes (without numbers), and its depth. Empty
  // when none of them has a class: such paragraphs are alike on any page.
  std::string MakeOf(const TextBlock& block) const {
    std::string make;
    bool named = false;
    uint32_t node = block.container;
    for (int level = 0; level < 3 && node != 0; ++level, node = nodes_[node].parent) {
      make += nodes_[node].name;
      for (const char c : tree_.Attribute(node, "class")) {
        if (c < '0' || c > '9') make += c;
        named = true;
      }
      make += '>';
    }
    size_t depth = 0;
    for (; node != 0; node = nodes_[node].parent) ++depth;
    return named ? make + std::to_string(depth) : std::string();
  }

  // The first and last of the paragraphs that are made like those in the root, where a good part of them stands outside
  // of it: articles whose paragraphs are gathered by twos and threes. None: {1, 0}.
  std::pair<size_t, size_t> LikeBlocks(const std::vector<TextBlock>& all, uint32_t root) const {
    std::set<std::string> makes;
    for (const TextBlock& block : all) {
      if (IsProse(block) && Holds(root, block.node)) makes.insert(MakeOf(block));
    }
    makes.erase("");
    size_t like = 0;
    std::pair<size_t, size_t> range = {1, 0};
    for (size_t i = 0; i < all.size(); ++i) {
      if (!IsProse(all[i]) || makes.count(MakeOf(all[i])) == 0) continue;
      like += all[i].text.size() - all[i].link_bytes;
      if (range.first > range.second) range.first = i;
      range.second = i;
    }
    return like * 10 > Prose(root) * 13 ? range : std::pair<size_t, size_t>(1, 0);
  }

  // Prose between the headline and an article that begins below it: what the report says first.
  std::vector<TextBlock> Standfirst(const std::vector<TextBlock>& all, uint32_t root, std::string_view title) const {
    std::vector<TextBlock> found;
    bool headline = false;
    size_t bytes = 0;
    for (const TextBlock& block : all) {
      if (block.node >= root) break;
      if (block.heading && (nodes_[block.container].name == "h1" || SameWord(block.text, title))) {
        headline = true;
        found.clear();
        bytes = 0;
      } else if (headline && IsStandfirst(block) && !IsBeside(root, block)) {
        found.push_back(block);
        bytes += block.text.size();
      }
    }
    return bytes * 2 <= Prose(root) ? found : std::vector<TextBlock>();
  }

  // Prose, or a heading that is a sentence of some length.
  static bool IsStandfirst(const TextBlock& block) {
    constexpr size_t kSome = 40;
    return block.link_share() < 0.3 && (IsProse(block) || (block.heading && block.text.size() >= kSome));
  }

  // The few words that stand with a picture in an element of their own.
  bool IsCaption(uint32_t root, const TextBlock& block) const {
    constexpr size_t kMostBytes = 300;
    uint32_t node = block.container;
    for (int level = 0; level < 2 && node != 0; ++level) {
      if (level > 0 || nodes_[node].name != "p") {
        if (Holds(node, root) || bytes_.Within(nodes_[node], node) > kMostBytes) return false;
        if (Prose(node) * 5 > Prose(root)) return false;
        if (pictures_.Within(nodes_[node], node) > 0) return true;
      }
      node = nodes_[node].parent;
    }
    return false;
  }

  static bool IsNotice(const TextBlock& block) {
    constexpr size_t kLongest = 200;
    if (block.text.size() > kLongest) return false;
    if (block.text.find(" appeared first on ") != std::string::npos) return true;
    return std::any_of(kNotices.begin(), kNotices.end(),
                       [&](std::string_view notice) { return BeginsWithWord(block.text, notice); });
  }

  bool IsSetApart(const TextBlock& block) const {
    uint32_t node = block.container;
    for (int level = 0; level < 3 && node != 0; ++level, node = nodes_[node].parent) {
      if (nodes_[node].name == "blockquote") return true;
      const std::vector<std::string> words = NameWords(NamesOf(node));
      if (std::any_of(words.begin(), words.end(), [](const std::string& word) { return Among(word, kQuoteWords); })) {
        return true;
      }
    }
    return false;
  }

  // A quotation set apart that another paragraph has word for word, and what is shown twice.
  std::vector<bool> Repeated(const std::vector<const TextBlock*>& kept) const {
    constexpr size_t kShortest = 30;
    constexpr int kMost = 50;  // searched for, so that the time stays linear
    std::vector<bool> repeated(kept.size());
    std::set<std::string_view> seen;
    int searched = 0;
    for (size_t i = 0; i < kept.size(); ++i) {
      if (kept[i]->text.size() < kShortest) continue;
      repeated[i] = !seen.insert(kept[i]->text).second;
      if (repeated[i] || searched >= kMost || !IsSetApart(*kept[i])) continue;
      ++searched;
      std::string_view words = kept[i]->text;
      for (const std::string_view mark : {"\"", "'", "“", "‘"}) {
        if (words.starts_with(mark)) words.remove_prefix(mark.size());
      }
      for (const std::string_view mark : {"\"", "'", "”", "’", ".", ","}) {
        if (words.ends_with(mark)) words.remove_suffix(mark.size());
      }
      repeated[i] = std::any_of(kept.begin(), kept.end(), [&](const TextBlock* other) {
        return other->text.size() > kept[i]->text.size() && other->text.find(words) != std::string::npos;
      });
    }
    return repeated;
  }

  std::vector<std::string> Paragraphs(const std::vector<TextBlock>& blocks, std::string_view title) const {
    std::vector<const TextBlock*> kept;
    size_t last_prose = 0;
    for (const TextBlock& block : blocks) {
      const bool mostly_links = block.link_share() > 0.5;
      if (mostly_links || IsNotice(block) || SameWord(block.text, title)) continue;
      if (block.item && block.text.size() < 25 && !IsProse(block)) continue;
      if (last_prose == 0 && !IsStandfirst(block) && (block.heading || IsImprint(block))) continue;
      kept.push_back(&block);
      if (IsProse(block)) last_prose = kept.size();
    }
    kept.resize(last_prose);  // headings of other articles, names of sections
    const std::vector<bool> repeated = Repeated(kept);
    std::vector<std::string> paragraphs;
    paragraphs.reserve(kept.size());
    for (size_t i = 0; i < kept.size(); ++i) {
      if (!repeated[i]) paragraphs.push_back(kept[i]->text);
    }
    return paragraphs;
  }

  // Who wrote it and when, above the text.
  static bool IsImprint(const TextBlock& block) {
    return BeginsWithWord(block.text, "by ") || BeginsWithWord(block.text, "published") ||
           BeginsWithWord(block.text, "updated") || PublishedDay(block.text).has_value();
  }

  const HtmlTree& tree_;
  const std::vector<HtmlNode>& nodes_;
  std::vector<bool> left_out_;
  Sums prose_, bytes_, pictures_, linked_headings_;
};

}  // namespace

std::vector<std::string> MainText(const HtmlTree& tree, std::string_view title) { return PageReader(tree).Run(title); }

std::vector<std::string> AllText(const HtmlTree& tree) {
  std::vector<std::string> paragraphs;
  for (TextBlock& block : BlocksWithin(tree, 0, NeverText(tree))) paragraphs.push_back(std::move(block.text));
  return paragraphs;
}

}  // namespace rapporteur
