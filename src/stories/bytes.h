#pragma once
/// Numbers as bytes for a database, least byte first on every machine.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

namespace attache::stories {

/// Appends numbers to a string.
class ByteWriter {
 public:
  explicit ByteWriter(std::string& bytes) : bytes_(bytes) {}

  template <typename Number>
  void operator()(const Number& number) {
    if constexpr (std::is_same_v<Number, float>) {
      (*this)(std::bit_cast<std::uint32_t>(number));
    } else {
      for (std::size_t i = 0; i < sizeof(Number); ++i) bytes_ += static_cast<char>(static_cast<std::uint64_t>(number) >> (8 * i));
    }
  }

 private:
  std::string& bytes_;
};

/// Takes numbers from a string; behind its end every number is 0 and `ok()` is false.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  template <typename Number>
  void operator()(Number& number) {
    if constexpr (std::is_same_v<Number, float>) {
      std::uint32_t bits = 0;
      (*this)(bits);
      number = std::bit_cast<float>(bits);
    } else {
      std::uint64_t sum = 0;
      if (bytes_.size() < sizeof(Number)) {
        ok_ = false;
        bytes_ = {};
      } else {
        for (std::size_t i = 0; i < sizeof(Number); ++i) sum |= std::uint64_t{static_cast<unsigned char>(bytes_[i])} << (8 * i);
        bytes_.remove_prefix(sizeof(Number));
      }
      number = static_cast<Number>(sum);
    }
  }

  /// Nothing was missing so far.
  bool ok() const { return ok_; }
  bool at_end() const { return bytes_.empty(); }

 private:
  std::string_view bytes_;
  bool ok_ = true;
};

}  // namespace attache::stories
