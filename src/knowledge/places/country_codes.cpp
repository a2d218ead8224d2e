#include "knowledge/places/country_codes.h"

#include <algorithm>
#include <array>

namespace attache::knowledge {
namespace {

constexpr std::array table = {
    CountryCodes{"ABW", "AW", 533, "AA", "", 0, 0},
    CountryCodes{"AFG", "AF", 4, "AF", "AFG", 700, 700},
    CountryCodes{"AGO", "AO", 24, "AO", "ANG", 540, 540},
    CountryCodes{"AIA", "AI", 660, "AV", "", 0, 0},
    CountryCodes{"ALA", "AX", 248, "", "", 0, 0},
    CountryCodes{"ALB", "AL", 8, "AL", "ALB", 339, 339},
    CountryCodes{"AND", "AD", 20, "AN", "AND", 232, 232},
    CountryCodes{"ARE", "AE", 784, "AE", "UAE", 696, 696},
    CountryCodes{"ARG", "AR", 32, "AR", "ARG", 160, 160},
    CountryCodes{"ARM", "AM", 51, "AM", "ARM", 371, 371},
    CountryCodes{"ASM", "AS", 16, "AQ", "", 0, 0},
    CountryCodes{"ATF", "TF", 260, "FS", "", 0, 0},
    CountryCodes{"ATG", "AG", 28, "AC", "AAB", 58, 58},
    CountryCodes{"AUS", "AU", 36, "AS", "AUL", 900, 900},
    CountryCodes{"AUT", "AT", 40, "AU", "AUS", 305, 305},
    CountryCodes{"AZE", "AZ", 31, "AJ", "AZE", 373, 373},
    CountryCodes{"BDI", "BI", 108, "BY", "BUI", 516, 516},
    CountryCodes{"BEL", "BE", 56, "BE", "BEL", 211, 211},
    CountryCodes{"BEN", "BJ", 204, "BN", "BEN", 434, 434},
    CountryCodes{"BES", "BQ", 535, "", "", 0, 0},
    CountryCodes{"BFA", "BF", 854, "UV", "BFO", 439, 439},
    CountryCodes{"BGD", "BD", 50, "BG", "BNG", 771, 771},
    CountryCodes{"BGR", "BG", 100, "BU", "BUL", 355, 355},
    CountryCodes{"BHR", "BH", 48, "BA", "BAH", 692, 692},
    CountryCodes{"BHS", "BS", 44, "BF", "BHM", 31, 31},
    CountryCodes{"BIH", "BA", 70, "BK", "BOS", 346, 346},
    CountryCodes{"BLM", "BL", 652, "TB", "", 0, 0},
    CountryCodes{"BLR", "BY", 112, "BO", "BLR", 370, 370},
    CountryCodes{"BLZ", "BZ", 84, "BH", "BLZ", 80, 80},
    CountryCodes{"BMU", "BM", 60, "BD", "", 0, 0},
    CountryCodes{"BOL", "BO", 68, "BL", "BOL", 145, 145},
    CountryCodes{"BRA", "BR", 76, "BR", "BRA", 140, 140},
    CountryCodes{"BRB", "BB", 52, "BB", "BAR", 53, 53},
    CountryCodes{"BRN", "BN", 96, "BX", "BRU", 835, 835},
    CountryCodes{"BTN", "BT", 64, "BT", "BHU", 760, 760},
    CountryCodes{"BWA", "BW", 72, "BC", "BOT", 571, 571},
    CountryCodes{"CAF", "CF", 140, "CT", "CEN", 482, 482},
    CountryCodes{"CAN", "CA", 124, "CA", "CAN", 20, 20},
    CountryCodes{"CCK", "CC", 166, "CK", "", 0, 0},
    CountryCodes{"CHE", "CH", 756, "SZ", "SWZ", 225, 225},
    CountryCodes{"CHL", "CL", 152, "CI", "CHL", 155, 155},
    CountryCodes{"CHN", "CN", 156, "CH", "CHN", 710, 710},
    CountryCodes{"CIV", "CI", 384, "IV", "CDI", 437, 437},
    CountryCodes{"CMR", "CM", 120, "CM", "CAO", 471, 471},
    CountryCodes{"COD", "CD", 180, "CG", "DRC", 490, 490},
    CountryCodes{"COG", "CG", 178, "CF", "CON", 484, 484},
    CountryCodes{"COK", "CK", 184, "CW", "", 0, 0},
    CountryCodes{"COL", "CO", 170, "CO", "COL", 100, 100},
    CountryCodes{"COM", "KM", 174, "CN", "COM", 581, 581},
    CountryCodes{"CPV", "CV", 132, "CV", "CAP", 402, 402},
    CountryCodes{"CRI", "CR", 188, "CS", "COS", 94, 94},
    CountryCodes{"CUB", "CU", 192, "CU", "CUB", 40, 40},
    CountryCodes{"CUW", "CW", 531, "UC", "", 0, 0},
    CountryCodes{"CXR", "CX", 162, "KT", "", 0, 0},
    CountryCodes{"CYM", "KY", 136, "CJ", "", 0, 0},
    CountryCodes{"CYP", "CY", 196, "CY", "CYP", 352, 352},
    CountryCodes{"CZE", "CZ", 203, "EZ", "CZR", 316, 316},
    CountryCodes{"DEU", "DE", 276, "GM", "GMY", 255, 260},
    CountryCodes{"DJI", "DJ", 262, "DJ", "DJI", 522, 522},
    CountryCodes{"DMA", "DM", 212, "DO", "DMA", 54, 54},
    CountryCodes{"DNK", "DK", 208, "DA", "DEN", 390, 390},
    CountryCodes{"DOM", "DO", 214, "DR", "DOM", 42, 42},
    CountryCodes{"DZA", "DZ", 12, "AG", "ALG", 615, 615},
    CountryCodes{"ECU", "EC", 218, "EC", "ECU", 130, 130},
    CountryCodes{"EGY", "EG", 818, "EG", "EGY", 651, 651},
    CountryCodes{"ERI", "ER", 232, "ER", "ERI", 531, 531},
    CountryCodes{"ESH", "EH", 732, "WI", "", 0, 0},
    CountryCodes{"ESP", "ES", 724, "SP", "SPN", 230, 230},
    CountryCodes{"EST", "EE", 233, "EN", "EST", 366, 366},
    CountryCodes{"ETH", "ET", 231, "ET", "ETH", 530, 530},
    CountryCodes{"FIN", "FI", 246, "FI", "FIN", 375, 375},
    CountryCodes{"FJI", "FJ", 242, "FJ", "FIJ", 950, 950},
    CountryCodes{"FLK", "FK", 238, "FK", "", 0, 0},
    CountryCodes{"FRA", "FR", 250, "FR", "FRN", 220, 220},
    CountryCodes{"FRO", "FO", 234, "FO", "", 0, 0},
    CountryCodes{"FSM", "FM", 583, "FM", "FSM", 987, 987},
    CountryCodes{"GAB", "GA", 266, "GB", "GAB", 481, 481},
    CountryCodes{"GBR", "GB", 826, "UK", "UKG", 200, 200},
    CountryCodes{"GEO", "GE", 268, "GG", "GRG", 372, 372},
    CountryCodes{"GGY", "GG", 831, "GK", "", 0, 0},
    CountryCodes{"GHA", "GH", 288, "GH", "GHA", 452, 452},
    CountryCodes{"GIB", "GI", 292, "GI", "", 0, 0},
    CountryCodes{"GIN", "GN", 324, "GV", "GUI", 438, 438},
    CountryCodes{"GLP", "GP", 312, "GP", "", 0, 0},
    CountryCodes{"GMB", "GM", 270, "GA", "GAM", 420, 420},
    CountryCodes{"GNB", "GW", 624, "PU", "GNB", 404, 404},
    CountryCodes{"GNQ", "GQ", 226, "EK", "EQG", 411, 411},
    CountryCodes{"GRC", "GR", 300, "GR", "GRC", 350, 350},
    CountryCodes{"GRD", "GD", 308, "GJ", "GRN", 55, 55},
    CountryCodes{"GRL", "GL", 304, "GL", "", 0, 0},
    CountryCodes{"GTM", "GT", 320, "GT", "GUA", 90, 90},
    CountryCodes{"GUF", "GF", 254, "FG", "", 0, 0},
    CountryCodes{"GUM", "GU", 316, "GQ", "", 0, 0},
    CountryCodes{"GUY", "GY", 328, "GY", "GUY", 110, 110},
    CountryCodes{"HKG", "HK", 344, "HK", "", 0, 0},
    CountryCodes{"HND", "HN", 340, "HO", "HON", 91, 91},
    CountryCodes{"HRV", "HR", 191, "HR", "CRO", 344, 344},
    CountryCodes{"HTI", "HT", 332, "HA", "HAI", 41, 41},
    CountryCodes{"HUN", "HU", 348, "HU", "HUN", 310, 310},
    CountryCodes{"IDN", "ID", 360, "ID", "INS", 850, 850},
    CountryCodes{"IMN", "IM", 833, "IM", "", 0, 0},
    CountryCodes{"IND", "IN", 356, "IN", "IND", 750, 750},
    CountryCodes{"IOT", "IO", 86, "IO", "", 0, 0},
    CountryCodes{"IRL", "IE", 372, "EI", "IRE", 205, 205},
    CountryCodes{"IRN", "IR", 364, "IR", "IRN", 630, 630},
    CountryCodes{"IRQ", "IQ", 368, "IZ", "IRQ", 645, 645},
    CountryCodes{"ISL", "IS", 352, "IC", "ICE", 395, 395},
    CountryCodes{"ISR", "IL", 376, "IS", "ISR", 666, 666},
    CountryCodes{"ITA", "IT", 380, "IT", "ITA", 325, 325},
    CountryCodes{"JAM", "JM", 388, "JM", "JAM", 51, 51},
    CountryCodes{"JEY", "JE", 832, "JE", "", 0, 0},
    CountryCodes{"JOR", "JO", 400, "JO", "JOR", 663, 663},
    CountryCodes{"JPN", "JP", 392, "JA", "JPN", 740, 740},
    CountryCodes{"KAZ", "KZ", 398, "KZ", "KZK", 705, 705},
    CountryCodes{"KEN", "KE", 404, "KE", "KEN", 501, 501},
    CountryCodes{"KGZ", "KG", 417, "KG", "KYR", 703, 703},
    CountryCodes{"KHM", "KH", 116, "CB", "CAM", 811, 811},
    CountryCodes{"KIR", "KI", 296, "KR", "KIR", 946, 970},
    CountryCodes{"KNA", "KN", 659, "SC", "SKN", 60, 60},
    CountryCodes{"KOR", "KR", 410, "KS", "ROK", 732, 732},
    CountryCodes{"KWT", "KW", 414, "KU", "KUW", 690, 690},
    CountryCodes{"LAO", "LA", 418, "LA", "LAO", 812, 812},
    CountryCodes{"LBN", "LB", 422, "LE", "LEB", 660, 660},
    CountryCodes{"LBR", "LR", 430, "LI", "LBR", 450, 450},
    CountryCodes{"LBY", "LY", 434, "LY", "LIB", 620, 620},
    CountryCodes{"LCA", "LC", 662, "ST", "SLU", 56, 56},
    CountryCodes{"LIE", "LI", 438, "LS", "LIE", 223, 223},
    CountryCodes{"LKA", "LK", 144, "CE", "SRI", 780, 780},
    CountryCodes{"LSO", "LS", 426, "LT", "LES", 570, 570},
    CountryCodes{"LTU", "LT", 440, "LH", "LIT", 368, 368},
    CountryCodes{"LUX", "LU", 442, "LU", "LUX", 212, 212},
    CountryCodes{"LVA", "LV", 428, "LG", "LAT", 367, 367},
    CountryCodes{"MAC", "MO", 446, "MC", "", 0, 0},
    CountryCodes{"MAF", "MF", 663, "RN", "", 0, 0},
    CountryCodes{"MAR", "MA", 504, "MO", "MOR", 600, 600},
    CountryCodes{"MCO", "MC", 492, "MN", "MNC", 221, 221},
    CountryCodes{"MDA", "MD", 498, "MD", "MLD", 359, 359},
    CountryCodes{"MDG", "MG", 450, "MA", "MAG", 580, 580},
    CountryCodes{"MDV", "MV", 462, "MV", "MAD", 781, 781},
    CountryCodes{"MEX", "MX", 484, "MX", "MEX", 70, 70},
    CountryCodes{"MHL", "MH", 584, "RM", "MSI", 983, 983},
    CountryCodes{"MKD", "MK", 807, "MK", "MAC", 343, 343},
    CountryCodes{"MLI", "ML", 466, "ML", "MLI", 432, 432},
    CountryCodes{"MLT", "MT", 470, "MT", "MLT", 338, 338},
    CountryCodes{"MMR", "MM", 104, "BM", "MYA", 775, 775},
    CountryCodes{"MNE", "ME", 499, "MJ", "MNG", 341, 341},
    CountryCodes{"MNG", "MN", 496, "MG", "MON", 712, 712},
    CountryCodes{"MNP", "MP", 580, "CQ", "", 0, 0},
    CountryCodes{"MOZ", "MZ", 508, "MZ", "MZM", 541, 541},
    CountryCodes{"MRT", "MR", 478, "MR", "MAA", 435, 435},
    CountryCodes{"MSR", "MS", 500, "MH", "", 0, 0},
    CountryCodes{"MTQ", "MQ", 474, "MB", "", 0, 0},
    CountryCodes{"MUS", "MU", 480, "MP", "MAS", 590, 590},
    CountryCodes{"MWI", "MW", 454, "MI", "MAW", 553, 553},
    CountryCodes{"MYS", "MY", 458, "MY", "MAL", 820, 820},
    CountryCodes{"MYT", "YT", 175, "MF", "", 0, 0},
    CountryCodes{"NAM", "NA", 516, "WA", "NAM", 565, 565},
    CountryCodes{"NCL", "NC", 540, "NC", "", 0, 0},
    CountryCodes{"NER", "NE", 562, "NG", "NIR", 436, 436},
    CountryCodes{"NFK", "NF", 574, "NF", "", 0, 0},
    CountryCodes{"NGA", "NG", 566, "NI", "NIG", 475, 475},
    CountryCodes{"NIC", "NI", 558, "NU", "NIC", 93, 93},
    CountryCodes{"NIU", "NU", 570, "NE", "", 0, 0},
    CountryCodes{"NLD", "NL", 528, "NL", "NTH", 210, 210},
    CountryCodes{"NOR", "NO", 578, "NO", "NOR", 385, 385},
    CountryCodes{"NPL", "NP", 524, "NP", "NEP", 790, 790},
    CountryCodes{"NRU", "NR", 520, "NR", "NAU", 970, 971},
    CountryCodes{"NZL", "NZ", 554, "NZ", "NEW", 920, 920},
    CountryCodes{"OMN", "OM", 512, "MU", "OMA", 698, 698},
    CountryCodes{"PAK", "PK", 586, "PK", "PAK", 770, 770},
    CountryCodes{"PAN", "PA", 591, "PM", "PAN", 95, 95},
    CountryCodes{"PCN", "PN", 612, "PC", "", 0, 0},
    CountryCodes{"PER", "PE", 604, "PE", "PER", 135, 135},
    CountryCodes{"PHL", "PH", 608, "RP", "PHI", 840, 840},
    CountryCodes{"PLW", "PW", 585, "PS", "PAL", 986, 986},
    CountryCodes{"PNG", "PG", 598, "PP", "PNG", 910, 910},
    CountryCodes{"POL", "PL", 616, "PL", "POL", 290, 290},
    CountryCodes{"PRI", "PR", 630, "RQ", "", 0, 0},
    CountryCodes{"PRK", "KP", 408, "KN", "PRK", 731, 731},
    CountryCodes{"PRT", "PT", 620, "PO", "POR", 235, 235},
    CountryCodes{"PRY", "PY", 600, "PA", "PAR", 150, 150},
    CountryCodes{"PSE", "PS", 275, "WE", "", 0, 0},
    CountryCodes{"PYF", "PF", 258, "FP", "", 0, 0},
    CountryCodes{"QAT", "QA", 634, "QA", "QAT", 694, 694},
    CountryCodes{"REU", "RE", 638, "RE", "", 0, 0},
    CountryCodes{"ROU", "RO", 642, "RO", "ROM", 360, 360},
    CountryCodes{"RUS", "RU", 643, "RS", "RUS", 365, 365},
    CountryCodes{"RWA", "RW", 646, "RW", "RWA", 517, 517},
    CountryCodes{"SAU", "SA", 682, "SA", "SAU", 670, 670},
    CountryCodes{"SDN", "SD", 729, "SU", "SUD", 625, 625},
    CountryCodes{"SEN", "SN", 686, "SG", "SEN", 433, 433},
    CountryCodes{"SGP", "SG", 702, "SN", "SIN", 830, 830},
    CountryCodes{"SGS", "GS", 239, "SX", "", 0, 0},
    CountryCodes{"SHN", "SH", 654, "SH", "", 0, 0},
    CountryCodes{"SJM", "SJ", 744, "SV", "", 0, 0},
    CountryCodes{"SLB", "SB", 90, "BP", "SOL", 940, 940},
    CountryCodes{"SLE", "SL", 694, "SL", "SIE", 451, 451},
    CountryCodes{"SLV", "SV", 222, "ES", "SAL", 92, 92},
    CountryCodes{"SMR", "SM", 674, "SM", "SNM", 331, 331},
    CountryCodes{"SOM", "SO", 706, "SO", "SOM", 520, 520},
    CountryCodes{"SPM", "PM", 666, "SB", "", 0, 0},
    CountryCodes{"SRB", "RS", 688, "RI", "YUG", 345, 340},
    CountryCodes{"SSD", "SS", 728, "OD", "SSD", 626, 626},
    CountryCodes{"STP", "ST", 678, "TP", "STP", 403, 403},
    CountryCodes{"SUR", "SR", 740, "NS", "SUR", 115, 115},
    CountryCodes{"SVK", "SK", 703, "LO", "SLO", 317, 317},
    CountryCodes{"SVN", "SI", 705, "SI", "SLV", 349, 349},
    CountryCodes{"SWE", "SE", 752, "SW", "SWD", 380, 380},
    CountryCodes{"SWZ", "SZ", 748, "WZ", "SWA", 572, 572},
    CountryCodes{"SXM", "SX", 534, "NN", "", 0, 0},
    CountryCodes{"SYC", "SC", 690, "SE", "SEY", 591, 591},
    CountryCodes{"SYR", "SY", 760, "SY", "SYR", 652, 652},
    CountryCodes{"TCA", "TC", 796, "TK", "", 0, 0},
    CountryCodes{"TCD", "TD", 148, "CD", "CHA", 483, 483},
    CountryCodes{"TGO", "TG", 768, "TO", "TOG", 461, 461},
    CountryCodes{"THA", "TH", 764, "TH", "THI", 800, 800},
    CountryCodes{"TJK", "TJ", 762, "TI", "TAJ", 702, 702},
    CountryCodes{"TKL", "TK", 772, "TL", "", 0, 0},
    CountryCodes{"TKM", "TM", 795, "TX", "TKM", 701, 701},
    CountryCodes{"TLS", "TL", 626, "TT", "ETM", 860, 860},
    CountryCodes{"TON", "TO", 776, "TN", "TON", 955, 972},
    CountryCodes{"TTO", "TT", 780, "TD", "TRI", 52, 52},
    CountryCodes{"TUN", "TN", 788, "TS", "TUN", 616, 616},
    CountryCodes{"TUR", "TR", 792, "TU", "TUR", 640, 640},
    CountryCodes{"TUV", "TV", 798, "TV", "TUV", 947, 973},
    CountryCodes{"TWN", "TW", 158, "TW", "TAW", 713, 713},
    CountryCodes{"TZA", "TZ", 834, "TZ", "TAZ", 510, 510},
    CountryCodes{"UGA", "UG", 800, "UG", "UGA", 500, 500},
    CountryCodes{"UKR", "UA", 804, "UP", "UKR", 369, 369},
    CountryCodes{"URY", "UY", 858, "UY", "URU", 165, 165},
    CountryCodes{"USA", "US", 840, "US", "USA", 2, 2},
    CountryCodes{"UZB", "UZ", 860, "UZ", "UZB", 704, 704},
    CountryCodes{"VAT", "VA", 336, "VT", "", 0, 0},
    CountryCodes{"VCT", "VC", 670, "VC", "SVG", 57, 57},
    CountryCodes{"VEN", "VE", 862, "VE", "VEN", 101, 101},
    CountryCodes{"VGB", "VG", 92, "VI", "", 0, 0},
    CountryCodes{"VIR", "VI", 850, "VQ", "", 0, 0},
    CountryCodes{"VNM", "VN", 704, "VM", "DRV", 816, 816},
    CountryCodes{"VUT", "VU", 548, "NH", "VAN", 935, 935},
    CountryCodes{"WLF", "WF", 876, "WF", "", 0, 0},
    CountryCodes{"WSM", "WS", 882, "WS", "WSM", 990, 990},
    CountryCodes{"XKX", "XK", 0, "KV", "KOS", 347, 347},
    CountryCodes{"YEM", "YE", 887, "YM", "YEM", 679, 678},
    CountryCodes{"ZAF", "ZA", 710, "SF", "SAF", 560, 560},
    CountryCodes{"ZMB", "ZM", 894, "ZA", "ZAM", 551, 551},
    CountryCodes{"ZWE", "ZW", 716, "ZI", "ZIM", 552, 552},
};

/// What a code stood for in the lists of states until that day.
struct FormerState {
  std::string_view iso3;
  Day last;
  std::string_view cow;
  int cow_number;
  int gleditsch_ward;
};

constexpr Day day_of(int year, unsigned month, unsigned day) { return std::chrono::sys_days{std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day)}; }

constexpr std::array former_states = {
    FormerState{"AUT", day_of(1918, 11, 11), "AUH", 300, 300},  // Austria-Hungary
    FormerState{"CZE", day_of(1992, 12, 31), "CZE", 315, 315},  // Czechoslovakia
    FormerState{"DEU", day_of(1945, 5, 8), "GMY", 255, 255},    // the German Empire and its successors
    FormerState{"DEU", day_of(1990, 10, 2), "GFR", 260, 260},   // West Germany
    FormerState{"SRB", day_of(2006, 6, 4), "YUG", 345, 345},    // Yugoslavia, Serbia and Montenegro
    FormerState{"YEM", day_of(1990, 5, 21), "YAR", 678, 678},   // North Yemen
};

constexpr bool in_order() { return std::is_sorted(table.begin(), table.end(), [](const CountryCodes& a, const CountryCodes& b) { return a.iso3 < b.iso3; }); }
static_assert(in_order());

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }

}  // namespace

std::span<const CountryCodes> all_country_codes() { return table; }

const CountryCodes* country_codes(std::string_view iso3) {
  const auto found = std::lower_bound(table.begin(), table.end(), iso3, [](const CountryCodes& row, std::string_view code) { return row.iso3 < code; });
  return found != table.end() && found->iso3 == iso3 ? &*found : nullptr;
}

CountryCodes country_codes_on(std::string_view iso3, Day day) {
  const CountryCodes* today = country_codes(iso3);
  CountryCodes codes = today ? *today : CountryCodes{iso3, "", 0, "", "", 0, 0};
  const auto former = std::find_if(former_states.begin(), former_states.end(), [&](const FormerState& state) { return state.iso3 == iso3 && day <= state.last; });
  if (former == former_states.end()) return codes;
  codes.cow = former->cow;
  codes.cow_number = former->cow_number;
  codes.gleditsch_ward = former->gleditsch_ward;
  return codes;
}

const CountryCodes* country_of_domain(std::string_view host) {
  const std::string_view ending = host.substr(host.rfind('.') + 1);
  if (ending.size() != 2) return nullptr;
  const std::array<char, 2> letters = {upper(ending[0]), upper(ending[1])};
  const std::string_view code(letters.data(), letters.size());
  // Sold to anybody anywhere, they say nothing of their country.
  constexpr std::array<std::string_view, 13> sold = {"AI", "CC", "CO", "FM", "GG", "IO", "IS", "LY", "ME", "SH", "TK", "TO", "TV"};
  if (std::find(sold.begin(), sold.end(), code) != sold.end()) return nullptr;
  const std::string_view iso2 = code == "UK" ? "GB" : code;
  const auto found = std::find_if(table.begin(), table.end(), [&](const CountryCodes& row) { return row.iso2 == iso2; });
  return found != table.end() ? &*found : nullptr;
}

std::string admin1_code(const Location& location) {
  const CountryCodes* country = country_codes(location.country);
  if (!country || country->fips.empty()) return {};
  return std::string(country->fips) + location.region_code;
}

}  // namespace attache::knowledge
