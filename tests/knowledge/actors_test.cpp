#include "actors/actor_tables.h"

namespace attache::knowledge {
namespace {

using testing::check_phrases;

/// Who was what when.
TEST(Actors, AreWhatTheyWereOnTheDay) { check_phrases("offices.tsv", 0.97, 400); }

/// However their names are spelt; two that a spelling could both mean are mixed up with nobody.
TEST(Actors, AreKnownHoweverTheyAreSpelt) { check_phrases("spelling.tsv", 0.95, 200); }

/// States, regions, organisations, armed groups, parties, government bodies, companies and media by name.
TEST(Actors, BodiesAreWhatTheyWereOnTheDay) { check_phrases("organisations.tsv", 0.97, 280); }

/// Pronouns, "the country", "both sides", "the North", surnames and acronyms, in small pages.
TEST(Actors, AreMeantByWordsThatPointToThem) { testing::check_pages("coreference.tsv", 0.85, 200); }

}  // namespace
}  // namespace attache::knowledge
