#include "language/inflections.h"

#include "base/utf8.h"
#include "language/characters.h"

#include <algorithm>
#include <unordered_map>

namespace attache {
namespace {

/// An irregular lemma and its irregular forms, separated by blanks.
struct Irregular {
  std::string_view lemma;
  std::string_view forms;
};

// The irregular verbs and nouns of school grammars; prefixed ones ("withhold", "overthrow") are found by their last part.
constexpr Irregular irregulars[] = {
    {"arise", "arose arisen"}, {"awake", "awoke awoken"}, {"be", "am is are was were been being"}, {"bear", "bore borne born"},
    {"beat", "beat beaten"}, {"become", "became become"}, {"begin", "began begun"}, {"bend", "bent"}, {"bet", "bet"}, {"bid", "bid bade bidden"},
    {"bind", "bound"}, {"bite", "bit bitten"}, {"bleed", "bled"}, {"blow", "blew blown"}, {"break", "broke broken"}, {"breed", "bred"},
    {"bring", "brought"}, {"build", "built"}, {"burn", "burnt"}, {"burst", "burst"}, {"buy", "bought"}, {"cast", "cast"}, {"catch", "caught"},
    {"choose", "chose chosen"}, {"cling", "clung"}, {"come", "came come"}, {"cost", "cost"}, {"creep", "crept"}, {"cut", "cut"}, {"deal", "dealt"},
    {"die", "dying died"}, {"dig", "dug"}, {"do", "does did done"}, {"draw", "drew drawn"}, {"dream", "dreamt"}, {"drink", "drank drunk"},
    {"drive", "drove driven"}, {"eat", "ate eaten"}, {"fall", "fell fallen"}, {"feed", "fed"}, {"feel", "felt"}, {"fight", "fought"},
    {"find", "found"}, {"flee", "fled"}, {"fling", "flung"}, {"fly", "flew flown"}, {"forbid", "forbade forbidden"}, {"forget", "forgot forgotten"},
    {"forgive", "forgave forgiven"}, {"forsake", "forsook forsaken"}, {"freeze", "froze frozen"}, {"get", "got gotten"}, {"give", "gave given"},
    {"go", "goes went gone"}, {"grind", "ground"}, {"grow", "grew grown"}, {"hang", "hung"}, {"have", "has had"}, {"hear", "heard"},
    {"hide", "hid hidden"}, {"hit", "hit"}, {"hold", "held"}, {"hurt", "hurt"}, {"keep", "kept"}, {"kneel", "knelt"}, {"know", "knew known"},
    {"lay", "laid"}, {"lead", "led"}, {"lean", "leant"}, {"leap", "leapt"}, {"learn", "learnt"}, {"leave", "left"}, {"lend", "lent"},
    {"let", "let"}, {"lie", "lay lain lying"}, {"light", "lit"}, {"lose", "lost"}, {"make", "made"}, {"mean", "meant"}, {"meet", "met"},
    {"offset", "offset"}, {"pay", "paid"}, {"plead", "pled"}, {"prove", "proven"}, {"put", "put"}, {"quit", "quit"}, {"read", "read"},
    {"rid", "rid"}, {"ride", "rode ridden"}, {"ring", "rang rung"}, {"rise", "rose risen"}, {"run", "ran run"}, {"say", "said"}, {"see", "saw seen"},
    {"seek", "sought"}, {"sell", "sold"}, {"send", "sent"}, {"set", "set"}, {"sew", "sewn"}, {"shake", "shook shaken"}, {"shed", "shed"},
    {"shine", "shone"}, {"shoot", "shot"}, {"show", "shown"}, {"shrink", "shrank shrunk"}, {"shut", "shut"}, {"sing", "sang sung"},
    {"sink", "sank sunk"}, {"sit", "sat"}, {"slay", "slew slain"}, {"sleep", "slept"}, {"slide", "slid"}, {"slit", "slit"}, {"smell", "smelt"},
    {"sow", "sown"}, {"speak", "spoke spoken"}, {"speed", "sped"}, {"spell", "spelt"}, {"spend", "spent"}, {"spill", "spilt"}, {"spin", "spun"},
    {"spit", "spat"}, {"split", "split"}, {"spoil", "spoilt"}, {"spread", "spread"}, {"spring", "sprang sprung"}, {"stand", "stood"},
    {"steal", "stole stolen"}, {"stick", "stuck"}, {"sting", "stung"}, {"stride", "strode stridden"}, {"strike", "struck stricken"},
    {"string", "strung"}, {"strive", "strove striven"}, {"swear", "swore sworn"}, {"sweep", "swept"}, {"swell", "swollen"}, {"swim", "swam swum"},
    {"swing", "swung"}, {"take", "took taken"}, {"teach", "taught"}, {"tear", "tore torn"}, {"tell", "told"}, {"think", "thought"},
    {"throw", "threw thrown"}, {"thrust", "thrust"}, {"tie", "tying tied"}, {"tread", "trod trodden"}, {"vie", "vying vied"}, {"wake", "woke woken"},
    {"wear", "wore worn"}, {"weave", "wove woven"}, {"weep", "wept"}, {"wet", "wet"}, {"win", "won"}, {"wind", "wound"}, {"wring", "wrung"},
    {"write", "wrote written"},
    // Nouns.
    {"man", "men"}, {"child", "children"}, {"person", "people persons"}, {"foot", "feet"}, {"tooth", "teeth"}, {"wife", "wives"}, {"life", "lives"},
    {"knife", "knives"}, {"thief", "thieves"}, {"leaf", "leaves"}, {"half", "halves"}, {"self", "selves"}, {"crisis", "crises"}, {"analysis", "analyses"},
    {"basis", "bases"}, {"hypothesis", "hypotheses"}, {"criterion", "criteria"}, {"medium", "media"}, {"referendum", "referenda"},
    {"memorandum", "memoranda"}, {"coup", "coups"},
};

/// Prefixes before which an irregular word keeps its forms: "under|take", "gun|man", "fisher|man".
bool ends_in_irregular(std::string_view lemma, std::string_view irregular) {
  constexpr std::size_t shortest_prefix = 2;
  if (lemma == irregular) return true;
  return irregular.size() >= 3 && lemma.size() >= irregular.size() + shortest_prefix && lemma.ends_with(irregular);
}

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

/// The word with the endings of verbs and plurals.
void add_regular(const std::string& word, std::vector<std::string>& forms) {
  const char last = word.back();
  const std::string stem = word.substr(0, word.size() - 1);
  const char before = word.size() > 1 ? word[word.size() - 2] : 'x';
  forms.push_back(word + "s");
  if (last == 'e') {
    forms.push_back(word + "d");
    forms.push_back(stem + "ing");
    forms.push_back(word + "ing");  // "seeing", "canoeing"
    return;
  }
  if (last == 'y' && !is_vowel(before)) {
    forms.push_back(stem + "ies");
    forms.push_back(stem + "ied");
  }
  if (last == 's' || last == 'x' || last == 'z' || last == 'h' || last == 'o') forms.push_back(word + "es");
  if (last == 'f') forms.push_back(stem + "ves");
  forms.push_back(word + "ed");
  forms.push_back(word + "ing");
  if (last == 'c') {
    forms.push_back(word + "ked");  // "panicked"
    forms.push_back(word + "king");
  }
  if (!is_vowel(last) && is_vowel(before) && std::string_view("wxy").find(last) == std::string_view::npos) {
    forms.push_back(word + last + "ed");  // "bombed" is made above, "banned" here
    forms.push_back(word + last + "ing");
    if (last == 's') forms.push_back(word + "ses");
  }
}

/// What an irregular past or participle is a form of.
struct Past {
  std::string_view lemma;
  bool of_several = false;  ///< Other verbs have the same form.
};

/// The verbs' irregular forms that are not their lemmas.
std::unordered_map<std::string_view, Past> irregular_pasts() {
  constexpr std::size_t shortest_form = 3;
  std::unordered_map<std::string_view, Past> pasts;
  for (const Irregular& irregular : irregulars) {
    if (irregular.lemma == "man") break;  // the nouns begin
    std::string_view left = irregular.forms;
    while (!left.empty()) {
      const std::string_view past = left.substr(0, left.find(' '));
      left.remove_prefix(std::min(left.size(), past.size() + 1));
      if (past.size() < shortest_form || past == irregular.lemma) continue;
      const auto [known, fresh] = pasts.try_emplace(past, Past{irregular.lemma});
      if (!fresh && known->second.lemma != irregular.lemma) known->second.of_several = true;
    }
  }
  return pasts;
}

}  // namespace

std::string irregular_verb_lemma(std::string_view form) {
  static const auto pasts = irregular_pasts();
  // Prefixes have no letter, or two to five; of forms within one another ("understood", "stood") the longest counts.
  constexpr std::size_t shortest_form = 3, longest_prefix = 5;
  const Past* found = nullptr;
  std::size_t cut = 0;
  for (std::size_t start = 0; start <= longest_prefix && start + shortest_form <= form.size() && !found; start += start == 0 ? 2 : 1) {
    const auto past = pasts.find(form.substr(start));
    if (past == pasts.end()) continue;
    found = &past->second;
    cut = start;
  }
  if (!found || found->of_several) return {};
  const std::string_view prefix = form.substr(0, cut);
  constexpr std::string_view prefixes[] = {"", "up", "with", "over", "under", "re", "out", "mis", "fore", "un", "be", "for", "broad", "inter", "for", "off", "in"};
  if (std::find(std::begin(prefixes), std::end(prefixes), prefix) == std::end(prefixes)) return {};
  constexpr std::string_view ambiguous[] = {"lay", "found", "wound", "ground", "bore", "left", "lit", "led", "saw", "fell", "felt", "bound", "rose", "spoke", "wove"};
  if (prefix.empty() && std::find(std::begin(ambiguous), std::end(ambiguous), form) != std::end(ambiguous)) return {};
  return std::string(prefix) + std::string(found->lemma);
}

std::vector<std::string> inflected_forms(std::string_view lemma) {
  const std::size_t blank = lemma.find(' ');
  const std::string word = to_lower(lemma.substr(0, blank));
  const std::string rest = blank == std::string_view::npos ? std::string() : to_lower(lemma.substr(blank));
  std::vector<std::string> forms{word};
  if (!word.empty() && language::is_letter_ascii(word.back())) {
    add_regular(word, forms);
    for (const Irregular& irregular : irregulars) {
      if (!ends_in_irregular(word, irregular.lemma)) continue;
      const std::string prefix = word.substr(0, word.size() - irregular.lemma.size());
      std::string_view left = irregular.forms;
      while (!left.empty()) {
        const std::string_view form = left.substr(0, left.find(' '));
        forms.push_back(prefix + std::string(form));
        left.remove_prefix(std::min(left.size(), form.size() + 1));
      }
    }
  }
  for (std::string& form : forms) form += rest;
  std::sort(forms.begin(), forms.end());
  forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
  return forms;
}

}  // namespace attache
