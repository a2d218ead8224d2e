#include "knowledge/calendar/observances.h"

#include "knowledge/calendar/arithmetic.h"

#include <unicode/calendar.h>

#include <algorithm>
#include <array>
#include <memory>

namespace attache::knowledge {
namespace {

using std::chrono::days;

/// How the day of an observance is found in a year.
enum class Rule : std::uint8_t {
  fixed,        ///< Month and day.
  nth_weekday,  ///< Month, weekday, and its number in the month; -1 the last.
  easter,       ///< Days from Easter Sunday (Western).
  pascha,       ///< Days from Easter Sunday (Orthodox).
  islamic,      ///< Month and day of the Umm al-Qura calendar.
  persian,      ///< Month and day of the Solar Hijri calendar.
  hebrew,       ///< Month (ICU's numbering, Tishri 0) and day of the Hebrew calendar.
  chinese,      ///< Month and day of the Chinese calendar.
  once,         ///< Month and day of the one year given.
};

struct Observance {
  std::string_view name;       ///< As reported.
  std::string_view spellings;  ///< Lower case, separated by '|'.
  Rule rule;
  int first = 0, second = 0, third = 0;
  int length = 1;              ///< Days.
};

/// Sources of the rules: the churches' computus, the civil calendars of the states concerned, ICU's calendars for the others.
constexpr std::array observances = {
    Observance{"New Year's Day", "new year 's day|new year’s day|new year's day|new year day", Rule::fixed, 1, 1},
    Observance{"New Year's Eve", "new year 's eve|new year’s eve|new year's eve|new year eve|hogmanay", Rule::fixed, 12, 31},
    Observance{"Epiphany", "epiphany", Rule::fixed, 1, 6},
    Observance{"Orthodox Christmas", "orthodox christmas|orthodox christmas day", Rule::fixed, 1, 7},
    Observance{"Valentine's Day", "valentine 's day|valentine's day|valentine’s day|valentines day", Rule::fixed, 2, 14},
    Observance{"International Women's Day", "international women 's day|international women's day|international women’s day", Rule::fixed, 3, 8},
    Observance{"St Patrick's Day", "st patrick 's day|st. patrick 's day|st patrick's day|st. patrick's day|st patrick’s day|st. patrick’s day|saint patrick 's day|saint patrick’s day", Rule::fixed, 3, 17},
    Observance{"Nowruz", "nowruz|norouz", Rule::persian, 1, 1},
    Observance{"Newroz", "newroz", Rule::fixed, 3, 21},
    Observance{"Earth Day", "earth day", Rule::fixed, 4, 22},
    Observance{"Anzac Day", "anzac day", Rule::fixed, 4, 25},
    Observance{"World Press Freedom Day", "world press freedom day", Rule::fixed, 5, 3},
    Observance{"World Refugee Day", "world refugee day", Rule::fixed, 6, 20},
    Observance{"World AIDS Day", "world aids day", Rule::fixed, 12, 1},
    Observance{"Juneteenth", "juneteenth", Rule::fixed, 6, 19},
    Observance{"Bastille Day", "bastille day", Rule::fixed, 7, 14},
    Observance{"Halloween", "halloween", Rule::fixed, 10, 31},
    Observance{"All Saints' Day", "all saints ' day|all saints' day|all saints’ day|all saints day", Rule::fixed, 11, 1},
    Observance{"Armistice Day", "armistice day", Rule::fixed, 11, 11},
    Observance{"Veterans Day", "veterans day", Rule::fixed, 11, 11},
    Observance{"Christmas Eve", "christmas eve", Rule::fixed, 12, 24},
    Observance{"Christmas Day", "christmas day|christmas", Rule::fixed, 12, 25},
    Observance{"Boxing Day", "boxing day", Rule::fixed, 12, 26},
    Observance{"Martin Luther King Day", "martin luther king day|martin luther king jr. day|mlk day", Rule::nth_weekday, 1, 0, 3},
    Observance{"Presidents' Day", "presidents ' day|presidents' day|presidents’ day|presidents day", Rule::nth_weekday, 2, 0, 3},
    Observance{"Mother's Day", "mother 's day|mother’s day|mother's day|mothers ' day|mothers day", Rule::nth_weekday, 5, 6, 2},
    Observance{"Father's Day", "father 's day|father’s day|father's day|fathers ' day|fathers day", Rule::nth_weekday, 6, 6, 3},
    Observance{"Australia Day", "australia day", Rule::fixed, 1, 26},
    Observance{"Canada Day", "canada day", Rule::fixed, 7, 1},
    Observance{"Guy Fawkes Night", "guy fawkes night|guy fawkes day", Rule::fixed, 11, 5},
    Observance{"Europe Day", "europe day", Rule::fixed, 5, 9},
    Observance{"Human Rights Day", "human rights day", Rule::fixed, 12, 10},
    Observance{"Nakba Day", "nakba day", Rule::fixed, 5, 15},
    Observance{"Memorial Day", "memorial day", Rule::nth_weekday, 5, 0, -1},
    Observance{"Labor Day", "labor day", Rule::nth_weekday, 9, 0, 1},
    Observance{"Labour Day", "labour day", Rule::fixed, 5, 1},
    Observance{"Columbus Day", "columbus day", Rule::nth_weekday, 10, 0, 2},
    Observance{"Remembrance Sunday", "remembrance sunday", Rule::nth_weekday, 11, 6, 2},
    Observance{"Remembrance Day", "remembrance day", Rule::fixed, 11, 11},
    Observance{"Thanksgiving", "thanksgiving|thanksgiving day", Rule::nth_weekday, 11, 3, 4},
    Observance{"Ash Wednesday", "ash wednesday", Rule::easter, -46},
    Observance{"Palm Sunday", "palm sunday", Rule::easter, -7},
    Observance{"Maundy Thursday", "maundy thursday", Rule::easter, -3},
    Observance{"Good Friday", "good friday", Rule::easter, -2},
    Observance{"Easter Sunday", "easter sunday|easter day|easter", Rule::easter, 0},
    Observance{"Easter Monday", "easter monday", Rule::easter, 1},
    Observance{"Ascension Day", "ascension day", Rule::easter, 39},
    Observance{"Pentecost", "pentecost|whit sunday", Rule::easter, 49},
    Observance{"Whit Monday", "whit monday", Rule::easter, 50},
    Observance{"Orthodox Good Friday", "orthodox good friday", Rule::pascha, -2},
    Observance{"Orthodox Easter", "orthodox easter|orthodox easter sunday", Rule::pascha, 0},
    Observance{"Islamic New Year", "islamic new year", Rule::islamic, 1, 1},
    Observance{"Muharram", "muharram", Rule::islamic, 1, 1, 0, 30},
    Observance{"Ashura", "ashura", Rule::islamic, 1, 10},
    Observance{"Arbaeen", "arbaeen", Rule::islamic, 2, 20},
    Observance{"Mawlid", "mawlid", Rule::islamic, 3, 12},
    Observance{"Ramadan", "ramadan|ramadhan|ramazan", Rule::islamic, 9, 1, 0, 30},
    Observance{"Eid al-Fitr", "eid al-fitr|eid-al-fitr|eidul fitr|eid-ul-fitr|eid al - fitr|eid ul-fitr|eid ul - fitr|eid al fitr", Rule::islamic, 10, 1},
    Observance{"Eid al-Adha", "eid al-adha|eid-al-adha|eid al-azha|eid al - azha|eid ul - azha|eidul azha|eid-ul-azha|eid al - adha|eid ul-adha|eid ul - adha|eid al adha", Rule::islamic, 12, 10},
    Observance{"Rosh Hashanah", "rosh hashanah|rosh hashana", Rule::hebrew, 0, 1, 0, 2},
    Observance{"Yom Kippur", "yom kippur", Rule::hebrew, 0, 10},
    Observance{"Sukkot", "sukkot", Rule::hebrew, 0, 15, 0, 7},
    Observance{"Hanukkah", "hanukkah", Rule::hebrew, 2, 25, 0, 8},
    Observance{"Purim", "purim", Rule::hebrew, 6, 14},
    Observance{"Passover", "passover", Rule::hebrew, 7, 15, 0, 7},
    Observance{"Shavuot", "shavuot", Rule::hebrew, 9, 6},
    Observance{"Lunar New Year", "lunar new year|chinese new year|tet", Rule::chinese, 1, 1},
    Observance{"the attacks of 11 September 2001", "9/11", Rule::once, 9, 11, 2001},
};

/// Easter Sunday of the Gregorian calendar: the anonymous algorithm printed in Meeus, Astronomical Algorithms, chapter 8.
Day easter(int year) {
  const int golden = year % 19, century = year / 100, of_century = year % 100;
  const int leap_centuries = century / 4, rest = century % 4, eighth = (century + 8) / 25, correction = (century - eighth + 1) / 3;
  const int epact = (19 * golden + century - leap_centuries - correction + 15) % 30;
  const int leaps = of_century / 4, odd = of_century % 4;
  const int to_sunday = (32 + 2 * rest + 2 * leaps - epact - odd) % 7;
  const int late = (golden + 11 * epact + 22 * to_sunday) / 451;
  const int sum = epact + to_sunday - 7 * late + 114;
  return *make_day(year, sum / 31, sum % 31 + 1);
}

/// Easter Sunday of the Orthodox churches as a Gregorian day: Meeus's Julian algorithm and the calendars' distance.
Day pascha(int year) {
  const int moon = (19 * (year % 19) + 15) % 30;
  const int to_sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
  const int sum = moon + to_sunday + 114;
  const int distance = year / 100 - year / 400 - 2;
  return *make_day(year, sum / 31, sum % 31 + 1) + days(distance);
}

/// The first day within a Gregorian year that has this month and day in one of ICU's calendars.
std::optional<Day> in_calendar(const char* locale, int month, int day_of_month, int year) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Calendar> calendar(icu::Calendar::createInstance(icu::TimeZone::getGMT()->clone(), icu::Locale(locale), status));
  if (U_FAILURE(status)) return std::nullopt;
  constexpr double milliseconds_a_day = 86'400'000.0;
  const Day last = month_end(year, 12);
  // Noon, so that no calendar's own day boundary matters; month by month would do, but a year has few days and feasts are rare.
  for (Day day = month_start(year, 1); day <= last; day += days(1)) {
    calendar->setTime((static_cast<double>(day.time_since_epoch().count()) + 0.5) * milliseconds_a_day, status);
    if (calendar->get(UCAL_DATE, status) != day_of_month) {
      if (U_FAILURE(status)) return std::nullopt;
      continue;
    }
    const bool leap_month = calendar->get(UCAL_IS_LEAP_MONTH, status) != 0;
    if (calendar->get(UCAL_MONTH, status) == month && !leap_month && U_SUCCESS(status)) return day;
  }
  return std::nullopt;
}

std::optional<Day> first_day(const Observance& observance, int year) {
  switch (observance.rule) {
    case Rule::fixed: return make_day(year, observance.first, observance.second);
    case Rule::nth_weekday:
      if (observance.third < 0) return weekday_on_or_before(month_end(year, observance.first), observance.second);
      return weekday_on_or_after(month_start(year, observance.first), observance.second) + days(7 * (observance.third - 1));
    case Rule::easter: return easter(year) + days(observance.first);
    case Rule::pascha: return pascha(year) + days(observance.first);
    case Rule::islamic: return in_calendar("en@calendar=islamic-umalqura", observance.first - 1, observance.second, year);
    case Rule::persian: return in_calendar("en@calendar=persian", observance.first - 1, observance.second, year);
    case Rule::hebrew: return in_calendar("en@calendar=hebrew", observance.first, observance.second, year);
    case Rule::chinese: return in_calendar("en@calendar=chinese", observance.first - 1, observance.second, year);
    case Rule::once: return year == observance.third ? make_day(year, observance.first, observance.second) : std::nullopt;
  }
  return std::nullopt;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

/// Tokens that the spelling, whose words are parted by blanks, takes up at this place; 0 when it does not stand there.
std::uint32_t spelled_at(std::span<const Token> tokens, std::uint32_t at, std::string_view spelling) {
  std::uint32_t used = 0;
  while (!spelling.empty()) {
    if (at + used >= tokens.size()) return 0;
    const std::size_t blank = std::min(spelling.find(' '), spelling.size());
    const std::string_view word = spelling.substr(0, blank), text = tokens[at + used].text;
    if (word.size() != text.size() || !std::equal(word.begin(), word.end(), text.begin(), [](char a, char b) { return a == lower(b); })) return 0;
    spelling.remove_prefix(std::min(blank + 1, spelling.size()));
    ++used;
  }
  return used;
}

}  // namespace

ObservanceName observance_at(std::span<const Token> tokens, std::uint32_t at) {
  ObservanceName longest;
  for (std::size_t i = 0; i < observances.size(); ++i) {
    std::string_view spellings = observances[i].spellings;
    while (!spellings.empty()) {
      const std::size_t bar = std::min(spellings.find('|'), spellings.size());
      const std::uint32_t used = spelled_at(tokens, at, spellings.substr(0, bar));
      if (used > longest.tokens) longest = {static_cast<int>(i), used};
      spellings.remove_prefix(std::min(bar + 1, spellings.size()));
    }
  }
  return longest;
}

std::string_view observance_name(int index) { return observances[static_cast<std::size_t>(index)].name; }

std::optional<ObservedDays> observed_in(int index, int year) {
  if (year < 1900 || year > 2100) return std::nullopt;
  const Observance& observance = observances[static_cast<std::size_t>(index)];
  const auto first = first_day(observance, year);
  if (!first) return std::nullopt;
  Day last = *first + days(observance.length - 1);
  if (observance.rule == Rule::islamic && observance.length > 1) {
    // Months of this calendar have 29 or 30 days: it ends the day before the next begins.
    const Day thirtieth = *first + days(29);
    const auto next_month = in_calendar("en@calendar=islamic-umalqura", observance.first % 12, 1, parts_of(thirtieth).year);
    if (next_month && *next_month == thirtieth) last = thirtieth - days(1);
  }
  return ObservedDays{*first, last};
}

bool happened_once(int index) { return observances[static_cast<std::size_t>(index)].rule == Rule::once; }

}  // namespace attache::knowledge
