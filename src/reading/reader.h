#pragma once
/// Bytes in, documents out: finds out what an input is and hands on the articles in it, one at a time.

#include "reading/files.h"

#include <attache/document.h>
#include <attache/error.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace attache {

/// How inputs are read.
struct ReadOptions {
  std::optional<Day> default_date;  ///< Published date for documents that do not give one.
  bool text_as_it_is = false;       ///< Plain text is no page: each paragraph, a blank line between, is a block, and nothing is left out.
};

/// Reads a file; `-` is standard input. The kind is found from content (reading/input_records.h says which there are). Documents come one
/// at a time in the order of the input, and memory does not grow with it (reading/limits.h). A broken record is handed to `on_error` and
/// reading goes on at the next. What is no page and was never meant to be one, such as a web archive's request, is passed over.
/// Errors: `not_found`, `unreadable`, `empty`, `binary`, `malformed`, `truncated`, `too_large`, `unsupported`.
void read_file(const std::string& path, const ReadOptions& options, const std::function<void(Document&&)>& on_document,
               const std::function<void(const Error&)>& on_error);

/// Reads bytes in memory as `read_file` does; `place` says where they come from.
void read_bytes(std::string_view bytes, const Place& place, const ReadOptions& options,
                const std::function<void(Document&&)>& on_document, const std::function<void(const Error&)>& on_error);

}  // namespace attache
