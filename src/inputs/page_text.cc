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
        pictures_(nodes_.size()) {}

  std::vector<std::string> Run(std::string_view title) {
    Measure(BlocksWithin(tree_, 0, left_out_));
    if (Prose(0) == 0) return {};
    LeaveOutOthers();
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
    prose_ = bytes_ = pictures_ = Sums(nodes_.size());
    for (const TextBlock& block : blocks) {
      bytes_.Add(block.node, block.text.size());
      if (IsProse(block)) prose_.Add(block.node, block.text.size() - block.link_bytes);
    }
    for (uint32_t i = 0; i < nodes_.size(); ++i) {
      if (nodes_[i].name == "img") pictures_.Add(i, 1);
    }
    for (Sums* sums : {&prose_, &bytes_, &pictures_}) sums->Close();
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

  bool SaysOther(uint32_t node) const {
    const std::string names = NamesOf(node);
    if (names.empty()) return false;
    const std::vector<std::string> words = NameWords(names);
    std::string joined;
    for (const std::string& word : words) joined += word;
    if (joined.find("texteditor") != std::string::npos) return false;  // a widget of text, of which pages are composed
    return std::any_of(words.begin(), words.end(),
                       [](const std::string& word) {
                         return std::binary_search(kOtherWords.begin(), kOtherWords.end(), word);
                       }) ||
           std::any_of(kOtherPhrases.begin(), kOtherPhrases.end(),
                       [&](std::string_view phrase) { return joined.find(phrase) != std::string::npos; });
  }

  // What the page itself calls its article, where that holds a good part of the prose; else the densest element.
  uint32_t RootOf(const std::vector<TextBlock>& all) const {
    uint32_t best = 0;
    for (uint32_t i = 1; i < nodes_.size(); ++i) {
      if (nodes_[i].name.empty() || left_out_[i] || !SaysArticle(i)) continue;
      if (best == 0 || Prose(i) > Prose(best)) best = i;
    }
    if (best != 0 && Prose(best) * 2 >= Prose(0)) return best;
    return Densest(all);
  }

  bool SaysArticle(uint32_t i) const {
    if (nodes_[i].name == "article") return true;
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

  // A paragraph speaks for its parent, half as much for the parent's parent, and so on, less where there are links.
  uint32_t Densest(const std::vector<TextBlock>& all) const {
    std::vector<double> scores(nodes_.size());
    Sums links(nodes_.size());
    for (const TextBlock& block : all) {
      links.Add(block.node, block.link_bytes);
      if (!IsProse(block)) continue;
      const double commas = static_cast<double>(std::count(block.text.begin(), block.text.end(), ','));
      const double score = 1 + commas + std::min(3.0, static_cast<double>(block.text.size()) / 100);
      uint32_t node = nodes_[block.container].name == "p" ? nodes_[block.container].parent : block.container;
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
    return name == "p" || (name == nodes_[root].name && name != "article" &&
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
  Sums prose_, bytes_, pictures_;
};

}  // namespace

std::vector<std::string> MainText(const HtmlTree& tree, std::string_view title) { return PageReader(tree).Run(title); }

std::vector<std::string> AllText(const HtmlTree& tree) {
  std::vector<std::string> paragraphs;
  for (TextBlock& block : BlocksWithin(tree, 0, NeverText(tree))) paragraphs.push_back(std::move(block.text));
  return paragraphs;
}

}  // namespace rapporteur
