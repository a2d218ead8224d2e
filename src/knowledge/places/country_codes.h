#pragma once
/// The codes that the field's data sets know states by.

#include <attache/mention.h>

#include <span>
#include <string>
#include <string_view>

namespace attache::knowledge {

/// A country's codes. Numbers are 0 and texts empty where a list does not have it.
struct CountryCodes {
  std::string_view iso3;   ///< ISO 3166-1 alpha-3.
  std::string_view iso2;   ///< ISO 3166-1 alpha-2.
  int iso_numeric;         ///< ISO 3166-1 numeric.
  std::string_view fips;   ///< FIPS 10-4, as GDELT has it.
  std::string_view cow;    ///< Correlates of War's three letters, state system membership as of today.
  int cow_number;          ///< Correlates of War's number.
  int gleditsch_ward;      ///< Gleditsch and Ward's number, as UCDP has it; with their list of microstates.
};

/// In order of `iso3`.
std::span<const CountryCodes> all_country_codes();

/// The codes of the country with that ISO alpha-3; null when there is none.
const CountryCodes* country_codes(std::string_view iso3);

/// The same with the state system's codes as they were on the day, which differ where a state came out of another: the Federal Republic of Germany before 1990, Czechoslovakia,
/// North Yemen, Yugoslavia. Empty texts and zeros for a code that is no country's. Sources: Correlates of War, State System Membership List; Gleditsch and Ward (1999), as revised.
CountryCodes country_codes_on(std::string_view iso3, Day day);

/// The country of a host name by its top-level domain: "www.example.com.au" is Australia's. Null for generic domains and for those that are sold worldwide.
const CountryCodes* country_of_domain(std::string_view host);

/// The first-order division as GDELT writes it: FIPS 10-4 country and GeoNames' admin-1 code ("USTX", "UP12"); the country alone where the division is not
/// known. GeoNames keeps the FIPS 10-4 codes of divisions for most countries and has its own for those divided anew since.
std::string admin1_code(const Location& location);

}  // namespace attache::knowledge
