// Inputs, outputs and data files, on a folder of the test's own.
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/test_folder.h"
#include "tools/data_files.h"
#include "tools/input.h"
#include "tools/output.h"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;

class Files : public FolderTest {
 protected:
  std::string Put(const std::string& name, const std::string& content = "x") const { return PutFile(name, content); }
};

TEST_F(Files, DirectoriesGiveTheirTextsInOrder) {
  Put("d/b.txt");
  Put("d/a/z.txt");
  Put("d/notes.md");
  const std::string single = Put("one.report");
  const Inputs inputs = ListInputs({single, (root_ / "d").string(), "-"});
  ASSERT_EQ(inputs.files.size(), 4U);
  EXPECT_TRUE(inputs.problems.empty());
  EXPECT_EQ(inputs.files[0].relative, "one.report");
  EXPECT_EQ(inputs.files[1].relative, "a/z.txt");
  EXPECT_EQ(inputs.files[2].relative, "b.txt");
  EXPECT_EQ(inputs.files[3].path, "-");
}

TEST_F(Files, WhatIsMissingIsNamed) {
  fs::create_directories(root_ / "empty");
  const std::string empty = (root_ / "empty").string();
  const Inputs inputs = ListInputs({"/no/such", empty});
  ASSERT_EQ(inputs.problems.size(), 2U);
  EXPECT_EQ(inputs.problems[0].message, "/no/such: found no such file or directory");
  EXPECT_EQ(inputs.problems[1].message, empty +
                                            ": found no report in the directory, expected files that end in .txt, "
                                            ".html, .json, .jsonl, .csv, .tsv, .xml, "
                                            ".rss, .atom or .warc (also with .gz); name other files one by one");
}

TEST_F(Files, ReadsEveryByteUpToTheLimit) {
  const std::string bytes = std::string("a\0b\r\n", 5) + std::string(200000, 'x');
  const Input input{Put("r.txt", bytes), "r.txt"};
  const auto read = ReadInput(input, bytes.size());
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(*read, bytes);
  EXPECT_EQ(ReadInput(input, bytes.size() - 1).error().code, ErrorCode::kLimit);
  EXPECT_EQ(ReadInput({root_.string(), ""}, 10).error().message, root_.string() + ": cannot read: Is a directory");
}

TEST_F(Files, AFileAppearsOnlyWhenCommitted) {
  const std::string path = (root_ / "out.jsonl").string();
  {
    auto output = Output::Open(path);
    ASSERT_TRUE(output.ok());
    ASSERT_TRUE(output->Write("half").ok());
    EXPECT_FALSE(fs::exists(path));
  }
  EXPECT_TRUE(fs::is_empty(root_));
  auto output = Output::Open(path);
  ASSERT_TRUE(output->Write("whole").ok());
  ASSERT_TRUE(output->Commit().ok());
  EXPECT_EQ(Get(path), "whole");
}

TEST_F(Files, ReplacingKeepsPermissionsAndLinks) {
  const std::string target = Put("target", "old");
  chmod(target.c_str(), 0640);
  fs::create_symlink("target", root_ / "link");
  auto output = Output::Open((root_ / "link").string());
  ASSERT_TRUE(output.ok());
  ASSERT_TRUE(output->Write("new").ok());
  EXPECT_EQ(Get(target), "old");
  ASSERT_TRUE(output->Commit().ok());
  EXPECT_EQ(Get(target), "new");
  EXPECT_TRUE(fs::is_symlink(root_ / "link"));
  EXPECT_EQ(fs::status(target).permissions(), fs::perms{0640});
}

TEST_F(Files, AFullDiskIsSaid) {
  if (!fs::exists("/dev/full")) GTEST_SKIP() << "needs /dev/full";
  auto output = Output::Open("/dev/full");
  ASSERT_TRUE(output.ok());
  EXPECT_EQ(output->Write("x").error().message, "/dev/full: cannot write: No space left on device");
}

TEST_F(Files, AFolderIsNoFile) {
  const auto output = Output::Open(root_.string());
  ASSERT_FALSE(output.ok());
  EXPECT_EQ(output.error().message, root_.string() + ": is a directory");
  const std::string nowhere = (root_ / "no" / "where").string();
  EXPECT_EQ(Output::Open(nowhere).error().message, nowhere + ": cannot create: No such file or directory");
}

TEST_F(Files, DataBesideAnInstalledProgramOrInTheTree) {
  Put("usr/share/rapporteur/lexicon/states.tsv");
  const auto installed = FindDataFiles((root_ / "usr/bin/rapporteur").string());
  ASSERT_TRUE(installed.ok());
  EXPECT_EQ(installed->model, (root_ / "usr/share/rapporteur/model/english.rapm").string());
  Put("tree/lexicon/states.tsv");
  const auto built = FindDataFiles((root_ / "tree/build/x/src/tools/rapporteur").string());
  ASSERT_TRUE(built.ok());
  EXPECT_EQ(built->lexicon, (root_ / "tree/lexicon").string());
  EXPECT_FALSE(FindDataFiles((root_ / "bin/rapporteur").string()).ok());
}

}  // namespace
}  // namespace rapporteur
