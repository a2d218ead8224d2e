#include "reading/charset.h"

#include "base/utf8.h"
#include "reading/text.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <simdjson.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <utility>

namespace attache::reading {
namespace {

/// As far as a charset is looked for in a page; the HTML standard looks at 1024 bytes, pages in the wild declare it later.
constexpr std::size_t kDeclarationBytes = 8192;
/// As much as the detector is shown: more does not make it surer.
constexpr std::size_t kDetectionBytes = 64 * 1024;
/// ICU's confidence, of 100, from which its guess is taken.
constexpr int kDetectionConfidence = 40;

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

/// Pages that say Latin-1 mean windows-1252, and so on: the WHATWG encoding standard's labels, where they differ from ICU's.
std::string converter_name(std::string_view declared) {
  std::string name = ascii_lower(trim(declared));
  if (name == "iso-8859-1" || name == "iso8859-1" || name == "latin1" || name == "latin-1" || name == "us-ascii" || name == "ascii") {
    return "windows-1252";
  }
  if (name == "gb2312" || name == "gbk" || name == "x-gbk" || name == "gb_2312-80") return "gb18030";
  if (name == "ks_c_5601-1987" || name == "euc-kr") return "windows-949";
  if (name == "iso-8859-9") return "windows-1254";
  if (name == "tis-620" || name == "iso-8859-11") return "windows-874";
  return name;
}

bool is_utf8_name(std::string_view name) { return equal_ignoring_case(name, "utf-8") || equal_ignoring_case(name, "utf8"); }

std::optional<std::string> convert(std::string_view bytes, const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  const Converter converter(ucnv_open(name.c_str(), &status), &ucnv_close);
  if (U_FAILURE(status)) return std::nullopt;
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  const char* source = bytes.data();
  const char* const source_end = source + bytes.size();
  UChar units[4096] = {};
  char32_t pending = 0;
  do {
    UChar* target = units;
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &target, units + std::size(units), &source, source_end, nullptr, true, &status);
    if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR) return std::nullopt;
    for (const UChar* unit = units; unit != target; ++unit) {
      if (U16_IS_LEAD(*unit)) {
        pending = *unit;
      } else if (U16_IS_TRAIL(*unit) && pending) {
        append_code_point(text, static_cast<char32_t>(U16_GET_SUPPLEMENTARY(pending, *unit)));
        pending = 0;
      } else {
        append_code_point(text, *unit);
      }
    }
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  return text;
}

/// True when ill-formed sequences are few against the well-formed ones: UTF-8 with damage and not another charset.
bool is_mostly_utf8(std::string_view bytes) {
  std::size_t good = 0;
  std::size_t bad = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    if (static_cast<unsigned char>(bytes[i]) < 0x80) {
      ++i;
      continue;
    }
    std::size_t length = 2;
    while (length <= 4 && i + length <= bytes.size() && !is_valid_utf8(bytes.substr(i, length))) ++length;
    const bool valid = length <= 4 && i + length <= bytes.size();
    valid ? ++good : ++bad;
    i += valid ? length : 1;
  }
  return good > 4 * bad;
}

std::string detect(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status), &ucsdet_close);
  if (U_FAILURE(status)) return "windows-1252";
  const auto size = static_cast<std::int32_t>(std::min(bytes.size(), kDetectionBytes));
  ucsdet_setText(detector.get(), bytes.data(), size, &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || !match || ucsdet_getConfidence(match, &status) < kDetectionConfidence) return "windows-1252";
  const std::string name = ucsdet_getName(match, &status);
  // The bytes are no UTF, or it would have been found before.
  if (U_FAILURE(status) || name.starts_with("UTF-")) return "windows-1252";
  return converter_name(name);
}

std::string_view unquoted(std::string_view text) {
  text = trim(text);
  if (!text.empty() && (text.front() == '"' || text.front() == '\'')) {
    text.remove_prefix(1);
  }
  return text.substr(0, text.find_first_of("\"'; \t\r\n/>?"));
}

void note(std::vector<Error>& notices, const Place& place, std::string message, std::string action) {
  notices.push_back({ErrorKind::encoding, std::move(message), place, std::move(action)});
}

}  // namespace

std::string_view marked_charset(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xEF\xBB\xBF")) return "UTF-8";
  if (bytes.starts_with("\xFF\xFE\0\0"sv)) return "UTF-32LE";
  if (bytes.starts_with("\0\0\xFE\xFF"sv)) return "UTF-32BE";
  if (bytes.starts_with("\xFF\xFE")) return "UTF-16LE";
  if (bytes.starts_with("\xFE\xFF")) return "UTF-16BE";
  // Western text in UTF-16 without a mark: a zero in nearly every second place.
  const std::size_t looked_at = std::min<std::size_t>(bytes.size(), 1024) & ~std::size_t{1};
  if (looked_at < 8) return {};
  std::size_t zeros[2] = {0, 0};
  for (std::size_t i = 0; i < looked_at; ++i) zeros[i & 1] += bytes[i] == '\0';
  const std::size_t many = looked_at / 2 * 3 / 4;
  const std::size_t few = looked_at / 2 / 16;
  if (zeros[1] >= many && zeros[0] <= few) return "UTF-16LE";
  if (zeros[0] >= many && zeros[1] <= few) return "UTF-16BE";
  return {};
}

std::string declared_charset(std::string_view bytes) {
  const auto head = bytes.substr(0, kDeclarationBytes);
  if (head.starts_with("<?xml")) {
    const auto declaration = head.substr(0, head.find("?>"));
    const auto at = declaration.find("encoding=");
    if (at != std::string_view::npos) return std::string(unquoted(declaration.substr(at + 9)));
  }
  for (auto at = find_ignoring_case(head, "<meta"); at != std::string_view::npos; at = find_ignoring_case(head, "<meta", at + 5)) {
    const auto tag = head.substr(at, head.find('>', at) - at);
    const auto charset = find_ignoring_case(tag, "charset=");
    if (charset != std::string_view::npos) return std::string(unquoted(tag.substr(charset + 8)));
  }
  return {};
}

std::string to_utf8(std::string_view bytes, std::string_view declared, const Place& place, std::vector<Error>& notices) {
  const auto marked = marked_charset(bytes);
  if (marked.starts_with("UTF-16") || marked.starts_with("UTF-32")) {
    auto text = convert(bytes, std::string(marked));
    if (text && text->starts_with("\xEF\xBB\xBF")) text->erase(0, 3);
    if (text) return std::move(*text);
  }
  if (marked == "UTF-8") bytes.remove_prefix(3);
  if (simdjson::validate_utf8(bytes.data(), bytes.size())) return std::string(bytes);
  if (!declared.empty() && !is_utf8_name(declared) && marked.empty()) {
    const auto name = converter_name(declared);
    // A page that can be read at all cannot be in UTF-16 when it declares so in ASCII.
    if (!name.starts_with("utf-16") && !name.starts_with("utf-32")) {
      if (auto text = convert(bytes, name)) return std::move(*text);
      note(notices, place, "declares the unknown charset " + name, "guessed the charset");
    }
  }
  if (!marked.empty() || is_utf8_name(declared) || is_mostly_utf8(bytes)) {
    note(notices, place, "some bytes are not valid UTF-8", "replaced them with U+FFFD");
    return to_valid_utf8(bytes);
  }
  const auto guess = detect(bytes);
  note(notices, place, "the text is not UTF-8 and declares no charset", "decoded as " + guess);
  if (auto text = convert(bytes, guess)) return std::move(*text);
  return to_valid_utf8(bytes);
}

std::string to_utf8(std::string&& bytes, std::string_view declared, const Place& place, std::vector<Error>& notices) {
  if (marked_charset(bytes).empty() && simdjson::validate_utf8(bytes.data(), bytes.size())) return std::move(bytes);
  return to_utf8(std::string_view(bytes), declared, place, notices);
}

}  // namespace attache::reading
