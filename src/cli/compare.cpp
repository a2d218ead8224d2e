#include "cli/report_input.h"
#include "outputs/coder_comparison.h"

#include <fmt/format.h>

#include <cstdio>
#include <map>
#include <memory>

namespace attache::cli {
namespace {

using outputs::Agreement;
using outputs::CompareBy;

struct CompareCommand {
  ReportInput input;
  std::vector<std::string> by = {"all", "type", "month", "dyad"};
  std::string agree_on = "type";
  unsigned within_days = 1;
  std::size_t top = 20;
  bool csv = false;
};

const std::map<std::string, CompareBy>& groupings() {
  static const std::map<std::string, CompareBy> kGroupings = {
      {"all", CompareBy::all}, {"type", CompareBy::type}, {"dyad", CompareBy::dyad}, {"month", CompareBy::month}};
  return kGroupings;
}

std::string correlation(const Agreement& agreement) {
  return agreement.correlation ? fmt::format("{:.3f}", *agreement.correlation) : std::string();
}

std::string as_row(const std::string& by, const Agreement& a, bool csv) {
  return fmt::format(fmt::runtime(csv ? "{},{},{},{},{},{},{},{:.4f},{:.4f},{:.4f},{}\n"
                                      : "{:<6} {:<21} {:<12} {:<12} {:>9} {:>9} {:>9}  {:>6.3f} {:>6.3f} {:>6.3f} {:>6}\n"),
                     by, a.group, a.first, a.second, a.first_events, a.second_events, a.both, a.share_of_first(), a.share_of_second(),
                     a.jaccard(), correlation(a));
}

int compare(const CompareCommand& command) {
  const auto attache = open_engine({});
  if (!attache) return nothing_done;
  outputs::CoderComparison comparison(command.agree_on == "quad" ? outputs::AgreeOn::quad : outputs::AgreeOn::type);
  const int status = for_each_report(command.input, *attache, "compared", [&](Report&& coded) { comparison.add(coded); });
  if (status == nothing_done) return status;
  if (comparison.coders().size() < 2) {
    std::fprintf(stderr, "attache: all events are of one coder: %s\n",
                 comparison.coders().empty() ? "(none with a day, a type and two known sides)" : comparison.coders()[0].c_str());
    return nothing_done;
  }
  std::string out =
      command.csv ? "by,group,first,second,first_events,second_events,both,share_of_first,share_of_second,jaccard,correlation_of_months\n"
                  : fmt::format("{:<6} {:<21} {:<12} {:<12} {:>9} {:>9} {:>9}  {:>6} {:>6} {:>6} {:>6}\n", "by", "group", "first", "second",
                                "first", "second", "both", "of 1st", "of 2nd", "jacc.", "corr.");
  for (const std::string& by : command.by) {
    std::map<std::pair<std::string, std::string>, std::size_t> shown;
    for (const Agreement& agreement : comparison.agreements(groupings().at(by), command.within_days)) {
      if (by == "dyad" && command.top > 0 && ++shown[{agreement.first, agreement.second}] > command.top) continue;
      out += as_row(by, agreement, command.csv);
    }
  }
  std::fwrite(out.data(), 1, out.size(), stdout);
  if (comparison.left_out() > 0) {
    std::fprintf(stderr,
                 "attache: %llu records not compared: without a day, a type, or a country on both sides, or of what did not happen\n",
                 static_cast<unsigned long long>(comparison.left_out()));
  }
  return status;
}

}  // namespace

void add_compare(CLI::App& app, int& status) {
  auto* command = app.add_subcommand("compare", "Agreement between coders of the same time and places, by type, dyad and month");
  command->footer(
      "An event is a day, a country, another and a type, however often it is told; consultations have no direction.\n"
      "  attache compare ours.jsonl 20150218.export.CSV.zip events.2015.tab\n"
      "For each pair of coders: events of the first and the second, those that both have, their share of either, Jaccard's index, and the\n"
      "correlation of counts by month.");
  const auto options = std::make_shared<CompareCommand>();
  options->input.merge = "none";
  add_report_input(*command, options->input);
  std::vector<std::string> names;
  for (const auto& [name, by] : groupings()) names.push_back(name);
  command->add_option("--by", options->by, "What events are grouped by: all, type, dyad, month; several parted by commas")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::IsMember(names));
  command->add_option("--agree-on", options->agree_on, "What must agree beside day and dyad: type or quad class")
      ->capture_default_str()
      ->check(CLI::IsMember({"type", "quad"}));
  command->add_option("--within-days", options->within_days, "How far apart two coders' days of one event may be")
      ->capture_default_str()
      ->check(CLI::Range(0, 365));
  command->add_option("--top", options->top, "So many dyads, those with most events; 0 for all")->capture_default_str();
  command->add_flag("--csv", options->csv, "As CSV");
  command->callback([options, &status] { status = compare(*options); });
}

}  // namespace attache::cli
