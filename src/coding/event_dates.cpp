#include "coding/circumstances.h"
#include "coding/nearness.h"
#include "knowledge/calendar/arithmetic.h"
#include "knowledge/calendar/relative.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace attache::coding {
namespace {

using Bound = DateMention::Bound;
using Kind = DateMention::Kind;

/// An event this long before the page is told as history.
constexpr int historical_days = 3 * 365;

/// What hangs nearer is the event's own date and not that of a clause around it.
constexpr int in_clause_around = 20;

/// What an operator's date is nearer by than that of the event under it.
constexpr int under_operator = 100;

/// "A day after the attack": counts from what the words behind it name.
bool counts_from_what_follows(const DateMention& date) { return date.shift && (date.text.ends_with("after") || date.text.ends_with("before") || date.text.ends_with("following")); }

/// The word that names what such a date counts from: "the *attack*", "after gunmen *killed*"; `none` when nothing does.
Index anchor_of(const Tree& tree, const DateMention& date) {
  const Index head = static_cast<Index>(date.head), anchor = tree.governor(static_cast<Index>(date.last) - 1);
  return anchor == head ? none : anchor;
}

/// The day of the word that a date counts from: a date within its words, else that of the same event told before.
std::optional<Day> day_of(Index anchor, const SentenceView& view, const ToldDates& told) {
  for (const DateMention& date : view.mentions().dates) {
    const bool is_day = date.start && !date.shift && date.precision == DatePrecision::day && date.kind == Kind::point && date.bound == Bound::at;
    if (is_day && view.tree().is_within(static_cast<Index>(date.head), anchor)) return date.start;
  }
  return told.day_of(view.token(anchor).lemma);
}

/// The sentence's dates with those resolved that count from an event whose day is known; empty where none counts from one.
std::vector<DateMention> counted_dates(const SentenceView& view, const ToldDates& told) {
  std::vector<DateMention> dates = view.mentions().dates;
  if (std::none_of(dates.begin(), dates.end(), counts_from_what_follows)) return {};
  for (DateMention& date : dates) {
    if (!counts_from_what_follows(date)) continue;
    const Index anchor = anchor_of(view.tree(), date);
    const auto day = anchor == none ? std::nullopt : day_of(anchor, view, told);
    if (!day) continue;
    knowledge::resolve_relative(date, *day);
    date.shift.reset();
    // "three days after the attack" may hang on the attack, but dates what the attack hangs on.
    const Index above = view.tree().governor(anchor);
    if (above != none && view.tree().governor(static_cast<Index>(date.head)) == anchor) date.head = static_cast<std::uint32_t>(above);
  }
  return dates;
}

/// True for what can say when an event was. What could not be resolved can too: it says that the page's date is not the event's.
bool says_when(const DateMention& date) {
  if (date.kind == Kind::duration || date.kind == Kind::set) return false;
  if (date.bound == Bound::until || date.bound == Bound::before || date.bound == Bound::after) return false;
  return !date.shift || (date.start && !counts_from_what_follows(date));
}

/// "Announced his resignation effective next Wednesday": the day from which it holds, not of the deed.
bool says_from_when_it_holds(const DateMention& date, const SentenceView& view) {
  for (Index at = static_cast<Index>(date.first) - 1; at >= 0 && at + 4 > static_cast<Index>(date.first); --at) {
    const auto& lemma = view.token(at).lemma;
    if (lemma == "effective") return true;
    if (lemma != "on" && lemma != "from" && lemma != "as" && lemma != "of") return false;
  }
  return false;
}

/// True where one date only says more exactly what the other says.
bool lies_in(const DateMention& date, const DateMention& span) {
  if (!date.start || !span.start || date.precision >= span.precision) return false;
  const Day last = span.end ? *span.end : knowledge::ceil_to(*span.start, span.precision);
  return *span.start <= *date.start && *date.start <= last;
}

/// How far a date is from one event of its sentence.
class DateDistance {
 public:
  DateDistance(const SentenceView& view, const Draft& draft, const std::vector<bool>& event_words) : view_(view), draft_(draft), event_words_(event_words) {}

  int of(Index date_head) const {
    const int steps = by_tree(date_head);
    if (!draft_.composed || draft_.outer.empty() || steps == far) return steps;
    // When the record reports what was said about the event (a promise, a call), the saying's date counts before the event's own.
    const Tree& tree = view_.tree();
    int climbed = 0;
    for (Index at = date_head; at != none && at != draft_.outer.back(); at = tree.governor(at)) ++climbed;
    const bool at_operator = tree.is_within(date_head, draft_.outer.back()) && climbed <= 2;
    return at_operator ? climbed : steps + under_operator;
  }

 private:
  /// "In a phone call in late July he urged", "arrested during a protest on Friday": an event that is itself when this one happened.
  bool is_occasion(Index at) const {
    if (view_.tree().relation(at) != Relation::obl || view_.token(at).upos != Upos::noun) return false;
    const std::string preposition = view_.tree().preposition(at);
    return preposition == "during" || preposition == "in" || preposition == "at";
  }

  /// Steps up from the date to the first of the event's words or of the clauses around it; `far` when it hangs elsewhere, as in a clause beside or below.
  int by_tree(Index date_head) const {
    const Tree& tree = view_.tree();
    int climbed = 0;
    for (Index at = date_head; at != none; at = tree.governor(at), ++climbed) {
      if (std::find(draft_.anchors.begin(), draft_.anchors.end(), at) != draft_.anchors.end()) return climbed;
      if (belongs_elsewhere(view_, draft_, event_words_, at) && !is_occasion(at)) return far;
      // Up from the event: each governing word is farther than any of its own.
      int above = 0;
      for (Index outer = draft_.match.head(); outer != none; outer = tree.governor(outer), ++above) {
        if (outer == at) return in_clause_around * above + climbed;
      }
    }
    return far;
  }

  const SentenceView& view_;
  const Draft& draft_;
  const std::vector<bool>& event_words_;
};

/// "It came a day after the release": the release lies that much before what came, when it has no date of its own.
void count_back_from_main_event(Event& event, const Draft& draft, const SentenceView& view, const std::vector<DateMention>& dates) {
  const Tree& tree = view.tree();
  for (const DateMention& date : dates) {
    if (!counts_from_what_follows(date) || !event.date) continue;
    const Index clause = tree.nearest(draft.match.head(), [&](Index at) {
      const Relation relation = tree.relation(at);
      return relation == Relation::advcl || relation == Relation::obl || relation == Relation::nmod || relation == Relation::acl;
    });
    if (clause == none || anchor_of(tree, date) != clause) continue;
    DateMention back = date;
    back.shift->count = -back.shift->count;
    knowledge::resolve_relative(back, *event.date);
    event.date = back.start;
    event.end_date.reset();
    event.date_precision = back.precision;
    event.date_text = date.text;
    return;
  }
}

/// What had happened before what is told, and nothing says when: "rebels who had burned the village", "marched after the killing of a boy". In reported speech the pluperfect only
/// stands for the past: "said that troops had shot ten people".
bool is_background(const Draft& draft, const SentenceView& view) {
  static constexpr std::array<std::string_view, 6> earlier = {"after", "over", "for", "since", "following", "despite"};
  const Tree& tree = view.tree();
  const Index head = draft.match.head();
  if (draft.composed) return false;
  if (draft.trigger->word_class == WordClass::noun) {
    const Relation relation = tree.relation(head);
    const bool aside = !draft.carried && (relation == Relation::obl || relation == Relation::nmod);
    return aside && std::find(earlier.begin(), earlier.end(), tree.preposition(head)) != earlier.end();
  }
  const auto children = tree.children(head);
  if (std::none_of(children.begin(), children.end(), [&](Index child) { return tree.relation(child) == Relation::aux && view.token(child).text == "had"; })) return false;
  for (Index at = head; at != none; at = tree.governor(at)) {
    const Relation relation = tree.relation(at);
    if (relation == Relation::acl_relcl || relation == Relation::acl) return true;
    if (relation == Relation::ccomp || relation == Relation::parataxis) return false;
  }
  return draft.source == nullptr;
}

}  // namespace

void ToldDates::remember(const Event& event, std::vector<std::string> lemmas) {
  if (event.date && !event.date_text.empty() && event.date_precision == DatePrecision::day) told_.push_back({std::move(lemmas), *event.date});
}

std::optional<Day> ToldDates::day_of(std::string_view lemma) const {
  constexpr std::string_view ending = "ing";  // "the bombing" of those who bombed
  const std::string_view verb = lemma.ends_with(ending) ? lemma.substr(0, lemma.size() - ending.size()) : lemma;
  for (auto told = told_.rbegin(); told != told_.rend(); ++told) {
    const bool same = std::any_of(told->lemmas.begin(), told->lemmas.end(), [&](const std::string& word) { return word == lemma || word == verb; });
    if (same) return told->day;
  }
  return std::nullopt;
}

void set_date(Event& event, const Draft& draft, const SentenceView& view, const std::vector<bool>& event_words, std::optional<Day> page, const ToldDates& told) {
  const auto counted = counted_dates(view, told);
  const auto& dates = counted.empty() ? view.mentions().dates : counted;
  const DateDistance distance(view, draft, event_words);
  const DateMention* best = nullptr;
  int nearest = far;
  for (const DateMention& date : dates) {
    if (!says_when(date) || says_from_when_it_holds(date, view)) continue;
    const int steps = distance.of(static_cast<Index>(date.head));
    // A date that is known beats one beside it that is not, and "next month on 2 August" is the day.
    const bool finer = best && steps < far && steps <= nearest + 1 && (!best->start ? date.start && steps == nearest : lies_in(date, *best));
    if (steps < nearest || finer) {
      nearest = steps;
      best = &date;
    }
  }
  if (best) {
    event.date = best->start;
    event.end_date = best->end;
    event.date_precision = best->start ? best->precision : DatePrecision::unknown;
    event.date_text = best->text;
  } else if (page) {
    // Told that day; of what is told as background or as yet to come, only that much is known.
    event.date = page;
    event.date_precision = event.modality.future || is_background(draft, view) ? DatePrecision::unknown : DatePrecision::day;
  }
  if (nearest >= in_clause_around) count_back_from_main_event(event, draft, view, dates);
  if (event.date && page && *page - *event.date > std::chrono::days(historical_days) && !event.modality.negation) {
    event.modality.historical = true;
    if (event.modality.cue.empty()) event.modality.cue = event.date_text;
  }
}

}  // namespace attache::coding
