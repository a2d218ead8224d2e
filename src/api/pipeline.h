#pragma once
/// Files in, lines out: the bounded stream that every command over many documents runs on.

#include "reading/reader.h"

#include <attache/document.h>

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attache {

/// What is done with some documents, on any thread: appends the output's lines, and trouble that belongs to a document.
using DocumentWork = std::function<void(std::span<const Document> documents, std::string& lines, std::vector<Error>& trouble)>;

/// How a run went.
struct RunSummary {
  std::uint64_t documents = 0;  ///< Read and worked on.
  std::uint64_t skipped = 0;    ///< Files, records and documents that could not be used.
  std::uint64_t cut = 0;        ///< Documents of which only a part could be used.
  std::map<std::string, std::uint64_t> passed_over;  ///< What was no page and never meant to be one, by what it was.
};

/// Reads the files one after another; their records are read and worked on with `threads` threads (at least 1).
/// What was mended in a document, such as bytes that are not UTF-8, is reported too; it counts as neither skipped nor cut.
/// `write` and `report` are called from one thread at a time; what is written comes in the order of the input whatever the
/// number of threads. Memory does not grow with the input: a few batches of documents are under way at any time.
RunSummary run_documents(const std::vector<std::string>& files, const ReadOptions& options, unsigned threads, const DocumentWork& work,
                         const std::function<void(std::string_view lines, const RunSummary& so_far)>& write,
                         const std::function<void(const Error&)>& report);

}  // namespace attache
