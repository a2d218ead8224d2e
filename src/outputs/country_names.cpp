#include "outputs/country_names.h"

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

constexpr std::array names = {
    Name{"ABW", "Aruba"}, Name{"AFG", "Afghanistan"}, Name{"AGO", "Angola"}, Name{"AIA", "Anguilla"}, Name{"ALA", "Åland"},
    Name{"ALB", "Albania"}, Name{"AND", "Andorra"}, Name{"ARE", "United Arab Emirates"}, Name{"ARG", "Argentina"}, Name{"ARM", "Armenia"},
    Name{"ASM", "American Samoa"}, Name{"ATF", "French Southern Territories"}, Name{"ATG", "Antigua and Barbuda"},
    Name{"AUS", "Australia"}, Name{"AUT", "Austria"}, Name{"AZE", "Azerbaijan"}, Name{"BDI", "Burundi"}, Name{"BEL", "Belgium"},
    Name{"BEN", "Benin"}, Name{"BES", "Caribbean Netherlands"}, Name{"BFA", "Burkina Faso"}, Name{"BGD", "Bangladesh"},
    Name{"BGR", "Bulgaria"}, Name{"BHR", "Bahrain"}, Name{"BHS", "Bahamas"}, Name{"BIH", "Bosnia and Herzegovina"},
    Name{"BLM", "Saint Barthélemy"}, Name{"BLR", "Belarus"}, Name{"BLZ", "Belize"}, Name{"BMU", "Bermuda"}, Name{"BOL", "Bolivia"},
    Name{"BRA", "Brazil"}, Name{"BRB", "Barbados"}, Name{"BRN", "Brunei"}, Name{"BTN", "Bhutan"}, Name{"BWA", "Botswana"},
    Name{"CAF", "Central African Republic"}, Name{"CAN", "Canada"}, Name{"CCK", "Cocos Islands"}, Name{"CHE", "Switzerland"},
    Name{"CHL", "Chile"}, Name{"CHN", "China"}, Name{"CIV", "Côte d'Ivoire"}, Name{"CMR", "Cameroon"},
    Name{"COD", "Democratic Republic of the Congo"}, Name{"COG", "Republic of the Congo"}, Name{"COK", "Cook Islands"},
    Name{"COL", "Colombia"}, Name{"COM", "Comoros"}, Name{"CPV", "Cape Verde"}, Name{"CRI", "Costa Rica"}, Name{"CUB", "Cuba"},
    Name{"CUW", "Curaçao"}, Name{"CXR", "Christmas Island"}, Name{"CYM", "Cayman Islands"}, Name{"CYP", "Cyprus"}, Name{"CZE", "Czechia"},
    Name{"DEU", "Germany"}, Name{"DJI", "Djibouti"}, Name{"DMA", "Dominica"}, Name{"DNK", "Denmark"}, Name{"DOM", "Dominican Republic"},
    Name{"DZA", "Algeria"}, Name{"ECU", "Ecuador"}, Name{"EGY", "Egypt"}, Name{"ERI", "Eritrea"}, Name{"ESH", "Western Sahara"},
    Name{"ESP", "Spain"}, Name{"EST", "Estonia"}, Name{"ETH", "Ethiopia"}, Name{"FIN", "Finland"}, Name{"FJI", "Fiji"},
    Name{"FLK", "Falkland Islands"}, Name{"FRA", "France"}, Name{"FRO", "Faroe Islands"}, Name{"FSM", "Micronesia"}, Name{"GAB", "Gabon"},
    Name{"GBR", "United Kingdom"}, Name{"GEO", "Georgia"}, Name{"GGY", "Guernsey"}, Name{"GHA", "Ghana"}, Name{"GIB", "Gibraltar"},
    Name{"GIN", "Guinea"}, Name{"GLP", "Guadeloupe"}, Name{"GMB", "Gambia"}, Name{"GNB", "Guinea-Bissau"},
    Name{"GNQ", "Equatorial Guinea"}, Name{"GRC", "Greece"}, Name{"GRD", "Grenada"}, Name{"GRL", "Greenland"}, Name{"GTM", "Guatemala"},
    Name{"GUF", "French Guiana"}, Name{"GUM", "Guam"}, Name{"GUY", "Guyana"}, Name{"HKG", "Hong Kong"}, Name{"HND", "Honduras"},
    Name{"HRV", "Croatia"}, Name{"HTI", "Haiti"}, Name{"HUN", "Hungary"}, Name{"IDN", "Indonesia"}, Name{"IMN", "Isle of Man"},
    Name{"IND", "India"}, Name{"IOT", "British Indian Ocean Territory"}, Name{"IRL", "Ireland"}, Name{"IRN", "Iran"}, Name{"IRQ", "Iraq"},
    Name{"ISL", "Iceland"}, Name{"ISR", "Israel"}, Name{"ITA", "Italy"}, Name{"JAM", "Jamaica"}, Name{"JEY", "Jersey"},
    Name{"JOR", "Jordan"}, Name{"JPN", "Japan"}, Name{"KAZ", "Kazakhstan"}, Name{"KEN", "Kenya"}, Name{"KGZ", "Kyrgyzstan"},
    Name{"KHM", "Cambodia"}, Name{"KIR", "Kiribati"}, Name{"KNA", "Saint Kitts and Nevis"}, Name{"KOR", "South Korea"},
    Name{"KOS", "Kosovo"}, Name{"KWT", "Kuwait"}, Name{"LAO", "Laos"}, Name{"LBN", "Lebanon"}, Name{"LBR", "Liberia"},
    Name{"LBY", "Libya"}, Name{"LCA", "Saint Lucia"}, Name{"LIE", "Liechtenstein"}, Name{"LKA", "Sri Lanka"}, Name{"LSO", "Lesotho"},
    Name{"LTU", "Lithuania"}, Name{"LUX", "Luxembourg"}, Name{"LVA", "Latvia"}, Name{"MAC", "Macao"}, Name{"MAF", "Saint Martin"},
    Name{"MAR", "Morocco"}, Name{"MCO", "Monaco"}, Name{"MDA", "Moldova"}, Name{"MDG", "Madagascar"}, Name{"MDV", "Maldives"},
    Name{"MEX", "Mexico"}, Name{"MHL", "Marshall Islands"}, Name{"MKD", "North Macedonia"}, Name{"MLI", "Mali"}, Name{"MLT", "Malta"},
    Name{"MMR", "Myanmar"}, Name{"MNE", "Montenegro"}, Name{"MNG", "Mongolia"}, Name{"MNP", "Northern Mariana Islands"},
    Name{"MOZ", "Mozambique"}, Name{"MRT", "Mauritania"}, Name{"MSR", "Montserrat"}, Name{"MTQ", "Martinique"}, Name{"MUS", "Mauritius"},
    Name{"MWI", "Malawi"}, Name{"MYS", "Malaysia"}, Name{"MYT", "Mayotte"}, Name{"NAM", "Namibia"}, Name{"NCL", "New Caledonia"},
    Name{"NER", "Niger"}, Name{"NFK", "Norfolk Island"}, Name{"NGA", "Nigeria"}, Name{"NIC", "Nicaragua"}, Name{"NIU", "Niue"},
    Name{"NLD", "Netherlands"}, Name{"NOR", "Norway"}, Name{"NPL", "Nepal"}, Name{"NRU", "Nauru"}, Name{"NZL", "New Zealand"},
    Name{"OMN", "Oman"}, Name{"PAK", "Pakistan"}, Name{"PAN", "Panama"}, Name{"PCN", "Pitcairn"}, Name{"PER", "Peru"},
    Name{"PHL", "Philippines"}, Name{"PLW", "Palau"}, Name{"PNG", "Papua New Guinea"}, Name{"POL", "Poland"}, Name{"PRI", "Puerto Rico"},
    Name{"PRK", "North Korea"}, Name{"PRT", "Portugal"}, Name{"PRY", "Paraguay"}, Name{"PSE", "Palestine"},
    Name{"PYF", "French Polynesia"}, Name{"QAT", "Qatar"}, Name{"REU", "Réunion"}, Name{"ROU", "Romania"}, Name{"RUS", "Russia"},
    Name{"RWA", "Rwanda"}, Name{"SAU", "Saudi Arabia"}, Name{"SDN", "Sudan"}, Name{"SEN", "Senegal"}, Name{"SGP", "Singapore"},
    Name{"SGS", "South Georgia and the South Sandwich Islands"}, Name{"SHN", "Saint Helena"}, Name{"SJM", "Svalbard and Jan Mayen"},
    Name{"SLB", "Solomon Islands"}, Name{"SLE", "Sierra Leone"}, Name{"SLV", "El Salvador"}, Name{"SMR", "San Marino"},
    Name{"SOM", "Somalia"}, Name{"SPM", "Saint Pierre and Miquelon"}, Name{"SRB", "Serbia"}, Name{"SSD", "South Sudan"},
    Name{"STP", "São Tomé and Príncipe"}, Name{"SUR", "Suriname"}, Name{"SVK", "Slovakia"}, Name{"SVN", "Slovenia"},
    Name{"SWE", "Sweden"}, Name{"SWZ", "Eswatini"}, Name{"SXM", "Sint Maarten"}, Name{"SYC", "Seychelles"}, Name{"SYR", "Syria"},
    Name{"TCA", "Turks and Caicos Islands"}, Name{"TCD", "Chad"}, Name{"TGO", "Togo"}, Name{"THA", "Thailand"}, Name{"TJK", "Tajikistan"},
    Name{"TKL", "Tokelau"}, Name{"TKM", "Turkmenistan"}, Name{"TLS", "Timor-Leste"}, Name{"TON", "Tonga"},
    Name{"TTO", "Trinidad and Tobago"}, Name{"TUN", "Tunisia"}, Name{"TUR", "Turkey"}, Name{"TUV", "Tuvalu"}, Name{"TWN", "Taiwan"},
    Name{"TZA", "Tanzania"}, Name{"UGA", "Uganda"}, Name{"UKR", "Ukraine"}, Name{"URY", "Uruguay"}, Name{"USA", "United States"},
    Name{"UZB", "Uzbekistan"}, Name{"VAT", "Vatican City"}, Name{"VCT", "Saint Vincent and the Grenadines"}, Name{"VEN", "Venezuela"},
    Name{"VGB", "British Virgin Islands"}, Name{"VIR", "U.S. Virgin Islands"}, Name{"VNM", "Vietnam"}, Name{"VUT", "Vanuatu"},
    Name{"WLF", "Wallis and Futuna"}, Name{"WSM", "Samoa"}, Name{"YEM", "Yemen"}, Name{"ZAF", "South Africa"}, Name{"ZMB", "Zambia"},
    Name{"ZWE", "Zimbabwe"},
};
static_assert(std::is_sorted(names.begin(), names.end(), by_code));

/// Where ICEWS has another name.
constexpr std::array icews_names = {
    Name{"CZE", "Czech Republic"}, Name{"MKD", "Macedonia"}, Name{"PSE", "Occupied Palestinian Territory"},
    Name{"RUS", "Russian Federation"}, Name{"SWZ", "Swaziland"}, Name{"VAT", "Holy See"},
};
static_assert(std::is_sorted(icews_names.begin(), icews_names.end(), by_code));

/// Other names that are read, in lower case.
constexpr std::array other_names = {
    Name{"ALA", "aland islands"}, Name{"BHS", "bahamas, the"}, Name{"VEN", "bolivarian republic of venezuela"}, Name{"BIH", "bosnia"},
    Name{"BIH", "bosnia & herzegovina"}, Name{"BIH", "bosnia-herzegovina"}, Name{"GBR", "britain"}, Name{"BRN", "brunei darussalam"},
    Name{"MMR", "burma"}, Name{"CPV", "cabo verde"}, Name{"COG", "congo"}, Name{"COG", "congo (brazzaville)"},
    Name{"COD", "congo (kinshasa)"}, Name{"COD", "congo, democratic republic of the"}, Name{"COG", "congo, republic of the"},
    Name{"COG", "congo-brazzaville"}, Name{"COD", "congo-kinshasa"}, Name{"CIV", "cote d'ivoire"}, Name{"CUW", "curacao"},
    Name{"CZE", "czech republic"}, Name{"PRK", "democratic people's republic of korea"}, Name{"COD", "democratic republic of congo"},
    Name{"COD", "dr congo"}, Name{"TLS", "east timor"}, Name{"FSM", "federated states of micronesia"}, Name{"MKD", "fyrom"},
    Name{"GMB", "gambia, the"}, Name{"PSE", "gaza"}, Name{"PSE", "gaza strip"}, Name{"GBR", "great britain"}, Name{"NLD", "holland"},
    Name{"VAT", "holy see"}, Name{"HKG", "hong kong s.a.r."}, Name{"HKG", "hong kong sar"}, Name{"IRN", "iran, islamic republic of"},
    Name{"IRN", "islamic republic of iran"}, Name{"CIV", "ivory coast"}, Name{"PRK", "korea, democratic people's republic of"},
    Name{"PRK", "korea, north"}, Name{"KOR", "korea, republic of"}, Name{"KOR", "korea, south"}, Name{"KGZ", "kyrgyz republic"},
    Name{"LAO", "lao pdr"}, Name{"LAO", "lao people's democratic republic"}, Name{"LBY", "libyan arab jamahiriya"}, Name{"MAC", "macau"},
    Name{"MKD", "macedonia"}, Name{"MDA", "moldova, republic of"}, Name{"PSE", "occupied palestinian territory"},
    Name{"PSE", "palestinian territories"}, Name{"PSE", "palestinian territory"}, Name{"PSE", "palestinian territory, occupied"},
    Name{"CHN", "people's republic of china"}, Name{"BOL", "plurinational state of bolivia"}, Name{"KOR", "republic of korea"},
    Name{"MDA", "republic of moldova"}, Name{"REU", "reunion"}, Name{"RUS", "russian federation"}, Name{"BLM", "saint barthelemy"},
    Name{"STP", "sao tome and principe"}, Name{"SVK", "slovak republic"}, Name{"KNA", "st. kitts and nevis"}, Name{"LCA", "st. lucia"},
    Name{"VCT", "st. vincent and the grenadines"}, Name{"PSE", "state of palestine"}, Name{"SWZ", "swaziland"},
    Name{"SYR", "syrian arab republic"}, Name{"TWN", "taiwan, province of china"}, Name{"TZA", "tanzania, united republic of"},
    Name{"BHS", "the bahamas"}, Name{"GMB", "the gambia"}, Name{"NLD", "the netherlands"}, Name{"TLS", "timor leste"},
    Name{"TTO", "trinidad & tobago"}, Name{"TUR", "turkiye"}, Name{"TUR", "türkiye"}, Name{"USA", "u.s."}, Name{"GBR", "uk"},
    Name{"TZA", "united republic of tanzania"}, Name{"USA", "united states of america"}, Name{"USA", "us"}, Name{"VAT", "vatican"},
    Name{"VAT", "vatican city state"}, Name{"VNM", "viet nam"}, Name{"PSE", "west bank"}, Name{"COD", "zaire"},
};
static_assert(std::is_sorted(other_names.begin(), other_names.end(), by_name));

template <std::size_t size>
std::string_view name_in(const std::array<Name, size>& table, std::string_view code) {
  const auto found = std::lower_bound(table.begin(), table.end(), Name{code, {}}, by_code);
  return found != table.end() && found->code == code ? found->name : std::string_view{};
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return result;
}

}  // namespace

std::string_view country_name(std::string_view iso3) { return name_in(names, iso3 == "XKX" ? "KOS" : iso3); }

std::string_view icews_country_name(std::string_view iso3) {
  const auto name = name_in(icews_names, iso3);
  return name.empty() ? country_name(iso3) : name;
}

std::string_view country_named(std::string_view name) {
  const std::string wanted = lower(name);
  const auto other = std::lower_bound(other_names.begin(), other_names.end(), Name{{}, wanted}, by_name);
  if (other != other_names.end() && other->name == wanted) return other->code;
  const auto found = std::find_if(names.begin(), names.end(), [&](const Name& row) { return lower(row.name) == wanted; });
  return found == names.end() ? std::string_view{} : found->code;
}

}  // namespace attache::outputs
