#pragma once
/// What many reports share is kept once: entities, places, terms, coders. Each has a number.

#include "store/sqlite.h"

#include <attache/mention.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace attache::store {

/// Numbers by content. Memory is bounded: when a memory is full it is emptied, and the database is asked again.
class NumberMemory {
 public:
  /// The number that is remembered for the content, 0 when none is.
  std::int64_t find(const std::string& content) const {
    const auto found = numbers_.find(content);
    return found == numbers_.end() ? 0 : found->second;
  }
  void remember(const std::string& content, std::int64_t number) {
    if (numbers_.size() >= kMost) numbers_.clear();
    numbers_.emplace(content, number);
  }
  void forget() { numbers_.clear(); }

 private:
  static constexpr std::size_t kMost = 50'000;
  std::unordered_map<std::string, std::int64_t> numbers_;
};

/// Finds the number of a content, or gives it one. After a transaction that was undone, `forget` must be called.
class Dictionaries {
 public:
  explicit Dictionaries(Connection& connection);

  /// The entity without what belongs to one mention of it: its words, where they stand and how they were resolved.
  std::int64_t entity(const Entity& entity);
  /// The place without the reason.
  std::int64_t place(const Location& location);
  std::int64_t term(std::string_view term);
  std::int64_t coder(std::string_view name, std::string_view version, std::string_view lexicon, std::string_view model);
  void forget();

 private:
  Connection& connection_;
  Statement find_entity_, add_entity_, find_place_, add_place_, find_term_, add_term_, find_coder_, add_coder_;
  NumberMemory entities_, places_, terms_, coders_;
  std::string content_;
};

}  // namespace attache::store
