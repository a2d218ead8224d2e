#include "reading/byte_source.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <unistd.h>
#include <zlib.h>

namespace attache::reading {

std::size_t MemorySource::read(std::span<char> buffer) {
  const auto count = std::min(buffer.size(), rest_.size());
  std::copy_n(rest_.data(), count, buffer.data());
  rest_.remove_prefix(count);
  return count;
}

std::size_t DescriptorSource::read(std::span<char> buffer) {
  for (;;) {
    const auto count = ::read(descriptor_, buffer.data(), buffer.size());
    if (count >= 0) return static_cast<std::size_t>(count);
    if (errno == EINTR) continue;
    fail(ErrorKind::unreadable, std::string("cannot read: ") + std::strerror(errno));
    return 0;
  }
}

struct GzipSource::Inflater {
  z_stream stream{};
  std::array<char, 64 * 1024> input;
  bool ready = false;
  bool ended = false;          ///< No more bytes will be given.
  bool member_ended = true;    ///< Between two members.
  bool any_member = false;
};

GzipSource::GzipSource(ByteSource& packed) : packed_(packed), inflater_(std::make_unique<Inflater>()) {
  // 16 + the largest window: a gzip header and no other.
  inflater_->ready = ::inflateInit2(&inflater_->stream, 16 + MAX_WBITS) == Z_OK;
  if (!inflater_->ready) fail(ErrorKind::internal, "cannot start to unpack");
}

GzipSource::~GzipSource() {
  if (inflater_->ready) ::inflateEnd(&inflater_->stream);
}

std::size_t GzipSource::read(std::span<char> buffer) {
  auto& state = *inflater_;
  auto& stream = state.stream;
  if (!state.ready || state.ended || buffer.empty()) return 0;
  stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
  stream.avail_out = static_cast<uInt>(std::min<std::size_t>(buffer.size(), 1u << 30));
  const auto room = stream.avail_out;
  while (stream.avail_out == room) {
    if (stream.avail_in == 0) {
      stream.next_in = reinterpret_cast<Bytef*>(state.input.data());
      stream.avail_in = static_cast<uInt>(packed_.read(state.input));
      if (stream.avail_in == 0) {
        state.ended = true;
        if (packed_.trouble()) {
          fail(packed_.trouble()->kind, packed_.trouble()->message);
        } else if (!state.member_ended) {
          fail(ErrorKind::truncated, "the gzip data ends in the middle");
        }
        break;
      }
    }
    if (state.member_ended) {
      // Zeros or other bytes behind the last member are padding, as gzip itself takes them.
      if (state.any_member && stream.next_in[0] != 0x1f) {
        state.ended = true;
        break;
      }
      state.member_ended = false;
      state.any_member = true;
      ::inflateReset(&stream);
    }
    const int status = ::inflate(&stream, Z_NO_FLUSH);
    if (status == Z_STREAM_END) {
      state.member_ended = true;
    } else if (status != Z_OK && status != Z_BUF_ERROR) {
      state.ended = true;
      fail(ErrorKind::malformed, "the gzip data is damaged");
      break;
    }
  }
  return room - stream.avail_out;
}

std::string_view PeekableSource::peek(std::size_t limit) {
  while (head_.size() < limit) {
    const auto before = head_.size();
    head_.resize(limit);
    const auto count = source_.read(std::span(head_).subspan(before));
    head_.resize(before + count);
    if (count == 0) break;
  }
  return {head_.data(), head_.size()};
}

std::size_t PeekableSource::read(std::span<char> buffer) {
  if (given_ < head_.size()) {
    const auto count = std::min(buffer.size(), head_.size() - given_);
    std::copy_n(head_.data() + given_, count, buffer.data());
    given_ += count;
    return count;
  }
  const auto count = source_.read(buffer);
  if (count == 0 && source_.trouble() && !trouble()) fail(source_.trouble()->kind, source_.trouble()->message);
  return count;
}

}  // namespace attache::reading
