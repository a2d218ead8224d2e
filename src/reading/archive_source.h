#pragma once
/// What other packers than gzip have packed, and the files in zip and tar archives.

#include "reading/byte_source.h"

#include <memory>
#include <string>

namespace attache::reading {

/// The entries of a zip or tar archive, or what xz, bzip2 or zstd have packed as the only entry. The bytes of an entry are read as they
/// come: nothing is held but what the packer needs. Errors as `GzipSource`'s; damage in one entry of a zip archive ends that entry alone.
class ArchiveSource final : public ByteSource {
 public:
  enum class Form { packed, entries };
  ArchiveSource(ByteSource& source, Form form);
  ~ArchiveSource() override;

  /// Moves to the next entry that is a file; false at the end or after trouble with the archive itself.
  bool next();
  /// The entry's name in the archive, as valid UTF-8; empty for what is packed alone.
  const std::string& name() const { return name_; }

  /// Reads the entry's bytes.
  std::size_t read(std::span<char> buffer) override;
  std::uint64_t origin() const override { return origin_; }
  std::uint64_t file_bytes() const override;
  bool as_in_file() const override { return false; }

 private:
  struct Handle;
  void fail_as(const char* what);
  std::unique_ptr<Handle> handle_;
  std::string name_;
  std::uint64_t origin_ = 0;
  std::uint64_t unpacked_ = 0;
  bool ended_ = false;
};

}  // namespace attache::reading
