#include "base/utf8.h"

#include <gtest/gtest.h>

namespace attache {
namespace {

TEST(Utf8, TellsWellFormedFromIllFormed) {
  const struct { std::string_view text; bool valid; } cases[] = {
      {"", true}, {"plain", true}, {"São Tomé", true}, {"平壌", true}, {"\xF0\x9F\x8C\x8D", true},
      {"\xC3", false}, {"\xC0\xAF", false}, {"\xED\xA0\x80", false}, {"\xF4\x90\x80\x80", false}, {"a\xFFz", false},
  };
  for (const auto& c : cases) EXPECT_EQ(is_valid_utf8(c.text), c.valid) << c.text;
}

TEST(Utf8, RepairsWithoutTouchingTheRest) {
  EXPECT_EQ(to_valid_utf8("Bogot\xE1 said"), "Bogot\uFFFD said");
  EXPECT_EQ(to_valid_utf8("Bogotá"), "Bogotá");
  EXPECT_TRUE(is_valid_utf8(to_valid_utf8("\xED\xA0\x80\xF4\x90\x80\x80\xC3")));
}

TEST(Utf8, CountsAndFindsCodePoints) {
  EXPECT_EQ(count_code_points("Győr 平壌"), 7u);
  EXPECT_EQ(byte_offset_of("Győr", 2), 2u);
  EXPECT_EQ(byte_offset_of("Győr", 3), 4u);
  EXPECT_EQ(byte_offset_of("Győr", 99), 5u);
  std::size_t byte = 2;
  EXPECT_EQ(next_code_point("Győr", byte), U'ő');
  EXPECT_EQ(byte, 4u);
}

TEST(Utf8, FoldsNamesAsPeopleTypeThem) {
  const struct { std::string_view written, folded; } cases[] = {
      {"Győr", "gyor"}, {"Lech Wałęsa", "lech walesa"}, {"RIYADH", "riyadh"}, {"Côte d’Ivoire", "cote d'ivoire"}, {"Ærø", "æro"},
  };
  for (const auto& c : cases) EXPECT_EQ(fold(c.written), c.folded);
}

}  // namespace
}  // namespace attache
