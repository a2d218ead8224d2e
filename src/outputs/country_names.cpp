#include "outputs/country_names.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <string>

namespace attache::outputs {
namespace {

struct Name {
  std::string_view code;
  std::string_view name;
};

constexpr bool by_code(const Name& a, const Name& b) { return a.code < b.code; }
constexpr bool by_name(const Name& a, const Name& b) { return a.name < b.name; }

// `names` by code and `read_names` by folded name.
#include "outputs/country_name_table.inc"
static_assert(std::is_sorted(names.begin(), names.end(), by_code));
static_assert(std::is_sorted(read_names.begin(), read_names.end(), by_name));

/// Where ICEWS has another name.
constexpr std::array icews_names = {
    Name{"MKD", "Macedonia"}, Name{"PSE", "Occupied Palestinian Territory"}, Name{"RUS", "Russian Federation"}, Name{"SWZ", "Swaziland"}, Name{"VAT", "Holy See"},
};
static_assert(std::is_sorted(icews_names.begin(), icews_names.end(), by_code));

/// How data sets spell names that nobody writes so in prose, and what they mean by those that two states share; folded.
constexpr std::array data_set_names = {
    Name{"BHS", "bahamas, the"},
    Name{"COG", "congo"},
    Name{"COG", "congo (brazzaville)"},
    Name{"COD", "congo (kinshasa)"},
    Name{"COD", "congo, democratic republic of the"},
    Name{"COG", "congo, republic of the"},
    Name{"GMB", "gambia, the"},
    Name{"PSE", "gaza"},
    Name{"PSE", "gaza strip"},
    Name{"HKG", "hong kong s.a.r."},
    Name{"IRN", "iran, islamic republic of"},
    Name{"PRK", "korea, democratic people's republic of"},
    Name{"PRK", "korea, north"},
    Name{"KOR", "korea, republic of"},
    Name{"KOR", "korea, south"},
    Name{"MDA", "moldova, republic of"},
    Name{"PSE", "palestinian territory"},
    Name{"PSE", "palestinian territory, occupied"},
    Name{"TWN", "taiwan, province of china"},
    Name{"TZA", "tanzania, united republic of"},
    Name{"NLD", "the netherlands"},
    Name{"PSE", "west bank"},
};
static_assert(std::is_sorted(data_set_names.begin(), data_set_names.end(), by_name));

template <std::size_t size>
std::string_view name_in(const std::array<Name, size>& table, std::string_view code) {
  const auto found = std::lower_bound(table.begin(), table.end(), Name{code, {}}, by_code);
  return found != table.end() && found->code == code ? found->name : std::string_view{};
}

template <std::size_t size>
std::string_view code_in(const std::array<Name, size>& table, std::string_view name) {
  const auto found = std::lower_bound(table.begin(), table.end(), Name{{}, name}, by_name);
  return found != table.end() && found->name == name ? found->code : std::string_view{};
}

}  // namespace

std::string_view country_name(std::string_view iso3) { return name_in(names, iso3 == "XKX" ? "KOS" : iso3); }

std::string_view icews_country_name(std::string_view iso3) {
  const auto name = name_in(icews_names, iso3);
  return name.empty() ? country_name(iso3) : name;
}

std::string_view country_named(std::string_view name) {
  const std::string wanted = fold(name);
  const auto meant = code_in(data_set_names, wanted);
  return meant.empty() ? code_in(read_names, wanted) : meant;
}

}  // namespace attache::outputs
