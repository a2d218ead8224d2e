#pragma once
/// Documents on their way into a database: read, looked up, coded. The part of an ingest that many threads do at once.

#include "api/ingest.h"
#include "api/record_batch.h"
#include "store/coded_document.h"
#include "store/database.h"
#include "store/document_rows.h"

#include <tbb/enumerable_thread_specific.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace attache {

/// A document that is ready for the writer.
struct Arrival {
  store::CodedDocument coded;
  bool known = false;         ///< It is there and stays as it is: nothing was coded.
  bool other_version = false; ///< … as another version of the coder has coded it.
  bool from_records = false;  ///< It came as records.
};

struct ArrivalBatch : RecordBatch {
  std::vector<Document> pages;      ///< Documents that need no reading: those that the database keeps.
  std::vector<Arrival> arrivals;    ///< In the order of the input.
  std::uint64_t untouched = 0;      ///< Of the pages that the database keeps, those that need no new coding.
  std::vector<Error> notices;       ///< What was mended or cut in the documents.
};

/// What the database says at the beginning of an ingest.
struct IngestTarget {
  bool there = false;            ///< Whether there is a database.
  bool keeps_text = true;
  std::int64_t this_coder = 0;   ///< Number of the coder that codes now; 0 while it has coded nothing.
};

class ArrivalMaker {
 public:
  ArrivalMaker(const Attache& attache, const CoderVersion& coder, const IngestOptions& options, const IngestTarget& target)
      : attache_(attache), coder_(coder), options_(options), target_(target) {}

  /// From records and pages to arrivals. May run on many threads at once.
  void work_on(ArrivalBatch& batch);

 private:
  struct Lookup {
    explicit Lookup(const std::string& path) : connection(store::open_for_reading(path)), finder(connection) {}
    store::Connection connection;
    store::DocumentFinder finder;
  };
  struct Page;  // a document that may have to be coded, and its place among the arrivals

  void add_page(Document&& document, ArrivalBatch& batch, std::vector<Page>& to_code);
  void code(std::vector<Page>& to_code, ArrivalBatch& batch) const;
  void look_up(Arrival& arrival);

  const Attache& attache_;
  const CoderVersion& coder_;
  const IngestOptions& options_;
  const IngestTarget& target_;
  tbb::enumerable_thread_specific<std::unique_ptr<Lookup>> lookups_;
};

}  // namespace attache
