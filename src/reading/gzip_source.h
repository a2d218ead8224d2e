#pragma once
/// What gzip has packed.

#include "reading/byte_source.h"

#include <memory>

namespace attache::reading {

/// What the members of a gzip stream hold, one behind the other; no read spans two of them, and `origin` is where the member begins.
/// Errors: `malformed` for damage, `truncated` for an early end, `too_large` for what unpacks to more than `kMaxUnpacking` times the
/// file. `resume` looks for the next member: archives of pages pack each record by itself.
class GzipSource final : public ByteSource {
 public:
  explicit GzipSource(ByteSource& packed);
  ~GzipSource() override;
  std::size_t read(std::span<char> buffer) override;
  std::uint64_t origin() const override;
  std::uint64_t file_bytes() const override { return packed_.file_bytes(); }
  bool as_in_file() const override { return false; }
  bool resume() override;

 private:
  struct Inflater;
  bool fill();
  void fill_ahead();
  bool begin_member();
  bool unpack_whole();
  bool is_bomb(std::size_t count);
  ByteSource& packed_;
  std::unique_ptr<Inflater> inflater_;
};

}  // namespace attache::reading
