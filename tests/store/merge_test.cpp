/// Reports of one happening are one event in the database, and can be taken apart again.
#include "store/health.h"
#include "store_help.h"

#include <algorithm>

namespace attache::store {
namespace {

class MergeTest : public StoreTest {
 protected:
  /// An agency's report, reprinted on another site, and a third that has nothing to do with it.
  void SetUp() override {
    StoreTest::SetUp();
    ingest({page("a", "0000000000000001"), page("b", "0000000000000002"),
            document("c", {event("0000000000000003", "CONSULT", "2013-05-20", "USA/GOV", "CHN/GOV")})});
  }

  CodedDocument page(const std::string& name, const std::string& report) {
    auto told = event(report, "ASSAULT", "2013-05-21", "SYR/MIL", "SYR/REB");
    told.text = "Government troops shelled positions of the rebels in the eastern suburbs on Tuesday, killing at least nine fighters and driving hundreds of families from their homes, "
                "residents and two monitoring groups said as the battle for the road to the airport entered a third week.";
    auto coded = document(name, {told});
    coded.citation.title = "Troops shell suburbs in battle for airport road";
    return coded;
  }

  std::int64_t number(const std::string& sql) {
    Connection connection(path(), Connection::Mode::read);
    return connection.number(sql).value_or(-1);
  }
};

TEST_F(MergeTest, FingerprintsOfAnotherVersionAreSaidAndTakenAnew) {
  const auto has_trouble = [&] { return std::ranges::any_of(examine(path()), [](const Finding& finding) { return finding.what.find("fingerprints of another version") != std::string::npos; }); };
  EXPECT_FALSE(has_trouble());
  {
    Connection connection(path(), Connection::Mode::write);
    connection.run("UPDATE documents SET fingerprint = x'0102' WHERE fingerprint IS NOT NULL");
  }
  EXPECT_TRUE(has_trouble());
  ingest({page("late", "0000000000000007")});
  EXPECT_EQ(number("SELECT count(*) FROM documents WHERE id = 'late' AND alike IS NOT NULL"), 0) << "nothing to compare it with";
  ASSERT_TRUE(mend(path()));
  EXPECT_FALSE(has_trouble());
  ingest({page("later", "0000000000000008")});
  EXPECT_EQ(number("SELECT count(*) FROM documents WHERE id = 'later' AND relation = 'reprint'"), 1);
}

TEST_F(MergeTest, AReprintTellsTheSameEvent) {
  EXPECT_EQ(records().size(), 3);
  for (const auto policy : {stories::Policy::events, stories::Policy::reports, stories::Policy::one_a_day}) {
    ReportQuery query;
    query.merge = policy;
    EXPECT_EQ(records(query).size(), 2) << stories::name_of(policy);
  }
  EXPECT_EQ(number("SELECT original FROM documents WHERE id = 'b'"), 1);
  EXPECT_EQ(number("SELECT count(*) FROM reports WHERE merge_rule <> '' AND merged_with = 1"), 1);
  auto reader = Reader::open(path());
  ASSERT_TRUE((*reader)->for_each_report({}, [](const StoredReport& stored) {
    EXPECT_EQ(stored.report.mentions->reports, stored.report.citation.document == "c" ? 1 : 2);
    return true;
  }));
}

TEST_F(MergeTest, StoriesGoOnInTheNextRun) {
  const auto outcome = ingest({page("d", "0000000000000004")});
  EXPECT_EQ(outcome[0].outcome, Outcome::added);
  EXPECT_EQ(number("SELECT reports FROM events WHERE id = 1"), 3);
  EXPECT_EQ(number("SELECT documents FROM stories WHERE number = 1"), 3);
}

TEST_F(MergeTest, AMergeIsTakenBack) {
  const auto moved = split(path(), "0000000000000002");
  ASSERT_TRUE(moved) << to_string(moved.error());
  EXPECT_EQ(*moved, 1);
  ReportQuery query;
  query.merge = stories::Policy::events;
  EXPECT_EQ(records(query).size(), 3);
  EXPECT_EQ(number("SELECT reports FROM events WHERE id = 1"), 1);
  EXPECT_EQ(number("SELECT count(DISTINCT event) FROM facts"), 3);
  EXPECT_FALSE(split(path(), "0000000000000002"));
  EXPECT_FALSE(split(path(), "nothing"));
  for (const auto& finding : examine(path())) EXPECT_LE(finding.state, Finding::State::note) << finding.what;
}

TEST_F(MergeTest, AStoryIsTakenApart) {
  ASSERT_TRUE(split(path(), "b"));
  EXPECT_EQ(number("SELECT count(*) FROM stories WHERE documents = 1"), 3);
  EXPECT_EQ(number("SELECT original FROM documents WHERE id = 'b'"), 2);
}

TEST_F(MergeTest, MendingChangesNothingThatIsWhole) {
  const auto before = records();
  ASSERT_TRUE(mend(path()));
  EXPECT_EQ(records(), before);
  EXPECT_EQ(records({}, {"text~shelled"}).size(), 2);
  for (const auto& finding : examine(path())) EXPECT_LE(finding.state, Finding::State::note) << finding.what;
}

TEST_F(MergeTest, SalvagingCopiesAWholeDatabase) {
  const auto salvaged = salvage(path(), path("new.db"));
  ASSERT_TRUE(salvaged) << to_string(salvaged.error());
  EXPECT_EQ(salvaged->documents, 3);
  EXPECT_EQ(salvaged->lost, 0);
  const auto before = records();
  std::filesystem::rename(path("new.db"), path());
  EXPECT_EQ(records(), before);
}

}  // namespace
}  // namespace attache::store
