#include "cli/command.h"
#include "knowledge/actors/survey.h"

#include <chrono>
#include <cstdio>
#include <memory>

namespace attache::cli {
namespace {

struct SurveyOptions {
  std::string lexicon = "lexicon";
  std::string since = "1990-01-01";
  std::string until;
};

std::int32_t days_of(Day day) { return static_cast<std::int32_t>(day.time_since_epoch().count()); }

int survey(const SurveyOptions& options) {
  const auto source = knowledge::read_lexicon_files(options.lexicon);
  if (!source) {
    report(source.error());
    return nothing_done;
  }
  const auto counts = knowledge::count_entries(*source);
  std::printf("%-14s %8s %8s\n", "", "entries", "names");
  for (std::size_t kind = 0; kind < counts.kinds.size(); ++kind) {
    std::printf("%-14s %8zu %8zu\n", std::string(knowledge::name_of(static_cast<knowledge::ActorKind>(kind))).c_str(), counts.kinds[kind].entries, counts.kinds[kind].names);
  }
  std::printf("%-14s %8zu\n\n", "agents", counts.agents);

  const auto since = day_from_iso(options.since), until = day_from_iso(options.until);
  const Day today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  const auto vacancies = knowledge::find_vacancies(*source, days_of(*since), days_of(until ? *until : today));
  for (const auto& vacancy : vacancies) {
    std::printf("%s  %-18s %s to %s  %s\n", vacancy.code.c_str(), vacancy.of_government ? "head of government" : "head of state", to_iso(Day{std::chrono::days{vacancy.first}}).c_str(),
                to_iso(Day{std::chrono::days{vacancy.last}}).c_str(), vacancy.state.c_str());
  }
  std::fprintf(stderr, "attache: %zu times of more than a month without a head of state or government that is known\n", vacancies.size());
  return done;
}

std::string is_day(const std::string& text) { return day_from_iso(text) ? std::string() : "`" + text + "` is no day of the form YYYY-MM-DD"; }

}  // namespace

void add_lexicon_survey(CLI::App& lexicon, int& status) {
  auto* command = lexicon.add_subcommand("survey", "Counts the actors by kind, and says on which days nobody is known at the head of a state");
  const auto options = std::make_shared<SurveyOptions>();
  command->add_option("--lexicon", options->lexicon, "The lexicon folder")->capture_default_str()->check(CLI::ExistingDirectory);
  command->add_option("--since", options->since, "The first day looked at, YYYY-MM-DD")->capture_default_str()->check(is_day);
  command->add_option("--until", options->until, "The last day looked at, YYYY-MM-DD; today when it is left out")->check(is_day);
  command->callback([options, &status] { status = survey(*options); });
}

}  // namespace attache::cli
