#include "knowledge/quantities/quantities.h"

#include "knowledge/quantities/amounts.h"
#include "knowledge/quantities/numerals.h"
#include "knowledge/quantities/words.h"
#include "language/word_list.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace attache::knowledge {
namespace {

using namespace quantity;

/// Words that are counted without being plural nouns.
bool is_counted_word(std::string_view text) {
  return is_one_of(text, {"people", "men", "women", "children", "police", "personnel", "dead", "wounded", "injured", "missing", "killed", "others", "other",
                          "percent", "troops", "staff", "youths", "crew", "aircraft", "cattle", "sheep", "dissidents", "hurt", "homeless"});
}

/// Plural endings that are not plurals, and words that end a noun phrase.
bool ends_phrase(std::string_view text) {
  return text.empty() || text == "," || text == "." || text == ";" || text == ":" || text == ")" || text == "(" ||
         is_one_of(text, {"in",  "on",   "at",   "to",   "from", "by",  "for",  "with", "and",  "or",   "but",  "was",  "were",  "is",   "are",  "has",
                          "have", "had", "as",   "after", "before", "when", "who", "that", "which", "since", "until", "his", "its",  "this", "he",   "she",
                          "it",  "they", "will", "would", "be",   "been", "than", "while", "during", "against", "over", "into", "near", "of", "the", "'s", "’s"});
}

/// The singular of a regular plural.
std::string singular(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> irregular = {
      {{"men", "man"}, {"women", "woman"}, {"children", "child"}, {"policemen", "policeman"}, {"gunmen", "gunman"}, {"others", "other"}, {"troops", "troop"}}};
  for (const auto& [plural, single] : irregular) {
    if (lower == plural) return std::string(single);
  }
  if (lower.ends_with("men") && lower.size() > 4) return lower.substr(0, lower.size() - 3) + "man";
  if (lower.ends_with("ies") && lower.size() > 4) return lower.substr(0, lower.size() - 3) + "y";
  if (lower.ends_with("sses") || lower.ends_with("ches") || lower.ends_with("shes") || lower.ends_with("xes")) return lower.substr(0, lower.size() - 2);
  if (lower.ends_with("s") && !lower.ends_with("ss") && !lower.ends_with("us") && lower.size() > 3) lower.pop_back();
  return lower;
}

/// False for words that no quantity begins with, which most are: told by their letters, before anything is read.
bool may_begin(std::string_view text) {
  static constexpr auto beginnings = language::word_list({
      "at", "more", "less", "fewer", "no", "as", "up", "a", "an", "over", "exceeding", "under", "below", "about", "around", "some", "nearly", "almost", "roughly", "approximately", "estimated",
      "exactly", "another", "only", "just", "well", "between", "from", "dozens", "scores", "hundreds", "thousands", "millions", "billions", "tens", "several", "half", "zero", "one", "two", "three",
      "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty",
      "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "dozen", "thousand", "million", "billion", "trillion", "us", "usd", "eur", "gbp", "rs", "rs."});
  const auto is_sign = [](char c) { return is_digit(c) || c == '$' || c == '-' || static_cast<unsigned char>(c) >= 0x80; };
  return beginnings.contains(text) || std::any_of(text.begin(), text.end(), is_sign);
}

bool is_lower_word(std::string_view text) { return !text.empty() && text.front() >= 'a' && text.front() <= 'z'; }

class Finder {
 public:
  Finder(const Sentence& sentence, std::span<const DateMention> dates) : sentence_(sentence), tokens_(sentence.tokens), dates_(dates) {}

  void run(std::vector<QuantityMention>& quantities) {
    const auto count = static_cast<std::uint32_t>(tokens_.size());
    for (std::uint32_t at = 0; at < count;) {
      if (const std::uint32_t behind = behind_date(at); behind > at) {
        at = behind;
        continue;
      }
      auto found = may_begin(tokens_[at].text) ? read(at) : std::nullopt;
      if (!found) {
        ++at;
        continue;
      }
      at = std::max(at + 1, found->last);
      quantities.push_back(std::move(*found));
    }
  }

 private:
  std::string_view text(std::uint32_t at) const { return at < tokens_.size() ? tokens_[at].text : std::string_view(); }

  std::uint32_t behind_date(std::uint32_t at) const {
    for (const DateMention& date : dates_) {
      // "two weeks" is found as a length of time; that is no count of anything else.
      if (date.first <= at && at < date.last) return date.last;
    }
    return at;
  }

  bool in_date(std::uint32_t at) const { return behind_date(at) > at; }

  std::optional<Amount> amount_at(std::uint32_t at) const { return in_date(at) ? std::nullopt : read_amount(tokens_, at); }

  std::optional<QuantityMention> read(std::uint32_t at) const {
    QuantityMention found;
    found.first = at;
    Limit limit = Limit::exact;
    std::uint32_t number_at = equals(text(at), "between") || equals(text(at), "from") ? at + 1 : read_limit(tokens_, at, limit);
    const bool between = equals(text(at), "between");
    if ((between || equals(text(at), "from")) && !amount_at(number_at)) return std::nullopt;
    if (number_at > at && number_at < tokens_.size() && in_date(number_at)) return std::nullopt;

    if (const auto vague = read_vague(tokens_, number_at)) {
      if (between || !has_noun_or_of(vague->last)) return std::nullopt;
      found.low = vague->low;
      found.high = vague->high;
      found.open_above = limit == Limit::from;
      found.last = vague->last;
      if (equals(text(found.last), "of")) ++found.last;
      return with_unit(std::move(found), number_at, false);
    }

    const auto amount = amount_at(number_at);
    if (!amount) return std::nullopt;
    found.low = found.high = amount->value;
    found.last = amount->last;
    std::string_view currency = amount->currency;
    // A second number: "between 30 and 40", "30 to 40", "30-40".
    const std::string_view joiner = text(found.last);
    const bool joins = between ? equals(joiner, "and") : (equals(joiner, "to") || joiner == "-" || joiner == "–" || equals(joiner, "or"));
    bool ranged = false;
    if (joins) {
      const auto second = amount_at(found.last + 1);
      if (second && second->value > found.low) {
        found.high = second->value;
        // "two to three million", "$5-6bn": the scale is said once.
        if (scale_of(second->value) > 1 && found.low < 1000 && found.low * scale_of(second->value) < second->value) found.low *= scale_of(second->value);
        found.last = second->last;
        if (currency.empty()) currency = second->currency;
        ranged = true;
      }
    } else if (const auto hyphen = hyphenated_range(number_at)) {
      found.low = hyphen->first, found.high = hyphen->second;
      ranged = true;
    }
    if ((between || equals(text(at), "from")) && !ranged) return std::nullopt;
    if (limit == Limit::from) found.open_above = true;
    if (limit == Limit::to) found.low = 0;
    if (!currency.empty()) {
      found.unit = currency;
      if (!currency_named(text(found.last)).empty()) ++found.last;
      found.head = head_of(found.first, found.last, number_at);
      return found;
    }
    return with_unit(std::move(found), number_at, amount->bare && limit == Limit::exact && !ranged);
  }

  static double scale_of(double value) {
    for (const double scale : {1e9, 1e6, 1e3}) {
      if (value >= scale && value / scale < 1000 && static_cast<long long>(value) % static_cast<long long>(scale) == 0) return scale;
    }
    return 1;
  }

  /// "30-40" in one token.
  std::optional<std::pair<double, double>> hyphenated_range(std::uint32_t at) const {
    const std::string_view token = text(at);
    const std::size_t hyphen = token.find('-');
    if (hyphen == std::string_view::npos) return std::nullopt;
    const Token low{.text = token.substr(0, hyphen)}, high{.text = token.substr(hyphen + 1)};
    const auto first = read_numeral({&low, 1}, 0), second = read_numeral({&high, 1}, 0);
    if (!first || !second || first->value >= second->value) return std::nullopt;
    return std::pair(first->value, second->value);
  }

  bool has_noun_or_of(std::uint32_t at) const { return equals(text(at), "of") || noun_behind(at).has_value(); }

  /// The counted noun's token, looking past adjectives and names used as such.
  std::optional<std::uint32_t> noun_behind(std::uint32_t at) const {
    constexpr std::uint32_t reach = 5;
    std::optional<std::uint32_t> noun;
    for (std::uint32_t i = at; i < tokens_.size() && i < at + reach; ++i) {
      const std::string_view word = text(i);
      if (i > at && ends_phrase(word)) break;
      if (i == at && ends_phrase(word) && !equals(word, "of")) break;
      if (equals(word, "of") || equals(word, "the") || equals(word, "more")) continue;
      if (is_digit(word.front())) break;
      const bool irregular = is_lower_word(word) && word.size() > 5 && word.ends_with("men");  // policemen, gunmen
      if (is_counted_word(word) || irregular) {
        noun = i;
        if (!is_one_of(word, {"other", "others", "dead", "wounded", "injured", "police", "crew", "staff"})) break;
        continue;
      }
      const bool plural = is_lower_word(word) && word.size() > 3 && word.ends_with("s") && !word.ends_with("ss") && !word.ends_with("ous");
      if (plural) {
        noun = i;
        break;
      }
      if (!is_lower_word(word) && !(word.front() >= 'A' && word.front() <= 'Z')) break;
    }
    return noun;
  }

  /// Numbers that count nothing: ages, times, names of things.
  bool is_no_count(std::uint32_t number_at, std::uint32_t last) const {
    const std::string_view before = number_at > 0 ? text(number_at - 1) : std::string_view(), after = text(last);
    if (is_one_of(before, {"aged", "age", "no", "no.", "number", "resolution", "article", "section", "page", "chapter", "flight", "channel", "route", "highway",
                           "room", "group", "g", "agenda", "vision", "#", "sector", "zone", "unit", "brigade", "division", "battalion", "line"})) {
      return true;
    }
    if (is_one_of(after, {"am", "pm", "a.m.", "p.m.", "a.m", "p.m", "gmt", "utc", "o'clock", "o’clock", "-year", "year-old", "years-old"})) return true;
    if (is_one_of(after, {"year", "years"}) || (after == "-" && is_one_of(text(last + 1), {"year", "day", "week", "month", "hour", "minute", "years"}))) return true;
    // "Karimov, 45, said"
    if (before == "," && (after == "," || after == ".") && number_at > 1 && !text(number_at - 2).empty() && text(number_at - 2).front() >= 'A' && text(number_at - 2).front() <= 'Z') return true;
    return before == ":" || after == ":" || before == "/" || after == "/";
  }

  std::optional<QuantityMention> with_unit(QuantityMention found, std::uint32_t number_at, bool plain) const {
    if (is_no_count(number_at, found.last)) return std::nullopt;
    if (text(found.last) == "%" || is_one_of(text(found.last), {"percent", "pct"}) || (equals(text(found.last), "per") && equals(text(found.last + 1), "cent"))) {
      found.last += equals(text(found.last), "per") ? 2 : 1;
      found.unit = "percent";
      found.head = head_of(found.first, found.last, number_at);
      return found;
    }
    if (const std::string_view currency = currency_named(text(found.last)); !currency.empty()) {
      ++found.last;
      found.unit = currency;
      found.head = head_of(found.first, found.last, number_at);
      return found;
    }
    const bool is_one = found.low == 1 && found.high == 1 && !found.open_above;
    std::optional<std::uint32_t> noun;
    if (sentence_.parsed) {
      const Token& number = tokens_[found.last - 1];
      if (number.relation == Relation::nummod && number.head >= static_cast<std::int32_t>(found.last)) noun = static_cast<std::uint32_t>(number.head);
    }
    if (!noun && !is_one) noun = noun_behind(found.last);
    if (is_one && !noun) {  // "one soldier"; not "one of them", "one another", "the one"
      const std::string_view word = text(found.last);
      if (!is_lower_word(word) || ends_phrase(word) || is_one_of(word, {"another", "such", "more", "day", "time", "way", "thing"})) return std::nullopt;
      if (found.last > number_at + 1 || equals(text(number_at), "1")) return std::nullopt;
      noun = found.last;
    }
    if (!noun) {
      // "killed 12", "12 were killed": a count of people where nothing else is said; a bare year or label is none.
      const std::string_view after = text(found.last);
      const bool counts = is_one_of(after, {"were", "are", "have", "had", "in", "on", "at", "and", ".", ",", "by", "when", "after", "during", "of"}) || after.empty();
      if (!counts || (plain && found.low >= 1000) || is_one) return std::nullopt;
      const std::string_view before = number_at > 0 ? text(number_at - 1) : std::string_view();
      const bool after_word = is_lower_word(before) && !is_one_of(before, {"in", "on", "at", "by", "of", "to", "the", "from", "and", "since", "until", "for"});
      if (number_at == found.first && !after_word && number_at != 0) return std::nullopt;
      found.head = head_of(found.first, found.last, number_at);
      return found;
    }
    found.last = *noun + 1;
    const Token& counted = tokens_[*noun];
    found.unit = sentence_.parsed && !counted.lemma.empty() ? std::string(counted.lemma) : singular(counted.text);
    if (equals(counted.text, "people")) found.unit = "people";
    found.head = head_of(found.first, found.last, *noun);
    return found;
  }

  std::uint32_t head_of(std::uint32_t first, std::uint32_t last, std::uint32_t otherwise) const {
    if (!sentence_.parsed) return std::min(otherwise, last - 1);
    for (std::uint32_t i = last; i-- > first;) {
      const Token& token = tokens_[i];
      const bool outside = token.head < static_cast<std::int32_t>(first) || token.head >= static_cast<std::int32_t>(last);
      if (outside && token.relation != Relation::punct && token.relation != Relation::case_) return i;
    }
    return std::min(otherwise, last - 1);
  }

  const Sentence& sentence_;
  std::span<const Token> tokens_;
  std::span<const DateMention> dates_;
};

}  // namespace

void find_quantities(const Sentence& sentence, std::span<const DateMention> dates, std::vector<QuantityMention>& quantities) {
  Finder(sentence, dates).run(quantities);
}

}  // namespace attache::knowledge
