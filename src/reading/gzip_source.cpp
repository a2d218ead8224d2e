#include "reading/gzip_source.h"

#include "reading/limits.h"

#include <algorithm>
#include <array>
#include <zlib.h>

namespace attache::reading {

struct GzipSource::Inflater {
  z_stream stream{};
  std::array<char, 64 * 1024> input;
  bool ready = false;
  bool ended = false;          ///< No more bytes will be given.
  bool member_ended = true;    ///< Between two members.
  bool any_member = false;
  bool readable = true;        ///< The packed bytes have not come to an end.
  std::uint64_t input_origin = 0;  ///< Offset of the input's first byte.
  std::uint64_t member_origin = 0;
  std::uint64_t unpacked = 0;

  std::size_t used() const { return static_cast<std::size_t>(reinterpret_cast<const char*>(stream.next_in) - input.data()); }
};

GzipSource::GzipSource(ByteSource& packed) : packed_(packed), inflater_(std::make_unique<Inflater>()) {
  // 16 + the largest window: a gzip header and no other.
  inflater_->ready = ::inflateInit2(&inflater_->stream, 16 + MAX_WBITS) == Z_OK;
  inflater_->stream.next_in = reinterpret_cast<Bytef*>(inflater_->input.data());
  if (!inflater_->ready) fail(ErrorKind::internal, "cannot start to unpack");
}

GzipSource::~GzipSource() {
  if (inflater_->ready) ::inflateEnd(&inflater_->stream);
}

std::uint64_t GzipSource::origin() const { return inflater_->member_origin; }

/// Reads more packed bytes; false when there are none.
bool GzipSource::fill() {
  auto& state = *inflater_;
  state.stream.next_in = reinterpret_cast<Bytef*>(state.input.data());
  state.stream.avail_in = static_cast<uInt>(packed_.read(state.input));
  state.input_origin = packed_.origin();
  state.readable = state.stream.avail_in > 0;
  return state.readable;
}

/// Begins the member at the place; false where something else stands: zeros or other bytes behind the last member are padding, as gzip
/// itself takes them.
bool GzipSource::begin_member() {
  auto& state = *inflater_;
  if (state.any_member && state.stream.next_in[0] != 0x1f) return false;
  state.member_ended = false;
  state.any_member = true;
  state.member_origin = state.input_origin + (packed_.as_in_file() ? state.used() : 0);
  ::inflateReset(&state.stream);
  return true;
}

std::size_t GzipSource::read(std::span<char> buffer) {
  auto& state = *inflater_;
  auto& stream = state.stream;
  if (!state.ready || state.ended || buffer.empty()) return 0;
  stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
  stream.avail_out = static_cast<uInt>(std::min<std::size_t>(buffer.size(), 1u << 30));
  const auto room = stream.avail_out;
  while (stream.avail_out == room) {
    if (stream.avail_in == 0 && !fill()) {
      state.ended = true;
      if (packed_.trouble()) {
        fail(packed_.trouble()->kind, packed_.trouble()->message);
      } else if (!state.member_ended) {
        fail(ErrorKind::truncated, "the gzip data ends in the middle");
      }
      break;
    }
    if (state.member_ended && !begin_member()) {
      state.ended = true;
      break;
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
  const std::size_t count = room - stream.avail_out;
  state.unpacked += count;
  if (state.unpacked > kFreelyUnpacked && state.unpacked / kMaxUnpacking > packed_.file_bytes()) {
    state.ended = true;
    fail(ErrorKind::too_large, "unpacks to more than " + std::to_string(kMaxUnpacking) + " times its size");
    return 0;
  }
  return count;
}

bool GzipSource::resume() {
  auto& state = *inflater_;
  if (!trouble() || trouble()->kind != ErrorKind::malformed) return false;
  // Behind the damaged member's first bytes, where the next one's signature is: its two bytes, and deflate for the method.
  constexpr Bytef signature[] = {0x1f, 0x8b, 8};
  std::size_t matched = 0;
  while (state.stream.avail_in > 0 || fill()) {
    while (state.stream.avail_in > 0) {
      const Bytef byte = *state.stream.next_in;
      matched = byte == signature[matched] ? matched + 1 : byte == signature[0] ? 1 : 0;
      ++state.stream.next_in;
      --state.stream.avail_in;
      if (matched < std::size(signature)) continue;
      // The signature may have begun in the bytes before these: zlib is given it anew.
      state.member_origin = state.input_origin + (packed_.as_in_file() ? state.used() - std::size(signature) : 0);
      ::inflateReset(&state.stream);
      auto* const rest = state.stream.next_in;
      const auto rest_size = state.stream.avail_in;
      Bytef again[] = {signature[0], signature[1], signature[2]};
      state.stream.next_in = again;
      state.stream.avail_in = std::size(again);
      Bytef nothing[1];
      state.stream.next_out = nothing;
      state.stream.avail_out = 0;
      ::inflate(&state.stream, Z_NO_FLUSH);
      state.stream.next_in = rest;
      state.stream.avail_in = rest_size;
      state.member_ended = false;
      state.ended = false;
      forget_trouble();
      return true;
    }
  }
  return false;
}

}  // namespace attache::reading
