#include "stories/same_event.h"

#include <attache/date.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace attache::stories {
namespace {

/// A page's day and one that another page names can be so far apart: news of Monday on Thursday's page.
constexpr int most_days_apart = 3;

/// A place within so many kilometres of a town's middle can be in or at it.
constexpr double town_reach_km = 25;

bool has_code(const ShortCode& code) { return code[0] != 0; }

bool is_one_of(const ShortCode& sector, std::initializer_list<std::string_view> sectors) {
  return std::find(sectors.begin(), sectors.end(), to_text(sector)) != sectors.end();
}

/// Organs that act for their state; the state alone may stand for them.
bool acts_for_state(const ShortCode& sector) { return is_one_of(sector, {"", "GOV", "MIL", "COP", "SPY", "LEG", "JUD"}); }

/// Who may be meant by armed men of whom nothing is known: rebels, criminals, militias, but no army.
bool bears_arms(const ShortCode& sector) { return is_one_of(sector, {"UAF", "REB", "PRM", "CRM", "UNK"}); }

/// Two states' codes that cannot be one party's. A code that the page gave and not the words is no more than a guess.
bool codes_conflict(const Party& one, const Party& other) {
  return has_code(one.code) && has_code(other.code) && one.code != other.code && !one.code_inferred && !other.code_inferred;
}

/// Both named, and not by the same name.
Agreement compare_named(const Party& one, const Party& other) {
  if (one.head != 0 && one.head == other.head) return Agreement::refined;
  if (one.person || other.person) {
    // A person of a state that is itself named speaks for it; two persons differ.
    const bool state = !has_code(one.sector) || !has_code(other.sector);
    return one.person != other.person && state && has_code(one.code) && one.code == other.code ? Agreement::refined : Agreement::conflict;
  }
  if (has_code(one.code) && one.code == other.code && acts_for_state(one.sector) && acts_for_state(other.sector)) {
    return !has_code(one.sector) || !has_code(other.sector) || one.sector == other.sector ? Agreement::refined : Agreement::doubtful;
  }
  return Agreement::conflict;
}

/// One party and another: the same, one the other in more detail, perhaps the same, or two different ones.
Agreement compare_parties(const Party& one, const Party& other) {
  if (one == other) return Agreement::same;
  if (one.identity != 0 && one.identity == other.identity) return Agreement::same;
  if (codes_conflict(one, other)) return Agreement::conflict;
  if (one.words != 0 && one.words == other.words) return Agreement::same;
  if (!one.nameless && !other.nameless) return compare_named(one, other);
  if (one.head != 0 && one.head == other.head) return Agreement::refined;
  const bool same_state = has_code(one.code) && one.code == other.code;
  // A state has one police and one army, but many civilians.
  if (same_state && one.sector == other.sector)
    return acts_for_state(one.sector) || one.nameless != other.nameless ? Agreement::refined : Agreement::doubtful;
  if (same_state && acts_for_state(one.sector) && acts_for_state(other.sector) && (!has_code(one.sector) || !has_code(other.sector)))
    return Agreement::refined;
  // "gunmen" and a named armed group.
  if (bears_arms(one.sector) && bears_arms(other.sector)) return Agreement::refined;
  return Agreement::doubtful;
}

Agreement worst(Agreement a, Agreement b) { return std::max(a, b); }

/// Each party of the shorter side finds its closest on the longer.
Agreement compare_sides(const std::vector<Party>& one, const std::vector<Party>& other) {
  if (one.empty() && other.empty()) return Agreement::same;
  if (one.empty() || other.empty()) return Agreement::open;
  const auto& small = one.size() <= other.size() ? one : other;
  const auto& large = one.size() <= other.size() ? other : one;
  Agreement side = small.size() == large.size() ? Agreement::same : Agreement::refined;
  for (const Party& party : small) {
    Agreement closest = Agreement::conflict;
    for (const Party& candidate : large) closest = std::min(closest, compare_parties(party, candidate));
    side = worst(side, closest);
  }
  return side;
}

bool spans_meet(const EventFacts& one, const EventFacts& other, int slack) {
  return one.first_day - slack <= other.last_day && other.first_day - slack <= one.last_day;
}

Agreement compare_dates(const EventFacts& one, const EventFacts& other) {
  const bool one_dated = one.first_day != EventFacts::no_day;
  const bool other_dated = other.first_day != EventFacts::no_day;
  if (!one_dated && !other_dated) return Agreement::same;
  if (!one_dated || !other_dated) return Agreement::open;
  if (one.first_day == other.first_day && one.last_day == other.last_day) return Agreement::same;
  const bool both_told = one.dated_by_text && other.dated_by_text;
  return spans_meet(one, other, both_told ? 0 : most_days_apart) ? Agreement::refined : Agreement::conflict;
}

double kilometres(const Where& one, const Where& other) {
  constexpr double degree = 111.2;
  constexpr double radians = 3.14159265358979 / 180;
  const double north = (one.latitude - other.latitude) * degree;
  const double east = (one.longitude - other.longitude) * degree * std::cos((one.latitude + other.latitude) / 2 * radians);
  return std::sqrt(north * north + east * east);
}

Agreement compare_places(const Where& one, const Where& other) {
  if (one == other) return Agreement::same;
  if (!has_code(one.country) || !has_code(other.country)) return Agreement::open;
  if (one.country != other.country) return Agreement::conflict;
  const Where& wide = one.level <= other.level ? one : other;
  const Where& narrow = one.level <= other.level ? other : one;
  if (wide.level <= 1) return Agreement::refined;
  if (wide.name == narrow.name) return wide.level == narrow.level ? Agreement::same : Agreement::refined;
  if (wide.level == 2) {
    // A region by its own name, or by the name that gazetteers give it beside the town.
    return narrow.region == 0 || wide.region == 0 || narrow.region == wide.region || narrow.region == wide.name ? Agreement::refined
                                                                                                                : Agreement::doubtful;
  }
  if (wide.level == narrow.level && wide.level == 4) return Agreement::conflict;
  if (wide.has_point && narrow.has_point) return kilometres(wide, narrow) <= town_reach_km ? Agreement::refined : Agreement::conflict;
  return wide.region != 0 && wide.region == narrow.region ? Agreement::refined : Agreement::doubtful;
}

Agreement compare_modes(const EventFacts& one, const EventFacts& other) {
  if (one.mode == other.mode) return Agreement::same;
  return one.mode == 0 || other.mode == 0 ? Agreement::open : Agreement::conflict;
}

bool agrees(Agreement agreement) { return agreement == Agreement::same || agreement == Agreement::refined; }

bool one_kind(const EventFacts& one, const EventFacts& other) { return one.type == other.type && one.modality == other.modality; }

bool shares_word(const EventFacts& one, const EventFacts& other) {
  return std::any_of(one.trigger.begin(), one.trigger.end(), [&](std::uint32_t stem) {
    return stem != 0 && std::find(other.trigger.begin(), other.trigger.end(), stem) != other.trigger.end();
  });
}

/// Figures of one kind further apart than updates explain: twelve dead, three hundred dead. Where it is doubtful who is meant, nearer ones
/// are too far.
bool figures_far_apart(const EventFacts& one, const EventFacts& other, bool doubtful) {
  const float most_times = doubtful ? 1.5F : 6;
  for (const Count& mine : one.counts) {
    for (const Count& its : other.counts) {
      if (mine.what == its.what && (mine.high * most_times < its.low || its.high * most_times < mine.low)) return true;
    }
  }
  return false;
}

bool is_doubtful(const MergeRule& rule) {
  return rule.actor == Agreement::doubtful || rule.recipient == Agreement::doubtful || rule.place == Agreement::doubtful ||
         rule.mode == Agreement::conflict;
}

/// Somebody is known on a side, by code or name, on both reports.
bool somebody_known(const std::vector<Party>& one, const std::vector<Party>& other) {
  const auto known = [](const std::vector<Party>& side) {
    return std::any_of(side.begin(), side.end(),
                       [](const Party& party) { return has_code(party.code) || party.identity != 0 || !party.nameless; });
  };
  return known(one) && known(other);
}

/// What agrees must say enough for what is open or doubtful.
bool says_enough(const EventFacts& one, const EventFacts& other, const MergeRule& rule) {
  if (rule.same_sentence) return true;
  const bool actor = agrees(rule.actor) && !one.actors.empty();
  const bool recipient = agrees(rule.recipient) && !one.recipients.empty();
  if (actor && recipient && (rule.same_word || rule.place != Agreement::doubtful)) return true;
  const bool doubtful = is_doubtful(rule);
  if (rule.same_word) return actor || recipient || (doubtful && rule.actor != rule.recipient);
  if (doubtful || !(actor || recipient)) return false;
  const bool known = (actor && somebody_known(one.actors, other.actors)) || (recipient && somebody_known(one.recipients, other.recipients));
  return known || (rule.place == Agreement::same && one.where.level >= 3);
}

bool no_conflict(const MergeRule& rule) {
  return rule.actor != Agreement::conflict && rule.recipient != Agreement::conflict && rule.date != Agreement::conflict &&
         rule.place != Agreement::conflict && (rule.mode != Agreement::conflict || rule.same_word);
}

}  // namespace

MergeRule compare_fields(const EventFacts& one, const EventFacts& other) {
  MergeRule rule;
  rule.same_word = shares_word(one, other);
  rule.same_sentence = one.sentence != 0 && one.sentence == other.sentence && one.trigger == other.trigger;
  rule.actor = compare_sides(one.actors, other.actors);
  rule.recipient = compare_sides(one.recipients, other.recipients);
  rule.date = compare_dates(one, other);
  rule.place = compare_places(one.where, other.where);
  rule.mode = compare_modes(one, other);
  return rule;
}

std::optional<MergeRule> same_event(const EventFacts& one, const EventFacts& other) {
  if (!one_kind(one, other)) return std::nullopt;
  const MergeRule rule = compare_fields(one, other);
  if (!no_conflict(rule) || (figures_far_apart(one, other, is_doubtful(rule)) && !rule.same_sentence)) return std::nullopt;
  return says_enough(one, other, rule) ? std::optional(rule) : std::nullopt;
}

std::string_view conflicting_field(const EventFacts& one, const EventFacts& other) {
  if (!one_kind(one, other)) return {};
  const MergeRule rule = compare_fields(one, other);
  const std::array<std::pair<Agreement, std::string_view>, 5> fields = {
      {{rule.actor, "actor"}, {rule.recipient, "recipient"}, {rule.date, "date"}, {rule.place, "place"}, {rule.mode, "mode"}}};
  std::string_view conflict;
  for (const auto& [agreement, name] : fields) {
    if (agreement != Agreement::conflict) continue;
    if (!conflict.empty()) return {};
    conflict = name;
  }
  if (conflict.empty() || conflict == "mode" || !rule.same_word) return {};
  const bool actor = rule.actor == Agreement::same && !one.actors.empty();
  const bool recipient = rule.recipient == Agreement::same && !one.recipients.empty();
  return actor || recipient ? conflict : std::string_view();
}

int MergeRule::looseness() const {
  int steps = same_word ? 0 : 2;
  for (const Agreement agreement : {actor, recipient, date, place, mode}) steps += static_cast<int>(agreement);
  return same_sentence ? 0 : steps;
}

std::string MergeRule::to_text() const {
  if (told_again) return "told again on the page";
  std::string text = same_sentence ? "same sentence" : "";
  const auto append = [&](Agreement agreement, std::string_view field, std::string_view refined) {
    if (agreement == Agreement::same) return;
    if (!text.empty()) text += ", ";
    if (agreement == Agreement::refined) {
      text += refined;
    } else {
      text += field;
      text += agreement == Agreement::open ? " filled in" : agreement == Agreement::doubtful ? " in other words" : " differs";
    }
  };
  append(actor, "actor", "actor refined");
  append(recipient, "recipient", "recipient refined");
  append(date, "date", "date within date");
  append(place, "place", "place within place");
  append(mode, "mode", "mode refined");
  if (same_word && !text.empty() && !same_sentence) text += ", same word";
  return text.empty() ? "all agree" : text;
}

}  // namespace attache::stories
