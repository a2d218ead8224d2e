#include "reading/archive_source.h"

#include "base/utf8.h"
#include "reading/limits.h"

#include <archive.h>
#include <archive_entry.h>
#include <array>

namespace attache::reading {

struct ArchiveSource::Handle {
  explicit Handle(ByteSource& from) : source(from) {}
  ~Handle() { ::archive_read_free(archive); }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;

  static la_ssize_t give(struct archive*, void* self, const void** bytes) {
    auto& handle = *static_cast<Handle*>(self);
    *bytes = handle.buffer.data();
    return static_cast<la_ssize_t>(handle.source.read(handle.buffer));
  }

  ByteSource& source;
  struct archive* archive = ::archive_read_new();
  std::array<char, 64 * 1024> buffer;
};

ArchiveSource::ArchiveSource(ByteSource& source, Form form) : handle_(std::make_unique<Handle>(source)) {
  auto* archive = handle_->archive;
  if (form == Form::packed) {
    ::archive_read_support_filter_xz(archive);
    ::archive_read_support_filter_bzip2(archive);
    ::archive_read_support_filter_zstd(archive);
    ::archive_read_support_format_raw(archive);
  } else {
    ::archive_read_support_format_zip_streamable(archive);
    ::archive_read_support_format_tar(archive);
  }
  if (::archive_read_open(archive, handle_.get(), nullptr, &Handle::give, nullptr) != ARCHIVE_OK) fail_as("cannot be opened");
}

ArchiveSource::~ArchiveSource() = default;

std::uint64_t ArchiveSource::file_bytes() const { return handle_->source.file_bytes(); }

void ArchiveSource::fail_as(const char* what) {
  ended_ = true;
  if (const auto& below = handle_->source.trouble()) return fail(below->kind, below->message);
  const char* detail = ::archive_error_string(handle_->archive);
  const std::string_view said = detail ? detail : "";
  const bool cut = said.find("runcated") != std::string_view::npos || said.find("remature") != std::string_view::npos;
  fail(cut ? ErrorKind::truncated : ErrorKind::malformed, std::string("the archive ") + what + (said.empty() ? "" : ": " + to_valid_utf8(said)));
}

bool ArchiveSource::next() {
  // What ended one entry early need not end the archive.
  if (ended_) return false;
  forget_trouble();
  for (;;) {
    struct archive_entry* entry = nullptr;
    const int status = ::archive_read_next_header(handle_->archive, &entry);
    if (status == ARCHIVE_EOF) {
      ended_ = true;
      return false;
    }
    if (status == ARCHIVE_RETRY) continue;
    if (status != ARCHIVE_OK && status != ARCHIVE_WARN) {
      fail_as("is damaged");
      return false;
    }
    const char* name = ::archive_entry_pathname(entry);
    const bool alone = ::archive_format(handle_->archive) == ARCHIVE_FORMAT_RAW;
    if (!alone && ::archive_entry_filetype(entry) != AE_IFREG) continue;
    name_ = alone || !name ? std::string() : to_valid_utf8(name);
    origin_ = handle_->source.file_bytes();
    return true;
  }
}

std::size_t ArchiveSource::read(std::span<char> buffer) {
  if (ended_ || trouble()) return 0;
  const auto count = ::archive_read_data(handle_->archive, buffer.data(), buffer.size());
  if (count < 0) {
    fail_as("is damaged");
    ended_ = count == ARCHIVE_FATAL;
    return 0;
  }
  unpacked_ += static_cast<std::uint64_t>(count);
  if (unpacked_ > kFreelyUnpacked && unpacked_ / kMaxUnpacking > handle_->source.file_bytes()) {
    ended_ = true;
    fail(ErrorKind::too_large, "unpacks to more than " + std::to_string(kMaxUnpacking) + " times its size");
    return 0;
  }
  return static_cast<std::size_t>(count);
}

}  // namespace attache::reading
