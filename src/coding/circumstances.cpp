#include "coding/circumstances.h"

#include <algorithm>
#include <limits>

namespace attache::coding {
namespace {

/// An event this long before the page is told as history.
constexpr int historical_days = 3 * 365;

constexpr int far = std::numeric_limits<int>::max();

/// Where the words of another event, or a clause of its own, stand between the mention and what it would belong to.
bool belongs_elsewhere(const SentenceView& view, const Draft& draft, const std::vector<bool>& event_words, Index at) {
  const Tree& tree = view.tree();
  const auto is_own = [&](Index token) {
    return std::find(draft.anchors.begin(), draft.anchors.end(), token) != draft.anchors.end() || std::find(draft.outer.begin(), draft.outer.end(), token) != draft.outer.end();
  };
  if (is_own(at) || tree.is_within(draft.match.head(), at)) return false;
  if (event_words[static_cast<std::size_t>(at)]) return true;
  const Relation relation = tree.relation(at);
  const bool clause = is_clause_relation(relation) || relation == Relation::acl;
  return clause && (view.token(at).upos == Upos::verb || tree.subject(at) != none);
}

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

void set_date(Event& event, const Draft& draft, const SentenceView& view, const std::vector<bool>& event_words, const Document& document) {
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
  } else if (document.published) {
    event.date = document.published;
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
  if (event.date && document.published && *document.published - *event.date > std::chrono::days(historical_days) && !event.modality.negation) {
    event.modality.historical = true;
    if (event.modality.cue.empty()) event.modality.cue = event.date_text;
  }
}

namespace {

/// "In", "near" and the like say where; "with" and "of" do not.
bool says_where(std::string_view preposition) {
  static constexpr std::string_view list[] = {"in", "at", "on", "near", "outside", "inside", "across", "around", "off", "throughout", "along", "within", "over", "toward", "towards",
                                              "to", "into", "from", "between", "through", "north of", "south of", "east of", "west of", "close to", "next to"};
  return std::find(std::begin(list), std::end(list), preposition) != std::end(list);
}

/// The word through which a clause around the event holds the mention must be its adjunct: "In Oslo, officials said …", not its subject's town.
bool is_adjunct_around(const SentenceView& view, const Draft& draft, Index mention_head) {
  const Tree& tree = view.tree();
  for (Index at = mention_head; at != none; at = tree.governor(at)) {
    if (std::find(draft.anchors.begin(), draft.anchors.end(), at) != draft.anchors.end()) return true;
    const Index above = tree.governor(at);
    if (above != none && tree.is_within(draft.match.head(), above)) return tree.relation(at) == Relation::obl && says_where(tree.preposition(at));
  }
  return false;
}

}  // namespace

void set_location(Event& event, const Draft& draft, const SentenceView& view, const std::vector<bool>& event_words, const Location* dateline) {
  const auto& places = view.mentions().places;
  const PlaceMention* best = nullptr;
  int nearest = far;
  for (const PlaceMention& place : places) {
    // A country that acts is no place of the event.
    const Index head = static_cast<Index>(place.head);
    const Relation relation = view.tree().relation(head);
    const bool locative = relation == Relation::obl || relation == Relation::nmod || relation == Relation::obl_unmarked || relation == Relation::conj || relation == Relation::appos || relation == Relation::obj;
    if (!locative) continue;
    const std::string preposition = view.tree().preposition(view.tree().first_conjunct(head));
    if (relation != Relation::obj && relation != Relation::appos && !says_where(preposition)) continue;
    if (!is_adjunct_around(view, draft, head)) continue;
    bool is_participant = false;
    for (const auto* side : {&draft.actor, &draft.recipient}) {
      for (const auto& participant : *side) is_participant = is_participant || (participant.token == head && !(participant.place_name && place.location.resolution != "country"));
    }
    if (is_participant) continue;
    const int steps = distance(view, draft, event_words, head);
    if (steps < nearest) {
      nearest = steps;
      best = &place;
    }
  }
  if (best && (nearest < 60 || places.size() == 1)) {
    event.location = best->location;
  } else if (dateline) {
    event.location = *dateline;
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
