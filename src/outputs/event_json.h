#pragma once
/// The event record, version 1, as PLOVER JSONL (docs/event_record.md).

#include "outputs/coder_version.h"

#include <attache/document.h>
#include <attache/event.h>

#include <string>

namespace attache::outputs {

/// Appends the event as one line of JSON with its line end. The document gives `cite_info`.
void append_event_json(const Event& event, const Document& document, const CoderVersion& coder, std::string& out);

}  // namespace attache::outputs
