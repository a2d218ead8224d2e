#include <attache/store.h>

#include "api/ingest.h"
#include "outputs/export_formats.h"
#include "reading/files.h"
#include "store/panel_request.h"
#include "store/reader.h"

#include <thread>

namespace attache {

Result<IngestCounts> ingest(const Attache& attache, const std::string& database, const Ingestion& ingestion) {
  IngestOptions options;
  options.database = database;
  options.threads = ingestion.threads ? ingestion.threads : std::max(1U, std::thread::hardware_concurrency());
  options.least_confidence = ingestion.least_confidence;
  options.recode = ingestion.recode;
  options.dry_run = ingestion.dry_run;
  if (!ingestion.keep_text) options.keep_text = false;
  options.command = "library";
  IngestListener listener;
  listener.report = [&](const Error& error) {
    if (ingestion.on_error) ingestion.on_error(error);
  };
  std::uint64_t missing = 0;
  options.files = expand_files(ingestion.files, [&](const Error& error) {
    ++missing;
    listener.report(error);
  });
  // Nothing of what was named is there: that is not the wish to have all kept pages coded anew.
  if (options.files.empty() && !ingestion.files.empty()) return IngestCounts{.skipped = missing};
  const auto summary = ingest(attache, {"attache", ATTACHE_VERSION, attache.lexicon_version(), attache.model_version()}, options, listener);
  if (!summary) return tl::make_unexpected(summary.error());
  return IngestCounts{summary->added,          summary->there + summary->completed, summary->other_coder, summary->recoded, summary->skipped + missing,
                      summary->reports_added, summary->reports_retired};
}

struct Store::Parts {
  std::unique_ptr<store::Reader> reader;
};

Store::Store(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::open(const std::string& database) {
  auto reader = store::Reader::open(database);
  if (!reader) return tl::make_unexpected(reader.error());
  return Store(std::unique_ptr<Parts>(new Parts{std::move(*reader)}));
}

Result<std::uint64_t> Store::for_each_report(const StoreQuery& query, const std::function<bool(const Report&)>& take) {
  const auto conditions = store::parse_conditions(query.where);
  if (!conditions) return tl::make_unexpected(conditions.error());
  const auto merge = stories::policy_named(query.merge);
  if (!merge) return tl::make_unexpected(Error{ErrorKind::malformed, "no merge policy is called `" + query.merge + "`", {}, {}});
  return parts_->reader->for_each_report({*conditions, *merge, query.limit, query.retired}, [&](const store::StoredReport& stored) { return take(stored.report); });
}

Result<ExportCounts> Store::write(const Attache& attache, const ExportRequest& request, const std::function<bool(std::string_view)>& take) {
  const auto* format = outputs::export_format(request.format);
  if (!format) return tl::make_unexpected(Error{ErrorKind::unsupported, "no format is called `" + request.format + "`", {}, {}});
  outputs::ExportOptions options;
  options.every_modality = request.every_modality;
  options.merged_events = request.query.merge == "events";
  options.ontology = &attache.ontology();
  if (request.legacy_goldstein) options.goldstein = coding::GoldsteinTable::legacy;
  StoreQuery query = request.query;
  // Each report of an event is a mention of it.
  if (request.format == "gdelt-mentions" && options.merged_events) query.merge = "none";
  constexpr std::size_t kEnough = 1 << 16;
  outputs::LeftOut left_out;
  std::string lines;
  format->heading(lines);
  const auto reports = for_each_report(query, [&](const Report& report) {
    format->append(report, options, lines, left_out);
    if (lines.size() < kEnough) return true;
    const bool go_on = take(lines);
    lines.clear();
    return go_on;
  });
  if (!reports) return tl::make_unexpected(reports.error());
  if (!lines.empty()) take(lines);
  return ExportCounts{*reports, left_out.total()};
}

Result<Panel> Store::panel(const PanelRequest& request) {
  const auto query = store::panel_query(request);
  if (!query) return tl::make_unexpected(query.error());
  return store::count_panel(parts_->reader->connection(), *query);
}

}  // namespace attache
