#include "reading/byte_source.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace attache::reading {

std::size_t MemorySource::read(std::span<char> buffer) {
  origin_ = at_;
  const auto count = std::min(buffer.size(), bytes_.size() - at_);
  std::copy_n(bytes_.data() + at_, count, buffer.data());
  at_ += count;
  return count;
}

std::size_t DescriptorSource::read(std::span<char> buffer) {
  origin_ = at_;
  for (;;) {
    const auto count = ::read(descriptor_, buffer.data(), buffer.size());
    if (count >= 0) {
      at_ += static_cast<std::uint64_t>(count);
      return static_cast<std::size_t>(count);
    }
    if (errno == EINTR) continue;
    fail(ErrorKind::unreadable, std::string("cannot read: ") + std::strerror(errno));
    return 0;
  }
}

std::string_view PeekableSource::peek(std::size_t limit) {
  while (head_.size() < limit) {
    const auto before = head_.size();
    head_.resize(limit);
    const auto count = source_.read(std::span(head_).subspan(before));
    head_.resize(before + count);
    if (count == 0) break;
    pieces_.push_back({before + count, source_.origin()});
  }
  return {head_.data(), head_.size()};
}

std::size_t PeekableSource::read(std::span<char> buffer) {
  if (piece_ < pieces_.size()) {
    const auto begin = piece_ == 0 ? 0 : pieces_[piece_ - 1].end;
    origin_ = pieces_[piece_].origin + (as_in_file() ? given_ - begin : 0);
    const auto count = std::min(buffer.size(), pieces_[piece_].end - given_);
    std::copy_n(head_.data() + given_, count, buffer.data());
    given_ += count;
    if (given_ == pieces_[piece_].end) ++piece_;
    return count;
  }
  // Where looking ahead met the trouble, it is told when the bytes before it have been given.
  const auto count = source_.trouble() ? 0 : source_.read(buffer);
  origin_ = source_.origin();
  if (count == 0 && source_.trouble() && !trouble()) fail(source_.trouble()->kind, source_.trouble()->message);
  return count;
}

bool PeekableSource::resume() {
  if (!source_.resume()) return false;
  forget_trouble();
  return true;
}

}  // namespace attache::reading
