#pragma once
/// Streams of bytes: memory, a file descriptor, and what gzip has packed.

#include <attache/error.h>

#include <array>
#include <cstddef>
#include <memory>
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
  /// Kind and message of what ended the stream early, without place; nothing at a true end.
  const std::optional<Error>& trouble() const { return trouble_; }

 protected:
  void fail(ErrorKind kind, std::string message) { trouble_ = Error{kind, std::move(message), {}, {}}; }

 private:
  std::optional<Error> trouble_;
};

/// Bytes in memory that outlive the source.
class MemorySource final : public ByteSource {
 public:
  explicit MemorySource(std::string_view bytes) : rest_(bytes) {}
  std::size_t read(std::span<char> buffer) override;

 private:
  std::string_view rest_;
};

/// An open file descriptor, such as standard input; stays open.
class DescriptorSource final : public ByteSource {
 public:
  explicit DescriptorSource(int descriptor) : descriptor_(descriptor) {}
  std::size_t read(std::span<char> buffer) override;

 private:
  int descriptor_;
};

/// What the members of a gzip stream hold, one behind the other. Errors: `malformed` for damage, `truncated` for an early end.
class GzipSource final : public ByteSource {
 public:
  explicit GzipSource(ByteSource& packed);
  ~GzipSource() override;
  std::size_t read(std::span<char> buffer) override;

 private:
  struct Inflater;
  ByteSource& packed_;
  std::unique_ptr<Inflater> inflater_;
};

/// A source whose first bytes can be looked at before they are read.
class PeekableSource final : public ByteSource {
 public:
  explicit PeekableSource(ByteSource& source) : source_(source) {}
  /// The first bytes, `limit` of them or fewer where the stream is shorter. To be called before `read`.
  std::string_view peek(std::size_t limit);
  std::size_t read(std::span<char> buffer) override;

 private:
  ByteSource& source_;
  std::vector<char> head_;
  std::size_t given_ = 0;
};

}  // namespace attache::reading
