/// `attache doctor`: checks the installation or a database, says what is wrong and how to mend it.

#include "cli/command.h"
#include "store/health.h"

#include <cstdio>
#include <fmt/format.h>
#include <memory>

namespace attache::cli {
namespace {

struct DoctorArguments {
  Options engine;
  std::string database;
  bool mend = false;
  std::string salvage;
  std::string split;
};

using store::Finding;

void print(const Finding& finding) {
  constexpr const char* kStates[] = {"ok   ", "note ", "BAD  ", "BROKEN "};
  const auto line = fmt::format("{}{}{}{}\n", kStates[static_cast<std::size_t>(finding.state)], finding.what, finding.cure.empty() ? "" : "\n     → ", finding.cure);
  std::fwrite(line.data(), 1, line.size(), stdout);
}

/// A sentence that any lexicon codes, and what must come of it.
constexpr const char* kSentence = "France expelled three Russian diplomats on Tuesday.";

/// Whether the program reads, parses and codes.
std::vector<Finding> examine_engine(const Options& engine) {
  std::vector<Finding> findings;
  const auto attache = Attache::open(engine);
  if (!attache) {
    findings.push_back({Finding::State::broken, to_string(attache.error()), "name another --lexicon or --model, or build the program anew"});
    return findings;
  }
  findings.push_back({Finding::State::good, fmt::format("attache {}, lexicon {}, model {}", ATTACHE_VERSION, attache->lexicon_version(), attache->model_version()), {}});
  Document page;
  page.id = "doctor";
  page.published = day_from_iso("2018-03-27");
  page.blocks.push_back({BlockKind::body, kSentence});
  const auto events = attache->code(page);
  const bool right = !events.empty() && !events.front().actors.empty() && events.front().actors.front().code == "FRA";
  const auto said = events.empty() ? std::string("nothing") : fmt::format("{} by {}", events.front().type, events.front().actors.empty() ? "nobody" : events.front().actors.front().code);
  findings.push_back({right ? Finding::State::good : Finding::State::broken, fmt::format("\"{}\" is coded as {}", kSentence, said), right ? "" : "the lexicon, the model or the build is not sound"});
  return findings;
}

/// Exit status by the worst that was found.
int show(const std::vector<Finding>& findings) {
  int status = done;
  for (const auto& finding : findings) {
    print(finding);
    if (finding.state == Finding::State::bad || finding.state == Finding::State::broken) status = nothing_done;
  }
  return status;
}

int examine_and_mend(const DoctorArguments& arguments) {
  if (!arguments.salvage.empty()) {
    const auto salvaged = store::salvage(arguments.database, arguments.salvage);
    if (!salvaged) {
      report(salvaged.error());
      return nothing_done;
    }
    std::fprintf(stderr, "attache: %llu documents copied to %s, %llu could not be read%s\n", static_cast<unsigned long long>(salvaged->documents), arguments.salvage.c_str(),
                 static_cast<unsigned long long>(salvaged->lost), salvaged->end_is_lost ? ", nor any behind them" : "");
    return salvaged->lost == 0 && !salvaged->end_is_lost ? done : some_skipped;
  }
  if (!arguments.split.empty()) {
    const auto moved = store::split(arguments.database, arguments.split);
    if (!moved) {
      report(moved.error());
      return nothing_done;
    }
    std::fprintf(stderr, "attache: %llu moved\n", static_cast<unsigned long long>(*moved));
    return done;
  }
  if (arguments.mend) {
    const auto mended = store::mend(arguments.database);
    if (!mended) {
      report(mended.error());
      return nothing_done;
    }
  }
  auto findings = examine_engine(arguments.engine);
  if (!arguments.database.empty()) {
    const auto more = store::examine(arguments.database);
    findings.insert(findings.end(), more.begin(), more.end());
  }
  return show(findings);
}

}  // namespace

void add_doctor(CLI::App& app, int& status) {
  auto* command = app.add_subcommand("doctor", "Checks the installation, and a database: says what is wrong and how to mend it");
  command->footer(
      "  attache doctor                                   does the program work?\n"
      "  attache doctor --db news.db                      is the database sound? Changes nothing\n"
      "  attache doctor --db news.db --mend               makes indices, facts and full text anew\n"
      "  attache doctor --db news.db --salvage new.db     copies out of a damaged file what can be read");
  const auto arguments = std::make_shared<DoctorArguments>();
  auto* database = command->add_option("--db", arguments->database, "The database");
  command->add_flag("--mend", arguments->mend, "Bring the database up to date, and make anew what can be made from the records")->needs(database);
  command->add_option("--salvage", arguments->salvage, "A new database that takes what can be read of a damaged one")->needs(database);
  command->add_option("--split", arguments->split, "Take a merge back: the report or document of that id becomes an event or story of its own, with those that were joined to it")->needs(database);
  add_engine_options(*command, arguments->engine);
  command->callback([arguments, &status] { status = examine_and_mend(*arguments); });
}

}  // namespace attache::cli
