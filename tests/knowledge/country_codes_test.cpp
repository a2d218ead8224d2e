#include "knowledge/places/country_codes.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace attache::knowledge {
namespace {

/// The gazetteer's table has ISO and FIPS codes of its own: both must say the same.
TEST(CountryCodes, AgreeWithTheGazetteersTable) {
  std::ifstream file(std::string(ATTACHE_SOURCE_DIR) + "/lexicon/gazetteer/countries.tsv");
  ASSERT_TRUE(file);
  std::string line;
  std::size_t countries = 0;
  while (std::getline(file, line)) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream fields(line);
    std::vector<std::string> field;
    for (std::string text; std::getline(fields, text, '\t');) field.push_back(text);
    const CountryCodes* codes = country_codes(field.at(1));
    ASSERT_NE(codes, nullptr) << line;
    EXPECT_EQ(codes->iso2, field[0]);
    EXPECT_EQ(codes->fips, field[7]) << line;
    EXPECT_EQ(codes->iso_numeric, std::stoi(field[8])) << line;
    ++countries;
  }
  EXPECT_EQ(countries, all_country_codes().size());
}

TEST(CountryCodes, KnowTheStateSystem) {
  EXPECT_EQ(country_codes("USA")->cow_number, 2);
  EXPECT_EQ(country_codes("DEU")->cow_number, 255);
  EXPECT_EQ(country_codes("DEU")->gleditsch_ward, 260);
  EXPECT_EQ(country_codes("YEM")->gleditsch_ward, 678);
  EXPECT_EQ(country_codes("SRB")->gleditsch_ward, 340);
  EXPECT_EQ(country_codes("SSD")->cow, "SSD");
  EXPECT_EQ(country_codes("GBR")->fips, "UK");
  EXPECT_EQ(country_codes("GRL")->cow_number, 0);
  EXPECT_EQ(country_codes("ZZZ"), nullptr);
  EXPECT_EQ(country_codes(""), nullptr);
}

/// Where the lists of states differ from ISO's letters or from each other, from the lists' own codebooks.
TEST(CountryCodes, KnowTheHardCases) {
  const struct {
    const char *iso3, *fips, *cow;
    int cow_number, gleditsch_ward;
  } cases[] = {
      {"DEU", "GM", "GMY", 255, 260}, {"YEM", "YM", "YEM", 679, 678}, {"SRB", "RI", "YUG", 345, 340}, {"MNE", "MJ", "MNG", 341, 341}, {"XKX", "KV", "KOS", 347, 347},
      {"COD", "CG", "DRC", 490, 490}, {"COG", "CF", "CON", 484, 484}, {"VNM", "VM", "DRV", 816, 816}, {"KOR", "KS", "ROK", 732, 732}, {"PRK", "KN", "PRK", 731, 731},
      {"ROU", "RO", "ROM", 360, 360}, {"CZE", "EZ", "CZR", 316, 316}, {"SVK", "LO", "SLO", 317, 317}, {"SVN", "SI", "SLV", 349, 349}, {"SLV", "ES", "SAL", 92, 92},
      {"CHE", "SZ", "SWZ", 225, 225}, {"SWZ", "WZ", "SWA", 572, 572}, {"SWE", "SW", "SWD", 380, 380}, {"AUS", "AS", "AUL", 900, 900}, {"AUT", "AU", "AUS", 305, 305},
      {"TLS", "TT", "ETM", 860, 860}, {"MMR", "BM", "MYA", 775, 775}, {"ZAF", "SF", "SAF", 560, 560}, {"CIV", "IV", "CDI", 437, 437}, {"NER", "NG", "NIR", 436, 436},
      {"NGA", "NI", "NIG", 475, 475}, {"DZA", "AG", "ALG", 615, 615}, {"IDN", "ID", "INS", 850, 850}, {"IRL", "EI", "IRE", 205, 205}, {"ISL", "IC", "ICE", 395, 395},
      {"KIR", "KR", "KIR", 946, 970}, {"NRU", "NR", "NAU", 970, 971}, {"TON", "TN", "TON", 955, 972}, {"TUV", "TV", "TUV", 947, 973}, {"PLW", "PS", "PAL", 986, 986},
      {"PSE", "WE", "", 0, 0}, {"TWN", "TW", "TAW", 713, 713}, {"SSD", "OD", "SSD", 626, 626}, {"SDN", "SU", "SUD", 625, 625}, {"MAC", "MC", "", 0, 0}, {"MKD", "MK", "MAC", 343, 343},
  };
  for (const auto& one : cases) {
    const CountryCodes* codes = country_codes(one.iso3);
    ASSERT_NE(codes, nullptr) << one.iso3;
    EXPECT_EQ(codes->fips, one.fips) << one.iso3;
    EXPECT_EQ(codes->cow, one.cow) << one.iso3;
    EXPECT_EQ(codes->cow_number, one.cow_number) << one.iso3;
    EXPECT_EQ(codes->gleditsch_ward, one.gleditsch_ward) << one.iso3;
  }
}

TEST(CountryCodes, AreThoseOfTheDay) {
  const auto on = [](const char* iso3, const char* day) { return country_codes_on(iso3, *day_from_iso(day)); };
  EXPECT_EQ(on("DEU", "1985-05-05").cow, "GFR");
  EXPECT_EQ(on("DEU", "1985-05-05").cow_number, 260);
  EXPECT_EQ(on("DEU", "1938-05-05").cow, "GMY");
  EXPECT_EQ(on("DEU", "1990-10-02").cow_number, 260);
  EXPECT_EQ(on("DEU", "1990-10-03").cow_number, 255);
  EXPECT_EQ(on("DEU", "1990-10-03").gleditsch_ward, 260);
  EXPECT_EQ(on("CZE", "1992-12-31").cow_number, 315);
  EXPECT_EQ(on("CZE", "1993-01-01").cow_number, 316);
  EXPECT_EQ(on("YEM", "1990-05-21").cow, "YAR");
  EXPECT_EQ(on("YEM", "1990-05-22").cow_number, 679);
  EXPECT_EQ(on("SRB", "1999-03-24").gleditsch_ward, 345);
  EXPECT_EQ(on("SRB", "2006-06-05").gleditsch_ward, 340);
  EXPECT_EQ(on("FRA", "1985-05-05").cow, "FRN");
  EXPECT_EQ(on("ZZZ", "1985-05-05").cow_number, 0);
}

TEST(CountryCodes, NoTwoStatesShareANumber) {
  std::vector<int> numbers;
  for (const CountryCodes& codes : all_country_codes()) {
    if (codes.cow_number != 0) numbers.push_back(codes.cow_number);
    EXPECT_EQ(codes.cow.empty(), codes.cow_number == 0) << codes.iso3;
  }
  EXPECT_GE(numbers.size(), 190u);
  std::sort(numbers.begin(), numbers.end());
  EXPECT_EQ(std::adjacent_find(numbers.begin(), numbers.end()), numbers.end());
}

TEST(CountryOfDomain, IsThatOfTheTopLevelDomain) {
  EXPECT_EQ(country_of_domain("www.example.com.au")->iso3, "AUS");
  EXPECT_EQ(country_of_domain("example.co.uk")->iso3, "GBR");
  EXPECT_EQ(country_of_domain("example.com"), nullptr);
  EXPECT_EQ(country_of_domain("example.tv"), nullptr);
  EXPECT_EQ(country_of_domain(""), nullptr);
}

TEST(Admin1Code, IsCountryAndDivision) {
  Location texas;
  texas.country = "USA";
  texas.region_code = "TX";
  EXPECT_EQ(admin1_code(texas), "USTX");
  Location ukraine;
  ukraine.country = "UKR";
  EXPECT_EQ(admin1_code(ukraine), "UP");
  EXPECT_EQ(admin1_code(Location{}), "");
}

}  // namespace
}  // namespace attache::knowledge
