/// Files, folders and patterns become a list of files in a fixed order.

#include "reading/files.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace attache {
namespace {

namespace fs = std::filesystem;

class Files : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "attache-files-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
    for (const auto* file : {"b.html", "a.txt", "c.html", ".hidden", "sub/d.html", "sub/deeper/e.txt", ".git/f.html"}) {
      fs::create_directories((folder_ / file).parent_path());
      std::ofstream(folder_ / file) << "x";
    }
    fs::create_directories(folder_ / "empty");
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::vector<std::string> expand(const std::vector<std::string>& arguments) {
    std::vector<std::string> full;
    for (const auto& argument : arguments) full.push_back(argument == "-" ? argument : (folder_ / argument).string());
    auto files = expand_files(full, [&](const Error& error) { errors_.push_back(error.kind); });
    for (auto& file : files) {
      if (file != "-") file = fs::relative(file, folder_).string();
    }
    return files;
  }

  fs::path folder_;
  std::vector<ErrorKind> errors_;
};

using Names = std::vector<std::string>;

TEST_F(Files, AFileStaysAsItIs) { EXPECT_EQ(expand({"c.html", "a.txt", "-"}), (Names{"c.html", "a.txt", "-"})); }

TEST_F(Files, AFolderGivesAllBelowItButTheHidden) { EXPECT_EQ(expand({""}), (Names{"a.txt", "b.html", "c.html", "sub/d.html", "sub/deeper/e.txt"})); }

TEST_F(Files, Patterns) {
  EXPECT_EQ(expand({"*.html"}), (Names{"b.html", "c.html"}));
  EXPECT_EQ(expand({"?.txt"}), (Names{"a.txt"}));
  EXPECT_EQ(expand({"[ab].*"}), (Names{"a.txt", "b.html"}));
}

/// A file that does not exist stays in the list: reading it says so, in its turn.
TEST_F(Files, WhatIsNotThereIsSaid) {
  EXPECT_EQ(expand({"missing.txt", "*.pdf", "empty", "a.txt"}), (Names{"missing.txt", "a.txt"}));
  EXPECT_EQ(errors_.size(), 2u);
}

TEST_F(Files, AHiddenFileThatIsNamedIsRead) { EXPECT_EQ(expand({".hidden"}), (Names{".hidden"})); }

}  // namespace
}  // namespace attache
