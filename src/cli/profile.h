#pragma once
/// What a user cares for most, as the least confidence an event must have to be given (docs/confidence.md says what each costs).

#include <CLI/CLI.hpp>

#include <string>
#include <string_view>

namespace attache::cli {

/// `precision`, `balanced` or `recall`; 0 to 1.
inline double least_confidence(std::string_view profile) { return profile == "precision" ? 0.6 : profile == "balanced" ? 0.05 : 0.0; }

/// `--profile`, with `profile` as its default; both live as long as the command.
inline void add_profile_option(CLI::App& command, std::string& profile) {
  command.add_option("--profile", profile, "What matters most: precision leaves out doubtful events, balanced the most doubtful, recall none")
      ->capture_default_str()
      ->check(CLI::IsMember({"precision", "balanced", "recall"}));
}

}  // namespace attache::cli
