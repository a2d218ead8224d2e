#pragma once
/// Sentences with pairs of participants in question, with or without the truth about them.
///
/// Two forms are read. The corpus form, which people write: a sentence with its participants in numbered brackets, and below it, indented,
/// what happens between which two; lines that begin with `#` are remarks. Square brackets stand for nothing else.
///
///     [Kenyan police]1 arrested [12 Somali traders]2 in Mombasa, and [the embassy]3 asked for an explanation.
///       1>2 COERCE/arrest
///       3>1 REQUEST
///       2>3 none
///
/// The mode may be left out, and a modality may follow a comma: `1>2 RETREAT/release, future`. A type of one's own stands behind the PLOVER type to which it belongs:
/// `1>2 COERCE:EVICT`. Whose code a participant's record should have may stand above the pairs, `1=KEN`, for what is called otherwise in the sentence than before. And JSON lines, as other programs write them:
///
///     {"id": "7", "text": "…", "actor": {"start": 0, "end": 13}, "recipient": {"start": 23, "end": 40}, "event": "COERCE", "mode": "arrest"}
///
/// with offsets in code points; `event`, `mode` and `own_type` may be absent, as may `code` of a participant.

#include <attache/error.h>
#include <attache/related_pair.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace attache::coding {

/// Reads either form; which it is is found from the first character that is no white space. Broken lines are handed to `on_error` with their place and
/// left out. Errors: `malformed`, `empty`.
std::vector<RelatedPair> read_pairs(std::string_view bytes, const std::string& file, const std::function<void(const Error&)>& on_error);

}  // namespace attache::coding
