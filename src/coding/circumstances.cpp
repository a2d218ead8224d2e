#include "coding/circumstances.h"

#include "coding/nearness.h"

#include <algorithm>

namespace attache::coding {
namespace {

/// An event this long before the page is told as history.
constexpr int historical_days = 3 * 365;

/// Steps up from the mention to the first of the event's words or of the clauses around it: small when it belongs to the event. `far` when it hangs
/// elsewhere, as in a clause beside or below.
int distance(const SentenceView& view, const Draft& draft, const std::vector<bool>& event_words, Index mention_head) {
  const Tree& tree = view.tree();
  int climbed = 0;
  for (Index at = mention_head; at != none; at = tree.governor(at), ++climbed) {
    if (std::find(draft.anchors.begin(), draft.anchors.end(), at) != draft.anchors.end()) return climbed;
    if (belongs_elsewhere(view, draft, event_words, at)) return far;
    // Up from the event: each governing word is farther than any of its own.
    int above = 0;
    for (Index outer = draft.match.head(); outer != none; outer = tree.governor(outer), ++above) {
      if (outer == at) return 20 * above + climbed;
    }
  }
  return far;
}

bool is_relative_to_what_follows(const DateMention& date) {
  const auto ends_with = [&](std::string_view word) { return date.text.size() >= word.size() && std::string_view(date.text).substr(date.text.size() - word.size()) == word; };
  return ends_with("after") || ends_with("before");
}

Day shifted(Day day, int count, DatePrecision unit) {
  switch (unit) {
    case DatePrecision::week: return day + std::chrono::days(7 * count);
    case DatePrecision::month:
    case DatePrecision::year:
    case DatePrecision::decade: {
      const int months = unit == DatePrecision::month ? count : unit == DatePrecision::year ? 12 * count : 120 * count;
      const std::chrono::year_month_day date(day);
      auto moved = date + std::chrono::months(months);
      if (!moved.ok()) moved = moved.year() / moved.month() / std::chrono::last;
      return std::chrono::sys_days(moved);
    }
    default: return day + std::chrono::days(count);
  }
}

}  // namespace

void set_date(Event& event, const Draft& draft, const SentenceView& view, const std::vector<bool>& event_words, std::optional<Day> page) {
  const auto& dates = view.mentions().dates;
  // When the record reports what was said about the event (a promise, a call), the saying's date counts before the event's own.
  const DateMention* best = nullptr;
  int nearest = far;
  for (const DateMention& date : dates) {
    if (date.kind == DateMention::Kind::duration || date.kind == DateMention::Kind::set) continue;
    if (date.bound == DateMention::Bound::until || date.bound == DateMention::Bound::before || date.bound == DateMention::Bound::after) continue;
    if (!date.start || (date.shift && is_relative_to_what_follows(date))) continue;
    int steps = distance(view, draft, event_words, static_cast<Index>(date.head));
    if (draft.composed && !draft.outer.empty() && steps != far) {
      const Tree& tree = view.tree();
      int climbed = 0;
      for (Index at = static_cast<Index>(date.head); at != none; at = tree.governor(at), ++climbed) {
        if (at == draft.outer.back()) break;
      }
      const bool at_operator = tree.is_within(static_cast<Index>(date.head), draft.outer.back()) && climbed <= 2;
      steps = at_operator ? climbed : steps + 100;
    }
    if (steps < nearest) {
      nearest = steps;
      best = &date;
    }
  }
  if (best && nearest < far) {
    event.date = best->start;
    event.end_date = best->end;
    event.date_precision = best->precision;
    event.date_text = best->text;
  } else if (page) {
    event.date = page;
    event.date_precision = DatePrecision::day;
  }
  // "It came a day after the release": the release lies that much before the main event.
  const Tree& tree = view.tree();
  for (const DateMention& date : dates) {
    if (!date.shift || !is_relative_to_what_follows(date) || !event.date || (best && nearest < 20)) continue;
    const Index word = static_cast<Index>(date.last) - 1;
    const Index clause = tree.nearest(draft.match.head(), [&](Index at) { return tree.relation(at) == Relation::advcl || tree.relation(at) == Relation::obl || tree.relation(at) == Relation::nmod || tree.relation(at) == Relation::acl; });
    if (clause == none || tree.governor(word) != clause) continue;
    event.date = shifted(*event.date, -date.shift->count, date.shift->unit);
    event.end_date.reset();
    event.date_precision = date.shift->unit;
    event.date_text = date.text;
    break;
  }
  if (event.date && page && *page - *event.date > std::chrono::days(historical_days) && !event.modality.negation) {
    event.modality.historical = true;
    if (event.modality.cue.empty()) event.modality.cue = event.date_text;
  }
}

void set_magnitudes(Event& event, const Draft& draft, const SentenceView& view) {
  const auto add = [&](const std::string& what, const Participants& side) {
    if (what.empty()) return;
    for (const QuantityMention& quantity : view.mentions().quantities) {
      const Index head = static_cast<Index>(quantity.head);
      for (const auto& participant : side) {
        const Tree& tree = view.tree();
        if (participant.token != head && tree.governor(head) != participant.token && !(head < participant.token && tree.is_within(participant.token, head) && participant.token - head < 6)) continue;
        const bool seen = std::any_of(event.size.begin(), event.size.end(), [&](const Magnitude& size) { return size.what == what; });
        if (!seen) event.size.push_back({what, quantity.low, quantity.high});
      }
    }
    // The counted noun may be nobody in the lexicon: look at the object itself.
    if (std::none_of(event.size.begin(), event.size.end(), [&](const Magnitude& size) { return size.what == what; })) {
      const Index noun = &side == &draft.actor ? view.tree().logical_subject(draft.match.head()) : view.tree().logical_object(draft.match.head());
      for (const QuantityMention& quantity : view.mentions().quantities) {
        if (noun == none || static_cast<Index>(quantity.head) != noun) continue;
        event.size.push_back({what, quantity.low, quantity.high});
        break;
      }
    }
  };
  if (draft.composed) return;
  add(draft.frame->counts, draft.recipient);
  add(draft.frame->counts_actor, draft.actor);
}

}  // namespace attache::coding
