#pragma once
/// Streams of bytes: memory, a file descriptor, and one whose first bytes can be looked at.

#include <attache/error.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace attache::reading {

/// Bytes that can be read once, from front to back.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  /// Fills the front of the buffer; how many bytes, 0 at the end. After trouble it gives 0, and `trouble` says what it was.
  virtual std::size_t read(std::span<char> buffer) = 0;

  /// Offset into the file of the first byte that the last `read` gave; where the file is packed, of the packed piece that it is from.
  virtual std::uint64_t origin() const = 0;
  /// Bytes of the file itself that were read so far.
  virtual std::uint64_t file_bytes() const = 0;
  /// True when the file holds these bytes as they are, so that offsets behind `origin` can be counted.
  virtual bool as_in_file() const { return true; }
  /// After trouble: goes on behind the damage, if the form of the stream lets the next piece be found. False when it does not.
  virtual bool resume() { return false; }

  /// Kind and message of what ended the stream early, without place; nothing at a true end.
  const std::optional<Error>& trouble() const { return trouble_; }

 protected:
  void fail(ErrorKind kind, std::string message) { trouble_ = Error{kind, std::move(message), {}, {}}; }
  void forget_trouble() { trouble_.reset(); }

 private:
  std::optional<Error> trouble_;
};

/// Bytes in memory that outlive the source.
class MemorySource final : public ByteSource {
 public:
  explicit MemorySource(std::string_view bytes) : bytes_(bytes) {}
  std::size_t read(std::span<char> buffer) override;
  std::uint64_t origin() const override { return origin_; }
  std::uint64_t file_bytes() const override { return at_; }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
  std::size_t origin_ = 0;
};

/// An open file descriptor, such as standard input; stays open.
class DescriptorSource final : public ByteSource {
 public:
  explicit DescriptorSource(int descriptor) : descriptor_(descriptor) {}
  std::size_t read(std::span<char> buffer) override;
  std::uint64_t origin() const override { return origin_; }
  std::uint64_t file_bytes() const override { return at_; }

 private:
  int descriptor_;
  std::uint64_t at_ = 0;
  std::uint64_t origin_ = 0;
};

/// A source whose first bytes can be looked at before they are read.
class PeekableSource final : public ByteSource {
 public:
  explicit PeekableSource(ByteSource& source) : source_(source) {}
  /// The first bytes, `limit` of them or fewer where the stream is shorter. To be called before `read`.
  std::string_view peek(std::size_t limit);
  std::size_t read(std::span<char> buffer) override;
  std::uint64_t origin() const override { return origin_; }
  std::uint64_t file_bytes() const override { return source_.file_bytes(); }
  bool as_in_file() const override { return source_.as_in_file(); }
  bool resume() override;

 private:
  /// What one read of the source gave.
  struct Piece {
    std::size_t end;
    std::uint64_t origin;
  };
  ByteSource& source_;
  std::vector<char> head_;
  std::vector<Piece> pieces_;
  std::size_t piece_ = 0;
  std::size_t given_ = 0;
  std::uint64_t origin_ = 0;
};

}  // namespace attache::reading
