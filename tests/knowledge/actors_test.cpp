#include "actors/actor_tables.h"

namespace attache::knowledge {
namespace {

using testing::check_phrases;

/// Who was what when.
TEST(Actors, AreWhatTheyWereOnTheDay) { check_phrases("offices.tsv", 0.97, 19); }

/// However their names are spelt; two that a spelling could both mean are mixed up with nobody.
TEST(Actors, AreKnownHoweverTheyAreSpelt) { check_phrases("spelling.tsv", 0.95, 200); }

/// States, regions, organisations, armed groups, parties, government bodies, companies and media by name.
TEST(Actors, BodiesAreWhatTheyWereOnTheDay) { check_phrases("organisations.tsv", 0.97, 150); }

}  // namespace
}  // namespace attache::knowledge
