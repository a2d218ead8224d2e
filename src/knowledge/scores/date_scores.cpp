#include "knowledge/scores/date_scores.h"

#include "knowledge/calendar/arithmetic.h"

#include <fmt/format.h>

#include <algorithm>

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

bool same_day(Day given, Day gold, std::optional<Day> page) {
  if (given == gold) return true;
  const bool at_page = page && (given == *page || gold == *page);
  return at_page && (given - gold == days(1) || gold - given == days(1));
}

}  // namespace

std::string written(const DateMention& date) {
  if (!date.start) return {};
  const std::string first = to_iso(*date.start);
  if (date.end && *date.end != *date.start) return first + "/" + to_iso(*date.end);
  switch (date.precision) {
    case DatePrecision::day: return first;
    case DatePrecision::month: return first.substr(0, 7);
    case DatePrecision::year: return first.substr(0, 4);
    default: return first + "/" + to_iso(ceil_to(*date.start, date.precision));
  }
}

bool agrees(const DateMention& date, const GoldDate& gold, std::optional<Day> page) {
  if (!date.start) return false;
  const Day last = date.end ? *date.end : ceil_to(*date.start, date.precision);
  return std::any_of(gold.values.begin(), gold.values.end(), [&](const GoldDate::Value& value) {
    if (!value.when.empty()) return written(date) == value.when || (date.bound == Bound::since && value.when == to_iso(*date.start).substr(0, value.when.size()));
    if (value.start && value.end) return same_day(*date.start, *value.start, page) && same_day(last, *value.end, page);
    if (value.start) return (date.bound == Bound::after ? last + days(1) : *date.start) == *value.start || *date.start == *value.start;
    return *date.start - days(1) == *value.end || last == *value.end;
  });
}

void score_dates(const DatedText& text, std::span<const Sentence> sentences, std::span<const SentenceMentions> mentions, TallyTable& table,
                 std::vector<std::string>& wrong) {
  for (const GoldDate& gold : text.dates) {
    const DateMention* best = nullptr;
    std::uint32_t shared = 0;
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
        }
      }
    }
    const bool right = best && agrees(*best, gold, text.gold.document.published);
    for (Tally* tally : {&table.of(gold.form), &table.of("all")}) {
      ++tally->asked;
      tally->answered += best != nullptr;
      tally->right += right;
    }
    if (right) continue;
    const std::string page = text.gold.document.published ? to_iso(*text.gold.document.published) : "undated";
    wrong.push_back(fmt::format("{} ({}) [{}] is {}; {}\n    {}", text.gold.document.id, page, gold.text, expected(gold),
                                best ? fmt::format("given [{}] {} ({})", best->text, written(*best), best->reason) : std::string("not found"),
                                around ? around->text : std::string_view()));
  }
}

}  // namespace attache::knowledge
