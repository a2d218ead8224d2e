#pragma once
/// A file's bytes as memory, read by the system as they are touched.

#include <attache/error.h>

#include <cstddef>
#include <span>
#include <string>

namespace attache {

/// A read-only view of a regular file; unmapped with the object. An empty file gives an empty span.
class MappedFile {
 public:
  /// Errors: `not_found`, `unreadable` (also for what is no regular file).
  static Result<MappedFile> open(const std::string& path);

  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();

  std::span<const std::byte> bytes() const { return bytes_; }

 private:
  explicit MappedFile(std::span<const std::byte> bytes) : bytes_(bytes) {}
  std::span<const std::byte> bytes_;
};

}  // namespace attache
