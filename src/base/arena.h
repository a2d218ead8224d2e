#pragma once
/// Memory that lives as long as one document's work and is then reused by the same thread.

#include <memory_resource>
#include <string_view>

namespace attache {

/// Owns the small strings made while a document is worked on. Not for sharing between threads.
class Arena {
 public:
  Arena() = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  /// A copy of the text that lives until `reset` or the arena's end.
  std::string_view copy(std::string_view text);

  /// Gives everything back; all views handed out before become invalid.
  void reset() { memory_.release(); }

  std::pmr::memory_resource* resource() { return &memory_; }

 private:
  std::pmr::monotonic_buffer_resource memory_{16 * 1024};
};

}  // namespace attache
