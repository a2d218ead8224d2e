#include "cli/export_options.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <filesystem>

namespace attache::cli {
namespace {

constexpr const char* columns_program = "attache-arrow";

/// Beside this program; empty when it is not there.
std::string find_columns_program() {
  std::error_code trouble;
  const auto self = std::filesystem::read_symlink("/proc/self/exe", trouble);
  const auto beside = self.parent_path() / columns_program;
  return !trouble && ::access(beside.c_str(), X_OK) == 0 ? beside.string() : std::string();
}

void say(const std::string& message) { std::fprintf(stderr, "attache: %s\n", message.c_str()); }

/// Starts the program with its standard input led from our standard output; 0 when that cannot be done.
pid_t start(const std::string& program, const FormatOptions& options) {
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) return 0;
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, pipe[0], STDIN_FILENO);
  std::array<const char*, 7> arguments = {
      program.c_str(), "--format", options.name.c_str(), "--output", options.output.c_str(), options.panel ? "--panel" : options.partition ? "--partition" : nullptr,
      nullptr};
  pid_t process = 0;
  // The list of arguments is not written to, though its type would allow it.
  const int trouble = ::posix_spawn(&process, program.c_str(), &actions, nullptr, const_cast<char* const*>(arguments.data()), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  ::close(pipe[0]);
  // A program that stops early is told by its status, not by the end of this one.
  if (trouble == 0) std::signal(SIGPIPE, SIG_IGN);
  const bool led = trouble == 0 && ::dup2(pipe[1], STDOUT_FILENO) >= 0;
  ::close(pipe[1]);
  return led ? process : 0;
}

}  // namespace

std::optional<OutputFile> OutputFile::open(const FormatOptions& options) {
  OutputFile file;
  file.path_ = options.output;
  if (options.in_columns()) {
    if (options.output.empty())
      return say("--format " + options.name + " needs --output: such files are not written to standard output"), std::nullopt;
    const auto program = find_columns_program();
    if (program.empty()) {
      say("--format " + options.name + " needs the program attache-arrow beside this one; cmake/arrow.cmake says how it is built");
      return std::nullopt;
    }
    file.program_ = start(program, options);
    if (file.program_ == 0) return say("cannot start " + program + ": " + std::strerror(errno)), std::nullopt;
    return file;
  }
  if (options.partition) return say("--partition is for parquet and arrow"), std::nullopt;
  if (!options.output.empty() && !std::freopen(options.output.c_str(), "wb", stdout))
    return say("cannot write " + options.output + ": " + std::strerror(errno)), std::nullopt;
  return file;
}

int OutputFile::close(int status) {
  if (path_.empty()) return status;
  const bool written = std::fflush(stdout) == 0 && std::ferror(stdout) == 0 && std::fclose(stdout) == 0;
  if (program_ != 0) {
    // Its input ends with the last descriptor that writes to it.
    ::close(STDOUT_FILENO);
    int ended = 0;
    while (::waitpid(program_, &ended, 0) < 0 && errno == EINTR) {
    }
    const int of_program = WIFEXITED(ended) ? WEXITSTATUS(ended) : nothing_done;
    if (of_program != done) return of_program == some_skipped ? some_skipped : nothing_done;
  }
  if (!written) return say("cannot write " + path_ + ": " + std::strerror(errno)), nothing_done;
  return status;
}

}  // namespace attache::cli
