#pragma once
/// The limits that keep time and memory bounded on any input. Each says what happens beyond it.

#include <cstddef>
#include <cstdint>

namespace attache::reading {

/// Looked at to find out what kind of input it is.
inline constexpr std::size_t kHeadBytes = 64 * 1024;

/// One page or text. The rest is not read, and the document has a notice that says so.
inline constexpr std::size_t kMaxPageBytes = 16 * 1024 * 1024;

/// One line of a JSONL file. A longer one is skipped and reported.
inline constexpr std::size_t kMaxLineBytes = 16 * 1024 * 1024;

/// One block of a document. A longer paragraph is cut at a space.
inline constexpr std::size_t kMaxBlockBytes = 32 * 1024;

/// Blocks of one document. What comes after is left out, with a notice.
inline constexpr std::size_t kMaxBlocks = 20'000;

/// Packed files and archives within one another, such as WARC.gz in a tar.xz; what lies deeper is skipped.
inline constexpr int kMaxContainerDepth = 4;

/// What is packed may unpack to so many times the bytes of the file it comes from, beyond a first part that is free. Text packs to a
/// tenth, and to a hundredth where it repeats itself.
inline constexpr std::uint64_t kMaxUnpacking = 250;
inline constexpr std::uint64_t kFreelyUnpacked = 64 * 1024 * 1024;

/// The block of one record of a web archive: a page with its headers, perhaps packed. The rest is passed over, with a notice.
inline constexpr std::size_t kMaxRecordBytes = 20 * 1024 * 1024;

/// The header of a record or of a message. A longer one is damage.
inline constexpr std::size_t kMaxHeaderBytes = 64 * 1024;

/// Elements open at the same time in a page; the start tags of deeper ones are ignored. Browsers stop at 512 as well.
inline constexpr std::size_t kMaxOpenElements = 512;

/// Tags of one page. Later ones are ignored, and the page has a notice that says so.
inline constexpr std::size_t kMaxTags = 400'000;

/// Attributes looked at in one tag.
inline constexpr std::size_t kMaxAttributes = 64;

/// Bytes of one attribute's value; a longer value counts as absent.
inline constexpr std::size_t kMaxAttributeBytes = 4096;

/// Trouble listed for one document.
inline constexpr std::size_t kMaxNotices = 16;

}  // namespace attache::reading
