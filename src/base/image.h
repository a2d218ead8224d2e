#pragma once
/// One file of named byte sections, read in place: how the compiled lexicon travels.
///
/// Layout, little-endian: magic `ATTIMG01`; u32 number of sections, u32 reserved; for each section u64 offset from the
/// file's start, u64 size, u32 length of its name and the name's bytes padded to 4; then the sections, each aligned to 64 bytes.

#include <attache/error.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attache {

/// Builds an image from named sections; the order of adding does not change the bytes.
class ImageWriter {
 public:
  /// Adds or replaces a section.
  void add(std::string name, std::string bytes) { sections_[std::move(name)] = std::move(bytes); }
  std::string bytes() const;

 private:
  std::map<std::string, std::string> sections_;
};

/// Reads an image without copying; the bytes must outlive it and be aligned to 64.
class ImageReader {
 public:
  /// Error `internal` when the bytes are no image or are cut short.
  static Result<ImageReader> open(std::span<const std::byte> image);

  /// A section's bytes; empty when there is none of that name.
  std::span<const std::byte> section(std::string_view name) const;

 private:
  std::map<std::string, std::span<const std::byte>, std::less<>> sections_;
};

/// A section as an array of plain structs. Trailing bytes that make no whole struct are left out.
template <typename T>
std::span<const T> as_array(std::span<const std::byte> bytes) {
  static_assert(std::is_trivially_copyable_v<T>);
  return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
}

/// A section as text.
inline std::string_view as_text(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// An array of plain structs as a section.
template <typename T>
std::string to_section(const std::vector<T>& array) {
  static_assert(std::is_trivially_copyable_v<T>);
  std::string bytes(array.size() * sizeof(T), '\0');
  if (!array.empty()) std::memcpy(bytes.data(), array.data(), bytes.size());
  return bytes;
}

}  // namespace attache
