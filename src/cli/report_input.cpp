#include "cli/report_input.h"

#include <attache/store.h>

#include <cstdio>

namespace attache::cli {

void add_report_input(CLI::App& command, ReportInput& input) {
  auto* files = command.add_option(
      "FILE", input.files,
      "Records as JSONL; files of GDELT, ICEWS and POLECAT; packed or not; - is standard input. The kind is found from content.");
  auto* database = command.add_option("--db", input.database, "A database that `attache ingest` made, instead of files")->excludes(files);
  command
      .add_option("--where", input.where,
                  "A condition on the database's reports, as for `attache query`: actor=FRA/GOV, date>=2013; several must all hold")
      ->allow_extra_args(false)
      ->needs(database);
  command.add_option("--merge", input.merge, "What counts as one in the database: none, reports, one-a-day or events")
      ->capture_default_str()
      ->check(CLI::IsMember({"none", "reports", "one-a-day", "events"}))
      ->needs(database);
}

namespace {

int for_each_report_of(const ReportInput& input, const std::function<void(Report&&)>& take) {
  auto store = Store::open(input.database);
  if (!store) {
    report(store.error());
    return nothing_done;
  }
  StoreQuery query;
  query.where = input.where;
  query.merge = input.merge;
  const auto given = store->for_each_report(query, [&](const Report& coded) {
    take(Report(coded));
    return true;
  });
  if (given) return done;
  report(given.error());
  return nothing_done;
}

}  // namespace

int for_each_report(const ReportInput& input, const Attache& attache, const char* what, const std::function<void(Report&&)>& take) {
  if (!input.database.empty()) return for_each_report_of(input, take);
  if (input.files.empty()) {
    std::fputs("attache: FILE or --db is wanted\n", stderr);
    return usage;
  }
  TroubleTeller trouble;
  const auto say = [&](const Error& error) { trouble.say(error); };
  std::uint64_t missing = 0;
  const auto files = expand_files(input.files, [&](const Error& error) {
    ++missing;
    say(error);
  });
  const auto summary = read_report_files(files, attache.ontology(), take, say);
  trouble.close();
  const auto skipped = summary.skipped + missing;
  if (skipped == 0 && summary.reports > 0) return done;
  std::fprintf(stderr, "attache: %llu records %s, %llu skipped\n", static_cast<unsigned long long>(summary.reports), what,
               static_cast<unsigned long long>(skipped));
  return summary.reports > 0 ? some_skipped : nothing_done;
}

}  // namespace attache::cli
