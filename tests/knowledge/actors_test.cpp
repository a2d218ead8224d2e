#include "actors/actor_tables.h"

namespace attache::knowledge {
namespace {

using testing::check_phrases;

/// Who was what when.
TEST(Actors, AreWhatTheyWereOnTheDay) { check_phrases("offices.tsv", 0.97, 19); }

}  // namespace
}  // namespace attache::knowledge
