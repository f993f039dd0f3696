// Lines and groups of lines of a document in a text export.
//
// Stateless.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

// Lines without white space at their ends; those between two blank lines are a group.
struct LineGroup {
  std::vector<std::string_view> lines;
};

std::vector<std::string_view> LinesOf(std::string_view text);
std::vector<LineGroup> GroupsOf(const std::vector<std::string_view>& lines);

// A paragraph from its lines: joined where they were wrapped at a width, else one paragraph a line.
std::string ParagraphsOf(const std::vector<std::string_view>& lines);

// The words of all lines, parted by spaces.
std::string Joined(const std::vector<std::string_view>& lines);

// "512 words", "1,204 words".
bool IsWordCount(std::string_view line);

// "Copyright 2019 …", "(c) 2019 …", "© 2019 …", "All Rights Reserved".
bool IsCopyright(std::string_view line);

}  // namespace rapporteur
