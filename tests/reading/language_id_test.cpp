/// The language of a text, by its commonest words or its script.

#include "reading/language_id.h"

#include <gtest/gtest.h>

namespace attache::reading {
namespace {

TEST(LanguageId, ByWordsAndScripts) {
  const struct {
    std::string_view text;
    std::string_view language;
  } cases[] = {
      {"The foreign ministers of the two countries met on Monday and said that they would not go back to the talks.", "en"},
      {"Die Außenminister der beiden Länder haben sich am Montag getroffen und sagten, dass sie nicht zu den Gesprächen zurückkehren.", "de"},
      {"Les ministres des affaires étrangères des deux pays se sont rencontrés lundi et ont dit qu'ils ne reviendraient pas dans les négociations.", "fr"},
      {"Los ministros de los dos países se reunieron el lunes y dijeron que no volverían a las negociaciones por el momento.", "es"},
      {"Os ministros dos dois países não se reuniram na segunda-feira e disseram que não vão voltar às negociações.", "pt"},
      {"I ministri degli esteri dei due paesi si sono incontrati lunedì e hanno detto che non torneranno alle trattative.", "it"},
      {"De ministers van de twee landen hebben elkaar maandag ontmoet en zeiden dat ze niet naar het overleg terugkeren.", "nl"},
      {"Министры иностранных дел двух стран встретились в понедельник и заявили, что они не вернутся к переговорам.", "ru"},
      {"اجتمع وزيرا خارجية البلدين يوم الاثنين وقالا إنهما لن يعودا إلى المحادثات في الوقت الحالي.", "ar"},
      {"两国外交部长星期一举行会晤，表示不会重返谈判。", "zh"},
      {"両国の外相は月曜日に会談し、交渉には戻らないと述べた。", "ja"},
      {"양국 외교장관은 월요일에 만나 회담에 복귀하지 않겠다고 말했다.", "ko"},
      {"Οι υπουργοί Εξωτερικών των δύο χωρών συναντήθηκαν τη Δευτέρα.", "el"},
      // Initials, abbreviations and single words that another language has too leave English what it is.
      {"U.S. Eases Import Ban on Zamunda.", "en"},
      {"Senator John W. Harker is raising funds for the campaign of a governor in South Dakota.", "en"},
      {"Peace groups called on students to march against a U.S. war in the Gulf.", "en"},
      {"U.S. military gives field hospitals to Kenya.", "en"},
      {"", ""},
      {"12345 67890", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(identify_language(c.text), c.language) << c.text;
}

TEST(LanguageId, CodesFromTags) {
  EXPECT_EQ(language_code("en-US"), "en");
  EXPECT_EQ(language_code("EN_gb"), "en");
  EXPECT_EQ(language_code("eng"), "en");
  EXPECT_EQ(language_code("English"), "en");
  EXPECT_EQ(language_code(""), "");
}

}  // namespace
}  // namespace attache::reading
