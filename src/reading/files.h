#pragma once
/// The files that a user's arguments name.

#include <attache/error.h>

#include <functional>
#include <string>
#include <vector>

namespace attache {

/// Files, folders (with all below them) and patterns (`*`, `?`, `[a-z]`) as a list of files. Arguments keep their order; what one of
/// them stands for is sorted by name, so that a run gives the same on any machine. Hidden files and folders are left out unless named.
/// `-` stays as it is. Errors: `not_found`, `unreadable`, `empty` for a folder or pattern without a file.
std::vector<std::string> expand_files(const std::vector<std::string>& arguments, const std::function<void(const Error&)>& on_error);

}  // namespace attache
