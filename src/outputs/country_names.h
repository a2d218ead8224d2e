#pragma once
/// Countries' English names as the lexicon has them, and as the field's data sets print and spell them.

#include <string_view>

namespace attache::outputs {

/// The usual English name of an ISO alpha-3 code (`KOS` and `XKX` are Kosovo); empty for what is no country.
std::string_view country_name(std::string_view iso3);

/// The name as ICEWS prints it, where that is another: `Russian Federation`.
std::string_view icews_country_name(std::string_view iso3);

/// The ISO alpha-3 code of a country by an English name, whatever its case; data sets' own spellings are known. Empty for other names.
std::string_view country_named(std::string_view name);

}  // namespace attache::outputs
