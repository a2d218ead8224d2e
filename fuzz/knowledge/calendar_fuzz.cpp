/// Any words of the calendar in any order: no crash, no day outside the calendar, and every date and quantity lies within its sentence.
/// A byte from 128 on is a word, one below is itself, so that dates come up often.

#include "knowledge/calendar/dates.h"
#include "knowledge/quantities/quantities.h"
#include "language/segmenter.h"
#include "../text_of_words.h"

#include <array>
#include <cstdint>

namespace {

using attache::fuzz::check;

constexpr std::array<const char*, 64> kWords = {
    "Monday",  "Tuesday", "Friday", "Sunday",  "January", "February", "May",    "June",    "September", "December", "spring",   "summer",  "winter",
    "Easter",  "Ramadan", "day",    "week",    "month",   "year",     "decade", "century", "quarter",   "half",     "days",     "weeks",   "months",
    "years",   "last",    "next",   "this",    "ago",     "earlier",  "later",  "before",  "after",     "since",    "until",    "between", "from",
    "to",      "and",     "of",     "the",     "in",      "on",       "first",  "second",  "31st",      "29",       "1999",     "2021",    "9999",
    "0000",    "two",     "dozen",  "million", "hundreds", "percent", "people", "$",       "yesterday", "tomorrow", "midnight", "1980s"};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  attache::knowledge::CalendarContext context;
  // Pages from 1970 to 2149, and those without a date.
  if (data[0] != 0) context.published = attache::Day{std::chrono::days{256 * data[0] + data[1]}};
  attache::Document document;
  document.blocks.push_back({attache::BlockKind::body, attache::fuzz::text_of_words(kWords, data + 2, size - 2)});
  attache::Arena arena;
  std::vector<attache::Sentence> sentences;
  attache::segment(document, arena, sentences);
  for (const attache::Sentence& sentence : sentences) {
    std::vector<attache::DateMention> dates;
    attache::knowledge::find_dates(sentence, context, dates);
    for (const auto& date : dates) {
      check(date.first < date.last && date.last <= sentence.tokens.size());
      check(!date.end || (date.start && *date.start <= *date.end));
      for (const auto& day : {date.start, date.end}) check(!day || attache::day_from_iso(attache::to_iso(*day)) == day);
    }
    std::vector<attache::QuantityMention> quantities;
    attache::knowledge::find_quantities(sentence, dates, quantities);
    for (const auto& quantity : quantities) {
      check(quantity.first < quantity.last && quantity.last <= sentence.tokens.size());
      check(quantity.low <= quantity.high);
    }
    context.remember(sentence, dates);
  }
  return 0;
}
