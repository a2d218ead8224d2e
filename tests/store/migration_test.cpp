/// Layouts of the past are brought to the present, those of the future and other programs' files left alone.
#include "store/schema.h"
#include "store_help.h"

#include <array>

namespace attache::store {
namespace {

constexpr std::string_view kFirst = "CREATE TABLE things (x)";
constexpr std::string_view kSecond = "ALTER TABLE things ADD COLUMN y DEFAULT 7";
constexpr std::string_view kBroken = "ALTER TABLE nothing ADD COLUMN y";

class MigrationTest : public StoreTest {
 protected:
  Connection connection() { return {path(), Connection::Mode::create}; }
  static std::int64_t version(Connection& database) { return *database.number("PRAGMA user_version"); }
};

TEST_F(MigrationTest, StepsAreTakenInOrderAndOnce) {
  auto database = connection();
  const std::array steps = {kFirst, kSecond};
  migrate(database, std::span(steps).first(1));
  database.run("INSERT INTO things VALUES (1)");
  EXPECT_EQ(version(database), 1);
  migrate(database, steps);
  migrate(database, steps);
  EXPECT_EQ(version(database), 2);
  EXPECT_EQ(database.number("SELECT y FROM things"), 7);
}

TEST_F(MigrationTest, AStepThatFailsLeavesTheFileAsItWas) {
  auto database = connection();
  const std::array steps = {kFirst, kSecond, kBroken};
  migrate(database, std::span(steps).first(1));
  EXPECT_FALSE(guarded([&] { migrate(database, steps); }));
  EXPECT_EQ(version(database), 1);
  EXPECT_FALSE(guarded([&] { return database.number("SELECT y FROM things"); }));
}

/// Before types of one's own were kept.
TEST_F(MigrationTest, WhatTheFirstLayoutHoldsIsKept) {
  const auto before = document("doc-1", {event("1", "CONSULT", "2013-05-21", "FRA/GOV", "DEU/GOV")});
  ingest({before});
  {
    auto database = connection();
    database.run("ALTER TABLE reports DROP COLUMN own_type; PRAGMA user_version = 1");
  }
  const auto reader = Reader::open(path());
  ASSERT_FALSE(reader);
  EXPECT_EQ(reader.error().kind, ErrorKind::unsupported);
  auto eviction = event("2", "COERCE", "2013-05-22", "KEN/COP", "KEN/CVL");
  eviction.own_type = "EVICT";
  const auto after = document("doc-2", {eviction});
  ingest({after});
  EXPECT_EQ(records(), (std::vector<std::string>{line_of(before.events[0], before.citation, before.coder), line_of(after.events[0], after.citation, after.coder)}));
}

TEST_F(MigrationTest, ANewerLayoutIsLeftAlone) {
  ingest({});
  {
    auto database = connection();
    database.run("PRAGMA user_version = 1000");
  }
  const auto writer = Writer::open(path(), {});
  ASSERT_FALSE(writer);
  EXPECT_EQ(writer.error().kind, ErrorKind::unsupported);
  const auto reader = Reader::open(path());
  ASSERT_FALSE(reader);
  EXPECT_EQ(reader.error().kind, ErrorKind::unsupported);
}

TEST_F(MigrationTest, AnotherProgramsFileIsLeftAlone) {
  {
    auto database = connection();
    database.run(std::string(kFirst));
  }
  const auto writer = Writer::open(path(), {});
  ASSERT_FALSE(writer);
  EXPECT_EQ(writer.error().kind, ErrorKind::malformed);
}

}  // namespace
}  // namespace attache::store
