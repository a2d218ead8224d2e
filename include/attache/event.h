#pragma once
/// The event record, version 1: PLOVER's data fields with Attaché's additions.

#include <attache/document.h>
#include <attache/mention.h>

#include <optional>
#include <string>
#include <vector>

namespace attache {

/// How real the report makes the event. Several may hold at once; none means asserted.
struct Modality {
  bool negation = false;
  bool future = false;
  bool hypothetical = false;
  bool historical = false;
  std::string cue;  ///< The words that say so: `would`, `denied`. Empty when asserted.

  bool asserted() const { return !negation && !future && !hypothetical && !historical; }
};

/// People counted in an event, PLOVER's `size`: `dead`, `injured`, `arrested`, `displaced`, `crowd`, `released` ….
struct Magnitude {
  std::string what;
  double low = 0;
  double high = 0;
};

/// One report of one event: who did what to whom, when, where, and according to whom.
struct Event {
  std::string id;                            ///< Derived from document id, sentence, trigger, type and participants; stable.
  std::string same_as;                       ///< Id of the page's first report of the same event; empty for that one and for events told once.
  std::optional<Day> date;                   ///< Of the event, not of the page.
  std::optional<Day> end_date;
  DatePrecision date_precision = DatePrecision::unknown;
  std::string date_text;                     ///< The words it came from; empty when it is the page's date.
  std::string type;                          ///< PLOVER type: `CONSULT`.
  std::string own_type;                      ///< A type of the user's own, learnt beside PLOVER's (docs/own_types.md): `EVICT`; mostly empty.
  std::vector<std::string> modes;
  std::vector<std::string> contexts;
  std::vector<Entity> actors;
  std::vector<Entity> recipients;
  std::string cameo;                         ///< With leading zero: `042`.
  int quad_code = 0;                         ///< 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
  std::optional<double> event_scale;         ///< PLOVER score, -10 to 10.
  std::optional<double> goldstein;           ///< Goldstein value of the CAMEO code, -10 to 10.
  Modality modality;
  std::optional<Entity> attribution;         ///< Who says so, when the report says who.
  std::string trigger;                       ///< The words that name the event.
  std::uint32_t trigger_start = 0, trigger_end = 0;  ///< Code points into the block's text.
  std::optional<Location> location;
  std::vector<Location> other_locations;     ///< Other places of that name, likeliest first.
  std::vector<Magnitude> size;
  std::string text;                          ///< The sentence.
  std::uint32_t sequence = 0;                ///< The sentence's number in the document, from 0.
  std::uint32_t start = 0, end = 0;          ///< The sentence in its block, code points.
  BlockKind block = BlockKind::body;
  std::uint32_t block_index = 0;             ///< Which of the document's blocks, from 0.
  double confidence = 0;                     ///< 0–1: that type, actor and recipient are all right.
  std::vector<std::string> reason;           ///< The frame and the rules that fired, in order.
};

}  // namespace attache
