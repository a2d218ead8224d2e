#pragma once
/// Reads the pairs of reports written for the project: near_duplicates/README.md.

#include "stories/fingerprint.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace attache::stories {

struct Report {
  std::string title, publication;
  std::optional<Day> published;
  std::vector<std::string> paragraphs;

  Fingerprint print() const {
    return fingerprint(
        {.title = title, .publication = publication, .published = published, .paragraphs = {paragraphs.begin(), paragraphs.end()}});
  }
};

struct Pair {
  std::string where;             ///< File, line and the two names.
  std::string one_id, other_id;  ///< File, family and name.
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
        family_ = path.filename().string() + "/" + line.substr(2) + "/";
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
      pairs_.push_back({where_ + " " + one + " " + other, family_ + one, family_ + other, known(one), known(other), line.substr(0, colon)});
    }
  }

  Report known(const std::string& name) {
    const auto report = reports_.find(name);
    if (report == reports_.end()) ADD_FAILURE() << where_ << ": no report " << name;
    return report == reports_.end() ? Report{} : report->second;
  }

  std::map<std::string, Report> reports_;
  std::vector<Pair> pairs_;
  std::string name_, where_, family_;
  bool edited_ = false;
  int number_ = 0;
};

inline std::vector<Pair> all_pairs() {
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

}  // namespace attache::stories
