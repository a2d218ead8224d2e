#pragma once
/// When, where and how many: what the sentence says around an event.

#include "coding/draft.h"

#include <attache/document.h>
#include <attache/event.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attache::coding {

/// The days of the events that a page has told so far, by the lemmas of their triggers: "a day after *the attack*" counts from them.
class ToldDates {
 public:
  /// Only a day that the text gave is remembered, not the page's date in its stead.
  void remember(const Event& event, std::vector<std::string> lemmas);

  /// The day of the latest event of which the lemma is a word.
  std::optional<Day> day_of(std::string_view lemma) const;

 private:
  struct Told {
    std::vector<std::string> lemmas;
    Day day;
  };
  std::vector<Told> told_;
};

/// Fills date, end, precision and words: the date that hangs nearest above the event's words, else that of a clause around it, else `page`: the day of the report
/// as its dateline or the page gives it, without words and for what is background or future without a precision; nothing when that is not known. Where the words nearest to the event could not be resolved ("30 February",
/// "several weeks ago"), they are kept and no day is given. What counts from another event of the sentence or of those told is resolved from its day.
/// Marks as historical what lies far back.
void set_date(Event& event, const Draft& draft, const SentenceView& view, const std::vector<bool>& event_words, std::optional<Day> page, const ToldDates& told);

/// Fills the place and the others of its name: the place that hangs nearest on the event's words, its object, its subject or a clause around; else
/// the dateline's when given, as less precise than it says. What only takes part is no place; where nothing says where, none is filled.
void set_location(Event& event, const Draft& draft, const SentenceView& view, const std::vector<bool>& event_words, const PlaceMention* dateline);

/// Fills the sizes that the frame counts.
void set_magnitudes(Event& event, const Draft& draft, const SentenceView& view);

}  // namespace attache::coding
