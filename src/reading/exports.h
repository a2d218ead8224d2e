#pragma once
/// Files with many articles one behind the other, as news databases export them, and the heads that these write.

#include "reading/buffered_reader.h"
#include "reading/record.h"

#include <attache/document.h>

#include <string>
#include <string_view>

namespace attache::reading {

/// True when the text has lines that part articles in an export: "12 of 250 DOCUMENTS" (LexisNexis), "End of Document" (Nexis Uni),
/// "Document 12 of 250" below a rule (ProQuest), "Document LBA0000020120303e8330001" (Factiva).
bool is_export(std::string_view text);

/// Cuts an export into articles, each a record of kind `article` with its number and line. One article is held, never the file; of one
/// larger than `kMaxPageBytes` only the beginning, with a notice.
class ExportReader {
 public:
  ExportReader(ByteSource& source, const Place& place, const RecordSink& sink) : reader_(source), place_(place), sink_(sink) {}
  void read();

 private:
  void hand_on();

  BufferedReader reader_;
  const Place& place_;
  const RecordSink& sink_;
  std::string article_;
  std::uint64_t record_ = 0;
  std::uint64_t first_line_ = 1;
  bool cut_ = false;
};

/// Reads one exported article, `text` being UTF-8: its head in any of these forms, by labels ("BYLINE: …"), by codes ("HD …") or by the
/// order of its lines, then its paragraphs.
void read_exported_article(std::string_view text, Document& document);

}  // namespace attache::reading
