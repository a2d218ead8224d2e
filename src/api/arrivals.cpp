#include "api/arrivals.h"

#include "outputs/report_json.h"
#include "reading/record_reader.h"
#include "store/page_archive.h"
#include "store/story_keeper.h"

#include <utility>

namespace attache {
namespace {

bool in_english(const Document& document) { return document.language.empty() || document.language == "en"; }

/// Records without a document's id belong to their page; without a page each to itself.
void name_document(Report& report) {
  auto& citation = report.citation;
  if (citation.document.empty()) citation.document = citation.url.empty() ? report.coder.name + ':' + report.event.id : citation.url;
}

/// A record behind those of the same document joins them.
void add_report(Report&& report, std::vector<Arrival>& arrivals) {
  name_document(report);
  Arrival arrival;
  arrival.from_records = true;
  arrival.coded.citation = std::move(report.citation);
  arrival.coded.coder = std::move(report.coder);
  arrival.coded.events.push_back(std::move(report.event));
  if (report.mentions) arrival.coded.mentions.push_back(std::move(report.mentions));
  if (!arrivals.empty() && arrivals.back().from_records && store::same_coding(arrivals.back().coded, arrival.coded)) {
    store::append(arrivals.back().coded, std::move(arrival.coded));
  } else {
    arrivals.push_back(std::move(arrival));
  }
}

}  // namespace

struct ArrivalMaker::Page {
  Document document;
  std::size_t arrival = 0;
};

void ArrivalMaker::work_on(ArrivalBatch& batch) {
  std::vector<Page> to_code;
  RecordReader documents(options_.read);
  outputs::ReportReader reports(&attache_.ontology());
  for (auto& record : batch.records) {
    if (record.kind != RecordKind::json || !outputs::looks_like_report(record.bytes)) {
      documents.read(
          std::move(record), [&](Document&& document) { add_page(std::move(document), batch, to_code); }, [&](const Error& error) { batch.trouble.push_back(error); },
          [&](std::string_view what) { batch.pass_over(what); });
      continue;
    }
    auto report = reports.read(record.bytes);
    if (report) {
      add_report(std::move(*report), batch.arrivals);
    } else {
      batch.trouble.push_back({report.error().kind, report.error().message, record.place, "skipped the record"});
    }
  }
  batch.records.clear();
  for (auto& arrival : batch.arrivals) {
    if (arrival.from_records && arrival.coded.coder.name == CoderVersion().name) arrival.coded.prepared = store::prepare(arrival.coded);
  }
  for (auto& page : batch.pages) add_page(std::move(page), batch, to_code);
  batch.pages.clear();
  code(to_code, batch);
}

void ArrivalMaker::add_page(Document&& document, ArrivalBatch& batch, std::vector<Page>& to_code) {
  batch.notices.insert(batch.notices.end(), document.notices.begin(), document.notices.end());
  Arrival arrival;
  auto& coded = arrival.coded;
  coded.citation = citation_of(document);
  coded.content = store::content_of(document);
  coded.coder.name.clear();  // until it is coded
  look_up(arrival);
  const bool wanted = !arrival.known && (!options_.dry_run || options_.recode);
  if (wanted && target_.keeps_text && !options_.dry_run) coded.page = store::pack_page(document);
  if (wanted && !in_english(document)) {
    batch.trouble.push_back({ErrorKind::unsupported, "the document's language is `" + document.language + "`, not English", document.source, "kept but not coded"});
  } else if (wanted) {
    to_code.push_back({std::move(document), batch.arrivals.size()});
  }
  batch.arrivals.push_back(std::move(arrival));
}

void ArrivalMaker::code(std::vector<Page>& to_code, ArrivalBatch& batch) const {
  if (to_code.empty()) return;
  std::vector<Document> documents;
  documents.reserve(to_code.size());
  for (auto& page : to_code) documents.push_back(std::move(page.document));
  auto analyses = attache_.analyse(documents, Depth::events);
  for (std::size_t i = 0; i < analyses.size(); ++i) {
    auto& coded = batch.arrivals[to_code[i].arrival].coded;
    coded.coder = coder_;
    for (auto& event : analyses[i].events) {
      if (event.confidence >= options_.least_confidence) coded.events.push_back(std::move(event));
    }
    coded.prepared = stories::prepare(documents[i], coded.events);
  }
}

/// Whether the database has the document and nothing new is to be said of it, so that it need not be coded again. What the writer has in hand at this
/// moment is not seen here; it looks again.
void ArrivalMaker::look_up(Arrival& arrival) {
  if (!target_.there) return;
  auto& lookup = lookups_.local();
  if (!lookup) lookup = std::make_unique<Lookup>(options_.database);
  const auto known = lookup->finder.find(arrival.coded.citation.document, arrival.coded.content, coder_.name);
  // Of a document that only its records are known of the page is still to come.
  if (!known || known->content == 0) return;
  arrival.other_version = known->coder != 0 && known->coder != target_.this_coder;
  arrival.known = !options_.recode || known->coder == target_.this_coder;
}

}  // namespace attache
