#include "api/example_pairs.h"

#include "api/example_check.h"

namespace attache {
namespace {

bool overlaps(const Entity& a, const Entity& b) { return a.start < b.end && b.start < a.end; }

void add_pair(const Event& event, const Entity& actor, const Entity& recipient, std::vector<RelatedPair>& pairs) {
  if (actor.start == actor.end || recipient.start == recipient.end || overlaps(actor, recipient)) return;
  RelatedPair pair;
  pair.text = event.text;
  pair.actor = {actor.start, actor.end};
  pair.recipient = {recipient.start, recipient.end};
  pair.event = event.type;
  if (!event.modes.empty()) pair.mode = event.modes.front();
  pairs.push_back(std::move(pair));
}

}  // namespace

std::vector<RelatedPair> pairs_of_examples(const Attache& attache, std::span<const coding::FrameExample> examples) {
  std::vector<RelatedPair> pairs;
  code_good_examples(attache, examples, [&](const coding::FrameExample& example, const std::vector<Event>& events) {
    const auto first = pairs.size();
    for (const Event& event : events) {
      if (event.start != 0) continue;  // offsets are those of the page: an example of several sentences is left out
      for (const Entity& actor : event.actors) {
        for (const Entity& recipient : event.recipients.empty() ? event.actors : event.recipients) {
          if (&actor != &recipient) add_pair(event, actor, recipient, pairs);
        }
      }
    }
    for (auto i = first; i < pairs.size(); ++i) pairs[i].id = example.file + ":" + std::to_string(example.line);
  });
  return pairs;
}

}  // namespace attache
