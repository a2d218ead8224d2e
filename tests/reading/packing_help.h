#pragma once
/// Packs bytes as other programs do, for tests of reading.

#include <archive.h>
#include <archive_entry.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>
#include <zlib.h>

namespace attache {

inline std::string packed_gzip(std::string_view bytes) {
  z_stream stream{};
  deflateInit2(&stream, 1, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, bytes.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

enum class Packing { xz, bzip2, zstd, zip, tar };

inline std::string packed_files(const std::vector<std::pair<std::string, std::string>>& files, Packing how) {
  std::size_t room = 1 << 20;
  for (const auto& [name, bytes] : files) room += bytes.size() + 4096;
  std::string out(room, '\0');
  std::size_t used = 0;
  auto* archive = archive_write_new();
  switch (how) {
    case Packing::xz: archive_write_add_filter_xz(archive); archive_write_set_format_raw(archive); break;
    case Packing::bzip2: archive_write_add_filter_bzip2(archive); archive_write_set_format_raw(archive); break;
    case Packing::zstd: archive_write_add_filter_zstd(archive); archive_write_set_format_raw(archive); break;
    case Packing::zip:
      archive_write_set_format_zip(archive);
      archive_write_set_format_option(archive, "zip", "compression-level", "1");
      break;
    case Packing::tar: archive_write_set_format_ustar(archive); break;
  }
  archive_write_set_bytes_in_last_block(archive, 1);
  archive_write_open_memory(archive, out.data(), out.size(), &used);
  for (const auto& [name, bytes] : files) {
    auto* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(archive, entry);
    archive_write_data(archive, bytes.data(), bytes.size());
    archive_entry_free(entry);
  }
  archive_write_close(archive);
  archive_write_free(archive);
  out.resize(used);
  return out;
}

inline std::string packed(std::string_view bytes, Packing how) { return packed_files({{"x", std::string(bytes)}}, how); }

}  // namespace attache
