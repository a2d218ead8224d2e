#pragma once
/// One writer at a time: a lock beside the database that the system lets go of when its holder ends, however it ends.

#include <attache/error.h>

#include <string>

namespace attache::store {

class WriterLock {
 public:
  /// Takes the lock of the database. Throws `Failure`: `busy` with the holder's process number; `unwritable` when the folder may not be written to.
  explicit WriterLock(const std::string& database);
  WriterLock(WriterLock&& other) noexcept;
  WriterLock& operator=(WriterLock&&) = delete;
  /// Lets go of it and removes its file.
  ~WriterLock();

 private:
  std::string path_;
  int file_ = -1;
};

}  // namespace attache::store
