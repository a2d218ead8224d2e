/// Pairs of reports written for the project (near_duplicates/README.md): how they stand to each other.

#include "stories/compare.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

namespace attache::stories {
namespace {

struct Report {
  std::string title, publication;
  std::optional<Day> published;
  std::vector<std::string> paragraphs;

  Fingerprint print() const {
    return fingerprint({.title = title, .publication = publication, .published = published, .paragraphs = {paragraphs.begin(), paragraphs.end()}});
  }
};

struct Pair {
  std::string where;
  Report one, other;
  std::string truth;
};

/// Reads a file of families; says with the line what is wrong in it.
class PairReader {
 public:
  std::vector<Pair> read(const std::filesystem::path& path) {
    std::ifstream file(path);
    std::string line;
    for (number_ = 1; std::getline(file, line); ++number_) {
      if (line.empty()) continue;
      where_ = path.filename().string() + ":" + std::to_string(number_);
      if (line.starts_with("@ ")) {
        reports_.clear();
      } else if (line.starts_with("== ")) {
        begin_report(line.substr(3));
      } else if (line.starts_with("!= ")) {
        take_pairs(line.substr(3));
      } else {
        take_line(line);
      }
    }
    return pairs_;
  }

 private:
  void begin_report(std::string heading) {
    Report report;
    edited_ = false;
    if (const auto from = heading.find(" from "); from != std::string::npos) {
      report = known(heading.substr(from + 6));
      heading.resize(from);
      edited_ = true;
    }
    std::istringstream words(heading);
    std::string day;
    words >> name_ >> day;
    report.published = day_from_iso(day);
    if (!report.published) ADD_FAILURE() << where_ << ": no day";
    std::getline(words >> std::ws, report.publication);
    reports_[name_] = report;
  }

  void take_line(const std::string& line) {
    Report& report = reports_[name_];
    const auto rest = [&](std::string_view keyword) { return line.substr(keyword.size()); };
    if (line.starts_with("title: ")) {
      report.title = rest("title: ");
    } else if (!edited_) {
      report.paragraphs.push_back(line);
    } else if (line.starts_with("keep ")) {
      report.paragraphs.resize(std::min<std::size_t>(report.paragraphs.size(), std::stoul(rest("keep "))));
    } else if (line.starts_with("before: ")) {
      report.paragraphs.insert(report.paragraphs.begin(), rest("before: "));
    } else if (line.starts_with("after: ")) {
      report.paragraphs.push_back(rest("after: "));
    } else if (line.starts_with("replace: ")) {
      replace(report, rest("replace: "));
    } else {
      ADD_FAILURE() << where_ << ": no edit: " << line;
    }
  }

  void replace(Report& report, const std::string& what) {
    const auto arrow = what.find(" => ");
    const std::string old = what.substr(0, arrow);
    const std::string fresh = what.substr(arrow + 4);
    bool met = false;
    const auto replace_in = [&](std::string& text) {
      for (auto at = text.find(old); at != std::string::npos; at = text.find(old, at + fresh.size())) {
        text.replace(at, old.size(), fresh);
        met = true;
      }
    };
    replace_in(report.title);
    for (std::string& paragraph : report.paragraphs) replace_in(paragraph);
    EXPECT_TRUE(met) << where_ << ": nothing to replace: " << old;
  }

  void take_pairs(const std::string& line) {
    const auto colon = line.find(": ");
    std::istringstream list(line.substr(colon + 2));
    for (std::string pair; std::getline(list, pair, ',');) {
      std::istringstream names(pair);
      std::string one, other;
      names >> one >> other;
      pairs_.push_back({where_ + " " + one + " " + other, known(one), known(other), line.substr(0, colon)});
    }
  }

  Report known(const std::string& name) {
    const auto report = reports_.find(name);
    if (report == reports_.end()) ADD_FAILURE() << where_ << ": no report " << name;
    return report == reports_.end() ? Report{} : report->second;
  }

  std::map<std::string, Report> reports_;
  std::vector<Pair> pairs_;
  std::string name_, where_;
  bool edited_ = false;
  int number_ = 0;
};

std::vector<Pair> all_pairs() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(ATTACHE_SOURCE_DIR "/tests/stories/near_duplicates")) {
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<Pair> pairs;
  for (const auto& file : files) {
    for (Pair& pair : PairReader().read(file)) pairs.push_back(std::move(pair));
  }
  return pairs;
}

std::string described(const Comparison& comparison) {
  const Overlap& overlap = comparison.overlap;
  std::ostringstream text;
  text.precision(2);
  text << name_of(comparison.likeness) << " (" << comparison.because << ") strength " << comparison.strength << " contained " << overlap.contained << " lead "
       << overlap.lead << " content " << overlap.content << "/" << overlap.content_jaccard << " names " << overlap.names_shared << " " << overlap.names << " foremost "
       << overlap.foremost_shared << " replaced " << overlap.names_replaced << " numbers " << overlap.numbers_shared << "-" << overlap.numbers_replaced << " title "
       << overlap.title_shared << " days " << overlap.days;
  return text.str();
}

TEST(NearDuplicates, AtLeast97OfAHundredAreToldRight) {
  const std::vector<Pair> pairs = all_pairs();
  ASSERT_GE(pairs.size(), 300u);
  std::map<std::string, std::pair<int, int>> right_of;
  int right = 0;
  for (const Pair& pair : pairs) {
    const Comparison comparison = compare(pair.one.print(), pair.other.print());
    const bool is_right = name_of(comparison.likeness) == pair.truth;
    right += is_right;
    right_of[pair.truth].first += is_right;
    ++right_of[pair.truth].second;
    if (!is_right) std::cout << pair.where << " is " << pair.truth << ", told " << described(comparison) << "\n";
    EXPECT_EQ(compare(pair.other.print(), pair.one.print()).likeness, comparison.likeness) << pair.where << ": the order matters";
  }
  for (const auto& [truth, counts] : right_of) std::cout << truth << ": " << counts.first << " of " << counts.second << "\n";
  std::cout << "all: " << right << " of " << pairs.size() << "\n";
  EXPECT_GE(right, 0.97 * static_cast<double>(pairs.size()));
}

TEST(NearDuplicates, ReprintsAndUpdatesAreFoundByTheirKeys) {
  for (const Pair& pair : all_pairs()) {
    if (pair.truth != "reprint" && pair.truth != "update") continue;
    const auto keys = bands(pair.one.print());
    const auto others = bands(pair.other.print());
    EXPECT_TRUE(std::any_of(keys.begin(), keys.end(), [&](auto key) { return std::find(others.begin(), others.end(), key) != others.end(); })) << pair.where;
  }
}

}  // namespace
}  // namespace attache::stories
