#include "base/image.h"

#include <gtest/gtest.h>

#include <memory>
#include <new>

namespace attache {
namespace {

/// The image's bytes where an image must lie: aligned to 64.
struct AlignedBytes {
  explicit AlignedBytes(const std::string& text)
      : size(text.size()), data(static_cast<std::byte*>(::operator new(text.size() + 1, std::align_val_t{64}))) {
    std::memcpy(data, text.data(), size);
  }
  ~AlignedBytes() { ::operator delete(data, std::align_val_t{64}); }
  std::span<const std::byte> span(std::size_t length) const { return {data, length}; }
  std::size_t size;
  std::byte* data;
};

TEST(Image, GivesBackItsSectionsInPlaceAndAligned) {
  ImageWriter writer;
  writer.add("names", "abc");
  writer.add("numbers", to_section(std::vector<std::uint32_t>{7, 8, 9}));
  const AlignedBytes bytes(writer.bytes());
  const auto image = ImageReader::open(bytes.span(bytes.size));
  ASSERT_TRUE(image);
  EXPECT_EQ(as_text(image->section("names")), "abc");
  const auto numbers = as_array<std::uint32_t>(image->section("numbers"));
  ASSERT_EQ(numbers.size(), 3u);
  EXPECT_EQ(numbers[2], 9u);
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(numbers.data()) % 64, 0u);
  EXPECT_TRUE(image->section("absent").empty());
}

TEST(Image, DoesNotDependOnTheOrderOfAdding) {
  ImageWriter one, other;
  one.add("a", "1");
  one.add("b", "2");
  other.add("b", "2");
  other.add("a", "1");
  EXPECT_EQ(one.bytes(), other.bytes());
}

TEST(Image, RefusesEveryCutAndForeignBytes) {
  ImageWriter writer;
  writer.add("names", "abc");
  const AlignedBytes bytes(writer.bytes());
  for (std::size_t length = 0; length < bytes.size; ++length) EXPECT_FALSE(ImageReader::open(bytes.span(length))) << length;
  const AlignedBytes foreign("<html>this is a page, not an image of any kind</html>");
  EXPECT_FALSE(ImageReader::open(foreign.span(foreign.size)));
}

}  // namespace
}  // namespace attache
