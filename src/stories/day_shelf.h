#pragma once
/// The remembered documents of one day of publication, with the keys they are found under.

#include "stories/posting_index.h"
#include "stories/story_book.h"

#include <string_view>
#include <unordered_map>
#include <vector>

namespace attache::stories {

/// The keys that a document is stored and sought under: of its text, its foremost names and its events. Pairs of `everyday` names are left
/// out.
std::vector<std::uint64_t> keys_of(const Fingerprint& print, std::span<const EventFacts* const> reports,
                                   std::span<const std::uint32_t> everyday = {});

/// One day's documents, numbered from 0 in the order in which they were added.
class DayShelf {
 public:
  explicit DayShelf(const StoryLimits& limits) : limits_(&limits) {}

  void add(RememberedDocument document);

  /// The key will be asked for soon.
  void expect(std::uint64_t key) const { index_.expect(key); }

  /// Calls `visit(number)` for the last documents with the key.
  template <typename Visit>
  void visit_documents(std::uint64_t key, const Visit& visit) const {
    index_.visit(key, limits_->most_a_key, [&](std::uint32_t number) {
      if (number >= first()) visit(number);
    });
  }

  /// The key of a story's reports of a type.
  static std::uint64_t story_key(std::string_view story, std::uint8_t type);

  /// Calls `visit(report)` for the last reports with the story's key, the newest first.
  template <typename Visit>
  void visit_reports(std::uint64_t story_key, const Visit& visit) const {
    reports_.visit(story_key, limits_->most_events, [&](std::uint32_t at) {
      const ReportAt& report = report_at_[at];
      if (report.document >= first()) visit(documents_[report.document].reports[report.report]);
    });
  }

  /// How many of the documents that are looked at have the name, and how many there are.
  std::size_t documents_with(std::uint32_t name) const {
    const auto known = names_.find(name);
    return known == names_.end() ? 0 : known->second;
  }
  std::size_t documents_looked_at() const { return documents_.size() - first(); }

  const RememberedDocument& document(std::uint32_t number) const { return documents_[number]; }
  /// The document will be compared with soon.
  void expect_document(std::uint32_t number) const {
    constexpr std::size_t cache_line = 64;
    const char* bytes = reinterpret_cast<const char*>(&documents_[number]);
    for (std::size_t at = 0; at < sizeof(RememberedDocument); at += cache_line) __builtin_prefetch(bytes + at);
  }
  std::size_t size() const { return documents_.size(); }

  /// Drops the documents that are no longer looked at, once they are more than those that are. Changes no answer.
  bool is_half_stale() const { return documents_.size() > 2 * limits_->most_a_day; }
  DayShelf without_stale() &&;

  std::uint64_t last_used = 0;  ///< For its owner: when it was needed last.

 private:
  struct ReportAt {
    std::uint32_t document;
    std::uint32_t report;
  };
  std::uint32_t first() const {
    return documents_.size() > limits_->most_a_day ? static_cast<std::uint32_t>(documents_.size() - limits_->most_a_day) : 0;
  }

  const StoryLimits* limits_;
  std::vector<RememberedDocument> documents_;
  PostingIndex index_;
  std::vector<ReportAt> report_at_;
  PostingIndex reports_;
  std::unordered_map<std::uint32_t, std::uint32_t> names_;
};

}  // namespace attache::stories
