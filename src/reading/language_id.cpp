#include "reading/language_id.h"

#include "base/utf8.h"
#include "reading/text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace attache::reading {
namespace {

/// Bytes that are looked at.
constexpr std::size_t kLookedAt = 24 * 1024;
/// Fewer words say too little.
constexpr std::size_t kFewestWords = 3;
/// As many words that English lacks tell another language; one may be a name ("war", "Das") in an English headline.
constexpr std::size_t kFewestForeignWords = 2;

/// A language's commonest words, those that tell it from its neighbours; lower case.
struct Profile {
  std::string_view code;
  std::string_view words;
};

/// English is the first.
constexpr Profile kProfiles[] = {
    {"en", "the of and to in a is that for was with on as by at from has have he it his said are an be which not this their who will been were but they had after its more would about than also when one or we you new over into out up her she what if there all no can how why your"},
    {"de", "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch"},
    {"fr", "le la les et des en un du une est que dans qui par pour au il sur pas plus ne se ce son avec sont aux ses mais on ont cette été elle ou leur été comme sa lors après selon entre deux a"},
    {"es", "el la los las de y en que del un una se por con para es al lo su como más pero sus le ha fue este entre sobre también ya desde son está cuando muy sin hasta han dos años según"},
    {"pt", "o a os as de e do da em que um uma para com não por no na dos se mais das ao como foi são ou seu sua pelo pela também já entre ser tem segundo está até à às nos nas"},
    {"it", "il la di che e in un per del è non con una della sono i da si le al dei nel alla gli anche più come ha delle ma lo dal nella stato suo degli tra dopo dalla ai questo hanno"},
    {"nl", "de het een van en in is dat op te zijn met voor niet die aan er om door als ook bij naar uit maar over dan nog wordt werd heeft hij worden tot ze deze meer zich volgens hebben"},
    {"sv", "och att det i en som på är av för med den till inte har ett om de var från men sig så kan efter han vid vi under eller nu också när mot skulle blev ska"},
    {"da", "og i at det er en til af på den for med som ikke der har et de var om han fra men sig blev ved vi kan efter også eller skal være blevet mod når ud hvor"},
    {"no", "og i det er en til av på at som for med har ikke de et den om var han fra men seg ble ved vi kan etter også eller skal være blitt mot når ut hvor opp bare"},
    {"fi", "ja on ei että se oli hän mutta ovat kun myös joka mukaan sen ole kuin tai jo vuonna sekä olla niin hänen ollut vain voi nyt jos ne tämä kertoo"},
    {"pl", "i w na z do nie się że to jest o po jak od za przez ale dla był są tym może jego oraz przed czy także które który będzie już ma co"},
    {"cs", "a v na se je že to z s do o jako k by po pro ale od za byl podle který jsou jeho také až které ve už jen nebo při není bude"},
    {"sk", "a v na sa je že to z s do o ako k by po pre ale od za bol podľa ktorý sú jeho aj až ktoré vo už len alebo pri nie bude"},
    {"hu", "a az és hogy nem is egy volt meg de szerint van már még csak azt ez el ki mint után vagy kell lehet lesz amely majd minden között"},
    {"ro", "și de în a la cu pe că o este nu din care pentru mai un au fost sunt după prin sau fi dar al ale lui între despre acest această"},
    {"tr", "ve bir bu da de için ile olarak daha çok en sonra kadar olan gibi ise ne var oldu göre dedi değil ama ya her olduğunu tarafından"},
    {"id", "yang dan di dari untuk dengan ini itu pada tidak akan dalam adalah juga ke oleh telah tersebut sebagai bisa ada karena lebih menjadi kata mereka saat"},
    {"vi", "và của là có trong cho được không một các với người những này đã từ khi đến ở để về như tại ra vào năm nhiều trên đó"},
    {"sw", "ya na wa kwa ni katika za la cha kuwa hiyo hii huo alisema amesema baada watu nchi kama lakini vya bila hadi pia mwa"},
    {"so", "oo iyo ka ku ee waa in uu ay la si ah aan soo waxaa kala ayaa sheegay laga loo isaga markii"},
    {"hr", "i u je na da se za su od s o koji kako što ne ili iz bi nije a biti će samo sve po do prije prema kao te nakon"},
    {"ca", "el la de i que a en els les un una per amb del no és al va més com són ha dels pel ser també aquest aquesta però seva"},
    {"ru", "и в не на что с по он как это из за от к его для а но был также о году до было у же они при она после или бы со"},
    {"uk", "і в на не що з у та до за про як це від для його але є був також при які після або він вона року має буде через"},
    {"bg", "на и в да се за от е не с че по са като но ще това си при до след който беше които му във те или има през"},
    {"sr", "и у је на да се за су од са о који како што не или из би није а бити ће само све по до пре према као те након"},
    {"ar", "في من على إلى أن عن التي مع الذي هذا هذه كان ما بعد لا كما قال أو بين كل بن إن خلال ذلك وقال قد"},
    {"fa", "و در به از که این را با است برای آن یک خود تا کرد بر هم نیز شده می بود گفت شد اما ها کند"},
    {"ur", "کے کی میں کا ہے اور سے کو نے پر کہ ہیں اس یہ بھی تھا ایک گیا نہیں کر تو وہ ان جو کہا"},
};

/// A script that is used by one large language.
struct Script {
  std::string_view code;
  char32_t first;
  char32_t last;
};

constexpr Script kScripts[] = {
    {"el", 0x370, 0x3FF},   {"he", 0x590, 0x5FF},   {"hy", 0x530, 0x58F},   {"ka", 0x10A0, 0x10FF}, {"hi", 0x900, 0x97F},   {"bn", 0x980, 0x9FF},
    {"pa", 0xA00, 0xA7F},   {"gu", 0xA80, 0xAFF},   {"ta", 0xB80, 0xBFF},   {"te", 0xC00, 0xC7F},   {"kn", 0xC80, 0xCFF},   {"ml", 0xD00, 0xD7F},
    {"si", 0xD80, 0xDFF},   {"th", 0xE00, 0xE7F},   {"lo", 0xE80, 0xEFF},   {"my", 0x1000, 0x109F}, {"am", 0x1200, 0x137F}, {"km", 0x1780, 0x17FF},
    {"ja", 0x3040, 0x30FF}, {"ko", 0xAC00, 0xD7A3}, {"zh", 0x4E00, 0x9FFF},
};

/// In bytes, of the words of the profiles.
constexpr std::size_t kLongestWord = 16;

/// Word → the profiles that have it, as bits.
const std::unordered_map<std::string_view, std::uint64_t>& words_by_profile() {
  static const auto table = [] {
    static_assert(std::size(kProfiles) <= 64);
    std::unordered_map<std::string_view, std::uint64_t> words;
    for (std::size_t i = 0; i < std::size(kProfiles); ++i) {
      for (const auto word : split_words(kProfiles[i].words)) words[word] |= std::uint64_t{1} << i;
    }
    return words;
  }();
  return table;
}

std::string by_script(std::string_view text) {
  std::array<std::size_t, std::size(kScripts)> counts{};
  std::size_t letters = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      letters += is_letter(text[i++]);
      continue;
    }
    const char32_t c = next_code_point(text, i);
    letters += c > 0xBF;
    if (c < kScripts[0].first) continue;
    for (std::size_t s = 0; s < counts.size(); ++s) counts[s] += c >= kScripts[s].first && c <= kScripts[s].last;
  }
  const auto count_of = [&](std::string_view code) {
    for (std::size_t s = 0; s < counts.size(); ++s) {
      if (kScripts[s].code == code) return counts[s];
    }
    return std::size_t{0};
  };
  // Japanese has Chinese characters among its own.
  if (letters > 0 && count_of("ja") * 10 > letters && (count_of("ja") + count_of("zh")) * 2 > letters) return "ja";
  for (std::size_t s = 0; s < counts.size(); ++s) {
    if (counts[s] * 2 > letters && letters > 4) return std::string(kScripts[s].code);
  }
  return {};
}

bool is_word_byte(char c) { return is_letter(c) || c == '\''; }

/// General punctuation such as quotation marks and dashes, which is no part of a word; the code points U+2000–U+206F begin with E2 80 or E2 81.
bool is_punctuation_at(std::string_view text, std::size_t i) {
  if (i + 1 >= text.size()) return false;
  const auto first = static_cast<unsigned char>(text[i]);
  const auto second = static_cast<unsigned char>(text[i + 1]);
  return (first == 0xE2 && (second == 0x80 || second == 0x81)) || (first == 0xC2 && second >= 0xA0 && second <= 0xBF) ||
         (first == 0xD8 && (second == 0x8C || second == 0x9B || second == 0x9F));
}

}  // namespace

std::string identify_language(std::string_view text) {
  if (text.size() > kLookedAt) {
    std::size_t cut = kLookedAt;
    while (cut > 0 && (text[cut] & 0xC0) == 0x80) --cut;
    text = text.substr(0, cut);
  }
  if (auto code = by_script(text); !code.empty()) return code;

  const auto& table = words_by_profile();
  const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  const std::string lower = ascii ? ascii_lower(text) : to_lower(text);
  std::array<double, std::size(kProfiles)> scores{};
  std::array<std::size_t, std::size(kProfiles)> foreign_words{};
  constexpr std::size_t english = 0;
  std::size_t words = 0;
  const std::string_view view = lower;
  for (std::size_t i = 0; i < view.size();) {
    if (!is_word_byte(view[i]) || is_punctuation_at(view, i)) {
      ++i;
      if (i > 1 && static_cast<unsigned char>(view[i - 1]) >= 0x80) {
        while (i < view.size() && (view[i] & 0xC0) == 0x80) ++i;
      }
      continue;
    }
    const std::size_t start = i;
    while (i < view.size() && is_word_byte(view[i]) && !is_punctuation_at(view, i)) ++i;
    // An initial or a letter of an abbreviation is no word of Polish or Croatian: "George W. Bush", "U.S."
    if (i - start == 1 && i < view.size() && view[i] == '.') continue;
    ++words;
    // Longer words are in no profile.
    if (i - start > kLongestWord) continue;
    const auto entry = table.find(view.substr(start, i - start));
    if (entry == table.end()) continue;
    // A word of few languages says more than one of many.
    const double weight = 1.0 / __builtin_popcountll(entry->second);
    for (std::size_t p = 0; p < scores.size(); ++p) {
      if (!(entry->second >> p & 1)) continue;
      scores[p] += weight;
      foreign_words[p] += !(entry->second >> english & 1);
    }
  }
  if (words < kFewestWords) return {};
  auto best = std::max_element(scores.begin(), scores.end());
  if (foreign_words[static_cast<std::size_t>(best - scores.begin())] < kFewestForeignWords) best = scores.begin() + english;
  // Running text in any of these languages has a function word in every ten at the least.
  if (*best * 25 < static_cast<double>(words)) return {};
  return std::string(kProfiles[static_cast<std::size_t>(best - scores.begin())].code);
}

std::string language_code(std::string_view tag) {
  const std::string lower = ascii_lower(trim(tag));
  std::size_t length = 0;
  while (length < lower.size() && is_lower(lower[length])) ++length;
  const auto first = std::string_view(lower).substr(0, length);
  if (length == 2) return std::string(first);
  struct Name {
    std::string_view name, code;
  };
  constexpr Name names[] = {{"eng", "en"}, {"english", "en"}, {"deu", "de"}, {"ger", "de"}, {"german", "de"}, {"fra", "fr"}, {"fre", "fr"}, {"french", "fr"},
                            {"spa", "es"}, {"spanish", "es"}, {"por", "pt"}, {"portuguese", "pt"}, {"ita", "it"}, {"italian", "it"}, {"rus", "ru"},
                            {"russian", "ru"}, {"ara", "ar"}, {"arabic", "ar"}, {"zho", "zh"}, {"chi", "zh"}, {"chinese", "zh"}, {"jpn", "ja"}, {"japanese", "ja"},
                            {"tur", "tr"}, {"turkish", "tr"}, {"nld", "nl"}, {"dut", "nl"}, {"dutch", "nl"}, {"fas", "fa"}, {"per", "fa"}, {"persian", "fa"}};
  for (const auto& entry : names) {
    if (entry.name == first) return std::string(entry.code);
  }
  return {};
}

}  // namespace attache::reading
