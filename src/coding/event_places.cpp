#include "coding/circumstances.h"
#include "coding/nearness.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace attache::coding {
namespace {

/// Steps that a place costs which hangs on the event's subject: the agent's whereabouts, which the event mostly shares.
constexpr int on_subject = 6;

/// And one that a clause around the event holds.
constexpr int on_clause_around = 20;

template <std::size_t Size>
bool is_among(std::string_view word, const std::array<std::string_view, Size>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// "In", "near" and the like say where; "with" and "of" do not.
bool says_where(std::string_view preposition) {
  static constexpr std::array<std::string_view, 30> list = {"in", "at", "on", "near", "outside", "inside", "across", "around", "off", "throughout", "along", "within", "over", "toward", "towards",
                                                            "to", "into", "from", "between", "through", "north of", "south of", "east of", "west of", "close to", "next to", "above", "beyond", "onto", "via"};
  return is_among(preposition, list);
}

/// Those that say where a thing is, and do not move it: a place so hung on a noun is where the noun's event is.
bool says_whereabouts(std::string_view preposition) {
  static constexpr std::array<std::string_view, 16> list = {"in", "at", "near", "outside", "inside", "across", "around", "off", "throughout", "along", "within", "north of", "south of", "east of", "west of", "close to"};
  return is_among(preposition, list);
}

/// Nouns for what bears a place's name: "Rakhine state", "the city of Goma", "Bagram air base".
bool is_place_noun(std::string_view lemma) {
  static constexpr std::array<std::string_view, 34> list = {"state", "province", "city", "town", "village", "district", "region", "county", "airport", "base", "prison", "port", "camp", "airfield", "border", "suburb", "governorate",
                                                            "valley", "island", "square", "university", "hospital", "market", "jail", "area", "outskirts", "capital", "coast", "mosque", "church", "neighbourhood", "neighborhood", "peninsula", "embassy"};
  return is_among(lemma, list);
}

/// What is only said or wished happens where the speaker is; what it is about happens elsewhere.
bool is_only_said(EventType type) {
  switch (type) {
    case EventType::request:
    case EventType::accuse:
    case EventType::reject:
    case EventType::threaten:
    case EventType::support: return true;
    default: return false;
  }
}

/// Events whose object can be the place where they happen: "shelled Kharkiv", "visited Athens".
bool takes_place_as_object(const Draft& draft) {
  switch (draft.kind.type) {
    case EventType::assault:
    case EventType::coerce:
    case EventType::mobilize:
    case EventType::retreat:
    case EventType::protest: return true;
    case EventType::consult: return draft.kind.mode == "visit";
    default: return false;
  }
}

/// The noun that stands in the sentence for the place: the name's own head, or the noun that bears the name or is the place's: "the airport of the capital
/// Asmara".
Index bearer_of(const Tree& tree, const SentenceView& view, Index head) {
  for (Index above = tree.governor(head); above != none && is_place_noun(view.token(above).lemma); above = tree.governor(head)) {
    const Relation relation = tree.relation(head);
    const bool named = relation == Relation::compound || relation == Relation::flat || relation == Relation::appos || relation == Relation::nmod_desc ||
                       (relation == Relation::nmod && tree.preposition(head) == "of");
    if (!named) break;
    head = above;
  }
  return head;
}

/// The distance from a place to the event by the tree; `far` when it belongs to something else.
class PlaceDistance {
 public:
  PlaceDistance(const SentenceView& view, const Draft& draft, const std::vector<bool>& event_words) : view_(view), tree_(view.tree()), draft_(draft), event_words_(event_words) {}

  int of(Index name_head) const {
    const Index head = bearer_of(tree_, view_, name_head);
    const Relation relation = tree_.relation(head);
    const std::string preposition = tree_.preposition(tree_.first_conjunct(head));
    if (leads_to_clause(head)) return 1;
    const bool as_object = relation == Relation::obj;
    if (!as_object && !says_where(preposition)) return far;
    int steps = 0;
    for (Index at = head; at != none; at = tree_.governor(at), ++steps) {
      if (at != head && is_elsewhere(at)) return far;
      const Index above = tree_.governor(at);
      if (above == none) return far;
      if (is_own_word(draft_, above)) return by_own_word(at, head, as_object, preposition, steps);
      if (tree_.is_within(draft_.match.head(), above)) return by_clause_around(at, above, steps);
    }
    return far;
  }

 private:
  bool is_elsewhere(Index at) const {
    // "at a summit in Vienna": an event that is itself where this one happened.
    const bool occasion = tree_.relation(at) == Relation::obl && says_whereabouts(tree_.preposition(at));
    // "mediated the talks in Lusaka": what is done to an event is done where it is; what is said of it is not.
    const bool object = tree_.relation(at) == Relation::obj && is_own_word(draft_, tree_.governor(at)) && !is_only_said(draft_.kind.type);
    return !occasion && !object && belongs_elsewhere(view_, draft_, event_words_, at);
  }

  int by_own_word(Index at, Index head, bool as_object, std::string_view preposition, int steps) const {
    switch (tree_.relation(at)) {
      case Relation::obj:
        if (at == head) return as_object && takes_place_as_object(draft_) ? steps + 1 : far;
        return says_whereabouts(preposition) && !is_only_said(draft_.kind.type) ? steps + 1 : far;
      case Relation::nsubj:
      case Relation::nsubj_pass:
      case Relation::obl_agent: return at != head && says_whereabouts(preposition) ? steps + on_subject : far;
      case Relation::compound:
      case Relation::amod: return far;
      default: {
        // "clashed with police in Athens"; not "blamed them for the bombing in Ankara".
        const std::string outer = tree_.preposition(at);
        const bool partner = at != head && (outer.empty() || outer == "with" || outer == "against" || outer == "by");
        return says_where(outer) || partner || tree_.relation(at) == Relation::conj ? steps : far;
      }
    }
  }

  /// "In Oslo, the envoy agreed to sign": the adjunct of a clause around the event; but not where somebody only tells of it.
  int by_clause_around(Index at, Index above, int steps) const {
    if (tree_.relation(at) != Relation::obl || !says_where(tree_.preposition(at))) return far;
    Index below = draft_.match.head();
    while (below != none && tree_.governor(below) != above) below = tree_.governor(below);
    const bool told = below != none && (tree_.relation(below) == Relation::ccomp || tree_.relation(below) == Relation::parataxis);
    return told ? far : on_clause_around + steps;
  }

  /// "to Rabat, where he met the king"
  bool leads_to_clause(Index head) const {
    if (!tree_.is_within(draft_.match.head(), head) || draft_.match.head() == head) return false;
    Index clause = draft_.match.head();
    while (tree_.governor(clause) != head) clause = tree_.governor(clause);
    if (tree_.relation(clause) != Relation::acl_relcl && tree_.relation(clause) != Relation::acl) return false;
    const auto children = tree_.children(clause);
    return std::any_of(children.begin(), children.end(), [&](Index child) { return view_.token(child).lemma == "where"; });
  }

  const SentenceView& view_;
  const Tree& tree_;
  const Draft& draft_;
  const std::vector<bool>& event_words_;
};

/// True for a country, or a capital that stands for one, that takes part: no place of the event.
bool takes_part(const Draft& draft, const PlaceMention& place) {
  const auto is_in = [&](const Participants& side) {
    return std::any_of(side.begin(), side.end(), [&](const auto& participant) {
      return participant.token == static_cast<Index>(place.head) && !(participant.place_name && place.location.resolution != "country");
    });
  };
  return is_in(draft.actor) || is_in(draft.recipient);
}

}  // namespace

void set_location(Event& event, const Draft& draft, const SentenceView& view, const std::vector<bool>& event_words, const PlaceMention* dateline) {
  const PlaceDistance distance(view, draft, event_words);
  const PlaceMention* best = nullptr;
  int nearest = far;
  for (const PlaceMention& place : view.mentions().places) {
    if (takes_part(draft, place)) continue;
    const int steps = distance.of(static_cast<Index>(place.head));
    if (steps < nearest) {
      nearest = steps;
      best = &place;
    }
  }
  if (best) {
    event.location = best->location;
    event.other_locations = best->alternatives;
  } else if (dateline) {
    // Where the report was written: the event was thereabouts.
    event.location = dateline->location;
    event.other_locations = dateline->alternatives;
    if (event.location->resolution == "city" || event.location->resolution == "site") event.location->resolution = event.location->region.empty() ? "country" : "region";
    event.location->reason = "the report's dateline";
  }
}

}  // namespace attache::coding
