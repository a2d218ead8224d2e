#pragma once
/// From a record's bytes to the documents in it.

#include "reading/json_documents.h"
#include "reading/reader.h"
#include "reading/record.h"

#include <attache/document.h>

namespace attache {

/// Reads records one after another, reusing its memory; each thread has its own. What a record gives depends on the record alone.
class RecordReader {
 public:
  explicit RecordReader(const ReadOptions& options) : options_(options) {}

  /// Hands on the record's documents: none, one, or for a feed several. What gives none is said by `on_error` or `on_passed_over`.
  void read(Record&& record, const std::function<void(Document&&)>& on_document, const std::function<void(const Error&)>& on_error,
            const std::function<void(std::string_view)>& on_passed_over);

 private:
  const ReadOptions& options_;
  reading::JsonDocumentReader json_;
};

}  // namespace attache
