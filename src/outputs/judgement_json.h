#pragma once
/// A pair's judgement as one JSON line.

#include <attache/related_pair.h>

#include <string>
#include <string_view>

namespace attache::outputs {

/// Appends `{"id": …, "event": …, "mode": …, "scores": {"AGREE": 0.01, …, "none": 0.2}}` and a line's end. Without `event` when nothing could be judged.
void append_judgement_json(std::string_view id, const Judgement& judgement, std::string& out);

}  // namespace attache::outputs
