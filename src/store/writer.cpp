#include "store/writer.h"

#include "store/record_id.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace attache::store {
namespace {

/// A transaction is committed after so long at the latest, that stopping costs little work.
constexpr auto kLongestPending = std::chrono::seconds(3);

std::int64_t now() { return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count(); }

/// The id under which a report's event begins: that of the page's first report of it. Other coders number their events from one too, so that theirs bear their name.
std::string own_event(const Event& event, const CoderVersion& coder) {
  const auto& id = event.same_as.empty() ? event.id : event.same_as;
  return coder.name == CoderVersion().name || coder.name.empty() || id.starts_with(coder.name + ':') ? id : coder.name + ':' + id;
}

}  // namespace

Writer::Writer(const std::string& path, const WriterOptions& options)
    : lock_(path),
      connection_(open_for_writing(path)),
      options_(options),
      keep_text_(setting(connection_, kKeepsText, options.keep_text.value_or(true) ? 1 : 0) != 0),
      dictionaries_(connection_),
      finder_(connection_),
      documents_(connection_),
      events_(connection_),
      reports_(connection_, dictionaries_, keep_text_),
      recodings_(connection_, keep_text_),
      stories_(connection_),
      find_report_(connection_, "SELECT number FROM reports WHERE document = ?1 AND id = ?2 LIMIT 1"),
      note_recoding_(connection_, "INSERT OR REPLACE INTO recodings (document, run, before, after, kept, added, retired) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"),
      update_run_(connection_, "UPDATE runs SET documents = ?2, reports = ?3, ended = ?4 WHERE number = ?1") {
  if (options.keep_text && *options.keep_text != keep_text_) {
    throw Failure{{ErrorKind::unsupported, keep_text_ ? "the database was made to keep text" : "the database was made to keep no text", Place{path},
                   "nothing was changed; leave the option out, or make another database"}};
  }
}

Writer::~Writer() = default;

Result<std::unique_ptr<Writer>> Writer::open(const std::string& path, const WriterOptions& options) {
  return guarded([&] { return std::unique_ptr<Writer>(new Writer(path, options)); });
}

Result<Added> Writer::add(const CodedDocument& document) {
  if (broken_) return tl::make_unexpected(Error{ErrorKind::unwritable, "an earlier error ended the writing", Place{connection_.path()}, {}});
  auto added = guarded([&] {
    if (!transaction_) begin();
    Added taken = take(document);
    ++pending_documents_;
    pending_reports_ += taken.added;
    if (pending_documents_ + pending_reports_ >= options_.commit_every || std::chrono::steady_clock::now() - begun_ >= kLongestPending) commit_now();
    return taken;
  });
  if (added) return added;
  broken_ = true;
  transaction_.reset();
  return added;
}

Result<void> Writer::commit() {
  return guarded([&] {
    if (transaction_) commit_now();
  });
}

Result<void> Writer::finish() {
  return guarded([&] {
    if (broken_) return;
    if (!transaction_) begin();
    update_run_.bind(1, run_).bind(2, static_cast<std::int64_t>(run_documents_)).bind(3, static_cast<std::int64_t>(run_reports_)).bind(4, now()).run();
    commit_now();
    connection_.run("PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE)");
  });
}

void Writer::begin() {
  transaction_.emplace(connection_);
  begun_ = std::chrono::steady_clock::now();
  if (run_ != 0) return;
  set_setting(connection_, kKeepsText, keep_text_ ? 1 : 0);
  Statement add_run(connection_, "INSERT INTO runs (started, command, program) VALUES (?1, ?2, ?3)");
  add_run.bind(1, now()).bind(2, std::string_view(options_.command)).bind(3, std::string_view(options_.program)).run();
  run_ = connection_.last_row();
  next_document_ = connection_.number("SELECT max(number) FROM documents").value_or(0) + 1;
  next_report_ = connection_.number("SELECT max(number) FROM reports").value_or(0) + 1;
}

void Writer::commit_now() {
  transaction_->commit();
  transaction_.reset();
  committed_ += std::exchange(pending_documents_, 0);
  pending_reports_ = 0;
}

Added Writer::take(const CodedDocument& document) {
  const auto coder = document.coder.name.empty() ? 0 : dictionaries_.coder(document.coder.name, document.coder.version, document.coder.lexicon, document.coder.model);
  reports_.begin_document();
  if (const auto known = finder_.find(document.citation.document, document.content)) {
    if (known->content == 0 && document.content != 0) documents_.complete(known->number, document);
    if (known->coder == coder || known->coder == 0) return complete(document, *known);
    if (!options_.recode) return {Outcome::other_coder};
    return recode(document, *known, coder);
  }
  return add_new(document, coder);
}

Added Writer::add_new(const CodedDocument& document, std::int64_t coder) {
  DocumentPlacement placement;
  placement.number = next_document_++;
  placement.original = placement.number;
  placement.run = run_;
  placement.coder = coder;
  std::vector<stories::ReportDecision> decisions;
  decide(document, placement, decisions);
  documents_.add(document, placement);
  ReportPlacement report{placement.number, placement.original};
  report.published = document.citation.published;
  report.run = run_;
  report.coder = coder;
  for (std::size_t i = 0; i < document.events.size(); ++i) {
    if (decisions.empty()) {
      add_report(document, i, own_event(document.events[i], document.coder), report);
      continue;
    }
    auto& decision = decisions[i];
    report.merge_rule = decision.with.empty() ? "" : decision.rule.to_text();
    report.merged_with = std::move(decision.with);
    report.beside = std::move(decision.beside);
    report.contradiction = decision.contradiction;
    report.facts = decision.remembered ? stories::to_bytes(stories::facts_of(document.events[i])) : "";
    add_report(document, i, decision.event, report);
  }
  ++run_documents_;
  run_reports_ += document.events.size();
  return {Outcome::added, static_cast<std::uint32_t>(document.events.size())};
}

/// Story and events of a new document. Events of other coders' files stay as those files have them: holding coders against each other needs them apart.
void Writer::decide(const CodedDocument& document, DocumentPlacement& placement, std::vector<stories::ReportDecision>& decisions) {
  if (document.coder.name != CoderVersion().name) return;
  const auto prepared = document.prepared ? std::nullopt : std::optional(prepare(document));
  const auto& entry = document.prepared ? *document.prepared : *prepared;
  auto decision = stories_.decide(entry);
  std::optional<std::int64_t> story_day;
  if (decision.story_day != stories::Fingerprint::no_day) story_day = decision.story_day;
  placement.story = events_.join_story(decision.story, story_day, days(document.citation.published));
  if (decision.remembered) placement.fingerprint = stories::to_bytes(entry.print);
  if (!decision.like.empty()) {
    if (const auto like = finder_.find(decision.like, 0)) {
      placement.alike = like->number;
      if (decision.likeness == stories::Likeness::reprint) placement.original = like->original;
    }
    placement.relation = decision.correction ? std::string_view("correction") : stories::name_of(decision.likeness);
    placement.rule = decision.because;
    placement.strength = decision.strength;
  }
  decisions = std::move(decision.reports);
}

void Writer::add_report(const CodedDocument& document, std::size_t at, const std::string& event_id, ReportPlacement& placement) {
  const auto& event = document.events[at];
  placement.told = at < document.mentions.size() && document.mentions[at] ? &*document.mentions[at] : nullptr;
  placement.number = next_report_++;
  placement.event = events_.join(event_id, placement.number, days(event.date));
  reports_.add(event, placement);
}

Added Writer::complete(const CodedDocument& document, const KnownDocument& known) {
  Added result;
  ReportPlacement report{known.number, known.original};
  report.published = document.citation.published;
  report.run = run_;
  report.coder = known.coder;
  if (known.coder == 0 && !document.coder.name.empty()) {
    report.coder = dictionaries_.coder(document.coder.name, document.coder.version, document.coder.lexicon, document.coder.model);
    documents_.set_coder(known.number, report.coder);
  }
  for (std::size_t i = 0; i < document.events.size(); ++i) {
    const auto& event = document.events[i];
    find_report_.bind(1, known.number);
    bind_id(find_report_, 2, event.id);
    const bool there = find_report_.step();
    find_report_.reset();
    if (there) {
      ++result.kept;
      continue;
    }
    report.merge_rule = event.same_as.empty() ? "" : stories::MergeRule{.told_again = true}.to_text();
    report.merged_with = event.same_as;
    add_report(document, i, own_event(event, document.coder), report);
    ++result.added;
  }
  run_reports_ += result.added;
  result.outcome = result.added > 0 ? Outcome::completed : Outcome::there;
  return result;
}

Added Writer::recode(const CodedDocument& document, const KnownDocument& known, std::int64_t coder) {
  auto recoding = recodings_.compare(known.number, document.events);
  Added result{Outcome::recoded};
  result.kept = recoding.kept;
  result.added = static_cast<std::uint32_t>(recoding.added.size());
  result.retired = static_cast<std::uint32_t>(recoding.retired.size());
  // A report that only says something else of the same words stays a report of its event.
  std::map<std::string, std::string> event_of_id;
  for (auto& report : recoding.retired) {
    event_of_id.emplace(report.report.event.id, report.report.mentions->event);
    reports_.retire(report.number, run_);
    events_.leave(report.event, report.number);
    result.changes.push_back({false, std::move(report.report.event)});
  }
  ReportPlacement placement{known.number, known.original};
  placement.published = document.citation.published;
  placement.run = run_;
  placement.coder = coder;
  for (const auto at : recoding.added) {
    const auto& event = document.events[at];
    const auto event_before = event_of_id.find(event.id);
    const bool as_before = event_before != event_of_id.end();
    placement.merge_rule = as_before ? "recoded" : event.same_as.empty() ? "" : stories::MergeRule{.told_again = true}.to_text();
    placement.merged_with = as_before ? "" : event.same_as;
    add_report(document, at, as_before ? event_before->second : own_event(event, document.coder), placement);
    result.changes.push_back({true, event});
  }
  documents_.set_coder(known.number, coder);
  note_recoding_.bind(1, known.number).bind(2, run_).bind(3, known.coder).bind(4, coder).bind(5, std::int64_t{result.kept});
  note_recoding_.bind(6, std::int64_t{result.added}).bind(7, std::int64_t{result.retired}).run();
  run_reports_ += result.added;
  return result;
}

}  // namespace attache::store
