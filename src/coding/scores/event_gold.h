#pragma once
/// Texts with the events that people read in them, to score the coder against.

#include <attache/document.h>
#include <attache/error.h>

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace attache::coding {

/// One event as a reader wrote it down. What is empty is not compared.
struct GoldEvent {
  std::string in;                  ///< Words of the sentence that reports it; empty for anywhere in the text.
  std::vector<std::string> types;  ///< PLOVER types of which any will do; never empty.
  std::string mode;
  std::vector<std::set<std::string>> actors;  ///< Codes of all who do it; several sets are alternatives. The empty set is nobody known.
  std::vector<std::set<std::string>> recipients;
  std::string actor_sector, recipient_sector;
  std::string modality;  ///< `asserted`, `future`, several joined by `+` in the order of the alphabet.
  std::string by;        ///< Code of who says so.
  std::string date;      ///< ISO, or the beginning of one: `2013-02`.
  bool mutual = false;   ///< Who stands on which side does not matter.
  bool needed = true;    ///< False for events on which readers differ: neither asked for nor held against the coder.
};

/// A text and its events.
struct GoldText {
  Document document;
  std::vector<GoldEvent> events;
};

/// Reads JSON Lines, one text a line:
///
///     {"id": "1", "date": "2021-09-14", "title": "…", "text": "…", "events": [
///       {"in": "police fired", "event": "ASSAULT", "mode": "crowd-control", "actor": "KEN", "recipient": "KEN or none", "actor_sector":
///       "COP"}]}
///
/// `text` and `events` are required; `event`, `actor` and `recipient` take alternatives joined by ` or `, `actor` and `recipient` several
/// codes joined by ` and `, `none` for nobody known. `modality` is `asserted` unless given. Lines that cannot be read are reported with
/// their number and left out.
std::vector<GoldText> read_gold_texts(std::string_view bytes, const std::string& file, const std::function<void(const Error&)>& on_error);

}  // namespace attache::coding
