/// A newer coder's say: what holds, what no longer does, and what was said before.
#include "store_help.h"

namespace attache::store {
namespace {

constexpr const char* kBefore = "00000000000000aa";
constexpr const char* kAfter = "00000000000000cc";

class RecodingTest : public StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    same_ = event("0000000000000001", "CONSULT", "2013-05-20", "FRA/GOV", "DEU/GOV");
    gone_ = event("0000000000000002", "ASSAULT", "2013-05-21", "SYR/REB", "SYR/MIL");
    otherwise_ = event("0000000000000003", "CONSULT", "2013-05-21", "USA", "RUS");
    ingest({document("a", {same_, gone_, otherwise_}, kBefore)});
    changed_ = otherwise_;
    changed_.actors[0].sector = "GOV";
    fresh_ = event("0000000000000004", "CONSULT", "2013-05-22", "EGY", "SDN");
    after_ = document("a", {same_, changed_, fresh_}, kAfter);
  }
  Event same_, gone_, otherwise_, changed_, fresh_;
  CodedDocument after_;
};

TEST_F(RecodingTest, AnotherVersionsCodingStaysUnlessAskedFor) {
  EXPECT_EQ(ingest({after_})[0].outcome, Outcome::other_coder);
  EXPECT_EQ(records().size(), 3);
}

TEST_F(RecodingTest, TheNewerCodingHoldsAndTheOlderIsKept) {
  WriterOptions options;
  options.recode = true;
  const auto outcome = ingest({after_}, options)[0];
  EXPECT_EQ(outcome.outcome, Outcome::recoded);
  EXPECT_EQ(outcome.kept, 1);
  EXPECT_EQ(outcome.added, 2);
  EXPECT_EQ(outcome.retired, 2);
  EXPECT_EQ(outcome.changes.size(), 4);
  // The one that stayed is now the newer version's too.
  const std::vector<std::string> now = {line_of(same_, after_.citation, after_.coder), line_of(changed_, after_.citation, after_.coder),
                                        line_of(fresh_, after_.citation, after_.coder)};
  EXPECT_EQ(records(), now);
  ReportQuery before;
  before.retired = true;
  const auto coder = CoderVersion{"attache", "0.1.0", kBefore, "00000000000000bb"};
  EXPECT_EQ(records(before), (std::vector<std::string>{line_of(gone_, after_.citation, coder), line_of(otherwise_, after_.citation, coder)}));
}

TEST_F(RecodingTest, RecodingTwiceChangesNothing) {
  WriterOptions options;
  options.recode = true;
  ingest({after_}, options);
  EXPECT_EQ(ingest({after_}, options)[0].outcome, Outcome::there);
  EXPECT_EQ(records().size(), 3);
}

TEST_F(RecodingTest, AReportThatSaysOtherwiseStaysItsEvents) {
  WriterOptions options;
  options.recode = true;
  ingest({after_}, options);
  Connection connection(path(), Connection::Mode::read);
  EXPECT_EQ(connection.number("SELECT count(DISTINCT event) FROM reports WHERE id = 3"), 1);
  EXPECT_EQ(connection.number("SELECT e.reports FROM events e JOIN reports r ON r.number = e.first_report AND r.retired IS NULL WHERE e.id = 3"), 1);
}

TEST_F(RecodingTest, WhatWasSaidBeforeCanBeFiltered) {
  WriterOptions options;
  options.recode = true;
  ingest({after_}, options);
  ReportQuery before;
  before.retired = true;
  EXPECT_EQ(records(before, {"actor=SYR/REB", "type=ASSAULT", "confidence>=0.75", "date=2013-05"}).size(), 1);
  EXPECT_EQ(records(before, {"actor=FRA"}).size(), 0);
}

TEST_F(RecodingTest, PanelsSeeWhatHoldsOnly) {
  WriterOptions options;
  options.recode = true;
  ingest({after_}, options);
  Connection connection(path(), Connection::Mode::read);
  EXPECT_EQ(connection.number("SELECT count(*) FROM facts"), 3);
  EXPECT_EQ(connection.number("SELECT count(*) FROM facts f JOIN reports r ON r.number = f.report WHERE r.retired IS NOT NULL"), 0);
}

}  // namespace
}  // namespace attache::store
