#include "base/image.h"

namespace attache {
namespace {

constexpr std::string_view kMagic = "ATTIMG01";
constexpr std::size_t kAlignment = 64;

std::size_t aligned(std::size_t offset, std::size_t to) { return (offset + to - 1) / to * to; }

template <typename T>
void put(std::string& bytes, T value) {
  bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

/// Reads a value and moves on; false at the end of the bytes.
template <typename T>
bool take(std::string_view bytes, std::size_t& at, T& value) {
  if (bytes.size() - at < sizeof value) return false;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  at += sizeof value;
  return true;
}

tl::unexpected<Error> damaged(const char* message) {
  return tl::make_unexpected(Error{ErrorKind::internal, message, {}, {}});
}

}  // namespace

std::string ImageWriter::bytes() const {
  std::size_t offset = kMagic.size() + 8;
  for (const auto& [name, section] : sections_) offset += 20 + aligned(name.size(), 4);

  std::string image(kMagic);
  put(image, static_cast<std::uint32_t>(sections_.size()));
  put(image, std::uint32_t{0});
  for (const auto& [name, section] : sections_) {
    offset = aligned(offset, kAlignment);
    put(image, static_cast<std::uint64_t>(offset));
    put(image, static_cast<std::uint64_t>(section.size()));
    put(image, static_cast<std::uint32_t>(name.size()));
    image += name;
    image.resize(aligned(image.size(), 4), '\0');
    offset += section.size();
  }
  for (const auto& [name, section] : sections_) {
    image.resize(aligned(image.size(), kAlignment), '\0');
    image += section;
  }
  return image;
}

Result<ImageReader> ImageReader::open(std::span<const std::byte> image) {
  const std::string_view bytes = as_text(image);
  if (bytes.substr(0, kMagic.size()) != kMagic) return damaged("not a lexicon image");
  std::size_t at = kMagic.size();
  std::uint32_t count = 0, reserved = 0;
  if (!take(bytes, at, count) || !take(bytes, at, reserved)) return damaged("lexicon image is cut short");
  ImageReader reader;
  for (std::uint32_t i = 0; i < count; ++i) {
    std::uint64_t offset = 0, size = 0;
    std::uint32_t length = 0;
    if (!take(bytes, at, offset) || !take(bytes, at, size) || !take(bytes, at, length)) return damaged("lexicon image is cut short");
    if (length > bytes.size() - at || offset > bytes.size() || size > bytes.size() - offset) return damaged("lexicon image is cut short");
    reader.sections_.emplace(bytes.substr(at, length), image.subspan(offset, size));
    at = std::min(bytes.size(), aligned(at + length, 4));
  }
  return reader;
}

std::span<const std::byte> ImageReader::section(std::string_view name) const {
  const auto found = sections_.find(name);
  return found == sections_.end() ? std::span<const std::byte>() : found->second;
}

}  // namespace attache
