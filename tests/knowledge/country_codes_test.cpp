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
