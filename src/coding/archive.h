#pragma once
/// Plain values, strings and lists of them as bytes, little-endian: how the compiled frames travel in the lexicon image.
///
/// A struct lists its fields once, for both ways:
///
///     template <typename Archive> void fields(Archive& archive, Frame& frame) { archive(frame.name, frame.mode); }

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

namespace attache::coding {

/// Appends values to `bytes`.
class ArchiveWriter {
 public:
  template <typename... T>
  void operator()(T&... values) { (put(values), ...); }

  std::string bytes;

 private:
  template <typename T>
  void put(T& value) {
    if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) {
      bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    } else {
      fields(*this, value);
    }
  }
  void put(std::string& text) {
    put_size(text.size());
    bytes += text;
  }
  template <typename T>
  void put(std::vector<T>& list) {
    put_size(list.size());
    for (auto& item : list) put(item);
  }
  void put_size(std::size_t size) {
    auto count = static_cast<std::uint32_t>(size);
    put(count);
  }
};

/// Reads what `ArchiveWriter` wrote. Bytes that end early or name impossible sizes make `ok()` false and leave values empty.
class ArchiveReader {
 public:
  explicit ArchiveReader(std::span<const std::byte> bytes) : rest_(bytes) {}

  template <typename... T>
  void operator()(T&... values) { (get(values), ...); }

  bool ok() const { return ok_; }

 private:
  template <typename T>
  void get(T& value) {
    if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>) {
      if (!take(&value, sizeof value)) value = T{};
    } else {
      fields(*this, value);
    }
  }
  void get(std::string& text) {
    text.resize(size());
    if (!text.empty()) take(text.data(), text.size());
  }
  template <typename T>
  void get(std::vector<T>& list) {
    list.resize(size());
    for (auto& item : list) {
      if (!ok_) return;
      get(item);
    }
  }
  std::size_t size() {
    std::uint32_t count = 0;
    take(&count, sizeof count);
    if (count > rest_.size()) ok_ = false;  // every item takes at least a byte
    return ok_ ? count : 0;
  }
  bool take(void* to, std::size_t size) {
    if (!ok_ || size > rest_.size()) return ok_ = false;
    std::memcpy(to, rest_.data(), size);
    rest_ = rest_.subspan(size);
    return true;
  }

  std::span<const std::byte> rest_;
  bool ok_ = true;
};

}  // namespace attache::coding
