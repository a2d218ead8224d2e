#pragma once
/// Whether two reports tell one event.
///
/// They do when type and modality agree and actors, recipients, date, place and mode each agree or one only refines the other:
///
///     | field   | agrees                                | one refines the other |
///     |---------|---------------------------------------|----------------------------------------------------------------------------------------------|
///     | side    | the same parties                      | a state and an organ or person of it; somebody described ("gunmen") and somebody
///     named of a  | |         |                                       | sector that this can be; more parties; nobody and somebody, where
///     the other side agrees      | | date    | the same day or span                  | a day within a week, month or year; a page's day
///     and a day told within the days before       | | place   | the same place                        | a place and the region or country
///     it lies in; nowhere and somewhere                          | | mode    | the same                              | none and one |
///
/// What is only described, and differently ("a boy", "the student"), is doubtful: nothing says that it is the same, nor that it is not. One
/// side may be doubtful, and modes may differ, where both reports name the deed by the same word ("killed", "killing").
///
/// Magnitudes do not decide unless they are far apart: they differ between reports of one event and are combined as ranges (magnitudes.h).

#include "stories/event_facts.h"

#include <cstdint>
#include <optional>
#include <string>

namespace attache::stories {

/// How two reports' fields stand to each other.
enum class Agreement : std::uint8_t {
  same,
  refined,   ///< One says it in more detail.
  open,      ///< One does not say it.
  doubtful,  ///< Said in other words that could mean the same.
  conflict,
};

/// The rule by which two reports are joined: what agrees and what only refines. Zero-filled is full agreement.
struct MergeRule {
  Agreement actor = Agreement::same;
  Agreement recipient = Agreement::same;
  Agreement date = Agreement::same;
  Agreement place = Agreement::same;
  Agreement mode = Agreement::same;
  bool same_word = false;      ///< The triggers share a word.
  bool same_sentence = false;  ///< The very sentence: a reprint.
  bool told_again = false;     ///< The page itself tells its event again (`same_as`); nothing else was compared.

  /// As kept in a database and shown: `same sentence`, `same event`, `actor refined, place within place` ….
  std::string to_text() const;
  /// Steps away from full agreement; of two possible merges the one with fewer is taken.
  int looseness() const;
  bool operator==(const MergeRule&) const = default;
};

/// How the fields compare, whether or not the two are one event.
MergeRule compare_fields(const EventFacts& one, const EventFacts& other);

/// The rule that joins the two, or nothing. Symmetric. Both reports are taken to be of one story: that the stories are the same is for the
/// caller to see to.
std::optional<MergeRule> same_event(const EventFacts& one, const EventFacts& other);

/// Where two reports of a story tell one happening but for a single field that they contradict each other in, that field's name: `actor`,
/// `recipient`, `date` or `place`; empty otherwise. Such reports stay events of their own, side by side.
std::string_view conflicting_field(const EventFacts& one, const EventFacts& other);

}  // namespace attache::stories
