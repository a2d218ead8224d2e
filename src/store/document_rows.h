#pragma once
/// Documents as rows: whether one is there, and adding it.

#include "store/coded_document.h"
#include "store/sqlite.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace attache::store {

/// A document that the database has.
struct KnownDocument {
  std::int64_t number = 0;
  std::int64_t content = 0;
  std::int64_t coder = 0;     ///< 0 where it was read and not coded.
  std::int64_t original = 0;
};

/// Looks documents up; for any thread that has a connection of its own.
class DocumentFinder {
 public:
  explicit DocumentFinder(const Connection& connection);
  /// The document of that id with that content; with any when `content` is 0, or when only records of it are there. One that a coder of another name
  /// coded is another document: what two programs say of a page is kept apart.
  std::optional<KnownDocument> find(std::string_view id, std::int64_t content, std::string_view coder);

 private:
  Statement find_;
};

/// What a document is to those before it.
struct DocumentPlacement {
  std::int64_t number = 0;
  std::int64_t original = 0;   ///< The document it reprints, else itself.
  std::int64_t alike = 0;      ///< The document of whose story it is; 0 for a first.
  std::string relation;        ///< What it is to that one: `reprint`, `update`, `correction`, `same story`; empty for a first.
  std::string rule;            ///< Why.
  double strength = 0;         ///< 0–1, how much they share.
  std::string fingerprint;     ///< Where later documents are compared with this one; else empty.
  std::int64_t story = 0;      ///< 0 for none.
  std::int64_t run = 0;
  std::int64_t coder = 0;
};

class DocumentRows {
 public:
  explicit DocumentRows(const Connection& connection);
  void add(const CodedDocument& document, const DocumentPlacement& placement);
  /// What was known from its records only has now been read.
  void complete(std::int64_t number, const CodedDocument& document);
  void set_coder(std::int64_t number, std::int64_t coder);

 private:
  Statement add_, add_page_, complete_, set_coder_;
};

}  // namespace attache::store
