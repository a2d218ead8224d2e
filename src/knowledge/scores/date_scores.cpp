#include "knowledge/scores/date_scores.h"

#include "knowledge/calendar/arithmetic.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace attache::knowledge {
namespace {

using std::chrono::days;
using Bound = DateMention::Bound;

std::string expected(const GoldDate& gold) {
  std::string text;
  for (const auto& value : gold.values) {
    if (!text.empty()) text += " or ";
    text += !value.when.empty() ? value.when : (value.start ? to_iso(*value.start) : "") + "/" + (value.end ? to_iso(*value.end) : "");
  }
  return text;
}

bool near(Day given, Day gold) { return given - gold <= days(1) && gold - given <= days(1); }

/// The end of a range as the corpora write it: the day behind the last of a unit ("in May" ends on 1 June), and where the text names both ends ("3 to 12 May",
/// "2014 to 2018") the first day of the last.
bool same_end(Day last, Day gold_last) {
  const Day exclusive = gold_last + days(1);
  const bool month = floor_to(last, DatePrecision::month) == exclusive && ceil_to(last, DatePrecision::month) == last;
  const bool year = floor_to(last, DatePrecision::year) == exclusive && ceil_to(last, DatePrecision::year) == last;
  return last == gold_last || last == exclusive || month || year;
}

bool at_page(Day given, Day gold, std::optional<Day> page) { return page && (given == *page || gold == *page) && near(given, gold); }

/// "early", "the middle of": parts of a span, whose bounds nobody has agreed on.
bool names_part(std::string_view text) {
  constexpr std::array<std::string_view, 12> words = {"early", "mid", "late", "middle", "beginning", "start", "end", "Early", "Mid", "Late", "earlier", "later"};
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

Agrees agreement_with(const DateMention& date, const GoldDate::Value& value, std::optional<Day> page, Overlap overlap) {
  const Day last = date.end ? *date.end : ceil_to(*date.start, date.precision);
  if (!value.when.empty()) {
    const auto cut = [&](Day day) { return to_iso(day).substr(0, value.when.size()); };
    if (written(date) == value.when || (date.bound == Bound::since && value.when == cut(*date.start))) return Agrees::exactly;
    const bool by_weeks = !date.end && date.precision == DatePrecision::week && value.when == to_iso(*date.start);  // "two weeks ago"
    if (by_weeks) return Agrees::exactly;
    const bool one_end = date.end && ((overlap.at_begin && !overlap.at_end && cut(*date.start) == value.when) ||
                                      (overlap.at_end && !overlap.at_begin && cut(*date.end) == value.when));
    if (one_end) return Agrees::exactly;
    const auto day = day_from_iso(value.when);
    const bool moon_feast = date.text.find("Eid") != std::string::npos || date.text.find("Ramadan") != std::string::npos;
    if (day && moon_feast && near(*date.start, *day)) return Agrees::in_substance;
    const bool counted = date.kind == DateMention::Kind::point && date.precision > DatePrecision::day && date.precision <= DatePrecision::year;
    return day && counted && date.reason.find(" from ") != std::string::npos && *date.start <= *day && *day <= last ? Agrees::in_substance : Agrees::no;
  }
  if (value.start && value.end) {
    const bool up_to_page = page && last == *page && *value.end + days(1) == *page;  // "the last three months"
    if (*date.start == *value.start && (same_end(last, *value.end) || up_to_page)) return Agrees::exactly;
    const bool start = *date.start == *value.start || at_page(*date.start, *value.start, page);
    const bool end = same_end(last, *value.end) || at_page(last, *value.end, page);
    const Day overlap_first = std::max(*date.start, *value.start), overlap_last = std::min(last, *value.end);
    const auto shared = overlap_last - overlap_first + days(1), longest = std::max(last - *date.start, *value.end - *value.start) + days(1);
    const bool overlaps = (names_part(date.text) || date.precision == DatePrecision::week) && 2 * shared >= longest;
    return (start && end) || overlaps ? Agrees::in_substance : Agrees::no;
  }
  const bool limit = value.start ? *date.start == *value.start || last + days(1) == *value.start : *date.start - days(1) == *value.end || last == *value.end;
  const bool same_side = value.start ? date.bound == Bound::since || date.bound == Bound::after : date.bound == Bound::before || date.bound == Bound::until;
  return !limit ? Agrees::no : same_side ? Agrees::exactly : Agrees::in_substance;
}

}  // namespace

std::string written(const DateMention& date) {
  if (!date.start) return {};
  std::string first = to_iso(*date.start);
  if (date.end && *date.end != *date.start) return first + "/" + to_iso(*date.end);
  switch (date.precision) {
    case DatePrecision::day: return first;
    case DatePrecision::month: return first.substr(0, 7);
    case DatePrecision::year: return first.substr(0, 4);
    default: return first + "/" + to_iso(ceil_to(*date.start, date.precision));
  }
}

Agrees agreement(const DateMention& date, const GoldDate& gold, std::optional<Day> page, Overlap overlap) {
  Agrees best = Agrees::no;
  const bool impossible = std::any_of(gold.values.begin(), gold.values.end(), [](const GoldDate::Value& value) { return value.when == "0001-01-01"; });
  if (impossible) return date.start ? Agrees::no : Agrees::exactly;
  if (!date.start) return best;
  for (const GoldDate::Value& value : gold.values) best = std::max(best, agreement_with(date, value, page, overlap));
  return best;
}

void score_dates(const DatedText& text, std::span<const Sentence> sentences, std::span<const SentenceMentions> mentions, TallyTable& table,
                 std::vector<std::string>& wrong) {
  for (const GoldDate& gold : text.dates) {
    const DateMention* best = nullptr;
    std::uint32_t shared = 0;
    Overlap overlap;
    const Sentence* around = nullptr;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      const std::uint32_t base = text.gold.in_text(sentences[i].block, 0);
      if (base + sentences[i].start <= gold.span.begin && gold.span.begin < base + sentences[i].end) around = &sentences[i];
      for (const DateMention& date : mentions[i].dates) {
        const std::uint32_t begin = std::max(gold.span.begin, base + sentences[i].tokens[date.first].start);
        const std::uint32_t end = std::min(gold.span.end, base + sentences[i].tokens[date.last - 1].end);
        if (begin < end && end - begin > shared) {
          shared = end - begin;
          best = &date;
          overlap.at_begin = gold.span.begin <= base + sentences[i].tokens[date.first].start;
          overlap.at_end = gold.span.end >= base + sentences[i].tokens[date.last - 1].end;
        }
      }
    }
    const Agrees agreed = best ? agreement(*best, gold, text.gold.document.published, overlap) : Agrees::no;
    const auto count = [&](const std::string& name, bool right) {
      Tally& tally = table.of(name);
      ++tally.asked;
      tally.answered += best != nullptr;
      tally.right += right;
    };
    count(gold.form, agreed == Agrees::exactly);
    if (gold.form == "day" || gold.form == "month") count("days and months", agreed == Agrees::exactly);
    if (!text.genre.empty() && gold.form != "year") count("  of " + text.genre, agreed == Agrees::exactly);
    count("all, exactly", agreed == Agrees::exactly);
    count("all, in substance", agreed != Agrees::no);
    if (agreed != Agrees::no) continue;
    const std::string page = text.gold.document.published ? to_iso(*text.gold.document.published) : "undated";
    wrong.push_back(fmt::format("{} ({}) [{}] is {}; {}\n    {}", text.gold.document.id, page, gold.text, expected(gold),
                                best ? fmt::format("given [{}] {} ({})", best->text, written(*best), best->reason) : std::string("not found"),
                                around ? around->text : std::string_view()));
  }
}

}  // namespace attache::knowledge
