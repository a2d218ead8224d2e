#include "reading/files.h"

#include <algorithm>
#include <filesystem>
#include <glob.h>

namespace attache {
namespace {

namespace fs = std::filesystem;

bool is_hidden(const fs::path& path) {
  const auto name = path.filename().string();
  return name.size() > 1 && name.front() == '.';
}

bool is_pattern(const std::string& argument) { return argument.find_first_of("*?[") != std::string::npos; }

Error trouble(ErrorKind kind, const std::string& path, std::string message) {
  return {kind, std::move(message), Place{path}, "skipped it"};
}

/// Appends the files below a folder, sorted by their whole path. Links to folders are not followed: they may lead in circles.
void expand_folder(const std::string& folder, std::vector<std::string>& files, const std::function<void(const Error&)>& on_error) {
  std::vector<std::string> found;
  std::error_code error;
  fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, error);
  if (error) {
    on_error(trouble(ErrorKind::unreadable, folder, "cannot open the folder: " + error.message()));
    return;
  }
  for (const fs::recursive_directory_iterator end; entry != end; entry.increment(error)) {
    if (error) break;
    std::error_code status_error;
    if (is_hidden(entry->path())) {
      if (entry->is_directory(status_error)) entry.disable_recursion_pending();
      continue;
    }
    if (entry->is_regular_file(status_error)) found.push_back(entry->path().string());
  }
  if (error) on_error(trouble(ErrorKind::unreadable, folder, "cannot read the whole folder: " + error.message()));
  if (found.empty() && !error) on_error(trouble(ErrorKind::empty, folder, "no files in the folder"));
  std::sort(found.begin(), found.end());
  files.insert(files.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
}

void expand_path(const std::string& path, std::vector<std::string>& files, const std::function<void(const Error&)>& on_error) {
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) {
    expand_folder(path, files, on_error);
  } else {
    files.push_back(path);
  }
}

void expand_pattern(const std::string& pattern, std::vector<std::string>& files, const std::function<void(const Error&)>& on_error) {
  glob_t found{};
  const int status = ::glob(pattern.c_str(), GLOB_NOSORT, nullptr, &found);
  std::vector<std::string> paths;
  if (status == 0) paths.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
  ::globfree(&found);
  if (paths.empty()) {
    on_error(trouble(ErrorKind::not_found, pattern, "no file matches the pattern"));
    return;
  }
  // By bytes and not by the locale's order, which differs between machines.
  std::sort(paths.begin(), paths.end());
  for (const auto& path : paths) expand_path(path, files, on_error);
}

}  // namespace

std::vector<std::string> expand_files(const std::vector<std::string>& arguments, const std::function<void(const Error&)>& on_error) {
  std::vector<std::string> files;
  for (const auto& argument : arguments) {
    std::error_code ignored;
    if (argument == "-" || fs::exists(argument, ignored) || !is_pattern(argument)) {
      expand_path(argument, files, on_error);
    } else {
      expand_pattern(argument, files, on_error);
    }
  }
  return files;
}

}  // namespace attache
