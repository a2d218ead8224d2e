/// The words a thread has met.

#include "language/network/known_words.h"

#include <gtest/gtest.h>

#include <string>

namespace attache::language {
namespace {

TEST(KnownWords, KeepTheirNumbersAndVectorsAsTheyGrow) {
  constexpr std::size_t size = 3;
  constexpr std::uint32_t many = 10'000;
  KnownWords words;
  for (std::uint32_t i = 0; i < many; ++i) {
    ASSERT_EQ(words.find_or_add("w" + std::to_string(i), size), i);
    for (std::size_t k = 0; k < size; ++k) words.vector(i)[k] = static_cast<std::uint8_t>((i + k) % 251);
    words.hashes(i).form = i;
  }
  EXPECT_EQ(words.find_or_add("", size), many);
  for (std::uint32_t i = 0; i < many; ++i) {
    ASSERT_EQ(words.find_or_add("w" + std::to_string(i), size), i);
    ASSERT_EQ(words.form(i), "w" + std::to_string(i));
    ASSERT_EQ(words.hashes(i).form, i);
    for (std::size_t k = 0; k < size; ++k) ASSERT_EQ(words.vector(i)[k], (i + k) % 251);
  }
  EXPECT_EQ(words.size(), many + 1);
}

TEST(KnownWords, AreForgottenTogether) {
  KnownWords words;
  words.find_or_add("France", 1);
  words.find_or_add("france", 1);
  EXPECT_EQ(words.size(), 2u);
  words.clear();
  EXPECT_EQ(words.size(), 0u);
  EXPECT_EQ(words.find_or_add("france", 1), 0u);
  EXPECT_EQ(words.form(0), "france");
}

}  // namespace
}  // namespace attache::language
