#pragma once
/// A database in a folder of its own, and documents to put into it.

#include "outputs/report_json.h"
#include "store/coded_document.h"
#include "store/reader.h"
#include "store/writer.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <unistd.h>
#include <vector>

namespace attache::store {

class StoreTest : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() / ("attache_store_" + std::to_string(::getpid()) + "_" + ::testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string path(const std::string& name = "news.db") const { return (folder_ / name).string(); }

  /// Writes the documents in a run of their own, and gives what became of each.
  std::vector<Added> ingest(const std::vector<CodedDocument>& documents, WriterOptions options = {}) {
    auto writer = Writer::open(path(), options);
    EXPECT_TRUE(writer) << to_string(writer.error());
    std::vector<Added> outcomes;
    for (const auto& document : documents) {
      const auto added = (*writer)->add(document);
      EXPECT_TRUE(added) << to_string(added.error());
      outcomes.push_back(added.value_or(Added{}));
    }
    EXPECT_TRUE((*writer)->finish());
    return outcomes;
  }

  /// The records that a query gives, as lines, without ids of events and stories.
  std::vector<std::string> records(ReportQuery query = {}, const std::vector<std::string>& conditions = {}) {
    for (const auto& text : conditions) {
      auto condition = parse_condition(text);
      EXPECT_TRUE(condition) << to_string(condition.error());
      if (condition) query.conditions.push_back(*condition);
    }
    auto reader = Reader::open(path());
    EXPECT_TRUE(reader) << to_string(reader.error());
    std::vector<std::string> lines;
    const auto given = (*reader)->for_each_report(query, [&](const StoredReport& stored) {
      lines.push_back(line_of(stored.report.event, stored.report.citation, stored.report.coder));
      return true;
    });
    EXPECT_TRUE(given) << to_string(given.error());
    return lines;
  }

  static std::string line_of(const Event& event, const Citation& citation, const CoderVersion& coder) {
    std::string line;
    outputs::append_report_json(event, citation, coder, line);
    return line;
  }

  static Entity party(const std::string& code, const std::string& sector, const std::string& text) {
    Entity entity;
    entity.code = code;
    entity.sector = sector;
    entity.text = text;
    entity.via = "agent";
    return entity;
  }

  /// `actor` and `recipient` are written `FRA/GOV`.
  static Event event(const std::string& id, const std::string& type, const std::string& day, const std::string& actor, const std::string& recipient) {
    Event event;
    event.id = id;
    event.type = type;
    event.date = day_from_iso(day);
    event.date_precision = DatePrecision::day;
    event.cameo = type == "ASSAULT" ? "190" : "040";
    event.quad_code = type == "ASSAULT" ? 4 : 1;
    event.event_scale = type == "ASSAULT" ? -9 : 1.5;
    event.goldstein = type == "ASSAULT" ? -10 : 3.4;
    event.confidence = 0.75;
    event.trigger = type == "ASSAULT" ? "attacked" : "visited";
    event.text = "The " + actor + " " + event.trigger + " the " + recipient + ".";
    if (!actor.empty()) event.actors.push_back(party(actor.substr(0, 3), actor.size() > 4 ? actor.substr(4) : "", "the " + actor));
    if (!recipient.empty()) event.recipients.push_back(party(recipient.substr(0, 3), recipient.size() > 4 ? recipient.substr(4) : "", "the " + recipient));
    return event;
  }

  static CodedDocument document(const std::string& id, std::vector<Event> events, const std::string& lexicon = "00000000000000aa") {
    CodedDocument document;
    document.citation.document = id;
    document.citation.url = "https://news.example/" + id;
    document.citation.title = "Title of " + id;
    document.citation.publication = "The Example";
    document.citation.published = day_from_iso("2013-05-22");
    document.coder = {"attache", "0.1.0", lexicon, "00000000000000bb"};
    document.events = std::move(events);
    return document;
  }

  std::filesystem::path folder_;
};

}  // namespace attache::store
