#include "ask/document.h"

#include <gtest/gtest.h>

#include <cmath>
#include <regex>

namespace rapporteur {
namespace {

// Two lines, one of them by hostile reports.
Document Hostile() {
  Document document;
  document.title = "Brief: <b>Orrin</b>";
  document.about = "1 < 2 & \"so\"";
  DocumentLine line;
  line.text = "<script>alert(1)</script> met [Selk](javascript:alert(1)) ![x](http://evil.example/x.png) *now* `x`.";
  line.status = LineStatus::kDenied;
  line.notes = {"# 12 by A’s count\n- 15 by <i>B</i>’s"};
  line.told = "told in 2 reports by 2 publishers";
  line.citations = {{0, 3}, {1, 1}, {0, 5}};
  line.words = {{"</blockquote><img src=x onerror=alert(1)>", {0, 3}}};
  DocumentLine plain;
  plain.text = "Norvia met Selk.";
  plain.status = LineStatus::kUnderWay;
  document.sections = {{"Tuesday\n# 3 March", 2, {line}}, {"1. How it went", 3, {plain}}};
  document.sources = {{"<Post> & \"Co\"", "A title](javascript:alert(1))", "2026-03-03", "javascript:alert(1)", 1},
                      {"", "", "", "https://example.org/a_(b)?q=\"x\"&<y>", 2}};
  return document;
}

TEST(DocumentHtml, NothingOfAReportIsMarkup) {
  const std::string html = WriteDocumentHtml(Hostile());
  for (const char* tag : {"<script", "<img", "<b>", "<i>", "<Post", "onerror=alert(1)>", "href=\"javascript"}) {
    EXPECT_EQ(html.find(tag), std::string::npos) << tag;
  }
  EXPECT_NE(html.find("&lt;script&gt;alert(1)&lt;/script&gt; met"), std::string::npos);
  EXPECT_NE(html.find("<title>Brief: &lt;b&gt;Orrin&lt;/b&gt;</title>"), std::string::npos);
  EXPECT_NE(
      html.find("<a href=\"https://example.org/a_(b)?q=&quot;x&quot;&amp;&lt;y&gt;\" rel=\"noreferrer\">report 2</a>"),
      std::string::npos);
  EXPECT_NE(html.find("<span class=\"status denied\">denied</span>"), std::string::npos);
  EXPECT_NE(html.find("<span class=\"status under-way\">under way</span>"), std::string::npos);
}

TEST(DocumentHtml, EveryTagIsClosedAndNothingIsFetched) {
  const std::string html = WriteDocumentHtml(Hostile());
  std::vector<std::string> open;
  static const std::regex tag("<(/?)([a-z0-9]+)[^>]*>");
  for (auto at = std::sregex_iterator(html.begin(), html.end(), tag); at != std::sregex_iterator(); ++at) {
    const std::string name = (*at)[2];
    if (name == "meta") continue;
    if ((*at)[1].length() == 0) {
      open.push_back(name);
      continue;
    }
    ASSERT_FALSE(open.empty());
    EXPECT_EQ(open.back(), name);
    open.pop_back();
  }
  EXPECT_TRUE(open.empty());
  for (const char* fetched : {"<link", "<img", "<script", "@import", "url("})
    EXPECT_EQ(html.find(fetched), std::string::npos);
  EXPECT_NE(html.find("default-src 'none'"), std::string::npos);
}

// WCAG's contrast of the text colour of each status on its tint and on white.
TEST(DocumentHtml, ColoursHaveContrast) {
  const std::string html = WriteDocumentHtml(Hostile());
  static const std::regex rule(R"(\.([a-z-]+) \{ color: #([0-9a-f]{3,6}); background: #([0-9a-f]{3,6}); \})");
  const auto luminance = [](std::string hex) {
    if (hex.size() == 3) hex = {hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]};
    double sum = 0;
    const double weights[] = {0.2126, 0.7152, 0.0722};
    for (size_t i = 0; i < 3; ++i) {
      const double c = std::stoi(hex.substr(i * 2, 2), nullptr, 16) / 255.0;
      sum += weights[i] * (c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4));
    }
    return sum;
  };
  size_t rules = 0;
  for (auto at = std::sregex_iterator(html.begin(), html.end(), rule); at != std::sregex_iterator(); ++at, ++rules) {
    EXPECT_GE((luminance((*at)[3]) + 0.05) / (luminance((*at)[2]) + 0.05), 4.5) << (*at)[1];
    EXPECT_GE(1.05 / (luminance((*at)[2]) + 0.05), 4.5) << (*at)[1];
  }
  EXPECT_EQ(rules, 6U);
}

TEST(DocumentMarkdown, NothingOfAReportIsMarkup) {
  EXPECT_EQ(WriteDocumentMarkdown(Hostile()),
            "# Brief: &lt;b&gt;Orrin&lt;/b&gt;\n"
            "\n"
            "1 &lt; 2 &amp; \"so\"\n"
            "\n"
            "## Tuesday \\# 3 March\n"
            "\n"
            "- **denied** · &lt;script&gt;alert(1)&lt;/script&gt; met \\[Selk\\]\\(javascript:alert(1)) "
            "\\!\\[x\\]\\(http\\://evil.example/x.png) \\*now\\* \\`x\\`. \\[1, 2\\]\n"
            "  - *\\# 12 by A’s count - 15 by &lt;i&gt;B&lt;/i&gt;’s*\n"
            "  - *told in 2 reports by 2 publishers*\n"
            "\n"
            "### 1\\. How it went\n"
            "\n"
            "- **under way** · Norvia met Selk.\n"
            "\n"
            "## Sources\n"
            "\n"
            "1. &lt;Post&gt; &amp; \"Co\", “A title\\]\\(javascript:alert(1))”, 2026-03-03, sentences 3 and 5\n"
            "2. [report 2](https://example.org/a%5F%28b%29?q=%22x%22&%3Cy%3E), sentence 1\n");
}

TEST(DocumentText, LinesWithStatusAndSources) {
  EXPECT_EQ(WriteDocumentText(Hostile(), 90, false),
            "Brief: <b>Orrin</b>\n"
            "1 < 2 & \"so\"\n"
            "\n"
            "Tuesday # 3 March\n"
            "  denied        <script>alert(1)</script> met [Selk](javascript:alert(1))\n"
            "                ![x](http://evil.example/x.png) *now* `x`. [1, 2]\n"
            "                  # 12 by A’s count - 15 by <i>B</i>’s\n"
            "                  told in 2 reports by 2 publishers\n"
            "\n"
            "  1. How it went\n"
            "  under way     Norvia met Selk.\n"
            "\n"
            "Sources\n"
            "    [1] <Post> & \"Co\", “A title](javascript:alert(1))”, 2026-03-03, sentences 3 and 5,\n"
            "        javascript:alert(1)\n"
            "    [2] report 2, sentence 1, https://example.org/a_(b)?q=\"x\"&<y>\n");
}

TEST(DocumentText, NoReportCommandsATerminal) {
  Document document;
  document.title = "a\x1b[2Jb";
  document.sections = {{"c\x07", 2, {}}};
  EXPECT_EQ(WriteDocumentText(document, 80, false).find('\x1b'), std::string::npos);
}

}  // namespace
}  // namespace rapporteur
