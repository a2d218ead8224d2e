#pragma once
/// How real the words around an event make it.

#include "coding/draft.h"
#include "coding/frame_lexicon.h"

namespace attache::coding {

/// What the words at one token say.
struct MoodFound {
  MoodMask moods = 0;
  Index cue = none;  ///< The word that says it; the first when several do.
};

/// Auxiliaries, adverbs, markers and determiners directly at the token. `reported`: it stands in reported speech or under an operator.
/// For an infinitive that is its clause's main verb ("Chad to leave bloc"), future.
MoodFound mood_at(const SentenceView& view, const FrameLexicon& lexicon, Index token, bool reported);

/// Adds to the draft what was found and notes it in its trace.
void add_mood(Draft& draft, const SentenceView& view, const MoodFound& found);

/// Gives the plain type where PLOVER has one for the draft's type in its modality.
void make_plain(Draft& draft, const SentenceView& view, const FrameLexicon& lexicon);

/// `negation+future`; `asserted` for none.
std::string mood_names(MoodMask moods);

}  // namespace attache::coding
