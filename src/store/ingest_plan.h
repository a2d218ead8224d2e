#pragma once
/// What an ingest would do, without doing it; and what there is to be coded anew.

#include "base/key_set.h"
#include "store/coded_document.h"
#include "store/database.h"
#include "store/document_rows.h"
#include "store/recoding.h"
#include "store/writer.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace attache::store {

/// Takes documents in the writer's place and changes nothing.
class IngestPlan {
 public:
  /// A database that is not there counts as an empty one. Throws what opening throws.
  IngestPlan(const std::string& path, bool recode);
  /// What would become of the document.
  Result<Added> add(const CodedDocument& document);

 private:
  Added plan(const CodedDocument& document);

  bool recode_;
  std::optional<Connection> connection_;
  std::optional<DocumentFinder> finder_;
  std::optional<Statement> find_report_;
  std::optional<RecodingFinder> recodings_;
  KeySet added_;  ///< Documents, and reports of documents that came in pieces.
};

/// The number of that version of a coder; 0 when it has coded nothing here.
std::int64_t number_of_coder(Connection& connection, const CoderVersion& coder);

/// Hands on the packed pages that another version of the same coder coded, oldest first, until `take` says false; before them the bytes of all.
/// Errors: those of the database.
Result<void> for_each_stale_page(const std::string& path, const CoderVersion& coder, const std::function<void(std::uint64_t all_bytes)>& measure,
                                 const std::function<bool(std::span<const std::byte> packed, std::string_view id)>& take);

}  // namespace attache::store
