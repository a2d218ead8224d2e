#include "store/writer_lock.h"

#include "store/sqlite.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace attache::store {
namespace {

/// The holder's process number as it wrote it; empty when it has not yet.
std::string holder_of(int file) {
  std::array<char, 24> text{};
  const auto size = ::pread(file, text.data(), text.size(), 0);
  std::string holder(text.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
  while (!holder.empty() && holder.back() == '\n') holder.pop_back();
  return holder;
}

/// True when the name still leads to the open file: the holder before removes it as it goes.
bool still_there(int file, const std::string& path) {
  struct stat opened {};
  struct stat named {};
  return ::fstat(file, &opened) == 0 && ::stat(path.c_str(), &named) == 0 && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
}

}  // namespace

WriterLock::WriterLock(const std::string& database) : path_(database + "-lock") {
  while (true) {
    file_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (file_ < 0) {
      throw Failure{{ErrorKind::unwritable, std::string("cannot lock the database for writing: ") + std::strerror(errno), Place{path_}, {}}};
    }
    if (::flock(file_, LOCK_EX | LOCK_NB) != 0) {
      const auto holder = holder_of(file_);
      ::close(std::exchange(file_, -1));
      throw Failure{{ErrorKind::busy, "another attache is writing to the database" + (holder.empty() ? "" : ", process " + holder), Place{database},
                     "nothing was changed; run the same command when it has ended"}};
    }
    if (still_there(file_, path_)) break;
    ::close(std::exchange(file_, -1));
  }
  const auto process = std::to_string(::getpid()) + '\n';
  // What the file says is for people only: a full disk may leave it empty.
  if (::ftruncate(file_, 0) == 0) [[maybe_unused]] const auto written = ::pwrite(file_, process.data(), process.size(), 0);
}

WriterLock::WriterLock(WriterLock&& other) noexcept : path_(std::move(other.path_)), file_(std::exchange(other.file_, -1)) {}

WriterLock::~WriterLock() {
  if (file_ < 0) return;
  ::unlink(path_.c_str());
  ::close(file_);
}

}  // namespace attache::store
