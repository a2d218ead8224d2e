#include "cli/command.h"
#include "knowledge/places/country_codes.h"
#include "outputs/country_names.h"

#include <chrono>
#include <cstdio>
#include <memory>
#include <string>

namespace attache::cli {
namespace {

struct CodesOptions {
  std::string date;
};

std::string number(int value) { return value == 0 ? std::string() : std::to_string(value); }

int codes(const CodesOptions& options) {
  const auto given = day_from_iso(options.date);
  const Day day = given ? *given : std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  std::puts("code\tiso2\tiso_numeric\tfips\tcow\tcow_number\tgleditsch_ward\tname");
  for (const auto& row : knowledge::all_country_codes()) {
    const knowledge::CountryCodes state = knowledge::country_codes_on(row.iso3, day);
    const std::string code(row.iso3 == "XKX" ? "KOS" : row.iso3);
    const std::string name(outputs::country_name(code));
    std::printf("%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", code.c_str(), std::string(state.iso2).c_str(), number(state.iso_numeric).c_str(), std::string(state.fips).c_str(), std::string(state.cow).c_str(),
                number(state.cow_number).c_str(), number(state.gleditsch_ward).c_str(), name.c_str());
  }
  return done;
}

std::string is_day(const std::string& text) { return day_from_iso(text) ? std::string() : "`" + text + "` is no day of the form YYYY-MM-DD"; }

}  // namespace

void add_lexicon_codes(CLI::App& lexicon, int& status) {
  auto* command = lexicon.add_subcommand("codes", "Lists the countries' codes: ours, ISO 3166, FIPS 10-4, Correlates of War and Gleditsch-Ward");
  command->footer(
      "Tab-separated, with a heading, for joining records and panels with other data on states. For example:\n"
      "  attache lexicon codes --date 1985-05-05\n"
      "A code that a list does not have is empty.");
  const auto options = std::make_shared<CodesOptions>();
  command->add_option("--date", options->date, "The day whose states are meant, YYYY-MM-DD; today when it is left out")->check(is_day);
  command->callback([options, &status] { status = codes(*options); });
}

}  // namespace attache::cli
