#pragma once
/// One event told more than once on a page: the later reports are linked to the first, and all are kept.
///
/// A later report tells the event of an earlier one when both have the same type, modality and mode (or one has no mode), nothing beside it says that it is one more of
/// its kind ("another", "two more"), and one of these holds:
///
///     | they stand                                        | and these agree                                                              |
///     |---------------------------------------------------|------------------------------------------------------------------------------|
///     | in one sentence                                   | both sides                                                                   |
///     | one in the headline or lead, one anywhere         | the sides as far as both name them, at least one known side, days, place     |
///     | anywhere, the later one as "the" or "this" event  | likewise                                                                     |
///     | anywhere, by one frame                            | both sides, of which none is open, days, place, numbers                      |
///
/// Sides agree when whoever is named on the smaller one is on the other, perhaps in more detail: "Kenya", then "Kenyan police". Days agree when their spans meet, or
/// when at most a week lies between one that is only the page's and one that the text names. Places agree unless two towns are named. Numbers agree unless one kind
/// (the dead, the released) has two figures that do not meet.

#include "coding/draft.h"
#include "coding/sentence_view.h"

#include <attache/event.h>

#include <array>
#include <span>
#include <string>
#include <vector>

namespace attache::coding {

/// What is known of a report beside its record.
struct Telling {
  const Frame* frame = nullptr;
  bool one_more = false;   ///< Its words tell another event of the kind.
  bool definite = false;   ///< Named as known: "the attack", "this visit".
};

/// What the words at the draft's tokens say of whether it was told before.
Telling telling_of(const Draft& draft, const SentenceView& view, const WordSet& repetition);

/// One document's reports, in reading order.
class SameEvents {
 public:
  /// Gives the event at the end of `events` its `same_as` when one of those before tells the same.
  void link_last(std::vector<Event>& events, const Telling& telling);

 private:
  struct Report {
    std::size_t event = 0;
    Telling telling;
  };
  /// First reports by type, oldest first.
  std::array<std::vector<Report>, event_type_count> first_;
};

}  // namespace attache::coding
