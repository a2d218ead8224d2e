#include "coding/same_event.h"

#include <algorithm>

namespace attache::coding {
namespace {

/// So many first reports of a type are remembered; a page that tells more is compared with the latest.
constexpr std::size_t most_remembered = 64;

/// A page's day and one that it names can be so far apart: news of Monday on Friday's page.
constexpr int most_days_apart = 7;

bool is_person(const Entity& entity) { return !entity.office.empty() || (!entity.identifier_text.empty() && !entity.sector.empty()); }

/// Organs that act for their state; the state alone may stand for them.
bool is_of_the_state(const std::string& sector) {
  static constexpr std::array<std::string_view, 7> organs = {"", "GOV", "MIL", "COP", "SPY", "LEG", "JUD"};
  return std::find(organs.begin(), organs.end(), sector) != organs.end();
}

/// The same, or one in more detail than the other.
bool agree(const Entity& one, const Entity& other) {
  if (one.code.empty() && one.sector.empty()) return one.text == other.text;
  if (one.code != other.code) return false;
  const bool named = !one.identifier_text.empty() && !other.identifier_text.empty();
  if (named && one.identifier_text == other.identifier_text) return true;
  if (named && is_person(one) && is_person(other)) return false;
  if (one.sector == other.sector) return true;
  return !one.code.empty() && (one.sector.empty() || other.sector.empty()) && is_of_the_state(one.sector) && is_of_the_state(other.sector);
}

bool sides_agree(const std::vector<Entity>& one, const std::vector<Entity>& other) {
  const auto& small = one.size() <= other.size() ? one : other;
  const auto& large = one.size() <= other.size() ? other : one;
  return !small.empty() && std::all_of(small.begin(), small.end(), [&](const Entity& entity) {
    return std::any_of(large.begin(), large.end(), [&](const Entity& candidate) { return agree(entity, candidate); });
  });
}

bool both_sides_agree(const Event& one, const Event& other) {
  const auto agree_or_open = [](const auto& a, const auto& b) { return (a.empty() && b.empty()) || sides_agree(a, b); };
  return agree_or_open(one.actors, other.actors) && agree_or_open(one.recipients, other.recipients);
}

/// As far as both name them, with somebody known on a side that both name.
bool named_sides_agree(const Event& one, const Event& other) {
  const auto is_known_side = [](const std::vector<Entity>& side) {
    return std::any_of(side.begin(), side.end(), [](const Entity& entity) { return !entity.code.empty(); });
  };
  bool met = false;
  for (const auto& [a, b] : {std::pair(&one.actors, &other.actors), std::pair(&one.recipients, &other.recipients)}) {
    if (a->empty() || b->empty()) continue;
    if (!sides_agree(*a, *b)) return false;
    met = met || is_known_side(*a);
  }
  return met;
}

/// Nobody is left open: two sides, or several who do it together.
bool is_complete(const Event& event) { return event.actors.size() > 1 || (!event.actors.empty() && !event.recipients.empty()); }

bool modes_agree(const Event& one, const Event& other) { return one.modes.empty() || other.modes.empty() || one.modes == other.modes; }

bool modalities_agree(const Modality& one, const Modality& other) {
  return one.negation == other.negation && one.future == other.future && one.hypothetical == other.hypothetical &&
         one.historical == other.historical;
}

Day last_day(const Event& event) {
  if (event.end_date) return *event.end_date;
  const std::chrono::year_month_day first(*event.date);
  switch (event.date_precision) {
    case DatePrecision::week:
      return *event.date + std::chrono::days(6);
    case DatePrecision::month:
      return std::chrono::sys_days(first.year() / first.month() / std::chrono::last);
    case DatePrecision::year:
      return std::chrono::sys_days(first.year() / std::chrono::December / 31);
    case DatePrecision::decade:
      return std::chrono::sys_days((first.year() + std::chrono::years(9)) / std::chrono::December / 31);
    default:
      return *event.date;
  }
}

bool days_agree(const Event& one, const Event& other) {
  if (!one.date || !other.date) return true;
  const bool both_named = !one.date_text.empty() && !other.date_text.empty();
  const std::chrono::days between = both_named ? std::chrono::days(0) : std::chrono::days(most_days_apart);
  return *one.date <= last_day(other) + between && *other.date <= last_day(one) + between;
}

bool places_agree(const Event& one, const Event& other) {
  const auto town = [](const Event& event) {
    return event.location && (event.location->resolution == "city" || event.location->resolution == "site");
  };
  return !town(one) || !town(other) || one.location->name == other.location->name;
}

bool numbers_agree(const Event& one, const Event& other) {
  for (const Magnitude& mine : one.size) {
    for (const Magnitude& its : other.size) {
      if (mine.what == its.what && (mine.high < its.low || its.high < mine.low)) return false;
    }
  }
  return true;
}

bool sums_up(const Event& event) { return event.block == BlockKind::headline || event.block == BlockKind::lead; }

/// The table of the header.
bool tells_the_same(const Event& first, const Telling& first_telling, const Event& later, const Telling& later_telling) {
  if (later_telling.one_more || !modes_agree(first, later) || !modalities_agree(first.modality, later.modality)) return false;
  if (first.sequence == later.sequence) return both_sides_agree(first, later) && numbers_agree(first, later);
  if (!days_agree(first, later) || !places_agree(first, later)) return false;
  if (sums_up(first) || sums_up(later) || later_telling.definite) return named_sides_agree(first, later);
  return first_telling.frame == later_telling.frame && is_complete(later) && both_sides_agree(first, later) && numbers_agree(first, later);
}

bool is_nominal(const Token& token) { return token.upos == Upos::noun || token.upos == Upos::propn; }

}  // namespace

Telling telling_of(const Draft& draft, const SentenceView& view, const WordSet& repetition) {
  Telling telling;
  telling.frame = draft.frame;
  const Tree& tree = view.tree();
  const auto look_below = [&](Index token) {
    if (token == none) return;
    for (const Index child : tree.children(token)) telling.one_more = telling.one_more || view.is_one_of(child, repetition);
  };
  for (const Index anchor : draft.anchors) look_below(anchor);
  for (const Index outer : draft.outer) look_below(outer);
  for (const auto* side : {&draft.actor, &draft.recipient}) {
    for (const Participant& participant : *side) look_below(participant.token);
  }
  if (draft.trigger->word_class == WordClass::verb) look_below(tree.logical_object(draft.match.head()));
  const Index determiner = tree.child(draft.match.head(), Relation::det);
  if (is_nominal(view.token(draft.match.head())) && determiner != none) {
    const std::string_view word = view.token(determiner).lemma;
    telling.definite = word == "the" || word == "this" || word == "that";
  }
  return telling;
}

void SameEvents::link_last(std::vector<Event>& events, const Telling& telling) {
  Event& later = events.back();
  auto& reports = first_[static_cast<std::size_t>(event_type_from(later.type))];
  // The latest first: "the attack" is the one last spoken of.
  const auto same = std::find_if(reports.rbegin(), reports.rend(), [&](const Report& report) {
    return tells_the_same(events[report.event], report.telling, later, telling);
  });
  if (same != reports.rend()) {
    later.same_as = events[same->event].id;
    later.reason.push_back("tells the event of \"" + events[same->event].trigger + "\" again");
    return;
  }
  if (reports.size() == most_remembered) reports.erase(reports.begin());
  reports.push_back({events.size() - 1, telling});
}

}  // namespace attache::coding
