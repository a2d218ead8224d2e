#include "store/page_archive.h"

#include "base/hash.h"
#include "outputs/document_json.h"
#include "reading/json_documents.h"

#include <cstring>
#include <zlib.h>

namespace attache::store {
namespace {

/// What a packed page begins with: how long it is unpacked.
using Length = std::uint32_t;
/// No document read is longer (reading/limits.h).
constexpr Length kLongest = 1U << 30;

tl::unexpected<Error> damaged() { return tl::make_unexpected(Error{ErrorKind::malformed, "a packed page is damaged", {}, {}}); }

}  // namespace

std::string pack_page(const Document& document) {
  std::string line;
  outputs::append_document_json(document, line);
  auto size = ::compressBound(static_cast<uLong>(line.size()));
  std::string packed(sizeof(Length) + size, '\0');
  const auto length = static_cast<Length>(line.size());
  std::memcpy(packed.data(), &length, sizeof length);
  ::compress2(reinterpret_cast<Bytef*>(packed.data() + sizeof length), &size, reinterpret_cast<const Bytef*>(line.data()), static_cast<uLong>(line.size()), Z_DEFAULT_COMPRESSION);
  packed.resize(sizeof length + size);
  return packed;
}

Result<Document> unpack_page(std::span<const std::byte> packed) {
  Length length = 0;
  if (packed.size() < sizeof length) return damaged();
  std::memcpy(&length, packed.data(), sizeof length);
  if (length > kLongest) return damaged();
  std::string line(length, '\0');
  auto size = static_cast<uLongf>(length);
  const auto rest = packed.subspan(sizeof length);
  if (::uncompress(reinterpret_cast<Bytef*>(line.data()), &size, reinterpret_cast<const Bytef*>(rest.data()), static_cast<uLong>(rest.size())) != Z_OK || size != length) return damaged();
  Document document;
  const auto read = reading::JsonDocumentReader().read(line, document);
  if (!read) return tl::make_unexpected(read.error());
  return document;
}

std::int64_t content_of(const Document& document) {
  std::uint64_t hash = 0;
  for (const auto& block : document.blocks) hash = stable_hash(block.text, hash + static_cast<std::uint64_t>(block.kind) + 1);
  return hash == 0 ? 1 : static_cast<std::int64_t>(hash);
}

}  // namespace attache::store
