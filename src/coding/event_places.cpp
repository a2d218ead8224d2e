#include "coding/circumstances.h"
#include "coding/nearness.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace attache::coding {
namespace {

/// Steps that a place costs which hangs on the event's subject: the agent's whereabouts, which the event mostly shares.
constexpr int on_subject = 6;

/// One that the event's object comes from or goes to: "convicted a general from Vukovar".
constexpr int on_the_move = 8;

/// One in a clause that says how it came about: "killed when his lorry hit a mine in Mali".
constexpr int in_circumstance = 10;

/// And one that a clause around the event holds, or the verb that it is joined to.
constexpr int on_clause_around = 20;

template <std::size_t Size>
bool is_among(std::string_view word, const std::array<std::string_view, Size>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// "In", "near" and the like say where; "with" and "of" do not.
bool says_where(std::string_view preposition) {
  static constexpr std::array<std::string_view, 32> list = {"beneath", "under", "in", "at", "on", "near", "outside", "inside", "across", "around", "off", "throughout", "along", "within", "over", "toward", "towards",
                                                            "to", "into", "from", "between", "through", "north of", "south of", "east of", "west of", "close to", "next to", "above", "beyond", "onto", "via"};
  return is_among(preposition, list);
}

/// Those that say where a thing is, and do not move it: a place so hung on a noun is where the noun's event is.
bool says_whereabouts(std::string_view preposition) {
  static constexpr std::array<std::string_view, 18> list = {"beneath", "under", "in", "at", "near", "outside", "inside", "across", "around", "off", "throughout", "along", "within", "north of", "south of", "east of", "west of", "close to"};
  return is_among(preposition, list);
}

/// Those that move a thing: its place is where it comes from or goes to.
bool says_motion(std::string_view preposition) { return preposition == "from" || preposition == "to" || preposition == "into" || preposition == "via"; }

bool says_direction(std::string_view lemma) {
  static constexpr std::array<std::string_view, 10> list = {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "outside", "upstream"};
  return is_among(lemma, list);
}

/// Nouns for what bears a place's name or is a part of it: "Rakhine state", "the city of Goma", "Bagram air base", "the streets of Minsk".
bool is_place_noun(std::string_view lemma) {
  static constexpr std::array<std::string_view, 73> list = {"prefecture", "township", "commune", "oblast", "department", "municipality", "territory", "enclave", "complex", "compound", "station", "stadium",
                                                            "crossing", "checkpoint", "hotel", "palace", "state", "province", "city", "town", "village", "district", "region", "county", "airport", "base", "prison", "port", "camp", "airfield", "border", "suburb", "governorate",
                                                            "valley", "island", "square", "university", "hospital", "market", "jail", "area", "outskirts", "capital", "coast", "mosque", "church", "neighbourhood", "neighborhood", "peninsula", "embassy",
                                                            "street", "part", "centre", "center", "half", "heart", "edge", "north", "south", "east", "west", "side", "swath", "locality", "hamlet", "highlands", "headquarters", "jungle", "desert", "countryside", "mountain", "waters", "bank"};
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

/// What is said, and what justice does, is about something that happened elsewhere: "convicted them of the attack in Sousse".
bool is_about_something(const Draft& draft) { return is_only_said(draft.kind.type) || draft.kind.type == EventType::coerce; }

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
/// Asmara", "Mali's Gourma region".
Index bearer_of(const Tree& tree, const SentenceView& view, Index head) {
  for (Index above = tree.governor(head); above != none && is_place_noun(view.token(above).lemma); above = tree.governor(head)) {
    const Relation relation = tree.relation(head);
    const bool named = relation == Relation::compound || relation == Relation::flat || relation == Relation::appos || relation == Relation::nmod_desc || relation == Relation::amod ||
                       relation == Relation::nmod_poss || (relation == Relation::nmod && (tree.preposition(head) == "of" || (head > 0 && view.token(head - 1).lemma == "of")));
    if (!named) break;
    head = above;
  }
  // "in the Turkish capital Ankara", where the tree takes the name for something else.
  const Index before = head - 1;
  if (before >= 0 && view.token(head).upos == Upos::propn && is_place_noun(view.token(before).lemma) && view.token(before).upos == Upos::noun && tree.governor(before) != head &&
      !tree.is_within(before, head) && says_whereabouts(tree.preposition(before))) {
    return before;
  }
  return head;
}

/// The distance from a place to the event by the tree; `far` when it belongs to something else.
class PlaceDistance {
 public:
  PlaceDistance(const SentenceView& view, const Draft& draft, const std::vector<bool>& event_words) : view_(view), tree_(view.tree()), draft_(draft), event_words_(event_words) {}

  int of(const PlaceMention& place) const {
    const Index head = bearer_of(tree_, view_, static_cast<Index>(place.head));
    if (leads_to_clause(head)) return 1;
    const std::string preposition = preposition_of(place, head);
    const bool as_object = is_object(place, head, preposition);
    if (!as_object && !says_where(preposition)) return far;
    if (preposition == "on" && head == static_cast<Index>(place.head) && !takes_place_as_object(draft_) && stands_for_people(place)) return far;
    int steps = motion_of(preposition);
    for (Index at = head; at != none; at = tree_.governor(at), ++steps) {
      if (at != head && is_elsewhere(at, steps)) return far;
      const Index above = tree_.governor(at);
      if (above == none) return far;
      if (is_own_word(draft_, above)) {
        const bool of_saying = is_speakers(above) && !is_of_others(place) && !(is_about_something(draft_) && is_of_what_is_said(place, above));
        return of_saying ? by_own_word(at, head, as_object, preposition, steps) : far;
      }
      if (tree_.is_within(draft_.match.head(), above)) return by_clause_around(at, above, head, as_object, steps);
    }
    return far;
  }

 private:
  /// "Called on Washington", "pressure on Iran": a country or city that something falls on is no place, as an island is.
  static bool stands_for_people(const PlaceMention& place) { return place.location.resolution == "country" || place.location.resolution == "city"; }

  /// What a place costs by being come from or gone to. Who is deported or withdraws is so where he leaves.
  int motion_of(std::string_view preposition) const {
    if (!says_motion(preposition)) return 0;
    const bool leaves = draft_.kind.type == EventType::coerce || draft_.kind.type == EventType::retreat;
    return leaves && preposition != "from" ? on_the_move + 1 : on_the_move;
  }

  /// As the tree has it, else by the word before the name.
  std::string preposition_of(const PlaceMention& place, Index head) const {
    std::string preposition = tree_.preposition(tree_.first_conjunct(head));
    if (preposition.empty() && place.first > 0) {
      const Index before = before_owner(static_cast<Index>(place.first) - 1);
      if (before >= 0 && says_whereabouts(view_.token(before).lemma)) preposition = view_.token(before).lemma;
    }
    // "an operation north of Timbuktu"
    if (preposition == "of" && place.first > 1 && says_direction(view_.token(static_cast<Index>(place.first) - 2).lemma)) preposition = "north of";
    return preposition;
  }

  /// "in Niger's Tillaberi region": the word before the land that a place is said to be of; else the word itself.
  Index before_owner(Index before) const {
    const auto is_clitic = [&](Index i) { return view_.token(i).lemma == "'s" || view_.token(i).text == "\xE2\x80\x99s"; };
    if (!is_clitic(before)) return before;
    for (--before; before >= 0 && view_.token(before).upos == Upos::propn;) --before;
    return before;
  }

  /// "accused them of shelling its positions around Avdiivka", "charged him over a plot in Chemnitz": what comes behind the words that say what it is about belongs to that.
  bool is_of_what_is_said(const PlaceMention& place, Index own_word) const {
    static constexpr std::array<std::string_view, 4> about = {"of", "for", "over", "about"};
    static constexpr std::array<std::string_view, 3> looking = {"search", "hunt", "look"};  // for what is there
    if (is_among(view_.token(own_word).lemma, looking)) return false;
    if (own_word != draft_.match.head() && is_among(tree_.preposition(own_word), about)) return true;  // "charged over a plot", where both words are the trigger
    for (Index at = own_word + 1; at < static_cast<Index>(place.first); ++at) {
      const Relation relation = tree_.relation(at);
      if (relation != Relation::obl && relation != Relation::nmod && relation != Relation::advcl && relation != Relation::acl) continue;
      const Index above = tree_.governor(at);
      const bool of_object = above != none && tree_.relation(above) == Relation::obj && tree_.governor(above) == own_word;
      if ((above == own_word || (of_object && relation != Relation::nmod)) && (is_among(tree_.preposition(at), about) || is_marked(at, about))) return true;
    }
    return false;
  }

  template <std::size_t Size>
  bool is_marked(Index clause, const std::array<std::string_view, Size>& words) const {
    const auto children = tree_.children(clause);
    return std::any_of(children.begin(), children.end(), [&](Index child) { return tree_.relation(child) == Relation::mark && is_among(view_.token(child).lemma, words); });
  }

  /// "shelled Kharkiv", also where the tree takes it for a complement, and "the siege of Aleppo".
  bool is_object(const PlaceMention& place, Index head, std::string_view preposition) const {
    if (tree_.relation(head) == Relation::obj) return true;
    const Index above = tree_.governor(head);
    if (above == none || !is_own_word(draft_, above)) return false;
    if (tree_.relation(head) == Relation::nmod && preposition == "of") return true;
    return preposition.empty() && place.first > 0 && static_cast<Index>(place.first) == above + 1 && tree_.relation(head) == Relation::xcomp;
  }

  /// When the record is what somebody said of an event, only the saying's words hold its place: not "accused them of killings *in Wau*".
  bool is_speakers(Index own_word) const {
    if (!draft_.composed || draft_.outer.empty() || !is_only_said(draft_.kind.type)) return true;
    return std::find(draft_.outer.begin(), draft_.outer.end(), own_word) != draft_.outer.end();
  }

  /// "condemned the attack in Istanbul": what is only said is not where the event before the preposition was, whatever the tree says.
  bool is_of_others(const PlaceMention& place) const {
    if (!is_only_said(draft_.kind.type) || place.first < 2) return false;
    Index before = static_cast<Index>(place.first) - 2;
    // "condemned an attack on a mosque in Christchurch": the noun before the place may only be a part of what it was.
    for (int steps = 0; steps < 3 && !event_words_[static_cast<std::size_t>(before)]; ++steps) {
      const Index above = tree_.governor(before);
      if (above == none || above > before || tree_.relation(before) != Relation::nmod) break;
      before = above;
    }
    const bool by_tree = tree_.governor(static_cast<Index>(place.head)) == before;
    // "criticised them at a rally in Debrecen": there it was said.
    if (tree_.relation(before) == Relation::obl && says_whereabouts(tree_.preposition(before))) return false;
    return event_words_[static_cast<std::size_t>(before)] && !is_own_word(draft_, before) && !by_tree;
  }

  bool is_elsewhere(Index at, int& steps) const {
    if (!belongs_elsewhere(view_, draft_, event_words_, at)) return false;
    const Relation relation = tree_.relation(at);
    const std::string preposition = tree_.preposition(at);
    // "at a summit in Vienna", "shot a boy during clashes in Nablus": an event that is itself where this one happened.
    if (relation == Relation::obl && says_whereabouts(preposition)) return false;
    if ((relation == Relation::obl || relation == Relation::nmod) && (preposition == "during" || preposition == "amid")) return false;
    // "killed when his lorry hit a mine in Mali"; "speaking in Cairo, he accused …"
    const bool circumstance = relation == Relation::advcl && (says_when(at, "when") || says_when(at, "as") || says_when(at, "while"));
    const bool occasion = relation == Relation::advcl && is_speaking(at) && !event_words_[static_cast<std::size_t>(at)];
    if ((circumstance && (!is_only_said(draft_.kind.type) || !event_words_[static_cast<std::size_t>(at)])) || occasion) {
      steps += in_circumstance;
      return false;
    }
    // "ministers meeting in Luxembourg agreed": where those who act are.
    const Index who = tree_.governor(at);
    if (relation == Relation::acl && is_gathering(at) && who != none && tree_.relation(who) == Relation::nsubj) return false;
    if (is_only_said(draft_.kind.type)) return true;
    // "a bomb attack on a convoy in Ankara killed 28": the subject is the event.
    const bool subject = relation == Relation::nsubj || relation == Relation::nsubj_pass;
    if (subject && is_own_word(draft_, tree_.governor(at)) && event_words_[static_cast<std::size_t>(at)]) return false;
    // "mediated the talks in Lusaka": what is done to an event is done where it is; what is said of it is not.
    if (relation == Relation::obj && is_own_word(draft_, tree_.governor(at))) return false;
    // "attacked a bus carrying pilgrims to a church in Minya", "fired at migrants trying to cross from Idomeni": what those it was done to were about.
    const Index object = tree_.governor(at);
    const std::string towards = tree_.preposition(object);
    const bool target = tree_.relation(object) == Relation::obj || (tree_.relation(object) == Relation::obl && (towards == "at" || towards == "on" || towards == "against"));
    const bool about = relation == Relation::acl && view_.token(at).xpos == "VBG" && !event_words_[static_cast<std::size_t>(at)] && target;
    if (!about) return true;
    steps += in_circumstance;
    return false;
  }

  /// "Speaking at a rally in Accra": where the speaker is.
  bool is_speaking(Index clause) const {
    static constexpr std::array<std::string_view, 8> list = {"speak", "talk", "address", "testify", "campaign", "visit", "appear", "arrive"};
    return view_.token(clause).xpos == "VBG" && is_among(view_.token(clause).lemma, list);
  }

  bool is_gathering(Index clause) const {
    static constexpr std::array<std::string_view, 7> list = {"meet", "gather", "convene", "assemble", "speak", "visit", "attend"};
    return view_.token(clause).xpos == "VBG" && is_among(view_.token(clause).lemma, list);
  }

  bool says_when(Index clause, std::string_view word) const {
    const auto children = tree_.children(clause);
    return std::any_of(children.begin(), children.end(), [&](Index child) {
      return (tree_.relation(child) == Relation::mark || tree_.relation(child) == Relation::advmod) && view_.token(child).lemma == word;
    });
  }

  int by_own_word(Index at, Index head, bool as_object, std::string_view preposition, int steps) const {
    if (at == head && as_object) return takes_place_as_object(draft_) ? steps + 1 : far;
    switch (tree_.relation(at)) {
      case Relation::obj: return says_whereabouts(preposition) && !is_only_said(draft_.kind.type) ? steps + 1 : far;
      case Relation::nsubj:
      case Relation::nsubj_pass:
      case Relation::obl_agent: return at != head && says_whereabouts(preposition) ? steps + on_subject : far;
      case Relation::compound:
      case Relation::amod: return far;
      default: {
        // "clashed with police in Athens"; not "blamed them for the bombing in Ankara".
        const std::string outer = tree_.preposition(at);
        const bool partner = at != head && (outer.empty() || outer == "with" || outer == "against" || outer == "by" || outer == "during" || outer == "amid");
        const bool circumstance = tree_.relation(at) == Relation::advcl;
        return at == head || says_where(outer) || partner || circumstance || tree_.relation(at) == Relation::conj ? steps : far;
      }
    }
  }

  /// "In Oslo, the envoy agreed to sign": the adjunct of a clause around the event; but not where somebody only tells of it. "Visited Skopje and signed a
  /// treaty": what is joined happens in the same place.
  int by_clause_around(Index at, Index above, Index head, bool as_object, int steps) const {
    Index below = draft_.match.head();
    while (below != none && tree_.governor(below) != above) below = tree_.governor(below);
    if (below == none) return far;
    const bool joined = tree_.relation(below) == Relation::conj && tree_.is_within(head, above);
    if (as_object) return joined && at == head && is_going(above) ? on_clause_around + steps : far;
    if (tree_.relation(at) != Relation::obl || !says_where(tree_.preposition(at))) return far;
    const bool told = tree_.relation(below) == Relation::ccomp || tree_.relation(below) == Relation::parataxis;
    return told ? far : on_clause_around + steps;
  }

  /// Whose object is where the subject then is.
  bool is_going(Index verb) const {
    static constexpr std::array<std::string_view, 6> list = {"visit", "enter", "reach", "tour", "storm", "raid"};
    return is_among(view_.token(verb).lemma, list);
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

/// How precise a place is: 0 country … 3 site.
int fineness(const PlaceMention& place) {
  const std::string& resolution = place.location.resolution;
  return resolution == "country" ? 0 : resolution == "region" ? 1 : resolution == "city" ? 2 : 3;
}

/// True where another place of the sentence says more exactly where this one is meant: "Dapchi in Yobe state", "Kashmir's Pulwama district", "Douma, east of
/// Damascus".
bool only_places_another(const SentenceView& view, const PlaceMention& place, const PlaceMention& other) {
  const Tree& tree = view.tree();
  const Index bearer = bearer_of(tree, view, static_cast<Index>(place.head)), other_bearer = bearer_of(tree, view, static_cast<Index>(other.head));
  if (bearer == other_bearer) return fineness(place) < fineness(other);
  // "In Hotan prefecture in Xinjiang": named right behind it, whatever the tree hangs it on.
  // "In Patikul on the island of Jolo": an island may bear the name of its chief town.
  const bool island = place.first > 1 && view.token(static_cast<Index>(place.first) - 1).lemma == "of" && view.token(static_cast<Index>(place.first) - 2).lemma == "island";
  const bool finer = fineness(place) < fineness(other) || (island && fineness(place) == fineness(other));
  const bool behind = place.first > other.last && place.first - other.last <= 5 && finer && fineness(other) > 1 && place.location.country == other.location.country;
  const auto joins = [&](std::uint32_t token) {
    const auto& word = view.token(static_cast<Index>(token));
    return word.lemma == "in" || word.lemma == "," || (island && (word.lemma == "on" || word.lemma == "the" || word.lemma == "of")) || word.lemma == "-" || is_place_noun(word.lemma) || word.lemma.ends_with("ern") || says_direction(word.lemma);
  };
  bool joined = behind;
  for (std::uint32_t i = other.last; joined && i < place.first; ++i) joined = joins(i);
  if (joined) return true;
  // Below the other's own noun, and no conjunct beside it: "in Homs and Hama".
  return tree.is_within(bearer, other_bearer) && tree.relation(bearer) != Relation::conj && fineness(other) > 0;
}

/// How a place belongs to the event, by its distance.
const char* manner_of(int steps) {
  if (steps >= on_clause_around) return "named in a clause around the event";
  if (steps >= in_circumstance) return "named where the report says how it came about";
  if (steps >= on_subject) return "named with who acts, or where from";
  return "named with the event";
}

}  // namespace

void set_location(Event& event, const Draft& draft, const SentenceView& view, const std::vector<bool>& event_words, const PlaceMention* dateline) {
  const PlaceDistance distance(view, draft, event_words);
  struct Candidate {
    const PlaceMention* place;
    int steps;
  };
  std::vector<Candidate> candidates;
  for (const PlaceMention& place : view.mentions().places) {
    const int steps = takes_part(draft, place) ? far : distance.of(place);
    if (steps < far) candidates.push_back({&place, steps});
  }
  const Candidate* best = nullptr;
  for (const Candidate& candidate : candidates) {
    const bool outdone = std::any_of(candidates.begin(), candidates.end(), [&](const Candidate& other) {
      return other.place != candidate.place && only_places_another(view, *candidate.place, *other.place);
    });
    if (!outdone && (!best || candidate.steps < best->steps)) best = &candidate;
  }
  if (best) {
    event.location = best->place->location;
    event.location->reason = std::string(manner_of(best->steps)) + "; " + event.location->reason;
    event.other_locations = best->place->alternatives;
  } else if (dateline) {
    // Where the report was written: the event was thereabouts.
    event.location = dateline->location;
    event.other_locations = dateline->alternatives;
    if (event.location->resolution == "city" || event.location->resolution == "site") event.location->resolution = event.location->region.empty() ? "country" : "region";
    event.location->reason = "the report's dateline";
  }
}

}  // namespace attache::coding
