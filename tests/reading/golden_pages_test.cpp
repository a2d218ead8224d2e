/// Pages in the manner of publishing systems, each with what a careful reader takes from it (tests/reading/pages/README.md).

#include "reading_help.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace attache {
namespace {

namespace fs = std::filesystem;

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  return std::move(content).str();
}

/// What the document says for a field of the expectation.
std::string field_of(const Document& document, const std::string& name) {
  if (name == "kind") return std::string(name_of(document.kind));
  if (name == "title") return document.title;
  if (name == "published") return iso(document.published);
  if (name == "byline") return document.byline;
  if (name == "publication") return document.publication;
  if (name == "section") return document.section;
  if (name == "url") return document.url;
  if (name == "language") return document.language;
  if (name == "agencies") return joined(document.agencies);
  if (name == "credits") return joined(document.image_credits);
  ADD_FAILURE() << "no field is called " << name;
  return {};
}

bool is_block(const std::string& name) { return name == "lead" || name == "caption" || name == "body"; }

class GoldenPage : public testing::TestWithParam<fs::path> {};

TEST_P(GoldenPage, GivesWhatIsInIt) {
  auto expectation = GetParam();
  expectation.replace_extension(".txt");
  const auto document = read_one(content_of(GetParam()));
  std::istringstream lines(content_of(expectation));
  std::string blocks;
  bool any_blocks = false;
  for (std::string line; std::getline(lines, line);) {
    any_blocks = any_blocks || line == "any blocks";
    const auto colon = line.find(':');
    if (colon == std::string::npos) continue;
    const auto name = line.substr(0, colon);
    const auto value = line.size() > colon + 2 ? line.substr(colon + 2) : std::string();
    if (is_block(name)) {
      blocks += line + "\n";
    } else if (name != "publication" || !value.empty()) {
      EXPECT_EQ(field_of(document, name), value) << name;
    }
  }
  const auto headline = "headline: " + document.title + "\n";
  if (!any_blocks) {
    EXPECT_EQ(shown(document), headline + blocks);
  }
}

std::vector<fs::path> pages() {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(fs::path(ATTACHE_SOURCE_DIR) / "tests/reading/pages")) {
    if (entry.path().extension() == ".html") found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

INSTANTIATE_TEST_SUITE_P(Pages, GoldenPage, testing::ValuesIn(pages()), [](const testing::TestParamInfo<fs::path>& page) { return page.param.stem().string(); });

}  // namespace
}  // namespace attache
