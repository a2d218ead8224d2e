#include "language/abbreviations.h"

#include "language/characters.h"
#include "language/word_list.h"

namespace attache::language {
namespace {

// Style books for news (ranks, states, months) and the usual ones of law, business, science and addresses.
constexpr auto titles = word_list({
    "mr", "mrs", "ms", "mx", "dr", "prof", "messrs", "mme", "mlle", "gen", "lt", "col", "maj", "capt", "cpt", "cmdr", "cdr", "adm",
    "sgt", "cpl", "pvt", "pfc", "brig", "insp", "supt", "det", "sen", "rep", "gov", "pres", "hon", "rev", "fr", "msgr", "st", "sts",
    "ste", "mt", "ft", "amb", "atty", "asst", "ass't", "vs", "v", "viz", "cf", "e.g", "i.e", "eg", "ie", "approx", "ca", "dept", "univ",
    "assn", "sra", "sr", "srta", "reps", "sens", "drs", "profs", "gens", "cols", "ald", "dist", "pte", "wm", "geo", "chas", "jas",
    "thos", "eng", "incl", "excl", "tel", "feat", "resp", "esp", "gov't", "int'l", "nat'l", "lib", "rt", "attn", "ens", "spc", "lcpl",
});
constexpr auto closers = word_list({
    "inc", "corp", "co", "ltd", "llc", "plc", "bros", "cos", "etc", "jr", "esq", "al", "ph.d", "phd", "d.phil", "m.phil", "b.sc", "m.sc",
    "ll.b", "ll.m", "ed.d", "psy.d", "b.tech", "m.tech", "md", "dds", "intl", "ave", "blvd", "rd", "hwy", "pkwy", "sq", "est", "ext",
    "mfg", "mgmt", "hrs", "mins", "secs", "lbs", "oz", "yrs", "sp", "spp", "subsp", "div", "avg", "max", "s.p.a", "s.r.l", "pty", "gmbh",
});
constexpr auto before_numbers = word_list({
    "no", "nos", "p", "pp", "fig", "figs", "art", "arts", "vol", "vols", "sec", "secs", "ch", "chap", "par", "para", "cl", "pt", "eq",
    "ver", "app", "c", "fl", "min", "nr", "op", "tab", "item", "reg",
});
constexpr auto calendar = word_list({
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "tues", "wed", "weds", "thu",
    "thur", "thurs", "fri", "sat", "sun",
});
constexpr auto states = word_list({
    "ala", "ariz", "ark", "calif", "cal", "colo", "conn", "del", "fla", "ga", "ida", "ill", "ind", "kan", "kans", "ky", "la", "mass",
    "md", "mich", "minn", "miss", "mo", "mont", "neb", "nebr", "nev", "okla", "ore", "pa", "penn", "tenn", "tex", "va", "vt", "wash",
    "wis", "wyo", "ont", "que", "alta", "sask", "man", "nfld",
});
constexpr auto openers = word_list({
    "the", "a", "an", "he", "she", "it", "they", "we", "you", "i", "this", "that", "these", "those", "there", "his", "her", "its", "their",
    "our", "my", "your", "but", "and", "so", "yet", "or", "if", "when", "while", "although", "though", "because", "since", "as", "after",
    "before", "until", "once", "in", "on", "at", "by", "for", "from", "with", "without", "under", "over", "to", "of", "about", "despite",
    "during", "among", "between", "against", "what", "who", "why", "how", "where", "which", "some", "many", "most", "several", "few",
    "all", "both", "each", "every", "no", "not", "one", "two", "three", "four", "five", "another", "other", "others", "however",
    "meanwhile", "moreover", "also", "then", "now", "still", "later", "earlier", "instead", "here", "such", "even", "only", "just",
    "do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "can", "could", "will", "would", "should", "may", "might",
    "let", "please", "perhaps", "maybe", "yes", "according", "last", "nearly", "more", "within", "through", "across", "like", "unlike",
    "whether", "thus", "therefore", "nevertheless", "nonetheless", "elsewhere", "recently", "today", "yesterday", "tomorrow", "critics",
    "officials", "police", "authorities", "analysts", "witnesses",
});

}  // namespace

Abbreviation abbreviation_of(std::string_view word) {
  if (titles.contains(word)) return Abbreviation::title;
  if (closers.contains(word)) return Abbreviation::may_end;
  if (before_numbers.contains(word)) return Abbreviation::before_number;
  if (calendar.contains(word)) return Abbreviation::calendar;
  if (states.contains(word)) return Abbreviation::state;
  return Abbreviation::none;
}

bool is_dotted_letters(std::string_view word) {
  if (word.size() < 3 || word.size() % 2 == 0) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (i % 2 == 0 ? !is_letter_ascii(word[i]) : word[i] != '.') return false;
  }
  return true;
}

bool is_sentence_opener(std::string_view word) { return !word.empty() && is_upper_ascii(word[0]) && openers.contains(word); }

}  // namespace attache::language
