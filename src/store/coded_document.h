#pragma once
/// What the store takes: a document with all reports that a coder found in it.

#include "stories/story_book.h"

#include <attache/report.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

namespace attache::store {

struct CodedDocument {
  Citation citation;
  CoderVersion coder;
  std::vector<Event> events;    ///< In reading order.
  std::vector<std::optional<EventMentions>> mentions;  ///< In step with `events`, where a data set counts how often each was told; else empty.
  std::int64_t content = 0;     ///< `content_of` the page; 0 where only its records came.
  std::string page;             ///< `pack_page` of it; empty where only its records came, or where no text is kept.
  std::optional<stories::NewDocument> prepared;  ///< For finding its story and events, made beforehand on another thread; nothing where that is still to be done.
};

/// True when both are records of one document by one coder: pieces of one coding.
inline bool same_coding(const CodedDocument& a, const CodedDocument& b) {
  return a.citation.document == b.citation.document && a.coder.name == b.coder.name && a.coder.version == b.coder.version && a.coder.lexicon == b.coder.lexicon &&
         a.coder.model == b.coder.model;
}

/// Adds the records of another piece.
inline void append(CodedDocument& document, CodedDocument&& more) {
  document.prepared.reset();
  if (!document.mentions.empty() || !more.mentions.empty()) {
    document.mentions.resize(document.events.size());
    more.mentions.resize(more.events.size());
    std::move(more.mentions.begin(), more.mentions.end(), std::back_inserter(document.mentions));
  }
  std::move(more.events.begin(), more.events.end(), std::back_inserter(document.events));
}

/// What became of a document that was handed to the store.
enum class Outcome : std::uint8_t {
  added,        ///< It was new.
  completed,    ///< It was there, and some of its reports were not.
  there,        ///< It was there with all of its reports.
  other_coder,  ///< It was there, coded by another version: left as it is.
  recoded,      ///< It was there, coded by another version, and is now what this one says.
};

}  // namespace attache::store
