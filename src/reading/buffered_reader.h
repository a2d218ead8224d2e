#pragma once
/// Lines and counted bytes of a stream, with their place in the file.

#include "reading/byte_source.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace attache::reading {

/// Reads a source by lines or by counts, whichever is asked next.
class BufferedReader {
 public:
  explicit BufferedReader(ByteSource& source) : source_(source) {}

  /// The next line without its end (`\n`, `\r\n`), replacing `line`; false at the end of the stream. Of a line longer than `longest`
  /// bytes the rest is passed over, and `cut` says so.
  bool read_line(std::string& line, std::size_t longest);
  bool cut() const { return cut_; }

  /// Appends up to `count` bytes; how many there were.
  std::size_t read(std::string& bytes, std::size_t count);
  /// Passes over up to `count` bytes; how many there were.
  std::uint64_t skip(std::uint64_t count);
  /// Gives bytes back, so that they are read next.
  void unread(std::string_view bytes);

  /// Lines read so far, the last one with it.
  std::uint64_t line_number() const { return line_number_; }
  /// Offset into the file of the next byte, or of the packed piece that it is from.
  std::uint64_t offset();

  const std::optional<Error>& trouble() const { return source_.trouble(); }
  /// Goes on behind damage, dropping what was read before it.
  bool resume();

 private:
  bool fill();
  ByteSource& source_;
  std::vector<char> buffer_;
  std::size_t at_ = 0;
  std::size_t end_ = 0;
  std::uint64_t origin_ = 0;  ///< Offset of the buffer's first byte, where the file is not packed.
  std::uint64_t line_number_ = 0;
  bool cut_ = false;
};

}  // namespace attache::reading
