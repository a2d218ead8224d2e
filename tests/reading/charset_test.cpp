/// Every charset that pages come in gives the same text, and damage is repaired with a notice.

#include "reading/charset.h"

#include <gtest/gtest.h>

namespace attache::reading {
namespace {

using namespace std::string_literals;

std::string utf16(std::u16string_view text, bool big_endian, bool mark) {
  std::string bytes;
  const auto add = [&](char16_t unit) {
    const char high = static_cast<char>(unit >> 8);
    const char low = static_cast<char>(unit & 0xFF);
    bytes += big_endian ? high : low;
    bytes += big_endian ? low : high;
  };
  if (mark) add(0xFEFF);
  for (const char16_t unit : text) add(unit);
  return bytes;
}

std::string decode(std::string_view bytes, std::string_view declared = {}, std::size_t* notices = nullptr) {
  std::vector<Error> list;
  auto text = to_utf8(bytes, declared, Place{"test"}, list);
  if (notices) *notices = list.size();
  return text;
}

TEST(Charset, Utf8WithAndWithoutMark) {
  EXPECT_EQ(decode("Zürich"), "Zürich");
  EXPECT_EQ(decode("\xEF\xBB\xBFZürich"), "Zürich");
}

TEST(Charset, Utf16IsKnownByItsMarkOrItsZeroBytes) {
  const std::u16string_view text = u"The envoy flew to Zürich on Monday, officials said.";
  for (const bool big_endian : {false, true}) {
    for (const bool mark : {false, true}) {
      EXPECT_EQ(decode(utf16(text, big_endian, mark)), "The envoy flew to Zürich on Monday, officials said.") << big_endian << mark;
    }
  }
}

TEST(Charset, DeclaredCharsets) {
  const struct {
    std::string bytes;
    std::string_view declared;
    std::string_view text;
  } cases[] = {
      {"\xE9t\xE9", "iso-8859-1", "été"},
      {"\x93Yes,\x94 he said", "windows-1252", "“Yes,” he said"},
      // Pages that say Latin-1 mean windows-1252, as browsers know.
      {"\x93Yes\x94", "iso-8859-1", "“Yes”"},
      {"\xCC\xEE\xF1\xEA\xE2\xE0", "windows-1251", "Москва"},
      {"\xB1\xB1\xBE\xA9", "gb2312", "北京"},
      // What is valid UTF-8 is UTF-8, whatever it claims.
      {"Zürich", "iso-8859-1", "Zürich"},
  };
  for (const auto& c : cases) EXPECT_EQ(decode(c.bytes, c.declared), c.text) << c.declared;
}

TEST(Charset, InvalidBytesAreRepairedAndNoticed) {
  std::size_t notices = 0;
  EXPECT_EQ(decode("Good text, then \xFF, then more good text of the same page.", "utf-8", &notices), "Good text, then \xEF\xBF\xBD, then more good text of the same page.");
  EXPECT_EQ(notices, 1u);
}

TEST(Charset, UndeclaredLatinBytesAreGuessed) {
  std::size_t notices = 0;
  EXPECT_EQ(decode("Le pr\xE9sident a \xE9t\xE9 re\xE7u \xE0 l'\xC9lys\xE9" "e. Il a quitt\xE9 la c\xE9r\xE9monie.", {}, &notices),
            "Le président a été reçu à l'Élysée. Il a quitté la cérémonie.");
  EXPECT_EQ(notices, 1u);
}

TEST(Charset, DeclarationsOfPages) {
  EXPECT_EQ(declared_charset("<html><head><meta charset=\"Windows-1252\">"), "Windows-1252");
  EXPECT_EQ(declared_charset("<meta http-equiv=Content-Type content='text/html; charset=iso-8859-2'>"), "iso-8859-2");
  EXPECT_EQ(declared_charset("<?xml version=\"1.0\" encoding=\"UTF-8\"?><html>"), "UTF-8");
  EXPECT_EQ(declared_charset("<html><head><title>No charset</title>"), "");
}

TEST(Charset, HalfACharacterAtTheEnd) {
  EXPECT_EQ(decode("Zürich, Genève, Köln: die drei St\xC3", "utf-8"), "Zürich, Genève, Köln: die drei St\xEF\xBF\xBD");
  EXPECT_EQ(decode(""), "");
}

}  // namespace
}  // namespace attache::reading
