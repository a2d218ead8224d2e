#include "reading/buffered_reader.h"

#include <algorithm>
#include <cstring>

namespace attache::reading {
namespace {

constexpr std::size_t kBufferBytes = 128 * 1024;

}  // namespace

bool BufferedReader::fill() {
  if (at_ < end_) return true;
  if (buffer_.size() < kBufferBytes) buffer_.resize(kBufferBytes);
  at_ = 0;
  end_ = source_.read(buffer_);
  origin_ = source_.origin();
  return end_ > 0;
}

std::uint64_t BufferedReader::offset() {
  fill();
  return origin_ + (source_.as_in_file() ? at_ : 0);
}

bool BufferedReader::read_line(std::string& line, std::size_t longest) {
  line.clear();
  cut_ = false;
  bool any = false;
  while (fill()) {
    any = true;
    const char* const begin = buffer_.data() + at_;
    const auto* const stop = static_cast<const char*>(std::memchr(begin, '\n', end_ - at_));
    const auto size = stop ? static_cast<std::size_t>(stop - begin) : end_ - at_;
    const auto kept = std::min(size, longest - line.size());
    cut_ = cut_ || kept < size;
    line.append(begin, kept);
    at_ += size + (stop ? 1 : 0);
    if (stop) break;
  }
  if (!any) return false;
  if (!cut_ && line.ends_with('\r')) line.pop_back();
  ++line_number_;
  return true;
}

std::size_t BufferedReader::read(std::string& bytes, std::size_t count) {
  std::size_t got = 0;
  while (got < count && fill()) {
    const auto size = std::min(count - got, end_ - at_);
    bytes.append(buffer_.data() + at_, size);
    at_ += size;
    got += size;
  }
  return got;
}

std::uint64_t BufferedReader::skip(std::uint64_t count) {
  std::uint64_t passed = 0;
  while (passed < count && fill()) {
    const auto size = std::min<std::uint64_t>(count - passed, end_ - at_);
    at_ += size;
    passed += size;
  }
  return passed;
}

void BufferedReader::unread(std::string_view bytes) {
  if (bytes.size() <= at_) {
    at_ -= bytes.size();
    std::copy(bytes.begin(), bytes.end(), buffer_.begin() + static_cast<std::ptrdiff_t>(at_));
    return;
  }
  const auto rest = std::string_view(buffer_.data() + at_, end_ - at_);
  std::vector<char> joined(bytes.size() + rest.size());
  std::copy(bytes.begin(), bytes.end(), joined.begin());
  std::copy(rest.begin(), rest.end(), joined.begin() + static_cast<std::ptrdiff_t>(bytes.size()));
  origin_ -= source_.as_in_file() ? bytes.size() - at_ : 0;
  buffer_ = std::move(joined);
  at_ = 0;
  end_ = buffer_.size();
}

bool BufferedReader::resume() {
  at_ = end_ = 0;
  return source_.resume();
}

}  // namespace attache::reading
