#include "reading/gzip_source.h"

#include "reading/limits.h"

#include <algorithm>
#include <libdeflate.h>
#include <zlib.h>

namespace attache::reading {
namespace {

/// Packed bytes held at a time, and how many of them are to be there before a member is unpacked at one go: most records of web archives are smaller.
constexpr std::size_t kInputBytes = 1024 * 1024;
constexpr std::size_t kInputAhead = 512 * 1024;
/// What a member unpacked at one go may hold.
constexpr std::size_t kWholeBytes = 4 * 1024 * 1024;

using Decompressor = std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)>;

}  // namespace

/// Members that are whole in memory are unpacked by libdeflate, in half the time; those that are large, damaged or cut by zlib, which gives what comes
/// before the trouble.
struct GzipSource::Inflater {
  z_stream stream{};  ///< Its `next_in` and `avail_in` are the place in `input`, whoever unpacks.
  Decompressor decompressor{::libdeflate_alloc_decompressor(), &::libdeflate_free_decompressor};
  // Pages of memory that no member reaches are never touched.
  std::unique_ptr<char[]> input = std::make_unique_for_overwrite<char[]>(kInputBytes);
  std::unique_ptr<char[]> whole = std::make_unique_for_overwrite<char[]>(kWholeBytes);
  std::size_t whole_at = 0;  ///< What was given of the member unpacked at one go.
  std::size_t whole_end = 0;
  bool ready = false;
  bool ended = false;          ///< No more bytes will be given.
  bool member_ended = true;    ///< Between two members.
  bool any_member = false;
  std::uint64_t input_origin = 0;  ///< Offset of the input's first byte.
  std::uint64_t member_origin = 0;
  std::uint64_t unpacked = 0;

  std::size_t used() const { return static_cast<std::size_t>(reinterpret_cast<const char*>(stream.next_in) - input.get()); }

  /// Copies what is left of the member unpacked at one go, as far as there is room.
  std::size_t give_whole(std::span<char> buffer) {
    const auto count = std::min(buffer.size(), whole_end - whole_at);
    std::copy_n(whole.get() + whole_at, count, buffer.data());
    whole_at += count;
    return count;
  }
};

GzipSource::GzipSource(ByteSource& packed) : packed_(packed), inflater_(std::make_unique<Inflater>()) {
  // 16 + the largest window: a gzip header and no other.
  inflater_->ready = ::inflateInit2(&inflater_->stream, 16 + MAX_WBITS) == Z_OK;
  inflater_->stream.next_in = reinterpret_cast<Bytef*>(inflater_->input.get());
  if (!inflater_->ready) fail(ErrorKind::internal, "cannot start to unpack");
}

GzipSource::~GzipSource() {
  if (inflater_->ready) ::inflateEnd(&inflater_->stream);
}

std::uint64_t GzipSource::origin() const { return inflater_->member_origin; }

/// Reads more packed bytes; false when there are none.
bool GzipSource::fill() {
  auto& state = *inflater_;
  state.stream.next_in = reinterpret_cast<Bytef*>(state.input.get());
  state.stream.avail_in = static_cast<uInt>(packed_.read({state.input.get(), kInputBytes}));
  state.input_origin = packed_.origin();
  return state.stream.avail_in > 0;
}

/// Reads ahead, so that a member that begins at the place is likely whole in memory. Where the packed bytes are packed themselves nothing is: their
/// places could not be told.
void GzipSource::fill_ahead() {
  auto& state = *inflater_;
  if (state.stream.avail_in >= kInputAhead || !packed_.as_in_file()) return;
  const auto used = state.used();
  std::copy_n(state.input.get() + used, state.stream.avail_in, state.input.get());
  state.input_origin += used;
  state.stream.next_in = reinterpret_cast<Bytef*>(state.input.get());
  while (state.stream.avail_in < kInputAhead) {
    const auto count = packed_.read({state.input.get() + state.stream.avail_in, kInputBytes - state.stream.avail_in});
    if (count == 0) return;
    state.stream.avail_in += static_cast<uInt>(count);
  }
}

/// Unpacks the member at the place at one go; false where zlib is to do it.
bool GzipSource::unpack_whole() {
  auto& state = *inflater_;
  fill_ahead();
  std::size_t taken = 0, given = 0;
  const auto result = state.decompressor ? ::libdeflate_gzip_decompress_ex(state.decompressor.get(), state.stream.next_in, state.stream.avail_in, state.whole.get(), kWholeBytes, &taken, &given)
                                         : LIBDEFLATE_BAD_DATA;
  if (result != LIBDEFLATE_SUCCESS) return false;
  state.stream.next_in += taken;
  state.stream.avail_in -= static_cast<uInt>(taken);
  state.whole_at = 0;
  state.whole_end = given;
  state.member_ended = true;
  return true;
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
  if (state.whole_at < state.whole_end) return state.give_whole(buffer);
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
    if (state.member_ended) {
      if (!begin_member()) {
        state.ended = true;
        break;
      }
      if (unpack_whole()) {
        if (state.whole_end == 0) continue;
        return is_bomb(state.whole_end) ? 0 : state.give_whole(buffer);
      }
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
  return is_bomb(count) ? 0 : count;
}

/// Counts what was unpacked; true, with the trouble said, when it is too much for the file's size.
bool GzipSource::is_bomb(std::size_t count) {
  auto& state = *inflater_;
  state.unpacked += count;
  if (state.unpacked <= kFreelyUnpacked || state.unpacked / kMaxUnpacking <= packed_.file_bytes()) return false;
  state.ended = true;
  fail(ErrorKind::too_large, "unpacks to more than " + std::to_string(kMaxUnpacking) + " times its size");
  return true;
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
