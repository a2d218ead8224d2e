#include "store/writer.h"

#include "base/hash.h"
#include "store/record_id.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace attache::store {
namespace {

/// A transaction is committed after so long at the latest, that stopping costs little work.
constexpr auto kLongestPending = std::chrono::seconds(3);

/// So many documents wait to be written: enough that neither thread waits for the other at every turn.
constexpr std::size_t kMostBehind = 256;
constexpr std::size_t kLeastHandedOver = 65'536;

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
      find_report_(connection_, "SELECT number FROM reports WHERE document = ?1 AND id = ?2 LIMIT 1"),
      note_recoding_(connection_, "INSERT OR REPLACE INTO recodings (document, run, before, after, kept, added, retired) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"),
      update_run_(connection_, "UPDATE runs SET documents = ?2, reports = ?3, ended = ?4 WHERE number = ?1"),
      stories_(connection_, [this] { await_writing(); }),
      committed_view_(path, Connection::Mode::read),
      committed_finder_(committed_view_),
      most_handed_over_(kLeastHandedOver) {
  if (options.keep_text && *options.keep_text != keep_text_) {
    throw Failure{{ErrorKind::unsupported, keep_text_ ? "the database was made to keep text" : "the database was made to keep no text", Place{path},
                   "nothing was changed; leave the option out, or make another database"}};
  }
  committed_view_.run("PRAGMA cache_size = -8192");
  if (options.own_thread) behind_ = std::make_unique<WriteBehind<NewEntry>>(kMostBehind, [this](NewEntry& entry) { write(entry); });
}

Writer::~Writer() = default;

Result<std::unique_ptr<Writer>> Writer::open(const std::string& path, const WriterOptions& options) {
  return guarded([&] { return std::unique_ptr<Writer>(new Writer(path, options)); });
}

Result<Added> Writer::add(CodedDocument document) {
  if (broken_) return failure();
  auto added = guarded([&] {
    if (may_be_there(document)) {
      await_writing();
      if (broken_) throw Failure{failure_};
      if (const auto known = finder_.find(document.citation.document, document.content, document.coder.name)) return add_known(document, *known);
    }
    Added result{Outcome::added, static_cast<std::uint32_t>(document.events.size())};
    handed_over_[stable_hash(document.citation.document)] = ++turn_;
    auto entry = decide(std::move(document));
    behind_ ? behind_->hand_over(std::move(entry)) : write(entry);
    return result;
  });
  if (!added) {
    await_writing();
    fail(added.error());
  }
  if (broken_) return failure();
  return added;
}

/// Whether the database has a document of that id, or one is on its way there. What is on its way cannot be asked for while it is being written.
bool Writer::may_be_there(const CodedDocument& document) {
  if (handed_over_.size() >= most_handed_over_) {
    const auto safe = safe_turn_.load();
    std::erase_if(handed_over_, [&](const auto& entry) { return entry.second <= safe; });
    most_handed_over_ = std::max(kLeastHandedOver, 2 * handed_over_.size());
  }
  if (handed_over_.contains(stable_hash(document.citation.document))) return true;
  return committed_finder_.find(document.citation.document, document.content, document.coder.name).has_value();
}

void Writer::await_writing() {
  if (behind_) behind_->finish();
}

/// Writes a new document, on whichever thread writes.
void Writer::write(NewEntry& entry) {
  if (broken_) return;
  const auto written = guarded([&] {
    if (!transaction_) begin();
    add_new(entry);
    last_turn_ = entry.turn;
    pending_reports_ += entry.document.events.size();
    commit_if_enough();
  });
  if (!written) fail(written.error());
}

void Writer::fail(const Error& error) {
  if (broken_) return;
  failure_ = error;
  broken_ = true;
  transaction_.reset();
}

Result<void> Writer::commit() {
  await_writing();
  if (broken_) return failure();
  return guarded([&] {
    if (transaction_) commit_now();
  });
}

Result<void> Writer::finish() {
  await_writing();
  if (broken_) return failure();
  return guarded([&] {
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

void Writer::commit_if_enough() {
  ++pending_documents_;
  if (pending_documents_ + pending_reports_ >= options_.commit_every || std::chrono::steady_clock::now() - begun_ >= kLongestPending) commit_now();
}

void Writer::commit_now() {
  reports_.flush();
  transaction_->commit();
  transaction_.reset();
  committed_ += std::exchange(pending_documents_, 0);
  safe_turn_ = last_turn_;
  pending_reports_ = 0;
}

std::int64_t Writer::number_of(const CoderVersion& coder) { return coder.name.empty() ? 0 : dictionaries_.coder(coder.name, coder.version, coder.lexicon, coder.model); }

/// A document that is there: what this coding adds to it or says otherwise. To be called while nothing is being written.
Added Writer::add_known(const CodedDocument& document, const KnownDocument& known) {
  if (!transaction_) begin();
  const auto coder = number_of(document.coder);
  reports_.begin_document();
  if (known.content == 0 && document.content != 0) documents_.complete(known.number, document);
  Added added{Outcome::other_coder};
  if (known.coder == coder || known.coder == 0) {
    added = complete(document, known);
  } else if (options_.recode) {
    added = recode(document, known, coder);
  }
  pending_reports_ += added.added;
  commit_if_enough();
  return added;
}

/// Story and events of a new document. Events of other coders' files stay as those files have them: holding coders against each other needs them apart.
Writer::NewEntry Writer::decide(CodedDocument&& document) {
  NewEntry entry{std::move(document), std::nullopt, turn_};
  if (entry.document.coder.name != CoderVersion().name) return entry;
  if (!entry.document.prepared) entry.document.prepared = prepare(entry.document);
  entry.decision = stories_.decide(*entry.document.prepared);
  return entry;
}

void Writer::add_new(NewEntry& entry) {
  auto& document = entry.document;
  reports_.begin_document();
  DocumentPlacement placement;
  placement.number = next_document_++;
  placement.original = placement.number;
  placement.run = run_;
  placement.coder = number_of(document.coder);
  if (entry.decision) place(entry, placement);
  documents_.add(document, placement);
  ReportPlacement report{placement.number, placement.original};
  report.published = document.citation.published;
  report.run = run_;
  report.coder = placement.coder;
  for (std::size_t i = 0; i < document.events.size(); ++i) {
    if (!entry.decision) {
      add_report(document, i, own_event(document.events[i], document.coder), report);
      continue;
    }
    auto& decision = entry.decision->reports[i];
    report.merge_rule = decision.with.empty() ? "" : decision.rule.to_text();
    report.merged_with = std::move(decision.with);
    report.beside = std::move(decision.beside);
    report.contradiction = decision.contradiction;
    report.facts = decision.remembered ? stories::to_bytes(document.prepared->reports[i].facts) : "";
    add_report(document, i, decision.event, report);
  }
  ++run_documents_;
  run_reports_ += document.events.size();
}

void Writer::place(const NewEntry& entry, DocumentPlacement& placement) {
  const auto& decision = *entry.decision;
  std::optional<std::int64_t> story_day;
  if (decision.story_day != stories::Fingerprint::no_day) story_day = decision.story_day;
  placement.story = events_.join_story(decision.story, story_day, days(entry.document.citation.published));
  if (decision.remembered) placement.fingerprint = stories::to_bytes(entry.document.prepared->print);
  if (decision.like.empty()) return;
  if (const auto like = finder_.find(decision.like, 0, entry.document.coder.name)) {
    placement.alike = like->number;
    if (decision.likeness == stories::Likeness::reprint) placement.original = like->original;
  }
  placement.relation = decision.correction ? std::string_view("correction") : stories::name_of(decision.likeness);
  placement.rule = decision.because;
  placement.strength = decision.strength;
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
    report.coder = number_of(document.coder);
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
